/** What else could do it: DuckDB and arquero with their loading, a careful script without a profiler, and one scan per number as COUNTIFS does it. */
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR, type DuckDBConnection } from "@duckdb/node-api";
import { op, table } from "arquero";
import { LOST, REASONS, SOURCES, STAGES, type Column } from "./data";

let connection: DuckDBConnection | null = null;

async function database(): Promise<DuckDBConnection> {
  if (!connection) {
    connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run("SET threads=2");
  }
  return connection;
}

async function load(table: string, columns: readonly (readonly [string, "text" | "number", Column])[]): Promise<DuckDBConnection> {
  const db = await database();
  await db.run(`CREATE OR REPLACE TABLE ${table}(${columns.map(([name, type]) => `${name} ${type === "text" ? "VARCHAR" : "DOUBLE"}`).join(", ")})`);
  const appender = await db.createAppender(table);
  const n = columns[0]![2].length;
  for (let from = 0; from < n; from += 2048) {
    const size = Math.min(2048, n - from);
    const chunk = DuckDBDataChunk.create(columns.map(([, type]) => (type === "text" ? VARCHAR : DOUBLE)), size);
    columns.forEach(([, type, cells], c) => {
      const values = new Array<string | number | null>(size);
      for (let i = 0; i < size; i += 1) {
        const v = cells[from + i]![0];
        values[i] = type === "number" && typeof v !== "number" ? null : (v as string | number);
      }
      chunk.setColumnValues(c, values);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return db;
}

const rowsOf = async (db: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> => (await db.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
const rank = `CASE stage ${STAGES.map((s, i) => `WHEN '${s}' THEN ${i + 1}`).join(" ")} ELSE 0 END`;
const atLeast = STAGES.map((_, i) => `COUNT(*) FILTER (f >= ${i + 1}) AS c${i + 1}`).join(", ");
const history = (deals: Column, stages: Column, dates: Column) => load("ev", [["deal", "text", deals], ["stage", "text", stages], ["ts", "number", dates]]);

export const duckdb = {
  furthest: async (deals: Column, stages: Column, dates: Column) => {
    const [row] = await rowsOf(await history(deals, stages, dates), `SELECT ${atLeast} FROM (SELECT deal, MAX(${rank}) AS f FROM ev GROUP BY deal)`);
    return STAGES.map((_, i) => Number(row![`c${i + 1}`]));
  },
  inOrder: async (deals: Column, stages: Column, dates: Column) => {
    const [row] = await rowsOf(await history(deals, stages, dates), `SELECT ${atLeast} FROM (SELECT deal, list_reduce(list(${rank} ORDER BY ts), lambda l, s: CASE WHEN s = l + 1 THEN s ELSE l END, 0) AS f FROM ev GROUP BY deal)`);
    return STAGES.map((_, i) => Number(row![`c${i + 1}`]));
  },
  stageTimes: async (deals: Column, stages: Column, dates: Column) => {
    const rows = await rowsOf(await history(deals, stages, dates), "SELECT stage, AVG(d) AS mean, MEDIAN(d) AS median FROM (SELECT stage, LEAD(ts) OVER (PARTITION BY deal ORDER BY ts) - ts AS d FROM ev) WHERE d IS NOT NULL GROUP BY stage");
    return STAGES.slice(0, -1).map((s) => { const row = rows.find((r) => r["stage"] === s)!; return [Number(row["mean"]), Number(row["median"])] as const; });
  },
  transitions: async (deals: Column, stages: Column, dates: Column) =>
    rowsOf(await history(deals, stages, dates), "SELECT stage, next, COUNT(*) AS n FROM (SELECT stage, LEAD(stage) OVER (PARTITION BY deal ORDER BY ts) AS next FROM ev) WHERE next IS NOT NULL GROUP BY ALL"),
  winRate: async (stages: Column) => {
    const [row] = await rowsOf(await load("d", [["stage", "text", stages]]), "SELECT COUNT(*) FILTER (stage = 'Won') / COUNT(*) FILTER (stage IN ('Won', 'Lost')) AS v FROM d");
    return Number(row!["v"]);
  },
  cycle: async (created: Column, closed: Column) => {
    const [row] = await rowsOf(await load("d", [["a", "number", created], ["b", "number", closed]]), "SELECT AVG(b - a) AS v FROM d");
    return Number(row!["v"]);
  },
  firstPurchases: async (customers: Column, dates: Column, amounts: Column) => {
    const [row] = await rowsOf(await load("d", [["c", "text", customers], ["t", "number", dates], ["a", "number", amounts]]), "SELECT COUNT(*) AS v FROM (SELECT c, MIN(t) FROM d WHERE a > 0 GROUP BY c)");
    return Number(row!["v"]);
  },
};

const values = (column: Column): unknown[] => column.map(([cell]) => cell);
const RANK = new Map(STAGES.map((name, i) => [name, i]));

export const arquero = {
  furthest: (deals: Column, stages: Column) => {
    const best = table({ deal: values(deals), rank: stages.map(([cell]) => RANK.get(cell as string) ?? -1) }).groupby("deal").rollup({ best: op.max("rank") }).array("best") as ArrayLike<number>;
    const counts = STAGES.map(() => 0);
    for (let i = 0; i < best.length; i += 1) for (let s = 0; s <= best[i]!; s += 1) counts[s]! += 1;
    return counts;
  },
  stageTimes: (deals: Column, stages: Column, dates: Column) =>
    table({ deal: values(deals), stage: values(stages), ts: values(dates) }).orderby("deal", "ts").groupby("deal").derive({ days: "d => op.lead(d.ts) - d.ts" })
      .filter("d => op.is_finite(d.days)").ungroup().groupby("stage").rollup({ mean: op.mean("days"), median: op.median("days") }).objects(),
  firstPurchases: (customers: Column, dates: Column, amounts: Column) =>
    table({ c: values(customers), t: values(dates), a: values(amounts) }).filter("d => d.a > 0").groupby("c").rollup({ first: op.min("t") }).numRows(),
  sums: (groups: Column, a: Column, b: Column) => {
    const rows = table({ g: values(groups), a: values(a), b: values(b) }).groupby("g").rollup({ a: op.sum("a"), b: op.sum("b") }).objects() as { readonly g: string; readonly a: number; readonly b: number }[];
    return SOURCES.map((name) => { const row = rows.find(({ g }) => g === name)!; return [row.a, row.b]; });
  },
};

const countIf = (column: Column, is: string, and?: Column, what?: string): number => {
  let n = 0;
  for (let i = 0; i < column.length; i += 1) if (column[i]![0] === is && (!and || and[i]![0] === what)) n += 1;
  return n;
};
const sumIf = (column: Column, is: string, of: Column): number => {
  let s = 0;
  for (let i = 0; i < column.length; i += 1) if (column[i]![0] === is) s += of[i]![0] as number;
  return s;
};

/** One scan of the columns for each number of the result. */
export const countifs = {
  winRate: (stages: Column) => { const won = countIf(stages, "Won"); return won / (won + countIf(stages, LOST)); },
  lostReasons: (reasons: Column, stages: Column) => REASONS.map((reason) => [countIf(reasons, reason, stages, LOST)]),
  sums: (groups: Column, a: Column, b: Column) => SOURCES.map((name) => [sumIf(groups, name, a), sumIf(groups, name, b)]),
};

/** What a careful developer writes first: a Map of arrays, sort, filter. */
export const script = {
  furthest: (deals: Column, stages: Column) => {
    const best = new Map<unknown, number>();
    deals.forEach(([deal], i) => {
      const s = STAGES.indexOf(stages[i]![0] as string);
      if (s > (best.get(deal) ?? -1)) best.set(deal, s);
    });
    return STAGES.map((_, k) => [...best.values()].filter((s) => s >= k).length);
  },
  stageTimes: (deals: Column, stages: Column, dates: Column) => {
    const entries = new Map<unknown, { stage: string; time: number }[]>();
    deals.forEach(([deal], i) => {
      const list = entries.get(deal) ?? [];
      list.push({ stage: stages[i]![0] as string, time: dates[i]![0] as number });
      entries.set(deal, list);
    });
    const days = new Map<string, number[]>();
    for (const list of entries.values()) {
      list.sort((a, b) => a.time - b.time);
      for (let i = 0; i + 1 < list.length; i += 1) days.set(list[i]!.stage, push(days.get(list[i]!.stage) ?? [], list[i + 1]!.time - list[i]!.time));
    }
    return STAGES.slice(0, -1).map((s) => {
      const all = days.get(s)!.sort((a, b) => a - b);
      const m = all.length >> 1;
      return [all.reduce((x, y) => x + y, 0) / all.length, all.length % 2 ? all[m]! : (all[m - 1]! + all[m]!) / 2] as const;
    });
  },
};

function push(list: number[], value: number): number[] {
  list.push(value);
  return list;
}
