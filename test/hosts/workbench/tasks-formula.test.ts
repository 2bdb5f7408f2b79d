/** The share of a milestone's tasks that are done, calculated by the workbench's engine in the goal's own cell. */
import type { IWorkbookData } from "@univerjs/core";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import { bookStore } from "../../../src/plan/book-store";
import { memoryOutbox } from "../../../src/plan/outbox";
import { calculatedRow } from "../../../src/plan/plan-formulas";
import { sheetLayouts } from "../../../src/plan/sheet-layout";
import { tasksFormula } from "../../../src/plan/tasks-formula";
import type { Language } from "../../../src/plan/words";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

jest.setTimeout(60_000);
let book: HeadlessBook | null = null;
afterEach(() => {
  book?.close();
  book = null;
});

test("in the English notation, over whole columns", () => {
  const cancelled = ["cancelled", "отменена"];
  const counts = (statuses: readonly string[]) => ["G-011", "G-011 *"].flatMap((goal) => statuses.map((status) => `COUNTIFS('My tasks'!$L:$L,"${goal}",'My tasks'!$AA:$AA,"${status}")`)).join("+");
  expect(tasksFormula("G-011", "'My tasks'!L2", "'My tasks'!AA2")).toBe(`=IFERROR((${counts(["done", "выполнена"])})/(COUNTIF('My tasks'!$L:$L,"G-011")+COUNTIF('My tasks'!$L:$L,"G-011 *")-(${counts(cancelled)})),0)`);
});

test.each<Language>(["en", "ru"])("done ÷ all but those that are cancelled; it follows the tasks (%s)", async (language) => {
  book = await openBook({ id: `tasks-${language}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d"], sheets: { d: { id: "d", name: "Data", rowCount: 20, columnCount: 5, cellData: {} } } } as unknown as IWorkbookData, { language });
  let made = 0;
  const store = bookStore({
    client: "abcdefghij", author: "abcdefghij", shared: false, layouts: sheetLayouts, calculated: calculatedRow, book: planBook(bookSheets(book)), outbox: memoryOutbox(), now: () => "2026-08-15T10:00:00Z", random: () => `abcdefgh${(made += 1)}`,
  });
  const goal = store.newRow();
  const tasks = ["done", "in progress", "cancelled", "done", "done"].map((status, i) => ({ row: store.newRow(), status, of: i < 4 ? "G-001" : null }));
  await store.start(language, [
    { kind: "create", table: "goals", row: goal, fields: { name: "CRM in use", type: "milestone", unit: "yes/no", accumulate: "last value" } },
    ...tasks.map(({ row, status, of }) => ({ kind: "create" as const, table: "tasks" as const, row, fields: { action: "Do it", status, goal: of } })),
  ], () => undefined, { cancelled: false });
  const [at, status] = [await store.placeOf("tasks", tasks[0]!.row, "goal"), await store.placeOf("tasks", tasks[0]!.row, "status")];
  await store.save([{ kind: "update", table: "goals", row: goal, fields: { actual: { formula: tasksFormula("G-001", at!, status!) } } }]);
  const fact = async (wanted: number): Promise<unknown> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { actual } = (await store.load())!.plan.rows.goals[0]!.fields;
      if (actual !== null && Math.abs(actual - wanted) < 1e-9) return wanted;
      await new Promise((later) => setTimeout(later, 100));
    }
    return (await store.load())!.plan.rows.goals[0]!.fields.actual;
  };
  expect(await fact(2 / 3)).toBe(2 / 3);
  await store.save([{ kind: "update", table: "tasks", row: tasks[1]!.row, fields: { status: "done" } }]);
  expect(await fact(1)).toBe(1);
});
