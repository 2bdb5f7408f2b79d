/** The first sheet of the sample: what a head of sales looks at, each number a formula that people would write themselves. */
import { sampleFormula } from "../../../catalogue/sample";
import type { Language, Words } from "../../../catalogue/words";
import type { PlainFormula, PlainSheet, Scalar } from "../files/plain-book";
import { STYLE, type StyleName } from "./styles";

type Figure = { readonly words: Words; readonly formula: string; readonly style: StyleName; readonly note: Words };

/** They stand in column B from row 5 on, so that formulas further down may refer to them. */
const FIGURES: readonly Figure[] = [
  { words: { en: "Conversion, lead to sale", ru: "Конверсия из лида в продажу" }, formula: "=FUNNEL_CONVERSION({funnel.count})", style: "bigPercent", note: { en: "Share of all leads that became a sale", ru: "Доля лидов, дошедших до продажи" } },
  { words: { en: "Win rate", ru: "Доля выигранных сделок" }, formula: "=WIN_RATE({deals.stage},{funnel.stage},{funnel.lost})", style: "bigPercent", note: { en: "Won among all closed deals", ru: "Выигранные среди закрытых" } },
  { words: { en: "Average deal", ru: "Средний чек" }, formula: "=DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost})", style: "bigMoney", note: { en: "Won deals only", ru: "Только выигранные сделки" } },
  { words: { en: "Sales cycle, days", ru: "Цикл сделки, дней" }, formula: "=SALES_CYCLE({deals.created},{deals.closed},{deals.stage},{funnel.stage},{funnel.lost})", style: "bigDecimal", note: { en: "From created to won, on average", ru: "От создания до продажи, в среднем" } },
  { words: { en: "Cost of a new customer", ru: "Стоимость нового клиента" }, formula: "=CAC({spend.marketing:sales},{spend.customers})", style: "bigMoney", note: { en: "Marketing and sales, per new customer", ru: "Маркетинг и продажи на одного нового клиента" } },
  { words: { en: "Payback, months", ru: "Окупаемость, месяцев" }, formula: "=PAYBACK_PERIOD(B9,B7/12,0.7)", style: "bigDecimal", note: { en: "A deal pays for a year; margin 70 %", ru: "Сделка – оплата за год, маржа 70 %" } },
  { words: { en: "Revenue against plan", ru: "Выполнение плана выручки" }, formula: "=GOAL_PROGRESS(SUM({spend.revenue}),SUM({spend.plan}))", style: "bigPercent", note: { en: "Twelve months together", ru: "За двенадцать месяцев" } },
  { words: { en: "Leads needed for 25 million", ru: "Лидов нужно на 25 миллионов" }, formula: "=REQUIRED_LEADS(25000000,B7,STAGE_CONVERSION({funnel.count}))", style: "bigMoney", note: { en: "With today's conversions and average deal", ru: "При нынешних конверсиях и чеке" } },
];

type Spill = { readonly words: Words; readonly formula: string; readonly height: number; readonly columns: readonly StyleName[] };

const SPILLS: readonly Spill[] = [
  {
    words: { en: "Funnel", ru: "Воронка" }, formula: "=FUNNEL_TABLE({funnel.stage},{funnel.count})", height: 7,
    columns: ["none", "money", "percent", "percent", "money", "percent", "percent", "percent", "percent"],
  },
  {
    words: { en: "Time in stages, days", ru: "Время на этапах, дней" }, formula: "=STAGE_TIME_TABLE({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})", height: 6,
    columns: ["none", "money", "money", "money", "decimal", "decimal", "decimal", "decimal", "decimal", "decimal"],
  },
  {
    // Ten rows of possibly hundreds: a report that grows without an end is no report.
    words: { en: "Deals that are stuck: the ten oldest", ru: "Застрявшие сделки: десять самых давних" }, formula: "=TAKE(STALE_DEALS({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost}),11)", height: 11,
    columns: ["none", "none", "date", "decimal", "decimal"],
  },
];

const NAME: Words = { en: "Report", ru: "Отчёт" };
const TITLE: Words = { en: "Sales report", ru: "Отчёт о продажах" };
const NOTE: Words = {
  en: "Made-up data: 2,000 deals, November 2025 to October 2026. Every number is a live formula over the other sheets.",
  ru: "Вымышленные данные: 2000 сделок, ноябрь 2025 – октябрь 2026. Каждое число – живая формула по другим листам.",
};
const KEY_FIGURES: Words = { en: "Key figures", ru: "Главные показатели" };
const FIRST_FIGURE = 4;
const WIDTH = 10;

export function reportSheet(language: Language): PlainSheet {
  const rows: Scalar[][] = [];
  const styles = Array.from({ length: WIDTH }, () => new Uint16Array(80));
  const formulas: PlainFormula[] = [];
  const put = (row: number, column: number, value: Scalar, style: StyleName) => {
    while (rows.length <= row) rows.push(new Array<Scalar>(WIDTH).fill(null));
    rows[row]![column] = value;
    styles[column]![row] = STYLE[style];
  };
  put(0, 0, TITLE[language], "title");
  put(1, 0, NOTE[language], "note");
  put(FIRST_FIGURE - 1, 0, KEY_FIGURES[language], "section");
  FIGURES.forEach(({ words, formula, style, note }, i) => {
    const row = FIRST_FIGURE + i;
    put(row, 0, words[language], "none");
    put(row, 1, null, style);
    put(row, 2, `\u2002${note[language]}`, "note"); // an en space: the number on its left ends at the border
    formulas.push({ row, column: 1, formula: inSample(formula, language) });
  });
  let row = FIRST_FIGURE + FIGURES.length + 1;
  for (const { words, formula, height, columns } of SPILLS) {
    put(row, 0, words[language], "section");
    columns.forEach((style, column) => {
      put(row + 1, column, null, style === "none" ? "header" : "headerRight");
      for (let r = row + 2; r <= row + height; r += 1) put(r, column, null, style);
    });
    formulas.push({ row: row + 1, column: 0, formula: inSample(formula, language) });
    row += height + 2;
  }
  return { name: NAME[language], rows, styles, formulas, heights: [34], widths: [270, 115, 130, 170, 110, 110, 150, 185, 185, 185], merges: [], frozen: { rows: 0, columns: 0 }, hidden: false };
}

/** Besides what every template may say, `{spend.marketing:sales}` is the columns from one to another. */
function inSample(formula: string, language: Language): string {
  const columns = formula.replace(/\{(\w+)\.(\w+):(\w+)\}/g, (_, sheet: string, from: string, to: string) => {
    const [first = ""] = sampleFormula(`{${sheet}.${from}}`, language).split(":");
    const [, last = ""] = sampleFormula(`{${sheet}.${to}}`, language).split(":");
    return `${first}:${last}`;
  });
  return sampleFormula(columns, language);
}
