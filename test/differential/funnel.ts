/** Counts, groups and moves from the stage history. */
import type { History } from "./data";
import { known, LAST, STARTS, statements, type Comparison } from "./read-history";

const stagesOf = ({ order }: History): readonly string[] => order.map(([name]) => String(name));
const everything = "true";

/** reached(deal, k, r): when each deal reached each stage. */
function reached(history: History, reach: string): string {
  if (reach === "furthest") return `reached AS (SELECT h.deal, o.k, min(h.ts) AS r FROM h JOIN ${history.key}_order o ON h.k >= o.k GROUP BY ALL)`;
  if (reach === "visited") return "reached AS (SELECT deal, k, min(ts) AS r FROM h WHERE k IS NOT NULL GROUP BY ALL)";
  const steps = history.order.map((_, i) => (i === 0
    ? "s1 AS (SELECT deal, min(n) AS n FROM h WHERE k = 1 GROUP BY deal)"
    : `s${i + 1} AS (SELECT deal, min(h.n) AS n FROM h JOIN s${i} USING (deal) WHERE h.k = ${i + 1} AND h.n > s${i}.n GROUP BY deal)`));
  return `${steps.join(", ")}, reached AS (${history.order.map((_, i) => `SELECT deal, ${i + 1} AS k, h.ts AS r FROM s${i + 1} JOIN h USING (deal, n)`).join(" UNION ALL ")})`;
}

type Filter = { readonly options: string; readonly where: string; readonly asOf?: string };

/** Deals by stage, for `kind` reached, lost or open. */
function counts(history: History, reach: string, { options, where, asOf }: Filter): Comparison {
  const sql = `${statements(known(history, asOf), STARTS, reached(history, reach))}
    SELECT count(reached.deal) FROM ${history.key}_order o LEFT JOIN (SELECT * FROM reached JOIN t0 USING (deal) WHERE ${where}) reached USING (k) GROUP BY o.k ORDER BY o.k`;
  return { name: `reach=${reach}; ${options}${asOf ? `; as of ${asOf}` : ""}`, ours: ["FUNNEL_COUNTS", history.deals, history.stages, history.dates,
    history.order, history.lost, asOf ?? null, `reach=${reach}${options ? `; ${options}` : ""}`], sql };
}

function left(history: History, count: "lost" | "open", { options, where, asOf }: Filter): Comparison {
  const stage = count === "lost" ? "last.k = 0 AND last.lk" : `last.k < ${history.order.length} AND last.k`;
  const sql = `${statements(known(history, asOf), STARTS, LAST)}
    SELECT count(x.deal) FROM ${history.key}_order o LEFT JOIN (SELECT last.*, t0.t0, t0.grp FROM last JOIN t0 USING (deal)) x ON ${stage.replaceAll("last.",
      "x.")} = o.k AND ${where.replaceAll("r ", "x.ts ")} GROUP BY o.k ORDER BY o.k`;
  return { name: `count=${count}; ${options}${asOf ? `; as of ${asOf}` : ""}`, ours: ["FUNNEL_COUNTS", history.deals, history.stages, history.dates,
    history.order, history.lost, asOf ?? null, `count=${count}${options ? `; ${options}` : ""}`], sql };
}

export function funnelComparisons(history: History): readonly Comparison[] {
  const { key, from, to, asOf, window, deals, stages, dates, order, lost, groups } = history;
  const within = (x: string): string => `${x} >= day('${from}') AND ${x} < day('${to}')`;
  const filters: readonly Filter[] = [
    { options: "", where: everything }, { options: "", where: everything, asOf },
    { options: `window=${window}`, where: `r - t0 <= ${window} + 1e-9` },
    { options: `from=${from}; to=${to}`, where: within("t0") },
    { options: `from=${from}; to=${to}; basis=period`, where: within("r"), asOf },
  ];
  const names = stagesOf(history);
  const all = [...names, ...lost.map(([name]) => String(name))];
  const cells = [deals, stages, dates];
  const text = (name: string): string => `'${name.replaceAll("'", "''")}'`;
  const byGroup = (attribution: "first" | "last", top: number): Comparison => ({
    name: `by group, attribution=${attribution}, top=${top}`, header: true,
    ours: ["FUNNEL_BY", ...cells, groups, order, lost, null, `attribution=${attribution}; top=${top}`],
    sql: `${statements(known(history), STARTS, LAST, reached(history, "furthest"))},
      tail AS (SELECT deal, grp FROM (SELECT g.deal, g.grp, g.ts, coalesce(o.k, 1000 + l.k) AS tie FROM ${key}_log g LEFT JOIN ${key}_order o USING (stage) LEFT
        JOIN ${key}_lost l USING (stage)) QUALIFY row_number() OVER (PARTITION BY deal ORDER BY ts DESC, tie DESC) = 1),
      own AS (SELECT t0.deal, ${attribution === "first" ? "t0.grp" : "tail.grp"} AS grp FROM t0 JOIN tail USING (deal)),
      labels AS (SELECT lower(grp) AS id, arg_min(grp, pos) AS label FROM ${key}_log WHERE grp IS NOT NULL GROUP BY ALL),
      counted AS (SELECT coalesce(lower(own.grp), '(blank)') AS id, ${names.map((_, i) => `count(*) FILTER (k = ${i + 1}) AS c${i + 1}`).join(", ")} FROM own
        JOIN reached USING (deal) GROUP BY ALL),
      ranked AS (SELECT *, coalesce(label, '(blank)') AS shown, row_number() OVER (ORDER BY c1 DESC, coalesce(label, '(blank)')) AS place FROM counted LEFT JOIN labels USING (id)),
      lines AS (SELECT place AS line, shown, ${names.map((_, i) => `c${i + 1}`).join(", ")} FROM ranked WHERE place <= ${top}
        UNION ALL SELECT 1000, 'Other', ${names.map((_, i) => `sum(c${i + 1})`).join(", ")} FROM ranked WHERE place > ${top} HAVING count(*) > 0
        UNION ALL SELECT 1001, 'Total', ${names.map((_, i) => `sum(c${i + 1})`).join(", ")} FROM ranked)
      SELECT shown, ${names.map((_, i) => `c${i + 1}`).join(", ")}, share(c${names.length}, c1) FROM lines ORDER BY line`,
  });
  return [
    ...["furthest", "visited", "strict"].flatMap((reach) => filters.map((filter) => counts(history, reach, filter))),
    ...(["lost", "open"] as const).flatMap((count) => filters.filter(({ options }) => !options.startsWith("window")).map((filter) => left(history, count, filter))),
    byGroup("first", 100), byGroup("last", 3),
    ...[undefined, asOf].map((moment): Comparison => ({
      name: `moves between stages${moment ? `, as of ${moment}` : ""}`, header: true, ours: ["TRANSITION_MATRIX", ...cells, order, lost, moment ?? null],
      // A deal that never entered a stage of the funnel is not in it, so it is not counted as lost either.
      sql: `${statements(known(history, moment), LAST, STARTS)}, names AS (SELECT stage, k FROM ${key}_order UNION ALL SELECT stage, 1000 + k FROM ${key}_lost),
        moves AS (SELECT stage, count(*) AS exits, ${all.map((name, i) => `count(*) FILTER (ns = ${text(name)}) AS m${i}`).join(", ")} FROM h SEMI JOIN t0 USING (deal)
          WHERE ns IS NOT NULL GROUP BY stage),
        now AS (SELECT stage, count(*) AS c FROM last SEMI JOIN t0 USING (deal) GROUP BY stage)
        SELECT names.stage, ${all.map((_, i) => `m${i} / exits`).join(", ")}, coalesce(exits, 0), coalesce(c, 0) FROM names LEFT JOIN moves USING (stage) LEFT
          JOIN now USING (stage) ORDER BY k`,
    })),
    {
      name: "chance to be won in the end, by 600 rounds of the moves", ours: ["EVENTUAL_CONVERSION", ...cells, order, lost],
      // As lists: q holds the share of moves from each stage to each stage before won, r that to won. Rounds of v = r + q v.
      sql: `${statements(known(history))}, shares AS (SELECT o.k, count(h.deal) AS exits, ${names.map((_, i) => `count(*) FILTER (h.nk = ${i + 1}) / nullif(count(h.deal),
        0) AS p${i + 1}`).join(", ")} FROM ${key}_order o LEFT JOIN (SELECT * FROM h WHERE ns IS NOT NULL) h USING (k) WHERE o.k < ${names.length} GROUP BY o.k),
        q AS MATERIALIZED (SELECT list(coalesce([${names.slice(0, -1).map((_, i) => `p${i + 1}`).join(", ")}], [0.0]) ORDER BY k) AS q, list(coalesce(p${names.length}, 0)
          ORDER BY k) AS r FROM shares),
        rounds AS (SELECT 0 AS i, r AS v FROM q UNION ALL SELECT i + 1, list_transform(q.q, lambda line, place: q.r[place] + coalesce(list_sum([coalesce(line[j],
          0) * v[j] for j in range(1, ${names.length})]), 0)) FROM rounds, q WHERE i < 600),
        ends AS (SELECT v FROM rounds WHERE i = 600)
        SELECT CASE WHEN k = ${names.length} THEN 1 WHEN exits = 0 THEN NULL ELSE v[k] END FROM ends, (SELECT k, exits FROM shares UNION ALL SELECT ${names.length}, 1)
          WHERE (SELECT sum(exits) FROM shares) > 0 ORDER BY k`,
    },
    {
      name: "movement in the period", header: true, ours: ["STAGE_FLOW", ...cells, order, lost, null, `from=${from}; to=${to}`],
      sql: `${statements(known(history))}, flows AS (SELECT k, count(*) FILTER (ts < day('${from}') AND (nt IS NULL OR nt >= day('${from}'))) AS held,
        count(*) FILTER (${within("ts")}) AS entered,
          count(*) FILTER (${within("nt")} AND nk > k) AS forward, count(*) FILTER (${within("nt")} AND nk < k) AS back,
            count(*) FILTER (${within("nt")} AND nk IS NULL) AS lost FROM h WHERE k IS NOT NULL GROUP BY k)
        SELECT o.stage, coalesce(held, 0), coalesce(entered, 0), coalesce(forward, 0), coalesce(back, 0), coalesce(lost,
          0), coalesce(held + entered - forward - back - lost, 0) FROM ${key}_order o LEFT JOIN flows USING (k) ORDER BY o.k`,
    },
  ];
}
