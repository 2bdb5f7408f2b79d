/**
 * The data columns of one call, read row by row together (functions.md 0.1): where the data end, whether row 1 is a header,
 * which rows are blank, and, where something is wrong, which cell it is.
 */
import { MetricError } from "../core/error";
import { cellAt } from "./cell-at";
import { isBlank, isNumeral, nameKey, parseDate } from "./cells";
import { isErrorCell } from "./grid";
import { cellOf, fail, fault, sizeOf, type ColumnKind, type Context, type Given } from "./read";
import { joined, readTogether } from "./together";

type Rows = readonly (readonly unknown[])[];

export type FrameColumn = {
  readonly key: string;
  readonly given: NonNullable<Given>;
  readonly kind: ColumnKind<object>;
};

export type Frame = {
  /** What the columns read, by argument. */
  readonly columns: ReadonlyMap<string, unknown>;
  /** Data rows, header and blank rows left out. */
  readonly count: number;
  /** Row of the range, from 1, of a data row. */
  readonly rowOf: (index: number) => number;
  /** Rows up to the last one with a value, header and blank rows included. */
  readonly height: number;
  /** Rows of the first column as it was given, blank ones at its end included. */
  readonly rows: number;
  /** A row was given instead of a column: an aligned result is a row too. */
  readonly isRow: boolean;
};

export function readFrame(columns: readonly FrameColumn[], context: Context): Frame {
  const zeroIsBlank = columns.some(({ kind }) => kind.zeroIsBlank);
  const all = columns.map(asColumn);
  const height = usedHeight(columns, all, zeroIsBlank, context);
  const first = isHeader(columns, all, height, context) ? 1 : 0;
  // An error cell beside the header.
  if (first === 1 && all.some((cells) => isErrorCell(cellOf(cells[0]?.[0], context)))) throw faultIn(columns, all, 0, true, context)!;

  // Most tables have no blank rows: try that first where a column would notice one, and look for them only then.
  const notices = columns.some(({ kind }) => !kind.mayBeBlank && kind.zeroIsBlank === zeroIsBlank);
  let kept: readonly number[] | null = null;
  let read = notices ? readColumns(columns, all, first, height, context, false) : null;
  if (typeof read === "number") {
    noteClean(columns, read, context);
    const fault = isBlankRow(all, read, zeroIsBlank, context) ? null : faultIn(columns, all, read, false, context);
    if (fault) throw fault;
    read = null; // a blank row, or a 0 that is no blank beside filled cells
  }
  if (read === null) {
    kept = columns.some(({ kind }) => kind.keepsBlankRows) ? null : keptRows(all, first, height, zeroIsBlank, context);
    const rows = kept ? all.map((cells) => kept!.map((row) => cells[row] ?? [])) : all;
    read = readColumns(columns, rows, kept ? 0 : first, kept ? kept.length : height, context, true);
  }
  if (typeof read === "number") {
    const row = kept ? kept[read]! : read;
    noteClean(columns, row, context);
    throw faultIn(columns, all, row, false, context) ?? new Error("a row was refused, yet none of its cells is at fault"); // a defect of ours
  }
  noteClean(columns, Infinity, context);
  const count = kept ? kept.length : height - first;
  const rowOf = (index: number): number => (kept ? kept[index]! : first + index) + 1;
  return { columns: read, count, rowOf, height, isRow: isRow(columns[0]!.given), rows: all[0]!.length };
}

/** Each column took all rows above the one that some column refuses: no error cell is among them. A row given instead of a column is short. */
function noteClean(columns: readonly FrameColumn[], rows: number, { clean }: Context): void {
  for (const { key, given } of columns) if (!isRow(given)) clean.set(key, rows);
}

const isRow = ({ rows }: NonNullable<Given>): boolean => rows.length === 1 && (rows[0]?.length ?? 0) > 1;

const isObject = (cell: unknown): boolean => typeof cell === "object" && cell !== null;

/** One column; one row is read as a column. */
function asColumn({ key, given }: FrameColumn): Rows {
  const { rows } = given;
  const width = rows[0]?.length ?? 0;
  if (rows.length === 1 && width > 1) return rows[0]!.map((cell) => [cell]);
  if (width > 1) throw new MetricError("expected", { argument: key, expected: "oneColumn", found: sizeOf(given) });
  return rows;
}

// Plain functions with plain loops from here on: a closure made for each call would take the compiled code of the loop with it when it dies.

/** A cell without a value; beside a name, id or date column a 0 may be one. */
function isVoid(raw: unknown, zeroIsBlank: boolean, context: Context): boolean {
  const cell = isObject(raw) ? cellOf(raw, context) : raw; // a host may deliver a blank cell as an object of its own
  return (cell === 0 && zeroIsBlank) || isBlank(cell);
}

function isBlankRow(all: readonly Rows[], row: number, zeroIsBlank: boolean, context: Context): boolean {
  for (let c = 0; c < all.length; c += 1) if (!isVoid(row < all[c]!.length ? cellAt(all[c]![row]!, 0) : null, zeroIsBlank, context)) return false;
  return true;
}

/** The last row of a column with a value, counted from 1; `least` where there is none below it. A whole column has a million blanks below. */
function lastFilled(cells: Rows, least: number, zeroIsBlank: boolean, context: Context): number {
  let last = cells.length;
  for (; last > least; last -= 1) {
    const cell = cellAt(cells[last - 1]!, 0);
    if (cell !== null && cell !== "" && cell !== undefined && !isVoid(cell, zeroIsBlank, context)) break;
  }
  return last;
}

/** The call ends at the last row in which any column has a value; a shorter column may not end before. */
function usedHeight(columns: readonly FrameColumn[], all: readonly Rows[], zeroIsBlank: boolean, context: Context): number {
  let height = 0;
  for (const cells of all) height = Math.max(height, lastFilled(cells, height, zeroIsBlank, context));
  if (all.some((cells) => cells.length < height)) {
    throw new MetricError("heights", { list: columns.map(({ key }, c) => `${key}: ${all[c]!.length}`) });
  }
  return height;
}

function isHeader(columns: readonly FrameColumn[], all: readonly Rows[], height: number, context: Context): boolean {
  const withEvidence = columns.filter(({ kind }) => kind.evidence);
  if (withEvidence.length > 0) {
    return columns.some(({ kind }, c) => {
      const top = cellOf(all[c]![0]?.[0], context);
      if (!kind.evidence || typeof top !== "string" || isBlank(top) || isNumeral(top) || parseDate(top) !== null || kind.isHeading?.(top) === false) return false;
      for (let row = 1; row < height; row += 1) {
        const cell = row < all[c]!.length ? cellAt(all[c]![row]!, 0) : null;
        if (kind.evidence(isObject(cell) ? cellOf(cell, context) : cell)) return true;
      }
      return false;
    });
  }
  return columns.length > 0 && columns.every(({ kind }) => kind.compared) && height > 1 && isHeaderOfNames(columns, all, height, context);
}

/** Only names in the call: row 1 is a header when its texts are no stages and do not occur again. */
function isHeaderOfNames(columns: readonly FrameColumn[], all: readonly Rows[], height: number, context: Context): boolean {
  const known = (key: string): boolean => [...context.lists.values()].some((list) => list?.codes.has(key));
  return columns.every((column, c) => {
    const top = cellOf(all[c]![0]?.[0], context);
    if (isBlank(top)) return column.kind.mayBeBlank;
    if (typeof top !== "string" || isNumeral(top)) return false;
    const key = nameKey(top);
    if (known(key)) return false;
    const seen = new Set<unknown>(); // few distinct names, each is normalised once
    for (let row = 1; row < height; row += 1) {
      const raw = cellAt(all[c]![row]!, 0);
      if (seen.has(raw)) continue;
      seen.add(raw);
      const cell = cellOf(raw, context);
      if ((typeof cell === "string" || typeof cell === "number") && nameKey(cell) === key) return false;
    }
    return true;
  });
}

/** All columns at once, or the first row that any of them refuses. */
function readColumns(columns: readonly FrameColumn[], all: readonly Rows[], from: number, to: number, context: Context, sure: boolean): ReadonlyMap<string, unknown> | number {
  const read = new Map<string, unknown>();
  let end = to; // once a row is refused, only the rows above it are of interest
  const together = joined(columns.map(({ kind }) => kind));
  const numbers = together.length === 0 ? [] : readTogether(together.map((c) => ({ cells: all[c]!, plain: columns[c]!.kind.plain! })), from, end, context);
  if (typeof numbers === "number") end = numbers;
  else together.forEach((c, k) => read.set(columns[c]!.key, numbers[k]));
  for (const [c, { key, kind }] of columns.entries()) {
    if (together.includes(c)) continue;
    const result = kind.read(all[c]!, from, end, context, sure);
    if (typeof result === "number") end = result;
    else read.set(key, result);
  }
  return end < to ? end : read;
}

/** Rows that are not blank, or null where none is blank. */
function keptRows(all: readonly Rows[], first: number, height: number, zeroIsBlank: boolean, context: Context): readonly number[] | null {
  let row = first;
  while (row < height && !isBlankRow(all, row, zeroIsBlank, context)) row += 1;
  if (row === height) return null;
  const kept = Array.from({ length: row - first }, (_, i) => first + i);
  for (; row < height; row += 1) if (!isBlankRow(all, row, zeroIsBlank, context)) kept.push(row);
  return kept;
}

/** The first cell of a row that is not as it should be. In a header row only an error is at fault. */
function faultIn(columns: readonly FrameColumn[], all: readonly Rows[], row: number, isHeaderRow: boolean, context: Context): Error | null {
  for (const [c, { key, kind }] of columns.entries()) {
    const cell = cellOf(all[c]![row]?.[0], context);
    const where = { argument: key, row: row + 1 };
    if (isErrorCell(cell)) return fail(fault("value", cell), where);
    if (isHeaderRow) continue;
    const wrong = isBlank(cell) ? (kind.mayBeBlank ? null : fault("filled", null)) : kind.check(cell, context);
    if (wrong) return fail(wrong, where);
  }
  return null;
}
