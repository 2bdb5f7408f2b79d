/** Stays: from an entry into a stage to the deal's next entry. There are none in the won stage and in lost stages. */
import { boundsOf, type Period } from "./calendar";
import { wonStage } from "./columns";
import { dealCount, startOf, type History } from "./history";
import type { Durations } from "./survival";

export type StayOptions = {
  /** `total`: a deal's stays in a stage are added up. The others: the first, the latest, each on its own. */
  readonly visits: "total" | "first" | "latest" | "each";
  /** `cohort`: the deal's start lies in the period. `period`: the end of the stay does (open: as_of). */
  readonly basis: "cohort" | "period";
  readonly period: Period;
};

/** Days in each stage before won, of finished and of open stays; indexed by stage. */
export function staysByStage(history: History, options: StayOptions): readonly Durations[] {
  const { funnel, stages, times, starts, ends, asOf } = history;
  const won = wonStage(funnel);
  // One stay per entry at most: lengths, and which list each belongs to, 2 × stage for finished and one more for open ones.
  const lengths = new Float64Array(times.length);
  const lists = new Int32Array(times.length);
  let count = 0;
  const { visits } = options;
  const cohort = options.basis === "cohort";
  const { from, to } = boundsOf(options.period);

  // Of the deal at hand, per stage: days so far, whether the last stay has ended, and which deal they belong to.
  const days = new Float64Array(won);
  const ended = new Uint8Array(won);
  const owner = new Int32Array(won).fill(-1);
  const touched: number[] = [];

  for (let deal = 0; deal < dealCount(history); deal += 1) {
    const start = startOf(history, deal);
    if (start < 0 || (cohort && !(times[start]! >= from && times[start]! < to))) continue;
    const end = ends[deal]!;
    for (let i = starts[deal]!; i < end; i += 1) {
      const stage = stages[i]!;
      if (stage >= won) continue;
      const isFinished = i + 1 < end;
      const until = isFinished ? times[i + 1]! : asOf;
      if (!cohort && !(until >= from && until < to)) continue;
      const length = isFinished ? until - times[i]! : Math.max(0, until - times[i]!);
      if (visits === "each") {
        lengths[count] = length;
        lists[count] = stage * 2 + Number(!isFinished);
        count += 1;
      } else if (owner[stage] !== deal) {
        owner[stage] = deal;
        touched.push(stage);
        days[stage] = length;
        ended[stage] = Number(isFinished);
      } else if (visits !== "first") {
        days[stage] = visits === "total" ? days[stage]! + length : length;
        ended[stage] = Number(isFinished);
      }
    }
    for (let i = 0; i < touched.length; i += 1) {
      const stage = touched[i]!;
      lengths[count] = days[stage]!;
      lists[count] = stage * 2 + Number(ended[stage] === 0);
      count += 1;
    }
    touched.length = 0;
  }
  return partition(lengths, lists, count, won);
}

/** The lengths of each list, side by side in one array. */
function partition(lengths: Float64Array, lists: Int32Array, count: number, stages: number): readonly Durations[] {
  const starts = new Int32Array(stages * 2 + 1);
  for (let i = 0; i < count; i += 1) starts[lists[i]! + 1]! += 1;
  for (let list = 0; list < stages * 2; list += 1) starts[list + 1]! += starts[list]!;
  const next = starts.slice();
  const sorted = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const list = lists[i]!;
    sorted[next[list]!] = lengths[i]!;
    next[list]! += 1;
  }
  const list = (index: number): Float64Array => sorted.subarray(starts[index], starts[index + 1]);
  return Array.from({ length: stages }, (_, stage) => ({ finished: list(stage * 2), open: list(stage * 2 + 1) }));
}
