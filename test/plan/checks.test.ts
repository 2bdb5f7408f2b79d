import { serialOfDay } from "../../src/core/calendar";
import { WEEKDAYS } from "../../src/core/time-share";
import { backwardPlan, type BackwardInputs } from "../../src/plan/backward-plan";
import { furtherChecks, realityChecks, type Reality } from "../../src/plan/checks";
import { mustBe, ofScenario, sensitivity } from "../../src/plan/what-if";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const INPUTS: BackwardInputs = {
  from: day(7, 1), to: day(9, 30), target: 12_000_000, booked: 0, repeat: 3_000_000, pipeline: 0, deal: 150_000, rounding: "up", by: "calendar", workDays: WEEKDAYS, today: day(5, 1),
  stages: [
    { name: "Lead", conversion: 0.4, best: 0.45, lagDays: 5, cost: 1500 }, { name: "Qualified", conversion: 0.5, best: 0.5, lagDays: 10, cost: null },
    { name: "Proposal", conversion: 0.3, best: null, lagDays: 20, cost: null }, { name: "Won", conversion: null, best: null, lagDays: null, cost: null },
  ],
};
const reality = (changes: Partial<Reality> = {}): Reality => ({
  target: INPUTS.target, toWin: 9_000_000, plan: backwardPlan(INPUTS), stages: INPUTS.stages, today: day(5, 1), capacity: 12_000_000, leadBudget: 1_500_000, quotas: 12_000_000, pipeline: 30_000_000, winRate: 0.3, ...changes,
});
const verdicts = (given: Reality) => Object.fromEntries([...realityChecks(given), ...furtherChecks(given)].map(({ id, ok }) => [id, ok]));

test("a plan that just fits is green everywhere", () =>
  expect(verdicts(reality())).toEqual({ capacity: true, budget: true, window: true, conversion: true, quotas: true, coverage: true }));

test.each([
  ["the team sells less than the target", { capacity: 11_999_999 }, { capacity: false }],
  ["the leads cost more than the budget", { leadBudget: 1_499_999 }, { budget: false }],
  ["the first leads should have come yesterday", { today: day(5, 28) }, { window: false }],
  ["the first leads must come today", { today: day(5, 27) }, { window: true }],
  ["a conversion that was never reached", { stages: INPUTS.stages.map((stage) => ({ ...stage, best: stage.best && stage.best - 0.1 })) }, { conversion: false }],
  ["the quotas do not add up", { quotas: 11_000_000 }, { quotas: false }],
  ["a comfortable looking pipeline and a low win rate", { pipeline: 28_000_000, winRate: 0.2 }, { coverage: false }],
  // 5.4m of the 9m are expected of them; what is left after them is no measure of them
  ["the open deals bring a part only, whatever is left after them", { pipeline: 18_000_000, winRate: 0.3, plan: backwardPlan({ ...INPUTS, pipeline: 5_400_000 }) }, { coverage: false }],
  ["nothing is known", { capacity: null, leadBudget: null, quotas: null, pipeline: null, winRate: null, stages: [] }, { capacity: null, budget: null, quotas: null, coverage: null, conversion: null }],
])("red when %s", (_, changes, expected) => expect(verdicts(reality(changes))).toMatchObject(expected));

test("open deals that bring all that is to be won are enough: there is an answer, though no new deals are needed", () => {
  expect(verdicts(reality({ plan: backwardPlan({ ...INPUTS, pipeline: 9_000_000 }) }))).toMatchObject({ coverage: true });
});

test("the check of conversions names the stage that asks for most above its best", () => {
  const stages = [{ ...INPUTS.stages[0]!, best: 0.39 }, { ...INPUTS.stages[1]!, best: 0.3 }, INPUTS.stages[3]!];
  expect(realityChecks(reality({ stages }))[3]).toEqual({ id: "conversion", ok: false, have: 0.3, need: 0.5, stage: "Qualified" });
});

test("in shares every conversion saves the same; in points the smallest rate comes first", () => {
  const leadsOf = (effects: ReturnType<typeof sensitivity>) => effects.filter(({ lever }) => lever.kind === "conversion").map(({ name, worse, better }) => [name, Math.round(worse ?? 0), Math.round(better ?? 0)]);
  expect(new Set(leadsOf(sensitivity(INPUTS, { by: "share", of: 0.1 })).map(([, worse, better]) => `${worse} ${better}`))).toEqual(new Set(["1111 909"]));
  expect(leadsOf(sensitivity(INPUTS, { by: "points", of: 0.05 }))).toEqual([["Proposal", 1200, 857], ["Lead", 1143, 889], ["Qualified", 1111, 909]]);
});

test("a rate that cannot go up is shown with what it can lose", () => {
  const full = { ...INPUTS, stages: [{ ...INPUTS.stages[0]!, conversion: 1 }, INPUTS.stages[3]!] };
  expect(sensitivity(full, { by: "points", of: 0.05 }).find(({ lever }) => lever.kind === "conversion")).toMatchObject({ better: null });
});

test("what must be true for 800 leads to be enough", () => {
  expect(mustBe(INPUTS, { kind: "deal" }, 800)).toBeCloseTo(187_500, 6);
  expect(mustBe(INPUTS, { kind: "conversion", stage: 2 }, 800)).toBeCloseTo(0.375, 12);
  expect(mustBe(INPUTS, { kind: "target" }, 800)).toBeCloseTo(3_000_000 + 0.8 * 9_000_000, 6);
  expect(backwardPlan({ ...INPUTS, deal: mustBe(INPUTS, { kind: "deal" }, 800)!, rounding: "none" }).leads).toBeCloseTo(800, 9);
});

test("no value of a lever does what is impossible", () => {
  expect(mustBe(INPUTS, { kind: "conversion", stage: 1 }, 400)).toBeNull();
  expect(mustBe(INPUTS, { kind: "deal" }, 0)).toBeNull();
  expect(mustBe({ ...INPUTS, booked: 20_000_000 }, { kind: "deal" }, 100)).toBeNull();
});

test("scenarios fall back to the base", () => {
  expect(["low", "base", "high"].map((scenario) => ofScenario({ conv: 0.4, conv_low: 0.36, conv_high: null }, scenario as "low"))).toEqual([0.36, 0.4, 0.4]);
});
