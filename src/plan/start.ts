/** The first run: hidden sheets, then the sheets of the plan, one by one, so that it can be stopped and shows how far it is. */
import { batch, read, sheetNames, tableNames, type Command, type Steps } from "./book";
import { findTable, headerKey } from "./headers";
import { META, metaCells } from "./lanes";
import type { SheetLayout } from "./layout";
import type { Pace } from "./pace";
import { besides, ownLane, sheetsOf, versionOf, type Session, type Writer } from "./session";
import { isLater, TABLES, TABLE_KEYS, type TableKey } from "./tables";
import type { Language } from "./words";

/**
 * A sheet of somebody's own may have the name of one of the plan's: then the plan's gets a name beside it, and nothing is written into
 * the other.
 *
 * @param made sheets made so far, to be taken back when it is stopped
 * @param needs what the plan begins with: sheets that are made later otherwise are among them
 */
export function* startSheets(writer: Writer, language: Language, pace: Pace, made: string[], needs: readonly TableKey[] = []): Steps<void> {
  const all = yield* sheetNames();
  const known = yield* ourSheets(all);
  const spoken = known.size > 0 ? languageOf(known, language) : language;
  const taken = new Set(all.map(headerKey));
  const missing = [...writer.layouts(spoken)].filter(([sheet]) => !TABLE_KEYS.some((key) => (known.has(key) || (isLater(key) && !needs.includes(key))) && Object.values(TABLES[key].sheet).includes(sheet)))
    .map(([sheet, layout]) => [taken.has(headerKey(sheet)) ? besides(sheet, spoken) : sheet, layout] as const);
  pace.expect(missing.length + 1);
  pace.step();
  const lane = ownLane(writer);
  // The hidden ones first: adding a sheet may clear the user's undo list, so it is done before anything is written.
  if (!all.includes(META)) yield* add(META, null, true, made, [{ kind: "append", sheet: META, cells: metaCells(writer.shared ? "shared" : writer.client, versionOf(writer).schema) }]);
  if (!all.includes(lane)) yield* add(lane, null, true, made, all.includes(META) ? [{ kind: "append", sheet: META, cells: [["lane", writer.shared ? "shared" : writer.client]] }] : []);
  for (const [sheet, layout] of missing) {
    pace.step();
    yield* add(sheet, layout, false, made, []);
  }
}

/** The sheets of tables that a plan begins without, when something is to be written into them: before anything else, as at the start. */
export function* laterSheets(writer: Writer, session: Session, tables: readonly TableKey[]): Steps<void> {
  const all = yield* sheetNames();
  const taken = new Set(all.map(headerKey));
  for (const table of tables) {
    const name = TABLES[table].sheet[session.language];
    const sheet = taken.has(headerKey(name)) ? besides(name, session.language) : name;
    yield* batch([{ kind: "addSheet", sheet, hidden: false, layout: writer.layouts(session.language).get(name)! }]);
    session.sheets = new Map(session.sheets).set(table, sheet);
  }
}

function* add(sheet: string, layout: SheetLayout | null, hidden: boolean, made: string[], more: readonly Command[]): Steps<void> {
  // Noted first: a failure in the middle may leave the sheet there.
  made.push(sheet);
  yield* batch([{ kind: "addSheet", sheet, hidden, layout }, ...more]);
}

function languageOf(known: ReadonlyMap<TableKey, string>, language: Language): Language {
  const names = new Set(known.values());
  const count = (of: Language): number => TABLE_KEYS.filter((key) => names.has(TABLES[key].sheet[of]) || names.has(besides(TABLES[key].sheet[of], of))).length;
  return count("ru") === count("en") ? language : count("ru") > count("en") ? "ru" : "en";
}

/** Tables that the plan made before: they have a name, or the columns that only the add-in writes. */
function* ourSheets(all: readonly string[]): Steps<ReadonlyMap<TableKey, string>> {
  const named = yield* tableNames();
  const sure = sheetsOf(all, named, true);
  const perhaps = [...sheetsOf(all, named)].filter(([table]) => !sure.has(table));
  const contents = yield* read(perhaps.map(([, sheet]) => sheet));
  return new Map([...sure, ...perhaps.filter(([table], i) => (contents[i] ? (findTable(table, contents[i])?.rev ?? -1) : -1) >= 0)]);
}
