/** Sources compared: the funnel of each, how sure the difference is, and what a lead of each is worth. */
import type { Language } from "../../src/catalogue/words";
import type { PlainBook } from "../../src/hosts/workbench/files/plain-book";
import { SOURCES, type Deal } from "../../src/hosts/workbench/sample/deals";
import { random } from "../../src/hosts/workbench/sample/random";
import { dealSheet, deals as usual, HEADERS, logSheet, lostDeal, stageSheet } from "./department";
import { book, review, TEST_LOOK } from "./sheets";

const ADVERTISING = 1;

/** Of the deals that advertising brings fewer are won. */
const chance = random(31);
const compared: readonly Deal[] = usual.map((deal) => (chance.isTrue(0.45) && deal.source === ADVERTISING ? lostDeal(deal) : deal));

export function sourcesCompared(language: Language): PlainBook {
  const [deals, log, stages] = [dealSheet(language, compared), logSheet(language, compared), stageSheet(language)];
  const [order, lost] = [stages.range("stage"), stages.list("lost")];
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Sources compared", ru: "Сравнение источников" }, {
    en: "Made-up data, November 2025 to October 2026. In Log the source stands beside each entry into a stage; a deal counts for the source it began with.",
    ru: "Вымышленные данные, ноябрь 2025 – октябрь 2026. На листе «История» источник стоит при каждом входе в этап; сделка относится к источнику, с которого началась.",
  }, [190, 110, 120, 120, 120, 120, 130, 130, 140, 130]);

  page.section({ en: "Funnel of each source", ru: "Воронка каждого источника" }, { en: "How many deals reached each stage; the largest source first.", ru: "Сколько сделок дошло до каждого этапа; сначала самый крупный источник." });
  const first = page.spill(
    `=FUNNEL_BY(${log.all("deal")},${log.all("stage")},${log.all("date")},${log.all("source")},${order},${lost})`, SOURCES + 2,
    ["none", "money", "money", "money", "money", "money", "money", "percent"],
  );

  page.section({ en: "What a lead of each source is worth", ru: "Чего стоит лид каждого источника" }, {
    en: "Low and High: where the conversion lies with 95 % confidence. Sources whose ranges overlap widely cannot be told apart yet.",
    ru: "Низ и верх: где конверсия лежит с уверенностью 95 %. Источники, у которых эти границы сильно перекрываются, пока не различить.",
  });
  const won = stages.range("stage").replace(/A2:/, "");
  const of = (key: string, row: number): string => `FILTER(${deals.range(key)},${deals.range("source")}=A${row})`;
  const grid = page.grid({
    headers: [
      HEADERS.source, { en: "Leads", ru: "Лиды" }, { en: "Won", ru: "Выиграно" }, { en: "Conversion", ru: "Конверсия" }, { en: "Low", ru: "Низ" }, { en: "High", ru: "Верх" },
      { en: "Win rate", ru: "Доля выигр." }, { en: "Average deal", ru: "Средний чек" }, { en: "Days, median", ru: "Дней, медиана" }, { en: "Money per lead", ru: "Денег на лид" },
    ],
    styles: ["none", "money", "money", "percent", "percent", "percent", "percent", "money", "decimal", "money"],
    rows: Array.from({ length: SOURCES }, (_, i) => (row: number) => [
      `=A${first + i}`, `=B${first + i}`, `=G${first + i}`, `=FUNNEL_CONVERSION(B${row}:C${row})`, `=CONVERSION_INTERVAL(B${row},C${row})`, null,
      `=WIN_RATE(${of("stage", row)},${order},${lost})`, `=DEAL_SIZE(${of("amount", row)},${of("stage", row)},${order},${lost})`,
      `=SALES_CYCLE(${of("created", row)},${of("closed", row)},${of("stage", row)},${order},${lost},"median")`,
      `=VALUE_PER_LEAD(SUMIFS(${deals.all("amount")},${deals.all("source")},A${row},${deals.all("stage")},${won}),B${row})`,
    ]),
  });

  page.section({ en: "Do the two largest sources really differ?", ru: "Действительно ли два крупнейших источника различаются?" }, {
    en: "Rate 1 is the largest source, Rate 2 the second. p below 0.05: hardly chance; Low and High hold the true difference.",
    ru: "Конверсия 1 – крупнейший источник, конверсия 2 – второй. p ниже 0,05 – вряд ли случайность; низ и верх – границы настоящей разницы.",
  });
  page.spill(`=CONVERSION_TEST(B${grid},C${grid},B${grid + 1},C${grid + 1})`, ...TEST_LOOK);
  return book(page.sheet(), deals.sheet, log.sheet, stages.sheet);
}
