/** Where a value is going that does not add up: a straight line through its check-ins, shown beside the method's name and nowhere in the sheet. */
import { sum } from "../core/stats";

type Point = { readonly day: number; readonly value: number };

/** Of fewer a line says nothing. */
const FEWEST = 4;

/**
 * The line of least squares on a later day; what never was below 0 does not go there, nor a share above 1.
 *
 * @returns null for fewer than four points
 */
export function trendOn(points: readonly Point[], day: number, isShare: boolean): number | null {
  const count = points.length;
  if (count < FEWEST) return null;
  const middle = sum(points.map((point) => point.day)) / count;
  const mean = sum(points.map(({ value }) => value)) / count;
  const spread = sum(points.map((point) => (point.day - middle) ** 2));
  const value = mean + (sum(points.map((point) => (point.day - middle) * (point.value - mean))) / spread) * (day - middle);
  const most = isShare && points.every((point) => point.value <= 1) ? 1 : Infinity;
  return Math.min(most, points.every((point) => point.value >= 0) ? Math.max(0, value) : value);
}
