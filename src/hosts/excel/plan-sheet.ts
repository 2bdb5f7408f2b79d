/** A new sheet of the plan: real tables with their look, words to choose from, colours of the status, names, notes. */
import { LOOK_COLOURS, type LayoutColour, type LayoutColumn, type LayoutTable, type SheetLayout } from "../../plan/layout";
import { lettersOf } from "../../plan/project";
import { NAMED_ROWS } from "../../plan/sheet-layout";
import { excelText } from "./plan-text";

const STYLE = "TableStyleLight1";
const HEADER_FILL = "#e5f3f0";
const QUIET_TEXT = "#556060";
/** A list in a cell may be so long, as text. */
const LONGEST_LIST = 255;
/** A character of the standard face in pixels, the padding of a cell, and points per pixel. */
const [CHARACTER, PADDING, POINTS] = [7, 5, 0.75];
/** A width in characters as Excel takes it. */
export const points = (characters: number): number => (characters * CHARACTER + PADDING) * POINTS;

/** Excel calculates once at the end of the exchange, not after each of its writings. */
export function calculateOnce(context: Excel.RequestContext): void {
  if (Office.context.requirements.isSetSupported("ExcelApi", "1.6")) context.application.suspendApiCalculationUntilNextSync();
}

/**
 * With its final name and visibility at once: changing them later would clear the user's list of undo steps, as adding does on some
 * builds.
 *
 * @param taken names of the workbook; one that the sheet wants stands for something that is gone, and gives way
 */
export async function addSheet(context: Excel.RequestContext, name: string, hidden: boolean, layout: SheetLayout | null, taken: readonly string[]): Promise<void> {
  calculateOnce(context);
  const sheet = context.workbook.worksheets.add(name);
  if (hidden) sheet.visibility = Excel.SheetVisibility.veryHidden;
  if (layout) {
    for (const table of layout.tables) addTable(sheet, table);
    for (const { row, column, cells } of layout.texts) {
      const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
      range.values = cells.map((line) => line.map(excelText));
      if (row === 0) lookOfHeader(range.getRow(0));
      range.format.autofitColumns();
    }
    for (const { row, column, format } of layout.formats ?? []) sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[format]];
    for (const colour of layout.colours) addColour(sheet, colour);
    sheet.freezePanes.freezeRows(1);
    addNames(context, sheet, layout, taken);
  }
  await context.sync();
  if (layout) await addNotes(context, sheet, layout);
}

function addTable(sheet: Excel.Worksheet, { name, column, columns }: LayoutTable): void {
  const header = sheet.getRangeByIndexes(0, column, 1, columns.length);
  header.values = [columns.map((each) => excelText(each.header))];
  // A table has one row at least.
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, column, 2, columns.length), true);
  table.name = name;
  table.style = STYLE;
  lookOfHeader(header);
  columns.forEach((each, i) => lookOfColumn(sheet, column + i, each));
}

function lookOfHeader(range: Excel.Range): void {
  range.format.fill.color = HEADER_FILL;
  range.format.font.bold = true;
  range.format.wrapText = true;
  range.format.verticalAlignment = Excel.VerticalAlignment.center;
}

/** Whole columns: rows that come later have the look without being written to. */
function lookOfColumn(sheet: Excel.Worksheet, column: number, { width, format, list, calculated }: LayoutColumn): void {
  const letters = lettersOf(column);
  const whole = sheet.getRange(`${letters}:${letters}`);
  whole.format.columnWidth = points(width);
  const body = sheet.getRangeByIndexes(1, column, NAMED_ROWS, 1);
  // One value for all cells of the range; the types know tables only.
  if (format !== null) body.numberFormat = format as unknown as string[][];
  if (calculated) body.format.font.color = QUIET_TEXT;
  const source = list?.join(",") ?? "";
  if (source === "" || source.length > LONGEST_LIST || list!.some((word) => word.includes(","))) return;
  body.dataValidation.rule = { list: { inCellDropDown: true, source } };
  // Other words are understood too: codes, and the labels of the other language. What is not is listed among the problems of the plan.
  body.dataValidation.errorAlert = { showAlert: false, message: "", style: Excel.DataValidationAlertStyle.information, title: "" };
}

/** Conditions on the cells themselves: those with a function of ours are slow, and crash one version. */
function addColour(sheet: Excel.Worksheet, { column, word, look }: LayoutColour): void {
  const { cellValue } = sheet.getRangeByIndexes(1, column, NAMED_ROWS, 1).conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
  cellValue.format.fill.color = LOOK_COLOURS[look].fill;
  cellValue.format.font.color = LOOK_COLOURS[look].text;
  cellValue.rule = { formula1: `="${word.replace(/"/g, '""')}"`, operator: "EqualTo" };
}

function addNames(context: Excel.RequestContext, sheet: Excel.Worksheet, { names }: SheetLayout, taken: readonly string[]): void {
  for (const { name, row, column, rows, columns } of names) {
    if (taken.includes(name.toUpperCase())) context.workbook.names.getItem(name).delete();
    context.workbook.names.add(name, sheet.getRangeByIndexes(row, column, rows, columns));
  }
}

/** Not worth a failure: without notes the headers say it all but the hint. office.js itself may be older than Excel. */
async function addNotes(context: Excel.RequestContext, sheet: Excel.Worksheet, { tables }: SheetLayout): Promise<void> {
  const { notes } = sheet as Partial<Pick<Excel.Worksheet, "notes">>;
  if (!notes || !Office.context.requirements.isSetSupported("ExcelApi", "1.18")) return;
  for (const { column, columns } of tables) columns.forEach(({ hint }, i) => hint !== "" && notes.add(`${lettersOf(column + i)}1`, hint));
  try {
    await context.sync();
  } catch {
    // A version that has notes and does not let them be added.
  }
}

export const takenNames = (names: Excel.NamedItemCollection): readonly string[] => names.items.map(({ name }) => name.toUpperCase());

/** Names of the plan whose sheet is gone. */
export const brokenNames = (names: Excel.NamedItemCollection): readonly string[] => names.items.filter(({ name, value }) => name.startsWith("PLAN_") && String(value).includes("#REF!")).map(({ name }) => name);
