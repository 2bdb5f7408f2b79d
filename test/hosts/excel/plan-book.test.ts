/** @jest-environment jsdom */
/** A workbook in Excel under the store of the plan, through the genuine office.js. */
import { excelBook } from "../../../src/hosts/excel/plan-book";
import { BookFailure, CHANGED, type AsyncBook, type Command, type SheetContent } from "../../../src/plan/book";
import { sheetLayouts, sheetsOf } from "../../../src/plan/sheet-layout";
import { HostError } from "../../rig/excel/fake-excel";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";

let office: OfficeInJest;
let book: AsyncBook;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.18" });
});
beforeEach(() => {
  const { workbook } = office.freshWorkbook();
  const data = workbook.Worksheets.Add("Data");
  data.calculate = (formula) => (formula === "=A2*3" ? 6 : formula === "=SUM(A2,40)" ? 42 : "#BUSY!");
  data.enter(0, 0, "Fact");
  data.enter(1, 0, 2);
  data.enter(1, 1, "=A2*3");
  book = excelBook();
});
const sheet = (name = "Data") => office.host().workbook.Worksheets.GetItem(name);
const read = async (name = "Data", from = 0): Promise<SheetContent> => (await book({ kind: "read", sheets: [name], from: [from] }) as readonly SheetContent[])[0]!;
const write = (...commands: readonly Command[]) => book({ kind: "batch", commands });
const set = (row: number, column: number, ...cells: Extract<Command, { kind: "set" }>["cells"]): Command => ({ kind: "set", sheet: "Data", row, column, cells });

describe("reading", () => {
  test("a sheet is read from A1 on, with its formulas and their results; a missing one is null", async () => {
    expect(await book({ kind: "read", sheets: ["Data", "None"] })).toEqual([{ values: [["Fact", null], [2, 6]], formulas: [{ row: 1, column: 1, formula: "=A2*3" }] }, null]);
    expect(await book({ kind: "sheets" })).toEqual(["Sheet1", "Data"]);
    expect(await read("Sheet1")).toEqual({ values: [], formulas: [] });
  });
  test("rows that are known are left out, and not asked for", async () => {
    expect(await read("Data", 1)).toEqual({ values: [[], [2, 6]], formulas: [] });
    expect(await read("Data", 2)).toEqual({ values: [[], []], formulas: [] });
    expect(await read("Data", 9)).toEqual({ values: [[], []], formulas: [] });
  });
  test("error cells are told from texts that look like them, texts with an = from formulas", async () => {
    sheet().put("A3", [["#N/A", "#N/A"]]).putText("B3", "#N/A").putText("C3", "=A1");
    const { values, formulas } = await read();
    expect(values[2]).toEqual([{ error: "#N/A" }, "#N/A", "=A1"]);
    expect(formulas).toHaveLength(1);
  });
  test("hidden sheets are among the sheets and the tables", async () => {
    const hidden = office.host().workbook.Worksheets.Add("lane");
    hidden.put("A1", [["a", "b"], [1, 2]]).Visibility = "VeryHidden";
    office.host().workbook.Tables.add("PLAN_X", hidden, "A1:B2");
    expect(await book({ kind: "sheets" })).toEqual(["Sheet1", "Data", "lane"]);
    expect(await book({ kind: "tables" })).toEqual([{ name: "PLAN_X", sheet: "lane" }]);
  });
  test("an answer that would be too large is asked for in halves", async () => {
    for (let row = 0; row < 1500; row += 1) sheet().put(`A${row + 1}`, [[row, "x".repeat(5000)]]);
    const { values } = await read();
    expect(values.map(([first]) => first)).toEqual(Array.from({ length: 1500 }, (_, i) => i));
  });
  test("where Excel hands over nothing and no error, too; in the end it says where", async () => {
    sheet().mostCells = 3;
    expect((await read()).values).toEqual([["Fact", null], [2, 6]]);
    sheet().mostCells = 1;
    await expect(read()).rejects.toMatchObject({ kind: "unread", sheet: "Data", range: "A1:B1" });
  });
  test("more than 5,000,000 cells are refused before any is read", async () => {
    sheet().put("XFD1000", [[1]]);
    await expect(read()).rejects.toMatchObject({ kind: "tooLarge", sheet: "Data" });
    expect(JSON.stringify(office.host().log)).not.toContain('"values"');
  });
});

describe("calculation and undo", () => {
  const suspended = (): number => office.host().workbook.Application.suspended;
  afterEach(() => office.setApi("1.18"));
  test("Excel calculates once at the end of an exchange, where it can be asked to", async () => {
    await write(set(0, 0, ["x"]), { kind: "addSheet", sheet: "New", hidden: false, layout: null });
    expect(suspended()).toBe(2);
    office.setApi("1.5");
    await write(set(0, 0, ["y"]), { kind: "addSheet", sheet: "Newer", hidden: false, layout: null });
    expect(suspended()).toBe(2);
  });
  test("what is to be one step of Excel's undo does nothing else besides", async () => {
    office.setApi("1.20");
    book = excelBook();
    await write(set(0, 0, ["x"]));
    expect([suspended(), (await read()).values[0]]).toEqual([0, ["x", null]]);
  });
  test("where Excel cannot undo it as one step, it is written all the same, and not asked again", async () => {
    office.setApi("1.20");
    book = excelBook();
    await read();
    office.host().failNext = new HostError("UndoNotSupported", "This cannot be undone.");
    await write(set(0, 0, ["x"]));
    await write(set(1, 0, [3]));
    expect([suspended(), (await read()).values]).toEqual([2, [["x", null], [3, 6]]]);
  });
});

describe("writing", () => {
  test("values are written as they are, undefined leaves a cell, null clears it", async () => {
    await write(set(0, 0, ["x", true], [null, undefined, 7]));
    expect((await read()).values).toEqual([["x", true, null], [null, 6, 7]]);
  });
  test("a formula that is to stay is in no range that is written", async () => {
    await write(set(0, 0, ["x", undefined, "y"], [1, undefined, "z"], [1, 2, 3]));
    const written = office.host().log.flatMap(({ Actions }) => Actions.filter(({ Name }) => Name === "Formulas").map(({ ArgumentInfo }) => ArgumentInfo.Arguments![0]));
    expect(written).toEqual([[["x"], [1]], [["y"], ["z"]], [[1, 2, 3]]]);
    expect((await read()).formulas).toEqual([{ row: 1, column: 1, formula: "=A2*3" }]);
  });
  test.each([
    "=1+1", "+1", "-1", "-x", "+7 900 123", "@x", "'quoted", "''", "007", "1e5", "2026-07-31", " =1+1", "=HYPERLINK(\"http://x\")", "TRUE", "false", "Истина", "3/4", "12:30", "5%", "$5", "(5)", "#N/A", "#1",
    "Dec 2026", "5 мая", "март 2026", "Monday, May 5 2026", "Jan-5", "G-003 New customers", "2026-Q3", "Call 100 customers a day", "«5»", "🙂 5", "line\nline", "  ", "habc123",
  ])("a text stays that text: %s", async (text) => {
    await write(set(4, 0, [text]));
    const content = await read();
    expect(content.values[4]![0]).toBe(text);
    expect(content.formulas.filter(({ row }) => row === 4)).toEqual([]);
  });
  test.each(["Anna", "G-003 New customers", "2026-Q3", "Кол-во звонков", "Not started", "{\"t\":1}"])("a text that can be nothing else has no apostrophe in the formula bar: %s", async (text) => {
    await write(set(4, 0, [text]));
    expect(JSON.stringify(office.host().log)).toContain(JSON.stringify([[text]]));
  });
  test("a formula is written as a formula, and gives way to a value", async () => {
    await write(set(2, 0, [{ formula: "=SUM(A2,40)" }]));
    expect(await read()).toMatchObject({ values: [["Fact", null], [2, 6], [42, null]], formulas: [{ row: 1 }, { row: 2, column: 0, formula: "=SUM(A2,40)" }] });
    await write(set(1, 1, [5]), set(2, 0, [null]));
    expect(await read()).toEqual({ values: [["Fact", null], [2, 5]], formulas: [] });
  });
  test("append finds the row below the last one, also twice in one batch", async () => {
    await write({ kind: "append", sheet: "Data", cells: [["a", 1], ["b", 2]] }, { kind: "append", sheet: "Data", cells: [["c", 3]] });
    expect((await read()).values.slice(2)).toEqual([["a", 1], ["b", 2], ["c", 3]]);
  });
  test("not more than 500 cells go in one exchange", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => [i, i, i, i]);
    await write(set(2, 0, ...lines(100)), set(102, 0, ...lines(100)), set(202, 0, ...lines(20)));
    const cells = office.host().log.map(({ Actions }) => Actions.filter(({ Name }) => Name === "Formulas").flatMap(({ ArgumentInfo }) => ArgumentInfo.Arguments as unknown[][]).flat(2).length).filter((count) => count > 0);
    expect(cells).toEqual([400, 480]);
  });
  test.each([[Number.NaN, "other"], ["a".repeat(40_000), "tooLarge"]] as const)("what no cell can hold is refused", async (value, kind) => {
    await expect(write(set(0, 0, [value]))).rejects.toMatchObject({ kind, sheet: "Data" });
  });
});

describe("tables", () => {
  const table = () => office.host().workbook.Tables.GetItem("PLAN_T");
  beforeEach(() => {
    sheet().put("A4", [["Name", "Value"], ["a", 1], ["b", 2], ["c", 3]]).put("D4", [["beside"], ["x"], ["y"], ["z"]]);
    office.host().workbook.Tables.add("PLAN_T", sheet(), "A4:B7");
  });
  test.each([true, false])("grow with rows that are written below them, whether Excel does it by itself (%s) or not", async (expands) => {
    office.host().workbook.Tables.expands = expands;
    await write(set(7, 0, ["d", 4], ["e", 5]));
    expect(table().block).toEqual({ row: 3, column: 0, rows: 6, columns: 2 });
    await write(set(5, 0, ["B", 2]));
    expect(table().block.rows).toBe(6);
  });
  test("grow with a column whose header is written beside them", async () => {
    sheet().put("D4", [[""], [""], [""], [""]]);
    await write(set(4, 2, [1]), set(3, 2, ["rev", "sum"]));
    expect(table().block).toEqual({ row: 3, column: 0, rows: 4, columns: 4 });
  });
  test("lose a row whole, and what lies beside them only where it is asked for", async () => {
    await write({ kind: "deleteRow", sheet: "Data", row: 5, column: 0, columns: 2 });
    expect((await read()).values.slice(3)).toEqual([["Name", "Value", null, "beside"], ["a", 1, null, "x"], ["c", 3, null, "y"], [null, null, null, "z"]]);
    await write({ kind: "deleteRow", sheet: "Data", row: 4, column: 0, columns: 4 });
    expect((await read()).values.slice(4)).toEqual([["c", 3, null, "y"], [null, null, null, "z"]]);
    expect(table().block.rows).toBe(2);
  });
  test("keep their last row, blank", async () => {
    const row = (at: number): Command => ({ kind: "deleteRow", sheet: "Data", row: at, column: 0, columns: 2 });
    await write(row(6), row(5), row(4));
    expect([table().block.rows, (await read()).values.slice(4).map(([first]) => first)]).toEqual([2, [null, null, null]]);
  });
  test("formulas of the rows below follow them", async () => {
    sheet().enter(6, 1, "=LEN($A7)");
    await write({ kind: "deleteRow", sheet: "Data", row: 5, column: 0, columns: 2 });
    expect((await read()).formulas).toContainEqual({ row: 5, column: 1, formula: "=LEN($A6)" });
  });
});

describe("sheets", () => {
  const start = (language: "en" | "ru") => write(...[...sheetLayouts(language)].map(([name, layout]): Command => ({ kind: "addSheet", sheet: name, hidden: false, layout })));
  test("all sheets of a new plan are made with their tables, looks and names, and can be taken back", async () => {
    await start("ru");
    expect(await book({ kind: "sheets" })).toEqual(["Sheet1", "Data", ...sheetsOf("ru")]);
    expect((await read("Цели")).values[0]!.slice(0, 3)).toEqual(["ID", "Цикл", "Цель"]);
    expect(await book({ kind: "tables" })).toContainEqual({ name: "PLAN_RAMP", sheet: "Команда" });
    const goals = sheet("Цели");
    expect(office.host().workbook.Tables.GetItem("PLAN_GOALS").block).toMatchObject({ row: 0, column: 0, rows: 2 });
    const column = (header: string) => Array.from({ length: 40 }, (_, i) => goals.cell(0, i).value).indexOf(header);
    expect(goals.look(5, column("Тип цели"), "list")).toContain("Снизить");
    expect(goals.look(5, column("Тип цели"), "errorAlert")).toBe(false);
    expect(goals.cell(5, column("Срок")).format).toBe("dd.mm.yyyy");
    expect(goals.looks.filter(({ what, block }) => what === "condition" && block.column === column("Статус")).map(({ value }) => value)).toContain("отстаёт");
    expect(goals.look(0, 0, "frozenRows")).toBe(1);
    const names = office.host().workbook.Names.items.map(({ Name, Value }) => [Name, Value]);
    expect(names).toContainEqual(["PLAN_ASOF", "=Настройки!$B$2"]);
    expect(names).toContainEqual(["PLAN_HOLIDAYS", "=Календарь!$A$2:$A$2001"]);
    expect(office.host().workbook.Worksheets.active).toBe(0);
    await write({ kind: "removeSheet", sheet: "Настройки" }, { kind: "removeSheet", sheet: "Настройки" });
    expect(await book({ kind: "sheets" })).not.toContain("Настройки");
    expect(office.host().workbook.Names.items.map(({ Name }) => Name)).not.toContain("PLAN_ASOF");
  });
  test("names that are left of a sheet that somebody deleted give way", async () => {
    await start("en");
    sheet("Settings").Delete();
    expect(office.host().workbook.Names.GetItem("PLAN_ASOF").Value).toBe("=#REF!");
    await write({ kind: "addSheet", sheet: "Settings", hidden: false, layout: sheetLayouts("en").get("Settings")! });
    expect(office.host().workbook.Names.GetItem("PLAN_ASOF").Value).toBe("=Settings!$B$2");
  });
  test("a hidden sheet is very hidden from the beginning, can be added to at once, and taken back", async () => {
    await write({ kind: "addSheet", sheet: "_fp_j_a", hidden: true, layout: null }, { kind: "append", sheet: "_fp_j_a", cells: [["op", 1]] });
    expect(sheet("_fp_j_a").Visibility).toBe("VeryHidden");
    expect((await read("_fp_j_a")).values).toEqual([["op", 1]]);
    await write({ kind: "removeSheet", sheet: "_fp_j_a" });
    expect(await book({ kind: "sheets" })).toEqual(["Sheet1", "Data"]);
  });
});

describe("refusals name what they are about, and nothing is written before them", () => {
  beforeEach(() => {
    sheet().put("A4", [["Name", "Value"], ["a", 1]]);
  });
  test.each([
    ["a missing sheet", () => undefined, { kind: "append", sheet: "None", cells: [[1]] }, { kind: "missingSheet", sheet: "None" }],
    ["a protected sheet", () => { sheet("Sheet1").isProtected = true; }, { kind: "set", sheet: "Sheet1", row: 0, column: 0, cells: [[1]] }, { kind: "protected", sheet: "Sheet1" }],
    ["a sheet twice", () => undefined, { kind: "addSheet", sheet: "data", hidden: false, layout: null }, { kind: "other", sheet: "data" }],
    ["a protected workbook", () => { office.host().workbook.isProtected = true; }, { kind: "addSheet", sheet: "New", hidden: false, layout: null }, { kind: "protected", sheet: null }],
    ["merged cells", () => { sheet().merged.push({ row: 4, column: 0, rows: 1, columns: 2 }); }, set(4, 0, ["b", 2]), { kind: "merged", sheet: "Data", range: "A5:B5" }],
    ["rows that a filter hides", () => { sheet().hiddenRows.add(4); }, set(4, 0, ["b", 2]), { kind: "filtered", sheet: "Data", range: "A5:B5" }],
  ] as [string, () => void, Command, object][])("%s", async (_, prepare, command, failure) => {
    prepare();
    await expect(write(command)).rejects.toMatchObject(failure);
    await expect(write(command)).rejects.toBeInstanceOf(BookFailure);
    expect([sheet().cell(4, 0).value, sheet("Sheet1").used(), office.host().workbook.Worksheets.items.length]).toEqual(["a", [], 2]);
  });
  test.each([
    ["RequestPayloadSizeLimitExceeded", "tooLarge"], ["AccessDenied", "protected"], ["ActivityLimitReached", "other"],
  ])("%s is %s", async (code, kind) => {
    await read();
    office.host().failNext = new HostError(code, "what Excel said");
    await expect(write(set(0, 0, [1]))).rejects.toMatchObject({ kind, sheet: "Data", detail: "what Excel said" });
  });
  test("a cell that is being edited is waited for; rows that were read are to be read again then, because the entry may be in them", async () => {
    await read();
    office.host().failNext = new HostError("InvalidOperationInCellEditMode");
    await expect(write(set(0, 0, [1]))).rejects.toMatchObject({ kind: "editing", sheet: "Data", detail: CHANGED });
    await read();
    await write(set(0, 0, [1]));
    expect(sheet().cell(0, 0).value).toBe(1);
  });
  test("what stood before a failing command stays: there is no transaction", async () => {
    sheet("Sheet1").merged.push({ row: 0, column: 0, rows: 2, columns: 2 });
    await expect(write(set(8, 0, ["first"]), { kind: "set", sheet: "Sheet1", row: 0, column: 0, cells: [[1]] })).rejects.toMatchObject({ kind: "merged", sheet: "Sheet1" });
    expect((await read()).values[8]![0]).toBe("first");
  });
});
