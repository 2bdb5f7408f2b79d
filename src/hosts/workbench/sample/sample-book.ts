/** The sample workbook: a report of live formulas over the sheets that catalogue/sample.ts lays out. */
import { SAMPLE_LOST, SAMPLE_SHEETS, SAMPLE_STAGES, type SampleSheet } from "../../../catalogue/sample";
import type { Language } from "../../../catalogue/words";
import type { PlainBook, PlainSheet, Scalar } from "../files/plain-book";
import { channelRows, factorRows, lossReasons, pipelineRows } from "./channels";
import { closedAt, createdAt, history, lastFunnelStage, LOST, reachedAt, sampleDeals, stageNow, type Deal } from "./deals";
import { sampleMonths, type Month } from "./months";
import { customerName, dealName, OWNER_NAMES, REASON_NAMES, SOURCE_NAMES } from "./names";
import { checkinRows, goalRows, teamRows } from "./plan";
import { reportSheet } from "./report";
import { STYLE, STYLES } from "./styles";

/** Without the report for those who only want its data. */
export function sampleBook(language: Language): PlainBook {
  const deals = sampleDeals();
  const months = sampleMonths(deals);
  const data = SAMPLE_SHEETS.map((layout) => dataSheet(layout, sheetRows(layout.key, deals, months, language), language));
  return { sheets: [reportSheet(language), ...data], styles: STYLES, names: [] };
}

/** One of its data sheets, made of these deals. */
export function sampleSheet(key: Key, deals: readonly Deal[], months: readonly Month[], language: Language): PlainSheet {
  const layout = SAMPLE_SHEETS.find((each) => each.key === key);
  if (!layout) throw new Error(`the sample has no sheet ${key}`);
  return dataSheet(layout, sheetRows(key, deals, months, language), language);
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
    case "deals": {
      const reasons = lossReasons(deals);
      return deals.map((deal, i) => [
        dealName(deal.number), customerName(deal.customer, language), SOURCE_NAMES[deal.source]?.[language] ?? "", OWNER_NAMES[deal.owner]?.[language] ?? "",
        stage(stageNow(deal)), stage(lastFunnelStage(deal)), Math.floor(createdAt(deal)), dayOf(closedAt(deal)), deal.amount,
        REASON_NAMES[reasons[i] ?? -1]?.[language] ?? null,
      ]);
    }
    case "history":
      return history(deals).map(({ deal, stage: index, at }) => [dealName(deal), stage(index), at]);
    case "spend":
      return months.map(({ start, marketing, sales, leads, qualified, actions, customers, plan, revenue, churned }) => [start, marketing, sales, leads, qualified, actions, customers, plan, revenue, churned]);
    case "channels":
      return channelRows(deals, months, language);
    case "pipeline":
      return pipelineRows(deals, stage);
    case "factors":
      return factorRows(deals, language);
    case "team":
      return teamRows(language);
    case "goals":
      return goalRows(language);
    case "checkins":
      return checkinRows(language);
  }
}

const dayOf = (moment: number | null): number | null => (moment === null ? null : Math.floor(moment));

const FORMATS: Readonly<Record<string, number>> = {
  created: STYLE.date, closed: STYLE.date, date: STYLE.moment, month: STYLE.month, amount: STYLE.money,
  marketing: STYLE.money, sales: STYLE.money, plan: STYLE.money, revenue: STYLE.money, count: STYLE.money, lost_count: STYLE.money,
  leads: STYLE.money, qualified: STYLE.money, actions: STYLE.money, customers: STYLE.money, churned: STYLE.money,
  costs: STYLE.money, probability: STYLE.percent, expected: STYLE.date, quota: STYLE.money, attainment: STYLE.percent, ramp: STYLE.percent,
  leads_before: STYLE.money, won_before: STYLE.money, leads_after: STYLE.money, won_after: STYLE.money,
  start: STYLE.date, due: STYLE.date, as_of: STYLE.date,
};
const WIDTHS: Readonly<Record<string, number>> = { customer: 190, source: 120, owner: 120, stage: 120, last_stage: 130, date: 130, lost_count: 120, qualified: 130, customers: 130, churned: 140, lost: 130, reason: 170, channel: 130, leads_before: 120, won_before: 130, leads_after: 120, won_after: 130, expected: 130, factor: 130, role: 150, quota: 130, goal: 200, type: 130, accumulates: 150, value_is: 160, note: 220 };

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
