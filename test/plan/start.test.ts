/** Where the plan's sheets go when names are taken, and how they are found again. */
import { memoryBook } from "../../src/plan/memory-book";
import { cellsWritten, go, rig, started } from "./book-rig";
import { isBare, startOver, startTaken } from "../../src/plan/beginning";
import { changedSince } from "../../src/pane/plan/undo";
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

test.each(["en", "ru"] as const)("a whole start can be undone by one press: a reference with a name is what the sheet keeps of it (%s)", async (language) => {
  const { store } = rig("anna", memoryBook());
  const operations = readyPlan({ from: 46204, to: 46295, target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "USD", variant: "short" }, language, store.newRow, 46204);
  const { plan } = (await store.start(language, operations, go.progress, go.cancel))!;
  expect(changedSince(plan, operations)).toBeNull();
  // Another goal is another thing, whatever its name is.
  const task = plan.rows.tasks.find(({ fields }) => fields.goal !== null)!;
  const other = plan.rows.goals.find(({ label }) => label !== task.fields.goal)!.label;
  await store.save([{ kind: "update", table: "tasks", row: task.row, fields: { goal: other } }]);
  expect(changedSince((await store.load())!.plan, operations)).toEqual({ table: "tasks", row: task.row });
});

test("what takes a start back leaves the cells that have names, and the next start fills them and makes none twice", async () => {
  const { store } = rig("anna", memoryBook());
  const ready = (target: number, currency: string) => [...readyPlan({ from: 46204, to: 46295, target, deal: 150_000, repeat: 0.25, currency, variant: "short" }, "en", store.newRow, 46204)];
  const first = ready(12_000_000, "USD");
  const { plan } = (await store.start("en", first, go.progress, go.cancel))!;
  const settings = plan.rows.settings.length;
  expect([settings > 5, isBare(plan)]).toEqual([true, false]);
  await store.save(startTaken(plan, first));
  const taken = (await store.load())!.plan;
  expect([taken.rows.settings.length, taken.rows.season.length, taken.rows.goals.length, taken.rows.cycles.length, isBare(taken)]).toEqual([settings, 12, 0, 0, true]);
  const second = startOver(taken, ready(20_000_000, "EUR"));
  const again = (await store.start("en", second, go.progress, go.cancel))!.plan;
  expect(changedSince(again, second)).toBeNull();
  expect([again.rows.settings.length, again.rows.season.length, again.rows.goals.length, again.rows.goals[0]!.fields.target]).toEqual([settings, 12, 11, 20_000_000]);
  expect(again.rows.settings.find(({ fields }) => fields.name === "PLAN_CURRENCY")!.fields.value).toBe("EUR");
  // No number is given twice, and what refers to a goal means one of the new ones.
  const labels = again.rows.goals.map(({ label }) => label);
  expect(labels[0]).toBe("G-012");
  expect(again.rows.tasks.filter(({ fields }) => fields.goal !== null && !labels.includes(fields.goal))).toEqual([]);
});
