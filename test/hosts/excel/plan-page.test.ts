/** @jest-environment jsdom */
/** A report on a sheet of Excel with Excel's own charts, through the genuine office.js. */
import { excelBook } from "../../../src/hosts/excel/plan-book";
import { excelPlan } from "../../../src/hosts/excel/plan";
import type { PageMade } from "../../../src/plan/book";
import type { ReportPage } from "../../../src/plan/report-page";
import type { Refusal } from "../../rig/excel/fake-charts";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";
import { pageIn } from "../../plan/full-report";
import { charts, FINDING, page } from "../../rig/sample-page";

let office: OfficeInJest;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
});
beforeEach(() => {
  office.setApi("1.17");
  office.freshWorkbook();
});
const sheet = () => office.host().workbook.Worksheets.GetItem(page.sheet);
const drawn = () => sheet().Charts.items;
async function add(given: ReportPage = page, ...refusals: readonly Refusal[]): Promise<PageMade> {
  for (const each of refusals) office.host().workbook.refusals.add(each);
  return (await excelBook()({ kind: "addPage", page: given })) as PageMade;
}
const only = (...kinds: readonly (keyof typeof charts)[]): ReportPage => ({ ...page, charts: kinds.map((kind) => charts[kind]) });
const at = (row: number, column: number, what: string) => sheet().look(row, column, what);

describe("cells", () => {
  test("texts stay texts, numbers numbers, with their formats; blank cells are blank", async () => {
    expect(await add()).toEqual({ charts: "drawn", reason: null });
    const cells = [3, 4, 5].map((row) => [0, 1, 2].map((column) => sheet().cell(row, column).value));
    expect(cells).toEqual([["=1+1", 120000.5, 0.25], ["00123", 7, true], ["'quoted, 3/4", 8, ""]]);
    expect([sheet().cell(3, 0).formula, sheet().cell(1, 1).format, sheet().cell(3, 1).format, sheet().cell(5, 2).format]).toEqual([null, "yyyy-mm-dd", "#,##0", "General"]);
    expect(sheet().cell(5, 2).type).toBe("Empty");
  });
  test("looks, widths, heights and merged titles are those of the page", async () => {
    await add();
    expect([at(0, 0, "font.size"), at(0, 3, "font.bold"), at(0, 0, "rowHeight"), at(7, 0, "rowHeight")]).toEqual([16, true, 26, 16]);
    expect([at(2, 1, "fill.color"), at(3, 3, "fill.color"), at(4, 3, "fill.color"), at(4, 0, "fill.color")]).toEqual(["#e5f3f0", "#fff3c4", "#fde2e1", undefined]);
    expect([at(3, 0, "horizontalAlignment"), at(3, 1, "horizontalAlignment"), at(6, 1, "border.EdgeTop"), at(3, 0, "border.EdgeBottom")]).toEqual(["Left", "Right", "#1f2a2a", "#c9d1d0"]);
    expect([at(0, 0, "columnWidth"), at(0, 2, "columnWidth")]).toEqual([(30 * 7 + 5) * 0.75, (14 * 7 + 5) * 0.75]);
    expect(sheet().merged).toEqual([{ row: 0, column: 0, rows: 1, columns: 4 }]);
  });
  test("the sheet is the last one and does not come to the front; its name is given at once", async () => {
    await add({ ...page, charts: [] });
    const { workbook, log } = office.host();
    expect([workbook.Worksheets.items.map(({ Name }) => Name), workbook.Worksheets.active]).toEqual([["Sheet1", page.sheet], 0]);
    const asked = new Set(log.flatMap(({ Actions }) => Actions.map(({ Name }) => Name)));
    expect(["Name", "Visibility", "Activate"].filter((name) => asked.has(name))).toEqual([]);
  });
  test("a page of thousands of rows goes over in portions", async () => {
    const rows = 3000;
    const cells = Array.from({ length: rows }, (_, row) => ({ ...page.cells[1]!, row, value: "x".repeat(500) }));
    await add({ ...page, charts: [], cells, heights: Array.from({ length: rows }, () => 16) });
    expect(sheet().cell(rows - 1, 0).value).toBe("x".repeat(500));
  });
  test("where the workbook is protected it is said, and nothing is made", async () => {
    office.host().workbook.isProtected = true;
    await expect(add()).rejects.toMatchObject({ kind: "protected" });
  });
});

test("a workbook that counts days from 1904 gets no report whose dates would be others", async () => {
  office.host().workbook.is1904 = true;
  await expect(add()).rejects.toMatchObject({ kind: "dates1904" });
});

describe("printing", () => {
  test("A4 upright, one page across, without the numbers of the charts; titles repeat; page numbers below", async () => {
    await add();
    expect(sheet().PageLayout.set).toEqual({
      paper: "A4", orientation: "Portrait", zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 }, area: "A1:D49", titleRows: "$1:$1", leftFooter: "R&&D plan", rightFooter: "&P of &N",
    });
  });
  test.each([["a version that refuses it", "1.17", ["pageLayout"]], ["a version without it", "1.8", []]] as const)("%s makes the report all the same", async (_, api, refusals) => {
    office.setApi(api);
    expect((await add(only("deviation"), ...refusals)).charts).toBe("drawn");
    expect(sheet().PageLayout.set).toEqual({});
  });
});

describe("a funnel", () => {
  const isBars = () => drawn().map(({ type }) => type).join() === "BarStacked";
  test("is Excel's own, of its names and numbers, on its place, with the finding as its title", async () => {
    await add(only("funnel"));
    const [funnel] = drawn();
    expect([funnel!.type, funnel!.source, funnel!.text]).toEqual(["Funnel", { row: 50, column: 0, rows: 4, columns: 2 }, FINDING]);
    expect(funnel!.place!.map(({ row, column }) => [row, column])).toEqual([[8, 0], [15, 3]]);
  });
  test.each([["is refused", "1.17", ["funnel"]], ["takes no title", "1.17", ["funnelTitle"]], ["is unknown", "1.8", []]] as const)("where it %s, bars stand in the middle on a distance that is not seen", async (_, api, refusals) => {
    office.setApi(api);
    expect(await add(only("funnel"), ...refusals)).toEqual({ charts: "drawn", reason: null });
    expect(isBars()).toBe(true);
    const [chart] = drawn();
    const [distance, deals] = chart!.Series.items;
    expect([distance!.values, deals!.values, deals!.names]).toEqual([{ row: 51, column: 2, rows: 3, columns: 1 }, { row: 51, column: 1, rows: 3, columns: 1 }, { row: 51, column: 0, rows: 3, columns: 1 }]);
    expect(distance!.looks).toMatchObject({ fill: null, line: null });
    expect(deals!.looks).toMatchObject({ fill: "#2f5d62", labels: true, "label.value": true });
    expect(chart!.looks).toMatchObject({ "category.reversed": true, "value.visible": false, "value.grid": false, "legend.visible": false });
    expect([chart!.text, chart!.called]).toEqual([FINDING, FINDING]);
  });
});

describe("other charts", () => {
  test("plan and fact: columns and lines in one, what is to come dashed, sums on an axis of their own", async () => {
    await add(only("plan-fact"));
    const [chart] = drawn();
    expect(chart!.Series.items.map(({ called, type, looks }) => [called, type, looks["line.style"], looks["axis"]])).toEqual([
      ["Fact", "ColumnClustered", undefined, undefined], ["Plan", "Line", "Continuous", undefined], ["Forecast", "Line", "Dash", "Secondary"],
    ]);
    expect(chart!.looks).toMatchObject({ blanks: "NotPlotted", "category.type": "TextAxis", "value.numberFormat": "#,##0", "second.numberFormat": "#,##0", "value.grid.line.color": "#d9dddd", "legend.visible": true, "legend.position": "Bottom" });
  });
  test("deviations: the first goal on top, the scale below, names left of all bars; a title is never a reference", async () => {
    await add(only("deviation"));
    const [chart] = drawn();
    expect(chart!.looks).toMatchObject({ "category.reversed": true, "category.position": "Maximum", "category.names": "Low", "value.numberFormat": "+0%;-0%" });
    expect([chart!.text, chart!.Series.items.map(({ looks }) => looks["inverts"])]).toEqual([" =SUM is no finding", [false, false]]);
  });
  test("capacity: stacked columns under a line, what is not there yet as a dashed outline", async () => {
    await add(only("capacity"));
    expect(drawn()[0]!.Series.items.map(({ type, looks }) => [type, looks["fill"], looks["line.style"]])).toEqual([["ColumnStacked", "#2f5d62", undefined], ["ColumnStacked", null, "Dash"], ["Line", undefined, "Continuous"]]);
  });
  test.each([0, 1, 5])("the series are ours, even if Excel sees %i in the cells", async (guess) => {
    office.freshWorkbook();
    const { Worksheets } = office.host().workbook;
    const add1 = Worksheets.Add.bind(Worksheets);
    Worksheets.Add = (name) => {
      const made = add1(name);
      made.Charts.guess = () => guess;
      return made;
    };
    await add(only("capacity"));
    expect(drawn()[0]!.Series.items.map(({ called }) => called)).toEqual(["Ramped", "Ramping", "Target"]);
  });
  test("a waterfall: columns that stand on a hidden one, the plan as an outline with its number, the hidden one in no legend", async () => {
    await add(only("waterfall"));
    const [chart] = drawn();
    expect([chart!.type, chart!.text]).toEqual(["ColumnStacked", "Revenue: 10 below the plan to date"]);
    expect(chart!.Series.items.map(({ called, looks }) => [called, looks["fill"], looks["labels"]])).toEqual([["Bar from", null, undefined], ["Plan", null, true], ["Worse", "#b14100", true]]);
    expect(chart!.looks).toMatchObject({ "legend.0.visible": false, "legend.visible": true });
  });
  test("looks that a version refuses leave the chart as Excel makes it", async () => {
    expect(await add(only("plan-fact"), "chartLooks")).toEqual({ charts: "drawn", reason: null });
    expect(drawn()).toHaveLength(1);
  });
  test("one look that is refused does not take the others with it", async () => {
    await add(only("plan-fact"), "legend");
    expect(drawn()[0]!.looks).toMatchObject({ "value.numberFormat": "#,##0", "title.font.size": 11 });
    expect(drawn()[0]!.Series.items[0]!.looks).toMatchObject({ fill: "#2f5d62", labels: true });
  });
});

test.each(["en", "ru"] as const)("the report of a whole plan (%s): five charts in their places, each of the rows that it names", async (language) => {
  const whole = pageIn(language);
  expect(await add(whole)).toEqual({ charts: "drawn", reason: null });
  const { items } = office.host().workbook.Worksheets.GetItem(whole.sheet).Charts;
  expect(items.map(({ type, text }) => [type, text])).toEqual([["ColumnClustered", "Actual to date is 87 % of plan."], ["BarStacked", "Worse than plan: 1 of 2."], ["ColumnStacked", "Revenue: 30K below the plan to date."], ["Funnel", "No losses."], ["ColumnStacked", "Not enough."]]);
  expect(items.map(({ place }) => [place![0].row, place![0].column])).toEqual(whole.charts.map(({ place }) => [place.row, place.column]));
  for (const [i, { data }] of whole.charts.entries()) for (const { values, names } of items[i]!.type === "Funnel" ? [] : items[i]!.Series.items) {
    expect([values!.row, values!.rows, names]).toEqual([data.row + 1, data.rows - 1, { row: data.row + 1, column: 0, rows: data.rows - 1, columns: 1 }]);
  }
});

describe("charts that cannot be drawn", () => {
  test("all of them: the page stays without holes, their numbers are printed, and it is said why", async () => {
    const made = await add(page, "charts");
    expect(made.charts).toBe("none");
    expect(made.reason!.en).toBe(`Charts not drawn: 5 of 5: “${FINDING}”, “Revenue is 10 % behind”, “=SUM is no finding”, “Revenue: 10 below the plan to date”, “Capacity covers the target” (This operation is not supported). Their numbers are at the end of the sheet.`);
    expect(made.reason!.ru).toMatch(/^Не нарисовано диаграмм: 5 из 5: «/);
    expect([sheet().PageLayout.set["area"], at(8, 0, "rowHeight"), at(9, 0, "rowHeight"), at(3, 0, "rowHeight"), drawn()]).toEqual(["A1:D68", 17, 1, 16, []]);
    expect([8, 17, 26, 40, 35].map((row) => sheet().cell(row, 0).value)).toEqual(page.charts.map(({ title }) => title));
  });
  test("some of them: the others stand, and nothing half done", async () => {
    const made = await add(page, "series");
    expect([made.charts, drawn().map(({ type }) => type)]).toEqual(["partly", ["Funnel"]]);
    expect(made.reason!.en).toContain("4 of 5");
    expect([at(9, 0, "rowHeight"), at(18, 0, "rowHeight")]).toEqual([16, 1]);
  });
  test("Excel without series of their own says which version it would take", async () => {
    office.setApi("1.6");
    expect((await add(only("plan-fact", "capacity"))).reason!.en).toContain("(ExcelApi 1.8)");
  });
});

test("the store makes a report, gives the second of a day another name, and takes it back while nobody wrote on it", async () => {
  const store = await excelPlan("anna");
  expect(await store.addReport(page)).toEqual({ state: "made", sheet: page.sheet, charts: "drawn", reason: null });
  expect(await store.addReport(page)).toMatchObject({ state: "made", sheet: `${page.sheet} 2` });
  expect(await store.removeReport(page)).toEqual({ state: "removed", reason: null });
  office.host().workbook.refusals.add("charts");
  expect(await store.addReport(page)).toMatchObject({ state: "made", charts: "none" });
  expect(await store.removeReport(page)).toEqual({ state: "removed", reason: null });
  const second = { ...page, sheet: `${page.sheet} 2` };
  office.host().workbook.Worksheets.GetItem(second.sheet).enter(20, 1, "mine");
  expect((await store.removeReport(second)).state).toBe("changed");
});

test("a report takes few exchanges with Excel: each of them is a wait on the web", async () => {
  await add(pageIn("en"));
  expect(office.host().log.length).toBeLessThan(30);
});
