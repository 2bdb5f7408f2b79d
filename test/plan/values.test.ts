import { measuresOf } from "../../src/plan/measures";
import { TABLES as ALL } from "../../src/plan/tables";
import { valuesOf, VALUE_TABLES, type ValueCell, type ValuesOf } from "../../src/plan/values";
import { day, goal, planOf, Q3, type Tables } from "./rig";

const JULY = day("2026-07-31");
const TABLES: Tables = {
  cycles: [{ ...Q3, currency: "RUB" }, { ...Q3, cycle_id: "2026-Q2", start: day("2026-04-01"), end: day("2026-06-30") }],
  goals: [
    goal({ name: "Revenue", unit: "money", target: 660_000, actual: 230_000 }), goal({ name: "Conversion", unit: "%", baseline: 0.05, target: 0.06, actual: 0.05, accumulate: "ratio of sums" }),
    goal({ name: "Before", cycle: "2026-Q2", target: 5 }), goal({ name: "Lost", cycle: "no such", target: 5 }), goal({ name: "Strange", target: 66, baseline: "none" }),
  ],
  checkins: [{ goal: "Revenue", date: day("2026-07-15"), value: 90_000.5, meaning: "total to date" }, { goal: "Before", date: JULY, value: 1 }, { goal: "nobody's", date: JULY, value: 2 }],
  actions: [{ goal: "G-002", opened: JULY, cause: "Few calls", action: "Train", deviation: -0.005, status: "open" }, { action: "Of no goal" }],
  tasks: [{ cycle: "2026-Q3", action: "Call", goal: "Revenue", due: JULY, done_pct: 0.25, status: "in progress" }],
  resources: [{ cycle: "2026-Q3", kind: "human", name: "Analyst", qty_plan: 2, price: 1500 }, { cycle: "2026-Q2", name: "Before" }],
};

function copied(table: ValuesOf, language: "en" | "ru", isWhole = false) {
  const plan = planOf(TABLES, language);
  return { plan, ...valuesOf(plan, table, isWhole ? null : plan.rows.cycles[0]!, JULY) };
}
const cellsOf = (table: ValuesOf, fields: readonly string[], language: "en" | "ru" = "en", isWhole = false): readonly (readonly ValueCell[])[] => {
  const at = fields.map((field) => ALL[table].columns.findIndex((column) => column.field === field));
  return copied(table, language, isWhole).rows.map((row) => at.map((i) => row[i]!));
};

test.each([...VALUE_TABLES])("%s: all columns of the sheet in both languages, and none of the add-in's own", (table) => {
  for (const language of ["en", "ru"] as const) {
    const { title, header, rows } = copied(table, language);
    expect([title, header]).toEqual([ALL[table].sheet[language], ALL[table].columns.map((column) => column.header[language])]);
    for (const row of rows) expect(row).toHaveLength(header.length);
  }
});

test("calculated columns hold what the pane and the sheet show, with the number format of their goal", () => {
  const { plan } = copied("goals", "en");
  const { expected, gap, pace } = measuresOf(plan, plan.rows.goals[0]!, JULY);
  expect(cellsOf("goals", ["goal_id", "expected", "gap", "pace", "status"])[0]).toEqual(["G-001", { number: expected.value, format: "#,##0" }, { number: gap.value, format: "#,##0" }, { number: pace.value, format: "0.0%" }, "on plan"]);
  expect(cellsOf("goals", ["target", "expected"])[1]!.map((cell) => (cell as { format: string }).format)).toEqual(["0.0%", "0.0%"]);
  expect(cellsOf("goals", ["status"], "ru")[0]).toEqual(["по плану"]);
  expect(cellsOf("resources", ["kind", "cost_plan"])).toEqual([["Human", { number: 3000, format: "#,##0" }]]);
});

test("a fact that only check-ins know stands beside what is calculated from it, with its day", () => {
  const plan = planOf({ cycles: [{ ...Q3 }], goals: [goal({ name: "Revenue", target: 660 })], checkins: [{ goal: "Revenue", date: day("2026-07-15"), value: 90, meaning: "total to date" }] });
  const { header, rows } = valuesOf(plan, "goals", null, JULY);
  expect(["Actual", "As of"].map((each) => rows[0]![header.indexOf(each)])).toEqual([{ number: 90, format: "General" }, { day: day("2026-07-15") }]);
});

test("words are in the language of the file, a reference is told with its name, days stay days", () => {
  expect(cellsOf("tasks", ["goal", "due", "done_pct", "status"], "ru")).toEqual([["G-001 Revenue", { day: JULY }, { number: 0.25, format: "0.0%" }, "В работе"]]);
  expect(cellsOf("checkins", ["chk_id", "goal", "value", "meaning"])[0]).toEqual(["K-0001", "G-001 Revenue", { number: 90_000.5, format: "#,##0" }, "Total to date"]);
  expect(cellsOf("actions", ["goal", "deviation", "owner"])[0]).toEqual(["G-002 Conversion", { number: -0.005, format: "0.0%" }, null]);
});

test("what was not understood stands there as it was typed", () => expect(cellsOf("goals", ["baseline", "progress"])[3]).toEqual(["none", null]));

test("of a cycle: its rows, and those of no cycle or goal of the plan; or of the whole plan", () => {
  const names = (isWhole: boolean) => cellsOf("goals", ["name"], "en", isWhole).flat();
  expect(names(false)).toEqual(["Revenue", "Conversion", "Lost", "Strange"]);
  expect(names(true)).toEqual(["Revenue", "Conversion", "Before", "Lost", "Strange"]);
  expect(cellsOf("checkins", ["goal"]).flat()).toEqual(["G-001 Revenue", "nobody's"]);
  expect([cellsOf("checkins", ["goal"], "en", true), cellsOf("actions", ["goal"]), cellsOf("resources", ["name"]), cellsOf("resources", ["name"], "en", true)].map(({ length }) => length)).toEqual([3, 2, 1, 2]);
});
