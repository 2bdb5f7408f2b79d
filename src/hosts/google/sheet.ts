/** What the sidebar may do in the spreadsheet. Runs on the server; every call is one request. */
import { callOf, english, ENGLISH, inNotation, tokens, type Notation } from "../../catalogue/notation";
import type { Area, Place } from "../../catalogue/table-head";
import type { CellFormat, Inserted, Selection } from "../../pane/host";
import { errorIn, serials } from "./cells";
import { HostFailure } from "./failures";
import { notationOfLocale } from "./locale";

/** More would take longer to send to the sidebar than anyone waits for a live result. */
const MOST_CELLS = 250_000;

export const locale = (): string => SpreadsheetApp.getActive().getSpreadsheetLocale();
export const notation = (): Notation => notationOfLocale(locale());

export function wallClock(): (instant: Date, pattern: string) => string {
  const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  return (instant, pattern) => Utilities.formatDate(instant, zone, pattern);
}

function selectedRange(): GoogleAppsScript.Spreadsheet.Range {
  const range = SpreadsheetApp.getActiveRange() as GoogleAppsScript.Spreadsheet.Range | null;
  if (!range) throw new HostFailure("nothingSelected");
  return range;
}

/** Quoted unless it is a plain word that cannot be taken for a cell. */
const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\d_]*$/u.test(name) && !/^[A-Z]{1,3}\d+$|^R\d*C\d*$/i.test(name) ? `${name}!` : `'${name.split("'").join("''")}'!`;

/** @param ours the names of our functions */
export function readSelection(ours: ReadonlySet<string>): Selection {
  const range = selectedRange();
  const first = range.getCell(1, 1);
  const address = range.getA1Notation();
  const written = first.getFormula();
  const formula = written === "" ? null : inEnglish(written, notation());
  const display = first.getDisplayValue();
  const failed = formula !== null && errorIn(display) !== null && ours.has(callOf(formula)?.name.toUpperCase() ?? "");
  return { address, qualified: sheetPrefix(range.getSheet().getName()) + address, formula, empty: written === "" && display === "", failure: failed ? display : null };
}

/** As it stands in the cell, in one of the two notations of Sheets; as it is where it fits neither. */
export function inEnglish(formula: string, own: Notation): string {
  const found = tokens(formula.slice(1), own) ?? tokens(formula.slice(1), ENGLISH);
  return found ? `=${english(found)}` : formula;
}

/** Rows of plain cells: dates as serial numbers, error cells as `{error}`; no more than the used part of the sheet. */
export function readCells(reference: string): unknown[][] {
  const range = rangeOf(reference);
  const sheet = range.getSheet();
  // From the beginning of the reference, so that row numbers in messages stay those of the reference.
  const rows = Math.min(range.getLastRow(), sheet.getLastRow()) - range.getRow() + 1;
  const columns = Math.min(range.getLastColumn(), sheet.getLastColumn()) - range.getColumn() + 1;
  if (rows < 1 || columns < 1) return [[""]];
  if (rows * columns > MOST_CELLS) throw new HostFailure("tooLarge");
  return plainValues(sheet.getRange(range.getRow(), range.getColumn(), rows, columns));
}

/** @param serial of an instant in the spreadsheet's zone; whoever reads several ranges gives the same one, which remembers */
export function plainValues(range: GoogleAppsScript.Spreadsheet.Range, serial = serials(wallClock())): (string | number | boolean | { readonly error: string })[][] {
  return (range.getValues() as unknown[][]).map((row) =>
    row.map((cell) => {
      if (Object.prototype.toString.call(cell) === "[object Date]") return serial((cell as Date).getTime());
      return errorIn(cell) ?? (typeof cell === "object" && cell !== null ? { error: "#VALUE!" } : (cell as string | number | boolean));
    }),
  );
}

function rangeOf(reference: string): GoogleAppsScript.Spreadsheet.Range {
  const end = reference.lastIndexOf("!");
  const written = reference.slice(0, Math.max(end, 0));
  const name = written.startsWith("'") && written.endsWith("'") ? written.slice(1, -1).split("''").join("'") : written;
  const named = end < 0 && !A1.test(reference) ? SpreadsheetApp.getActive().getRangeByName(reference) : null;
  if (named) return named;
  const sheet = end < 0 ? SpreadsheetApp.getActiveSheet() : SpreadsheetApp.getActive().getSheetByName(name);
  if (!sheet) throw new HostFailure("badReference");
  try {
    return sheet.getRange(reference.slice(end + 1));
  } catch {
    throw new HostFailure("badReference");
  }
}
/** A name may be as short as a column: LTV. */
const A1 = /^\$?[A-Z]{1,3}\$?\d+$|:/i;

/** The filled part of each sheet that is shown. */
export const readPlaces = (): Place[] =>
  SpreadsheetApp.getActive().getSheets().filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => ({ sheet: sheet.getName(), row: 1, column: 1, rows: sheet.getLastRow(), columns: sheet.getLastColumn() }))
    .filter(({ rows, columns }) => rows > 0 && columns > 0);

/** A check reads a column at a time, and nothing of it travels; a script has 30 seconds before the sidebar gives up. */
const MOST_ROWS = 300_000;

export function readArea(name: string, { row, column, rows, columns }: Area): unknown[][] {
  const sheet = SpreadsheetApp.getActive().getSheetByName(name);
  if (!sheet || row + rows - 1 > sheet.getMaxRows() || column + columns - 1 > sheet.getMaxColumns()) throw new HostFailure("badReference");
  if (rows > MOST_ROWS) throw new HostFailure("tooManyRows");
  return rows < 1 ? [] : plainValues(sheet.getRange(row, column, rows, columns));
}

export const showCell = (reference: string): void => void SpreadsheetApp.getActive().setActiveRange(rangeOf(reference));

export const readNames = (): string[] => SpreadsheetApp.getActive().getNamedRanges().map((each) => each.getName());

/** What Sheets calls the format of a cell that has none of its own. */
const PLAIN_FORMATS: readonly string[] = ["", "General", "0.###############"];

/** Writes the one text that may become a formula: a single call of one of our functions. */
export function insertFormula(formula: string, overwrite: boolean, formats: readonly CellFormat[], at: string | null, ours: ReadonlySet<string>): Inserted {
  if (!ours.has(callOf(formula)?.name.toUpperCase() ?? "")) throw new HostFailure("notOurs");
  // Another cell may be selected by now.
  const cell = (at === null ? selectedRange() : rangeOf(at)).getCell(1, 1);
  const [address, sheet] = [cell.getA1Notation(), cell.getSheet()];
  const occupiedBy = cell.getDisplayValue() || cell.getFormula();
  if (occupiedBy !== "" && !overwrite) return { done: false, address, occupiedBy };
  for (const { format, row, column, rows } of formats) {
    const [top, left] = [cell.getRow() + row, cell.getColumn() + column];
    // A result that reaches beyond the sheet makes it larger later.
    const area = top + rows > sheet.getMaxRows() + 1 || left > sheet.getMaxColumns() ? null : sheet.getRange(top, left, rows, 1);
    if (area?.getNumberFormats().flat().every((each) => PLAIN_FORMATS.includes(each)) && area.getDisplayValues().every(([text], i) => text === "" || row + column + i === 0)) area.setNumberFormat(format);
  }
  cell.setFormula(inNotation(formula, notation()));
  return { done: true, address };
}
