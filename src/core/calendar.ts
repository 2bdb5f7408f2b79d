/** Dates as serial numbers of the 1900 date system: 1 is one day, the fraction is the time of day. */

/** 1 March 1900: before it the 1900 system counts a day that never was. */
export const FIRST_DATE = 61;
/** One after 31 December 9999. */
export const AFTER_LAST_DATE = 2958466;
/** 1 January 2050: CRM exports write an end as 2050-01-01 or 9999-12-31 when it is still open. */
export const OPEN_FROM = 54789;

/** Dates from different sources differ in their last bits; a tenth of a millisecond is no difference. */
export const DATE_TOLERANCE = 1e-9;

const UNIX_EPOCH = 25569;
const DAY_MS = 86_400_000;

/** The serial number of a day, or null where the calendar has no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return date.getUTCDate() === day ? date.getTime() / DAY_MS + UNIX_EPOCH : null;
}

/**
 * Months counted from January of the year 0: divided by 12, the rest is the month, 0 for January. By arithmetic on years that begin in
 * March: an object of Date for each of a million rows costs more than all the rest.
 *
 * @see H. Hinnant, chrono-compatible low-level date algorithms, civil_from_days
 */
export function monthOf(serial: number): number {
  const day = dayOf(serial) - UNIX_EPOCH + 719_468; // since 1 March of the year 0
  const era = Math.floor(day / 146_097); // of 400 years
  const dayOfEra = day - era * 146_097;
  const year = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return (era * 400 + year) * 12 + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}

/** The day that a date falls on. */
export const dayOf = (serial: number): number => Math.floor(serial + DATE_TOLERANCE);

/** The serial number of the first day of such a month. */
export const firstOfMonth = (month: number): number => new Date(0).setUTCFullYear(0, month, 1) / DAY_MS + UNIX_EPOCH;

/** The day of a serial number as `2026-01-31`. */
export function isoDay(serial: number): string {
  return new Date((Math.floor(serial) - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

export const isDate = (serial: number): boolean => serial >= FIRST_DATE && serial < AFTER_LAST_DATE;

/** A half-open period [from, to); an end left out is open. */
export type Period = { readonly from: number | null; readonly to: number | null };

/**
 * The period as two numbers: a date is in it when `from <= date && date < to`. Loops over a million rows compare numbers; an object
 * in such a loop costs its compiled code whenever garbage is collected between two calls.
 */
export const boundsOf = ({ from, to }: Period): { readonly from: number; readonly to: number } => ({
  from: from === null ? -Infinity : from - DATE_TOLERANCE,
  to: to === null ? Infinity : to - DATE_TOLERANCE,
});

export const hasPeriod = ({ from, to }: Period): boolean => from !== null || to !== null;

/**
 * What is known at a moment is what lies before this number: everything up to the moment, and the whole day where it has no time of
 * day; everything where it is null.
 */
export function knownBefore(asOf: number | null): number {
  if (asOf === null) return Infinity;
  return Number.isInteger(asOf) ? asOf + 1 - DATE_TOLERANCE : asOf + DATE_TOLERANCE;
}
