/** Why a number changed. */
import fc from "fast-check";
import { changeDrivers, type ChangeMethod } from "../../src/core/change";
import { sum } from "../../src/core/stats";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const METHODS: readonly ChangeMethod[] = ["shapley", "lmdi", "sequential"];
const effects = (x: readonly number[], y: readonly number[], method: ChangeMethod): number[] => changeDrivers(Float64Array.from(x), Float64Array.from(y), method).map((row) => row[2]);
const product = (list: readonly number[]): number => list.reduce((a, b) => a * b, 1);

/** By the definition: the mean effect over all orders in which the factors change. */
function overAllOrders(x: readonly number[], y: readonly number[]): number[] {
  const total = x.map(() => 0);
  let orders = 0;
  const walk = (now: readonly number[], left: readonly number[], path: readonly number[]): void => {
    if (left.length === 0) {
      orders += 1;
      path.forEach((value, i) => { total[i]! += value; });
      return;
    }
    for (const i of left) {
      const next = now.map((value, j) => (j === i ? y[i]! : value));
      walk(next, left.filter((j) => j !== i), path.map((value, j) => (j === i ? product(next) - product(now) : value)));
    }
  };
  walk(x, x.map((_, i) => i), total.slice());
  return total.map((value) => value / orders);
}

describe("factors of a product", () => {
  test.each([
    ["shapley", [2, 3], [4, 5], [8, 6]],
    ["sequential", [2, 3], [4, 5], [6, 8]],
    ["lmdi", [1, 1], [2, 8], [(15 * Math.log(2)) / Math.log(16), (15 * Math.log(8)) / Math.log(16)]],
    ["shapley", [2, 3, 5], [4, 3, 5], [30, 0, 0]],
    ["shapley", [1, 1, 1], [2, 2, 2], [7 / 3, 7 / 3, 7 / 3]],
    ["shapley", [0, 2], [1, 2], [2, 0]],
    ["shapley", [-1, 2], [1, -2], [0, 0]],
    ["lmdi", [2, 3], [3, 2], [6 * Math.log(1.5), -6 * Math.log(1.5)]],
  ] as const)("%s from %j to %j", (method, x, y, expected) => {
    const found = effects(x, y, method);
    expected.forEach((effect, i) => expect(found[i]).toBeCloseTo(effect, 12));
    expect(found).toHaveLength(x.length + 1);
  });

  const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
  const anyFactor = fc.double({ min: -10, max: 10, noNaN: true });

  test("shapley is the mean over all orders", () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyFactor, anyFactor), { minLength: 2, maxLength: 6 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const size = product(pairs.map(([a, b]) => Math.max(1, Math.abs(a), Math.abs(b))));
      const found = effects(x, y, "shapley");
      overAllOrders(x, y).forEach((wanted, i) => expect(Math.abs(found[i]! - wanted)).toBeLessThanOrEqual(1e-12 * size));
    }), { numRuns: 40 });
  });

  test.each(METHODS)("%s: the effects add up to the change, also of 12 factors", (method) => {
    fc.assert(fc.property(fc.array(fc.tuple(factor, factor), { minLength: 2, maxLength: 12 }), (pairs) => {
      const found = effects(pairs.map(([a]) => a), pairs.map(([, b]) => b), method);
      const size = Math.max(...found.map(Math.abs), product(pairs.map(([a]) => a)), product(pairs.map(([, b]) => b)));
      expect(Math.abs(sum(found.slice(0, -1)) - found[found.length - 1]!)).toBeLessThanOrEqual(1e-12 * size);
    }));
  });

  test("lmdi keeps its digits where the factors hardly change", () => {
    const step = 2 ** -30; // exact, so that only the products are rounded
    const found = effects([1, 3, 0.7], [1 + step, 3 + 3 * step, 0.7], "lmdi");
    expect(found[0]! / (2.1 * (1 + step) * Math.log1p(step))).toBeCloseTo(1, 10);
  });

  test("the order of the factors matters to sequential only", () => {
    const [x, y] = [[2, 3, 5], [3, 7, 4]];
    for (const method of METHODS) {
      const [there, back] = [effects(x, y, method), effects([...x].reverse(), [...y].reverse(), method)];
      const same = Math.abs(there[0]! - back[2]!) < 1e-9;
      expect(same).toBe(method !== "sequential");
    }
  });

  test("where the result stays there are effects, but no shares of a change of 0", () => {
    const call = (x: number[], y: number[], method: string) => valueOf("CHANGE_DRIVERS", column("a", "b", "c"), column(...x), column(...y), `method=${method}`) as unknown[][];
    expect(call([2, 3, 1], [3, 2, 1], "shapley")).toEqual([["Factor", "Before", "After", "Effect", "Effect %"], ["a", 2, 3, 2.5, ""], ["b", 3, 2, -2.5, ""], ["c", 1, 1, 0, ""], ["Total", 6, 6, 0, ""]]);
    // 0.1·0.7·3 and 3·0.1·0.7 differ in their last bits
    for (const method of METHODS) expect(call([0.1, 0.7, 3], [3, 0.1, 0.7], method)[4]!.slice(3)).toEqual([0, ""]);
    expect(call([1, 1, 1], [1 + 1e-11, 1, 1], "shapley")[4]![4]).toBe(1);
  });

  test("a result that came from 0", () => {
    expect(valueOf("CHANGE_DRIVERS", column("a", "b"), column(0, 2), column(1, 2))).toEqual([["Factor", "Before", "After", "Effect", "Effect %"], ["a", 0, 1, 2, 1], ["b", 2, 2, 0, 0], ["Total", 0, 2, 2, 1]]);
    expect(Object.is(effects([2, -1], [2, -5], "shapley")[0], 0)).toBe(true); // not -0
  });

  test("names as they were met, header and blank rows left out, in Russian", () => {
    const answer = run("CHANGE_DRIVERS", [column("Фактор", "Лиды", null, 17), column("До", 10, null, 2), column("После", 20, null, 2)], "ru");
    expect(answer).toEqual({ value: [["Фактор", "До", "После", "Вклад", "Вклад, %"], ["Лиды", 10, 20, 20, 1], [17, 2, 2, 0, 0], ["Итого", 20, 40, 20, 1]] });
  });

  const many = Array.from({ length: 13 }, (_, i) => i + 1);
  test.each([
    [[column("a"), column(1), column(2)], "#VALUE! factors: found 1 factor; expected 2 to 12, whose product is the result"],
    [[column(...many), column(...many), column(...many)], "#VALUE! factors: found 13 factors; expected 2 to 12, whose product is the result"],
    [[column("a", null), column(1, 2), column(2, 2)], "#VALUE! factors, row 2: found a blank cell; expected a value in each row that is not empty"],
    [[column("a", "b"), column(1, "x"), column(2, 2)], '#VALUE! before, row 2: found "x"; expected a number'],
    [[column("a"), column("x"), column(2), "method=fair"], '#VALUE! method: found "fair"; expected shapley, lmdi or sequential'],
    [[column("f", "a", "b"), column("before", 1, 1), column("after", 1, -1), "method=lmdi"], "#N/A after, row 3: found -1, but method=lmdi needs numbers above 0; use method=shapley"],
    [[column("a", "b"), column(0, 1), column(0, 1), "method=lmdi"], "#N/A before, row 1: found 0, but method=lmdi needs numbers above 0; use method=shapley"],
    [[column("a", "b"), column(1, 1), column(1e200, 1e200)], "#VALUE! The result is too large for a number"],
  ])("%j fails", (args, message) => expect(failureOf("CHANGE_DRIVERS", ...args)).toBe(message));
  test("a factor that did not move has the effect 0, and not -0, when the result fell", () => {
    const rows = valueOf("CHANGE_DRIVERS", column("a", "b"), column(2, 3), column(2, 2)) as unknown[][];
    expect(rows[1]).toEqual(["a", 2, 2, 0, 0]);
  });
  test("twelve are not too many", () => expect(valueOf("CHANGE_DRIVERS", column(...many.slice(1)), column(...many.slice(1)), column(...many.slice(1)))).toHaveLength(14));
});

describe("rate and mix", () => {
  const mix = (...args: unknown[]): unknown[][] => valueOf("CONVERSION_MIX", ...args) as unknown[][];
  const close = (found: readonly unknown[], wanted: readonly unknown[]): void => wanted.forEach((value, i) => (typeof value === "number" ? expect(found[i]).toBeCloseTo(value, 12) : expect(found[i]).toBe(value)));

  test("rows of one group are added, groups stay in the order in which they come", () => {
    const rows = mix(column("Group", "b", "a", "B"), column("n", 50, 100, 50), column("k", 5, 30, 15), column("n", 60, 20, 20), column("k", 6, 9, 2));
    expect(rows).toHaveLength(4);
    close(rows[1]!, ["b", 0.5, 0.8, 0.2, 0.1, -0.065, 0.045, -0.02]);
    close(rows[2]!, ["a", 0.5, 0.2, 0.3, 0.45, 0.0525, -0.1125, -0.06]);
    close(rows[3]!, ["Total", 1, 1, 0.25, 0.17, -0.0125, -0.0675, -0.08]);
  });
  test("a group that came or went counts with the rate it has; one that never was with none", () => {
    const rows = mix(column("new", "gone", "never", "old"), column(0, 40, 0, 60), column(0, 10, 0, 6), column(50, 0, 0, 50), column(20, 0, 0, 5));
    close(rows[1]!, ["new", 0, 0.5, "", 0.4, 0, 0.2, 0.2]);
    close(rows[2]!, ["gone", 0.4, 0, 0.25, "", 0, -0.1, -0.1]);
    close(rows[3]!, ["never", 0, 0, "", "", 0, 0, 0]);
    close(rows[4]!, ["old", 0.6, 0.5, 0.1, 0.1, 0, -0.01, -0.01]);
  });
  test("headers in Russian", () => {
    const answer = run("CONVERSION_MIX", [column("a"), column(1), column(1), column(1), column(0)], "ru");
    expect("value" in answer && answer.value).toEqual([
      ["Группа", "Доля до", "Доля после", "Конверсия до", "Конверсия после", "Вклад конверсии", "Вклад структуры", "Общий вклад"],
      ["a", 1, 1, 1, 0, -1, 0, -1], ["Итого", 1, 1, 1, 0, -1, 0, -1],
    ]);
  });
  test.each([
    [[column("a", "b"), column(0, 5), column(1, 1), column(0, 1), column(1, 1)], "#VALUE! base_before, row 1: found 0, yet 1 were converted; expected those they came from"],
    [[column("a", "b"), column(5, 5), column(1, 1), column(10, 0), column(1, 2)], "#VALUE! base_after, row 2: found 0, yet 2 were converted; expected those they came from"],
    [[column("a"), column(0), column(0), column(10), column(1)], "#DIV/0! base_before: the total is 0, nothing can be divided by it"],
    [[column("a"), column(10), column(1), column(0), column(0)], "#DIV/0! base_after: the total is 0, nothing can be divided by it"],
    [[column("a", null), column(10, 5), column(1, 1), column(9, 9), column(0, 0)], "#VALUE! groups, row 2: found a blank cell; expected a value in each row that is not empty"],
    [[column("a"), column(10), column(-1), column(9), column(0)], "#VALUE! converted_before, row 1: found -1; expected a number, 0 or more"],
  ])("%j fails", (args, message) => expect(failureOf("CONVERSION_MIX", ...args)).toBe(message));

  test("rate and mix add up to the change of the pooled rate, in any order of rows", () => {
    const row = fc.tuple(fc.constantFrom("a", "b", "c", "d"), ...([1, 2] as const).map(() => fc.tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))) as [fc.Arbitrary<[number, number]>, fc.Arbitrary<[number, number]>]);
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const call = (list: typeof rows) => mix(...[list.map(([g]) => g), list.map(([, [n]]) => n), list.map(([, [n, p]]) => Math.round(n * p)), list.map(([, , [n]]) => n), list.map(([, , [n, p]]) => Math.round(n * p))].map((cells) => column(...cells)));
      const table = call(rows);
      const total = table[table.length - 1] as number[];
      expect(total[5]! + total[6]!).toBeCloseTo(total[7]!, 12);
      expect(total[4]! - total[3]!).toBeCloseTo(total[7]!, 12);
      const byName = (list: unknown[][]) => new Map(list.map((each) => [each[0], each.slice(1)]));
      const backwards = byName(call([...rows].reverse()));
      for (const [name, cells] of byName(table)) close(cells, backwards.get(name)!);
    }));
  });
});
