/** A funnel given by counts: how many deals entered each stage, in funnel order. */
import { MetricError } from "./error";
import { wilson } from "./proportion";
import { ratio, share, sum, TOLERANCE } from "./stats";

/** Numbers per stage; null is "no value". */
export type PerStage = readonly (number | null)[];

/** One percentage point. */
const POINT = 0.01;

function atLeastTwo(counts: Float64Array): void {
  if (counts.length < 2) throw new MetricError("tooFewNumbers", { argument: "counts", found: counts.length });
}

/**
 * Share of those who entered the first stage that reached the last. Not clamped: more may reach the last than entered the first.
 *
 * @throws tooFewNumbers below two stages; zeroFirst when nobody entered
 */
export function funnelConversion(counts: Float64Array): number {
  atLeastTwo(counts);
  return ratio(counts[counts.length - 1]!, counts[0]!, "zeroFirst", { argument: "counts" });
}

/** Conversion of each stage from the one before; null for the first and where nobody was in the one before. */
export function stageConversion(counts: Float64Array): PerStage {
  atLeastTwo(counts);
  return Array.from(counts, (count, i) => (i === 0 ? null : share(count, counts[i - 1]!)));
}

/**
 * Totals over totals: a rate of pooled numbers, never a mean of rates.
 *
 * @param names how the two are called, for the message
 * @throws zeroTotal when the base is 0
 */
export function pooledConversion(base: number, converted: number, baseName: string): number {
  return ratio(converted, base, "zeroTotal", { argument: baseName });
}

/** `lost` where it is known: it may not exceed those who entered. */
function checkLost(counts: Float64Array, lost: Float64Array): void {
  lost.forEach((gone, index) => {
    if (gone > counts[index]! + TOLERANCE) throw new MetricError("moreLostThanEntered", { argument: "lost_counts", index, found: gone, other: counts[index]! });
  });
}

/**
 * Share of the first stage that left the funnel.
 *
 * @param lost deals lost from each stage, NaN where unknown; without it everybody who did not reach the last stage counts as gone
 * @throws tooFewNumbers, moreLostThanEntered, zeroFirst
 */
export function funnelChurn(counts: Float64Array, lost: Float64Array | null): number {
  atLeastTwo(counts);
  const first = counts[0]!;
  if (lost) checkLost(counts, lost);
  const gone = lost ? sum(lost.filter((n) => !Number.isNaN(n))) : first - counts[counts.length - 1]!;
  return ratio(gone, first, "zeroFirst", { argument: "counts" });
}

/**
 * Drop-out of each stage: the share that did not reach the next one, or, with `lost`, the share lost right from it.
 * Negative when more reach the next stage, above 1 when a period has more losses than entries; null for the last stage, for a stage that nobody entered and for an unknown loss.
 */
export function stageDropoff(counts: Float64Array, lost: Float64Array | null): PerStage {
  atLeastTwo(counts);
  if (lost) return Array.from(counts, (count, i) => (Number.isNaN(lost[i]!) ? null : share(lost[i]!, count)));
  return Array.from(counts, (count, i) => (i === counts.length - 1 ? null : share(count - counts[i + 1]!, count)));
}

/** The last two are the Wilson interval of `ofPrevious`. */
export type FunnelRow = readonly [
  count: number, ofFirst: number | null, ofPrevious: number | null, dropped: number | null, droppedShare: number | null, toLast: number | null,
  low: number | null, high: number | null,
];

/**
 * The whole funnel, a row per stage.
 *
 * @param level of the interval; there is none in the first row, where more came than before, and for counts that are not whole
 */
export function funnelTable(counts: Float64Array, level: number): readonly FunnelRow[] {
  const first = counts[0]!;
  const final = counts[counts.length - 1]!;
  return Array.from(counts, (count, i) => {
    const previous = i === 0 ? null : counts[i - 1]!;
    const next = i === counts.length - 1 ? null : counts[i + 1]!;
    const fits = previous !== null && previous > 0 && count <= previous && Number.isInteger(count) && Number.isInteger(previous);
    const dropped = next === null ? null : count - next;
    return [
      count,
      share(count, first),
      previous === null ? null : share(count, previous),
      dropped,
      dropped === null ? null : share(dropped, count),
      share(final, count),
      ...(fits ? wilson(count, previous, level) : ([null, null] as const)),
    ];
  });
}

/**
 * The conversion; wins and money more if it alone rose by one percentage point; the rank, 1 for the step that is worth most (equal steps
 * share one); its benchmark, and the money that reaching it would bring (null without one).
 */
export type LeverRow = readonly [conversion: number, wins: number, money: number, rank: number, benchmark: number | null, toBenchmark: number | null];

/**
 * What each step of the funnel is worth, from the second stage on.
 *
 * @param names of the stages, for the message
 * @param benchmarks conversion to reach per stage, the first unused; NaN where there is none
 * @throws tooFewStages, zeroStage when nobody entered a stage before the last
 */
export function bottleneck(names: readonly (string | number | undefined)[], counts: Float64Array, dealSize: number, benchmarks: Float64Array | null): readonly LeverRow[] {
  if (counts.length < 2) throw new MetricError("tooFewStages", { argument: "stages", found: counts.length });
  const last = counts.length - 1;
  const empty = counts.subarray(0, last).indexOf(0);
  if (empty >= 0) throw new MetricError("zeroStage", { argument: "counts", index: empty, found: names[empty] });
  // Entered the stage before, times all conversions after it: the product of all steps but this one, times the first count.
  const slopes = Array.from(counts.subarray(1), (count, i) => counts[i]! * (i + 1 === last ? 1 : counts[last]! / count));
  const ranks = ranksOf(slopes);
  return slopes.map((slope, i) => {
    const conversion = counts[i + 1]! / counts[i]!;
    const benchmark = benchmarks && !Number.isNaN(benchmarks[i + 1]!) ? benchmarks[i + 1]! : null;
    const toBenchmark = benchmark === null ? null : slope * Math.max(0, benchmark - conversion) * dealSize;
    return [conversion, slope * POINT, slope * POINT * dealSize, ranks[i]!, benchmark, toBenchmark];
  });
}

/** 1 for the most, equal values share one. Counted in their order: a column of deals given by mistake has as many steps as deals. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const ranks = new Array<number>(values.length).fill(1);
  let above = 0;
  for (const i of order) {
    while (values[order[above]!]! > values[i]! * (1 + TOLERANCE)) above += 1;
    ranks[i] = above + 1;
  }
  return ranks;
}
