/** Plan and fact of the goals of a cycle, the one that hurts most first, and what is done about it. */
import type { Action, Cycle, Goal } from "./cycles";
import { isCancelledGoal, rowsIn, rowsOfGoal } from "./cycles";
import { kindOfGoal } from "./goal-row";
import { measuresOf, type Measures } from "./measures";
import type { Plan } from "./plan";
import { weightOf } from "./score";

export type Deviation = {
  readonly goal: Goal;
  readonly measures: Measures;
  readonly weight: number;
  /** Share of what is expected by now that is missing; 0 where nothing is, null where nobody can tell. */
  readonly shortfall: number | null;
  /** Corrective actions that are not verified yet. */
  readonly actions: readonly Action[];
};

/**
 * All goals that are not cancelled: by weight × shortfall, then those without a shortfall in their order, then those that nobody can
 * judge. A goal of weight 0 is watched, so its shortfall comes after all others.
 */
export function deviationsOf(plan: Plan, cycle: Cycle, today: number): readonly Deviation[] {
  const all = rowsIn(plan, "goals", cycle).filter((goal) => !isCancelledGoal(goal)).map((goal): Deviation => {
    const measures = measuresOf(plan, goal, today);
    return { goal, measures, weight: weightOf(goal), shortfall: shortfallOf(goal, measures), actions: rowsOfGoal(plan, "actions", goal).filter(({ fields }) => fields.status !== "verified") };
  });
  const size = ({ weight, shortfall }: Deviation): number => (shortfall === null ? -1 : weight * shortfall);
  return [...all].sort((a, b) => size(b) - size(a) || (b.shortfall ?? -1) - (a.shortfall ?? -1));
}

function shortfallOf(goal: Goal, { status, pace, progress, gap }: Measures): number | null {
  if (status === null || status === "noData" || status === "notStarted") return null;
  if (status === "done" || status === "onPlan") return 0;
  if (kindOfGoal(goal) === "level") return gap.value === null ? null : Math.max(0, -gap.value) / (Math.abs(goal.fields.target ?? 0) || 1);
  if (kindOfGoal(goal) === "limit" && gap.value !== null && goal.fields.target) return Math.max(0, -gap.value) / Math.abs(goal.fields.target);
  const reached = status === "missed" ? progress.value : pace.value;
  return reached === null ? null : Math.max(0, 1 - reached);
}
