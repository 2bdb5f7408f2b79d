/** Which rows were found in their tables. */
import { batch, type Steps } from "./book";
import { addRecords, MAKING } from "./fold";
import { markCommands } from "./lanes";
import type { RowId } from "./plan";
import { waitingOf } from "./questions";
import type { Examined } from "./reconcile";
import { END_COLUMN } from "./record";
import { ownLane, type Session, type Writer } from "./session";

/**
 * Notes which rows made by this client were found in their tables: missing from now on, they were removed by a person.
 *
 * @param all of the rows that stand there too; else only of those that did when this pane looked last, and are missing now
 */
export function* mark(session: Session, writer: Writer, writes: boolean, all: boolean): Steps<void> {
  const found: { op: string; row: number }[] = [];
  for (const examined of session.examined.values()) {
    for (const id of rowsIn(examined, all)) {
      const state = session.journal.rows.get(id);
      if (!state || state.placed || (examined.places.has(id) && session.mended.has(id) && !writes)) continue;
      for (const { op, kind, end } of state.records) {
        const row = session.ownRows.get(op);
        if (MAKING.has(kind) && end === 1 && row !== undefined) found.push({ op, row });
      }
    }
  }
  yield* batch(markCommands(ownLane(writer), found.map(({ row }) => row)));
  noteCells(session, ownLane(writer), found.map(({ row }) => row));
  addRecords(session.journal, found.map(({ op }) => ({ ...session.journal.ops.get(op)!, end: 2 })));
}

function* rowsIn(examined: Examined, all: boolean): Generator<RowId> {
  for (const { row } of waitingOf(examined)) yield row;
  if (all) for (const id of examined.places.keys()) if (examined.current.has(id)) yield id;
}

/** What was just written is known: the next look finds the lane as it expects it, and need not understand it anew. */
function noteCells({ cells }: Session, lane: string, rows: readonly number[]): void {
  const known = [...(cells.get(lane) ?? [])];
  for (const row of rows) known[row] = (known[row] ?? []).map((cell, column) => (column === END_COLUMN ? 2 : cell));
  if (rows.length > 0) cells.set(lane, known);
}
