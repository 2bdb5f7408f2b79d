import fc from "fast-check";
import { WEEKDAYS } from "../../src/core/time-share";
import type { BackwardInputs } from "../../src/plan/backward-plan";
import { cohortAnswer, cohortDoubts, cohortLength, cohortNeed, cohortPeriods, keptCohorts, leadsSetting, rateSetting, type CohortAnswer, type Cohorts } from "../../src/plan/cohorts";
import { day, planOf, Q3, type Fields } from "./rig";

const cycleOf = (start: string, end: string) => planOf({ cycles: [{ ...Q3, start: day(start), end: day(end) }] }).rows.cycles[0]!;
const QUARTER = cycleOf("2026-07-01", "2026-09-30");
const YEAR = cycleOf("2026-01-01", "2026-12-31");

describe("periods", () => {
  test.each([
    ["the quarter of the day", YEAR, "2026-08-15", "quarter", "2026-Q3", "2026-07-01", "2026-09-30", "2026-Q2", 7],
    ["its month", YEAR, "2026-01-31", "month", "2026-01", "2026-01-01", "2026-01-31", "2025-12", 13],
    ["the first of a cycle that has not begun", QUARTER, "2026-03-15", "month", "2026-07", "2026-07-01", "2026-07-31", "2026-06", 13],
    ["the last of a cycle that is over", QUARTER, "2026-12-15", "month", "2026-09", "2026-09-01", "2026-09-30", "2026-08", 13],
  ] as const)("%s", (_, cycle, today, length, label, from, to, before, count) => {
    const periods = cohortPeriods(cycle, day(today), length);
    expect(periods[0]).toEqual({ label, from: day(from), to: day(to) });
    expect([periods[1]!.label, periods.length]).toEqual([before, count]);
  });

  test("leads are kept by their period, rates by length and age", () => {
    const periods = cohortPeriods(QUARTER, day("2026-08-15"), "quarter");
    const settings: readonly Fields[] = [{ name: "PLAN_COHORT_PERIOD", value: "month" }, { name: "PLAN_RATE_QUARTER_0", value: 0.02, about: "Deals: 3 of 150." }, { name: "PLAN_RATE_QUARTER_2", value: 0 }, { name: "PLAN_RATE_MONTH_1", value: 0.5 }, { name: "PLAN_LEADS_2026_Q2", value: 900 }, { name: "PLAN_LEADS_2026_Q3", value: 7 }];
    const plan = planOf({ cycles: [Q3], settings });
    expect([cohortLength(plan), cohortLength(planOf({ cycles: [Q3] }))]).toEqual(["month", "quarter"]);
    expect(keptCohorts(plan, "quarter", periods)).toEqual({ rates: [0.02, null, 0, null, null, null, null], leads: [null, 900, null, null, null, null, null], about: ["Deals: 3 of 150.", "", "", "", "", "", ""] });
    expect([leadsSetting(periods[1]!), rateSetting("month", 3)]).toEqual(["PLAN_LEADS_2026_Q2", "PLAN_RATE_MONTH_3"]);
  });
});

test("the deals of the period are the chain's by working days, without bookings and open deals: these come out of the same leads", () => {
  const stage = (name: string, conversion: number | null) => ({ name, conversion, lagDays: null, cost: null, best: null });
  const inputs: BackwardInputs = {
    from: day("2026-07-01"), to: day("2026-09-30"), target: 12_000_000, booked: 2_000_000, repeat: 3_000_000, pipeline: 1_000_000, deal: 150_000, rounding: "up", by: "calendar", workDays: WEEKDAYS, today: day("2026-07-01"),
    stages: [stage("Lead", 0.06), stage("Won", null)],
  };
  expect(cohortNeed(inputs, cohortPeriods(QUARTER, day("2026-08-15"), "quarter")[0]!)).toEqual({ deals: 60, chain: 1000 });
  const august = cohortPeriods(QUARTER, day("2026-08-15"), "month")[0]!; // 21 of 66 working days
  expect(cohortNeed(inputs, august)).toEqual({ deals: 20, chain: 319 });
  expect(cohortNeed({ ...inputs, rounding: "none" }, august)).toEqual({ deals: expect.closeTo((60 * 21) / 66, 9), chain: expect.closeTo((1000 * 21) / 66, 9) });
  expect(cohortNeed({ ...inputs, from: day("2026-08-15"), to: day("2026-08-16") }, august)).toEqual({ deals: 60, chain: 1000 }); // a weekend
});

describe("leads of the period for the deals that are missing", () => {
  const asked: Cohorts = { deals: 60, chain: 1000, rates: [0.02, 0.05, 0.03], leads: [null, 800, 400] };
  test.each<[string, Partial<Cohorts>, CohortAnswer]>([
    ["as many as came before, or fewer", { deals: 66 }, { kind: "leads", coming: 52, missing: 14, total: 0.1, leads: 700, beyond: null }],
    ["more than ever came", { deals: 72 }, { kind: "leads", coming: 52, missing: 20, total: 0.1, leads: 1000, beyond: { than: "seen", leads: 800, deals: 68 } }],
    ["nothing is known of earlier leads: the chain is the measure", { leads: [null, null, 0] }, { kind: "leads", coming: 0, missing: 60, total: 0.1, leads: 3000, beyond: { than: "chain", leads: 1000, deals: 20 } }],
    ["as many as the chain asks for", { leads: [null], rates: [0.06] }, { kind: "leads", coming: 0, missing: 60, total: 0.06, leads: 1000, beyond: null }],
    ["blank rates and leads count as 0", { rates: [0.02, null, 0.03], leads: [null, 800, null] }, { kind: "leads", coming: 0, missing: 60, total: 0.05, leads: 3000, beyond: { than: "seen", leads: 800, deals: 16 } }],
    ["earlier leads are just enough", { deals: 52 }, { kind: "covered", coming: 52, missing: 0, total: 0.1 }],
    ["earlier leads are more than enough", { deals: 10 }, { kind: "covered", coming: 52, missing: 0, total: 0.1 }],
    ["no deals are needed, whatever the rates", { deals: 0, rates: [0, 0, 0] }, { kind: "covered", coming: 0, missing: 0, total: 0 }],
    ["none of the leads closes in its own period", { rates: [0, 0.05, 0.03] }, { kind: "cannot", coming: 52, missing: 8, total: 0.08 }],
    ["all rates are 0", { rates: [0, 0, 0] }, { kind: "cannot", coming: 0, missing: 60, total: 0 }],
    ["a rate of nearly 0", { rates: [5e-324] }, { kind: "cannot", coming: 0, missing: 60, total: 5e-324 }],
    ["the rate of the period is blank", { rates: [null, 0.05, 0.03] }, { kind: "noRate" }],
    ["more than all of the leads would close", { rates: [0.6, 0.3, 0.2] }, { kind: "tooMuch", total: 1.1 }],
    ["a rate above 100 %", { rates: [1.1] }, { kind: "wrong" }],
    ["a rate below 0", { rates: [0.1, -0.1] }, { kind: "wrong" }],
    ["leads below 0", { leads: [null, -1] }, { kind: "wrong" }],
  ])("%s", (_, change, answer) => {
    const near = Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, typeof value === "number" ? expect.closeTo(value, 9) : value]));
    if ("beyond" in answer && answer.beyond) near["beyond"] = { ...answer.beyond, deals: expect.closeTo(answer.beyond.deals, 9) };
    expect(cohortAnswer({ ...asked, ...change })).toEqual(near);
  });

  const shares = fc.array(fc.double({ min: 0, max: 0.12, noNaN: true }), { minLength: 1, maxLength: 8 });
  test("whatever is solved gives, summed forward, the deals that are needed; every number is one", () =>
    fc.assert(fc.property(shares, fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 8 }), fc.integer({ min: 0, max: 10_000 }), (rates, earlier, deals) => {
      const found = cohortAnswer({ deals, chain: 100, rates, leads: [null, ...earlier] });
      if (!("coming" in found)) throw new Error(found.kind);
      const forward = (own: number) => [own, ...earlier].reduce((given, leads, age) => given + leads * (rates[age] ?? 0), 0);
      const tolerance = 1e-9 * Math.max(1, deals);
      expect(Math.abs(forward(0) - found.coming)).toBeLessThanOrEqual(1e-9 * Math.max(1, found.coming));
      if (found.kind === "leads") expect(Math.abs(forward(found.leads) - deals)).toBeLessThanOrEqual(tolerance);
      if (found.kind === "covered") expect(forward(0)).toBeGreaterThanOrEqual(deals - 2 * tolerance);
      if (found.kind === "cannot") expect(forward(1000)).toBeLessThan(deals);
      expect(JSON.stringify(found)).toBe(JSON.stringify(found, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? "no number" : value)));
    })));
});


test("what is told beside: blanks that count as 0, and leads too few for a rate", () => {
  expect(cohortDoubts({ rates: [0.1, 0.1, null, 0.1, 0, 0.1], leads: [null, null, 50, 29, 5, 30] })).toEqual({ noLeads: [1], noRate: [2], few: [3] });
  expect(cohortDoubts({ rates: [0.1, null], leads: [null, null] })).toEqual({ noLeads: [], noRate: [], few: [] });
});
