/** Notes on the cells of the plan, written like its cells: straight into the data, without a step in the undo of the sheet. */
import { generateRandomId } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type {} from "@univerjs/sheets-note/facade";
import { BookFailure, type NoteWrite, type SheetNote } from "../../plan/book";
import { noteSize } from "./note-data";

const [SET, REMOVE] = ["sheet.mutation.update-note", "sheet.mutation.remove-note"];

export const readNotes = (sheets: readonly FWorksheet[]): readonly (readonly SheetNote[])[] =>
  sheets.map((sheet) => sheet.getNotes().map(({ row, col, note }) => ({ row, column: col, text: note })));

/** All or none: a sheet that may not be edited is found before the first note is written. */
export function writeNotes(api: FUniver, sheetOf: (name: string) => FWorksheet, notes: readonly NoteWrite[]): void {
  const sheets = new Map([...new Set(notes.map(({ sheet }) => sheet))].map((name) => [name, sheetOf(name)]));
  for (const [name, sheet] of sheets) if (!sheet.getWorksheetPermission().canEdit()) throw new BookFailure("protected", name);
  for (const { sheet: name, row, column, text, replaces } of notes) {
    const sheet = sheets.get(name)!;
    const place = { unitId: sheet.getWorkbook().getUnitId(), sheetId: sheet.getSheetId() };
    // The one that is shown closes: it would go on showing what it said.
    if (replaces) api.syncExecuteCommand(REMOVE, { ...place, noteId: sheet.getRange(row, column).getNote()?.id, row, col: column });
    if (text !== null) api.syncExecuteCommand(SET, { ...place, row, col: column, note: { id: generateRandomId(), note: text, ...noteSize(text) } });
  }
}
