/** The built Code.js, called as Sheets calls it. */
import { catalogue } from "../../../src/catalogue/index";
import { load } from "../../rig/google/script";
import { fakeSpreadsheet, forbidden } from "../../rig/google/services";

const CODE = "dist/google/Code.js";
const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const english = load(CODE, fakeSpreadsheet({ locale: "en_GB" }).services);
const russian = load(CODE, fakeSpreadsheet({ locale: "ru_RU" }).services);

test.each(catalogue.map((def) => [def.name, def] as const))("%s gives what its examples say", (name, def) => {
  for (const { call, result } of def.examples) {
    // Sheets delivers a blank cell as "".
    const args = call.map((arg) => JSON.parse(JSON.stringify(arg ?? "omitted"), (_, value: unknown) => (value === null ? "" : value)) as unknown);
    const answer = english.call(name, args.map((arg) => (arg === "omitted" ? undefined : arg)));
    expectClose(answer, result);
  }
});

/** As toEqual, with numbers to twelve digits: an example is written as people read it. */
function expectClose(answer: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(answer) && answer.length).toBe(expected.length);
    expected.forEach((each, i) => expectClose((answer as readonly unknown[])[i], each));
  } else if (typeof expected === "number" && typeof answer === "number") {
    expect(Math.abs(answer - expected)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(expected)));
  } else expect(answer).toBe(expected);
}

describe("a failure is an Error that begins with the code of Excel", () => {
  test.each([
    ["bad input", "FUNNEL_CONVERSION", [column("many", "few")], /^#VALUE!: .*counts/],
    ["a zero denominator", "FUNNEL_CONVERSION", [column(0, 5)], /^#DIV\/0!: \S/],
    ["no answer", "GOAL_PROGRESS", ["", 10], /^#N\/A: \S/],
    ["an error cell, handed on", "FUNNEL_CONVERSION", [column(5, "#REF!")], /^#REF!: \S/],
    ["an error cell with words of Sheets behind it", "FUNNEL_CONVERSION", [column(5, "#ERROR! (line 3)")], /^#ERROR!: \S/],
  ])("%s", (_, name, args, message) => expect(() => english.call(name, args)).toThrow(message));
  test("in the language of the spreadsheet", () => {
    expect(() => russian.call("FUNNEL_CONVERSION", [column(0, 5)])).toThrow(/^#DIV\/0!: .*\p{Script=Cyrillic}/u);
    expect(() => english.call("FUNNEL_CONVERSION", [column(0, 5)])).toThrow(/^#DIV\/0!: \P{Script=Cyrillic}*$/u);
  });
  test("where the spreadsheet does not tell its language, in the language of the build", () => {
    const closed = load(CODE, forbidden("SpreadsheetApp", "Utilities", "Session"));
    expect(() => closed.call("FUNNEL_CONVERSION", [column(0, 5)])).toThrow(/^#DIV\/0!: \P{Script=Cyrillic}*$/u);
  });
});

test("tables have their headers in the language of the spreadsheet", () => {
  const table = russian.call("FUNNEL_TABLE", [column("Лид", "Продажа"), column(10, 5)]) as readonly (readonly unknown[])[];
  expect(table[0]?.[0]).toBe("Этап");
});
test("a text that merely begins with # is a text", () => {
  const table = english.call("FUNNEL_TABLE", [column("#1 lead", "#NEW"), column(10, 5)]) as readonly (readonly unknown[])[];
  expect(table.slice(1).map((row) => row[0])).toEqual(["#1 lead", "#NEW"]);
});
test("a range comes out of a call as it went in", () => {
  expect(english.evaluate(`(() => { const given = [[5, "#N/A"], [3, ""]]; try { FUNNEL_CONVERSION(given); } catch { /* expected */ } return JSON.stringify(given); })()`)).toBe('[[5,"#N/A"],[3,""]]');
});
