/** Texts that a person means as a date or as money, and that formulas do not read so. */
import { serialOfDay } from "../core/calendar";
import { isNumeral, parseDate, trim } from "./cells";

const LONGEST = 40;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)/;
/** What may stand behind a date: a time, its half of the day, its zone, "г." */
const AFTER = /^(?:\d+|[tzг]|am|pm|utc|gmt|года)$/;

/**
 * How a date is written: as formulas read it, in another way that has one meaning only, or so that day and month may be either; `dayFirst`
 * and `monthFirst` are written as `either`, but only one order gives a date. Null where it is no date.
 */
export type DateNotation = "read" | "clear" | "either" | "dayFirst" | "monthFirst";

export function dateNotation(cell: string): DateNotation | null {
  const text = trim(cell).toLowerCase();
  if (text.length > LONGEST || text === "") return null;
  if (parseDate(text) !== null) return "read";
  const [a = "", b = "", c = "", ...rest] = text.match(/\d+|\p{L}+/gu) ?? [];
  if (!text.startsWith(a) || !rest.every((part) => AFTER.test(part))) return null;
  const numbers = [a, b, c].filter((part) => part >= "0" && part <= "9999");
  if (numbers.length === 2) {
    const isWorded = [a, b].some((part) => MONTHS.test(part)) && numbers[0]!.length <= 2 && isYear(numbers[1]!);
    return isWorded && Number(numbers[0]) <= 31 ? "clear" : null;
  }
  const mark = text[a.length] ?? "";
  if (numbers.length !== 3 || !"./- ".includes(mark) || text[a.length + 1 + b.length] !== mark) return null;
  const isDay = (year: string, month: string, day: string) => serialOfDay(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day)) !== null;
  if (a.length === 4) return isDay(a, b, c) ? "clear" : null;
  if (!isYear(c) || a.length > 2 || b.length > 2) return null;
  const [dayFirst, monthFirst] = [isDay(c, b, a), isDay(c, a, b)];
  if (dayFirst && (mark === "." || (monthFirst && Number(a) === Number(b)))) return "clear";
  return dayFirst && monthFirst ? "either" : dayFirst ? "dayFirst" : monthFirst ? "monthFirst" : null;
}

const isYear = (digits: string): boolean => digits.length === 2 || digits.length === 4;

const CURRENCIES = "₽ руб р rub rur|$ usd us$ долл|€ eur евро|£ gbp|₸ kzt тг|₴ uah грн|byn|¥ cny jpy".split("|").map((marks) => marks.split(" "));

/** The currency that a sign, a word or a code means, by its first mark in the list; "" where it means none. */
export function currencyOf(text: string): string {
  const mark = trim(text).toLowerCase().replace(/\./g, "");
  return CURRENCIES.find((marks) => marks.includes(mark))?.find((each) => each.length === 3 && each >= "a" && each < "{")?.toUpperCase() ?? "";
}

/** Money as text: its currency, "" where it names none; null where it is no money. `(1,200)` is how accountants write a minus. */
export function moneyText(cell: string): string | null {
  if (cell.length > LONGEST) return null;
  const bare = trim(cell).replace(/^\((.*)\)$/, "$1");
  if (isNumeral(bare)) return "";
  const mark = bare.replace(/[\d\s.,+-]/g, "");
  const currency = mark.length <= 4 && /\d/.test(bare) ? currencyOf(mark) : "";
  return currency === "" || !isNumeral(bare.toLowerCase().replace(mark.toLowerCase(), "").replace(/\.$/, "")) ? null : currency;
}
