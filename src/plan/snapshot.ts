/**
 * A snapshot stands for the older part of all lanes: a hidden sheet of its own with those of their records that still count, written by
 * one client, and at its end a record that says how many they are and how far down each lane they go. Without that last record it is
 * nothing, and the lanes are read from their beginning as before. The lanes themselves stay where they are.
 */
import { read, type Command, type SheetContent, type Steps } from "./book";
import { checksum } from "./checksum";
import { LANE, readLane } from "./lanes";
import { isTooLong, recordCells, RECORD_COLUMNS, SCHEMA, type JournalRecord } from "./record";

const PREFIX = `${LANE}s-`;
export const isSnapshot = (sheet: string): boolean => sheet.startsWith(PREFIX);
/** Which snapshot of the plan it is: 1, 2, …; several clients may write the same at once, each into a sheet of its own. */
export const snapshotNumber = (sheet: string): number => Number(/^\d{1,6}/.exec(sheet.slice(PREFIX.length))?.[0] ?? 0);
export const snapshotName = (number: number, client: string): string => `${PREFIX}${number}-${client}`;
export const isSnapshotOf = (sheet: string, client: string): boolean => isSnapshot(sheet) && sheet.endsWith(`-${client}`);

/** So many rows of a lane are in a snapshot; `op` is that of the last of them, which is never cleared. */
export type Covered = { readonly rows: number; readonly op: string };

export const SNAPSHOT_KIND = "snapshot";

/** The last record of a snapshot; null where it says more than a record may. */
export function sealOf(records: readonly JournalRecord[], lanes: ReadonlyMap<string, Covered>, number: number, client: string, at: string, lamport: number): JournalRecord | null {
  // Numbered by itself: it is no work of the client, and a saving at the same time numbers that.
  const writer = `s${client}`.slice(0, 16);
  const fields = new Map<string, string | number>([
    ["records", records.length], ["sum", sumOf(records.map(recordCells))], ["lanes", JSON.stringify(Array.from(lanes, ([lane, { rows, op }]) => [lane, rows, op]))],
  ]);
  const seal: JournalRecord = { op: `${writer}:${number}:seal`, client: writer, seq: number, kind: SNAPSHOT_KIND, row: SNAPSHOT_KIND, table: SNAPSHOT_KIND, fields, label: null, base: new Map(), known: new Map(), lamport, author: client, at, schema: SCHEMA, end: 1 };
  return isTooLong(seal) ? null : seal;
}

const SUM_COLUMN = 8;
const sumOf = (rows: SheetContent["values"]): string => checksum(rows.map((row) => String(row[SUM_COLUMN])).join("\u0001"));

export type Snapshot = { readonly at: string; readonly lanes: ReadonlyMap<string, Covered> };

/** null where it is not whole. */
export function readSnapshot(content: SheetContent | null): Snapshot | null {
  if (!content) return null;
  const { records, damaged } = readLane(content, 0);
  const seal = records[records.length - 1];
  if (seal?.kind !== SNAPSHOT_KIND || damaged.length > 0) return null;
  const rows = content.values.filter((row) => row[SUM_COLUMN] !== null && row[SUM_COLUMN] !== undefined).slice(0, -1);
  const lanes = coveredIn(seal.fields.get("lanes"));
  return lanes && rows.length === seal.fields.get("records") && sumOf(rows) === seal.fields.get("sum") ? { at: seal.at, lanes } : null;
}

function coveredIn(text: unknown): ReadonlyMap<string, Covered> | null {
  let list: unknown;
  try {
    list = JSON.parse(String(text));
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const lanes = new Map<string, Covered>();
  for (const each of list as readonly unknown[]) {
    const [lane, rows, op] = Array.isArray(each) ? (each as readonly unknown[]) : [];
    if (typeof lane !== "string" || typeof op !== "string" || !Number.isSafeInteger(rows) || (rows as number) < 1) return null;
    lanes.set(lane, { rows: rows as number, op });
  }
  return lanes;
}

/** How the lanes are read. */
export type Aside = {
  /** The snapshot that is read instead of what it covers; null where all is read. */
  readonly sheet: string | null;
  readonly snapshot: Snapshot | null;
  /** Read already. */
  readonly contents: ReadonlyMap<string, SheetContent>;
  /** Snapshots that need not be read. */
  readonly ignored: ReadonlySet<string>;
};

export const NOTHING_ASIDE: Aside = { sheet: null, snapshot: null, contents: new Map(), ignored: new Set() };

/** The latest snapshot that is whole. */
export function* readAside(lanes: readonly string[]): Steps<Aside> {
  const snapshots = lanes.filter(isSnapshot);
  const numbers = [...new Set(snapshots.map(snapshotNumber))].sort((a, b) => b - a);
  for (const number of numbers) {
    const sheets = snapshots.filter((sheet) => snapshotNumber(sheet) === number).sort();
    const contents = yield* read(sheets);
    for (const [i, sheet] of sheets.entries()) {
      const snapshot = readSnapshot(contents[i] ?? null);
      if (snapshot) return { sheet, snapshot, contents: new Map([[sheet, contents[i]!]]), ignored: new Set(snapshots.filter((each) => each !== sheet)) };
    }
  }
  return { ...NOTHING_ASIDE, ignored: new Set(snapshots) };
}

/** From which row a lane is read: the last one that is covered is read with it, to see that the lane is the one it was. */
export const readFrom = ({ snapshot }: Aside, lane: string): number => (snapshot?.lanes.get(lane)?.rows ?? 1) - 1;

/** Whether a lane is not what the snapshot says of it: it was taken back, or more of it was cleared than this snapshot covers. */
export const isCut = ({ snapshot }: Aside, contents: ReadonlyMap<string, SheetContent | null>): boolean =>
  [...(snapshot?.lanes ?? [])].some(([lane, { rows, op }]) => {
    const content = contents.get(lane);
    return content !== null && content !== undefined && content.values[rows - 1]?.[0] !== op;
  });

/** So many rows are at most 500 cells. */
const BLOCK = 50;

/** Into a new sheet that nobody else writes into. */
export function snapshotCommands(sheet: string, records: readonly JournalRecord[], from: number): readonly Command[] {
  const commands: Command[] = [];
  for (let i = 0; i < records.length; i += BLOCK) commands.push({ kind: "set", sheet, row: from + i, column: 0, cells: records.slice(i, i + BLOCK).map(recordCells) });
  return commands;
}

/** Clears rows of a lane that an older snapshot covers, except the last of them: the next record goes below it. */
export function clearCommands(lane: string, { rows }: Covered): readonly Command[] {
  const commands: Command[] = [];
  for (let row = 0; row < rows - 1; row += BLOCK) {
    const count = Math.min(BLOCK, rows - 1 - row);
    commands.push({ kind: "set", sheet: lane, row, column: 0, cells: Array.from({ length: count }, () => new Array<null>(RECORD_COLUMNS).fill(null)) });
  }
  return commands;
}
