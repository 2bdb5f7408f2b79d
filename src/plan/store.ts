/** Where the plan is kept, as the pane sees it: use cases, never cells. Everything that passes can be written as JSON. */
import type { Operation } from "./operation";
import type { PageMade, Work } from "./book";
import type { CellNote, NotesWritten } from "./notes";
import type { Plan, RowId } from "./plan";
import type { ReportPage } from "./report-page";
import type { TableKey } from "./tables";
import type { Language, Words } from "./words";

/** Something that happened to the plan outside of the pane, and what was done about it. `sentence` is for the user. */
export type Notice = {
  readonly kind: "adopted" | "copied" | "relabelled" | "hand" | "review" | "damaged" | "recovered" | "conflict" | "missingColumn" | "renamed" | "restored";
  readonly sentence: Words;
  readonly table?: TableKey;
  readonly row?: RowId;
};

/** What only the user can decide; nothing is done until it is answered. */
export type Question = {
  readonly id: string;
  readonly kind: "removedByHand" | "missingColumn" | "conflict";
  readonly sentence: Words;
  readonly choices: readonly { readonly id: string; readonly words: Words }[];
};

export type Loaded = {
  readonly plan: Plan;
  /** Why nothing can be written now: a protected sheet, a file of a newer version. null: everything can. */
  readonly readOnly: Words | null;
  readonly notices: readonly Notice[];
  readonly questions: readonly Question[];
};

/**
 * `workbook`: in this workbook, read back. `shared`: in the one document that all have open, so others see it; only where the store writes
 * at the server, as in Google Sheets. Excel writes into a copy: AutoSave and `isDirty` tell of the file and not of the copies of others, and
 * in the workbench there are no others. `outbox`: not saved yet, kept in the pane's outbox; `reason` says why.
 */
export type Saved = Loaded & { readonly state: "workbook" | "shared" | "outbox"; readonly reason: Words | null };

export type Progress = (done: number, of: number) => void;
/** Checked between two blocks of writing. */
export type Cancel = { readonly cancelled: boolean };

/** The sheet's name, which may differ from the one that was wanted; or why there is no sheet, and then nothing of it is left. */
export type ReportMade = ({ readonly state: "made"; readonly sheet: string } & PageMade) | { readonly state: "refused"; readonly reason: Words };
/** `changed`: somebody has written on it since, so it stays; `gone`: there is no such sheet any more. */
export type ReportRemoved = { readonly state: "removed" | "gone"; readonly reason: null } | { readonly state: "changed" | "refused"; readonly reason: Words };

export type PlanStore = {
  /** Reconciles what people did in the sheets; null where the workbook has no plan. */
  load(): Promise<Loaded | null>;
  /** Makes the sheets that are missing, in this language, and saves. Cancelled, it removes what this call made; null then. */
  start(language: Language, operations: readonly Operation[], progress: Progress, cancel: Cancel): Promise<Saved | null>;
  /** One user action: all of its operations or, after a failure, still in the outbox. */
  save(operations: readonly Operation[], kept?: string): Promise<Saved>;
  /** Optional. Keeps an action whose turn has not come, so that it outlives the page; what it gives is handed to `save`. */
  keep?(operations: readonly Operation[]): string;
  answer(question: string, choice: string): Promise<Saved>;
  /** A new identity for a row to be created. */
  newRow(): RowId;
  /** Cell reference such as `Goals!C7` of a row's field, of the row where it is left out; null where it is not on the sheet. */
  placeOf(table: TableKey, row: RowId, field?: string): Promise<string | null>;
  /**
   * Puts old records of the journal aside, where the last loading has found so many that the next opening gains by it; savings go on
   * meanwhile. `failed`: nothing is lost, and the next opening tries again.
   */
  compact(progress: Progress): Promise<"nothing" | "done" | "failed">;
  /** Makes a sheet of the report; it is a record and no part of the plan. */
  addReport(page: ReportPage): Promise<ReportMade>;
  /** Takes a report back that nobody has written on. @param page as it was made, with the name of its sheet */
  removeReport(page: ReportPage): Promise<ReportRemoved>;
  /** Optional: not every program has notes on cells. Makes these the notes of ours in the sheets; those of other people stay. */
  writeNotes?(notes: readonly CellNote[]): Promise<NotesWritten>;
  /** Calls back when somebody else, or the user by hand, changed a sheet of the plan; returns a function that stops it. */
  onChange?(listener: () => void): () => void;
  /** Calls back while something long is going on, where the host can tell how far it is; returns a function that stops it. */
  onWork?(listener: (work: Work) => void): () => void;
};
