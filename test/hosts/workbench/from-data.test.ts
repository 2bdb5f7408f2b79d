/** Tables of deals read for a plan: real exports and the sample, against a computation that shares nothing with the product. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readDeals, type DataChoice, type FoundData } from "../../../src/catalogue/deal-data";
import { listsOf, headOf, readNow, type Area, type Cells } from "../../../src/catalogue/table-head";
import { serialOfDay } from "../../../src/core/calendar";
import { LANGUAGES } from "../../../src/catalogue/words";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import { liveFacts } from "../../../src/plan/data-formulas";
import { openBook } from "../../rig/univer";
import { sampleBook } from "../../../src/hosts/workbench/sample/sample-book";

const folder = resolve("../shared/data");
const has = existsSync(folder) ? test : test.skip;
const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date)!;
const TODAY = day(2026, 11, 25);

async function opened(file: string): Promise<Cells> {
  return (await openFile(new Uint8Array(readFileSync(join(folder, file))), "data", "utf-8", () => {})).sheets[0]!.rows;
}
const readerOf = (cells: Cells) => ({ row, column, rows, columns }: Area): Cells => cells.slice(row - 1, row - 1 + rows).map((each) => Array.from({ length: columns }, (_, i) => each[column - 1 + i] ?? ""));
const placeOf = (cells: Cells): Area => ({ row: 1, column: 1, rows: cells.length, columns: cells[0]!.length });
const found = (cells: Cells, choice: DataChoice | null = null, others: readonly Cells[] = [cells]): FoundData =>
  readNow(readDeals(placeOf(cells), choice, others.flatMap((each) => listsOf(readerOf(each)(headOf(placeOf(each))), placeOf(each))), TODAY), readerOf(cells))!;
const columns = ({ columns: all, roles }: FoundData) => Object.fromEntries(Object.entries(roles).map(([role, at]) => [role, all[at]!.header]));
const mean = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0) / numbers.length;

has("8,800 deals of a CRM: their columns, and every number that the plan takes from them", async () => {
  const cells = await opened("maven_crm/sales_pipeline.csv");
  const { kind, stages, figures, plain, certainty, ...rest } = found(cells);
  expect([kind, stages]).toEqual(["deals", { order: ["Prospecting", "Engaging", "Won"], lost: ["Lost"] }]);
  expect(columns({ kind, stages, figures, plain, certainty, ...rest })).toEqual({ deal: "opportunity_id", owner: "sales_agent", customer: "account", stage: "deal_stage", created: "engage_date", closed: "close_date", amount: "close_value" });
  expect(plain).toEqual(["created", "closed", "amount"]);

  // The last deal was closed on 31 December 2017: the year 2017 is what averages are of.
  type Deal = { agent: string; account: string; stage: string; from: number; to: number; value: number };
  const deals = cells.slice(1).map(([, agent, , account, stage, from, to, value]): Deal => ({ agent: String(agent), account: String(account ?? ""), stage: String(stage), from: Number(from), to: Number(to), value: Number(value) }));
  const year = (deal: Deal): boolean => deal.to >= day(2017, 1, 1);
  const won = deals.filter(({ stage }) => stage === "Won");
  const inYear = won.filter(year);
  expect([figures!.deals, figures!.won, figures!.lost, figures!.open, figures!.leftOut]).toEqual([8800, 4238, 2473, 2089, []]);
  expect(figures!.basis).toEqual({ from: day(2017, 1, 1), to: day(2017, 12, 31) });
  expect(figures!.averageDeal).toBeCloseTo(mean(inYear.map(({ value }) => value)), 6);
  expect(figures!.winRate).toEqual({ share: inYear.length / (inYear.length + deals.filter((deal) => deal.stage === "Lost" && year(deal)).length), won: 4238, decided: 6711, span: figures!.basis });
  expect(figures!.cycle!.days).toBeCloseTo(mean(inYear.map(({ from, to }) => to - from)), 9);

  const named = inYear.filter(({ account }) => account !== "");
  const first = new Map<string, number>();
  for (const { account, to, value } of won) if (value > 0) first.set(account, Math.min(first.get(account) ?? Infinity, to));
  const again = named.filter(({ account, to }) => to > first.get(account)!);
  const total = (list: readonly Deal[]): number => list.reduce((sum, { value }) => sum + value, 0);
  expect(figures!.repeat!.share).toBeCloseTo(total(again) / total(named), 9);
  expect([figures!.repeat!.unnamed, figures!.repeat!.customers]).toEqual([inYear.length - named.length, new Set(named.map(({ account }) => account)).size]);

  const agents = [...new Set(deals.map(({ agent }) => agent))].map((name) => ({ name, revenue: total(inYear.filter(({ agent }) => agent === name)) })).sort((a, b) => b.revenue - a.revenue);
  expect(figures!.owners.map(({ name, revenue }) => ({ name, revenue }))).toEqual(agents);
  const monthly = Array.from({ length: 10 }, (_, i) => total(won.filter(({ to }) => to >= day(2017, 3 + i, 1) && to < (i === 9 ? day(2018, 1, 1) : day(2017, 4 + i, 1)))));
  expect(figures!.months).toEqual({ first: 2017 * 12 + 2, revenue: monthly, whole: [0, 10] });
  expect(figures!.funnel).toBeNull();
}, 60_000);

has("60,849 events of a loan process: the funnel of decided applications, and the days of those that were activated", async () => {
  const cells = await opened("bpi2012/bpi2012_A_applications.csv");
  const order = ["A_SUBMITTED", "A_PARTLYSUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "A_APPROVED", "A_REGISTERED", "A_ACTIVATED"];
  const lost = ["A_DECLINED", "A_CANCELLED"];
  const guess = found(cells);
  expect([guess.kind, columns(guess)]).toEqual(["history", { deal: "case_id", stage: "activity", date: "timestamp", amount: "amount_req" }]);
  const { figures } = found(cells, { ...guess, stages: { order, lost } });

  const cases = new Map<unknown, { stage: string; at: number }[]>();
  for (const [id, stage, at] of cells.slice(1)) cases.set(id, [...(cases.get(id) ?? []), { stage: String(stage), at: Number(at) }]);
  const rank = (stage: string): number => [...order, ...lost].indexOf(stage);
  const all = [...cases.values()].map((rows) => rows.sort((a, b) => a.at - b.at || rank(a.stage) - rank(b.stage)));
  const last = (rows: (typeof all)[number]): string => rows[rows.length - 1]!.stage;
  const decided = all.filter((rows) => last(rows) === "A_ACTIVATED" || lost.includes(last(rows)));
  const furthest = decided.map((rows) => Math.max(...rows.map(({ stage }) => order.indexOf(stage))));
  const reached = order.map((_, place) => furthest.filter((each) => each >= place).length);
  expect(figures!.funnel!.map((stage) => stage.reached)).toEqual(reached);
  expect(figures!.funnel!.map(({ conversion }) => conversion)).toEqual(order.map((_, i) => (i === 7 ? null : reached[i + 1]! / reached[i]!)));
  const won = decided.filter((rows) => last(rows) === "A_ACTIVATED");
  expect(figures!.funnel!.reduce((days, { lagDays }) => days + (lagDays ?? 0), 0)).toBeCloseTo(mean(won.map((rows) => rows[rows.length - 1]!.at - rows[0]!.at)), 6);
  expect([figures!.deals, figures!.won, figures!.lost]).toEqual([all.length, won.length, decided.length - won.length]);
}, 120_000);

has("a Salesforce export without names of stages is a list of sales until somebody says more", async () => {
  const guess = found(await opened("salesforce_shape/sf_opportunity_data.csv"));
  expect(columns(guess)).toMatchObject({ amount: "amount", closed: "close_date", customer: "account_id", owner: "owner_id" });
}, 60_000);

has("live facts over the deals of the CRM, calculated by the workbench: what a person counts in that quarter", async () => {
  const file = await openFile(new Uint8Array(readFileSync(join(folder, "maven_crm/sales_pipeline.csv"))), "data", "utf-8", () => {});
  const [from, to] = [day(2017, 7, 1), day(2017, 9, 30)];
  const facts = liveFacts({ columns: { amount: "data!$H:$H", closed: "data!$G:$G", created: "data!$F:$F", stage: "data!$E:$E" }, stages: { won: "Won", lost: ["Lost"] }, currency: null }, { from, to }, true);
  const formulas = [facts.volume!, facts.deal!, facts.conversion!, facts.cycle!];
  const data = await bookData(file, "data");
  data.sheetOrder.push("calls");
  data.sheets["calls"] = { id: "calls", name: "Calls", rowCount: 20, columnCount: 2, cellData: Object.fromEntries(formulas.map((f, i) => [i, { 0: { f } }])) };
  const book = await openBook(data);
  const results = formulas.map((_, i) => book.result("calls", i, 0)[0]![0]);
  book.close();
  const deals = file.sheets[0]!.rows.slice(1).map((row) => ({ stage: row[4], from: Number(row[5]), to: Number(row[6]), value: Number(row[7]) })).filter((deal) => deal.to >= from && deal.to < to + 1);
  const won = deals.filter(({ stage }) => stage === "Won");
  const total = won.reduce((sum, { value }) => sum + value, 0);
  expect(results).toEqual([total, total / won.length, won.length / deals.filter(({ stage }) => stage === "Won" || stage === "Lost").length, won.reduce((sum, deal) => sum + deal.to - deal.from, 0) / won.length]);
}, 60_000);

describe.each(LANGUAGES)("the sample workbook, %s", (language) => {
  const sheets = sampleBook(language).sheets.map(({ rows }) => rows as Cells);
  const [, funnel, deals, log] = sheets;

  test("all columns of its deals are recognised by their headers, and no row is left out", () => {
    const guess = found(deals!, null, sheets);
    expect(guess.kind).toBe("deals");
    expect(Object.keys(guess.roles).sort()).toEqual(["amount", "closed", "created", "customer", "deal", "lastStage", "owner", "reason", "source", "stage"]);
    expect(new Set(Object.values(guess.certainty))).toEqual(new Set(["sure"]));
    expect(guess.figures!.leftOut).toEqual([]);
    expect(guess.figures!.owners).toHaveLength(6);
  });

  test("its history tells the funnel of its deal rows, and of the few deals that went back before they were lost how far they had been", () => {
    const [rows, entries] = [found(deals!, null, sheets).figures!, found(log!, null, sheets).figures!];
    const more = entries.funnel!.map(({ reached }, i) => reached - rows.funnel![i]!.reached);
    expect(more.every((each) => each >= 0 && each < 5)).toBe(true);
    expect(rows.funnel!.map(({ name }) => name)).toEqual(funnel!.slice(1).map(([name]) => name));
    expect([entries.won, entries.lost, entries.open]).toEqual([rows.won, rows.lost, rows.open]);
  });
});
