import fc from "fast-check";
import { aligned, known, latestKnown, niceStep, running, scaleOf, spaced, total, type Maybe } from "../../../src/pane/charts/scale";

test.each<[number, number]>([[1, 1], [1.2, 2], [3, 5], [6, 10], [0.03, 0.05], [700_000, 1_000_000], [2e14, 2e14]])("the round step for %d is %d", (rough, step) => expect(niceStep(rough)).toBeCloseTo(step, 12));

test.each<[readonly Maybe[], object, readonly number[]]>([
  [[0, 10], {}, [0, 5, 10]],
  [[4_100_000, null, 900_000], {}, [0, 2_000_000, 4_000_000, 6_000_000]],
  [[-30, 50], {}, [-50, 0, 50]],
  [[-7, -3], {}, [-10, -5, 0]],
  [[18_000, 24_000], { free: true }, [18_000, 20_000, 22_000, 24_000]],
  [[1000, 24_000], { free: true }, [0, 10_000, 20_000, 30_000]],
  [[0, 0], {}, [0, 0.5, 1]],
  [[null], {}, [0, 0.5, 1]],
  [[5e-324], { free: true }, [0, 0.5, 1]],
  [[0.1, 0.3], {}, [0, 0.1, 0.2, 0.3]],
])("the ticks for %j %j are %j", (values, options, ticks) => expect(scaleOf(values, options).ticks).toEqual(ticks));

test("a place is a share of the way from the lowest tick to the highest", () => {
  const { at } = scaleOf([-30, 50]);
  expect([-50, 0, 25, 50, 1000].map(at)).toEqual([0, 50, 75, 100, 100]);
});

test("whatever the values, there are few ticks and every place lies within the picture", () => {
  fc.assert(fc.property(fc.array(fc.option(fc.double())), fc.boolean(), (values, free) => {
    const { at, ticks } = scaleOf(values, { free });
    expect(ticks.length).toBeLessThan(9);
    expect(ticks.length).toBeGreaterThan(1);
    for (const value of values.map(known)) if (value !== null) expect(at(value) >= 0 && at(value) <= 100).toBe(true);
    const found = values.map(known).filter((value) => value !== null && Math.abs(value) < 1e300) as number[];
    for (const a of found) for (const b of found) if (a < b) expect(at(a)).toBeLessThanOrEqual(at(b));
  }));
});

test("what is no number is unknown", () => expect([1, 0, null, undefined, NaN, Infinity].map(known)).toEqual([1, 0, null, null, null, null]));
test("sums leave out what is unknown, and are unknown where nothing is known", () => {
  expect([total([1, null, 2, NaN]), total([null]), total([]), total([1e308, 1e308])]).toEqual([3, null, null, null]);
  expect(running([1, null, 2])).toEqual([1, null, 3]);
});
test("values are brought to the number of periods", () => expect([aligned([1, NaN], 3), aligned(undefined, 1), aligned([1, 2], 1)]).toEqual([[1, null, null], [null], [1]]));
test("the latest known value", () => expect([latestKnown([1, null, 3, null]), latestKnown([null]), latestKnown([])]).toEqual([2, -1, -1]));
test("labels stand where they are clear of the one before", () => {
  const even = (count: number) => Array.from({ length: count }, (_, i) => ((i + 0.5) / count) * 100);
  expect(spaced(even(6), 3, 190).every(Boolean)).toBe(true);
  expect(spaced(even(12), 3, 190).map(Number).join("")).toBe("101010101010");
  expect(spaced([0, 1, 30, 35, 100], 3, 190)).toEqual([true, false, true, false, true]);
  // The first label is drawn inwards, up to where the next one would begin.
  expect(spaced([0, 24, 60, 90], 7, 230)).toEqual([true, false, true, true]);
});
