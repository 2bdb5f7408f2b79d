/** From drafts to records in the own lane: numbered, appended, read back. */
import { ACK_KIND, ackFields } from "./ack";
import { batch, BookFailure, read, type Command, type Steps } from "./book";
import { RULES } from "./compaction-rules";
import { lamportAfter, lamportBeforeHand } from "./dating";
import type { Draft } from "./draft";
import type { RowState } from "./fold";
import { appendCommands, META, metaCells } from "./lanes";
import { inBlocks, type Pace } from "./pace";
import { isTooLong, pieceName, type JournalRecord, type Stored } from "./record";
import { ownLane, renew, takeLane, versionOf, type Moment, type Session, type Writer } from "./session";
import type { Vector } from "./vector";

/** A draft with the last part of its op, the same each time the operation is tried. */
export type Named = { readonly draft: Draft; readonly random: string; /** Made before this call: it waited in the outbox. */ readonly waited?: boolean };

const NOTHING: Vector = new Map();

/** Numbers the drafts; one whose patch is too long becomes several records. */
export function recordsOf(drafts: readonly Named[], session: Session, writer: Writer, { now }: Moment): readonly JournalRecord[] {
  const { journal } = session;
  const { client, author } = writer;
  let lamport = journal.lamport;
  const seen = new Map<string, Map<string, number>>();
  const made: JournalRecord[] = [];
  for (const { draft, random, waited } of drafts) {
    const state: RowState | undefined = journal.rows.get(draft.row);
    const pieces = piecesOf(draft);
    const before = waited ? lamportBeforeHand(draft, [...(state?.records ?? []), ...made.filter(({ row }) => row === draft.row)], client, pieces.length) : null;
    pieces.forEach(({ kind, fields }, i) => {
      const name = pieceName(random, i);
      if (journal.done.has(`${client}:${name}`)) return;
      session.lastSeq += 1;
      if (before === null) lamport = lamportAfter(lamport, kind);
      // What this very call has written before is known to it.
      const known = new Map([...(state?.vector ?? NOTHING), ...(seen.get(draft.row) ?? NOTHING)]);
      const base = isNew(draft, state) ? othersOf(journal, client) : draft.base && new Map([...draft.base].filter(([who]) => known.has(who)));
      made.push({
        op: `${client}:${session.lastSeq}:${name}`, client, seq: session.lastSeq, kind, row: draft.row, table: draft.table,
        fields, label: i === 0 ? draft.label : null, base: base ?? known, known, lamport: before === null ? lamport : before + i, author, at: now, schema: versionOf(writer).schema, end: 1,
      });
      seen.set(draft.row, new Map([...(seen.get(draft.row) ?? NOTHING), [client, session.lastSeq]]));
    });
  }
  return made;
}

const isNew = ({ kind }: Draft, state: RowState | undefined): boolean => !state && (kind === "create" || kind === "check-in");

/** Whose rows stood in the table when a new one was put below them. */
const othersOf = ({ seen }: Session["journal"], client: string): Vector => new Map([...seen].filter(([who]) => who !== client));

type Piece = { readonly kind: string; readonly fields: Map<string, Stored> };

/** Characters of fields in a patch; the rest is for what it says besides. */
const ROOM = 7000;

/** Fields that do not fit into one record go into several; a text that alone does not fit is continued by records of the kind `more`. */
function piecesOf({ kind, fields }: Draft): readonly Piece[] {
  const pieces: Piece[] = [{ kind, fields: new Map() }];
  const next = kind === "review" ? "review" : "update";
  let length = 0;
  for (const [field, value] of fields) {
    const [first, ...rest] = chunksOf(value);
    const size = JSON.stringify(first).length + field.length + 4;
    if (length + size > ROOM) {
      pieces.push({ kind: next, fields: new Map() });
      length = 0;
    }
    pieces[pieces.length - 1]!.fields.set(field, first!);
    length += size;
    for (const more of rest) pieces.push({ kind: "more", fields: new Map([[field, more]]) });
    if (rest.length > 0) length = ROOM; // nothing else goes behind a continued text
  }
  return pieces;
}

/** So many characters fit even where each of them is escaped. */
const CHUNK = 1100;

function chunksOf(value: Stored): readonly Stored[] {
  if (JSON.stringify(value).length < ROOM - 50) return [value];
  const isFormula = typeof value === "object" && value !== null && "formula" in value;
  const text = isFormula ? value.formula : String(value);
  const size = JSON.stringify(text).length < 1.5 * text.length ? 4 * CHUNK : CHUNK;
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
  return [isFormula ? { formula: chunks[0]! } : chunks[0]!, ...chunks.slice(1)];
}

/**
 * Only when all of them were read back are they the plan's.
 *
 * @throws BookFailure `unread` where they were written and are not there
 */
export function* append(drafted: readonly JournalRecord[], session: Session, writer: Writer, pace: Pace | null): Steps<void> {
  if (drafted.length === 0) return;
  const records = [...drafted, ...ackOf(drafted, session, writer)];
  if (records.some(isTooLong)) throw new BookFailure("tooLarge");
  const lane = ownLane(writer);
  yield* batch(laneCommands(session, writer));
  yield* inBlocks(appendCommands(lane, records), pace);
  const [content] = yield* read([lane], [session.lanes.get(lane) ?? 0]);
  takeLane(session, lane, content ?? null, true);
  renew(session);
  if (!records.every(({ op }) => session.journal.ops.has(op))) throw new BookFailure("unread", lane);
}

/** What was read of others is said now and then, below work of one's own. */
function ackOf(records: readonly JournalRecord[], session: Session, writer: Writer): readonly JournalRecord[] {
  const { client, author, rules = RULES } = writer;
  const fields = ackFields(session.journal, client, rules.ackEvery);
  if (!fields) return [];
  const { lamport, at, schema } = records[records.length - 1]!;
  session.lastSeq += 1;
  return [{ op: `${client}:${session.lastSeq}:${ACK_KIND}`, client, seq: session.lastSeq, kind: ACK_KIND, row: ACK_KIND, table: ACK_KIND, fields, label: null, base: NOTHING, known: NOTHING, lamport, author, at, schema, end: 1 }];
}

/** Hidden sheets that are not there yet; before anything else is written, because adding a sheet may clear the user's undo list. */
export function laneCommands(session: Session, writer: Writer): readonly Command[] {
  const lane = ownLane(writer);
  const { meta } = session;
  const commands: Command[] = [];
  if (!meta) commands.push({ kind: "addSheet", sheet: META, hidden: true, layout: null }, { kind: "append", sheet: META, cells: metaCells(writer.shared ? "shared" : writer.client, versionOf(writer).schema) });
  if (!session.lanes.has(lane)) {
    commands.push({ kind: "addSheet", sheet: lane, hidden: true, layout: null });
    if (meta) commands.push({ kind: "append", sheet: META, cells: [["lane", writer.shared ? "shared" : writer.client]] });
  }
  return commands;
}
