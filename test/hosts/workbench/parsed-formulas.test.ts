/** What the engine of the sheet parses when one cell is typed. Parsings are counted, because clocks differ. */
import type { IWorkbookData } from "@univerjs/core";
import { openBook, type HeadlessBook } from "../../rig/univer";

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { LexerTreeBuilder } = require("@univerjs/engine-formula") as typeof import("@univerjs/engine-formula");

/** The engine remembers 5,000 of its own accord. */
const FORMULAS = 5200;

let book: HeadlessBook;
let parsings = 0;
const own = LexerTreeBuilder.prototype.treeBuilder;
beforeAll(async () => {
  LexerTreeBuilder.prototype.treeBuilder = function (...given) {
    parsings += 1;
    return own.apply(this, given);
  };
  const cells = Object.fromEntries(Array.from({ length: FORMULAS }, (_, i) => [i, { 0: { v: i }, 1: { f: `=A${i + 1}*RATE` } }]));
  book = await openBook({
    id: "many", name: "many", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["s", "r"],
    sheets: { s: { id: "s", name: "S", rowCount: FORMULAS + 10, columnCount: 5, cellData: cells }, r: { id: "r", name: "R", rowCount: 5, columnCount: 5, cellData: { 0: { 0: { v: 2 }, 1: { v: 3 } } } } },
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify({ n: { id: "n", name: "RATE", formulaOrRefString: "R!$A$1", localSheetId: "AllDefaultWorkbook" } }) }],
  } as unknown as IWorkbookData);
}, 60_000);
afterAll(() => {
  LexerTreeBuilder.prototype.treeBuilder = own;
  book.close();
});

const counted = async (act: () => Promise<unknown>): Promise<number> => {
  parsings = 0;
  await act();
  return parsings;
};

test("a typed cell parses its own few formulas, however many there are", async () => {
  expect(book.value("s", 7, 1)).toBe(14);
  expect(await counted(() => book.set("s", "A8", 100))).toBeLessThan(20);
  expect(book.value("s", 7, 1)).toBe(200);
  expect(await counted(() => book.set("s", "C1", { f: "=B8+1" }))).toBeLessThan(20);
  expect(book.value("s", 0, 2)).toBe(201);
});

test("a cell that a name stands for changes all formulas with the name", async () => {
  await book.set("r", "A1", 4);
  expect([book.value("s", 7, 1), book.value("s", 0, 2), book.value("s", 5000, 1)]).toEqual([400, 401, 20_000]);
});
