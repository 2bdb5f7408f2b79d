/** What leads, open deals and customers are worth. */
import fc from "fast-check";
import { column, failureOf, valueOf } from "../catalogue/run";

const rows = (...args: unknown[]): number[][] => (valueOf("PAYBACK_CURVE", ...args) as unknown[][]).slice(1) as number[][];

describe("leads and open deals", () => {
  test.each([
    ["VALUE_PER_LEAD", [column("Amount", 500, 1500, -400), column(30, 10)], 40],
    ["VALUE_PER_LEAD", [-40, 10], -4],
    ["WEIGHTED_PIPELINE", [column("Amount", 100, null, 300), column("Chance", 0.5, null, 0.1)], 80],
    ["WEIGHTED_PIPELINE", [100, 1], 100],
    ["WEIGHTED_PIPELINE", [column(1e16, 1, 1), column(1, 0.5, 0.5)], 1e16 + 1],
    ["PIPELINE_COVERAGE", [column(500, 250), 400, 100], 2.5],
    ["PIPELINE_COVERAGE", [100, 400, -100], 0.2],
    ["PIPELINE_COVERAGE", [800, 400, null, 0.25], 0.5],
    ["PIPELINE_COVERAGE", [0, 400], 0],
    ["PIPELINE_COVERAGE", [4e-9, 2e-9], 2],
  ])("%s%j is %d", (name, args, expected) => expect(valueOf(name, ...args)).toBeCloseTo(expected, 12));

  test.each([
    ["VALUE_PER_LEAD", [1000, 0], "#DIV/0! leads: the total is 0, nothing can be divided by it"],
    ["VALUE_PER_LEAD", [1000, column(5, -1)], "#VALUE! leads, row 2: found -1; expected a number, 0 or more"],
    ["WEIGHTED_PIPELINE", [column(100, -1), column(0.1, 0.1)], "#VALUE! amounts, row 2: found -1; expected a number, 0 or more"],
    ["WEIGHTED_PIPELINE", [column(100, 1), column(0.1, 1.01)], "#VALUE! probabilities, row 2: found 1.01; expected a share from 0 to 1 (25 % is 0.25)"],
    ["WEIGHTED_PIPELINE", [column(100, null), column(0.1, 0.5)], "#VALUE! amounts, row 2: found a blank cell; expected a value in each row that is not empty"],
    ["WEIGHTED_PIPELINE", [column(100, 100), column(0.5)], "#VALUE! The columns differ in height (amounts: 2, probabilities: 1); expected columns of the same number of rows"],
    ["PIPELINE_COVERAGE", [500, 400, 400], "#N/A target: 400 of 400 is closed already: there is nothing left to cover"],
    ["PIPELINE_COVERAGE", [500, 0], "#N/A target: 0 of 0 is closed already: there is nothing left to cover"],
    ["PIPELINE_COVERAGE", [500, 2e-9, 1e-9], "#N/A target: 1e-9 of 2e-9 is closed already: there is nothing left to cover"],
    ["PIPELINE_COVERAGE", [500, -1], "#VALUE! target: found -1; expected a number, 0 or more"],
    ["PIPELINE_COVERAGE", [column(500, -1), 100], "#VALUE! amounts, row 2: found -1; expected a number, 0 or more"],
    ["PIPELINE_COVERAGE", [500, 400, 0, 22], "#VALUE! win_rate: found 22; expected a share from 0 to 1 (25 % is 0.25)"],
  ])("%s%j fails", (name, args, message) => expect(failureOf(name, ...args)).toBe(message));
});

describe("payback month by month", () => {
  test("without the optional arguments: 24 months of the whole income, nobody leaves", () => {
    expect(rows(100, 50)).toEqual(Array.from({ length: 24 }, (_, i) => [i + 1, 50, 50 * (i + 1), 50 * (i + 1) - 100]));
  });
  test("the first month is paid by all, and already discounted", () => {
    const [first, second] = rows(1000, 220, 0.5, 0.2, 0.1, 2);
    expect(first![1]).toBeCloseTo(100, 9);
    expect(second![1]).toBeCloseTo((110 * 0.8) / 1.21, 9);
    expect(second![3]).toBeCloseTo(100 + 88 / 1.21 - 1000, 9);
  });
  test("where all leave only the first month pays", () => expect(rows(10, 50, 1, 1, 0, 3).map((row) => row[1])).toEqual([50, 0, 0]));
  test("the month of payback has a balance of 0, though ten times 0.1 rounds to less than 1", () => expect(rows(1, 0.1, 1, 0, 0, 10).at(-1)).toEqual([10, 0.1, 1, 0]));
  test("months that a formula computed may be a hair beside a whole number", () => expect(rows(10, 50, 1, 0, 0, 0.1 * 3 * 10)).toHaveLength(3));
  test("a loss goes on and on", () => expect(rows(10, 50, -0.1, 0, 0, 2)).toEqual([[1, -5, -5, -15], [2, -5, -10, -20]]));
  test.each([[1, 1], [600, 600]])("%d months", (months, length) => expect(rows(1, 1, 1, 0, 0, months)).toHaveLength(length));
  test.each([
    [[100, 50, 1, 0, 0, 0], "#VALUE! months: found 0; expected a number from 1 to 600"],
    [[100, 50, 1, 0, 0, 601], "#VALUE! months: found 601; expected a number from 1 to 600"],
    [[100, 50, 1, 0, 0, 2.5], "#VALUE! months: found 2.5; expected a whole number"],
    [[100, 50, 1, 1.5], "#VALUE! churn: found 1.5; expected a share from 0 to 1 (25 % is 0.25)"],
    [[100, 50, 1, 0, 12], "#VALUE! discount: found 12; expected a share from 0 to 1 (25 % is 0.25)"],
    [[-1, 50], "#VALUE! cac: found -1; expected a number, 0 or more"],
    [[0, 1e308, 1, 0, 0, 2], "#VALUE! The result is too large for a number"],
  ])("%j fails", (args, message) => expect(failureOf("PAYBACK_CURVE", ...args)).toBe(message));
});

describe("lifetime value", () => {
  test.each([
    [[50, 0.8, 0.08], 500],
    [[50, 0.8, 0.08, 0.02], 400],
    [[50, 0.8, 0, 0.1], 400],
    [[50, 0.8, 0, 0, 12], 480],
    [[50, 0.8, 0.5, 0, 2], 60],
    [[55, 0.8, 0, 0.1, 1], 40],
    [[50, 0.8, 1, 0, 5], 40],
    [[50, 0.8, 1 + 1e-9, 0, 5], 40],
    [[50, 0.8, 1, 0, 0], 0],
    [[50, -0.2, 0.1], -100],
    [[50, 0.8, 0.1, null, 0.5], 400 * (1 - Math.sqrt(0.9))],
  ])("%j is %d", (args, expected) => expect(valueOf("LTV", ...args)).toBeCloseTo(expected, 6));
  test.each([
    [[50, 0.8, 0], "#DIV/0! churn: churn and discount are 0: the customer stays for ever; give months"],
    [[50, 80, 0.1], "#VALUE! margin: found 80; expected a share of at most 1 (25 % is 0.25)"],
    [[50, null, 0.1], "#VALUE! margin: nothing was given; this argument is required"],
    [[50, 0.8, null], "#VALUE! churn: nothing was given; this argument is required"],
    [[50, 0.8, 0.1, 0, -1], "#VALUE! months: found -1; expected a number, 0 or more"],
  ])("%j fails", (args, message) => expect(failureOf("LTV", ...args)).toBe(message));

  test("of the first months it is what the curve adds up to, and of many months the whole", () => {
    const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    fc.assert(fc.property(rate, rate, fc.integer({ min: 1, max: 60 }), (churn, discount, months) => {
      const curve = rows(0, 1000, 0.4, churn, discount, months);
      expect(valueOf("LTV", 1000, 0.4, churn, discount, months)).toBeCloseTo(curve[months - 1]![2]!, 7);
      expect(valueOf("LTV", 1000, 0.4, churn, discount, 1e6)).toBeCloseTo(valueOf("LTV", 1000, 0.4, churn, discount) as number, 7);
    }));
  });
  test("a churn near 0 keeps its digits", () => expect(valueOf("LTV", 1000, 1, 1e-13, 0, 12)).toBeCloseTo(12000, 6));

  test("per cost, and the ceiling of the cost", () => {
    expect(valueOf("LTV_CAC", 600, 200)).toBe(3);
    expect(valueOf("LTV_CAC", -100, 200)).toBe(-0.5);
    expect(failureOf("LTV_CAC", 600, 0)).toBe("#DIV/0! cac: the total is 0, nothing can be divided by it");
    expect(failureOf("LTV_CAC", 600, -1)).toMatch(/^#VALUE! cac/);
    expect(valueOf("MAX_CAC", 6000)).toBe(6000);
    expect(valueOf("MAX_CAC", 6000, 0.5)).toBe(3000);
    expect(valueOf("MAX_CAC", 6000, null, column("Rate", "", 0.5, null, 0.1))).toBeCloseTo(300, 9);
    expect(valueOf("MAX_CAC", 6000, 0.5, column("", ""))).toBe(3000);
    expect(failureOf("MAX_CAC", 6000, 10)).toMatch(/^#VALUE! share: found 10; .*25 % is 0.25/);
    expect(failureOf("MAX_CAC", 6000, 0.1, column(null, 0.25, 40))).toMatch(/^#VALUE! conversions, row 3: found 40/);
  });
});
