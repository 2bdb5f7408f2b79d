import type { OptionSpecs } from "../../src/catalogue/define";
import { ENGLISH, EXCEL_DECIMAL_COMMA } from "../../src/catalogue/notation";
import { optionNumber, optionsText, parseOptions } from "../../src/pane/options";

const words = { en: "", ru: "" };
const specs: OptionSpecs = {
  reach: { kind: "choice", choices: ["furthest", "visited"], words },
  outcome: { kind: "choice", choices: ["won", "lost"], noDefault: true, words },
  from: { kind: "date", words },
  window: { kind: "number", words },
};

test.each([
  ["", {}],
  ["reach=visited", { reach: "visited" }],
  [" REACH = Visited ; from=2026-01-01; ", { reach: "visited", from: "2026-01-01" }],
])("%j sets %j", (text, values) => expect(Object.fromEntries(parseOptions(text, specs) ?? [["no", "form"]])).toEqual(values));

test.each(["B2:C3", "reach", "reach=sideways", "other=1", "from=1; from=2", "window=", "__proto__=1", "constructor=1", '="from="&A1'])("%j is no form", (text) =>
  expect(parseOptions(text, specs)).toBeNull());

test.each([
  [{ from: "2026-01-01", reach: "visited" }, "reach=visited; from=2026-01-01"],
  [{ reach: "furthest", window: "" }, ""],
  [{ outcome: "won" }, "outcome=won"],
])("%j is written %j: defaults left out, in a fixed order", (values, text) => expect(optionsText(new Map(Object.entries(values)), specs)).toBe(text));

test.each([
  ["0,95", "0.95"],
  ["95%", "0.95"],
  ["30", "30"],
  ["1 000", "1000"],
  ["abc", "abc"],
  ["1; from=2", "1 from2"],
])("a typed %j is %j", (typed, value) => expect(optionNumber(typed, EXCEL_DECIMAL_COMMA)).toBe(value));
test("a decimal point is understood everywhere", () => expect([optionNumber("0.9", ENGLISH), optionNumber("0.9", EXCEL_DECIMAL_COMMA)]).toEqual(["0.9", "0.9"]));
