/**
 * Writes the plan into a table: of each row that does not stand there as it should, all typed cells, the label, and what the add-in
 * needs to recognise the row again. Formulas that a person typed are left alone, and so are calculated cells.
 */
import type { CellWrite, Command } from "./book";
import { canonOf, cellOf, typedColumns, type Names } from "./codec";
import type { RowState, Journal } from "./fold";
import { CANCELLED } from "./codes";
import { codeOf } from "./change";
import { labelsOf } from "./labels";
import type { RowFormats } from "./number-formats";
import type { RowId } from "./plan";
import type { Examined } from "./reconcile";
import type { FormatsDue } from "./row-formats";
import type { TableDef } from "./schema";
import { TABLES, type TableKey } from "./tables";
import { isOf, revText, sumOf, type SheetRow, type TableView } from "./view";

/** Formulas of the calculated columns of one row; fields without one are left blank. `column` gives letters, undefined where there is none. */
export type Calculated = (table: TableKey, row: number, column: (field: string) => string | undefined, language: Names["language"], byMonth?: boolean) => ReadonlyMap<string, string>;

/** Of plan data not more cells go into one writing: larger ones meet merge refusals while others edit. */
export const MOST_CELLS = 500;

export type Projection = {
  readonly commands: readonly Command[];
  /** All rows that are written. */
  readonly written: readonly RowState[];
  /** Rows put where there were none. */
  readonly placed: readonly RowState[];
  /** Rows whose label was changed. */
  readonly relabelled: readonly { readonly state: RowState; readonly row: SheetRow }[];
};

/**
 * @param waiting rows that are missing and are not to be put back before the user has answered
 * @param stamp letters and digits that no other writing has
 * @param monthly goals whose formula of what is expected by now goes by targets by month
 */
export function project(examined: Examined, journal: Journal, names: Names, calculated: Calculated | null, waiting: ReadonlySet<RowState>, stamp: string, formatsDue: FormatsDue, monthly: ReadonlySet<RowId> = new Set()): Projection {
  const { view, places, ahead, current } = examined;
  const labels = labelsOf(journal);
  const rows: WrittenRow[] = [];
  const relabelled: { state: RowState; row: SheetRow }[] = [];
  const placed: RowState[] = [];
  const written: RowState[] = [];
  const [left] = spanOf(view);
  for (const state of journal.tables.get(view.table)!) {
    const row = places.get(state.row);
    if (!state.alive || ahead.has(state.row) || (!row && waiting.has(state))) continue;
    const label = labels.get(state.row) ?? "";
    const formats = formatsIn(view, formatsDue(state, row ?? null));
    if (row && current.has(state.row) && isOf(row, state.row, state.vector) && isCurrent(state, row, view, label, names) && expectedFormula(state, row.at, view, names, calculated, monthly) === null) {
      if (formats.length > 0) rows.push({ at: row.at, cells: [], formats });
      continue;
    }
    if (row?.rev?.row === state.row && row.label !== "" && label !== "" && row.label !== label) relabelled.push({ state, row });
    if (!row) placed.push(state);
    written.push(state);
    rows.push({ at: row?.at ?? view.next + placed.length - 1, cells: cellsOf(state, row?.at ?? view.next + placed.length - 1, row ?? null, view, label, names, calculated, stamp, monthly), formats });
  }
  rows.sort((a, b) => a.at - b.at);
  return { commands: [...writes(view.sheet, left, rows), ...removals(examined)], written, placed, relabelled };
}

/** First and last column of the table. */
export function spanOf({ place }: TableView): readonly [left: number, right: number] {
  const used = [...place.columns.values(), place.rev, place.sum].filter((column) => column >= 0);
  return [Math.min(...used), Math.max(...used)];
}

/** From the first column of the table; none where there is nothing to be set. */
function formatsIn(view: TableView, formats: RowFormats): readonly (string | undefined)[] {
  const [left] = spanOf(view);
  const cells: (string | undefined)[] = [];
  for (const [field, format] of formats) {
    const column = view.place.columns.get(field);
    if (column !== undefined) cells[column - left] = format;
  }
  return Array.from(cells);
}

const hasIds = ({ table, place }: TableView): boolean => (TABLES[table] as TableDef).columns.some(({ field, kind }) => kind === "id" && place.columns.has(field));

/** What the add-in wrote stands there untouched, and the labels and names in it are still those. */
function isCurrent(state: RowState, row: SheetRow, view: TableView, label: string, names: Names): boolean {
  if (row.label !== label && hasIds(view)) return false;
  for (const column of typedColumns(view.table)) {
    const value = state.fields.get(column.field);
    const at = view.place.columns.get(column.field);
    // A column that was gone when the row was written, and has come back.
    if (at !== undefined && value !== undefined && value !== null && row.cells.get(column.field) === "") return false;
    if (at !== undefined && typeof value === "object" && value !== null && "row" in value && view.read(row.at, at) !== cellOf(column, value, row.at, names)) return false;
  }
  return true;
}

function cellsOf(state: RowState, at: number, row: SheetRow | null, view: TableView, label: string, names: Names, calculated: Calculated | null, stamp: string, monthly: ReadonlySet<RowId>): readonly CellWrite[] {
  const { place, table } = view;
  const [left, right] = spanOf(view);
  const cells: CellWrite[] = new Array<CellWrite>(right - left + 1).fill(undefined);
  const put = (column: number | undefined, cell: CellWrite): void => {
    if (column !== undefined && column >= 0) cells[column - left] = cell;
  };
  const id = (TABLES[table] as TableDef).columns.find(({ kind }) => kind === "id");
  if (id) put(place.columns.get(id.field), label);
  const canon = canonOf(table, state.fields, names);
  for (const column of typedColumns(table)) {
    const cell = cellOf(column, state.fields.get(column.field), at, names);
    // A formula that stands there already is not touched.
    const stands = typeof cell === "object" && cell !== null && row !== null && row.cells.get(column.field) === canon(column.field);
    put(place.columns.get(column.field), stands ? undefined : cell);
  }
  calculatedCells(state, at, view, names, calculated, monthly, put);
  const rev = revText(state.row, state.vector, stamp);
  put(place.rev, rev);
  put(place.sum, sumOf(table, rev, (field) => (place.columns.has(field) ? canon(field) : "")));
  return cells;
}

/** What stands in a formula that goes by targets by month, and in no other. */
const BY_MONTH = "PLAN_MONTH_";
/** All of them stand in a formula of the add-in, of an older version too; hardly in one of a person. */
const OWN_NAMES = ["PLAN_ASOF", "PLAN_HOLIDAYS", "PLAN_DAYS", "PLAN_SEASON_INDEX"];

const lettersIn = ({ place }: TableView) => (field: string): string | undefined => {
  const column = place.columns.get(field);
  return column === undefined ? undefined : lettersOf(column);
};

/** The formula of what is expected by now that is to take the place of the add-in's other one; a person's own formula stays. */
function expectedFormula(state: RowState, at: number, view: TableView, names: Names, calculated: Calculated | null, monthly: ReadonlySet<RowId>): string | null {
  const column = view.table === "goals" ? view.place.columns.get("expected") : undefined;
  const cell = column === undefined ? null : view.read(at, column);
  if (typeof cell !== "object" || cell === null || !("formula" in cell)) return null;
  const [is, wanted] = [cell.formula.includes(BY_MONTH), monthly.has(state.row)];
  if (is === wanted) return null;
  if (!OWN_NAMES.every((name) => cell.formula.includes(name))) return null;
  return calculated?.("goals", at, lettersIn(view), names.language, wanted).get("expected") ?? null;
}

function calculatedCells(state: RowState, at: number, view: TableView, names: Names, calculated: Calculated | null, monthly: ReadonlySet<RowId>, put: (column: number | undefined, cell: CellWrite) => void): void {
  const { table, place } = view;
  const formulas = calculated?.(table, at, lettersIn(view), names.language, monthly.has(state.row));
  const other = expectedFormula(state, at, view, names, calculated, monthly);
  for (const column of TABLES[table].columns) {
    if (column.kind !== "calculated") continue;
    const at0 = place.columns.get(column.field);
    if (at0 === undefined) continue;
    const frozen = frozenValue(state, column.field, names);
    const cell = view.read(at, at0);
    const isFormula = typeof cell === "object" && cell !== null && "formula" in cell;
    const formula = formulas?.get(column.field);
    if (other !== null && column.field === "expected" && frozen === undefined) put(at0, { formula: other });
    else if (frozen !== undefined) {
      if (cell !== frozen) put(at0, frozen);
    } else if (!isFormula && (cell === null ? formula !== undefined : state.fields.has(column.field) || isCancelledWord(column.field, cell))) {
      // Blank, or a value whose time is over: the formula comes (back).
      put(at0, formula === undefined ? null : { formula });
    }
  }
}

/** The value that stands instead of the formula of a calculated cell. */
function frozenValue(state: RowState, field: string, names: Names): string | number | boolean | undefined {
  const value = state.fields.get(field);
  if (value !== null && value !== undefined && typeof value !== "object") return value;
  return state.table === "goals" && field === "status" && state.fields.get("closed_as") === CANCELLED[0].code ? CANCELLED[0].words[names.language] : undefined;
}

const isCancelledWord = (field: string, cell: unknown): boolean =>
  field === "status" && typeof cell === "string" && codeOf({ field, kind: "code", codes: CANCELLED, header: { en: "", ru: "" } }, cell) !== undefined;

type WrittenRow = { readonly at: number; readonly cells: readonly CellWrite[]; readonly formats: readonly (string | undefined)[] };

/** Rows that follow each other go in one command, of so many cells at most. */
function writes(sheet: string, column: number, rows: readonly WrittenRow[]): readonly Command[] {
  const blocks: WrittenRow[][] = [];
  for (const row of rows) {
    const last = blocks[blocks.length - 1];
    if (last && last[0]!.at + last.length === row.at && (last.length + 1) * Math.max(row.cells.length, row.formats.length) <= MOST_CELLS) last.push(row);
    else blocks.push([row]);
  }
  return blocks.map((block) => ({
    kind: "set", sheet, row: block[0]!.at, column, cells: block.map(({ cells }) => cells), ...(block.some(({ formats }) => formats.length > 0) && { formats: block.map(({ formats }) => formats) }),
  }));
}

/** From below, so that those above stay where they are. With ids a table has its sheet alone, and what stands right of it goes too. */
function removals({ view, removed }: Examined): readonly Command[] {
  const [left, right] = TABLES[view.table].prefix === null ? spanOf(view) : [0, view.place.free - 1];
  return [...removed].sort((a, b) => b.at - a.at).map(({ at }) => ({ kind: "deleteRow", sheet: view.sheet, row: at, column: left, columns: right - left + 1 }));
}

/** A, …, Z, AA, … */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
