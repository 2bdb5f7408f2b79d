/** Forecasts by their formulas written out, at their limits, and Student's t against tables. */
import fc from "fast-check";
import { leadForecast, pipelineForecast } from "../../src/core/forecast";
import { seasonalIndex } from "../../src/core/season";
import { normalQuantile } from "../../src/core/proportion";
import { studentQuantile, studentWithin } from "../../src/core/student";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const rows = (name: string, ...args: readonly unknown[]): unknown[][] => (valueOf(name, ...args) as unknown[][]).slice(1);

describe("run rate", () => {
  test.each([[50, 10, 22, 110], [-10, 5, 10, -20], [50, 22, 22, 50], [7, 0.3, 0.1 + 0.2, 7]])("%d after %d of %d is %d", (actual, elapsed, total, expected) => expect(valueOf("RUN_RATE", actual, elapsed, total)).toBeCloseTo(expected, 9));
  test("what has passed is at most the whole, up to the last bits", () => {
    expect(valueOf("RUN_RATE", 7, 0.1 + 0.2, 0.3)).toBeCloseTo(7, 9);
    expect(failureOf("RUN_RATE", 50, 23, 22)).toBe("#VALUE! elapsed: found 23; expected at most total, which is 22");
    expect(failureOf("RUN_RATE", 50, 22 + 2e-9, 22)).toMatch(/^#VALUE! elapsed/);
  });
  test("nothing has passed", () => {
    expect(failureOf("RUN_RATE", 50, 0, 22)).toBe("#DIV/0! elapsed: found 0; nothing can be divided by it");
    expect(failureOf("RUN_RATE", 50, 0, 0)).toMatch(/^#DIV\/0! elapsed/);
  });
  test("time is not negative", () => expect(failureOf("RUN_RATE", 50, -1, 22)).toMatch(/^#VALUE! elapsed: found -1/));
});

/** The centred moving average as it is drawn in textbooks: m + 1 values with half weights at both ends where m is even. */
function indexesSlowly(y: readonly number[], m: number): number[] {
  const half = Math.floor(m / 2);
  const ratios: number[][] = Array.from({ length: m }, () => []);
  for (let t = half; t + half < y.length; t += 1) {
    let average = 0;
    for (let k = -half; k <= half; k += 1) average += (m % 2 === 0 && Math.abs(k) === half ? 0.5 : 1) * y[t + k]!;
    ratios[t % m]!.push(y[t]! / (average / m));
  }
  const means = ratios.map((list) => list.reduce((a, b) => a + b) / list.length);
  const mean = means.reduce((a, b) => a + b) / m;
  return means.map((each) => each / mean);
}

describe("seasonal index", () => {
  const series = (m: number) => fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2 * m, maxLength: 4 * m });
  test.each([2, 3, 4, 7, 12])("season of %d: as by the textbook, mean 1, and no matter in which unit", (m) => {
    fc.assert(fc.property(series(m), (list) => {
      const found = seasonalIndex(Float64Array.from(list), m);
      const wanted = indexesSlowly(list, m);
      found.forEach((each, i) => expect(each).toBeCloseTo(wanted[i]!, 11));
      expect(found.reduce((a, b) => a + b) / m).toBeCloseTo(1, 12);
      seasonalIndex(Float64Array.from(list, (x) => x * 1000), m).forEach((each, i) => expect(each).toBeCloseTo(found[i]!, 11));
    }), { numRuns: 100 });
  });
  test("a large value far away spoils no average", () => {
    expect(seasonalIndex(Float64Array.of(1e17, 1e17, 1e17, 1e17, 1, 3, 1, 3, 1, 3), 2)[1]).toBeCloseTo(indexesSlowly([1e17, 1e17, 1e17, 1e17, 1, 3, 1, 3, 1, 3], 2)[1]!, 9);
  });
  test("the season is 12 when left out, and the header does not count", () => {
    const months = Array.from({ length: 24 }, (_, i) => 10 + (i % 12));
    expect(valueOf("SEASONAL_INDEX", column("Leads", ...months))).toEqual(column(...seasonalIndex(Float64Array.from(months), 12)));
    expect(failureOf("SEASONAL_INDEX", column(...months.slice(1)))).toBe("#N/A values: found 23 values; expected at least 24");
  });
  test("two seasons are enough, one value less is not", () => {
    expect(valueOf("SEASONAL_INDEX", column(1, 3, 1, 3), 2)).toEqual(column(0.5, 1.5));
    expect(failureOf("SEASONAL_INDEX", column(1, 3, 1), 2)).toMatch(/^#N\/A values: found 3 values; expected at least 4/);
  });
  test("values whose average is no number any more are refused, and give no index of 0", () => {
    expect(failureOf("SEASONAL_INDEX", column(1, 1, 1, 1e308, 1e308), 2)).toMatch(/^#VALUE!.*too large/);
    expect((valueOf("SEASONAL_INDEX", column(1, 3, 3, 3, 2, 3, 2, 1e308, 3, 2, 1, 3), 6) as number[][])[1]![0]).toBeCloseTo(5.027027027, 9);
  });
  test("a place whose values are 0 has the index 0", () => expect(valueOf("SEASONAL_INDEX", column(0, 3, 0, 3), 2)).toEqual(column(0, 2)));
  test("a season of zeros, and nothing but zeros where there is an average", () => {
    expect(failureOf("SEASONAL_INDEX", column(1, 1, 0, 0, 0, 0, 1, 1), 2)).toBe("#DIV/0! values: the values of a whole season are 0, nothing can be divided by them");
    expect(failureOf("SEASONAL_INDEX", column(1, 0, 0, 1), 2)).toMatch(/^#DIV\/0!/);
  });
  test.each([1, 2.5, "x", 10001])("a season of %j is refused", (m) => expect(failureOf("SEASONAL_INDEX", column(1, 2, 3, 4), m)).toMatch(/^#VALUE! season_length/));
  test("values are 0 or more", () => expect(failureOf("SEASONAL_INDEX", column(1, -2, 3, 4), 2)).toMatch(/^#VALUE! values, row 2/));
});

/** Least squares by the normal equations. */
function forecastSlowly(y: readonly number[], periods: number, m: number, t: number): number[][] {
  const index = m > 1 ? indexesSlowly(y, m) : [1];
  const plain = y.map((value, i) => value / index[i % m]!);
  const n = y.length;
  const x = y.map((_, i) => i + 1);
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b);
  const [sx, sy, sxx, sxy] = [total(x), total(plain), total(x.map((each) => each * each)), total(x.map((each, i) => each * plain[i]!))];
  const b = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const a = (sy - b * sx) / n;
  const s = Math.sqrt(total(plain.map((each, i) => (each - a - b * x[i]!) ** 2)) / (n - 2));
  return Array.from({ length: periods }, (_, i) => {
    const at = n + 1 + i;
    const half = t * s * Math.sqrt(1 + 1 / n + (at - sx / n) ** 2 / (sxx - (sx * sx) / n));
    return [at, ...[0, -half, half].map((each) => Math.max(0, (a + b * at + each) * index[(at - 1) % m]!))];
  });
}

describe("forecast of leads", () => {
  test.each([1, 2, 3, 4])("season of %d: as by the normal equations", (m) => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: Math.max(3, 2 * m), maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (list, periods) => {
      const wanted = forecastSlowly(list, periods, m, studentQuantile(0.9, list.length - 2));
      const found = leadForecast(Float64Array.from(list), periods, m, 0.9).map(({ period, forecast, low, high }) => [period, forecast, low, high]);
      expect(found).toHaveLength(periods);
      found.flat().forEach((each, i) => expect(Math.abs(each - wanted.flat()[i]!)).toBeLessThan(1e-6));
    }), { numRuns: 100 });
  });
  test("four values, by hand: 15.5 ± 4.30265 · √2.05... of two degrees of freedom", () => {
    // Trend 8.5 + 1.4 t, residuals 0.1, 0.7, −1.7, 0.9: SSE 4.2, s² 2.1; half width 4.302652729749464 · √2.1 · √(1 + 1/4 + 2.5²/5)
    const half = 4.302652729749464 * Math.sqrt(2.1) * Math.sqrt(1 + 0.25 + 1.25);
    const [row] = rows("LEAD_FORECAST", column(10, 12, 11, 15)) as number[][];
    [5, 15.5, 15.5 - half, 15.5 + half].forEach((each, i) => expect(row![i]).toBeCloseTo(each, 9));
  });
  test("one period, no season and 0.95 when left out", () => {
    const list = column(10, 12, 11, 15);
    expect(rows("LEAD_FORECAST", list)).toEqual(rows("LEAD_FORECAST", list, 1, 1, 0.95));
    expect(rows("LEAD_FORECAST", list, 1, 1, 0.5)).not.toEqual(rows("LEAD_FORECAST", list));
  });
  test("a falling trend ends at 0", () => {
    expect(rows("LEAD_FORECAST", column(20, 3, 1), 2)[1]!.slice(0, 3)).toEqual([5, 0, 0]);
    expect(rows("LEAD_FORECAST", column(20, 3, 1), 2)[1]![3]).toBeGreaterThan(0);
  });
  test("a straight line with a season goes on exactly", () => {
    const list = Array.from({ length: 12 }, (_, i) => 100 * (i % 2 === 0 ? 0.5 : 1.5));
    const found = rows("LEAD_FORECAST", column(...list), 3, 2) as number[][];
    found.forEach((row, i) => [13 + i, ...[0, 0, 0].map(() => (i === 1 ? 150 : 50))].forEach((each, c) => expect(row[c]).toBeCloseTo(each, 9)));
  });
  test("three values are enough without a season, two seasons with one", () => {
    expect(rows("LEAD_FORECAST", column(1, 2, 3))).toHaveLength(1);
    expect(failureOf("LEAD_FORECAST", column(1, 2))).toBe("#N/A values: found 2 values; expected at least 3");
    expect(rows("LEAD_FORECAST", column(1, 2, 1, 2), 1, 2)).toHaveLength(1);
    expect(failureOf("LEAD_FORECAST", column(1, 2, 1), 1, 2)).toBe("#N/A values: found 3 values; expected at least 4");
    expect(failureOf("LEAD_FORECAST", column(1, 2), 1, 12)).toBe("#N/A values: found 2 values; expected at least 24");
  });
  test("an index of 0, or no index at all", () => {
    expect(failureOf("LEAD_FORECAST", column(3, 0, 3, 0), 1, 2)).toBe("#DIV/0! values: the seasonal index of place 2 is 0, nothing can be divided by it");
    expect(failureOf("LEAD_FORECAST", column(0, 3, 0, 3), 1, 2)).toMatch(/^#DIV\/0! values: the seasonal index of place 1 is 0/);
    expect(failureOf("LEAD_FORECAST", column(0, 0, 0, 0), 1, 2)).toMatch(/^#DIV\/0! values: the values of a whole season/);
    expect(rows("LEAD_FORECAST", column(0, 0, 0))).toEqual([[4, 0, 0, 0]]);
  });
  test.each([[0, 1, 0.95, "periods"], [1.5, 1, 0.95, "periods"], [1, 0, 0.95, "season_length"], [1, 1, 0, "level"], [1, 1, 1, "level"], [1, 1, "95%", "level"]])("%j, %j, %j is refused", (periods, season, level, name) => {
    expect(failureOf("LEAD_FORECAST", column(1, 2, 3, 4), periods, season, level)).toMatch(new RegExp(`^#VALUE! ${name}`));
  });
});

describe("Student's t", () => {
  /** Two-sided, from printed tables and R's qt. */
  test.each([
    [0.95, 1, 12.706204736432095], [0.95, 2, 4.302652729749464], [0.95, 3, 3.1824463052842624], [0.95, 4, 2.7764451051977987], [0.95, 5, 2.570581835636314],
    [0.95, 10, 2.2281388519649385], [0.95, 30, 2.0422724563012373], [0.95, 100, 1.9839715184496334], [0.99, 1, 63.65674116287158], [0.99, 9, 3.2498355415921254],
    [0.9, 20, 1.7247182429207857], [0.8, 7, 1.4149239276488585], [0.5, 1, 1], [0.999, 3, 12.923978636687485],
  ])("level %d, %d degrees of freedom: %d", (level, degrees, expected) => expect(Math.abs(studentQuantile(level, degrees) / expected - 1)).toBeLessThan(1e-10));

  test("one and two degrees of freedom in closed form, from the middle to far out", () => {
    for (const level of [1e-6, 0.01, 0.3, 0.9, 0.9999, 0.999999]) {
      expect(studentQuantile(level, 1) / Math.tan((level * Math.PI) / 2) - 1).toBeCloseTo(0, 9);
      expect(studentQuantile(level, 2) / (level * Math.sqrt(2 / (1 - level * level))) - 1).toBeCloseTo(0, 9);
    }
  });
  test("with many degrees of freedom it is the normal one", () => {
    const z = normalQuantile(0.95);
    const n = 100_001;
    expect(studentQuantile(0.95, n)).toBeCloseTo(z + (z ** 3 + z) / (4 * n) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n * n), 11);
  });
  test("the sum agrees with the integral of the density", () => {
    for (const degrees of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);
      const area = (to: number, parts: number) => {
        let total = 0;
        for (let i = 0; i <= parts; i += 1) total += (i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2) * density((to * i) / parts);
        return (total * to) / parts / 3;
      };
      // The ratio of two areas needs no constant.
      expect(studentWithin(1, degrees) / studentWithin(2.5, degrees)).toBeCloseTo(area(1, 2000) / area(2.5, 2000), 10);
    }
  });
});

describe("forecast of the pipeline", () => {
  const day = (n: number) => 46143 + n; // 2026-05-01
  const pipeline = (...args: readonly unknown[]): unknown[][] => rows("PIPELINE_FORECAST", ...args);

  test("by period, ascending, those without deals left out, and the total", () => {
    expect(pipeline(column(10, 30, 20), column(1, 1, 0), column("2026-07-01", "2026-05-31", "2026-05-01"))).toEqual([
      ["2026-05", 2, 50, 30, 30, 30], ["2026-07", 1, 10, 10, 10, 10], ["Total", 3, 60, 40, 40, 40],
    ]);
    expect(pipeline(column(10, 30), column(1, 1), column("2026-07-01", "2026-05-31"), null, "period=quarter").map(([label]) => label)).toEqual(["2026-Q2", "2026-Q3", "Total"]);
  });
  test("what is expected before the day of as_of is overdue; on that day it is not", () => {
    const args = [column(10, 20, 30), column(1, 1, 1), column(day(3) + 0.99, day(4), day(0))] as const;
    expect(pipeline(...args, day(4) + 0.5)).toEqual([["Overdue", 2, 40, 40, 40, 40], ["2026-05", 1, 20, 20, 20, 20], ["Total", 3, 60, 60, 60, 60]]);
    expect(pipeline(...args, day(0)).map(([label]) => label)).toEqual(["2026-05", "Total"]);
    expect(pipeline(...args, day(9)).map(([label]) => label)).toEqual(["Overdue", "Total"]);
    expect(pipeline(...args).map(([label]) => label)).toEqual(["2026-05", "Total"]);
    const russian = run("PIPELINE_FORECAST", [...args, day(4)], "ru");
    expect("value" in russian && (russian.value as unknown[][]).map(([label]) => label)).toEqual(["Период", "Просрочено", "2026-05", "Итого"]);
  });
  test("the range stays within nothing and everything; its level is 0.8", () => {
    const [row] = pipeline(column(100, 100, 100, 100), column(0.5, 0.5, 0.5, 0.5), column(day(0), day(0), day(0), day(0))) as number[][];
    const half = normalQuantile(0.8) * 100;
    expect(row![4]).toBeCloseTo(200 - half, 9);
    expect(row![5]).toBeCloseTo(200 + half, 9);
    expect(pipeline(column(100), column(0.5), column(day(0)))[0]!.slice(4)).toEqual([0, 100]);
    expect(pipeline(column(100, 100), column(0.5, 0.5), column(day(0), day(0)), null, "level=0.95")[0]!.slice(4)).toEqual([0, 200]);
  });
  test("a chance a hair above 1 is 1", () => expect(pipeline(column(100), column(1 + 5e-10), column(day(0)))[0]).toEqual(["2026-05", 1, 100, 100, 100, 100]));
  test("nothing in the pipeline", () => expect(pipeline(column(null), column(null), column(null))).toEqual([["Total", 0, 0, 0, 0, 0]]));
  test("bad cells", () => {
    expect(failureOf("PIPELINE_FORECAST", column(-1), column(0.5), column(day(0)))).toMatch(/^#VALUE! amounts, row 1/);
    expect(failureOf("PIPELINE_FORECAST", column(1), column(50), column(day(0)))).toMatch(/^#VALUE! probabilities, row 1: found 50; expected a share from 0 to 1/);
    expect(failureOf("PIPELINE_FORECAST", column(1), column(0.5), column(day(0)), null, "level=1")).toMatch(/^#VALUE! level/);
  });
  test("random deals: periods add up to the total, in any order", () => {
    const deal = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(fc.property(fc.array(deal, { minLength: 1, maxLength: 20 }), (deals) => {
      const forecast = (list: typeof deals) => pipelineForecast(Float64Array.from(list, ([a]) => a), Float64Array.from(list, ([, p]) => p / 10), Float64Array.from(list, ([, , d]) => day(d)), day(50), "month", 0.8);
      const found = forecast(deals);
      const total = found[found.length - 1]!;
      const parts = found.slice(0, -1);
      expect(total.deals).toBe(deals.length);
      for (const key of ["deals", "amount", "weighted"] as const) expect(parts.reduce((sum, row) => sum + row[key], 0)).toBeCloseTo(total[key], 9);
      const half = normalQuantile(0.8) * Math.sqrt(deals.reduce((sum, [a, p]) => sum + a * a * (p / 10) * (1 - p / 10), 0));
      expect(total.low).toBeCloseTo(Math.max(0, total.weighted - half), 9);
      expect(total.high).toBeCloseTo(Math.min(total.amount, total.weighted + half), 9);
      expect(forecast([...deals].reverse()).map(({ period }) => period)).toEqual(found.map(({ period }) => period));
      for (const { low, weighted, high } of found) expect(low <= weighted + 1e-9 && weighted <= high + 1e-9).toBe(true);
    }), { numRuns: 200 });
  });
});
