/** Problems as notes on cells, for colleagues who have no pane: what the notes say, and what came of writing them. */
import { BookFailure } from "./book";
import type { RowId } from "./plan";
import type { Problem } from "./problems";
import { notesRefused } from "./sentences";
import type { TableKey } from "./tables";
import type { Language, Words } from "./words";

/** What is to be said at a cell. `field` null: at the first cell of the row. */
export type CellNote = { readonly table: TableKey; readonly row: RowId; readonly field: string | null; readonly lines: readonly string[] };

/**
 * `written`: notes of ours that stand on the sheets now; `removed`: those that went; `left`: cells with a note of somebody else, which stayed
 * as it is; `lost`: rows that are not on their sheet. `refused`: the workbook did not let it be done, or not all of it.
 */
export type NotesWritten =
  | { readonly state: "written"; readonly written: number; readonly removed: number; readonly left: number; readonly lost: number }
  | { readonly state: "refused"; readonly reason: Words };

/** What is good to know asks nothing of anybody, and what concerns no row has no cell. */
export function notesOf(problems: readonly Problem[], language: Language): readonly CellNote[] {
  const notes = new Map<string, CellNote>();
  for (const { code, level, table, row, field, sentence } of problems) {
    if (level === "info" || row === null) continue;
    const key = JSON.stringify([table, row, field]);
    notes.set(key, { table, row, field, lines: [...(notes.get(key)?.lines ?? []), `${code} ${sentence[language]}`] });
  }
  return [...notes.values()];
}

/** A workbook that refused is told as a sentence; anything else is a defect of ours. */
export const refusedNotes = (error: unknown): NotesWritten => {
  if (!(error instanceof BookFailure)) throw error;
  return { state: "refused", reason: notesRefused(error) };
};
