/** The workbench's sheets under the store of the plan, with the real engine. */
import type { IWorkbookData } from "@univerjs/core";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import { BookFailure, type AsyncBook, type SheetContent } from "../../../src/plan/book";
import { sheetLayouts, sheetsOf } from "../../../src/plan/sheet-layout";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

let headless: HeadlessBook;
let book: AsyncBook;
let made = 0;

beforeEach(async () => {
  headless = await openBook({
    id: `book${(made += 1)}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d"],
    sheets: { d: { id: "d", name: "Data", rowCount: 20, columnCount: 8, cellData: { 0: { 0: { v: "Fact" } }, 1: { 0: { v: 2 }, 1: { f: "=A2*3" } } } } },
  } as unknown as IWorkbookData);
  book = planBook(bookSheets(headless));
});
afterEach(() => headless.close());

const read = async (sheet: string): Promise<SheetContent> => (await book({ kind: "read", sheets: [sheet] }) as readonly SheetContent[])[0]!;
const calculated = () => headless.api.getFormula().onCalculationResultApplied(20_000);

test("a sheet is read from A1 on, with its formulas and their results; a missing one is null", async () => {
  expect(await book({ kind: "read", sheets: ["Data", "None"] })).toEqual([{ values: [["Fact", null], [2, 6]], formulas: [{ row: 1, column: 1, formula: "=A2*3" }] }, null]);
  expect(await book({ kind: "sheets" })).toEqual(["Data"]);
});

test("values are written as they are, undefined leaves a cell, null clears it", async () => {
  await book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 0, column: 0, cells: [["x", true], [null, undefined, 7]] }] });
  expect((await read("Data")).values).toEqual([["x", true, null], [null, 6, 7]]);
});

test.each(["=1+1", "+1", "-1", "@x", "'quoted", "007", "1e5", "2026-07-31", " =1+1", "=HYPERLINK(\"http://x\")"])("a text stays that text: %s", async (text) => {
  await book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 4, column: 0, cells: [[text]] }] });
  const content = await read("Data");
  expect(content.values[4]![0]).toBe(text);
  expect(content.formulas.filter(({ row }) => row === 4)).toEqual([]);
});

test("a formula is written as a formula and gives its result", async () => {
  const done = calculated();
  await book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 2, column: 0, cells: [[{ formula: "=SUM(A2,40)" }]] }] });
  await done;
  const content = await read("Data");
  expect(content.values[2]![0]).toBe(42);
  expect(content.formulas).toContainEqual({ row: 2, column: 0, formula: "=SUM(A2,40)" });
});

test("a table of the plan in a formula is the name of its columns here, and reads back as it was written", async () => {
  const layout = sheetLayouts("en").get("Check-ins")!;
  await book({ kind: "batch", commands: [{ kind: "addSheet", sheet: "Check-ins", hidden: false, layout }, { kind: "set", sheet: "Check-ins", row: 1, column: 0, cells: [["K-0001", 46230, "G-001", 42]] }] });
  const done = calculated();
  const formula = '=LATEST_CHECKIN("G-001",PLAN_CHECKINS[#All])';
  await book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 5, column: 0, cells: [[{ formula }]] }] });
  await done;
  const content = await read("Data");
  expect(content.values[5]![0]).toBe(42);
  expect(content.formulas).toContainEqual({ row: 5, column: 0, formula });
});

test("what is written shows the format of its column, unless the cell has been given another", async () => {
  const layout = sheetLayouts("ru").get("Цели")!;
  const [{ columns }] = layout.tables as [(typeof layout.tables)[0]];
  const [start, progress, target] = ["Начало", "Прогресс", "План"].map((header) => columns.findIndex((each) => each.header === header)) as [number, number, number];
  const set = (column: number, cell: number, format?: string) => ({ kind: "set", sheet: "Цели", row: 1, column, cells: [[cell]], ...(format !== undefined && { formats: [[format]] }) }) as const;
  const shown = () => [start, progress, target].map((column) => headless.api.getActiveWorkbook()!.getSheetByName("Цели")!.getSheet().getCellRaw(1, column)?.s).map((style) => (typeof style === "string" ? headless.api.getActiveWorkbook()!.getWorkbook().getStyles().get(style)?.n?.pattern : style?.n?.pattern));
  await book({ kind: "batch", commands: [{ kind: "addSheet", sheet: "Цели", hidden: false, layout }, set(start, 46204), set(progress, 0.5), set(target, 0.357, "0.0%")] });
  expect(shown()).toEqual(["dd.mm.yyyy", "0.0%", "0.0%"]);
  await book({ kind: "batch", commands: [set(start, 46204, "mmm yy"), set(target, 0.4)] });
  await book({ kind: "batch", commands: [set(start, 46205), set(progress, 0.6), set(target, 0.5)] });
  expect(shown()).toEqual(["mmm yy", "0.0%", "0.0%"]);
});

test("a formula gives way to a value", async () => {
  await book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 1, column: 1, cells: [[5]] }] });
  expect(await read("Data")).toEqual({ values: [["Fact", null], [2, 5]], formulas: [] });
});

test("append finds the row below the last one, and sheets grow as needed", async () => {
  await book({ kind: "batch", commands: [{ kind: "append", sheet: "Data", cells: [["a", 1], ["b", 2]] }, { kind: "append", sheet: "Data", cells: Array.from({ length: 300 }, (_, i) => [`r${i}`]) }] });
  const { values } = await read("Data");
  expect(values[2]).toEqual(["a", 1]);
  expect(values[303]![0]).toBe("r299");
});

test("deleting a row of a table moves up what stands below it, and leaves the columns beside it", async () => {
  await book({ kind: "batch", commands: [
    { kind: "set", sheet: "Data", row: 2, column: 0, cells: [[3, null, "keep"], [4, null, "keep too"]] },
    { kind: "deleteRow", sheet: "Data", row: 2, column: 0, columns: 2 },
  ] });
  expect((await read("Data")).values.slice(2)).toEqual([[4, null, "keep"], [null, null, "keep too"]]);
});

test("a row is deleted on its own sheet, whatever sheet is in front, and that one stays in front", async () => {
  await book({ kind: "batch", commands: [
    { kind: "set", sheet: "Data", row: 2, column: 0, cells: [["mine"]] },
    { kind: "addSheet", sheet: "Other", hidden: false, layout: null },
    { kind: "append", sheet: "Other", cells: [["a"], ["b"], ["c"], ["d"]] },
    { kind: "deleteRow", sheet: "Other", row: 3, column: 0, columns: 1 },
  ] });
  expect([(await read("Other")).values, (await read("Data")).values[2]![0], headless.api.getActiveWorkbook()!.getActiveSheet().getSheetName()]).toEqual([[[null], ["a"], ["b"], ["d"]], "mine", "Data"]);
});

test("all sheets of a new plan are made with their headers and names, in their order, and can be taken back", async () => {
  const layouts = sheetLayouts("ru");
  await book({ kind: "batch", commands: [...layouts].map(([sheet, layout]) => ({ kind: "addSheet", sheet, hidden: false, layout })) });
  expect(await book({ kind: "sheets" })).toEqual(["Data", ...sheetsOf("ru")]);
  expect((await read("Цели")).values[0]!.slice(0, 3)).toEqual(["ID", "Цикл", "Цель"]);
  const names = headless.api.getActiveWorkbook()!.getDefinedNames().map((name) => [name.getName(), name.getFormulaOrRefString()]);
  expect(names).toContainEqual(["PLAN_ASOF", "Настройки!$B$2"]);
  expect(names.find(([name]) => name === "PLAN_GOALS")![1]).toMatch(/^Цели!\$A:\$A[A-Z]$/);
  await book({ kind: "batch", commands: [{ kind: "removeSheet", sheet: "Цели" }, { kind: "removeSheet", sheet: "Цели" }] });
  expect(await book({ kind: "sheets" })).not.toContain("Цели");
  // With its names: none is left that means nothing.
  const left = headless.api.getActiveWorkbook()!.getDefinedNames().map((name) => name.getName());
  expect([left.length > 0, left.filter((name) => name.startsWith("PLAN_GOAL"))]).toEqual([true, []]);
});

test.each(["en", "ru"] as const)("columns of codes offer their words, a status has its colour, below the header only (%s)", async (language) => {
  const layouts = sheetLayouts(language);
  const [sheet] = sheetsOf(language).slice(1);
  const layout = layouts.get(sheet!)!;
  await book({ kind: "batch", commands: [{ kind: "addSheet", sheet: sheet!, hidden: false, layout }] });
  const kept = (name: string) => Object.values(JSON.parse(headless.api.getActiveWorkbook()!.save().resources!.find((each) => each.name === name)!.data) as Record<string, unknown[]>).flat();
  type Kept = { readonly ranges: readonly { readonly startRow: number; readonly startColumn: number }[] };
  const lists = kept("SHEET_DATA_VALIDATION_PLUGIN") as readonly (Kept & { readonly formula1: string })[];
  const listed = layout.tables.flatMap(({ column, columns }) => columns.flatMap(({ list }, i) => (list ? [[column + i, list]] : [])));
  expect(lists.map(({ ranges, formula1 }) => [ranges[0]!.startColumn, formula1.split(",")])).toEqual(listed);
  expect(listed.length).toBeGreaterThan(5);
  const colours = kept("SHEET_CONDITIONAL_FORMATTING_PLUGIN") as readonly (Kept & { readonly rule: { readonly value: string } })[];
  expect(colours.map(({ ranges, rule }) => [ranges[0]!.startColumn, rule.value]).sort()).toEqual(layout.colours.map(({ column, word }) => [column, word]).sort());
  expect(colours.length).toBeGreaterThan(3);
  expect([...lists, ...colours].every(({ ranges }) => ranges[0]!.startRow === 1)).toBe(true);
});

test("a sheet that is not there, or twice, is a failure that names it", async () => {
  await expect(book({ kind: "batch", commands: [{ kind: "set", sheet: "None", row: 0, column: 0, cells: [[1]] }] })).rejects.toMatchObject({ kind: "missingSheet", sheet: "None" });
  await expect(book({ kind: "batch", commands: [{ kind: "addSheet", sheet: "Data", hidden: false, layout: null }] })).rejects.toBeInstanceOf(BookFailure);
});

test("what stood before a failing command stays: there is no transaction", async () => {
  await expect(book({ kind: "batch", commands: [{ kind: "set", sheet: "Data", row: 9, column: 0, cells: [["first"]] }, { kind: "append", sheet: "None", cells: [[1]] }] })).rejects.toThrow("missingSheet");
  expect((await read("Data")).values[9]![0]).toBe("first");
});
