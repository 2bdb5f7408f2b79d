/** Protocol C with a fault put into it: each must be found, or the harness is blind to it. */
import type { BookAnswer, CellWrite, Command, SheetContent } from "../../../src/plan/book";
import { BookFailure } from "../../../src/plan/book";
import { LANE } from "../../../src/plan/lanes";
import type { Value } from "../../../src/plan/plan";
import { readRecord, recordCells, type JournalRecord } from "../../../src/plan/record";
import { isSnapshot, readSnapshot, sealOf } from "../../../src/plan/snapshot";
import type { Replica } from "./model";
import { isPlanSheet } from "./operations";
import { protocolC } from "./our-store";
import type { Protocol } from "./protocol";

const isJournal = (command: Command): boolean => !isPlanSheet(command.sheet);

/** Every pane writes into the same lane. */
export const ONE_LANE: Protocol = protocolC({ name: "C with one lane for all", client: () => "all" });

/** Takes a record for written when it was only sent: a refused writing is not noticed, and what is read back is what was sent. */
export const NOT_READ_BACK: Protocol = protocolC({ name: "C without reading back", through: (book) => {
  let unwritten: { readonly lane: string; readonly rows: readonly (readonly Value[])[] }[] = [];
  return async (request) => {
    if (request.kind === "batch" && request.commands.every(isJournal)) {
      try {
        return await book(request);
      } catch (error) {
        if (!(error instanceof BookFailure)) throw error;
        unwritten = [...unwritten, ...request.commands.flatMap((command) => (command.kind === "append" ? [{ lane: command.sheet, rows: command.cells }] : []))];
        return null;
      }
    }
    const answer = await book(request);
    if (request.kind !== "read" || unwritten.length === 0) return answer;
    return (answer as readonly (SheetContent | null)[]).map((content, i) => {
      const rows = unwritten.filter(({ lane }) => lane === request.sheets[i]).flatMap((each) => each.rows);
      return rows.length === 0 ? content : { values: [...(content?.values ?? []), ...rows], formulas: [] };
    }) as BookAnswer;
  };
} });

/** Dates an action that waited in the outbox as if it were made when it is written: it goes over what was typed by hand meanwhile. */
export const DATED_WHEN_WRITTEN: Protocol = protocolC({ name: "C that dates actions when it writes them", through: (book) => {
  let last = 0;
  return (request) => book(request.kind === "batch" ? { kind: "batch", commands: request.commands.map((command) => (command.kind === "append" ? { ...command, cells: command.cells.map(redated) } : command)) } : request);
  function redated(row: readonly Value[]): readonly Value[] {
    const [record] = recordsIn([row]);
    if (!record) return row;
    last = Math.max(last + 1, record.lamport);
    return recordCells({ ...record, lamport: last });
  }
} });

/** Writes of a row only the cells that differ from what stands there, instead of the whole row. */
export const CHANGED_CELLS: Protocol = protocolC({ name: "C that writes changed cells only", through: (book, replica) => (request) =>
  book(request.kind === "batch" ? { kind: "batch", commands: request.commands.map((command) => (command.kind === "set" && isPlanSheet(command.sheet) ? onlyChanged(command, replica) : command)) } : request) });

function onlyChanged(command: Extract<Command, { readonly kind: "set" }>, replica: Replica): Command {
  const stands = replica.sheet(command.sheet);
  const cells = command.cells.map((row, r) => row.map((cell, c): CellWrite => (cell === (stands[command.row + r]?.[command.column + c] ?? null) ? undefined : cell)));
  return { ...command, cells };
}

/** The table first, the journal after it: what is read of the journal in between is what is to be written. */
export const TABLE_FIRST: Protocol = protocolC({ name: "C that writes the table first", through: (book) => {
  let held: readonly Command[] = [];
  const rowsFor = (sheet: string): readonly (readonly Value[])[] => held.flatMap((command) => (command.kind === "append" && command.sheet === sheet ? command.cells : []));
  return async (request) => {
    if (request.kind === "batch" && request.commands.every(isJournal)) {
      held = [...held, ...request.commands.filter(({ kind }) => kind === "append")];
      const others = request.commands.filter(({ kind }) => kind !== "append");
      return others.length > 0 ? book({ kind: "batch", commands: others }) : null;
    }
    if (request.kind === "batch") {
      const commands = [...request.commands, ...held];
      held = [];
      return book({ kind: "batch", commands });
    }
    const answer = await book(request);
    if (request.kind !== "read" || held.length === 0) return answer;
    return (answer as readonly (SheetContent | null)[]).map((content, i) => {
      const rows = rowsFor(request.sheets[i]!);
      return rows.length === 0 ? content : { values: [...(content?.values ?? []), ...rows], formulas: [] };
    }) as BookAnswer;
  };
} });

const recordsIn = (cells: readonly (readonly CellWrite[])[]): readonly JournalRecord[] => cells.flatMap((row) => {
  const record = readRecord(row as readonly Value[]);
  return record && "op" in record ? [record] : [];
});

/** Puts only the last record of each row into a snapshot, and seals it as if that were all. */
export const THIN_SNAPSHOT: Protocol = protocolC({ name: "C with too little in its snapshots", through: (book) => {
  const sent = new Map<string, readonly (readonly CellWrite[])[]>();
  return async (request) => {
    if (request.kind === "batch" && request.commands.some(({ kind, sheet }) => kind === "set" && isSnapshot(sheet))) {
      return book({ kind: "batch", commands: request.commands.map((command) => (command.kind === "set" && isSnapshot(command.sheet) ? thinned(command, sent) : command)) });
    }
    const answer = await book(request);
    if (request.kind !== "read") return answer;
    return (answer as readonly (SheetContent | null)[]).map((content, i) => {
      const cells = sent.get(request.sheets[i]!);
      return cells && content ? { values: cells as SheetContent["values"], formulas: [] } : content;
    }) as BookAnswer;
  };
} });

function thinned(command: Extract<Command, { readonly kind: "set" }>, sent: Map<string, readonly (readonly CellWrite[])[]>): Command {
  const all = [...(sent.get(command.sheet) ?? []), ...command.cells];
  sent.set(command.sheet, all);
  const last = [...new Map(recordsIn(all).map((record) => [record.row, record])).values()].filter(({ kind }) => kind !== "snapshot");
  const snapshot = readSnapshot({ values: all as SheetContent["values"], formulas: [] });
  if (!snapshot) return { ...command, row: 0, cells: [[null]] };
  const { client, seq, at, lamport } = recordsIn(all.slice(-1))[0]!;
  return { ...command, row: 0, cells: [...last, sealOf(last, snapshot.lanes, seq, client.slice(1), at, lamport)!].map(recordCells) };
}

/** Clears the lanes before what is in them stands anywhere else. */
export const CLEARED_FIRST: Protocol = protocolC({ name: "C that clears before it has written", through: (book, replica) => (request) => {
  if (request.kind !== "batch" || !request.commands.some(({ kind, sheet }) => kind === "addSheet" && isSnapshot(sheet))) return book(request);
  const lanes = replica.names().filter((name) => name.startsWith(LANE) && !isSnapshot(name));
  const clears = lanes.map((sheet): Command => ({ kind: "set", sheet, row: 0, column: 0, cells: replica.sheet(sheet).slice(0, -1).map((row) => row.map(() => null)) }));
  return book({ kind: "batch", commands: [...request.commands, ...clears] });
} });
