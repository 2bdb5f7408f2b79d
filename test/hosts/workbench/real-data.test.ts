/** Real exports, which are not part of the repository; where their folder is absent these tests are skipped by name. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import { openBook } from "../../rig/univer";

const folder = resolve("../shared/data");
const has = existsSync(folder) ? test : test.skip;

async function calculate(file: string, formulas: readonly string[]) {
  const opened = await openFile(new Uint8Array(readFileSync(join(folder, file))), "data", "utf-8", () => {});
  const data = await bookData(opened, "data");
  data.sheetOrder.push("calls");
  data.sheets["calls"] = { id: "calls", name: "Calls", rowCount: 2000, columnCount: 26, cellData: Object.fromEntries(formulas.map((f, i) => [i * 100, { 0: { f } }])) };
  const book = await openBook(data);
  const results = formulas.map((_, i) => book.result("calls", i * 100, 0));
  book.close();
  return { rows: opened.sheets[0]!.rows, notices: opened.notices, results };
}

has("8,800 deals of a CRM: opened, and whole columns calculated", async () => {
  const { rows, results } = await calculate("maven_crm/sales_pipeline.csv", ["=SALES_CYCLE(data!F:F,data!G:G)", '=DEAL_SIZE(data!H:H,data!E:E,{"Prospecting","Engaging","Won"},"Lost")', '=WIN_RATE(data!E:E,{"Prospecting","Engaging","Won"},"Lost")']);
  expect(rows).toHaveLength(8801);
  const days = rows.slice(1).filter((row) => typeof row[5] === "number" && typeof row[6] === "number").map((row) => Number(row[6]) - Number(row[5]));
  expect(results[0]![0]![0]).toBeCloseTo(days.reduce((sum, each) => sum + each, 0) / days.length, 9);
  expect(results[1]![0]![0]).toBeCloseTo(2360.909, 3);
  expect(results[2]![0]![0]).toBeCloseTo(4238 / (4238 + 2473), 12);
}, 60_000);

has("60,849 events of a loan process: opened, and its history read", async () => {
  const { rows, results } = await calculate("bpi2012/bpi2012_A_applications.csv", ['=FUNNEL_COUNTS(data!A:A,data!B:B,data!C:C,{"A_SUBMITTED","A_PARTLYSUBMITTED","A_PREACCEPTED","A_ACCEPTED","A_FINALIZED","A_APPROVED","A_REGISTERED","A_ACTIVATED"},{"A_DECLINED","A_CANCELLED"})']);
  expect(rows).toHaveLength(60_850);
  expect(rows[1]![2]).toBeCloseTo(40817 + (38 * 60 + 44.546) / 86_400, 9); // the wall clock of the office, without its offset
  expect(results[0]![0]![0]).toBe(13_087);
}, 120_000);
