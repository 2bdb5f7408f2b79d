/** Goals whose fact is older than their cycle's cadence allows. Stale is never a colour of its own status: it stands beside it. */
import { workingDays } from "../core/time-share";
import type { GoalStatus } from "./codes";
import { cycleOf, isOpenCycle, type Cycle, type Goal } from "./cycles";
import type { Fact } from "./facts";
import { memo } from "./memo";
import type { Plan, RowId } from "./plan";
import { settingsOf, workDaysOf } from "./settings";

/** `age`: days since the fact, or since the work began on a goal that never had one; null where nobody knows. */
export type Staleness = { readonly isStale: boolean; readonly age: number | null };

/** In calendar days; a day stands for a working day. */
const CADENCE_DAYS = { day: 1, week: 7, "2 weeks": 14, month: 30, quarter: 91 } as const;

/** Days between two check-ins; weekly where the cycle does not say. */
export const cadenceDays = (cycle: Cycle | null): number => CADENCE_DAYS[cycle?.fields.cadence ?? "week"];

const FINAL: readonly (GoalStatus | null)[] = ["missed", "cancelled", "notStarted"];

/**
 * The first day of the earliest task of each cycle. Rows do not tell when they were made; a plan that is made within its period dates its
 * tasks from that day.
 */
const firstTasks = memo((plan: Plan): ReadonlyMap<RowId, number> => {
  const first = new Map<RowId, number>();
  for (const task of plan.rows.tasks) {
    const cycle = cycleOf(plan, task)?.row;
    const { start } = task.fields;
    if (cycle !== undefined && start !== null && start < (first.get(cycle) ?? Infinity)) first.set(cycle, start);
  }
  return first;
});

/** From when on a number is owed: no check-in could be missed before the work by the plan began. */
const begunOn = (plan: Plan, cycle: Cycle | null, start: number): number => Math.floor(Math.max(start, (cycle && firstTasks(plan).get(cycle.row)) ?? start));

/** A formula counts anew each time, so it is never stale; nor is a goal that is over, or of a closed cycle. */
export function stalenessOf(plan: Plan, goal: Goal, fact: Fact, status: GoalStatus | null, day: number): Staleness {
  const cycle = cycleOf(plan, goal);
  const { start, end } = goal.fields;
  const last = fact.day ?? (fact.source === null && start !== null ? begunOn(plan, cycle, start) - 1 : null);
  if (last === null || fact.source === "formula") return { isStale: false, age: null };
  const age = Math.max(0, day - last);
  // A level that reached its target is judged again with each fact; what adds up, or happens once, stays done.
  const staysDone = status === "done" && (goal.fields.accumulate === "sum" || goal.fields.type === "milestone" || (end !== null && day >= end));
  const isOver = staysDone || FINAL.includes(status) || goal.fields.closed_as !== null || (cycle !== null && !isOpenCycle(cycle));
  const counted = cycle?.fields.cadence === "day" ? workingDays(last + 1, day, workDaysOf(plan)) : age;
  return { isStale: !isOver && counted > settingsOf(plan).stale * cadenceDays(cycle), age };
}
