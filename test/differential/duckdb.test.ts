/**
 * The metrics once more, in SQL written from the contract, by an engine that shares nothing with ours; each number equal to a billionth of
 * itself, each text letter by letter. What differs on purpose, and why: docs/differential.md.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { compare } from "./compare";
import { hasData, list, openDatabase, readData } from "./data";
import { dealComparisons } from "./deals";
import { funnelComparisons } from "./funnel";
import { readOnce, type Comparison } from "./read-history";
import { tableComparisons } from "./tables";
import { timeComparisons } from "./time";

const data = readData();
const sets: readonly (readonly [string, readonly Comparison[]])[] = [
  ...data.histories.map((each) => [each.key, [...funnelComparisons(each), ...timeComparisons(each)]] as const),
  ...(hasData ? [["deals of maven_crm, salesforce_shape, hubspot_shape", dealComparisons(data)] as const] : []),
  ["worked_tables, and a history with faults", tableComparisons(data)],
];
/** One test per data set and function. */
const questions = sets.flatMap(([set, comparisons]) => [...new Set(comparisons.map(({ ours }) => ours[0]))].map((name) => [set,
  name, comparisons.filter(({ ours }) => ours[0] === name)] as const));

let db: DuckDBConnection;
beforeAll(async () => { db = await openDatabase([...data.statements, ...data.histories.map(readOnce)]); }, 60_000);
afterAll(() => db.closeSync());

if (!hasData) test.skip("the data sets of ../shared/data, which is not here", () => undefined);

test.each(questions)("%s: %s", async (_set, _name, comparisons) => {
  for (const each of comparisons) expect({ name: each.name, differences: (await compare(db, each)).differences }).toEqual({ name: each.name, differences: [] });
}, 60_000);

if (hasData) test("the other engine itself: linear regression of NIST (Norris), to nine digits", async () => {
  const [row] = (await db.runAndReadAll("SELECT regr_slope(y, x), regr_intercept(y, x), regr_r2(y, x), sqrt((regr_syy(y, x) - regr_sxy(y, x) ** 2 / regr_sxx(y, x)) / 34) FROM norris")).getRowsJS();
  [1.00211681802045, -0.262323073774029, 0.999993745883712, 0.884796396144373].forEach((certified, i) => expect(Math.abs(Number(row![i]) / certified - 1)).toBeLessThan(1e-9));
});

describe("a wrong answer is noticed", () => {
  const [stages, order, lost] = [list("Won", "Won", "Lost", "Lead"), list("Lead", "Won"), list("Lost")];
  const differs = async (each: Omit<Comparison, "name">): Promise<readonly string[]> => (await compare(db, { name: "planted", ...each })).differences;

  test("a number, by two billionths", async () => {
    expect(await differs({ ours: ["WIN_RATE", stages, order, lost], sql: "SELECT 2.0::DOUBLE / 3" })).toEqual([]);
    expect(await differs({ ours: ["WIN_RATE", stages, order, lost], sql: "SELECT 2.0::DOUBLE / 3 * (1 + 2e-9)" })).toEqual(["row 1, cell 1: 0.6666666666666666, DuckDB 0.666666668"]);
  });
  test("a text, a missing row, a value where there is none", async () => {
    const table = { ours: ["LOST_REASONS", list("Price", "Price", "Time"), [[0], [0], [0]]], header: true } as const;
    const rows = "('Price', 2, 2 / 3, 2 / 3, 0, NULL), ('Time', 1, 1 / 3, 1.0, 0, NULL)";
    expect(await differs({ ...table, sql: `SELECT * FROM (VALUES ${rows})` })).toEqual([]);
    expect(await differs({ ...table, sql: `SELECT * FROM (VALUES ${rows.replace("Time", "time")})` })).toHaveLength(1);
    expect(await differs({ ...table, sql: `SELECT * FROM (VALUES ${rows.replace("NULL", "0.0")})` })).toHaveLength(1);
    expect(await differs({ ...table, sql: `SELECT * FROM (VALUES ${rows}) LIMIT 1` })).not.toEqual([]);
  });
  test("another rule: visited stages instead of furthest ones", async () => {
    const each = data.histories[0]!;
    const [furthest, visited] = ["furthest", "visited"].map((reach) => funnelComparisons(each).find(({ name }) => name.startsWith(`reach=${reach}; `))!);
    expect(await differs({ ours: furthest!.ours, sql: visited!.sql })).not.toEqual([]);
  });
  test("a failure of ours is no empty answer", async () => {
    expect(await differs({ ours: ["WIN_RATE", stages, order, null], sql: "SELECT NULL" })).toHaveLength(1);
  });
});
