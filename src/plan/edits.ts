/** Edits that mean more than the fields a person touches: a new goal takes the dates of its cycle, a task that is done says when. */
import type { TASK_STATUSES } from "./codes";
import type { Cycle, Goal, Task } from "./cycles";
import { idOf, labelAndName } from "./find";
import type { Operation, Patch } from "./operation";
import type { RowId } from "./plan";

/** Dates and pace are written into the row, because a function sees this row alone; what is given comes first. */
export function newGoal(cycle: Cycle, fields: Patch, row: RowId): Operation {
  const { start, end, pace_by } = cycle.fields;
  const isMilestone = fields["type"] === "milestone";
  return {
    kind: "create", table: "goals", row,
    fields: { cycle: idOf("cycles", cycle), start, end, pace_by, path: isMilestone ? "at the end" : "linear", weight: 1, ...(isMilestone && { target: 1, accumulate: "last value", unit: "yes/no" }), ...fields },
  };
}

export function newTask(cycle: Cycle, goal: Goal | null, fields: Patch, row: RowId, today: number): Operation {
  const { start, end } = cycle.fields;
  const first = Math.max(today, start ?? today);
  return {
    kind: "create", table: "tasks", row,
    fields: { cycle: idOf("cycles", cycle), start: first, due: Math.max(first, end ?? first), status: "not started", done_pct: 0, priority: "normal", repeat: "none", origin: null, goal: goal && labelAndName("goals", goal), ...fields },
  };
}

export type TaskStatus = (typeof TASK_STATUSES)[number]["code"];

/** @param blockedBy asked for where the task is blocked; kept out of every other status */
export function setTaskStatus(task: Task, status: TaskStatus, today: number, blockedBy: string | null = null): Operation {
  const { done_pct, blocked_by } = task.fields;
  const fields: Record<string, string | number | null> = { status };
  if (status === "done") Object.assign(fields, { done_pct: 1, done_on: today });
  else if (task.fields.status === "done") Object.assign(fields, { done_on: null, done_pct: done_pct === 1 ? null : done_pct });
  if (status === "blocked") fields["blocked_by"] = blockedBy ?? blocked_by;
  else if (blocked_by !== null) fields["blocked_by"] = null;
  return { kind: "update", table: "tasks", row: task.row, fields };
}

export const cancelGoal = (goal: Goal): Operation => ({ kind: "update", table: "goals", row: goal.row, fields: { closed_as: "cancelled" } });
