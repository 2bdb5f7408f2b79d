/**
 * What the store asks of a workbook. The store itself is written without input and output: it yields requests and is handed the
 * answers, so that one text of it runs where calls return at once (Apps Script) and where they are awaited (Excel, the workbench).
 */
import type { ErrorValue, Value } from "./plan";
import type { SheetLayout } from "./layout";
import type { ReportPage } from "./report-page";
import type { Words } from "./words";

/** From A1 to the last used cell; rows may differ in length. Formulas are sparse, in the English notation. Rows and columns count from 0. */
export type SheetContent = {
  readonly values: readonly (readonly (Value | ErrorValue)[])[];
  readonly formulas: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
};

/** A value for a cell; null clears it, undefined leaves it as it is. Texts are written as texts: the host puts each through the gate. */
export type CellWrite = Value | { readonly formula: string } | undefined;

export type Command =
  /** `formats`: number formats of the same cells, in the English notation; undefined leaves that of the cell. */
  | { readonly kind: "set"; readonly sheet: string; readonly row: number; readonly column: number; readonly cells: readonly (readonly CellWrite[])[]; readonly formats?: readonly (readonly (string | undefined)[])[] }
  /** Takes the cells of one row of a table out; those below move up. */
  | { readonly kind: "deleteRow"; readonly sheet: string; readonly row: number; readonly column: number; readonly columns: number }
  /** Below the last used row, found in the same batch; under a lock where several clients share the sheet. */
  | { readonly kind: "append"; readonly sheet: string; readonly cells: readonly (readonly Value[])[] }
  | { readonly kind: "addSheet"; readonly sheet: string; readonly hidden: boolean; readonly layout: SheetLayout | null }
  /** Only to take back what a cancelled start has made. */
  | { readonly kind: "removeSheet"; readonly sheet: string };

export type BookRequest =
  /**
   * The answer is `SheetContent | null` for each, null where there is no such sheet. Rows before `from` (one number for each sheet, 0 where
   * it is left out) are known already: the host may leave them empty, `[]`, and saves the reading.
   */
  | { readonly kind: "read"; readonly sheets: readonly string[]; readonly from?: readonly number[] }
  /** The answer is the names of all sheets, hidden ones too, in their order. */
  | { readonly kind: "sheets" }
  /** The answer is which sheet each table of the workbook is on, by the names that layouts give; hosts follow a sheet that was renamed. */
  | { readonly kind: "tables" }
  /** In this order. A failure in the middle leaves what came before it: there is no transaction in any host. */
  | { readonly kind: "batch"; readonly commands: readonly Command[] }
  /** A new sheet, the last one, with this page on it: values, looks, widths, print setup, charts. The user stays where he is. The answer is `PageMade`. */
  | { readonly kind: "addPage"; readonly page: ReportPage }
  /** Only of a host that has notes on cells. The answer is, for each of these sheets, every note on it; of another kind of remark that takes the place of one an empty text. */
  | { readonly kind: "notes"; readonly sheets: readonly string[] }
  /** Puts notes on these cells in place of those that stand there, and takes others away; every other cell keeps its own. */
  | { readonly kind: "setNotes"; readonly notes: readonly NoteWrite[] };

export type SheetNote = { readonly row: number; readonly column: number; readonly text: string };
/** `replaces`: the cell had a note when it was read. A text of null takes it away. */
export type NoteWrite = Omit<SheetNote, "text"> & { readonly sheet: string; readonly text: string | null; readonly replaces: boolean };

/** Whether the charts stand on the sheet, and otherwise why not; a page without them is made all the same. */
export type PageMade = { readonly charts: "drawn" | "partly" | "none"; readonly reason: Words | null };

export type TableName = { readonly name: string; readonly sheet: string };

export type BookAnswer<R extends BookRequest = BookRequest> =
  R extends { readonly kind: "read" } ? readonly (SheetContent | null)[] : R extends { readonly kind: "sheets" } ? readonly string[]
  : R extends { readonly kind: "tables" } ? readonly TableName[] : R extends { readonly kind: "addPage" } ? PageMade
  : R extends { readonly kind: "notes" } ? readonly (readonly SheetNote[])[] : null;

/** How far long work is: sheets read in parts, records of the journal understood, blocks written. */
export type Work = { readonly step: "read" | "understand" | "write"; readonly done: number; readonly of: number };
/** Between two pieces of work, where nothing hangs on what was read: whoever waits is told, unless nobody does, and the page has a turn. No book sees it. */
export type Turn = { readonly kind: "turn"; readonly work: Work | null };

export type Steps<T> = Generator<BookRequest | Turn, T, unknown>;

export type FailureKind = "protected" | "missingSheet" | "merged" | "filtered" | "editing" | "lockBusy" | "noLock" | "quota" | "unread" | "tooLarge" | "dates1904" | "other";

/** As the detail of `editing`: rows were not what was read of them any more, and nothing was written over. */
export const CHANGED = "changed";

/** A workbook refused; `sheet` and `range` say where, `detail` is the host's own sentence. */
export class BookFailure extends Error {
  constructor(readonly kind: FailureKind, readonly sheet: string | null = null, readonly range: string | null = null, readonly detail = "") {
    super(`${kind}${sheet === null ? "" : ` ${sheet}`}${range === null ? "" : ` ${range}`}${detail === "" ? "" : `: ${detail}`}`);
    this.name = "BookFailure";
  }
}

type Awaited1<R extends BookRequest> = Generator<R, BookAnswer<R>, unknown>;
export function* read(sheets: readonly string[], from?: readonly number[]): Awaited1<{ readonly kind: "read"; readonly sheets: readonly string[] }> {
  return (yield { kind: "read", sheets, ...(from && { from }) }) as readonly (SheetContent | null)[];
}
export function* sheetNames(): Awaited1<{ readonly kind: "sheets" }> {
  return (yield { kind: "sheets" }) as readonly string[];
}
export function* tableNames(): Awaited1<{ readonly kind: "tables" }> {
  return (yield { kind: "tables" }) as readonly TableName[];
}
export function* batch(commands: readonly Command[]): Generator<{ readonly kind: "batch"; readonly commands: readonly Command[] }, void, unknown> {
  if (commands.length > 0) yield { kind: "batch", commands };
}

export function* addPage(page: ReportPage): Awaited1<{ readonly kind: "addPage"; readonly page: ReportPage }> {
  return (yield { kind: "addPage", page }) as PageMade;
}

export function* notesOn(sheets: readonly string[]): Awaited1<{ readonly kind: "notes"; readonly sheets: readonly string[] }> {
  return (yield { kind: "notes", sheets }) as readonly (readonly SheetNote[])[];
}

export function* setNotes(notes: readonly NoteWrite[]): Generator<{ readonly kind: "setNotes"; readonly notes: readonly NoteWrite[] }, void, unknown> {
  if (notes.length > 0) yield { kind: "setNotes", notes };
}

export function* turn(step: Work["step"], done: number, of: number): Generator<Turn, void, unknown> {
  yield { kind: "turn", work: { step, done, of } };
}

/** A turn for the page in work that nobody waits for. */
export function* pause(): Generator<Turn, void, unknown> {
  yield { kind: "turn", work: null };
}

/** A workbook whose calls return at once. */
export type SyncBook = (request: BookRequest) => BookAnswer;
/** A workbook whose calls are awaited. */
export type AsyncBook = (request: BookRequest, told?: (work: Work) => void) => Promise<BookAnswer>;

export function runSync<T>(steps: Steps<T>, book: SyncBook): T {
  let next = steps.next();
  while (!next.done) {
    if (next.value.kind === "turn") {
      next = steps.next();
      continue;
    }
    let answer: BookAnswer;
    try {
      answer = book(next.value);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}

/**
 * @param told of how far the work is
 * @param rest lets the page draw and hear its user
 */
export async function runAsync<T>(steps: Steps<T>, book: AsyncBook, told: (work: Work) => void = () => undefined, rest: () => Promise<void> = () => Promise.resolve()): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    if (next.value.kind === "turn") {
      if (next.value.work) told(next.value.work);
      await rest();
      next = steps.next();
      continue;
    }
    let answer: BookAnswer;
    try {
      answer = await book(next.value, told);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}
