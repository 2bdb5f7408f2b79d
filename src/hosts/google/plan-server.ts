/**
 * Entry of Plan.js, the library `VoronkaPlan_`: the server's side of the plan. A file of its own, because Code.js is for every cell that
 * calculates. Nothing is kept between two calls: each reads the sheets, works, and is gone.
 */
import { BookFailure, runSync, type SyncBook } from "../../plan/book";
import { noteSteps } from "../../plan/note-steps";
import { Stopped, type Pace } from "../../plan/pace";
import { calculatedRow } from "../../plan/plan-formulas";
import { addReportSteps, removeReportSteps } from "../../plan/report-sheet";
import type { Writer } from "../../plan/session";
import { sheetLayouts } from "../../plan/sheet-layout";
import { startSheets } from "../../plan/start";
import { answerSteps, loadAndCompactSteps, loadSteps, placeSteps, saveSteps, takeBackSteps, type Result } from "../../plan/steps";
import type { Written } from "../../plan/undo";
import type { Language } from "../../plan/words";
import { notationOfLocale } from "./locale";
import { userLanguage } from "./menu";
import { planBook } from "./plan-book";
import { take } from "./plan-check";
import type { PlanMethod, PlanRequests, Prepared, Refused, Wire } from "./plan-rpc";
import { answer } from "./reply";
import { locale } from "./sheet";

/** All write into one lane, one after the other. */
const writerOf = (client: unknown): Writer => ({ client: take.client(client), author: take.client(client), shared: true, layouts: sheetLayouts, calculated: calculatedRow });

/** So long does a call wait for that of somebody else. */
const PATIENCE_MS = 10_000;

/**
 * The whole call, not only the appending: between its reading and its writing no row moves and no number is given twice, whoever else
 * saves. People who type take no lock; for them there is the reconciliation. Without the lock the plan can be looked at.
 */
function underLock<T>(work: (book: SyncBook) => T): T | Refused {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  const isHeld = lock?.tryLock(PATIENCE_MS) ?? false;
  try {
    return work(planBook(isHeld ? null : lock ? "lockBusy" : "noLock"));
  } catch (error) {
    if (!(error instanceof BookFailure)) throw error;
    const { kind, sheet, range, detail } = error;
    return { refused: { kind, sheet, range, detail } };
  } finally {
    if (lock && isHeld) release(lock);
  }
}

/** What is not in the sheet yet must be there before anybody else reads it. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

/** JSON leaves out what is undefined. */
const wire = <R extends Result<unknown>>(result: R): Wire<R> => ({ ...result, session: undefined });

/** What an undo would have taken back; made by this program, and believed only as far as the sheets agree. */
const undoableOf = (value: unknown): readonly Written[] => take.list(value) as readonly Written[];

type PlanHandlers = { readonly [M in PlanMethod]: (taken: readonly unknown[]) => PlanRequests[M]["gives"] };
const handlers: PlanHandlers = {
  begin: () => ({ language: userLanguage(), notation: notationOfLocale(locale()).argument === ";" ? "semicolon" : "comma", spreadsheet: SpreadsheetApp.getActive().getId() }),
  load: ([client, moment, undoable]) => {
    const steps = loadSteps(writerOf(client), take.moment(moment), null, undoableOf(undoable));
    return underLock((book) => {
      const result = runSync(steps, book);
      return result && wire(result);
    });
  },
  save: ([client, moment, actions, undoable, marks]) => {
    const steps = saveSteps(writerOf(client), take.moment(moment), take.actions(actions), null, undoableOf(undoable), null, marks === true);
    return underLock((book) => wire(runSync(steps, book)));
  },
  answer: ([client, moment, question, choice]) => {
    const steps = answerSteps(writerOf(client), take.moment(moment), take.text(question), take.text(choice));
    return underLock((book) => wire(runSync(steps, book)));
  },
  prepare: ([client, language]) => {
    const [writer, spoken] = [writerOf(client), take.language(language)];
    return underLock((book) => prepare(writer, spoken, book));
  },
  takeBack: ([client, moment, actions, made]) => {
    const steps = takeBackSteps(writerOf(client), take.moment(moment), take.actions(actions), take.texts(made));
    return underLock((book) => {
      runSync(steps, book);
      return null;
    });
  },
  compact: ([client, moment]) => {
    const [writer, at] = [writerOf(client), take.moment(moment)];
    return underLock((book) => runSync(loadAndCompactSteps(writer, at), book));
  },
  place: ([client, table, row, field]) => {
    const steps = placeSteps(writerOf(client), null, take.table(table), take.text(row), take.field(field) ?? undefined);
    return underLock((book) => runSync(steps, book));
  },
  addReport: ([page]) => {
    const steps = addReportSteps(take.page(page));
    return underLock((book) => runSync(steps, book));
  },
  writeNotes: ([client, notes]) => {
    const steps = noteSteps(writerOf(client), null, take.notes(notes));
    return underLock((book) => runSync(steps, book));
  },
  removeReport: ([page]) => {
    const steps = removeReportSteps(take.page(page));
    return underLock((book) => runSync(steps, book));
  },
};

/** After so long a call that makes sheets gives back what it has: progress is seen, and the user can stop it. */
const CHUNK_MS = 4000;

function prepare(writer: Writer, language: Language, book: SyncBook): Prepared {
  const made: string[] = [];
  const end = Date.now() + CHUNK_MS;
  let [done, of] = [0, 0];
  const pace: Pace = {
    expect: (steps) => {
      of += steps;
    },
    step: () => {
      // The first step is only that of the hidden sheets: with the second at the latest something was made.
      if (done > 1 && Date.now() > end) throw new Stopped();
      done += 1;
    },
  };
  try {
    runSync(startSheets(writer, language, pace, made), book);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return { made, left: of - done };
}

export const planRpc = (method: unknown, json: unknown): string => answer(handlers, method, json);
