/**
 * Speed as ratios, all contenders in one run: `npm run bench`, or `npm run bench -- --rows 10000,100000 --rounds 9 --only STAGE`; `--only "bad input"`
 * measures nothing but what bad input costs.
 *
 * Method: fresh cells for every call (parsed anew, as a host hands them over), garbage collected before each timing, contenders interleaved
 * with the first one rotated, warm-up rounds until a million rows have been read, medians. A loop is compiled for good only after so many:
 * with one round the floor, a single plain loop, got there sooner, and the ratio was that of the compiler. A timing is that of as many
 * calls in a row as make a million rows, but at most twenty, each with cells of its own: right after a collection the first one finds nothing
 * in the caches of the processor, which costs 100 µs whatever it does, as long as ten thousand rows; and the cells of no size lie in the
 * caches any more when it is their turn, so that the slope is that of the code, not of the caches. Results are compared between contenders
 * before any time is printed.
 */
import { execFileSync } from "node:child_process";
import { badInput } from "./bad-input";
import { dealRows, packed, parse, stageHistory, STAGES } from "./data";
import { ORDER, ours, touch, WORK, type Contender, type Work } from "./work";

const argument = (name: string, fallback: string): string => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity] ?? fallback;
const SIZES = argument("rows", "10000,100000,1000000").split(",").map(Number);
const ROUNDS = Number(argument("rounds", "7"));
const ONLY = argument("only", "");
const BAD_ROWS = 10_000;
/** Rows of a timing, in calls of `rows` each; and of the warm-up. */
const TIMED = 1_000_000;
const MOST_CALLS = 20;

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

function agree(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => agree(x, b[i]));
}

/** Medians by contender, and what each gave in the warm-up. */
async function timed(contenders: Readonly<Record<string, Contender>>, rows: number, texts: readonly string[]): Promise<{ readonly times: Map<string, number>; readonly results: ReadonlyMap<string, unknown> }> {
  const names = Object.keys(contenders);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const results = new Map<string, unknown>();
  const calls = Math.min(MOST_CALLS, Math.ceil(TIMED / rows));
  const warm = Math.ceil(TIMED / (rows * calls));
  for (let round = -warm; round < ROUNDS; round += 1) {
    for (let k = 0; k < names.length; k += 1) {
      const name = names[(k + round + warm) % names.length]!;
      const inputs = Array.from({ length: calls }, () => texts.map(parse));
      collect();
      const start = performance.now();
      let result: unknown;
      for (const columns of inputs) result = await contenders[name]!(columns);
      const took = (performance.now() - start) / inputs.length;
      if (round >= 0) times.get(name)!.push(took);
      else results.set(name, result);
    }
  }
  return { times: new Map([...times].map(([name, list]) => [name, median(list)])), results };
}

async function measure(work: Work, rows: number, texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const contenders: Readonly<Record<string, Contender>> = work.contenders;
  const { times, results } = await timed(contenders, rows, texts);
  if (work.same) {
    for (const name of Object.keys(contenders)) {
      if (name === "touch" || name === "bad last row" || contenders[name] === touch) continue;
      if (!agree(work.same(results.get(name)), work.same(results.get("ours")))) throw new Error(`${work.name}: ${name} differs: ${JSON.stringify(work.same(results.get(name)))} against ${JSON.stringify(work.same(results.get("ours")))}`);
    }
  }
  return times;
}

const cell = (value: number | undefined, base: number): string => (value === undefined ? "" : (value / base).toFixed(2));

async function main(): Promise<void> {
  if (ONLY === "bad input") return badInput(BAD_ROWS, async (contenders, texts) => (await timed(contenders, BAD_ROWS, texts)).times);
  console.log(`Node ${process.version}; ratios to the floor (hand-written pass without validation); ${ROUNDS} interleaved rounds, medians.\n`);
  console.log("| function | rows | ours | touching the cells | script | COUNTIFS | arquero with loading | DuckDB with loading | bad last row / ours |\n|---|---|---|---|---|---|---|---|---|");
  const absolute = new Map<string, Map<number, readonly [ours: number, floor: number]>>();
  for (const rows of SIZES) {
    const tables = { history: stageHistory(rows), deals: dealRows(rows) };
    for (const work of WORK.filter(({ name }) => name.startsWith(ONLY))) {
      const texts = work.columns.map((column) => packed(tables[work.from], column));
      const found = await measure(work, rows, texts);
      const base = found.get("floor")!;
      absolute.set(work.name, (absolute.get(work.name) ?? new Map<number, readonly [number, number]>()).set(rows, [found.get("ours")!, base]));
      const bad = found.get("bad last row");
      console.log(`| ${work.name} | ${rows.toLocaleString("en")} | **${cell(found.get("ours"), base)}** | ${cell(found.get("touch"), base)} | ${["script", "COUNTIFS", "arquero", "DuckDB"].map((name) => cell(found.get(name), base)).join(" | ")} | ${bad === undefined ? "" : (bad / found.get("ours")!).toFixed(2)} |`);
    }
  }
  const [small, large] = SIZES.slice(-2);
  if (small !== undefined && large !== undefined) {
    console.log(`\nSlope from ${small.toLocaleString("en")} to ${large.toLocaleString("en")} rows (time × ${large / small} is 1.00), and the floor's: cells that no longer fit into the caches cost both the same:`);
    const slope = (times: ReadonlyMap<number, readonly [number, number]>, who: 0 | 1): string => (Math.log(times.get(large)![who] / times.get(small)![who]) / Math.log(large / small)).toFixed(2);
    for (const [name, times] of absolute) console.log(`  ${name.padEnd(22)} ${slope(times, 0)}   floor ${slope(times, 1)}`);
  }
  if (process.argv.includes("--table")) return;
  blanks();
  await badInput(BAD_ROWS, async (contenders, texts) => (await timed(contenders, BAD_ROWS, texts)).times);
  console.log("\nMemory:");
  for (const name of ["FUNNEL_COUNTS", "STAGE_TIME_TABLE", "STALE_DEALS", "TRANSITION_MATRIX", "DATA_CHECK"]) {
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
