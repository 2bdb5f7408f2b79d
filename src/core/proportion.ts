/** Confidence intervals of a proportion. */
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** The z of a two-sided level: P(|Z| ≤ z) = level, 1.96 for 0.95. */
export const normalQuantile = (level: number): number => Math.SQRT2 * erfcinv(1 - level);

/**
 * Wilson's score interval, without continuity correction.
 *
 * @param successes 0..trials
 * @param trials above 0
 * @param level for instance 0.95
 * @returns [low, high] within 0..1; none of them → low exactly 0, all of them → high exactly 1
 * @see E. B. Wilson, JASA 22 (1927); R. G. Newcombe, Statistics in Medicine 17 (1998)
 */
export function wilson(successes: number, trials: number, level: number): readonly [number, number] {
  const z = normalQuantile(level);
  const p = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return [successes === 0 ? 0 : centre - half, successes === trials ? 1 : centre + half];
}
