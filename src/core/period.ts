/** Calendar periods as whole numbers that count up without gaps, and their labels. */
import { dayOf, isoDay, monthOf, serialOfDay } from "./calendar";
import type { Dates } from "./columns";

export type PeriodLength = "month" | "day" | "week" | "quarter" | "year";

/** The number of the period that a date falls in. Weeks begin on Monday; the serial number 2 is one. */
export const periodOfDate = (serial: number, length: PeriodLength): number => periodsOf(Float64Array.of(serial), length)[0]!;

/** The same for each date; NO_PERIOD for NaN. */
export function periodsOf(dates: Dates, length: PeriodLength): Int32Array {
  switch (length) {
    case "month": return spansOfMonths(dates, 1);
    case "day": return spansOfDays(dates, 1, 0);
    case "week": return spansOfDays(dates, 7, 2);
    case "quarter": return spansOfMonths(dates, 3);
    case "year": return spansOfMonths(dates, 12);
  }
}

function spansOfDays(dates: Dates, days: number, first: number): Int32Array {
  const periods = new Int32Array(dates.length);
  for (let i = 0; i < dates.length; i += 1) periods[i] = Number.isNaN(dates[i]!) ? NO_PERIOD : Math.floor((dayOf(dates[i]!) - first) / days);
  return periods;
}

function spansOfMonths(dates: Dates, months: number): Int32Array {
  const periods = new Int32Array(dates.length);
  for (let i = 0; i < dates.length; i += 1) periods[i] = Number.isNaN(dates[i]!) ? NO_PERIOD : Math.floor(monthOf(dates[i]!) / months);
  return periods;
}

/** `2026-01`, `2026-01-31`, `2026-W05`, `2026-Q1`, `2026`. A week belongs to the year of its Thursday (ISO 8601). */
export function periodLabel(period: number, length: PeriodLength): string {
  switch (length) {
    case "month": return `${Math.floor(period / 12)}-${twoDigits((period % 12) + 1)}`;
    case "day": return isoDay(period);
    case "week": {
      const thursday = period * 7 + 5;
      const year = isoDay(thursday).slice(0, 4);
      return `${year}-W${twoDigits(Math.floor((thursday - serialOfDay(Number(year), 1, 1)!) / 7) + 1)}`;
    }
    case "quarter": return `${Math.floor(period / 4)}-Q${(period % 4) + 1}`;
    case "year": return String(period);
  }
}

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** There is no period, or the row does not count. */
export const NO_PERIOD = -1;

/** The periods that there are, ascending, and the place among them of each of those given; NO_PERIOD stays. */
export type Ranked = { readonly periods: readonly number[]; readonly places: Int32Array };

export function rankPeriods(given: Int32Array): Ranked {
  let first = Infinity;
  let last = NO_PERIOD;
  for (let i = 0; i < given.length; i += 1) {
    const period = given[i]!;
    if (period > last) last = period;
    if (period !== NO_PERIOD && period < first) first = period;
  }
  if (last === NO_PERIOD) return { periods: [], places: given };
  const placeOf = new Int32Array(last - first + 1); // by days and over all dates there are: 3 million
  for (let i = 0; i < given.length; i += 1) if (given[i] !== NO_PERIOD) placeOf[given[i]! - first] = 1;
  const periods: number[] = [];
  for (let i = 0; i < placeOf.length; i += 1) if (placeOf[i] === 1) placeOf[i] = periods.push(first + i) - 1;
  const places = new Int32Array(given.length);
  for (let i = 0; i < given.length; i += 1) places[i] = given[i] === NO_PERIOD ? NO_PERIOD : placeOf[given[i]! - first]!;
  return { periods, places };
}
