/** The plan of the workbook that is open: its store over the sheets of the page. */
import { bookStore } from "../../plan/book-store";
import { memoryOutbox } from "../../plan/outbox";
import { calculatedRow } from "../../plan/plan-formulas";
import { sheetLayouts } from "../../plan/sheet-layout";
import type { PlanStore } from "../../plan/store";
import { randomLetters, rest } from "../../pane/here";
import { planBook } from "./plan-book";
import { planChanges } from "./plan-changes";
import type { Sheet } from "./sheet";

/**
 * Nobody else writes here, and a workbook that is closed takes its plan along into the file: neither the client nor the outbox
 * needs to live longer than the page.
 *
 * @param onOpened tells when another workbook is shown: it has a plan of its own, or none
 */
export function planStore(sheet: Sheet, onOpened: (listener: () => void) => () => void): PlanStore {
  const changes = planChanges(sheet);
  return bookStore({
    client: randomLetters(), author: "workbench", shared: false, keepsContents: true, layouts: sheetLayouts, calculated: calculatedRow, book: planBook(sheet, changes.read, changes.writing), outbox: memoryOutbox(),
    now: () => new Date().toISOString(), random: randomLetters, rest,
    onChange: (listener) => {
      const opened = () => {
        changes.forget();
        listener();
      };
      const stops = [onOpened(opened), changes.onChange(listener)];
      return () => stops.forEach((stop) => stop());
    },
  });
}
