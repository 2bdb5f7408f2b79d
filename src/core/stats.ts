/** Sums, percentiles and the statistics that a user may ask for. Nothing here depends on the order of the numbers. */
import { MetricError, type Details, type Problem } from "./error";

export type Numbers = ArrayLike<number>;

/** Computed numbers are compared with limits within this tolerance. */
export const TOLERANCE = 1e-9;

/**
 * The sum with what each addition rounded away added at the end: exact to the last digits where a plain loop drifts, and the same in any
 * order of rows in all but contrived cases. Source: A. Neumaier, ZAMM 54 (1974); the error of an addition without a branch: D. Knuth, TAOCP
 * 2, 4.2.2.
 */
export function sum(numbers: Numbers): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    const x = numbers[i]!;
    const next = total + x;
    const added = next - total;
    lost += total - (next - added) + (x - added);
    total = next;
  }
  return total + lost;
}

/** The same of the products a·b, row by row. */
export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i]! * b[i]!;
    const next = total + x;
    const added = next - total;
    lost += total - (next - added) + (x - added);
    total = next;
  }
  return total + lost;
}

/** For sums of several groups that lie in one array, which a loop reads faster than two: at `at` the total, behind it what its additions rounded away. */
export function addTo(sums: Float64Array, at: number, x: number): void {
  const total = sums[at]!;
  const next = total + x;
  const added = next - total;
  sums[at + 1]! += total - (next - added) + (x - added);
  sums[at] = next;
}

/** The sums that `addTo` made at `from` and every `step` places from there. */
export function sumsAt(sums: Float64Array, from: number, step: number): Float64Array {
  const out = new Float64Array(sums.length / step);
  for (let i = 0; i < out.length; i += 1) out[i] = sums[i * step + from]! + sums[i * step + from + 1]!;
  return out;
}

/** The sum of each group, 0 … count − 1, in one pass; a value of the group -1 is left out. */
export function sumsBy(groups: Int32Array, values: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count * 2);
  for (let i = 0; i < groups.length; i += 1) if (groups[i]! >= 0) addTo(sums, groups[i]! * 2, values[i]!);
  return sumsAt(sums, 0, 2);
}

/**
 * Percentile by R's type 7, Excel's PERCENTILE.INC.
 *
 * @param numbers at least one; they are rearranged in place
 * @param share 0 for the smallest … 1 for the largest
 */
export function percentileInPlace(numbers: Float64Array, share: number): number {
  const h = (numbers.length - 1) * share;
  const below = Math.floor(h + 1e-12); // (n − 1)·0.7 may come out a hair under a whole number
  const low = select(numbers, below);
  if (h - below <= 1e-12) return low;
  let high = Infinity; // the smallest of those above `below`
  for (let i = below + 1; i < numbers.length; i += 1) if (numbers[i]! < high) high = numbers[i]!;
  return low + (h - below) * (high - low);
}

/** The same on numbers that are sorted already; null when there are none. */
export function sortedPercentile(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * share;
  const below = Math.floor(h + 1e-12);
  const low = sorted[below]!;
  return h - below <= 1e-12 ? low : low + (h - below) * (sorted[below + 1]! - low);
}

/** Hoare's selection, median of three: afterwards position `k` holds what a sort would put there. */
function select(a: Float64Array, k: number): number {
  let left = 0;
  let right = a.length - 1;
  while (right - left > 16) {
    const pivot = medianOfThree(a[left]!, a[(left + right) >> 1]!, a[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (a[i]! < pivot) i += 1;
      while (a[j]! > pivot) j -= 1;
      if (i <= j) {
        const swap = a[i]!;
        a[i] = a[j]!;
        a[j] = swap;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return a[k]!;
  }
  a.subarray(left, right + 1).sort();
  return a[k]!;
}

const medianOfThree = (x: number, y: number, z: number): number =>
  x < y ? (y < z ? y : Math.max(x, z)) : x < z ? x : Math.max(y, z);

/** What to tell about a set of numbers. `percentile` holds its share, 0..1. */
export type Statistic = { readonly name: "mean" | "min" | "max" | "sum" | "count" } | { readonly name: "percentile"; readonly share: number };

/**
 * One number about a set.
 *
 * @returns null when there are no numbers, except that their count is 0
 */
export function describe(numbers: Float64Array, statistic: Statistic): number | null {
  if (statistic.name === "count") return numbers.length;
  if (numbers.length === 0) return null;
  switch (statistic.name) {
    case "mean": return sum(numbers) / numbers.length;
    case "sum": return sum(numbers);
    case "min": return numbers.reduce((a, b) => (b < a ? b : a));
    case "max": return numbers.reduce((a, b) => (b > a ? b : a));
    case "percentile": return percentileInPlace(numbers.slice(), statistic.share);
  }
}

/** Rounds up to a whole number, but a hair above a whole number stays there: 7/(0.7·0.1) is 100.00000000000001. */
export function roundUp(x: number): number {
  return Math.ceil(x - Math.max(TOLERANCE, Math.abs(x) * 1e-12)) + 0; // + 0: never -0
}

/** a / b, where a zero b is the named failure: made only then, because an error notes where it was made, which takes longer than a metric. */
export function ratio(a: number, b: number, zero: Problem, details: Details = {}): number {
  if (b === 0) throw new MetricError(zero, details);
  return a / b;
}

/** A part of a whole; null where the whole is 0. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
