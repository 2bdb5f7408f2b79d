/** Failures that the core finds: each names the argument, what was found and what would do. */
import { MetricError } from "../../src/core/error";
import { column, failureOf } from "../catalogue/run";

const ORDER = column("Lead", "Call", "Won");
const LOST = column("Lost");
const HISTORY = [column("d", "d"), column("Lead", "Call"), column(46000, 46010), ORDER, LOST];
const CYCLE = [column(46000), column(46010), null, null, null];

test.each<[name: string, args: readonly unknown[], said: string]>([
  ["WIN_RATE", [column("Won"), ORDER, LOST, null, null, "from=2026-01-01"], "#VALUE! dates: nothing was given; it is required for from, to"],
  ["WIN_RATE", [column("Won", "Lost"), ORDER, LOST, column(5, 0)], "#N/A amounts: the amounts of lost deals (1) sum to 0, so a rate by money says nothing; leave amounts out"],
  ["FUNNEL_REACHED", [column("Lead"), ORDER, LOST, null, null, "to=2026-01-01"], "#VALUE! dates: nothing was given; it is required for from, to"],
  ["FUNNEL_REACHED", [column("Lead", "Lost"), ORDER, LOST], "#N/A stages, row 2: \"Lost\" is a lost stage and the row does not say how far the deal came; give last_stages, or use FUNNEL_COUNTS on the stage history"],
  ["FUNNEL_CONVERSION", [column(0, 5)], "#DIV/0! counts: nobody entered the first stage"],
  ["FUNNEL_CHURN", [column(0, 5)], "#DIV/0! counts: nobody entered the first stage"],
  ["FUNNEL_CHURN", [column(10, 5), column(11, null)], "#VALUE! lost_counts, row 1: found 11 lost; expected at most the 10 that entered the stage"],
  ["GOAL_PROGRESS", [5, 0], "#VALUE! baseline: the target equals the baseline (0), so there is no progress to measure; for a level to keep use KEEP_RATE"],
  ["GOAL_PROGRESS", [null, 7, 7], "#VALUE! baseline: the target equals the baseline (7), so there is no progress to measure; for a level to keep use KEEP_RATE"],
  ["GOAL_PROGRESS", [null, column(0, 7)], "#N/A actual: there is no value yet"],
  ["PLAN_GAP", [5, 0, "up", "share"], "#DIV/0! plan: the plan is 0, there is no share of it"],
  ["CONVERSION_INTERVAL", [0, 0], "#DIV/0! base: found 0; nothing can be divided by it"],
  ["CONVERSION_TEST", [0, 0, 5, 1], "#DIV/0! base_1: found 0; nothing can be divided by it"],
  ["CONVERSION_TEST", [5, 1, 0, 0], "#DIV/0! base_2: found 0; nothing can be divided by it"],
  ["SEASONAL_INDEX", [column(0, 0, 0, 0, 0, 0, 0, 0), 2], "#DIV/0! values: the values of a whole season are 0, nothing can be divided by them"],
  ["STAGE_TIME", [...HISTORY, "Lead", "min", null, "open=censor"], "#VALUE! statistic: min does not exist with open=censor; expected mean, median, a percentile or count"],
  ["STAGE_TIME", [...HISTORY, "Lead", "max", null, "open=censor"], "#VALUE! statistic: max does not exist with open=censor; expected mean, median, a percentile or count"],
  ["STAGE_TIME", [...HISTORY, "Lead", "sum", null, "open=censor"], "#VALUE! statistic: sum does not exist with open=censor; expected mean, median, a percentile or count"],
  ["STAGE_TIME", [...HISTORY, "Won"], "#N/A stage: \"Won\" is the won stage: deals do not stay in it"],
  ["STAGE_TIME", [...HISTORY, "Call"], "#N/A No stay in \"Call\" is finished"],
  ["STAGE_TIME", [...HISTORY, "Call", "median", null, "open=censor"], "#N/A No stay in \"Call\" is finished"],
  ["TIME_TO_CONVERT", [...HISTORY, "Call", "Lead"], "#VALUE! to_stage: found \"Lead\", which does not come later than \"Call\"; expected a later stage"],
  ["TIME_TO_CONVERT", [...HISTORY, "Lead", "Lead"], "#VALUE! to_stage: found \"Lead\", which does not come later than \"Lead\"; expected a later stage"],
  ["TIME_TO_CONVERT", [...HISTORY, "Lead", "Lost"], "#N/A No deal came from \"Lead\" to \"Lost\""],
  ["SALES_CYCLE", [...CYCLE, "mean", null, "outcome=won"], "#VALUE! options: outcome=won needs the arguments stages and order"],
  ["SALES_CYCLE", [...CYCLE, "mean", null, "outcome=lost"], "#VALUE! options: outcome=lost needs the arguments stages and order"],
  ["SALES_CYCLE", [column(46000), column(46010), column("Lost"), ORDER, LOST, "mean", null, "open=age; outcome=lost"], "#VALUE! options: open=age needs outcome=closed; for the chance to win with open deals use CONVERSION_CURVE"],
  ["DEAL_SIZE", [column(null, 5), column("Won", "Won"), ORDER, LOST], "#VALUE! amounts, row 1: found a blank cell; expected an amount for each won deal"],
  ["LEAD_FORECAST", [column(1, 2), 1], "#N/A values: found 2 values; expected at least 3"],
  ["LEAD_FORECAST", [column(1, 2, 3), 1, 2], "#N/A values: found 3 values; expected at least 4"],
])("%s: %j", (name, args, said) => expect(failureOf(name, ...args)).toBe(said));

test("a failure of the data notes no calls, which would take as long as a metric, and leaves it to others to note theirs", () => {
  const noted = Error.stackTraceLimit;
  const failure = new MetricError("noRows");
  expect(failure.stack).not.toMatch(/\n\s+at /);
  expect([Error.stackTraceLimit, failure.name]).toEqual([noted, "MetricError"]);
  expect(new Error("a defect").stack).toMatch(/\n\s+at /);
});
