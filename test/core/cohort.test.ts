/** Cohorts: what is known when, which cells are over, and a slow re-computation on random rows. */
import fc from "fast-check";
import { cohortConversion } from "../../src/core/cohort";
import { periodOfDate, type PeriodLength } from "../../src/core/period";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const day = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25569;
const rows = (name: string, ...args: readonly unknown[]): unknown[][] => (valueOf(name, ...args) as unknown[][]).slice(1);

describe("conversion by cohort", () => {
  const created = column("2026-01-05", "2026-01-20", "2026-01-31", "2026-02-03", "2026-02-28");
  const won = column("2026-01-15", "2026-03-02", null, "2026-02-20", null);
  const conversion = (...more: readonly unknown[]) => rows("COHORT_CONVERSION", created, won, ...more);

  test("a period counts when its last day is over at the end of the as_of day, whatever the time", () => {
    expect(conversion("2026-02-28")).toEqual([["2026-01", 3, 1 / 3, 1 / 3], ["2026-02", 2, 0.5, ""]]);
    expect(conversion("2026-02-28 00:01")).toEqual(conversion("2026-02-28"));
    expect(conversion("2026-02-27")).toEqual([["2026-01", 3, 1 / 3], ["2026-02", 1, ""]]);
  });
  test("as_of left out: the latest date of either column", () => {
    expect(conversion()).toEqual(conversion("2026-03-02"));
    expect(rows("COHORT_CONVERSION", column("2026-01-05", "2026-03-31"), column("2026-01-06", null))).toEqual([["2026-01", 1, 1, 1, 1], ["2026-03", 1, 0, "", ""]]);
  });
  test("deals and wins after as_of are not known, not even that they contradict themselves", () => {
    expect(rows("COHORT_CONVERSION", column("2026-01-05", "2026-03-05"), column("2026-02-01", "2026-03-01"), "2026-01-31")).toEqual([["2026-01", 1, 0]]);
    expect(rows("COHORT_CONVERSION", column(day("2026-01-05"), day("2026-01-31") + 0.9), column(null, day("2026-01-31") + 0.95), "2026-01-31")).toEqual([["2026-01", 2, 0.5]]);
    expect(rows("COHORT_CONVERSION", column("2026-01-05", "2026-02-01"), column(null, null), "2026-01-31")).toEqual([["2026-01", 1, 0]]);
  });
  test("a cohort that is not over itself is listed without shares", () => {
    expect(run("COHORT_CONVERSION", [created, won, "2026-01-30"])).toEqual({ value: [["Cohort", "Size", 0], ["2026-01", 2, ""]] });
  });
  test("periods without deals are no cohorts, but ages run on", () => {
    expect(rows("COHORT_CONVERSION", column("2026-01-05", "2026-03-05"), column("2026-03-01", "2026-03-06"), "2026-03-31")).toEqual([["2026-01", 1, 0, 0, 1], ["2026-03", 1, 1, "", ""]]);
  });
  test("from and to choose by creation", () => {
    expect(conversion("2026-03-31", "from=2026-01-20; to=2026-02-03")).toEqual([["2026-01", 2, 0, 0, 0.5]]);
    expect(conversion("2026-03-31", "from=2026-02-03")).toEqual([["2026-02", 2, 0.5, 0.5]]);
  });
  test.each([
    ["week", [["2026-W01", 1, 0, 1], ["2026-W02", 1, 1, ""]]],
    ["year", [["2026", 2, ""]]],
  ])("period=%s", (period, expected) => {
    expect(rows("COHORT_CONVERSION", column("2026-01-04", "2026-01-05"), column("2026-01-05", "2026-01-11"), "2026-01-11", `period=${period}`)).toEqual(expected);
  });
  test("period=day", () => {
    expect(run("COHORT_CONVERSION", [column("2026-01-04", "2026-01-05"), column("2026-01-05", "2026-01-06"), null, "period=day"])).toEqual({
      value: [["Cohort", "Size", 0, 1, 2], ["2026-01-04", 1, 0, 1, 1], ["2026-01-05", 1, 0, 1, ""]],
    });
  });
  test("won before it was created: a failure with its row, or left out", () => {
    const [from, to] = [column("Created", "2026-01-05", "2026-01-06"), column("Won", "2026-01-05", "2026-01-05")];
    expect(failureOf("COHORT_CONVERSION", from, to)).toBe("#VALUE! won, row 3: found a date before created; expected a later one, or negative=skip in options");
    expect(rows("COHORT_CONVERSION", from, to, "2026-01-31", "negative=skip")).toEqual([["2026-01", 1, 1]]);
    expect(failureOf("COHORT_CONVERSION", from, to, null, "to=2026-01-06")).toMatch(/row 3/);
    expect(rows("COHORT_CONVERSION", column(46030), column(46030 - 1e-10), 46053)).toEqual([["2026-01", 1, 1]]);
    expect(rows("COHORT_CONVERSION", column(day("2026-02-01")), column(day("2026-02-01") - 9e-10), "2026-02-28")).toEqual([["2026-02", 1, 1]]);
  });
  test("several such deals are left out together, and the columns stay as they were", () => {
    const [created, won] = [["2026-01-06", "2026-01-07", "2026-01-08"].map(day), ["2026-01-05", "2026-01-05", "2026-01-09"].map(day)];
    const columns = [Float64Array.from(created), Float64Array.from(won)] as const;
    expect(cohortConversion(...columns, day("2026-01-31"), "skip", { length: "month", period: { from: null, to: null } })).toEqual([{ label: "2026-01", size: 1, shares: [1] }]);
    expect(columns.map((list) => [...list])).toEqual([created, won]);
  });
  test("from 2050 on it is not won", () => expect(rows("COHORT_CONVERSION", column("2026-01-05"), column("2050-01-01"), "2026-01-31")).toEqual([["2026-01", 1, 0]]));
  test("no deals", () => {
    const nothing = "#N/A created: there are no deals or customers that began in the period";
    expect(failureOf("COHORT_CONVERSION", column("2026-01-05"), column(null), "2026-01-04")).toBe(nothing);
    expect(failureOf("COHORT_CONVERSION", column("2026-01-05"), column(null), null, "from=2026-01-06")).toBe(nothing);
    expect(failureOf("COHORT_CONVERSION", column(null), column(null))).toBe(nothing);
  });
  test("a table that no sheet takes in is refused", () => {
    const days = column(...Array.from({ length: 3000 }, (_, i) => 45000 + i));
    expect(failureOf("COHORT_CONVERSION", days, column(...Array.from({ length: 3000 }, () => null)), null, "period=day")).toBe("#VALUE! The table would have 9000000 cells; choose a longer period or step");
  });
  test("headers in Russian", () => {
    const answer = run("COHORT_CONVERSION", [created, won, "2026-01-31"], "ru");
    expect("value" in answer && (answer.value as unknown[][])[0]).toEqual(["Когорта", "Размер", 0]);
  });
});

describe("retention by cohort", () => {
  const customers = column("a", "a", "b", "b", "c", "a");
  const dates = column("2026-01-03", "2026-02-10", "2026-01-09", "2026-03-01", "2026-02-02", "2026-01-28");
  const retention = (...more: readonly unknown[]) => rows("COHORT_RETENTION", customers, dates, ...more);

  test("the period at hand does not count; as_of left out is the latest date", () => {
    expect(retention()).toEqual([["2026-01", 2, 1, 0.5], ["2026-02", 1, 1, ""]]);
    expect(retention("2026-03-31")).toEqual([["2026-01", 2, 1, 0.5, 0.5], ["2026-02", 1, 1, 0, ""]]);
  });
  test("from and to are about the first activity ever, not about the first in the period", () => {
    expect(retention("2026-03-31", "from=2026-01-04")).toEqual([["2026-01", 1, 1, 0, 1], ["2026-02", 1, 1, 0, ""]]);
    expect(retention("2026-03-31", "from=2026-01-03; to=2026-01-09")).toEqual([["2026-01", 1, 1, 1, 0]]);
  });
  test("activities after as_of are not known", () => {
    expect(retention("2026-01-31")).toEqual([["2026-01", 2, 1]]);
    expect(rows("COHORT_RETENTION", column("a", "b"), column(day("2026-01-31") + 0.99, "2026-02-01"), "2026-01-31")).toEqual([["2026-01", 1, 1]]);
  });
  test("a customer active twice in a period counts once, ids keep their case", () => {
    expect(rows("COHORT_RETENTION", column("a", "a", "A", " a"), column("2026-01-03", "2026-01-04", "2026-01-04", "2026-02-01"), "2026-02-28")).toEqual([["2026-01", 2, 1, 0.5]]);
  });
  test("period=quarter", () => expect(retention("2026-06-30", "period=quarter")).toEqual([["2026-Q1", 3, 1, 0]]));
  test("nobody", () => {
    expect(failureOf("COHORT_RETENTION", column("a"), column("2026-01-03"), "2026-01-02")).toBe("#N/A customers: there are no deals or customers that began in the period");
    expect(failureOf("COHORT_RETENTION", column(null), column(null))).toBe("#N/A customers: there are no deals or customers that began in the period");
  });
});

const LENGTHS: readonly PeriodLength[] = ["month", "week", "quarter", "day", "year"];
const START = day("2025-11-20");

/** Members of each cohort, and who did what in which period, by plain lists. */
function slowly(events: readonly (readonly [who: string, began: number, at: number | null])[], length: PeriodLength, asOf: number, cumulative: boolean): unknown[][] {
  const period = (date: number) => periodOfDate(date, length);
  const full = period(Math.floor(asOf) + 1) - 1;
  const beginnings = new Map(events.map(([who, began]) => [who, began]));
  const cohorts = [...new Set([...beginnings.values()].map(period))].sort((a, b) => a - b);
  return cohorts.map((cohort) => {
    const members = [...beginnings].filter(([, began]) => period(began) === cohort).map(([who]) => who);
    const ages = Array.from({ length: Math.max(0, full - cohorts[0]!) + 1 }, (_, age) => {
      if (cohort + age > full) return "";
      return members.filter((who) => events.some(([each, , at]) => each === who && at !== null && (cumulative ? period(at) <= cohort + age : period(at) === cohort + age))).length / members.length;
    });
    return [members.length, ...ages];
  });
}

test("random deals: as re-computed slowly, in any order", () => {
  const deal = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.option(fc.integer({ min: 0, max: 100 })));
  fc.assert(fc.property(fc.array(deal, { minLength: 1, maxLength: 30 }), fc.constantFrom(...LENGTHS), fc.integer({ min: 150, max: 200 }), (deals, length, until) => {
    const asOf = START + until;
    const dated = deals.map(([from, days], i) => [String(i), START + from, days === null || from + days > until ? null : START + from + days] as const);
    const table = (list: typeof dated) => rows("COHORT_CONVERSION", column(...list.map(([, from]) => from)), column(...list.map(([, , to]) => to)), asOf, `period=${length}`);
    expect(table(dated).map((row) => row.slice(1))).toEqual(slowly(dated, length, asOf, true));
    expect(table([...dated].reverse())).toEqual(table(dated));
  }), { numRuns: 200 });
});

test("random activities: as re-computed slowly, in any order", () => {
  const activity = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 0, max: 150 }));
  fc.assert(fc.property(fc.array(activity, { minLength: 1, maxLength: 40 }), fc.constantFrom(...LENGTHS), fc.integer({ min: 150, max: 200 }), (list, length, until) => {
    const asOf = START + until;
    const events = list.map(([who, at]) => [who, START + Math.min(...list.filter(([each]) => each === who).map(([, date]) => date)), START + at] as const);
    const table = (each: typeof events) => rows("COHORT_RETENTION", column(...each.map(([who]) => who)), column(...each.map(([, , at]) => at)), asOf, `period=${length}`);
    expect(table(events).map((row) => row.slice(1))).toEqual(slowly(events, length, asOf, false));
    expect(table([...events].reverse())).toEqual(table(events));
  }), { numRuns: 200 });
});
