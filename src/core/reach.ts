/** How many deals reached each stage, from the stage history or from deal rows. */
import { boundsOf, hasPeriod, type Period } from "./calendar";
import { wonStage, type Dates, type Funnel } from "./columns";
import { MetricError } from "./error";
import { dealCount, lostFrom, startOf, stateOf, type History } from "./history";
import { TOLERANCE } from "./stats";

export type ReachOptions = {
  /** `furthest`: entered the stage or a later one. `visited`: entered it. `strict`: entered all stages up to it, in order. */
  readonly reach: "furthest" | "visited" | "strict";
  readonly count: "reached" | "lost" | "open";
  /** `cohort`: the deal's start lies in the period. `period`: the event itself does. */
  readonly basis: "cohort" | "period";
  readonly period: Period;
  /** Days from the start within which a stage must be reached, inclusive; null for any time. */
  readonly window: number | null;
};

/**
 * Deals per stage of the funnel: reached it, were lost from it, or are in it now (won is not counted then).
 *
 * @returns one whole number per stage of `order`
 */
export const funnelCounts = (history: History, options: ReachOptions): number[] => Array.from(countsByGroup(history, options, null, 1));

/**
 * The same for each group of deals.
 *
 * @param groups group of each deal, 0 … size − 1; null for a single group
 * @returns the counts of group g from `g * order.length` on
 */
export function countsByGroup(history: History, options: ReachOptions, groups: Int32Array | null, size: number): Float64Array {
  const depth = history.funnel.order.length;
  const counts = new Float64Array(size * depth);
  const reached = new Float64Array(depth);
  const cohort = options.basis === "cohort";
  const { from, to } = boundsOf(options.period);
  const window = options.window === null ? Infinity : options.window + TOLERANCE;
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    const start = startOf(history, deal);
    if (start < 0) continue;
    const began = history.times[start]!;
    if (cohort && !(began >= from && began < to)) continue;
    const at = groups === null ? 0 : groups[deal]! * depth;
    if (options.count !== "reached") {
      const stage = stageNow(history, deal, options.count);
      const entered = history.times[history.ends[deal]! - 1]!;
      if (stage >= 0 && (cohort || (entered >= from && entered < to))) counts[at + stage]! += 1;
      continue;
    }
    reachDates(history, deal, start, options.reach, reached);
    const limit = began + window;
    for (let stage = 0; stage < depth; stage += 1) {
      const date = reached[stage]!;
      if (date <= limit && (cohort || (date >= from && date < to))) counts[at + stage]! += 1;
    }
  }
  return counts;
}

/** The stage a deal was lost from, or is open in; -1 where it is neither. */
function stageNow(history: History, deal: number, count: "lost" | "open"): number {
  if (stateOf(history, deal) !== count) return -1;
  const at = count === "lost" ? lostFrom(history, deal) : history.ends[deal]! - 1;
  return at < 0 ? -1 : history.stages[at]!;
}

/** Fills `reached` with the date at which the deal reached each stage; NaN where it never did. */
function reachDates(history: History, deal: number, start: number, reach: ReachOptions["reach"], reached: Float64Array): void {
  const { stages, times, ends } = history;
  const depth = reached.length;
  reached.fill(NaN);
  if (reach === "strict") {
    let next = 0;
    for (let i = start; i < ends[deal]! && next < depth; i += 1) if (stages[i] === next) reached[next++] = times[i]!;
    return;
  }
  let furthest = 0; // in time order, so the first date that is written is the earliest
  for (let i = start; i < ends[deal]!; i += 1) {
    const stage = stages[i]!;
    if (stage >= depth) continue;
    if (reach === "visited") {
      if (Number.isNaN(reached[stage]!)) reached[stage] = times[i]!;
    } else {
      for (; furthest <= stage; furthest += 1) reached[furthest] = times[i]!;
    }
  }
}

/**
 * The same from deal rows with the current stage: a deal counts in every stage up to the furthest it had reached.
 *
 * @param lastStages furthest stage known for a row, -1 where blank; the later of it and the current stage counts
 * @param created dates of creation, for the period
 * @throws lostStageUnknown for a lost deal without a last stage: its row does not say how far it came
 */
export function funnelReached(
  stages: Int32Array,
  funnel: Funnel,
  lastStages: Int32Array | null,
  created: Dates | null,
  count: ReachOptions["count"],
  period: Period,
): number[] {
  if (hasPeriod(period) && !created) throw new MetricError("needsArgument", { argument: "dates", expected: "from, to" });
  const depth = funnel.order.length;
  const counts = new Array<number>(depth).fill(0);
  const { from, to } = boundsOf(period);
  for (let row = 0; row < stages.length; row += 1) {
    if (created && !(created[row]! >= from && created[row]! < to)) continue;
    const stage = stages[row]!;
    const isLost = stage >= depth;
    if (count === "open") {
      if (stage < wonStage(funnel)) counts[stage]! += 1;
      continue;
    }
    const last = lastStages ? lastStages[row]! : -1;
    if (isLost && last < 0) throw new MetricError("lostStageUnknown", { argument: "stages", index: row, found: funnel.lost[stage - depth]! });
    const furthest = isLost ? last : Math.max(stage, last);
    if (count === "lost") {
      if (isLost) counts[furthest]! += 1;
    } else {
      for (let each = 0; each <= furthest; each += 1) counts[each]! += 1;
    }
  }
  return counts;
}
