/** How much of a goal's time has passed, τ of functions.md 0.6: by calendar days, by working days, or by season. Days are whole serial numbers. */
import { FIRST_DATE, firstOfMonth, monthOf } from "./calendar";
import { MetricError } from "./error";
import { ratio, sum } from "./stats";

/** Where a working calendar differs from Monday to Friday: weekdays off and weekend days worked, each sorted and without repetition. */
export type WorkDays = { readonly off: Float64Array; readonly extra: Float64Array };

/** Monday to Friday. */
export const WEEKDAYS: WorkDays = { off: new Float64Array(0), extra: new Float64Array(0) };

export type PaceBy = "calendar" | "working" | "season";

/** @property season 12 numbers, January to December; null where there are none */
export type Pacing = { readonly paceBy: PaceBy; readonly workDays: WorkDays; readonly season: Float64Array | null };

/** From Monday, 0, to Sunday, 6: serial number 2 would be a Monday. */
const dayOfWeek = (day: number): number => (day + 5) % 7;
const isWeekend = (day: number): boolean => dayOfWeek(day) >= 5;

/**
 * @param holidays days off; those on a weekend change nothing
 * @param moved days worked all the same: a holiday that is named here too is none
 */
export function workDaysOf(holidays: readonly number[], moved: readonly number[]): WorkDays {
  const worked = new Set(moved);
  const distinct = (days: readonly number[]): Float64Array => Float64Array.from(new Set(days)).sort();
  return { off: distinct(holidays.filter((day) => !isWeekend(day) && !worked.has(day))), extra: distinct(moved.filter(isWeekend)) };
}

/** Working days from `from` to `to`, both included; 0 where `to` is earlier. Arithmetic: ten years cost as much as a week. */
export function workingDays(from: number, to: number, { off, extra }: WorkDays): number {
  if (to < from) return 0;
  return weekdaysBefore(to + 1) - weekdaysBefore(from) - between(off, from, to) + between(extra, from, to);
}

/**
 * The day from which `count` working days come before `day`; the day itself for 0.
 *
 * @returns -1 where so many days do not exist
 */
export function workingDayBefore(day: number, count: number, workDays: WorkDays): number {
  if (count === 0) return day;
  if (workingDays(FIRST_DATE, day - 1, workDays) < count) return -1;
  let low = FIRST_DATE; // enough working days from here
  let high = day; // too few from here
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (workingDays(middle, day - 1, workDays) >= count) low = middle;
    else high = middle;
  }
  return low;
}

/** Mondays to Fridays before a day, counted from a Monday. */
const weekdaysBefore = (day: number): number => Math.floor((day + 5) / 7) * 5 + Math.min(5, dayOfWeek(day));

const between = (sorted: Float64Array, from: number, to: number): number => (sorted.length === 0 ? 0 : lowerBound(sorted, to + 1) - lowerBound(sorted, from));

/** How many of the sorted days come before this one. */
function lowerBound(sorted: Float64Array, day: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What is wrong with the question before any data are looked at.
 *
 * @throws endBeforeStart; notTwelve where the pace by season has no season
 */
export function checkPacing(start: number, end: number, { paceBy, season }: Pacing): void {
  if (end < Math.floor(start)) throw new MetricError("endBeforeStart", { argument: "end" });
  if (paceBy === "season" && season === null) throw new MetricError("notTwelve", { argument: "season", found: 0 });
}

/**
 * The share of the time from start to end that has passed when the day of `asOf` is over, 0..1. Times of day do not count.
 *
 * @throws as checkPacing; noWorkingDays, zeroSeason when the days between start and end weigh nothing
 */
export function timeShare(start: number, end: number, asOf: number, pacing: Pacing): number {
  checkPacing(start, end, pacing);
  const [first, last, day] = [Math.floor(start), Math.floor(end), Math.floor(asOf)];
  if (day < first) return 0;
  if (day >= last) return 1;
  const { paceBy, workDays, season } = pacing;
  if (paceBy === "calendar") return (day - first + 1) / (last - first + 1);
  const weight = (to: number): number => (paceBy === "season" ? seasonWeight(first, to, workDays, season!) : workingDays(first, to, workDays));
  return paceBy === "season" ? ratio(weight(day), weight(last), "zeroSeason", { argument: "season" }) : ratio(weight(day), weight(last), "noWorkingDays");
}

/** What the months from `from` to `to` weigh: each its index, the first and the last as much of it as their working days are of their month. */
function seasonWeight(from: number, to: number, workDays: WorkDays, season: Float64Array): number {
  const weights: number[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month += 1) {
    const [first, last] = [firstOfMonth(month), firstOfMonth(month + 1) - 1];
    const whole = workingDays(first, last, workDays);
    const inside = workingDays(Math.max(first, from), Math.min(last, to), workDays);
    if (inside > 0) weights.push((season[month % 12]! * inside) / whole);
  }
  return sum(weights);
}
