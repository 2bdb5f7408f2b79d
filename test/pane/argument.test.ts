import { ENGLISH, EXCEL_DECIMAL_COMMA, SHEETS_DECIMAL_COMMA } from "../../src/catalogue/notation";
import { formulaOf, readArgument, typedArgument, type Typing } from "../../src/pane/argument";

const english: Typing = { shape: "range", notation: ENGLISH, names: new Set(["stages"]) };
const russian: Typing = { shape: "range", notation: EXCEL_DECIMAL_COMMA };
const scalar: Typing = { shape: "scalar", notation: ENGLISH };

const formula = (typed: string, typing: Typing) => {
  const argument = readArgument(typed, typing);
  return "formula" in argument ? argument.formula : argument.kind === "problem" ? `problem: ${argument.problem.kind}` : argument.kind;
};

describe("what is typed becomes in the formula", () => {
  test.each([
    ["", "blank"],
    ["   ", "blank"],
    ["100", "100"],
    ["-5", "-5"],
    ["12.5%", "12.5%"],
    ["1,500,000", "1500000"],
    ["1.5m", "1500000"],
    ["Won", '"Won"'],
    ['say "hi"', '"say ""hi"""'],
    ['"Q1"', '"Q1"'],
    ["007", '"007"'],
    ["2026-02-01", '"2026-02-01"'],
    ["TRUE", "TRUE"],
    ["b2:b13", "B2:B13"],
    ["$B$2", "$B$2"],
    ["B:B", "B:B"],
    ["2:5", "2:5"],
    ["Deals!B2:B13", "Deals!B2:B13"],
    ["My sheet!A1", "'My sheet'!A1"],
    ["'My sheet'!A1", "'My sheet'!A1"],
    ["'It''s'!A1", "'It''s'!A1"],
    ["Сделки!B:B", "Сделки!B:B"],
    ["Q1!A1", "'Q1'!A1"],
    ["tblDeals[Amount]", "tblDeals[Amount]"],
    ["Stages", "Stages"],
    ["{1,2;3,4}", "{1,2;3,4}"],
    ['{"Lead";"Won"}', '{"Lead";"Won"}'],
    ["=FUNNEL_COUNTS(A:A, B:B)", "FUNNEL_COUNTS(A:A, B:B)"],
    ["=Other", "Other"],
    ["=Deals!B2", "Deals!B2"],
    ["=A1*2", "A1*2"],
    ["+A1", '"+A1"'],
    ["-A1", '"-A1"'],
    ["@SUM(A1)", '"@SUM(A1)"'],
    ["SUM(A1)", '"SUM(A1)"'],
    ['Won")+HYPERLINK("http://evil', '"Won"")+HYPERLINK(""http://evil"'],
  ])("English %s is %s", (typed, expected) => expect(formula(typed, english)).toBe(expected));

  test.each([
    ["12,5%", "12.5%"],
    ["1 500 000,50", "1500000.50"],
    ["1,5 млн", "1500000"],
    ["300 тыс", "300000"],
    ["01.02.2026", '"2026-02-01"'],
    ["31.02.2026", '"31.02.2026"'],
    ["истина", "TRUE"],
    ["{1;2:3,5;4}", "{1,2;3.5,4}"],
    ["{1\\2;3\\4}", "{1,2;3,4}"],
    ["{1;2;3}", "{1,2,3}"],
    ["=СУММ(B2:B5; 1,5)", "SUM(B2:B5, 1.5)"],
    ["=CAC(B2;C2)", "CAC(B2,C2)"],
    ["=ЕСЛИ(A1>0;ИСТИНА;ЛОЖЬ)", "IF(A1>0,TRUE,FALSE)"],
  ])("Russian %s is %s", (typed, expected) => expect(formula(typed, russian)).toBe(expected));

  test("Google Sheets: rows of an array constant are parted by semicolons", () =>
    expect(formula("{1;2;3}", { shape: "range", notation: SHEETS_DECIMAL_COMMA })).toBe("{1;2;3}"));

  test("a percentile is a word and not a cell where percentiles are accepted", () => {
    const words = { ...scalar, words: ["mean", "p80"] };
    expect([formula("p85", words), formula("P85", scalar), formula("mean", words)]).toEqual(['"p85"', "P85", '"mean"']);
  });
});

describe("refused with a reason", () => {
  test.each([
    ["=", "formula"],
    ["=A1,B1", "formula"],
    ["=A1)", "formula"],
    ["=A1),EVIL(B1", "formula"],
    ["=SUM(A1", "formula"],
    ['="open', "formula"],
    ["=cmd|'/c calc'!A0", "formula"],
    ["=`A1`", "formula"],
    ["{1,2;3}", "array"],
    ["{A1,2}", "array"],
    ["{}", "array"],
    ["Deals!", "reference"],
    ["Deals!B0", "reference"],
    ["B2:", "reference"],
    ["B2:B0", "reference"],
    ["x".repeat(256), "longText"],
  ])("%s: %s", (typed, problem) => expect(formula(typed, english)).toBe(`problem: ${problem}`));

  test("a comma between arguments in a Russian formula", () => expect(formula("=SUM(A1, B1)", russian)).toBe("problem: formula"));
  test("a Russian function without a translation is named", () =>
    expect(readArgument("=ДМИН(A1)", russian)).toEqual({ kind: "problem", problem: { kind: "localName", name: "ДМИН" } }));
});

describe("the value for the live result", () => {
  test.each<[string, Typing, unknown]>([
    ["12.5%", english, 0.125],
    ["1,5 млн", russian, 1_500_000],
    ["Won", english, "Won"],
    ['{1,"a";TRUE,-2.5}', english, [[1, "a"], [true, -2.5]]],
    ["{#N/A}", english, [[{ error: "#N/A" }]]],
  ])("%s", (typed, typing, value) => expect(readArgument(typed, typing)).toMatchObject({ kind: "value", value }));

  test.each([
    ["Deals!B2", "cells"],
    ["=Deals!B2", "cells"],
    ["=Name", "cells"],
    ["=A1+1", "formula"],
  ])("%s is %s", (typed, kind) => expect(readArgument(typed, english).kind).toBe(kind));
});

describe("an argument of an existing formula, as it would be typed, gives the same formula again", () => {
  test.each([
    ['"Won"', "Won", "Won"],
    ['"Q1"', '"Q1"', '"Q1"'],
    ['"12"', '"12"', '"12"'],
    ['" a"', '" a"', '" a"'],
    ['"TRUE"', '"TRUE"', '"TRUE"'],
    ['"=A1"', '"=A1"', '"=A1"'],
    ['""', '""', '""'],
    ["0.5", "0.5", "0,5"],
    ["12.5%", "12.5%", "12,5%"],
    ["1E+21", "1E+21", "1E+21"],
    ["B2:B13", "B2:B13", "B2:B13"],
    ["'My sheet'!A1", "'My sheet'!A1", "'My sheet'!A1"],
    ["{1,2;3,4}", "{1,2;3,4}", "{1;2:3;4}"],
    ["{1,2}", "{1,2}", "{1;2}"],
    ["Other", "=Other", "=Other"],
    ["SUM(A1,1.5)", "=SUM(A1,1.5)", "=SUM(A1;1,5)"],
    ['"from="&A1', '="from="&A1', '="from="&A1'],
    ["TRUE", "TRUE", "TRUE"],
    ["", "", ""],
  ])("%s", (argument, inEnglish, inRussian) => {
    expect(typedArgument(argument, scalar)).toBe(inEnglish);
    expect(typedArgument(argument, russian)).toBe(inRussian);
    for (const typing of [scalar, russian]) {
      const again = readArgument(typedArgument(argument, typing), typing);
      expect("formula" in again ? again.formula : "").toBe(argument);
    }
  });
});

describe("the formula", () => {
  test.each([
    [["B2", "C2"], "=CAC(B2,C2)"],
    [["B2", "", "D2"], "=CAC(B2,,D2)"],
    [["B2", "", ""], "=CAC(B2)"],
    [[], "=CAC()"],
  ])("%j is %s", (typed, expected) => expect(formulaOf("CAC", typed.map((text) => readArgument(text, scalar)))).toBe(expected));
});
