/** Section 0.5 of the contract, how a stage history is read, in SQL. */
import type { History } from "./data";

/**
 * One comparison: the same question to our function and to DuckDB. A table of ours loses its header row when `header` is set; SQL has none. `absolute`: how far numbers may differ
 * besides a billionth of themselves.
 */
export type Comparison = { readonly name: string; readonly ours: readonly [name: string,
  ...args: readonly unknown[]]; readonly sql: string; readonly header?: true; readonly absolute?: number };

export const statements = (...parts: readonly string[]): string => `WITH RECURSIVE ${parts.join(",\n")}`;

/**
 * h: entries in order, repeated stages taken out; k is the place in the funnel, null for a lost stage; nk, ns, nt: the next entry.
 * Without `asOf` it is a table made once.
 */
export function entries({ key }: History, asOf?: string): string {
  const known = asOf === undefined ? "" : `WHERE g.ts < day('${asOf}') + 1`;
  return `joined AS (SELECT g.*, o.k, coalesce(o.k, 1000 + l.k) AS tie FROM ${key}_log g LEFT JOIN ${key}_order o USING (stage) LEFT JOIN ${key}_lost l USING (stage) ${known}),
    sorted AS (SELECT *, lag(stage) OVER (PARTITION BY deal ORDER BY ts, tie) AS before FROM joined),
    h AS (SELECT deal, stage, ts, grp, pos, k, row_number() OVER w AS n, lead(k) OVER w AS nk, lead(stage) OVER w AS ns, lead(ts) OVER w AS nt FROM sorted
      WHERE before IS DISTINCT FROM stage WINDOW w AS (PARTITION BY deal ORDER BY ts, tie))`;
}

export const readOnce = (history: History): string => `CREATE TABLE ${history.key}_h AS ${statements(entries(history))} SELECT * FROM h;`;
export const known = (history: History, asOf?: string): string => (asOf === undefined ? `h AS (SELECT * FROM ${history.key}_h)` : entries(history, asOf));

/** t0: the start of each deal in the funnel, with the group of that row; last: its last entry, lk the last stage of the funnel before it. */
export const STARTS = `t0 AS (SELECT deal, min(ts) AS t0, arg_min_null(grp, n) AS grp FROM h WHERE k IS NOT NULL GROUP BY deal)`;
export const LAST = `last AS (SELECT deal, arg_max(stage, n) AS stage, max(n) AS n, arg_max(ts, n) AS ts, max_by(k, n) FILTER (k IS NOT NULL) AS lk,
  max_by(coalesce(k, 0), n) AS k FROM h GROUP BY deal)`;

/** What every statistic of our functions is in DuckDB. */
export const STATISTICS = { mean: "avg(x)", median: "median(x)", min: "min(x)", max: "max(x)", sum: "sum(x)", count: "nullif(count(x), 0)",
  "p12.5": "quantile_cont(x, 0.125)", p80: "quantile_cont(x, 0.8)", p100: "quantile_cont(x, 1.0)" } as const;

/** Kaplan–Meier of `lengths(k, x, done)`: km(k, x, d, n, s, gap, former), s just after x. */
export const KAPLAN_MEIER = `sizes AS (SELECT k, x, count(*) FILTER (done) AS d, count(*) AS c FROM lengths GROUP BY k, x),
    risks AS (SELECT *, sum(c) OVER (PARTITION BY k ORDER BY x DESC) AS n FROM sizes),
    curve AS (SELECT *, product(1 - d / n) OVER (PARTITION BY k ORDER BY x) AS s, x - coalesce(lag(x) OVER (PARTITION BY k ORDER BY x), 0) AS gap FROM risks),
    km AS (SELECT *, coalesce(lag(s) OVER (PARTITION BY k ORDER BY x), 1) AS former FROM curve)`;
export const kaplanMeierPercentile = (share: number): string => `min(x) FILTER (d > 0 AND s <= 1 - ${share} + 1e-9)`;
/** Up to the longest length; none where nothing is finished. */
export const KAPLAN_MEIER_MEAN = "CASE WHEN sum(d) > 0 THEN sum(former * gap) END";
