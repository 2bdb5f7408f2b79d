/**
 * The journal made shorter: by one client, what is old and read by all is written into a snapshot, without what has been replaced since.
 * The lanes stay as they are until the snapshot after this one; only then are rows cleared that the older snapshot stands for. Stopped
 * anywhere it leaves records that stand twice, which is harmless, and a snapshot that is not whole, which nobody reads.
 */
import { acknowledged, ACK_KIND } from "./ack";
import { batch, BookFailure, pause, read, sheetNames, type Command, type SheetContent, type Steps } from "./book";
import { daysBefore, RULES } from "./compaction-rules";
import { inOrder, type Journal } from "./fold";
import { isLane, readLane, recordIn } from "./lanes";
import { inBlocks, type Pace } from "./pace";
import type { JournalRecord } from "./record";
import type { Moment, Session, Writer } from "./session";
import { clearCommands, isSnapshot, isSnapshotOf, readSnapshot, sealOf, snapshotCommands, snapshotName, snapshotNumber, type Covered } from "./snapshot";
import { stillCounting } from "./still-counts";
import { hasSeen } from "./vector";

/** How far down each lane records are old and read by all. A damaged record stays before everybody's eyes: nothing below it is put aside. */
function coveredOf(session: Session, { client, rules = RULES }: Writer, now: string): ReadonlyMap<string, Covered> {
  const { journal } = session;
  const [before, since] = [daysBefore(now, rules.days), daysBefore(now, rules.silentDays)];
  const known = acknowledged(journal, client, since);
  const covered = new Map<string, Covered>();
  for (const [lane, rows] of session.cells) {
    if (isSnapshot(lane)) continue;
    let last: Covered | undefined = session.aside.snapshot?.lanes.get(lane);
    for (let row = last?.rows ?? 0; row < rows.length; row += 1) {
      const op = rows[row]![0] ?? "";
      if (op === "" && rows[row]!.every((cell) => cell === null || cell === undefined || cell === "")) continue;
      const record = journal.ops.get(String(op));
      if (!record || record.at >= before || !hasSeen(known, record.client, record.seq)) break;
      last = { rows: row + 1, op: record.op };
    }
    if (last) covered.set(lane, last);
  }
  return covered;
}

const snapshotsRead = ({ lanes }: Session): readonly string[] => [...lanes.keys()].filter(isSnapshot);

/** Rows that are read at an opening. */
function readNow({ lanes, aside }: Session): number {
  let rows = 0;
  for (const [lane, height] of lanes) rows += isSnapshot(lane) ? height : Math.max(0, height - (aside.snapshot?.lanes.get(lane)?.rows ?? 0));
  return rows;
}

/** Null where there is too little to be gained. Cheap: asked at each opening. */
function worthwhile(session: Session, writer: Writer, now: string): { readonly lanes: ReadonlyMap<string, Covered>; readonly rows: number } | null {
  const { least } = writer.rules ?? RULES;
  if (readNow(session) < least) return null;
  const lanes = coveredOf(session, writer, now);
  let rows = 0;
  for (const [lane, { rows: to }] of lanes) rows += to - (session.aside.snapshot?.lanes.get(lane)?.rows ?? 0);
  return rows >= least ? { lanes, rows } : null;
}

/** Rows of the lanes that need not be read any more; 0 where they are too few. */
export const compactable = (session: Session, writer: Writer, now: string): number => worthwhile(session, writer, now)?.rows ?? 0;

type Compaction = { readonly lanes: ReadonlyMap<string, Covered>; readonly records: readonly JournalRecord[]; readonly clears: readonly Command[] };

function* compactionOf(session: Session, writer: Writer, now: string): Steps<Compaction | null> {
  const { least, days, recent } = writer.rules ?? RULES;
  const lanes = worthwhile(session, writer, now)?.lanes;
  if (!lanes) return null;
  const { journal, cells, aside } = session;
  const covered = new Set<string>();
  const cover = (sheet: string, rows: number): void => {
    for (const [op] of cells.get(sheet)!.slice(0, rows)) if (journal.ops.has(String(op))) covered.add(String(op));
  };
  for (const sheet of snapshotsRead(session)) cover(sheet, Infinity);
  for (const [lane, { rows }] of lanes) if (cells.has(lane)) cover(lane, rows);
  const records = yield* countingOf(session, covered, recent);
  // Where most of it counts still, less would be gained than written.
  if (covered.size - records.length < least / 2) return null;
  // A lane is cleared of what a snapshot stands for that everybody has had for as long as records must be old.
  const older = aside.snapshot && aside.snapshot.at < daysBefore(now, days) ? [...aside.snapshot.lanes] : [];
  return { lanes, records, clears: older.flatMap(([lane, each]) => (cells.has(lane) ? clearCommands(lane, each) : [])) };
}

/** Records that are looked through in one turn. */
const IN_A_TURN = 1000;

/** Savings between two turns add records that are not covered, and of each row all is decided in one turn. */
function* countingOf({ journal, examined }: Session, covered: ReadonlySet<string>, recent: number): Steps<readonly JournalRecord[]> {
  const all = [...covered].map((op) => journal.ops.get(op)!);
  const from = recentFrom(all, recent);
  const isRecent = ({ client, seq }: JournalRecord): boolean => seq >= (from.get(client) ?? 0);
  const found = new Set([...examined.values()].flatMap(({ places }) => [...places.keys()]));
  const kept = new Set<string>();
  const seen = new Set<string>();
  let done = 0;
  for (const { row } of all) {
    const state = seen.has(row) ? undefined : journal.rows.get(row);
    seen.add(row);
    done += state?.records.length ?? 0;
    if (done >= IN_A_TURN) {
      done = 0;
      yield* pause();
    }
    for (const { op } of state ? stillCounting(state, covered, isRecent) : []) kept.add(op);
  }
  for (const record of [...lastOf(all), ...all.filter((each) => isStray(journal, each))]) kept.add(record.op);
  // The row of a record that was found in its table need not be found again.
  return all.filter(({ op }) => kept.has(op)).sort(inOrder).map((record): JournalRecord => (found.has(record.row) ? { ...record, end: 2 } : record));
}

/** Of no row, such as records of later versions. */
const isStray = ({ rows }: Journal, { kind, row, table }: JournalRecord): boolean => kind !== "answer" && kind !== ACK_KIND && rows.get(row)?.table !== table;

/** The last answer to each question, and the last word of each client on what it has read. */
function lastOf(records: readonly JournalRecord[]): Iterable<JournalRecord> {
  const last = new Map<string, JournalRecord>();
  for (const record of records) {
    const key = record.kind === "answer" ? `answer ${record.row}` : record.kind === ACK_KIND ? `ack ${record.client}` : "";
    const before = last.get(key);
    if (key !== "" && (!before || inOrder(before, record) < 0)) last.set(key, record);
  }
  return last.values();
}

/** The number of each client from which its last actions begin. */
function recentFrom(records: readonly JournalRecord[], recent: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number[]>();
  for (const { client, seq, op } of records) {
    // Only what a person did waits in an outbox: `action.number`.
    if (!op.slice(op.lastIndexOf(":")).includes(".")) continue;
    const list = numbers.get(client);
    if (list) list.push(seq);
    else numbers.set(client, [seq]);
  }
  return new Map(Array.from(numbers, ([client, list]) => [client, list.sort((a, b) => b - a)[Math.min(recent, list.length) - 1] ?? Infinity]));
}

export type Compacted = "nothing" | "done";

/**
 * Which records are covered is decided at once and before the first request, so savings may go on meanwhile; the page has its turns.
 *
 * @param session of an opening that has just been reconciled
 * @throws BookFailure nothing is lost, and it is tried again after the next opening
 */
export function* compactSteps(writer: Writer, session: Session, { now }: Moment, pace: Pace | null): Steps<Compacted> {
  const compaction = yield* compactionOf(session, writer, now);
  if (!compaction) return "nothing";
  const { lanes, records, clears } = compaction;
  const { sheet: current } = session.aside;
  const whole = current === null && snapshotsRead(session).length > 0;
  const snapshots = (yield* sheetNames()).filter((sheet) => isLane(sheet) && isSnapshot(sheet));
  const number = Math.max(0, ...snapshots.map(snapshotNumber)) + 1;
  const sheet = snapshotName(number, writer.client);
  yield* pause();
  const seal = sealOf(records, lanes, number, writer.client, now, Math.max(1, session.journal.lamport));
  if (!seal) return "nothing";
  yield* batch([...leftOvers(snapshots, current, writer.client, whole), { kind: "addSheet", sheet, hidden: true, layout: null }]);
  yield* inBlocks(snapshotCommands(sheet, records, 0), pace);
  const [written] = yield* read([sheet]);
  yield* understood(written);
  const there = written ? readLane(written, 0).records : [];
  if (there.length !== records.length || there.some(({ op }, i) => op !== records[i]!.op)) throw new BookFailure("unread", sheet);
  yield* batch(snapshotCommands(sheet, [seal], records.length));
  const [sealed] = yield* read([sheet]);
  yield* understood(sealed);
  if (!readSnapshot(sealed ?? null)) throw new BookFailure("unread", sheet);
  yield* inBlocks(clears, pace);
  // What the last snapshot stands for is kept as long as that one.
  const number0 = current === null ? 0 : snapshotNumber(current);
  yield* batch(snapshots.filter((each) => snapshotNumber(each) < number0).map((each) => ({ kind: "removeSheet", sheet: each })));
  return "done";
}

/** Rows are remembered by what they were understood as. */
function* understood(content: SheetContent | null | undefined): Steps<void> {
  for (const [i, row] of (content?.values ?? []).entries()) {
    recordIn(row);
    if (i % IN_A_TURN === 0) yield* pause();
  }
}

/** Snapshots that this client began and did not finish. Where all snapshots were needed, none is a left-over. */
const leftOvers = (snapshots: readonly string[], current: string | null, client: string, whole: boolean): readonly Command[] =>
  whole ? [] : snapshots.filter((sheet) => isSnapshotOf(sheet, client) && snapshotNumber(sheet) > (current === null ? 0 : snapshotNumber(current))).map((sheet) => ({ kind: "removeSheet", sheet }));
