/** The values of Google Sheets, and nowhere else: dates are objects in the spreadsheet's zone, error cells are texts, blank cells are "". */
import type { Cell, CellReader } from "../../catalogue/grid";

/** What the conversion needs from Apps Script: `Utilities.formatDate` in the spreadsheet's zone. */
export type WallClock = (instant: Date, pattern: string) => string;

const DAY = 86_400_000;
/** 1970-01-01 in the 1900 system. */
const EPOCH = 25_569 * DAY;

/** Not `instanceof`: the dates that Sheets delivers belong to another realm. */
const isDate = (value: object): value is Date => Object.prototype.toString.call(value) === "[object Date]";

export const sheetCells = (wallClock: WallClock): CellReader => {
  const serial = serials(wallClock);
  return {
    readObject(value): Cell {
      if (isErrorText(value)) return value;
      // Pictures and whatever Sheets may add are no values of ours.
      if (!isDate(value) || Number.isNaN(value.getTime())) return { error: "#VALUE!" };
      return serial(value.getTime());
    },
  };
};

/**
 * Serial number of an instant as the spreadsheet shows it. The script runs in the zone of appsscript.json, so the getters of Date
 * answer for another zone: 1 February in Moscow is 31 January 21:00 in UTC. Only the service knows the spreadsheet's zone, and asking
 * it once per date would mean 60,000 calls; it is asked for the distance from UTC at both ends of a week, which holds for
 * the week where both agree. Where the clocks change, the same for a day, an hour and a quarter of an hour.
 */
export function serials(wallClock: WallClock): (milliseconds: number) => number {
  const known = new Map<number, number>();
  const distance = (instant: number): number => {
    let found = known.get(instant);
    if (found === undefined) {
      found = wallClockMilliseconds(wallClock(new Date(instant), PATTERN)) - Math.floor(instant / 1000) * 1000;
      known.set(instant, found);
    }
    return found;
  };
  const distanceWithin = (instant: number): number => {
    for (const span of SPANS) {
      const start = Math.floor(instant / span) * span;
      const before = distance(start);
      if (before === distance(start + span)) return before;
    }
    return distance(Math.floor(instant / 1000) * 1000);
  };
  return (milliseconds) => {
    const shown = EPOCH + milliseconds + distanceWithin(milliseconds);
    // Where the clocks jump from midnight to one, as in Cairo and Santiago, the day itself begins at one, and is a day nevertheless.
    const isMidnight = shown % DAY === HOUR && distance(milliseconds - 1000) === shown - HOUR - EPOCH - milliseconds;
    // One division: its result is the number that Excel and a date text give, to the last bit, so that equal times are equal.
    return (isMidnight ? shown - HOUR : shown) / DAY;
  };
}

const HOUR = DAY / 24;
const SPANS = [7 * DAY, DAY, HOUR, DAY / 96];
const PATTERN = "yyyy-MM-dd HH:mm:ss";

function wallClockMilliseconds(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text) ?? [];
  if (second === undefined) throw new Error(`Utilities.formatDate gave ${text}`);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.setUTCHours(Number(hour), Number(minute), Number(second));
}

/**
 * Sheets hands error cells over as their text. Only what begins like one of them is taken for one; the object is what `cellOf`
 * passes to `readObject`.
 */
const ERROR_TEXT = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)/;
type ErrorText = { readonly error: string };
const isErrorText = (value: object): value is ErrorText => "error" in value && typeof value.error === "string";

const HASH = 35;
export function errorIn(cell: unknown): ErrorText | null {
  if (typeof cell !== "string" || cell.charCodeAt(0) !== HASH) return null;
  const [error] = ERROR_TEXT.exec(cell) ?? [];
  return error === undefined ? null : { error };
}

/** An argument with its error texts marked; a range without any is handed on as it is, uncopied. */
export function markErrors(value: unknown): unknown {
  if (!Array.isArray(value)) return errorIn(value) ?? value;
  const rows = value as readonly unknown[];
  const has = (row: unknown): boolean => (Array.isArray(row) ? row.some((cell) => errorIn(cell) !== null) : errorIn(row) !== null);
  return rows.some(has) ? rows.map((row) => (Array.isArray(row) ? row.map((cell: unknown) => errorIn(cell) ?? cell) : errorIn(row) ?? row)) : rows;
}
