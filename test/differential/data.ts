/**
 * The data sets of ../shared/data as cells for our functions, and in DuckDB, which reads the same files by itself. Ours get the rows of the
 * histories in another order than the file, so that no order can help.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import Papa from "papaparse";
import { SHARED } from "../cases/shared";

const FOLDER = join(SHARED, "data");
export const hasData = existsSync(FOLDER) && existsSync(join(SHARED, "vectors"));

export type Cells = readonly (readonly unknown[])[];
export type Record = { readonly [column: string]: string };

export const readRecords = (file: string): readonly Record[] => Papa.parse<Record>(readFileSync(join(FOLDER, file), "utf8"), { header: true, skipEmptyLines: true }).data;
export const column = <T>(rows: readonly T[], cell: (row: T) => unknown): Cells => rows.map((row) => [cell(row)]);
export const list = (...names: readonly string[]): Cells => names.map((name) => [name]);
export const number = (text: string | undefined): number | null => (text === undefined || text === "" ? null : Number(text));

const DAY = 86_400_000;
/** Serial of a moment in UTC, or of a wall clock taken as if it were UTC. */
export const serial = (text: string): number => {
  const [, date, hour = "0", rest = ":00:00"] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d{1,2})(:.*))?$/.exec(text)!;
  return Date.parse(`${date}T${hour.padStart(2, "0")}${rest}${/[+-]\d\d:\d\d$|Z$/.test(rest) ? "" : "Z"}`) / DAY + 25569;
};

/** A stage history as our functions take it. */
export type History = {
  readonly key: string; readonly deals: Cells; readonly stages: Cells; readonly dates: Cells; readonly groups: Cells; readonly order: Cells; readonly lost: Cells;
  /** A period and a moment in the middle of the data, whole days; a window in days; a stage that deals leave. */
  readonly from: string; readonly to: string; readonly asOf: string; readonly window: number; readonly stage: string;
};
type Entry = { readonly deal: string; readonly stage: string; readonly date: unknown; readonly group: string | null };

/** Row p of the range is row s of the file, where p = s · 7919 mod n: a fixed shuffle that SQL can repeat. */
const SHUFFLE = 7919;

function history(key: string, entries: readonly Entry[], order: Cells, lost: Cells, period: Pick<History, "from" | "to" | "asOf" | "window" | "stage">): History {
  const rows = new Array<Entry>(entries.length);
  entries.forEach((entry, s) => { rows[(s * SHUFFLE) % entries.length] = entry; });
  return { key, order, lost, ...period, deals: column(rows, (r) => r.deal), stages: column(rows, (r) => r.stage), dates: column(rows, (r) => r.date), groups: column(rows, (r) => r.group) };
}

/** Deals that wander: skips, returns, wins that are reopened, losses out of nowhere, several entries at one time, repeated rows. Of its own, from a seed. */
export function wanderingEntries(count: number): readonly (readonly [deal: string, stage: string, serial: number, group: string | null])[] {
  let state = 20261125;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const stages = ["Lead", "Lead", "Call", "Call", "Demo", "Offer", "Won", "Lost", "Spam"];
  const out: [string, string, number, string | null][] = [];
  for (let deal = 1; deal <= count; deal += 1) {
    let time = 45658 + random(180) + random(4) / 4;
    const length = 1 + random(8);
    for (let i = 0; i < length; i += 1) {
      const stage = stages[random(9)]!;
      const hash = (deal * 31 + stage.length * 17 + Math.round(time * 4)) % 6;
      const row: [string, string, number, string | null] = [`D${deal}`, stage, time, hash === 5 ? null : ["Web", "web", "Ads", "Fair", "Partner"][hash]!];
      out.push(row);
      if (random(25) === 0) out.push([...row]);
      time += [0, 0, 0.25, 1, 3, 7, 12.5, 20][random(8)]!;
    }
  }
  return out;
}

const wandering = wanderingEntries(1500);

function wanderingHistory(): History {
  const entries = wandering.map(([deal, stage, date, group]) => ({ deal, stage, date, group }));
  return history("wandering", entries, list("Lead", "Call", "Demo", "Offer", "Won"), list("Lost", "Spam"), { from: "2025-02-01", to: "2025-05-01", asOf: "2025-04-15",
    window: 14, stage: "Call" });
}

/** Each cell of a table of transitions is so many hundredths of deals that made this one move. */
function markovEntries(rows: readonly Record[]): readonly (readonly [string, string, number])[] {
  const out: [string, string, number][] = [];
  for (const { from, ...to } of rows) {
    for (const [stage, share] of Object.entries(to)) {
      for (let i = 0; i < Math.round(Number(share) * 100); i += 1) out.push([`${from} ${stage} ${i}`, from!, 46000], [`${from} ${stage} ${i}`, stage, 46001]);
    }
  }
  return out;
}

export type Data = {
  /** What makes the same tables in DuckDB. */
  readonly statements: readonly string[];
  readonly histories: readonly History[];
  readonly maven: readonly Record[];
  readonly weekly: readonly Record[];
  readonly funnels: readonly Record[];
  readonly opportunities: readonly Record[];
  readonly hubspot: readonly Record[];
  /** y and x of NIST's linear regression. */
  readonly norris: readonly (readonly [y: number, x: number])[];
};

/** Macros for days, and for each data set a history `<key>_log(deal, stage, ts, grp, pos)`, `<key>_order(stage, k)`, `<key>_lost(stage, k)`. */
export function readData(): Data {
  const text = (name: string | null): string => (name === null ? "NULL" : `'${name.replaceAll("'", "''")}'`);
  const csv = (file: string): string => `read_csv(${text(join(FOLDER, file))}, header = true, all_varchar = true)`;
  const statements = [`SET threads = 2; SET TimeZone = 'UTC';
    CREATE MACRO day(d) AS date_diff('day', DATE '1899-12-30', CAST(d AS DATE))::DOUBLE;
    CREATE MACRO moment(t) AS epoch_ms(t) / 86400000.0::DOUBLE + 25569;
    CREATE MACRO date_of(x) AS DATE '1899-12-30' + CAST(floor(x) AS INTEGER);
    CREATE MACRO share(a, b) AS CASE WHEN b <> 0 THEN a / b END;`];
  const histories: History[] = [];
  const add = (each: History, log: string): void => {
    histories.push(each);
    const names = (cells: Cells): string => cells.map(([name], i) => `(${text(String(name))}, ${i + 1})`).join(", ");
    statements.push(`CREATE TABLE ${each.key}_log AS SELECT deal, stage, ts, grp, ((s * ${SHUFFLE}) % (count(*) OVER ()))::BIGINT AS pos
      FROM (SELECT *, row_number() OVER () - 1 AS s FROM (${log}));
      CREATE TABLE ${each.key}_order AS SELECT * FROM (VALUES ${names(each.order)}) t(stage, k);
      CREATE TABLE ${each.key}_lost AS SELECT * FROM (VALUES ${each.lost.length ? names(each.lost) : "('', 1)"}) t(stage, k)${each.lost.length ? "" : " WHERE false"};`);
  };

  add(wanderingHistory(), `SELECT * FROM (VALUES ${wandering.map(([deal, stage, ts, grp]) => `(${text(deal)}, ${text(stage)}, ${ts}::DOUBLE,
    ${text(grp)})`).join(", ")}) t(deal, stage, ts, grp)`);
  if (!hasData) return { statements, histories, maven: [], weekly: [], funnels: [], opportunities: [], hubspot: [], norris: [] };

  const bpi = readRecords("bpi2012/bpi2012_A_applications.csv");
  add(history("bpi2012", bpi.map((r) => ({ deal: r["case_id"]!, stage: r["activity"]!, date: serial(r["timestamp"]!), group: `r${r["resource"]}` })),
    list("A_SUBMITTED", "A_PARTLYSUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "A_APPROVED", "A_REGISTERED", "A_ACTIVATED"), list("A_DECLINED", "A_CANCELLED"),
    { from: "2011-11-01", to: "2012-01-01", asOf: "2012-01-15", window: 10, stage: "A_PREACCEPTED" }),
  `SELECT case_id AS deal, activity AS stage, moment("timestamp"::TIMESTAMPTZ) AS ts, 'r' || resource AS grp FROM ${csv("bpi2012/bpi2012_A_applications.csv")}`);

  const maven = readRecords("maven_crm/sales_pipeline.csv");
  statements.push(`CREATE TABLE maven AS SELECT row_number() OVER () AS pos, opportunity_id AS deal, sales_agent AS agent, product, account, deal_stage AS stage,
    day(engage_date) AS created, day(close_date) AS closed, close_value::DOUBLE AS amount FROM ${csv("maven_crm/sales_pipeline.csv")}`);
  // Two entries per deal: it was engaged, and it was won or lost.
  const entriesOf = (r: Record): Entry[] => [["Engaging", r["engage_date"]], [r["deal_stage"]!, r["close_date"]]].filter(([, date]) => date).map(([stage,
    date]) => ({ deal: r["opportunity_id"]!, stage: stage!, date, group: r["sales_agent"]! }));
  add(history("maven", maven.flatMap(entriesOf), list("Prospecting", "Engaging", "Won"), list("Lost"), { from: "2017-03-01", to: "2017-07-01",
    asOf: "2017-09-30", window: 60, stage: "Engaging" }),
    "SELECT deal, stage, ts, grp FROM (SELECT pos, 1 AS n, deal, 'Engaging' AS stage, created AS ts, agent AS grp FROM maven WHERE created IS NOT NULL UNION ALL SELECT pos, 2, deal, stage, closed, agent FROM maven WHERE closed IS NOT NULL) ORDER BY pos, n");

  const hubspot = readRecords("hubspot_shape/deal_stage_data.csv");
  const [first, second, third] = ["09a969da1d61b38bd3746f0f49c1475a", "f66ca9bc5a02c2f1513ce83f0a0e117d", "6e81db225a3757a3fc20cc9b1b3d9e1b"] as const;
  statements.push(`CREATE TABLE hubspot AS SELECT deal_id AS deal, value AS stage, moment(strptime(date_entered, '%Y-%m-%d %H:%M:%S')) AS ts,
    moment(strptime(_fivetran_end, '%Y-%m-%d %H:%M:%S')) AS ended FROM ${csv("hubspot_shape/deal_stage_data.csv")}`);
  add(history("hubspot", hubspot.map((r) => ({ deal: r["deal_id"]!, stage: r["value"]!, date: serial(r["date_entered"]!), group: r["source"]! })), list(first,
    second, third), [], { from: "2021-01-08", to: "2021-01-10", asOf: "2021-01-09", window: 1, stage: first }),
    `SELECT h.deal, h.stage, h.ts, c.source AS grp FROM hubspot h JOIN ${csv("hubspot_shape/deal_stage_data.csv")} c ON c.deal_id = h.deal`);

  const opportunities = readRecords("salesforce_shape/sf_opportunity_data.csv");
  statements.push(`CREATE TABLE opportunities AS SELECT row_number() OVER () AS pos, id, stage_name AS stage, amount::DOUBLE AS amount,
    moment(created_date::TIMESTAMP) AS created, moment(close_date::TIMESTAMP) AS closed, probability::DOUBLE AS probability,
    is_won = 'true' AS won, is_closed = 'true' AS done FROM ${csv("salesforce_shape/sf_opportunity_data.csv")}`);
  add(history("salesforce", readRecords("salesforce_shape/sf_opportunity_history_data.csv").map((r) => ({ deal: r["id"]!,
    stage: r["stage_name"]!, date: serial(r["created_date"]!), group: r["type"]! })), list("9RN9J3tlxr89gDctReax5w==", "GavUFuuf4DrnQAoiRGlWpQ=="), list("tXi3M8u3iPxq0ggxTSxMKw=="),
    { from: "2018-11-01", to: "2018-12-15", asOf: "2018-12-18", window: 1, stage: "9RN9J3tlxr89gDctReax5w==" }),
  `SELECT id AS deal, stage_name AS stage, moment(created_date::TIMESTAMP) AS ts, type AS grp FROM ${csv("salesforce_shape/sf_opportunity_history_data.csv")}`);

  const markov = readRecords("worked_tables/slipstream_markov.csv");
  statements.push(`CREATE TABLE markov_shares AS SELECT * FROM (UNPIVOT ${csv("worked_tables/slipstream_markov.csv")} ON * EXCLUDE ("from") INTO NAME target VALUE p)`);
  add(history("slipstream", markovEntries(markov).map(([deal, stage, date]) => ({ deal, stage, date, group: null })), list("Request", "Quote", "Approval", "Contract",
    "Assign job", "Implement", "Close", "Bill"), list("Lost"), { from: "2025-12-01", to: "2025-12-10", asOf: "2025-12-09", window: 1, stage: "Quote" }),
    `SELECT "from" || ' ' || target || ' ' || i AS deal, unnest(["from", target]) AS stage, unnest([46000.0::DOUBLE, 46001]) AS ts, NULL::VARCHAR AS grp
      FROM (SELECT *, unnest(range(round(p::DOUBLE * 100)::BIGINT)) AS i FROM markov_shares)`);

  for (const [table, file] of [["weekly", "weekly_funnel"], ["cohorts", "cohort_weeks"], ["halford",
    "halford_funnel_2018_2019"]]) statements.push(`CREATE TABLE ${table} AS SELECT row_number() OVER () AS pos, * FROM read_csv(${text(join(FOLDER,
    `worked_tables/${file}.csv`))}, header = true)`);
  const norris = readFileSync(join(SHARED, "vectors/nist-norris.dat"), "utf8").split("\n").slice(60, 96).map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  statements.push(`CREATE TABLE norris AS SELECT * FROM (VALUES ${norris.map(([y, x], i) => `(${i + 1}, ${y}::DOUBLE, ${x}::DOUBLE)`).join(", ")}) t(pos, y, x)`);
  return { statements, histories, maven, norris, weekly: readRecords("worked_tables/weekly_funnel.csv"), funnels: readRecords("worked_tables/halford_funnel_2018_2019.csv"), opportunities, hubspot };
}

export async function openDatabase(statements: readonly string[]): Promise<DuckDBConnection> {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  for (const statement of statements) await db.run(statement);
  return db;
}
