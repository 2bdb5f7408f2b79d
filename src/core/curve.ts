/** The chance to be won within so many days, with open deals counted as what they are: not decided yet. */
import { MOST_CELLS } from "./cohort";
import { MetricError } from "./error";
import { normalQuantile } from "./proportion";
import { TOLERANCE } from "./stats";

/** Days from creation: to the win, to the loss, and of open deals so far. */
export type Lengths = { readonly won: Float64Array; readonly lost: Float64Array; readonly open: Float64Array };

export type CurveRow = {
  readonly days: number;
  /** Deals that lasted at least so long. */
  readonly atRisk: number;
  /** At this time; in steps, since the row before. */
  readonly won: number;
  readonly lost: number;
  /** Chances to be won, lost, or still open by then; the three sum to 1. */
  readonly chanceWon: number;
  readonly chanceLost: number;
  readonly chanceOpen: number;
  /** Interval of `chanceWon`; null where it is 0 or 1. */
  readonly low: number | null;
  readonly high: number | null;
};

/**
 * The cumulative incidence of two ends that exclude each other. At equal times ends come before open deals, which are still at risk
 * at their own length.
 *
 * @param lengths sorted in place
 * @param step null for a row per time with an end; else rows at 0, step, 2·step … up to the longest length
 * @param level of the interval
 * @see O. Aalen, S. Johansen, Scand. J. Statist. 5 (1978); E. N. Marubini, M. G. Valsecchi, Analysing Survival Data (1995)
 * @throws noDealsInPeriod, expected, tableTooLarge
 */
export function conversionCurve(lengths: Lengths, step: number | null, level: number): readonly CurveRow[] {
  if (step !== null && !(step > 0)) throw new MetricError("expected", { argument: "step", found: step, expected: "aboveZero" });
  const won = lengths.won.sort();
  const lost = lengths.lost.sort();
  const open = lengths.open.sort();
  if (won.length + lost.length + open.length === 0) throw new MetricError("noDealsInPeriod", { argument: "created" });
  const z = normalQuantile(level);
  const events = eventTable(won.length + lost.length);
  const count = follow(won, lost, open, ...events);
  const [times, atRisk, wins, losses, chanceWon, chanceLost, chanceOpen, variance] = events;
  /** What is known by an event, -1 before the first. */
  const rowAt = (event: number, days: number, n: number, wonNow: number, lostNow: number): CurveRow => {
    const chance = chanceWon[event] ?? 0;
    const known = chance > TOLERANCE && chance < 1 - TOLERANCE;
    const theta = known ? (z * Math.sqrt(Math.max(0, variance[event]!))) / (chance * Math.log(chance)) : 0;
    return {
      days, atRisk: n, won: wonNow, lost: lostNow, chanceWon: Math.min(1, chance), chanceLost: Math.min(1, chanceLost[event] ?? 0), chanceOpen: chanceOpen[event] ?? 1,
      low: known ? chance ** Math.exp(-theta) : null, high: known ? chance ** Math.exp(theta) : null,
    };
  };
  if (step === null) return Array.from({ length: count }, (_, i) => rowAt(i, times[i]!, atRisk[i]!, wins[i]!, losses[i]!));

  const longest = Math.max(won[won.length - 1] ?? 0, lost[lost.length - 1] ?? 0, open[open.length - 1] ?? 0);
  const last = Math.floor((longest + TOLERANCE) / step);
  if (last * 9 > MOST_CELLS) throw new MetricError("tableTooLarge", { found: (last + 1) * 9 });
  let event = -1;
  return Array.from({ length: last + 1 }, (_, i) => {
    const days = i * step;
    let wonSince = 0;
    let lostSince = 0;
    for (; event + 1 < count && times[event + 1]! <= days + TOLERANCE; event += 1) {
      wonSince += wins[event + 1]!;
      lostSince += losses[event + 1]!;
    }
    return rowAt(event, days, [won, lost, open].reduce((n, list) => n + list.length - shorter(list, days - TOLERANCE), 0), wonSince, lostSince);
  });
}

/** How many of the sorted lengths lie below. */
function shorter(sorted: Float64Array, days: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < days) from = middle + 1;
    else to = middle;
  }
  return from;
}

type EventTable = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
const eventTable = (most: number): EventTable => Array.from({ length: 8 }, () => new Float64Array(most)) as EventTable;

/**
 * Fills a row per time at which deals ended; returns how many there are.
 *
 * The variance of F = P(won)(t) is Σ (F − Fᵢ)²·aᵢ + bᵢ − 2(F − Fᵢ)·cᵢ over the times so far, with aᵢ = dᵢ/(nᵢ(nᵢ − dᵢ)),
 * bᵢ = S²ᵢ₋₁(nᵢ − d₁ᵢ)d₁ᵢ/nᵢ³, cᵢ = Sᵢ₋₁d₁ᵢ/nᵢ². The sums are carried along: when F grows, each follows from those before it.
 */
function follow(
  won: Float64Array, lost: Float64Array, open: Float64Array,
  times: Float64Array, atRisk: Float64Array, wins: Float64Array, losses: Float64Array, chanceWon: Float64Array, chanceLost: Float64Array, chanceOpen: Float64Array, variance: Float64Array,
): number {
  let count = 0;
  let w = 0; // deals won, lost, and open ones shorter than the time, so far
  let l = 0;
  let gone = 0;
  let F = 0;
  let L = 0;
  let S = 1;
  let squares = 0; // Σ(F − Fᵢ)²aᵢ, Σ(F − Fᵢ)aᵢ, Σaᵢ, Σbᵢ, Σ(F − Fᵢ)cᵢ, Σcᵢ
  let slope = 0;
  let weight = 0;
  let own = 0;
  let cross = 0;
  let crossWeight = 0;
  while (w < won.length || l < lost.length) {
    const time = l === lost.length || (w < won.length && won[w]! < lost[l]!) ? won[w]! : lost[l]!;
    while (gone < open.length && open[gone]! < time - TOLERANCE) gone += 1;
    const n = won.length - w + (lost.length - l) + (open.length - gone);
    const w0 = w;
    const l0 = l;
    while (w < won.length && won[w]! <= time + TOLERANCE) w += 1;
    while (l < lost.length && lost[l]! <= time + TOLERANCE) l += 1;
    const d1 = w - w0;
    const d = d1 + l - l0;
    const gain = (S * d1) / n;
    squares += 2 * gain * slope + gain * gain * weight;
    slope += gain * weight;
    cross += gain * crossWeight;
    if (d < n) weight += d / (n * (n - d));
    own += (S * S * (n - d1) * d1) / (n * n * n);
    crossWeight += (S * d1) / (n * n);
    F += gain;
    L += (S * (d - d1)) / n;
    S *= (n - d) / n;
    times[count] = time;
    atRisk[count] = n;
    wins[count] = d1;
    losses[count] = d - d1;
    chanceWon[count] = F;
    chanceLost[count] = L;
    chanceOpen[count] = S;
    variance[count] = squares + own - 2 * cross;
    count += 1;
  }
  return count;
}
