import { burnUp, expectedOn, monthsBetween, planFactByMonth } from "../../src/plan/series";
import { day, goal, planOf, Q3, type Fields } from "./rig";

const AUGUST = day("2026-08-14");
const made = (fields: Fields, facts: readonly (readonly [string, number, string?])[] = []) =>
  planOf({ cycles: [Q3], goals: [goal({ name: "Goal", target: 66, ...fields })], checkins: facts.map(([date, value, meaning]) => ({ goal: "G-001", date: day(date), value, ...(meaning && { meaning }) })) });
// The quarter has 23 + 21 + 22 working days.
const FACTS = [["2026-07-10", 5], ["2026-07-31", 20], ["2026-08-07", 24]] as const;

test("the expected line goes from nothing to the target, a point a week", () => {
  const plan = made({}, FACTS);
  const { expected, facts, forecast } = burnUp(plan, plan.rows.goals[0]!, AUGUST);
  expect(expected.slice(0, 2)).toEqual([{ day: day("2026-06-30"), value: 0 }, { day: day("2026-07-07"), value: 5 }]);
  expect(expected[expected.length - 1]).toEqual({ day: day("2026-09-30"), value: 66 });
  expect(expected).toHaveLength(15);
  expect(facts).toEqual(FACTS.map(([date, value]) => ({ day: day(date), value })));
  expect(forecast).toEqual({ day: day("2026-09-30"), value: 24 / (33 / 66) });
});

test("what does not add up goes where its check-ins are going", () => {
  const facts = ["2026-07-10", "2026-07-17", "2026-07-24", "2026-07-31"].map((date, i) => [date, 40 + i] as const);
  const plan = made({ baseline: 35, accumulate: "average" }, facts);
  expect(burnUp(plan, plan.rows.goals[0]!, AUGUST).forecast).toEqual({ day: day("2026-09-30"), value: expect.closeTo(43 + 61 / 7, 9) });
});

test("a typed fact later than all check-ins is the last point", () => {
  const plan = made({ actual: 30, as_of: AUGUST }, FACTS);
  expect(burnUp(plan, plan.rows.goals[0]!, AUGUST).facts.map(({ value }) => value)).toEqual([5, 20, 24, 30]);
});

test("a goal without dates has no line, nor has a range", () => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "a", target: 5, end: null }), goal({ name: "b", type: "keep within", target: 5, accumulate: "last value" })] });
  for (const row of plan.rows.goals) expect(burnUp(plan, row, AUGUST)).toEqual({ expected: [], facts: [], forecast: null });
  expect(expectedOn(plan, plan.rows.goals[0]!, AUGUST)).toBeNull();
});

test("plan and fact by month, and the month at hand so far", () => {
  const plan = made({}, FACTS);
  expect(planFactByMonth(plan, plan.rows.goals[0]!, AUGUST)).toEqual([
    { from: day("2026-07-01"), to: day("2026-07-31"), plan: 23, planToDate: 23, fact: 20, factToDate: 20 },
    { from: day("2026-08-01"), to: day("2026-08-31"), plan: 21, planToDate: 44, fact: 4, factToDate: 24 },
    { from: day("2026-09-01"), to: day("2026-09-30"), plan: 22, planToDate: 66, fact: null, factToDate: null },
  ]);
});

test("a month without a check-in is not known, nor what the next one adds", () => {
  const plan = made({ actual: 24, as_of: AUGUST });
  expect(planFactByMonth(plan, plan.rows.goals[0]!, AUGUST).map(({ fact, factToDate }) => [fact, factToDate])).toEqual([[null, null], [null, 24], [null, null]]);
});

test("a level is shown as it was at the end of each month", () => {
  const plan = made({ type: "decrease", baseline: 132, target: 66, accumulate: "last value" }, [["2026-07-30", 120], ["2026-08-10", 115]]);
  expect(planFactByMonth(plan, plan.rows.goals[0]!, AUGUST).map(({ plan: expected, fact }) => [expected, fact])).toEqual([[109, 120], [88, 115], [66, null]]);
});

test("a baseline is not part of the first month", () => {
  const plan = made({ baseline: 66, target: 132, actual: 89 });
  expect(planFactByMonth(plan, plan.rows.goals[0]!, day("2026-07-31"))[0]).toMatchObject({ plan: 23, fact: 23, planToDate: 89, factToDate: 89 });
});

test("months are cut to the period", () => {
  expect(monthsBetween(day("2026-12-15"), day("2027-01-10"))).toEqual([{ from: day("2026-12-15"), to: day("2026-12-31") }, { from: day("2027-01-01"), to: day("2027-01-10") }]);
  expect(monthsBetween(5, 4)).toEqual([]);
  expect(monthsBetween(NaN, 4)).toEqual([]);
});
