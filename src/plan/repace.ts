/** Another pace of a cycle: each goal has its own beside it, because a function sees the row of the goal alone. */
import { rowsIn, type Cycle } from "./cycles";
import type { Operation } from "./operation";
import type { Plan, Typed } from "./plan";

/** The goals that went at the cycle's pace go at the new one; who has another pace was given it by hand and keeps it. */
export function repaced(plan: Plan, cycle: Cycle, pace: Typed | undefined): Operation[] {
  const old = cycle.fields.pace_by;
  if (pace === undefined || pace === old) return [];
  return rowsIn(plan, "goals", cycle).filter(({ fields }) => fields.pace_by === old && fields.closed_as === null)
    .map(({ row }): Operation => ({ kind: "update", table: "goals", row, fields: { pace_by: pace } }));
}
