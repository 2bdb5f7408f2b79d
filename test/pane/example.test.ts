/** The examples of the catalogue, through the pane: typed as they are shown they give the result that is shown. */
import { catalogue, findFunction } from "../../src/catalogue/index";
import { plainCells } from "../../src/catalogue/grid";
import { ENGLISH, EXCEL_DECIMAL_COMMA, SHEETS_DECIMAL_COMMA } from "../../src/catalogue/notation";
import { formulaOf, readArgument } from "../../src/pane/argument";
import { draftOf, typingOf } from "../../src/pane/draft";
import { exampleArguments, exampleFormula } from "../../src/catalogue/example";
import { CHECK_WORDS } from "../../src/catalogue/check-words";
import { exampleResult } from "../../src/pane/example";
import type { PaneHost } from "../../src/pane/host";
import { calculate } from "../../src/pane/live";
import { localFunctions } from "../../src/pane/local-functions";

const absent = () => Promise.reject(new Error("there is no sheet"));
const noSheet: PaneHost = {
  language: "en", notation: "comma", functions: localFunctions({ cells: plainCells, read: absent }),
  checks: { words: CHECK_WORDS, tables: absent, check: absent }, show: absent,
  selection: () => Promise.reject(new Error("nothing is selected")),
  insert: absent,
};
/** To 12 digits: the last ones of a double differ between processors. */
const rounded = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === "number" ? Number(each.toPrecision(12)) : each)));
const none: ReadonlySet<string> = new Set();
const cases = catalogue.flatMap((def) => def.examples.map((example, i) => [`${def.name} ${i + 1}`, def, example] as const));

describe.each([["English", ENGLISH], ["Russian Excel", EXCEL_DECIMAL_COMMA], ["Russian Google Sheets", SHEETS_DECIMAL_COMMA]])("%s", (_, notation) => {
  test.each(cases)("%s", async (_name, def, example) => {
    const typed = exampleArguments(def, example, notation);
    const args = def.args.map((arg, i) => readArgument(typed[i] ?? "", typingOf(arg, notation, none)));
    const live = await calculate(def, args, "", noSheet, "en");
    expect(rounded(live)).toEqual(rounded({ state: "value", value: example.result }));

    // the inserted formula, opened again, is the same formula
    const formula = formulaOf(def.name, args);
    const draft = draftOf({ address: "A1", qualified: "Sheet!A1", formula, empty: false, failure: null }, findFunction, notation, none);
    const again = def.args.map((arg) => readArgument(draft?.texts.get(arg.key) ?? "", typingOf(arg, notation, none)));
    expect(formulaOf(def.name, again)).toBe(formula);
  });
});

test.each([
  ["FUNNEL_CONVERSION", "=FUNNEL_CONVERSION({1000;400;150;30})", "=FUNNEL_CONVERSION({1000:400:150:30})", "3%"],
  ["STAGE_CONVERSION", "=STAGE_CONVERSION({1000;400;150;30})", "=STAGE_CONVERSION({1000:400:150:30})", "{–; 40%; 37.5%; 20%}"],
  ["FUNNEL_TABLE", '=FUNNEL_TABLE({"Lead";"Offer";"Won"},{100;40;10})', '=FUNNEL_TABLE({"Lead":"Offer":"Won"};{100:40:10})', "table 4 × 9"],
])("%s as the list shows it", (name, english, russian, result) => {
  const def = findFunction(name);
  if (!def) throw new Error(`no ${name}`);
  expect(exampleFormula(def, def.examples[0], ENGLISH)).toBe(english);
  expect(exampleFormula(def, def.examples[0], EXCEL_DECIMAL_COMMA)).toBe(russian);
  expect(exampleResult(def, def.examples[0], "en")).toBe(result);
});
test("of a long column the first rows are shown", () => {
  const def = findFunction("FUNNEL_COUNTS");
  if (!def) throw new Error("no FUNNEL_COUNTS");
  expect(exampleFormula(def, def.examples[0], ENGLISH)).toContain('{"A";"A";"A";"A";…}');
});
