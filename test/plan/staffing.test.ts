import fc from "fast-check";
import { sum } from "../../src/core/stats";
import { backwardInputs, channelsOf, givenOf, moneyOf, realityOf, revenueOf, scenariosOf, type Given } from "../../src/plan/backward-of-plan";
import { backwardPlan } from "../../src/plan/backward-plan";
import { change, changeAll } from "../../src/plan/change";
import { keepGiven } from "../../src/plan/keep-given";
import type { Cycle } from "../../src/plan/cycles";
import type { Operation, Patch } from "../../src/plan/operation";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { givenSettings, readyPlan } from "../../src/plan/ready-plan";
import { setSetting } from "../../src/plan/settings";
import { digitsOfLeads, leadsByMonth, peopleAtWork, peopleOf, rampMonthsOf } from "../../src/plan/staffing";
import { counter, day, goal, planOf, Q3, type Fields, type Tables } from "./rig";

const RAMP: readonly Fields[] = [0, 0.25, 0.5, 0.75, 1].map((share, i) => ({ profile: "Standard", month: i + 1, share }));
const OLD = { start: day("2020-01-01"), quota: 100, ramp: "Standard" };
const made = (tables: Tables = {}): Plan => planOf({ cycles: [Q3], ramp: RAMP, team: [{ person: "Anna", ...OLD }, { person: "Ivan", ...OLD, attainment: 0.8 }], ...tables });
const cycleOf = (plan: Plan) => plan.rows.cycles[0]!;
const people = (target: number, today: string, tables: Tables = {}, hireDays: number | null = 30) => {
  const plan = made(tables);
  return peopleOf(plan, cycleOf(plan), target, hireDays, day(today));
};

describe("people for the target", () => {
  // Two people of quota 100 who reach 80 % (Anna as the team's average) sell 160 a month, 480 in the quarter.
  test("enough people: nobody is missing, and each month says what it needs and has", () => {
    const found = people(480, "2026-01-01")!;
    expect([found.capacity, found.perMonth, found.missing]).toEqual([expect.closeTo(480, 9), 80, null]);
    expect(found.months.map(({ there }) => Number(there.toFixed(6)))).toEqual([2, 2, 2]);
    // 23, 21 and 22 of 66 working days
    expect(found.months.map(({ needed }) => needed!)).toEqual([expect.closeTo((480 * 23) / 66 / 80, 9), expect.closeTo((480 * 21) / 66 / 80, 9), expect.closeTo(2, 9)]);
  });

  test.each([
    // target, people at full speed for three months of 80 each
    [480 + 240, 1], [480 + 241, 2], [480 + 480, 2],
  ])("a target of %d: %d people must be at full speed from July on", (target, missing) => {
    expect(people(target, "2025-06-01")!.missing).toEqual({ people: missing, neededOn: day("2026-07-01"), hireBy: day("2026-03-01") - 30 });
  });

  test("they are needed from the first month that is short, and only what is left of the cycle counts for them", () => {
    const found = people(480, "2025-06-01", { team: [{ person: "Anna", ...OLD }, { person: "Boris", ...OLD, end: day("2026-07-31") }, { person: "Ivan", ...OLD, end: day("2026-07-31") }] })!;
    // 300 in July, 100 in August and September; without any attainment in the team each reaches the quota
    expect(found.capacity).toBeCloseTo(500, 9);
    const short = people(600, "2025-06-01", { team: [{ person: "Anna", ...OLD }, { person: "Boris", ...OLD, end: day("2026-07-31") }, { person: "Ivan", ...OLD, end: day("2026-07-31") }] })!;
    expect(short.missing).toMatchObject({ people: 1, neededOn: day("2026-08-01"), hireBy: day("2026-04-01") - 30 });
  });

  test("a search that begins today: newcomers ramp, so more of them are needed, until none can help", () => {
    // They start on 1 July and sell nothing, a quarter and a half of 80 in the three months: 60 each.
    expect(people(480 + 240, "2026-06-01")!.now).toEqual({ start: day("2026-07-01"), people: 4 });
    expect(people(480 + 240, "2026-08-15")!.now).toMatchObject({ people: null });
    expect(people(480 + 240, "2026-09-15")!.now).toMatchObject({ start: day("2026-10-15"), people: null });
    expect(people(480 + 240, "2026-06-01", { ramp: [] })!.now).toMatchObject({ people: 1 });
    expect(people(480 + 240, "2026-06-01", {}, 1e12)!.now).toEqual({ start: day("9999-12-31"), people: null });
  });

  test("the naive figure forgets attainment and ramp", () => expect(people(480 + 600, "2026-06-01")).toMatchObject({ naive: 2, missing: { people: 3 } }));

  test("the time to hire and the price come from the people to be hired among the resources", () => {
    const resources = [{ cycle: "2026-Q3", kind: "human", name: "Managers, to hire", status: "needed", lead_days: 45, price: 150, qty_plan: 2 }];
    expect(people(1000, "2026-01-01", { resources }, null)).toMatchObject({ hireDays: 45, price: 150 });
    expect(people(1000, "2026-01-01", { resources: [{ ...resources[0]!, status: "in use" }] }, null)).toMatchObject({ hireDays: 0, price: null });
  });

  test.each<[string, Tables]>([["without people", { team: [] }], ["without quotas", { team: [{ person: "Anna", start: day("2020-01-01") }] }]])("%s nobody knows", (_, tables) => expect(people(480, "2026-01-01", tables)).toBeNull());

  test("a newcomer sells what people at full speed sell, not the average with other newcomers", () => {
    expect(people(480, "2026-01-01", { team: [{ person: "Anna", ...OLD }, { person: "New", start: day("2026-08-01"), quota: 20, ramp: "Standard" }] })!.perMonth).toBe(100);
    expect(people(480, "2026-01-01", { team: [{ person: "New", start: day("2026-08-01"), quota: 20, ramp: "Standard" }] })!.perMonth).toBe(20);
  });

  test.each([["Standard", 4], ["standard ", 4], [null, 0], ["unknown", 0], ["Half", 2]])("the ramp of %s takes %d months", (profile, months) =>
    expect(rampMonthsOf(made({ ramp: [...RAMP, { profile: "Half", month: 1, share: 0 }, { profile: "Half", month: 3, share: 0.5 }] }), profile)).toBe(months));

  test("at work are those who have come and not left, by their share of time", () =>
    expect(peopleAtWork(made({ team: [{ person: "A", ...OLD }, { person: "B", ...OLD, time_share: 0.5 }, { person: "C", ...OLD, end: day("2026-06-30") }, { person: "D", start: day("2026-08-01") }] }), day("2026-07-01"))).toBe(1.5));
});

describe("leads by month", () => {
  const WINDOW = [day("2026-05-27"), day("2026-08-26")] as const; // 5, 30, 31 and 26 days
  test.each([
    [92, [5, 30, 31, 26]],
    // 543.48, 3260.87, 3369.57 and 2826.09: each rounded by itself they come to 10,001
    [10_000, [543, 3261, 3370, 2826]],
    [1, [0, 0, 1, 0]],
    // without rounding a plan may need fewer than ten leads that are not whole: 0.29, 1.73, 1.79, 1.50 of 5.3
    [5.3, [0.3, 1.7, 1.8, 1.5]],
    [1000.4, [54, 326, 337, 283]],
  ])("%d leads by the days of the window in each month", (leads, expected) => expect(leadsByMonth(leads, WINDOW).map((month) => month.leads)).toEqual(expected));

  test("of equal remainders the earlier month gets the lead", () => expect(leadsByMonth(11, [day("2026-07-01"), day("2026-08-31")]).map(({ leads }) => leads)).toEqual([6, 5]));

  test("add up to the leads that are shown, and none is a whole lead away from its share", () => {
    const leads = fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 12, noNaN: true }));
    fc.assert(fc.property(leads, fc.integer({ min: day("2024-01-01"), max: day("2030-01-01") }), fc.nat(800), (count, from, length) => {
      const months = leadsByMonth(count, [from, from + length]);
      const shown = Number(count.toFixed(digitsOfLeads(count)));
      expect(sum(months.map((month) => month.leads))).toBeCloseTo(shown, 6);
      months.forEach((month, i) => {
        const days = Math.min(from + length, (months[i + 1]?.from ?? Infinity) - 1) - Math.max(from, month.from) + 1;
        expect(Math.abs(month.leads - (shown * days) / (length + 1))).toBeLessThan(1);
      });
    }));
  });
});

describe("what is given", () => {
  const FUNNEL: readonly Fields[] = [{ order: 1, stage: "Lead", conv: 0.1, conv_low: 0.05, cost: 10 }, { order: 2, stage: "Won" }];
  const SALES = goal({ name: "Sales", unit: "money", target: 1000, baseline: 0, group: "sales volume" });
  const plan = made({ goals: [SALES], funnel: FUNNEL });
  const cycle = cycleOf(plan);
  const given = (more: Partial<Given> = {}): Given => ({ ...givenOf(plan, cycle), deal: 100, ...more });
  const profit = given({ by: "profit", profit: 200, fixedCost: 100, margin: 0.4, dealCost: 10 });

  test.each<[string, Given, number | null]>([
    ["the revenue itself", given(), 1000],
    ["for a profit: 10 deals of which 30 stay", profit, 1000],
    ["costs that are not named are none", given({ by: "profit", profit: 200, margin: 0.5 }), 400],
    ["nothing without a margin", given({ by: "profit", profit: 200 }), null],
    ["nothing where a deal brings nothing", { ...profit, dealCost: 40 }, null],
    ["nothing where a deal is worth nothing", { ...profit, deal: 0 }, null],
  ])("the target: %s", (_, what, revenue) => expect(revenueOf(what)).toEqual(revenue === null ? null : expect.closeTo(revenue, 9)));

  test("what is kept is given again, the goal with it, and why it changed stands in its note after the start", () => {
    const note = (before: number, after: number) => `${before} → ${after}`;
    const typed: Given = { ...profit, profit: 500, hireDays: 20 };
    const kept = (today: string) => changeAll(plan, keepGiven(plan, cycle, givenOf(plan, cycle), typed, day(today), note, counter()));
    expect(givenOf(kept("2026-06-01"), cycle)).toEqual({ ...typed, target: 2000 });
    expect(kept("2026-06-01").rows.goals[0]!.fields).toMatchObject({ target: 2000, note: null });
    expect(kept("2026-07-02").rows.goals[0]!.fields.note).toBe("1000 → 2000");
    expect(keepGiven(plan, cycle, given(), given(), day("2026-07-02"), note, counter())).toEqual([]);
  });

  test("a target that no goal has becomes a goal: nothing that is typed is lost", () => {
    const bare = change(plan, { kind: "delete", table: "goals", row: "goals-1" });
    const operations = keepGiven(bare, cycle, givenOf(bare, cycle), { ...givenOf(bare, cycle), target: 700 }, day("2026-07-02"), () => "", counter());
    expect(givenOf(changeAll(bare, operations), cycle).target).toBe(700);
  });

  test("the scenarios side by side", () => {
    const inputs = backwardInputs(plan, cycle, given(), day("2026-06-01"))!;
    expect(scenariosOf(plan, inputs).map(({ scenario, plan: worked }) => [scenario, worked?.leads])).toEqual([["low", 200], ["base", 100], ["high", 100]]);
  });

  test("money: a customer costs the leads and every other resource, and the ceiling of a lead is the profit of its share of a deal", () => {
    const resources = [{ cycle: "2026-Q3", kind: "human", name: "People", qty_plan: 1, price: 500, status: "in use" }, { cycle: "2026-Q3", kind: "financial", name: "Lead budget", qty_plan: 1, price: 700, status: "approved" }];
    const with_ = changeAll(plan, resources.map((fields, i) => ({ kind: "create" as const, table: "resources" as const, row: `r${i}`, fields })));
    const worked = backwardPlan(backwardInputs(with_, cycle, given(), day("2026-06-01"))!);
    expect(moneyOf(with_, cycle, worked, given({ margin: 0.4, dealCost: 10, income: 50 }))).toEqual({ cac: 150, payback: 7.5, leadCeiling: expect.closeTo(3, 9) });
    expect(moneyOf(with_, cycle, worked, given())).toEqual({ cac: 150, payback: null, leadCeiling: null });
  });
});

test("stages count calendar days, and working days where the plan says so: then leads must come earlier", () => {
  const { plan, cycle } = madeOf();
  const window = (by: Plan) => backwardPlan(backwardInputs(by, cycle, givenOf(by, cycle), day("2026-06-01"))!).window;
  expect(window(plan)).toEqual([day("2026-05-27"), day("2026-08-26")]);
  const working = changeAll(plan, setSetting(plan, "PLAN_LAG_BY", "working", () => "lag"));
  expect(window(working)).toEqual([day("2026-05-13"), day("2026-08-12")]);
});

test("leads and money by channel are the resources for leads that were not refused", () => {
  const { plan, cycle } = madeOf();
  const channel = (row: string, fields: Patch): Operation => ({ kind: "create", table: "resources", row, fields: { cycle: cycle.fields.cycle_id, kind: "financial", status: "needed", ...fields } });
  const more = changeAll(plan, [channel("c1", { name: "Leads: fair", qty_plan: 200, price: 3000 }), channel("c2", { name: "Leads: spam", qty_plan: 5000, price: 1, status: "refused" }), channel("c3", { name: "Leads: partners", qty_plan: 50 }), channel("c4", { name: "Gifts", qty_plan: 5, price: 100 })]);
  expect(channelsOf(more, cycle)).toEqual([{ name: "Lead budget", leads: 1000, price: 1500, cost: 1_500_000 }, { name: "Leads: fair", leads: 200, price: 3000, cost: 600_000 }]);
  expect(realityOf(more, cycle, backwardInputs(more, cycle, givenOf(more, cycle), day("2026-06-01"))!, givenOf(more, cycle)).reality.leadBudget).toBe(2_100_000);
});

function madeOf(): { readonly plan: Plan; readonly cycle: Cycle } {
  const inputs = { from: day("2026-07-01"), to: day("2026-09-30"), target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "RUB" };
  const next = counter();
  const plan = changeAll(emptyPlan("en"), [...readyPlan(inputs, "en", next, day("2026-06-01")), ...givenSettings(inputs, next)]);
  return { plan, cycle: plan.rows.cycles[0]! };
}
