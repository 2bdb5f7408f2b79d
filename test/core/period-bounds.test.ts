/** `from` and `to` of every function that has them: half-open, and dates that differ from a limit in their last bits only are on it. */
import { DATE_TOLERANCE } from "../../src/core/calendar";
import { column, valueOf } from "../catalogue/run";

const FROM = 46030;
const TO = 46040;
const OPTIONS = `from=${FROM}; to=${TO}`;
const ORDER = column("Lead", "Call", "Won");
const LOST = column("Lost");

/** What is counted where the date that the period is about is this one. */
const COUNTS: Readonly<Record<string, (date: number) => unknown>> = {
  "WIN_RATE, end": (date) => valueOf("WIN_RATE", column("Won", "Lost"), ORDER, LOST, null, column(date, FROM + 1), OPTIONS) === 0.5,
  "FUNNEL_REACHED, creation": (date) => first(valueOf("FUNNEL_REACHED", column("Lead"), ORDER, LOST, null, column(date), OPTIONS)) === 1,
  "NEW_CUSTOMERS, first purchase": (date) => valueOf("NEW_CUSTOMERS", column("a"), column(date), null, OPTIONS) === 1,
  "NEW_CUSTOMERS, refund": (date) => valueOf("NEW_CUSTOMERS", column("a", "a"), column(FROM + 1, date), column(10, -10), OPTIONS) === 0,
  "FUNNEL_COUNTS, start of the deal": (date) => counted(history([["Lead", date]]), "") === 1,
  "FUNNEL_COUNTS, entry": (date) => counted(history([["Lead", date]]), "; basis=period") === 1,
  "FUNNEL_COUNTS, entry of an open deal": (date) => counted(history([["Lead", date]]), "; basis=period; count=open") === 1,
  "FUNNEL_COUNTS, loss": (date) => counted(history([["Lead", FROM - 50], ["Lost", date]]), "; basis=period; count=lost") === 1,
  "TIME_TO_CONVERT, entry": (date) => counts(() => valueOf("TIME_TO_CONVERT", ...history([["Lead", date], ["Won", 46200]]), ORDER, LOST, null, null, "count", null, OPTIONS)),
  "STAGE_TIME, start of the deal": (date) => counts(() => valueOf("STAGE_TIME", ...history([["Lead", date], ["Won", 46200]]), ORDER, LOST, "Lead", "count", null, OPTIONS)),
  "STAGE_TIME, end of the stay": (date) => counts(() => valueOf("STAGE_TIME", ...history([["Lead", 46000], ["Won", date]]), ORDER, LOST, "Lead", "count", null, `${OPTIONS}; basis=period`)),
  "SALES_CYCLE, creation": (date) => counts(() => valueOf("SALES_CYCLE", column(date), column(46200), null, null, null, "count", null, `${OPTIONS}; basis=cohort`)),
  "SALES_CYCLE, end": (date) => counts(() => valueOf("SALES_CYCLE", column(46000), column(date), null, null, null, "count", null, `${OPTIONS}; basis=period`)),
  "SALES_CYCLE, creation of an open deal": (date) => counts(() => valueOf("SALES_CYCLE", column(date), column(null), null, null, null, "count", null, `${OPTIONS}; basis=cohort; open=age`)),
  "COHORT_CONVERSION, creation": (date) => counts(() => first((valueOf("COHORT_CONVERSION", column(date), column(null), 46400, OPTIONS) as unknown[][]).slice(1).map(([, size]) => [size]))),
  "COHORT_RETENTION, first activity": (date) => counts(() => first((valueOf("COHORT_RETENTION", column("a"), column(date), 46400, OPTIONS) as unknown[][]).slice(1).map(([, size]) => [size]))),
  "STAGE_FLOW, entry": (date) => (valueOf("STAGE_FLOW", ...history([["Lead", date]]), ORDER, LOST, null, OPTIONS) as unknown[][])[1]![2] === 1,
  "STAGE_FLOW, exit": (date) => (valueOf("STAGE_FLOW", ...history([["Lead", 46000], ["Call", date]]), ORDER, LOST, null, OPTIONS) as unknown[][])[1]![3] === 1,
};

const first = (table: unknown): unknown => (table as unknown[][])[0]![0];
const history = (rows: readonly (readonly [string, number])[]): unknown[][][] => [column(...rows.map(() => "d")), column(...rows.map(([stage]) => stage)), column(...rows.map(([, date]) => date))];
const counted = (log: unknown[][][], more: string): unknown => first(valueOf("FUNNEL_COUNTS", ...log, ORDER, LOST, null, OPTIONS + more));
/** Where there is nothing to count, some functions have no answer. */
function counts(answer: () => unknown): boolean {
  try {
    return answer() === 1;
  } catch (error) {
    expect(String(error)).toMatch(/#N\/A/);
    return false;
  }
}

describe.each(Object.keys(COUNTS))("%s", (name) => {
  test.each([
    ["the day before the first", FROM - 1, false], ["a second before the first day", FROM - 1 / 86_400, false], ["the first day, up to the last bits", FROM - DATE_TOLERANCE, true],
    ["the first day", FROM, true], ["within", FROM + 5, true], ["a second before `to`", TO - 1 / 86_400, true], ["`to`, up to the last bits", TO - DATE_TOLERANCE, false], ["`to`", TO, false], ["later", TO + 3, false],
  ])("%s", (_, date, expected) => expect(COUNTS[name]!(date)).toBe(expected));
});
