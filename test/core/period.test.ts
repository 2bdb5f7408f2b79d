import fc from "fast-check";
import { dayOf, monthOf, serialOfDay } from "../../src/core/calendar";
import { countDays, extent, periodLabel, periodOfDate, periodsOfDays, rankDays, type PeriodLength } from "../../src/core/period";

const LENGTHS: readonly PeriodLength[] = ["day", "week", "month", "quarter", "year"];
const on = (iso: string): number => serialOfDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))!;
const labels = (iso: string): string[] => LENGTHS.map((length) => periodLabel(periodOfDate(on(iso), length), length));

test.each([
  ["2026-01-01", ["2026-01-01", "2026-W01", "2026-01", "2026-Q1", "2026"]],
  ["2026-01-31", ["2026-01-31", "2026-W05", "2026-01", "2026-Q1", "2026"]],
  ["2026-03-31", ["2026-03-31", "2026-W14", "2026-03", "2026-Q1", "2026"]],
  ["2026-04-01", ["2026-04-01", "2026-W14", "2026-04", "2026-Q2", "2026"]],
  ["2024-02-29", ["2024-02-29", "2024-W09", "2024-02", "2024-Q1", "2024"]],
  ["2024-12-31", ["2024-12-31", "2025-W01", "2024-12", "2024-Q4", "2024"]], // a Tuesday: the Thursday of its week is in 2025
  ["2021-01-03", ["2021-01-03", "2020-W53", "2021-01", "2021-Q1", "2021"]],
  ["2021-01-04", ["2021-01-04", "2021-W01", "2021-01", "2021-Q1", "2021"]],
  ["2015-12-31", ["2015-12-31", "2015-W53", "2015-12", "2015-Q4", "2015"]],
  ["2000-09-30", ["2000-09-30", "2000-W39", "2000-09", "2000-Q3", "2000"]],
  ["1900-03-01", ["1900-03-01", "1900-W09", "1900-03", "1900-Q1", "1900"]],
  ["9999-12-31", ["9999-12-31", "9999-W52", "9999-12", "9999-Q4", "9999"]],
])("%s", (iso, expected) => expect(labels(iso)).toEqual(expected));

test("weeks begin on Monday", () => {
  const week = (iso: string) => periodOfDate(on(iso), "week");
  expect(week("2026-11-23") - week("2026-11-22")).toBe(1);
  expect(week("2026-11-29")).toBe(week("2026-11-23"));
});

test("a date a hair before midnight is the next day", () => {
  expect(LENGTHS.map((length) => periodOfDate(on("2026-01-01") - 1e-10, length) === periodOfDate(on("2026-01-01"), length))).toEqual(LENGTHS.map(() => true));
  expect(dayOf(45999.99)).toBe(45999);
});

test("months are those of the calendar, on every day of 400 years", () => {
  const differing: number[] = [];
  for (let day = 61; day < 61 + 146_097; day += 1) {
    const date = new Date((day - 25569) * 86_400_000);
    if (monthOf(day) !== date.getUTCFullYear() * 12 + date.getUTCMonth()) differing.push(day);
  }
  expect(differing).toEqual([]);
});

test("periods count up with the days, by one at most", () => {
  fc.assert(fc.property(fc.integer({ min: 61, max: 2958464 }), fc.constantFrom(...LENGTHS), (day, length) => {
    const step = periodOfDate(day + 1, length) - periodOfDate(day + 0.99, length);
    expect(step === 0 || step === 1).toBe(true);
    expect(periodLabel(periodOfDate(day + 1, length), length) === periodLabel(periodOfDate(day, length), length)).toBe(step === 0);
  }));
});

test("days of a range have their periods", () => {
  expect([...periodsOfDays(on("2026-01-30"), on("2026-02-02"), "month")].map((period) => periodLabel(period, "month"))).toEqual(["2026-01", "2026-01", "2026-02", "2026-02"]);
  expect(periodsOfDays(5, 4, "day")).toHaveLength(0);
  expect(periodsOfDays(Infinity, -Infinity, "day")).toHaveLength(0);
});

test("earliest and latest, blanks left out", () => {
  expect(extent(Float64Array.of(NaN, 5, 3, 7, 4))).toEqual([3, 7]);
  expect([extent(Float64Array.of(NaN)), extent(new Float64Array(0))]).toEqual([[Infinity, -Infinity], [Infinity, -Infinity]]);
});

test("dates are counted by day, from the first to before the last, and the days ranked by period", () => {
  const counts = new Int32Array(5);
  countDays(Float64Array.of(100, 100.9, 101.5, 103, 104, NaN, 102 - 1e-10), 100, 104, 100, counts);
  expect([...counts]).toEqual([2, 1, 1, 1, 0]);
  expect(rankDays(Int32Array.of(7, 7, 8, 8, 9, 9), Int32Array.of(0, 2, 0, 0, 1, 3))).toEqual({ periods: [7, 9], sizes: [2, 4], places: Int32Array.of(0, 0, 0, 0, 1, 1) });
  expect(rankDays(Int32Array.of(7), Int32Array.of(0)).periods).toEqual([]);
});
