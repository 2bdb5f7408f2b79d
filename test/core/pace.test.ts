/** Goals in time. Numbers by hand, or computed anew from the definition. */
import fc from "fast-check";
import { MetricError } from "../../src/core/error";
import { attainment, expectedToDate, goalForecast, goalPace, goalStatus, keepRate, planScore, statusOfPace, type Span } from "../../src/core/pace";
import { timeShare, WEEKDAYS, workDaysOf } from "../../src/core/time-share";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const QUARTER = ["2026-07-01", "2026-09-30"] as const;
const JULY = [...QUARTER, "2026-07-31"] as const;
const SUMMER = column(1, 1, 1, 1, 1, 1, 0.8, 0.9, 1.3, 1, 1, 1);
const span = (start: number, end: number, asOf: number): Span => ({ start, end, asOf, pacing: { paceBy: "calendar", workDays: WEEKDAYS, season: null } });

describe("attainment", () => {
  test.each([
    [[110, 120], 110 / 120], [[150, 120, "up", "ratio"], 1.25], [[-10, 100], -0.1], [[0, 5], 0], [[0.04, 0.05, "down"], 1.2], [[0.1, 0.05, "down", "ratio"], 0.5], [[0, 10, "down"], 2], [[30, 10, "down"], -1],
  ])("%j is %d", (call, expected) => expect(valueOf("ATTAINMENT", ...call)).toBeCloseTo(expected, 12));

  test("columns: a blank fact or a zero has no value, one plan serves all rows", () => {
    expect(valueOf("ATTAINMENT", column("Fact", 110, null, 60, 5), column("Plan", 120, 120, 0, 10))).toEqual(column("", 110 / 120, "", "", 0.5));
    expect(valueOf("ATTAINMENT", column(50, null, 25), 100)).toEqual(column(0.5, "", 0.25));
    expect(valueOf("ATTAINMENT", 50, column(100, 0, 25))).toEqual(column(0.5, "", 2));
    expect(valueOf("ATTAINMENT", column(0, 5), 10, "down", "ratio")).toEqual(column("", 2));
  });

  test("failures", () => {
    expect(failureOf("ATTAINMENT", 5, 0)).toBe("#DIV/0! target: the plan is 0, there is no share of it");
    expect(failureOf("ATTAINMENT", 0, 5, "down", "ratio")).toBe("#DIV/0! actual: found 0; nothing can be divided by it");
    expect(failureOf("ATTAINMENT", 5, -1)).toBe("#VALUE! target: found -1; expected a number, 0 or more");
    expect(failureOf("ATTAINMENT", column(5, 6, null), column(1, 2, -3))).toMatch(/^#VALUE! target, row 3: found -3/);
    expect(failureOf("ATTAINMENT", null, 5)).toMatch(/^#N\/A actual/);
    expect(failureOf("ATTAINMENT", null, 0)).toMatch(/^#N\/A/);
    expect(failureOf("ATTAINMENT", 5, null)).toMatch(/^#VALUE! target: nothing/);
    expect(failureOf("ATTAINMENT", 5, "12")).toMatch(/^#VALUE! target: found "12"; expected a number/);
    expect(failureOf("ATTAINMENT", 5, 1, "sideways")).toMatch(/direction: found "sideways"; expected up or down/);
    expect(() => attainment(null, 1, "up", "variance")).toThrow(MetricError);
  });
});

describe("expected, pace, forecast", () => {
  test("in the middle of a quarter, by days, working days and season", () => {
    expect(valueOf("EXPECTED_TO_DATE", 12e6, ...JULY)).toBeCloseTo((12e6 * 31) / 92, 6);
    expect(valueOf("EXPECTED_TO_DATE", 12e6, ...JULY, null, "WORKING")).toBeCloseTo((12e6 * 23) / 66, 6);
    expect(valueOf("EXPECTED_TO_DATE", 12e6, ...JULY, 0, "season", null, SUMMER)).toBeCloseTo(3.2e6, 6);
    expect(valueOf("EXPECTED_TO_DATE", 35, ...JULY, 42)).toBeCloseTo(42 - (7 * 31) / 92, 12);
    expect(valueOf("EXPECTED_TO_DATE", 60000, ...QUARTER, "2026-06-30", 70000)).toBe(70000);
    expect(valueOf("EXPECTED_TO_DATE", 60000, ...QUARTER, "2027-01-01", 70000)).toBe(60000);
    expect(valueOf("EXPECTED_TO_DATE", 1, ...JULY)).toBeCloseTo(31 / 92, 12);
    expect(valueOf("EXPECTED_TO_DATE", 5, ...JULY, 5)).toBe(5);
    expect(valueOf("GOAL_PACE", 66000, 60000, ...JULY, 70000)).toBeCloseTo((0.4 * 92) / 31, 12);
    expect(valueOf("GOAL_PACE", 3.5e6, 12e6, ...JULY, null, "season", null, SUMMER)).toBeCloseTo(1.09375, 12);
    expect(valueOf("GOAL_FORECAST", 66000, ...JULY, 70000)).toBeCloseTo(70000 - (4000 * 92) / 31, 8);
    expect(valueOf("GOAL_FORECAST", 0, ...JULY)).toBe(0);
    expect(valueOf("GOAL_FORECAST", 3.5e6, ...QUARTER, "2026-12-31")).toBe(3.5e6);
  });

  test("holidays and moved days change the pace by working days, and nothing else", () => {
    const calendar = [["Date", "Kind"], ["2026-07-01", "Праздник"], ["2026-08-01", "work"], ["2026-08-02", " РАБОЧИЙ  день "], ["2026-07-02", null], ["2026-07-04", "holiday"], [null, null]];
    expect(valueOf("EXPECTED_TO_DATE", 1, ...JULY, null, "working", calendar)).toBeCloseTo(21 / 66, 12);
    expect(valueOf("EXPECTED_TO_DATE", 1, ...JULY, null, "calendar", calendar)).toBeCloseTo(31 / 92, 12);
    expect(valueOf("EXPECTED_TO_DATE", 1, ...JULY, null, "season", calendar, SUMMER)).toBeCloseTo(0.8 / 3, 12);
  });

  test("the forecast of what is expected is the target, and its pace is 1", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(fc.property(number, number, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (target, baseline, length, at) => {
      fc.pre(Math.abs(target - baseline) > 1);
      const time = span(46000, 46000 + length, 46000 + at);
      const expected = expectedToDate(target, baseline, time);
      expect(goalPace(expected, target, baseline, time)).toBeCloseTo(1, 6);
      expect(goalForecast(expected, baseline, time)).toBeCloseTo(target, 4);
      expect(expected).toBeCloseTo(baseline + (target - baseline) * timeShare(time.start, time.end, time.asOf, time.pacing), 9);
    }));
  });

  test("what comes first: a wrong question, a missing value, no time", () => {
    const weekend = ["2026-01-03", "2026-01-04", "2026-01-03"] as const;
    for (const [name, target] of [["GOAL_PACE", [12]], ["GOAL_FORECAST", []]] as const) {
      const fail = (actual: unknown, ...more: unknown[]) => failureOf(name, actual, ...target, ...more);
      expect(fail(null, "2026-07-02", "2026-07-01", "2026-07-02")).toBe("#VALUE! end: found an end before start; expected the day of the start or a later one");
      expect(fail(null, ...JULY, null, "season")).toBe("#VALUE! season: found 0 numbers; expected 12, from January to December");
      expect(fail(null, ...weekend, null, "working")).toBe("#N/A actual: there is no value yet");
      expect(fail("", ...JULY)).toMatch(/^#N\/A actual/);
      expect(fail(1, ...weekend, null, "working")).toBe("#DIV/0! There are no working days from start to end");
      expect(fail(1, ...QUARTER, "2026-06-30")).toMatch(/^#N\/A as_of: not started/);
      expect(fail(1, "2026-07-04", "2026-09-30", "2026-07-05", null, "working")).toMatch(/^#N\/A as_of: not started/);
      expect(fail("3.5", ...JULY)).toMatch(/^#VALUE! actual: found "3\.5"/);
      expect(fail(1, ...QUARTER)).toMatch(/^#VALUE! as_of/);
    }
    expect(failureOf("GOAL_PACE", null, 5, ...JULY, 5)).toMatch(/^#VALUE! baseline: the target equals the baseline \(5\).*KEEP_RATE/);
    expect(failureOf("GOAL_PACE", 1, null, ...JULY)).toMatch(/^#VALUE! target/);
    expect(failureOf("EXPECTED_TO_DATE", 1, ...weekend, null, "working")).toMatch(/^#DIV\/0!/);
    expect(failureOf("EXPECTED_TO_DATE", 1, ...JULY, null, "week")).toMatch(/^#VALUE! pace_by: found "week"; expected calendar, working or season/);
    expect(failureOf("EXPECTED_TO_DATE", 1, ...JULY, null, "season", null, column(...new Array<number>(12).fill(0)))).toMatch(/^#DIV\/0! season/);
  });
});

describe("status", () => {
  const status = (actual: unknown, target: unknown, ...more: unknown[]) => valueOf("GOAL_STATUS", actual, target, ...more);
  test("the first that holds", () => {
    expect(status(null, 12, ...QUARTER, "2026-06-30")).toBe("not started");
    expect(status(12, 12, ...QUARTER, "2026-06-30")).toBe("not started");
    expect(status(null, 12, ...QUARTER, "2026-12-30")).toBe("no data");
    expect(status(12, 12, ...QUARTER, "2026-12-30")).toBe("done");
    expect(status(12 - 1e-9, 12, ...JULY)).toBe("done");
    expect(status(11.9, 12, ...QUARTER, "2026-09-30")).toBe("missed");
    expect(status(11.9, 12, ...QUARTER, "2026-09-29")).toBe("on plan");
    expect(status(11.9, 12, "2026-07-01", 46295.9, 46295.1)).toBe("missed"); // 30 September at two times of day
    expect(status(40, 35, ...JULY, 42)).toBe("attention");
    expect(status(34, 35, ...JULY, 42)).toBe("done");
  });

  test("limits of the pace, inclusive, and own ones", () => {
    const at = (pace: number, ...more: unknown[]) => status((pace * 31) / 92, 1, ...JULY, null, null, null, null, ...more);
    expect([at(0.95), at(0.9499), at(0.8), at(0.7999)]).toEqual(["on plan", "attention", "attention", "behind"]);
    expect([at(0.9, 0.9), at(0.89, 0.9), at(0.5, 0.9, 0.5), at(0.49, 0.9, 0.5), at(0.7, 0.7, 0.7), at(0.69, 0.7, 0.7)]).toEqual(["on plan", "attention", "attention", "behind", "on plan", "behind"]);
    expect([statusOfPace(0.95 - 1e-9, 0.95, 0.8), statusOfPace(0.8 - 1e-9, 0.95, 0.8), goalStatus(1 - 1e-9, 1, 0, span(1, 9, 5), 2, 1)]).toEqual(["onPlan", "attention", "done"]);
    expect(["onPlan", "attention", "attention", "behind"]).toEqual([0.95 - 1e-12, 0.95 - 1e-6, 0.8 - 1e-12, 0.8 - 1e-6].map((pace) => statusOfPace(pace, 0.95, 0.8)));
  });

  test("in Russian", () => {
    const words = [[1, "2026-06-30"], [null, "2026-07-31"], [12, "2026-07-31"], [1, "2026-09-30"], [5, "2026-07-31"], [3.5, "2026-07-31"], [1, "2026-07-31"]].map(([actual, day]) => run("GOAL_STATUS", [actual, 12, ...QUARTER, day], "ru"));
    expect(words).toEqual(["не начата", "нет данных", "достигнута", "не достигнута", "по плану", "требует внимания", "отстаёт"].map((value) => ({ value })));
  });

  test("failures", () => {
    expect(failureOf("GOAL_STATUS", 1, 12, ...JULY, null, null, null, null, 0.7, 0.9)).toBe("#VALUE! yellow: found 0.9; expected at most 0.7");
    expect(failureOf("GOAL_STATUS", 1, 12, ...JULY, null, null, null, null, 0.7)).toBe("#VALUE! yellow: found 0.8; expected at most 0.7");
    expect(failureOf("GOAL_STATUS", 5, 5, ...QUARTER, "2026-06-30", 5)).toMatch(/^#VALUE! baseline/);
    expect(failureOf("GOAL_STATUS", null, 5, "2026-02-01", "2026-01-01", "2026-01-01")).toMatch(/^#VALUE! end/);
    expect(failureOf("GOAL_STATUS", 1, 5, "2026-01-03", "2026-01-04", "2026-01-03", null, "working")).toMatch(/^#DIV\/0!/);
    expect(() => goalStatus(1, 2, 0, span(46000, 46001, 46000), 0.8, 0.8 + 1e-9)).not.toThrow();
  });
});

describe("score of a plan", () => {
  test.each([
    [[column(0.3, 0.3, 0.4), column(0.4, 0.2, 0.4)], 0.34],
    [[column("Progress", 1, 0.5), column("Weight", 3, 1)], 0.875],
    [[column(1.5, 0, -1)], 1 / 3], [[column(1.5, 0, -1), null, "cap=no"], 0.5 / 3],
    [[column(1, 0.6, null), column(0.5, 0.3, 0.2)], 0.85], [[column(1, 0.6, null), column(0.5, 0.3, 0.2), "blank=zero"], 0.68],
    [[column(1, null, 0.5)], 0.75], [[column(1, null, 0.5), null, "blank=zero"], 0.5], [[column(1, null, 0.5, null), null, "blank=zero"], 0.5],
    [[column(1, null, 0.5), column(1, null, 1), "blank=zero"], 0.75], [[column(1, 0), column(3, null)], 0.75], [[column(null, null), column(1, 1), "blank=zero"], 0],
    [[column(1, 0), column(0, 2)], 0],
  ])("%j is %d", (call, expected) => expect(valueOf("PLAN_SCORE", ...call)).toBeCloseTo(expected, 12));

  test("capped it lies between 0 and 1, and equal weights do not matter", () => {
    const progress = fc.array(fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constant(NaN)), { minLength: 1, maxLength: 20 }).filter((list) => list.some((x) => !Number.isNaN(x)));
    fc.assert(fc.property(progress, fc.integer({ min: 1, max: 9 }), fc.constantFrom("exclude" as const, "zero" as const), (list, weight, blank) => {
      const numbers = Float64Array.from(list);
      const score = planScore(numbers, null, "yes", blank);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-12);
      expect(planScore(numbers, new Float64Array(list.length).fill(weight), "yes", blank === "zero" ? "zero" : "exclude")).toBeCloseTo(score, 9);
    }));
    expect(planScore(Float64Array.of(0.5, NaN, 1), null, "no", "zero")).toBe(0.5);
  });

  test("failures", () => {
    expect(failureOf("PLAN_SCORE", column(null, null), column(1, 1))).toMatch(/^#N\/A progress/);
    expect(failureOf("PLAN_SCORE", column(null, null), null, "blank=zero")).toMatch(/^#N\/A progress/);
    expect(failureOf("PLAN_SCORE", column(0.5, 1), column(0, 0))).toMatch(/^#DIV\/0! weights/);
    expect(failureOf("PLAN_SCORE", column(0.5, "x"))).toMatch(/^#VALUE! progress, row 2: found "x"; expected a number/);
    expect(failureOf("PLAN_SCORE", column(0.5, 1), column(1, -1))).toMatch(/^#VALUE! weights, row 2: found -1/);
  });
});

describe("a level that is kept", () => {
  test.each([
    [[column(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 9), 5], 11 / 12], [[column(240, 260, 270), 237.5, 262.5], 2 / 3], [[column(240, 260, 270), null, 262.5], 2 / 3],
    [[column(9, null, 9, 9, null), 5], 0.75], [[column(null, null, 9), 5], 1 / 3], [[column("Value", 9, "", 4), 5], 1 / 3], [[column(0, 1), 0, 0], 0.5], [[column(0, 1), 1], 0.5],
    [[column(0.1 + 0.2, 0.3), 0.3, 0.3], 1], [[column(5 - 1e-6, 5 + 1e-6), 5], 0.5], [[column(5 - 1e-6, 5 + 1e-6), null, 5], 0.5], [[column(4, 6), 5, 5], 0], [[7, 7], 1], [[[[9, null, 1]], 5], 1 / 3],
  ])("%j is %d", (call, expected) => expect(valueOf("KEEP_RATE", ...call)).toBeCloseTo(expected, 12));

  test("failures", () => {
    expect(failureOf("KEEP_RATE", column(9, 9))).toBe("#VALUE! low, high: nothing was given; expected at least one of the two limits");
    expect(failureOf("KEEP_RATE", column(9, "x"))).toMatch(/low, high/);
    expect(failureOf("KEEP_RATE", column(9, "x"), 5)).toMatch(/^#VALUE! values, row 2/);
    expect(valueOf("KEEP_RATE", column(-9, -4), null, -5)).toBe(0.5);
    expect(failureOf("KEEP_RATE", column(9), 5, 4)).toBe("#VALUE! low: found 5; expected at most 4");
    expect(failureOf("KEEP_RATE", column(null, null), 5)).toMatch(/^#N\/A values/);
    expect(() => keepRate(Float64Array.of(1), null, null)).toThrow(MetricError);
    expect([keepRate(Float64Array.of(1, NaN), 1 + 1e-9, 1), keepRate(Float64Array.of(5 - 1e-9), 5, null), keepRate(Float64Array.of(5 + 1e-9), null, 5)]).toEqual([1, 1, 1]);
  });
});

test("a working calendar is read once, however it is given", () => {
  const calendar = workDaysOf([46204, 46204], []);
  expect(calendar.off).toEqual(Float64Array.of(46204));
});
