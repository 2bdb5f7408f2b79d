/** Against numbers of R 4.2.2 with package survival (test/vectors/reference-statistics.json): shuffled once more, so that order cannot help. */
import { normalQuantile, wilson } from "../../src/core/proportion";
import { describe as describeNumbers, percentileInPlace, roundUp, sortedPercentile, sum } from "../../src/core/stats";
import { curveMean, curvePercentile, kaplanMeier } from "../../src/core/survival";
import reference from "../vectors/reference-statistics.json";

const shuffled = (numbers: readonly number[]): Float64Array => Float64Array.from([...numbers].sort((a, b) => Math.sin(a * 12.9898) - Math.sin(b * 12.9898)));
const close = (found: number, expected: number, digits = 1e-12): void => expect(Math.abs(found - expected)).toBeLessThanOrEqual(digits * Math.max(1, Math.abs(expected)));

test.each(reference.quantiles.cases.map(({ x, p, inc }) => [p, x, inc] as const))("percentile %d of %j", (p, x, inc) => {
  close(percentileInPlace(shuffled(x), p), inc);
  close(sortedPercentile(Float64Array.from(x).sort(), p)!, inc);
});

test("percentiles of many numbers are those of a sort, whatever the order", () => {
  const numbers = Float64Array.from({ length: 5000 }, (_, i) => Math.round(1e4 * Math.abs(Math.sin(i * 78.233))) / 7);
  const sorted = numbers.slice().sort();
  for (const share of [0, 0.001, 0.125, 0.25, 0.5, 0.75, 0.8, 0.999, 1]) expect(percentileInPlace(numbers.slice(), share)).toBe(sortedPercentile(sorted, share));
});

test.each(reference.wilson.cases.map(({ k, n, level, lo, hi }) => [k, n, level, lo, hi] as const))("Wilson %d of %d at %d", (k, n, level, lo, hi) => {
  const [low, high] = wilson(k, n, level);
  close(low, lo);
  close(high, hi);
  if (k === 0) expect(low).toBe(0);
  if (k === n) expect(high).toBe(1);
});

test.each(reference.normalQuantile.map(({ p, z }) => [p, z] as const))("normal quantile of %d", (p, z) => close(normalQuantile(2 * p - 1), z));

test.each(reference.arithmetic.sums.map(({ x, sum: total }) => [x, total] as const))("the sum of %j is %d", (x, total) => expect(sum(x)).toBe(total));

type Curve = {
  readonly time: readonly number[]; readonly event: readonly number[]; readonly median: number | null; readonly quantile25?: number; readonly quantile75?: number;
  readonly curve?: readonly { readonly t: number; readonly events: number; readonly S: number }[];
  readonly at?: readonly { readonly t: number; readonly S: number }[];
};
const curves = Object.entries(reference.kaplanMeier).flatMap(([name, each]): [string, Curve][] => (typeof each === "string" ? [] : [[name, each]]));

test.each(curves)("Kaplan–Meier, %s", (_name, { time, event, curve, at = [], median, quantile25, quantile75 }) => {
  const pick = (finished: number) => shuffled(time.filter((_, i) => event[i] === finished));
  const found = kaplanMeier({ finished: pick(1), open: pick(0) });
  const ends = curve?.filter(({ events }) => events > 0);
  if (ends) expect(found.times).toEqual(ends.map(({ t }) => t));
  ends?.forEach(({ S }, i) => close(found.surviving[i]!, S));
  for (const { t, S } of at) close(found.surviving[found.times.filter((each) => each <= t).length - 1]!, S);
  expect(curvePercentile(found, 0.5)).toBe(median);
  if (quantile25 !== undefined) expect([curvePercentile(found, 0.25), curvePercentile(found, 0.75)]).toEqual([quantile25, quantile75]);
});

test("the mean stay is the area up to the longest length, finished or not", () => {
  expect(curveMean(kaplanMeier({ finished: Float64Array.of(1, 3), open: Float64Array.of(5) }))).toBeCloseTo(1 + (2 * 2) / 3 + 2 / 3, 12);
  expect(curveMean(kaplanMeier({ finished: new Float64Array(0), open: Float64Array.of(7) }))).toBe(7);
});

test("nothing to describe is no value, but its count is 0", () => {
  const none = new Float64Array(0);
  expect(describeNumbers(none, { name: "mean" })).toBeNull();
  expect(describeNumbers(none, { name: "percentile", share: 0.5 })).toBeNull();
  expect(describeNumbers(none, { name: "count" })).toBe(0);
});

test.each([[100.00000000000001, 100], [100.001, 101], [-0.0000000001, 0], [0, 0], [133.33, 134]])("%d rounded up is %d", (x, up) => expect(Object.is(roundUp(x), up)).toBe(true));
