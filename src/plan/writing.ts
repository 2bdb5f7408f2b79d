/** From drafts to records in the own lane: numbered, appended, read back. */
import { batch, BookFailure, read, type Command, type Steps } from "./book";
import type { Draft } from "./draft";
import type { RowState } from "./fold";
import { appendCommands, META, metaCells } from "./lanes";
import { inBlocks, type Pace } from "./pace";
import { columnOf } from "./plan";
import { isTooLong, SCHEMA, type JournalRecord, type Stored } from "./record";
import { ownLane, renew, takeLane, type Moment, type Session, type Writer } from "./session";
import type { Vector } from "./vector";

/** A draft with the last part of its op, the same each time the operation is tried. */
export type Named = { readonly draft: Draft; readonly random: string };

const NOTHING: Vector = new Map();

/** Numbers the drafts; one whose patch is too long becomes several records. */
export function recordsOf(drafts: readonly Named[], session: Session, writer: Writer, { now }: Moment): readonly JournalRecord[] {
  const { journal } = session;
  const { client, author } = writer;
  let lamport = journal.lamport;
  const seen = new Map<string, Map<string, number>>();
  return drafts.flatMap(({ draft, random }) => {
    const state: RowState | undefined = journal.rows.get(draft.row);
    return piecesOf(draft).flatMap((fields, i): JournalRecord[] => {
      if (journal.done.has(`${client}:${random}${i === 0 ? "" : `-${i}`}`)) return [];
      session.lastSeq += 1;
      lamport = Math.min(lamport + 1, Number.MAX_SAFE_INTEGER);
      // What this very call has written before is known to it.
      const known = new Map([...(state?.vector ?? NOTHING), ...(seen.get(draft.row) ?? NOTHING)]);
      const base = draft.base && new Map([...draft.base].filter(([who]) => known.has(who)));
      const record: JournalRecord = {
        op: `${client}:${session.lastSeq}:${random}${i === 0 ? "" : `-${i}`}`, client, seq: session.lastSeq, kind: i > 0 && draft.kind !== "review" ? "update" : draft.kind, row: draft.row, table: draft.table,
        fields, label: i === 0 ? draft.label : null, base: base ?? known, known, lamport, author, at: now, schema: SCHEMA, end: 1,
      };
      seen.set(draft.row, new Map([...(seen.get(draft.row) ?? NOTHING), [client, session.lastSeq]]));
      return [record];
    });
  });
}

/** Bytes of a patch besides its fields, and what escaping may add. */
const ROOM = 7000;

function piecesOf({ table, fields }: Draft): readonly ReadonlyMap<string, Stored>[] {
  const pieces: Map<string, Stored>[] = [new Map()];
  let length = 0;
  for (const [field, value] of fields) {
    const size = JSON.stringify(value).length + field.length + 4;
    if (size > ROOM) throw new BookFailure("tooLarge", null, null, columnOf(table, field)?.header.en ?? field);
    if (length + size > ROOM) {
      pieces.push(new Map());
      length = 0;
    }
    pieces[pieces.length - 1]!.set(field, value);
    length += size;
  }
  return pieces;
}

/**
 * Only when all of them were read back are they the plan's.
 *
 * @throws BookFailure `unread` where they were written and are not there
 */
export function* append(records: readonly JournalRecord[], session: Session, writer: Writer, pace: Pace | null): Steps<void> {
  if (records.length === 0) return;
  if (records.some(isTooLong)) throw new BookFailure("tooLarge");
  const lane = ownLane(writer);
  yield* batch(laneCommands(session, writer));
  yield* inBlocks(appendCommands(lane, records), pace);
  const [content] = yield* read([lane], [session.lanes.get(lane) ?? 0]);
  takeLane(session, lane, content ?? null, true);
  renew(session);
  if (!records.every(({ op }) => session.journal.ops.has(op))) throw new BookFailure("unread", lane);
}

/** Hidden sheets that are not there yet; before anything else is written, because adding a sheet may clear the user's undo list. */
export function laneCommands(session: Session, writer: Writer): readonly Command[] {
  const lane = ownLane(writer);
  const { meta } = session;
  const commands: Command[] = [];
  if (!meta) commands.push({ kind: "addSheet", sheet: META, hidden: true, layout: null }, { kind: "append", sheet: META, cells: metaCells(writer.shared ? "shared" : writer.client) });
  if (!session.lanes.has(lane)) {
    commands.push({ kind: "addSheet", sheet: lane, hidden: true, layout: null });
    if (meta) commands.push({ kind: "append", sheet: META, cells: [["lane", writer.shared ? "shared" : writer.client]] });
  }
  return commands;
}
