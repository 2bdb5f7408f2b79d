/** The plan of the workbook: its store over the sheets of Excel. */
import { keeper, randomLetters, rest } from "../../pane/here";
import { BookFailure } from "../../plan/book";
import { bookStore } from "../../plan/book-store";
import { calculatedRow } from "../../plan/plan-formulas";
import { refusal } from "../../plan/sentences";
import { sheetLayouts } from "../../plan/sheet-layout";
import type { PlanStore } from "../../plan/store";
import { currentLanguage } from "./language";
import { excelBook } from "./plan-book";
import { changesOfSheets } from "./plan-changes";
import { hasNotes } from "./plan-notes";
import { clientHere, workbookOutbox } from "./plan-client";

/** @param client who writes; found out in the browser where it is left out */
export async function excelPlan(client?: string): Promise<PlanStore> {
  const kept = keeper();
  const me = client ?? (await clientHere(kept));
  const { onChange, writing } = changesOfSheets();
  const store = bookStore({
    client: me, author: me, shared: false, layouts: sheetLayouts, calculated: calculatedRow, book: excelBook(writing), outbox: workbookOutbox(kept, me),
    now: () => new Date().toISOString(), random: randomLetters, rest, onChange, hasNotes: hasNotes(),
  });
  return {
    ...store,
    load: () => told(store.load()),
    start: (...taken) => told(store.start(...taken)),
    save: (operations, kept) => told(store.save(operations, kept)),
    answer: (question, choice) => told(store.answer(question, choice)),
    placeOf: (...taken) => told(store.placeOf(...taken)),
  };
}

/** A refusal is a sentence for the user. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof BookFailure ? new Error(refusal(error)[currentLanguage()]) : error;
  }
}
