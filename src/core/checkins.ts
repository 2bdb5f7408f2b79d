/** The check-ins of one goal: which of them count, and what they come to. */
import { isoDay, knownBefore } from "./calendar";
import { MetricError } from "./error";
import { sum } from "./stats";

/**
 * The check-ins that count, the latest first: one a day, of several on one day the lowest row.
 *
 * @param dates in the order of the rows, at least one
 * @param asOf what is known at this moment; null for all
 * @returns places in `dates`
 * @throws checkinsLater where all of them are later
 */
export function latestFirst(dates: readonly number[], asOf: number | null): readonly number[] {
  const known = knownBefore(asOf);
  const places = new Map<number, number>();
  dates.forEach((date, i) => {
    if (date < known) places.set(Math.floor(date), i);
  });
  if (places.size === 0) throw new MetricError("checkinsLater", { argument: "checkins", found: isoDay(dates.reduce((first, date) => Math.min(first, date))) });
  return Array.from(Float64Array.from(places.keys()).sort().reverse(), (day) => places.get(day)!);
}

/**
 * The value to date: values for a period are added back to and including the latest total to date, or all of them.
 *
 * @param places the check-ins that count, the latest first
 * @param isTotal whether the value of a check-in is a total to date; asked only of those that count
 */
export function valueToDate(places: readonly number[], values: readonly number[], isTotal: (place: number) => boolean): number {
  const last = places.findIndex(isTotal);
  return sum((last < 0 ? places : places.slice(0, last + 1)).map((place) => values[place]!));
}
