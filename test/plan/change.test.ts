import { change, changeAll } from "../../src/plan/change";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { TABLES, TABLE_KEYS } from "../../src/plan/tables";
import { memoryStore } from "../../src/plan/memory-store";

const start: Plan = changeAll(emptyPlan("en"), [
  { kind: "create", table: "goals", row: "a-1", fields: { name: "CAC", type: "Снизить", target: 60000 } },
  { kind: "create", table: "goals", row: "a-2", fields: { name: "NPS", type: "keep ≥", target: 50 } },
]);

test("a new row gets the next label and understands words of either language", () => {
  expect(start.rows.goals.map(({ label, fields }) => [label, fields.type])).toEqual([["G-001", "decrease"], ["G-002", "keep ≥"]]);
});

test("an update changes the fields it names, and nothing else, and leaves the old plan as it was", () => {
  const after = change(start, { kind: "update", table: "goals", row: "a-1", fields: { target: 55000 } });
  expect(after.rows.goals[0]!.fields).toEqual({ ...start.rows.goals[0]!.fields, target: 55000 });
  expect(after.rows.goals[1]).toBe(start.rows.goals[1]);
  expect(start.rows.goals[0]!.fields.target).toBe(60000);
});

test.each([
  ["a number as text", { target: "40 days" }, { target: null }, { target: "40 days" }],
  ["a word of no list", { type: "grow" }, { type: null }, { type: "grow" }],
  ["a blank", { target: " " }, { target: null }, {}],
  ["a ticked milestone", { actual: true }, { actual: 1 }, {}],
])("what a column does not take is kept aside: %s", (_, fields, understood, odd) => {
  const [goal] = change(start, { kind: "update", table: "goals", row: "a-1", fields }).rows.goals;
  expect(goal!.fields).toMatchObject(understood);
  expect(goal!.odd).toEqual(odd);
});

test("a formula is kept as a formula, and gives way to a typed value", () => {
  const linked = change(start, { kind: "update", table: "goals", row: "a-1", fields: { actual: { formula: "=CAC(B2:B13,C2:C13)" } } });
  expect(linked.rows.goals[0]).toMatchObject({ formulas: { actual: "=CAC(B2:B13,C2:C13)" }, fields: { actual: null } });
  expect(change(linked, { kind: "update", table: "goals", row: "a-1", fields: { actual: 66000 } }).rows.goals[0]).toMatchObject({ formulas: {}, fields: { actual: 66000 } });
});

test("a calculated field that is given a value is frozen, and null brings its formula back", () => {
  const frozen = change(start, { kind: "update", table: "goals", row: "a-1", fields: { status: "done", progress: 1 } });
  expect(frozen.rows.goals[0]!.frozen).toEqual({ status: "done", progress: 1 });
  expect(change(frozen, { kind: "update", table: "goals", row: "a-1", fields: { status: null } }).rows.goals[0]!.frozen).toEqual({ progress: 1 });
});

test.each([46234, "up", true, null])("a setting keeps what was typed: %s", (value) => {
  expect(change(start, { kind: "create", table: "settings", row: "a-9", fields: { name: "PLAN_X", value } }).rows.settings[0]!.fields.value).toBe(value);
});

test("a deleted row is gone, its number is not given again while a higher one stands, and an operation on it does nothing", () => {
  const after = change(start, { kind: "delete", table: "goals", row: "a-1" });
  expect(after.rows.goals.map(({ label }) => label)).toEqual(["G-002"]);
  expect(change(after, { kind: "update", table: "goals", row: "a-1", fields: { target: 1 } })).toBe(after);
  expect(change(after, { kind: "create", table: "goals", row: "a-3", fields: {} }).rows.goals[1]!.label).toBe("G-003");
});

test("a deleted row comes back where it stood; one that was never there, or never left, does not", () => {
  const after = change(start, { kind: "delete", table: "goals", row: "a-1" });
  expect(change(after, { kind: "restore", table: "goals", row: "a-1" })).toEqual(start);
  expect(change(after, { kind: "restore", table: "tasks", row: "a-1" })).toBe(after);
  expect(change(start, { kind: "restore", table: "goals", row: "a-1" })).toBe(start);
});

test("the number of the last row is not given again after it is deleted", () => {
  const after = change(start, { kind: "delete", table: "goals", row: "a-2" });
  expect(change(after, { kind: "create", table: "goals", row: "a-3", fields: {} }).rows.goals[1]!.label).toBe("G-003");
});

test("a row that is created twice is there once: repeating an operation is harmless", () => {
  expect(change(start, { kind: "create", table: "goals", row: "a-1", fields: { name: "other" } })).toBe(start);
});

test("every table has distinct headers in both languages, on its sheet too", () => {
  for (const language of ["en", "ru"] as const) {
    const sheets = new Map<string, string[]>();
    for (const key of TABLE_KEYS) {
      const { sheet, columns, machine } = TABLES[key];
      sheets.set(sheet[language], [...(sheets.get(sheet[language]) ?? []), ...columns.map(({ header }) => header[language].toLowerCase()), ...machine]);
    }
    expect(sheets.size).toBe(11);
    for (const headers of sheets.values()) expect(new Set(headers).size).toBe(headers.length);
  }
});

test("the store in memory keeps what it is given", async () => {
  const store = memoryStore("me");
  expect(await store.load()).toBeNull();
  const row = store.newRow();
  await store.start("ru", [{ kind: "create", table: "tasks", row, fields: { action: "Согласовать" } }], () => undefined, { cancelled: false });
  expect((await store.load())?.plan.rows.tasks[0]).toMatchObject({ row: "me-1", label: "T-001", fields: { action: "Согласовать" } });
});

test("the label of a row that was deleted is not given again, also within one action", () => {
  const row = (id: string) => ({ kind: "create", table: "goals", row: id, fields: { name: id } }) as const;
  const after = changeAll(start, [row("a-3"), { kind: "delete", table: "goals", row: "a-3" }, row("a-4"), { kind: "delete", table: "goals", row: "a-1" }, row("a-5")]);
  expect(after.rows.goals.map((each) => [each.row, each.label])).toEqual([["a-2", "G-002"], ["a-4", "G-004"], ["a-5", "G-005"]]);
});

test("what changes nothing gives the same plan, and tables that are not touched stay the same", () => {
  expect(changeAll(start, [{ kind: "update", table: "goals", row: "nobody", fields: { target: 1 } }, { kind: "delete", table: "tasks", row: "nobody" }])).toBe(start);
  expect(change(start, { kind: "delete", table: "goals", row: "a-1" }).rows.tasks).toBe(start.rows.tasks);
});
