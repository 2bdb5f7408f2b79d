/** The shortening of the journal over any workbook: run over memory here, over the real programs elsewhere. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook, SheetContent } from "../../src/plan/book";
import { memoryOutbox } from "../../src/plan/outbox";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import type { PlanStore } from "../../src/plan/store";

let made = 0;

/** @param shared all write into one lane */
export function compactionContract(makeBook: () => Promise<AsyncBook>, shared = false): void {
  const open = (client: string, book: AsyncBook): PlanStore => bookStore({
    client, author: client, shared, layouts: sheetLayouts, calculated: null, book, outbox: memoryOutbox(),
    now: () => "2026-11-25T10:00:00Z", random: () => `q${(made += 1)}`, rules: { days: -1, silentDays: 1000, least: 5, recent: 3, ackEvery: 1 },
  });
  const names = async (book: AsyncBook): Promise<readonly string[]> => (await book({ kind: "sheets" })) as readonly string[];
  const contents = async (book: AsyncBook): Promise<readonly (SheetContent | null)[]> => (await book({ kind: "read", sheets: await names(book) })) as readonly (SheetContent | null)[];
  const filled = (content: SheetContent | null): number => content?.values.filter((row) => row.some((cell) => cell !== null)).length ?? 0;

  test("shortened three times by two people, the plan is the same, the lanes are cleared, and a further look writes nothing", async () => {
    const book = await makeBook();
    const [anna, boris] = [open("anna", book), open("boris", book)];
    const goal = anna.newRow();
    const fields = { name: "CAC", target: 0, end: 46295, owner: "=Anna", note: "'quoted" };
    await anna.start("en", [{ kind: "create", table: "goals", row: goal, fields }], () => undefined, { cancelled: false });
    for (const round of [1, 2, 3]) {
      for (const [i, store] of [anna, boris, anna].entries()) {
        await store.load();
        await store.save(Array.from({ length: 20 }, (_, n) => ({ kind: "update", table: "goals", row: goal, fields: { target: 1000 * round + 100 * i + n } })));
      }
      const compacting = round === 2 ? boris : anna;
      await compacting.load();
      expect(await compacting.compact(() => undefined)).toBe("done");
    }
    const lanes = (await names(book)).filter((name) => name.startsWith("_fp_j_"));
    expect(lanes.filter((name) => name.includes("_s-")).sort()).toEqual(["_fp_j_s-2-boris", "_fp_j_s-3-anna"]);
    const written = (await book({ kind: "read", sheets: lanes.filter((name) => !name.includes("_s-")) })) as readonly (SheetContent | null)[];
    // 180 changes and more were written; two rounds of three are cleared.
    expect(written.reduce((sum, content) => sum + filled(content), 0)).toBeLessThan(90);
    const { plan, questions, notices } = (await open("vera", book).load())!;
    expect(plan.rows.goals.map((row) => row.fields)).toMatchObject([{ ...fields, target: 3219 }]);
    expect([questions, notices]).toEqual([[], []]);
    await anna.load();
    await boris.load();
    const before = await contents(book);
    await anna.load();
    await boris.load();
    expect(await contents(book)).toEqual(before);
  });
}
