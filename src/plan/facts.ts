/** The fact of a goal: typed, by a formula, or from its check-ins. */
import { latestFirst, valueToDate } from "../core/checkins";
import { nameKey } from "../core/order";
import { rowsOfGoal, type CheckIn, type Goal } from "./cycles";
import { readsCheckIns } from "./check-in-formula";
import { none, type Measured } from "./reasons";
import { memo } from "./memo";
import type { Plan } from "./plan";

export type Source = "typed" | "formula" | "check-ins";

export type Fact = Measured & {
  /** null: there is no fact. */
  readonly source: Source | null;
  /** The day of the fact; null where nobody knows. A formula is of the day it is asked on. */
  readonly day: number | null;
};

const isDated = ({ fields: { date, value } }: CheckIn): boolean => value !== null && date !== null;

const known = memo((plan: Plan) => new Map<string, readonly CheckIn[]>(plan.rows.goals.map((goal) => [goal.row, rowsOfGoal(plan, "checkins", goal).filter(isDated)])));

/** The check-ins of a goal that have a date and a value, in the order of the rows. */
export const checkInsOf = (plan: Plan, goal: Goal): readonly CheckIn[] => known(plan).get(goal.row) ?? [];

/** The check-ins that count on a day, the latest first: one a day, of several on one day the lowest row. */
export function countedOn(checkIns: readonly CheckIn[], day: number): readonly CheckIn[] {
  const dates = checkIns.map(({ fields }) => fields.date!);
  return dates.some((date) => date < day + 1) ? latestFirst(dates, day).map((place) => checkIns[place]!) : [];
}

/** What the check-ins come to on a day; null without any. @param counted as countedOn gives them */
export function toDate(counted: readonly CheckIn[]): number | null {
  if (counted.length === 0) return null;
  return valueToDate(counted.map((_, i) => i), counted.map(({ fields }) => fields.value!), (place) => counted[place]!.fields.meaning !== "for this period only");
}

/** Value to date on each day with a check-in, the earliest first. */
export function factsByDay(plan: Plan, goal: Goal, until: number): readonly { readonly day: number; readonly value: number }[] {
  const latest = countedOn(checkInsOf(plan, goal), until);
  return latest.map((checkIn, i) => ({ day: Math.floor(checkIn.fields.date!), value: toDate(latest.slice(i))! })).reverse();
}

const YES = ["yes", "да", "true", "истина"];
const NO = ["no", "нет", "false", "ложь"];

/**
 * @param day the fact known on this day; what is typed into the row counts whenever it was typed
 */
export function factOf(plan: Plan, goal: Goal, day: number): Fact {
  const { fields: { actual, as_of, type }, formulas, odd } = goal;
  const counted = countedOn(checkInsOf(plan, goal), day);
  const lastCheckIn = counted[0] ? Math.floor(counted[0].fields.date!) : null;
  const formula = formulas["actual"];
  const reads = formula !== undefined && readsCheckIns(formula) ? "check-ins" : formula === undefined ? "typed" : "formula";
  const at = reads === "check-ins" ? lastCheckIn : (as_of ?? (reads === "formula" ? day : lastCheckIn));
  const strange = odd["actual"];
  if (strange !== undefined && strange !== null) {
    const said = type === "milestone" && typeof strange === "string" ? (YES.includes(nameKey(strange)) ? 1 : NO.includes(nameKey(strange)) ? 0 : null) : null;
    if (said !== null) return { value: said, reason: null, source: reads, day: at };
    // Excel's word in the cell of a function that has not answered yet.
    return { ...none(typeof strange !== "object" ? "notUnderstood" : strange.error === "#BUSY!" ? "factIsBusy" : "factIsError"), source: reads, day: at };
  }
  // A check-in writes its value into the row too, so that the sheet's own columns know it.
  const isCheckedIn = formula === undefined && as_of !== null && Math.floor(as_of) === lastCheckIn && actual === toDate(counted);
  if (actual !== null) return { value: actual, reason: null, source: isCheckedIn ? "check-ins" : reads, day: at };
  const value = formula === undefined ? toDate(counted) : null;
  if (value === null) return { ...none("blankActual"), source: formula === undefined ? null : reads, day: null };
  return { value, reason: null, source: "check-ins", day: lastCheckIn };
}
