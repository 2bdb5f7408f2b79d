import { callOf, ENGLISH, EXCEL_DECIMAL_COMMA, inNotation, quoted, SHEETS_DECIMAL_COMMA, tokens, unquoted } from "../../src/catalogue/notation";

describe("an English formula as a Russian user sees it, in Excel and in Google Sheets", () => {
  test.each([
    ["=CAC(B2,C2)", "=CAC(B2;C2)", "=CAC(B2;C2)"],
    ["=PAYBACK_PERIOD(200,50,0.75)", "=PAYBACK_PERIOD(200;50;0,75)", "=PAYBACK_PERIOD(200;50;0,75)"],
    ['=F("a,b;c",1.5)', '=F("a,b;c";1,5)', '=F("a,b;c";1,5)'],
    ["=F({1,2;3,4.5})", "=F({1;2:3;4,5})", "=F({1\\2;3\\4,5})"],
    ["=F('Q1, 1.5'!A1,tbl[a,b])", "=F('Q1, 1.5'!A1;tbl[a,b])", "=F('Q1, 1.5'!A1;tbl[a,b])"],
    ["=F(A.1,x.5)", "=F(A.1;x.5)", "=F(A.1;x.5)"],
    ["=F(.5,1E-3)", "=F(,5;1E-3)", "=F(,5;1E-3)"],
    ["=F(#N/A,A1#)", "=F(#N/A;A1#)", "=F(#N/A;A1#)"],
  ])("%s", (formula, excel, sheets) => {
    expect(inNotation(formula, EXCEL_DECIMAL_COMMA)).toBe(excel);
    expect(inNotation(formula, SHEETS_DECIMAL_COMMA)).toBe(sheets);
    expect(inNotation(formula, ENGLISH)).toBe(formula);
    // and back
    for (const [shown, notation] of [[excel, EXCEL_DECIMAL_COMMA], [sheets, SHEETS_DECIMAL_COMMA]] as const) {
      expect(`=${tokens(shown.slice(1), notation)?.map(({ text }) => text).join("")}`).toBe(formula);
    }
  });
  test("what is no formula stays as it is", () => expect(inNotation('=F("open', EXCEL_DECIMAL_COMMA)).toBe('=F("open'));
});

describe("a formula that is nothing but one call", () => {
  test.each([
    ["=CAC(B2,C2)", "CAC", ["B2", "C2"]],
    ["=cac( B2 , , \"a,b\" )", "cac", ["B2", "", '"a,b"']],
    ["=F(G(1,2),{1,2;3,4})", "F", ["G(1,2)", "{1,2;3,4}"]],
    ["=F()", "F", []],
  ])("%s", (formula, name, args) => expect(callOf(formula)).toEqual({ name, args }));
  test.each(["CAC(B2)", "=CAC(B2)+1", "=1+CAC(B2)", "=CAC(B2", "=(CAC(B2))", "=CAC", "=", "=F(1)(2)"])("%s is none", (formula) => expect(callOf(formula)).toBeNull());
});

test("quotes are doubled, and taken back", () => {
  expect(quoted('say "hi"')).toBe('"say ""hi"""');
  expect(unquoted('"say ""hi"""')).toBe('say "hi"');
});
