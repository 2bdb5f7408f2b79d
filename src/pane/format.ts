/** How a result is read by a person: by its unit, in his language. */
import type { FunctionHelp, Unit } from "../catalogue/define";
import type { Result, Table, Value } from "../catalogue/grid";
import type { Language } from "../catalogue/words";
import type { Argument } from "./argument";
import type { CellFormat } from "./host";
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

/** `12 deals`, `2 сделки`: with the form of the word for so many. */
export function counted(value: number, language: Language, forms: Readonly<Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>): string {
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
  const plain = unit === "days" || unit === "months" ? "count" : unit;
  const shown = (value: Value, row: number, column: number): string => {
    const own = headed ? cellUnit(first, row, column) : plain;
    return own === "id" || (own === "date" && typeof value === "string") ? visible(String(value)) : cell(value, own, language);
  };
  const rows = body.slice(0, MOST_ROWS);
  return {
    header: headed ? first.map((each) => visible(String(each))) : null,
    rows: rows.map((line, row) => line.map((each, column) => shown(each, row, column))),
    more: body.length - rows.length,
    numeric: first.map((_, column) => body.some((row) => typeof row[column] === "number")),
  };
}

/** Headers of shares in both languages. A test holds them against what the functions say of their columns. */
const IS_SHARE = /%|^P\(|^(?:Conversion|Benchmark|(?:Share|Rate) (?:before|after)|(?:Rate|Mix|Total) effect|Ориентир|(?:Доля|Конверсия) (?:до|после)|Конверсия|Общий вклад|Вклад .+)$/;
/** Limits are shares beside other shares; those of a forecast are not. */
const IS_LIMIT = /^(?:Low|High|Низ|Верх)$/;
const IS_DATE = /^(?:Since|С даты)$/;
/** Of ids, which are no quantities even where they are numbers. */
const IS_ID = /^(?:Deal|Сделка)$/;
/** Before it each column is the share that went to that stage. */
const IS_EXIT = /^(?:Exits|Ушло)$/;
/** Below it stand the names of measures; the first five are two conversions, their difference and its limits. */
const IS_MEASURE = /^(?:Measure|Показатель)$/;
const MEASURED_SHARES = 5;

/** What a cell of a table with a header is measured in. A number as the header is the age of a cohort, of which a share is left. */
function cellUnit(header: readonly Value[], row: number, column: number): "rate" | "id" | "date" | "count" {
  const own = header[column]!;
  const has = (words: RegExp, from = 0): boolean => header.some((name, at) => at >= from && words.test(String(name)));
  const is = (words: RegExp): boolean => words.test(String(own));
  if (typeof own === "number" || is(IS_SHARE) || (is(IS_LIMIT) && has(IS_SHARE)) || (column > 0 && (has(IS_MEASURE) ? row < MEASURED_SHARES : !is(IS_EXIT) && has(IS_EXIT, column)))) return "rate";
  return is(IS_ID) ? "id" : is(IS_DATE) ? "date" : "count";
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

/** That of the cell of the formula alone. */
export function singleFormat(unit: Unit): readonly CellFormat[] {
  const format = numberFormat(unit);
  return format === undefined ? [] : [{ format, row: 0, column: 0, rows: 1 }];
}

/** Number formats of a result that is inserted, by columns. In a table with a header only of shares and dates, which cannot be read without. */
export function numberFormats(result: Result, headed: boolean, unit: Unit): readonly CellFormat[] {
  if (!isTable(result)) return singleFormat(unit);
  const [first = []] = result;
  const top = headed ? 1 : 0;
  return first.flatMap((_, column) => {
    const own = headed ? cellUnit(first, 0, column) : unit;
    const format = own === "id" ? undefined : numberFormat(own);
    const rows = headed && IS_MEASURE.test(String(first[0])) ? MEASURED_SHARES : result.length - top;
    return format === undefined || rows < 1 ? [] : [{ format, row: top, column, rows }];
  });
}
