import { englishFunction } from "../../../src/hosts/workbench/russian-functions";
import { inEnglish, readEnglishFormula, readRussian, readRussianFormula, showRussianFormula } from "../../../src/hosts/workbench/russian";

test.each([
  ["1,5", 1.5, null], ["-1,5", -1.5, null], ["12,5%", 0.125, "0.0%"], ["12 %", 0.12, "0%"], ["12,3%", 0.123, "0.0%"], ["0,25%", 0.0025, "0.00%"],
  ["1 000,50", 1000.5, "#,##0.00"], ["1\u00a0000\u00a0000", 1_000_000, "#,##0"], ["25.12.2024", 45651, "dd.mm.yyyy"], ["1.2.2024", 45323, "dd.mm.yyyy"], ["29.02.2024", 45351, "dd.mm.yyyy"],
  ["25.12.2024 12:00", 45651.5, "dd.mm.yyyy hh:mm"], ["25.12.2024 6:00:00", 45651.25, "dd.mm.yyyy hh:mm:ss"], ["1 200 ₽", 1200, '#,##0" ₽"'], ["-1200,50 ₽", -1200.5, '#,##0.00" ₽"'],
])("%s is %d", (text, value, pattern) => expect(readRussian(text)).toEqual({ v: value, t: 2, pattern }));

test.each([["ИСТИНА", 1], ["ложь", 0]])("%s is a logical value", (text, value) => expect(readRussian(text)).toEqual({ v: value, t: 3, pattern: null }));

test.each(["12", "1.5", "31.02.2024", "29.02.2023", "10 00", "1,5,2", "1 0000", "Иванов", "", "5 шт", ",5", "1,", "%", "01.13.2024", "25.12.2024 25:00", "25.12.2024 12", "₽", "1 0000 ₽", "5 €"])("%j is left to the sheet", (text) => expect(readRussian(text)).toBeNull());

test.each(["=PAYBACK_PERIOD(300,50)", "=CAC(1.5,2)", "=SUM({1,2;3,4})", '=IF(A1="a,b",0.5,B2)', "=TAKE(STALE_DEALS(A:A,B:B,C:C,D1:D3),11)"])("%s is the same after it was shown and read again", (formula) => {
  expect(readRussianFormula(showRussianFormula(formula))).toBe(formula);
  expect(showRussianFormula(formula)).not.toBe(formula);
});

test.each([
  ["=CAC(1,5;2)", "=CAC(1.5,2)"],
  ["=CAC(B2:B13;C2:C13)", "=CAC(B2:B13,C2:C13)"],
  ["=CAC(B2:B13,C2:C13)", "=CAC(B2:B13,C2:C13)"], // English where it cannot be Russian
  ["=CAC(1,5)", "=CAC(1.5)"], // but this is a decimal comma
  ["=СУММ(1;2)", "=SUM(1,2)"],
  ["=СЧЁТЕСЛИ(A:A;\"Лид\")/счетз(A:A)", "=COUNTIF(A:A,\"Лид\")/COUNTA(A:A)"],
  ["=ЕСЛИОШИБКА(СУММПРОИЗВ(A1:A2;B1:B2);0)", "=IFERROR(SUMPRODUCT(A1:A2,B1:B2),0)"],
  ["=НАШАФУНКЦИЯ(1;2)", "=НАШАФУНКЦИЯ(1,2)"], // nobody knows it
  ["=СУММ", "=СУММ"], // a name and no call
  ["=SUM({1;2:3;4})", "=SUM({1,2;3,4})"],
  ["=SUM({1\\2;3\\4})", "=SUM({1,2;3,4})"],
  ["=SUM({1,5;2})", "=SUM({1.5,2})"],
  ['=IF(A1="а;б";"1,5";1,5)', '=IF(A1="а;б","1,5",1.5)'],
  ["='Лист; 1'!A1", "='Лист; 1'!A1"],
  ["=IF(ИСТИНА;1;0)", "=IF(TRUE,1,0)"],
  ["=CAC(1;", "=CAC(1;"], // not finished: as it is
  ["текст", "текст"],
])("%s is %s", (typed, english) => expect(readRussianFormula(typed)).toBe(english));

test.each([["01.10.2026", "2026-10-01"], ["01.10.2026 9:30", "2026-10-01 9:30"], ["1 200 ₽", null], ["6,5%", "6.5%"], ["6,5 %", "6.5%"], ["1\u00a0000,50", "1000.50"], ["-1,5", "-1.5"], ["ложь", "FALSE"], ["12", null], ["1.5", null], ["31.02.2024", null], ["Иванов", null]])("%j in the notation of the sheet is %j", (text, english) => expect(inEnglish(text)).toBe(english));

test.each([["=CAC(100;4)", "=CAC(100,4)"], ["=CAC(1,5;2)", "=CAC(1.5,2)"], ["=WIN_RATE(A1:A9;{\"Лид\":\"Продажа\"};\"Отказ\")", '=WIN_RATE(A1:A9,{"Лид";"Продажа"},"Отказ")'], ["=CAC(100,4)", "=CAC(100,4)"], ["=SUM({1;2})", "=SUM({1;2})"], ["=CAC(1;", "=CAC(1;"], ["a;b", "a;b"]])(
  "in English, %s is %s", (typed, read) => expect(readEnglishFormula(typed)).toBe(read));

test("a Russian name of a function gives the English one, and an English name gives none", () => {
  for (const [russian, name] of [["СУММ", "SUM"], ["СРЗНАЧ", "AVERAGE"], ["СЧЁТЕСЛИМН", "COUNTIFS"], ["ПРОЦЕНТИЛЬ", "PERCENTILE"], ["НОМНЕДЕЛИ.ISO", "ISOWEEKNUM"]] as const) expect(englishFunction(russian)).toBe(name);
  for (const name of ["SUM", "COUNTIFS", "TAKE", "", "CAC"]) expect(englishFunction(name)).toBeNull();
});
