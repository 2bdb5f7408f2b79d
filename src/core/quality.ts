/** What is wrong with a stage history: rows that cannot be read, and orders of stages that cannot be true. Nothing fails here. */
import { knownBefore } from "./calendar";
import { wonStage, type Codes, type Dates, type Funnel } from "./columns";
import { MetricError } from "./error";

/** In the order in which they are told. A row with any of the first five is not looked at for the rest. */
export const DATA_PROBLEMS = [
  "missingDeal", "missingStage", "missingDate", "notADate", "unknownStage",
  "duplicate", "sameTime", "afterAsOf", "skippedStage", "movedBack", "reopened", "lostWithoutStage", "afterWin",
] as const;
export type DataProblem = (typeof DATA_PROBLEMS)[number];

/** Bits of a row, one per problem. */
const bit = (problem: DataProblem): number => 1 << DATA_PROBLEMS.indexOf(problem);
const UNREADABLE = bit("duplicate") - 1;

/** A stage that is blank, and one that is in neither list. */
export const NO_STAGE = -1;
export const UNKNOWN_STAGE = -2;
/** A cell that is filled, but not with a date; NaN is a blank. */
export const NO_DATE = Infinity;

/** The rows with a problem, by their index, ascending. Their number is the count, the first of them the example. */
export type Found = { readonly problem: DataProblem; readonly rows: Int32Array };

/**
 * All problems of a stage history, those without any row too.
 *
 * - `duplicate`: deal, stage and date of a row further up. `sameTime`: deal and date of one, with another stage.
 * - `skippedStage`: more than one stage beyond the furthest so far, or not starting at the first. `movedBack`: directly from a later
 *   stage, won excepted. `reopened`: directly from a lost stage. `lostWithoutStage`: no stage of the funnel before.
 *   `afterWin`: any stage after the first win. The history is read as everywhere: equal times in funnel order, the same stage twice in a
 *   row is one entry.
 *
 * @param deals -1 where there is none
 * @param stages NO_STAGE, UNKNOWN_STAGE, or a code
 * @param dates NaN where there is none, NO_DATE where there is something else
 * @throws noRows
 */
export function dataProblems(deals: Codes, stages: Int32Array, dates: Dates, funnel: Funnel, asOf: number | null): readonly Found[] {
  if (dates.length === 0) throw new MetricError("noRows", { argument: "deals" });
  const faults = new Uint16Array(dates.length);
  markRows(deals.codes, stages, dates, knownBefore(asOf), faults);
  const starts = new Int32Array(deals.labels.length + 1);
  const rows = rowsByDeal(deals.codes, faults, starts);
  markDeals(rows, starts, dates, stages, funnel.order.length, wonStage(funnel), faults);
  return DATA_PROBLEMS.map((problem) => ({ problem, rows: rowsWith(faults, bit(problem)) }));
}

const NO_DEAL = bit("missingDeal");
const BLANK_STAGE = bit("missingStage");
const BLANK_DATE = bit("missingDate");
const NOT_A_DATE = bit("notADate");
const IN_NO_LIST = bit("unknownStage");
const AFTER_AS_OF = bit("afterAsOf");

/** What one row tells about itself. */
function markRows(deals: Int32Array, stages: Int32Array, dates: Dates, until: number, faults: Uint16Array): void {
  for (let row = 0; row < dates.length; row += 1) {
    const date = dates[row]!;
    let fault = 0;
    if (deals[row]! < 0) fault |= NO_DEAL;
    if (stages[row] === NO_STAGE) fault |= BLANK_STAGE;
    if (stages[row] === UNKNOWN_STAGE) fault |= IN_NO_LIST;
    if (Number.isNaN(date)) fault |= BLANK_DATE;
    if (date === NO_DATE) fault |= NOT_A_DATE;
    faults[row] = fault === 0 && date >= until ? AFTER_AS_OF : fault;
  }
}

/** The readable rows of each deal side by side, from the top down; fills `starts`: those of deal d lie in [starts[d], starts[d + 1]). */
function rowsByDeal(deals: Int32Array, faults: Uint16Array, starts: Int32Array): Int32Array {
  const count = starts.length - 1;
  for (let row = 0; row < deals.length; row += 1) if ((faults[row]! & UNREADABLE) === 0) starts[deals[row]! + 1]! += 1;
  for (let deal = 0; deal < count; deal += 1) starts[deal + 1]! += starts[deal]!;
  const next = starts.slice();
  const rows = new Int32Array(starts[count]!);
  for (let row = 0; row < deals.length; row += 1) {
    if ((faults[row]! & UNREADABLE) !== 0) continue;
    const deal = deals[row]!;
    rows[next[deal]!] = row;
    next[deal]! += 1;
  }
  return rows;
}

function markDeals(rows: Int32Array, starts: Int32Array, dates: Dates, stages: Int32Array, depth: number, won: number, faults: Uint16Array): void {
  for (let deal = 0; deal + 1 < starts.length; deal += 1) {
    const from = starts[deal]!;
    const to = starts[deal + 1]!;
    sortRows(rows, from, to, dates, stages);
    markEqualTimes(rows, from, to, dates, stages, faults);
    markSequence(rows, from, to, stages, depth, won, faults);
  }
}

/** Deals have few rows: insertion beats any general sort there. */
const LONG_DEAL = 48;

/** By time, then by place in the funnel, then as they stand. */
function sortRows(rows: Int32Array, from: number, to: number, dates: Dates, stages: Int32Array): void {
  if (to - from > LONG_DEAL) return void rows.subarray(from, to).sort((a, b) => dates[a]! - dates[b]! || stages[a]! - stages[b]!);
  for (let i = from + 1; i < to; i += 1) {
    const row = rows[i]!;
    const date = dates[row]!;
    let j = i - 1;
    while (j >= from && (dates[rows[j]!]! > date || (dates[rows[j]!] === date && stages[rows[j]!]! > stages[row]!))) {
      rows[j + 1] = rows[j]!;
      j -= 1;
    }
    rows[j + 1] = row;
  }
}

const DUPLICATE = bit("duplicate");
const SAME_TIME = bit("sameTime");
const SKIPPED = bit("skippedStage");
const BACK = bit("movedBack");
const REOPENED = bit("reopened");
const NO_STAGE_BEFORE = bit("lostWithoutStage");
const AFTER_WIN = bit("afterWin");

function markEqualTimes(rows: Int32Array, from: number, to: number, dates: Dates, stages: Int32Array, faults: Uint16Array): void {
  for (let first = from; first + 1 < to; ) {
    const date = dates[rows[first]!]!;
    let top = rows[first]!;
    let after = first + 1;
    for (; after < to && dates[rows[after]!] === date; after += 1) top = Math.min(top, rows[after]!);
    for (let i = first; i < after; i += 1) {
      const row = rows[i]!;
      if (i > first && stages[row] === stages[rows[i - 1]!]) faults[row]! |= DUPLICATE;
      else if (row !== top) faults[row]! |= SAME_TIME;
    }
    first = after;
  }
}

function markSequence(rows: Int32Array, from: number, to: number, stages: Int32Array, depth: number, won: number, faults: Uint16Array): void {
  let before = -1;
  let furthest = -1;
  let isWon = false;
  for (let i = from; i < to; i += 1) {
    const row = rows[i]!;
    const stage = stages[row]!;
    if (stage === before) continue;
    let fault = isWon ? AFTER_WIN : 0;
    if (stage >= depth) {
      if (furthest < 0) fault |= NO_STAGE_BEFORE;
    } else {
      if (stage > furthest + 1) fault |= SKIPPED;
      if (before >= depth) fault |= REOPENED;
      else if (before > stage && before !== won) fault |= BACK;
      if (stage > furthest) furthest = stage;
      if (stage === won) isWon = true;
    }
    faults[row]! |= fault;
    before = stage;
  }
}

function rowsWith(faults: Uint16Array, mask: number): Int32Array {
  let count = 0;
  for (let row = 0; row < faults.length; row += 1) if ((faults[row]! & mask) !== 0) count += 1;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; at < count; row += 1) if ((faults[row]! & mask) !== 0) rows[at++] = row;
  return rows;
}
