/** @jest-environment jsdom */
/** The port of the pane on the genuine office.js. */
import { excelHost, workbookCells } from "../../../src/hosts/excel/workbook";
import type { PaneHost } from "../../../src/pane/host";
import { HostError } from "../../rig/excel/fake-excel";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";

let office: OfficeInJest;
let pane: PaneHost;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
});
beforeEach(async () => {
  localStorage.clear();
  office.freshWorkbook();
  pane = await excelHost();
});
const sheet = () => office.host().workbook.Worksheets.GetActiveWorksheet();
const select = (address: string | null): void => {
  office.host().workbook.selected = address;
};
/** How many exchanges with Excel `work` waits for; at the end of a run office.js sends one more, to release its objects. */
async function syncs(work: () => Promise<unknown>): Promise<number> {
  const before = office.host().log.length;
  await work();
  return office.host().log.slice(before).filter(({ Actions }) => Actions.some(({ Name }) => Name !== "" && !Name.startsWith("_Remove")) || Actions.some(({ QueryInfo }) => QueryInfo)).length;
}

describe("selection", () => {
  test("tells address, formula and emptiness in one exchange", async () => {
    sheet().enter(1, 1, "=CAC(B5,C5)");
    select("B2:C4");
    expect(await pane.selection()).toEqual({ address: "B2:C4", qualified: "Sheet1!B2:C4", formula: "=CAC(B5,C5)", empty: false, failure: null });
    expect(await syncs(() => pane.selection())).toBe(1);
  });
  test.each([
    ["an empty cell", "", { formula: null, empty: true, failure: null }],
    ["a number", 5, { formula: null, empty: false, failure: null }],
    ["a formula that gives nothing is not empty", '=""', { formula: '=""', empty: false }],
  ])("%s", async (_, content, expected) => {
    sheet().enter(0, 0, content);
    expect(await pane.selection()).toMatchObject(expected);
  });
  test("tells where one of our functions failed, not where another did or where it is still busy", async () => {
    sheet().calculate = () => "#DIV/0!";
    sheet().enter(0, 0, "=CAC(B5,C5)");
    expect((await pane.selection()).failure).toBe("#DIV/0!");
    sheet().enter(0, 0, "=1/0");
    expect((await pane.selection()).failure).toBeNull();
    sheet().calculate = () => "#BUSY!";
    sheet().enter(0, 0, "=CAC(B5,C5)");
    expect((await pane.selection()).failure).toBeNull();
  });
  test("quotes the name of a sheet as Excel does, and whole columns stay whole", async () => {
    const workbook = office.host().workbook;
    workbook.Worksheets.Add("My deals");
    workbook.Worksheets.active = 1;
    select("B:B");
    expect(await pane.selection()).toMatchObject({ address: "B:B", qualified: "'My deals'!B:B" });
  });
  test("a chart or several ranges are a sentence", async () => {
    select(null);
    await expect(pane.selection()).rejects.toThrow("Select one range of cells in the sheet.");
  });
});

describe("read", () => {
  beforeEach(() => {
    office.host().workbook.Worksheets.Add("My deals").put("A1", [["Deal", "Amount"], ["a", 100], ["b", ""], ["c", 300]]);
  });
  test.each([
    ["'My deals'!B2:B4", [[100], [""], [300]]],
    ["'My deals'!B:B", [["Amount"], [100], [""], [300]]],
    ["'My deals'!A2:B9", [["a", 100], ["b", ""], ["c", 300]]],
    ["'My deals'!2:2", [["a", 100]]],
    ["'My deals'!D:D", [[""]]],
    ["$A$1", [[""]]],
  ])("%s", async (reference, rows) => expect(await workbookCells.read(reference)).toEqual(rows));
  test("keeps the blank rows above the data, so that row numbers stay those of the reference", async () => {
    sheet().put("C3", [[7]]);
    expect(await workbookCells.read("C:C")).toEqual([[""], [""], [7]]);
  });
  test("a column of a table, and a name", async () => {
    const { workbook } = office.host();
    const deals = workbook.Worksheets.GetItem("My deals");
    workbook.Tables.add("tblDeals", deals, "A1:B4");
    workbook.Names.define("Amounts", deals, "B2:B4");
    expect(await workbookCells.read("tblDeals[Amount]")).toEqual([[100], [""], [300]]);
    expect(await workbookCells.read("Amounts")).toEqual([[100], [""], [300]]);
    const rows = [["a", 100], ["b", ""], ["c", 300]];
    expect(await workbookCells.read("tblDeals[#All]")).toEqual([["Deal", "Amount"], ...rows]);
    expect(await workbookCells.read("tblDeals[#Data]")).toEqual(rows);
    expect(await workbookCells.read("tblDeals[#Headers]")).toEqual([["Deal", "Amount"]]);
    expect(await workbookCells.read("tblDeals")).toEqual(rows);
    expect(await pane.names?.()).toEqual(["Amounts"]);
  });
  test("marks error cells, and leaves a text that only looks like one", async () => {
    sheet().put("A1", [["#N/A"], [1]]).putText("A3", "#N/A");
    expect(await workbookCells.read("A1:A3")).toEqual([[{ error: "#N/A" }], [1], ["#N/A"]]);
  });
  test("asks for a long column in portions", async () => {
    sheet().put("A250000", [["end"]]);
    const rows = await workbookCells.read("A:A");
    expect(rows).toHaveLength(250_000);
    expect(rows.at(-1)).toEqual(["end"]);
    expect(await syncs(() => workbookCells.read("A:A"))).toBe(4);
  });
  test("refuses more than 5,000,000 cells before it reads any", async () => {
    sheet().put("A1", [[1]]).put("J600000", [[1]]);
    await expect(workbookCells.read("A:J")).rejects.toThrow("more than 5,000,000 cells");
    expect(office.host().log.some((batch) => JSON.stringify(batch.Actions).includes('"values"'))).toBe(false);
  });
  test.each([
    ["Nope!A1", "There is no such sheet or range in this workbook."],
    ["'My deals'!A0B", "Excel does not accept this reference or formula."],
    ["NoSuchName", "There is no such sheet or range in this workbook."],
    ["tblNope[Amount]", "There is no such sheet or range in this workbook."],
  ])("%s is a sentence", async (reference, message) => expect(workbookCells.read(reference)).rejects.toThrow(message));
});

describe("insert", () => {
  test("writes into the first selected cell and gives it a number format", async () => {
    select("B2:C4");
    expect(await pane.insert("=FUNNEL_CONVERSION(A1:A4)", false, [{ format: "0.0%", row: 0, column: 0, rows: 1 }])).toEqual({ done: true, address: "B2" });
    expect(sheet().cell(1, 1)).toMatchObject({ formula: "=FUNNEL_CONVERSION(A1:A4)", format: "0.0%" });
    expect(sheet().cell(2, 2).formula).toBeNull();
  });
  test("a table gets formats below and beside its formula, only where cells have none and are blank, and within the sheet", async () => {
    sheet().setFormat(2, 2, "0.00");
    sheet().put("D3", [[5]]);
    select("B1");
    const format = (column: number, rows: number) => ({ format: "0.0%", row: 1, column, rows });
    await pane.insert("=FUNNEL_TABLE(A1:A4,C1:C4)", false, [format(0, 2), format(1, 2), format(2, 2), format(3, 1_048_576), format(16_384, 2)]);
    expect([[0, 1], [1, 1], [2, 1], [1, 2], [2, 2], [1, 3], [1, 4]].map(([row, column]) => sheet().cell(row!, column!).format)).toEqual(["General", "0.0%", "0.0%", "General", "0.00", "General", "General"]);
    sheet().put("F6", [[7]]);
    select("F1");
    await pane.insert("=FUNNEL_CONVERSION(A1:A4)", false, [{ format: "0.0%", row: 0, column: 0, rows: 6 }]);
    expect(sheet().cell(0, 5)).toMatchObject({ formula: "=FUNNEL_CONVERSION(A1:A4)", format: "General" });
  });
  test("leaves a number format that the cell has", async () => {
    sheet().setFormat(0, 0, "0.00");
    await pane.insert("=FUNNEL_CONVERSION(A1:A4)", false, [{ format: "0.0%", row: 0, column: 0, rows: 1 }]);
    expect(sheet().cell(0, 0).format).toBe("0.00");
  });
  test.each([
    ["a value", 5, "5"],
    ["a formula", "=SUM(B1:B2)", "#BUSY!"],
    ["a formula that shows nothing", '=""', '=""'],
  ])("asks before it writes over %s", async (_, content, occupiedBy) => {
    if (content === '=""') sheet().calculate = () => "";
    sheet().enter(0, 0, content);
    const before = sheet().cell(0, 0);
    expect(await pane.insert("=CAC(B1,C1)", false)).toEqual({ done: false, address: "A1", occupiedBy });
    expect(sheet().cell(0, 0)).toEqual(before);
    expect(await pane.insert("=CAC(B1,C1)", true)).toEqual({ done: true, address: "A1" });
    expect(sheet().cell(0, 0).formula).toBe("=CAC(B1,C1)");
  });
  test.each(["=1+1", "CAC(B1,C1)", "=CAC(B1,C1)+WEBSERVICE(A1)", '=HYPERLINK("https://x.test")', "+CAC(B1,C1)"])("refuses %s: no call of ours", async (formula) => {
    await expect(pane.insert(formula, true)).rejects.toThrow("Excel does not accept this reference or formula.");
    expect(sheet().used()).toEqual([]);
  });
  test("goes where it was asked for, whatever is selected by then: no other cell is written over", async () => {
    office.host().workbook.Worksheets.Add("Other data").put("E5", [["mine"]]);
    sheet().put("D1", [[5]]);
    for (const nth of [0, 1, 2]) {
      let count = 0;
      office.host().between = () => {
        if (count++ !== nth) return;
        office.host().workbook.Worksheets.active = 1;
        select("E5");
      };
      office.host().workbook.Worksheets.active = 0;
      select("D1");
      expect(await pane.insert("=CAC(B1,C1)", true, undefined, "Sheet1!D1")).toEqual({ done: true, address: "D1" });
    }
    office.host().between = null;
    expect([office.host().workbook.Worksheets.GetItem("Sheet1").cell(0, 3).formula, sheet().cell(4, 4).value]).toEqual(["=CAC(B1,C1)", "mine"]);
  });
  test("an entry that was begun after the look at the cell is asked about and not written over", async () => {
    let count = 0;
    office.host().between = ({ Actions }) => {
      if (Actions.some(({ Name }) => Name === "Formulas") && count++ === 0) office.host().entering = () => sheet().enter(0, 0, 77);
    };
    expect(await pane.insert("=CAC(B1,C1)", false, undefined, "Sheet1!A1")).toEqual({ done: false, address: "A1", occupiedBy: "77" });
    expect([count, sheet().cell(0, 0).value]).toEqual([1, 77]);
  });
  test("a protected sheet is a sentence", async () => {
    sheet().isProtected = true;
    await expect(pane.insert("=CAC(B1,C1)", false)).rejects.toThrow("The sheet is protected.");
  });
});

describe("failures of Excel", () => {
  test.each([
    ["InvalidOperationInCellEditMode", "A cell is being edited."],
    ["ActivityLimitReached", "Excel is busy."],
    ["ResponsePayloadSizeLimitExceeded", "Choose a smaller range."],
    ["SomethingNew", "Excel could not do this: what Excel said"],
  ])("%s", async (code, message) => {
    office.host().failNext = new HostError(code, "what Excel said");
    await expect(pane.selection()).rejects.toThrow(message);
  });
  test("in the language that was chosen in the pane, which lasts", async () => {
    pane.setLanguage?.("ru");
    expect(pane.language).toBe("ru");
    expect((await excelHost()).language).toBe("ru");
    select(null);
    await expect(pane.selection()).rejects.toThrow("Выделите на листе один диапазон ячеек.");
  });
});

describe("notation", () => {
  test("follows the separators of Excel, not its language", async () => {
    expect(pane.notation).toBe("comma");
    office.host().workbook.Application.CultureInfo.NumberFormat.NumberDecimalSeparator = ",";
    expect((await excelHost()).notation).toBe("semicolon");
  });
  test("is guessed from the language of the content where Excel cannot tell", async () => {
    office.host().failNext = new HostError("ApiNotFound");
    expect((await excelHost()).notation).toBe("comma");
  });
});

describe("the data check", () => {
  const HISTORY = [["Deal", "Stage", "Date"], ["a", "Lead", 46_000], ["a", "Won", 46_001], ["b", "Lead", "#N/A"], ["c", "Lead", "soon"], ["c", "Won", 46_002]];
  beforeEach(() => {
    office.host().workbook.Worksheets.Add("My deals").put("B3", HISTORY);
    office.host().workbook.Worksheets.Add("Secret").put("A1", HISTORY).Visibility = "Hidden";
  });
  test("finds the tables of the sheets that are shown, wherever they lie", async () => {
    expect(await pane.checks.tables()).toEqual([{ sheet: "My deals", row: 3, column: 2, rows: 6, columns: 3, kind: "history" }]);
  });
  test("tells row and column of the sheet", async () => {
    const [table] = await pane.checks.tables();
    const checked = await pane.checks.check(table!, null);
    expect(checked).toMatchObject({ kind: "history", rows: 5, stages: { order: ["Lead", "Won"] } });
    expect(checked?.findings).toEqual([
      { kind: "errorCell", count: 1, spots: [{ row: 6, column: 4, text: "#N/A" }] },
      { kind: "notADate", count: 1, spots: [{ row: 7, column: 4, text: "soon" }] },
      { kind: "skippedStage", count: 1, spots: [{ row: 8, column: 3, text: "c" }] },
    ]);
  });
  test("shows a row, also on another sheet", async () => {
    await pane.show("'My deals'!D7");
    expect([office.host().workbook.Worksheets.active, office.host().workbook.selected]).toEqual([1, "D7"]);
    await expect(pane.show("'No such'!A1")).rejects.toThrow("There is no such sheet or range in this workbook.");
  });
  test("an empty workbook has none, and a refusal is a sentence", async () => {
    office.freshWorkbook();
    expect(await pane.checks.tables()).toEqual([]);
    office.host().failNext = new HostError("ActivityLimitReached");
    await expect(pane.checks.tables()).rejects.toThrow("Excel is busy.");
  });
  test("nothing is written", async () => {
    const [table] = await pane.checks.tables();
    await pane.checks.check(table!, null);
    expect(office.host().log.flatMap(({ Actions }) => Actions).filter(({ ActionType }) => ActionType === 4)).toEqual([]);
  });
});
