/**
 * Why there is no value. Three ways to fail, and no other:
 * - `input`: the question is wrong (#VALUE!),
 * - `answer`: the data cannot answer (#N/A),
 * - `division`: the denominator is zero (#DIV/0!).
 *
 * The list is closed; the sentences for people are in catalogue/problems.ts.
 */
export const PROBLEMS = {
  // reading arguments
  expected: "input",
  missing: "input",
  tooMany: "input",
  heights: "input",
  duplicate: "input",
  unknownStage: "input",
  unknownOption: "input",
  badOption: "input",
  repeatedOption: "input",
  notAnOption: "input",
  rangeTooLarge: "input",
  tooLarge: "input",
  outOfLimits: "input",
  // conditions between arguments
  fromNotBeforeTo: "input",
  needsArgument: "input",
  tooFewNumbers: "input",
  tooFewStages: "input",
  tooFewNames: "input",
  inOrderAndLost: "input",
  moreLostThanEntered: "input",
  moreLostThanAtStart: "input",
  negativeTotal: "input",
  notInOrder: "input",
  notLater: "input",
  noStatisticWithCensor: "input",
  openNeedsClosed: "input",
  outcomeNeedsStages: "input",
  closedBeforeCreated: "input",
  closedMissing: "input",
  targetIsBaseline: "input",
  // flow, significance, churn: bad input
  twoOfThree: "input",
  // cost, value, change: bad input
  moreRevenueLost: "input",
  factorCount: "input",
  convertedWithoutBase: "input",
  // cohorts, forecasts, quality: bad input
  tableTooLarge: "input",
  aboveTotal: "input",
  noRows: "input",
  // pace, backward plan, people: bad input
  aboveLimit: "input",
  noLimits: "input",
  notOneLess: "input",
  noSuchDate: "input",
  endBeforeStart: "input",
  notTwelve: "input",
  // tables of the plan: bad input
  noHeader: "input",
  missingColumn: "input",
  twoColumns: "input",
  needsAsOf: "input",
  targetOnWrongSide: "input",
  upperBelowTarget: "input",
  // the data cannot answer
  blankActual: "answer",
  neverPaysBack: "answer",
  lostAmountsZero: "answer",
  lostStageUnknown: "answer",
  wonHasNoTime: "answer",
  nothingFinished: "answer",
  percentileNotReached: "answer",
  tooFewClosed: "answer",
  noDeals: "answer",
  nobodyConverted: "answer",
  noWonDeals: "answer",
  // flow, significance, churn: no answer
  nobodyLeft: "answer",
  noLostDeals: "answer",
  // cost, value, change: no answer
  lagTooLong: "answer",
  targetReached: "answer",
  lmdiNeedsPositive: "answer",
  // cohorts, forecasts, quality: no answer
  noDealsInPeriod: "answer",
  tooFewValues: "answer",
  // pace, backward plan, people: no answer
  notStarted: "answer",
  // tables of the plan: no answer
  noGoals: "answer",
  goalNotFound: "answer",
  severalGoals: "answer",
  nothingExpected: "answer",
  levelHasNoPace: "answer",
  rangeHasNoValue: "answer",
  noCheckins: "answer",
  checkinsLater: "answer",
  // the denominator is zero
  zeroTotal: "division",
  zeroFirst: "division",
  noDecidedDeals: "division",
  noWonDealsToDivide: "division",
  zeroPlan: "division",
  zeroConversion: "division",
  zeroDealSize: "division",
  // flow, significance, churn: division
  zeroStage: "division",
  // cost, value, change: division
  noCostsToSpread: "division",
  endlessLife: "division",
  // cohorts, forecasts, quality: division
  zeroSeasonIndex: "division",
  zeroAverage: "division",
  // pace, backward plan, people: division
  zeroDivisor: "division",
  noDaysLeft: "division",
  noWorkingDays: "division",
  zeroSeason: "division",
  // tables of the plan: division
} as const satisfies Record<string, "input" | "answer" | "division">;

export type Problem = keyof typeof PROBLEMS;

/** What a sentence may name. `index` is the position among the data rows; the catalogue turns it into a row of the range. */
export type Details = {
  readonly argument?: string;
  readonly index?: number;
  readonly row?: number;
  /** The header of a column of a table, as written. */
  readonly column?: string;
  readonly found?: unknown;
  readonly expected?: string;
  readonly list?: readonly string[];
  readonly other?: unknown;
  /** Several cells of a table, each with its row where that matters. */
  readonly cells?: readonly { readonly found: unknown; readonly row?: number }[];
};

/** Where the engine keeps how many calls an error notes; not all do. */
const traces: object & { stackTraceLimit?: number } = Error as object;

/** Tells of the data of the user, not of a defect: it notes no calls, which takes as long as a metric over thousands of rows. */
export class MetricError extends Error {
  constructor(
    readonly problem: Problem,
    readonly details: Details = {},
  ) {
    const limit = traces.stackTraceLimit;
    if (limit !== undefined) traces.stackTraceLimit = 0;
    super(problem);
    if (limit !== undefined) traces.stackTraceLimit = limit;
    this.name = "MetricError";
  }
}
