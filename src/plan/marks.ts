/** Which rows were found in their tables. */
import { batch, type Steps } from "./book";
import { addRecords, MAKING } from "./fold";
import { markCommands } from "./lanes";
import { ownLane, type Session, type Writer } from "./session";

/** Notes which rows made by this client were found in their tables: missing from now on, they were removed by a person. */
export function* mark(session: Session, writer: Writer, writes: boolean): Steps<void> {
  const found: { op: string; row: number }[] = [];
  for (const examined of session.examined.values()) {
    for (const id of examined.places.keys()) {
      const state = session.journal.rows.get(id);
      if (!state || state.placed || (session.mended.has(id) && !writes)) continue;
      for (const { op, kind, end } of state.records) {
        const row = session.ownRows.get(op);
        if (MAKING.has(kind) && end === 1 && row !== undefined && examined.current.has(id)) found.push({ op, row });
      }
    }
  }
  yield* batch(markCommands(ownLane(writer), found.map(({ row }) => row)));
  addRecords(session.journal, found.map(({ op }) => ({ ...session.journal.ops.get(op)!, end: 2 })));
}
