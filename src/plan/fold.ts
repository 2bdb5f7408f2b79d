/**
 * The state of the plan: all records of all lanes in the order (lamport, client, op). Of each field the last writer wins; values written
 * by people who had not seen each other are a conflict. A deletion is a tombstone, and an edit that it had not seen brings the row back.
 */
import { ACK_KIND, takeAck } from "./ack";
import type { RowId } from "./plan";
import { continues, SETTING_KINDS, type JournalRecord, type Stored } from "./record";
import { TABLE_KEYS, type TableKey } from "./tables";
import { covers, hasSeen, joined, note, type Vector } from "./vector";

export type Conflict = { readonly field: string; readonly values: readonly Stored[] };

export type RowState = {
  readonly row: RowId;
  readonly table: TableKey;
  /** In their order. */
  readonly records: JournalRecord[];
  fields: ReadonlyMap<string, Stored>;
  alive: boolean;
  conflicts: readonly Conflict[];
  /** Which records are in it. */
  vector: Vector;
  /** Some opening found it in its table: missing later, it was removed by a person. */
  placed: boolean;
};

export type Journal = {
  readonly rows: Map<RowId, RowState>;
  readonly tables: ReadonlyMap<TableKey, Set<RowState>>;
  readonly ops: Map<string, JournalRecord>;
  /** `client:random` of all records: an operation that is tried again has the same. */
  readonly done: Set<string>;
  /** Last record of each client, over all tables. */
  readonly seen: Map<string, number>;
  readonly answers: Map<string, JournalRecord>;
  /** What each client says it has read. */
  readonly acks: Map<string, Vector>;
  lamport: number;
  schema: number;
  labels: ReadonlyMap<RowId, string> | null;
};

export const newJournal = (): Journal => ({
  rows: new Map(), tables: new Map(TABLE_KEYS.map((key) => [key, new Set()])), ops: new Map(), done: new Set(), seen: new Map(), answers: new Map(), acks: new Map(), lamport: 0, schema: 0, labels: null,
});

const isTable = (name: string): name is TableKey => (TABLE_KEYS as readonly string[]).includes(name);

export const inOrder = (a: JournalRecord, b: JournalRecord): number =>
  a.lamport - b.lamport || (a.client < b.client ? -1 : a.client > b.client ? 1 : 0) || (a.op < b.op ? -1 : a.op > b.op ? 1 : 0);

/** Adds what is new; a record that is known already changes nothing. Returns the rows that changed. */
export function addRecords(journal: Journal, records: readonly JournalRecord[]): ReadonlySet<RowState> {
  const changed = new Set<RowState>();
  for (const record of records) {
    const known = journal.ops.get(record.op);
    if (known && known.end >= record.end) continue;
    journal.ops.set(record.op, record);
    journal.done.add(doneKey(record.op));
    journal.lamport = Math.max(journal.lamport, record.lamport);
    journal.schema = Math.max(journal.schema, record.schema);
    note(journal.seen, record.client, record.seq);
    if (record.kind === ACK_KIND) takeAck(journal, record);
    else if (record.kind === "answer") keepAnswer(journal, record);
    else if (isTable(record.table)) changed.add(place(journal, record.table, record, known));
  }
  for (const state of changed) refold(state);
  return changed;
}

const doneKey = (op: string): string => {
  const [client, , random] = op.split(":");
  return `${client}:${random}`;
};

function keepAnswer(journal: Journal, record: JournalRecord): void {
  const before = journal.answers.get(record.row);
  if (!before || inOrder(before, record) < 0) journal.answers.set(record.row, record);
}

function place(journal: Journal, table: TableKey, record: JournalRecord, known: JournalRecord | undefined): RowState {
  let state = journal.rows.get(record.row);
  if (!state) {
    state = { row: record.row, table, records: [], fields: new Map(), alive: false, conflicts: [], vector: new Map(), placed: false };
    journal.rows.set(record.row, state);
    journal.tables.get(table)!.add(state);
    journal.labels = null;
  }
  if (record.label !== null) journal.labels = null;
  const { records } = state;
  if (known) records.splice(records.indexOf(known), 1);
  let at = records.length;
  while (at > 0 && inOrder(record, records[at - 1]!) < 0) at -= 1;
  records.splice(at, 0, record);
  return state;
}

function refold(state: RowState): void {
  const { fields, conflicts, alive } = foldRecords(state.records);
  const vector = new Map<string, number>();
  for (const { client, seq } of state.records) note(vector, client, seq);
  Object.assign(state, { fields, conflicts, alive, vector, placed: isPlaced(state.records) });
}

/** Since the row was made, or brought back, for the last time. */
export function isPlaced(records: readonly JournalRecord[]): boolean {
  let placed = false;
  for (const { kind, end } of records) if (MAKING.has(kind)) placed = end === 2;
  return placed;
}
export const MAKING: ReadonlySet<string> = new Set(["create", "check-in", "adopt", "restore"]);

export type Folded = { readonly fields: ReadonlyMap<string, Stored>; readonly conflicts: readonly Conflict[]; readonly alive: boolean };

export const sawRecord = (later: JournalRecord, earlier: JournalRecord): boolean =>
  later.client === earlier.client ? later.seq > earlier.seq : hasSeen(later.base, earlier.client, earlier.seq);

/**
 * Whether the later value was meant to replace the earlier one. What a person typed into a cell is found by the very call that writes the
 * user's own change, which was made before anybody knew of it.
 */
const knewValue = (later: JournalRecord, earlier: JournalRecord): boolean =>
  earlier.kind === "hand" && later.kind !== "hand" ? hasSeen(later.base, earlier.client, earlier.seq) : sawRecord(later, earlier);

/** @param records of one row, in their order */
export function foldRecords(records: readonly JournalRecord[]): Folded {
  const fields = new Map<string, Stored>();
  const alone = records.every(({ client, kind }) => client === records[0]!.client && kind !== "hand");
  const heads = new Map<string, JournalRecord[]>();
  const hasMore = records.some(({ kind }) => kind === "more");
  const last = new Map<string, JournalRecord>();
  for (const record of records) {
    if (record.kind === "more") for (const [field, value] of record.fields) goOn(fields, last, field, value, record);
    if (!SETTING_KINDS.has(record.kind)) continue;
    for (const [field, value] of record.fields) {
      fields.set(field, value);
      if (hasMore) last.set(field, record);
      if (!alone) stand(heads, field, record);
    }
  }
  return { fields, conflicts: alone ? [] : conflictsOf(heads), alive: isAlive(records) };
}

function stand(heads: Map<string, JournalRecord[]>, field: string, record: JournalRecord): void {
  heads.set(field, [...(heads.get(field) ?? []).filter((head) => !knewValue(record, head)), record]);
}

/** Of each field the records whose values stand: the last one, and those that no later one knew of. @param records as for the fold */
export function standing(records: readonly JournalRecord[]): ReadonlySet<JournalRecord> {
  const heads = new Map<string, JournalRecord[]>();
  for (const record of records) if (SETTING_KINDS.has(record.kind)) for (const field of record.fields.keys()) stand(heads, field, record);
  return new Set([...heads.values()].flat());
}

/** The rest of a long text; without its beginning it is nothing. */
function goOn(fields: Map<string, Stored>, last: Map<string, JournalRecord>, field: string, rest: Stored, record: JournalRecord): void {
  if (!continues(record, last.get(field))) return;
  const begun = fields.get(field);
  if (typeof begun === "string") fields.set(field, begun + String(rest));
  else if (typeof begun === "object" && begun !== null && "formula" in begun) fields.set(field, { formula: begun.formula + String(rest) });
  last.set(field, record);
}

function conflictsOf(heads: ReadonlyMap<string, readonly JournalRecord[]>): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [field, writers] of heads) {
    if (writers.length < 2) continue;
    const values = new Map(writers.map(({ fields }) => [JSON.stringify(fields.get(field)), fields.get(field)!]));
    if (values.size > 1) conflicts.push({ field, values: [...values.values()] });
  }
  return conflicts;
}

/**
 * A later version that gave a row another form has no opinion on whether it is wanted. A deletion that waited in an outbox while the row
 * was edited by hand stands before that edit.
 */
function isAlive(records: readonly JournalRecord[]): boolean {
  const deletions = records.filter(({ kind }) => kind === "delete");
  return records.some((record) => isWanting(record) && !deletions.some((deletion) => sawRecord(deletion, record) && (record.kind !== "hand" || inOrder(record, deletion) < 0)));
}
export const isWanting = ({ kind }: JournalRecord): boolean => (SETTING_KINDS.has(kind) && kind !== "migrate") || kind === "restore";

/** The fields of a row as they were when only these records were known. */
export const fieldsAt = (state: RowState, vector: Vector): ReadonlyMap<string, Stored> => (covers(vector, state.vector) ? state.fields : foldRecords(state.records.filter(({ client, seq }) => hasSeen(vector, client, seq))).fields);

/** What the author of a record put into the table: everything it knew, and the record itself. */
export const fieldsAfter = (state: RowState, record: JournalRecord): ReadonlyMap<string, Stored> =>
  fieldsAt(state, joined(record.known, new Map([[record.client, record.seq]])));
