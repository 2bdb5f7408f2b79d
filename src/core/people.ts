/** People: what a team can sell, and how many people a target needs. */
import { MetricError } from "./error";
import { ratio, roundUp, sum, type Numbers } from "./stats";

/** A number for all rows, or one per row; NaN counts as 1. */
export type Factor = { readonly numbers: Numbers; readonly single: boolean };

/**
 * What a team can sell: for each row the product of its factors, added up.
 *
 * @param factors people and quota, then attainment and ramp where they are given
 * @throws missing when there are no rows in the columns, and people or quotas are one of them
 */
export function teamCapacity(factors: readonly Factor[]): number {
  const rows = factors.find(({ single }) => !single)?.numbers.length ?? 1;
  if (rows === 0) {
    const empty = ["people", "quotas"].find((_, i) => !factors[i]!.single);
    if (empty) throw new MetricError("missing", { argument: empty });
    return teamCapacity(factors.filter(({ single }) => single)); // blank cells of the others count as 1, however many there are
  }
  const products = new Float64Array(rows).fill(1);
  for (const { numbers, single } of factors) {
    for (let row = 0; row < rows; row += 1) {
      const factor = numbers[single ? 0 : row]!;
      if (!Number.isNaN(factor)) products[row]! *= factor;
    }
  }
  return sum(products);
}

/**
 * People who must come to the team to reach a target, rounded up, not below 0.
 *
 * @param capacity what the team sells without them, in the units of the target
 * @throws zeroDivisor when a newcomer would sell nothing
 */
export function requiredReps(target: number, quota: number, attainment: number, ramp: number, capacity: number): number {
  const argument = quota === 0 ? "quota" : attainment === 0 ? "attainment" : "ramp";
  return Math.max(0, roundUp(ratio(target - capacity, quota * attainment * ramp, "zeroDivisor", { argument })));
}
