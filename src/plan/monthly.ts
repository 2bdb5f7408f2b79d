/**
 * Targets of a goal by month (guide to the plan, section 4): what is expected by now is the targets of the full months and of the month at
 * hand as much as its days, by the goal's pace. At its due date the target of the goal itself is expected, whatever the months add up to.
 * The column Expected is the same as a formula: plan-formulas.ts.
 */
import { seasonalSplit } from "../core/backward";
import { firstOfMonth, monthOf } from "../core/calendar";
import { kindOf } from "../core/goal-value";
import { sum } from "../core/stats";
import { workingDays } from "../core/time-share";
import { rowsOfGoal, type Goal } from "./cycles";
import { labelAndName } from "./find";
import type { Operation } from "./operation";
import type { Plan, PlanRow, RowId } from "./plan";
import { seasonOf, workDaysOf } from "./settings";

/** Months from 1900 on, as core/calendar counts them. */
type MonthRow = { readonly month: number; readonly target: number; readonly row: RowId };

/** What the months are to add up to; null for a goal that has none: its facts do not add up, or its path says otherwise. */
export function wayByMonth({ fields: { type, accumulate, path, baseline, target, start, end } }: Pick<Goal, "fields">): number | null {
  if (accumulate !== "sum" || (path !== null && path !== "linear" && path !== "season") || target === null || start === null || end === null || end < start) return null;
  const kind = kindOf(type, true);
  const way = kind === "limit" ? target : kind === "way" && type !== "decrease" ? target - (baseline ?? 0) : 0;
  return way > 0 ? way : null;
}

/** First days of the months that the goal lies in. */
export function monthsOf({ fields: { start, end } }: Pick<Goal, "fields">): readonly number[] {
  const from = monthOf(Math.floor(start ?? 0));
  return Array.from({ length: monthOf(Math.floor(end ?? 0)) - from + 1 }, (_, i) => firstOfMonth(from + i));
}

const rowsWithin = (plan: Plan, goal: Goal): readonly MonthRow[] => rowsOfGoal(plan, "months", goal).flatMap(({ row, fields: { month, target } }) => {
  const at = month === null ? NaN : monthOf(Math.floor(month));
  return target !== null && at >= monthOf(Math.floor(goal.fields.start ?? NaN)) && at <= monthOf(Math.floor(goal.fields.end ?? NaN)) ? [{ month: at, target, row }] : [];
});

export const hasMonths = (plan: Plan, goal: Goal): boolean => wayByMonth(goal) !== null && monthTargets(plan, goal).some((target) => target !== null);

/** Of each month of the goal; null where it has no target. Two rows of one month add up, as in the sheet's formula. */
export function monthTargets(plan: Plan, goal: Goal): readonly (number | null)[] {
  const rows = rowsWithin(plan, goal);
  return monthsOf(goal).map((first) => {
    const own = rows.filter(({ month }) => month === monthOf(first));
    return own.length === 0 ? null : sum(own.map(({ target }) => target));
  });
}

/** Share of the way that is expected when a day is over, 0..1; null where no month says it. */
export function monthlyShare(plan: Plan, goal: Goal, day: number): number | null {
  const way = plan.rows.months.length === 0 ? null : wayByMonth(goal);
  const rows = way === null ? [] : rowsWithin(plan, goal);
  if (way === null || rows.length === 0) return null;
  const [first, last] = [Math.floor(goal.fields.start!), Math.floor(goal.fields.end!)];
  if (day < first || day >= last) return day < first ? 0 : 1;
  const at = monthOf(day);
  const [from, to] = [Math.max(first, firstOfMonth(at)), Math.min(last, firstOfMonth(at + 1) - 1)];
  const soFar = rows.flatMap(({ month, target }) => (month < at ? [target] : month === at ? [target * partOf(plan, goal, from, day, to)] : []));
  return Math.max(0, Math.min(1, sum(soFar) / way));
}

/** By working days, by season too; by days where the goal counts so, or where none of them is worked. */
function partOf(plan: Plan, { fields: { pace_by } }: Goal, from: number, day: number, to: number): number {
  const workDays = workDaysOf(plan);
  const whole = pace_by === "calendar" ? 0 : workingDays(from, to, workDays);
  return whole === 0 ? (day - from + 1) / (to - from + 1) : workingDays(from, day, workDays) / whole;
}

/**
 * The way split among the months so that they add up exactly, the largest remainders rounded up; a month that the goal lies in with some
 * of its days counts as much.
 *
 * @returns null by season where the plan has none for these months
 */
export function splitByMonth(plan: Plan, goal: Goal, way: number, by: "even" | "season"): readonly number[] | null {
  const season = by === "season" ? seasonOf(plan) : null;
  if (by === "season" && season === null) return null;
  const [first, last] = [Math.floor(goal.fields.start!), Math.floor(goal.fields.end!)];
  const weights = Float64Array.from(monthsOf(goal), (from) => {
    const next = firstOfMonth(monthOf(from) + 1);
    return ((Math.min(last, next - 1) - Math.max(first, from) + 1) / (next - from)) * (season?.[monthOf(from) % 12] ?? 1);
  });
  return sum(Array.from(weights)) > 0 ? seasonalSplit(way, weights, digitsOf(way)) : null;
}

/** Why months are no pattern for a goal: it has nothing to split, it has more of them or fewer, they are all 0. */
export type NoPattern = "noTarget" | "otherMonths" | "allZero";
export type InShares = readonly (number | null)[] | NoPattern;
export const isPattern = (parts: InShares): parts is readonly (number | null)[] => typeof parts !== "string";

/** The way of a goal split as these months are, so that they add up exactly; a month without a target gets none. */
export function inShares(goal: Pick<Goal, "fields">, months: readonly (number | null)[]): InShares {
  const way = wayByMonth(goal);
  if (way === null) return "noTarget";
  if (monthsOf(goal).length !== months.length) return "otherMonths";
  const weights = Float64Array.from(months, (target) => Math.max(0, target ?? 0));
  if (sum(Array.from(weights)) === 0) return "allZero";
  const parts = seasonalSplit(way, weights, digitsOf(way));
  return months.map((target, i) => (target === null ? null : parts[i]!));
}

/** Decimals of the parts: whole where the target is whole. */
export const digitsOf = (way: number): number => [0, 2, 4].find((digits) => Math.abs(way - Number(way.toFixed(digits))) <= Math.abs(way) * 1e-12) ?? 9;

/** How far the months are from what they are to add up to: more is too much; 0 where the difference is rounding. */
export function offBy(targets: readonly (number | null)[], way: number): number {
  const off = sum(targets.map((target) => target ?? 0)) - way;
  return Math.abs(off) <= Math.max(1, Math.abs(way)) * 1e-9 ? 0 : off;
}

/** What makes the months these; one of null has no row. */
export function setMonths(plan: Plan, goal: Goal, targets: readonly (number | null)[], newRow: () => RowId): Operation[] {
  const rows = rowsOfGoal(plan, "months", goal);
  return monthsOf(goal).flatMap((month, i): Operation[] => {
    const [own, ...others] = rows.filter((row: PlanRow<"months">) => row.fields.month !== null && monthOf(Math.floor(row.fields.month)) === monthOf(month));
    const target = targets[i] ?? null;
    const gone = (target === null && own ? [own, ...others] : others).map(({ row }): Operation => ({ kind: "delete", table: "months", row }));
    if (target === null) return gone;
    if (!own) return [newMonth(labelAndName("goals", goal), month, target, newRow())];
    return [...(own.fields.target === target ? [] : [{ kind: "update" as const, table: "months" as const, row: own.row, fields: { target } }]), ...gone];
  });
}

const newMonth = (goal: string, month: number, target: number, row: RowId): Operation => ({ kind: "create", table: "months", row, fields: { goal, month, target } });

/** The rows of a goal that is new itself. @param ref as other tables name it */
export const newMonths = (ref: string, goal: Pick<Goal, "fields">, targets: readonly (number | null)[], newRow: () => RowId): Operation[] =>
  monthsOf(goal).flatMap((month, i) => (targets[i] === null || targets[i] === undefined ? [] : [newMonth(ref, month, targets[i], newRow())]));
