import { closeCycle, closingOf } from "../../src/plan/close";
import { changeAll } from "../../src/plan/change";
import { finalOf } from "../../src/plan/final";
import { measuresOf } from "../../src/plan/measures";
import { reportOf, type ReportTable } from "../../src/plan/report";
import { counter, day, goal, planOf, Q3, type Tables } from "./rig";

const JULY = day("2026-07-31");
const TABLES: Tables = {
  cycles: [{ ...Q3, name: "Third quarter", currency: "RUB", lessons: "Start earlier.\n\nAsk twice. " }],
  goals: [
    goal({ name: "Revenue", unit: "money", target: 660, actual: 230, weight: 3 }), goal({ name: "Conversion", unit: "%", baseline: 0.05, target: 0.06, actual: 0.05, accumulate: "ratio of sums", owner: "Иван" }),
    goal({ name: "Gone", target: 5, closed_as: "cancelled" }), goal({ name: "Old", target: 66, actual: 23, as_of: day("2026-07-01") }),
  ],
  checkins: [{ goal: "Revenue", date: day("2026-07-15"), value: 90 }],
  actions: [{ goal: "G-002", opened: JULY, cause: "Few calls", action: "Train", owner: "Иван", due: day("2026-08-20"), status: "open" }],
  tasks: [{ cycle: "2026-Q3", action: "Late", owner: "Anna", due: day("2026-07-20"), status: "blocked", blocked_by: "IT" }, { cycle: "2026-Q3", action: "Later", owner: "Anna", due: day("2026-07-10") }, { cycle: "2026-Q3", action: "Done", due: day("2026-07-10"), status: "done" }],
  resources: [{ cycle: "2026-Q3", kind: "human", qty_plan: 2, price: 100, cost_fact: 180 }, { cycle: "2026-Q3", kind: "info", qty_plan: 1, price: 50 }],
};
const report = (tables: Tables, language: "en" | "ru") => {
  const plan = planOf(tables, language);
  return reportOf(plan, plan.rows.cycles[0]!, JULY);
};
const rows = (tables: readonly ReportTable[], key: ReportTable["key"]) => tables.find((each) => each.key === key)!.rows.map((row) => row.map(({ value }) => (typeof value === "number" ? Number(value.toFixed(6)) + 0 : value)));

test("the report is called by its cycle and day, and begins with the score", () => {
  const { title, header } = report(TABLES, "en");
  expect(title).toBe("Report 2026-Q3 (31 Jul)");
  expect(header.map(({ label, cell }) => [label, typeof cell.value === "number" ? Number(cell.value.toFixed(6)) : cell.value])).toEqual([
    ["Cycle", "Third quarter"], ["From", day("2026-07-01")], ["To", day("2026-09-30")], ["As of", JULY], ["Score", Number(((3 * 23 / 66 + 0 + 23 / 66) / 5).toFixed(6))], ["Goals with data", "3 of 3"], ["Worst status", "behind"], ["Currency", "RUB"],
  ]);
});

test.each([["en", "partly reached (OKR: from 0.4)"], ["ru", "частично (OKR: от 0,4)"]] as const)("of a closed cycle it reads the final score: %s", (language, read) => {
  const { header } = report({ ...TABLES, cycles: [{ ...TABLES["cycles"]![0], status: "closed", score: 0.5 }] }, language);
  expect(header.find(({ label }) => label === (language === "en" ? "Final score" : "Итоговая оценка"))?.cell.value).toBe(read);
});

test("its tables hold values, each with its format", () => {
  const { tables } = report(TABLES, "en");
  expect(rows(tables, "goals")).toEqual([
    ["G-001 Revenue", 660, 230, 0.348485, "███░░░░░░░", 230, 0, "on plan (update overdue)", "Anna"], ["G-002 Conversion", 0.06, 0.05, 0, "▒▒▒░░░░░░░", 0.053485, -0.003485, "behind", "Иван"],
    ["G-003 Gone", 5, null, null, "", 1.742424, null, "cancelled", "Anna"], ["G-004 Old", 66, 23, 0.348485, "███░░░░░░░", 23, 0, "on plan (update overdue)", "Anna"],
  ]);
  expect(tables[0]!.rows.map((row) => row[1]!.format)).toEqual(["money", "share", "number", "number"]);
  expect(rows(tables, "months")).toEqual([["Jul 2026", 230, 230, 230, 230], ["Aug 2026", 210, null, 440, null], ["Sep 2026", 220, null, 660, null]]);
  expect(rows(tables, "deviations")).toEqual([["G-002 Conversion", -0.003485, "Few calls", "Train", "Иван", day("2026-08-20")]]);
  expect(rows(tables, "overdue")).toEqual([["T-002 Later", "Anna", day("2026-07-10"), 21, null], ["T-001 Late", "Anna", day("2026-07-20"), 11, "IT"]]);
  expect(rows(tables, "resources")).toEqual([["Human", 200, 180, 20], ["Informational", 50, 0, 50], ["Total", 250, 180, 70]]);
  expect(rows(tables, "lessons")).toEqual([["Start earlier."], ["Ask twice."]]);
  for (const { columns, rows: all } of tables) for (const row of all) expect(row).toHaveLength(columns.length);
});

test.each<["en" | "ru", string, string]>([["en", "yes", "no"], ["ru", "да", "нет"]])("a milestone is reached or not, with no figures: %s", (language, yes, no) => {
  const milestone = { type: "milestone", unit: "yes/no", target: 1, accumulate: "last value", end: JULY };
  const { tables } = report({ ...TABLES, goals: [goal({ ...milestone, name: "Won", actual: 1 }), goal({ ...milestone, name: "Open", actual: 0 }), goal({ ...milestone, name: "Blank", end: day("2026-09-01") })] }, language);
  expect(rows(tables, "goals").map(([name, target, actual, , , expected, gap]) => [name, target, actual, expected, gap])).toEqual([["G-001 Won", yes, yes, yes, null], ["G-002 Open", yes, no, yes, null], ["G-003 Blank", yes, null, no, null]]);
  expect(rows(tables, "deviations").map(([name, gap]) => [name, gap])).toEqual([["G-002 Open", null]]);
});

test("a goal that falls short without an action stands there with its owner", () => {
  expect(rows(report({ ...TABLES, actions: [] }, "ru").tables, "deviations")).toEqual([["G-002 Conversion", -0.003485, null, null, "Иван", null]]);
});

test("the five goals that fall short most stand there, and each other one that something is done about", () => {
  const goals = ["A", "B", "C", "D", "E", "F", "G"].map((name, i) => goal({ name, target: 66, actual: i + 1 }));
  const { tables } = report({ ...TABLES, goals, actions: [{ ...TABLES.actions![0], goal: "G-007" }] }, "en");
  expect(rows(tables, "deviations").map(([name, , cause]) => [name, cause])).toEqual([["G-001 A", null], ["G-002 B", null], ["G-003 C", null], ["G-004 D", null], ["G-005 E", null], ["G-007 G", "Few calls"]]);
});

test("it speaks the language of the file, a copy another one", () => {
  const plan = planOf(TABLES, "ru");
  const russian = reportOf(plan, plan.rows.cycles[0]!, JULY);
  expect([russian.title, russian.tables.map(({ title }) => title)]).toEqual(["Отчёт 2026-Q3 (31 июл.)", ["Цели", "План и факт по месяцам", "Главные отклонения", "Просроченные задачи", "Ресурсы, план и факт", "Выводы"]]);
  expect(rows(russian.tables, "goals")[1]![7]).toBe("отстаёт");
  expect(reportOf(plan, plan.rows.cycles[0]!, JULY, "en").tables[0]!.title).toBe("Goals");
});

test("an empty cycle says so, and a strange name gives a name for a sheet all the same", () => {
  const empty = report({ cycles: [{ ...Q3, cycle_id: "2026/Q3: [new]?" }] }, "en");
  expect(empty.title).toBe("Report 2026Q3 new (31 Jul)");
  expect(empty.tables.every(({ rows: all, empty: said }) => all.length === 0 && said !== "")).toBe(true);
  expect(report({ cycles: [{ ...Q3, cycle_id: "a".repeat(40) }] }, "en").title).toHaveLength(31);
});

test("what closing writes is what the goal came to on its last day, and the plan shows it from then on", () => {
  const plan = planOf(TABLES);
  expect(finalOf(plan, plan.rows.goals[0]!)).toEqual({ actual: 230, expected: 660, gap: -430, progress: 230 / 660, pace: 230 / 660, forecast: 230, status: "missed" });
  expect(finalOf(plan, plan.rows.goals[2]!)).toMatchObject({ actual: null, status: "cancelled" });
  const final = (row: (typeof plan.rows.goals)[number]) => finalOf(plan, row);
  expect(closingOf(plan, "2026-Q3", final, new Map(), "x").undecidedGoals.map(({ label }) => label)).toEqual(["G-001", "G-002", "G-004"]);
  const closed = changeAll(plan, closeCycle(plan, { cycle: "2026-Q3", lessons: "x", decisions: new Map(), final, next: null, along: new Set(), withoutMonths: new Set(), newRow: counter() }));
  expect(measuresOf(closed, closed.rows.goals[0]!, JULY)).toMatchObject({ status: "missed", progress: { value: 230 / 660 }, expected: { value: 660 }, gap: { value: -430 }, pace: { value: 230 / 660 } });
});
