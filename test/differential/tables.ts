/** Small tables of counts: a weekly funnel, a funnel of two years, a matrix of transitions; and a history with faults put in. */
import { column, list, number, type Cells, type Data, type History } from "./data";
import { statements, type Comparison } from "./read-history";

const STEPS = ["landing_visits", "signups", "activated", "trial_started", "paid"] as const;
/** t of 12 degrees of freedom at 0.95: qt(0.975, 12) of R, and of 34. */
const T_12 = "2.17881282966723";
const T_34 = "2.03224450931772";
const Z_95 = "1.9599639845400545";
const Z_90 = "1.6448536269514722";

export function tableComparisons({ weekly, funnels, norris, histories }: Data): readonly Comparison[] {
  const of = (name: string): Cells => column(weekly, (r) => number(r[name]));
  const totals = STEPS.map((name) => weekly.reduce((sum, r) => sum + Number(r[name]), 0));
  const counts = column(totals, (n) => n);
  const steps = list(...STEPS);
  const COUNTS = `c AS (SELECT * FROM (VALUES ${STEPS.map((name, i) => `(${i + 1}, '${name}')`).join(", ")}) s(i, step)
    JOIN (UNPIVOT (SELECT ${STEPS.map((name) => `sum(${name})::DOUBLE AS ${name}`).join(", ")} FROM weekly) ON * INTO NAME step VALUE n) USING (step)),
    f AS (SELECT *, lag(n) OVER w AS before, lead(n) OVER w AS after,
      first(n) OVER w AS top, last(n) OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS won FROM c WINDOW w AS (ORDER BY i))`;
  const wilson = (x: string, n: string, z: string, sign: string): string => `(${x} / ${n} + ${z} ** 2 / (2 * ${n}) ${sign} ${z} * sqrt(${x} / ${n} * (1 - ${x} / ${n}) / ${n} + ${z} ** 2 / (4 * ${n} ** 2))) / (1 + ${z} ** 2 / ${n})`;
  const pooled = (name: string, first: string, second: string): Comparison => ({ name: `${second} of ${first}`, ours: [name, of(first), of(second)],
    sql: `SELECT sum(${second}) / sum(${first}) FROM weekly` });
  const base = (year: 0 | 1, name: string): Cells => column(funnels, (r) => number(r[`${name}${year}`]));

  const SEASON = `avgs AS (SELECT pos, paid::DOUBLE AS y, count(*) OVER w AS n, (sum(paid) OVER w - (first(paid) OVER w + last(paid) OVER w) / 2) / 4 AS cma
    FROM weekly WINDOW w AS (ORDER BY pos ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING)),
    places AS (SELECT (pos - 1) % 4 AS place, avg(y / cma) AS m FROM avgs WHERE n = 5 GROUP BY 1), season AS (SELECT place, m / avg(m) OVER () AS idx FROM places)`;
  const forecast = (index: string, student = T_12): string => `fit AS (SELECT regr_slope(y, t) AS b, regr_intercept(y, t) AS a, avg(t) AS mean, regr_sxx(y, t) AS sxx, count(*) AS n,
    regr_syy(y, t) - regr_sxy(y, t) ** 2 / regr_sxx(y, t) AS sse FROM plain),
    ahead AS (SELECT n + k AS t, (a + b * (n + k)) AS y, ${student} * sqrt(sse / (n - 2)) * sqrt(1 + 1 / n + (n + k - mean) ** 2 / sxx) AS half FROM fit, (VALUES (1), (2), (3), (4), (5)) v(k))
    SELECT t, greatest(0, y * ${index}), greatest(0, (y - half) * ${index}), greatest(0, (y + half) * ${index}) FROM ahead`;

  const factors = list("imp", "ctr", "conversion", "value");
  const parts = (year: 0 | 1): readonly number[] => {
    const [imp, clk, conv, rev] = ["imp", "clk", "conv", "rev"].map((name) => Number(funnels[0]![`${name}${year}`])) as [number, number, number, number];
    return [imp, clk / imp, conv / clk, rev / conv];
  };
  const FACTORS = `h AS (SELECT COLUMNS(* EXCLUDE ("row"))::DOUBLE FROM halford WHERE pos = 1),
    f AS (SELECT unnest([0, 1, 2, 3]) AS i, unnest(['imp', 'ctr', 'conversion', 'value']) AS name,
      unnest([imp0, clk0 / imp0, conv0 / clk0, rev0 / conv0]) AS x, unnest([imp1, clk1 / imp1, conv1 / clk1, rev1 / conv1]) AS y FROM h)`;
  const EFFECTS = {
    shapley: "e AS (SELECT f.i, f.name, f.x, f.y, sum(factorial(bit_count(mask)::INT) * factorial(3 - bit_count(mask)::INT) / 24 * (f.y - f.x) * (SELECT product(CASE WHEN (mask >> g.i::INT) & 1 = 1 THEN g.y ELSE g.x END) FROM f g WHERE g.i <> f.i)) AS e FROM f, (SELECT unnest(range(16))::INT AS mask) WHERE (mask >> f.i::INT) & 1 = 0 GROUP BY ALL)",
    lmdi: "v AS (SELECT product(x) AS v0, product(y) AS v1 FROM f), e AS (SELECT i, name, x, y, (v1 - v0) / ln(v1 / v0) * ln(y / x) AS e FROM f, v)",
    sequential: "e AS (SELECT i, name, x, y, (y - x) * coalesce((SELECT product(g.y) FROM f g WHERE g.i < f.i), 1) * coalesce((SELECT product(g.x) FROM f g WHERE g.i > f.i), 1) AS e FROM f)",
  } as const;
  const wanderer = histories.find(({ key }) => key === "wandering")!;
  if (weekly.length === 0) return [faults(wanderer)];
  return [
    pooled("LEAD_CONVERSION", "landing_visits", "signups"), pooled("ACTION_CONVERSION", "signups", "trial_started"), pooled("SALES_CONVERSION", "trial_started", "paid"),
    { name: "whole funnel", ours: ["FUNNEL_CONVERSION", counts], sql: "SELECT sum(paid) / sum(landing_visits) FROM weekly" },
    { name: "each step", ours: ["STAGE_CONVERSION", counts], sql: `${statements(COUNTS)} SELECT n / before FROM f ORDER BY i` },
    { name: "gone from the first to the last", ours: ["FUNNEL_CHURN", counts], sql: "SELECT 1 - sum(paid) / sum(landing_visits) FROM weekly" },
    { name: "gone at each step", ours: ["STAGE_DROPOFF", counts], sql: `${statements(COUNTS)} SELECT (n - after) / n FROM f ORDER BY i` },
    { name: "with Wilson intervals at 0.9", header: true, ours: ["FUNNEL_TABLE", steps, counts, "level=0.9"], sql: `${statements(COUNTS)} SELECT step,
      n, n / top, n / before, n - after, (n - after) / n, won / n, ${wilson("n", "before", Z_90, "-")}, ${wilson("n", "before", Z_90, "+")} FROM f ORDER BY i` },
    { name: "Wilson of the trials that were paid", ours: ["CONVERSION_INTERVAL", totals[3], totals[4]], sql: `SELECT ${wilson("x", "n", Z_95, "-")}, ${wilson("x",
      "n", Z_95, "+")} FROM (SELECT sum(paid)::DOUBLE AS x, sum(trial_started)::DOUBLE AS n FROM weekly)` },
    { name: "each step at 1,000 a sale", header: true, ours: ["BOTTLENECK", steps, counts, 1000], sql: `${statements(COUNTS)}, p AS (SELECT *, n / before AS p,
      0.01 * won / (n / before) AS wins FROM f WHERE before IS NOT NULL) SELECT step, p, wins, wins * 1000, rank() OVER (ORDER BY wins DESC), NULL, NULL FROM p ORDER BY i` },
    { name: "100,000 over each step", ours: ["COST_PER_STAGE", 100000, counts], sql: `${statements(COUNTS)} SELECT 100000 / n FROM f ORDER BY i` },
    { name: "visits as costs, a week later", ours: ["CAC_LAGGED", of("landing_visits"),
      of("paid"), 1], sql: "SELECT lag(landing_visits) OVER (ORDER BY pos) / paid FROM weekly ORDER BY pos" },
    { name: "season of four weeks", ours: ["SEASONAL_INDEX", of("paid"), 4], sql: `${statements(SEASON)} SELECT idx FROM season ORDER BY place` },
    { name: "trend of 14 weeks, 5 ahead", header: true, ours: ["LEAD_FORECAST", of("paid"), 5], sql: `${statements("plain AS (SELECT pos AS t, paid AS y FROM weekly)", forecast("1"))}` },
    { name: "trend and season, 5 ahead", header: true, ours: ["LEAD_FORECAST", of("paid"), 5, 4], sql: `${statements(SEASON,
      "plain AS (SELECT pos AS t, paid / idx AS y FROM weekly JOIN season ON place = (pos - 1) % 4)", forecast("(SELECT idx FROM season WHERE place = (t - 1) % 4)"))}` },
    { name: "trend of the ozone readings of NIST, 5 ahead", header: true, ours: ["LEAD_FORECAST", column(norris, ([y]) => y), 5], sql: `${statements("plain AS (SELECT pos AS t, y FROM norris)", forecast("1", T_34))}` },
    { name: "100 split by the weeks", ours: ["SEASONAL_SPLIT", 100, of("paid")], sql: "SELECT 100 * paid / sum(paid) OVER () FROM weekly ORDER BY pos" },
    {
      name: "clicks to conversions, two years", header: true, ours: ["CONVERSION_MIX", column(funnels, (r) => r["row"]), base(0, "clk"), base(0, "conv"), base(1, "clk"), base(1, "conv")],
      sql: `WITH w AS (SELECT pos, "row" AS name, clk0 / sum(clk0) OVER () AS w0, clk1 / sum(clk1) OVER () AS w1, conv0 / clk0 AS r0, conv1 / clk1 AS r1 FROM halford),
        e AS (SELECT *, (w0 + w1) / 2 * (r1 - r0) AS rate, (r0 + r1) / 2 * (w1 - w0) AS mix FROM w)
        SELECT name, w0, w1, r0, r1, rate, mix, rate + mix FROM (SELECT * FROM e UNION ALL SELECT 1000, 'Total', 1, 1, sum(w0 * r0), sum(w1 * r1), sum(rate), sum(mix) FROM e) ORDER BY pos`,
    },
    ...(["shapley", "lmdi", "sequential"] as const).map((method): Comparison => ({
      name: `one funnel, two years, ${method}`, header: true, ours: ["CHANGE_DRIVERS", factors, column(parts(0), (n) => n), column(parts(1), (n) => n), `method=${method}`], absolute: 1e-9,
      sql: `${statements(FACTORS, EFFECTS[method])}, t AS (SELECT product(x) AS x, product(y) AS y, product(y) - product(x) AS d FROM f) SELECT name, x, y,
        e, e / (SELECT d FROM t) FROM (SELECT * FROM e UNION ALL SELECT 9, 'Total', x, y, d FROM t) ORDER BY i`,
    })),
    {
      // Stays of a stage do not change where a deal ends: a matrix with them and one without them have the same chances.
      name: "matrix of transitions, stays in the stage included", ours: ["EVENTUAL_CONVERSION",
        ...[histories.find(({ key }) => key === "slipstream")!].flatMap((h) => [h.deals, h.stages, h.dates, h.order, h.lost])],
      sql: `${statements(`m AS (SELECT a.k AS i, b.k AS j, p::DOUBLE / sum(p::DOUBLE) OVER (PARTITION BY a.k) AS p FROM markov_shares s
        JOIN slipstream_order a ON a.stage = s."from" LEFT JOIN slipstream_order b ON b.stage = s.target)`,
        "q AS MATERIALIZED (SELECT list(row ORDER BY i) AS q FROM (SELECT i, list(p ORDER BY j) FILTER (j IS NOT NULL) AS row FROM m WHERE i < 8 GROUP BY i))",
        "rounds AS (SELECT 0 AS n, [0.0::DOUBLE, 0, 0, 0, 0, 0, 0, 1] AS v UNION ALL SELECT n + 1, list_append(list_transform(q.q, lambda row: list_sum([row[j] * v[j] for j in range(1, 9)])), 1.0::DOUBLE) FROM rounds, q WHERE n < 600)")} SELECT unnest(v) FROM rounds WHERE n = 600`,
    },
    faults(wanderer),
  ];
}

/** Every 97th deal is missing, and so on: the place of the row says what is wrong with it. */
function faults({ deals, stages, dates, order, lost }: History): Comparison {
  const at = (cells: Cells, change: (row: number, cell: unknown) => unknown): Cells => cells.map(([cell], row) => [change(row, cell)]);
  const asOf = "2025-07-15";
  return {
    name: "every kind of fault", header: true,
    ours: ["DATA_CHECK", at(deals, (row, cell) => (row % 97 === 50 ? null : cell)), at(stages, (row, cell) => (row % 89 === 1 ? null : row % 73 === 4 ? "Demo 2" : cell)),
      at(dates, (row, cell) => (row % 83 === 2 ? null : row % 79 === 3 ? "31.12.2025" : cell)), order, lost, asOf],
    sql: `WITH r AS (SELECT pos, CASE WHEN pos % 97 = 50 THEN NULL ELSE deal END AS deal,
      CASE WHEN pos % 89 = 1 THEN NULL WHEN pos % 73 = 4 THEN 'Demo 2' ELSE stage END AS stage, CASE WHEN pos % 83 = 2 OR pos % 79 = 3 THEN NULL ELSE ts END AS ts FROM wandering_log),
      u AS (SELECT r.*, o.k, coalesce(o.k, 1000 + l.k) AS tie FROM r LEFT JOIN wandering_order o USING (stage) LEFT JOIN wandering_lost l USING (stage)),
      ok AS (SELECT * FROM u WHERE deal IS NOT NULL AND tie IS NOT NULL AND ts IS NOT NULL),
      twins AS (SELECT a.pos, a.deal, bool_or(b.stage = a.stage) AS same, bool_or(b.stage <> a.stage) AS other FROM ok a
        JOIN ok b ON a.deal = b.deal AND a.ts = b.ts AND b.pos < a.pos GROUP BY ALL),
      e AS (SELECT *, lag(stage) OVER (PARTITION BY deal ORDER BY ts, tie, pos) AS before, lag(k) OVER (PARTITION BY deal ORDER BY ts, tie, pos) AS bk FROM ok),
      s AS (SELECT *, coalesce(max(k) OVER w, 0) AS furthest, coalesce(bool_or(k = 5) OVER w, false) AS won FROM e WHERE before IS DISTINCT
        FROM stage WINDOW w AS (PARTITION BY deal ORDER BY ts, tie, pos ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
      found AS (SELECT 1 AS i, pos, '' AS example FROM u WHERE deal IS NULL
        UNION ALL SELECT 2, pos, coalesce(deal, '') FROM u WHERE stage IS NULL UNION ALL SELECT 3, pos, coalesce(deal, '') FROM u WHERE pos % 83 = 2
        UNION ALL SELECT 4, pos, '31.12.2025' FROM u WHERE pos % 79 = 3 AND pos % 83 <> 2 UNION ALL SELECT 5, pos, stage FROM u WHERE stage = 'Demo 2'
        UNION ALL SELECT 6, pos, deal FROM twins WHERE same UNION ALL SELECT 7, pos, deal FROM twins WHERE other AND NOT same UNION ALL SELECT 8, pos, deal FROM ok
          WHERE ts >= day('${asOf}') + 1
        UNION ALL SELECT 9, pos, deal FROM s WHERE k > furthest + 1 UNION ALL SELECT 10, pos, deal FROM s WHERE bk > k AND bk < 5 UNION ALL SELECT 11, pos, deal FROM s
          WHERE k IS NOT NULL AND before IS NOT NULL AND bk IS NULL
        UNION ALL SELECT 12, pos, deal FROM s WHERE k IS NULL AND furthest = 0 UNION ALL SELECT 13, pos, deal FROM s WHERE won)
      SELECT name, count(pos), min(pos) + 1, arg_min(example, pos) FROM (VALUES (1, 'Missing deal'), (2, 'Missing stage'), (3, 'Missing date'), (4, 'Not a date'),
        (5, 'Unknown stage'), (6, 'Duplicate row'), (7, 'Same time'), (8, 'After as_of'), (9, 'Skipped stage'), (10, 'Moved back'), (11, 'Reopened'),
        (12, 'Lost without a stage'), (13, 'Stages after the win')) t(i, name) LEFT JOIN found USING (i) GROUP BY i, name ORDER BY i`,
  };
}
