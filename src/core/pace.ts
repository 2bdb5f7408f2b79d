/** Goals in time: what is expected by now, pace, forecast, status; fulfilment of a plan, score of several goals, a level that is kept. */
import { MetricError } from "./error";
import { ratio, sum, TOLERANCE } from "./stats";
import { checkPacing, timeShare, type Pacing } from "./time-share";

/** The time of a goal, whole days of start, end and the day of the fact, and how it is counted. */
export type Span = { readonly start: number; readonly end: number; readonly asOf: number; readonly pacing: Pacing };

const passed = ({ start, end, asOf, pacing }: Span): number => timeShare(start, end, asOf, pacing);

/**
 * The time that has passed, where something is divided by it. A wrong question comes first, then a missing value.
 *
 * @throws as timeShare; blankActual; notStarted when it is 0
 */
function passedFor(actual: number | null, span: Span): number {
  checkPacing(span.start, span.end, span.pacing);
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  const share = passed(span);
  if (share === 0) throw new MetricError("notStarted", { argument: "as_of" });
  return share;
}

/** @throws targetIsBaseline for a level to keep, which has no way to go */
function checkWay(target: number, baseline: number): void {
  if (target === baseline) throw new MetricError("targetIsBaseline", { argument: "baseline", found: baseline });
}

/**
 * Fulfilment of a plan, not the way gone from where it began.
 *
 * @param method where less is better: `variance` 2 − actual/target, `ratio` target/actual
 * @returns share, 1 is the plan
 * @throws blankActual; zeroPlan for a target of 0, zeroDivisor for a ratio to 0
 */
export function attainment(actual: number | null, target: number, direction: "up" | "down", method: "variance" | "ratio"): number {
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  if (target === 0) throw new MetricError("zeroPlan", { argument: "target" });
  if (direction === "up") return actual / target;
  return method === "variance" ? 2 - actual / target : ratio(target, actual, "zeroDivisor", { argument: "actual" });
}

/** What the goal should have reached by now, in its units. */
export const expectedToDate = (target: number, baseline: number, span: Span): number => baseline + (target - baseline) * passed(span);

/**
 * Progress compared with the time that has passed: 1 is on plan.
 *
 * @throws as timeShare; targetIsBaseline; blankActual; notStarted
 */
export function goalPace(actual: number | null, target: number, baseline: number, span: Span): number {
  checkPacing(span.start, span.end, span.pacing);
  checkWay(target, baseline);
  const share = passedFor(actual, span);
  return (actual! - baseline) / ((target - baseline) * share);
}

/**
 * Where an accumulating goal arrives at its end, if it goes on as until now.
 *
 * @throws as timeShare; blankActual; notStarted
 */
export function goalForecast(actual: number | null, baseline: number, span: Span): number {
  const share = passedFor(actual, span);
  return baseline + (actual! - baseline) / share;
}

export type PaceStatus = "onPlan" | "attention" | "behind";
export type Status = PaceStatus | "noData" | "notStarted" | "done" | "missed";

export const statusOfPace = (pace: number, green: number, yellow: number): PaceStatus =>
  pace >= green - TOLERANCE ? "onPlan" : pace >= yellow - TOLERANCE ? "attention" : "behind";

/**
 * One word about a goal; the first that holds, in the order of functions.md 11.2.
 *
 * @param green, yellow the least pace that is on plan, or needs attention only
 * @throws as timeShare; targetIsBaseline; aboveLimit for yellow above green
 */
export function goalStatus(actual: number | null, target: number, baseline: number, span: Span, green: number, yellow: number): Status {
  checkPacing(span.start, span.end, span.pacing);
  checkWay(target, baseline);
  if (yellow > green + TOLERANCE) throw new MetricError("aboveLimit", { argument: "yellow", found: yellow, other: green });
  const share = passed(span);
  if (share === 0) return "notStarted";
  if (actual === null) return "noData";
  const progress = (actual - baseline) / (target - baseline);
  if (progress >= 1 - TOLERANCE) return "done";
  return span.asOf >= Math.floor(span.end) ? "missed" : statusOfPace(progress / share, green, yellow);
}

/**
 * Progress of several goals as one number, weighted.
 *
 * @param progress NaN where there is none
 * @param weights NaN or null: 1
 * @param cap `yes`: each goal counts from 0 to 1, so that one goal far ahead does not hide another
 * @param blank a goal without progress is left out or counts as 0; a row without both is no goal
 * @throws blankActual when no goal counts; zeroTotal when their weights are 0
 */
export function planScore(progress: Float64Array, weights: Float64Array | null, cap: "yes" | "no", blank: "exclude" | "zero"): number {
  const parts: number[] = [];
  const counted: number[] = [];
  for (let i = 0; i < progress.length; i += 1) {
    const isBlank = Number.isNaN(progress[i]!);
    const weight = weights === null ? 1 : weights[i]!;
    if (isBlank && (blank === "exclude" || Number.isNaN(weight))) continue;
    const found = isBlank ? 0 : progress[i]!;
    const used = Number.isNaN(weight) ? 1 : weight;
    counted.push(used);
    parts.push(used * (cap === "yes" ? Math.min(1, Math.max(0, found)) : found));
  }
  if (counted.length === 0) throw new MetricError("blankActual", { argument: "progress" });
  return ratio(sum(parts), sum(counted), "zeroTotal", { argument: "weights" });
}

/** @throws noLimits without any; aboveLimit for low above high */
export function checkLimits(low: number | null, high: number | null): void {
  if (low === null && high === null) throw new MetricError("noLimits", { argument: "low, high" });
  if (low !== null && high !== null && low > high + TOLERANCE) throw new MetricError("aboveLimit", { argument: "low", found: low, other: high });
}

/**
 * Share of the periods whose value lies within the limits. Periods end with the last value; one without a value before it was not kept.
 *
 * @param values one per period, NaN where there is none
 * @throws as checkLimits; blankActual when there is no value
 */
export function keepRate(values: Float64Array, low: number | null, high: number | null): number {
  checkLimits(low, high);
  let kept = 0;
  let periods = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!Number.isNaN(value)) periods = i + 1;
    if (value >= (low ?? -Infinity) - TOLERANCE && value <= (high ?? Infinity) + TOLERANCE) kept += 1;
  }
  if (periods === 0) throw new MetricError("blankActual", { argument: "values" });
  return kept / periods;
}
