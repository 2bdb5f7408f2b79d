/** What customers cost, what advertising returns, and what revenue is lost. */
import fc from "fast-check";
import { column, failureOf, run, valueOf } from "../catalogue/run";

describe("cost with a lag", () => {
  test.each([
    ["the lag is 1 unless told", [column(100, 200, 300), column(5, 10, 20)], ["", 10, 10]],
    ["no lag is the same period", [column(100, 200, 300), column(5, 0, 20), 0], [20, "", 15]],
    ["header and blank rows keep their rows, and a blank row is no period", [column("Costs", 100, null, 200, 300), column("Customers", 5, null, 10, 20), 1], ["", "", "", 10, 10]],
    ["a lag one below the number of periods leaves the last", [column(100, 200, 300), column(5, 10, 20), 2], ["", "", 5]],
    ["a month of refunds may be negative", [column(-100, 200), column(5, 10), 1], ["", -10]],
  ])("%s", (_, args, expected) => expect(valueOf("CAC_LAGGED", ...args)).toEqual(column(...expected)));

  test("a row gives a row", () => expect(valueOf("CAC_LAGGED", [[100, 200]], [[5, 10]])).toEqual([["", 10]]));
  test("a lag that leaves no period is no answer", () => {
    expect(failureOf("CAC_LAGGED", column(100, 200), column(5, 10), 2)).toBe("#N/A lag: a lag of 2 leaves no period out of 2");
    expect(failureOf("CAC_LAGGED", 100, 5)).toMatch(/^#N\/A lag/);
  });
  test.each([
    [[column(100), column(5), 0.5], "#VALUE! lag: found 0.5; expected a whole number"],
    [[column(100), column(5), -1], "#VALUE! lag: found -1; expected a number, 0 or more"],
    [[column(100, 100), column(5, -1)], "#VALUE! customers, row 2: found -1; expected a number, 0 or more"],
    [[column(100, 100), column(5, null)], "#VALUE! customers, row 2: found a blank cell; expected a value in each row that is not empty"],
    [[column("x"), column(5), 0.5], "#VALUE! lag: found 0.5; expected a whole number"],
  ])("%j fails", (args, message) => expect(failureOf("CAC_LAGGED", ...args)).toBe(message));
});

describe("cost per stage", () => {
  test("the costs are added, each stage divides them, an empty stage has no cost", () => {
    expect(valueOf("COST_PER_STAGE", column("Costs", 60, 50, -10), column("Count", 10, null, 0, 4))).toEqual(column("", 10, "", "", 25));
  });
  test("refunds may not exceed the costs", () => expect(failureOf("COST_PER_STAGE", column(1, -2), column(5))).toBe("#VALUE! costs: the total is -1; expected 0 or more"));
  test("counts are not negative", () => expect(failureOf("COST_PER_STAGE", 1, column(5, -5))).toMatch(/^#VALUE! counts, row 2: found -5/));
});

describe("what advertising returns", () => {
  test.each([
    ["ROMI", [100, 400], 3],
    ["ROMI", [100, 400, 0.25], 0],
    ["ROMI", [100, 0], -1],
    ["ROMI", [column(150, -50), column(500, -100), 0.5], 1],
    ["ROMI", [100, column(100, -150)], -1.5],
    ["ROMI", [100, 400, -0.1], -1.4],
    ["ROAS", [column(1, 3), column(2, 4)], 1.5],
    ["ROAS", [4, -2], -0.5],
    ["AD_SPEND_SHARE", [column(10, 20), 300], 0.1],
    ["AD_SPEND_SHARE", [0, 300], 0],
    ["AD_SPEND_SHARE", [600, 300], 2],
  ])("%s%j is %d", (name, args, expected) => expect(valueOf(name, ...args)).toBeCloseTo(expected, 12));

  test.each([
    ["ROMI", [0, 400], "#DIV/0! costs: the total is 0, nothing can be divided by it"],
    ["ROMI", [column(0.1, 0.2, -0.3), 400], "#DIV/0! costs: the total is 0, nothing can be divided by it"],
    ["ROMI", [-1, 400], "#VALUE! costs: the total is -1; expected 0 or more"],
    ["ROMI", [100, 400, 30], "#VALUE! margin: found 30; expected a share of at most 1 (25 % is 0.25)"],
    ["ROAS", [0, 5], "#DIV/0! costs: the total is 0, nothing can be divided by it"],
    ["ROAS", [-1, 5], "#VALUE! costs: the total is -1; expected 0 or more"],
    ["AD_SPEND_SHARE", [10, 0], "#DIV/0! revenue: the total is 0, nothing can be divided by it"],
    ["AD_SPEND_SHARE", [10, column(5, -6)], "#VALUE! revenue: the total is -1; expected 0 or more"],
    ["AD_SPEND_SHARE", [-1, -6], "#VALUE! costs: the total is -1; expected 0 or more"],
    ["CAC", [column(1e308, 1e308), 1], "#VALUE! The result is too large for a number"],
  ])("%s%j fails", (name, args, message) => expect(failureOf(name, ...args)).toBe(message));

  test("a hair below 0 is 0, more is not", () => {
    expect(valueOf("AD_SPEND_SHARE", -1e-9, 5)).toBe(0);
    expect(valueOf("AD_SPEND_SHARE", 1e-9, 5)).toBe(0);
    expect(failureOf("AD_SPEND_SHARE", -1.1e-9, 5)).toMatch(/^#VALUE!/);
    expect(valueOf("AD_SPEND_SHARE", 2e-9, 5)).toBeCloseTo(4e-10, 20);
  });

  test("they are one thing seen from three sides", () => {
    const money = fc.integer({ min: 1, max: 1e7 });
    fc.assert(fc.property(money, money, (costs, revenue) => {
      const roas = valueOf("ROAS", costs, revenue) as number;
      expect((valueOf("AD_SPEND_SHARE", costs, revenue) as number) * roas).toBeCloseTo(1, 9);
      expect((valueOf("ROMI", costs, revenue) as number) + 1).toBeCloseTo(roas, 6);
    }));
  });
});

describe("revenue churn", () => {
  test.each([
    [[100, 10], 0.1],
    [[100, 10, 5], 0.15],
    [[100, 10, null, 4], 0.06],
    [[100, 60, 40], 1],
    [[0.3, 0.1, 0.2], 1],
    [[100, 0, 0, 150], -1.5],
  ])("%j is %d", (args, expected) => expect(valueOf("REVENUE_CHURN", ...args)).toBeCloseTo(expected, 12));
  test.each([
    [[100, 60, 50], "#VALUE! churned: 110 was churned and contracted; expected at most the 100 at the start"],
    [[0, 1], "#VALUE! churned: 1 was churned and contracted; expected at most the 0 at the start"],
    [[0, 1e-9], "#DIV/0! at_start: the total is 0, nothing can be divided by it"],
    [[0, 1.1e-9], "#VALUE! churned: 1.1e-9 was churned and contracted; expected at most the 0 at the start"],
    [[0, 0], "#DIV/0! at_start: the total is 0, nothing can be divided by it"],
    [[100, -1], "#VALUE! churned: found -1; expected a number, 0 or more"],
    [[100, 1, 1, -1], "#VALUE! expansion: found -1; expected a number, 0 or more"],
  ])("%j fails", (args, message) => expect(failureOf("REVENUE_CHURN", ...args)).toBe(message));
});

describe("payback and churn of customers", () => {
  test.each([
    ["PAYBACK_PERIOD", [0, 100], 0],
    ["PAYBACK_PERIOD", [0, -5], 0],
    ["PAYBACK_PERIOD", [1000, 100], 10],
    ["PAYBACK_PERIOD", [200, 50, 0.5], 8],
    ["CUSTOMER_CHURN", [100, 5], 0.05],
    ["CUSTOMER_CHURN", [100, 100], 1],
    ["CUSTOMER_CHURN", [100, 6, 140], 0.05],
    ["CUSTOMER_CHURN", [0, 1e-9, 1], 2e-9],
  ])("%s%j is %d", (name, args, expected) => expect(valueOf(name, ...args)).toBeCloseTo(expected, 12));
  test.each([
    ["PAYBACK_PERIOD", [100, 0], "#N/A The profit per month is 0, so the cost is never returned"],
    ["PAYBACK_PERIOD", [100, 50, -0.5], "#N/A The profit per month is -25, so the cost is never returned"],
    ["CUSTOMER_CHURN", [100, 101], "#VALUE! lost: found 101; expected at most the 100 customers at the start"],
    ["CUSTOMER_CHURN", [0, 0], "#DIV/0! at_start: the total is 0, nothing can be divided by it"],
  ])("%s%j fails", (name, args, message) => expect(failureOf(name, ...args)).toBe(message));
});

test("the sentences are Russian in Russian", () => {
  const answers = [run("CAC_LAGGED", [column(1), column(1), 3], "ru"), run("REVENUE_CHURN", [100, 60.5, 50], "ru"), run("LTV", [50, 0.5, 0], "ru")];
  expect(answers.map((answer) => ("failure" in answer ? answer.failure.message : ""))).toEqual([
    "lag: при сдвиге 3 не остаётся ни одного периода: всего их 1",
    "churned: ушло и сократилось 110,5; нужно не больше, чем было на начало: 100",
    "churn: отток и дисконт равны 0: клиент не уйдёт никогда; задайте months",
  ]);
});
