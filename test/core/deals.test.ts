import { column, failureOf, valueOf } from "../catalogue/run";

const ORDER = column("Lead", "Call", "Offer", "Won");
const LOST = column("Lost");

describe("win rate", () => {
  const stages = column("Won", "Lost", "Lead", "Won");
  test("a blank amount is allowed in rows that are not counted only", () => {
    expect(valueOf("WIN_RATE", stages, ORDER, LOST, column(100, 100, null, 100))).toBeCloseTo(2 / 3, 12);
    expect(failureOf("WIN_RATE", stages, ORDER, LOST, column(100, null, null, 100))).toMatch(/#VALUE! amounts, row 2: found a blank cell; expected an amount/);
    expect(failureOf("WIN_RATE", stages, ORDER, LOST, column(100, 100, null, 100), null, "basis=all")).toMatch(/row 3/);
  });
  test("from and to need dates, and rows without a date drop out", () => {
    expect(failureOf("WIN_RATE", stages, ORDER, LOST, null, null, "from=2026-01-01")).toMatch(/#VALUE! dates/);
    expect(valueOf("WIN_RATE", stages, ORDER, LOST, null, column(46030, 46031, null, null), "from=46030")).toBe(0.5);
    expect(valueOf("WIN_RATE", stages, ORDER, LOST, null, column(46030, 46031, null, 54789), "basis=all; from=46030")).toBe(0.5);
  });
  test("nothing decided is a division by zero", () => expect(failureOf("WIN_RATE", column("Lead"), ORDER, LOST)).toMatch(/^#DIV\/0!/));
});

describe("reached, from rows", () => {
  test("the later of stage and last stage counts, also for open and won rows", () => {
    expect(valueOf("FUNNEL_REACHED", column("Lead", "Won"), ORDER, LOST, column("Offer", "Lead"))).toEqual(column(2, 2, 2, 1));
  });
  test("a last stage must be a stage of the funnel", () => {
    expect(failureOf("FUNNEL_REACHED", column("Lost"), ORDER, LOST, column("Lost"))).toMatch(/last_stages, row 1: found the stage "Lost"; expected a stage named in order/);
  });
  test("open deals can be counted without last stages", () => {
    expect(valueOf("FUNNEL_REACHED", column("Lead", "Lost", "Won", "Call"), ORDER, LOST, null, null, "count=open")).toEqual(column(1, 1, 0, 0));
  });
});

describe("deal size", () => {
  test.each([
    [[column(100, 300, -50), null, null, null, "sum"], 350],
    [[column(100, 300, -50), null, null, null, "count"], 2],
    [[column(100, 300, -50), null, null, null, "min"], 100],
    [[column(0, 300), null, null, null, "min", "zero=skip"], 300],
    [[column(5, 6), column("Lead", "Lost"), ORDER, LOST, "count"], 0],
    [[column(0.1, 0.2, -0.3, 1)], 1 / 3],
  ])("%j is %d", (args, expected) => expect(valueOf("DEAL_SIZE", ...args)).toBeCloseTo(expected, 12));
  test("no won deals: a division for the mean, no answer for the rest", () => {
    expect(failureOf("DEAL_SIZE", column(-5))).toMatch(/^#DIV\/0!/);
    expect(failureOf("DEAL_SIZE", column(-5), null, null, null, "median")).toMatch(/^#N\/A/);
  });
  test("stages need order", () => expect(failureOf("DEAL_SIZE", column(5), column("Won"))).toMatch(/#VALUE! order/));
});

describe("new customers", () => {
  test("the first purchase is the earliest row above 0, over all rows", () => {
    expect(valueOf("NEW_CUSTOMERS", column("a", "a"), column(46000, 46040), column(0, 50), "from=46030")).toBe(1);
    expect(valueOf("NEW_CUSTOMERS", column("a", "a"), column(46000, 46040), column(10, 50), "from=46030")).toBe(0);
  });
  test("a full refund in the period removes the customer, also when the cents do not add up in binary", () => {
    expect(valueOf("NEW_CUSTOMERS", column("a", "a", "a"), column(46000, 46001, 46002), column(0.1, 0.2, -0.3))).toBe(0);
    expect(valueOf("NEW_CUSTOMERS", column("a", "a"), column(46000, 46040), column(10, -10), "to=46030")).toBe(1);
  });
});

test("drop-out may exceed 1: a period can lose more deals than entered in it", () => {
  expect(valueOf("STAGE_DROPOFF", column(7, 40), column(10, 1))).toEqual(column(10 / 7, 0.025));
  expect(valueOf("STAGE_DROPOFF", column(0, 7), column(10, 10))).toEqual(column("", 10 / 7));
});

describe("goals", () => {
  test("a conversion a hair above 1 is 1", () => expect(valueOf("REQUIRED_LEADS", 10, 1, column(1 + 1e-12))).toBe(10));
  test("a column gives a row each, blank where there is no answer", () => {
    expect(valueOf("GOAL_PROGRESS", column("Actual", 5, null, 7, 8), column("Target", 10, 10, 5, 10), 5)).toEqual(column("", 0, "", "", 0.6));
    expect(valueOf("PLAN_GAP", column(80, 5), column(100, 0), "up", "share")).toEqual(column(-0.2, ""));
  });
  test("a target missing beside an actual is named", () => expect(failureOf("GOAL_PROGRESS", column(5, 6), column(10, null))).toMatch(/#VALUE! target, row 2/));
  test("leads: each stage rounded from the bottom, once at the end, or not at all", () => {
    expect(valueOf("REQUIRED_LEADS", 10, 3, column(0.5, 0.4), null, "each")).toBe(20);
    expect(valueOf("REQUIRED_LEADS", 10, 3, column(0.5, 0.4))).toBe(17);
    expect(valueOf("REQUIRED_LEADS", 10, 3, column(0.5, 0.4), null, "none")).toBeCloseTo(16.667, 3);
    expect(valueOf("REQUIRED_LEADS", 10, 3, column(0.5, 0.4), 20)).toBe(0);
  });
  test("without conversions, or with none but blanks, leads cannot be told", () => {
    expect(failureOf("REQUIRED_LEADS", 10, 3)).toMatch(/#VALUE! conversions/);
    expect(failureOf("REQUIRED_LEADS", 10, 3, column(null, ""))).toMatch(/#VALUE! conversions/);
  });
});

describe("customers", () => {
  test("as many lost as there were, up to the last bits", () => expect(valueOf("CUSTOMER_CHURN", 0.3, 0.1 + 0.2)).toBeCloseTo(1, 12));
  test("churn against the mean of start and end", () => expect(valueOf("CUSTOMER_CHURN", 100, 5, 150)).toBe(0.04));
  test("a cost of nothing is paid back at once", () => expect(valueOf("PAYBACK_PERIOD", 0, 0)).toBe(0));
});
