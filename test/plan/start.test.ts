/** Where the plan's sheets go when names are taken, and how they are found again. */
import { memoryBook } from "../../src/plan/memory-book";
import { cellsWritten, go, rig, started } from "./book-rig";
import { givenSettings, readyPlan } from "../../src/plan/ready-plan";

const GOAL = { kind: "create", table: "goals", fields: { name: "NPS", type: "keep ≥", target: 50 } } as const;

test("a sheet of one's own keeps its name and its cells; the plan's sheet stands beside it", async () => {
  const book = memoryBook();
  const own = [["Goal", "Owner", "Target"], ["Win the cup", "Anna", 1]];
  book.sync({ kind: "batch", commands: [{ kind: "addSheet", sheet: "goals", hidden: false, layout: null }, { kind: "append", sheet: "goals", cells: own }] });
  const { store } = rig("anna", book);
  await store.start("en", [{ ...GOAL, row: store.newRow() }], go.progress, go.cancel);
  expect(book.sync({ kind: "read", sheets: ["goals"] })).toEqual([{ values: own, formulas: [] }]);
  expect([...book.sheets.keys()]).toContain("Goals (plan)");
  const other = rig("boris", book);
  expect((await other.store.load())!.plan.rows.goals.map(({ fields }) => fields.name)).toEqual(["NPS"]);
  expect(await cellsWritten(book, () => other.store.load())).toBe(0);
});

test("in Russian it stands beside it too", async () => {
  const book = memoryBook();
  book.sync({ kind: "batch", commands: [{ kind: "addSheet", sheet: "Команда", hidden: false, layout: null }] });
  const { store } = rig("anna", book);
  await store.start("ru", [{ ...GOAL, row: store.newRow() }], go.progress, go.cancel);
  expect([...book.sheets.keys()]).toContain("Команда (план)");
});

test("a sheet that was renamed is found by the name of its table", async () => {
  const { book, store } = await started();
  const goals = book.sheets.get("Goals")!;
  book.sheets.delete("Goals");
  book.sheets.set("What we want", goals);
  book.tables.set("PLAN_GOALS", "What we want");
  const loaded = (await store.load())!;
  expect(loaded.plan.rows.goals.map(({ fields }) => fields.name)).toEqual(["CAC", "NPS"]);
  expect([loaded.notices, loaded.questions]).toEqual([[], []]);
});

test("started again, only what is missing is made", async () => {
  const { book, store } = await started();
  const before = [...book.sheets.keys()];
  book.sheets.delete("Actions");
  await store.start("en", [], go.progress, go.cancel);
  expect(new Set(book.sheets.keys())).toEqual(new Set(before));
});

test("of how many blocks a ready-made plan consists is known from its first one", async () => {
  const { store } = rig("anna", memoryBook());
  const inputs = { from: 46204, to: 46295, target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "USD", variant: "short" } as const;
  const seen: (readonly [number, number])[] = [];
  await store.start("en", [...readyPlan(inputs, "en", store.newRow, 46204), ...givenSettings(inputs, store.newRow)], (done, of) => void seen.push([done, of]), go.cancel);
  expect(new Set(seen.map(([, of]) => of)).size).toBe(1);
  expect(seen.at(-1)![0]).toBe(seen.at(-1)![1]);
});
