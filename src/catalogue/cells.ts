/**
 * How one cell is understood, whatever the host. Everything here is written by hand without backtracking patterns: one cell may
 * hold 32,767 characters, and a pattern such as /\s+$/ takes half a second on it.
 */
import { isDate, serialOfDay } from "../core/calendar";
import { collapse, isSpace, nameKey } from "../core/order";

export { collapse, nameKey };

/** An empty cell, "" or white space only. */
export function isBlank(cell: unknown): boolean {
  if (cell === null || cell === undefined || cell === "") return true;
  if (typeof cell !== "string") return false;
  for (let i = 0; i < cell.length; i += 1) if (!isSpace(cell.charCodeAt(i))) return false;
  return true;
}

/** Without white space at both ends. */
export function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Ids keep their case: ids of a CRM may differ by case only. */
export const idKey = (id: string | number): string => collapse(String(id));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A number kept as text: an optional sign, digits with points or commas, an optional percent sign; white space does not count. */
export function isNumeral(text: string): boolean {
  let digits = 0;
  let ended = false; // a percent sign must be the last
  let started = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    if (ended) return false;
    if (isDigit(code)) digits += 1;
    else if (code === 37 && digits > 0) ended = true;
    else if ((code === 43 || code === 45) && !started) started = true;
    else if (code !== 44 && code !== 46) return false;
    started = true;
  }
  return digits > 0;
}

/** `YYYY-MM-DD`, or with a time `HH:MM[:SS[.fff]]` after a blank or a T. */
const DATE_TEXT = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/;

/** The serial number of a date text, or null where it is none. */
export function parseDate(text: string): number | null {
  const trimmed = trim(text);
  if (trimmed.length > 23) return null;
  const match = DATE_TEXT.exec(trimmed);
  if (!match) return null;
  const day = serialOfDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((match[7] ?? "0").padEnd(3, "0"));
  const serial = day + ((hour * 60 + minute) * 60 + second + fraction / 1000) / 86400;
  return isDate(serial) ? serial : null;
}

/** A date as a serial number or a date text; null where it is neither. */
export function dateOf(cell: unknown): number | null {
  if (typeof cell === "number") return isDate(cell) ? cell : null;
  return typeof cell === "string" ? parseDate(cell) : null;
}

/** A number typed as text inside `options`, with a decimal point or, as `"from="&A1` gives in a Russian locale, a comma. */
export function parsePlainNumber(text: string): number | null {
  const trimmed = trim(text);
  return trimmed.length <= 30 && /^[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/.test(trimmed) ? Number(trimmed.replace(",", ".")) : null;
}
