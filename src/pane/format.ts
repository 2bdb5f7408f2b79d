/** How a result is read by a person: by its unit, in his language. */
import type { FunctionHelp, Unit } from "../catalogue/define";
import type { Result, Table, Value } from "../catalogue/grid";
import type { Language } from "../catalogue/words";
import type { Argument } from "./argument";
import { visible } from "./spoofing";

/** Non-breaking, so that a number never parts from its unit. */
const NBSP = "\u00a0";

const DAY_FORMS = { en: { one: "day", other: "days" }, ru: { one: "день", few: "дня", many: "дней", other: "дня" } };
const MONTH_FORMS = { en: { one: "month", other: "months" }, ru: { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" } };

/** A number with the digits that matter: two decimals for hundreds, four for less. */
export function plainNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return new Intl.NumberFormat(language, { maximumSignificantDigits: 4, notation: "scientific" }).format(value);
  return new Intl.NumberFormat(language, { maximumFractionDigits: size >= 100 ? 2 : 4 }).format(value);
}

/** Two decimals of a percent; more for a tiny share, which would read as zero. */
export function share(value: number, language: Language): string {
  const digits = value !== 0 && Math.abs(value) < 0.0001 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language, { style: "percent", ...digits }).format(value);
}

function counted(value: number, language: Language, forms: Readonly<Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>): string {
  const rounded = Number(value.toFixed(2));
  const form = forms[language][new Intl.PluralRules(language).select(rounded)] ?? forms[language].other ?? "";
  return `${plainNumber(rounded, language)}${NBSP}${form}`;
}

/** One number of that unit. */
export function number(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case "rate": return share(value, language);
    case "days": return counted(value, language, DAY_FORMS);
    case "months": return counted(value, language, MONTH_FORMS);
    case "money": return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
    case "date": return date(value, language);
    default: return plainNumber(value, language);
  }
}

/** One cell of a result; "" is a blank. In a column of days the unit stands once, above, and not in each row. */
const cell = (value: Value, unit: Unit, language: Language): string => (typeof value === "string" ? visible(value) : number(value, unit, language));

export type Shown = {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Rows that are not shown. */
  readonly more: number;
  /** Columns of numbers, which stand at the right. */
  readonly numeric: readonly boolean[];
};

const MOST_ROWS = 20;

/** A result that is one value, as text. */
export const single = (value: Value, unit: Unit, language: Language): string => cell(value, unit, language);

/**
 * The first rows of a table.
 *
 * @param headed whether its first row is the header; then each column has a unit of its own
 * @param unit of a table without one
 */
export function table(result: Table, headed: boolean, unit: Unit, language: Language): Shown {
  const [first = [], ...others] = result;
  const body = headed ? others : result;
  const formats = first.map((name) => (headed ? columnFormat(String(name), first.some((each) => IS_SHARE.test(String(each)))) : (value: Value) => cell(value, unit === "days" || unit === "months" ? "count" : unit, language)));
  const rows = body.slice(0, MOST_ROWS);
  return {
    header: headed ? first.map((each) => visible(String(each))) : null,
    rows: rows.map((row) => row.map((each, column) => formats[column]?.(each, language) ?? "")),
    more: body.length - rows.length,
    numeric: first.map((_, column) => body.some((row) => typeof row[column] === "number")),
  };
}

const IS_SHARE = /%|^P\(/;
/** Columns that are shares or dates without a percent sign in their header. A test keeps them equal to the headers that functions give. */
export const SHARE_HEADERS: ReadonlySet<string> = new Set(["Conversion", "Конверсия"]);
/** Limits are shares beside other shares; those of a forecast are not. */
export const LIMIT_HEADERS: ReadonlySet<string> = new Set(["Low", "High", "Низ", "Верх"]);
export const DATE_HEADERS: ReadonlySet<string> = new Set(["Since", "С даты"]);

/** Columns of ids, which are no quantities even where they are numbers. */
export const ID_HEADERS: ReadonlySet<string> = new Set(["Deal", "Сделка"]);

function columnFormat(name: string, besideShares: boolean): (value: Value, language: Language) => string {
  if (IS_SHARE.test(name) || SHARE_HEADERS.has(name) || (besideShares && LIMIT_HEADERS.has(name))) return (value, language) => cell(value, "rate", language);
  if (ID_HEADERS.has(name)) return (value) => visible(String(value));
  if (DATE_HEADERS.has(name)) return (value, language) => (typeof value === "number" ? date(value, language) : visible(value));
  return (value, language) => cell(value, "count", language);
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A serial number of the 1900 system as a day. */
const date = (serial: number, language: Language): string => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(FIRST_DAY + Math.floor(serial) * DAY_MS);

export const isTable = (result: Result): result is Table => typeof result === "object";

/** What the result is measured in: a statistic `count` is a number of deals, whatever is counted. */
export const resultUnit = (def: FunctionHelp, args: readonly Argument[]): Unit =>
  def.args.some((arg, i) => arg.choices?.includes("count") && arg.choices.includes("mean") && args[i]?.kind === "value" && args[i].value === "count") ? "count" : def.returns.unit;

/** The number format of a cell with such a result; undefined where the general one is right. */
export function numberFormat(unit: Unit): string | undefined {
  if (unit === "rate") return "0.0%";
  if (unit === "money") return "#,##0";
  if (unit === "date") return "yyyy-mm-dd";
  return unit === "days" || unit === "months" ? "0.0" : undefined;
}
