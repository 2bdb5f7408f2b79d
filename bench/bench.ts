/**
 * Speed as ratios, all contenders in one run: `npm run bench`, or `npm run bench -- --rows 10000,100000 --rounds 9 --only STAGE`; `--only "bad input"`
 * measures nothing but what bad input costs.
 *
 * Method: each function in a process of its own, at all sizes: what ran before it decides how the engine compiles what functions share. Fresh
 * cells for every call (parsed anew, as a host hands them over), garbage collected before each timing, contenders interleaved with the first
 * one rotated, warm-up rounds until a million rows have been read, medians. A loop is compiled for good only after so many: with one round the
 * floor, a single plain loop, got there sooner, and the ratio was that of the compiler. A timing is that of as many calls in a row as make a
 * million rows, but at most twenty, each with cells of its own: right after a collection the first one finds nothing in the caches of the
 * processor, which costs 100 µs whatever it does, as long as ten thousand rows; and the cells of no size lie in the caches any more when it is
 * their turn, so that the slope is that of the code, not of the caches. Results are compared between contenders before any time is printed.
 */
import { execFileSync } from "node:child_process";
import { badInput } from "./bad-input";
import { dealRows, packed, parse, stageHistory, STAGES } from "./data";
import { ORDER, ours, touch, WORK, type Contender, type Work } from "./work";

const argument = (name: string, fallback: string): string => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity] ?? fallback;
const SIZES = argument("rows", "10000,100000,1000000").split(",").map(Number);
const ROUNDS = Number(argument("rounds", "7"));
/** Without `--rounds`, so many timings are enough once the rounds of a function at one size have taken so many milliseconds. */
const ENOUGH = process.argv.includes("--rounds") ? ROUNDS : 3;
const LONG = 10_000;
const ONLY = argument("only", "");
/** In a process that `inOwnProcess` started: the function to measure. */
const WORK_HERE = argument("work", "");
const BAD_ROWS = 10_000;
/** Rows of a timing, in calls of `rows` each; and of the warm-up. */
const TIMED = 1_000_000;
const MOST_CALLS = 20;

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

/** A collection gives memory back beside the program for some milliseconds more, and whoever allocates then waits for it. */
const swept = (): Promise<unknown> => new Promise((done) => setTimeout(done, 20));

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
  let begun = 0;
  for (let round = -warm; round < ROUNDS && !(round >= ENOUGH && performance.now() - begun > LONG); round += 1) {
    if (round === 0) begun = performance.now();
    for (let k = 0; k < names.length; k += 1) {
      const name = names[(k + round + warm) % names.length]!;
      const inputs = Array.from({ length: calls }, () => texts.map(parse));
      collect();
      await swept();
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

type Times = Readonly<Record<string, number>>;

/** The medians of one function, a record for each size. */
async function measureHere(name: string): Promise<readonly Times[]> {
  const work = WORK.find((one) => one.name === name)!;
  const all: Times[] = [];
  for (const rows of SIZES) {
    const table = work.from === "history" ? stageHistory(rows) : dealRows(rows);
    all.push(Object.fromEntries(await measure(work, rows, work.columns.map((column) => packed(table, column)))));
  }
  return all;
}

function inOwnProcess(name: string): readonly Times[] {
  const args = [...process.execArgv, ...process.argv.slice(1), "--work", name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })) as readonly Times[];
}

const cell = (value: number | undefined, base: number): string => (value === undefined ? "" : (value / base).toFixed(2));

async function main(): Promise<void> {
  if (WORK_HERE !== "") return console.log(JSON.stringify(await measureHere(WORK_HERE)));
  if (ONLY === "bad input") return badInput(BAD_ROWS, async (contenders, texts) => (await timed(contenders, BAD_ROWS, texts)).times);
  console.log(`Node ${process.version}; ratios to the floor (hand-written pass without validation); medians of ${ENOUGH === ROUNDS ? ROUNDS : `${ENOUGH} to ${ROUNDS}`} interleaved rounds.\n`);
  console.log("| function | rows | ours | touching the cells | script | COUNTIFS | arquero with loading | DuckDB with loading | bad last row / ours |\n|---|---|---|---|---|---|---|---|---|");
  const absolute = new Map<string, readonly Times[]>();
  for (const { name } of WORK.filter((work) => work.name.startsWith(ONLY))) {
    const found = inOwnProcess(name);
    absolute.set(name, found);
    found.forEach((times, i) => {
      const base = times["floor"]!;
      const bad = times["bad last row"];
      console.log(`| ${name} | ${SIZES[i]!.toLocaleString("en")} | **${cell(times["ours"], base)}** | ${cell(times["touch"], base)} | ${["script", "COUNTIFS", "arquero", "DuckDB"].map((peer) => cell(times[peer], base)).join(" | ")} | ${bad === undefined ? "" : (bad / times["ours"]!).toFixed(2)} |`);
    });
  }
  const [small, large] = SIZES.slice(-2);
  if (small !== undefined && large !== undefined) {
    console.log(`\nSlope from ${small.toLocaleString("en")} to ${large.toLocaleString("en")} rows (time × ${large / small} is 1.00), and the floor's: cells that no longer fit into the caches cost both the same:`);
    const slope = (times: readonly Times[], who: "ours" | "floor"): string => (Math.log(times[times.length - 1]![who]! / times[times.length - 2]![who]!) / Math.log(large / small)).toFixed(2);
    for (const [name, times] of absolute) console.log(`  ${name.padEnd(22)} ${slope(times, "ours")}   floor ${slope(times, "floor")}`);
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
