/**
 * One goal of the plan, read from its row: progress, what is expected by now, and how the fact compares with it.
 * Letters as in functions.md 11.1: a actual, b baseline, t target, x expected, τ share of the time.
 */
import { MetricError, type Details } from "./error";
import { statusOfPace, type Status } from "./pace";
import { ratio, TOLERANCE } from "./stats";
import { checkPacing, timeShare, type Pacing } from "./time-share";

export type GoalType = "increase" | "decrease" | "keep ≥" | "keep ≤" | "keep within" | "milestone";
export type Path = "linear" | "season" | "from the start" | "at the end";
/** Computed from several cells of the row. */
export type GoalMeasure = "progress" | "expected" | "pace" | "forecast" | "gap";

export type Goal = {
  /** null: the direction of the target against the baseline. */
  readonly type: GoalType | null;
  /** Facts add up to the target, such as revenue; a level of 30 % does not. */
  readonly isSum: boolean;
  /** null when not known yet. */
  readonly actual: number | null;
  /** 0 for goals other than increase and decrease. */
  readonly baseline: number;
  readonly target: number;
  /** The upper end of `keep within`; null: 5 % around the target. */
  readonly upper: number | null;
  /** Whole days; NaN for progress, which does not ask for them. */
  readonly start: number;
  readonly due: number;
  readonly day: number;
  readonly path: Path;
  /** How time is counted on a linear path and by season. */
  readonly pacing: Pacing;
  /** Share of the way that is expected by now on such a path where targets by month say it; only the plan knows them. */
  readonly share?: number | null;
  /** Where a value stands in the table, for messages. */
  readonly place: (value: "actual" | "target" | "upper" | "due") => Details;
};

/** What a goal is to be measured by; a spending limit is a sum to keep below. */
export type Kind = "way" | "milestone" | "level" | "limit";

export const kindOf = (type: GoalType | null, isSum: boolean): Kind =>
  type === "milestone" ? "milestone" : type === null || type === "increase" || type === "decrease" ? "way" : type === "keep ≤" && isSum ? "limit" : "level";

/** Whether time is counted at all: not for a level, which holds from the first day on, nor for a forecast that is the fact itself. */
export const needsPath = (field: GoalMeasure | "status", kind: Kind, isSum: boolean): boolean =>
  (kind === "way" || kind === "limit") && field !== "progress" && (field !== "forecast" || isSum);

/**
 * @throws targetIsBaseline, targetOnWrongSide, upperBelowTarget, endBeforeStart, notTwelve; rangeHasNoValue, levelHasNoPace, blankActual,
 *   nothingExpected where τ is 0 and divides; noWorkingDays, zeroSeason, zeroPlan (a milestone of 0), zeroDivisor (pace of a spending limit)
 */
export function goalMeasure(field: GoalMeasure, goal: Goal): number {
  const kind = kindOf(goal.type, goal.isSum);
  check(field, goal, kind);
  if (field === "expected") {
    if (goal.type === "keep within") throw new MetricError("rangeHasNoValue", goal.place("target"));
    return expected(goal, kind);
  }
  if (field === "pace" && kind === "level") throw new MetricError("levelHasNoPace", goal.place("target"));
  const { actual, baseline, target, place } = goal;
  if (actual === null) throw new MetricError("blankActual", place("actual"));
  switch (field) {
    case "progress":
      return progress(goal, kind, actual);
    case "pace":
      if (kind === "limit") return ratio(expected(goal, kind), actual, "zeroDivisor", place("actual"));
      return progress(goal, kind, actual) / shareAbove0(goal, kind);
    case "forecast":
      return kind === "limit" || (kind === "way" && goal.isSum) ? baseline + (actual - baseline) / shareAbove0(goal, kind) : actual;
    case "gap": {
      if (kind === "level") {
        const [low, high] = limits(goal);
        return Math.min(actual - low, high - actual);
      }
      const gap = actual - expected(goal, kind);
      return kind === "limit" || (kind === "way" && target < baseline) ? -gap : gap;
    }
  }
}

/** From this pace on a goal is on plan, and from this one on it needs attention, where nothing else is said. */
export const GREEN = 0.95;
export const YELLOW = 0.8;

/** @throws as goalMeasure, except that a blank actual is a status of its own */
export function planStatus(goal: Goal, green = GREEN, yellow = YELLOW): Status {
  const kind = kindOf(goal.type, goal.isSum);
  check("status", goal, kind);
  const { actual, start, due, day } = goal;
  const isAtEnd = kind === "milestone" || (kind !== "level" && goal.path === "at the end");
  if (isAtEnd ? day < start : share(goal, kind) === 0) return "notStarted";
  if (actual === null) return "noData";
  const isKept = kind === "level" || kind === "limit";
  const isReached = progress(goal, kind, actual) >= 1 - TOLERANCE; // progress of what is kept is 1 or 0
  if (isReached && (!isKept || day >= due)) return "done";
  if (day >= due) return "missed";
  if (kind === "level") return isReached ? "onPlan" : "behind";
  if (kind === "limit" && !isReached) return "behind";
  if (isAtEnd || (kind === "limit" && actual <= TOLERANCE)) return "onPlan";
  const pace = kind === "limit" ? expected(goal, kind) / actual : progress(goal, kind, actual) / share(goal, kind);
  return statusOfPace(pace, green, yellow);
}

/** What is wrong with the row, before the data are asked for an answer. */
function check(field: GoalMeasure | "status", { type, isSum, baseline, target, upper, start, due, pacing, path, place }: Goal, kind: Kind): void {
  if (kind === "way") {
    if (target === baseline) throw new MetricError("targetIsBaseline", { ...place("target"), found: baseline });
    if (type !== null && (type === "increase") !== target > baseline) throw new MetricError("targetOnWrongSide", { ...place("target"), found: target, other: baseline });
  }
  if (upper !== null && upper < target - TOLERANCE) throw new MetricError("upperBelowTarget", { ...place("upper"), found: upper, other: target });
  if (due < start) throw new MetricError("endBeforeStart", place("due"));
  if (needsPath(field, kind, isSum) && (path === "linear" || path === "season")) checkPacing(start, due, pacing);
}

function progress(goal: Goal, kind: Kind, actual: number): number {
  if (kind === "way" || kind === "milestone") return ratio(actual - goal.baseline, goal.target - goal.baseline, "zeroPlan", goal.place("target"));
  const [low, high] = limits(goal);
  return actual >= low - TOLERANCE && actual <= high + TOLERANCE ? 1 : 0;
}

const expected = (goal: Goal, kind: Kind): number => (kind === "level" ? goal.target : goal.baseline + (goal.target - goal.baseline) * share(goal, kind));

/** What a level, or a spending limit, has to stay within. */
export function limits({ type, target, upper }: Pick<Goal, "type" | "target" | "upper">): readonly [number, number] {
  if (type === "keep ≥") return [target, Infinity];
  if (type === "keep ≤") return [-Infinity, target];
  return upper === null ? [target - 0.05 * Math.abs(target), target + 0.05 * Math.abs(target)] : [target, upper];
}

/** τ, 0..1. */
function share({ start, due, day, path, pacing, share: planned }: Goal, kind: Kind): number {
  if (kind === "milestone" || (kind !== "level" && path === "at the end")) return day < due ? 0 : 1;
  if (kind === "level" || path === "from the start") return day < start ? 0 : 1;
  return planned ?? timeShare(start, due, day, pacing);
}

function shareAbove0(goal: Goal, kind: Kind): number {
  const passed = share(goal, kind);
  if (passed === 0) throw new MetricError("nothingExpected", goal.place("due"));
  return passed;
}
