/** Notes on cells as the engine's plug-in keeps them in the data of a workbook. */
import type { ISheetNote } from "@univerjs/sheets-note";

/** The part of a workbook's data that holds its notes: by sheet, row and column. */
export const NOTES = "SHEET_NOTE_PLUGIN";

/** A note with what the plug-in carries along without knowing of it. `author`: who wrote it, as a file says. */
export type OwnNote = ISheetNote & { readonly author?: string };

/** Pixels; of a new note of a person, and a note for which nobody chose a size. */
export const NOTE_SIZE = { width: 240, height: 96 } as const;
const [LINE, PADDING, LETTER, TALLEST] = [20, 18, 7.5, 320];

/** As high as its text; beyond that the text is scrolled. Without a size the plug-in takes that on the screen for an edit. */
export function noteSize(text: string): Pick<ISheetNote, "width" | "height"> {
  const perLine = Math.floor((NOTE_SIZE.width - PADDING) / LETTER);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return { width: NOTE_SIZE.width, height: Math.min(TALLEST, Math.max(NOTE_SIZE.height, lines * LINE + PADDING)) };
}
