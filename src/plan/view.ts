/** A table as it stands on its sheet. */
import type { SheetContent } from "./book";
import { checksum } from "./checksum";
import { canonical, keyText, labelIn, typedColumns, typedCount, type Canon, type CellRead } from "./codec";
import { findTable, type Called, type TablePlace } from "./headers";
import type { ErrorValue, RowId, Value } from "./plan";
import type { TableDef } from "./schema";
import { TABLES, type TableKey } from "./tables";
import { parseVector, vectorText, type Vector } from "./vector";

export type SheetRow = {
  /** From 0. */
  readonly at: number;
  /** In the table's own form; "" where the cell is blank or something else. */
  readonly label: string;
  readonly labelCell: CellRead;
  /** What the add-in wrote last into the row. */
  readonly rev: { readonly row: RowId; readonly vector: Vector } | null;
  /** With the stamp of the writing, which no other writing has: it can only stand there again where an undo put it back. */
  readonly revText: string;
  readonly sumText: string;
  /** Canonical texts of the typed cells that are there. */
  readonly cells: ReadonlyMap<string, string>;
  /** Nothing but what the add-in writes. */
  readonly blank: boolean;
};

export type TableView = {
  readonly table: TableKey;
  readonly sheet: string;
  readonly place: TablePlace;
  readonly rows: readonly SheetRow[];
  /** Where the next row goes. */
  readonly next: number;
  readonly read: (row: number, column: number) => CellRead;
  /** What a formula gives now. */
  readonly value: (row: number, column: number) => Value | ErrorValue;
};

export const revText = (row: RowId, vector: Vector, stamp: string): string => `${row}|${vectorText(vector)}|${stamp}`;

const sameVector = (a: Vector, b: Vector): boolean => a.size === b.size && [...a].every(([client, seq]) => b.get(client) === seq);
/** Whether these records are in what was written, and no others. */
export const isOf = ({ rev }: SheetRow, row: RowId, vector: Vector): boolean => rev?.row === row && sameVector(rev.vector, vector);

function parseRev(text: string): SheetRow["rev"] {
  const [row = "", known, ...stamp] = text.split("|", 4);
  const vector = known === undefined || stamp.length > 1 ? undefined : parseVector(known);
  return vector && /^[\w.-]{1,64}$/.test(row) ? { row, vector } : null;
}

/** Of the row as written: `rev` is in it, so that a checksum tells cells of another writer. Blank fields do not count: columns may be added. */
export function sumOf(table: TableKey, rev: string, cells: Canon): string {
  let text = rev;
  for (const { field } of typedColumns(table)) {
    const cell = cells(field);
    if (cell !== "") text += `\u0001${field}\u0002${cell}`;
  }
  return checksum(text);
}

/**
 * Whether nothing was changed since the add-in wrote the row. A column that is gone may have been there when the row was written, or not.
 *
 * @param then what the row held when it was written
 */
export function isIntact(table: TableKey, row: SheetRow, then: Canon): boolean {
  if (row.sumText === "") return false;
  const is = (absent: Canon): boolean => row.sumText === sumOf(table, row.revText, (field) => row.cells.get(field) ?? absent(field));
  if (row.cells.size < typedCount(table)) return is(then) || is(() => "");
  let intact = INTACT.get(row);
  if (intact === undefined) INTACT.set(row, (intact = is(() => "")));
  return intact;
}

/** Of rows with all columns: it depends on nothing but their cells, and is asked several times in a look. */
const INTACT = new WeakMap<SheetRow, boolean>();

/** What the add-in wrote into a row. */
export type Wrote = {
  readonly cells: Canon;
  /** Fields whose columns were gone, or under names that nobody knew: their cells were left as they stood. */
  readonly left: ReadonlySet<string>;
};

/**
 * Found by the checksum; null where the add-in did not write this. A column that was gone at the time was left out: it was put back and its
 * cell is blank now, or it is known again and its cell holds what stood there all the time.
 */
export function writtenIn({ table, place }: TableView, row: SheetRow, then: Canon): Wrote | null {
  const blank: Canon = (field) => ((row.cells.get(field) ?? "") === "" ? "" : then(field));
  // Of several that were renamed the plan learned one after the other.
  const renamed = place.renamed.map((_, i) => place.renamed.slice(i));
  for (const fields of [[], ...renamed, ...Array.from(typedColumns(table), ({ field }) => [field])]) {
    const left = new Set(fields.filter((field) => then(field) !== ""));
    if (left.size === 0 && fields.length > 0) continue;
    for (const rest of [then, blank]) {
      const cells: Canon = (field) => (left.has(field) ? "" : rest(field));
      if (row.sumText === sumOf(table, row.revText, cells)) return { cells, left };
    }
  }
  return null;
}

/** null where the sheet has no such table. */
export function viewOf(table: TableKey, sheet: string, content: SheetContent, called?: Called): TableView | null {
  const place = findTable(table, content, called);
  if (!place) return null;
  const formulas = new Map(content.formulas.map(({ row, column, formula }) => [row * 20000 + column, formula]));
  const read = (row: number, column: number): CellRead => {
    const formula = formulas.get(row * 20000 + column);
    if (formula !== undefined) return { formula };
    const value = content.values[row]?.[column];
    return value === undefined || value === "" ? null : value;
  };
  const rows: SheetRow[] = [];
  let next = place.header + 1;
  for (let at = place.header + 1; at < content.values.length; at += 1) {
    const row = readRow(table, place, at, read);
    if (!row) continue;
    rows.push(row);
    next = at + 1;
  }
  const value = (row: number, column: number): Value | ErrorValue => content.values[row]?.[column] ?? null;
  return { table, sheet, place, rows, next, read, value };
}

function readRow(table: TableKey, place: TablePlace, at: number, read: TableView["read"]): SheetRow | null {
  const { columns }: TableDef = TABLES[table];
  const cells = new Map<string, string>();
  let blank = true;
  for (const column of typedColumns(table)) {
    const c = place.columns.get(column.field);
    if (c === undefined) continue;
    const text = canonical(column, read(at, c), at);
    cells.set(column.field, text);
    if (text !== "") blank = false;
  }
  const id = columns.find(({ kind }) => kind === "id");
  const labelAt = id && place.columns.get(id.field);
  const labelCell = labelAt === undefined ? null : read(at, labelAt);
  if (labelCell !== null) blank = false;
  const text = (column: number): string => {
    const cell = column < 0 ? null : read(at, column);
    return typeof cell === "string" ? cell : "";
  };
  const [revCell, sumText] = [text(place.rev), text(place.sum)];
  if (blank && revCell === "" && sumText === "") return null;
  return { at, label: typeof labelCell === "string" ? labelIn(table, labelCell) ?? "" : "", labelCell, rev: parseRev(revCell), revText: revCell, sumText, cells, blank };
}

/** Of a table without ids the text its rows are known by; "" where there is none. */
export function keyOf(view: TableView, row: SheetRow): string {
  const { key, prefix }: TableDef = TABLES[view.table];
  const column = key === null || prefix !== null ? undefined : view.place.columns.get(key);
  const cell = column === undefined ? null : view.read(row.at, column);
  return typeof cell === "object" ? "" : keyText(cell);
}
