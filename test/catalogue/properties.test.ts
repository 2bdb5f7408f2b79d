/** What holds for any data, found out with random ones. */
import fc from "fast-check";
import { catalogue } from "../../src/catalogue/index";
import { column, run, valueOf } from "./run";

const ORDER = column("Lead", "Call", "Offer", "Won");
const LOST = column("Lost", "Spam");
const stage = fc.constantFrom("Lead", "Call", "Offer", "Won", "Lost", "Spam", " call", "OFFER");
const day = fc.integer({ min: 45000, max: 45060 }).map((n) => n / 2);
const historyRow = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", 17, "17"), stage, day);
const histories = fc.array(historyRow, { minLength: 1, maxLength: 40 });

const asColumns = (rows: readonly (readonly unknown[])[]): unknown[][][] => [0, 1, 2].map((c) => rows.map((row) => [row[c]]));

const HISTORY_CALLS: readonly (readonly [string, readonly unknown[]])[] = [
  ["FUNNEL_COUNTS", []],
  ["FUNNEL_COUNTS", [null, "reach=strict"]],
  ["FUNNEL_COUNTS", [22520, "reach=visited; window=10"]],
  ["FUNNEL_COUNTS", [null, "count=lost"]],
  ["FUNNEL_COUNTS", [null, "basis=period; from=22505; to=22520"]],
  ["STAGE_TIME", []],
  ["STAGE_TIME", [null, "median", null, "open=censor; visits=each"]],
  ["STAGE_TIME", [null, "p80", 22525, "open=age; visits=latest"]],
  ["STAGE_TIME_TABLE", []],
  ["TIME_TO_CONVERT", ["Lead", "Offer"]],
  ["STALE_DEALS", [1]],
  ["TRANSITION_MATRIX", []],
  ["EVENTUAL_CONVERSION", [22525]],
  ["STAGE_FLOW", [null, "from=45005; to=45020"]],
];

describe("row order never changes a result", () => {
  test.each(HISTORY_CALLS)("%s %j", (name, more) => {
    fc.assert(fc.property(histories, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, chance) => {
      const dated = rows.map(([deal, name_, time]) => [String(deal), name_, time + 22500] as const);
      const shuffled = dated.map((row) => ({ row, at: chance.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row);
      expect(run(name, [...asColumns(shuffled), ORDER, LOST, ...more])).toEqual(run(name, [...asColumns(dated), ORDER, LOST, ...more]));
    }), { numRuns: 150 });
  });

  test("deal rows and purchases", () => {
    fc.assert(fc.property(fc.array(fc.tuple(stage, fc.integer({ min: 0, max: 1000 }), day, fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 30 }), (rows) => {
      const reversed = [...rows].reverse();
      const calls = (list: typeof rows) => {
        const [stages, amounts, start, length] = [0, 1, 2, 3].map((c) => list.map((row) => [row[c]])) as [unknown[][], number[][], number[][], number[][]];
        const closed = start.map(([from], i) => [from! + length[i]![0]!]);
        return [
          run("WIN_RATE", [stages, ORDER, LOST]), run("WIN_RATE", [stages, ORDER, LOST, amounts]), run("DEAL_SIZE", [amounts, stages, ORDER, LOST]),
          run("SALES_CYCLE", [start.map(([x]) => [x! + 23000]), closed.map(([x]) => [x! + 23000]), stages, ORDER, LOST, "median"]),
          run("NEW_CUSTOMERS", [stages, start.map(([x]) => [x! + 23000]), amounts]),
        ];
      };
      expect(calls(reversed)).toEqual(calls(rows));
    }), { numRuns: 150 });
  });
});

test("splitting and pooling agree: counts of two sets of deals add up", () => {
  fc.assert(fc.property(histories, histories, (one, two) => {
    const [a, b] = [one.map(([d, s, t]) => [`1-${d}`, s, t + 23000]), two.map(([d, s, t]) => [`2-${d}`, s, t + 23000])];
    for (const options of ["", "reach=strict", "reach=visited", "count=lost", "count=open"]) {
      const counts = (rows: unknown[][]) => (valueOf("FUNNEL_COUNTS", ...asColumns(rows), ORDER, LOST, null, options) as number[][]).flat();
      const [first, second] = [counts(a), counts(b)];
      expect(counts([...a, ...b])).toEqual(first.map((n, i) => n + second[i]!));
    }
  }));
});

test("reached at least: furthest ≥ visited and furthest ≥ strict, and never more later than earlier", () => {
  fc.assert(fc.property(histories, (rows) => {
    const columns = asColumns(rows.map(([d, s, t]) => [d, s, t + 23000]));
    const counts = (reach: string) => (valueOf("FUNNEL_COUNTS", ...columns, ORDER, LOST, null, `reach=${reach}`) as number[][]).flat();
    const [furthest, visited, strict] = [counts("furthest"), counts("visited"), counts("strict")];
    furthest.forEach((n, i) => {
      expect(visited[i]).toBeLessThanOrEqual(n);
      expect(strict[i]).toBeLessThanOrEqual(visited[i]!);
      if (i > 0) expect(n).toBeLessThanOrEqual(furthest[i - 1]!);
    });
  }));
});

test("conversions of a monotone funnel lie in 0..1, and their product is the whole", () => {
  const falling = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 }).map((list) => [...list].sort((a, b) => b - a)).filter(([first]) => first! > 0);
  fc.assert(fc.property(falling, (counts) => {
    const rates = (valueOf("STAGE_CONVERSION", column(...counts)) as unknown[][]).flat();
    for (const rate of rates) if (rate !== "") { expect(rate).toBeGreaterThanOrEqual(0); expect(rate).toBeLessThanOrEqual(1); }
    const whole = valueOf("FUNNEL_CONVERSION", column(...counts)) as number;
    if (counts.slice(0, -1).every((n) => n > 0)) expect((rates.slice(1) as number[]).reduce((a, b) => a * b, 1)).toBeCloseTo(whole, 9);
    expect((valueOf("FUNNEL_CHURN", column(...counts)) as number) + whole).toBeCloseTo(1, 9);
  }));
});

test("scaling money scales costs and leaves rates alone", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 500 }), (costs, customers) => {
    expect(valueOf("CAC", column(...costs.map((c) => c * 100)), customers)).toBeCloseTo((valueOf("CAC", column(...costs), customers) as number) * 100, 4);
  }));
});

describe("no input of any kind gives anything but a value or one of the three failures", () => {
  const cell = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, "", " ", 0, -0, 1, -1, 0.5, 46000, 1e308, -1e308, 5e-324, NaN, Infinity, true, false),
    fc.constantFrom<unknown>("Lead", "Won", "Lost", "12", "1 000", "2026-01-01", "2026-02-30", "mean", "p80", "from=2026-01-01", "=1+1", "__proto__", "constructor", "\u202e", "\ud800"),
    fc.constantFrom<unknown>({ error: "#N/A" }, { error: "#REF!" }, {}, new Date(0), Symbol.iterator, 10n),
    fc.double(), fc.string(),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 6 });
  const argument = fc.oneof(cell, rows, rows.map((list) => list.map((row) => row.slice(0, 1))), fc.constantFrom<unknown>(ORDER, LOST, column("Lead", "Won"), column(46000, 46001), column("a", "b")));

  test.each(catalogue.map((def) => [def.name, def] as const))("%s", (name, def) => {
    fc.assert(fc.property(fc.array(argument, { maxLength: def.args.length + 1 }), (values) => {
      const answer = run(name, values);
      if ("failure" in answer) {
        expect(answer.failure.code).toMatch(/^#/);
        expect(answer.failure.message.length).toBeGreaterThan(5);
        expect(answer.failure.message).not.toMatch(/undefined|NaN|\[object|\{(?:found|other|list|expected)\}/);
        return;
      }
      const table = Array.isArray(answer.value) ? (answer.value as unknown[][]) : [[answer.value]];
      expect(new Set(table.map((row) => row.length)).size).toBeLessThanOrEqual(1);
      for (const value of table.flat()) expect(typeof value === "string" || (typeof value === "number" && Number.isFinite(value))).toBe(true);
    }), { numRuns: 400 });
  });
});
