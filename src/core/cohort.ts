/** Cohorts: deals or customers that began in the same period, and what became of them in it and in the periods after it. */
import { boundsOf, dayOf, knownBefore, type Period } from "./calendar";
import type { Codes, Dates } from "./columns";
import { MetricError } from "./error";
import { NO_PERIOD, periodLabel, periodOfDate, periodsOf, rankPeriods, type PeriodLength } from "./period";
import { TOLERANCE } from "./stats";

export type CohortOptions = {
  readonly length: PeriodLength;
  /** Of the beginning. */
  readonly period: Period;
};

/** `shares` by age, 0 for the cohort's own period; null where that period is not over. */
export type Cohort = { readonly label: string; readonly size: number; readonly shares: readonly (number | null)[] };

/**
 * Share of each cohort that was won up to each age.
 *
 * @param won end of each deal, NaN where it is not won
 * @param asOf null for the latest date; the whole day counts
 * @returns a row per period with deals, ascending
 * @throws closedBeforeCreated, noDealsInPeriod, tableTooLarge
 */
export function cohortConversion(created: Dates, won: Dates, asOf: number | null, negative: "error" | "skip", { length, period }: CohortOptions): readonly Cohort[] {
  const today = dayOf(asOf ?? Math.max(latest(created), latest(won)));
  const until = knownBefore(today);
  if (negative === "error") checkWins(created, won, until);
  const { from, to } = boundsOf(period);
  const began = periodsOf(created, length);
  leaveOut(began, created, from, to, until);
  leaveOutNegative(began, created, won);
  const { periods, places } = rankPeriods(began);
  const table = cohortTable(periods, today, length);
  countWins(places, began, periodsOf(won, length), table.width, table.sizes, table.counts);
  return cohortsOf(table, length, true);
}

function checkWins(created: Dates, won: Dates, until: number): void {
  for (let row = 0; row < won.length; row += 1) {
    if (won[row]! < created[row]! - TOLERANCE && created[row]! < until) throw new MetricError("closedBeforeCreated", { argument: "won", index: row });
  }
}

/** What began outside [from, to), or is not known yet. */
function leaveOut(began: Int32Array, beginnings: Dates, from: number, to: number, until: number): void {
  for (let i = 0; i < began.length; i += 1) {
    const start = beginnings[i]!;
    if (start >= until || !(start >= from && start < to)) began[i] = NO_PERIOD;
  }
}

function leaveOutNegative(began: Int32Array, created: Dates, won: Dates): void {
  for (let row = 0; row < began.length; row += 1) if (won[row]! < created[row]! - TOLERANCE) began[row] = NO_PERIOD;
}

/** Wins after the as_of day need no look: their period is not over, so their cell is not shown. */
function countWins(places: Int32Array, began: Int32Array, ended: Int32Array, width: number, sizes: Int32Array, counts: Int32Array): void {
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row]!;
    if (place === NO_PERIOD) continue;
    sizes[place]! += 1;
    if (ended[row] === NO_PERIOD) continue;
    const age = Math.max(0, ended[row]! - began[row]!); // a win may be a hair before creation
    if (age < width) counts[place * width + age]! += 1;
  }
}

/**
 * Share of each cohort that was active in each later period. A customer's cohort is the period of his first activity.
 *
 * @param dates one row per activity
 * @param asOf null for the latest date; the whole day counts
 * @throws noDealsInPeriod, tableTooLarge
 */
export function cohortRetention({ codes, labels }: Codes, dates: Dates, asOf: number | null, { length, period }: CohortOptions): readonly Cohort[] {
  const today = dayOf(asOf ?? latest(dates));
  const until = knownBefore(today);
  const first = firstDates(codes, dates, labels.length);
  const { from, to } = boundsOf(period);
  const began = periodsOf(first, length);
  leaveOut(began, first, from, to, until);
  const { periods, places } = rankPeriods(began);
  const table = cohortTable(periods, today, length);
  const { width } = table;
  for (let customer = 0; customer < places.length; customer += 1) if (places[customer] !== NO_PERIOD) table.sizes[places[customer]!]! += 1;
  const ages = agesOf(codes, periodsOf(dates, length), began, width);
  const starts = new Int32Array(width + 1);
  const active = byAge(codes, ages, starts);
  countActive(active, starts, places, width, table.counts);
  return cohortsOf(table, length, false);
}

function firstDates(codes: Int32Array, dates: Dates, count: number): Dates {
  const first = new Float64Array(count).fill(Infinity);
  for (let row = 0; row < codes.length; row += 1) if (dates[row]! < first[codes[row]!]!) first[codes[row]!] = dates[row]!;
  return first;
}

/** Of each activity, the periods since the customer's first one; NEVER where it has no cell. */
function agesOf(codes: Int32Array, periods: Int32Array, began: Int32Array, width: number): Int32Array {
  const ages = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const own = began[codes[row]!]!;
    const age = periods[row]! - own;
    ages[row] = own === NO_PERIOD || age >= width ? NEVER : age;
  }
  return ages;
}

const NEVER = -1;

/** Customers of the activities, one age behind the other: those of age a lie in [starts[a], starts[a + 1]). */
function byAge(codes: Int32Array, ages: Int32Array, starts: Int32Array): Int32Array {
  const width = starts.length - 1;
  for (let row = 0; row < ages.length; row += 1) if (ages[row] !== NEVER) starts[ages[row]! + 1]! += 1;
  for (let age = 0; age < width; age += 1) starts[age + 1]! += starts[age]!;
  const next = starts.slice();
  const active = new Int32Array(starts[width]!);
  for (let row = 0; row < codes.length; row += 1) {
    const age = ages[row]!;
    if (age === NEVER) continue;
    active[next[age]!] = codes[row]!;
    next[age]! += 1;
  }
  return active;
}

/** Each customer once per age: a mark on the customer tells whether he was counted. */
function countActive(active: Int32Array, starts: Int32Array, places: Int32Array, width: number, counts: Int32Array): void {
  const counted = new Int32Array(places.length).fill(NEVER);
  for (let age = 0; age < width; age += 1) {
    for (let i = starts[age]!; i < starts[age + 1]!; i += 1) {
      const customer = active[i]!;
      if (counted[customer] === age) continue;
      counted[customer] = age;
      counts[places[customer]! * width + age]! += 1;
    }
  }
}

function latest(dates: Dates): number {
  let last = -Infinity;
  for (let row = 0; row < dates.length; row += 1) if (dates[row]! > last) last = dates[row]!;
  return last;
}

/** `counts` by cohort and age, a row of `width` ages per cohort. `full` is the last period that is over. */
type CohortTable = { readonly periods: readonly number[]; readonly full: number; readonly width: number; readonly sizes: Int32Array; readonly counts: Int32Array };

/** More cells than any sheet takes in. */
export const MOST_CELLS = 5_000_000;

function cohortTable(periods: readonly number[], today: number, length: PeriodLength): CohortTable {
  if (periods.length === 0) throw new MetricError("noDealsInPeriod");
  const full = periodOfDate(today + 1, length) - 1;
  const width = Math.max(0, full - periods[0]!) + 1;
  const cells = periods.length * width;
  if (cells > MOST_CELLS) throw new MetricError("tableTooLarge", { found: cells });
  return { periods, full, width, sizes: new Int32Array(periods.length), counts: new Int32Array(cells) };
}

const cohortsOf = ({ periods, full, width, sizes, counts }: CohortTable, length: PeriodLength, cumulative: boolean): readonly Cohort[] =>
  periods.map((period, place) => {
    const size = sizes[place]!;
    let sofar = 0;
    const shares = Array.from({ length: width }, (_, age) => {
      const count = counts[place * width + age]!;
      sofar += count;
      return period + age > full ? null : (cumulative ? sofar : count) / size;
    });
    return { label: periodLabel(period, length), size, shares };
  });
