/** The plan as the pane sees it, over use cases that run somewhere: here beside the workbook, or at the other end of a wire. */
import { checkLengths, type Action } from "./actions";
import { BookFailure } from "./book";
import type { Compacted } from "./compaction";
import { changeAll } from "./change";
import { refusedNotes, type CellNote, type NotesWritten } from "./notes";
import type { Operation } from "./operation";
import type { Outbox } from "./outbox";
import type { Plan, RowId } from "./plan";
import * as say from "./sentences";
import type { Moment, Session } from "./session";
import type { Result, SaveResult } from "./steps";
import { refusedReport } from "./report-sheet";
import type { ReportPage } from "./report-page";
import type { Cancel, Loaded, PlanStore, Progress, ReportMade, ReportRemoved, Saved } from "./store";
import type { TableKey } from "./tables";
import type { Written } from "./undo";
import type { Language } from "./words";

/** The steps of steps.ts. Where they run without a memory the session is null. */
export type Runner = {
  readonly load: (moment: Moment, before: Session | null, undoable: readonly Written[]) => Promise<Result<Loaded> | null>;
  /** `looks`: with an opening, the user has asked for no writing now. */
  readonly save: (moment: Moment, actions: readonly Action[], before: Session | null, undoable: readonly Written[], looks: boolean) => Promise<SaveResult>;
  readonly start: (moment: Moment, language: Language, actions: readonly Action[], progress: Progress, cancel: Cancel) => Promise<SaveResult | null>;
  readonly answer: (moment: Moment, question: string, choice: string, before: Session | null) => Promise<SaveResult>;
  /** Shortens the journal. @param before as the last opening left it, where there is a memory */
  readonly compact: (moment: Moment, before: Session | null, progress: Progress) => Promise<Compacted>;
  readonly place: (before: Session | null, table: TableKey, row: RowId, field?: string) => Promise<string | null>;
  readonly addReport: (page: ReportPage) => Promise<ReportMade>;
  readonly removeReport: (page: ReportPage) => Promise<ReportRemoved>;
  readonly writeNotes: (before: Session | null, notes: readonly CellNote[]) => Promise<NotesWritten>;
};

export type StoreOptions = {
  readonly client: string;
  readonly runner: Runner;
  /** UTC, ISO. */
  readonly now: () => string;
  /** Ten or so letters and digits that nobody else has. */
  readonly random: () => string;
  readonly outbox: Outbox;
  /** Where the host can say that a sheet was changed. */
  readonly onChange?: PlanStore["onChange"];
  /** Whether cells can have notes. */
  readonly hasNotes?: boolean;
};

/** Nothing is lost by it; the next opening tries again. */
function notCompacted(error: unknown): "failed" {
  if (!(error instanceof BookFailure)) throw error;
  return "failed";
}

/** So many actions can be taken back with the program's own undo and be understood. */
const MOST_UNDOABLE = 20;

export function storeOver(options: StoreOptions): PlanStore {
  const { runner, outbox, now, random } = options;
  let session: Session | null = null;
  let seen = "";
  let shown: Plan | null = null;
  let undoable: readonly Written[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let compactable = 0;
  /** Actions of this page that wait for those before them. */
  const queued = new Map<string, Action>();

  const moment = (): Moment => ({ now: now(), random: random() });
  /** One call after the other: two savings at once would number their records alike. */
  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const mine = turn.then(call, call);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const keep = ({ session: next, seen: vector, written }: Result<Loaded>): void => {
    session = next;
    seen = vector;
    if (written) undoable = [written, ...undoable].slice(0, MOST_UNDOABLE);
  };
  const kept = async (saved: SaveResult): Promise<Saved> => {
    keep(saved);
    shown = saved.answer.plan;
    for (const id of saved.done) await outbox.remove(id);
    return saved.answer;
  };
  /** What waits in the outbox, in its order; only this one is made now. */
  const waitingBut = async (now: Action | null): Promise<readonly Action[]> => (await outbox.list()).filter(({ id }) => !queued.has(id)).map((each) => (each.id === now?.id ? each : { ...each, waited: true }));
  /** Two of one millisecond have an order too. */
  let last = 0;
  const actionOf = (operations: readonly Operation[]): Action => {
    last = Math.max(Date.parse(now()), last + 1);
    return { id: random(), operations, seen, at: new Date(last).toISOString() };
  };

  /** What the workbook refused to show at all is shown as it was, with the change. */
  const refused = (failure: BookFailure, operations: readonly Operation[]): Saved => {
    session = null;
    if (!shown) throw failure;
    shown = changeAll(shown, operations);
    return { plan: shown, readOnly: null, notices: [], questions: [], state: "outbox", reason: say.notYet(failure) };
  };
  const told = (saved: Saved): Saved => (saved.state === "outbox" && saved.reason && outbox.isFleeting?.() ? { ...saved, reason: say.fleeting(saved.reason) } : saved);
  const attempt = async (operations: readonly Operation[], steps: () => Promise<SaveResult>): Promise<Saved> => {
    try {
      return await kept(await steps());
    } catch (error) {
      if (error instanceof BookFailure) return refused(error, operations);
      session = null;
      throw error;
    }
  };

  const load = async (): Promise<Loaded | null> => {
    const waiting = await waitingBut(null);
    const before = session;
    session = null; // where reading fails, everything is read anew
    const found = await runner.load(moment(), before, undoable);
    if (!found) return null;
    keep(found);
    ({ compactable } = found);
    shown = found.answer.plan;
    if (waiting.length === 0 || found.answer.readOnly) return found.answer;
    const { plan, readOnly, notices, questions } = await attempt([], () => runner.save(moment(), waiting, session, undoable, true));
    return { plan, readOnly, notices: [...found.answer.notices, ...notices], questions };
  };

  return {
    load: () => inTurn(load),
    keep: (operations) => {
      const action = actionOf(operations);
      queued.set(action.id, action);
      void outbox.put(action);
      return action.id;
    },
    save: (operations, kept = "") => inTurn(async () => {
      const early = queued.get(kept);
      queued.delete(kept);
      checkLengths(operations);
      // Its place among the others is that of the moment when it was made.
      const action = early ? { ...early, seen } : actionOf(operations);
      await outbox.put(action);
      const waiting = await waitingBut(action);
      return told(await attempt(operations, () => runner.save(moment(), waiting, session, undoable, false)));
    }),
    start: (language, operations, progress, cancel) => inTurn(async () => {
      const action = actionOf(operations);
      await outbox.put(action);
      let saved: SaveResult | null = null;
      try {
        saved = await runner.start(moment(), language, [action], progress, cancel);
      } finally {
        // Stopped, or refused before anything was saved: whoever tries again starts with an action of its own.
        if (!saved) {
          session = null;
          await outbox.remove(action.id);
        }
      }
      return saved && kept(saved);
    }),
    answer: (question, choice) => inTurn(() => attempt([], () => runner.answer(moment(), question, choice, session))),
    newRow: () => `${options.client}-${random()}`,
    placeOf: (table, row, field) => inTurn(() => runner.place(session, table, row, field)),
    // Beside whatever is saved meanwhile: what is written was decided at once, into a sheet that nobody else writes into.
    compact: async (progress) => {
      await inTurn(() => Promise.resolve());
      const wanted = compactable;
      compactable = 0;
      return wanted === 0 ? "nothing" : runner.compact(moment(), session, progress).catch(notCompacted);
    },
    addReport: (page) => inTurn(() => runner.addReport(page).catch(refusedReport)),
    removeReport: (page) => inTurn(() => runner.removeReport(page).catch(refusedReport)),
    ...(options.hasNotes && { writeNotes: (notes: readonly CellNote[]) => inTurn(() => runner.writeNotes(session, notes).catch(refusedNotes)) }),
    ...(options.onChange && { onChange: options.onChange }),
  };
}
