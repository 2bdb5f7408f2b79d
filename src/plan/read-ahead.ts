/**
 * Understands what stands in the sheets in turns with the page, before the plan is opened in one piece: a host that hands out the same
 * contents as long as nothing has changed is asked for all of them again then, and what was understood of them is remembered. Nothing
 * else is taken from here: what changes meanwhile is read and understood anew.
 */
import { read, turn, type SheetContent, type Steps } from "./book";
import { calledText, type Called } from "./headers";
import { recordIn } from "./lanes";
import type { TableKey } from "./tables";
import { isIntact, viewOf, type TableView } from "./view";

/** Records that are understood in one turn. */
const IN_A_TURN = 2000;

export function* readAhead(lanes: readonly string[], tables: ReadonlyMap<TableKey, string>): Steps<void> {
  const contents = yield* read(lanes);
  const rows = contents.flatMap((content) => content?.values ?? []);
  for (const [i, row] of rows.entries()) {
    recordIn(row);
    if (i % IN_A_TURN === 0) yield* turn("understand", i, rows.length);
  }
  let done = 0;
  for (const [table, sheet] of tables) {
    yield* turn("read", done, tables.size);
    const [content = null] = yield* read([sheet]);
    for (const row of (content && seenView(table, sheet, content))?.rows ?? []) isIntact(table, row, () => "");
    done += 1;
  }
  yield* turn("read", done, tables.size);
}

const SEEN = new WeakMap<SheetContent, Map<string, TableView | null>>();

/** A content that is handed out again has nothing new in it. */
export function seenView(table: TableKey, sheet: string, content: SheetContent, called?: Called): TableView | null {
  let views = SEEN.get(content);
  if (!views) SEEN.set(content, (views = new Map()));
  const key = `${table} ${sheet}${called ? calledText(called) : ""}`;
  let view = views.get(key);
  if (view === undefined) views.set(key, (view = viewOf(table, sheet, content, called)));
  return view;
}
