/** Time: in a stage, from stage to stage, and deals that stay too long. */
import { boundsOf, type Period } from "./calendar";
import { wonStage, type Codes } from "./columns";
import { MetricError } from "./error";
import type { PerStage } from "./funnel";
import { dealCount, startOf, stateOf, type History } from "./history";
import { byCodePoints } from "./order";
import { describe, sortedPercentile, TOLERANCE, type Statistic } from "./stats";
import { staysByStage, type StayOptions } from "./stays";
import { curveMean, curvePercentile, kaplanMeier, type Durations } from "./survival";

/** What to do with what is not finished: leave it out, count it as censored (Kaplan–Meier), or take its age so far. */
export type Open = "exclude" | "censor" | "age";

const MEAN: Statistic = { name: "mean" };

/** @throws noStatisticWithCensor for a statistic that a censored set does not have */
export function refuseCensored(statistic: Statistic, open: Open): void {
  if (open === "censor" && (statistic.name === "min" || statistic.name === "max" || statistic.name === "sum")) {
    throw new MetricError("noStatisticWithCensor", { argument: "statistic", list: [statistic.name] });
  }
}

export type Told = number | "nothing" | "notReached";

/** One number about durations. `nothing`: no finished one; `notReached`: fewer have ended than the percentile asks for. */
export function tell({ finished, open }: Durations, statistic: Statistic, treatment: Open): Told {
  const used = treatment === "exclude" ? finished.length : finished.length + open.length;
  if (used === 0) return "nothing"; // also for their count
  if (treatment !== "censor") {
    return describe(treatment === "age" ? joined(finished, open) : finished, statistic) ?? "nothing";
  }
  if (statistic.name === "count") return used;
  if (finished.length === 0) return "nothing";
  const curve = kaplanMeier({ finished, open });
  if (statistic.name === "percentile") return curvePercentile(curve, statistic.share) ?? "notReached";
  return curveMean(curve);
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const known = (told: Told): number | null => (typeof told === "number" ? told : null);

/**
 * Days that deals spend in each stage of the funnel; null for the won stage and where nothing is finished.
 *
 * @throws noStatisticWithCensor
 */
export function stageTimes(history: History, statistic: Statistic, open: Open, options: StayOptions): PerStage {
  refuseCensored(statistic, open);
  return [...staysByStage(history, options).map((stays) => known(tell(stays, statistic, open))), null];
}

/**
 * Days that deals spend in one stage.
 *
 * @throws wonHasNoTime, nothingFinished, percentileNotReached, noStatisticWithCensor
 */
export function stageTime(history: History, stage: number, statistic: Statistic, open: Open, options: StayOptions): number {
  refuseCensored(statistic, open);
  const found = history.funnel.order[stage];
  if (stage === wonStage(history.funnel)) throw new MetricError("wonHasNoTime", { argument: "stage", found });
  const told = tell(staysByStage(history, options)[stage]!, statistic, open);
  if (told === "nothing") throw new MetricError("nothingFinished", { found });
  if (told === "notReached") throw new MetricError("percentileNotReached", { found });
  return told;
}

export type StageTimeRow = {
  readonly stage: string | number;
  readonly stays: number;
  readonly finished: number;
  readonly open: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p80: number | null;
  readonly meanWithOpen: number | null;
  readonly medianWithOpen: number | null;
  readonly longestOpen: number | null;
};

/** Time per stage before won, of finished stays and, by Kaplan–Meier, with the open ones. */
export function stageTimeTable(history: History, options: StayOptions): readonly StageTimeRow[] {
  return staysByStage(history, options).map(({ finished, open }, stage) => {
    const sorted = finished.slice().sort();
    const curve = finished.length > 0 ? kaplanMeier({ finished: sorted, open }) : null;
    return {
      stage: history.funnel.order[stage]!,
      stays: finished.length + open.length,
      finished: finished.length,
      open: open.length,
      mean: describe(finished, MEAN),
      median: sortedPercentile(sorted, 0.5),
      p80: sortedPercentile(sorted, 0.8),
      meanWithOpen: curve && curveMean(curve),
      medianWithOpen: curve && curvePercentile(curve, 0.5),
      longestOpen: describe(open, { name: "max" }),
    };
  });
}

/**
 * Days from the first entry into one stage to the first entry into a later one that is not before it. Deals that did not arrive are left out.
 *
 * @param to a later stage of the funnel, or a lost stage
 * @param period of the entry into `from`
 * @param window days within which the deal must arrive, inclusive
 * @throws notLater; nobodyConverted
 */
export function timeToConvert(history: History, from: number, to: number, statistic: Statistic, period: Period, window: number | null): number {
  const { starts, ends, stages, times, funnel } = history;
  const label = (stage: number) => (stage < funnel.order.length ? funnel.order[stage] : funnel.lost[stage - funnel.order.length]);
  if (to <= from) throw new MetricError("notLater", { argument: "to_stage", found: label(to), other: label(from) });
  const days = new Float64Array(dealCount(history));
  const first = boundsOf(period).from;
  const after = boundsOf(period).to;
  const most = window === null ? Infinity : window + TOLERANCE;
  let arrived = 0;
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    const end = ends[deal]!;
    let entered = starts[deal]!;
    while (entered < end && stages[entered] !== from) entered += 1;
    if (entered === end || !(times[entered]! >= first && times[entered]! < after)) continue;
    let reached = entered + 1; // equal times are in funnel order, so a later stage never stands before
    while (reached < end && stages[reached] !== to) reached += 1;
    if (reached === end) continue;
    const passed = times[reached]! - times[entered]!;
    if (passed <= most) days[arrived++] = passed;
  }
  const result = arrived === 0 ? null : describe(days.subarray(0, arrived), statistic);
  if (result === null) throw new MetricError("nobodyConverted", { found: label(from), other: label(to) });
  return result;
}

export type StaleDeal = readonly [deal: string | number, stage: string | number, since: number, days: number, limit: number];

/** Longer than so many days, or longer than a percentile of all stays in the stage. */
export type StaleLimit = { readonly days: number } | { readonly share: number };

/** Open deals that stay in their stage longer than the limit: the oldest first, then by id. */
export function staleDeals(history: History, ids: Codes, limit: StaleLimit, open: "exclude" | "censor"): readonly StaleDeal[] {
  const { funnel, ends, stages, times, asOf } = history;
  const limits = limitPerStage(history, limit, open);
  const stale: StaleDeal[] = [];
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    if (startOf(history, deal) < 0 || stateOf(history, deal) !== "open") continue;
    const last = ends[deal]! - 1;
    const stage = stages[last]!;
    const days = Math.max(0, asOf - times[last]!);
    const most = limits[stage]!;
    if (most !== null && days > most + TOLERANCE) {
      stale.push([ids.labels[deal]!, funnel.order[stage]!, times[last]!, days, most]);
    }
  }
  return stale.sort(([a, , , daysA], [b, , , daysB]) => daysB - daysA || byCodePoints(String(a), String(b)));
}

function limitPerStage(history: History, limit: StaleLimit, open: "exclude" | "censor"): PerStage {
  if ("days" in limit) return history.funnel.order.map(() => limit.days);
  const statistic: Statistic = { name: "percentile", share: limit.share };
  const stays = staysByStage(history, { visits: "each", basis: "cohort", period: { from: null, to: null } });
  return stays.map((each) => known(tell(each, statistic, open)));
}
