/** The first run: hidden sheets, then the sheets of the plan, one by one, so that it can be stopped and shows how far it is. */
import { batch, BookFailure, read, sheetNames, type Command, type Steps } from "./book";
import { findTable } from "./headers";
import { META, metaCells } from "./lanes";
import type { SheetLayout } from "./layout";
import type { Pace } from "./pace";
import { ownLane, sheetsOf, type Writer } from "./session";
import { TABLES, TABLE_KEYS } from "./tables";
import type { Language } from "./words";

/**
 * @param made sheets made so far, to be taken back when it is stopped
 * @throws BookFailure where a sheet of that name holds something else
 */
export function* startSheets(writer: Writer, language: Language, pace: Pace, made: string[]): Steps<void> {
  const all = yield* sheetNames();
  const known = sheetsOf(all);
  const layouts = writer.layouts(known.size > 0 ? yield* languageOf(known, language) : language);
  const missing = [...layouts].filter(([sheet]) => !TABLE_KEYS.some((key) => known.has(key) && Object.values(TABLES[key].sheet).includes(sheet)));
  yield* checkTaken(known);
  pace.expect(missing.length + 1);
  pace.step();
  const lane = ownLane(writer);
  // The hidden ones first: adding a sheet may clear the user's undo list, so it is done before anything is written.
  if (!all.includes(META)) yield* add(META, null, true, made, [{ kind: "append", sheet: META, cells: metaCells(writer.shared ? "shared" : writer.client) }]);
  if (!all.includes(lane)) yield* add(lane, null, true, made, all.includes(META) ? [{ kind: "append", sheet: META, cells: [["lane", writer.shared ? "shared" : writer.client]] }] : []);
  for (const [sheet, layout] of missing) {
    pace.step();
    yield* add(sheet, layout, false, made, []);
  }
}

function* add(sheet: string, layout: SheetLayout | null, hidden: boolean, made: string[], more: readonly Command[]): Steps<void> {
  // Noted first: a failure in the middle may leave the sheet there.
  made.push(sheet);
  yield* batch([{ kind: "addSheet", sheet, hidden, layout }, ...more]);
}

function* languageOf(known: ReadonlyMap<string, string>, language: Language): Steps<Language> {
  const names = new Set(known.values());
  const count = (of: Language): number => TABLE_KEYS.filter((key) => names.has(TABLES[key].sheet[of])).length;
  return count("ru") === count("en") ? language : count("ru") > count("en") ? "ru" : "en";
}

/** A sheet that is called so and holds something else than the plan's table is somebody's own: nothing is written into it. */
function* checkTaken(known: ReturnType<typeof sheetsOf>): Steps<void> {
  const sheets = [...new Set(known.values())];
  const contents = yield* read(sheets);
  for (const [table, sheet] of known) {
    const content = contents[sheets.indexOf(sheet)];
    if (content && !findTable(table, content)) throw new BookFailure("other", sheet, null, "there is a sheet of this name without the plan's headers; rename it");
  }
}
