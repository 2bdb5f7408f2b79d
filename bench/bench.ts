/**
 * Speed as ratios, all contenders in one run: `npm run bench`, or `npm run bench -- --rows 10000,100000 --rounds 9 --only STAGE`.
 *
 * Method: fresh cells for every timing (parsed anew, as a host hands them over), garbage collected before, contenders interleaved with
 * the first one rotated, a warm-up round, medians. Results are compared between contenders before any time is printed.
 */
import { execFileSync } from "node:child_process";
import { call } from "../src/catalogue/call";
import { plainCells, type Result } from "../src/catalogue/grid";
import { findFunction } from "../src/catalogue/index";
import { dealRows, LOST, packed, parse, stageHistory, STAGES, type Column } from "./data";
import * as floor from "./floor";
import { duckdb, script } from "./peers";

const argument = (name: string, fallback: string): string => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity] ?? fallback;
const SIZES = argument("rows", "10000,100000,1000000").split(",").map(Number);
const ROUNDS = Number(argument("rounds", "7"));
const ONLY = argument("only", "");

const ORDER = STAGES.map((name) => [name]);
const LOST_LIST = [[LOST]];
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

function ours(name: string, ...values: readonly unknown[]): Result {
  const answer = call(findFunction(name)!, values, { language: "en", cells: plainCells });
  if ("failure" in answer) throw new Error(`${name}: ${answer.failure.code} ${answer.failure.message}`);
  return answer.value;
}

type Contender = (columns: readonly Column[]) => unknown;
type Work = {
  readonly name: string;
  readonly columns: readonly number[];
  readonly from: "history" | "deals";
  readonly contenders: Readonly<Record<"ours" | "floor", Contender> & Partial<Record<"touch" | "DuckDB" | "script" | "bad last row", Contender>>>;
  /** What of the results is compared; not compared where the floor measures another statistic of the same work. */
  readonly same?: (result: unknown) => unknown;
};

const list = (result: unknown): unknown => (Array.isArray(result) ? (result as unknown[][]).flat() : result);
const touch: Contender = (columns) => floor.touch(...columns);

const WORK: readonly Work[] = [
  {
    name: "FUNNEL_COUNTS", from: "history", columns: [0, 1, 2], same: list,
    contenders: {
      ours: ([d, s, t]) => ours("FUNNEL_COUNTS", d, s, t, ORDER, LOST_LIST), floor: ([d, s]) => floor.furthest(d!, s!), touch,
      DuckDB: ([d, s, t]) => duckdb.furthest(d!, s!, t!), script: ([d, s]) => script.furthest(d!, s!),
      "bad last row": ([d, s, t]) => call(findFunction("FUNNEL_COUNTS")!, [d, s, [...t!.slice(0, -1), ["soon"]], ORDER, LOST_LIST], { language: "en", cells: plainCells }),
    },
  },
  {
    name: "FUNNEL_COUNTS strict", from: "history", columns: [0, 1, 2], same: list,
    contenders: {
      ours: ([d, s, t]) => ours("FUNNEL_COUNTS", d, s, t, ORDER, LOST_LIST, null, "reach=strict"), floor: ([d, s, t]) => floor.inOrder(d!, s!, t!), touch,
      DuckDB: ([d, s, t]) => duckdb.inOrder(d!, s!, t!),
    },
  },
  {
    name: "STAGE_TIME median", from: "history", columns: [0, 1, 2],
    contenders: {
      ours: ([d, s, t]) => ours("STAGE_TIME", d, s, t, ORDER, LOST_LIST, null, "median", null, "visits=each"), floor: ([d, s, t]) => floor.stageTimes(d!, s!, t!), touch,
      DuckDB: ([d, s, t]) => duckdb.stageTimes(d!, s!, t!), script: ([d, s, t]) => script.stageTimes(d!, s!, t!),
    },
  },
  { name: "STAGE_TIME_TABLE", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("STAGE_TIME_TABLE", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.stageTimes(d!, s!, t!), touch } },
  { name: "TIME_TO_CONVERT", from: "history", columns: [0, 1, 2], same: list, contenders: { ours: ([d, s, t]) => ours("TIME_TO_CONVERT", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.leadToWon(d!, s!, t!), touch } },
  { name: "STALE_DEALS 30 days", from: "history", columns: [0, 1, 2], same: (r) => (Array.isArray(r) ? r.length - 1 : r), contenders: { ours: ([d, s, t]) => ours("STALE_DEALS", d, s, t, ORDER, LOST_LIST, 30), floor: ([d, s, t]) => floor.stale(d!, s!, t!), touch } },
  {
    name: "FUNNEL_BY", from: "history", columns: [0, 1, 2, 3], same: (r) => (Array.isArray(r) && Array.isArray(r[0]) ? (r as unknown[][]).slice(1, -1).flatMap((row) => row.slice(1, -1) as number[]).sort((a, b) => a - b) : r),
    contenders: { ours: ([d, s, t, g]) => ours("FUNNEL_BY", d, s, t, g, ORDER, LOST_LIST), floor: ([d, s, t, g]) => floor.furthestBy(d!, s!, t!, g!), touch },
  },
  { name: "TRANSITION_MATRIX", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("TRANSITION_MATRIX", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.moves(d!, s!, t!), touch } },
  { name: "EVENTUAL_CONVERSION", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("EVENTUAL_CONVERSION", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.moves(d!, s!, t!), touch } },
  {
    name: "STAGE_FLOW", from: "history", columns: [0, 1, 2], same: (r) => (Array.isArray(r) && Array.isArray(r[0]) ? [1, 2].flatMap((c) => (r as unknown[][]).slice(1).map((row) => row[c])) : r),
    contenders: { ours: ([d, s, t]) => ours("STAGE_FLOW", d, s, t, ORDER, LOST_LIST, null, "from=45300; to=45400"), floor: ([d, s, t]) => floor.flow(d!, s!, t!, 45300, 45400), touch },
  },
  {
    name: "LOST_REASONS", from: "deals", columns: [6, 2, 0], same: (r) => (Array.isArray(r) && Array.isArray(r[0]) ? (r as unknown[][]).slice(1).flatMap((row) => [row[1], row[4]] as number[]).sort((a, b) => a - b) : r),
    contenders: { ours: ([w, a, s]) => ours("LOST_REASONS", w, a, s, LOST_LIST), floor: ([w, a, s]) => floor.reasons(w!, a!, s!), touch },
  },
  { name: "WIN_RATE", from: "deals", columns: [0], same: list, contenders: { ours: ([s]) => ours("WIN_RATE", s, ORDER, LOST_LIST), floor: ([s]) => floor.winRate(s!), touch, DuckDB: ([s]) => duckdb.winRate(s!) } },
  { name: "FUNNEL_REACHED", from: "deals", columns: [0, 1], same: list, contenders: { ours: ([s, l]) => ours("FUNNEL_REACHED", s, ORDER, LOST_LIST, l), floor: ([s, l]) => floor.furthestRows(s!, l!), touch } },
  { name: "SALES_CYCLE", from: "deals", columns: [3, 4], same: list, contenders: { ours: ([a, b]) => ours("SALES_CYCLE", a, b), floor: ([a, b]) => floor.cycle(a!, b!), touch, DuckDB: ([a, b]) => duckdb.cycle(a!, b!) } },
  { name: "DEAL_SIZE", from: "deals", columns: [2, 0], same: list, contenders: { ours: ([a, s]) => ours("DEAL_SIZE", a, s, ORDER, LOST_LIST), floor: ([a, s]) => floor.wonAmount(a!, s!), touch } },
  { name: "NEW_CUSTOMERS", from: "deals", columns: [5, 3, 2], same: list, contenders: { ours: ([c, t, a]) => ours("NEW_CUSTOMERS", c, t, a), floor: ([c, t, a]) => floor.firstPurchases(c!, t!, a!), touch, DuckDB: ([c, t, a]) => duckdb.firstPurchases(c!, t!, a!) } },
  { name: "CAC", from: "deals", columns: [2, 3], same: list, contenders: { ours: ([a, b]) => ours("CAC", a, b), floor: touch } },
  { name: "FUNNEL_CONVERSION", from: "deals", columns: [2], contenders: { ours: ([a]) => ours("FUNNEL_CONVERSION", a), floor: touch } },
];

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

function agree(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => agree(x, b[i]));
}

async function measure(work: Work, rows: number, texts: readonly string[]): Promise<Map<string, number>> {
  const names = Object.keys(work.contenders) as (keyof Work["contenders"])[];
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const results = new Map<string, unknown>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (let k = 0; k < names.length; k += 1) {
      const name = names[(k + round + 1) % names.length]!;
      const repeat = rows <= 10_000 ? 5 : 1; // one pass over a small table is shorter than the clock is fine
      for (let again = 0; again < repeat; again += 1) {
        const columns = texts.map(parse);
        collect();
        const start = performance.now();
        const result = await work.contenders[name]!(columns);
        const took = performance.now() - start;
        if (round >= 0) times.get(name)!.push(took);
        else results.set(name, result);
      }
    }
  }
  if (work.same) {
    for (const name of names) {
      if (name === "touch" || name === "bad last row" || work.contenders[name] === touch) continue;
      if (!agree(work.same(results.get(name)), work.same(results.get("ours")))) throw new Error(`${work.name}: ${name} differs: ${JSON.stringify(work.same(results.get(name)))} against ${JSON.stringify(work.same(results.get("ours")))}`);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

const cell = (value: number | undefined, base: number): string => (value === undefined ? "" : (value / base).toFixed(2));

async function main(): Promise<void> {
  console.log(`Node ${process.version}; ratios to the floor (hand-written pass without validation); ${ROUNDS} interleaved rounds, medians.\n`);
  console.log("| function | rows | ours | touching the cells | script | DuckDB with loading | bad last row / ours |\n|---|---|---|---|---|---|---|");
  const absolute = new Map<string, Map<number, number>>();
  for (const rows of SIZES) {
    const tables = { history: stageHistory(rows), deals: dealRows(rows) };
    for (const work of WORK.filter(({ name }) => name.startsWith(ONLY))) {
      const texts = work.columns.map((column) => packed(tables[work.from], column));
      const found = await measure(work, rows, texts);
      const base = found.get("floor")!;
      absolute.set(work.name, (absolute.get(work.name) ?? new Map<number, number>()).set(rows, found.get("ours")!));
      const bad = found.get("bad last row");
      console.log(`| ${work.name} | ${rows.toLocaleString("en")} | **${cell(found.get("ours"), base)}** | ${cell(found.get("touch"), base)} | ${cell(found.get("script"), base)} | ${cell(found.get("DuckDB"), base)} | ${bad === undefined ? "" : (bad / found.get("ours")!).toFixed(2)} |`);
    }
  }
  const [small, large] = SIZES.slice(-2);
  if (small !== undefined && large !== undefined) {
    console.log(`\nSlope from ${small.toLocaleString("en")} to ${large.toLocaleString("en")} rows (time × ${large / small} is 1.00):`);
    for (const [name, times] of absolute) console.log(`  ${name.padEnd(22)} ${(Math.log(times.get(large)! / times.get(small)!) / Math.log(large / small)).toFixed(2)}`);
  }
  blanks();
  console.log("\nMemory:");
  for (const name of ["FUNNEL_COUNTS", "STAGE_TIME_TABLE", "STALE_DEALS"]) {
    const flags = ["--expose-gc", "--max-semi-space-size=1024", "--max-old-space-size=8000"];
    console.log(`  ${execFileSync(process.execPath, [...flags, "dist/bench/memory.cjs", String(SIZES[SIZES.length - 1]), name], { encoding: "utf8" }).trim()}`);
  }
}

/** A whole column with 40 rows filled: what blanks cost, against touching them once. */
function blanks(): void {
  const text = JSON.stringify(Array.from({ length: 1_048_576 }, (_, i) => [i < 40 ? [`d${i >> 2}`, STAGES[i % 4], 45000 + i] : [null, null, null]][0]));
  const times = { ours: [] as number[], floor: [] as number[] };
  const all = JSON.parse(text) as unknown[][];
  const columns = [0, 1, 2].map((c) => all.map((row) => [row[c]]));
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    collect();
    let start = performance.now();
    ours("FUNNEL_COUNTS", columns[0], columns[1], columns[2], ORDER);
    if (round > 0) times.ours.push(performance.now() - start);
    start = performance.now();
    let blank = 0;
    for (const column of columns) for (let i = 0; i < column.length; i += 1) if (column[i]![0] === null) blank += 1;
    if (round > 0) times.floor.push(performance.now() - start);
    if (blank === 0) throw new Error("no blanks");
  }
  console.log(`\nWhole columns A:A;B:B;C:C with 40 rows filled: ${(median(times.ours) / median(times.floor)).toFixed(2)} × touching the blanks once.`);
}

void main().then(() => process.exit(0));
