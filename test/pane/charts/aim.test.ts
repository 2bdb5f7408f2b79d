import { limits, shortfall, standing, type Aim } from "../../../src/pane/charts/aim";

const more: Aim = { better: "more" };
const limit: Aim = { better: "less" };
const falling: Aim = { better: "less", baseline: 200 };
const within: Aim = { better: "within", upper: 120 };

test.each<[string, number, number, Aim, string]>([
  ["as expected", 100, 100, more, "good"],
  ["95 %", 95, 100, more, "good"],
  ["a little below 95 %", 94.9, 100, more, "fair"],
  ["80 %", 80, 100, more, "fair"],
  ["less", 79.9, 100, more, "poor"],
  ["a quotient just below", 0.95 * 3 - 1e-16, 3, more, "good"],
  ["from a baseline: 95 % of the way", 195, 200, { better: "more", baseline: 100 }, "good"],
  ["from a baseline: less of the way", 194, 200, { better: "more", baseline: 100 }, "fair"],
  ["a falling goal that fell enough", 105, 100, falling, "good"],
  ["one that fell four fifths", 120, 100, falling, "fair"],
  ["one that hardly fell", 180, 100, falling, "poor"],
  ["one that rose", 220, 100, falling, "poor"],
  ["below a limit", 50, 100, limit, "good"],
  ["1/0.95 of a limit", 105, 100, limit, "good"],
  ["1/0.8 of a limit", 125, 100, limit, "fair"],
  ["above", 126, 100, limit, "poor"],
  ["within", 110, 100, within, "good"],
  ["below the band", 99, 100, within, "poor"],
  ["above the band", 121, 100, within, "poor"],
  ["5 % above the target where no upper end is given", 105, 100, { better: "within" }, "good"],
  ["nothing expected", 0, 0, more, "good"],
  ["a loss that was expected", -100, -100, more, "good"],
  ["a larger loss", -119, -100, more, "fair"],
  ["own thresholds", 90, 100, { better: "more", green: 0.9, yellow: 0.75 }, "good"],
])("%s: %d against %d", (_, value, expected, aim, stands) => expect(standing(value, expected, aim)).toBe(stands));

test("a baseline on the wrong side is left out", () => expect(limits(100, { better: "more", baseline: 200 })).toEqual(limits(100, more)));
test("the wrong side is told by the direction of the goal", () => {
  expect([shortfall(90, 100, more), shortfall(110, 100, limit), shortfall(90, 100, limit), shortfall(130, 100, within), shortfall(90, 100, within)].map((each) => Number(each.toFixed(2)))).toEqual([0.1, 0.1, -0.1, 0.1, 0.1]);
  expect(shortfall(-2, 0, more)).toBe(2);
});
