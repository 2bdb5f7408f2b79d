/**
 * The program's own undo takes back what was written into the tables, and perhaps not the journal. A row that shows what stood there
 * before our last writing looks like a stale copy of somebody else; but an undo leaves the whole table as it was before, and brings no
 * records of others.
 */
import type { Journal } from "./fold";
import type { RowId } from "./plan";
import type { TableKey } from "./tables";
import type { TableView } from "./view";

/** One user action. */
export type Written = {
  /** What the add-in's column said in each table before and after it. */
  readonly tables: readonly { readonly table: TableKey; readonly before: string; readonly after: string }[];
  readonly rows: readonly RowId[];
  /** How much of others was known at that time: the sum of the numbers of their last records. */
  readonly others: number;
};

export const revsOf = ({ rows }: TableView): string => rows.map(({ revText }) => revText).sort().join("\n");

export function othersIn(journal: Journal, client: string): number {
  let others = 0;
  for (const [who, seq] of journal.seen) if (who !== client) others += seq;
  return others;
}

export function undoneIn(writings: readonly Written[], views: ReadonlyMap<TableKey, TableView>, journal: Journal, client: string): ReadonlySet<RowId> {
  if (writings.length === 0) return new Set();
  const others = othersIn(journal, client);
  const revs = new Map(Array.from(views, ([table, view]) => [table, revsOf(view)]));
  const writing = writings.find((each) => each.others === others && each.tables.every(({ table, before, after }) => before !== after && revs.get(table) === before));
  return new Set(writing?.rows);
}
