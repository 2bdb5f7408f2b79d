/** Cohorts: deals or customers that began in the same period, and what became of them in it and in the periods after it. */
import { boundsOf, dayOf, knownBefore, type Period } from "./calendar";
import type { Codes, Dates } from "./columns";
import { MetricError } from "./error";
import { NO_PERIOD, periodLabel, periodOfDate, rankPeriods, type PeriodLength } from "./period";
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
  const { from, to } = boundsOf(period);
  const began = new Int32Array(created.length).fill(NO_PERIOD);
  const ages = new Int32Array(created.length);
  for (let row = 0; row < created.length; row += 1) {
    const start = created[row]!;
    const end = won[row]!;
    if (start >= until) continue;
    if (end < start - TOLERANCE) {
      if (negative === "error") throw new MetricError("closedBeforeCreated", { argument: "won", index: row });
      continue;
    }
    if (!(start >= from && start < to)) continue;
    const own = periodOfDate(start, length);
    began[row] = own;
    ages[row] = end < until ? Math.max(0, periodOfDate(end, length) - own) : NEVER;
  }
  const { periods, places } = rankPeriods(began);
  const table = cohortTable(periods, today, length);
  for (let row = 0; row < places.length; row += 1) {
    if (places[row] === NO_PERIOD) continue;
    table.sizes[places[row]!]! += 1;
    if (ages[row]! < table.width) table.counts[places[row]! * table.width + ages[row]!]! += 1;
  }
  return cohortsOf(table, length, true);
}

const NEVER = 0x7fffffff;

/**
 * Share of each cohort that was active in each later period. A customer's cohort is the period of his first activity.
 *
 * @param dates one row per activity
 * @param asOf null for the latest date; the whole day counts
 * @throws noDealsInPeriod, tableTooLarge
 */
export function cohortRetention(customers: Codes, dates: Dates, asOf: number | null, { length, period }: CohortOptions): readonly Cohort[] {
  const today = dayOf(asOf ?? latest(dates));
  const until = knownBefore(today);
  const { codes, labels } = customers;
  const first = new Float64Array(labels.length).fill(Infinity);
  for (let row = 0; row < codes.length; row += 1) if (dates[row]! < until && dates[row]! < first[codes[row]!]!) first[codes[row]!] = dates[row]!;

  const { from, to } = boundsOf(period);
  const began = new Int32Array(labels.length).fill(NO_PERIOD);
  for (let each = 0; each < first.length; each += 1) {
    const start = first[each]!;
    if (start < until && start >= from && start < to) began[each] = periodOfDate(start, length);
  }
  const { periods, places } = rankPeriods(began);
  const table = cohortTable(periods, today, length);
  const { width, counts, sizes } = table;
  for (let each = 0; each < places.length; each += 1) if (places[each] !== NO_PERIOD) sizes[places[each]!]! += 1;

  // Active customers by age: within one age a mark on the customer tells whether he was counted.
  const ages = new Int32Array(codes.length).fill(NEVER);
  const starts = new Int32Array(width + 1);
  for (let row = 0; row < codes.length; row += 1) {
    const customer = codes[row]!;
    if (places[customer] === NO_PERIOD || !(dates[row]! < until)) continue;
    const age = periodOfDate(dates[row]!, length) - began[customer]!;
    if (age >= width) continue;
    ages[row] = age;
    starts[age + 1]! += 1;
  }
  for (let age = 0; age < width; age += 1) starts[age + 1]! += starts[age]!;
  const active = new Int32Array(starts[width]!);
  const next = starts.slice();
  for (let row = 0; row < codes.length; row += 1) {
    const age = ages[row]!;
    if (age === NEVER) continue;
    active[next[age]!] = codes[row]!;
    next[age]! += 1;
  }
  const counted = new Int32Array(labels.length).fill(-1);
  for (let age = 0; age < width; age += 1) {
    for (let i = starts[age]!; i < starts[age + 1]!; i += 1) {
      const customer = active[i]!;
      if (counted[customer] === age) continue;
      counted[customer] = age;
      counts[places[customer]! * width + age]! += 1;
    }
  }
  return cohortsOf(table, length, false);
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
