import fc from "fast-check";
import { nearest } from "../../src/core/nearest";

/** Levenshtein's distance by its definition. */
const distance = (a: string, b: string): number =>
  a === "" ? b.length : b === "" ? a.length : Math.min(distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1, distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1));

test("the candidate with the fewest edits, the first of equals", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 4 }), fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 }), { maxLength: 5 }), (text, candidates) => {
    const distances = candidates.map((each) => distance(text, each));
    expect(nearest(text, candidates)).toBe(distances.indexOf(Math.min(...distances)));
  }));
});

test.each([
  ["no candidates", "cac", [], -1],
  ["one that shares nothing is still the nearest", "cac", ["xyzxyz"], 0],
  ["a missing letter", "new custmers", ["sales volume", "new customers", "customers"], 1],
  ["a replaced letter", "g-005", ["g-105x", "g-004", "g-115"], 1],
  ["the same text", "b", ["a", "b"], 1],
  ["two letters swapped are two edits, one letter replaced is one", "ab", ["ba", "ac"], 1],
] as const)("%s", (_, text, candidates, place) => expect(nearest(text, candidates)).toBe(place));

test("only the first 200 characters are compared", () => {
  const long = "x".repeat(200);
  expect(nearest(`${long}ab`, [`${long}`, `${long}ab`])).toBe(0);
  expect(nearest(`${long.slice(1)}ab`, [`${long.slice(1)}b`, `${long.slice(1)}a`])).toBe(1);
});
