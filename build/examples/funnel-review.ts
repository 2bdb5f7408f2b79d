/** The review of a funnel: how many get through, where deals leave and why, what to mend first, and whether the data can be trusted. */
import type { Language } from "../../src/catalogue/words";
import type { PlainBook } from "../../src/hosts/workbench/files/plain-book";
import { dealSheet, HEADERS, logSheet, stageSheet } from "./department";
import { book, review, TEST_LOOK } from "./sheets";

const STAGES = 6;

export function funnelReview(language: Language): PlainBook {
  const [deals, log, stages] = [dealSheet(language), logSheet(language), stageSheet(language)];
  const [order, lost] = [stages.range("stage"), stages.list("lost")];
  const history = `${log.all("deal")},${log.all("stage")},${log.all("date")},${order},${lost}`;
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Funnel review", ru: "Разбор воронки" }, {
    en: "Made-up data, November 2025 to October 2026. The numbers are formulas over Log (one row per entry into a stage) and Deals (one row per deal).",
    ru: "Вымышленные данные, ноябрь 2025 – октябрь 2026. Числа – формулы по листам «История» (строка на вход в этап) и «Сделки» (строка на сделку).",
  }, [260, 150, 165, 165, 150, 130, 180, 110, 110]);

  page.section({ en: "Key figures", ru: "Главное" });
  page.figure({ en: "Conversion, lead to sale", ru: "Конверсия из лида в продажу" }, `=FUNNEL_CONVERSION(FUNNEL_COUNTS(${history}))`, "bigPercent", { en: "Of all leads; those still open may yet be won", ru: "От всех лидов; открытые ещё могут купить" });
  page.figure({ en: "Win rate, by number", ru: "Доля выигранных, по числу" }, `=WIN_RATE(${deals.all("stage")},${order},${lost})`, "bigPercent", { en: "Won among won and lost", ru: "Выигранные среди закрытых" });
  page.figure({ en: "Win rate, by money", ru: "Доля выигранных, по деньгам" }, `=WIN_RATE(${deals.all("stage")},${order},${lost},${deals.all("amount")})`, "bigPercent", { en: "Above the one by number: large deals are won more often than small ones", ru: "Выше доли по числу – крупные сделки выигрываем чаще, чем мелкие" });
  const size = page.figure({ en: "Average deal", ru: "Средний чек" }, `=DEAL_SIZE(${deals.all("amount")},${deals.all("stage")},${order},${lost})`, "bigMoney", { en: "Won deals only", ru: "Только выигранные" });
  page.figure({ en: "Open deals", ru: "Открытых сделок" }, `=SUM(FUNNEL_COUNTS(${history},,"count=open"))`, "bigMoney", { en: "Neither won nor lost by now", ru: "Пока ни проданы, ни потеряны" });

  page.section({ en: "Funnel", ru: "Воронка" }, { en: "Low and High: where the conversion of the step lies with 95 % confidence. The wider, the less one month says.", ru: "Низ и верх: где с уверенностью 95 % лежит конверсия шага. Чем шире, тем меньше говорит один месяц." });
  const first = page.spill(`=FUNNEL_TABLE(${order},FUNNEL_COUNTS(${history}))`, STAGES + 1, ["none", "money", "percent", "percent", "money", "percent", "percent", "percent", "percent"]);
  const counts = `B${first}:B${first + STAGES - 1}`;

  page.section({ en: "Where deals are lost", ru: "Где теряем сделки" }, { en: "Lost right from this stage; drop-out is their share of those who entered it.", ru: "Отказы прямо с этого этапа; доля – от вошедших на него." });
  page.grid({
    headers: [HEADERS.stage, { en: "Lost from here", ru: "Отказы с этапа" }, { en: "Drop-out", ru: "Доля отказов" }, { en: "Open here now", ru: "Открыто сейчас" }], styles: ["none", "money", "percent", "money"],
    rows: Array.from({ length: STAGES }, (_, i) => (row: number) => [
      `=A${first + i}`,
      ...(i === 0 ? [`=FUNNEL_COUNTS(${history},,"count=lost")`, `=STAGE_DROPOFF(${counts},B${row}:B${row + STAGES - 1})`, `=FUNNEL_COUNTS(${history},,"count=open")`] : [null, null, null]),
    ]),
  });

  page.section({ en: "Why they are lost", ru: "Почему теряем" }, { en: "The most frequent reason first; Cumulative % tells how few reasons make up most of the losses.", ru: "Сначала самые частые причины; накопленная доля показывает, сколько причин дают большую часть отказов." });
  page.spill(`=LOST_REASONS(${deals.all("reason")},${deals.all("amount")},${deals.all("stage")},${lost})`, 6, ["none", "money", "percent", "percent", "money", "percent"]);

  page.section({ en: "What to mend first", ru: "Что чинить первым" }, { en: "What one more percentage point of each step would bring. Rank 1 is worth most; the last column: what reaching the benchmark would bring.", ru: "Что даст ещё один процентный пункт конверсии каждого шага. Место 1 – самое выгодное; последний столбец – что даст выход на ориентир." });
  page.spill(`=BOTTLENECK(A${first}:A${first + STAGES - 1},${counts},${size},${stages.range("benchmark")})`, STAGES, ["none", "percent", "decimal", "money", "money", "percent", "money"]);

  page.section({ en: "Has anything changed?", ru: "Изменилось ли что-нибудь?" }, { en: "Deals that began in each half, and how far they came within 90 days: both halves had the same time.", ru: "Сделки, начатые в каждой половине, и докуда они дошли за 90 дней: время у обеих половин одинаковое." });
  const [before, after] = ["from=2025-11-01; to=2026-03-18; window=90", "from=2026-03-18; to=2026-08-03; window=90"].map((period) => `=FUNNEL_COUNTS(${history},,"${period}")`);
  const halves = page.grid({
    headers: [HEADERS.stage, { en: "1 Nov – 17 Mar", ru: "1 ноя – 17 мар" }, { en: "Conversion", ru: "Конверсия" }, { en: "18 Mar – 2 Aug", ru: "18 мар – 2 авг" }, { en: "Conversion", ru: "Конверсия" }], styles: ["none", "money", "percent", "money", "percent"],
    rows: Array.from({ length: STAGES }, (_, i) => (row: number) => {
      const last = row + STAGES - 1;
      return [`=A${first + i}`, ...(i === 0 ? [before ?? null, `=STAGE_CONVERSION(B${row}:B${last})`, after ?? null, `=STAGE_CONVERSION(D${row}:D${last})`] : [null, null, null, null])];
    }),
  });
  page.section({ en: "Is the change more than chance?", ru: "Изменение – не случайность?" }, { en: "Conversion from lead to sale in the two halves. p below 0.05: hardly chance. Otherwise wait for more deals.", ru: "Конверсия из лида в продажу в двух половинах. p ниже 0,05 – вряд ли случайность. Иначе дождитесь новых сделок." });
  page.spill(`=CONVERSION_TEST(B${halves},B${halves + STAGES - 1},D${halves},D${halves + STAGES - 1})`, ...TEST_LOOK);

  page.section({ en: "Can the data be trusted?", ru: "Можно ли верить данным?" }, { en: "The first seven rows should be 0. Skipped stages, moves back and returns after a loss are no faults, but worth a look.", ru: "В первых семи строках должны быть нули. Пропуски этапов, возвраты и сделки, ожившие после отказа, – не ошибки, но на них стоит взглянуть." });
  page.spill(`=DATA_CHECK(${history})`, 14, ["none", "money", "money", "none"]);
  return book(page.sheet(), deals.sheet, log.sheet, stages.sheet);
}
