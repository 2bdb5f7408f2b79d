/**
 * The program's own undo takes back what was written into the tables, and perhaps not the journal. A row that shows what stood there
 * before our last writing looks like a stale copy; where all rows of that writing do, the user took it back.
 */
import type { RowId } from "./plan";
import type { TableKey } from "./tables";
import type { TableView } from "./view";

/** Rows of one user action, as the add-in's column said before and after it. */
export type Written = readonly { readonly table: TableKey; readonly row: RowId; readonly before: string; readonly after: string }[];

export function undoneIn(writings: readonly Written[], views: ReadonlyMap<TableKey, TableView>): ReadonlySet<RowId> {
  const undone = new Set<RowId>();
  const shown = new Map<TableKey, ReadonlySet<string>>();
  const shows = (table: TableKey, rev: string): boolean => {
    let revs = shown.get(table);
    if (!revs) shown.set(table, (revs = new Set(views.get(table)?.rows.map(({ revText }) => revText))));
    return revs.has(rev);
  };
  for (const writing of writings) {
    if (writing.every(({ table, before, after }) => before !== after && shows(table, before) && !shows(table, after))) for (const { row } of writing) undone.add(row);
  }
  return undone;
}
