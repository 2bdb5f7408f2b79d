/** Calendar periods as whole numbers that count up without gaps, and their labels. */
import { dayOf, isoDay, monthOf, serialOfDay } from "./calendar";
import type { Dates } from "./columns";

export type PeriodLength = "month" | "day" | "week" | "quarter" | "year";

/** The number of the period that a date falls in. Weeks begin on Monday; the serial number 2 is one. */
export function periodOfDate(serial: number, length: PeriodLength): number {
  const day = dayOf(serial);
  switch (length) {
    case "month": return monthOf(day);
    case "day": return day;
    case "week": return Math.floor((day - 2) / 7);
    case "quarter": return Math.floor(monthOf(day) / 3);
    case "year": return Math.floor(monthOf(day) / 12);
  }
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

const STRIDE = 6;

/** The period of each day from the first to the last: dates are many, days are few. */
export function periodsOfDays(first: number, last: number, length: PeriodLength): Int32Array {
  const periods = new Int32Array(Math.max(0, last - first + 1));
  for (let i = 0; i < periods.length; i += 1) {
    const period = periodOfDate(first + i, length);
    let end = i; // the calendar is asked once in a few days where those in between are of the same period
    while (length !== "day" && end + STRIDE < periods.length && periodOfDate(first + end + STRIDE, length) === period) end += STRIDE;
    for (; i < end; i += 1) periods[i] = period;
    periods[i] = period;
  }
  return periods;
}

/** The earliest and the latest date, in one pass; Infinity and -Infinity where there is none. */
export function extent(dates: Dates): readonly [earliest: number, latest: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < dates.length; i += 1) {
    const date = dates[i]!;
    if (date < low) low = date;
    if (date > high) high = date;
  }
  return [low, high];
}

/** Dates in [from, to) by day; `counts` has a place for each day from `first` on. */
export function countDays(dates: Dates, from: number, to: number, first: number, counts: Int32Array): void {
  for (let i = 0; i < dates.length; i += 1) if (dates[i]! >= from && dates[i]! < to) counts[dayOf(dates[i]!) - first]! += 1;
}

/** The periods in which something was counted, ascending; how much; and the place among them of each day on which it was. */
export type Ranked = { readonly periods: readonly number[]; readonly sizes: readonly number[]; readonly places: Int32Array };

export function rankDays(periodOfDay: Int32Array, counts: Int32Array): Ranked {
  const periods: number[] = [];
  const sizes: number[] = [];
  const places = new Int32Array(counts.length);
  for (let day = 0; day < counts.length; day += 1) {
    if (counts[day] === 0) continue;
    if (periods[periods.length - 1] !== periodOfDay[day]) sizes[periods.push(periodOfDay[day]!) - 1] = 0;
    places[day] = periods.length - 1;
    sizes[periods.length - 1]! += counts[day]!;
  }
  return { periods, sizes, places };
}
