/**
 * A workbook that several people have open, at its most hostile: a server holds sheets of cells, each client has a replica. Everything is
 * written by address and queued; the server takes queues one after another, the last writer of a cell wins, and rows that have moved in the
 * meantime do not take the writes along. Real Excel is kinder; what counts is that the usual ways of storing fail here.
 */
import { BookFailure, type BookAnswer, type BookRequest, type Command, type SyncBook } from "../../../src/plan/book";
import { contentOf, deleteColumn, deleteRow, insertRow, laidOut, setCells, sortRows, type Row, type Sheet } from "./sheet";

/** What people do with their hands and the store cannot ask for. */
export type ByHand =
  | { readonly kind: "sort"; readonly sheet: string; readonly column: number; readonly columns: number; readonly by: number; readonly descending: boolean }
  | { readonly kind: "insertRow"; readonly sheet: string; readonly row: number; readonly column: number; readonly cells: Row }
  | { readonly kind: "deleteColumn"; readonly sheet: string; readonly column: number };
/** An append knows its address once it has been done at a replica. */
export type Write = Exclude<Command, { readonly kind: "append" }> | ByHand;

export type Sheets = Map<string, Sheet>;

/** The pane is gone: nothing that it had begun goes on. */
export class PaneClosed extends Error {}

function changed(sheet: Sheet, write: Exclude<Write, { readonly kind: "addSheet" | "removeSheet" }>): Sheet {
  switch (write.kind) {
    case "set": return setCells(sheet, write.row, write.column, write.cells);
    case "deleteRow": return deleteRow(sheet, write.row, write.column, write.columns);
    case "insertRow": return insertRow(sheet, write.row, write.column, write.cells);
    case "deleteColumn": return deleteColumn(sheet, write.column);
    case "sort": return sortRows(sheet, write.column, write.columns, write.by, write.descending);
  }
}

/** A write to a sheet that is not there does nothing; false then. */
function apply(sheets: Sheets, write: Write): boolean {
  if (write.kind === "addSheet") {
    if (!sheets.has(write.sheet)) sheets.set(write.sheet, laidOut(write.layout));
    return true;
  }
  if (write.kind === "removeSheet") return sheets.delete(write.sheet);
  const sheet = sheets.get(write.sheet);
  if (sheet === undefined) return false;
  sheets.set(write.sheet, changed(sheet, write));
  return true;
}

/** How far each client's writes are known: the oracle's notion of who has seen what. */
export type Seen = number[];
const join = (into: Seen, other: Seen): void => other.forEach((n, i) => { if (n > into[i]!) into[i] = n; });

export class Server {
  readonly sheets: Sheets = new Map();
  readonly seen: Seen;
  constructor(clients: number) {
    this.seen = Array.from({ length: clients }, () => 0);
  }
}

/** Before a request, before and after each command of a batch, after a batch. */
export type Point = { readonly at: "request" | "command" | "after" | "done"; readonly request: BookRequest; readonly command?: Command };
/** Called at each point; whatever it throws, the host throws. */
export type Watcher = (point: Point) => void;

export class Replica {
  private sheets: Sheets;
  private queue: Write[] = [];
  readonly seen: Seen;
  watcher: Watcher | null = null;
  /** Hears of everything the add-in writes. */
  tell: ((line: string) => void) | null = null;
  /** Sheets as they were before each batch of the add-in since the last sync. */
  private before: Sheets[] = [];
  /** Cells that the add-in has written, for "a second reconcile writes nothing". */
  written = 0;

  constructor(private readonly server: Server, readonly number: number) {
    this.sheets = new Map(server.sheets);
    this.seen = server.seen.slice();
  }

  /** Sends what is queued and takes over what the server has. */
  sync(): void {
    for (const write of this.queue) apply(this.server.sheets, write);
    this.queue = [];
    this.before = [];
    join(this.server.seen, this.seen);
    join(this.seen, this.server.seen);
    this.sheets = new Map(this.server.sheets);
  }

  sheet(name: string): Sheet {
    return this.sheets.get(name) ?? [];
  }
  names(): readonly string[] {
    return [...this.sheets.keys()];
  }

  byHand(write: Write): void {
    apply(this.sheets, write);
    this.queue.push(write);
  }

  /** Takes back what the add-in wrote since the last sync, or its last batch, on the sheets chosen: their cells stand as before. */
  undo(all: boolean, chosen: (sheet: string) => boolean): void {
    const before = all ? this.before[0] : this.before[this.before.length - 1];
    for (const [name, old] of before ?? []) {
      const now = this.sheet(name);
      if (now === old || !chosen(name)) continue;
      const width = Math.max(...[...now, ...old].map((row) => row.length));
      const cells = Array.from({ length: Math.max(now.length, old.length) }, (_, r) => Array.from({ length: width }, (_, c) => old[r]?.[c] ?? null));
      this.byHand({ kind: "set", sheet: name, row: 0, column: 0, cells });
    }
    this.before = [];
  }

  /** The port: what a store may ask for. */
  readonly book: SyncBook = (request: BookRequest): BookAnswer => {
    this.watcher?.({ at: "request", request });
    switch (request.kind) {
      case "sheets": return this.names();
      case "tables": return []; // as where all names were deleted
      case "read": return request.sheets.map((name) => { const sheet = this.sheets.get(name); return sheet === undefined ? null : contentOf(sheet); });
      case "batch":
        this.before.push(new Map(this.sheets));
        for (const command of request.commands) {
          this.watcher?.({ at: "command", request, command });
          this.perform(command);
          this.watcher?.({ at: "after", request, command });
        }
        this.watcher?.({ at: "done", request });
        return null;
      case "addPage": throw new BookFailure("other", request.page.sheet, null, "a report is no part of the plan");
      case "notes": case "setNotes": throw new BookFailure("other", null, null, "notes are no part of the plan");
    }
  };

  private perform(command: Command): void {
    const write: Write = command.kind === "append" ? { kind: "set", sheet: command.sheet, row: this.sheet(command.sheet).length, column: 0, cells: command.cells } : command;
    if (!apply(this.sheets, write)) throw new BookFailure("missingSheet", command.sheet);
    this.queue.push(write);
    this.tell?.(`    writes ${JSON.stringify(write)}`);
    this.written += write.kind === "set" ? write.cells.reduce((sum, row) => sum + row.filter((cell) => cell !== undefined).length, 0) : 1;
  }
}
