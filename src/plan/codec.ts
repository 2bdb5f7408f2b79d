/**
 * Cells and values of the journal. Two cells are the same when their canonical texts are: a word of a list counts by its code, a
 * reference by its label, a formula by its text, so that neither the language nor a recalculation looks like an edit.
 */
import { isDate, isoDay, serialOfDay } from "../core/calendar";
import { collapse, nameKey } from "../core/order";
import type { CellWrite } from "./book";
import { codeOf } from "./change";
import { fromRow, sameFormula, toRow } from "./formula-text";
import { labelNumber, labelText } from "./labels";
import { memo } from "./memo";
import type { ErrorValue, RowId, Typed, Value } from "./plan";
import type { Stored } from "./record";
import { TABLES, type TableKey } from "./tables";
import type { Column } from "./schema";
import type { Language } from "./words";

/** How rows are called where a cell refers to them. */
export type Names = {
  readonly language: Language;
  readonly labelOf: (row: RowId) => string | undefined;
  /** The name of the thing a label belongs to: "New customers" of G-003. */
  readonly nameOf: (row: RowId) => string;
  readonly rowOf: (table: TableKey, text: string) => RowId | undefined;
};

export type CellRead = Value | ErrorValue | { readonly formula: string };

const isError = (cell: CellRead): cell is ErrorValue => typeof cell === "object" && cell !== null && "error" in cell;
const refersToRows = (column: Column): boolean => column.kind === "ref" && TABLES[column.to as TableKey].prefix !== null;

const TYPED = new Map<TableKey, ReadonlyMap<string, Column>>();
function typedByField(table: TableKey): ReadonlyMap<string, Column> {
  let columns = TYPED.get(table);
  if (!columns) TYPED.set(table, (columns = new Map((TABLES[table].columns as readonly Column[]).filter(({ kind }) => kind !== "calculated" && kind !== "id").map((column) => [column.field, column]))));
  return columns;
}
export const typedCount = (table: TableKey): number => typedByField(table).size;
export const typedColumns = (table: TableKey): IterableIterator<Column> => typedByField(table).values();

/** `G-003` of "G-003 New customers"; null where the text does not begin with a label of the table. */
export function labelIn(table: TableKey, text: string): string | null {
  const clean = collapse(text);
  const blank = clean.indexOf(" ");
  const number = labelNumber(table, blank < 0 ? clean : clean.slice(0, blank));
  return number === null ? null : labelText(table, number);
}

/** "" for a blank cell; otherwise a letter for what it is, and the value. */
export function canonical(column: Column, cell: CellRead, row: number): string {
  if (cell === null) return "";
  if (typeof cell === "object") return isError(cell) ? `t${cell.error}` : `f${sameFormula(fromRow(cell.formula, row))}`;
  if (typeof cell === "string") return canonicalText(column, cell);
  if (column.kind === "text" || column.kind === "long" || column.kind === "ref") return `t${String(cell)}`;
  if (typeof cell === "boolean") return column.field === "actual" ? `n${Number(cell)}` : `b${cell}`;
  return `n${cell === 0 ? 0 : cell}`;
}

function canonicalText(column: Column, text: string): string {
  if (collapse(text) === "") return "";
  if (column.kind === "code") {
    const code = codeOf(column, text);
    if (code !== undefined) return `c${code}`;
  }
  if (refersToRows(column)) {
    const label = labelIn(column.to as TableKey, text);
    if (label !== null) return `r${label}`;
  }
  // An apostrophe in front is how programs mark a text: read back it may be there or not.
  return `t${(text.startsWith("'") ? text.slice(1) : text).replace(/\r\n?/g, "\n")}`;
}

/** What a cell is to hold; a formula in terms of the row it stands in. */
export function cellOf(column: Column, value: Stored | undefined, row: number, names: Names): Exclude<CellWrite, undefined> {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return typeof value === "string" && column.kind === "code" ? column.codes?.find(({ code }) => code === value)?.words[names.language] ?? value : value;
  if ("formula" in value) return { formula: toRow(value.formula, row) };
  if ("date" in value) return serialOf(value.date);
  return calledOf(value.row, names);
}

/** `G-003 New customers`: of one row it is asked for by all that refer to it. */
const calledIn = memo<Names, Map<RowId, string>>(() => new Map());

function calledOf(row: RowId, names: Names): string {
  const label = names.labelOf(row);
  if (label === undefined) return row;
  const called = calledIn(names);
  let text = called.get(row);
  if (text === undefined) called.set(row, (text = collapse(`${label} ${names.nameOf(row)}`)));
  return text;
}

/** What a person typed into a cell, or the pane gave, as the journal keeps it. */
export function storedOf(column: Column, cell: CellRead | Typed, row: number, names: Names): Stored {
  if (cell === null) return null;
  if (typeof cell === "object") return isError(cell) ? cell.error : { formula: fromRow(cell.formula, row) };
  if (typeof cell === "number") return column.kind === "date" && Number.isInteger(cell) && isDate(cell) ? { date: isoDay(cell) } : column.kind === "text" || column.kind === "long" ? String(cell) : cell;
  if (typeof cell === "boolean") return cell;
  if (collapse(cell) === "") return null;
  if (column.kind === "code") return codeOf(column, cell) ?? cell;
  if (refersToRows(column)) {
    const found = names.rowOf(column.to as TableKey, cell);
    if (found !== undefined) return { row: found };
  }
  return cell.replace(/\r\n?/g, "\n");
}

/** As the plan has it: dates as serial numbers, references as labels. */
export function typedOf(value: Stored | undefined, names: Names, row: number | null): Typed {
  if (value === undefined || value === null || typeof value !== "object") return value ?? null;
  if ("formula" in value) return { formula: row === null ? value.formula : toRow(value.formula, row) };
  return "date" in value ? serialOf(value.date) : names.labelOf(value.row) ?? value.row;
}

function serialOf(iso: string): Value {
  const [year, month, day] = iso.split("-").map(Number);
  return serialOfDay(year!, month!, day!) ?? iso;
}

/** Of a table with ids or keys: what a row is found by. */
export const keyText = (value: Value | undefined): string => (value === null || value === undefined || typeof value === "boolean" ? "" : nameKey(value));

export type Canon = (field: string) => string;

/** Canonical texts of the cells that these fields make, wherever the row stands. */
export function canonOf(table: TableKey, fields: ReadonlyMap<string, Stored>, names: Names): Canon {
  const columns = typedByField(table);
  return (field) => {
    const [column, value] = [columns.get(field), fields.get(field)];
    if (!column || value === undefined || value === null) return "";
    return typeof value === "object" && "formula" in value ? `f${sameFormula(value.formula)}` : canonical(column, cellOf(column, value, 0, names), 0);
  };
}
