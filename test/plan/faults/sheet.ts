/** A sheet as a value: rows are never changed in place, so that a replica is a copy of a few pointers. Rows and columns count from 0. */
import type { CellWrite, SheetContent } from "../../../src/plan/book";
import type { SheetLayout } from "../../../src/plan/layout";
import type { Value } from "../../../src/plan/plan";

export type Cell = Value | { readonly formula: string };
export type Row = readonly Cell[];
export type Sheet = readonly Row[];

export const isBlank = (row: Row): boolean => row.every((cell) => cell === null || cell === "");

function trimmed(rows: Row[]): Sheet {
  while (rows.length > 0 && isBlank(rows[rows.length - 1]!)) rows.pop();
  return rows;
}

/** Puts cells where they are told to stand, whatever stands there: that is how a spreadsheet takes a write. */
export function setCells(sheet: Sheet, row: number, column: number, cells: readonly (readonly CellWrite[])[]): Sheet {
  const rows = sheet.slice();
  while (rows.length < row + cells.length) rows.push([]);
  cells.forEach((line, i) => {
    const target = rows[row + i]!.slice();
    while (target.length < column + line.length) target.push(null);
    line.forEach((cell, j) => { if (cell !== undefined) target[column + j] = cell; });
    rows[row + i] = target;
  });
  return trimmed(rows);
}

const part = (row: Row | undefined, column: number, columns: number): Cell[] => Array.from({ length: columns }, (_, j) => row?.[column + j] ?? null);

/** Moves the cells of a table below `row` up by one. */
export const deleteRow = (sheet: Sheet, row: number, column: number, columns: number): Sheet =>
  row >= sheet.length ? sheet : setCells(sheet, row, column, Array.from({ length: sheet.length - row }, (_, i) => part(sheet[row + i + 1], column, columns)));

/** Puts a row between others: those from `row` on move down. */
export const insertRow = (sheet: Sheet, row: number, column: number, cells: Row): Sheet =>
  setCells(sheet, row, column, [cells, ...sheet.slice(row).map((each) => part(each, column, cells.length))]);

export const deleteColumn = (sheet: Sheet, column: number): Sheet => trimmed(sheet.map((row) => [...row.slice(0, column), ...row.slice(column + 1)]));

const rank = (cell: Cell): number => (cell === null || cell === "" ? 3 : typeof cell === "number" ? 0 : typeof cell === "string" ? 1 : 2);
function compare(a: Cell, b: Cell): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return typeof a === "number" && typeof b === "number" ? a - b : typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : 0;
}

/** Sorts the rows below the header; the values move, addresses stay. Blanks go last. */
export function sortRows(sheet: Sheet, column: number, columns: number, by: number, descending: boolean): Sheet {
  const rows = sheet.slice(1).map((row) => part(row, column, columns)).filter((row) => !isBlank(row));
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => (rank(a[by]!) === 3 || rank(b[by]!) === 3 ? rank(a[by]!) - rank(b[by]!) : sign * compare(a[by]!, b[by]!)));
  while (rows.length < sheet.length - 1) rows.push(part(undefined, 0, columns));
  return rows.length === 0 ? sheet : setCells(sheet, 1, column, rows);
}

/** A new sheet: headers in row 0, and the texts that stand on it from the beginning. */
export function laidOut(layout: SheetLayout | null): Sheet {
  let sheet: Sheet = [];
  for (const { column, columns } of layout?.tables ?? []) sheet = setCells(sheet, 0, column, [columns.map(({ header }) => header)]);
  for (const { row, column, cells } of layout?.texts ?? []) sheet = setCells(sheet, row, column, cells);
  return sheet;
}

const contents = new WeakMap<Sheet, SheetContent>();

/** What a host answers to a read. Nothing calculates here: a formula gives 0. */
export function contentOf(sheet: Sheet): SheetContent {
  let content = contents.get(sheet);
  if (!content) {
    const formulas: { row: number; column: number; formula: string }[] = [];
    const values = sheet.map((row, r) => {
      if (!row.some(isFormula)) return row as readonly Value[];
      return row.map((cell, c) => {
        if (!isFormula(cell)) return cell;
        formulas.push({ row: r, column: c, formula: cell.formula });
        return 0;
      });
    });
    content = { values, formulas };
    contents.set(sheet, content);
  }
  return content;
}

const isFormula = (cell: Cell): cell is { readonly formula: string } => typeof cell === "object" && cell !== null;
