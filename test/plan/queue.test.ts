import { change, changeAll } from "../../src/plan/change";
import { actionsToVerify, effectSince, openAction, verifyAction } from "../../src/plan/corrective";
import { cancelGoal, newGoal, newTask, setTaskStatus } from "../../src/plan/edits";
import { measuresOf } from "../../src/plan/measures";
import { checkIn, queueOf } from "../../src/plan/queue";
import type { Plan } from "../../src/plan/plan";
import { counter, day, goal, planOf, Q3, type Fields } from "./rig";

const JULY = day("2026-07-31");
const facts = (...rows: [string, string, number, string?][]) => rows.map(([ref, date, value, meaning]) => ({ goal: ref, date: day(date), value, ...(meaning && { meaning }) }));
const queue = (goals: readonly Fields[], checkins: readonly Fields[] = [], today = JULY, cycle = Q3) => {
  const plan = planOf({ cycles: [cycle], goals: goals.map((fields, i) => goal({ name: `Goal ${i + 1}`, target: 60, ...fields })), checkins });
  return queueOf(plan, plan.rows.cycles[0]!, today);
};

describe("who owes a number", () => {
  test("a goal never checked in, a cadence after its start", () => {
    expect(queue([{}], [], day("2026-07-06"))).toEqual([]);
    expect(queue([{}], [], day("2026-07-07"))).toMatchObject([{ dueOn: day("2026-07-07"), late: 0, last: null, prefill: null, source: null, meaning: "total to date", mayBePeriod: true }]);
  });
  test("a week after the last check-in", () => {
    expect(queue([{}], facts(["G-001", "2026-07-24", 12]), day("2026-07-30"))).toEqual([]);
    expect(queue([{}], facts(["G-001", "2026-07-24", 12]))).toMatchObject([{ late: 0, last: { day: day("2026-07-24"), value: 12 }, prefill: 12, source: "check-ins" }]);
  });
  test("the longest waiting first, then the weightier", () => {
    const found = queue([{}, { weight: 3 }, { actual: 5 }], facts(["G-001", "2026-07-20", 12], ["G-002", "2026-07-20", 1]));
    expect(found.map(({ goal: { label }, late, prefill }) => [label, late, prefill])).toEqual([["G-003", 24, 5], ["G-002", 4, 1], ["G-001", 4, 12]]);
  });
  test("the value for a period is offered again where it was used, for facts that add up only", () => {
    expect(queue([{}, { accumulate: "last value" }], facts(["G-001", "2026-07-10", 5, "За период"], ["G-002", "2026-07-10", 5, "За период"])).map(({ meaning, mayBePeriod }) => [meaning, mayBePeriod])).toEqual([["for this period only", true], ["total to date", false]]);
  });
  test.each<[string, Fields]>([["cancelled", { closed_as: "cancelled" }], ["not started", { start: day("2026-08-10") }]])("nobody for a goal that is %s", (_, fields) => expect(queue([fields])).toEqual([]));
  test("nobody for a sum that is done and checked in", () => expect(queue([{}], facts(["G-001", "2026-07-10", 60]))).toEqual([]));
  test("a level that reached its target is asked for again", () => expect(queue([{ accumulate: "last value" }], facts(["G-001", "2026-07-10", 60]))).toHaveLength(1));
  test("after the end once more, for the last day", () => {
    expect(queue([{}], facts(["G-001", "2026-09-28", 50]), day("2026-10-05"))).toMatchObject([{ dueOn: day("2026-09-30"), late: 5 }]);
    expect(queue([{}], facts(["G-001", "2026-09-30", 50]), day("2026-12-05"))).toEqual([]);
  });
});

describe("entering a check-in", () => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", target: 66 }), goal({ name: "Linked", target: 66, actual: { formula: "=COUNT(A:A)" } }), goal({ name: "NPS", target: 50, type: "keep ≥", accumulate: "last value" })], checkins: facts(["G-001", "2026-07-10", 9]) });
  const entered = (row: number, fields: object) => checkIn(plan, plan.rows.goals[row]!, { date: JULY, value: 10, meaning: "for this period only", note: "Slow", ...fields }, counter());
  test("keeps what was expected then, and brings the row up to date", () => {
    expect(entered(0, {})).toEqual([
      { kind: "check-in", row: "new-1", fields: { date: JULY, goal: "G-001 Goal", value: 10, meaning: "for this period only", confidence: null, note: "Slow", problem: null, next: null, author: null, expected_then: 23, status_then: "attention" } },
      { kind: "update", table: "goals", row: "goals-1", fields: { actual: 19, as_of: JULY } },
    ]);
    const after = changeAll(plan, entered(0, {}));
    expect(measuresOf(after, after.rows.goals[0]!, JULY)).toMatchObject({ actual: { value: 19 }, factDay: JULY });
  });
  test("leaves a formula alone, and judges by the value that was entered", () => {
    expect(entered(1, { value: 23 })).toMatchObject([{ kind: "check-in", fields: { value: 23, expected_then: 23, status_then: "onPlan" } }]);
    expect(entered(1, { value: 23 })).toHaveLength(1);
  });
  test("of a level is always the value itself", () => expect(entered(2, { value: 47 })[0]).toMatchObject({ fields: { meaning: "total to date", expected_then: 50, status_then: "behind" } }));
  test("a later day than that of the plan becomes the day of the plan: a fact of August is not compared with July", () => {
    const set = (asOf: number) => ({ ...plan, rows: { ...plan.rows, settings: planOf({ settings: [{ name: "PLAN_ASOF", value: asOf }] }).rows.settings } });
    const last = (asOf: number) => checkIn(set(asOf), plan.rows.goals[0]!, { date: JULY, value: 10, meaning: "for this period only" }, counter()).at(-1);
    expect(last(JULY - 10)).toEqual({ kind: "update", table: "settings", row: "settings-1", fields: { value: JULY } });
    expect([last(JULY), last(JULY + 1)]).toMatchObject([{ table: "goals" }, { table: "goals" }]);
  });
  test("about the past does not change the present", () => expect(entered(0, { date: day("2026-07-03") })).toHaveLength(1));
  test("of the same day comes in the place of the one before", () => expect(entered(0, { date: day("2026-07-10"), value: 7, meaning: "total to date" })[1]).toMatchObject({ fields: { actual: 7 } }));
});

describe("a corrective action", () => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", target: 66, actual: 20 })], actions: [{ action: "old" }] });
  const [row] = plan.rows.goals;
  const opened = openAction(plan, { goal: row!, stage: null, cause: "Few calls", causeKind: "human", action: "Hire", owner: "Anna", due: day("2026-08-10"), effect: 3, withTask: true }, counter(), JULY);
  const after = changeAll(plan, opened);
  test("keeps the deviation of its day, and makes a task that names it", () => {
    expect(after.rows.actions[1]).toMatchObject({ label: "A-002", fields: { opened: JULY, goal: "G-001 Goal", deviation: -3, cause: "Few calls", cause_kind: "human", action: "Hire", owner: "Anna", due: day("2026-08-10"), effect_plan: 3, status: "open" } });
    expect(after.rows.tasks).toMatchObject([{ fields: { cycle: "2026-Q3", area: "hiring", action: "Hire", owner: "Anna", start: JULY, status: "not started", goal: "G-001 Goal", phase: "control", priority: "high", origin: "A-002" } }]);
  });
  test("without a goal or a task is for a stage of the funnel", () => {
    const only = openAction(plan, { goal: null, stage: "Proposal", cause: "Price", causeKind: null, action: "Test", owner: "Anna", due: JULY, effect: null, withTask: false }, counter(), JULY);
    expect(only).toMatchObject([{ table: "actions", fields: { goal: null, stage: "Proposal", deviation: null } }]);
    expect(only).toHaveLength(1);
  });
  test("waits to be verified after its due date, and its effect is the change of the deviation", () => {
    expect(actionsToVerify(after, day("2026-08-10"))).toEqual([]);
    expect(actionsToVerify(after, day("2026-08-11")).map(({ label }) => label)).toEqual(["A-002"]);
    const better = change(after, { kind: "update", table: "goals", row: "goals-1", fields: { actual: 22 } });
    expect(effectSince(better, better.rows.actions[1]!, JULY)).toBe(2);
    expect(effectSince(better, better.rows.actions[0]!, JULY)).toBeNull();
  });
  test.each([["worked", "verified"], ["too early", "open"]] as const)("a verdict %s leaves it %s", (verdict, status) => {
    const checked: Plan = changeAll(after, verifyAction(after.rows.actions[1]!, { verdict, decision: "standard", effect: 2 }, JULY));
    expect(checked.rows.actions[1]!.fields).toMatchObject({ verdict, status, decision: "standard", effect_fact: 2, checked: JULY });
  });
});

describe("edits that mean more", () => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal" })], tasks: [{ action: "a", status: "in progress", done_pct: 0.5 }, { action: "b", status: "done", done_pct: 1, done_on: JULY }, { action: "c", status: "blocked", blocked_by: "IT" }, { action: "d", status: "not started" }] });
  const [cycle] = plan.rows.cycles;
  const after = (operation: Parameters<typeof change>[1], table: "tasks" | "goals" = "tasks") => {
    const [rows, row] = [change(plan, operation).rows[table] as readonly { row: string; fields: object }[], operation.row];
    return rows.find((each) => each.row === row)!.fields;
  };
  test("a new goal takes the dates and the pace of its cycle, unless it has its own", () => {
    expect(after(newGoal(cycle!, { name: "x", type: "increase", end: JULY }, "n"), "goals")).toMatchObject({ cycle: "2026-Q3", start: day("2026-07-01"), end: JULY, pace_by: "working", path: "linear", weight: 1 });
    expect(after(newGoal(cycle!, { name: "x", type: "milestone" }, "n"), "goals")).toMatchObject({ path: "at the end", target: 1, accumulate: "last value", unit: "yes/no" });
  });
  test("a new task starts today, and not before its cycle", () => {
    expect(after(newTask(cycle!, plan.rows.goals[0]!, { action: "x" }, "n", JULY))).toMatchObject({ start: JULY, due: day("2026-09-30"), goal: "G-001 Goal", status: "not started" });
    expect(after(newTask(cycle!, null, {}, "n", day("2026-06-01")))).toMatchObject({ start: day("2026-07-01"), goal: null });
    expect(after(newTask(cycle!, null, {}, "n", day("2026-11-01")))).toMatchObject({ start: day("2026-11-01"), due: day("2026-11-01") });
  });
  test("a task that is done is done wholly, today", () => expect(after(setTaskStatus(plan.rows.tasks[0]!, "done", JULY))).toMatchObject({ status: "done", done_pct: 1, done_on: JULY }));
  test("and not any more when it is opened again", () => expect(after(setTaskStatus(plan.rows.tasks[1]!, "in progress", JULY))).toMatchObject({ status: "in progress", done_pct: null, done_on: null }));
  test("what blocks it is told while it is blocked", () => {
    expect(after(setTaskStatus(plan.rows.tasks[0]!, "blocked", JULY, "IT"))).toMatchObject({ status: "blocked", blocked_by: "IT", done_pct: 0.5 });
    expect(after(setTaskStatus(plan.rows.tasks[2]!, "in progress", JULY))).toMatchObject({ blocked_by: null });
  });
  test("a goal is cancelled, not deleted", () => expect(after(cancelGoal(plan.rows.goals[0]!), "goals")).toMatchObject({ closed_as: "cancelled" }));
});

test("a limit that held until now is asked for once more on its last day, what was reached for good is not", () => {
  const fields = { start: day("2026-07-01"), end: day("2026-09-30") };
  const plan = planOf({
    cycles: [Q3],
    goals: [goal({ ...fields, name: "Churn", type: "keep ≤", accumulate: "last value", unit: "%", target: 0.03 }), goal({ ...fields, name: "Customers", target: 60 }), goal({ ...fields, name: "Budget", type: "keep ≤", target: 100 })],
    checkins: ["Churn", "Customers", "Budget"].map((name) => ({ goal: name, date: day("2026-08-14"), value: name === "Customers" ? 61 : 0.02, meaning: "total to date" })),
  });
  expect(queueOf(plan, plan.rows.cycles[0]!, day("2026-09-30")).map((owed) => owed.goal.fields.name).sort()).toEqual(["Budget", "Churn"]);
});
