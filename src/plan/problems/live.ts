/** Which rows are looked at: closed cycles are history, and nobody repairs history. */
import { cycleOf, isClosedGoal, isOpenCycle, rowsIn, type Cycle, type Goal, type Resource, type Task } from "../cycles";
import type { Plan, PlanRow } from "../plan";
import type { TableKey } from "../tables";

const isLive = (plan: Plan, row: Goal | Task | Resource): boolean => {
  const cycle = cycleOf(plan, row);
  return cycle === null || isOpenCycle(cycle);
};

export const liveGoals = (plan: Plan): readonly Goal[] => plan.rows.goals.filter((goal) => !isClosedGoal(goal) && isLive(plan, goal));
export const liveTasks = (plan: Plan): readonly Task[] => plan.rows.tasks.filter((task) => task.fields.status !== "cancelled" && isLive(plan, task));
export const liveResources = (plan: Plan): readonly Resource[] => plan.rows.resources.filter((resource) => resource.fields.status !== "refused" && isLive(plan, resource));
/** Open cycles that people plan in: with goals of their own. */
export const plannedCycles = (plan: Plan): readonly Cycle[] => plan.rows.cycles.filter((cycle) => isOpenCycle(cycle) && rowsIn(plan, "goals", cycle).length > 0);
export const liveCycles = (plan: Plan): readonly Cycle[] => plan.rows.cycles.filter(isOpenCycle);

/** All rows of a table, of the three kinds that belong to a cycle and of the cycles only those of open ones. */
export function liveRows(plan: Plan, table: TableKey): readonly PlanRow[] {
  const rows: readonly unknown[] = table === "goals" ? liveGoals(plan) : table === "tasks" ? liveTasks(plan) : table === "resources" ? liveResources(plan) : table === "cycles" ? liveCycles(plan) : plan.rows[table];
  return rows as readonly PlanRow[];
}
