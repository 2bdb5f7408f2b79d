/** A row of the table of goals as the core measures it: the rules for its cells are those of GOAL_VALUE (functions.md 11.1). */
import { kindOf, type Goal as CoreGoal, type GoalMeasure, type Kind } from "../core/goal-value";
import type { PaceBy } from "../core/time-share";
import type { Goal } from "./cycles";
import type { Reason } from "./reasons";
import type { Plan } from "./plan";
import { monthlyShare } from "./monthly";
import { seasonOf, workDaysOf } from "./settings";

export const isWay = ({ fields: { type } }: Goal): boolean => type === null || type === "increase" || type === "decrease";

export const kindOfGoal = ({ fields: { type, accumulate } }: Goal): Kind => kindOf(type, accumulate === "sum");

/** A milestone without a target is to be reached once. */
export const targetOf = ({ fields: { target, type } }: Goal): number | null => (type === "milestone" ? target || 1 : target);

/** Blank is 0; other goals have none. */
export const baselineOf = (goal: Goal): number => (isWay(goal) ? (goal.fields.baseline ?? 0) : 0);

/** How the time of a goal is counted; blank is working days. */
export const paceByOf = ({ fields: { path, pace_by } }: Goal): PaceBy => (path === "season" ? "season" : (pace_by ?? "working"));

/** Why there is no progress, before anything is computed; null where there may be some. */
export function lackingForProgress(goal: Goal): Reason | null {
  if (isOdd(goal, ["type", "target", "baseline"]) || (goal.fields.type === "keep within" && isOdd(goal, ["target_max"]))) return "notUnderstood";
  return targetOf(goal) === null ? "noTarget" : null;
}

/** Why nothing can be measured in time; null where it may be. */
export function lackingInTime(goal: Goal): Reason | null {
  const { fields: { start, end, accumulate, type } } = goal;
  if (isOdd(goal, ["accumulate", "start", "end", "path", "pace_by"])) return "notUnderstood";
  return lackingForProgress(goal) ?? (start === null || end === null ? "noDates" : type === "keep ≤" && accumulate === null ? "noAccumulate" : null);
}

/** Why there is no such number, before anything is computed. */
export const lackingFor = (goal: Goal, measure: GoalMeasure): Reason | null =>
  measure === "progress" ? lackingForProgress(goal) : (lackingInTime(goal) ?? (measure === "forecast" && isWay(goal) && goal.fields.accumulate === null ? "noAccumulate" : null));

/** Progress does not ask for dates, nor what is measured in time for the upper limit: what is wrong with them is not told then. */
export const readFor = (goal: CoreGoal, measure: GoalMeasure): CoreGoal => (measure === "progress" ? { ...goal, start: NaN, due: NaN } : measure === "gap" ? goal : { ...goal, upper: null });

const isOdd = (goal: Goal, fields: readonly string[]): boolean => fields.some((field) => goal.odd[field] !== undefined);

/** @param day whole day on which the goal is measured */
export function coreGoal(plan: Plan, goal: Goal, actual: number | null, day: number): CoreGoal {
  const { fields: { type, accumulate, target_max, start, end, path } } = goal;
  const [paceBy, share] = [paceByOf(goal), monthlyShare(plan, goal, Math.floor(day))];
  return {
    type, actual, isSum: accumulate === "sum", baseline: baselineOf(goal), target: targetOf(goal) ?? NaN, upper: type === "keep within" ? target_max : null,
    start: Math.floor(start ?? NaN), due: Math.floor(end ?? NaN), day: Math.floor(day), path: path ?? "linear",
    // Within a month every working day counts alike.
    share, pacing: { paceBy: share !== null && paceBy === "season" ? "working" : paceBy, workDays: workDaysOf(plan), season: seasonOf(plan) }, place: () => ({}),
  };
}
