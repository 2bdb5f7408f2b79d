import { serialOfDay } from "../../src/core/calendar";
import { changeAll } from "../../src/plan/change";
import { closeCycle, closingOf, timesCarried, type Decision, type Final } from "../../src/plan/close";
import { emptyPlan, type Plan, type PlanRow } from "../../src/plan/plan";
import { readyPlan } from "../../src/plan/ready-plan";
import { READY_EXAMPLE } from "../../src/plan/ready-texts";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
let made = 0;
const newRow = (): string => `me-${(made += 1)}`;
const ready = changeAll(emptyPlan("en"), readyPlan({ from: day(7, 1), to: day(9, 30), ...READY_EXAMPLE, currency: "RUB" }, "en", newRow, day(9, 30)));
const NEXT = { cycle_id: "2026-Q4", name: "Q4", start: day(10, 1), end: day(12, 31) };
const rowOf = <T extends "goals" | "tasks" | "resources">(plan: Plan, table: T, label: string): PlanRow<T> => (plan.rows[table] as unknown as readonly PlanRow<T>[]).find((row) => row.label === label)!;
const final = (goal: PlanRow<"goals">): Final => ({
  actual: goal.label === "G-009" ? null : goal.label === "G-005" ? 66_000 : 1, expected: 100, gap: -99, progress: goal.label === "G-001" ? 1.4 : goal.label === "G-009" ? null : 0.4, pace: 0.4, forecast: null,
  status: goal.label === "G-001" ? "done" : goal.label === "G-009" ? "noData" : "missed",
});
const all = (choose: "carry" | "drop"): Map<string, Decision> => new Map([...ready.rows.goals.filter(({ label }) => label !== "G-001"), ...ready.rows.tasks.filter(({ fields }) => fields.repeat === "none")].map(({ row }) => [row, { choose }]));
const inputs = { cycle: "2026-Q3", lessons: "Less is more", final, next: NEXT, along: new Set<string>(), newRow };

test("nothing is decided beforehand: every unfinished goal and task waits for a choice, repeating tasks are only offered", () => {
  const closing = closingOf(ready, "2026-Q3", final, new Map(), " ");
  expect(closing.undecidedGoals).toHaveLength(10);
  expect(closing.undecidedTasks).toHaveLength(16);
  expect(closing.repeating).toHaveLength(4);
  expect(closing.lasting).toHaveLength(12);
  expect(closing.lessons).toBe(true);
  expect(closing.withoutFinalValue.map(({ label }) => label)).toEqual(["G-009"]);
});

test("a corrective action must have a verdict and a decision", () => {
  const action = { opened: day(8, 1), goal: "G-002 New customers", cause: "few leads", action: "Call", owner: "I", due: day(9, 1), status: "done" };
  const plan = changeAll(ready, [{ kind: "create", table: "actions", row: "a", fields: action }, { kind: "create", table: "actions", row: "b", fields: { ...action, verdict: "worked", decision: "standard" } }]);
  expect(closingOf(plan, "2026-Q3", final, new Map(), "x").unverified.map(({ label }) => label)).toEqual(["A-001"]);
});

test("with everything decided nothing stands in the way", () =>
  expect(closingOf(ready, "2026-q3", (goal) => ({ ...final(goal), actual: 1 }), all("drop"), "x")).toMatchObject({ withoutFinalValue: [], unverified: [], lessons: false, undecidedGoals: [], undecidedTasks: [] }));

test("closed rows keep their values for good, the score caps each goal", () => {
  const closed = changeAll(ready, closeCycle(ready, { ...inputs, decisions: all("drop") }));
  expect(rowOf(closed, "goals", "G-005")).toMatchObject({ fields: { actual: 66_000, closed_as: "missed" }, frozen: { expected: 100, progress: 0.4, forecast: "" } });
  expect(rowOf(closed, "goals", "G-001").fields.closed_as).toBe("done");
  expect(rowOf(closed, "goals", "G-009").fields.closed_as).toBeNull();
  const [cycle] = closed.rows.cycles;
  expect(cycle!.fields).toMatchObject({ status: "closed", phase: "closed", lessons: "Less is more" });
  expect(cycle!.frozen["score"]).toBeCloseTo((3 * 1 + 11 * 0.4) / 14, 12); // NPS has no value and does not count
});

test("dropped tasks are cancelled, nothing of them is in the next cycle", () => {
  const closed = changeAll(ready, closeCycle(ready, { ...inputs, decisions: all("drop") }));
  expect(closed.rows.tasks.filter(({ fields }) => fields.status === "cancelled")).toHaveLength(16);
  expect(closed.rows.goals.filter(({ fields }) => fields.cycle === "2026-Q4")).toEqual([]);
  expect(closed.rows.cycles.map(({ fields }) => fields.cycle_id)).toEqual(["2026-Q3", "2026-Q4"]);
});

test("a carried level begins where the last one ended, a sum at 0; dates move, the origin is kept", () => {
  const closed = changeAll(ready, closeCycle(ready, { ...inputs, decisions: all("carry") }));
  const carried = closed.rows.goals.filter(({ fields }) => fields.cycle === "2026-Q4");
  expect(carried).toHaveLength(10);
  expect(carried.find(({ fields }) => fields.name === "CAC")!.fields).toMatchObject({ baseline: 66_000, target: 60_000, actual: null, start: day(10, 1), end: day(12, 31), carried_from: "G-005 CAC", weight: 1, owner: "Head of sales" });
  expect(carried.find(({ fields }) => fields.name === "New customers")!.fields).toMatchObject({ baseline: 0, target: 60 });
  expect(carried.find(({ fields }) => fields.type === "milestone")!.fields.end).toBe(day(10, 31));
});

test("a carried task serves the carried goal", () => {
  const closed = changeAll(ready, closeCycle(ready, { ...inputs, decisions: all("carry"), along: new Set(ready.rows.tasks.filter(({ fields }) => fields.repeat !== "none").map(({ row }) => row)) }));
  const tasks = closed.rows.tasks.filter(({ fields }) => fields.cycle === "2026-Q4");
  expect(tasks).toHaveLength(20);
  const training = tasks.find(({ fields }) => fields.action!.startsWith("Hold an objection"))!;
  const goal = closed.rows.goals.find(({ label }) => training.fields.goal!.startsWith(label))!;
  expect(goal.fields).toMatchObject({ cycle: "2026-Q4", name: "Overall conversion, lead to deal" });
  expect(training.fields.goal).toBe(`${goal.label} Overall conversion, lead to deal`);
  expect(tasks.filter(({ fields }) => fields.repeat !== "none").every(({ fields }) => fields.carried_from === null && fields.status === "not started")).toBe(true);
});

test("a changed goal goes on with the new target, or with none yet", () => {
  const decisions = all("drop").set(rowOf(ready, "goals", "G-005").row, { choose: "change", target: 55_000 }).set(rowOf(ready, "goals", "G-008").row, { choose: "change", target: null });
  const carried = changeAll(ready, closeCycle(ready, { ...inputs, decisions })).rows.goals.filter(({ fields }) => fields.cycle === "2026-Q4");
  expect(carried.map(({ fields }) => [fields.name, fields.target])).toEqual([["CAC", 55_000], ["Market share", null]]);
});

test("a changed task goes on as another action, and says from which one it came", () => {
  const task = rowOf(ready, "tasks", "T-001");
  const closed = changeAll(ready, closeCycle(ready, { ...inputs, decisions: all("drop").set(task.row, { choose: "change", target: null, action: "Agree half of them" }) }));
  expect(closed.rows.tasks.filter(({ fields }) => fields.cycle === "2026-Q4").map(({ fields }) => [fields.action, fields.carried_from])).toEqual([["Agree half of them", `T-001 ${task.fields.action}`]]);
});

test("resources that last are taken along without what was spent", () => {
  const licence = ready.rows.resources.find(({ fields }) => fields.name === "CRM licences")!;
  const spent = changeAll(ready, [{ kind: "update", table: "resources", row: licence.row, fields: { qty_fact: 8, cost_fact: 48_000 } }]);
  const closed = changeAll(spent, closeCycle(spent, { ...inputs, decisions: all("drop"), along: new Set([licence.row]) }));
  expect(closed.rows.resources.filter(({ fields }) => fields.cycle === "2026-Q4").map(({ fields }) => [fields.name, fields.qty_plan, fields.qty_fact, fields.cost_fact, fields.end])).toEqual([["CRM licences", 8, null, null, day(12, 31)]]);
});

test("without a next cycle nothing is created", () => {
  const operations = closeCycle(ready, { ...inputs, next: null, decisions: all("carry") });
  expect(operations.filter(({ kind }) => kind === "create")).toEqual([]);
});

test("what slips again is counted, and a loop does not hang", () => {
  const row = (label: string, carried_from: string | null) => ({ label, fields: { carried_from } });
  expect(timesCarried([row("T-001", null), row("T-002", "T-001 a"), row("T-003", "T-002 a")], "T-003")).toBe(2);
  expect(timesCarried([row("T-001", "T-001 a")], "T-001")).toBe(1);
  expect(timesCarried([], "T-001")).toBe(0);
});
