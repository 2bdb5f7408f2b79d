/** What else could do it: DuckDB with its loading, and a careful script without a profiler. */
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR, type DuckDBConnection } from "@duckdb/node-api";
import { STAGES, type Column } from "./data";

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
