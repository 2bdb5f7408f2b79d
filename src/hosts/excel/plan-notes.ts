/** Notes on cells, since ExcelApi 1.18. A cell has a note or a thread of comments, never both. */
import { BookFailure, type NoteWrite, type SheetNote } from "../../plan/book";
import { lettersOf } from "../../plan/project";

export const hasNotes = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.18");

/** office.js itself may be older than Excel. */
function notesOf(sheet: Excel.Worksheet): Excel.NoteCollection {
  const { notes } = sheet as Partial<Pick<Excel.Worksheet, "notes">>;
  if (!notes) throw new BookFailure("other", null, null, "no notes in this version");
  return notes;
}

/** A thread of comments is a note without a text: nothing of ours can stand there. */
export async function readNotes(context: Excel.RequestContext, sheets: readonly string[]): Promise<readonly (readonly SheetNote[])[]> {
  const all = sheets.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return { notes: notesOf(sheet).load("items/content"), comments: sheet.comments.load("items/id") };
  });
  await context.sync();
  const placed = all.map(({ notes, comments }) => [
    ...notes.items.map((note) => ({ text: note.content, at: note.getLocation().load("rowIndex, columnIndex") })),
    ...comments.items.map((comment) => ({ text: "", at: comment.getLocation().load("rowIndex, columnIndex") })),
  ]);
  await context.sync();
  return placed.map((notes) => notes.map(({ text, at }) => ({ row: at.rowIndex, column: at.columnIndex, text })));
}

export async function writeNotes(context: Excel.RequestContext, notes: readonly NoteWrite[]): Promise<null> {
  for (const { sheet, row, column, text, replaces } of notes) {
    const own = notesOf(context.workbook.worksheets.getItem(sheet));
    const address = `${lettersOf(column)}${row + 1}`;
    if (!replaces) own.add(address, text ?? "");
    else if (text === null) own.getItem(address).delete();
    else own.getItem(address).content = text;
  }
  await context.sync();
  return null;
}
