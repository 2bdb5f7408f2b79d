/** Times in and between stages from the stage history. */
import type { History } from "./data";
import { KAPLAN_MEIER, KAPLAN_MEIER_MEAN, kaplanMeierPercentile, known, LAST, STARTS, statements, STATISTICS, type Comparison } from "./read-history";

/** Kaplan–Meier of ours takes lengths that differ by less than 1e-9 days, the last bits of a serial number, for one. */
const SAME_TIME = 1e-9;

type Visits = "total" | "first" | "latest" | "each";

/** Stays before the win, cut by cohort or period; `until` is the end of the open ones. */
function stays(history: History, asOf: string | undefined, where: string): string {
  const until = asOf ? `day('${asOf}')` : `(SELECT max(ts) FROM ${history.key}_log)`;
  return `stays AS (SELECT h.deal, h.k, h.n, greatest(coalesce(nt, ${until}) - ts, 0) AS x, nt IS NOT NULL AS done FROM h JOIN t0 USING (deal)
    WHERE h.k < ${history.order.length} AND ${where.replaceAll("ended", `coalesce(nt, ${until})`)})`;
}

/** lengths(deal, k, x, done): which of a deal's stays in a stage count. */
const lengths = (visits: Visits): string => ({
  total: "lengths AS (SELECT deal, k, sum(x) AS x, arg_max(done, n) AS done FROM stays GROUP BY deal, k)",
  first: "lengths AS (SELECT deal, k, arg_min(x, n) AS x, arg_min(done, n) AS done FROM stays GROUP BY deal, k)",
  latest: "lengths AS (SELECT deal, k, arg_max(x, n) AS x, arg_max(done, n) AS done FROM stays GROUP BY deal, k)",
  each: "lengths AS (SELECT deal, k, x, done FROM stays)",
})[visits];

type Filter = { readonly options: string; readonly where: string; readonly asOf?: string };

export function timeComparisons(history: History): readonly Comparison[] {
  const { key, from, to, asOf, deals, stages, dates, order, lost, window, stage } = history;
  const cells = [deals, stages, dates] as const;
  const within = (x: string): string => `${x} >= day('${from}') AND ${x} < day('${to}')`;
  const everything: Filter = { options: "", where: "true" };
  const filters: readonly Filter[] = [
    everything, { ...everything, asOf }, { options: `from=${from}; to=${to}`, where: within("t0") }, { options: `from=${from}; to=${to}; basis=period`, where: within("ended"), asOf },
  ];
  const of = ({ asOf: moment, where }: Filter, visits: Visits): readonly string[] => [known(history, moment), STARTS, stays(history, moment, where), lengths(visits)];
  const named = (what: string, { options, asOf: moment }: Filter): string => [what, options, moment && `as of ${moment}`].filter(Boolean).join("; ");

  const stageTime = (statistic: string, x: string, options: string, filter: Filter, visits: Visits, sql = `SELECT ${x} FROM ${key}_order o LEFT
    JOIN lengths l ON l.k = o.k AND ${options.includes("open=age") ? "true" : "done"} GROUP BY o.k ORDER BY o.k`): Comparison => ({
    name: named(`${statistic}, visits=${visits}${options && `; ${options}`}`, filter),
    ours: ["STAGE_TIME", ...cells, order, lost, null, statistic, filter.asOf ?? null, [`visits=${visits}`, options, filter.options].filter(Boolean).join("; ")],
    sql: `${statements(...of(filter, visits))} ${sql}`,
  });
  const table = (visits: Visits, filter: Filter): Comparison => ({
    name: named(`all of each stage, visits=${visits}`, filter), header: true, absolute: SAME_TIME,
    ours: ["STAGE_TIME_TABLE", ...cells, order, lost, filter.asOf ?? null, [`visits=${visits}`, filter.options].filter(Boolean).join("; ")],
    sql: `${statements(...of(filter, visits), KAPLAN_MEIER)},
      plain AS (SELECT k, count(*) AS c, count(*) FILTER (done) AS f, count(*) FILTER (NOT done) AS u, avg(x) FILTER (done) AS mean, median(x) FILTER (done) AS middle,
        quantile_cont(x, 0.8) FILTER (done) AS p80, max(x) FILTER (NOT done) AS oldest FROM lengths GROUP BY k),
      censored AS (SELECT k, ${KAPLAN_MEIER_MEAN} AS mean, ${kaplanMeierPercentile(0.5)} AS middle FROM km GROUP BY k)
      SELECT o.stage, coalesce(c, 0), coalesce(f, 0), coalesce(u, 0), plain.mean, plain.middle, p80, censored.mean, censored.middle, oldest FROM ${key}_order o LEFT
        JOIN plain USING (k) LEFT JOIN censored USING (k) WHERE o.k < ${order.length} ORDER BY o.k`,
  });
  const censored = (statistic: string, x: string, visits: Visits): Comparison => ({
    ...stageTime(statistic, x, "open=censor", everything, visits, `, ${KAPLAN_MEIER} SELECT ${x} FROM ${key}_order o LEFT JOIN km USING (k) GROUP BY o.k ORDER BY o.k`),
    absolute: SAME_TIME,
  });

  const convert = (statistic: string, x: string, start: string, end: string, options: string, where: string): Comparison => ({
    name: `${statistic}, ${start} to ${end}; ${options}`,
    ours: ["TIME_TO_CONVERT", ...cells, order, lost, start, end, statistic, null, options],
    sql: `${statements(known(history))}, starts AS (SELECT deal, min(ts) AS a FROM h WHERE stage = '${start}' GROUP BY deal),
      times AS (SELECT deal, min(ts) - a AS x, a FROM h JOIN starts USING (deal) WHERE stage = '${end}' AND ts >= a GROUP BY deal, a) SELECT ${x} FROM times WHERE ${where}`,
  });
  const stale = (limit: string | number, bound: string, options: string, filter: Filter): Comparison => ({
    name: named(`limit ${limit}; ${options}`, filter), header: true,
    ours: ["STALE_DEALS", ...cells, order, lost, limit, filter.asOf ?? null, options || null],
    sql: `${statements(...of(filter, "each"), KAPLAN_MEIER, LAST)}, bounds AS (${bound})
      SELECT last.deal, last.stage, last.ts, x, bound FROM last JOIN bounds USING (k) JOIN lengths l ON l.deal = last.deal AND l.k = last.k AND NOT l.done
        WHERE last.k < ${order.length} AND x > bound + 1e-9 ORDER BY x DESC, last.deal`,
  });
  const won = String(order[order.length - 1]![0]);
  const tables = [...(["total", "first", "latest", "each"] as const).map((visits) => table(visits, everything)), ...filters.slice(1).map((filter) => table("total", filter))];
  if (deals.length < 10_000 && key !== "wandering") return [...tables, stale(0.5, `SELECT k, 0.5 AS bound FROM ${key}_order`, "", everything)]; // too few for a statistic
  return [
    ...tables,
    ...Object.entries(STATISTICS).map(([statistic, x]) => stageTime(statistic, x, "", everything, "total")),
    ...(["first", "latest", "each"] as const).flatMap((visits) => [stageTime("median", STATISTICS.median, "", everything, visits), stageTime("mean",
      STATISTICS.mean, "open=age", { ...everything, asOf }, visits)]),
    ...filters.slice(1).map((filter) => stageTime("mean", STATISTICS.mean, "", filter, "total")),
    stageTime("p80", STATISTICS.p80, "open=age", everything, "total"),
    ...(["total", "each"] as const).flatMap((visits) => [censored("mean", KAPLAN_MEIER_MEAN, visits), censored("median", kaplanMeierPercentile(0.5),
      visits), censored("p20", kaplanMeierPercentile(0.2), visits)]),
    {
      name: `median, ${stage} alone`, ours: ["STAGE_TIME", ...cells, order, lost, stage, "median"],
      sql: `${statements(...of(everything, "total"))} SELECT median(x) FROM lengths JOIN ${key}_order USING (k) WHERE stage = '${stage}' AND done`,
    },
    ...Object.entries(STATISTICS).map(([statistic, x]) => convert(statistic, x, stage, won, "", "true")),
    convert("median", "median(x)", stage, won, `from=${from}; to=${to}`, within("a")),
    convert("mean", "avg(x)", stage, won, `window=${window}`, `x <= ${window} + 1e-9`),
    ...lost.map(([name]) => convert("median", "median(x)", stage, String(name), "", "true")),
    stale("p80", "SELECT k, quantile_cont(x, 0.8) AS bound FROM lengths WHERE done GROUP BY k", "", everything),
    stale("median", "SELECT k, median(x) AS bound FROM lengths WHERE done GROUP BY k", "", { ...everything, asOf }),
    stale(3, `SELECT k, 3.0 AS bound FROM ${key}_order`, "", { ...everything, asOf }),
    stale("median", `SELECT k, ${kaplanMeierPercentile(0.5)} AS bound FROM km GROUP BY k`, "open=censor", everything),
  ];
}
