/** How deals move: from stage to stage, to the end, and through a period. */
import { boundsOf, type Period } from "./calendar";
import { wonStage } from "./columns";
import { MetricError } from "./error";
import type { PerStage } from "./funnel";
import { dealCount, startOf, type History } from "./history";
import { ratio, share } from "./stats";

/** A matrix grows with the square of the stages, and its solution with the cube. */
const MOST_STAGES = 1000;

type Moves = {
  /** Stages of order, then of lost. */
  readonly size: number;
  /** Moves from stage i to stage j at `i * size + j`: two entries of a deal that follow each other. */
  readonly counts: Float64Array;
  /** Deals whose last entry is there. */
  readonly now: Float64Array;
};

function movesOf(history: History): Moves {
  const { funnel, starts, ends, stages } = history;
  const size = funnel.order.length + funnel.lost.length;
  if (size > MOST_STAGES) throw new MetricError("rangeTooLarge", { argument: "order", found: size, other: MOST_STAGES });
  const counts = new Float64Array(size * size);
  const now = new Float64Array(size);
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    if (startOf(history, deal) < 0) continue;
    const last = ends[deal]! - 1;
    for (let i = starts[deal]!; i < last; i += 1) counts[stages[i]! * size + stages[i + 1]!]! += 1;
    now[stages[last]!]! += 1;
  }
  return { size, counts, now };
}

const rowOf = ({ counts, size }: Moves, stage: number): Float64Array => counts.subarray(stage * size, (stage + 1) * size);
const total = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0); // whole numbers: nothing is rounded

export type TransitionRow = { readonly stage: string | number; readonly shares: PerStage; readonly exits: number; readonly now: number };

/** Where deals go from each stage, of order and then of lost: shares of the exits, null where there are none. An open stay is no exit. */
export function transitionMatrix(history: History): readonly TransitionRow[] {
  const moves = movesOf(history);
  return [...history.funnel.order, ...history.funnel.lost].map((stage, i) => {
    const exits = total(rowOf(moves, i));
    return { stage, shares: Array.from(rowOf(moves, i), (count) => share(count, exits)), exits, now: moves.now[i]! };
  });
}

/**
 * The chance to be won in the end from each stage: an absorbing Markov chain of the moves that happened, so that skips and returns are
 * counted and open stays tell nothing.
 *
 * @returns 1 for won; null for a stage that nobody has left, that leads to no end, or that may lead to such a stage
 * @throws nobodyLeft when no stage before won has an exit
 * @see W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33 (1985): stages are eliminated one by one without a single
 * subtraction, so nothing is lost where deals go round in circles many times before they leave
 */
export function eventualConversion(history: History): PerStage {
  const { size, counts } = movesOf(history);
  const won = wonStage(history.funnel);
  const toWon = new Float64Array(won);
  const toLost = new Float64Array(won);
  const ends = new Uint8Array(won);
  for (let i = 0; i < won; i += 1) {
    toWon[i] = counts[i * size + won]!;
    toLost[i] = total(counts.subarray(i * size + won + 1, (i + 1) * size));
    ends[i] = Number(toWon[i]! + toLost[i]! > 0);
  }
  if (!ends.some((_, i) => total(counts.subarray(i * size, (i + 1) * size)) > 0)) throw new MetricError("nobodyLeft");
  const unknown = spread(spread(ends, counts, size).map((leads) => 1 - leads), counts, size);
  const known = Array.from(unknown.keys()).filter((stage) => unknown[stage] === 0);

  // Each stage, from the last, is taken out: who comes through it is sent on to where it leads, in proportion.
  const totals = new Float64Array(won);
  for (let k = known.length - 1; k >= 0; k -= 1) {
    const stage = known[k]!;
    let leaving = toWon[stage]! + toLost[stage]!;
    for (let j = 0; j < k; j += 1) leaving += counts[stage * size + known[j]!]!;
    totals[stage] = leaving;
    for (let i = 0; i < k; i += 1) {
      const from = known[i]!;
      const through = counts[from * size + stage]! / leaving;
      if (through === 0) continue;
      for (let j = 0; j < k; j += 1) counts[from * size + known[j]!]! += through * counts[stage * size + known[j]!]!;
      toWon[from]! += through * toWon[stage]!;
      toLost[from]! += through * toLost[stage]!;
    }
  }
  const chances = new Array<number | null>(won + 1).fill(null);
  for (let k = 0; k < known.length; k += 1) {
    const stage = known[k]!;
    let winning = toWon[stage]!;
    for (let j = 0; j < k; j += 1) winning += counts[stage * size + known[j]!]! * chances[known[j]!]!;
    chances[stage] = winning / totals[stage]!;
  }
  chances[won] = 1;
  return chances;
}

/** Marks, too, every stage before won from which a marked one can be reached. */
function spread(marked: Uint8Array, counts: Float64Array, size: number): Uint8Array {
  const found = marked.slice();
  const waiting = Array.from(found.keys()).filter((stage) => found[stage] === 1);
  for (let to = waiting.pop(); to !== undefined; to = waiting.pop()) {
    for (let from = 0; from < found.length; from += 1) {
      if (found[from] === 1 || counts[from * size + to] === 0) continue;
      found[from] = 1;
      waiting.push(from);
    }
  }
  return found;
}

/**
 * `atStart`: in the stage when the period began, entered before it and not left before it; then those who left for a later stage, for an
 * earlier one, or were lost.
 */
export type FlowRow = readonly [stage: string | number, atStart: number, entered: number, forward: number, back: number, lost: number, atEnd: number];

/** Movement through each stage of the funnel, won included, in a period: atStart + entered − forward − back − lost = atEnd. */
export function stageFlow(history: History, period: Period): readonly FlowRow[] {
  const { funnel, starts, ends, stages, times } = history;
  const depth = funnel.order.length;
  const [atStart, entered, forward, back, lost] = Array.from({ length: 5 }, () => new Int32Array(depth)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const { from, to } = boundsOf(period);
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    const end = ends[deal]!;
    for (let i = starts[deal]!; i < end && times[i]! < to; i += 1) {
      const stage = stages[i]!;
      if (stage >= depth) continue;
      const left = i + 1 < end ? times[i + 1]! : Infinity;
      if (times[i]! >= from) entered[stage]! += 1;
      else if (left >= from) atStart[stage]! += 1;
      if (!(left >= from && left < to)) continue;
      const next = stages[i + 1]!;
      const list = next >= depth ? lost : next > stage ? forward : back;
      list[stage]! += 1;
    }
  }
  return funnel.order.map((stage, i) => {
    const atEnd = atStart[i]! + entered[i]! - forward[i]! - back[i]! - lost[i]!;
    return [stage, atStart[i]!, entered[i]!, forward[i]!, back[i]!, lost[i]!, atEnd];
  });
}

/**
 * Money per day that a pipeline brings.
 *
 * @param winRate 0..1
 * @throws zeroDivisor for a cycle of 0 days
 */
export function salesVelocity(opportunities: number, dealSize: number, winRate: number, cycleDays: number): number {
  return ratio(opportunities * dealSize * winRate, cycleDays, "zeroDivisor", { argument: "cycle_days" });
}

/**
 * Deals in progress = deals per day × days: the one of the three that is null.
 *
 * @throws twoOfThree unless exactly one is null; zeroDivisor
 * @see J. D. C. Little, Operations Research 9 (1961)
 */
export function littlesLaw(inProgress: number | null, perDay: number | null, days: number | null): number {
  const by = (divisor: number, argument: string): number => ratio(inProgress!, divisor, "zeroDivisor", { argument });
  if ([inProgress, perDay, days].filter((each) => each === null).length !== 1) throw new MetricError("twoOfThree");
  if (inProgress === null) return perDay! * days!;
  return perDay === null ? by(days!, "days") : by(perDay, "per_day");
}
