/** Why Sheets refused. What it throws is a sentence in the user's language, so the reason is looked for in the sheet itself. */
import { BookFailure } from "../../plan/book";
import { messageOf } from "./messages";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** @param moves whether cells were to be moved, which a filter may forbid */
export function refused(error: unknown, sheet: Sheet, range: Range | null, moves = false): BookFailure {
  if (error instanceof BookFailure) return error;
  const detail = messageOf(error);
  const where = range?.getA1Notation() ?? null;
  try {
    if (isLimit(detail)) return new BookFailure("quota", sheet.getName(), null, detail);
    if (isProtected(sheet, range)) return new BookFailure("protected", sheet.getName(), where, detail);
    if (range?.isPartOfMerge()) return new BookFailure("merged", sheet.getName(), where, detail);
    if (moves && sheet.getFilter() !== null) return new BookFailure("filtered", sheet.getName(), where, detail);
  } catch {
    // The sheet is gone, or nothing may be asked any more: then its own sentence has to do.
  }
  return unexplained(error, where);
}

/** Where there is nothing to be looked at, as in reading. */
export function unexplained(error: unknown, range: string | null = null): BookFailure {
  if (error instanceof BookFailure) return error;
  const detail = messageOf(error);
  return new BookFailure(isLimit(detail) ? "quota" : "other", null, range, detail);
}

const isLimit = (message: string): boolean => /too many times|quota|limit exceeded|квот|слишком много раз|превышен/i.test(message);

function isProtected(sheet: Sheet, range: Range | null): boolean {
  const closed = (type: GoogleAppsScript.Spreadsheet.ProtectionType) => sheet.getProtections(type).filter((each) => !each.isWarningOnly() && !each.canEdit());
  if (closed(SpreadsheetApp.ProtectionType.SHEET).length > 0) return true;
  return range !== null && closed(SpreadsheetApp.ProtectionType.RANGE).some((each) => overlap(each.getRange(), range));
}

export const overlap = (a: Range, b: Range): boolean =>
  a.getRow() <= b.getLastRow() && b.getRow() <= a.getLastRow() && a.getColumn() <= b.getLastColumn() && b.getColumn() <= a.getLastColumn();
