/** Which format a number gets: of its unit, of its size, of nothing else. */
import { fittingFormat, formatsOf, isInUnitOfGoal, type Fields } from "../../src/plan/number-formats";
import { columnOf } from "../../src/plan/plan";
import { UNITS } from "../../src/plan/codes";
import { TABLE_KEYS } from "../../src/plan/tables";

const fields = (given: Readonly<Record<string, string | number | null>>): Fields => new Map(Object.entries(given));
const look = (goal: Fields): readonly unknown[] => {
  const formats = formatsOf("goals", goal, null);
  for (const field of ["baseline", "target_max", "commit", "stretch", "actual"]) expect(formats.get(field)).toBe(formats.get("target"));
  for (const field of ["gap", "forecast"]) expect(formats.get(field)).toBe(formats.get("expected"));
  return [formats.get("target"), formats.get("expected")];
};

test.each([
  ["a share", { unit: "%", target: 0.357 }, "0.0%", "0.0%"],
  ["a share of less than one percent", { unit: "%", baseline: 0.0055, target: 0.006 }, "0.00%", "0.00%"],
  ["a share without a target yet", { unit: "%", target: null }, "0.0%", "0.0%"],
  ["a share of many percent", { unit: "%", target: 1500 }, "0.0%", "0.0%"],
  ["money", { unit: "money", baseline: 0, target: 30776 }, "#,##0", "#,##0"],
  ["money without a target yet", { unit: "money", target: null }, "#,##0", "#,##0"],
  ["a price in cents", { unit: "money", target: 0.35 }, "General", "0.0#"],
  ["days", { unit: "days", target: 12.5 }, "General", "#,##0.0"],
  ["many pieces, by the stretch alone", { unit: "pcs", target: null, stretch: 1000 }, "#,##0", "#,##0"],
  ["a large minus", { unit: "money", baseline: -5000, target: 0 }, "#,##0", "#,##0"],
  ["no unit and no number", {}, "General", "0.0#"],
  ["a text where a number belongs", { unit: "pcs", target: "thousands" }, "General", "0.0#"],
  ["a milestone", { unit: "yes/no", target: 1 }, "General", "General"],
])("%s: what was typed, what is calculated", (_, goal, typed, calculated) => {
  expect(look(fields(goal))).toEqual([typed, calculated]);
});

test("Actual does not decide: a fact that grows past a thousand changes no format", () => {
  expect(formatsOf("goals", fields({ unit: "pcs", target: 900, actual: 1001 }), null)).toEqual(formatsOf("goals", fields({ unit: "pcs", target: 900, actual: 1 }), null));
});

test("numbers about a goal look as those of the goal; about none, plain", () => {
  const share = fields({ unit: "%", target: 0.3 });
  expect(Object.fromEntries(formatsOf("checkins", fields({ value: 5000 }), share))).toEqual({ value: "0.0%", expected_then: "0.0%" });
  expect(Object.fromEntries(formatsOf("actions", fields({}), share))).toEqual({ deviation: "0.0%", effect_plan: "0.0%", effect_fact: "0.0%" });
  expect(Object.fromEntries(formatsOf("checkins", fields({ value: 5000 }), null))).toEqual({ value: "General", expected_then: "0.0#" });
  expect(formatsOf("resources", fields({ qty_plan: 500000 }), null).get("qty_fact")).toBe("#,##0");
  expect(formatsOf("resources", fields({ qty_plan: 2.5 }), null).get("qty_plan")).toBe("General");
});

test("every field with a format of its own is a column of its table, and no other table has any", () => {
  const formatted = TABLE_KEYS.filter((table) => formatsOf(table, fields({}), null).size > 0);
  expect(formatted).toEqual(["goals", "resources", "checkins", "actions", "months"]);
  expect(TABLE_KEYS.filter(isInUnitOfGoal)).toEqual(["checkins", "actions", "months"]);
  for (const table of formatted) for (const field of formatsOf(table, fields({}), null).keys()) expect([table, field, columnOf(table, field)?.field]).toEqual([table, field, field]);
});

test("no unit hides a number that is not zero, whatever its size", () => {
  for (const { code } of UNITS) for (const target of [0.001, 0.05, 0.5, 5, 50, 500, 5000, 5e6]) {
    const formats = formatsOf("goals", fields({ unit: code, target }), null);
    for (const format of formats.values()) expect([code, target, format, shown(target, format)]).toEqual([code, target, format, expect.stringMatching(/[1-9]/)]);
  }
});
const shown = (value: number, format: string): string => {
  if (format === "General") return String(value);
  const decimals = /\.([0#]+)/.exec(format)?.[1]?.length ?? 0;
  return (format.endsWith("%") ? value * 100 : value).toFixed(decimals);
};

test.each([[5e6, "#,##0"], [1000, "#,##0"], [999, "#,##0.0"], [10, "#,##0.0"], [9.9, "0.0#"], [0.1, "0.0#"], [0.09, "0.0##"], [0.01, "0.0##"], [0.009, "0.0###"], [0, "0.0#"]])("a number of the size %d: %s", (size, format) => {
  expect(fittingFormat(size)).toBe(format);
});
