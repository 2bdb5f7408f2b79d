/** The sheets of the spreadsheet as the store of the plan sees them: read in blocks, written by rectangles, each a single request. */
import type { Notation } from "../../catalogue/notation";
import { BookFailure, CHANGED, type BookAnswer, type BookRequest, type CellWrite, type Command, type NoteWrite, type PageMade, type SheetContent, type SheetNote, type SyncBook, type TableName } from "../../plan/book";
import type { ReportPage } from "../../plan/report-page";
import { isHidden } from "../../plan/lanes";
import { lettersOf } from "../../plan/project";
import { serials } from "./cells";
import { CellMap } from "./plan-cells";
import { refused, unexplained } from "./plan-failures";
import { makePage } from "./plan-page";
import { makeRoom, makeSheet } from "./plan-sheet";
import { asTables } from "../../catalogue/plan-names";
import { asWritten } from "./plan-text";
import { inEnglish, notation, plainValues, wallClock } from "./sheet";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Written = Exclude<CellWrite, undefined>;
type Area = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number; readonly address: string };

/** @param closed why nothing may be written now: the document gave no lock, or somebody else has it */
export function planBook(closed: "lockBusy" | "noLock" | null): SyncBook {
  const book = SpreadsheetApp.getActive();
  const own: Notation = notation();
  const serial = serials(wallClock());
  const merges = new Map<string, readonly Area[]>();
  /** Sheets as they were read last and not written since. */
  const known = new Map<string, SheetContent | null>();
  let patience = PATIENCE;

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

  const mergesIn = (sheet: Sheet): readonly Area[] => {
    const name = sheet.getName();
    let found = merges.get(name);
    if (!found) {
      const all = isHidden(name) ? [] : sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getMergedRanges();
      merges.set(name, (found = all.map((each) => ({ row: each.getRow() - 1, column: each.getColumn() - 1, rows: each.getNumRows(), columns: each.getNumColumns(), address: each.getA1Notation() }))));
    }
    return found;
  };
  /** A value that is written into a merged cell is lost without a word. */
  const checkMerges = (sheet: Sheet, row: number, column: number, rows: number, columns: number): void => {
    const inTheWay = mergesIn(sheet).find((each) => each.row < row + rows && row < each.row + each.rows && each.column < column + columns && column < each.column + each.columns);
    if (inTheWay) throw new BookFailure("merged", sheet.getName(), inTheWay.address);
  };

  const write = (name: string, cells: CellMap<Written>, formats: CellMap<string> | null = null): void => {
    const sheet = sheetOf(name);
    for (const rectangle of cells.rectangles()) {
      const [rows, columns] = [rectangle.cells.length, rectangle.cells[0]!.length];
      const values = rectangle.cells.map((line) => line.map((cell) => asWritten(cell, own)));
      checkMerges(sheet, rectangle.row, rectangle.column, rows, columns);
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
      refusing(sheet, range, () => range.setNumberFormats(lines.map((line) => [...line])));
    }
  };

  const deleteRow = (sheet: Sheet, row: number, column: number, columns: number): void => {
    checkMerges(sheet, row, column, 1, columns);
    const range = sheet.getRange(row + 1, column + 1, 1, columns);
    refusing(sheet, range, () => range.deleteCells(SpreadsheetApp.Dimension.ROWS), true);
    merges.delete(sheet.getName());
  };

  const addSheet = ({ sheet, hidden, layout }: Command & { readonly kind: "addSheet" }): void => {
    if (find(sheet)) throw new BookFailure("other", sheet, null, "a sheet of this name is there already");
    refusing(book.getActiveSheet(), null, () => makeSheet(book, sheet, hidden, layout, own));
  };

  const addPage = (page: ReportPage): PageMade => {
    if (closed) throw new BookFailure(closed);
    try {
      return makePage(book, page, own);
    } catch (error) {
      throw refused(error, find(page.sheet) ?? book.getActiveSheet(), null);
    }
  };

  const notesIn = (sheet: Sheet): readonly SheetNote[] => {
    // Rows that were emptied may have kept theirs.
    const [rows, columns] = [Math.min(sheet.getMaxRows(), sheet.getLastRow() + BELOW), sheet.getLastColumn()];
    return columns === 0 ? [] : sheet.getRange(1, 1, rows, columns).getNotes().flatMap((line, row) => line.flatMap((text, column) => (text === "" ? [] : [{ row, column, text }])));
  };

  const setNotes = (notes: readonly NoteWrite[]): void => {
    if (closed) throw new BookFailure(closed);
    checkUnmoved(notes.map(({ sheet, row, column }) => ({ kind: "set", sheet, row, column, cells: [] })));
    for (const name of new Set(notes.map((each) => each.sheet))) {
      const sheet = sheetOf(name);
      const texts = new CellMap<string>();
      const gone: string[] = [];
      for (const { row, column, text } of notes.filter((each) => each.sheet === name)) {
        if (text === null) gone.push(`${lettersOf(column)}${row + 1}`);
        else texts.add(row, column, [[text]]);
      }
      for (const { row, column, cells } of texts.rectangles()) {
        const range = sheet.getRange(row + 1, column + 1, cells.length, cells[0]!.length);
        refusing(sheet, range, () => range.setNotes(cells.map((line) => [...line])));
      }
      if (gone.length > 0) refusing(sheet, null, () => sheet.getRangeList(gone).clearNote());
    }
  };

  const removeSheet = (name: string): void => {
    const sheet = find(name);
    if (!sheet) return;
    const names = tables().flatMap((each) => (each.sheet === name ? each.name : []));
    for (const each of book.getNamedRanges()) if (names.includes(each.getName())) each.remove();
    book.deleteSheet(sheet);
  };

  /**
   * People take no lock: what they have typed or moved since it was read would be written over.
   *
   * @throws BookFailure with the detail CHANGED
   */
  const checkUnmoved = (commands: readonly Command[]): void => {
    const from = new Map<string, number>();
    for (const each of commands) if (each.kind === "set" || each.kind === "deleteRow") from.set(each.sheet, Math.min(each.row, from.get(each.sheet) ?? each.row));
    for (const [name, row] of from) {
      const before = known.get(name);
      known.delete(name);
      if (before) mergesIn(sheetOf(name)); // asked for now, so that nothing is between this look and the writing
      if (before && contentOf(before, row) !== contentOf(read(name, row)!, row) && (patience -= 1) > 0) throw new BookFailure("editing", name, null, CHANGED);
    }
  };

  const batch = (commands: readonly Command[]): void => {
    if (closed) throw new BookFailure(closed);
    checkUnmoved(commands);
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
        return request.sheets.map((sheet, i) => {
          const content = read(sheet, request.from?.[i] ?? 0);
          if (!isHidden(sheet)) known.set(sheet, content);
          return content;
        });
      case "sheets":
        return book.getSheets().map((sheet) => sheet.getName());
      case "tables":
        return tables();
      case "batch":
        batch(request.commands);
        return null;
      case "addPage":
        return addPage(request.page);
      case "notes":
        return request.sheets.map((name) => notesIn(sheetOf(name)));
      case "setNotes":
        setNotes(request.notes);
        return null;
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

/** @throws BookFailure in place of what Sheets throws */
function refusing(sheet: Sheet, range: GoogleAppsScript.Spreadsheet.Range | null, act: () => unknown, moves = false): void {
  try {
    act();
  } catch (error) {
    throw refused(error, sheet, range, moves);
  }
}

/** What people have put there: of a formula not what it gives, because it calculates. */
function contentOf({ values, formulas }: SheetContent, from: number): string {
  const cells: unknown[][] = values.slice(from).map((line) => [...line]);
  for (const { row, column, formula } of formulas) if (row >= from) cells[row - from]![column] = formula;
  return JSON.stringify(cells);
}

/** So often is it looked at again; where cells never rest, by a formula that fills many, it is written after all. */
const PATIENCE = 3;

/** Rows below the last one in use whose notes are looked at. */
const BELOW = 1000;

/** What a custom function shows until it is calculated. */
const LOADING = "Loading...";
