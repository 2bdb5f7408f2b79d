import fc from "fast-check";
import { latestFirst, valueToDate } from "../../src/core/checkins";

const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    const { problem, details } = error as { problem: string; details: object };
    return { problem, ...details };
  }
};

describe("the check-ins that count", () => {
  test("the latest first, whatever the order of the rows", () => expect(latestFirst([46010, 46030, 46020], null)).toEqual([1, 2, 0]));
  test("of several on one day the lowest row, also where its time is earlier", () => expect(latestFirst([46010.9, 46010.1, 46005, 46010.5, 46005], null)).toEqual([3, 4]));
  test("as_of without a time of day includes its whole day", () => expect(latestFirst([46010, 46020.99, 46021], 46020)).toEqual([1, 0]));
  test("as_of with a time of day cuts the day: a later row of that day does not count", () => expect(latestFirst([46020.2, 46020.6], 46020.5)).toEqual([0]));
  test("a check-in at the very moment counts", () => expect(latestFirst([46020.5], 46020.5)).toEqual([0]));
  test("all of them later: the first date is named", () =>
    expect(failure(() => latestFirst([46030, 46013, 46020], 46012))).toEqual({ problem: "checkinsLater", argument: "checkins", found: "2025-12-22" }));
});

describe("the value to date", () => {
  const values = [100, 5, 4, 3];
  const with_ = (...totals: number[]) => valueToDate([3, 2, 1, 0], values, (place) => totals.includes(place));
  test("a total to date is the value", () => expect(with_(3, 0)).toBe(3));
  test("values for a period are added back to the latest total, and with it", () => expect(with_(1, 0)).toBe(12));
  test("back to the first row where that is the total", () => expect(with_(0)).toBe(112));
  test("or all of them", () => expect(with_()).toBe(112));
  test("what lies before the latest total is not asked for", () => {
    const asked: number[] = [];
    valueToDate([2, 1, 0], values, (place) => (asked.push(place), place === 1));
    expect(asked).toEqual([2, 1]);
  });
  test("sums do not drift", () => expect(valueToDate(Array.from({ length: 10 }, (_, i) => i), Array(10).fill(0.1), () => false)).toBe(1));
});

test("the order of rows does not matter where there is one check-in a day", () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 46000, max: 46060 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 46000, max: 46060 }), (days, asOf) => {
    const known = days.filter((day) => day <= asOf).sort((a, b) => b - a);
    fc.pre(known.length > 0);
    expect(latestFirst(days, asOf).map((place) => days[place])).toEqual(known);
  }));
});
