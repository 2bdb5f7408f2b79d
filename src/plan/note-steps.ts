/**
 * Writes notes on the cells of the plan. Ours begin with a mark and end with a sentence of their own: what a person has written, also below
 * one of ours, is never touched.
 */
import { BookFailure, notesOn, setNotes, type NoteWrite, type Steps } from "./book";
import type { CellNote, NotesWritten } from "./notes";
import { open, type Session, type Writer } from "./session";
import { placesIn } from "./steps";
import { TABLES, TABLE_KEYS } from "./tables";
import type { Language, Words } from "./words";

const MARK = "Voronka: ";
const END: Words = { en: "(Voronka replaces this note.)", ru: "(Воронка заменяет это примечание.)" };
const textOf = (lines: readonly string[], language: Language): string => `${MARK}${lines.join("\n")}\n${END[language]}`;
const clean = (text: string): string => text.replace(/\r\n?/g, "\n").trim();
const isOurs = (text: string): boolean => text.startsWith(MARK) && Object.values(END).some((end) => text.endsWith(end));

/** Our notes are these then, and no others. Rows are found where they stand now. */
export function* noteSteps(writer: Writer, before: Session | null, wanted: readonly CellNote[]): Steps<NotesWritten> {
  const opened = yield* open(writer, before, TABLE_KEYS);
  if (!opened) throw new BookFailure("missingSheet", TABLES.goals.sheet.en);
  const { session, views } = opened;
  const cells = new Map<string, Omit<NoteWrite, "text" | "replaces"> & { readonly lines: string[] }>();
  let lost = 0;
  for (const table of TABLE_KEYS) {
    const own = wanted.filter((note) => note.table === table);
    const view = views.get(table);
    const places = view && own.length > 0 ? placesIn(session, view, writer.client) : null;
    for (const { row, field, lines } of own) {
      const at = places?.get(row)?.at;
      if (!view || at === undefined) {
        lost += 1;
        continue;
      }
      // A column that is gone, or stands for all: the first one.
      const column = (field === null ? undefined : view.place.columns.get(field)) ?? Math.min(...view.place.columns.values());
      const key = keyOf(view.sheet, at, column);
      const cell = cells.get(key);
      if (cell) cell.lines.push(...lines);
      else cells.set(key, { sheet: view.sheet, row: at, column, lines: [...lines] });
    }
  }
  const sheets = [...new Set([...views.values()].map(({ sheet }) => sheet))];
  const found = yield* notesOn(sheets);
  const changes: NoteWrite[] = [];
  let [written, removed, left] = [0, 0, 0];
  found.forEach((notes, i) => notes.forEach(({ row, column, text }) => {
    const sheet = sheets[i]!;
    const key = keyOf(sheet, row, column);
    const cell = cells.get(key);
    const said = clean(text);
    cells.delete(key);
    if (!isOurs(said)) left += cell ? 1 : 0;
    else if (!cell) {
      removed += 1;
      changes.push({ sheet, row, column, text: null, replaces: true });
    } else {
      written += 1;
      const next = textOf(cell.lines, session.language);
      if (next !== said) changes.push({ sheet, row, column, text: next, replaces: true });
    }
  }));
  for (const { lines, ...at } of cells.values()) changes.push({ ...at, text: textOf(lines, session.language), replaces: false });
  yield* setNotes(changes);
  return { state: "written", written: written + cells.size, removed, left, lost };
}

const keyOf = (sheet: string, row: number, column: number): string => `${row},${column},${sheet}`;
