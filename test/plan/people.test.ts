import { capacityByMonth, capacityIn, loadByPerson, quotaAMonth, quotasIn, rampShare, targetGoal } from "../../src/plan/people";
import { coverageOf } from "../../src/plan/coverage";
import { budgetGoal, costFactOf, costPlanOf, costsByKind, orderBy, totalCost, toOrder } from "../../src/plan/resources";
import { day, goal, planOf, Q3, type Fields, type Tables } from "./rig";

const made = (tables: Tables) => planOf({ cycles: [Q3], ...tables });
const cycleOf = (plan: ReturnType<typeof made>) => plan.rows.cycles[0]!;
const RAMP: readonly Fields[] = [0, 0.25, 0.5, 0.75, 1].map((share, i) => ({ profile: "Standard", month: i + 1, share }));
const OLD = { start: day("2020-01-01") };

describe("capacity", () => {
  const capacity = (team: readonly Fields[], more: Tables = {}) => {
    const plan = made({ team: team.map((fields, i) => ({ person: `P${i}`, ...fields })), ramp: RAMP, ...more });
    return capacityByMonth(plan, cycleOf(plan));
  };
  test.each<[string, Fields[], number[]]>([
    ["a person at full speed", [{ ...OLD, quota: 100 }], [100, 100, 100]],
    ["a quota for a quarter, a year", [{ ...OLD, quota: 300, per: "quarter" }, { ...OLD, quota: 1200, per: "year" }], [200, 200, 200]],
    ["half of the time, 80 % of the plan", [{ ...OLD, quota: 100, time_share: 0.5, attainment: 0.8 }], [40, 40, 40]],
    ["a newcomer of June ramps", [{ start: day("2026-06-01"), quota: 100, ramp: "standard" }], [25, 50, 75]],
    ["and is at full speed in the fifth month", [{ start: day("2026-04-01"), quota: 100, ramp: "Standard" }], [75, 100, 100]],
    ["of the middle of July, by working days: 12 of 23", [{ start: day("2026-07-16"), quota: 100 }], [(100 * 12) / 23, 100, 100]],
    ["somebody who leaves in August, after 10 of 21 working days", [{ ...OLD, end: day("2026-08-14"), quota: 100 }], [100, (100 * 10) / 21, 0]],
    ["who has no attainment has the average of the team", [{ ...OLD, quota: 100, attainment: 0.6 }, { ...OLD, quota: 100, attainment: 1 }, { ...OLD, quota: 100 }], [240, 240, 240]],
    ["who has no quota sells nothing", [{ ...OLD }], [0, 0, 0]],
    ["nobody", [], [0, 0, 0]],
  ])("%s", (_, team, expected) => expect(capacity(team).map((month) => Number(month.capacity.toFixed(9)))).toEqual(expected.map((value) => Number(value.toFixed(9)))));

  test("people who ramp are told apart, and the target goes by months", () => {
    expect(capacity([{ ...OLD, quota: 100 }, { start: day("2026-07-01"), quota: 100, ramp: "Standard" }], { goals: [goal({ name: "Revenue", unit: "money", target: 660 })] })).toMatchObject([
      { ramped: 100, ramping: 0, capacity: 100, target: expect.closeTo(230, 9) }, { ramped: 100, ramping: 25, capacity: 125, target: expect.closeTo(210, 9) }, { ramped: 100, ramping: 50, capacity: 150, target: expect.closeTo(220, 9) },
    ]);
  });
  test("an unknown profile, or none, is full speed; before its first step there is nothing", () => {
    const plan = made({ ramp: [{ profile: "Late", month: 3, share: 0.5 }] });
    expect([rampShare(plan, "other", 0), rampShare(plan, null, 0), rampShare(plan, "late", 1), rampShare(plan, "late", 2), rampShare(plan, "late", 9)]).toEqual([1, 1, 0, 0.5, 0.5]);
  });
  test("the quotas add up without ramp and attainment", () => {
    const plan = made({ team: [{ person: "a", ...OLD, quota: 100, attainment: 0.5 }, { person: "b", ...OLD }, { person: "c", ...OLD, quota: 300, per: "quarter", time_share: 0.5 }] });
    expect(quotasIn(plan, cycleOf(plan))).toBeCloseTo(450, 9);
    expect(capacityIn(plan, cycleOf(plan))).toBeCloseTo(3 * 50 + 0 + 3 * 25, 9);
    expect(quotaAMonth(plan.rows.team[1]!)).toBeNull();
    const empty = made({});
    expect([quotasIn(empty, cycleOf(empty)), capacityIn(empty, cycleOf(empty))]).toEqual([null, null]);
  });
});

test("the target of the department is the sales volume, or the first sum of money", () => {
  const goals = [goal({ name: "Leads", target: 5 }), goal({ name: "Cash", unit: "money", target: 5 }), goal({ name: "Revenue", unit: "money", target: 5, group: "sales volume" })];
  const [all, some, none] = [made({ goals }), made({ goals: goals.slice(0, 2) }), made({ goals: goals.slice(0, 1) })];
  expect([targetGoal(all, cycleOf(all))?.label, targetGoal(some, cycleOf(some))?.label, targetGoal(none, cycleOf(none))]).toEqual(["G-003", "G-002", null]);
});

test("load: open tasks by person and month, tasks of nobody too", () => {
  const task = (fields: Fields): Fields => ({ cycle: "2026-Q3", status: "not started", start: day("2026-07-01"), due: day("2026-07-15"), ...fields });
  const plan = made({ team: [{ person: "Anna" }, { person: "Idle" }], tasks: [task({ owner: "anna ", due: day("2026-08-20") }), task({ owner: "Anna" }), task({ owner: "Anna", status: "done" }), task({ owner: null, start: day("2026-09-01"), due: null })] });
  expect(loadByPerson(plan, cycleOf(plan), day("2026-07-20"))).toEqual([
    { name: "Anna", months: [2, 1, 0], open: 2, late: 1 }, { name: "", months: [0, 0, 1], open: 1, late: 0 }, { name: "Idle", months: [0, 0, 0], open: 0, late: 0 },
  ]);
});

describe("resources", () => {
  const row = (fields: Fields): Fields => ({ cycle: "2026-Q3", kind: "human", ...fields });
  const plan = made({ resources: [
    row({ qty_plan: 6, price: 300, cost_fact: 1700 }), row({ qty_plan: 2, price: 150, qty_fact: 1, start: day("2026-08-15"), lead_days: 44.5, status: "approved" }),
    row({ kind: "financial", qty_plan: 1, start: day("2026-07-20"), lead_days: 10, status: "needed" }), row({ kind: "info", qty_plan: 3, price: 10, status: "refused", start: day("2026-07-01") }),
    row({ kind: "technical", qty_plan: 8, price: 6, status: "in use", start: day("2026-07-01") }),
  ] });
  test("plan is quantity by price, fact what was typed or quantity by price", () => {
    expect(plan.rows.resources.map((each) => [costPlanOf(each), costFactOf(each)])).toEqual([[1800, 1700], [300, 150], [null, null], [30, null], [48, null]]);
    expect(costsByKind(plan, cycleOf(plan)).map(({ kind, plan: cost, fact, unknown, resources }) => [kind, resources.length, cost, fact, unknown]).filter(([, count]) => count !== 0)).toEqual([
      ["human", 2, 2100, 1850, 0], ["financial", 1, 0, 0, 1], ["technical", 1, 48, 0, 1], ["info", 1, 0, 0, 0],
    ]);
    expect(totalCost(plan, cycleOf(plan))).toEqual({ plan: 2148, fact: 1850, unknown: 2 });
  });
  test("must be ordered so many days before they are needed", () => {
    expect(plan.rows.resources.map(orderBy)).toEqual([null, day("2026-07-01"), day("2026-07-10"), day("2026-07-01"), day("2026-07-01")]);
    expect(toOrder(plan, cycleOf(plan), day("2026-07-05")).map(({ resource, late }) => [resource.label, late])).toEqual([["R-002", 4], ["R-003", -5]]);
  });
  test("the budget is the spending limit called so, or the first", () => {
    const goals = [goal({ name: "Travel", type: "keep ≤", unit: "money", target: 5 }), goal({ name: "All", metric: "Budget", type: "keep ≤", unit: "money", target: 9 })];
    const [both, one, none] = [made({ goals }), made({ goals: goals.slice(0, 1) }), made({})];
    expect([budgetGoal(both, cycleOf(both))?.label, budgetGoal(one, cycleOf(one))?.label, budgetGoal(none, cycleOf(none))]).toEqual(["G-002", "G-001", null]);
  });
});

test("coverage counts tasks, resources, and resources for tasks; what was cancelled or refused covers nothing", () => {
  const plan = made({
    goals: [goal({ name: "Goal" })],
    tasks: [{ cycle: "2026-Q3", area: "hiring", due: day("2026-07-10"), status: "in progress" }, { cycle: "2026-Q3", area: "team", goal: "G-001" }, { cycle: "2026-Q3", area: "analysis", status: "cancelled" }],
    resources: [{ cycle: "2026-Q3", kind: "human", task: "T-001" }, { cycle: "2026-Q3", kind: "human", goal: "Goal" }, { cycle: "2026-Q3", kind: "info", status: "refused" }, { cycle: "2026-Q3", kind: "technical" }],
  });
  const { areas, kinds, cells, emptyAreas, emptyKinds } = coverageOf(plan, cycleOf(plan), day("2026-07-20"));
  expect(areas.filter(({ tasks }) => tasks > 0)).toEqual([{ area: "hiring", tasks: 1, late: 1 }, { area: "team", tasks: 1, late: 0 }]);
  expect(kinds.filter(({ resources }) => resources > 0)).toEqual([{ kind: "human", resources: 2 }, { kind: "technical", resources: 1 }]);
  expect(cells.map((row) => row.join(" "))).toEqual(["0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0", "1 0 0 0 0 0 0 0", "1 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0"]);
  expect([emptyAreas, emptyKinds]).toEqual([["strategy_goals", "budget_plan", "sales_strategy", "coordination", "analysis"], ["financial", "info", "marketing", "feedback", "support", "interdept"]]);
});
