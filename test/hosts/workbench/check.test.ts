/** The check over what the workbench opens: nothing is invented on the sample, and the traps of real exports are found. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkTable, type Checked } from "../../../src/catalogue/table-check";
import { headOf, listsOf, readNow, type Area, type Cells } from "../../../src/catalogue/table-head";
import { LANGUAGES } from "../../../src/catalogue/words";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import { history, lastFunnelStage, LOST, sampleDeals } from "../../../src/hosts/workbench/sample/deals";
import { sampleBook } from "../../../src/hosts/workbench/sample/sample-book";

type Sheet = { readonly name: string; readonly rows: Cells };
const placeOf = ({ rows }: Sheet): Area => ({ row: 1, column: 1, rows: rows.length, columns: rows[0]?.length ?? 0 });
const reader = ({ rows }: Sheet) => ({ row, column, rows: height, columns }: Area) => rows.slice(row - 1, row - 1 + height).map((cells) => (columns === 1 ? [cells[column - 1]] : cells));

function check(sheets: readonly Sheet[], name: string): Checked {
  const lists = sheets.flatMap((each) => listsOf(reader(each)(headOf(placeOf(each))), placeOf(each)));
  const sheet = sheets.find((each) => each.name === name)!;
  const checked = readNow(checkTable(placeOf(sheet), null, lists), reader(sheet));
  if (!checked) throw new Error(`${name} has no headers`);
  return checked;
}
const counts = ({ findings }: Checked) => Object.fromEntries(findings.map(({ kind, count }) => [kind, count]));

describe.each(LANGUAGES)("the sample workbook, %s", (language) => {
  const { sheets } = sampleBook(language);
  const [, funnel, deals, log] = sheets;
  const stages = funnel!.rows.slice(1).map((row) => row[0]);
  test("its deals are recognised and have nothing suspicious", () => {
    const checked = check(sheets, deals!.name);
    expect(checked).toMatchObject({ kind: "deals", rows: 2000, stages: { order: stages }, findings: [] });
    expect(Object.keys(checked.roles).sort()).toEqual(["amount", "closed", "created", "deal", "lastStage", "stage"]);
  });
  test("its history has the jumps and the moves back that were put in, and nothing else", () => {
    const entries = sampleDeals().map((deal) => deal.entries.filter(({ stage }) => stage !== LOST));
    const steps = entries.flatMap((own) => own.slice(1).map((entry, i) => entry.stage - own[i]!.stage));
    const checked = check(sheets, log!.name);
    expect(checked).toMatchObject({ kind: "history", rows: history(sampleDeals()).length, stages: { order: stages } });
    expect(counts(checked)).toEqual({ skippedStage: steps.filter((step) => step > 1).length, movedBack: steps.filter((step) => step < 0).length });
    expect(sampleDeals().every((deal) => lastFunnelStage(deal) >= 0)).toBe(true);
  });
  test("without its list of stages the history shows the same order by itself", () => expect(check([log!], log!.name).stages?.order).toEqual(stages));
  test("its other sheets have nothing", () => {
    for (const { name, rows } of sheets) if (rows !== log!.rows) expect([name, check(sheets, name).findings]).toEqual([name, []]);
  });
});

const folder = resolve("../shared/data");
const has = existsSync(folder) ? test : test.skip;
const open = async (file: string): Promise<Checked> => {
  const { sheets } = await openFile(new Uint8Array(readFileSync(join(folder, file))), "data", "utf-8", () => {});
  return check(sheets, "data");
};

has("8,800 deals of a CRM: missing dates, lost deals of 0, and nothing that says where they were lost", async () => {
  const checked = await open("maven_crm/sales_pipeline.csv");
  expect(checked).toMatchObject({ kind: "deals", rows: 8800, stages: { order: ["Prospecting", "Engaging", "Won"], lost: ["Lost"] } });
  expect(counts(checked)).toEqual({ missingDate: 500, lostWithoutAmount: 2473, lostWithoutStage: 2473 });
});
has("60,849 events of a loan process: order and lost stages by themselves, events at the same moment, in less time than the file takes to open", async () => {
  const begun = performance.now();
  const { sheets } = await openFile(new Uint8Array(readFileSync(join(folder, "bpi2012/bpi2012_A_applications.csv"))), "data", "utf-8", () => {});
  const opened = performance.now();
  const checked = check(sheets, "data");
  expect(performance.now() - opened).toBeLessThan(opened - begun);
  expect(checked).toMatchObject({
    kind: "history", rows: 60_849,
    stages: { order: ["A_SUBMITTED", "A_PARTLYSUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "A_APPROVED", "A_REGISTERED", "A_ACTIVATED"], lost: ["A_DECLINED", "A_CANCELLED"] },
  });
  expect(counts(checked)).toEqual({ sameTime: 3712 });
});
has("an export of HubSpot: ends in 2050", async () => {
  const checked = await open("hubspot_shape/deal_stage_data.csv");
  expect(checked).toMatchObject({ kind: "history", rows: 14 });
  expect(counts(checked)).toMatchObject({ openEnd: 14 });
});
has("an export of Salesforce: closed before it was created", async () => {
  const checked = await open("salesforce_shape/sf_opportunity_data.csv");
  expect(checked).toMatchObject({ kind: "deals", rows: 10 });
  expect(checked.findings.find(({ kind }) => kind === "negativeDuration")).toMatchObject({ count: 1, spots: [{ row: 6 }] });
});
