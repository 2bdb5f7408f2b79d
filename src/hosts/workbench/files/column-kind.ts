/**
 * What a whole column of texts is, where a single text proves nothing: dates such as 25.12.2024 14:30 or 12/25/2024, money such as
 * 1 200 ₽ or $1,200.50, numbers with another decimal mark than the separator of the file suggests. Exports write so, and formulas refuse it.
 */
import { currencyOf } from "../../../catalogue/odd-text";
import { daySerial, typed, type Decimal, type Typed } from "./typed";

/** `dayFirst` and `monthFirst`: 25/12/2024 and 12/25/2024, proven by at least one of the fields. */
export type DateOrder = "dotted" | "dayFirst" | "monthFirst";

/** How to read the fields of a column; a field that is none of that, such as “not closed”, gives null and stays what it is. */
export type ColumnKind = { readonly order: DateOrder | null; readonly read: (field: string) => Typed | null };

/** Longer fields are neither. */
const LONGEST = 40;
/** A single date among words may be the number of a version. */
const FEWEST_AMONG_WORDS = 2;

/**
 * @param decimal mark of the numbers in the rest of the file
 * @param count of fields
 * @param fieldAt the text of a field, "" where there is none
 * @returns null where the fields decide by themselves what they are
 */
export function columnKind(decimal: Decimal, count: number, fieldAt: (index: number) => string): ColumnKind | null {
  return dateKind(count, fieldAt) ?? moneyKind(count, fieldAt) ?? numberKind(decimal === "." ? "," : ".", decimal, count, fieldAt);
}

const hasDigit = (text: string): boolean => /\d/.test(text);

// ---- dates ------------------------------------------------------------------------------

const DATE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])m)?)?$/i;

/** @returns by either order, where a whole column is dates and not one of them tells which of day and month stands first; else null */
export function eitherKind(count: number, fieldAt: (index: number) => string): ((order: Exclude<DateOrder, "dotted">) => ColumnKind) | null {
  const dates = datesOf(count, fieldAt);
  return dates && dates.mark !== "." && !dates.dayFirst && !dates.monthFirst ? (order) => kindIn(order, dates.mark) : null;
}

function dateKind(count: number, fieldAt: (index: number) => string): ColumnKind | null {
  const dates = datesOf(count, fieldAt);
  if (!dates) return null;
  if (dates.mark === ".") return { order: "dotted", read: (field) => dateOf(field, true, "dd.mm.yyyy") };
  if (dates.dayFirst === dates.monthFirst) return null; // nobody can tell, or they contradict each other
  return kindIn(dates.dayFirst ? "dayFirst" : "monthFirst", dates.mark);
}

const kindIn = (order: Exclude<DateOrder, "dotted">, mark: string): ColumnKind =>
  ({ order, read: (field) => dateOf(field, order === "dayFirst", (order === "dayFirst" ? "dd/mm/yyyy" : "m/d/yyyy").replaceAll("/", mark)) });

/**
 * Every field with a digit in it has the form of a date, and those forms agree. A day that does not exist, such as 31.02.2024, stays text.
 *
 * @returns the mark between day and month, and whether some field proves that the day, or the month, stands first
 */
function datesOf(count: number, fieldAt: (index: number) => string): { readonly mark: string; readonly dayFirst: boolean; readonly monthFirst: boolean } | null {
  let found = 0;
  let words = 0;
  let mark = "";
  const isProven = { dayFirst: false, monthFirst: false };
  for (let i = 0; i < count; i += 1) {
    const text = fieldAt(i).trim();
    if (!hasDigit(text)) {
      words += Number(text !== "");
      continue;
    }
    const parts = text.length <= LONGEST ? DATE.exec(text) : null;
    if (!parts || (mark !== "" && parts[2] !== mark)) return null;
    mark = parts[2] ?? "";
    if (Number(parts[1]) > 12) isProven.dayFirst = true;
    if (Number(parts[3]) > 12) isProven.monthFirst = true;
    found += 1;
  }
  return found === 0 || (words > 0 && found < FEWEST_AMONG_WORDS) ? null : { mark, ...isProven };
}

function dateOf(field: string, isDayFirst: boolean, pattern: string): Typed | null {
  const parts = field.length <= LONGEST ? DATE.exec(field.trim()) : null;
  if (!parts) return null;
  const [, a = "", , b = "", year = "", hour, minute = "", second, half] = parts;
  const day = daySerial(Number(year), Number(isDayFirst ? b : a), Number(isDayFirst ? a : b));
  if (day === null) return null;
  if (hour === undefined) return { value: day, pattern };
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const time = ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) / 86_400;
  return { value: day + time, pattern: `${pattern} hh:mm${second === undefined ? "" : ":ss"}` };
}

// ---- numbers ----------------------------------------------------------------------------

/** Every field with a digit in it is a number in the other notation, and one of them is none in that of the file. */
function numberKind(other: Decimal, own: Decimal, count: number, fieldAt: (index: number) => string): ColumnKind | null {
  const isNumber = (text: string, decimal: Decimal) => typeof typed(text, decimal).value === "number";
  let isProven = false;
  for (let i = 0; i < count; i += 1) {
    const text = fieldAt(i);
    if (!hasDigit(text)) continue;
    if (!isNumber(text, other)) return null;
    isProven ||= !isNumber(text, own);
  }
  return isProven ? { order: null, read: (field) => typed(field, other) } : null;
}

// ---- money ------------------------------------------------------------------------------

type Money = { readonly value: number; readonly decimals: number; readonly currency: string; readonly sign: string; readonly isBefore: boolean };

/** Every field with a digit in it is money, and of one currency: amounts of several must not become numbers that can be added. */
function moneyKind(count: number, fieldAt: (index: number) => string): ColumnKind | null {
  let found: Money | null = null;
  let decimals = 0;
  for (let i = 0; i < count; i += 1) {
    const text = fieldAt(i);
    if (!hasDigit(text)) continue;
    const money = moneyOf(text);
    if (!money || (found && money.currency !== found.currency)) return null;
    found ??= money;
    decimals = Math.max(decimals, money.decimals);
  }
  if (!found) return null;
  const sign = `"${found.sign}"`;
  const digits = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const pattern = found.isBefore ? `${sign}${digits}` : `${digits}" "${sign}`.replace('" ""', '" ');
  return { order: null, read: (field) => moneyValue(field, pattern) };
}

function moneyValue(field: string, pattern: string): Typed | null {
  const money = hasDigit(field) ? moneyOf(field) : null;
  return money && { value: money.value, pattern };
}

/** The sign of a currency before or behind, a minus or the brackets of accountants. */
const MONEY = /^(\(?)([-+−]?)\s*(?:([^\d\s.,()+−-]{1,4})\.?\s*)?([-−]?)(\d(?:[\d\s.,'’]*\d)?)\s*(?:([^\d\s.,()+−-]{1,4})\.?)?(\)?)$/u;
/** Money has no thousandths: `1,200` and `1.200` are twelve hundred. Groups have one separator, the decimals another. */
const AMOUNT = /^(\d+|\d{1,3}([\s.,'’])\d{3}(?:\2\d{3})*)(?:([.,])(\d{1,2}))?$/;

function moneyOf(field: string): Money | null {
  const text = field.trim();
  const parts = text.length <= LONGEST ? MONEY.exec(text) : null;
  if (!parts) return null;
  const [, open, minus, before, inner, digits = "", behind, close] = parts;
  if ((open === "") !== (close === "") || (before === undefined) === (behind === undefined)) return null;
  const sign = before ?? behind ?? "";
  const currency = currencyOf(sign);
  const amount = AMOUNT.exec(digits);
  if (currency === "" || !amount || (amount[2] !== undefined && amount[2] === amount[3])) return null;
  const whole = (amount[1] ?? "").replace(/\D/g, "");
  if (whole.length > 13) return null; // with decimals no number would hold it
  const value = Number(`${whole}.${amount[4] ?? "0"}`);
  const isNegative = open === "(" || [minus, inner].some((mark) => mark === "-" || mark === "−");
  return { value: isNegative ? -value : value, decimals: (amount[4] ?? "").length, currency, sign, isBefore: before !== undefined };
}
