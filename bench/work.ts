/** What is measured: each function, the floor of the same work, and who else could do it. */
import { call } from "../src/catalogue/call";
import { plainCells, type Result } from "../src/catalogue/grid";
import { findFunction } from "../src/catalogue/index";
import { LOST, REASONS, SOURCES, STAGES, type Column } from "./data";
import * as floor from "./floor";
import * as tables from "./floor-tables";
import { arquero, countifs, duckdb, script } from "./peers";

export const ORDER = STAGES.map((name) => [name]);
const LOST_LIST = [[LOST]];

export function ours(name: string, ...values: readonly unknown[]): Result {
  const answer = call(findFunction(name)!, values, { language: "en", cells: plainCells });
  if ("failure" in answer) throw new Error(`${name}: ${answer.failure.code} ${answer.failure.message}`);
  return answer.value;
}

const failing = (name: string, ...values: readonly unknown[]): unknown => {
  const answer = call(findFunction(name)!, values, { language: "en", cells: plainCells });
  if (!("failure" in answer)) throw new Error(`${name}: no failure`);
  return answer;
};
/** In place: each timing has cells of its own, and a copy would be measured too. */
const badLast = (column: Column): Column => {
  (column[column.length - 1] as unknown[])[0] = "soon";
  return column;
};

export type Contender = (columns: readonly Column[]) => unknown;
export type Work = {
  readonly name: string;
  readonly columns: readonly number[];
  readonly from: "history" | "deals";
  readonly contenders: Readonly<Record<"ours" | "floor", Contender> & Partial<Record<"touch" | "DuckDB" | "arquero" | "COUNTIFS" | "script" | "bad last row", Contender>>>;
  /** What of the results is compared; not compared where the floor measures another statistic of the same work. */
  readonly same?: (result: unknown) => unknown;
};

const list = (result: unknown): unknown => (Array.isArray(result) ? (result as unknown[][]).flat() : result);
export const touch: Contender = (columns) => floor.touch(...columns);

/** Rows of a table with a header row, or of an array in the order of `names`: cells [from, to) by name. */
function byName(names: readonly string[], from: number, to: number): (result: unknown) => unknown {
  return (result) => {
    const rows = Array.isArray(result) ? (result as unknown[][]) : Array.from(result as ArrayLike<number>);
    if (!Array.isArray(rows[0])) {
      const flat = rows as unknown as number[];
      const width = flat.length / names.length;
      return names.map((_, i) => flat.slice(i * width, (i + 1) * width));
    }
    if ((rows as unknown[][])[0]!.length === to - from) return rows;
    return names.map((name) => (rows as unknown[][]).find(([first]) => first === name)!.slice(from, to));
  };
}

/** P(won) and P(lost) at the end of a curve. */
const lastChances = (result: unknown): unknown => ((result as unknown[][])[0]!.length === undefined ? result : (result as unknown[][])[(result as unknown[][]).length - 1]!.slice(4, 6));

export const WORK: readonly Work[] = [
  {
    name: "FUNNEL_COUNTS", from: "history", columns: [0, 1, 2], same: list,
    contenders: {
      ours: ([d, s, t]) => ours("FUNNEL_COUNTS", d, s, t, ORDER, LOST_LIST), floor: ([d, s]) => floor.furthest(d!, s!), touch,
      DuckDB: ([d, s, t]) => duckdb.furthest(d!, s!, t!), arquero: ([d, s]) => arquero.furthest(d!, s!), script: ([d, s]) => script.furthest(d!, s!),
      "bad last row": ([d, s, t]) => failing("FUNNEL_COUNTS", d, s, badLast(t!), ORDER, LOST_LIST),
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
      DuckDB: ([d, s, t]) => duckdb.stageTimes(d!, s!, t!), arquero: ([d, s, t]) => arquero.stageTimes(d!, s!, t!), script: ([d, s, t]) => script.stageTimes(d!, s!, t!),
    },
  },
  { name: "STAGE_TIME_TABLE", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("STAGE_TIME_TABLE", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.stageTimes(d!, s!, t!), touch } },
  { name: "TIME_TO_CONVERT", from: "history", columns: [0, 1, 2], same: list, contenders: { ours: ([d, s, t]) => ours("TIME_TO_CONVERT", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => floor.leadToWon(d!, s!, t!), touch } },
  { name: "STALE_DEALS 30 days", from: "history", columns: [0, 1, 2], same: (r) => (Array.isArray(r) ? r.length - 1 : r), contenders: { ours: ([d, s, t]) => ours("STALE_DEALS", d, s, t, ORDER, LOST_LIST, 30), floor: ([d, s, t]) => floor.stale(d!, s!, t!), touch } },
  { name: "WIN_RATE", from: "deals", columns: [0], same: list, contenders: { ours: ([s]) => ours("WIN_RATE", s, ORDER, LOST_LIST), floor: ([s]) => floor.winRate(s!), touch, DuckDB: ([s]) => duckdb.winRate(s!), COUNTIFS: ([s]) => countifs.winRate(s!), "bad last row": ([s]) => failing("WIN_RATE", badLast(s!), ORDER, LOST_LIST) } },
  { name: "FUNNEL_REACHED", from: "deals", columns: [0, 1], same: list, contenders: { ours: ([s, l]) => ours("FUNNEL_REACHED", s, ORDER, LOST_LIST, l), floor: ([s, l]) => floor.furthestRows(s!, l!), touch } },
  { name: "SALES_CYCLE", from: "deals", columns: [3, 4], same: list, contenders: { ours: ([a, b]) => ours("SALES_CYCLE", a, b), floor: ([a, b]) => floor.cycle(a!, b!), touch, DuckDB: ([a, b]) => duckdb.cycle(a!, b!) } },
  { name: "DEAL_SIZE", from: "deals", columns: [2, 0], same: list, contenders: { ours: ([a, s]) => ours("DEAL_SIZE", a, s, ORDER, LOST_LIST), floor: ([a, s]) => floor.wonAmount(a!, s!), touch } },
  { name: "NEW_CUSTOMERS", from: "deals", columns: [5, 3, 2], same: list, contenders: { ours: ([c, t, a]) => ours("NEW_CUSTOMERS", c, t, a), floor: ([c, t, a]) => floor.firstPurchases(c!, t!, a!), touch, DuckDB: ([c, t, a]) => duckdb.firstPurchases(c!, t!, a!), arquero: ([c, t, a]) => arquero.firstPurchases(c!, t!, a!) } },
  { name: "CAC", from: "deals", columns: [2, 3], same: list, contenders: { ours: ([a, b]) => ours("CAC", a, b), floor: touch } },
  { name: "FUNNEL_CONVERSION", from: "deals", columns: [2], contenders: { ours: ([a]) => ours("FUNNEL_CONVERSION", a), floor: touch } },
  {
    name: "FUNNEL_BY", from: "history", columns: [0, 1, 2, 3], same: byName(SOURCES, 1, 1 + STAGES.length),
    contenders: {
      ours: ([d, s, t, g]) => ours("FUNNEL_BY", d, s, t, g, ORDER, LOST_LIST), floor: ([d, s, t, g]) => tables.funnelBy(d!, s!, t!, g!), touch,
      "bad last row": ([d, s, t, g]) => failing("FUNNEL_BY", d, s, badLast(t!), g, ORDER, LOST_LIST),
    },
  },
  { name: "TRANSITION_MATRIX", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("TRANSITION_MATRIX", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => tables.transitions(d!, s!, t!), touch, DuckDB: ([d, s, t]) => duckdb.transitions(d!, s!, t!) } },
  { name: "EVENTUAL_CONVERSION", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("EVENTUAL_CONVERSION", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => tables.transitions(d!, s!, t!), touch } },
  { name: "STAGE_FLOW", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("STAGE_FLOW", d, s, t, ORDER, LOST_LIST, null, "from=2023-09-01; to=2023-12-01"), floor: ([d, s, t]) => tables.flow(d!, s!, t!, 45170, 45261), touch } },
  { name: "DATA_CHECK", from: "history", columns: [0, 1, 2], contenders: { ours: ([d, s, t]) => ours("DATA_CHECK", d, s, t, ORDER, LOST_LIST), floor: ([d, s, t]) => tables.faults(d!, s!, t!), touch } },
  {
    name: "LOST_REASONS", from: "deals", columns: [8, 0], same: byName(REASONS, 1, 2),
    contenders: { ours: ([r, s]) => ours("LOST_REASONS", r, null, s, LOST_LIST), floor: ([r, s]) => tables.lostReasons(r!, s!), touch, COUNTIFS: ([r, s]) => countifs.lostReasons(r!, s!) },
  },
  {
    name: "CAC_BY", from: "deals", columns: [6, 2, 7], same: byName(SOURCES, 1, 3),
    contenders: { ours: ([g, a, b]) => ours("CAC_BY", g, a, b), floor: ([g, a, b]) => tables.sumsBySource(g!, a!, b!), touch, arquero: ([g, a, b]) => arquero.sums(g!, a!, b!), COUNTIFS: ([g, a, b]) => countifs.sums(g!, a!, b!) },
  },
  { name: "WEIGHTED_PIPELINE", from: "deals", columns: [2, 7], same: list, contenders: { ours: ([a, p]) => ours("WEIGHTED_PIPELINE", a, p), floor: ([a, p]) => tables.weighted(a!, p!), touch } },
  { name: "COHORT_CONVERSION", from: "deals", columns: [3, 9], contenders: { ours: ([c, w]) => ours("COHORT_CONVERSION", c, w), floor: ([c, w]) => tables.cohorts(c!, w!), touch } },
  { name: "COHORT_RETENTION", from: "deals", columns: [5, 3], contenders: { ours: ([c, t]) => ours("COHORT_RETENTION", c, t), floor: ([c, t]) => tables.retention(c!, t!), touch } },
  {
    name: "CONVERSION_CURVE", from: "deals", columns: [3, 4, 0], same: lastChances,
    contenders: { ours: ([a, b, s]) => ours("CONVERSION_CURVE", a, b, s, ORDER, LOST_LIST, null, "step=30"), floor: ([a, b, s]) => tables.curve(a!, b!, s!), touch },
  },
  { name: "PIPELINE_FORECAST", from: "deals", columns: [2, 7, 3], contenders: { ours: ([a, p, t]) => ours("PIPELINE_FORECAST", a, p, t), floor: ([a, p, t]) => tables.pipeline(a!, p!, t!), touch } },
];

