/** What may be wrong with a plan: said in a sentence that names the row and what to do, with a repair where the plan knows one. */
import { amount } from "../amounts";
import { dayText } from "../days";
import { idOf, labelAndName } from "../find";
import type { Operation } from "../operation";
import { columnOf, type Plan, type PlanRow, type RowId } from "../plan";
import { TABLES, type TableKey } from "../tables";
import type { Language, Words } from "../words";

export type Level = "error" | "warn" | "info";

/** V01 to V20 of the guide to the plan, section 3; V21: check-ins that the goal's own row does not know of; V22: targets by month that do not add up. */
export type ProblemCode = `V${"0" | "1"}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | "V10" | "V20" | "V21" | "V22";

/** The words of a button: they say what will stand there, before anything is changed. */
export type Repair = { readonly words: Words; readonly operations: readonly Operation[] };

export type Problem = {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly table: TableKey;
  /** null: of the table as a whole, or of something that is missing. */
  readonly row: RowId | null;
  readonly field: string | null;
  readonly sentence: Words;
  /** None, one, or several to choose from. */
  readonly repairs: readonly Repair[];
};

/** What the checks ask beside the plan. */
export type Asked = {
  /** Whole day. */
  readonly today: number;
};

export type Check = (plan: Plan, asked: Asked) => readonly Problem[];

export const both = (make: (language: Language) => string): Words => ({ en: make("en"), ru: make("ru") });

/** «Goal G-003 New customers»; a row without a name is told by its place in the table. */
export function titleOf<T extends TableKey>(plan: Plan, table: T, row: PlanRow<T>): Words {
  const { one } = TABLES[table];
  const name = cut(labelAndName(table, row) || idOf(table, row), 100);
  const place = (plan.rows[table] as readonly PlanRow<T>[]).findIndex((each) => each.row === row.row) + 1;
  return name === "" ? { en: `${one.en}, row ${place} of the table`, ru: `${one.ru}, строка ${place} таблицы` } : { en: `${one.en} ${name}`, ru: `${one.ru} ${name}` };
}

export const headerOf = (table: TableKey, field: string): Words => {
  const header = columnOf(table, field)?.header;
  return header ? { en: `“${header.en}”`, ru: `«${header.ru}»` } : { en: field, ru: field };
};

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Texts of the user in a sentence; long ones are cut. */
export const quoted = (text: string): Words => {
  const shown = cut(text, 60);
  return { en: `“${shown}”`, ru: `«${shown}»` };
};

export const numberText = (value: number): Words => both((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value));
export const moneyText = (value: number, currency: string | null): Words => both((language) => amount(value, "money", language, currency));
export const dateText = (value: number): Words => both((language) => dayText(value, language));
export const percentText = (value: number): Words => both((language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(value));

type Made = { readonly field?: string | null; readonly repairs?: readonly Repair[] };

/** A problem of one row; the sentence begins with the row. */
export function problemOf<T extends TableKey>(plan: Plan, code: ProblemCode, level: Level, table: T, row: PlanRow<T>, sentence: Words, { field = null, repairs = [] }: Made = {}): Problem {
  const title = titleOf(plan, table, row);
  return { code, level, table, row: row.row, field, repairs, sentence: both((language) => `${title[language]}: ${sentence[language]}`) };
}

export const setFields = (words: Words, table: TableKey, row: { readonly row: RowId }, fields: Readonly<Record<string, string | number | null>>): Repair => ({ words, operations: [{ kind: "update", table, row: row.row, fields }] });
