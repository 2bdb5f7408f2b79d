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
    client: randomLetters(), author: "workbench", shared: false, keepsContents: true, hasNotes: true, layouts: sheetLayouts, calculated: calculatedRow, book: planBook(sheet, changes.read, changes.writing), outbox: memoryOutbox(),
    now: () => new Date().toISOString(), random: randomLetters, rest, before: () => arrived(sheet),
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

/**
 * What a person has left half typed in a cell to go on in the pane is taken over before the plan is read, or a row would be written that
 * does not know of it. Whoever types in the sheet now is not disturbed.
 */
async function arrived(sheet: Pick<Sheet, "endEditing">): Promise<void> {
  // The engine takes the focus where nobody has it, as while it goes from one field of the pane to the next: what is typed would go into a cell.
  await new Promise((settled) => setTimeout(settled));
  if (document.activeElement?.closest("#side")) await sheet.endEditing();
}
