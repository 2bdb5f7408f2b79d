/** A report on a sheet of Google Sheets, by the built Plan.js: cells, looks and the charts that Sheets has. */
import type { ReportPage } from "../../../src/plan/report-page";
import type { FakeChart } from "../../rig/google/charts";
import { openPlan, type OpenedPlan } from "../../rig/google/plan-store";
import { FakeSheet, fakeSpreadsheet, type FakeSpreadsheet } from "../../rig/google/services";
import { pageIn } from "../../plan/full-report";
import { charts, FINDING, page } from "../../rig/sample-page";

type Added = OpenedPlan & { readonly spreadsheet: FakeSpreadsheet; readonly sheet: FakeSheet; readonly made: unknown };
async function add(given: ReportPage = page, options: Parameters<typeof fakeSpreadsheet>[0] = {}, refuses: FakeSpreadsheet["refusesChart"] = () => false): Promise<Added> {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")], ...options });
  spreadsheet.refusesChart = refuses;
  const opened = await openPlan(spreadsheet);
  const made = await opened.store.addReport(given);
  return { ...opened, spreadsheet, sheet: spreadsheet.find(given.sheet)!, made };
}
const only = (...kinds: readonly (keyof typeof charts)[]): ReportPage => ({ ...page, charts: kinds.map((kind) => charts[kind]) });
const seriesOf = (chart: FakeChart) => Object.values(chart.options["series"] as Readonly<Record<string, Readonly<Record<string, unknown>>>>);

describe("cells", () => {
  test.each(["en_US", "ru_RU"])("in %s texts stay texts, numbers numbers, days days; blank cells are blank", async (locale) => {
    const { sheet, made } = await add(page, { locale });
    expect(made).toEqual({ state: "made", sheet: page.sheet, charts: "drawn", reason: null });
    expect([4, 5, 6].map((row) => [1, 2, 3].map((column) => sheet.at(row, column)))).toEqual([["=1+1", 120000.5, 0.25], ["00123", 7, true], ["'quoted, 3/4", 8, ""]]);
    expect([sheet.formulas.size, sheet.formats.get("2,2"), sheet.formats.get("4,2"), sheet.at(2, 2)]).toEqual([0, "yyyy-mm-dd", "#,##0", new Date("2026-07-31T00:00:00Z")]);
  });
  test("looks, widths, heights and merged titles are those of the page", async () => {
    const { sheet } = await add();
    expect(sheet.looks.get("1,1")).toMatchObject({ weight: "bold", size: 16, color: "#1f2a2a" });
    expect([sheet.looks.get("3,2"), sheet.looks.get("4,4")]).toEqual([expect.objectContaining({ background: "#e5f3f0", horizontal: "right", wrap: true }), expect.objectContaining({ background: "#fff3c4", color: "#6b4e00" })]);
    expect([sheet.looks.get("4,1"), sheet.looks.get("7,2")]).toEqual([expect.objectContaining({ below: "#c9d1d0" }), expect.objectContaining({ above: "#1f2a2a" })]);
    expect([sheet.widths.get(1), sheet.widths.get(4), sheet.heights.get(1), sheet.heights.get(9)]).toEqual([225, 105, 35, 21]);
    expect([sheet.merges, sheet.gridlines]).toEqual([[{ row: 1, column: 1, rows: 1, columns: 4 }], false]);
  });
  test("the sheet is the last one, under the lock, and the user stays where he was", async () => {
    const { spreadsheet } = await add();
    expect([spreadsheet.sheets.map(({ name }) => name), spreadsheet.selection(), spreadsheet.log[0], spreadsheet.log.at(-1)]).toEqual([["Data", page.sheet], "Data!A1", "lock", "release"]);
  });
  test("a page larger than a new sheet has room, too", async () => {
    const rows = 1500;
    const { sheet } = await add({ ...page, charts: [], cells: [{ ...page.cells[1]!, row: rows - 1 }], heights: Array.from({ length: rows }, () => 16) });
    expect(sheet.at(rows, 1)).toBe("As of");
  });
  test("without the lock nothing is made, and it is said why", async () => {
    const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
    spreadsheet.lock = "busy";
    const { store } = await openPlan(spreadsheet);
    expect(await store.addReport(page)).toMatchObject({ state: "refused", reason: { en: expect.stringMatching(/^The report sheet was not made or removed: /) as string } });
    expect(spreadsheet.sheets).toHaveLength(1);
  });
});

describe("charts", () => {
  test("a funnel stands in the middle on a distance in the colour of the paper, without a legend; the title is the finding", async () => {
    const { sheet } = await add(only("funnel"));
    const [chart] = sheet.charts;
    expect([chart!.type, chart!.ranges, chart!.at, chart!.headers]).toEqual(["BAR", ["A51:A54", "C51:C54", "B51:B54"], [9, 1, 0, 0], 1]);
    expect(chart!.options).toMatchObject({ title: FINDING, isStacked: true, legend: { position: "none" }, hAxis: { textPosition: "none", gridlines: { color: "#ffffff" } }, width: 225 + 3 * 105 });
    expect(seriesOf(chart!)).toEqual([{ color: "#ffffff", visibleInLegend: false }, expect.objectContaining({ color: "#2f5d62", dataLabel: "value" })]);
  });
  test("plan and fact: columns and lines in one, what is to come dashed, sums on an axis of their own; months are words", async () => {
    const { sheet } = await add(only("plan-fact"));
    const [chart] = sheet.charts;
    expect([chart!.type, chart!.options["treatLabelsAsText"], chart!.options["isStacked"]]).toEqual(["COMBO", true, false]);
    expect(seriesOf(chart!).map((each) => [each["labelInLegend"], each["type"], each["lineDashStyle"], each["targetAxisIndex"]])).toEqual([["Fact", "bars", undefined, 0], ["Plan", "line", undefined, 0], ["Forecast", "line", [6, 4], 1]]);
    expect(chart!.options["vAxes"]).toMatchObject({ 0: { format: "#,##0" }, 1: { format: "#,##0" } });
  });
  test("capacity is stacked columns under a line; deviations are bars of which each goal has one", async () => {
    const { sheet } = await add(only("capacity", "deviation"));
    expect(sheet.charts.map(({ type, options }) => [type, options["isStacked"]])).toEqual([["COMBO", true], ["BAR", true]]);
    expect(seriesOf(sheet.charts[0]!).map((each) => each["type"])).toEqual(["bars", "bars", "line"]);
    expect(sheet.charts[1]!.options["hAxis"]).toMatchObject({ format: "+0%;-0%" });
  });
  test("a waterfall is columns that stand on one in the colour of the paper, the plan paler, each with its number", async () => {
    const { sheet } = await add(only("waterfall"));
    expect([sheet.charts[0]!.type, sheet.charts[0]!.options["isStacked"]]).toEqual(["COMBO", true]);
    expect(seriesOf(sheet.charts[0]!)).toEqual([
      { color: "#ffffff", visibleInLegend: false, type: "bars" }, expect.objectContaining({ type: "bars", color: "#4d5858", dataOpacity: 0.4, dataLabel: "value" }), expect.objectContaining({ type: "bars", color: "#b14100", dataLabel: "value" }),
    ]);
  });
  test.each(["en", "ru"] as const)("the report of a whole plan (%s) has five, side by side in the room that is kept for them", async (language) => {
    const whole = pageIn(language);
    const { sheet, made } = await add(whole);
    expect(made).toMatchObject({ state: "made", charts: "drawn" });
    expect(sheet.charts.map(({ type, at }) => [type, at])).toEqual(whole.charts.map(({ kind, place }) => [kind === "funnel" || kind === "deviation" ? "BAR" : "COMBO", [place.row + 1, place.column + 1, 0, 0]]));
    const [left, right] = sheet.charts;
    expect(Number(left!.options["width"]) + Number(right!.options["width"])).toBe([...sheet.widths.values()].slice(0, whole.widths.length).reduce((sum, each) => sum + each, 0));
  });
  test("what Sheets refuses is told, and the page stays without holes", async () => {
    const { sheet, made } = await add(page, {}, (title) => title !== FINDING);
    expect(made).toMatchObject({ state: "made", charts: "partly", reason: { en: expect.stringContaining("Charts not drawn: 4 of 5: “Revenue is 10 % behind”") as string } });
    expect([sheet.charts.length, sheet.heights.get(9), sheet.heights.get(18), sheet.heights.get(19)]).toEqual([1, 21, 23, 2]);
    expect([sheet.at(9, 1), sheet.at(18, 1), sheet.at(27, 1)]).toEqual(["", "Revenue is 10 % behind", "=SUM is no finding"]);
    expect((await add(page, {}, () => true)).made).toMatchObject({ charts: "none", reason: { ru: expect.stringContaining("5 из 5") as string } });
  });
});

test("a report is taken back while nobody wrote on it; the second of a day has another name", async () => {
  const { store, spreadsheet } = await add();
  expect(await store.addReport(page)).toMatchObject({ state: "made", sheet: `${page.sheet} 2` });
  expect(await store.removeReport(page)).toEqual({ state: "removed", reason: null });
  spreadsheet.refusesChart = () => true;
  expect(await store.addReport(page)).toMatchObject({ state: "made", charts: "none" });
  expect(await store.removeReport(page)).toEqual({ state: "removed", reason: null });
  spreadsheet.find(`${page.sheet} 2`)!.type("B21", "mine");
  expect(await store.removeReport({ ...page, sheet: `${page.sheet} 2` })).toMatchObject({ state: "changed" });
});
