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

/** @throws expected, where a step is given and is not above 0 */
export function refuseStep(step: number | null): void {
  if (step === 0) throw new MetricError("expected", { argument: "step", found: step, expected: "aboveZero" });
}

/**
 * The cumulative incidence of two ends that exclude each other. At equal times ends come before open deals, which are still at risk
 * at their own length.
 *
 * The variance of F = P(won)(t) is Σ (F − Fᵢ)²·aᵢ + bᵢ − 2(F − Fᵢ)·cᵢ over the times so far, with aᵢ = dᵢ/(nᵢ(nᵢ − dᵢ)),
 * bᵢ = S²ᵢ₋₁(nᵢ − d₁ᵢ)d₁ᵢ/nᵢ³, cᵢ = Sᵢ₋₁d₁ᵢ/nᵢ². It is carried along from time to time; the terms are never written out anew.
 *
 * @param step null for a row per time with an end; else rows at 0, step, 2·step … up to the longest length
 * @param level of the interval
 * @see O. Aalen, S. Johansen, Scand. J. Statist. 5 (1978); E. N. Marubini, M. G. Valsecchi, Analysing Survival Data (1995)
 * @throws noDealsInPeriod, expected, tableTooLarge
 */
export function conversionCurve(lengths: Lengths, step: number | null, level: number): readonly CurveRow[] {
  refuseStep(step);
  const [won, lost, open] = [lengths.won, lengths.lost, lengths.open].map((list) => list.slice().sort()) as [Float64Array, Float64Array, Float64Array];
  if (won.length + lost.length + open.length === 0) throw new MetricError("noDealsInPeriod");
  const z = normalQuantile(level);
  const rows: CurveRow[] = [];
  let [wins, losses, gone] = [0, 0, 0]; // so far: ends up to the time, open deals shorter than it
  let [chanceWon, chanceLost, chanceOpen] = [0, 0, 1];
  let [squares, slope, weight, own, cross, crossWeight] = [0, 0, 0, 0, 0, 0]; // Σ(F − Fᵢ)²aᵢ, Σ(F − Fᵢ)aᵢ, Σaᵢ, Σbᵢ, Σ(F − Fᵢ)cᵢ, Σcᵢ

  const atRisk = (days: number): number => {
    while (gone < open.length && open[gone]! < days - TOLERANCE) gone += 1;
    return won.length - wins + (lost.length - losses) + (open.length - gone);
  };
  const row = (days: number, n: number, wonNow: number, lostNow: number): void => {
    const spread = Math.sqrt(Math.max(0, squares + own - 2 * cross));
    const known = chanceWon > TOLERANCE && chanceWon < 1 - TOLERANCE;
    const theta = known ? (z * spread) / (chanceWon * Math.log(chanceWon)) : 0;
    const bound = (sign: number): number | null => (known ? chanceWon ** Math.exp(sign * theta) : null);
    rows.push({ days, atRisk: n, won: wonNow, lost: lostNow, chanceWon: Math.min(1, chanceWon), chanceLost: Math.min(1, chanceLost), chanceOpen, low: bound(-1), high: bound(1) });
  };
  /** All ends at the next time. */
  const advance = (time: number): void => {
    const n = atRisk(time);
    const [winsBefore, lossesBefore] = [wins, losses];
    while (wins < won.length && won[wins]! <= time + TOLERANCE) wins += 1;
    while (losses < lost.length && lost[losses]! <= time + TOLERANCE) losses += 1;
    const [d1, d2] = [wins - winsBefore, losses - lossesBefore];
    const d = d1 + d2;
    const gain = (chanceOpen * d1) / n;
    squares += 2 * gain * slope + gain * gain * weight;
    slope += gain * weight;
    cross += gain * crossWeight;
    if (d < n) weight += d / (n * (n - d));
    own += (chanceOpen * chanceOpen * (n - d1) * d1) / (n * n * n);
    crossWeight += (chanceOpen * d1) / (n * n);
    chanceWon += gain;
    chanceLost += (chanceOpen * d2) / n;
    chanceOpen *= (n - d) / n;
    if (step === null) row(time, n, d1, d2);
  };
  const nextEnd = (): number => Math.min(won[wins] ?? Infinity, lost[losses] ?? Infinity);

  if (step === null) {
    for (let time = nextEnd(); time < Infinity; time = nextEnd()) advance(time);
    return rows;
  }
  const longest = Math.max(won[won.length - 1] ?? 0, lost[lost.length - 1] ?? 0, open[open.length - 1] ?? 0);
  const last = Math.floor((longest + TOLERANCE) / step);
  if (last * 9 > MOST_CELLS) throw new MetricError("tableTooLarge", { found: (last + 1) * 9 });
  for (let i = 0; i <= last; i += 1) {
    const days = i * step;
    const [winsBefore, lossesBefore] = [wins, losses];
    for (let time = nextEnd(); time < days - TOLERANCE; time = nextEnd()) advance(time);
    const n = atRisk(days);
    for (let time = nextEnd(); time <= days + TOLERANCE; time = nextEnd()) advance(time);
    row(days, n, wins - winsBefore, losses - lossesBefore);
  }
  return rows;
}
