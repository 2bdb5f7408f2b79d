/** The plan backwards: from a target to deals, leads, the days on which they must come, and a pace. */
import { FIRST_DATE, firstOfMonth, monthOf } from "./calendar";
import { MetricError } from "./error";
import { ratio, roundUp, sum, TOLERANCE } from "./stats";
import { workingDayBefore, workingDays, type WorkDays } from "./time-share";

export type DaysBy = "calendar" | "working";

/** @throws noSuchDate for a day before the calendar of spreadsheets, or one too early to compute, NaN */
function checkedDay(day: number): number {
  if (!(day >= FIRST_DATE)) throw new MetricError("noSuchDate");
  return day;
}

/**
 * How many deals must enter each stage, from the target up the funnel.
 *
 * @param target money, or deals with a deal size of 1
 * @param conversions rates from the first step to the win
 * @param booked what is already there, in the units of the target
 * @param rounding `up` each number once, `each` at every stage from the bottom, `none`
 * @returns one number per stage: one more than conversions
 * @throws zeroDealSize, zeroConversion (its number)
 */
export function requiredFunnel(target: number, dealSize: number, conversions: Float64Array, booked: number | null, rounding: "up" | "each" | "none"): number[] {
  if (dealSize === 0) throw new MetricError("zeroDealSize", { argument: "deal_size" });
  const zero = conversions.indexOf(0);
  if (zero >= 0) throw new MetricError("zeroConversion", { argument: "conversions", found: zero + 1 });
  const deals = Math.max(0, (target - (booked ?? 0)) / dealSize);
  let below = rounding === "none" ? deals : roundUp(deals);
  let product = 1;
  const required = [below];
  for (let i = conversions.length - 1; i >= 0; i -= 1) {
    product *= conversions[i]!;
    below = rounding === "each" ? roundUp(below / conversions[i]!) : rounding === "up" ? roundUp(deals / product) : deals / product;
    required.push(below);
  }
  return required.reverse();
}

/**
 * When leads must come, so that their deals close from start to end.
 *
 * @param lag days from lead to win; a part of a day counts as a day
 * @returns first and last day
 * @throws endBeforeStart; noSuchDate
 */
export function leadsWindow(start: number, end: number, lag: number, by: DaysBy, workDays: WorkDays): readonly [number, number] {
  if (end < Math.floor(start)) throw new MetricError("endBeforeStart", { argument: "end" });
  const days = roundUp(lag);
  const earlier = (date: number): number => checkedDay(by === "calendar" ? Math.floor(date) - days : workingDayBefore(Math.floor(date), days, workDays));
  return [earlier(start), earlier(end)];
}

/**
 * What each day that is left must bring; negative when the target is passed.
 *
 * @throws blankActual; noDaysLeft
 */
export function requiredPace(actual: number | null, target: number, end: number, asOf: number, by: DaysBy, workDays: WorkDays): number {
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  const [day, last] = [Math.floor(asOf), Math.floor(end)];
  const left = by === "calendar" ? Math.max(0, last - day) : workingDays(day + 1, last, workDays);
  return ratio(target - actual, left, "noDaysLeft", { argument: "end" });
}

/** From so many of the smallest units on, their remainders are beyond the precision of numbers. */
const MOST_UNITS = 2 ** 50;

/**
 * A total in parts that are to each other as the indexes.
 *
 * @param indexes 0 or more
 * @param digits decimals of the parts; null: not rounded. The largest remainders are rounded up, the earlier of equal ones first, so
 * that the parts add up to the rounded total
 * @throws missing without indexes; zeroTotal when they are all 0
 */
export function seasonalSplit(total: number, indexes: Float64Array, digits: number | null): number[] {
  if (indexes.length === 0) throw new MetricError("missing", { argument: "indexes" });
  const whole = sum(indexes);
  if (whole === 0) throw new MetricError("zeroTotal", { argument: "indexes" });
  const partOf = (amount: number): number[] => Array.from(indexes, (index) => (amount * index) / whole);
  const scale = 10 ** (digits ?? 0);
  const units = Math.abs(total) * scale;
  if (digits === null || !(units < MOST_UNITS)) return partOf(total);
  const exact = partOf(units);
  const parts = exact.map(Math.floor);
  const remainders = exact.map((part, i) => part - parts[i]!);
  const order = remainders.map((_, i) => i).sort((a, b) => remainders[b]! - remainders[a]!);
  // Remainders that differ by no more than the arithmetic loses are equal; never by more than a thousandth, or a part of 0 would get a unit.
  const loss = Math.max(TOLERANCE, Math.min(1e-3, units * 1e-15));
  const ranks: number[] = [];
  order.forEach((i, at) => {
    const before = order[at - 1] ?? i;
    ranks[i] = (ranks[before] ?? 0) + Number(remainders[before]! - remainders[i]! > loss);
  });
  order.sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const left = Math.floor(units + 0.5 + TOLERANCE) - sum(parts);
  for (const i of order.slice(0, Math.max(0, left))) parts[i]! += 1;
  return parts.map((part) => (Math.sign(total) * part) / scale + 0); // + 0: never -0
}

/**
 * The last day to hire, so that on a date the newcomer is up to speed.
 *
 * @param rampMonths whole months until then; where that month is shorter, its last day
 * @param hireDays days that hiring takes; a part of a day counts as a day
 * @throws noSuchDate
 */
export function hireBy(date: number, rampMonths: number, hireDays: number): number {
  const day = Math.floor(date);
  const month = monthOf(day);
  const last = firstOfMonth(month - rampMonths + 1) - 1;
  return checkedDay(Math.min(firstOfMonth(month - rampMonths) + day - firstOfMonth(month), last) - roundUp(hireDays));
}
