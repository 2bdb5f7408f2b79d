/** The plan as a value. Nothing in it is changed in place: `change` gives a new one. */
import type { Fields, TableKey } from "./tables";
import { TABLES, TABLE_KEYS } from "./tables";
import type { Language } from "./words";

/** What a cell holds. A date is a serial number, a blank is null. */
export type Value = string | number | boolean | null;
export type ErrorValue = { readonly error: string };

/** Names a row for ever: `client-number`. Labels such as G-005 are for people and may be given anew when two people took the same. */
export type RowId = string;

/** What a person typed into a cell: a value, or a formula in the English notation with its `=`. */
export type Typed = Value | { readonly formula: string };

export type PlanRow<T extends TableKey = TableKey> = {
  readonly row: RowId;
  /** G-005; "" in tables whose rows have no id. */
  readonly label: string;
  /** As understood; null where the cell is blank or holds something else than the column is for. A ref is a label or key, as typed. */
  readonly fields: Fields<T>;
  /** Fields whose cell is a formula; `fields` has what it gives now. */
  readonly formulas: Readonly<Record<string, string>>;
  /** What stands in cells that were not understood, such as "40 days" where a number belongs, or an error. */
  readonly odd: Readonly<Record<string, Value | ErrorValue>>;
  /** Calculated fields whose value was written for good when the cycle was closed; the others are formulas. */
  readonly frozen: Readonly<Record<string, Value>>;
};

/** A row that was taken out, and the row before it, which may be taken out too; null: it was the first. */
export type Taken = { readonly table: TableKey; readonly after: RowId | null; readonly row: PlanRow };

export type Plan = {
  /** Language of the file: labels are written in it, both are read. */
  readonly language: Language;
  readonly rows: { readonly [T in TableKey]: readonly PlanRow<T>[] };
  /** What `change` took out of this value and can bring back. A plan that was read has none: there the store remembers. */
  readonly deleted?: readonly Taken[];
};

export const emptyPlan = (language: Language): Plan => ({ language, rows: Object.fromEntries(TABLE_KEYS.map((key) => [key, []])) as unknown as Plan["rows"] });

export const columnOf = (table: TableKey, field: string) => TABLES[table].columns.find((column) => column.field === field);
