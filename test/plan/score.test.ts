import { changeAll } from "../../src/plan/change";
import { deviationsOf } from "../../src/plan/deviations";
import { scoreOf, scoreOfGoals, supportersOf, worstOf } from "../../src/plan/score";
import { bandOf, scoreDigits } from "../../src/plan/score-band";
import { day, goal, planOf, Q3, type Fields } from "./rig";

const JULY = day("2026-07-31");
const plan = (goals: readonly Fields[], cycle: Fields = Q3) => planOf({ cycles: [cycle], goals: goals.map((fields, i) => goal({ name: `Goal ${i + 1}`, target: 100, ...fields })) });
const score = (...goals: Fields[]) => {
  const made = plan(goals);
  return scoreOf(made, made.rows.cycles[0]!, JULY);
};

test.each<[string, Fields[], unknown]>([
  ["weights count, a blank one is 1", [{ actual: 50, weight: 3 }, { actual: 10 }], { value: (3 * 0.5 + 0.1) / 4, from: 2, of: 2, worst: "behind" }],
  ["one far ahead does not hide another", [{ actual: 300 }, { actual: -20 }], { value: 0.5, from: 2, of: 2, worst: "behind" }],
  ["goals without data are left out, and counted", [{ actual: 50 }, {}], { value: 0.5, from: 1, of: 2, worst: "onPlan" }],
  ["a goal of weight 0 is watched only", [{ actual: 50 }, { actual: 0, weight: 0 }], { value: 0.5, from: 1, of: 1, worst: "onPlan" }],
  ["a cancelled goal is none", [{ actual: 50 }, { actual: 0, closed_as: "cancelled" }], { value: 0.5, from: 1, of: 1, worst: "onPlan" }],
  ["without data there is no score", [{}, {}], { value: null, from: 0, of: 2, worst: "noData" }],
  ["without goals neither", [], { value: null, from: 0, of: 0, worst: null }],
])("%s", (_, goals, expected) => expect(score(...goals)).toEqual({ ...(expected as object), isFinal: false }));

test("the score of a closed cycle stays what closing froze", () => {
  const made = plan([{ actual: 50 }]);
  const closed = changeAll(made, [{ kind: "update", table: "cycles", row: "cycles-1", fields: { score: 0.72 } }]);
  expect(scoreOf(closed, closed.rows.cycles[0]!, JULY).value).toBe(0.72);
  const [open, over] = [plan([{ actual: 50 }], { ...Q3, status: "active" }), plan([{ actual: 50 }], { ...Q3, status: "closed" })];
  expect([open, over].map((each) => scoreOf(each, each.rows.cycles[0]!, JULY).isFinal)).toEqual([false, true]);
});

test.each([
  [1, "reached"], [0.7, "reached"], [0.1 * 7 - 1e-12, "reached"], [0.7 - 1e-6, "partly"], [0.65, "partly"], [0.4, "partly"], [0.4 - 1e-12, "partly"], [0.4 - 1e-6, "notReached"], [0.35, "notReached"], [0, "notReached"],
] as const)("the final score %d reads as %s: no score is in no band", (value, band) => expect(bandOf(value)).toBe(band));

test.each([[0.6, 2], [0.7, 2], [0.7 - 1e-12, 2], [0.696, 3], [0.69996, 5], [0.3951, 3], [0.404, 2]])("%d is shown with %d digits, so that the number is in its own band", (value, digits) => expect(scoreDigits(value)).toBe(digits));

test.each([[["onPlan", "missed", "behind"], "missed"], [["done", "attention", "noData"], "attention"], [["noData", "done"], "done"], [["notStarted", "noData", null], "noData"], [["cancelled"], null]] as const)("the worst of %j is %s", (statuses, worst) => {
  expect(worstOf(statuses)).toBe(worst);
});

test("goals that support another are scored together", () => {
  const made = plan([{}, { actual: 40, parent_goal: "G-001 Goal 1" }, { actual: 20, parent_goal: "goal 1" }, { actual: 9 }, { parent_goal: "G-005" }]);
  expect(supportersOf(made, made.rows.goals[0]!).map(({ label }) => label)).toEqual(["G-002", "G-003"]);
  expect(supportersOf(made, made.rows.goals[4]!)).toEqual([]);
  expect(scoreOfGoals(made, supportersOf(made, made.rows.goals[0]!), JULY)).toMatchObject({ value: expect.closeTo(0.3, 12), from: 2 });
});

test("deviations: weight × shortfall first, then what is on plan, then what nobody can judge", () => {
  // 23 of 66 working days: 34.8 are expected of 100.
  const made = plan([
    { name: "on plan", actual: 35 }, { name: "no fact" }, { name: "half, weight 1", actual: 100 * 23 / 66 / 2 }, { name: "a fifth short, weight 3", actual: 100 * 23 / 66 * 0.79, weight: 3 },
    { name: "watched", actual: 0, weight: 0 }, { name: "missed", actual: 40, end: JULY, weight: 0.5 }, { name: "NPS", type: "keep ≥", target: 50, actual: 45, accumulate: "last value" }, { name: "cancelled", closed_as: "cancelled" },
    { name: "budget", type: "keep ≤", target: 100, actual: 100 * 23 / 66 + 20 }, { name: "not begun", start: day("2026-08-03"), actual: 0 },
  ]);
  const found = deviationsOf(made, made.rows.cycles[0]!, JULY);
  expect(found.map((each) => [each.goal.fields.name, each.shortfall === null ? null : Number(each.shortfall.toFixed(4))])).toEqual([
    ["a fifth short, weight 3", 0.21], ["half, weight 1", 0.5], ["missed", 0.6], ["budget", 0.2], ["NPS", 0.1], ["watched", 1], ["on plan", 0], ["no fact", null], ["not begun", null],
  ]);
});
