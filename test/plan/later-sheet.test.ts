/** Targets by month stand on a sheet that plans begin without: made with the first of them, unknown to older versions, and never somebody's own. */
import { sheetsOf } from "../../src/plan/sheet-layout";
import { calculatedRow } from "../../src/plan/plan-formulas";
import { bookStore } from "../../src/plan/book-store";
import { BookFailure, type AsyncBook } from "../../src/plan/book";
import { memoryBook, type MemoryBook } from "../../src/plan/memory-book";
import { memoryOutbox } from "../../src/plan/outbox";
import type { PlanStore } from "../../src/plan/store";
import { cellsWritten, go, rig, shown, sheetOf, type } from "./book-rig";
import { day } from "./rig";

const SHEET = "Monthly targets";
const JULY = day("2026-07-01");
const month = (store: PlanStore, goal: string, date = JULY, target = 3) => ({ kind: "create" as const, table: "months" as const, row: store.newRow(), fields: { goal, month: date, target } });

async function begun(through?: (inner: AsyncBook) => AsyncBook, book: MemoryBook = memoryBook(), language: "en" | "ru" = "en") {
  const each = rig("anna", book, through);
  const store = bookStore({ ...each.options, calculated: calculatedRow });
  const goal = store.newRow();
  await store.start(language, [{ kind: "create", table: "goals", row: goal, fields: { name: "Revenue", type: "increase", accumulate: "sum", target: 12, start: JULY, end: day("2026-09-30"), owner: "Anna" } }], go.progress, go.cancel);
  await store.load();
  return { ...each, store, goal };
}
const formula = (book: MemoryBook): string => (shown(book, "goals", 1, "expected") as { formula: string }).formula;
const again = (book: MemoryBook, client: string) => bookStore({ ...rig(client, book).options, calculated: calculatedRow });

test("a plan begins without the sheet and gets it, and the goal its formula, with the first target", async () => {
  const { book, store } = await begun();
  expect([[...book.sheets.keys()].filter((name) => !name.startsWith("_")), formula(book).includes("PLAN_MONTH")]).toEqual([sheetsOf("en").slice(0, 10), false]);
  const saved = await store.save([month(store, "G-001")]);
  expect([saved.state, saved.plan.rows.months.map(({ fields }) => fields)]).toEqual(["workbook", [{ goal: "G-001", month: JULY, target: 3 }]]);
  expect([shown(book, "months", 1, "goal"), shown(book, "months", 1, "target"), formula(book)]).toEqual(["G-001 Revenue", 3, expect.stringContaining("SUMIFS(PLAN_MONTH_TARGET,PLAN_MONTH_GOAL,$A2")]);
  await store.load(); // notes that the row was found in its place
  expect(await cellsWritten(book, () => store.load())).toBe(0);
  expect(await cellsWritten(book, () => again(book, "boris").load())).toBe(0);
});

test("without targets the formula is the plain one again, and the sheet stays", async () => {
  const { book, store } = await begun();
  const plain = formula(book);
  const first = month(store, "G-001");
  await store.save([first]);
  await store.save([{ kind: "delete", table: "months", row: first.row }]);
  expect([formula(book), book.sheets.has(SHEET), (await store.load())!.plan.rows.months]).toEqual([plain, true, []]);
});

test("a formula of a person stays what it is", async () => {
  const { book, store } = await begun();
  type(book, "goals", 1, "expected", { formula: "=A1*2", result: 0 });
  await store.save([month(store, "G-001")]);
  expect(formula(book)).toBe("=A1*2");
});

test("targets typed into the sheet by hand are taken over, and the goal gets its formula", async () => {
  const { book, store } = await begun();
  await store.save([month(store, "G-001")]);
  ["G-001", day("2026-08-01"), 4].forEach((cell, i) => type(book, "months", 2, ["goal", "month", "target"][i]!, cell));
  expect((await store.load())!.plan.rows.months.map(({ fields }) => fields.target)).toEqual([3, 4]);
  expect(shown(book, "months", 2, "goal")).toBe("G-001 Revenue");
});

test("a sheet of somebody's own with the same name and headers is left alone", async () => {
  const { book, store } = await begun();
  const own = [["Goal", "Month", "Target of the month"], ["G-001", JULY, 99]];
  book.sheets.set(SHEET, { ...book.sheets.get("Goals")!, rows: own.map((cells) => [...cells]) } as never);
  expect((await store.load())!.plan.rows.months).toEqual([]);
  await store.save([month(store, "G-001")]);
  expect(book.sheets.get(SHEET)!.rows).toEqual(own);
  expect(book.sheets.get(`${SHEET} (plan)`)!.rows[1]!.slice(0, 3)).toEqual(["G-001 Revenue", JULY, 3]);
  expect((await again(book, "boris").load())!.plan.rows.months.map(({ fields }) => fields.target)).toEqual([3]);
});

test("where the sheet cannot be made nothing is written, and the target waits", async () => {
  let refuses = true;
  const { book, store, outbox } = await begun((inner) => async (request) => {
    if (refuses && request.kind === "batch" && request.commands.some((command) => command.kind === "addSheet" && command.sheet === SHEET)) throw new BookFailure("protected");
    return inner(request);
  });
  let saved = await store.save([month(store, "G-001")]);
  expect([saved.state, saved.plan.rows.months.length, (await outbox.list()).length, book.sheets.has(SHEET)]).toEqual(["outbox", 1, 1, false]);
  refuses = false;
  saved = await store.save([]);
  expect([(await outbox.list()).length, shown(book, "months", 1, "target")]).toEqual([0, 3]);
});

test("the sheet that was deleted comes back with the next target, and it is asked what becomes of the others", async () => {
  const { book, store } = await begun();
  await store.save([month(store, "G-001")]);
  await store.load();
  book.sheets.delete(SHEET);
  expect((await store.load())!.plan.rows.months).toHaveLength(1);
  const saved = await store.save([month(store, "G-001", day("2026-08-01"), 4)]);
  expect([sheetOf(book, "months").rows.length > 1, saved.plan.rows.months.length]).toEqual([true, 2]);
});

test("a Russian plan gets a Russian sheet", async () => {
  const { book, store } = await begun(undefined, memoryBook(), "ru");
  await store.save([month(store, "G-001")]);
  expect(book.sheets.get("Планы по месяцам")!.rows[0]!.slice(0, 3)).toEqual(["Цель", "Месяц", "План месяца"]);
});

test("what waited in the outbox of a pane that was closed finds its sheet, too", async () => {
  const { book, store } = await begun();
  const outbox = memoryOutbox();
  await outbox.put({ id: "waiting1", operations: [month(store, "G-001")], seen: "", at: "2026-11-25T10:00:00.000Z" });
  const later = bookStore({ ...rig("anna", book, undefined, outbox).options, calculated: calculatedRow });
  expect((await later.load())!.plan.rows.months).toHaveLength(1);
  expect([shown(book, "months", 1, "target"), await outbox.list()]).toEqual([3, []]);
});

describe.each(["before", "after"] as const)("a save that is stopped %s its n-th request", (when) => {
  test.each(Array.from({ length: 14 }, (_, i) => i + 1))("n = %i: afterwards each target is there once, on one sheet, and the goal has its formula", async (nth) => {
    let left = Infinity;
    const { book, store, outbox } = await begun((inner) => async (request) => {
      left -= 1;
      if (left === 0 && when === "before") throw new BookFailure("quota");
      const answer = await inner(request);
      if (left === 0) throw new BookFailure("quota");
      return answer;
    });
    left = nth;
    const saved = await store.save([month(store, "G-001"), month(store, "G-001", day("2026-08-01"), 4)]);
    // Shown at once, whether it is saved or waits.
    expect(saved.plan.rows.months.map(({ fields }) => fields.target)).toEqual([3, 4]);
    expect(await outbox.list()).toHaveLength(saved.state === "outbox" ? 1 : 0);
    left = Infinity;
    await store.load();
    const after = bookStore({ ...rig("anna", book, undefined, outbox).options, calculated: calculatedRow });
    expect((await after.load())!.plan.rows.months.map(({ fields }) => fields.target)).toEqual([3, 4]);
    expect([[...book.sheets.keys()].filter((name) => name.startsWith(SHEET)), sheetOf(book, "months").rows.slice(1).map((cells) => cells[2]), formula(book).includes("PLAN_MONTH_"), await outbox.list()]).toEqual([[SHEET], [3, 4], true, []]);
  });
});

test("two who give targets at the same time make one sheet, and both are on it", async () => {
  const { book, store } = await begun();
  const boris = again(book, "boris");
  await boris.load();
  await store.save([month(store, "G-001")]);
  expect((await boris.save([month(boris, "G-001", day("2026-08-01"), 4)])).plan.rows.months.map(({ fields }) => fields.target)).toEqual([3, 4]);
  expect([[...book.sheets.keys()].filter((name) => name.startsWith(SHEET)), (await store.load())!.plan.rows.months.length]).toEqual([[SHEET], 2]);
});
