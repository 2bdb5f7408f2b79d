import { serialOfDay } from "../../src/core/calendar";
import { bookStore } from "../../src/plan/book-store";
import { changeAll } from "../../src/plan/change";
import { closeCycle, closingOf, monthsGoingOn, timesCarried, type CloseInputs, type Decision, type Final } from "../../src/plan/close";
import { monthTargets, type InShares } from "../../src/plan/monthly";
import { emptyPlan, type Plan, type PlanRow } from "../../src/plan/plan";
import { problemsOf } from "../../src/plan/problems";
import { readyPlan } from "../../src/plan/ready-plan";
import { READY_EXAMPLE } from "../../src/plan/ready-texts";
import { go, rig } from "./book-rig";
import { goal, planOf, Q3, type Fields } from "./rig";

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
const inputs = { cycle: "2026-Q3", lessons: "Less is more", final, next: NEXT, along: new Set<string>(), withoutMonths: new Set<string>(), newRow };

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

describe("targets by month of a goal that goes on", () => {
  const months = (targets: readonly (number | null)[], fields: Fields = {}): Plan => planOf({
    cycles: [Q3], goals: [goal({ name: "Deals", target: 10 }), goal({ name: "Revenue", unit: "money", target: 12e6, ...fields })],
    months: targets.flatMap((target, i) => (target === null ? [] : [{ goal: "G-002 Revenue", month: day(7 + i, 1), target }])),
  });
  const left: Final = { actual: 9e6, expected: 12e6, gap: -3e6, progress: 0.75, pace: 0.75, forecast: null, status: "missed" };
  const close = (plan: Plan, decision: Decision, more: Partial<CloseInputs> = {}): Plan =>
    changeAll(plan, closeCycle(plan, { ...inputs, final: () => left, decisions: new Map([[plan.rows.goals[1]!.row, decision]]), ...more }));
  const going = (plan: Plan, decision: Decision, next = NEXT): InShares | null => monthsGoingOn(plan, plan.rows.goals[1]!, left, decision, plan.rows.cycles[0]!, next)?.parts ?? null;
  const shown = (plan: Plan) => plan.rows.months.slice(-3).map(({ fields }) => [fields.goal, fields.month, fields.target]);
  const AUTUMN = [10, 11, 12].map((month) => day(month, 1));

  test("are the same where the target is, and belong to the new goal", () => {
    const closed = close(months([3e6, 4e6, 5e6]), { choose: "carry" });
    expect(closed.rows.months).toHaveLength(6);
    expect(shown(closed)).toEqual([3e6, 4e6, 5e6].map((target, i) => ["G-003 Revenue", AUTUMN[i], target]));
    expect(monthTargets(closed, closed.rows.goals[2]!)).toEqual([3e6, 4e6, 5e6]);
  });

  test.each<[string, Fields, readonly (number | null)[], number, readonly (number | null)[]]>([
    ["another target", {}, [3e6, 4e6, 5e6], 6_000_001, [1.5e6, 2e6, 2_500_001]],
    ["months that did not add up", {}, [3e6, 4e6, 4e6], 11, [3, 4, 4]],
    ["a month without a target", {}, [3e6, null, 5e6], 8e6, [3e6, null, 5e6]],
    ["a baseline, which begins again at 0", { baseline: 2e6, target: 14e6 }, [3e6, 4e6, 5e6], 24, [6, 8, 10]],
  ])("add up exactly in the same shares: %s", (_, fields, before, target, after) => {
    const plan = months(before, fields);
    const closed = close(plan, { choose: "change", target });
    expect([monthTargets(closed, closed.rows.goals[2]!), going(plan, { choose: "change", target })]).toEqual([after, after]);
    expect(problemsOf(closed, { today: day(10, 5) }).filter(({ code, row }) => code === "V22" && row === closed.rows.goals[2]!.row)).toEqual([]);
  });

  test.each<[string, Decision, Fields, Partial<CloseInputs>, InShares | null]>([
    ["there is no target yet", { choose: "change", target: null }, {}, {}, "noTarget"],
    ["the next cycle has another number of months", { choose: "carry" }, {}, { next: { ...NEXT, end: day(11, 30) } }, "otherMonths"],
    ["the goal is dropped", { choose: "drop" }, {}, {}, null],
    ["the goal does not go by them", { choose: "carry" }, { path: "at the end" }, {}, null],
  ])("stay behind where %s", (_, decision, fields, more, why) => {
    const plan = months([3e6, 4e6, 5e6], fields);
    expect([close(plan, decision, more).rows.months.length, going(plan, decision, more.next ?? NEXT)]).toEqual([3, why]);
  });

  test("stay behind where all are 0, and where the user leaves them", () => {
    expect([close(months([0, 0, 0]), { choose: "carry" }).rows.months.length, going(months([0, 0, 0]), { choose: "carry" })]).toEqual([3, "allZero"]);
    const plan = months([3e6, 4e6, 5e6]);
    expect(close(plan, { choose: "carry" }, { withoutMonths: new Set([plan.rows.goals[1]!.row]) }).rows.months).toHaveLength(3);
  });
});

test("what ended with the cycle ends with the next one, though that has more days", () => {
  const [start, end] = [day(1, 1), day(3, 31)];
  const plan = planOf({ cycles: [{ ...Q3, cycle_id: "2026-Q1", start, end }], goals: [goal({ name: "Revenue", target: 12, cycle: "2026-Q1", start, end })], tasks: [{ action: "Call", cycle: "2026-Q1", start: day(2, 1), due: end, status: "in progress" }] });
  const decisions = new Map<string, Decision>([plan.rows.goals[0]!, plan.rows.tasks[0]!].map(({ row }) => [row, { choose: "carry" }]));
  const { rows } = changeAll(plan, closeCycle(plan, { ...inputs, cycle: "2026-Q1", decisions, next: { cycle_id: "2026-Q2", name: "Q2", start: day(4, 1), end: day(6, 30) } }));
  expect([rows.goals[1]!.fields.end, rows.tasks[1]!.fields.start, rows.tasks[1]!.fields.due]).toEqual([day(6, 30), day(5, 2), day(6, 30)]);
});

test("what serves a goal serves it on, in a workbook too whose last goal was deleted: its label is never given again", async () => {
  const { options } = rig("anna");
  const store = bookStore(options);
  const [revenue, deals, other, task] = [store.newRow(), store.newRow(), store.newRow(), store.newRow()];
  await store.start("en", [
    { kind: "create", table: "cycles", row: store.newRow(), fields: Q3 }, { kind: "create", table: "goals", row: revenue, fields: goal({ name: "Revenue", target: 12 }) },
    { kind: "create", table: "goals", row: deals, fields: goal({ name: "Deals", target: 4, parent_goal: "Revenue" }) }, { kind: "create", table: "goals", row: other, fields: goal({ name: "Other", target: 12 }) },
    { kind: "create", table: "tasks", row: task, fields: { action: "Call", cycle: "2026-Q3", goal: "G-001 Revenue", status: "in progress" } },
    { kind: "create", table: "months", row: store.newRow(), fields: { goal: "G-001 Revenue", month: day(7, 1), target: 3 } },
  ], go.progress, go.cancel);
  await store.load();
  const { plan } = await store.save([{ kind: "delete", table: "goals", row: other }]);
  const decisions = new Map<string, Decision>([revenue, deals, task].map((row) => [row, { choose: "carry" }]));
  const { rows } = (await store.save(closeCycle(plan, { ...inputs, newRow: store.newRow, decisions }))).plan;
  expect(rows.goals.slice(2).map(({ label, fields }) => [label, fields.parent_goal])).toEqual([["G-004", null], ["G-005", "G-004"]]);
  expect([rows.tasks[1]!.fields.goal, rows.months[1]!.fields]).toEqual(["G-004", { goal: "G-004", month: day(10, 1), target: 12 }]);
});

test("a goal goes on supporting one that goes on, and one of a longer cycle; not one that is dropped", () => {
  const plan = planOf({
    cycles: [Q3, { ...Q3, cycle_id: "2026", start: day(1, 1), end: day(12, 31) }],
    goals: [goal({ name: "Year", target: 40, cycle: "2026" }), goal({ name: "Revenue", target: 12 }), goal({ name: "Meetings", target: 12 }), ...["G-001 Year", "G-002 Revenue", "Meetings"].map((parent_goal, i) => goal({ name: `Goal ${i}`, target: 4, parent_goal }))],
  });
  const decisions = new Map<string, Decision>(plan.rows.goals.slice(1).map(({ row, fields }) => [row, { choose: fields.name === "Meetings" ? "drop" : "carry" }]));
  const { rows } = changeAll(plan, closeCycle(plan, { ...inputs, decisions }));
  expect(rows.goals.slice(6).map(({ fields }) => [fields.name, fields.parent_goal])).toEqual([["Revenue", null], ["Goal 0", "G-001 Year"], ["Goal 1", "G-007 Revenue"], ["Goal 2", null]]);
});
