/** Batches of the plan, and cells that are being edited meanwhile. */
import { CHANGED } from "../../plan/book";
import { bookFailure } from "./plan-failures";

/** So often a version that cannot wait is asked whether a cell is still being edited, in which distance. */
const [TRIES, TRY_MS] = [20, 500];

/** @param delayForCellEdit while a cell is being edited Excel waits for the end of it instead of failing; not every version can */
export const run = <T>(work: (context: Excel.RequestContext) => Promise<T>, delayForCellEdit = true, mergeUndoGroup = false): Promise<T> =>
  Excel.run({ delayForCellEdit, ...(mergeUndoGroup && { mergeUndoGroup }) }, work);

/** What may be begun again, in a version that cannot wait. @throws what Excel says of a cell that is still being edited after ten seconds */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (bookFailure(error).kind !== "editing" || bookFailure(error).detail === CHANGED || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_MS));
    }
  }
}

export const untilEntered = (): Promise<void> => patiently(() => run(async (context) => {
  context.workbook.load("name");
  await context.sync();
}));
