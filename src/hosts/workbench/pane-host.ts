/** What the pane asks for, answered by the sheet. */
import { AbsoluteRefType, type ICellData, type IRange } from "@univerjs/core";
import type { FRange } from "@univerjs/sheets/facade";
import { isErrorCell, plainCells, type Cell } from "../../catalogue/grid";
import { findFunction } from "../../catalogue/index";
import { callOf } from "../../catalogue/notation";
import type { Language } from "../../catalogue/words";
import { withCell } from "../../pane/failed-cell";
import type { CellFormat, Inserted, PaneHost, Selection, SheetHead } from "../../pane/host";
import type { Place } from "../../catalogue/table-head";
import { today } from "../../pane/here";
import { localChecks } from "../../pane/local-checks";
import { localData } from "../../pane/local-data";
import { localFunctions } from "../../pane/local-functions";
import { cellName, columnName, parseRange, sheetPrefix } from "./address";
import type { Place as CellPlace } from "./failures";
import { planStore } from "./plan";
import type { Sheet } from "./sheet";
import { unknownFunction } from "./unknown-function";

export type LanguageControl = { readonly get: () => Language; readonly set: (language: Language) => void };

/** @param onOpened see PaneHost */
export function paneHost(sheet: Sheet, language: LanguageControl, onOpened?: PaneHost["onOpened"]): PaneHost {
  const read = (reference: string) => Promise.resolve().then(() => readCells(sheet, reference));
  return {
    get language() {
      return language.get();
    },
    setLanguage: language.set,
    get notation() {
      return language.get() === "ru" ? "semicolon" : "comma";
    },
    planTables: "columns",
    functions: localFunctions({ cells: plainCells, read }),
    checks: localChecks({ read, places: () => Promise.resolve(readPlaces(sheet)) }),
    data: localData({ read, places: () => Promise.resolve(readPlaces(sheet)) }),
    show: (reference) => Promise.resolve().then(() => show(sheet, reference)),
    ...(onOpened && { onOpened }),
    selection: () => Promise.resolve(readSelection(sheet, language.get())),
    onSelection: (listener) => onSelection(sheet, language.get, listener),
    names: () => Promise.resolve(sheet.api.getActiveWorkbook()?.getDefinedNames().map((name) => name.getName()) ?? []),
    sheets: () => Promise.resolve(readHeads(sheet)),
    insert: (formula, overwrite, formats) => insert(sheet, formula, overwrite, formats ?? []),
    plan: planStore(sheet, (listener) => onOpened?.(listener) ?? (() => undefined)),
    today,
  };
}

// ---- the selection ----------------------------------------------------------------------

const activeRange = (sheet: Sheet): FRange => {
  const range = sheet.api.getActiveWorkbook()?.getActiveRange();
  if (!range) throw new Error("nothing is selected");
  return range;
};

function readSelection(sheet: Sheet, language: Language): Selection {
  const range = activeRange(sheet);
  const { startRow, startColumn } = range.getRange();
  const address = addressOf(sheet, range);
  const cell = sheet.cell(range.getSheetId(), startRow, startColumn);
  const formula = range.getFormula() || null;
  return {
    address,
    qualified: `${sheetPrefix(range.getSheetName())}${address}`,
    formula,
    empty: formula === null && (cell === null || cell === ""),
    failure: formula !== null && isErrorCell(cell) ? failureOf(sheet, language, { workbook: range.getUnitId(), sheet: range.getSheetId(), row: startRow, column: startColumn }, formula, cell.error) : null,
  };
}

function failureOf(sheet: Sheet, language: Language, place: CellPlace, formula: string, code: string): string | null {
  const unknown = code === "#NAME?" ? unknownFunction(formula, sheet.functionNames(), language) : null;
  if (unknown !== null) return unknown;
  const message = sheet.failures.find(place, formula, code);
  const called = callOf(formula);
  const def = called && findFunction(called.name);
  return message !== null && def ? withCell(message, (key) => called.args[def.args.findIndex((arg) => arg.key === key)] ?? null) : message;
}

/** `B2`, `B2:B13`, and `B:B` where whole columns are selected. */
function addressOf(sheet: Sheet, range: FRange): string {
  const { startRow, endRow, startColumn, endColumn } = range.getRange();
  const height = sheet.api.getActiveWorkbook()?.getSheetBySheetId(range.getSheetId())?.getMaxRows() ?? 0;
  if (startRow === 0 && endRow >= height - 1 && height > 1) return `${columnName(startColumn)}:${columnName(endColumn)}`;
  const merged = sheet.api.getActiveWorkbook()?.getSheetBySheetId(range.getSheetId())?.getCellMergeData(startRow, startColumn)?.getRange();
  const isOneCell = (startRow === endRow && startColumn === endColumn) || (merged !== undefined && isSame(merged, range.getRange()));
  return isOneCell ? cellName(startRow, startColumn) : range.getA1Notation(false, AbsoluteRefType.NONE, AbsoluteRefType.NONE);
}

const isSame = (a: IRange, b: IRange): boolean => a.startRow === b.startRow && a.endRow === b.endRow && a.startColumn === b.startColumn && a.endColumn === b.endColumn;

/** Also after each calculation: the selected cell may have failed, or have come right. */
function onSelection(sheet: Sheet, language: () => Language, listener: (selection: Selection) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = "";
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        const selection = readSelection(sheet, language());
        const now = JSON.stringify(selection);
        if (now !== before) listener(selection);
        before = now;
      } catch {
        // Between two workbooks nothing is selected; the next change tells again.
      }
    }, 40);
  };
  const { api } = sheet;
  // The events of the selection miss what the keyboard and the name box do; the command does not.
  const commands = api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    if (id === "sheet.operation.set-selections" || id === "sheet.operation.set-worksheet-active") tell();
  });
  const stop = sheet.onCalculated(tell);
  return () => {
    clearTimeout(timer);
    stop();
    commands.dispose();
  };
}

// ---- reading ----------------------------------------------------------------------------

function readCells(sheet: Sheet, reference: string): readonly (readonly Cell[])[] {
  const book = sheet.api.getActiveWorkbook();
  const named = book?.getDefinedName(reference)?.getFormulaOrRefString().replace(/^=/, "");
  const range = parseRange(named ?? reference);
  if (!book || !range) throw new Error(`no such range: ${reference}`);
  const target = range.sheet === null ? book.getActiveSheet() : book.getSheets().find((each) => each.getSheetName().toLowerCase() === range.sheet?.toLowerCase());
  if (!target) throw new Error(`no such sheet: ${range.sheet}`);
  const id = target.getSheetId();
  const used = sheet.used(id);
  const [top, bottom] = order(range.top ?? 0, range.bottom ?? Number.MAX_SAFE_INTEGER);
  const [left, right] = order(range.left ?? 0, range.right ?? Number.MAX_SAFE_INTEGER);
  const lastRow = Math.min(bottom, Math.max(used.rows - 1, top));
  const lastColumn = Math.min(right, Math.max(used.columns - 1, left));
  return sheet.cells(id, { row: top, column: left, rows: lastRow - top + 1, columns: lastColumn - left + 1 });
}

/** Headers beyond this many columns tell nothing more about a sheet. */
const HEADERS = 20;

const readHeads = (sheet: Sheet): readonly SheetHead[] =>
  (sheet.api.getActiveWorkbook()?.getSheets() ?? []).map((each) => ({
    name: each.getSheetName(),
    header: Array.from({ length: HEADERS }, (_, column) => {
      const cell = sheet.cell(each.getSheetId(), 0, column);
      return typeof cell === "string" ? cell : "";
    }),
  }));

function readPlaces(sheet: Sheet): readonly Place[] {
  const sheets = sheet.api.getActiveWorkbook()?.getSheets().filter((each) => !each.isSheetHidden()) ?? [];
  return sheets.flatMap((each) => {
    const { rows, columns } = sheet.used(each.getSheetId());
    return rows > 0 && columns > 0 ? [{ sheet: each.getSheetName(), row: 1, column: 1, rows, columns }] : [];
  });
}

/** Selects a cell and scrolls to it, a few rows of its surroundings above. */
function show(sheet: Sheet, reference: string): void {
  const book = sheet.api.getActiveWorkbook();
  const range = parseRange(reference);
  const target = book?.getSheets().find((each) => each.getSheetName() === range?.sheet);
  if (!book || !target || range?.top == null || range.left === null) throw new Error(`no such cell: ${reference}`);
  book.setActiveSheet(target);
  target.getRange(range.top, range.left).activate();
  target.scrollToCell(Math.max(0, range.top - ROWS_ABOVE), Math.max(0, range.left - 1));
}
const ROWS_ABOVE = 3;

const order = (a: number, b: number): readonly [number, number] => (a <= b ? [a, b] : [b, a]);

// ---- writing ----------------------------------------------------------------------------

async function insert(sheet: Sheet, formula: string, overwrite: boolean, formats: readonly CellFormat[]): Promise<Inserted> {
  const book = sheet.api.getActiveWorkbook();
  if (book?.isCellEditing()) await book.endEditingAsync(true);
  const { startRow, startColumn } = activeRange(sheet).getRange();
  const target = sheet.api.getActiveWorkbook()?.getActiveSheet().getRange(startRow, startColumn);
  if (!target) throw new Error("nothing is selected");
  const address = cellName(startRow, startColumn);
  const cell = sheet.cell(target.getSheetId(), startRow, startColumn);
  const present = target.getFormula() || (cell === null ? "" : isErrorCell(cell) ? cell.error : String(cell));
  if (present !== "" && !overwrite) return { done: false, address, occupiedBy: present };
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const { format, row, column, rows } of formats) {
    for (let r = row; r < row + rows; r += 1) {
      if (isPlain(sheet, target, r, column)) (cells[startRow + r] ??= {})[startColumn + column] = { s: { n: { pattern: format } } };
    }
  }
  const own = (cells[startRow] ??= {});
  own[startColumn] = { ...own[startColumn], f: formula, v: null, p: null };
  target.setValues(cells);
  return { done: true, address };
}

/** Without a number format of its own and, beside the formula, blank: what stands there is not of the result. */
function isPlain(sheet: Sheet, target: FRange, row: number, column: number): boolean {
  const { startRow, startColumn } = target.getRange();
  const at = target.offset(row, column);
  return !at.getCellStyleData()?.n?.pattern && ((row === 0 && column === 0) || sheet.cell(target.getSheetId(), startRow + row, startColumn + column) === null);
}
