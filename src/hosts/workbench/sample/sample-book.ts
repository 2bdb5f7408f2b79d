/** The sample workbook: a report of live formulas over the sheets that catalogue/sample.ts lays out. */
import { SAMPLE_LOST, SAMPLE_SHEETS, SAMPLE_STAGES, type SampleSheet } from "../../../catalogue/sample";
import type { Language } from "../../../catalogue/words";
import type { PlainBook, PlainSheet, Scalar } from "../files/plain-book";
import { closedAt, createdAt, history, lastFunnelStage, LOST, reachedAt, sampleDeals, stageNow, type Deal } from "./deals";
import { sampleMonths, type Month } from "./months";
import { customerName, dealName, OWNER_NAMES, SOURCE_NAMES } from "./names";
import { reportSheet } from "./report";
import { STYLE, STYLES } from "./styles";

/** Without the report for those who only want its data. */
export function sampleBook(language: Language): PlainBook {
  const deals = sampleDeals();
  const months = sampleMonths(deals);
  const data = SAMPLE_SHEETS.map((layout) => dataSheet(layout, sheetRows(layout.key, deals, months, language), language));
  return { sheets: [reportSheet(language), ...data], styles: STYLES, names: [] };
}

type Key = SampleSheet["key"];

function sheetRows(key: Key, deals: readonly Deal[], months: readonly Month[], language: Language): Scalar[][] {
  const stage = (index: number): string => (index === LOST ? SAMPLE_LOST : SAMPLE_STAGES[index])?.[language] ?? "";
  switch (key) {
    case "funnel":
      return SAMPLE_STAGES.map((words, index) => [
        words[language],
        deals.filter((deal) => reachedAt(deal, index) !== null).length,
        deals.filter((deal) => stageNow(deal) === LOST && lastFunnelStage(deal) === index).length,
        index === 0 ? SAMPLE_LOST[language] : null,
      ]);
    case "deals":
      return deals.map((deal) => [
        dealName(deal.number), customerName(deal.customer, language), SOURCE_NAMES[deal.source]?.[language] ?? "", OWNER_NAMES[deal.owner]?.[language] ?? "",
        stage(stageNow(deal)), stage(lastFunnelStage(deal)), Math.floor(createdAt(deal)), dayOf(closedAt(deal)), deal.amount,
      ]);
    case "history":
      return history(deals).map(({ deal, stage: index, at }) => [dealName(deal), stage(index), at]);
    case "spend":
      return months.map(({ start, marketing, sales, leads, qualified, actions, customers, plan, revenue, churned }) => [start, marketing, sales, leads, qualified, actions, customers, plan, revenue, churned]);
  }
}

const dayOf = (moment: number | null): number | null => (moment === null ? null : Math.floor(moment));

const FORMATS: Readonly<Record<string, number>> = {
  created: STYLE.date, closed: STYLE.date, date: STYLE.moment, month: STYLE.month, amount: STYLE.money,
  marketing: STYLE.money, sales: STYLE.money, plan: STYLE.money, revenue: STYLE.money, count: STYLE.money, lost_count: STYLE.money,
  leads: STYLE.money, qualified: STYLE.money, actions: STYLE.money, customers: STYLE.money, churned: STYLE.money,
};
const WIDTHS: Readonly<Record<string, number>> = { customer: 190, source: 120, owner: 120, stage: 120, last_stage: 130, date: 130, lost_count: 120, qualified: 130, customers: 130, churned: 140, lost: 130 };

function dataSheet({ words, columns }: SampleSheet, rows: readonly (readonly Scalar[])[], language: Language): PlainSheet {
  const all = [columns.map((column) => column.words[language]), ...rows];
  return {
    name: words[language],
    rows: all,
    styles: columns.map(({ key }) => Uint16Array.from(all, (_, row) => (row > 0 ? (FORMATS[key] ?? STYLE.none) : key in FORMATS ? STYLE.headerRight : STYLE.header))),
    formulas: [],
    widths: columns.map(({ key }) => WIDTHS[key] ?? 100),
    merges: [],
    frozen: { rows: 1, columns: 0 },
    hidden: false,
  };
}
