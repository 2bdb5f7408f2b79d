/** Which cycle a row belongs to, which rows a cycle has, and which cycle is the one at hand. */
import { rowOf } from "./find";
import { memo } from "./memo";
import type { Plan, PlanRow, RowId } from "./plan";

export type Cycle = PlanRow<"cycles">;
export type Goal = PlanRow<"goals">;
export type Task = PlanRow<"tasks">;
export type Resource = PlanRow<"resources">;
export type CheckIn = PlanRow<"checkins">;
export type Action = PlanRow<"actions">;

type InCycle = "goals" | "tasks" | "resources";
type OfGoal = "checkins" | "tasks" | "resources" | "actions" | "months";

export const cycleOf = (plan: Plan, row: { readonly fields: { readonly cycle: string | null } }): Cycle | null => rowOf(plan, "cycles", row.fields.cycle);

/** The rows whose Cycle names this one, in their order; those of cycles within it are not among them. */
export const rowsIn = <T extends InCycle>(plan: Plan, table: T, cycle: Cycle): readonly PlanRow<T>[] =>
  (plan.rows[table] as readonly PlanRow<T>[]).filter((row) => cycleOf(plan, row as PlanRow<InCycle>)?.row === cycle.row);

/**
 * The rows of a cycle, and those whose cycle is blank or is none of the plan: typed by hand, they must be seen somewhere.
 *
 * @param cycle null: all rows
 */
export const shownRows = <T extends InCycle>(plan: Plan, table: T, cycle: Cycle | null): readonly PlanRow<T>[] =>
  (plan.rows[table] as readonly PlanRow<T>[]).filter((row) => {
    const own = cycle && cycleOf(plan, row as PlanRow<InCycle>);
    return !own || own.row === cycle.row;
  });

/** Of each table the rows of each goal: thousands of rows are asked for by hundreds of goals. */
const byGoal = memo<Plan, Map<OfGoal, ReadonlyMap<RowId, readonly PlanRow[]>>>(() => new Map());

/** The rows of the goal itself: its check-ins, tasks, resources, corrective actions, targets by month. */
export function rowsOfGoal<T extends OfGoal>(plan: Plan, table: T, goal: Pick<Goal, "row">): readonly PlanRow<T>[] {
  const tables = byGoal(plan);
  let rows = tables.get(table);
  if (!rows) tables.set(table, (rows = groupedByGoal(plan, table)));
  return (rows.get(goal.row) ?? []) as readonly PlanRow<T>[];
}

function groupedByGoal(plan: Plan, table: OfGoal): ReadonlyMap<RowId, readonly PlanRow[]> {
  const groups = new Map<RowId, PlanRow[]>();
  for (const row of plan.rows[table] as readonly PlanRow<OfGoal>[]) {
    const goal = rowOf(plan, "goals", row.fields.goal)?.row;
    if (goal === undefined) continue;
    const group = groups.get(goal);
    if (group) group.push(row as PlanRow);
    else groups.set(goal, [row as PlanRow]);
  }
  return groups;
}

export const isOpenCycle = ({ fields: { status, phase } }: Cycle): boolean => status !== "closed" && status !== "archived" && phase !== "closed";

/** A person cancelled it, or closing said how it ended. */
export const isClosedGoal = (goal: Goal): boolean => goal.fields.closed_as !== null;
export const isCancelledGoal = (goal: Goal): boolean => goal.fields.closed_as === "cancelled";

/**
 * The cycle that people work in: an open one that has begun and not ended, with goals before one without, the shortest of several, since
 * a quarter is where a year is worked at. Where there is none, the open one that ended last or begins first, then the last of all.
 *
 * @param today whole day
 */
export function currentCycle(plan: Plan, today: number): Cycle | null {
  const cycles = plan.rows.cycles;
  const open = cycles.filter(isOpenCycle);
  const starts = (cycle: Cycle): number => cycle.fields.start ?? -Infinity;
  const ends = (cycle: Cycle): number => cycle.fields.end ?? Infinity;
  const now = open.filter((cycle) => starts(cycle) <= today && today <= ends(cycle));
  const worked = now.filter((cycle) => rowsIn(plan, "goals", cycle).length > 0);
  return first(worked.length > 0 ? worked : now, (cycle) => ends(cycle) - starts(cycle))
    ?? first(open.filter((cycle) => ends(cycle) < today), (cycle) => -ends(cycle))
    ?? first(open, starts)
    ?? first(cycles, (cycle) => -ends(cycle));
}

const first = (cycles: readonly Cycle[], by: (cycle: Cycle) => number): Cycle | null =>
  cycles.reduce<Cycle | null>((best, cycle) => (best === null || by(cycle) < by(best) ? cycle : best), null);
