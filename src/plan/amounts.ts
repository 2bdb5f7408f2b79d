/** Numbers of the plan as people read them, by the unit of their goal. */
import type { Language } from "./words";

/** Non-breaking, so that a number never parts from its unit. */
const NBSP = "\u00a0";
const MILLION = 1e6;

export type GoalUnit = "money" | "pcs" | "%" | "days" | "months" | "points" | "yes/no" | null;

const SHORT: Readonly<Record<"days" | "months", Readonly<Record<Language, string>>>> = { days: { en: "d", ru: "дн." }, months: { en: "mo", ru: "мес." } };

/** ₽, $, € where the code is known; the code as typed where it is not. */
export function currencySign(code: string | null, language: Language): string {
  if (code === null || code.trim() === "") return "";
  try {
    const parts = new Intl.NumberFormat(language, { style: "currency", currency: code.trim().toUpperCase(), currencyDisplay: "narrowSymbol" }).formatToParts(0);
    return parts.find(({ type }) => type === "currency")?.value ?? code;
  } catch {
    return code;
  }
}

/** `8,4 млн ₽`, `6 %`, `0,55 %`, `35 дн.`; millions are shortened, less than ten and money are exact to two decimals. */
export function amount(value: number, unit: GoalUnit, language: Language, currency: string | null): string {
  const size = Math.abs(value);
  // Of less than one percent the second decimal is a tenth of it.
  if (unit === "%") return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: digitsOf(size) }).format(value);
  const short = size >= MILLION ? { notation: "compact" as const, maximumFractionDigits: 2 } : { maximumFractionDigits: size >= 1000 ? 0 : size >= 10 && unit !== "money" ? 1 : 2 };
  const number = new Intl.NumberFormat(language, short).format(value);
  if (unit === "days" || unit === "months") return `${number}${NBSP}${SHORT[unit][language]}`;
  const sign = unit === "money" ? currencySign(currency, language) : "";
  return sign === "" ? number : language === "ru" || sign.length > 1 ? `${number}${NBSP}${sign}` : number.startsWith("-") ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
}

const digitsOf = (share: number): number => (share >= 0.01 ? 1 : share >= 0.001 ? 2 : 3);

const POINTS: Readonly<Record<Language, string>> = { en: "pp", ru: `п.${NBSP}п.` };

/** The difference of two shares, in percentage points: 5 % of 6 % is another thing. */
export const points = (value: number, language: Language, digits = 1): string => `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value * 100)}${NBSP}${POINTS[language]}`;

/** A difference with its sign, so that more and less are told apart without colour. */
export const signed = (value: number, unit: GoalUnit, language: Language, currency: string | null): string =>
  `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${unit === "%" ? points(Math.abs(value), language, digitsOf(Math.abs(value))) : amount(Math.abs(value), unit, language, currency)}`;

/** Whole percents: `72 %`. A minus is no hyphen. */
export const percent = (value: number, language: Language): string => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(value).replace("-", "\u2212");

/** A number as it stands in a field to be edited: all digits, groups of three. */
export const editable = (value: number, decimal: "," | "."): string =>
  new Intl.NumberFormat(decimal === "," ? "ru" : "en", { maximumFractionDigits: 10, useGrouping: Math.abs(value) >= 10_000 }).format(value);
