/** How a new sheet of the plan is made and looks. Calls are few: each of them is a request. */
import type { Notation } from "../../catalogue/notation";
import { LOOK_COLOURS, type LayoutColour, type LayoutColumn, type LayoutTable, type SheetLayout } from "../../plan/layout";
import { lettersOf } from "../../plan/project";
import { asWritten } from "./plan-text";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const PIXELS_PER_CHARACTER = 7.5;
/** A width in characters as Sheets takes it. */
export const pixels = (characters: number): number => Math.round(characters * PIXELS_PER_CHARACTER);
const HEADER = "#e5f3f0";
const CALCULATED = { background: "#f2f3f3", text: "#556060" };

export function makeSheet(book: Spreadsheet, name: string, hidden: boolean, layout: SheetLayout | null, notation: Notation): Sheet {
  // A new sheet comes to the front by itself; the user stays where he was.
  const shown = book.getActiveSheet();
  const sheet = book.insertSheet(name, book.getSheets().length);
  book.setActiveSheet(shown);
  if (hidden) sheet.hideSheet();
  if (layout) layOut(book, sheet, layout, notation);
  return sheet;
}

function layOut(book: Spreadsheet, sheet: Sheet, layout: SheetLayout, notation: Notation): void {
  const width = Math.max(...layout.tables.map(({ column, columns }) => column + columns.length), ...layout.texts.map(({ column, cells }) => column + (cells[0]?.length ?? 0)));
  const height = Math.max(0, ...layout.names.map(({ row, rows }) => row + rows), ...layout.texts.map(({ row, cells }) => row + cells.length));
  makeRoom(sheet, height, width);
  const texts = (cells: readonly (readonly string[])[]): (string | number | boolean)[][] => cells.map((line) => line.map((text) => asWritten(text, notation)));
  for (const { row, column, cells } of layout.texts) sheet.getRange(row + 1, column + 1, cells.length, cells[0]?.length ?? 0).setValues(texts(cells));
  for (const table of layout.tables) layTable(sheet, table, texts);
  for (const { row, column, format } of layout.formats ?? []) sheet.getRange(row + 1, column + 1).setNumberFormat(format);
  sheet.setFrozenRows(1);
  if (layout.colours.length > 0) sheet.setConditionalFormatRules(layout.colours.map((each) => ruleOf(sheet, each)));
  // A sheet has one filter: that of its first table.
  const [first] = layout.tables;
  if (first) sheet.getRange(1, first.column + 1, sheet.getMaxRows(), first.columns.length).createFilter();
  for (const { name, row, column, rows, columns } of layout.names) book.setNamedRange(name, sheet.getRange(row + 1, column + 1, rows, columns));
  // A table is the range over its columns, however long it grows.
  for (const { name, column, columns } of layout.tables) book.setNamedRange(name, sheet.getRange(`${lettersOf(column)}:${lettersOf(column + columns.length - 1)}`));
}

function layTable(sheet: Sheet, { column, columns }: LayoutTable, texts: (cells: readonly (readonly string[])[]) => (string | number | boolean)[][]): void {
  const header = sheet.getRange(1, column + 1, 1, columns.length);
  header.setValues(texts([columns.map((each) => each.header)]));
  header.setNotes([columns.map((each) => each.hint)]);
  header.setFontWeight("bold").setBackground(HEADER).setWrap(true).setVerticalAlignment("middle");
  const below = (at: number, count: number) => sheet.getRange(2, column + at + 1, sheet.getMaxRows() - 1, count);
  runs(columns, ({ width }) => width, (at, count, width) => sheet.setColumnWidths(column + at + 1, count, pixels(width)));
  runs(columns, ({ format }) => format, (at, count, format) => format !== null && below(at, count).setNumberFormat(format));
  runs(columns, ({ calculated }) => calculated, (at, count, calculated) => calculated && below(at, count).setBackground(CALCULATED.background).setFontColor(CALCULATED.text));
  columns.forEach(({ list }, at) => {
    // Another word is marked by Sheets, and told by the list of problems; refusing it would lose what people paste.
    if (list) below(at, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList([...list], true).setAllowInvalid(true).build());
  });
}

function runs<T>(columns: readonly LayoutColumn[], of: (column: LayoutColumn) => T, act: (at: number, count: number, value: T) => unknown): void {
  for (let at = 0; at < columns.length; ) {
    const value = of(columns[at]!);
    let end = at + 1;
    while (end < columns.length && of(columns[end]!) === value) end += 1;
    act(at, end - at, value);
    at = end;
  }
}

function ruleOf(sheet: Sheet, { column, word, look }: LayoutColour): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const { fill, text } = LOOK_COLOURS[look];
  const range = sheet.getRange(2, column + 1, sheet.getMaxRows() - 1, 1);
  return SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(word).setBackground(fill).setFontColor(text).setRanges([range]).build();
}

const SPARE_ROWS = 200;

/** Rows and columns that are missing; rows take over formats and lists from the last one. */
export function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > height) sheet.insertRowsAfter(height, rows - height + SPARE_ROWS);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
}
