/** How an argument is read: what the host delivers → what the core takes. */
import { MetricError, type Details, type Problem } from "../core/error";
import { isBlank } from "./cells";
import type { Cell, CellReader } from "./grid";
import type { Plain } from "./together";

/** Names of the stages, as lists for the other arguments of the same call; `rows` are their rows in the range. */
export type NameList = { readonly labels: readonly (string | number)[]; readonly codes: ReadonlyMap<string, number>; readonly rows: readonly number[] };

export type Context = {
  readonly cells: CellReader;
  /** Name lists of the call, by argument: `order`, `lost`. Null where left out. */
  readonly lists: ReadonlyMap<string, NameList | null>;
  /** By argument, how many of its first rows have been read and hold no error cell: a failure need not look for one there again. */
  readonly clean: Map<string, number>;
};

/** One argument as the host delivers it: left out, one value, or rows of values. */
export type Given = { readonly rows: readonly (readonly unknown[])[]; readonly isRange: boolean } | null;

export function given(value: unknown): Given {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return { rows: [[value]], isRange: false };
  const rows = value as readonly unknown[];
  return { rows: rows.length > 0 && !Array.isArray(rows[0]) ? [rows] : (rows as readonly (readonly unknown[])[]), isRange: true };
}

/** Whether there is a text among names: a 0 beside it is a blank that the host delivers so. Among numbers it is a name. */
export const hasTexts = (rows: NonNullable<Given>["rows"]): boolean => rows.some((row) => row.some((raw) => typeof raw === "string" && !isBlank(raw)));

/** The only place where a value of the host becomes a cell. */
export function cellOf(value: unknown, { cells }: Pick<Context, "cells">): Cell {
  switch (typeof value) {
    case "number": case "string": case "boolean": return value;
    case "undefined": return null;
    case "object": return value === null ? null : cells.readObject(value);
    default: return { error: "#VALUE!" };
  }
}

/** What is wrong with one cell; the caller adds argument and row. */
export type Fault = { readonly problem: Problem; readonly details: Details };
export const fault = (expected: string, found: unknown, more: Details = {}): Fault => ({ problem: "expected", details: { expected, found, ...more } });
export const fail = ({ problem, details }: Fault, where: Details): MetricError => new MetricError(problem, { ...details, ...where });

/** A column that is read together with the others of its call, row by row. */
export type ColumnKind<T extends object> = {
  /** Whether a text in row 1 above such a cell shows that row 1 is a header. */
  readonly evidence: ((cell: unknown) => boolean) | null;
  /** Whether a text may be a header; where it is left out, any may. */
  readonly isHeading?: (text: string) => boolean;
  /** Whether a row may leave this column blank. */
  readonly mayBeBlank: boolean;
  /** Beside a name, id or date column a 0 may be a blank cell: hosts deliver blank cells as 0. */
  readonly zeroIsBlank: boolean;
  /** A row in which all columns are blank counts as a row as well: a period without a value. */
  readonly keepsBlankRows?: true;
  /** Names that are compared with `order` and `lost`; a header is recognised by being in neither. */
  readonly compared: boolean;
  /** Where the column holds numbers, or dates: which cells are read as they are. */
  readonly plain?: Plain;
  /**
   * All rows [from, to) at once, or the first row whose cell is not as it should be. The fast path.
   * `sure`: there are no blank rows among them; if not, a required name, id or date column refuses a 0, which may be a blank cell.
   */
  readonly read: (rows: readonly (readonly unknown[])[], from: number, to: number, context: Context, sure: boolean) => T | number;
  /** What is wrong with one cell, if anything: asked only for the row that `read` refused. */
  readonly check: (cell: Cell, context: Context) => Fault | null;
};

export type Reader<T> =
  /**
   * `table`: a table of the user with headers of its own; of its cells only those that are read count, error cells too.
   * `mayBeBlank`: the argument is required, but a blank cell is an answer: there is no value yet.
   */
  | { readonly as: "options" | "value" | "list" | "table"; readonly mayBeBlank?: true; readonly read: (given: Given, key: string, context: Context) => T }
  | { readonly as: "column"; readonly column: ColumnKind<NonNullable<T> & object> }
  /** One value, or a column that is read with the others of the call: where all, or where any of them are columns. */
  | {
      readonly as: "paired";
      readonly when: "allColumns" | "anyColumn";
      readonly column: ColumnKind<Float64Array>;
      readonly fromColumn: (numbers: Float64Array) => T;
      readonly alone: (given: Given, key: string, context: Context) => T;
    };

/** The single cell of a scalar argument; null for a blank one. */
export function singleCell(value: Given, key: string, context: Context): Cell {
  if (value === null || value.rows.length === 0) return null;
  if (value.rows.length > 1 || (value.rows[0]?.length ?? 0) > 1) {
    throw new MetricError("expected", { argument: key, expected: "oneCell", found: sizeOf(value) });
  }
  return cellOf(value.rows[0]?.[0], context);
}

/** How a range is named in a message. */
export const sizeOf = (value: NonNullable<Given>): { readonly rows: number; readonly columns: number } => ({
  rows: value.rows.length,
  columns: value.rows.reduce((most, row) => Math.max(most, row.length), 0),
});

/** More than one cell. */
export const isSeveral = (value: NonNullable<Given>): boolean => value.rows.length > 1 || (value.rows[0]?.length ?? 0) > 1;

/** Not given, or a single blank cell: some hosts deliver a skipped argument so. */
export const isLeftOut = (value: Given, context: Pick<Context, "cells">): boolean => value === null || (!isSeveral(value) && isAllBlank(value, context));

export const isAllBlank = (value: Given, context: Pick<Context, "cells">): boolean =>
  value === null || value.rows.every((row) => row.every((cell) => isBlank(cellOf(cell, context))));
