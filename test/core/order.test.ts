import { byCodePoints, largestFirst, nameRanks } from "../../src/core/order";
import { sumsBy } from "../../src/core/stats";

test.each([["a", "b", -1], ["b", "a", 1], ["a", "a", 0], ["a", "ab", -1], ["ab", "a", 1], ["Z", "a", -1], ["я", "z", 1], ["\u{1f600}", "\uffff", 1], ["\u{1f600}a", "\u{1f600}b", -1]])(
  "%j against %j: %d", (a, b, sign) => expect(Math.sign(byCodePoints(a, b))).toBe(sign),
);

test("names take their places by code points of what is compared: case, ё and inner blanks do not count", () => {
  expect([...nameRanks(["beta", "Alpha", "ALPHA ", "alpha  x", "10", 9, "ёлка", "Елка", "жук"])]).toEqual([5, 3, 3, 4, 1, 2, 6, 6, 7, 0]);
  expect([...nameRanks(["!", "(Blank)"])]).toEqual([0, 1, 1]);
  expect([...nameRanks([])]).toEqual([0]);
});

test("the largest come first, equal ones in their own order, the rest apart", () => {
  const sizes = [5, 9, 5, 0, 7];
  expect(largestFirst(sizes, [4, 3, 2, 1, 0], null)).toEqual({ kept: [1, 4, 0, 2, 3], rest: [] });
  expect(largestFirst(sizes, [0, 2, 3, 4], 2)).toEqual({ kept: [4, 0], rest: [2, 3] });
  expect(largestFirst(sizes, [0, 2], 5)).toEqual({ kept: [0, 2], rest: [] });
});

test("sums per group do not drift, and the group -1 is left out", () => {
  expect([...sumsBy(Int32Array.of(0, 2, 0, -1, 0, 2), Float64Array.of(0.1, 1e16, 0.2, 7, -0.3, 1), 3)]).toEqual([2.7755575615628914e-17, 0, 1e16 + 1]);
  expect([...sumsBy(Int32Array.of(0, 0, 0, 0), Float64Array.of(1, 1e100, 1, -1e100), 1)]).toEqual([2]);
});
