/** What the ready-made plan takes from the user's table instead of its examples. */
import { sum, roundUp } from "../core/stats";
import type { FunnelStage } from "./backward-plan";
import type { LiveFacts } from "./data-formulas";
import type { OwnStage } from "./data-history";
import type { DataFigures, Owner, Span } from "./from-data";
import { READY_WORDS } from "./ready-texts";
import type { Language } from "./words";

export type OwnData = {
  /** Name of the sheet, for the notes. */
  readonly sheet: string;
  readonly averageDeal: number | null;
  readonly winRate: number | null;
  readonly cycleDays: number | null;
  /** Deals that the averages are of, and the span they were won in. */
  readonly averaged: number;
  readonly basis: Span | null;
  /** Deals that the share won is of, those of them that are won, and when they were decided; null: not known. */
  readonly decided: number;
  readonly wins: number;
  readonly decidedIn: Span | null;
  /** What the open deals come to, and what of it is likely; null: not known. */
  readonly pipeline: DataFigures["pipeline"];
  /** Stages with rates between them, won the last; null where the table only tells the share won, or nothing. */
  readonly funnel: readonly OwnStage[] | null;
  readonly owners: readonly Owner[];
  /** Months that the owners' revenue is of. */
  readonly months: number;
  readonly season: readonly number[] | null;
  /** Actual of these goals as formulas. */
  readonly live: LiveFacts;
};

/** A few old deals distort the mean: then half of all deals is the better measure (guide to the plan, 7.3). */
export type DaysOf = "mean" | "median";

/** Fewer than so many cases may be chance (7.1). */
export const FEW = 30;

/**
 * @param funnel of another table, a stage history, in place of its own
 * @param daysOf which length of a deal the plan counts on; the days of the stages are in proportion
 */
export function ownData(figures: DataFigures, funnel: readonly OwnStage[] | null, sheet: string, live: LiveFacts, daysOf: DaysOf = "mean"): OwnData {
  const { averageDeal, averaged, basis, winRate, cycle, owners, months, season, pipeline } = figures;
  const stages = funnel ?? figures.funnel;
  const share = daysOf === "median" && cycle && cycle.days > 0 ? cycle.median / cycle.days : 1;
  return {
    sheet, averageDeal, averaged, basis, pipeline, live, owners, season, decided: winRate?.decided ?? 0, wins: winRate?.won ?? 0, decidedIn: winRate?.span ?? null, winRate: winRate && winRate.share > 0 && winRate.share < 1 ? winRate.share : null, cycleDays: cycle && cycle.days * share,
    funnel: stages && stages.map((stage) => ({ ...stage, lagDays: stage.lagDays && stage.lagDays * share })), months: Math.max(1, Math.min(12, months?.revenue.length ?? 12)),
  };
}

/** Whether the conversion of such a plan is the share of decided deals that are won. */
export const isWinRateOnly = ({ funnel, winRate }: Pick<OwnData, "funnel" | "winRate">): boolean => funnel === null && winRate !== null;

/** null where the table tells no rates. Days that no stage has are those of the whole deal, in equal parts. */
export function ownStagesOf({ funnel, winRate, cycleDays }: OwnData, language: Language): readonly Omit<FunnelStage, "cost">[] | null {
  const last = { conversion: null, best: null, lagDays: null };
  if (funnel === null) {
    if (winRate === null) return null;
    return [{ name: READY_WORDS.opened[language], conversion: winRate, best: null, lagDays: cycleDays && Math.round(cycleDays) }, { name: READY_WORDS.won[language], ...last }];
  }
  const isTimed = funnel.some(({ lagDays }) => lagDays !== null);
  const days = Math.round(cycleDays ?? 0);
  const steps = funnel.length - 1;
  return funnel.map(({ name, conversion, lagDays }, i) => (i === steps ? { name, ...last } : {
    name, conversion, best: null, lagDays: isTimed ? Math.round(lagDays ?? 0) : cycleDays === null ? null : Math.floor((days * (i + 1)) / steps) - Math.floor((days * i) / steps),
  }));
}

/** People to hire so that everybody need not sell more than before; at most as many as there are. */
export function ownNewcomers({ owners, months }: OwnData, target: number, periodMonths: number): number {
  const each = sum(owners.map(({ revenue }) => revenue)) / owners.length / months;
  return each > 0 ? Math.min(owners.length, Math.max(0, roundUp(target / periodMonths / each) - owners.length)) : 0;
}

/** What each of the owners is to sell, by what they have sold; equal parts where nothing is known of that. */
export function ownQuotas({ owners }: OwnData, target: number): readonly number[] {
  const total = sum(owners.map(({ revenue }) => Math.max(0, revenue)));
  return owners.map(({ revenue }) => target * (total > 0 ? Math.max(0, revenue) / total : 1 / owners.length));
}
