/** Cohorts: deals or customers that began in the same period, and what became of them in it and in the periods after it. */
import { boundsOf, dayOf, knownBefore, type Period } from "./calendar";
import type { Codes, Dates } from "./columns";
import { MetricError } from "./error";
import { countDays, extent, periodLabel, periodOfDate, periodsOfDays, rankDays, type PeriodLength, type Ranked } from "./period";
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
  const [earliest, latest] = extent(created);
  const last = Math.max(latest, extent(won)[1]);
  const today = dayOf(asOf ?? last);
  const until = knownBefore(today);
  const began = checked(created, won, until, negative === "error");
  const { from, to } = boundsOf(period);
  const first = dayOf(earliest);
  const days = periodsOfDays(first, dayOf(last), length);
  const table = cohortTable(began, from, Math.min(to, until), first, days, today, length, "created");
  countWins(began, won, from, Math.min(to, until), first, days, table.places, table.width, table.counts);
  return cohortsOf(table, length, true);
}

/** Creation per row, NaN where it is to be left out: the deal was won before it. */
function checked(created: Dates, won: Dates, until: number, refused: boolean): Dates {
  let kept = created;
  for (let row = 0; row < won.length; row += 1) {
    if (!(won[row]! < created[row]! - TOLERANCE) || created[row]! >= until) continue; // not known yet at that moment
    if (refused) throw new MetricError("closedBeforeCreated", { argument: "won", index: row });
    if (kept === created) kept = created.slice();
    kept[row] = NaN;
  }
  return kept;
}

/** Wins after the as_of day need no look: their period is not over, so their cell is not shown. */
function countWins(began: Dates, won: Dates, from: number, to: number, first: number, days: Int32Array, places: Int32Array, width: number, counts: Int32Array): void {
  for (let row = 0; row < began.length; row += 1) {
    const start = began[row]!;
    const end = won[row]!;
    if (!(start >= from && start < to) || Number.isNaN(end)) continue;
    const day = dayOf(start) - first;
    const age = days[Math.max(day, dayOf(end) - first)]! - days[day]!; // a win may be a hair before creation
    if (age < width) counts[places[day]! * width + age]! += 1;
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
  const last = extent(dates)[1];
  const today = dayOf(asOf ?? last);
  const beginnings = firstDates(codes, dates, labels.length);
  const { from, to } = boundsOf(period);
  const until = Math.min(to, knownBefore(today));
  const first = dayOf(extent(beginnings)[0]);
  const days = periodsOfDays(first, dayOf(last), length);
  const table = cohortTable(beginnings, from, until, first, days, today, length, "customers");
  const { width } = table;
  const begun = daysOf(beginnings, from, until, first);
  const ages = agesOf(codes, dates, first, days, begun, width);
  const starts = new Int32Array(width + 1);
  const active = byAge(codes, ages, starts);
  countActive(active, starts, begun, table.places, width, table.counts);
  return cohortsOf(table, length, false);
}

function firstDates(codes: Int32Array, dates: Dates, count: number): Dates {
  const first = new Float64Array(count).fill(Infinity);
  for (let row = 0; row < codes.length; row += 1) if (dates[row]! < first[codes[row]!]!) first[codes[row]!] = dates[row]!;
  return first;
}

/** The day of each beginning, counted from the first; NEVER where it is not in [from, to). */
function daysOf(beginnings: Dates, from: number, to: number, first: number): Int32Array {
  const days = new Int32Array(beginnings.length);
  for (let i = 0; i < days.length; i += 1) days[i] = beginnings[i]! >= from && beginnings[i]! < to ? dayOf(beginnings[i]!) - first : NEVER;
  return days;
}

/** Of each activity, the periods since the customer's first one; NEVER where it has no cell. */
function agesOf(codes: Int32Array, dates: Dates, first: number, days: Int32Array, begun: Int32Array, width: number): Int32Array {
  const ages = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const own = begun[codes[row]!]!;
    const age = own === NEVER ? NEVER : days[dayOf(dates[row]!) - first]! - days[own]!;
    ages[row] = age < width ? age : NEVER;
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
function countActive(active: Int32Array, starts: Int32Array, begun: Int32Array, places: Int32Array, width: number, counts: Int32Array): void {
  const counted = new Int32Array(begun.length).fill(NEVER);
  for (let age = 0; age < width; age += 1) {
    for (let i = starts[age]!; i < starts[age + 1]!; i += 1) {
      const customer = active[i]!;
      if (counted[customer] === age) continue;
      counted[customer] = age;
      counts[places[begun[customer]!]! * width + age]! += 1;
    }
  }
}

/** `counts` by cohort and age, a row of `width` ages per cohort. `full` is the last period that is over. */
type CohortTable = Ranked & { readonly full: number; readonly width: number; readonly counts: Int32Array };

/** More cells than any sheet takes in. */
export const MOST_CELLS = 5_000_000;

function cohortTable(beginnings: Dates, from: number, to: number, first: number, days: Int32Array, today: number, length: PeriodLength, argument: string): CohortTable {
  const byDay = new Int32Array(days.length);
  countDays(beginnings, from, to, first, byDay);
  const ranked = rankDays(days, byDay);
  const { periods } = ranked;
  if (periods.length === 0) throw new MetricError("noDealsInPeriod", { argument });
  const full = periodOfDate(today + 1, length) - 1;
  const width = Math.max(0, full - periods[0]!) + 1;
  const cells = periods.length * width;
  if (cells > MOST_CELLS) throw new MetricError("tableTooLarge", { found: cells });
  return { ...ranked, full, width, counts: new Int32Array(cells) };
}

const cohortsOf = ({ periods, full, width, sizes, counts }: CohortTable, length: PeriodLength, cumulative: boolean): readonly Cohort[] =>
  periods.map((period, place) => {
    const size = sizes[place]!;
    let sofar = 0;
    const shares = new Array<number | null>(width).fill(null);
    for (let age = 0; age < width && period + age <= full; age += 1) {
      const count = counts[place * width + age]!;
      sofar += count;
      shares[age] = (cumulative ? sofar : count) / size;
    }
    return { label: periodLabel(period, length), size, shares };
  });
