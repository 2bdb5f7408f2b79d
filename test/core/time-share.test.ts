/** The share of time that has passed, against days counted one by one. */
import fc from "fast-check";
import { firstOfMonth, isoDay, monthOf, serialOfDay } from "../../src/core/calendar";
import { MetricError } from "../../src/core/error";
import { checkPacing, timeShare, WEEKDAYS, workDaysOf, workingDays, type Pacing } from "../../src/core/time-share";
import { bestOf } from "../rig/best-of";

const day = (iso: string): number => serialOfDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))!;
const calendar: Pacing = { paceBy: "calendar", workDays: WEEKDAYS, season: null };
const working: Pacing = { ...calendar, paceBy: "working" };
const summer = Float64Array.of(1, 1, 1, 1, 1, 1, 0.8, 0.9, 1.3, 1, 1, 1);
const [JUL_1, JUL_31, SEP_30] = [day("2026-07-01"), day("2026-07-31"), day("2026-09-30")];

const problemOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof MetricError) return [error.problem, error.details.argument].filter(Boolean).join(" ");
    throw error;
  }
  throw new Error("no failure");
};

/** Whether a day is worked, straight from the date. */
const isWorked = (serial: number, off: readonly number[], moved: readonly number[]): boolean => {
  const weekday = new Date(`${isoDay(serial)}T00:00:00Z`).getUTCDay();
  return moved.includes(serial) || (weekday !== 0 && weekday !== 6 && !off.includes(serial));
};
const counted = (from: number, to: number, off: readonly number[], moved: readonly number[]): number => {
  let days = 0;
  for (let at = from; at <= to; at += 1) if (isWorked(at, off, moved)) days += 1;
  return days;
};

describe("working days", () => {
  test("a week from each of its days, and none backwards", () => {
    for (let at = JUL_1; at < JUL_1 + 7; at += 1) expect(workingDays(at, at + 6, WEEKDAYS)).toBe(5);
    expect([workingDays(JUL_1, JUL_1, WEEKDAYS), workingDays(day("2026-07-04"), day("2026-07-05"), WEEKDAYS), workingDays(JUL_1, JUL_1 - 1, WEEKDAYS)]).toEqual([1, 0, 0]);
    expect(workingDays(JUL_1 + 10, JUL_1, WEEKDAYS)).toBe(0);
    expect(workingDays(JUL_1, SEP_30, WEEKDAYS)).toBe(66);
  });

  test("a holiday on a weekend, one named twice, and one that is moved", () => {
    const [friday, saturday, sunday] = [day("2026-07-03"), day("2026-07-04"), day("2026-07-05")];
    expect(workDaysOf([saturday, friday, friday], [])).toEqual({ off: Float64Array.of(friday), extra: new Float64Array(0) });
    expect(workDaysOf([sunday], [saturday, sunday, saturday, friday])).toEqual({ off: new Float64Array(0), extra: Float64Array.of(saturday, sunday) });
    expect(workDaysOf([friday], [friday])).toEqual(WEEKDAYS);
    const moved = workDaysOf([friday], [saturday]);
    expect([workingDays(friday, friday, moved), workingDays(saturday, saturday, moved), workingDays(friday, sunday, moved)]).toEqual([0, 1, 1]);
  });

  test("as many as counted one by one", () => {
    const days = fc.array(fc.integer({ min: 45990, max: 46110 }), { maxLength: 20 });
    fc.assert(fc.property(fc.integer({ min: 45980, max: 46120 }), fc.integer({ min: -3, max: 140 }), days, days, (from, length, off, moved) => {
      expect(workingDays(from, from + length, workDaysOf(off, moved))).toBe(counted(from, from + length, off, moved));
    }));
    expect(workingDays(61, 40000, WEEKDAYS)).toBe(counted(61, 40000, [], []));
  });

  test("eight thousand years take as long as a quarter", () => {
    const count = (to: number) => {
      for (let i = 0; i < 10_000; i += 1) workingDays(61, to, WEEKDAYS);
    };
    expect(bestOf(() => count(2958465))).toBeLessThan(10 * bestOf(() => count(151)));
  });
});

test("months begin and end where they should", () => {
  for (const iso of ["1900-03-01", "2024-02-29", "2026-12-31", "9999-12-31"]) {
    const month = monthOf(day(iso) + 0.75);
    expect([Math.floor(month / 12), (month % 12) + 1]).toEqual([Number(iso.slice(0, 4)), Number(iso.slice(5, 7))]);
    expect(isoDay(firstOfMonth(month))).toBe(`${iso.slice(0, 7)}-01`);
  }
});

describe("time share", () => {
  test("before the start 0, from the last day on 1, times of day do not count", () => {
    for (const pacing of [calendar, working, { ...working, paceBy: "season", season: summer } as const]) {
      expect(timeShare(JUL_1, SEP_30, JUL_1 - 1, pacing)).toBe(0);
      expect(timeShare(JUL_1, SEP_30, JUL_1 - 0.001, pacing)).toBe(0);
      expect(timeShare(JUL_1, SEP_30, JUL_1 + 0.9, pacing)).toBeGreaterThan(0);
      expect(timeShare(JUL_1, SEP_30, SEP_30 - 1, pacing)).toBeLessThan(1);
      expect(timeShare(JUL_1, SEP_30, SEP_30, pacing)).toBe(1);
      expect(timeShare(JUL_1, SEP_30 + 0.9, SEP_30, pacing)).toBe(1);
      expect(timeShare(JUL_1 + 0.5, SEP_30 + 0.9, JUL_31 + 0.7, pacing)).toBe(timeShare(JUL_1, SEP_30, JUL_31, pacing));
    }
    expect([timeShare(JUL_1, JUL_1, JUL_1, calendar), timeShare(JUL_1, JUL_1, JUL_1 - 1, calendar)]).toEqual([1, 0]);
  });

  test("by calendar, by working days, by season", () => {
    expect(timeShare(JUL_1, SEP_30, JUL_31, calendar)).toBeCloseTo(31 / 92, 12);
    expect(timeShare(JUL_1, SEP_30, JUL_31, working)).toBeCloseTo(23 / 66, 12);
    expect(timeShare(JUL_1, SEP_30, JUL_31, { ...working, paceBy: "season", season: summer })).toBeCloseTo(0.8 / 3, 12);
    const holiday = workDaysOf([JUL_1], [day("2026-08-01")]);
    expect(timeShare(JUL_1, SEP_30, JUL_31, { ...working, workDays: holiday })).toBeCloseTo(22 / 66, 12);
  });

  test("by season the first and the last month weigh as much as their working days are of the month", () => {
    const season = Float64Array.from({ length: 12 }, (_, i) => i + 1);
    const [from, to, at] = [day("2025-11-15"), day("2026-02-10"), day("2026-01-16")];
    const workDays = workDaysOf([day("2026-01-01"), day("2026-01-02"), day("2025-12-31")], [day("2026-01-17")]);
    // November 2025: 10 of 20 working days; December: all; January 2026: 10 of 21 (17 January is worked, but later); February: 7 of 20.
    expect(timeShare(from, to, at, { paceBy: "season", workDays, season })).toBeCloseTo((11 * 0.5 + 12 + 10 / 21) / (11 * 0.5 + 12 + 1 + (2 * 7) / 20), 12);
    expect(timeShare(from, to, at + 1, { paceBy: "season", workDays, season })).toBeCloseTo((11 * 0.5 + 12 + 11 / 21) / (11 * 0.5 + 12 + 1 + (2 * 7) / 20), 12);
  });

  test("with equal months and whole years a season is that of the months", () => {
    const even = Float64Array.from({ length: 12 }, () => 2);
    for (let month = 1; month <= 12; month += 1) {
      const last = firstOfMonth(monthOf(day("2026-01-01")) + month) - 1;
      expect(timeShare(day("2026-01-01"), day("2026-12-31"), last, { ...working, paceBy: "season", season: even })).toBeCloseTo(month / 12, 12);
    }
  });

  test("a month without a single working day weighs nothing", () => {
    const july = Array.from({ length: 31 }, (_, i) => JUL_1 + i);
    expect(timeShare(JUL_1, SEP_30, JUL_31, { paceBy: "season", workDays: workDaysOf(july, []), season: summer })).toBe(0);
  });

  test("it never falls from one day to the next", () => {
    const season = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(fc.property(fc.integer({ min: 45900, max: 46100 }), fc.integer({ min: 5, max: 500 }), season, fc.constantFrom("calendar" as const, "working" as const, "season" as const), (from, length, months, paceBy) => {
      const pacing: Pacing = { paceBy, workDays: workDaysOf([from + 3], [from + 8]), season: Float64Array.from(months, (x) => x + 0.1) };
      let before = 0;
      for (let at = from - 1; at <= from + length; at += 1) {
        const share = timeShare(from, from + length, at, pacing);
        expect(share).toBeGreaterThanOrEqual(before - 1e-12);
        before = share;
      }
      expect(before).toBe(1);
    }), { numRuns: 50 });
  });

  test("failures: an end before the start, no season, days that weigh nothing", () => {
    const seasonal: Pacing = { ...calendar, paceBy: "season" };
    expect(problemOf(() => timeShare(JUL_1, JUL_1 - 1, JUL_1, calendar))).toBe("endBeforeStart end");
    expect(problemOf(() => checkPacing(JUL_1, JUL_1 - 1, seasonal))).toBe("endBeforeStart end");
    expect(() => checkPacing(JUL_1 + 0.9, JUL_1, calendar)).not.toThrow();
    expect(() => checkPacing(JUL_1, JUL_1, { ...seasonal, season: summer })).not.toThrow();
    for (const at of [JUL_1 - 1, JUL_31, SEP_30]) expect(problemOf(() => timeShare(JUL_1, SEP_30, at, seasonal))).toBe("notTwelve season");
    const [saturday, sunday] = [day("2026-01-03"), day("2026-01-04")];
    expect(problemOf(() => timeShare(saturday, sunday, saturday, working))).toBe("noWorkingDays");
    expect([timeShare(saturday, sunday, saturday - 1, working), timeShare(saturday, sunday, sunday, working)]).toEqual([0, 1]);
    expect(problemOf(() => timeShare(JUL_1, SEP_30, JUL_31, { ...seasonal, season: new Float64Array(12) }))).toBe("zeroSeason season");
  });
});
