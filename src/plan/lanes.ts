/** The hidden sheets: lanes with the records of the journal, and the sheet that says which version may read and write it. */
import type { Command, SheetContent } from "./book";
import { END_COLUMN, readRecord, recordCells, RECORD_COLUMNS, type JournalRecord } from "./record";

export const LANE = "_fp_j_";
export const META = "_fp_meta";
/** One lane for all, where the host has a lock. */
const SHARED = "shared";

export const laneOf = (client: string, shared: boolean): string => `${LANE}${shared ? SHARED : client}`;
export const isLane = (sheet: string): boolean => sheet.startsWith(LANE);
/** Of the add-in alone. */
export const isHidden = (sheet: string): boolean => sheet === META || isLane(sheet);

/** So many records are at most 500 cells. */
const BLOCK = 50;

export function appendCommands(lane: string, records: readonly JournalRecord[]): readonly Command[] {
  const commands: Command[] = [];
  for (let i = 0; i < records.length; i += BLOCK) commands.push({ kind: "append", sheet: lane, cells: records.slice(i, i + BLOCK).map(recordCells) });
  return commands;
}

export type LaneRead = {
  readonly records: readonly JournalRecord[];
  /** Row of each record in the lane, by its op. */
  readonly rows: ReadonlyMap<string, number>;
  readonly damaged: readonly { readonly row: number; readonly why: string }[];
  /** Rows of the lane, read or not. */
  readonly height: number;
};

/** By the row as it was handed out: a host may hand out the same again. */
const READ = new WeakMap<SheetContent["values"][number], ReturnType<typeof readRecord>>();

export function recordIn(cells: SheetContent["values"][number]): ReturnType<typeof readRecord> {
  let record = READ.get(cells);
  if (record === undefined) READ.set(cells, (record = readRecord(cells.slice(0, RECORD_COLUMNS))));
  return record;
}

/** @param from rows above were read before */
export function readLane(content: SheetContent, from: number): LaneRead {
  const records: JournalRecord[] = [];
  const rows = new Map<string, number>();
  const damaged: { row: number; why: string }[] = [];
  for (let row = from; row < content.values.length; row += 1) {
    const read = recordIn(content.values[row] ?? []);
    if (read === null) continue;
    if ("damaged" in read) damaged.push({ row, why: read.damaged });
    else {
      records.push(read);
      rows.set(read.op, row);
    }
  }
  return { records, rows, damaged, height: content.values.length };
}

/** Sets `end` to 2 in these rows of the lane. */
export function markCommands(lane: string, rows: readonly number[]): readonly Command[] {
  const commands: { kind: "set"; sheet: string; row: number; column: number; cells: number[][] }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = commands[commands.length - 1];
    if (last && last.row + last.cells.length === row && last.cells.length < 500) last.cells.push([2]);
    else commands.push({ kind: "set", sheet: lane, row, column: END_COLUMN, cells: [[2]] });
  }
  return commands;
}

export const metaCells = (client: string, schema: number): readonly (readonly (string | number)[])[] => [["schema", schema], ["minReader", 1], ["minWriter", schema], ["lane", client]];

/** `writerRow`: where `minWriter` stands. */
export type Meta = { readonly minReader: number; readonly minWriter: number; readonly writerRow: number | null; readonly lanes: readonly string[] };

export function readMeta(content: SheetContent | null): Meta | null {
  if (!content) return null;
  const found = { minReader: 1, minWriter: 1 };
  const lanes: string[] = [];
  for (const [name, value] of content.values) {
    if ((name === "minReader" || name === "minWriter") && typeof value === "number" && Number.isFinite(value)) found[name] = Math.max(found[name], value);
    if (name === "lane" && typeof value === "string") lanes.push(value);
  }
  const writerRow = content.values.findIndex(([name]) => name === "minWriter");
  return { ...found, writerRow: writerRow < 0 ? null : writerRow, lanes };
}
