/** Several goals as one: the weighted score of a cycle, or of the goals that support another, and the worst of their statuses beside it. */
import { planScore } from "../core/pace";
import type { GoalStatus } from "./codes";
import { isCancelledGoal, isOpenCycle, rowsIn, type Cycle, type Goal } from "./cycles";
import { rowOf } from "./find";
import { measuresOf } from "./measures";
import type { Plan } from "./plan";

export type Score = {
  /** 0..1; null where no goal with a weight has data. */
  readonly value: number | null;
  /** So many goals have data, of so many with a weight: "from 7 of 9 goals". */
  readonly from: number;
  readonly of: number;
  /** null where there is no goal with a weight. */
  readonly worst: GoalStatus | null;
};

/** Blank is 1; 0 is watched and not scored, and so is a weight below it. */
export const weightOf = ({ fields: { weight } }: Goal): number => Math.max(0, weight ?? 1);

/** The worst first. What nobody can judge yet is no bad news: it counts only where there is nothing else. */
const WORST: readonly GoalStatus[] = ["missed", "behind", "attention", "onPlan", "done", "noData", "notStarted"];

export const worstOf = (statuses: readonly (GoalStatus | null)[]): GoalStatus | null => WORST.find((status) => statuses.includes(status)) ?? null;

export function scoreOfGoals(plan: Plan, goals: readonly Goal[], today: number): Score {
  const scored = goals.filter((goal) => !isCancelledGoal(goal) && weightOf(goal) > 0).map((goal) => ({ weight: weightOf(goal), measures: measuresOf(plan, goal, today) }));
  const progress = Float64Array.from(scored, ({ measures }) => measures.progress.value ?? NaN);
  const from = scored.filter(({ measures }) => measures.progress.value !== null).length;
  return {
    value: from === 0 ? null : planScore(progress, Float64Array.from(scored, ({ weight }) => weight), "yes", "exclude"),
    from, of: scored.length, worst: worstOf(scored.map(({ measures }) => measures.status)),
  };
}

/** What closing froze stays; otherwise the score on the day of the plan. It is final once the cycle is closed. */
export function scoreOf(plan: Plan, cycle: Cycle, today: number): Score & { readonly isFinal: boolean } {
  const score = scoreOfGoals(plan, rowsIn(plan, "goals", cycle), today);
  const frozen = cycle.frozen["score"];
  return { ...score, ...(frozen !== undefined && { value: typeof frozen === "number" ? frozen : null }), isFinal: !isOpenCycle(cycle) };
}

/** The goals that support this one. */
export const supportersOf = (plan: Plan, goal: Goal): readonly Goal[] => plan.rows.goals.filter((each) => each.row !== goal.row && rowOf(plan, "goals", each.fields.parent_goal)?.row === goal.row);
