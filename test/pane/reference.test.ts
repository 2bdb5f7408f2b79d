import { covers, firstCell, isSingleCell, isTableReference, quotedSheet, reference, sheetOf } from "../../src/pane/reference";

test.each([
  ["A1", "A1"],
  ["a1:b2", "A1:B2"],
  ["$A$1:B$2", "$A$1:B$2"],
  ["B:B", "B:B"],
  ["$B:$D", "$B:$D"],
  ["3:3", "3:3"],
  ["B2:B", "B2:B"],
  ["XFD1048576", "XFD1048576"],
  ["Deals!A1", "Deals!A1"],
  ["План 2026!A1", "'План 2026'!A1"],
  ["'2026'!A1", "'2026'!A1"],
  ["'A1'!A1", "'A1'!A1"],
  ["'R1C1'!A1", "'R1C1'!A1"],
  ["'O''Brien'!A1", "'O''Brien'!A1"],
  ["'[x]'!A1", "'[x]'!A1"],
])("%s is a reference, written %s", (text, written) => expect(reference(text)).toBe(written));

test.each([
  "", "A", "1", "A0", "A01", "AAAA1", "A1:", ":A1", "A1:2", "1:B2", "A1B2", "A 1", " A1", "A1!", "!A1", "'!A1", "''!A1", "'a'b'!A1", "a'b!A1", "A1:B2:C3", "$", "$$A1", "A$", "A1,B2",
  "x=y!A1", "a\tb!A1", "[Book]Sheet!A1", "D\u0435als!A1 ", "A1\u200b", "A123456789",
])("%j is none", (text) => expect(reference(text)).toBeNull());

test.each([
  ["tblDeals[Amount]", true], ["tblDeals[[#All],[Amount]]", true], ["Сделки[Сумма]", true], ["t['[x]", true],
  ["[Amount]", false], ["t[a", false], ["t[a]]", false], ["t[a]b", false], ["1t[a]", false], ["a b[c]", false],
])("table reference %s: %s", (text, expected) => expect(isTableReference(text)).toBe(expected));

test.each([["Deals", "Deals"], ["Сделки", "Сделки"], ["My sheet", "'My sheet'"], ["A1", "'A1'"], ["2026", "'2026'"], ["it's", "'it''s'"], ["a-b", "'a-b'"]])("sheet %s is written %s", (name, written) =>
  expect(quotedSheet(name)).toBe(written));

test.each([
  ["Deals!B2:B13", "Deals!B2", true],
  ["Deals!B2:B13", "Deals!B14", false],
  ["Deals!B2:B13", "Spend!B2", false],
  ["DEALS!B:B", "deals!B900", true],
  ["Deals!B:C", "Deals!A1", false],
  ["Deals!2:3", "Deals!Z3:Z9", true],
  ["B2", "Deals!B2", true],
  ["Deals!B13:A2", "Deals!A5", true],
  ["Deals!B2:B", "Deals!B99", true],
  ["'It''s'!A1:B2", "'It''s'!B2", true],
  ["Stages", "Deals!A1", false],
])("a formula that counts %s would count itself in %s: %s", (cells, selected, expected) => expect(covers(cells, selected)).toBe(expected));

test.each([["B2:B13", "B2"], ["Deals!B2", "B2"], ["B:B", "B1"], ["3:4", "A3"]])("with %s selected a formula goes into %s", (address, cell) => expect(firstCell(address)).toBe(cell));
test("parts of a reference", () => {
  expect([sheetOf("'My sheet'!A1"), sheetOf("A1")]).toEqual(["'My sheet'", ""]);
  expect([isSingleCell("Deals!A1"), isSingleCell("Deals!A1:A2")]).toEqual([true, false]);
});
