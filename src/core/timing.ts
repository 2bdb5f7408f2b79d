/** Time: in a stage, from stage to stage, from creation to the end, and deals that stay too long. */
import { boundsOf, knownBefore, type Period } from "./calendar";
import { wonStage, type Codes, type Dates, type Funnel } from "./columns";
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

type Told = number | "nothing" | "notReached";

/** One number about durations. `nothing`: no finished one; `notReached`: fewer have ended than the percentile asks for. */
function tell({ finished, open }: Durations, statistic: Statistic, treatment: Open): Told {
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

export type StaleDeal = { readonly deal: string | number; readonly stage: string | number; readonly since: number; readonly days: number; readonly limit: number };

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
      stale.push({ deal: ids.labels[deal]!, stage: funnel.order[stage]!, since: times[last]!, days, limit: most });
    }
  }
  return stale.sort((a, b) => b.days - a.days || byCodePoints(String(a.deal), String(b.deal)));
}

function limitPerStage(history: History, limit: StaleLimit, open: "exclude" | "censor"): PerStage {
  if ("days" in limit) return history.funnel.order.map(() => limit.days);
  const statistic: Statistic = { name: "percentile", share: limit.share };
  const stays = staysByStage(history, { visits: "each", basis: "cohort", period: { from: null, to: null } });
  return stays.map((each) => known(tell(each, statistic, open)));
}

export type CycleOptions = {
  readonly outcome: "won" | "lost" | "closed" | null;
  readonly open: Open;
  readonly negative: "error" | "skip";
  /** `cohort`: created in the period. `period`: closed in it; open deals drop out then. */
  readonly basis: "cohort" | "period";
  readonly period: Period;
};

/**
 * Days from created to closed.
 *
 * @param closed NaN for a deal that is still open
 * @param stages current stage per row, -1 never; null when every closed row counts
 * @param asOf null for the latest date in the columns
 * @throws outcomeNeedsStages, openNeedsClosed, noStatisticWithCensor, closedMissing, closedBeforeCreated, noDeals, percentileNotReached
 */
export function salesCycle(
  created: Dates,
  closed: Dates,
  stages: Int32Array | null,
  funnel: Funnel | null,
  statistic: Statistic,
  asOf: number | null,
  options: CycleOptions,
): number {
  const outcome = checkedOutcome(stages !== null, statistic, options);
  const won = funnel ? wonStage(funnel) : -1;
  const ends = stages ? endsByStage(closed, stages, won) : closed;
  const until = knownBefore(asOf);
  checkCycleRows(created, ends, stages, won, until, options.negative === "error");
  const cohort = options.basis === "cohort";
  const { from, to } = boundsOf(options.period);
  const counted = chosenRows(created, ends, outcome === "closed" ? null : stages, won, outcome === "won", cohort, from, to, until);
  const open = outcome === "closed" && cohort ? ages(created, ends, from, to, until, asOf ?? latestOf(created, ends)) : NONE;
  const told = tell({ finished: counted, open }, statistic, options.open);
  if (told === "nothing") throw new MetricError("noDeals");
  if (told === "notReached") throw new MetricError("tooFewClosed");
  return told;
}

const NONE = new Float64Array(0);

/** Days of the deals that have ended as asked. `stages` null: whatever the outcome. What is left below 0 was asked to be skipped. */
function chosenRows(created: Dates, ends: Dates, stages: Int32Array | null, won: number, asksWon: boolean, cohort: boolean, from: number, to: number, until: number): Float64Array {
  const days = new Float64Array(created.length);
  let count = 0;
  for (let row = 0; row < created.length; row += 1) {
    const began = created[row]!;
    const end = ends[row]!;
    const event = cohort ? began : end;
    if (end < until && began < until && event >= from && event < to && end - began >= -TOLERANCE && (stages === null || (stages[row] === won) === asksWon)) days[count++] = end - began;
  }
  return days.subarray(0, count);
}

/** Days so far of the deals that are open at the moment: without an end, or with a later one. */
function ages(created: Dates, ends: Dates, from: number, to: number, until: number, moment: number): Float64Array {
  const days = new Float64Array(created.length);
  let count = 0;
  for (let row = 0; row < created.length; row += 1) {
    const began = created[row]!;
    if (began < until && began >= from && began < to && !(ends[row]! < until)) days[count++] = Math.max(0, moment - began);
  }
  return days.subarray(0, count);
}

export function checkedOutcome(withStages: boolean, statistic: Statistic, { outcome, open }: Pick<CycleOptions, "outcome" | "open">): "won" | "lost" | "closed" {
  if (!withStages && (outcome === "won" || outcome === "lost")) throw new MetricError("outcomeNeedsStages", { argument: "options", list: [outcome] });
  const chosen = outcome ?? (withStages ? "won" : "closed");
  if (open !== "exclude" && chosen !== "closed") throw new MetricError("openNeedsClosed", { argument: "options", list: [open] });
  refuseCensored(statistic, open);
  return chosen;
}

/** The ends that count: the date on an open deal is a forecast. */
const endsByStage = (closed: Dates, stages: Int32Array, won: number): Dates => closed.map((date, row) => (stages[row]! < won ? NaN : date));

/** The first row that contradicts itself, from the top. */
function checkCycleRows(created: Dates, ends: Dates, stages: Int32Array | null, won: number, until: number, refused: boolean): void {
  for (let row = 0; row < created.length; row += 1) {
    const end = ends[row]!;
    const missing = stages !== null && Number.isNaN(end) && stages[row]! >= won;
    const negative = refused && end < created[row]! - TOLERANCE;
    if (!missing && !negative) continue;
    if (created[row]! >= until) continue; // not known yet at that moment
    throw new MetricError(missing ? "closedMissing" : "closedBeforeCreated", { argument: "closed", index: row });
  }
}

/** The latest date of the data. */
function latestOf(created: Dates, ends: Dates): number {
  let last = -Infinity;
  for (let row = 0; row < created.length; row += 1) {
    if (created[row]! > last) last = created[row]!;
    if (ends[row]! > last) last = ends[row]!;
  }
  return last;
}
