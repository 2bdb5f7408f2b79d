import { serialOfDay } from "../../src/core/calendar";
import { WEEKDAYS } from "../../src/core/time-share";
import { backwardPlan, cacOfPlan, leadsPerPersonADay, paybackOfPlan, revenueForProfit, staffing, type BackwardInputs } from "../../src/plan/backward-plan";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const stage = (name: string, conversion: number | null, lagDays: number | null, cost: number | null = null) => ({ name, conversion, lagDays, cost, best: null });
const BASE: BackwardInputs = {
  from: day(7, 1), to: day(9, 30), target: 12_000_000, booked: 0, repeat: 3_000_000, pipeline: 0, deal: 150_000, rounding: "up", by: "calendar", workDays: WEEKDAYS, today: day(6, 1),
  stages: [stage("Lead", 0.4, 5, 1500), stage("Qualified", 0.5, 10), stage("Proposal", 0.3, 20), stage("Won", null, null)],
};

test("from the target up: repeat business first, then deals, stages, leads and their price", () => {
  const plan = backwardPlan(BASE);
  expect(plan.newRevenue).toBe(9_000_000);
  expect(plan.stages.map(({ required }) => required)).toEqual([1000, 400, 200, 60]);
  expect(plan.budget).toBe(1_500_000);
});

test("because repeat business is fixed, leads grow faster than the target", () => {
  expect(backwardPlan({ ...BASE, target: 12_000_000 * 1.1 }).leads / 1000).toBeGreaterThan(1.1);
});

test.each([
  ["up", 1112, 67], ["each", 1120, 67], ["none", 1111.111, 66.667],
] as const)("rounding %s: one rounding up of the number shown, every stage, or none", (rounding, leads, deals) => {
  const plan = backwardPlan({ ...BASE, repeat: 2_000_000, rounding });
  expect(plan.leads).toBeCloseTo(leads, 3);
  expect(plan.deals).toBeCloseTo(deals, 3);
});

test("what is booked already leaves nothing to win, and never less than nothing", () => {
  const plan = backwardPlan({ ...BASE, booked: 13_000_000 });
  expect([plan.newRevenue, plan.deals, plan.leads, plan.tooLate]).toEqual([0, 0, 0, false]);
});

test("the window of leads is the period moved back by all stages", () => {
  expect(backwardPlan(BASE).window).toEqual([day(5, 27), day(8, 26)]);
  expect(backwardPlan({ ...BASE, by: "working" }).window).toEqual([day(5, 13), day(8, 12)]);
});

test.each([
  ["before it", day(5, 1), 0, 60, false],
  ["in the middle", day(7, 12), 0.5, 30, false],
  ["on its last day", day(8, 26), 91 / 92, 60 / 92, false],
  ["after it", day(8, 27), 1, 0, true],
])("what is left of the window %s", (_, today, past, possible, tooLate) => {
  const plan = backwardPlan({ ...BASE, today });
  expect(plan.windowPast).toBeCloseTo(past, 12);
  expect(plan.dealsStillPossible).toBeCloseTo(possible, 9);
  expect(plan.tooLate).toBe(tooLate);
});

test("leads of the period alone bring only a part of its deals", () => expect(backwardPlan(BASE).windowInside).toBeCloseTo(57 / 92, 12));

test("a window before the calendar of spreadsheets is none", () => {
  expect(backwardPlan({ ...BASE, stages: [stage("Lead", 0.5, 60_000), stage("Won", null, null)] })).toMatchObject({ window: null, windowPast: null, dealsStillPossible: null, tooLate: false, daysLeft: 0 });
});

test("the leads that are needed come in the working days that are left: a team that lags must get more a day", () => {
  const [early, late] = [day(5, 27), day(8, 20)].map((today) => leadsPerPersonADay(backwardPlan({ ...BASE, today, target: 12_000_000 }), 6)!);
  expect(early).toBeCloseTo(1000 / 66 / 6, 9); // 66 working days from 27 May to 26 August
  expect(late).toBeCloseTo(1000 / 5 / 6, 9);
  expect(leadsPerPersonADay(backwardPlan({ ...BASE, today: day(9, 1) }), 6)).toBeNull();
  expect(leadsPerPersonADay(backwardPlan(BASE), 0)).toBeNull();
});

test.each([
  [1_000_000, 500_000, 100_000, 0.4, 10_000, 5_000_000], // 30 000 of each deal: 50 deals
  [0, 0, 100_000, 0.4, 10_000, 0],
  [-1_000_000, 500_000, 100_000, 0.4, 10_000, 0],
  [1_000_000, 500_000, 100_000, 0.1, 10_000, null],
])("revenue for a profit of %d with fixed cost %d", (profit, fixed, price, margin, variable, revenue) => expect(revenueForProfit(profit, fixed, price, margin, variable)).toBe(revenue));

test("cost and payback of a customer, and no figure without customers or income", () => {
  expect(cacOfPlan(1_500_000, 2_100_000, 0, 60)).toBe(60_000);
  expect(cacOfPlan(1, 1, 1, 0)).toBeNull();
  expect(paybackOfPlan(60_000, 20_000, 0.5)).toBe(6);
  expect(paybackOfPlan(60_000, 0, 0.5)).toBeNull();
});

test("people: how many must come and by when, beside the naive figure", () => {
  const asked = { capacity: 10_000_000, target: 12_000_000, quota: 2_000_000, attainment: 0.8, ramp: 0.5, rampMonths: 5, hireDays: 45, neededOn: day(12, 1) };
  expect(staffing(asked)).toEqual({ people: 3, hireBy: day(7, 1) - 45, naive: 1 });
  expect(staffing({ ...asked, ramp: 0 })).toMatchObject({ people: null, naive: 1 });
  expect(staffing({ ...asked, capacity: 20_000_000 })).toMatchObject({ people: 0, naive: 0 });
});
