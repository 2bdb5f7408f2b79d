/** A header that a person renames by hand, over any workbook: run over memory here, over the real programs elsewhere. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook, SheetContent } from "../../src/plan/book";
import { memoryOutbox } from "../../src/plan/outbox";
import { calculatedRow } from "../../src/plan/plan-formulas";
import type { Value } from "../../src/plan/plan";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import { TABLES } from "../../src/plan/tables";
import type { PlanStore } from "../../src/plan/store";

let made = 0;
const SHEET = TABLES.goals.sheet.en;

/** @param shared all write into one lane */
export function renamedContract(makeBook: () => Promise<AsyncBook>, shared = false): void {
  const open = (book: AsyncBook, client = "anna"): PlanStore => bookStore({
    client, author: client, shared, layouts: sheetLayouts, calculated: calculatedRow, book, outbox: memoryOutbox(),
    now: () => "2026-11-26T10:00:00Z", random: () => `h${(made += 1)}`,
  });
  const cells = async (book: AsyncBook): Promise<SheetContent["values"]> => ((await book({ kind: "read", sheets: [SHEET] })) as readonly SheetContent[])[0]!.values;
  const headers = async (book: AsyncBook): Promise<readonly unknown[]> => (await cells(book))[0]!.filter((cell) => cell !== null && cell !== "");
  const column = async (book: AsyncBook, header: string): Promise<number> => (await cells(book))[0]!.indexOf(header);
  const type = async (book: AsyncBook, row: number, at: number, cell: Value): Promise<void> => void (await book({ kind: "batch", commands: [{ kind: "set", sheet: SHEET, row, column: at, cells: [[cell]] }] }));

  test("a renamed header is asked about by its name, answered once, and known to every pane; what was typed under it counts, and no second column comes", async () => {
    const book = await makeBook();
    const store = open(book);
    const [a, b] = [store.newRow(), store.newRow()];
    await store.start("en", [[a, "A", 60], [b, "B", 70]].map(([row, name, target]) => ({ kind: "create" as const, table: "goals" as const, row: String(row), fields: { name: name!, target: target! } })), () => undefined, { cancelled: false });
    await store.load();
    const at = await column(book, "Target");
    const before = await headers(book);
    await type(book, 0, at, "Plan for Q3");
    await type(book, 1, at, 65);
    const [question] = (await store.load())!.questions;
    expect([question!.sentence.en, question!.choices.map(({ words }) => words.en)]).toEqual([
      "Column “Target” is gone from Goals. Is it now “Plan for Q3”? Its values are safe in the plan. Formulas over this table, such as GOAL_VALUE, still look for the old header.",
      ["Yes, “Plan for Q3”", "Restore", "Ignore"],
    ]);
    await store.save([{ kind: "update", table: "goals", row: b, fields: { owner: "Vera" } }]);
    expect(await headers(book)).toEqual(before.map((header) => (header === "Target" ? "Plan for Q3" : header)));
    const { questions, plan, notices } = await store.answer(question!.id, question!.choices[0]!.id);
    expect([questions, plan.rows.goals.map(({ fields }) => [fields.target, fields.owner]), notices.map(({ kind }) => kind)]).toEqual([[], [[65, null], [70, "Vera"]], ["hand"]]);
    for (const pane of [store, open(book), open(book, "boris")]) {
      const loaded = (await pane.load())!;
      expect([loaded.questions, loaded.notices, loaded.plan.rows.goals.map(({ fields }) => fields.target)]).toEqual([[], [], [65, 70]]);
    }
    await store.save([{ kind: "update", table: "goals", row: a, fields: { target: 80 } }]);
    expect([(await cells(book)).slice(1, 3).map((row) => row[at]), (await headers(book)).filter((header) => header === "Target")]).toEqual([[80, 70], []]);
  });

  test("a renamed calculated column is known by its formulas, and the next row has them all", async () => {
    const book = await makeBook();
    const store = open(book);
    const add = (name: string) => ({ kind: "create" as const, table: "goals" as const, row: store.newRow(), fields: { name, target: 60 } });
    await store.start("en", [add("A"), add("B")], () => undefined, { cancelled: false });
    await store.load();
    const at = await column(book, "Progress");
    await type(book, 0, at, "Done so far");
    const { notices, questions } = (await store.load())!;
    expect([notices.map(({ kind }) => kind), questions]).toEqual([["renamed"], []]);
    await store.save([add("C")]);
    const [content] = (await book({ kind: "read", sheets: [SHEET] })) as readonly SheetContent[];
    const inRow = (row: number) => content!.formulas.filter((each) => each.row === row).map((each) => each.column);
    expect(inRow(1)).toContain(at);
    expect([inRow(3), (await headers(book)).includes("Progress")]).toEqual([inRow(1), false]);
  });
}
