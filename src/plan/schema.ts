/** How a table of the plan is described; what the tables are stands in tables.ts, the lists of codes in codes.ts. */
import type { Words } from "./words";

/** One word of a list: cells show the label, reading accepts the code, either label, and the words in `also`. */
export type Code<C extends string = string> = { readonly code: C; readonly words: Words; readonly also?: readonly string[] };
export type CodeList<C extends string = string> = readonly Code<C>[];

/**
 * - `id` the label such as `G-005`, given by the add-in; `text`, `long` one line or several; `number`; `share` 0.25 for 25 %;
 * - `date` a serial number of the 1900 system, whole days; `code` a word of a list; `ref` the label or key of a row of another table;
 * - `any` whatever was typed: the value of a setting may be a date, a number or a word;
 * - `calculated` a plain spreadsheet formula that the add-in writes and never reads back.
 */
export type ColumnKind = "id" | "text" | "long" | "number" | "share" | "date" | "code" | "ref" | "any" | "calculated";

export type Column<F extends string = string, K extends ColumnKind = ColumnKind, C extends string = string> = {
  readonly field: F;
  readonly kind: K;
  readonly header: Words;
  /** Other headers that are understood, in either language; a main header of any column comes first. */
  readonly also?: readonly string[];
  readonly required?: true;
  readonly codes?: CodeList<C>;
  /** Table that a `ref` points to. */
  readonly to?: string;
  /** Of a calculated column: how its value is shown. */
  readonly shows?: "number" | "share" | "text";
};

export type TableDef<Cs extends readonly Column[] = readonly Column[]> = {
  /** Workbook-wide name of the table (Excel) or of the range over its columns (Sheets): the same in both languages. */
  readonly name: string;
  readonly sheet: Words;
  /** How its rows are called: «Goal», «Цель». */
  readonly one: Words;
  /** `G-`: rows have an id of the add-in. null: rows are known by `key`, or by their order only. */
  readonly prefix: string | null;
  /** Fewest digits of the id. */
  readonly digits: number;
  /** The field that names a row where there is no id: `cycle_id`, `person`, `name` of a setting. */
  readonly key: string | null;
  readonly columns: Cs;
  /** Headers of the two columns of the add-in at the right end: the revision of the row, and the checksum of what it wrote. */
  readonly machine: readonly [rev: string, sum: string];
  /** On a sheet of its own that is made with the first row: plans have none before, and older versions of the program do not know it. */
  readonly later?: true;
};

type ValueOf<C> = C extends { readonly kind: "any" } ? string | number | boolean | null : C extends Column<string, "number" | "share" | "date", string> ? number | null : C extends { readonly kind: "code"; readonly codes: CodeList<infer X> } ? X | null : string | null;

/** The typed fields of a row; calculated columns are not among them. */
export type FieldsOf<T extends TableDef> = { readonly [C in Exclude<T["columns"][number], { readonly kind: "calculated" | "id" }> as C["field"]]: ValueOf<C> };
