/** What passes between the plan's sidebar and Plan.js: JSON only, and nothing is remembered between two calls. */
import type { Language } from "../../catalogue/words";
import type { PaneHost } from "../../pane/host";
import type { Action } from "../../plan/actions";
import type { Compacted } from "../../plan/compaction";
import type { FailureKind } from "../../plan/book";
import type { CellNote, NotesWritten } from "../../plan/notes";
import type { RowId } from "../../plan/plan";
import type { Moment } from "../../plan/session";
import type { Result, SaveResult } from "../../plan/steps";
import type { ReportPage } from "../../plan/report-page";
import type { Loaded, ReportMade, ReportRemoved } from "../../plan/store";
import type { TableKey } from "../../plan/tables";
import type { Written } from "../../plan/undo";

/** A BookFailure, whose sentence the sidebar makes. */
export type Refused = { readonly refused: { readonly kind: FailureKind; readonly sheet: string | null; readonly range: string | null; readonly detail: string } };
/** A result without the session. */
export type Wire<R> = Omit<R, "session">;
/** Sheets made by this call, and how many steps are left. */
export type Prepared = { readonly made: readonly string[]; readonly left: number };

export type PlanRequests = {
  readonly begin: { readonly takes: readonly []; readonly gives: { readonly language: Language; readonly notation: PaneHost["notation"]; readonly spreadsheet: string } };
  readonly load: { readonly takes: readonly [client: string, moment: Moment, undoable: readonly Written[]]; readonly gives: Wire<Result<Loaded>> | null | Refused };
  readonly save: { readonly takes: readonly [client: string, moment: Moment, actions: readonly Action[], undoable: readonly Written[], marks: boolean]; readonly gives: Wire<SaveResult> | Refused };
  readonly answer: { readonly takes: readonly [client: string, moment: Moment, question: string, choice: string]; readonly gives: Wire<SaveResult> | Refused };
  /** Makes sheets for some seconds; called again until nothing is left, it never comes near the limit of an execution. */
  readonly prepare: { readonly takes: readonly [client: string, language: Language]; readonly gives: Prepared | Refused };
  readonly takeBack: { readonly takes: readonly [client: string, moment: Moment, actions: readonly Action[], made: readonly string[]]; readonly gives: null | Refused };
  readonly compact: { readonly takes: readonly [client: string, moment: Moment]; readonly gives: Compacted | Refused };
  readonly place: { readonly takes: readonly [client: string, table: TableKey, row: RowId, field: string | null]; readonly gives: string | null | Refused };
  readonly addReport: { readonly takes: readonly [page: ReportPage]; readonly gives: ReportMade | Refused };
  readonly removeReport: { readonly takes: readonly [page: ReportPage]; readonly gives: ReportRemoved | Refused };
  readonly writeNotes: { readonly takes: readonly [client: string, notes: readonly CellNote[]]; readonly gives: NotesWritten | Refused };
};
export type PlanMethod = keyof PlanRequests;
