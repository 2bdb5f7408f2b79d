import { changeAll } from "../../src/plan/change";
import { dayOfPlan, seasonOf, setSetting, settingsOf, workDaysOf } from "../../src/plan/settings";
import { workingDays } from "../../src/core/time-share";
import { counter, day, planOf } from "./rig";

const DEFAULTS = { asOf: null, green: 0.95, yellow: 0.8, stale: 1.5, rounding: "up", language: "ru", currency: null, scenario: "base", lagBy: "calendar" };

test("without settings the defaults count, in the language of the file", () => {
  expect(settingsOf(planOf({}, "ru"))).toEqual(DEFAULTS);
});

test.each([
  ["PLAN_ASOF", day("2026-07-31") + 0.5, { asOf: day("2026-07-31") }], ["PLAN_ASOF", "31.07.2026", {}], ["plan_green", 1, { green: 1 }], ["PLAN_YELLOW", 0.9, { yellow: 0.9 }], ["PLAN_GREEN", 0, {}],
  ["PLAN_GREEN", 0.7, { green: 0.7, yellow: 0.7 }], ["PLAN_STALE", "2", {}], ["PLAN_ROUND", " Each ", { rounding: "each" }], ["PLAN_ROUND", "down", {}], ["PLAN_LANG", "EN", { language: "en" }], ["PLAN_CURRENCY", " RUB ", { currency: "RUB" }],
  ["PLAN_SCENARIO", "low", { scenario: "low" }],
])("a setting %s of %j", (name, value, found) => {
  expect(settingsOf(planOf({ settings: [{ name, value }] }, "ru"))).toEqual({ ...DEFAULTS, ...found });
});

test("the day of the plan is the set one, and today where none is set", () => {
  expect(dayOfPlan(planOf({ settings: [{ name: "PLAN_ASOF", value: 46234 }] }), 46300)).toBe(46234);
  expect(dayOfPlan(planOf({}), 46300)).toBe(46300);
});

test("a setting is changed where it stands, and added where it is missing", () => {
  const empty = planOf({});
  const once = changeAll(empty, setSetting(empty, "PLAN_GREEN", 0.9, counter()));
  const twice = changeAll(once, setSetting(once, "PLAN_GREEN", 1, counter()));
  expect([settingsOf(once).green, settingsOf(twice).green, twice.rows.settings.length]).toEqual([0.9, 1, 1]);
});

test("the calendar takes holidays out and extra work days in; a day without a kind is a holiday", () => {
  const plan = planOf({ calendar: [{ date: day("2026-11-04"), kind: "holiday" }, { date: day("2026-11-05") }, { date: day("2026-11-07"), kind: "work" }] });
  expect(workingDays(day("2026-11-02"), day("2026-11-08"), workDaysOf(plan))).toBe(4);
});

test("a season is twelve indexes, or none", () => {
  const season = Array.from({ length: 12 }, (_, i) => ({ month: 12 - i, index: 12 - i }));
  expect(Array.from(seasonOf(planOf({ season }))!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(seasonOf(planOf({ season: season.slice(1) }))).toBeNull();
  expect(seasonOf(planOf({ season: season.map((row) => (row.month === 5 ? { ...row, index: -1 } : row)) }))).toBeNull();
});
