import { AFTER_LAST_DATE, FIRST_DATE, isDate, isoDay, serialOfDay } from "../../src/core/calendar";

test.each([[2026, 0, 1], [2026, 13, 1], [2026, -1, 5], [2026, 2, 29], [2026, 4, 31], [2026, 1, 0], [2026, 1, 32], [2025, 12, 32]])("there is no day %d-%d-%d", (year, month, day) => {
  expect(serialOfDay(year, month, day)).toBeNull();
});
test.each([[2024, 2, 29, 45351], [1900, 3, 1, 61], [2026, 12, 31, 46387], [9999, 12, 31, 2958465]])("%d-%d-%d is the number %#", (year, month, day, serial) => {
  expect(serialOfDay(year, month, day)).toBe(serial);
  expect(isoDay(serial)).toBe(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
});
test("the year 45 is not 1945", () => expect(isoDay(serialOfDay(45, 1, 1)!)).toBe("0045-01-01"));

test("dates begin and end where those of a sheet do", () => {
  expect([FIRST_DATE - 1e-6, FIRST_DATE, AFTER_LAST_DATE - 1e-6, AFTER_LAST_DATE].map(isDate)).toEqual([false, true, true, false]);
});
