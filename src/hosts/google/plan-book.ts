/** The sheets of the spreadsheet as the store of the plan sees them: read in blocks, written by rectangles, each a single request. */
import type { Notation } from "../../catalogue/notation";
import { BookFailure, type BookAnswer, type BookRequest, type CellWrite, type Command, type PageMade, type SheetContent, type SyncBook, type TableName } from "../../plan/book";
import type { ReportPage } from "../../plan/report-page";
import { lettersOf } from "../../plan/project";
import { isHidden } from "../../plan/lanes";
import { serials } from "./cells";
import { CellMap, type Rectangle } from "./plan-cells";
import { refused, unexplained } from "./plan-failures";
import { makePage } from "./plan-page";
import { makeRoom, makeSheet } from "./plan-sheet";
import { asTables } from "../../catalogue/plan-names";
import { asWritten } from "./plan-text";
import { inEnglish, notation, plainValues, wallClock } from "./sheet";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Written = Exclude<CellWrite, undefined>;
type Area = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** @param closed why nothing may be written now: the document gave no lock, or somebody else has it */
export function planBook(closed: "lockBusy" | "noLock" | null): SyncBook {
  const book = SpreadsheetApp.getActive();
  const own: Notation = notation();
  const serial = serials(wallClock());
  const merges = new Map<string, readonly Area[]>();

  const find = (name: string): Sheet | null => book.getSheetByName(name);
  const sheetOf = (name: string): Sheet => {
    const found = find(name);
    if (!found) throw new BookFailure("missingSheet", name);
    return found;
  };

  const read = (name: string, from: number): SheetContent | null => {
    const sheet = find(name);
    if (!sheet) return null;
    const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
    const above: [][] = Array.from({ length: Math.min(from, rows) }, () => []);
    if (rows <= from || columns === 0) return { values: above, formulas: [] };
    const range = sheet.getRange(from + 1, 1, rows - from, columns);
    // Nobody calculates in the hidden sheets.
    const written = isHidden(name) ? [] : range.getFormulas();
    const formulas = written.flatMap((line, r) => line.flatMap((text, c) => (text === "" ? [] : [{ row: from + r, column: c, formula: asTables(inEnglish(text, own)) }])));
    const values = plainValues(range, serial).map((line, r) => line.map((cell, c) => (cell === "" ? null : cell === LOADING && written[r]?.[c] ? { error: "#N/A" } : cell)));
    return { values: [...above, ...values], formulas };
  };

  const tables = (): readonly TableName[] => book.getNamedRanges().flatMap((each) => {
    try {
      return [{ name: each.getName(), sheet: each.getRange().getSheet().getName() }];
    } catch {
      return []; // its cells are gone
    }
  });

  /** A value that is written into a merged cell is lost without a word. */
  const checkMerges = (sheet: Sheet, { row, column, cells }: Rectangle<Written>): void => {
    const name = sheet.getName();
    if (isHidden(name)) return;
    let found = merges.get(name);
    if (!found) {
      const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getMergedRanges();
      merges.set(name, (found = all.map((each) => ({ row: each.getRow() - 1, column: each.getColumn() - 1, rows: each.getNumRows(), columns: each.getNumColumns() }))));
    }
    const inTheWay = found.find((each) => each.row < row + cells.length && row < each.row + each.rows && each.column < column + cells[0]!.length && column < each.column + each.columns);
    if (inTheWay) throw new BookFailure("merged", name, `${lettersOf(inTheWay.column)}${inTheWay.row + 1}:${lettersOf(inTheWay.column + inTheWay.columns - 1)}${inTheWay.row + inTheWay.rows}`);
  };

  const write = (name: string, cells: CellMap<Written>, formats: CellMap<string> | null = null): void => {
    const sheet = sheetOf(name);
    for (const rectangle of cells.rectangles()) {
      const [rows, columns] = [rectangle.cells.length, rectangle.cells[0]!.length];
      const values = rectangle.cells.map((line) => line.map((cell) => asWritten(cell, own)));
      checkMerges(sheet, rectangle);
      let range: GoogleAppsScript.Spreadsheet.Range | null = null;
      try {
        makeRoom(sheet, rectangle.row + rows, rectangle.column + columns);
        range = sheet.getRange(rectangle.row + 1, rectangle.column + 1, rows, columns);
        range.setValues(values);
      } catch (error) {
        throw refused(error, sheet, range);
      }
    }
    for (const { row, column, cells: lines } of formats?.rectangles() ?? []) {
      const range = sheet.getRange(row + 1, column + 1, lines.length, lines[0]!.length);
      try {
        range.setNumberFormats(lines.map((line) => [...line]));
      } catch (error) {
        throw refused(error, sheet, range);
      }
    }
  };

  const deleteRow = (sheet: Sheet, row: number, column: number, columns: number): void => {
    checkMerges(sheet, { row, column, cells: [Array.from({ length: columns }, () => null)] });
    const range = sheet.getRange(row + 1, column + 1, 1, columns);
    try {
      range.deleteCells(SpreadsheetApp.Dimension.ROWS);
      merges.delete(sheet.getName());
    } catch (error) {
      throw refused(error, sheet, range, true);
    }
  };

  const addSheet = ({ sheet, hidden, layout }: Command & { readonly kind: "addSheet" }): void => {
    if (find(sheet)) throw new BookFailure("other", sheet, null, "a sheet of this name is there already");
    try {
      makeSheet(book, sheet, hidden, layout, own);
    } catch (error) {
      throw refused(error, book.getActiveSheet(), null);
    }
  };

  const addPage = (page: ReportPage): PageMade => {
    if (closed) throw new BookFailure(closed);
    try {
      return makePage(book, page, own);
    } catch (error) {
      throw refused(error, find(page.sheet) ?? book.getActiveSheet(), null);
    }
  };

  const removeSheet = (name: string): void => {
    const sheet = find(name);
    if (!sheet) return;
    const names = new Set(tables().filter((each) => each.sheet === name).map((each) => each.name));
    for (const each of book.getNamedRanges()) if (names.has(each.getName())) each.remove();
    book.deleteSheet(sheet);
  };

  const batch = (commands: readonly Command[]): void => {
    if (closed) throw new BookFailure(closed);
    for (let i = 0; i < commands.length; ) {
      const command = commands[i]!;
      if (command.kind === "set") {
        // Neighbouring blocks of one sheet become fewer requests.
        const [cells, formats] = [new CellMap<Written>(), new CellMap<string>()];
        for (let next = commands[i]; next?.kind === "set" && next.sheet === command.sheet; next = commands[i += 1]) {
          cells.add(next.row, next.column, next.cells);
          formats.add(next.row, next.column, next.formats ?? []);
        }
        write(command.sheet, cells, formats);
        continue;
      }
      i += 1;
      switch (command.kind) {
        case "append": {
          const cells = new CellMap<Written>();
          cells.add(sheetOf(command.sheet).getLastRow(), 0, command.cells);
          write(command.sheet, cells);
          break;
        }
        case "deleteRow":
          deleteRow(sheetOf(command.sheet), command.row, command.column, command.columns);
          break;
        case "addSheet":
          addSheet(command);
          break;
        case "removeSheet":
          removeSheet(command.sheet);
      }
    }
  };

  const reply = (request: BookRequest): BookAnswer => {
    switch (request.kind) {
      case "read":
        return request.sheets.map((sheet, i) => read(sheet, request.from?.[i] ?? 0));
      case "sheets":
        return book.getSheets().map((sheet) => sheet.getName());
      case "tables":
        return tables();
      case "batch":
        batch(request.commands);
        return null;
      case "addPage":
        return addPage(request.page);
    }
  };
  return (request) => {
    try {
      return reply(request);
    } catch (error) {
      throw unexplained(error);
    }
  };
}

/** What a custom function shows until it is calculated. */
const LOADING = "Loading...";
