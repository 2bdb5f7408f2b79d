/** Stays: from an entry into a stage to the deal's next entry. There are none in the won stage and in lost stages. */
import { isWithin, type Period } from "./calendar";
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
  const finished = Array.from({ length: won }, () => new Days());
  const open = Array.from({ length: won }, () => new Days());
  const { visits, basis, period } = options;

  // Of the deal at hand, per stage: days so far, whether the last stay has ended, and which deal they belong to.
  const days = new Float64Array(won);
  const ended = new Uint8Array(won);
  const owner = new Int32Array(won).fill(-1);
  const touched: number[] = [];

  for (let deal = 0; deal < dealCount(history); deal += 1) {
    const start = startOf(history, deal);
    if (start < 0 || (basis === "cohort" && !isWithin(times[start]!, period))) continue;
    const end = ends[deal]!;
    for (let i = starts[deal]!; i < end; i += 1) {
      const stage = stages[i]!;
      if (stage >= won) continue;
      const isFinished = i + 1 < end;
      const until = isFinished ? times[i + 1]! : asOf;
      if (basis === "period" && !isWithin(until, period)) continue;
      const length = isFinished ? until - times[i]! : Math.max(0, until - times[i]!);
      if (visits === "each") {
        (isFinished ? finished : open)[stage]!.add(length);
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
    for (const stage of touched) (ended[stage] ? finished : open)[stage]!.add(days[stage]!);
    touched.length = 0;
  }
  return finished.map((done, stage) => ({ finished: done.numbers(), open: open[stage]!.numbers() }));
}

/** A list of numbers that grows without boxing them: a history has a million. */
class Days {
  private held = new Float64Array(64);
  private size = 0;

  add(days: number): void {
    if (this.size === this.held.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.size] = days;
    this.size += 1;
  }

  numbers(): Float64Array {
    return this.held.subarray(0, this.size);
  }
}
