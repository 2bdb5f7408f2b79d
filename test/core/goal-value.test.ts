/** functions.md 11.1, the table of fields: numbers by hand. 1 July to 30 September 2026 has 66 working days, 23 of them in July. */
import fc from "fast-check";
import { goalMeasure, planStatus, kindOf, needsPath, type Goal, type GoalMeasure, type GoalType } from "../../src/core/goal-value";
import { WEEKDAYS } from "../../src/core/time-share";

const [START, DUE, JULY_31] = [46204, 46295, 46234];
const TAU = 23 / 66;
const WORKING = { paceBy: "working", workDays: WEEKDAYS, season: null } as const;
const BASE: Goal = {
  type: "increase", isSum: false, actual: 40, baseline: 0, target: 100, upper: null, start: START, due: DUE, day: JULY_31, path: "linear", pacing: WORKING,
  place: (value) => ({ argument: "goals", row: 2, column: value }),
};
const goal = (more: Partial<Goal>): Goal => ({ ...BASE, ...more });
const LEVEL = { isSum: false, baseline: 0 } as const;
const LIMIT = { type: "keep ≤", isSum: true, baseline: 0 } as const;

const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    const { problem, details } = error as { problem: string; details: { argument?: string; column?: string } };
    return `${problem} ${details.column ?? details.argument ?? ""}`.trim();
  }
};
const measure = (field: GoalMeasure, more: Partial<Goal>) => failure(() => goalMeasure(field, goal(more)));
const status = (more: Partial<Goal>) => failure(() => planStatus(goal(more)));

describe("increase and decrease", () => {
  test.each<[GoalMeasure, Partial<Goal>, number | string]>([
    ["progress", { baseline: 20 }, 0.25],
    ["progress", { type: "decrease", baseline: 100, target: 60, actual: 90 }, 0.25],
    ["progress", { type: null, baseline: 20 }, 0.25],
    ["progress", { type: null, baseline: 100, target: 60, actual: 110 }, -0.25],
    ["progress", { actual: 150 }, 1.5],
    ["expected", { baseline: 20 }, 20 + 80 * TAU],
    ["expected", { type: "decrease", baseline: 100, target: 60 }, 100 - 40 * TAU],
    ["expected", { actual: null }, 100 * TAU],
    ["gap", {}, 40 - 100 * TAU],
    ["gap", { type: "decrease", baseline: 100, target: 60, actual: 90 }, 100 - 40 * TAU - 90],
    ["gap", { type: null, baseline: 100, target: 60, actual: 90 }, 100 - 40 * TAU - 90],
    ["pace", {}, 0.4 / TAU],
    ["pace", { type: "decrease", baseline: 100, target: 60, actual: 90 }, 0.25 / TAU],
    ["forecast", { isSum: true, baseline: 20 }, 20 + 20 / TAU],
    ["forecast", { isSum: false, baseline: 20 }, 40],
    ["forecast", { isSum: true, type: "decrease", baseline: 100, target: 60, actual: 90 }, 100 - 10 / TAU],
    ["progress", { target: 20, baseline: 20 }, "targetIsBaseline target"],
    ["expected", { type: null, target: 20, baseline: 20 }, "targetIsBaseline target"],
    ["progress", { type: "increase", baseline: 120 }, "targetOnWrongSide target"],
    ["progress", { type: "decrease", baseline: 20 }, "targetOnWrongSide target"],
    ["progress", { actual: null }, "blankActual actual"],
    ["pace", { actual: null }, "blankActual actual"],
    ["forecast", { actual: null }, "blankActual actual"],
    ["gap", { actual: null }, "blankActual actual"],
    ["progress", { actual: null, target: 0 }, "targetIsBaseline target"],
  ])("%s of %j", (field, more, expected) => (typeof expected === "string" ? expect(measure(field, more)).toBe(expected) : expect(measure(field, more)).toBeCloseTo(expected, 12)));

  test("progress does not ask for dates", () => expect(measure("progress", { start: NaN, due: NaN, day: NaN })).toBe(0.4));
});

describe("a milestone", () => {
  const MILESTONE = { type: "milestone", baseline: 0, target: 1 } as const;
  test.each<[GoalMeasure, Partial<Goal>, number | string]>([
    ["progress", { actual: 1 }, 1],
    ["progress", { actual: 1, target: 4 }, 0.25],
    ["progress", { actual: 1, target: 0 }, "zeroPlan target"],
    ["expected", {}, 0],
    ["expected", { day: DUE - 1 }, 0],
    ["expected", { day: DUE, target: 4 }, 4],
    ["gap", { actual: 0 }, 0],
    ["gap", { actual: 0, day: DUE }, -1],
    ["pace", { actual: 1 }, "nothingExpected due"],
    ["pace", { actual: 1, target: 4, day: DUE }, 0.25],
    ["forecast", { actual: 0 }, 0],
    ["forecast", { actual: 1, isSum: true, day: DUE }, 1],
  ])("%s of %j", (field, more, expected) => expect(measure(field, { ...MILESTONE, ...more })).toBe(expected));

  test.each<[Partial<Goal>, string]>([
    [{ actual: null, day: START - 1 }, "notStarted"],
    [{ actual: null, day: START }, "noData"],
    [{ actual: 0, day: START }, "onPlan"],
    [{ actual: 0, day: DUE - 1 }, "onPlan"],
    [{ actual: 0, day: DUE }, "missed"],
    [{ actual: 1, day: START }, "done"],
    [{ actual: 1, day: DUE + 5 }, "done"],
    [{ actual: 0, path: "from the start" }, "onPlan"],
  ])("status of %j", (more, expected) => expect(status({ ...MILESTONE, ...more })).toBe(expected));
});

describe("a level to keep", () => {
  const [atLeast, atMost, within] = (["keep ≥", "keep ≤", "keep within"] as const).map((type) => ({ ...LEVEL, type })) as [Partial<Goal>, Partial<Goal>, Partial<Goal>];
  test.each<[GoalMeasure, Partial<Goal>, number | string]>([
    ["progress", { ...atLeast, actual: 100 }, 1],
    ["progress", { ...atLeast, actual: 100 - 9e-10 }, 1],
    ["progress", { ...atLeast, actual: 99.9 }, 0],
    ["progress", { ...atMost, actual: 100 }, 1],
    ["progress", { ...atMost, actual: 100 + 9e-10 }, 1],
    ["progress", { ...atMost, actual: 100.1 }, 0],
    ["progress", { ...within, actual: 95 }, 1],
    ["progress", { ...within, actual: 105 }, 1],
    ["progress", { ...within, actual: 94.9 }, 0],
    ["progress", { ...within, actual: 105.1 }, 0],
    ["progress", { ...within, target: -100, actual: -105 }, 1],
    ["progress", { ...within, target: -100, actual: -94 }, 0],
    ["progress", { ...within, upper: 120, actual: 120 }, 1],
    ["progress", { ...within, upper: 120, actual: 99 }, 0],
    ["progress", { ...within, upper: 100 - 5e-10, actual: 100 }, 1],
    ["progress", { ...within, upper: 99, actual: 100 }, "upperBelowTarget upper"],
    ["expected", atLeast, 100],
    ["expected", { ...atMost, day: START - 1 }, 100],
    ["expected", within, "rangeHasNoValue target"],
    ["gap", { ...atLeast, actual: 97 }, -3],
    ["gap", { ...atMost, actual: 97 }, 3],
    ["gap", { ...within, actual: 97 }, 2],
    ["gap", { ...within, actual: 104 }, 1],
    ["gap", { ...within, upper: 130, actual: 131 }, -1],
    ["pace", atLeast, "levelHasNoPace target"],
    ["pace", { ...within, actual: null }, "levelHasNoPace target"],
    ["forecast", { ...atMost, actual: 97 }, 97],
    ["forecast", { ...atLeast, actual: 97, day: START - 1 }, 97],
  ])("%s of %j", (field, more, expected) => expect(measure(field, more)).toBe(expected));

  test.each<[Partial<Goal>, string]>([
    [{ actual: null, day: START - 1 }, "notStarted"],
    [{ actual: 100, day: START - 1 }, "notStarted"],
    [{ actual: null, day: START }, "noData"],
    [{ actual: 100, day: START }, "onPlan"],
    [{ actual: 99, day: DUE - 1 }, "behind"],
    [{ actual: 99, day: DUE }, "missed"],
    [{ actual: 100, day: DUE }, "done"],
    [{ actual: 100, day: START, path: "at the end" }, "onPlan"],
    [{ actual: 100, path: "season" }, "onPlan"],
  ])("status of %j", (more, expected) => expect(status({ ...atLeast, ...more })).toBe(expected));
});

describe("a spending limit", () => {
  test.each<[GoalMeasure, Partial<Goal>, number | string]>([
    ["progress", { actual: 100 }, 1],
    ["progress", { actual: 101 }, 0],
    ["expected", {}, 100 * TAU],
    ["gap", { actual: 30 }, 100 * TAU - 30],
    ["pace", { actual: 30 }, (100 * TAU) / 30],
    ["pace", { actual: 0 }, "zeroDivisor actual"],
    ["pace", { actual: 30, day: START - 1 }, 0],
    ["forecast", { actual: 30 }, 30 / TAU],
    ["forecast", { actual: 30, day: START - 1 }, "nothingExpected due"],
  ])("%s of %j", (field, more, expected) => (typeof expected === "string" ? expect(measure(field, { ...LIMIT, ...more })).toBe(expected) : expect(measure(field, { ...LIMIT, ...more })).toBeCloseTo(expected, 12)));

  test.each<[Partial<Goal>, string]>([
    [{ actual: 0, day: START - 1 }, "notStarted"],
    [{ actual: null }, "noData"],
    [{ actual: 100, day: DUE }, "done"],
    [{ actual: 101, day: DUE }, "missed"],
    [{ actual: 101 }, "behind"],
    [{ actual: 0 }, "onPlan"],
    [{ actual: -5 }, "onPlan"],
    [{ actual: (100 * TAU) / 0.95 }, "onPlan"],
    [{ actual: (100 * TAU) / 0.949 }, "attention"],
    [{ actual: (100 * TAU) / 0.8 }, "attention"],
    [{ actual: (100 * TAU) / 0.799 }, "behind"],
    [{ actual: 90, path: "at the end" }, "onPlan"],
    [{ actual: 101, path: "at the end" }, "behind"],
    [{ actual: 90, path: "from the start" }, "onPlan"],
  ])("status of %j", (more, expected) => expect(status({ ...LIMIT, ...more })).toBe(expected));
});

describe("status of increase and decrease, the first that holds", () => {
  test.each<[Partial<Goal>, string]>([
    [{ actual: 200, day: START - 1 }, "notStarted"],
    [{ actual: null, day: START - 1 }, "notStarted"],
    [{ actual: null }, "noData"],
    [{ actual: null, day: DUE }, "noData"],
    [{ actual: 100 }, "done"],
    [{ actual: 100 - 9e-8 }, "done"],
    [{ actual: 100, day: DUE }, "done"],
    [{ actual: 99, day: DUE }, "missed"],
    [{ actual: 99, day: DUE - 1 }, "onPlan"],
    [{ actual: 95 * TAU }, "onPlan"],
    [{ actual: 94.9 * TAU }, "attention"],
    [{ actual: 80 * TAU }, "attention"],
    [{ actual: 79.9 * TAU }, "behind"],
    [{ type: "decrease", baseline: 100, target: 60, actual: 100 - 40 * TAU }, "onPlan"],
    [{ path: "at the end", actual: 0, day: START - 1 }, "notStarted"],
    [{ path: "at the end", actual: 0, day: START }, "onPlan"],
    [{ path: "at the end", actual: 0, day: DUE }, "missed"],
    [{ path: "from the start", actual: 94, day: START }, "attention"],
    [{ path: "from the start", actual: 94, day: START - 1 }, "notStarted"],
    [{ start: 46207, due: 46220, day: 46208 }, "notStarted"], // from a Saturday to its Sunday: no working day has passed
    [{ baseline: 100 }, "targetIsBaseline target"],
    [{ baseline: 200 }, "targetOnWrongSide target"],
  ])("%j", (more, expected) => expect(status(more)).toBe(expected));
});

describe("the time that has passed", () => {
  const expected = (more: Partial<Goal>) => measure("expected", more);
  test("calendar days", () => expect(expected({ pacing: { ...WORKING, paceBy: "calendar" } })).toBeCloseTo((100 * 31) / 92, 12));
  test("by season", () => {
    const season = Float64Array.of(1, 1, 1, 1, 1, 1, 0.8, 0.9, 1.3, 1, 1, 1);
    expect(expected({ path: "season", pacing: { ...WORKING, paceBy: "season", season } })).toBeCloseTo(80 / 3, 12);
  });
  test("by season without a season", () => {
    const pacing = { ...WORKING, paceBy: "season" } as const;
    expect(expected({ path: "season", pacing })).toBe("notTwelve season");
    expect(measure("pace", { pacing, actual: null })).toBe("notTwelve season");
    expect(status({ pacing, day: DUE })).toBe("notTwelve season");
    expect(measure("forecast", { pacing })).toBe(40); // no time in it
    expect(measure("forecast", { pacing, isSum: true })).toBe("notTwelve season");
    expect(measure("progress", { pacing })).toBe(0.4);
    expect(measure("gap", { pacing, path: "from the start" })).toBe(-60);
  });
  test("at the end", () => {
    expect(expected({ path: "at the end", day: DUE - 1, baseline: 20 })).toBe(20);
    expect(expected({ path: "at the end", day: DUE, baseline: 20 })).toBe(100);
    expect(measure("pace", { path: "at the end", day: DUE - 1 })).toBe("nothingExpected due");
    expect(measure("pace", { path: "at the end", day: DUE })).toBe(0.4);
  });
  test("from the start", () => {
    expect(expected({ path: "from the start", day: START })).toBe(100);
    expect(expected({ path: "from the start", day: START - 1, baseline: 20 })).toBe(20);
    expect(measure("forecast", { path: "from the start", day: START - 1, isSum: true })).toBe("nothingExpected due");
  });
  test("a due date before the start is bad input, whatever is asked", () => {
    for (const type of ["increase", "milestone", "keep ≥", "keep within"] as const) expect(expected({ type, due: START - 1 })).toBe("endBeforeStart due");
    expect(measure("forecast", { due: START - 1, actual: null })).toBe("endBeforeStart due");
    expect(expected({ due: START, day: START })).toBe(100);
  });
  test("no working days between start and due", () => {
    expect(expected({ start: 46207, due: 46208, day: 46207 })).toBe("noWorkingDays");
    expect(measure("pace", { start: 46207, due: 46208, day: 46207, actual: null })).toBe("blankActual actual"); // no answer comes before a division
  });
});

test("what a goal is measured by", () => {
  const kinds = (isSum: boolean) => ([null, "increase", "decrease", "milestone", "keep ≥", "keep ≤", "keep within"] as (GoalType | null)[]).map((type) => kindOf(type, isSum));
  expect(kinds(false)).toEqual(["way", "way", "way", "milestone", "level", "level", "level"]);
  expect(kinds(true)).toEqual(["way", "way", "way", "milestone", "level", "limit", "level"]);
});

test.each([
  ["progress", "way", true, false], ["progress", "limit", true, false], ["expected", "way", false, true], ["gap", "limit", true, true], ["status", "way", false, true],
  ["forecast", "way", false, false], ["forecast", "way", true, true], ["pace", "level", true, false], ["expected", "milestone", true, false],
] as const)("whether the path matters: %s, %s, sum %s", (field, kind, isSum, expected) => expect(needsPath(field, kind, isSum)).toBe(expected));

test("gap has the sign of pace − 1, and forecast × τ gives the fact back", () => {
  const number = fc.integer({ min: 1, max: 1000 });
  fc.assert(fc.property(number, number, fc.integer({ min: START, max: DUE }), fc.constantFrom<Partial<Goal>>({}, LIMIT), (actual, target, day, kind) => {
    const each = { ...kind, actual, target, day, isSum: true };
    const [gap, pace, forecast, x] = (["gap", "pace", "forecast", "expected"] as const).map((field) => measure(field, each)) as [number, number, number, number];
    if (Math.abs(pace - 1) > 1e-9) expect(Math.sign(gap)).toBe(Math.sign(pace - 1));
    expect((forecast * x) / target).toBeCloseTo(actual, 9);
  }));
});
