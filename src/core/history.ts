/**
 * The history of deals: one row per entry into a stage, read once into entries sorted by deal and time.
 *
 * Rules (functions.md 0.5): what comes after as_of is unknown; equal times go in funnel order, lost stages last; the same
 * stage twice in a row is one entry; a deal is judged by its last row.
 */
import { knownBefore } from "./calendar";
import { wonStage, type Codes, type Dates, type Funnel } from "./columns";

export type History = {
  readonly funnel: Funnel;
  /** Entries of deal d are [starts[d], ends[d]). A deal without a known entry has none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly times: Float64Array;
  readonly stages: Int32Array;
  /** The moment at which the history is looked at. */
  readonly asOf: number;
};

/** Sorts the rows of a stage history. `asOf` null: the latest date, so that nothing is ignored. */
export function readHistory(deals: Codes, stages: Int32Array, dates: Dates, funnel: Funnel, asOf: number | null): History {
  const count = deals.labels.length;
  const moment = asOf ?? latest(dates);
  const until = knownBefore(asOf);
  const starts = new Int32Array(count + 1);
  const codes = deals.codes;
  for (let i = 0; i < codes.length; i += 1) if (dates[i]! < until) starts[codes[i]! + 1]! += 1;
  for (let d = 0; d < count; d += 1) starts[d + 1]! += starts[d]!;

  const ends = starts.slice(0, count);
  const times = new Float64Array(starts[count]!);
  const sorted = new Int32Array(starts[count]!);
  for (let i = 0; i < codes.length; i += 1) {
    const time = dates[i]!;
    if (time >= until) continue;
    const at = ends[codes[i]!]!;
    ends[codes[i]!] = at + 1;
    times[at] = time;
    sorted[at] = stages[i]!;
  }
  for (let d = 0; d < count; d += 1) {
    sortEntries(times, sorted, starts[d]!, ends[d]!);
    ends[d] = mergeRepeats(times, sorted, starts[d]!, ends[d]!);
  }
  return { funnel, starts, ends, times, stages: sorted, asOf: moment };
}

function latest(dates: Dates): number {
  let last = -Infinity;
  for (let i = 0; i < dates.length; i += 1) if (dates[i]! > last) last = dates[i]!;
  return last;
}

/** Deals have few entries: insertion beats any general sort there. Longer ones are left to the engine. */
const LONG_DEAL = 48;

function sortEntries(times: Float64Array, stages: Int32Array, from: number, to: number): void {
  if (to - from > LONG_DEAL) return sortLongDeal(times, stages, from, to);
  for (let i = from + 1; i < to; i += 1) {
    const time = times[i]!;
    const stage = stages[i]!;
    let j = i - 1;
    while (j >= from && (times[j]! > time || (times[j]! === time && stages[j]! > stage))) {
      times[j + 1] = times[j]!;
      stages[j + 1] = stages[j]!;
      j -= 1;
    }
    times[j + 1] = time;
    stages[j + 1] = stage;
  }
}

function sortLongDeal(times: Float64Array, stages: Int32Array, from: number, to: number): void {
  const entries = Array.from({ length: to - from }, (_, i) => ({ time: times[from + i]!, stage: stages[from + i]! }));
  entries.sort((a, b) => a.time - b.time || a.stage - b.stage);
  entries.forEach(({ time, stage }, i) => {
    times[from + i] = time;
    stages[from + i] = stage;
  });
}

/** The same stage twice in a row is one entry, at the earlier time. Returns the new end. */
function mergeRepeats(times: Float64Array, stages: Int32Array, from: number, to: number): number {
  let end = from;
  for (let i = from; i < to; i += 1) {
    if (end > from && stages[end - 1] === stages[i]) continue;
    times[end] = times[i]!;
    stages[end] = stages[i]!;
    end += 1;
  }
  return end;
}

/** Position of the first entry into any stage of the funnel, or -1: such a deal is not in the funnel. */
export function startOf({ funnel, starts, ends, stages }: History, deal: number): number {
  for (let i = starts[deal]!; i < ends[deal]!; i += 1) if (stages[i]! < funnel.order.length) return i;
  return -1;
}

/** Position of the last funnel stage entered before the deal's last row, or -1: where a lost deal was lost from. */
export function lostFrom({ funnel, starts, ends, stages }: History, deal: number): number {
  for (let i = ends[deal]! - 2; i >= starts[deal]!; i -= 1) if (stages[i]! < funnel.order.length) return i;
  return -1;
}

export type State = "open" | "won" | "lost";

/** What a deal is now, by its last row. */
export function stateOf({ funnel, ends, stages }: History, deal: number): State {
  const stage = stages[ends[deal]! - 1]!;
  return stage < wonStage(funnel) ? "open" : stage === wonStage(funnel) ? "won" : "lost";
}

export const dealCount = (history: History): number => history.ends.length;
