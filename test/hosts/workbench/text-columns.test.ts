import { readdirSync, readFileSync } from "node:fs";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import type { PlainBook, PlainSheet } from "../../../src/hosts/workbench/files/plain-book";
import { textColumns } from "../../../src/hosts/workbench/files/text-columns";

const sheet = (rows: PlainSheet["rows"], more: Partial<PlainSheet> = {}): PlainSheet => ({ name: "Deals", rows, styles: [], formulas: [], widths: [], merges: [], frozen: { rows: 1, columns: 0 }, hidden: false, ...more });
const book = (...sheets: PlainSheet[]): PlainBook => ({ sheets, styles: [{}, { bold: true }], names: [] });
const HEADERS = ["Deal", "Amount", "Created", "Note"];
const ROWS: PlainSheet["rows"] = [["Deals of 2026", null, null, null], HEADERS, ["10001", "1 200 ₽", "25.12.2025 12:00", "5 calls"], ["10002", 300, "not yet", null], ["10003", "40 ₽", "26.12.2025", "12.5"]];

test("dates and amounts stored as text are found below the headers and named by their columns", () =>
  expect(textColumns(book(sheet([["a", "b"], ["x", 1]]), sheet(ROWS)))?.places).toEqual(["Deals: B, C"]));

test("they become dates and numbers that look as they did; numbers, words and ids stay, and so does the book itself", () => {
  const before = book(sheet(ROWS, { styles: [null, Uint16Array.of(0, 1, 1, 0, 0)] }));
  const after = textColumns(before)!.convert(null);
  expect(after.sheets[0]!.rows).toEqual([ROWS[0], HEADERS, ["10001", 1200, 46016.5, "5 calls"], ["10002", 300, "not yet", null], ["10003", 40, 46017, "12.5"]]);
  const styleAt = (row: number, column: number) => after.styles[after.sheets[0]!.styles[column]?.[row] ?? 0];
  expect([styleAt(1, 1), styleAt(2, 1), styleAt(3, 1), styleAt(4, 1), styleAt(2, 2)]).toEqual([{ bold: true }, { bold: true, pattern: '#,##0" ₽"' }, {}, { pattern: '#,##0" ₽"' }, { pattern: "dd.mm.yyyy hh:mm" }]);
  expect([after.sheets[0]!.widths[1], after.sheets[0]!.widths[2]]).toEqual([88, 144]);
  expect(before.sheets[0]!.rows[2]![1]).toBe("1 200 ₽");
});

test.each<[string, PlainSheet]>([
  ["without headers", sheet([["25.12.2025"], ["26.12.2025"]])],
  ["with real dates and numbers", sheet([["Deal", "Amount"], ["a", 1200], ["b", 46016]])],
  ["in which formulas make the texts", sheet([["Deal", "Created"], ["a", "25.12.2025"], ["b", "26.12.2025"]], { formulas: [{ row: 1, column: 1, formula: "=TEXT(1,2)" }] })],
  ["that is hidden", sheet(ROWS, { hidden: true })],
  ["with dates that contradict each other", sheet([["Deal", "Created"], ["a", "13/04/2025"], ["b", "04/13/2025"]])],
])("nothing is offered for a table %s", (_, each) => expect(textColumns(book(each))).toBeNull());

test.each(["en", "ru"].flatMap((language) => readdirSync(`examples/${language}`).map((file) => `examples/${language}/${file}`)))("nothing is offered for %s", async (file) =>
  expect(textColumns(await openFile(readFileSync(file), "", "utf-8", () => undefined))).toBeNull());

describe("dates in which day and month may be either", () => {
  const either = book(sheet([["Deal", "Created", "Closed", "Amount"], ["a", "open", "05/06/2025 9:30", "1 200 ₽"], ["b", "03/04/2025", null, "5 ₽"], ["c", "04/05/2025", "31/06/2025", 7]]), sheet([["Deal", "Day"], ["x", "1-2-2025"]], { name: "More" }));

  test("are told with their columns and one of them, beside what is clear", () => {
    const found = textColumns(either)!;
    // A day above 12 proves the order, so the column Closed is clear.
    expect([found.places, found.either]).toEqual([["Deals: C, D"], { places: ["Deals: B", "More: B"], example: "03/04/2025" }]);
  });

  test.each([["dayFirst", [45750, 45781], 45689, "dd/mm/yyyy", "dd-mm-yyyy"], ["monthFirst", [45720, 45752], 45659, "m/d/yyyy", "m-d-yyyy"]] as const)("are dates in the order that is chosen: %s", (order, days, other, pattern, otherPattern) => {
    const { sheets, styles } = textColumns(either)!.convert(order);
    expect(sheets[0]!.rows.map((row) => row[1])).toEqual(["Created", "open", ...days]);
    expect(sheets[1]!.rows[1]![1]).toBe(other);
    expect([styles[sheets[0]!.styles[1]![2]!]!.pattern, styles[sheets[1]!.styles[1]![1]!]!.pattern]).toEqual([pattern, otherPattern]);
    expect(sheets[0]!.rows.map((row) => row[3])).toEqual(["Amount", 1200, 5, 7]);
  });

  test("stay texts when only what is clear is converted", () => expect(textColumns(either)!.convert(null).sheets[0]!.rows.map((row) => row[1])).toEqual(["Created", "open", "03/04/2025", "04/05/2025"]));
});
