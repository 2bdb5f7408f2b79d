/** CONVERSION_CURVE: rows as in SALES_CYCLE, ties, steps; the variance against its formula written out and against R. */
import fc from "fast-check";
import { conversionCurve, type CurveRow, type Lengths } from "../../src/core/curve";
import { normalQuantile } from "../../src/core/proportion";
import { column, failureOf, run, valueOf } from "../catalogue/run";
import reference from "../vectors/reference-statistics.json";

const ORDER = column("Lead", "Won");
const LOST = column("Lost");
const curve = (...args: readonly unknown[]): unknown[][] => (valueOf("CONVERSION_CURVE", ...args) as unknown[][]).slice(1);
const short = (rows: unknown[][]): unknown[][] => rows.map((row) => row.slice(0, 7));
const lengths = (won: readonly number[], lost: readonly number[] = [], open: readonly number[] = []): Lengths => ({ won: Float64Array.from(won), lost: Float64Array.from(lost), open: Float64Array.from(open) });

/** The definition, term by term. */
function slowly({ won, lost, open }: Lengths, level: number): CurveRow[] {
  const all = [...won, ...lost, ...open];
  const times = [...new Set([...won, ...lost])].sort((a, b) => a - b);
  const z = normalQuantile(level);
  const steps: { n: number; d1: number; d2: number; before: number; F: number; L: number; S: number }[] = [];
  return times.map((days) => {
    const n = all.filter((length) => length >= days).length;
    const d1 = won.filter((length) => length === days).length;
    const d2 = lost.filter((length) => length === days).length;
    const { F, L, S } = steps[steps.length - 1] ?? { F: 0, L: 0, S: 1 };
    const now = { n, d1, d2, before: S, F: F + (S * d1) / n, L: L + (S * d2) / n, S: S * (1 - (d1 + d2) / n) };
    steps.push(now);
    const variance = steps.reduce((total, each) => {
      const d = each.d1 + each.d2;
      const first = each.n === d ? 0 : ((now.F - each.F) ** 2 * d) / (each.n * (each.n - d));
      return total + first + (each.before ** 2 * (each.n - each.d1) * each.d1) / each.n ** 3 - (2 * (now.F - each.F) * each.before * each.d1) / each.n ** 2;
    }, 0);
    const none = now.F < 1e-9 || now.F > 1 - 1e-9;
    const theta = (z * Math.sqrt(variance)) / (now.F * Math.log(now.F));
    return {
      days, atRisk: n, won: d1, lost: d2, chanceWon: now.F, chanceLost: now.L, chanceOpen: now.S,
      low: none ? null : now.F ** Math.exp(-theta), high: none ? null : now.F ** Math.exp(theta),
    };
  });
}

function near(found: readonly CurveRow[], wanted: readonly CurveRow[]): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((row, i) => Object.entries(row).forEach(([key, value]) => {
    const got = found[i]![key as keyof CurveRow];
    if (value === null) expect([key, got]).toEqual([key, null]);
    else expect(Math.abs((got ?? NaN) - (value as number))).toBeLessThan(1e-10);
  }));
}

test("random deals: as by the formulas written out, chances sum to 1, the interval holds the chance", () => {
  const days = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 25 });
  fc.assert(fc.property(days, days, days, fc.constantFrom(0.5, 0.8, 0.95, 0.99), (won, lost, open, level) => {
    fc.pre(won.length + lost.length + open.length > 0);
    const deals = lengths(won, lost, open);
    const rows = conversionCurve(deals, null, level);
    near(rows, slowly(deals, level));
    for (const row of rows) {
      expect(row.chanceWon + row.chanceLost + row.chanceOpen).toBeCloseTo(1, 12);
      if (row.low !== null) expect(row.low <= row.chanceWon && row.chanceWon <= row.high! && row.low >= 0 && row.high! <= 1).toBe(true);
    }
    expect(conversionCurve(lengths([...won].reverse(), [...lost].reverse(), [...open].reverse()), null, level)).toEqual(rows);
  }), { numRuns: 300 });
});

test("random deals in steps: the last row by event time, and counts between the rows", () => {
  const days = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 15 });
  fc.assert(fc.property(days, days, days, fc.constantFrom(1, 2.5, 7, 40), (won, lost, open, step) => {
    fc.pre(won.length + lost.length + open.length > 0);
    const deals = lengths(won, lost, open);
    const all = [...won, ...lost, ...open];
    const events = conversionCurve(deals, null, 0.9);
    const rows = conversionCurve(deals, step, 0.9);
    expect(rows.map((row) => row.days)).toEqual(Array.from({ length: Math.floor(Math.max(...all) / step) + 1 }, (_, i) => i * step));
    const since = (list: readonly number[], day: number) => list.filter((length) => length <= day && length > day - step).length;
    for (const row of rows) {
      const at = events.filter((event) => event.days <= row.days).pop() ?? { chanceWon: 0, chanceLost: 0, chanceOpen: 1, low: null, high: null };
      expect(row).toEqual({
        days: row.days, atRisk: all.filter((length) => length >= row.days).length, won: since(won, row.days), lost: since(lost, row.days),
        chanceWon: at.chanceWon, chanceLost: at.chanceLost, chanceOpen: at.chanceOpen, low: at.low, high: at.high,
      });
    }
  }), { numRuns: 200 });
});

test.each(["aml_maintained", "tie", "plateau"] as const)("without losses it is 1 − Kaplan–Meier of R, the spread that of Greenwood: %s", (set) => {
  const { time, event, curve: rows } = reference.kaplanMeier[set];
  const at = (kind: number) => time.filter((_, i) => event[i] === kind);
  const found = conversionCurve(lengths(at(1), [], at(0)), null, 0.95);
  const wanted = rows.filter(({ events }) => events > 0);
  expect(found.map(({ days, atRisk, won }) => [days, atRisk, won])).toEqual(wanted.map(({ t, atRisk, events }) => [t, atRisk, events]));
  wanted.forEach(({ S, se }, i) => {
    const F = 1 - S;
    expect(found[i]!.chanceWon).toBeCloseTo(F, 10);
    if (S < 1e-9) return void expect(found[i]!.low).toBeNull();
    const theta = (1.9599639845400545 * (se ?? NaN)) / (F * Math.log(F));
    expect(found[i]!.low).toBeCloseTo(F ** Math.exp(-theta), 9);
    expect(found[i]!.high).toBeCloseTo(F ** Math.exp(theta), 9);
  });
});

test("many deals: the sums carried along stay exact", () => {
  const won = Array.from({ length: 400 }, (_, i) => (i * 37) % 401);
  const lost = Array.from({ length: 1600 }, (_, i) => ((i * 53) % 1601) / 3);
  const open = Array.from({ length: 700 }, (_, i) => ((i * 29) % 701) / 2);
  near(conversionCurve(lengths(won, lost, open), null, 0.95), slowly(lengths(won, lost, open), 0.95));
});

describe("ties and limits", () => {
  test("equal lengths may differ in their last bits", () => {
    expect(conversionCurve(lengths([0.1 + 0.2], [0.3], [0.3]), null, 0.95).map(({ days, atRisk, won, lost }) => [days, atRisk, won, lost])).toEqual([[0.3, 3, 1, 1]]);
    expect(conversionCurve(lengths([0.3], [0.1 + 0.2, 1]), 0.1, 0.95)[3]).toMatchObject({ atRisk: 3, won: 1, lost: 1 });
    expect(conversionCurve(lengths([1, 1 + 2e-9]), null, 0.95)).toHaveLength(2);
    expect(conversionCurve(lengths([2], [], [2 - 5e-10, 2 - 2e-9]), null, 0.95)[0]!.atRisk).toBe(2);
  });
  test("an open deal is at risk at its own length", () => expect(conversionCurve(lengths([5], [], [5, 4]), null, 0.95)[0]).toMatchObject({ days: 5, atRisk: 2, chanceWon: 0.5 }));
  test("all won: the chance is 1 and has no interval", () => {
    expect(conversionCurve(lengths([1, 2, 3]), null, 0.95)[2]).toMatchObject({ chanceWon: 1, chanceOpen: 0, low: null, high: null });
    expect(conversionCurve(lengths([1, 2, 3, 4, 5, 6, 7]), null, 0.95).every(({ chanceWon }) => chanceWon <= 1)).toBe(true);
  });
  test("none won: the chance is 0 and has no interval", () => expect(conversionCurve(lengths([], [1, 2]), null, 0.95)[1]).toMatchObject({ chanceWon: 0, chanceLost: 1, low: null, high: null }));
  test("nothing has ended: no rows by event, rows of nothing in steps", () => {
    expect(conversionCurve(lengths([], [], [3]), null, 0.95)).toEqual([]);
    expect(conversionCurve(lengths([], [], [3]), 3, 0.95).map(({ days, atRisk, chanceOpen }) => [days, atRisk, chanceOpen])).toEqual([[0, 1, 1], [3, 1, 1]]);
  });
  test("a step that does not quite fit in binary still reaches the longest length", () => expect(conversionCurve(lengths([0.3]), 0.1, 0.95)).toHaveLength(4));
  test("rows at 0 count what ended at once", () => expect(conversionCurve(lengths([0, 2]), 2, 0.95).map(({ atRisk, won }) => [atRisk, won])).toEqual([[2, 1], [1, 1]]));
});

describe("rows are read as in SALES_CYCLE", () => {
  const created = column(46000, 46000, 46000, 46003);
  const closed = column(46002, 46004, 46020, null);
  const stages = column("Won", "Lost", "Lead", "Lead");
  test("the closed date of an open deal is a forecast; as_of left out is the latest date that is none", () => {
    expect(short(curve(created, closed, stages, ORDER, LOST))).toEqual([[2, 3, 1, 0, 1 / 3, 0, 2 / 3], [4, 2, 0, 1, 1 / 3, 1 / 3, 1 / 3]]);
  });
  test("closed after as_of is open, created after it is not known", () => {
    expect(short(curve(created, closed, stages, ORDER, LOST, 46002))).toEqual([[2, 3, 1, 0, 1 / 3, 0, 2 / 3]]);
  });
  test("from and to by creation, or by the end: then open deals drop out", () => {
    expect(short(curve(created, closed, stages, ORDER, LOST, 46010, "to=46003"))).toEqual([[2, 3, 1, 0, 1 / 3, 0, 2 / 3], [4, 2, 0, 1, 1 / 3, 1 / 3, 1 / 3]]);
    expect(short(curve(created, closed, stages, ORDER, LOST, 46010, "basis=period; from=46003"))).toEqual([[4, 1, 0, 1, 0, 1, 0]]);
  });
  test("closed before created: a failure, or left out", () => {
    const before = [column(46000, 46001), column(46002, 46000), column("Won", "Lost"), ORDER, LOST] as const;
    expect(failureOf("CONVERSION_CURVE", ...before)).toMatch(/^#VALUE! closed, row 2: found a date before created/);
    expect(short(curve(...before, null, "negative=skip"))).toEqual([[2, 1, 1, 0, 1, 0, 0]]);
  });
  test("an end a hair before creation is an end at once", () => expect(curve(column(46000), column(46000 - 5e-10), column("Won"), ORDER)[0]![0]).toBe(0));
  test("a won or lost deal without an end", () => expect(failureOf("CONVERSION_CURVE", column(46000), column(null), column("Lost"), ORDER, LOST)).toMatch(/^#VALUE! closed, row 1: found a blank cell/));
  test("an unknown stage", () => expect(failureOf("CONVERSION_CURVE", column(46000), column(null), column("Demo"), ORDER)).toMatch(/^#VALUE! stages, row 1: found the stage "Demo"/));
});

describe("failures", () => {
  test("a step that is not above 0, before any cell is read", () => {
    const call = [column("x"), column(46004), column("Won"), ORDER, null, null] as const;
    for (const step of ["0", "-1", "often"]) expect(failureOf("CONVERSION_CURVE", ...call, `step=${step}`)).toBe(`#VALUE! step: found "${step}"; expected a number above 0`);
    expect(failureOf("CONVERSION_CURVE", ...call, [["step", 0]])).toBe("#VALUE! step: found 0; expected a number above 0");
    expect(() => conversionCurve(lengths([1]), 0, 0.95)).toThrow("expected");
  });
  test("no deals", () => expect(failureOf("CONVERSION_CURVE", column(46000), column(46004), column("Won"), ORDER, null, null, "from=46001")).toBe("#N/A created: there are no deals or customers that began in the period"));
  test("too many rows", () => {
    expect(failureOf("CONVERSION_CURVE", column(46000), column(46600), column("Won"), ORDER, null, null, "step=0.001")).toBe("#VALUE! The table would have 5400009 cells; choose a longer period or step");
    expect(conversionCurve(lengths([500]), 0.01, 0.95)).toHaveLength(50001);
  });
  test("the level is that of the interval", () => {
    const call = [column(46000, 46000), column(46002, null), column("Won", "Lead"), ORDER, null, null] as const;
    const [narrow, wide] = ["level=0.5", "level=0.99"].map((level) => curve(...call, level)[0] as number[]);
    expect(narrow![7]! > wide![7]! && narrow![8]! < wide![8]!).toBe(true);
  });
});

test("headers in Russian", () => {
  const answer = run("CONVERSION_CURVE", [column(46000), column(46002), column("Won"), ORDER], "ru");
  expect("value" in answer && (answer.value as unknown[][])[0]).toEqual(["Дней", "Под наблюдением", "Выиграно", "Потеряно", "P(выигрыш)", "P(отказ)", "P(открыта)", "Низ", "Верх"]);
});
