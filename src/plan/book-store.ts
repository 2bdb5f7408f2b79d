/** The plan in a workbook whose calls are awaited. */
import { runAsync, type AsyncBook, type Steps, type Work } from "./book";
import { compactSteps } from "./compaction";
import { noteSteps } from "./note-steps";
import { paceOf } from "./pace";
import { addReportSteps, removeReportSteps } from "./report-sheet";
import type { Writer } from "./session";
import { answerSteps, loadSteps, placeSteps, saveSteps, startSteps } from "./steps";
import type { PlanStore } from "./store";
import { storeOver, type StoreOptions } from "./store-over";

export type BookStoreOptions = Writer & Omit<StoreOptions, "runner"> & {
  readonly book: AsyncBook;
  /** Before a call begins: from then on nobody gets a turn between what is read and what is written for it, unless it is long. */
  readonly before?: () => Promise<void>;
  /** Lets the page draw and hear its user; does nothing where a moment ago it did. */
  readonly rest?: () => Promise<void>;
};

const NEVER = { cancelled: false };

export function bookStore(options: BookStoreOptions): PlanStore {
  const listeners = new Set<(work: Work) => void>();
  const told = (work: Work) => listeners.forEach((listener) => listener(work));
  const run = async <T>(steps: Steps<T>): Promise<T> => {
    await options.before?.();
    const result = await runAsync(steps, options.book, told, options.rest);
    await options.rest?.(); // whoever draws it draws for a while
    return result;
  };
  const store = storeOver({
    ...options,
    runner: {
      load: (moment, before, undoable) => run(loadSteps(options, moment, before, undoable)),
      save: (moment, actions, before, undoable, looks) => run(saveSteps(options, moment, actions, before, undoable, null, looks)),
      start: (moment, language, actions, progress, cancel) => run(startSteps(options, moment, language, actions, progress, cancel)),
      answer: (moment, question, choice, before) => run(answerSteps(options, moment, question, choice, before)),
      compact: (moment, before, progress) => (before ? run(compactSteps(options, before, moment, paceOf(progress, NEVER))) : Promise.resolve("nothing")),
      place: (before, table, row, field) => run(placeSteps(options, before, table, row, field)),
      addReport: (page) => run(addReportSteps(page)),
      removeReport: (page) => run(removeReportSteps(page)),
      writeNotes: (before, notes) => run(noteSteps(options, before, notes)),
    },
  });
  return {
    ...store,
    onWork: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
