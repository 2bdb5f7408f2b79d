import { farFrom } from "../../src/plan/far-off";
import { goal, planOf, Q3, type Fields } from "./rig";

const asked = (fields: Fields, entered: number, last: number | null = null) => farFrom(planOf({ cycles: [Q3], goals: [goal({ name: "Goal", ...fields })] }).rows.goals[0]!, entered, last);
const LEVEL = { accumulate: "last value" };

describe("a number that is entered is asked about", () => {
  test.each<[string, Fields, number, number | null, number]>([
    ["more than ten times the target", { target: 1420 }, 142_000, null, 1420], ["142,000 % of a share", { unit: "%", target: 0.25, baseline: 0.2, ...LEVEL }, 1420, 0.24, 0.25],
    ["0.24 typed where the sign of percents stands already", { unit: "%", target: 0.25, baseline: 0.2, ...LEVEL }, 0.0024, 0.24, 0.2], ["of what must fall", { type: "decrease", baseline: 40, target: 30, ...LEVEL }, 4000, null, 40],
    ["of either sign", { target: 100 }, -1001, 20, 100], ["without a target, by the check-in before", { target: null }, 501, 50, 50], ["beyond an upper limit", { type: "keep within", target: 10, target_max: 20, ...LEVEL }, 201, null, 20],
  ])("%s", (_, fields, entered, last, known) => expect(asked(fields, entered, last)).toBe(known));
});

describe("it is taken as it is", () => {
  test.each<[string, Fields, number, number | null]>([
    ["up to ten times as much", { target: 1420 }, 14_200, null], ["a sum that begins small", { target: 30_000_000 }, 1, null], ["nothing yet", { target: 100, ...LEVEL }, 0, 50],
    ["a level down to a fiftieth", { target: 100, ...LEVEL }, 2, null], ["where nothing is known", { target: null }, 1e12, null], ["a milestone", { type: "milestone", target: 1, ...LEVEL }, 1000, null], ["a check-in of zero before", { target: null }, 5, 0],
  ])("%s", (_, fields, entered, last) => expect(asked(fields, entered, last)).toBeNull());
});
