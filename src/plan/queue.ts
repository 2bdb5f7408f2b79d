/** Check-ins: which goals owe a number by the cadence of their cycle, and entering it. */
import { changeAll } from "./change";
import type { MEANINGS } from "./codes";
import { rowById, labelAndName } from "./find";
import { isClosedGoal, rowsIn, type Cycle, type Goal } from "./cycles";
import { checkInsOf, countedOn, factOf, toDate, type Source } from "./facts";
import { measuresOn } from "./measures";
import type { Operation } from "./operation";
import type { Plan, RowId } from "./plan";
import { weightOf } from "./score";
import { setSetting, settingsOf } from "./settings";
import { cadenceDays } from "./stale";

export type Meaning = (typeof MEANINGS)[number]["code"];

export type Owed = {
  readonly goal: Goal;
  /** The day from which the number is owed, and days since then. */
  readonly dueOn: number;
  readonly late: number;
  /** What a formula, or the row itself, says now: offered in the field. */
  readonly prefill: number | null;
  readonly source: Source | null;
  /** The check-in before, as a value to date. */
  readonly last: { readonly day: number; readonly value: number } | null;
  /** Facts that add up may be entered for the period alone. */
  readonly meaning: Meaning;
  readonly mayBePeriod: boolean;
};

/**
 * The goals of a cycle whose next check-in is due, the latest first, then the weightier.
 *
 * @param today the real day, whatever day the plan is measured on
 */
export function queueOf(plan: Plan, cycle: Cycle, today: number): readonly Owed[] {
  const cadence = cadenceDays(cycle);
  return rowsIn(plan, "goals", cycle).flatMap((goal): Owed[] => {
    const { start, accumulate, type } = goal.fields;
    const measures = measuresOn(plan, goal, today);
    // What was reached for good; a level, or a limit that held until now, is asked for once more on its last day.
    const staysDone = measures.status === "done" && measures.sparks.length > 0 && (type === "milestone" || (accumulate === "sum" && (type === "increase" || type === "decrease")));
    if (isClosedGoal(goal) || measures.status === "notStarted" || staysDone) return [];
    const counted = countedOn(checkInsOf(plan, goal), today);
    const last = counted[0] ? { day: Math.floor(counted[0].fields.date!), value: toDate(counted)! } : null;
    // A missed goal is asked for once more, for its last day, and then no more.
    const end = goal.fields.end === null ? Infinity : Math.floor(goal.fields.end);
    if (last && last.day >= end) return [];
    const dueOn = Math.min(end, last ? last.day + cadence : Math.floor(start ?? cycle.fields.start ?? today) - 1 + cadence);
    if (today < dueOn) return [];
    const fact = factOf(plan, goal, today);
    const addsUp = accumulate === "sum";
    return [{ goal, dueOn, late: today - dueOn, prefill: fact.value, source: fact.source, last, meaning: addsUp ? (counted[0]?.fields.meaning ?? "total to date") : "total to date", mayBePeriod: addsUp }];
  }).sort((a, b) => b.late - a.late || weightOf(b.goal) - weightOf(a.goal));
}

export type NewCheckIn = {
  readonly date: number;
  readonly value: number;
  readonly meaning: Meaning;
  readonly confidence?: number | null;
  readonly note?: string | null;
  readonly problem?: string | null;
  readonly next?: string | null;
  readonly author?: string | null;
};

/**
 * The check-in with a snapshot of what was expected on its day, so that history does not change when the plan is edited. Where the goal's
 * fact is no formula, it is brought up to date too, so that the sheet's own columns know it; a check-in about the past leaves it alone.
 * The day of the plan follows a later check-in: a fact of August against what was expected in July would always be on plan.
 */
export function checkIn(plan: Plan, goal: Goal, entered: NewCheckIn, newRow: () => RowId): Operation[] {
  const { date, value, meaning, confidence, note, problem, next, author } = entered;
  const counts: Meaning = goal.fields.accumulate === "sum" ? meaning : "total to date";
  const made: Operation = { kind: "check-in", row: newRow(), fields: { date, goal: labelAndName("goals", goal), value, meaning: counts, confidence: confidence ?? null, note: note ?? null, problem: problem ?? null, next: next ?? null, author: author ?? null } };
  const known = checkInsOf(plan, goal).some((each) => each.fields.date! >= date + 1) || (goal.fields.as_of !== null && goal.fields.as_of >= date + 1);
  const fact = toDate(countedOn(checkInsOf(changeAll(plan, [made]), goal), date));
  const update: Operation[] = goal.formulas["actual"] !== undefined || known ? [] : [{ kind: "update", table: "goals", row: goal.row, fields: { actual: fact, as_of: date } }];
  const after = changeAll(plan, [made, ...update]);
  const then = measuresOn(after, rowById(after, "goals", goal.row) ?? goal, date);
  // A formula is calculated later: the status is judged by the value that was entered.
  const judged = goal.formulas["actual"] === undefined ? then : measuresOn(plan, { ...goal, formulas: {}, odd: {}, fields: { ...goal.fields, actual: fact } }, date);
  return [{ ...made, fields: { ...made.fields, expected_then: then.expected.value, status_then: judged.status } }, ...update, ...dayFollows(plan, date, newRow)];
}

function dayFollows(plan: Plan, date: number, newRow: () => RowId): Operation[] {
  const { asOf } = settingsOf(plan);
  return asOf !== null && date >= asOf + 1 ? setSetting(plan, "PLAN_ASOF", Math.floor(date), newRow) : [];
}
