/** Forecasts: at the pace so far, by trend and season, and of the pipeline. */
import { DATE_TOLERANCE, dayOf } from "./calendar";
import type { Dates } from "./columns";
import { MetricError } from "./error";
import { extent, periodLabel, periodsOfDays, type PeriodLength } from "./period";
import { normalQuantile } from "./proportion";
import { seasonalIndex } from "./season";
import { studentQuantile } from "./student";
import { addTo, ratio, sum, TOLERANCE } from "./stats";

/**
 * What the whole period gives if it goes on as so far.
 *
 * @param elapsed how much of it has passed, in the unit of `total`
 * @throws aboveTotal; zeroDivisor when nothing has passed
 */
export function runRate(actual: number, elapsed: number, total: number): number {
  if (elapsed > total + TOLERANCE) throw new MetricError("aboveTotal", { argument: "elapsed", found: elapsed, other: total });
  return ratio(actual, elapsed, "zeroDivisor", { argument: "elapsed" }) * total;
}

/** `period` counts on from the last value. All three are 0 or more. */
export type Forecast = { readonly period: number; readonly forecast: number; readonly low: number; readonly high: number };

/**
 * A straight trend through the values without their season, drawn on, with the season put in again.
 *
 * @param periods how many to forecast
 * @param season its length, 1 for none
 * @param level of the interval for a single new value
 * @throws tooFewValues; zeroAverage, zeroSeasonIndex
 */
export function leadForecast(values: Float64Array, periods: number, season: number, level: number): readonly Forecast[] {
  const n = values.length;
  const least = season > 1 ? Math.max(3, 2 * season) : 3;
  if (n < least) throw new MetricError("tooFewValues", { argument: "values", found: n, other: least });
  const indexes = season > 1 ? seasonalIndex(values, season) : [1];
  const indexAt = (t: number): number => indexes[(t - 1) % season]!;
  const zero = indexes.indexOf(0);
  if (zero >= 0) throw new MetricError("zeroSeasonIndex", { argument: "values", found: zero + 1 });
  const plain = values.map((value, i) => value / indexAt(i + 1));
  const middle = (n + 1) / 2;
  const mean = sum(plain) / n;
  const spread = (n * (n * n - 1)) / 12; // Σ(t − t̄)²
  const slope = sum(plain.map((y, i) => (i + 1 - middle) * (y - mean))) / spread;
  const rest = sum(plain.map((y, i) => (y - mean - slope * (i + 1 - middle)) ** 2));
  const t = studentQuantile(level, n - 2) * Math.sqrt(rest / (n - 2));
  return Array.from({ length: periods }, (_, i) => {
    const at = n + 1 + i - middle;
    const index = indexAt(n + 1 + i);
    const centre = mean + slope * at;
    const half = t * Math.sqrt(1 + 1 / n + (at * at) / spread);
    const [forecast, low, high] = [centre, centre - half, centre + half].map((y) => Math.max(0, y * index)) as [number, number, number];
    return { period: n + 1 + i, forecast, low, high };
  });
}

/** `period` is its label; null for what is overdue, and for the last row, the total. */
export type Pipeline = { readonly period: string | null; readonly deals: number; readonly amount: number; readonly weighted: number; readonly low: number; readonly high: number };

/**
 * What the open deals will bring by the period in which they are expected to close, each weighted by its chance, with a range for deals that
 * are won or lost one by one.
 *
 * @param amounts money, 0 or more
 * @param chances 0..1
 * @param asOf what is expected before this day is overdue; null: nothing is
 * @returns overdue deals, if any; periods with deals, ascending; the total
 */
export function pipelineForecast(amounts: Float64Array, chances: Float64Array, dates: Dates, asOf: number | null, length: PeriodLength, level: number): readonly Pipeline[] {
  const [first, last] = extent(dates).map(dayOf) as [number, number];
  const periodOfDay = periodsOfDays(first, last, length);
  const sums = weigh(amounts, chances, dates, asOf === null ? -Infinity : dayOf(asOf) - DATE_TOLERANCE, first, periodOfDay);
  const places: number[] = []; // in `sums`, of what has deals
  for (let at = 0; at < sums.length; at += SUMS) if (sums[at]! > 0) places.push(at);
  const [amount, expected, variance] = [1, 3, 5].map((k) => places.map((at) => sums[at + k]! + sums[at + k + 1]!)) as [number[], number[], number[]];
  const z = normalQuantile(level);
  const rowOf = (period: string | null, deals: number, amount: number, expected: number, variance: number): Pipeline => {
    const half = z * Math.sqrt(variance);
    return { period, deals, amount, weighted: expected, low: Math.max(0, expected - half), high: Math.min(amount, expected + half) };
  };
  const rows = places.map((at, i) => rowOf(at === 0 ? null : periodLabel(periodOfDay[0]! + at / SUMS - 1, length), sums[at]!, amount[i]!, expected[i]!, variance[i]!));
  return [...rows, rowOf(null, dates.length, sum(amount), sum(expected), sum(variance))];
}

/** Numbers that `weigh` keeps of each period: how many deals, and three sums as `addTo` makes them. */
const SUMS = 7;

/** Of what is overdue, and behind it of each period from the first to the last: deals, money, money weighted by its chance, and the variance of that. */
function weigh(amounts: Float64Array, chances: Float64Array, dates: Dates, today: number, first: number, periodOfDay: Int32Array): Float64Array {
  const before = (periodOfDay[0] ?? 0) - 1; // no dates at all: one period without deals
  const sums = new Float64Array(((periodOfDay[periodOfDay.length - 1] ?? 0) - before + 1) * SUMS);
  for (let row = 0; row < dates.length; row += 1) {
    const amount = amounts[row]!;
    const chance = Math.min(1, chances[row]!);
    const at = dates[row]! < today ? 0 : (periodOfDay[dayOf(dates[row]!) - first]! - before) * SUMS;
    sums[at]! += 1;
    addTo(sums, at + 1, amount);
    addTo(sums, at + 3, amount * chance);
    addTo(sums, at + 5, amount * amount * chance * (1 - chance));
  }
  return sums;
}
