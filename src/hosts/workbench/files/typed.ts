/** What a field of a text file is: a number, a date, TRUE or FALSE, or text. */
import { FIRST_DATE, serialOfDay } from "../../../core/calendar";
import type { Scalar } from "./plain-book";

/** A value, and the format that shows it as it stood in the file; "" where the plain form does. */
export type Typed = { readonly value: Scalar; readonly pattern: string };
const plain = (value: Scalar): Typed => ({ value, pattern: "" });
const BLANK = plain(null);

export type Decimal = "." | ",";

/**
 * Ids stay what they are: leading zeros or more than 15 digits, which a number cannot hold, make a text; so does a leading `=`, `+`
 * or `@`. A text never becomes a formula here.
 */
export function typed(field: string, decimal: Decimal): Typed {
  const text = field.trim();
  if (text === "") return BLANK;
  const first = text.charCodeAt(0);
  const startsAsNumber = (first >= 48 && first <= 57) || first === 45; // a digit or a minus
  if (startsAsNumber && text.length <= 40) return isoDate(text) ?? numberOf(text, decimal) ?? plain(field);
  if (text.length <= 5) {
    const upper = text.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return plain(upper === "TRUE");
  }
  return plain(field);
}

const NUMBER = { ".": /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]\d{1,3})?%?$/, ",": /^-?(?:(?:\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,]\d+)?(?:[eE][+-]\d{1,3})?|\d{1,3}(?:\.\d{3})+,\d+)%?$/ };

function numberOf(text: string, decimal: Decimal): Typed | null {
  if (!NUMBER[decimal].test(text)) return null;
  const isPercent = text.endsWith("%");
  const grouped = decimal === "." ? text.replaceAll(",", "") : withPoint(text);
  const digits = isPercent ? grouped.slice(0, -1) : grouped;
  const [whole = "", fraction = ""] = digits.replace(/^-/, "").split(/[.eE]/, 2);
  if (whole.length > 1 && whole.startsWith("0")) return null;
  if (whole.length > 15 || (fraction === "" && digits.replace(/\D/g, "").length > 15 && !/[eE]/.test(digits))) return null;
  if (!isPercent) return { value: Number(digits), pattern: isGrouped(text, decimal) ? `#,##0${fraction === "" ? "" : `.${"0".repeat(Math.min(fraction.length, 8))}`}` : "" };
  return { value: Number(`${digits}e-2`), pattern: fraction === "" ? "0%" : `0.${"0".repeat(Math.min(fraction.length, 8))}%` };
}

/** `1 200,50`, `1.200,50` or `1200.50`, in which a point before a comma only groups. */
const withPoint = (text: string): string => (text.includes(",") ? text.replace(/[ \u00a0\u202f.]/g, "").replace(",", ".") : text.replace(/[ \u00a0\u202f]/g, ""));

/** Whether the thousands stand apart. */
const isGrouped = (text: string, decimal: Decimal): boolean => (decimal === "." ? text.includes(",") : /\s|\..*,/.test(text));

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** The wall-clock time; an offset at the end is cut off, so that the days are those of the place where it happened. */
function isoDate(text: string): Typed | null {
  if (text.charCodeAt(4) !== 45) return null;
  const parts = ISO.exec(text);
  if (!parts) return null;
  const day = daySerial(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) return null;
  if (parts[4] === undefined) return { value: day, pattern: "yyyy-mm-dd" };
  const [hours, minutes, seconds] = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number(`0.${parts[7] ?? "0"}`) * 1000;
  const time = (((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds) / 86_400_000;
  return { value: day + time, pattern: parts[6] === undefined ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd hh:mm:ss" };
}

/** From 1900-03-01 on, where the calendars of all spreadsheets agree; null where there is no such day. */
export function daySerial(year: number, month: number, day: number): number | null {
  const serial = serialOfDay(year, month, day);
  return serial !== null && serial >= FIRST_DATE ? serial : null;
}
