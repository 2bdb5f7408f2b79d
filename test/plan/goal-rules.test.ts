import { peopleIn, sameName, wrongSide, wrongZones } from "../../src/plan/goal-rules";
import { goalChecks } from "../../src/pane/plan/goals/goal-checks";
import { sides } from "../../src/plan/problems/values";
import type { Values } from "../../src/pane/plan/fields/use-form";
import fc from "fast-check";
import { goal, planOf, Q3 } from "./rig";

test.each([
  [null, []], ["", []], ["Anna", ["Anna"]], ["Anna, Ivan", ["Anna", "Ivan"]], ["Анна и Иван", ["Анна", "Иван"]], ["Анна\u00a0и\u00a0Иван", ["Анна", "Иван"]], ["Anna\nIvan", ["Anna", "Ivan"]], ["Andrey", ["Andrey"]], ["Ирина", ["Ирина"]],
  [" и Анна", ["Анна"]],
])("the people of %j", (owner, people) => expect(peopleIn(owner)).toEqual(people));

test("names are compared as formulas compare them, and no name is like no other", () => {
  expect([sameName("Новые  клиенты", "новые клиенты"), sameName("Учёт", "учет"), sameName("a", "b"), sameName("", ""), sameName(null, "x")]).toEqual([true, true, false, false, false]);
});

test("a form says something beside a number exactly where the plan tells a problem of the same field", () => {
  const number = fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 3 }));
  const row = fc.record({
    type: fc.constantFrom("increase", "decrease", "keep ≥", "keep ≤", "keep within"), baseline: number, target: fc.integer({ min: -3, max: 3 }), target_max: number, commit: number, stretch: number,
  });
  fc.assert(fc.property(row, (fields) => {
    const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", ...fields })] });
    const told = new Set(sides(plan, { today: 46_249 }).map(({ field }) => (field === "baseline" ? "target" : field)));
    const said = goalChecks(fields as Values, plan, [], null);
    expect(["target", "target_max", "commit", "stretch"].filter((field) => said[field] !== undefined)).toEqual(["target", "target_max", "commit", "stretch"].filter((field) => told.has(field)));
  }), { numRuns: 500 });
});

test("a blank baseline counts as 0 going up; coming down from nothing is a missing number, not a wrong one", () => {
  const side = (type: "increase" | "decrease", target: number) => wrongSide({ type, baseline: null, target });
  expect([side("increase", 5), side("increase", -5), side("increase", 0), side("decrease", 5)]).toEqual([null, "below", "equal", null]);
});

test.each([
  ["increase", 0, 10, 8, 12, []], ["increase", 0, 10, 12, 8, ["commit", "stretch"]], ["decrease", 70, 60, 65, 50, []], ["decrease", 70, 60, 55, null, ["commit"]], ["keep ≤", null, 5, 6, 4, []], ["keep within", null, 5, 9, 1, []],
  ["milestone", null, 1, 9, 1, []],
] as const)("the zones of %s from %j to %d: minimum %j, stretch %j", (type, baseline, target, commit, stretch, wrong) => expect(wrongZones({ type, baseline, target, commit, stretch })).toEqual(wrong));
