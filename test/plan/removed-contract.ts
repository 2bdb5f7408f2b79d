/** A row that a person takes out of its table by hand, over any workbook: run over memory here, over the real programs elsewhere. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook, SheetContent } from "../../src/plan/book";
import { memoryOutbox } from "../../src/plan/outbox";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import { TABLES } from "../../src/plan/tables";
import type { PlanStore } from "../../src/plan/store";

let made = 0;
const SHEET = TABLES.goals.sheet.en;

/** @param shared all write into one lane */
export function removedContract(makeBook: () => Promise<AsyncBook>, shared = false): void {
  const open = (book: AsyncBook): PlanStore => bookStore({
    client: "anna", author: "anna", shared, layouts: sheetLayouts, calculated: null, book, outbox: memoryOutbox(),
    now: () => "2026-11-25T10:00:00Z", random: () => `m${(made += 1)}`,
  });
  const cells = async (book: AsyncBook): Promise<SheetContent["values"]> => ((await book({ kind: "read", sheets: [SHEET] })) as readonly SheetContent[])[0]!.values;
  async function takeOut(book: AsyncBook, label: string): Promise<void> {
    const values = await cells(book);
    const columns = values[0]!.filter((cell) => cell !== null && cell !== "").length;
    await book({ kind: "batch", commands: [{ kind: "deleteRow", sheet: SHEET, row: values.findIndex(([cell]) => cell === label), column: 0, columns }] });
  }
  const create = (store: PlanStore, name: string) => ({ kind: "create", table: "goals", row: store.newRow(), fields: { name } }) as const;

  test.each([
    ["the first", "G-001", false], ["the last", "G-003", false], ["the last, made just now", "G-003", true],
  ])("a row taken out by hand is asked about, in this pane and the next, and stays in the plan until that is answered: %s", async (_, label, justNow) => {
    const book = await makeBook();
    const store = open(book);
    await store.start("en", [create(store, "A"), create(store, "B")], () => undefined, { cancelled: false });
    await store.load();
    await store.save([create(store, "C")]);
    if (!justNow) await store.load();
    await takeOut(book, label);
    for (const pane of [store, store, open(book)]) {
      const { questions, notices, plan } = (await pane.load())!;
      expect([questions.map(({ kind, sentence }) => [kind, sentence.en.includes(label)]), notices, plan.rows.goals.length]).toEqual([[["removedByHand", true]], [], 3]);
    }
    const [question] = (await store.load())!.questions;
    const { plan, questions } = await store.answer(question!.id, "remove");
    expect([plan.rows.goals.map((goal) => goal.label), questions]).toEqual([["G-001", "G-002", "G-003"].filter((each) => each !== label), []]);
    expect((await cells(book)).slice(1).flatMap(([cell]) => (typeof cell === "string" && cell !== "" ? [cell] : []))).toEqual(plan.rows.goals.map((goal) => goal.label));
  });
}
