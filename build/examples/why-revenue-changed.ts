/** Why did revenue change: leads, conversion or average deal; and was it the sources that got worse, or the mix of them. */
import type { Language, Words } from "../../src/catalogue/words";
import type { PlainBook, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { createdAt, monthStart, SOURCES, type Deal } from "../../src/hosts/workbench/sample/deals";
import { dealName, SOURCE_NAMES } from "../../src/hosts/workbench/sample/names";
import { random } from "../../src/hosts/workbench/sample/random";
import { closedDay, HEADERS, lostDeal, NAMES, stageName, stageOf, twiceAsMany, wonStage } from "./department";
import { book, dataSheet, review, TEST_LOOK, type Content } from "./sheets";

const MAY = monthStart(6);
const [WEBSITE, ADVERTISING] = [0, 1];

/** From May on advertising brings more leads, of which fewer buy, while deals have become larger. */
function changed(): readonly Deal[] {
  const chance = random(515);
  return twiceAsMany.map((deal) => {
    const isLater = createdAt(deal) >= MAY;
    const source = isLater && deal.source === WEBSITE && chance.isTrue(0.45) ? ADVERTISING : deal.source;
    const amount = isLater ? Math.round((deal.amount * 1.3) / 100) * 100 : deal.amount;
    const next = { ...deal, source, amount };
    return source === ADVERTISING && chance.isTrue(isLater ? 0.5 : 0.25) ? lostDeal(next) : next;
  });
}

export function whyRevenueChanged(language: Language): PlainBook {
  const deals = dataSheet(language, NAMES.deals, [
    { key: "deal", words: HEADERS.deal, width: 90 }, { key: "source", words: HEADERS.source, width: 130 }, { key: "created", words: HEADERS.created, style: "date" },
    { key: "closed", words: HEADERS.closed, style: "date" }, { key: "stage", words: HEADERS.stage, width: 130 }, { key: "amount", words: HEADERS.amount, style: "money" },
  ], changed().map((deal): Scalar[] => [dealName(deal.number), SOURCE_NAMES[deal.source]?.[language] ?? "", Math.floor(createdAt(deal)), closedDay(deal), stageName(stageOf(deal), language), deal.amount]));
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Why did revenue change?", ru: "Почему изменилась выручка?" }, {
    en: "Made-up data. Two groups of deals, by the day they began; both had ninety days to be won, so that neither has an advantage. Yellow cells are yours to change.",
    ru: "Вымышленные данные. Две группы сделок по дню начала; у обеих было девяносто дней на продажу, чтобы ни у одной не было форы. Жёлтые ячейки можно менять.",
  }, [250, 130, 130, 130, 130, 130, 130, 130]);

  page.section({ en: "What is compared", ru: "Что сравниваем" });
  const dates = ([[0, "Before: from", "До: с"], [3, "Before: up to, not included", "До: по, не включая"], [6, "After: from", "После: с"], [9, "After: up to, not included", "После: по, не включая"]] as const).map(([month, en, ru]) =>
    page.figure({ en, ru }, monthStart(month), "inputDate", { en: month % 2 === 0 ? "First day of the group" : "The day after its last", ru: month % 2 === 0 ? "Первый день группы" : "День после последнего" }));
  const days = page.figure({ en: "Days to be won", ru: "Дней на продажу" }, 90, "input", { en: "A deal that is won later does not count", ru: "Продажа позже этого срока не учитывается" });
  const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const [beforeFrom, beforeTo, afterFrom, afterTo] = dates.map(absolute) as [string, string, string, string];
  const won = `"${wonStage(language)}"`;
  const began = (from: string, to: string, more = ""): string => `COUNTIFS(${deals.all("created")},">="&${from},${deals.all("created")},"<"&${to}${more})`;
  const wonIn = (from: string, to: string, more = "", times = ""): string =>
    `SUMPRODUCT((${deals.range("created")}>=${from})*(${deals.range("created")}<${to})*(${deals.range("stage")}=${won})*(${deals.range("closed")}-${deals.range("created")}<=${absolute(days)})${more}${times})`;
  const money = `*${deals.range("amount")}`;

  page.section({ en: "Revenue as a product of three factors", ru: "Выручка как произведение трёх факторов" }, { en: "Leads × share won × average deal = revenue.", ru: "Лиды × доля продаж × средний чек = выручка." });
  const pair = (make: (from: string, to: string) => string): [string, string] => [`=${make(beforeFrom, beforeTo)}`, `=${make(afterFrom, afterTo)}`];
  const BEFORE: Words = { en: "Before", ru: "До" };
  const AFTER: Words = { en: "After", ru: "После" };
  const factors = page.grid({
    headers: [{ en: "Factor", ru: "Фактор" }, BEFORE, AFTER], styles: ["none", "money", "money"], rowStyles: { 1: ["none", "percent", "percent"] },
    rows: [
      () => [{ en: "Leads", ru: "Лиды" }, ...pair((from, to) => began(from, to))],
      () => [{ en: "Share won", ru: "Доля продаж" }, ...pair((from, to) => `${wonIn(from, to)}/${began(from, to)}`)],
      () => [{ en: "Average deal", ru: "Средний чек" }, ...pair((from, to) => `${wonIn(from, to, "", money)}/${wonIn(from, to)}`)],
      (row) => [{ en: "Revenue", ru: "Выручка" }, `=PRODUCT(B${row - 3}:B${row - 1})`, `=PRODUCT(C${row - 3}:C${row - 1})`],
    ],
  });
  page.section({ en: "What each factor did", ru: "Вклад каждого фактора" }, { en: "The effects add up to the whole change of revenue; the order of the factors plays no part.", ru: "Вклады в сумме дают всё изменение выручки; порядок факторов роли не играет." });
  page.spill(`=CHANGE_DRIVERS(A${factors}:A${factors + 2},B${factors}:B${factors + 2},C${factors}:C${factors + 2})`, 5, ["none", "money", "money", "money", "percent"], { 2: ["none", "percent", "percent"] });

  page.section({ en: "Did the sources get worse, or their mix?", ru: "Стали хуже источники или их доли?" }, { en: "Leads and sales of each source.", ru: "Лиды и продажи каждого источника." });
  const grid = page.grid({
    headers: [HEADERS.source, { en: "Leads before", ru: "Лиды до" }, { en: "Won before", ru: "Продажи до" }, { en: "Leads after", ru: "Лиды после" }, { en: "Won after", ru: "Продажи после" }],
    styles: ["none", "money", "money", "money", "money"],
    rows: Array.from({ length: SOURCES }, (_, i) => (row: number): Content[] => {
      const own = (from: string, to: string): [string, string] => [`=${began(from, to, `,${deals.all("source")},$A${row}`)}`, `=${wonIn(from, to, `*(${deals.range("source")}=$A${row})`)}`];
      return [SOURCE_NAMES[i] ?? null, ...own(beforeFrom, beforeTo), ...own(afterFrom, afterTo)];
    }),
  });
  const column = (letter: string): string => `${letter}${grid}:${letter}${grid + SOURCES - 1}`;
  page.section({ en: "The change of conversion, taken apart", ru: "Изменение конверсии по частям" }, { en: "Rate effect: the source itself converts differently. Mix effect: its share among the leads has changed.", ru: "Вклад конверсии: сам источник стал конвертировать иначе. Вклад структуры: изменилась его доля среди лидов." });
  page.spill(`=CONVERSION_MIX(${["A", "B", "C", "D", "E"].map(column).join(",")})`, SOURCES + 2, ["none", "percent", "percent", "percent", "percent", "percent", "percent", "percent"]);

  page.section({ en: "Is the change of conversion more than chance?", ru: "Изменение конверсии – не случайность?" }, { en: "p below 0.05: hardly chance. Otherwise do not explain it, wait.", ru: "p ниже 0,05 – вряд ли случайность. Иначе не объясняйте, а подождите." });
  page.spill(`=CONVERSION_TEST(SUM(${column("B")}),SUM(${column("C")}),SUM(${column("D")}),SUM(${column("E")}))`, ...TEST_LOOK);
  return book(page.sheet(), deals.sheet);
}
