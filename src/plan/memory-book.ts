/**
 * A workbook in memory. It does what every host does with texts, and refuses what no host can do, so that a store that works here asks
 * for nothing impossible. People's doings are there too, for tests: typing, sorting, deleting, copying rows.
 */
import { BookFailure, type AsyncBook, type BookAnswer, type BookRequest, type CellWrite, type Command, type SheetContent, type SyncBook } from "./book";
import type { SheetLayout } from "./layout";
import type { ErrorValue, Value } from "./plan";
import type { ReportPage } from "./report-page";

export type MemoryCell = Exclude<Value, null> | ErrorValue | { readonly formula: string; readonly result: Value | ErrorValue };
type Row = (MemoryCell | undefined)[];
export type MemorySheet = { readonly rows: Row[]; readonly hidden: boolean; /** Number formats of single cells. */ readonly formats: (string | undefined)[][]; readonly notes: (string | undefined)[][] };

export type MemoryBook = {
  readonly sheets: Map<string, MemorySheet>;
  /** Sheet of each table, by the name of the table: to be changed where a person renames a sheet. */
  readonly tables: Map<string, string>;
  readonly sync: SyncBook;
  readonly async: AsyncBook;
  /** Reports as they were asked for, by their sheets. */
  readonly pages: Map<string, ReportPage>;
  /** Counts the cells that the store wrote. */
  readonly written: { cells: number };
  /** What a formula gives; null where nothing says otherwise. */
  results: (formula: string) => Value | ErrorValue;
};

/** Limits of Excel; Sheets has smaller ones. */
const [MOST_ROWS, MOST_COLUMNS, LONGEST] = [1_048_576, 16_384, 32_767];

export function memoryBook(): MemoryBook {
  const sheets = new Map<string, MemorySheet>();
  const tables = new Map<string, string>();
  const pages = new Map<string, ReportPage>();
  const written = { cells: 0 };
  const book: MemoryBook = {
    sheets, tables, pages, written, results: () => null,
    sync: (request) => answer(request),
    // As a host does it: what comes back is a copy, and later.
    async: async (request) => {
      await Promise.resolve();
      return JSON.parse(JSON.stringify(answer(request))) as BookAnswer;
    },
  };

  function answer(request: BookRequest): BookAnswer {
    switch (request.kind) {
      case "sheets":
        return [...sheets.keys()];
      case "tables":
        return Array.from(tables, ([name, sheet]) => ({ name, sheet })).filter(({ sheet }) => sheets.has(sheet));
      case "read":
        return request.sheets.map((name, i) => {
          const sheet = sheets.get(name);
          return sheet ? contentOf(sheet, request.from?.[i] ?? 0) : null;
        });
      case "batch":
        for (const command of request.commands) run(command);
        return null;
      case "addPage": {
        const { page } = request;
        run({ kind: "addSheet", sheet: page.sheet, hidden: false, layout: null });
        for (const { row, column, value } of page.cells) setCells(sheetOf(page.sheet), row, column, [[value]]);
        pages.set(page.sheet, page);
        return { charts: "drawn", reason: null };
      }
      case "notes":
        return request.sheets.map((name) => sheetOf(name).notes.flatMap((line, row) => (line ?? []).flatMap((text, column) => (text === undefined ? [] : [{ row, column, text }]))));
      case "setNotes":
        for (const { sheet, row, column, text, replaces } of request.notes) {
          const { notes } = sheetOf(sheet);
          if ((notes[row]?.[column] !== undefined) !== replaces) throw new BookFailure("other", sheet, null, replaces ? "no note to replace" : "a note is there already");
          (notes[row] ??= [])[column] = text ?? undefined;
        }
        return null;
    }
  }

  const sheetOf = (name: string): MemorySheet => {
    const sheet = sheets.get(name);
    if (!sheet) throw new BookFailure("missingSheet", name);
    return sheet;
  };

  function run(command: Command): void {
    switch (command.kind) {
      case "set":
        setCells(sheetOf(command.sheet), command.row, command.column, command.cells);
        return setFormats(sheetOf(command.sheet), command.row, command.column, command.formats ?? []);
      case "append":
        return setCells(sheetOf(command.sheet), lastRow(sheetOf(command.sheet)) + 1, 0, command.cells);
      case "deleteRow":
        return takeOut(sheetOf(command.sheet), command.row, command.column, command.columns);
      case "addSheet":
        if (sheets.has(command.sheet)) throw new BookFailure("other", command.sheet, null, "a sheet of this name exists");
        sheets.set(command.sheet, { rows: [], hidden: command.hidden, formats: [], notes: [] });
        if (command.layout) layOut(sheetOf(command.sheet), command.layout);
        for (const { name } of command.layout?.tables ?? []) tables.set(name, command.sheet);
        return;
      case "removeSheet":
        sheetOf(command.sheet);
        sheets.delete(command.sheet);
        return;
    }
  }

  function setCells(sheet: MemorySheet, row: number, column: number, cells: readonly (readonly (CellWrite | undefined)[])[]): void {
    cells.forEach((line, r) => line.forEach((cell, c) => {
      if (cell === undefined) return;
      if (!Number.isInteger(row + r) || row + r < 0 || row + r >= MOST_ROWS || column + c < 0 || column + c >= MOST_COLUMNS) throw new BookFailure("other", null, null, `no such cell ${row + r},${column + c}`);
      putCell(sheet, row + r, column + c, cell);
      written.cells += 1;
    }));
  }

  function putCell(sheet: MemorySheet, row: number, column: number, cell: Exclude<CellWrite, undefined>): void {
    while (sheet.rows.length <= row) sheet.rows.push([]);
    sheet.rows[row]![column] = cell === null ? undefined : typeof cell === "object" ? formulaCell(cell.formula) : typeof cell === "string" ? textCell(cell) : numberCell(cell);
  }

  function formulaCell(formula: string): MemoryCell {
    if (!formula.startsWith("=") || formula.length > 8192) throw new BookFailure("other", null, null, "not a formula");
    return { formula, result: book.results(formula) };
  }

  return book;
}

function numberCell(value: number | boolean): MemoryCell {
  if (typeof value === "number" && !Number.isFinite(value)) throw new BookFailure("other", null, null, "not a number");
  return value;
}

/** The host's gate marks a text with an apostrophe; reading gives it without one, whoever wrote it. "" is a blank cell. */
function textCell(text: string): MemoryCell | undefined {
  if (text.length > LONGEST) throw new BookFailure("tooLarge", null, null, "text too long for a cell");
  const read = text.startsWith("'") ? text.slice(1) : text;
  return read === "" ? undefined : read;
}

const lastRow = (sheet: MemorySheet): number => {
  let last = sheet.rows.length - 1;
  while (last >= 0 && !sheet.rows[last]!.some((cell) => cell !== undefined)) last -= 1;
  return last;
};

function takeOut(sheet: MemorySheet, row: number, column: number, columns: number): void {
  for (const cells of [sheet.rows, sheet.formats, sheet.notes] as (Row | (string | undefined)[])[][]) {
    for (let r = row; r < cells.length; r += 1) {
      for (let c = column; c < column + columns; c += 1) (cells[r] ??= [])[c] = cells[r + 1]?.[c];
    }
  }
}

function setFormats({ formats }: MemorySheet, row: number, column: number, given: readonly (readonly (string | undefined)[])[]): void {
  given.forEach((line, r) => line.forEach((format, c) => {
    if (format !== undefined) (formats[row + r] ??= [])[column + c] = format;
  }));
}

function layOut(sheet: MemorySheet, { tables, texts }: SheetLayout): void {
  const put = (row: number, column: number, text: string): void => {
    while (sheet.rows.length <= row) sheet.rows.push([]);
    sheet.rows[row]![column] = textCell(text);
  };
  for (const { column, columns } of tables) columns.forEach(({ header }, c) => put(0, column + c, header));
  for (const { row, column, cells } of texts) cells.forEach((line, r) => line.forEach((text, c) => put(row + r, column + c, text)));
}

function contentOf(sheet: MemorySheet, from: number): SheetContent {
  const formulas: { row: number; column: number; formula: string }[] = [];
  const values = sheet.rows.slice(0, lastRow(sheet) + 1).map((row, r) =>
    r < from ? [] : Array.from(row, (cell, c) => {
      if (typeof cell !== "object" || !("formula" in cell)) return cell ?? null;
      formulas.push({ row: r, column: c, formula: cell.formula });
      return cell.result;
    }));
  return { values, formulas };
}
