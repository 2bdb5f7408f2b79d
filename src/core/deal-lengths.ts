/** The lengths of whole deals: from creation to the end, and of those that are open, so far. */
import { boundsOf, knownBefore, type Period } from "./calendar";
import { wonStage, type Dates, type Funnel } from "./columns";
import { MetricError } from "./error";
import { TOLERANCE } from "./stats";

export type DealOptions = {
  readonly negative: "error" | "skip";
  /** `cohort`: created in the period. `period`: closed in it; open deals drop out then. */
  readonly basis: "cohort" | "period";
  readonly period: Period;
};

export type Outcome = "won" | "lost" | "closed";

/** Days from created to closed of the deals that ended so; of those that are open, so far. */
export type DealLengths = { readonly ended: (outcome: Outcome) => Float64Array; readonly open: () => Float64Array };

/**
 * The lengths of all deals.
 *
 * @param closed NaN for a deal that is still open
 * @param stages current stage per row, -1 never; null when every closed row counts, whatever its outcome
 * @param asOf null for the latest date in the columns
 * @throws closedMissing, closedBeforeCreated
 */
export function dealLengths(created: Dates, closed: Dates, stages: Int32Array | null, funnel: Funnel | null, asOf: number | null, options: DealOptions): DealLengths {
  const won = funnel ? wonStage(funnel) : -1;
  const ends = stages ? endsByStage(closed, stages, won) : closed;
  const until = knownBefore(asOf);
  checkRows(created, ends, stages, won, until, options.negative === "error");
  const cohort = options.basis === "cohort";
  const { from, to } = boundsOf(options.period);
  return {
    ended: (outcome) => chosenRows(created, ends, outcome === "closed" ? null : stages, won, outcome === "won", cohort, from, to, until),
    open: () => (cohort ? ages(created, ends, from, to, until, asOf ?? latestOf(created, ends)) : NONE),
  };
}

export const NONE = new Float64Array(0);

/** Days of the deals that have ended as asked. `stages` null: whatever the outcome. What is left below 0 was asked to be skipped. */
function chosenRows(created: Dates, ends: Dates, stages: Int32Array | null, won: number, asksWon: boolean, cohort: boolean, from: number, to: number, until: number): Float64Array {
  const days = new Float64Array(created.length);
  let count = 0;
  for (let row = 0; row < created.length; row += 1) {
    const began = created[row]!;
    const end = ends[row]!;
    const event = cohort ? began : end;
    if (end < until && began < until && event >= from && event < to && end - began >= -TOLERANCE && (stages === null || (stages[row] === won) === asksWon)) days[count++] = Math.max(0, end - began);
  }
  return days.subarray(0, count);
}

/** Days so far of the deals that are open at the moment: without an end, or with a later one. */
function ages(created: Dates, ends: Dates, from: number, to: number, until: number, moment: number): Float64Array {
  const days = new Float64Array(created.length);
  let count = 0;
  for (let row = 0; row < created.length; row += 1) {
    const began = created[row]!;
    if (began < until && began >= from && began < to && !(ends[row]! < until)) days[count++] = Math.max(0, moment - began);
  }
  return days.subarray(0, count);
}

/** The ends that count: the date on an open deal is a forecast. */
function endsByStage(closed: Dates, stages: Int32Array, won: number): Dates {
  const ends = closed.slice();
  for (let row = 0; row < ends.length; row += 1) if (stages[row]! < won) ends[row] = NaN;
  return ends;
}

/** The first row that contradicts itself, from the top. */
function checkRows(created: Dates, ends: Dates, stages: Int32Array | null, won: number, until: number, refused: boolean): void {
  for (let row = 0; row < created.length; row += 1) {
    const end = ends[row]!;
    const missing = stages !== null && Number.isNaN(end) && stages[row]! >= won;
    const negative = refused && end < created[row]! - TOLERANCE;
    if (!missing && !negative) continue;
    if (created[row]! >= until) continue; // not known yet at that moment
    throw new MetricError(missing ? "closedMissing" : "closedBeforeCreated", { argument: "closed", index: row });
  }
}

/** The latest date of the data. */
function latestOf(created: Dates, ends: Dates): number {
  let last = -Infinity;
  for (let row = 0; row < created.length; row += 1) {
    if (created[row]! > last) last = created[row]!;
    if (ends[row]! > last) last = ends[row]!;
  }
  return last;
}
