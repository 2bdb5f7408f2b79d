/** Which rows a screen shows for the chosen cycle. */
import { shownRows } from "../../plan/cycles";
import type { Plan, PlanRow } from "../../plan/plan";

export { shownRows };

export const goalsOf = (plan: Plan, cycle: PlanRow<"cycles"> | null): readonly PlanRow<"goals">[] => shownRows(plan, "goals", cycle);

/** How a cycle is called: its name, its key where it has none. */
export const cycleName = ({ fields }: PlanRow<"cycles">): string => fields.name ?? fields.cycle_id ?? "";
