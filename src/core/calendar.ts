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
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return date.getUTCDate() === day ? date.getTime() / DAY_MS + UNIX_EPOCH : null;
}

/** The day of a serial number as `2026-01-31`. */
export function isoDay(serial: number): string {
  return new Date((Math.floor(serial) - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

export const isDate = (serial: number): boolean => serial >= FIRST_DATE && serial < AFTER_LAST_DATE;

/** A half-open period [from, to); an end left out is open. */
export type Period = { readonly from: number | null; readonly to: number | null };

export const isWithin = (date: number, { from, to }: Period): boolean =>
  (from === null || date >= from - DATE_TOLERANCE) && (to === null || date < to - DATE_TOLERANCE);

export const hasPeriod = ({ from, to }: Period): boolean => from !== null || to !== null;

/** What is known at a moment: everything up to it; a date without a time of day includes the whole day. */
export const isKnown = (date: number, asOf: number): boolean =>
  Number.isInteger(asOf) ? date < asOf + 1 - DATE_TOLERANCE : date <= asOf + DATE_TOLERANCE;
