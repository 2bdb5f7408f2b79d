import fc from "fast-check";
import { normalQuantile, wilson } from "../../src/core/proportion";
import { conversionInterval, conversionTest } from "../../src/core/significance";
import { column, failureOf, valueOf } from "../catalogue/run";
import reference from "../vectors/reference-statistics.json";

const test_ = (base1: number, converted1: number, base2: number, converted2: number) => conversionTest(base1, converted1, base2, converted2, 0.95);

describe("interval", () => {
  test.each([[263, 81, 0.2553, 0.3662], [148, 15, 0.0624, 0.1605], [20, 0, 0, 0.1611], [29, 1, 0.0061, 0.1718], [20, 20, 0.8389, 1]])("%d, %d converted (Newcombe 1998, table I)", (base, converted, low, high) => {
    const found = conversionInterval(base, converted, 0.95);
    expect(found[0]).toBeCloseTo(low, 4);
    expect(found[1]).toBeCloseTo(high, 4);
  });
  test("the level is 0.95 when left out, and a lower one is narrower", () => {
    expect(valueOf("CONVERSION_INTERVAL", 14, 10)).toEqual([[...conversionInterval(14, 10, 0.95)]]);
    expect(valueOf("CONVERSION_INTERVAL", 14, 10, 0.8)).toEqual([[...wilson(10, 14, 0.8)]]);
  });
  test.each<[readonly unknown[], RegExp]>([
    [[0, 0], /^#DIV\/0! base: found 0; nothing can be divided by it$/],
    [[0, 1], /^#VALUE! converted: found 1; expected a number from 0 to 0$/],
    [[10, 11], /^#VALUE! converted: found 11; expected a number from 0 to 10$/],
    [[10, 2.5], /^#VALUE! converted: found 2.5; expected a whole number$/],
    [[10.5, 2], /^#VALUE! base: found 10.5; expected a whole number$/],
    [[10, -1], /^#VALUE! converted: found -1/],
    [[10, 5, 1], /^#VALUE! level: found 1; expected a level between 0 and 1/],
    [[10, 5, 0], /^#VALUE! level: found 0/],
    [[10, 5, "0.9"], /^#VALUE! level: found "0.9"/],
    [[1e300, 5], /^#VALUE! base: found 1e\+300/],
    [[column(1, 2), 1], /^#VALUE! base: found a range of 2 × 1 cells; expected one cell/],
  ])("%j fails", (args, message) => expect(failureOf("CONVERSION_INTERVAL", ...args)).toMatch(message));
});

describe("large samples: the pooled z-test", () => {
  test("statsmodels, proportions_ztest", () => {
    const { z, p, test: used } = test_(5000, 486, 5000, 527);
    expect(z).toBeCloseTo(1.3589, 4);
    expect(p).toBeCloseTo(0.1742, 4);
    expect(used).toBe("z");
  });
  test.each(reference.twoProportions.cases.map((each) => [each.k1, each.n1, each.k2, each.n2, each.chiSquare, each.p] as const))("R, prop.test: %d of %d against %d of %d", (k1, n1, k2, n2, chiSquare, p) => {
    const found = test_(n1, k1, n2, k2);
    expect(found.z! ** 2).toBeCloseTo(chiSquare, 9);
    expect(found.p).toBeCloseTo(p, 12);
    expect(found.z).toBeLessThan(0); // second minus first
    expect(found.difference).toBeCloseTo(k2 / n2 - k1 / n1, 15);
  });
  test("Newcombe's interval (second paper of 1998): 56/70 against 48/80", () => {
    const { difference, low, high } = test_(80, 48, 70, 56);
    expect([difference, low, high].map((x) => Number(x.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339]);
    const turned = test_(70, 56, 80, 48);
    expect([turned.difference, turned.low, turned.high].map((x) => Number(x.toFixed(4)))).toEqual([-0.2, -0.3339, -0.0524]);
  });
  test("p is the share of the normal distribution beyond z", () => {
    for (const level of [0.5, 0.9, 0.95, 0.999]) {
      // A sample so large that z comes as close to the quantile as whole numbers allow.
      const base = 1e12;
      const converted = Math.round(base / 2 + normalQuantile(level) * Math.sqrt(base / 2));
      expect(test_(base, base / 2, base, converted).p).toBeCloseTo(1 - level, 5);
    }
  });
  test("very sure is a tiny p, not 0", () => {
    const { p } = test_(10000, 1000, 10000, 2000);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-80);
  });
});

describe("which test", () => {
  test.each<[readonly [number, number, number, number], "z" | "fisher"]>([
    [[10, 5, 10, 5], "z"], // expects exactly 5 of each kind in each sample
    [[10, 4, 10, 5], "fisher"], // 4.5 conversions
    [[10, 6, 10, 5], "fisher"], // 4.5 of the others
    [[9, 5, 1000, 500], "fisher"],
    [[1000, 500, 9, 5], "fisher"],
    [[1000, 500, 10, 5], "z"],
    [[10, 5, 1000, 500], "z"],
    [[3, 1, 27, 14], "fisher"],
    [[15, 5, 15, 5], "z"],
    [[15, 10, 15, 10], "z"],
    [[7, 0, 7, 0], "fisher"],
  ])("%j: %s", (args, used) => expect(test_(...args).test).toBe(used));
});

/** Fisher's p by its definition, with whole numbers of any length. */
function exact(base1: number, converted1: number, base2: number, converted2: number): number {
  const choose = (n: number, k: number): bigint => {
    let out = 1n;
    for (let i = 0; i < k; i += 1) out = (out * BigInt(n - i)) / BigInt(i + 1);
    return out;
  };
  const yes = converted1 + converted2;
  const ways = (k: number): bigint => choose(base1, k) * choose(base2, yes - k);
  const found = ways(converted1);
  let [as, all] = [0n, 0n];
  for (let k = Math.max(0, yes - base2); k <= Math.min(base1, yes); k += 1) {
    const count = ways(k);
    all += count;
    if (count * 10_000_000n <= found * 10_000_001n) as += count;
  }
  return Number((as * 10n ** 25n) / all) / 1e25;
}

describe("small samples: Fisher's exact test", () => {
  test.each<[number, number, number, number, number]>([
    [10, 8, 6, 1, 0.03496503496503497],
    [4, 3, 4, 1, 34 / 70], // Fisher's tea
    [5, 0, 5, 5, 2 / 252],
    [5, 5, 5, 5, 1],
    [1, 0, 1, 1, 1],
    [3, 0, 3, 0, 1],
  ])("%d, %d against %d, %d: %d", (base1, converted1, base2, converted2, p) => {
    const found = test_(base1, converted1, base2, converted2);
    expect(found.test).toBe("fisher");
    expect(found.p).toBeCloseTo(p, 13);
  });
  test("is what the definition says, to the tenth digit and in every direction", () => {
    const sample = fc.integer({ min: 1, max: 30 }).chain((base) => fc.tuple(fc.constant(base), fc.integer({ min: 0, max: base })));
    fc.assert(fc.property(sample, sample, ([base1, converted1], [base2, converted2]) => {
      const found = test_(base1, converted1, base2, converted2);
      if (found.test !== "fisher") return;
      const p = exact(base1, converted1, base2, converted2);
      expect(Math.abs(found.p / p - 1)).toBeLessThan(1e-10);
      expect(test_(base2, converted2, base1, converted1).p).toBeCloseTo(p, 12);
      expect(test_(base1, base1 - converted1, base2, base2 - converted2).p).toBeCloseTo(p, 12);
    }), { numRuns: 500 });
  });
  test.each<[number, number, number, number]>([[1_000_000, 2, 1_000_000, 7], [1_000_000, 0, 2_000_000, 6], [3, 2, 1_000_000, 700_000], [2000, 9, 1_000_000, 900], [1_000_000, 999_999, 500_000, 499_993]])(
    "%d, %d against %d, %d: exact in large samples, too", (base1, converted1, base2, converted2) => {
      const few = converted1 + converted2 > base1 ? [base1, base1 - converted1, base2, base2 - converted2] as const : [base1, converted1, base2, converted2] as const;
      const found = test_(base1, converted1, base2, converted2);
      expect(found.test).toBe("fisher");
      if (base1 !== 3) expect(Math.abs(found.p / exact(...few) - 1)).toBeLessThan(1e-10);
      else expect(found.p).toBeCloseTo(1, 12); // 2 of 3 is what 70 % makes most likely
    });
  test("neither loops nor overflows where the smallest margin has millions", () => {
    expect(test_(2_000_000, 3, 1e12, 2_000_000).p).toBeGreaterThan(0.4);
    expect(test_(4_000_000, 2_000_000, 4e15, 0).p).toBe(0); // smaller than any number
    expect(test_(1e15, 3, 1e15, 3)).toMatchObject({ test: "fisher", p: 1 });
  });
  test("nobody or everybody converted: no z, and p is 1", () => {
    expect(test_(10, 0, 20, 0)).toMatchObject({ z: null, p: 1, difference: 0 });
    expect(test_(10, 10, 20, 20)).toMatchObject({ z: null, p: 1, difference: 0 });
    expect((valueOf("CONVERSION_TEST", 10, 0, 20, 0) as unknown[][])[6]).toEqual(["z", ""]);
  });
});

test.each<[readonly unknown[], RegExp]>([
  [[10, 12, 6, 1], /^#VALUE! converted_1: found 12; expected a number from 0 to 10$/],
  [[10, 1, 6, 7], /^#VALUE! converted_2: found 7; expected a number from 0 to 6$/],
  [[0, 0, 6, 7], /^#VALUE! converted_2/],
  [[0, 0, 6, 1], /^#DIV\/0! base_1/],
  [[10, 1, 0, 0], /^#DIV\/0! base_2/],
  [[10, 1, 6, 1, 95], /^#VALUE! level/],
])("a test of %j fails", (args, message) => expect(failureOf("CONVERSION_TEST", ...args)).toMatch(message));

test("limits hold 0, and agree with p: where chance is unlikely, 0 lies outside", () => {
  expect(test_(1000, 100, 1000, 100)).toMatchObject({ difference: 0, z: 0, p: 1 });
  const { low, high, p } = test_(1000, 100, 1000, 160);
  expect(p).toBeLessThan(0.05);
  expect(low).toBeGreaterThan(0);
  expect(high).toBeGreaterThan(low);
  const wide = conversionTest(1000, 100, 1000, 160, 0.9999);
  expect(wide.low).toBeLessThan(low);
  expect(wide.high).toBeGreaterThan(high);
});
