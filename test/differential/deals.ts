/** One row per deal: the sales pipeline of Maven, opportunities of Salesforce, stays of HubSpot. */
import { column, list, number, serial, type Cells, type Data, type Record } from "./data";
import { STATISTICS, type Comparison } from "./read-history";

const ORDER = list("Prospecting", "Engaging", "Won");
const LOST = list("Lost");
const Z_95 = "1.9599639845400545";
export const Z_80 = "1.2815515655446004";

/** Percentile and the like of x among the rows of `from`. */
const each = (name: string, args: (statistic: string) => Comparison["ours"], from: string): readonly Comparison[] =>
  Object.entries(STATISTICS).map(([statistic, x]) => ({ name: `${name}, ${statistic}`, ours: args(statistic), sql: `SELECT ${x} FROM ${from}` }));

export function dealComparisons({ maven, opportunities, hubspot }: Data): readonly Comparison[] {
  const [stages, closed, amounts] = [column(maven, (r) => r["deal_stage"]), column(maven, (r) => r["close_date"] || null), column(maven, (r) => number(r["close_value"]))];
  const [from, to, asOf] = ["2017-04-01", "2017-10-01", "2017-08-31"];
  const within = (x: string): string => `${x} >= day('${from}') AND ${x} < day('${to}')`;
  const period = `from=${from}; to=${to}`;
  // Prospecting deals have no date of creation.
  const dated = maven.filter((r) => r["engage_date"]);
  const [datedCreated, datedClosed, datedStages] = [column(dated, (r) => r["engage_date"]), column(dated, (r) => r["close_date"] || null), column(dated, (r) => r["deal_stage"])];
  return [
    { name: "won of decided", ours: ["WIN_RATE", stages, ORDER, LOST], sql: "SELECT count(*) FILTER (stage = 'Won') / count(*) FILTER (stage IN ('Won', 'Lost')) FROM maven" },
    { name: "won of all", ours: ["WIN_RATE", stages, ORDER, LOST, null, null, "basis=all"], sql: "SELECT count(*) FILTER (stage = 'Won') / count(*) FROM maven" },
    { name: "won of decided, closed in the period", ours: ["WIN_RATE", stages, ORDER, LOST, null,
      closed, period], sql: `SELECT count(*) FILTER (stage = 'Won') / count(*) FILTER (stage IN ('Won', 'Lost')) FROM maven WHERE ${within("closed")}` },
    { name: "won money of all, lost deals of Maven are worth 0", ours: ["WIN_RATE", stages, ORDER, LOST, amounts],
      sql: "SELECT CASE WHEN sum(amount) FILTER (stage = 'Lost') > 0 THEN 1 END FROM maven" },
    { name: "furthest stage of each deal", ours: ["FUNNEL_REACHED", stages, ORDER, LOST, column(maven, (r) => (r["deal_stage"] === "Lost" ? "Engaging" : null))],
      sql: `SELECT count(*) FILTER (CASE stage WHEN 'Won' THEN 3 WHEN 'Prospecting' THEN 1 ELSE 2 END >= k) FROM maven, (VALUES (1), (2), (3)) t(k) GROUP BY k ORDER BY k` },
    { name: "deals open in each stage", ours: ["FUNNEL_REACHED", stages, ORDER, LOST, null, null, "count=open"], sql: `SELECT count(*) FILTER (stage = name)
      FROM maven, (VALUES (1, 'Prospecting'), (2, 'Engaging'), (3, '')) t(k, name) GROUP BY k ORDER BY k` },

    ...each("won deals", (s) => ["SALES_CYCLE", datedCreated, datedClosed, datedStages, ORDER, LOST, s], "(SELECT closed - created AS x FROM maven WHERE stage = 'Won')"),
    ...each("lost deals, created in the period", (s) => ["SALES_CYCLE", datedCreated, datedClosed, datedStages, ORDER, LOST, s, null, `outcome=lost; ${period}`],
      `(SELECT closed - created AS x FROM maven WHERE stage = 'Lost' AND ${within("created")})`),
    ...each("all closed in the period, as of a day", (s) => ["SALES_CYCLE", datedCreated, datedClosed, datedStages, ORDER, LOST,
      s, asOf, `outcome=closed; basis=period; ${period}`], `(SELECT closed - created AS x FROM maven WHERE closed < day('${asOf}') + 1 AND ${within("closed")})`),
    ...each("with the age of open ones, without stages", (s) => ["SALES_CYCLE", datedCreated, datedClosed, null, null, null, s, asOf,
      "open=age"], `(SELECT CASE WHEN closed < day('${asOf}') + 1 THEN closed ELSE day('${asOf}') END - created AS x FROM maven WHERE created < day('${asOf}') + 1)`),

    ...each("won deals", (s) => ["DEAL_SIZE", amounts, stages, ORDER, LOST, s], "(SELECT amount AS x FROM maven WHERE stage = 'Won')"),
    {
      name: "with refunds, without zeros", ours: ["DEAL_SIZE", column(maven, (r) => refund(r)), null, null, null, "mean", "zero=skip"],
      sql: `SELECT sum(x) / count(*) FILTER (x > 0) FROM (${REFUNDS})`,
    },
    {
      name: "first purchase in the period, refunds included", ours: ["NEW_CUSTOMERS", column(bought(maven), (r) => r["account"]),
        column(bought(maven), (r) => r["close_date"]), column(bought(maven), refund), period],
      sql: `WITH p AS (${REFUNDS} AND stage = 'Won' AND account IS NOT NULL) SELECT count(*) FROM (SELECT account, min(closed) FILTER (x > 0) AS first,
        sum(x) FILTER (${within("closed")}) AS total FROM p GROUP BY account) WHERE ${within("first")} AND total > 0`,
    },
    { name: "all customers", ours: ["NEW_CUSTOMERS", column(bought(maven), (r) => r["account"]), column(bought(maven), (r) => r["close_date"])],
      sql: "SELECT count(DISTINCT account) FROM maven WHERE stage = 'Won'" },

    ...(["row", "prorata"] as const).map((unassigned): Comparison => ({
      name: `by product, unassigned=${unassigned}`, header: true,
      ours: ["CAC_BY", column(bought(maven), (r) => (Number(r["close_value"]) % 5 === 0 ? null : r["product"])), column(bought(maven), (r) => number(r["close_value"])),
        column(bought(maven), () => 1), `unassigned=${unassigned}`],
      sql: `WITH g AS (SELECT CASE WHEN amount % 5 <> 0 THEN product END AS name, sum(amount) AS c, count(*) AS n FROM maven WHERE stage = 'Won' GROUP BY 1),
        spread AS (SELECT coalesce(name, '(blank)') AS name, n, ${unassigned === "row" ? "c" : "CASE WHEN name IS NULL THEN 0 ELSE c * (1 + (SELECT c FROM g WHERE name IS NULL) / (SELECT sum(c) FROM g WHERE name IS NOT NULL)) END AS c"} FROM g),
        lines AS (SELECT 0 AS last, * FROM spread UNION ALL SELECT 1, 'Total', sum(n), sum(c) FROM spread)
        SELECT name, c, n, c / n, c / (SELECT sum(c) FROM spread), n / (SELECT sum(n) FROM spread) FROM lines ORDER BY last, c DESC, name`,
    })),
    {
      name: "products of won deals as reasons, with money", header: true, ours: ["LOST_REASONS", column(bought(maven), (r) => r["product"]), column(bought(maven),
        (r) => number(r["close_value"]))],
      sql: `SELECT product, count(*) AS n, count(*) / sum(count(*)) OVER (), sum(count(*)) OVER (ORDER BY count(*) DESC, product) / sum(count(*)) OVER (),
        sum(amount), sum(amount) / sum(sum(amount)) OVER () FROM maven WHERE stage = 'Won' GROUP BY product ORDER BY n DESC, product`,
    },
    {
      name: "accounts of lost deals, top 5, worth 0", header: true, ours: ["LOST_REASONS", column(maven, (r) => r["account"] || null), amounts, stages, LOST, "top=5"],
      sql: `WITH g AS (SELECT account, count(*) AS n, row_number() OVER (ORDER BY count(*) DESC, account) AS place FROM maven WHERE stage = 'Lost' GROUP BY account),
        lines AS (SELECT least(place, 6) AS line, CASE WHEN place > 5 THEN 'Other' ELSE account END AS name, sum(n) AS n FROM g GROUP BY ALL)
        SELECT name, n, n / sum(n) OVER (), sum(n) OVER (ORDER BY line) / sum(n) OVER (), 0, NULL FROM lines ORDER BY line`,
    },
    { name: "won deals at a chance by their place", ours: ["WEIGHTED_PIPELINE", column(bought(maven), (r) => number(r["close_value"])), column(bought(maven), chance)],
      sql: `SELECT sum(amount * (amount % 11) / 10) FROM maven WHERE stage = 'Won'` },
    ...([["month", "strftime(date_of(closed), '%Y-%m')"], ["week", "strftime(date_of(closed), '%G-W%V')"],
      ["quarter", "strftime(date_of(closed), '%Y') || '-Q' || quarter(date_of(closed))"], ["day", "strftime(date_of(closed), '%Y-%m-%d')"],
      ["year", "strftime(date_of(closed), '%Y')"]] as const).map(([length, label]): Comparison => ({
      name: `won deals by ${length}, some overdue`, header: true,
      ours: ["PIPELINE_FORECAST", column(bought(maven), (r) => number(r["close_value"])), column(bought(maven), chance), column(bought(maven), (r) => r["close_date"]),
        "2017-05-15", `period=${length}`],
      sql: `WITH p AS (SELECT CASE WHEN closed < day('2017-05-15') THEN 'Overdue' ELSE ${label} END AS label, closed, amount AS a, (amount % 11) / 10 AS q FROM maven WHERE stage = 'Won'),
        g AS (SELECT label, min(closed) AS since, count(*) AS n, sum(a) AS a, sum(a * q) AS w, ${Z_80} * sqrt(sum(a * a * q * (1 - q))) AS half FROM p GROUP BY ROLLUP (label))
        SELECT coalesce(label, 'Total'), n, a, w, greatest(0, w - half), least(a, w + half) FROM g ORDER BY label IS NULL, since`,
    })),

    ...(["month", "week", "quarter"] as const).flatMap((length) => [cohorts(dated, datedCreated, length, asOf), retention(dated, length)]),
    curve(datedCreated, datedClosed, datedStages, undefined), curve(datedCreated, datedClosed, datedStages, asOf),

    { name: "opportunities of Salesforce, by money", ours: ["WIN_RATE", column(opportunities, (r) => r["stage_name"]), SALESFORCE, SALESFORCE_LOST,
      column(opportunities, (r) => number(r["amount"]) ?? 0)], sql: "SELECT sum(amount) FILTER (won) / sum(amount) FILTER (done) FROM opportunities" },
    ...each("opportunities of Salesforce that do not close before they are created", (s) => ["SALES_CYCLE", column(opportunities, (r) => serial(r["created_date"]!)),
      column(opportunities, (r) => serial(r["close_date"]!)), null, null, null, s, null, "negative=skip"], "(SELECT closed - created AS x FROM opportunities WHERE closed >= created)"),
    ...each("stays of HubSpot that end in 2050 are open", (s) => ["SALES_CYCLE", column(hubspot, (r) => serial(r["date_entered"]!)),
      column(hubspot, (r) => serial(r["_fivetran_end"]!)), null, null, null, s, "2021-01-31", "open=age"],
      "(SELECT CASE WHEN ended < day('2050-01-01') THEN ended ELSE day('2021-01-31') END - ts AS x FROM hubspot)"),
  ];
}

const SALESFORCE = list("9RN9J3tlxr89gDctReax5w==", "GavUFuuf4DrnQAoiRGlWpQ==");
const SALESFORCE_LOST = list("tXi3M8u3iPxq0ggxTSxMKw==");
const bought = (maven: readonly Record[]): readonly Record[] => maven.filter((r) => r["deal_stage"] === "Won");
/** A chance of 0..1 that SQL can make too. */
const chance = (r: Record): number => (Number(r["close_value"]) % 11) / 10;
/** Every amount that ends in 7 is a refund. */
const refund = (r: Record): number => Number(r["close_value"]) * (Number(r["close_value"]) % 10 === 7 ? -1 : 1);
const REFUNDS = "SELECT *, coalesce(amount, 0) * CASE WHEN amount % 10 = 7 THEN -1 ELSE 1 END AS x FROM maven WHERE true";

type Length = "month" | "week" | "quarter";
const LABELS: { readonly [length in Length]: string } = { month: "strftime(c, '%Y-%m')", week: "strftime(c, '%G-W%V')", quarter: "strftime(c, '%Y') || '-Q' || quarter(c)" };

/** Cells by age from `sizes(c, size)` and `events(c, a, n)`: those of the age itself or up to it; empty until a period is over. */
const byAge = (length: Length, until: string, ages: "=" | "<="): string => `
  last AS (SELECT (date_trunc('${length}', ${until} + 1) - INTERVAL 1 ${length})::DATE AS l),
  ages AS (SELECT unnest(range(greatest(0, date_diff('${length}', min(c), any_value(l))) + 1)) AS age FROM sizes, last),
  grid AS (SELECT sizes.c, size, age, CASE WHEN date_diff('${length}', sizes.c, any_value(l)) >= age THEN coalesce(sum(n), 0) / size END AS v FROM sizes CROSS
    JOIN ages CROSS JOIN last LEFT JOIN events e ON e.c = sizes.c AND e.a ${ages} age GROUP BY sizes.c, size, age)
  SELECT ${LABELS[length].replaceAll("(c", "(grid.c")}, size, list(v ORDER BY age) FROM grid GROUP BY grid.c, size ORDER BY grid.c`;

function cohorts(dated: readonly Record[], created: Cells, length: Length, asOf: string): Comparison {
  const until = `DATE '${asOf}'`;
  return {
    name: `won by ${length} of creation, as of a day`, header: true, ours: ["COHORT_CONVERSION",
      created, column(dated, (r) => (r["deal_stage"] === "Won" ? r["close_date"] : null)), asOf, `period=${length}`],
    sql: `WITH d AS (SELECT date_trunc('${length}', date_of(created))::DATE AS c, CASE WHEN stage = 'Won' AND closed < day('${asOf}') + 1 THEN date_of(closed) END AS won
      FROM maven WHERE created < day('${asOf}') + 1),
      sizes AS (SELECT c, count(*) AS size FROM d GROUP BY c), events AS (SELECT c, date_diff('${length}', c, won) AS a, count(*) AS n FROM d WHERE won IS NOT NULL GROUP BY ALL),
      ${byAge(length, until, "<=")}`,
  };
}

function retention(dated: readonly Record[], length: Length): Comparison {
  const known = dated.filter((r) => r["account"]);
  return {
    name: `accounts active by ${length}`, header: true, ours: ["COHORT_RETENTION", column(known, (r) => r["account"]), column(known, (r) => r["engage_date"]), null, `period=${length}`],
    sql: `WITH d AS (SELECT account, date_trunc('${length}', date_of(created))::DATE AS p, (min(date_trunc('${length}',
      date_of(created))) OVER (PARTITION BY account))::DATE AS c, date_of(max(created) OVER ()) AS until FROM maven WHERE created IS NOT NULL AND account IS NOT NULL),
      sizes AS (SELECT c, count(DISTINCT account) AS size FROM d GROUP BY c), events AS (SELECT c, date_diff('${length}', c, p) AS a, count(DISTINCT account) AS n FROM d GROUP BY ALL),
      ${byAge(length, "(SELECT any_value(until) FROM d)", "=")}`,
  };
}

/** Aalen–Johansen with its variance, term by term. */
function curve(created: Cells, closed: Cells, stages: Cells, asOf: string | undefined): Comparison {
  const until = asOf ? `day('${asOf}')` : "(SELECT greatest(max(created), max(closed)) FROM maven)";
  return {
    name: `chances by days${asOf ? ", as of a day" : ""}`, header: true, ours: ["CONVERSION_CURVE", created, closed, stages, ORDER, LOST, asOf ?? null],
    sql: `WITH d AS (SELECT CASE WHEN closed < ${until} + 1 AND stage IN ('Won', 'Lost') THEN stage END AS outcome, created, closed FROM maven WHERE created < ${until} + 1),
      x AS (SELECT CASE WHEN outcome IS NULL THEN greatest(${until} - created, 0) ELSE closed - created END AS t, outcome FROM d),
      g AS (SELECT t, count(*) FILTER (outcome = 'Won') AS w, count(*) FILTER (outcome = 'Lost') AS l, sum(count(*)) OVER (ORDER BY t DESC) AS n FROM x GROUP BY t),
      s AS (SELECT *, product(1 - (w + l) / n) OVER (ORDER BY t) AS s FROM g), b AS (SELECT *, coalesce(lag(s) OVER (ORDER BY t), 1) AS s0 FROM s),
      p AS (SELECT *, sum(s0 * w / n) OVER (ORDER BY t) AS f, sum(s0 * l / n) OVER (ORDER BY t) AS q FROM b),
      e AS (SELECT * FROM p WHERE w + l > 0),
      v AS (SELECT b.t, sum(CASE WHEN i.n > i.w + i.l THEN (b.f - i.f) ** 2 * (i.w + i.l) / (i.n * (i.n - i.w - i.l)) ELSE 0 END + i.s0 ** 2 * (i.n - i.w) * i.w / i.n ** 3 - 2 * (b.f - i.f) * i.s0 * i.w / i.n ** 2) AS var FROM e b JOIN e i ON i.t <= b.t GROUP BY b.t)
      SELECT t, n, w, l, f, q, s, CASE WHEN f > 0 AND f < 1 THEN f ** exp(-theta) END, CASE WHEN f > 0 AND f < 1 THEN f ** exp(theta) END
        FROM (SELECT e.*, CASE WHEN f > 0 AND f < 1 THEN ${Z_95} * sqrt(var) / (f * ln(f)) END AS theta FROM e JOIN v USING (t)) ORDER BY t`,
  };
}
