/** The worked history of the contract (functions.md 12), and the rules that surprise. */
import { column, failureOf, run, valueOf } from "../catalogue/run";

const ROWS: readonly (readonly [string, string, string])[] = [
  ["A", "Lead", "2026-01-05"], ["A", "Call", "2026-01-08"], ["A", "Offer", "2026-01-15"], ["A", "Won", "2026-01-25"],
  ["B", "Lead", "2026-01-06"], ["B", "Call", "2026-01-10"], ["B", "Lost", "2026-01-20"],
  ["C", "Lead", "2026-01-10"], ["C", "Offer", "2026-01-14"], ["C", "Won", "2026-02-03"],
  ["D", "Lead", "2026-01-12"], ["D", "Call", "2026-01-13"], ["D", "Lead", "2026-01-16"], ["D", "Call", "2026-01-20"], ["D", "Offer", "2026-01-30"],
  ["E", "Lead", "2026-01-20"],
  ["F", "Call", "2026-02-01"], ["F", "Lost", "2026-02-05"],
];
const log = (rows: readonly (readonly unknown[])[] = ROWS): unknown[][][] => [0, 1, 2].map((c) => rows.map((row) => [row[c]]));
const ORDER = column("Lead", "Call", "Offer", "Won");
const LOST = column("Lost");
const counts = (rows: readonly (readonly unknown[])[], options = "", asOf: unknown = null): unknown[] => (valueOf("FUNNEL_COUNTS", ...log(rows), ORDER, LOST, asOf, options) as unknown[][]).flat();

describe("counts", () => {
  test.each([
    ["", [6, 5, 3, 2]], ["reach=visited", [5, 4, 3, 2]], ["reach=strict", [5, 3, 2, 1]], ["count=lost", [0, 2, 0, 0]], ["count=open", [1, 0, 1, 0]],
    ["window=0", [6, 1, 0, 0]], ["reach=visited; window=8", [5, 4, 1, 0]], ["count=lost; window=0; reach=strict", [0, 2, 0, 0]],
    ["count=lost; basis=period; from=2026-02-01", [0, 1, 0, 0]], ["count=open; basis=period; from=2026-01-25", [0, 0, 1, 0]],
    ["count=lost; from=2026-01-01; to=2026-01-07", [0, 1, 0, 0]], ["basis=period; from=2026-02-01; to=2026-03-01", [1, 1, 0, 1]],
  ])("%j", (options, expected) => expect(counts(ROWS, options)).toEqual(expected));

  test("a deal that was only ever lost is not in the funnel", () => expect(counts([["X", "Lost", "2026-01-01"]])).toEqual([0, 0, 0, 0]));
  test("a reopened deal is judged by its last row", () => {
    const rows = [["X", "Lead", "2026-01-01"], ["X", "Lost", "2026-01-02"], ["X", "Call", "2026-01-03"]];
    expect(counts(rows, "count=open")).toEqual([0, 1, 0, 0]);
    expect(counts(rows, "count=lost")).toEqual([0, 0, 0, 0]);
    expect(counts(rows, "count=lost", "2026-01-02")).toEqual([1, 0, 0, 0]);
  });
  test("a deal is lost from the last stage before the loss, not from its furthest", () => {
    expect(counts([["X", "Offer", "2026-01-01"], ["X", "Call", "2026-01-02"], ["X", "Lost", "2026-01-03"]], "count=lost")).toEqual([0, 1, 0, 0]);
  });
  test("equal times go in funnel order, lost last", () => {
    const rows = [["X", "Lost", 46000], ["X", "Offer", 46000], ["X", "Lead", 46000], ["X", "Call", 46000]];
    expect(counts(rows, "reach=strict")).toEqual([1, 1, 1, 0]);
    expect(counts(rows, "count=lost")).toEqual([0, 0, 1, 0]);
  });
  test("an unknown stage fails even after as_of", () => {
    expect(failureOf("FUNNEL_COUNTS", ...log([["X", "Lead", 46000], ["X", "Demo", 47000]]), ORDER, LOST, 46001)).toMatch(/stages, row 2: found the stage "Demo"/);
  });
  test.each([48, 49, 200])("a deal with %d entries in no order, some at the same time, is read as in order", (entries) => {
    const rows = Array.from({ length: entries }, (_, i) => ["X", ["Lead", "Call", "Offer"][(i * 7 + (i >> 2)) % 3]!, 46000 + (((i + 1) * 7919) % Math.floor(entries * 0.8))]);
    const place = (stage: unknown): number => ["Lead", "Call", "Offer"].indexOf(stage as string);
    const inOrder = [...rows].sort((a, b) => (a[2] as number) - (b[2] as number) || place(a[1]) - place(b[1]));
    // Deals of one stay each: what the long one is made of, written by hand.
    const stays = inOrder.flatMap(([, stage, date], i) => (i > 0 && inOrder[i - 1]![1] === stage ? [] : [{ stage, date: date as number }]));
    const days = (stage: string): number => stays.reduce((total, stay, i) => total + (stay.stage === stage && i + 1 < stays.length ? stays[i + 1]!.date - stay.date : 0), 0);
    for (const stage of ["Lead", "Call", "Offer"]) expect(valueOf("STAGE_TIME", ...log(rows), ORDER, LOST, stage, "sum", null, "visits=each")).toBe(days(stage));
  });
});

describe("times", () => {
  const time = (...more: unknown[]) => valueOf("STAGE_TIME", ...log(), ORDER, LOST, ...more);
  test("the same stage twice in a row is one entry", () => {
    const rows = [["X", "Lead", 46000], ["X", "Lead", 46005], ["X", "Call", 46010]];
    expect(valueOf("STAGE_TIME", ...log(rows), ORDER, LOST, "Lead", "mean", null, "visits=each")).toBe(10);
  });
  test.each([
    [["Lead", "sum"], 16], [["Lead", "min"], 3], [["Lead", "max"], 5], [["Call", "p12,5"], 5.125], [["Lead", "count", "2026-02-10", "open=age"], 5],
    [["Lead", "count", "2026-02-10", "open=censor"], 5], [["Offer", "median", "2026-02-10", "open=censor"], 20], [["Offer", "p40", "2026-02-10", "open=censor"], 20],
    [["Offer", "p30", "2026-02-10", "open=censor"], 10], [["Lead", "mean", null, "visits=each"], 3.2], [["Lead", "mean", null, "from=2026-01-12; to=2026-01-13"], 5],
    [["Lead", "sum", null, "basis=period; from=2026-01-01; to=2026-01-14"], 8],
  ])("%j is %d", (args, expected) => expect(time(...args)).toBeCloseTo(expected, 12));
  test("zero days count", () => expect(valueOf("STAGE_TIME", ...log([["X", "Lead", 46000], ["X", "Call", 46000]]), ORDER, LOST, "Lead")).toBe(0));
  test("an open stay that began after as_of in the same day has no negative length", () => {
    expect(valueOf("STAGE_TIME", ...log([["X", "Lead", 46000.5]]), ORDER, LOST, "Lead", "mean", 46000, "open=age")).toBe(0);
  });
  test("a percentile that is not reached is #N/A", () => expect(failureOf("STAGE_TIME", ...log(), ORDER, LOST, "Lead", "p90", "2026-02-10", "open=censor")).toMatch(/^#N\/A/));
  test("nothing finished: #N/A, also for the count, and blank in the column", () => {
    const rows = log([["X", "Lead", 46000]]);
    expect(failureOf("STAGE_TIME", ...rows, ORDER, LOST, "Lead", "count")).toMatch(/^#N\/A/);
    expect(valueOf("STAGE_TIME", ...rows, ORDER, LOST, null, "count")).toEqual(column("", "", "", ""));
    expect(failureOf("STAGE_TIME", ...rows, ORDER, LOST, "Lead", "median")).toMatch(/^#N\/A/);
    expect(valueOf("STAGE_TIME", ...rows, ORDER, LOST)).toEqual(column("", "", "", ""));
  });
  test("from stage to stage", () => {
    expect(valueOf("TIME_TO_CONVERT", ...log(), ORDER, LOST, "Call", "Lost")).toBe(7);
    expect(valueOf("TIME_TO_CONVERT", ...log(), ORDER, LOST, null, null, "count", null, "window=20")).toBe(1);
    expect(failureOf("TIME_TO_CONVERT", ...log(), ORDER, LOST, null, null, "count", null, "from=2027-01-01")).toMatch(/^#N\/A/);
    expect(failureOf("TIME_TO_CONVERT", ...log(), ORDER, LOST, "Lost")).toMatch(/from_stage: found "Lost"/);
  });
  test("a window is inclusive, up to the last bits", () => {
    const passed = (days: number, window: number) => {
      const rows = log([["X", "Lead", 46000], ["X", "Won", 46000 + days]]);
      return run("TIME_TO_CONVERT", [...rows, ORDER, LOST, null, null, "count", null, `window=${window}`]);
    };
    expect(passed(10, 10)).toEqual({ value: 1 });
    expect(passed(10 + 1e-9, 10)).toEqual({ value: 1 });
    expect(passed(10 + 1 / 86_400, 10)).toHaveProperty("failure");
    expect(counts([["X", "Lead", 46000], ["X", "Won", 46010]], "window=10")).toEqual([1, 1, 1, 1]);
    expect(counts([["X", "Lead", 46000], ["X", "Won", 46010 + 1 / 86_400]], "window=10")).toEqual([1, 0, 0, 0]);
  });
  test("a deal is stuck after its limit, not on it", () => {
    const stuck = (days: number) => (valueOf("STALE_DEALS", ...log([["X", "Lead", 46000]]), ORDER, LOST, 10, 46000 + days) as unknown[][]).length - 1;
    expect([9, 10, 10 + 1e-10, 10 + 1 / 86_400, 11].map(stuck)).toEqual([0, 0, 0, 1, 1]);
  });
  test("stuck deals: the oldest first, then by id in the order of code points", () => {
    const rows = [["b", "Lead", 46000], ["a", "Lead", 46000], ["Z", "Call", 46000], ["é", "Lead", 46000], [7, "Lead", 45999], ["w", "Won", 45000], ["l", "Lost", 45000]];
    expect(valueOf("STALE_DEALS", ...log(rows), ORDER, LOST, 0, 46010)).toEqual([
      ["Deal", "Stage", "Since", "Days", "Limit"],
      [7, "Lead", 45999, 11, 0], ["Z", "Call", 46000, 10, 0], ["a", "Lead", 46000, 10, 0], ["b", "Lead", 46000, 10, 0], ["é", "Lead", 46000, 10, 0],
    ]);
  });
  test("an id is shown without its extra white space, whichever of its rows stands first; its case is kept", () => {
    const rows = [["D  1 ", "Lead", 46000], ["\u00a0D 1", "Call", 46001], ["d 1", "Lead", 46002]];
    const shown = [["Deal", "Stage", "Since", "Days", "Limit"], ["D 1", "Call", 46001, 9, 0], ["d 1", "Lead", 46002, 8, 0]];
    expect(valueOf("STALE_DEALS", ...log(rows), ORDER, LOST, 0, 46010)).toEqual(shown);
    expect(valueOf("STALE_DEALS", ...log([...rows].reverse()), ORDER, LOST, 0, 46010)).toEqual(shown);
  });
});

test("equal lengths that differ in their last bits are ties", () => {
  const rows = [["A", "Lead", 46000], ["A", "Call", 46005 + 5 / 24], ["B", "Lead", 46100 + 2 / 24]];
  expect(failureOf("STAGE_TIME", ...log(rows), ORDER, LOST, "Lead", "p80", 46105 + 7 / 24, "open=censor")).toMatch(/^#N\/A/);
});

describe("length of deals", () => {
  test("deals not known yet are no deals, too few closed ones no percentile", () => {
    expect(failureOf("SALES_CYCLE", column(46000), column(46010), null, null, null, "count", 45000)).toMatch(/^#N\/A There are no deals/);
    expect(failureOf("SALES_CYCLE", column(46000, 46000), column(46010, null), null, null, null, "p80", 46030, "open=censor")).toMatch(/^#N\/A Too few deals/);
  });
  const created = column(46000, 46000, 46000, 46000);
  const closed = column(46010, 46020, null, 54789);
  const stages = column("Won", "Lost", "Lead", "Offer");
  test.each([
    [[null, null, null, "mean", null, ""], 15],
    [[stages, ORDER, LOST, "mean", null, ""], 10],
    [[stages, ORDER, LOST, "mean", null, "outcome=lost"], 20],
    [[stages, ORDER, LOST, "count", null, "outcome=closed"], 2],
    [[stages, ORDER, LOST, "count", 46030, "outcome=closed; open=age"], 4],
    [[stages, ORDER, LOST, "mean", 46015, "outcome=closed; open=age"], 13.75],
    [[stages, ORDER, LOST, "count", null, "outcome=closed; basis=period; from=46015; to=46030"], 1],
    [[stages, ORDER, LOST, "median", 46030, "outcome=closed; open=censor"], 20],
    [[null, null, null, "mean", 46010, "basis=period; open=age"], 10],
  ])("%j is %d", (args, expected) => expect(valueOf("SALES_CYCLE", created, closed, ...args)).toBe(expected));
  test("the forecast of an open deal does not move as_of", () => {
    expect(valueOf("SALES_CYCLE", column(46000, 46000), column(46010, 50000), column("Won", "Lead"), ORDER, LOST, "max", null, "outcome=closed; open=age")).toBe(10);
  });
  test("what lies after as_of is not known: deals created or closed later, and rows that contradict themselves there", () => {
    const count = (begun: number, ended: number | null, asOf: number, options: string) => run("SALES_CYCLE", [column(46000, begun), column(46001, ended), column("Won", ended === null ? "Lead" : "Won"), ORDER, LOST, "count", asOf, options]);
    expect(count(46020, 46030, 46025, "")).toEqual({ value: 1 });
    expect(count(46020, 46025, 46025, "")).toEqual({ value: 2 });
    expect(count(46020, 46026, 46025, "outcome=closed; open=age; basis=cohort")).toEqual({ value: 2 });
    expect(count(46026, null, 46025, "outcome=closed; open=age; basis=cohort")).toEqual({ value: 1 });
    expect(count(46025, null, 46025, "outcome=closed; open=age; basis=cohort")).toEqual({ value: 2 });
    expect(count(46026, 46020, 46025, "")).toEqual({ value: 1 }); // closed before it was created, but not known yet
    expect(count(46025, 46020, 46025, "")).toHaveProperty("failure");
    expect(count(46020, 46020 - 1e-10, 46025, "")).toEqual({ value: 2 }); // the same moment, up to the last bits
  });
  test("the age of an open deal runs to the latest date of the data, whichever column it is in", () => {
    const age = (created: readonly number[], closed: readonly (number | null)[]) => valueOf("SALES_CYCLE", column(...created), column(...closed), null, null, null, "max", null, "open=age; basis=cohort");
    expect(age([46000, 46005], [null, 46030])).toBe(30);
    expect(age([46000, 46040], [null, null])).toBe(40);
  });
  test("open deals need outcome=closed", () => expect(failureOf("SALES_CYCLE", created, closed, stages, ORDER, LOST, "mean", null, "open=censor")).toMatch(/CONVERSION_CURVE/));
});
