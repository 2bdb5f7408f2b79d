/** Which rows a screen shows for the chosen cycle. */
import { cycleOf } from "../../plan/cycles";
import type { Plan, PlanRow } from "../../plan/plan";

type WithCycle = "goals" | "tasks" | "resources";

/**
 * The rows of a cycle, and those whose cycle is blank or is none of the plan: typed by hand, they must be seen somewhere.
 *
 * @param cycle null: all rows
 */
export const shownRows = <T extends WithCycle>(plan: Plan, table: T, cycle: PlanRow<"cycles"> | null): readonly PlanRow<T>[] =>
  (plan.rows[table] as readonly PlanRow<T>[]).filter((row) => {
    const own = cycle && cycleOf(plan, row as PlanRow<WithCycle>);
    return !own || own.row === cycle.row;
  });

export const goalsOf = (plan: Plan, cycle: PlanRow<"cycles"> | null): readonly PlanRow<"goals">[] => shownRows(plan, "goals", cycle);

/** How a cycle is called: its name, its key where it has none. */
export const cycleName = ({ fields }: PlanRow<"cycles">): string => fields.name ?? fields.cycle_id ?? "";
