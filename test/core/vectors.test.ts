/**
 * Numbers of other programs, read where they stand: NIST's certified values, results that Excel and LibreOffice saved
 * (../shared/vectors; its README tells their sources and tolerances). Those of R: test/core/statistics.test.ts, significance.test.ts.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../../src/core/calendar";
import { leadForecast } from "../../src/core/forecast";
import { periodLabel, periodOfDate } from "../../src/core/period";
import { normalQuantile } from "../../src/core/proportion";
import { conversionTest } from "../../src/core/significance";
import { describe as tell, percentileInPlace, sum } from "../../src/core/stats";
import { workDaysOf, workingDays } from "../../src/core/time-share";
import { parseDate } from "../../src/catalogue/cells";
import { SHARED } from "../cases/shared";

const FOLDER = join(SHARED, "vectors");
const hasVectors = existsSync(FOLDER);
const read = (file: string): unknown => (hasVectors ? JSON.parse(readFileSync(join(FOLDER, file), "utf8")) : { sets: {}, vectors: [] });
if (!hasVectors) test.skip("reference numbers of ../shared/vectors, which is not here", () => undefined);

/** Correct digits, at most 15. */
const digits = (found: number, certified: number): number => (found === certified ? 15 : Math.min(15, -Math.log10(Math.abs(found - certified) / Math.abs(certified))));

// ---- NIST ------------------------------------------------------------------------------------

type Univariate = { readonly mean: string; readonly sd: string; readonly r1: string; readonly data: readonly number[] };
/** How many digits a deviation can have: the last two sets lose theirs where their numbers become binary, 10000000.2 ± 0.1. */
const DIGITS: { readonly [set: string]: number } = { PiDigits: 14.5, Lew: 14.5, Mavro: 13, NumAcc1: 14.5, NumAcc3: 9.4, NumAcc4: 8.2 };
const sets = Object.entries((read("nist-univariate.json") as { readonly sets: { readonly [name: string]: Univariate } }).sets);

(hasVectors ? describe : describe.skip)("NIST, univariate", () => {
  test("there are six sets", () => expect(sets.map(([name]) => name)).toEqual(Object.keys(DIGITS)));

  test.each(sets)("%s: mean, and deviation and autocorrelation made of our sums", (name, { mean, sd, r1, data }) => {
    const shuffled = Float64Array.from(data).sort((a, b) => Math.sin(a * 78.233) - Math.sin(b * 78.233));
    const found = tell(shuffled, { name: "mean" })!;
    expect(digits(found, Number(mean))).toBeGreaterThanOrEqual(14.5);
    const squares = sum(data.map((x) => (x - found) ** 2));
    expect(digits(Math.sqrt(squares / (data.length - 1)), Number(sd))).toBeGreaterThanOrEqual(DIGITS[name]!);
    expect(digits(sum(data.slice(1).map((x, i) => (x - found) * (data[i]! - found))) / squares, Number(r1))).toBeGreaterThanOrEqual(DIGITS[name]!);
  });
});

// ---- Excel and LibreOffice -------------------------------------------------------------------

type Cell = number | string | boolean | null | { readonly date: string };
type Argument = Cell | { readonly cell: Cell } | readonly (readonly Cell[])[];
type Vector = { readonly fn: string; readonly args: readonly Argument[]; readonly expected: number | string; readonly src: string };

const isRange = (argument: Argument | undefined): argument is readonly (readonly Cell[])[] => Array.isArray(argument);
const isDate = (cell: Cell): cell is { readonly date: string } => typeof cell === "object" && cell !== null;
const plain = (cell: Cell): Exclude<Cell, object> => (isDate(cell) ? parseDate(cell.date) : cell);
const single = (argument: Argument | undefined): Exclude<Cell, object> => (isRange(argument) ? null : plain(typeof argument === "object" && argument !== null && "cell" in argument ? argument.cell : argument ?? null));
/** What both programs take from a range: its numbers. */
const numbers = (argument: Argument | undefined): Float64Array => Float64Array.from(isRange(argument) ? argument.flat().map(plain).filter((cell) => typeof cell === "number") : []);
const isFilled = ({ args: [range] }: Vector): boolean => isRange(range) && range.flat().every((cell) => isDate(cell) || typeof cell === "number" || (typeof cell === "string" && !cell.startsWith("#")));

const percentile = (range: Argument | undefined, share: number): number => percentileInPlace(numbers(range), share);
const isNumber = ({ args }: Vector): boolean => typeof single(args[0]) === "number";
/** y over x where x goes up in equal steps, as time does: the trend of a forecast per step. */
const steps = (x: Float64Array): number | null => (x.length > 2 && x.every((each, i) => i === 0 || Math.abs(each - x[i - 1]! - (x[1]! - x[0]!)) < 1e-9) ? x[1]! - x[0]! : null);

/** What of ours answers a call of theirs, and which calls it is for: shares 0..1, filled cells, numbers that are not below 0. */
const TWINS: { readonly [fn: string]: { readonly ours: (args: readonly Argument[]) => number; readonly when: (vector: Vector) => boolean; readonly least: number } } = {
  "PERCENTILE.INC": { ours: ([range, share]) => percentile(range, Number(single(share))), when: isFilled, least: 9 },
  "QUARTILE.INC": { ours: ([range, quarter]) => percentile(range, Math.floor(Number(single(quarter))) / 4), when: isFilled, least: 5 },
  MEDIAN: { ours: ([range]) => percentile(range, 0.5), when: ({ args }) => args.length === 1, least: 5 },
  SMALL: { ours: ([range]) => tell(numbers(range), { name: "min" })!, when: (vector) => isFilled(vector) && single(vector.args[1]) === 1, least: 2 },
  LARGE: { ours: ([range]) => tell(numbers(range), { name: "max" })!, when: (vector) => isFilled(vector) && single(vector.args[1]) === 1, least: 1 },
  "NORM.S.INV": { ours: ([p]) => normalQuantile(2 * Number(single(p)) - 1), when: (vector) => isNumber(vector) && Number(single(vector.args[0])) > 0.01, least: 13 },
  "CONFIDENCE.NORM": { ours: ([alpha, deviation, n]) => (normalQuantile(1 - Number(single(alpha))) * Number(single(deviation))) / Math.sqrt(Math.floor(Number(single(n)))), when: isNumber, least: 11 },
  "STDEV.S": { ours: ([range]) => deviation(numbers(range)), when: (vector) => vector.args.length === 1 && isFilled(vector) && numbers(vector.args[0])[0]! < 1e15, least: 3 },
  "VAR.S": { ours: ([range]) => deviation(numbers(range)) ** 2, when: (vector) => vector.args.length === 1 && isFilled(vector), least: 8 },
  SLOPE: {
    ours: ([y, x]) => (leadForecast(numbers(y), 1001, 1, 0.5)[1000]!.forecast - leadForecast(numbers(y), 1, 1, 0.5)[0]!.forecast) / 1000 / steps(numbers(x))!,
    when: ({ args }) => steps(numbers(args[1])) !== null && numbers(args[0]).every((each) => each >= 0), least: 6,
  },
  "NORM.S.DIST": {
    // Samples of 20,000 with 10,000 ± 50 z converted have exactly this z; p is both tails.
    ours: ([z]) => { const half = 50 * Math.abs(Number(single(z))); const both = conversionTest(20000, 10000 - half, 20000, 10000 + half, 0.95).p / 2; return Number(single(z)) > 0 ? 1 - both : both; },
    when: ({ args: [z, cumulative] }) => Boolean(single(cumulative)) && Number.isInteger(50 * Number(single(z))) && Math.abs(Number(single(z))) <= 10, least: 8,
  },
  NETWORKDAYS: { ours: ([from, to, holidays]) => workingDays(Number(single(from)), Number(single(to)), workDaysOf(Array.from(numbers(holidays)), [])), when: () => true, least: 2 },
  ISOWEEKNUM: { ours: ([date]) => Number(periodLabel(periodOfDate(Number(single(date)), "week"), "week").slice(-2)), when: () => true, least: 4 },
  DATEDIF: { ours: ([from, to]) => dayOf(Number(single(to))) - dayOf(Number(single(from))), when: ({ args }) => single(args[2]) === "d", least: 3 },
};
const deviation = (values: Float64Array): number => { const mean = sum(values) / values.length; return Math.sqrt(sum(values.map((x) => (x - mean) ** 2)) / (values.length - 1)); };

/** How many calls were compared: a filter that lets nothing through compares nothing. */
const seen = new Map<string, number>();

describe.each([["Excel", "excel-functions.json", 5e-8], ["LibreOffice", "libreoffice-functions.json", 1e-9]] as const)("%s", (_program, file, tolerance) => {
  const vectors = (read(file) as { readonly vectors: readonly Vector[] }).vectors;
  for (const [fn, { ours, when }] of Object.entries(TWINS)) {
    const own = vectors.filter((vector) => vector.fn === fn && typeof vector.expected === "number" && when(vector));
    if (own.length > 0) test(`${fn}: ${own.length}`, () => {
      expect(own.filter(({ args, expected }) => Math.abs(ours(args) - Number(expected)) > tolerance * Math.max(1, Math.abs(Number(expected)))).map(({ src }) => src)).toEqual([]);
    });
    seen.set(fn, (seen.get(fn) ?? 0) + own.length);
  }
});

if (hasVectors) test.each(Object.entries(TWINS).map(([fn, { least }]) => [fn, least] as const))("%s is compared at least %d times", (fn, least) => expect(seen.get(fn)).toBeGreaterThanOrEqual(least));
