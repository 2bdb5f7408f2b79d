import { byCodePoints, collapse, largestFirst, nameRanks } from "../../src/core/order";
import { sumOfProducts, sumsBy } from "../../src/core/stats";

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

test.each([9, 10, 11, 12, 13, 32, 0xa0, 0x1680, 0x2000, 0x2005, 0x200a, 0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])("the character %d is white space around and between words", (code) => {
  const space = String.fromCharCode(code);
  expect(collapse(`${space}a${space}${space}b${space}`)).toBe("a b");
});
test.each([8, 14, 31, 33, 0x200c, 0x1fff])("the character %d is none", (code) => expect(collapse(`a${String.fromCharCode(code)}`)).toHaveLength(2));

test("sums of products do not drift", () => {
  expect(sumOfProducts(Float64Array.of(1e16, 1, 1, 1), Float64Array.of(1, 1, 1, 1))).toBe(1e16 + 3 + 1); // the nearest number there is
  expect(sumOfProducts(Float64Array.of(1, 2, 1, 3), Float64Array.of(1, 5e99, 1, 0))).toBe(1e100);
  expect(sumOfProducts(Float64Array.of(1e8, 0.1, -1e8, 0.2), Float64Array.of(1e8, 1, 1e8, 1))).toBeCloseTo(0.3, 15);
  expect(sumOfProducts(new Float64Array(), new Float64Array())).toBe(0);
});
