/** Why a number changed: by the factors of a product, and by rate and mix of groups. */
import type { Codes } from "./columns";
import { MetricError } from "./error";
import { ratio, share, sum, sumsBy } from "./stats";

export type ChangeMethod = "shapley" | "lmdi" | "sequential";
/** The effect, and its share of the whole change; null where nothing changed. */
export type Driver = readonly [before: number, after: number, effect: number, share: number | null];

const [LEAST_FACTORS, MOST_FACTORS] = [2, 12];

const product = (numbers: Float64Array): number => numbers.reduce((a, b) => a * b, 1);

/**
 * How much each factor of a product moved it. The effects add up to the change.
 *
 * @param x the factors before
 * @param y the factors after
 * @returns a row per factor, and the product itself last
 * @throws factorCount; lmdiNeedsPositive
 */
export function changeDrivers(x: Float64Array, y: Float64Array, method: ChangeMethod): readonly Driver[] {
  if (x.length < LEAST_FACTORS || x.length > MOST_FACTORS) throw new MetricError("factorCount", { argument: "factors", found: x.length });
  const [before, after] = [product(x), product(y)];
  const effects = METHODS[method](x, y, before, after);
  // Factors that only change places give products that differ in their last bits: nothing changed.
  const change = Math.abs(after - before) <= 1e-12 * Math.abs(before) ? 0 : after - before;
  const row = (from: number, to: number, effect: number): Driver => [from, to, effect + 0, share(effect, change)]; // + 0: never -0
  return [...effects.map((effect, i) => row(x[i]!, y[i]!, effect)), row(before, after, change)];
}

/** ln(a/b) with all its digits, where they are close and where they are not. */
const logOf = (a: number, b: number): number => (Math.abs(a - b) < b / 2 ? Math.log1p((a - b) / b) : Math.log(a / b));

type Effects = (x: Float64Array, y: Float64Array, before: number, after: number) => readonly number[];

const METHODS: Readonly<Record<ChangeMethod, Effects>> = {
  /**
   * The mean over all orders in which the factors could have changed one by one:
   * Σ over sets S of the others of |S|!(n−1−|S|)!/n!·(yᵢ−xᵢ)·Π_S y·Π_rest x. Sets of one size have one weight, and the sum of
   * their products is a coefficient of Π(xⱼ + yⱼ·t), so no set is listed. Source: L. Shapley (1953).
   */
  shapley: (x, y) => Array.from(x, (_, i) => {
    const n = x.length;
    const bySize = new Float64Array(n); // coefficients of t⁰ … tⁿ⁻¹
    bySize[0] = 1;
    for (let j = 0; j < n; j += 1) {
      if (j === i) continue;
      for (let size = n - 1; size > 0; size -= 1) bySize[size] = bySize[size]! * x[j]! + bySize[size - 1]! * y[j]!;
      bySize[0] *= x[j]!;
    }
    let weight = 1 / n;
    const weighted = bySize.map((products, size) => {
      const term = weight * products;
      weight *= (size + 1) / (n - 1 - size);
      return term;
    });
    return sum(weighted) * (y[i]! - x[i]!);
  }),

  /** L·ln(yᵢ/xᵢ) with the logarithmic mean L of the two products. Source: B. W. Ang, Energy Policy 33 (2005), 867–871. */
  lmdi(x, y, before, after) {
    x.forEach((from, index) => {
      for (const [argument, found] of [["before", from], ["after", y[index]!]] as const) if (found <= 0) throw new MetricError("lmdiNeedsPositive", { argument, index, found });
    });
    const mean = after === before ? before : (after - before) / logOf(after, before);
    return Array.from(x, (from, i) => mean * logOf(y[i]!, from));
  },

  /** One factor after the other in the order given: those above are new already, those below still old. */
  sequential: (x, y) => Array.from(x, (from, i) => product(y.subarray(0, i)) * (y[i]! - from) * product(x.subarray(i + 1))),
};

/** Shares of the base, rates (null where there is no base), and what rate and mix did to the rate of all. */
export type MixRow = readonly [
  shareBefore: number, shareAfter: number, rateBefore: number | null, rateAfter: number | null, rateEffect: number, mixEffect: number, totalEffect: number,
];

/**
 * Splits the change of a pooled rate: what the groups' own rates did, and what their shares of the base did.
 * Rows of one group are added. Where a group has a base in one period only, its rate counts as unchanged.
 * Source: E. Kitagawa, JASA 50 (1955).
 *
 * @param columns base and converted before, base and converted after, per row
 * @returns a row per group in the order of `groups.labels`, and all of them together last
 * @throws convertedWithoutBase; zeroTotal when a period has no base
 */
export function conversionMix(groups: Codes, columns: readonly [baseBefore: Float64Array, convertedBefore: Float64Array, baseAfter: Float64Array, convertedAfter: Float64Array]): readonly MixRow[] {
  const [baseBefore, convertedBefore, baseAfter, convertedAfter] = columns;
  const refuse = (argument: string, index: number, converted: number): never => {
    throw new MetricError("convertedWithoutBase", { argument, index, found: 0, other: converted });
  };
  for (let row = 0; row < baseBefore.length; row += 1) {
    if (baseBefore[row] === 0 && convertedBefore[row]! > 0) refuse("base_before", row, convertedBefore[row]!);
    if (baseAfter[row] === 0 && convertedAfter[row]! > 0) refuse("base_after", row, convertedAfter[row]!);
  }
  const [b0, c0, b1, c1] = columns.map((numbers) => sumsBy(groups.codes, numbers, groups.labels.length)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [all0, all1] = [sum(b0), sum(b1)];
  const rate0 = ratio(sum(c0), all0, "zeroTotal", { argument: "base_before" });
  const rate1 = ratio(sum(c1), all1, "zeroTotal", { argument: "base_after" });
  const rows = groups.labels.map((_, place): MixRow => {
    const [w0, w1] = [b0[place]! / all0, b1[place]! / all1];
    const [before, after] = [share(c0[place]!, b0[place]!), share(c1[place]!, b1[place]!)];
    const [r0, r1] = [before ?? after ?? 0, after ?? before ?? 0];
    const rateEffect = ((w0 + w1) / 2) * (r1 - r0);
    const mixEffect = ((r0 + r1) / 2) * (w1 - w0);
    return [w0, w1, before, after, rateEffect, mixEffect, rateEffect + mixEffect];
  });
  return [...rows, [1, 1, rate0, rate1, sum(rows.map((row) => row[4])), sum(rows.map((row) => row[5])), rate1 - rate0]];
}
