import { currentCycle, cycleOf, rowsIn, rowsOfGoal } from "../../src/plan/cycles";
import { labelAndName, nearestName, rowOf, rowsOf } from "../../src/plan/find";
import { day, goal, planOf, Q3 } from "./rig";

const plan = planOf({
  cycles: [{ ...Q3, cycle_id: "2026", start: day("2026-01-01"), end: day("2026-12-31") }, { ...Q3, parent: "2026" }, { ...Q3, cycle_id: "2026-Q4", start: day("2026-10-01"), end: day("2026-12-31"), status: "draft" }],
  goals: [goal({ name: "New customers" }), goal({ name: "Объём продаж" }), goal({ name: "CAC" }), goal({ name: "CAC", cycle: "2026-Q4" })],
  tasks: [{ action: "Call", goal: "G-001 New customers" }, { action: "Write", goal: "объем  продаж" }],
  team: [{ person: "Anna Petrova" }],
});

test.each([
  ["g-001", "G-001"], [" new  customers ", "G-001"], ["G-001 New customers", "G-001"], ["G-001 called otherwise by now", "G-001"], ["ОБЪЕМ ПРОДАЖ", "G-002"],
])("a reference %j is found", (ref, label) => {
  expect(rowOf(plan, "goals", ref)?.label).toBe(label);
});

test.each(["G-009", "customers", "", "CAC", null])("a reference %j means no single row", (ref) => {
  expect(rowOf(plan, "goals", ref)).toBeNull();
});

test("a name in two cycles means both rows", () => {
  expect(rowsOf(plan, "goals", "cac").map(({ label }) => label)).toEqual(["G-003", "G-004"]);
});

test("rows without an id are found by their key, and are called by it", () => {
  expect(rowOf(plan, "cycles", "2026-q3")?.row).toBe("cycles-2");
  expect(labelAndName("cycles", plan.rows.cycles[1]!)).toBe("2026-Q3");
  expect(rowOf(plan, "team", "anna petrova")?.row).toBe("team-1");
});

test("a label is id and name", () => {
  expect(labelAndName("goals", plan.rows.goals[0]!)).toBe("G-001 New customers");
  expect(labelAndName("tasks", planOf({ tasks: [{}] }).rows.tasks[0]!)).toBe("T-001");
});

test.each([["New custmers", "G-001 New customers"], ["G-012 New custmers", "G-001 New customers"], ["G-0001", "G-001 New customers"], ["Обьём продаж", "G-002 Объём продаж"]])("the nearest to %j is %j", (ref, found) => {
  expect(nearestName(plan, "goals", ref)).toBe(found);
});
test("nothing is near in an empty table", () => expect(nearestName(planOf({}), "goals", "x")).toBeNull());

test("a row knows its cycle, a cycle its rows, a goal what belongs to it", () => {
  expect(cycleOf(plan, plan.rows.goals[0]!)?.row).toBe("cycles-2");
  expect(rowsIn(plan, "goals", plan.rows.cycles[1]!).map(({ label }) => label)).toEqual(["G-001", "G-002", "G-003"]);
  expect(rowsOfGoal(plan, "tasks", plan.rows.goals[1]!).map(({ label }) => label)).toEqual(["T-002"]);
});

describe("the cycle at hand", () => {
  const at = (today: string, cycles: Parameters<typeof planOf>[0]["cycles"], goals: Parameters<typeof planOf>[0]["goals"] = []) => currentCycle(planOf({ cycles: cycles!, goals }), day(today))?.fields.cycle_id ?? null;
  const year = { ...Q3, cycle_id: "2026", start: day("2026-01-01"), end: day("2026-12-31") };
  const q4 = { ...Q3, cycle_id: "2026-Q4", start: day("2026-10-01"), end: day("2026-12-31") };
  test("is the shortest that runs", () => expect(at("2026-08-01", [year, Q3, q4])).toBe("2026-Q3"));
  test("is rather one with goals", () => expect(at("2026-08-01", [year, Q3], [goal({ name: "x", cycle: "2026" })])).toBe("2026"));
  test("after the end is the one that still waits to be closed", () => expect(at("2027-02-01", [Q3, q4])).toBe("2026-Q4"));
  test("before all is the first to come", () => expect(at("2026-02-01", [q4, Q3])).toBe("2026-Q3"));
  test("is never a closed one while one is open", () => expect(at("2026-08-01", [{ ...Q3, status: "closed" }, q4])).toBe("2026-Q4"));
  test("is the last closed one when all are closed", () => expect(at("2027-08-01", [{ ...Q3, status: "closed" }, { ...q4, status: "archived" }])).toBe("2026-Q4"));
  test("is none without cycles", () => expect(at("2026-08-01", [])).toBeNull());
});
