/** The workbench's sheets as the store of the plan sees them: read whole sheets, write cells by address. */
import { CellValueType, Dimension, type ICellData, type IColumnData, type IStyleData, type IWorksheetData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { asTables } from "../../catalogue/plan-names";
import type { Cell } from "../../catalogue/grid";
import { BookFailure, type AsyncBook, type BookAnswer, type BookRequest, type Command, type SheetContent } from "../../plan/book";
import type { LayoutColumn, SheetLayout } from "../../plan/layout";
import { columnName, parseRange, sheetPrefix } from "./address";
import { keptContents, sheetKey } from "./kept-contents";
import { PIXELS_PER_CHARACTER } from "./plan-cell";
import { addLooks } from "./plan-looks";
import { addFormats, matrixOf, takeColumnFormats, type Matrix } from "./plan-matrix";
import { readNotes, writeNotes } from "./plan-notes";
import { PAGE_MADE, pageData } from "./plan-page";

/** What the book needs of a sheet, on the page and without one. */
export type BookSheets = {
  readonly api: FUniver;
  used(sheetId: string): { readonly rows: number; readonly columns: number };
  cells(sheetId: string, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }): readonly (readonly Cell[])[];
  formulas(sheetId: string): SheetContent["formulas"];
  /** Takes over what is being typed. */
  endEditing(): Promise<void>;
};

/** The sheet that a defined name points into. */
const sheetIn = (name: { getFormulaOrRefString(): string }): string | null => parseRange(name.getFormulaOrRefString().replace(/^=/, ""))?.sheet ?? null;

const SET_CELLS = "sheet.mutation.set-range-values";

/**
 * @param told of what was read, by the id of its sheet
 * @param writing told before and after each writing, so that it can be told from what people do
 */
export function planBook(sheets: BookSheets, told: (sheetId: string, content: SheetContent) => void = () => undefined, writing: (isOn: boolean) => void = () => undefined): AsyncBook {
  const { api } = sheets;
  const workbook = () => {
    const book = api.getActiveWorkbook();
    if (!book) throw new BookFailure("other", null, null, "no workbook is open");
    return book;
  };
  const find = (name: string) => workbook().getSheets().find((each) => each.getSheetName() === name);
  const sheetOf = (name: string) => {
    const found = find(name);
    if (!found) throw new BookFailure("missingSheet", name);
    return found;
  };

  const kept = keptContents(api);
  const read = (name: string, from: number): SheetContent | null => {
    const id = find(name)?.getSheetId();
    if (id === undefined) return null;
    const key = sheetKey(workbook().getId(), id);
    const before = kept.get(key);
    if (before) return before;
    const { rows, columns } = sheets.used(id);
    const known: readonly [][] = Array.from({ length: Math.min(from, rows) }, () => []);
    const content = { values: [...known, ...sheets.cells(id, { row: known.length, column: 0, rows: rows - known.length, columns })], formulas: from > 0 ? [] : sheets.formulas(id).map((each) => ({ ...each, formula: asTables(each.formula) })) };
    if (from === 0) kept.set(key, content);
    told(id, content);
    return content;
  };

  /**
   * Straight into the data, not as if it were typed: typing guesses at dates and numbers in a text, and each block would be a step of
   * its own in the undo of the sheet; the pane has an undo of its own for the whole action.
   */
  const write = (name: string, matrix: Matrix) => {
    const sheet = sheetOf(name);
    const lastRow = Object.keys(matrix).reduce((last, row) => Math.max(last, Number(row)), -1);
    if (lastRow >= sheet.getMaxRows()) sheet.setRowCount(lastRow + SPARE_ROWS);
    const lastColumn = Object.values(matrix).reduce((last, row) => Math.max(last, ...Object.keys(row ?? {}).map(Number)), -1);
    if (lastColumn >= sheet.getMaxColumns()) sheet.setColumnCount(lastColumn + 1);
    takeColumnFormats(sheet.getSheet(), matrix);
    api.syncExecuteCommand(SET_CELLS, { unitId: workbook().getId(), subUnitId: sheet.getSheetId(), cellValue: matrix });
  };

  /** The engine deletes cells of the sheet in front, whatever sheet the range is of. */
  const deleteRow = ({ sheet: name, row, column, columns }: Extract<Command, { kind: "deleteRow" }>) => {
    const sheet = sheetOf(name);
    const shown = workbook().getActiveSheet();
    const isInFront = shown.getSheetId() === sheet.getSheetId();
    if (!isInFront) workbook().setActiveSheet(sheet);
    sheet.getRange(row, column, 1, columns).deleteCells(Dimension.ROWS);
    if (!isInFront) workbook().setActiveSheet(shown);
  };

  const act = (command: Exclude<Command, { kind: "set" }>) => {
    switch (command.kind) {
      case "append": {
        const { rows } = sheets.used(sheetOf(command.sheet).getSheetId());
        return write(command.sheet, matrixOf(rows, 0, command.cells));
      }
      case "deleteRow":
        return deleteRow(command);
      case "removeSheet": {
        const sheet = find(command.sheet);
        if (!sheet) return;
        // The engine would keep them, and they would mean nothing.
        for (const name of workbook().getDefinedNames()) if (sheetIn(name) === command.sheet) name.delete();
        return void workbook().deleteSheet(sheet);
      }
      case "addSheet": {
        insert(command.sheet, sheetData(command.sheet, command.hidden, command.layout));
        if (!command.layout) return;
        addLooks(api, workbook().getId(), sheetOf(command.sheet).getSheetId(), command.layout, NEW_ROWS);
        return addNames(command.sheet, command.layout);
      }
    }
  };

  const insert = (name: string, sheet: Partial<IWorksheetData>) => {
    if (find(name)) throw new BookFailure("other", name, null, "a sheet of this name is there already");
    const shown = workbook().getActiveSheet();
    workbook().insertSheet(name, { index: workbook().getSheets().length, sheet: sheet as IWorksheetData });
    // A new sheet comes to the front by itself; the user stays where he was.
    workbook().setActiveSheet(shown);
  };

  const addNames = (sheet: string, { tables, names }: SheetLayout) => {
    const add = (name: string, reference: string) => {
      workbook().getDefinedName(name)?.delete();
      workbook().insertDefinedName(name, `${sheetPrefix(sheet)}${reference}`);
    };
    // A table is the range over its columns, however long it grows.
    for (const { name, column, columns } of tables) add(name, `$${columnName(column)}:$${columnName(column + columns.length - 1)}`);
    for (const { name, row, column, rows, columns } of names) {
      const last = rows === 1 && columns === 1 ? "" : `:$${columnName(column + columns - 1)}$${row + rows}`;
      add(name, `$${columnName(column)}$${row + 1}${last}`);
    }
  };

  const batch = (commands: readonly Command[]) => {
    // Neighbouring blocks of one sheet are written at once: each writing starts a calculation.
    for (let i = 0; i < commands.length; ) {
      const command = commands[i]!;
      if (command.kind !== "set") {
        act(command);
        i += 1;
        continue;
      }
      const matrix: Matrix = {};
      for (let next = commands[i]; next?.kind === "set" && next.sheet === command.sheet; next = commands[i += 1]) {
        matrixOf(next.row, next.column, next.cells, matrix);
        addFormats(next.row, next.column, next.formats ?? [], matrix);
      }
      write(command.sheet, matrix);
    }
  };

  const answer = (request: BookRequest): BookAnswer => {
    switch (request.kind) {
      case "read":
        return request.sheets.map((sheet, i) => read(sheet, request.from?.[i] ?? 0));
      case "sheets":
        return workbook().getSheets().map((each) => each.getSheetName());
      case "tables":
        return workbook().getDefinedNames().flatMap((name) => {
          const sheet = sheetIn(name);
          return sheet === null ? [] : [{ name: name.getName(), sheet }];
        });
      case "batch":
        batch(request.commands);
        return null;
      case "addPage":
        insert(request.page.sheet, pageData(request.page));
        return PAGE_MADE;
      case "notes":
        return readNotes(request.sheets.map(sheetOf));
      case "setNotes":
        writeNotes(api, sheetOf, request.notes);
        return null;
    }
  };
  return (request) => Promise.resolve().then(async () => {
    if (request.kind !== "batch" && request.kind !== "addPage") return answer(request);
    // To another sheet and back: the engine would end it itself, in the middle of the writing. Cells are written beside what is being typed.
    if (request.kind === "addPage" || request.commands.some(({ kind }) => kind !== "set" && kind !== "append")) await sheets.endEditing();
    writing(true);
    try {
      return answer(request);
    } finally {
      writing(false);
    }
  });
}

const SPARE_ROWS = 200;
const NEW_ROWS = 1000;

// ---- a new sheet ------------------------------------------------------------------------

const HEADER: IStyleData = { bl: 1, bg: { rgb: "#e5f3f0" }, tb: 3, vt: 2 };
const CALCULATED: IStyleData = { bg: { rgb: "#f2f3f3" }, cl: { rgb: "#556060" }, tb: 2 };

function sheetData(name: string, hidden: boolean, layout: SheetLayout | null): Partial<IWorksheetData> {
  if (!layout) return { name, hidden: hidden ? 1 : 0, rowCount: SPARE_ROWS, columnCount: 26 };
  const columnData: Record<number, IColumnData> = {};
  const cellData: Record<number, Record<number, ICellData>> = { 0: {} };
  for (const { column, columns } of layout.tables) {
    columns.forEach((each, i) => {
      columnData[column + i] = { w: Math.round(each.width * PIXELS_PER_CHARACTER), s: columnStyle(each) };
      cellData[0]![column + i] = { v: each.header, t: CellValueType.STRING, s: HEADER };
    });
  }
  for (const { row, column, cells } of layout.texts) {
    cells.forEach((line, r) => line.forEach((text, c) => {
      (cellData[row + r] ??= {})[column + c] = { v: text, t: CellValueType.STRING, ...(r === 0 && row === 0 && { s: HEADER }) };
    }));
  }
  for (const { row, column, format } of layout.formats ?? []) (cellData[row] ??= {})[column] = { ...cellData[row]?.[column], s: { n: { pattern: format } } };
  const columnCount = Math.max(26, ...Object.keys(columnData).map((column) => Number(column) + 2), ...layout.texts.map(({ column, cells }) => column + (cells[0]?.length ?? 0) + 1));
  return { name, hidden: hidden ? 1 : 0, rowCount: NEW_ROWS, columnCount, columnData, cellData, freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 } };
}

function columnStyle({ format, calculated }: LayoutColumn): IStyleData | null {
  if (format === null && !calculated) return null;
  return { ...(format !== null && { n: { pattern: format } }), ...(calculated && CALCULATED) };
}
