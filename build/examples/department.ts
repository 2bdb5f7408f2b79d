/** The made-up sales department of the examples: the one of the sample workbook, a quarter of its deals. */
import { SAMPLE_LOST, SAMPLE_STAGES } from "../../src/catalogue/sample";
import type { Language, Words } from "../../src/catalogue/words";
import type { Scalar } from "../../src/hosts/workbench/files/plain-book";
import { lossReasons } from "../../src/hosts/workbench/sample/channels";
import { closedAt, createdAt, history, isWon, lastFunnelStage, LOST, sampleDeals, stageNow, type Deal } from "../../src/hosts/workbench/sample/deals";
import { customerName, dealName, OWNER_NAMES, REASON_NAMES, SOURCE_NAMES } from "../../src/hosts/workbench/sample/names";
import { dataSheet, type Data } from "./sheets";

/** One deal of so many: enough for reviews, and small files. */
const oneOf = (each: number): readonly Deal[] => sampleDeals()
  .filter((_, i) => i % each === 0)
  .map((deal, number) => ({ ...deal, number, entries: deal.entries.map((entry) => ({ ...entry, deal: number })) }));
export const deals = oneOf(4);
/** For an example without the history, which takes most of the room. */
export const twiceAsMany = oneOf(2);

export const stageName = (stage: number, language: Language): string => (stage === LOST ? SAMPLE_LOST : SAMPLE_STAGES[stage])?.[language] ?? "";
export const wonStage = (language: Language): string => SAMPLE_STAGES.at(-1)?.[language] ?? "";
export const stageOf = stageNow;
export const closedDay = (deal: Deal): number | null => dayOf(closedAt(deal));
/** The same deal, lost on the day on which it was won; another one as it is. */
export function lostDeal(deal: Deal): Deal {
  const last = deal.entries.at(-1);
  return last && isWon(deal) ? { ...deal, entries: [...deal.entries.slice(0, -1), { ...last, stage: LOST }] } : deal;
}
export const dayOf = (moment: number | null): number | null => (moment === null ? null : Math.floor(moment));

export const NAMES = {
  deals: { en: "Deals", ru: "Сделки" },
  log: { en: "Log", ru: "История" },
  stages: { en: "Stages", ru: "Этапы" },
} as const satisfies Record<string, Words>;

const words = (en: string, ru: string): Words => ({ en, ru });
export const HEADERS = {
  deal: words("Deal", "Сделка"), customer: words("Customer", "Клиент"), source: words("Source", "Источник"), owner: words("Owner", "Менеджер"), stage: words("Stage", "Этап"),
  lastStage: words("Last stage", "Последний этап"), created: words("Created", "Создана"), closed: words("Closed", "Закрыта"), amount: words("Amount", "Сумма"),
  reason: words("Lost because", "Причина отказа"), date: words("Date", "Дата"), lost: words("Lost stages", "Этапы отказа"),
} as const;

/** One row per deal, as a CRM exports it: the same columns as in the sample workbook. */
export function dealSheet(language: Language, of: readonly Deal[] = deals): Data {
  const reasons = lossReasons(of);
  return dataSheet(language, NAMES.deals, [
    { key: "deal", words: HEADERS.deal, width: 90 }, { key: "customer", words: HEADERS.customer, width: 190 }, { key: "source", words: HEADERS.source, width: 130 },
    { key: "owner", words: HEADERS.owner, width: 130 }, { key: "stage", words: HEADERS.stage, width: 130 }, { key: "lastStage", words: HEADERS.lastStage, width: 130 },
    { key: "created", words: HEADERS.created, style: "date" }, { key: "closed", words: HEADERS.closed, style: "date" }, { key: "amount", words: HEADERS.amount, style: "money" },
    { key: "reason", words: HEADERS.reason, width: 180 },
  ], of.map((deal, i): Scalar[] => [
    dealName(deal.number), customerName(deal.customer, language), SOURCE_NAMES[deal.source]?.[language] ?? "", OWNER_NAMES[deal.owner]?.[language] ?? "",
    stageName(stageNow(deal), language), stageName(lastFunnelStage(deal), language), Math.floor(createdAt(deal)), dayOf(closedAt(deal)), deal.amount,
    REASON_NAMES[reasons[i] ?? -1]?.[language] ?? null,
  ]));
}

/** One row per entry of a deal into a stage; the source of the deal beside it, for comparisons. */
export const logSheet = (language: Language, of: readonly Deal[] = deals): Data =>
  dataSheet(language, NAMES.log, [
    { key: "deal", words: HEADERS.deal, width: 90 }, { key: "stage", words: HEADERS.stage, width: 130 }, { key: "date", words: HEADERS.date, style: "date" }, { key: "source", words: HEADERS.source, width: 130 },
  ], history(of).map((entry): Scalar[] => [dealName(entry.deal), stageName(entry.stage, language), Math.floor(entry.at), SOURCE_NAMES[of[entry.deal]?.source ?? 0]?.[language] ?? ""]));

/** Conversions from the previous stage that others of the trade reach. */
const BENCHMARKS = [null, 0.75, 0.8, 0.85, 0.85, 0.85] as const;

/** The stages in their order with a benchmark of each step, and those that mean the deal was lost. */
export const stageSheet = (language: Language): Data =>
  dataSheet(language, NAMES.stages, [{ key: "stage", words: HEADERS.stage, width: 130 }, { key: "lost", words: HEADERS.lost, width: 130 }, { key: "benchmark", words: words("Benchmark", "Ориентир"), style: "percent" }],
    SAMPLE_STAGES.map((stage, i): Scalar[] => [stage[language], i === 0 ? SAMPLE_LOST[language] : null, BENCHMARKS[i] ?? null]));
