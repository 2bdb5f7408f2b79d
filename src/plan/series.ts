/** A goal along its time, for charts: the expected line, the facts, plan and fact by month. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { goalMeasure } from "../core/goal-value";
import type { Goal } from "./cycles";
import { checkInsOf, countedOn, toDate } from "./facts";
import { coreGoal, kindOfGoal, lackingInTime } from "./goal-row";
import { measuresOf } from "./measures";
import { measured } from "./reasons";
import type { Plan } from "./plan";
import { dayOfPlan } from "./settings";

export type Point = { readonly day: number; readonly value: number };

/** What is expected when a day is over; null where the goal has no such number. */
export function expectedOn(plan: Plan, goal: Goal, day: number): number | null {
  return lackingInTime(goal) ? null : measured(() => goalMeasure("expected", coreGoal(plan, goal, null, day))).value;
}

export type BurnUp = {
  /** From the day before the start to the due date, a point a week; empty where nothing is expected in numbers. */
  readonly expected: readonly Point[];
  /** The facts known on the day of the plan. */
  readonly facts: readonly Point[];
  /** Where the goal arrives at its due date; null where there is no forecast, or nothing left of the time. */
  readonly forecast: Point | null;
};

const WEEK = 7;

export function burnUp(plan: Plan, goal: Goal, today: number): BurnUp {
  const { start, end } = goal.fields;
  const [measures, first, last] = [measuresOf(plan, goal, today), Math.floor(start ?? NaN), Math.floor(end ?? NaN)];
  const ahead = measures.trend ?? measures.forecast.value;
  const days = last >= first ? [...Array.from({ length: Math.ceil((last - first + 1) / WEEK) }, (_, i) => first - 1 + i * WEEK), last] : [];
  const now = measures.actual.value !== null && measures.factDay !== null && !measures.sparks.some(({ day }) => day >= measures.factDay!) ? [{ day: measures.factDay, value: measures.actual.value }] : [];
  return {
    expected: days.flatMap((day) => {
      const value = expectedOn(plan, goal, day);
      return value === null ? [] : [{ day, value }];
    }),
    facts: [...measures.sparks, ...now],
    forecast: ahead !== null && measures.day < last ? { day: last, value: ahead } : null,
  };
}

export type Month = {
  /** First and last day of the goal within this month. */
  readonly from: number;
  readonly to: number;
  /** Of the month itself where facts add up, otherwise the value at its end; null: none, or not known. */
  readonly plan: number | null;
  readonly fact: number | null;
  /** At the end of the month. */
  readonly planToDate: number | null;
  readonly factToDate: number | null;
};

/** The months of a period, the first and the last cut to it. */
export function monthsBetween(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  if (!(to >= from)) return [];
  return Array.from({ length: monthOf(to) - monthOf(from) + 1 }, (_, i) => ({ from: Math.max(from, firstOfMonth(monthOf(from) + i)), to: Math.min(to, firstOfMonth(monthOf(from) + i + 1) - 1) }));
}

/** Plan and fact by month. The fact of a month is known from check-ins in it, that of the month at hand from the goal's own fact too. */
export function planFactByMonth(plan: Plan, goal: Goal, today: number): readonly Month[] {
  const [first, last, day] = [Math.floor(goal.fields.start ?? NaN), Math.floor(goal.fields.end ?? NaN), dayOfPlan(plan, today)];
  const addsUp = goal.fields.accumulate === "sum" && (kindOfGoal(goal) === "way" || kindOfGoal(goal) === "limit");
  const measures = measuresOf(plan, goal, today);
  const begin = goal.fields.type === "keep ≤" ? 0 : (goal.fields.baseline ?? 0);
  let before: { plan: number | null; fact: number | null } = { plan: begin, fact: begin };
  return monthsBetween(first, last).map(({ from, to }) => {
    const planToDate = expectedOn(plan, goal, to);
    const factToDate = from > day ? null : to >= day && measures.actual.value !== null ? measures.actual.value : factAtEnd(plan, goal, from, Math.min(to, day));
    const month = { from, to, planToDate, factToDate, plan: addsUp ? minus(planToDate, before.plan) : planToDate, fact: addsUp ? minus(factToDate, before.fact) : factToDate };
    before = { plan: planToDate, fact: factToDate };
    return month;
  });
}

const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** Only from a check-in within the month: one of an earlier month says nothing about this one. */
function factAtEnd(plan: Plan, goal: Goal, from: number, to: number): number | null {
  const counted = countedOn(checkInsOf(plan, goal), to);
  return counted[0] && counted[0].fields.date! >= from ? toDate(counted) : null;
}

