import fc from "fast-check";
import { column, failureOf, valueOf } from "../catalogue/run";

describe("bottleneck", () => {
  const STAGES = column("Lead", "Call", "Offer", "Won");
  const steps = (...args: readonly unknown[]): unknown[][] => (valueOf("BOTTLENECK", ...args) as unknown[][]).slice(1);
  const near = (found: readonly unknown[], expected: readonly (number | string)[]): void =>
    expected.forEach((each, i) => (typeof each === "number" ? expect(found[i]).toBeCloseTo(each, 12) : expect(found[i]).toBe(each)));

  test("a row per step, with what a point more of it brings", () => {
    expect(valueOf("BOTTLENECK", column("Lead", "Offer", "Won"), column(100, 50, 10), 1000, column(null, 0.6, 0.2))).toEqual([
      ["Stage", "Conversion", "Wins per +1 pt", "Money per +1 pt", "Rank", "Benchmark", "Money to benchmark"],
      ["Offer", 0.5, 0.2, 200, 2, 0.6, expect.closeTo(2000, 9)], ["Won", 0.2, 0.5, 500, 1, 0.2, 0],
    ]);
  });
  test("without deal_size money is wins; without benchmarks there is none to reach", () => {
    const [row] = steps(column("Lead", "Won"), column(100, 50));
    expect(row).toEqual(["Won", 0.5, 1, 1, 1, "", ""]);
  });
  test("a deal size of 0 leaves the wins and their rank", () => expect(steps(column("a", "b", "c"), column(100, 50, 10), 0).map((row) => row.slice(2, 5))).toEqual([[0.2, 0, 2], [0.5, 0, 1]]));
  test("equal steps share a rank, the next one counts on; equal up to rounding is equal", () => {
    expect(steps(STAGES, column(100, 50, 25, 5)).map((row) => row[4])).toEqual([2, 2, 1]);
    expect(steps(STAGES, column(1000, 300, 90, 27)).map((row) => row[4])).toEqual([1, 1, 1]);
    expect(steps(STAGES, column(100, 10, 5, 2.5)).map((row) => row[4])).toEqual([1, 2, 2]);
    expect(steps(STAGES, column(100, 90, 45, 22)).map((row) => row[4])).toEqual([3, 2, 1]);
  });
  test("the rank is one more than the steps that bring more, however many steps there are", () =>
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 40 }), (counts) => {
      const rows = steps(column(...counts.map((_, i) => `s${i}`)), column(...counts));
      const wins = rows.map((row) => Number(row[2]));
      expect(rows.map((row) => row[4])).toEqual(wins.map((own) => 1 + wins.filter((other) => other > own * (1 + 1e-9)).length));
    })));
  test("a benchmark that is met brings nothing, a blank one no value; conversions may exceed 1", () => {
    const rows = steps(STAGES, column(100, 120, 60, 30), 10, column(0.9, 0.5, null, 1));
    near(rows[0]!, ["Call", 1.2, 0.25, 2.5, 3, 0.5, 0]);
    near(rows[1]!, ["Offer", 0.5, 0.6, 6, 1, "", ""]);
    near(rows[2]!, ["Won", 0.5, 0.6, 6, 1, 1, 300]);
  });
  test("nobody won: only the last step is worth something", () => {
    const rows = steps(column("Lead", "Offer", "Won"), column(100, 50, 0), 1, column(0, 1, 0.1));
    near(rows[0]!, ["Offer", 0.5, 0, 0, 2, 1, 0]);
    near(rows[1]!, ["Won", 0, 0.5, 0.5, 1, 0.1, 5]);
  });
  test("a header above the counts is left out", () => expect(steps(column("Stage", "Lead", "Won"), column("Count", 100, 50))).toHaveLength(1));
  test.each([["–"], [" - "], [50], [true], [""]])("the benchmark of the first stage is not used: %j there changes nothing", (unused) =>
    expect(steps(column("Lead", "Offer", "Won"), column(100, 50, 10), 1, column(unused, 0.6, 0.2))).toEqual(steps(column("Lead", "Offer", "Won"), column(100, 50, 10), 1, column(null, 0.6, 0.2))));
  test("nor below a header, and below a blank row", () =>
    expect(steps(column("Stage", null, "Lead", "Won"), column("Count", null, 100, 50), 1, column("Norm", null, "–", 0.6)).map((row) => row[5])).toEqual([0.6]));
  test("a header above the benchmarks is one, though a year stands above the counts", () =>
    expect(steps(column("Stage", "Lead", "Won"), column(2026, 100, 50), 1, column("Norm", null, 0.6)).map((row) => row[0])).toEqual(["Won"]));
  test("an error in place of it is the result all the same", () =>
    expect(failureOf("BOTTLENECK", column("Lead", "Won"), column(100, 50), 1, column({ error: "#REF!" }, 0.6))).toMatch(/^#REF!/));
  test.each<[readonly unknown[], RegExp]>([
    [[column("Lead", "Offer", "Won"), column(100, 0, 0)], /^#DIV\/0! counts, row 2: nobody entered "Offer", so there are no conversions after it$/],
    [[column("Lead", "Offer", "Won"), column(0, 5, 5)], /^#DIV\/0! counts, row 1: nobody entered "Lead"/],
    [[column("Lead"), column(100)], /^#VALUE! stages: found 1 stage; expected at least 2$/],
    [[column("Lead", "Won"), column(100, -5)], /^#VALUE! counts, row 2/],
    [[column("Lead", "Won"), column(100, 5), -1], /^#VALUE! deal_size/],
    [[column("Lead", "Won"), column(100, 5), 1, column(null, 20)], /^#VALUE! benchmarks, row 2: found 20; expected a share from 0 to 1/],
    [[column("Lead", null), column(100, 5)], /^#VALUE! stages, row 2: found a blank cell/],
  ])("%j fails", (args, message) => expect(failureOf("BOTTLENECK", ...args)).toMatch(message));

  test("is the product of the conversions with this one a point higher, times the first count", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 7 }), (counts) => {
      const rates = counts.slice(1).map((count, i) => count / counts[i]!);
      const wins = (list: readonly number[]) => list.reduce((a, b) => a * b, counts[0]!);
      steps(column(...counts.map((_, i) => `s${i}`)), column(...counts)).forEach((row, i) => {
        const gain = wins(rates.map((rate, j) => (j === i ? rate + 0.01 : rate))) - counts.at(-1)!;
        expect(Math.abs((row[2] as number) - gain)).toBeLessThan(1e-6 * Math.max(1, gain));
      });
    }));
  });
});
