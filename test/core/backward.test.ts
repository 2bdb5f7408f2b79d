/** The plan backwards, and people. Numbers by hand, or computed anew from the definition. */
import fc from "fast-check";
import { hireBy, leadsWindow, requiredFunnel, requiredPace, seasonalSplit } from "../../src/core/backward";
import { isoDay, serialOfDay } from "../../src/core/calendar";
import { requiredReps, teamCapacity } from "../../src/core/people";
import { WEEKDAYS, workDaysOf, workingDayBefore, workingDays } from "../../src/core/time-share";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const day = (iso: string): number => serialOfDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))!;
const daysOf = (result: unknown): string[] => (result as number[][]).flat().map(isoDay);

describe("deals and funnel for a target", () => {
  test("deals", () => {
    expect(valueOf("REQUIRED_DEALS", 7500000, 85000)).toBe(89);
    expect(valueOf("REQUIRED_DEALS", 7500000, 85000, null, "none")).toBeCloseTo(7500000 / 85000, 12);
    expect(valueOf("REQUIRED_DEALS", 100, 10, 30)).toBe(7);
    expect(valueOf("REQUIRED_DEALS", 100, 10, 30.00001)).toBe(7);
    expect([valueOf("REQUIRED_DEALS", 100, 10, 100), valueOf("REQUIRED_DEALS", 100, 10, 101), valueOf("REQUIRED_DEALS", 100, 10, 101, "none")]).toEqual([0, 0, 0]);
    expect(failureOf("REQUIRED_DEALS", 100, 0)).toMatch(/^#DIV\/0! deal_size/);
    expect(failureOf("REQUIRED_DEALS", 100, -1)).toMatch(/^#VALUE! deal_size: found -1/);
    expect(failureOf("REQUIRED_DEALS", 100, 10, null, "each")).toMatch(/^#VALUE! rounding: found "each"; expected up or none/);
  });

  const STAGES = column("Lead", "Call", "Won");
  const funnel = (...call: unknown[]) => (valueOf("REQUIRED_FUNNEL", ...call) as unknown[][]).slice(1);
  test("every stage, in three ways of rounding", () => {
    expect(funnel(STAGES, column(0.5, 0.4), 10, 3)).toEqual([["Lead", 17, ""], ["Call", 9, 0.5], ["Won", 4, 0.4]]);
    expect(funnel(STAGES, column(0.5, 0.4), 10, 3, null, "each")).toEqual([["Lead", 20, ""], ["Call", 10, 0.5], ["Won", 4, 0.4]]);
    const exact = funnel(STAGES, column(0.5, 0.4), 10, 3, null, "none").map((row) => row[1] as number);
    [10 / 0.6, 10 / 1.2, 10 / 3].forEach((wanted, i) => expect(exact[i]).toBeCloseTo(wanted, 12));
    expect(funnel(STAGES, column(0.5, 0.4), 10, 3, 10)).toEqual([["Lead", 0, ""], ["Call", 0, 0.5], ["Won", 0, 0.4]]);
    expect(funnel(column(" Lead ", null, "Won"), column("Rate", "", 0.25), 2, 1)).toEqual([["Lead", 8, ""], ["Won", 2, 0.25]]);
    expect(funnel(column("A", "B", "C"), column(0.7, 0.1), 7, 1)).toEqual([["A", 100, ""], ["B", 70, 0.7], ["C", 7, 0.1]]);
  });

  test("headers follow the language", () => {
    expect(run("REQUIRED_FUNNEL", [STAGES, column(1, 1), 1, 1], "ru")).toEqual({ value: [["Этап", "Нужно", "Конверсия"], ["Lead", 1, ""], ["Call", 1, 1], ["Won", 1, 1]] });
  });

  test("failures", () => {
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0.5), 1, 1)).toBe("#VALUE! conversions: found 1 rate; expected 2, one less than the stages");
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0.5, 0.5, 0.5), 1, 0)).toBe("#VALUE! conversions: found 3 rates; expected 2, one less than the stages");
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(null, null), 1, 1)).toMatch(/^#VALUE! conversions: nothing was given/);
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0.5, 1.2), 1, 1)).toMatch(/^#VALUE! conversions, row 2: found 1\.2/);
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0.5, 0), 1, 1)).toMatch(/^#DIV\/0! conversions: conversion number 2 is 0/);
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0, 0.5), 1, 1)).toMatch(/conversion number 1 is 0/);
    expect(failureOf("REQUIRED_FUNNEL", STAGES, column(0.5, 0), 1, 0)).toMatch(/^#DIV\/0! deal_size/);
    expect(failureOf("REQUIRED_FUNNEL", column("A", "a"), column(0.5), 1, 1)).toMatch(/^#VALUE! stages, row 2: found "a" a second time/);
    expect(failureOf("REQUIRED_FUNNEL", column("A"), column(0.5), 1, 1)).toMatch(/^#VALUE! stages: found 1 name/);
    expect(failureOf("REQUIRED_FUNNEL", column(null), column(0.5), 1, 1)).toMatch(/^#VALUE! stages/);
  });

  test("what it asks for is enough for the target, and one deal less is not", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }), (deals, percents) => {
      const rates = Float64Array.from(percents, (percent) => percent / 100);
      const found = requiredFunnel(deals, 1, rates, null, "up");
      expect(found.at(-1)).toBe(deals);
      const each = requiredFunnel(deals, 1, rates, null, "each");
      found.forEach((count, i) => {
        const product = rates.slice(i).reduce((a, b) => a * b, 1);
        expect(count * product).toBeGreaterThanOrEqual(deals - 1e-6);
        expect((count - 1) * product).toBeLessThan(deals);
        expect(each[i]).toBeGreaterThanOrEqual(count);
      });
    }));
  });
});

describe("when leads must come", () => {
  test("by calendar and by working days", () => {
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-01", "2026-09-30", column("Days", 5, null, 10, 20)))).toEqual(["2026-05-27", "2026-08-26"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-01", "2026-09-30", 34.2))).toEqual(["2026-05-27", "2026-08-26"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-01", "2026-09-30", 35 + 1e-10))).toEqual(["2026-05-27", "2026-08-26"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-01", "2026-09-30", 35, "working"))).toEqual(["2026-05-13", "2026-08-12"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-01", "2026-09-30", 35, "working", column("2026-06-12", "2026-05-13")))).toEqual(["2026-05-11", "2026-08-12"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-04 12:00", "2026-07-05 18:00", 0, "working"))).toEqual(["2026-07-04", "2026-07-05"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-04", "2026-07-06", 1, "working"))).toEqual(["2026-07-03", "2026-07-03"]);
    expect(daysOf(valueOf("LEADS_WINDOW", "2026-07-04", "2026-07-06", 1, "working", [["2026-07-05", "work"]]))).toEqual(["2026-07-03", "2026-07-05"]);
    for (const by of ["calendar", "working"]) expect(valueOf("LEADS_WINDOW", "2026-07-01 13:00", "2026-07-02 01:00", 1, by)).toEqual([[day("2026-06-30"), day("2026-07-01")]]);
    expect(valueOf("LEADS_WINDOW", "2026-07-01", "2026-07-01", 1)).toEqual([[day("2026-06-30"), day("2026-06-30")]]);
  });

  test("failures", () => {
    expect(failureOf("LEADS_WINDOW", "2026-07-02", "2026-07-01", 5)).toMatch(/^#VALUE! end: found an end before start/);
    expect(failureOf("LEADS_WINDOW", "2026-07-01", "2026-07-02", column(5, -5))).toMatch(/^#VALUE! lags, row 2: found -5/);
    expect(failureOf("LEADS_WINDOW", "2026-07-01", "2026-07-02", column(null))).toMatch(/^#VALUE! lags/);
    expect(failureOf("LEADS_WINDOW", "2026-07-01", "2026-07-02", 5, "season")).toMatch(/^#VALUE! pace_by: found "season"; expected calendar or working/);
    for (const by of ["calendar", "working"]) expect(failureOf("LEADS_WINDOW", "2026-07-01", "2026-07-02", 50000, by)).toBe("#VALUE! The answer lies before 1900-03-01, where dates begin");
    expect(leadsWindow(100.9, 100.1, 1, "calendar", WEEKDAYS)).toEqual([99, 99]); // two times of the same day
  });

  test("the first day on which the calendar begins can be reached, the one before not", () => {
    expect(leadsWindow(66, 66, 5, "calendar", WEEKDAYS)).toEqual([61, 61]);
    expect(() => leadsWindow(66, 66, 6, "calendar", WEEKDAYS)).toThrow("noSuchDate");
    expect(workingDayBefore(63, 2, WEEKDAYS)).toBe(61); // Thursday 1 March 1900
    expect(workingDayBefore(63, 3, WEEKDAYS)).toBe(-1);
    expect([workingDayBefore(66, 3, WEEKDAYS), workingDayBefore(66, 4, WEEKDAYS)]).toEqual([61, -1]);
  });

  test("from the day found on there are exactly so many working days, and it is one", () => {
    const days = fc.array(fc.integer({ min: 45900, max: 46100 }), { maxLength: 15 });
    fc.assert(fc.property(fc.integer({ min: 46000, max: 46100 }), fc.integer({ min: 1, max: 90 }), days, days, (from, count, off, moved) => {
      const calendar = workDaysOf(off, moved);
      const found = workingDayBefore(from, count, calendar);
      expect(workingDays(found, from - 1, calendar)).toBe(count);
      expect(workingDays(found, found, calendar)).toBe(1);
    }));
  });
});

describe("the pace that is needed", () => {
  test("by the days that are left", () => {
    expect(valueOf("REQUIRED_PACE", 3500000, 12000000, "2026-09-30", "2026-07-31")).toBeCloseTo(8500000 / 61, 8);
    expect(valueOf("REQUIRED_PACE", 3500000, 12000000, "2026-09-30", "2026-07-31", "working")).toBeCloseTo(8500000 / 43, 8);
    expect(valueOf("REQUIRED_PACE", 3500000, 12000000, "2026-09-30", "2026-07-31", "working", column("2026-08-03", "2026-07-31"))).toBeCloseTo(8500000 / 42, 8);
    expect(valueOf("REQUIRED_PACE", 15, 12, "2026-09-30", "2026-09-29 23:00")).toBe(-3);
    expect(valueOf("REQUIRED_PACE", 12, 12, "2026-09-30", "2026-09-29")).toBe(0);
  });
  test("failures", () => {
    expect(failureOf("REQUIRED_PACE", null, 2, "2026-09-30", "2026-09-30")).toMatch(/^#N\/A actual/);
    expect(failureOf("REQUIRED_PACE", 1, 2, "2026-09-30", "2026-09-30")).toBe("#DIV/0! end: no days are left after as_of");
    expect(failureOf("REQUIRED_PACE", 1, 2, "2026-09-30", "2026-10-05")).toMatch(/^#DIV\/0!/);
    expect(failureOf("REQUIRED_PACE", 1, 2, "2026-07-05", "2026-07-03", "working")).toMatch(/^#DIV\/0!/);
    expect(requiredPace(0, 7, 46001.2, 46000.9, "calendar", WEEKDAYS)).toBe(7);
  });
});

describe("a split by season", () => {
  test("in proportion, aligned with the rows", () => {
    expect(valueOf("SEASONAL_SPLIT", 120, column("Index", 1, null, 3))).toEqual(column("", 30, "", 90));
    expect(valueOf("SEASONAL_SPLIT", 100, [[1, 3]])).toEqual([[25, 75]]);
    expect(valueOf("SEASONAL_SPLIT", 100, column(1, 7))).toEqual(column(12.5, 87.5));
    expect(valueOf("SEASONAL_SPLIT", 0, column(1, 2), 0)).toEqual(column(0, 0));
  });

  test("rounded parts: the largest remainders go up, the earlier of equal ones first", () => {
    expect(valueOf("SEASONAL_SPLIT", 100, column(1, 1, 1), 0)).toEqual(column(34, 33, 33));
    expect(valueOf("SEASONAL_SPLIT", 10, column(0.1, 0.3), 0)).toEqual(column(3, 7)); // 2.5 and 7.5 but for their last bits
    expect(valueOf("SEASONAL_SPLIT", 10, column(26, 37, 37), 0)).toEqual(column(2, 4, 4)); // 2.6, 3.7, 3.7
    // 2/3 is left of each part, but for what numbers of eight digits lose
    expect(valueOf("SEASONAL_SPLIT", 24e6, column(1.3, 1, 1.3), 1)).toEqual(column(8666666.7, 6666666.7, 8666666.6));
    expect(valueOf("SEASONAL_SPLIT", 24e6, column(1, 1.3, 1.3), 0)).toEqual(column(6666667, 8666667, 8666666));
    expect(valueOf("SEASONAL_SPLIT", 1e12, column(0, 3, 0.9, 75), 3)).toEqual(column(0, 38022813688.213, 11406844106.464, 950570342205.323));
    expect(valueOf("SEASONAL_SPLIT", 1, column(1, 1, 1), 2)).toEqual(column(0.34, 0.33, 0.33));
    expect(valueOf("SEASONAL_SPLIT", 2.4, column(1, 1), 0)).toEqual(column(1, 1));
    expect(valueOf("SEASONAL_SPLIT", 2.5, column(1, 1), 0)).toEqual(column(2, 1));
    expect(valueOf("SEASONAL_SPLIT", 1.005, column(1), 2)).toEqual(column(1.01));
    expect(valueOf("SEASONAL_SPLIT", -100, column(1, 1, 1), 0)).toEqual(column(-34, -33, -33));
    expect(valueOf("SEASONAL_SPLIT", 5, column(0, 1), 0)).toEqual(column(0, 5));
    expect(seasonalSplit(1e15, Float64Array.of(1, 2), 9)).toEqual([1e15 / 3, 2e15 / 3]);
    expect(seasonalSplit(2 ** 50 - 1, Float64Array.of(1, 1), 0)).toEqual([2 ** 49, 2 ** 49 - 1]);
    expect(seasonalSplit(2 ** 50, Float64Array.of(1, 6), 0)[0]).toBe(2 ** 50 / 7);
  });

  test("parts add up to the rounded total, and none is a unit or more away from its share", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e7 }), fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 24 }), fc.integer({ min: 0, max: 4 }), (total, indexes, digits) => {
      fc.pre(indexes.some((index) => index > 0));
      const parts = seasonalSplit(total / 100, Float64Array.from(indexes), digits);
      const scale = 10 ** digits;
      const units = parts.map((part) => Math.round(part * scale));
      expect(units.reduce((a, b) => a + b, 0)).toBe(Math.floor((total * scale) / 100 + 0.5));
      const whole = indexes.reduce((a, b) => a + b, 0);
      units.forEach((unit, i) => expect(Math.abs(unit - ((total / 100) * scale * indexes[i]!) / whole)).toBeLessThan(1 + 1e-6));
    }));
  });

  test("failures", () => {
    expect(failureOf("SEASONAL_SPLIT", 100, column(0, 0))).toMatch(/^#DIV\/0! indexes/);
    expect(failureOf("SEASONAL_SPLIT", 100, column(1, -1))).toMatch(/^#VALUE! indexes, row 2: found -1/);
    expect(failureOf("SEASONAL_SPLIT", 100, column(null, null))).toMatch(/^#VALUE! indexes: nothing was given/);
    expect(failureOf("SEASONAL_SPLIT", 100, column(1), 0.5)).toMatch(/^#VALUE! digits: found 0\.5; expected a whole number/);
    expect(failureOf("SEASONAL_SPLIT", 100, column(1), 10)).toMatch(/^#VALUE! digits: found 10/);
    expect(failureOf("SEASONAL_SPLIT", 100, column(1), -1)).toMatch(/^#VALUE! digits: found -1/);
  });
});

describe("people", () => {
  test("capacity of columns and single numbers", () => {
    expect(valueOf("TEAM_CAPACITY", column(7, 3), 150, column(0.85, 0.4))).toBe(1072.5);
    expect(valueOf("TEAM_CAPACITY", 5, 10)).toBe(50);
    expect(valueOf("TEAM_CAPACITY", 5, 10, 0.5, 0.5)).toBe(12.5);
    expect(valueOf("TEAM_CAPACITY", column("People", 6, null, 2), column("Quota", 2e6, null, 2e6), 0.8, column("Ramp", "", null, 0.25))).toBeCloseTo(9.6e6 + 0.8e6, 6);
    expect(valueOf("TEAM_CAPACITY", 2, column(10, 20))).toBe(60);
    expect(valueOf("TEAM_CAPACITY", column(0, 1.5), 10, null, column(1, 0))).toBe(0);
    expect(teamCapacity([{ numbers: [0.1, 0.2, 0.3], single: false }, { numbers: [10], single: true }])).toBeCloseTo(6, 15);
  });

  test("a range of blanks is 1 where a blank is, and named where a number is needed", () => {
    expect(valueOf("TEAM_CAPACITY", 5, 10, column(null, " "), 0.5)).toBe(25);
    expect(valueOf("TEAM_CAPACITY", 5, 10, column(null, null), column(null, null, null))).toBe(50);
    expect(failureOf("TEAM_CAPACITY", 1, column(null, null))).toMatch(/^#VALUE! quotas: nothing was given/);
    expect(failureOf("TEAM_CAPACITY", 1, column(null, null), column(null, null))).toMatch(/^#VALUE! quotas: nothing was given/);
  });

  test("failures of capacity", () => {
    expect(failureOf("TEAM_CAPACITY", 5, 10, 1, 50)).toMatch(/^#VALUE! ramps: found 50; expected a share from 0 to 1/);
    expect(failureOf("TEAM_CAPACITY", column(5, 6), 10, 1, column(1, 50))).toMatch(/^#VALUE! ramps, row 2: found 50/);
    expect(failureOf("TEAM_CAPACITY", column(5, null), column(10, 10))).toMatch(/^#VALUE! people, row 2: found a blank cell/);
    expect(failureOf("TEAM_CAPACITY", column(5, 6), null)).toMatch(/^#VALUE! quotas: nothing was given/);
    expect(failureOf("TEAM_CAPACITY", -1, 10)).toMatch(/^#VALUE! people: found -1/);
    expect(failureOf("TEAM_CAPACITY", column(1, 2), 10, column(1, -1))).toMatch(/^#VALUE! attainments, row 2: found -1/);
    expect(failureOf("TEAM_CAPACITY", column(null, null), 10)).toMatch(/^#VALUE! people: nothing was given/);
  });

  test("people that are missing", () => {
    expect(valueOf("REQUIRED_REPS", 6000000, 800000)).toBe(8);
    expect(valueOf("REQUIRED_REPS", 12000000, 2000000, 0.8, null, 9600000)).toBe(2);
    expect(valueOf("REQUIRED_REPS", 12000000, 2000000, 0.8, 0.25, 9600000)).toBe(6);
    expect(valueOf("REQUIRED_REPS", 100, 10, 1, 1, 100)).toBe(0);
    expect(valueOf("REQUIRED_REPS", 100, 10, 1, 1, 500)).toBe(0);
    expect(valueOf("REQUIRED_REPS", 7, 1, 0.7, 0.1)).toBe(100);
    for (const [call, argument] of [[[0, 1, 1], "quota"], [[0, 0, 0], "quota"], [[5, 0, 0], "attainment"], [[5, 1, 0], "ramp"]] as const) {
      expect(failureOf("REQUIRED_REPS", 100, ...call)).toBe(`#DIV/0! ${argument}: found 0; nothing can be divided by it`);
    }
    expect(failureOf("REQUIRED_REPS", 0, 0)).toMatch(/^#DIV\/0!/);
    expect(failureOf("REQUIRED_REPS", 100, 10, 1, 1.5)).toMatch(/^#VALUE! ramp: found 1\.5/);
    expect(requiredReps(10.1, 10, 1, 1, 0)).toBe(2);
  });

  test("the last day to hire", () => {
    const by = (...call: unknown[]) => isoDay(valueOf("HIRE_BY", ...call) as number);
    expect(by("2026-07-01", 4, 45)).toBe("2026-01-15");
    expect([by("2026-03-31", 1), by("2024-03-31", 1), by("2026-03-28", 1), by("2026-12-31", 1), by("2026-01-31", 11), by("2026-01-31", 2)]).toEqual(["2026-02-28", "2024-02-29", "2026-02-28", "2026-11-30", "2025-02-28", "2025-11-30"]);
    expect([by("2026-07-01 13:45"), by("2026-07-01", null, 1), by("2026-07-01", 12), by("2026-07-01", 0, 0.5)]).toEqual(["2026-07-01", "2026-06-30", "2025-07-01", "2026-06-30"]);
    expect([valueOf("HIRE_BY", "2026-07-01 13:45"), valueOf("HIRE_BY", "2026-07-01", 0, 0.5)]).toEqual([day("2026-07-01"), day("2026-06-30")]);
    expect(hireBy(day("1900-04-01"), 1, 0)).toBe(61);
    for (const call of [["1900-04-01", 1, 1], ["2026-07-01", 1600], ["2026-07-01", 23500], ["2026-07-01", 1e9], ["2026-07-01", 0, 1e300]]) expect(failureOf("HIRE_BY", ...call)).toMatch(/^#VALUE! The answer lies before/);
    expect(failureOf("HIRE_BY", "2026-07-01", 1.5)).toMatch(/^#VALUE! ramp_months: found 1\.5; expected a whole number/);
    expect(failureOf("HIRE_BY", "2026-07-01", -1)).toMatch(/^#VALUE! ramp_months: found -1/);
    expect(failureOf("HIRE_BY", "2026-07-01", 1, -1)).toMatch(/^#VALUE! hire_days: found -1/);
    expect(failureOf("HIRE_BY", "July", 1)).toMatch(/^#VALUE! date: found "July"/);
  });
});
