import { catalogue } from "../../../src/catalogue/index";
import { rememberFailures } from "../../../src/hosts/workbench/failures";
import { functionTexts } from "../../../src/hosts/workbench/functions";
import { evaluate, type Case } from "../../rig/univer";

const spend = [[100], [200], [null]];
const customers = [[1], [2], [null]];

describe("what a cell gives", () => {
  const cases: readonly (readonly [string, Case, unknown])[] = [
    ["a number", { name: "CAC", args: [spend, customers] }, { value: 100 }],
    ["full precision", { name: "CAC", args: [1, 3] }, { value: 1 / 3 }],
    ["a spill, with blank texts", { name: "STAGE_CONVERSION", args: [[[1000], [400], [150]]] }, { value: [[""], [0.4], [0.375]] }],
    ["a row for a row", { name: "STAGE_CONVERSION", args: [[[1000, 400]]] }, { value: [["", 0.4]] }],
    ["a division by zero", { name: "CAC", args: [100, 0] }, { error: "#DIV/0!", message: expect.stringContaining("customers") }],
    ["bad input", { name: "CAC", args: ["abc", 1] }, { error: "#VALUE!", message: expect.stringContaining("costs") }],
    ["no answer", { name: "PAYBACK_PERIOD", args: [100, 0] }, { error: "#N/A", message: expect.any(String) }],
    ["too few arguments", { name: "CAC", args: [100] }, { error: "#VALUE!", message: expect.stringContaining("customers") }],
    ["too many arguments", { name: "CAC", args: [100, 1, 2, 3] }, { error: "#VALUE!", message: expect.any(String) }],
    ["an error cell handed on", { name: "CAC", args: [[[1], [{ error: "#N/A" }]], 1] }, { error: "#N/A", message: expect.any(String) }],
    ["another error cell handed on", { name: "CAC", args: [[[1], [{ error: "#DIV/0!" }]], 1] }, { error: "#DIV/0!", message: expect.any(String) }],
    ["a logical value is no number", { name: "CAC", args: [true, 1] }, { error: "#VALUE!", message: expect.any(String) }],
    ["an argument left out takes its default", { name: "PAYBACK_PERIOD", args: [200, 50, undefined] }, { value: 4 }],
    ["a blank cell too", { name: "PAYBACK_PERIOD", args: [200, 50, null] }, { value: 4 }],
  ];
  let results: Awaited<ReturnType<typeof evaluate>>;
  beforeAll(async () => {
    results = await evaluate(cases.map(([, call]) => call));
  });
  test.each(cases.map(([name, , expected], i) => [name, i, expected] as const))("%s", (_, i, expected) => expect(results[i]).toEqual(expected));

  test("messages and words of tables come in the language", async () => {
    const [failed, table] = await evaluate([{ name: "CAC", args: [100, 0] }, { name: "FUNNEL_TABLE", args: [[["А"], ["Б"]], [[2], [1]]] }], "ru");
    expect(failed).toEqual({ error: "#DIV/0!", message: expect.stringMatching(/[а-я]/) });
    expect(table).toMatchObject({ value: [expect.arrayContaining(["Этап"]), expect.anything(), expect.anything()] });
  });
});

describe("the memory of failures", () => {
  const place = { workbook: "b", sheet: "s", row: 1, column: 2 };
  const failure = { code: "#N/A", message: "because" };
  test("finds the sentence of the cell", () => {
    const memory = rememberFailures();
    memory.remember(place, "CAC", failure);
    expect(memory.find(place, "=cac(1,2)", "#N/A")).toBe("because");
  });
  test.each([["another error", "=CAC(1)", "#REF!", place], ["another function", "=LTV(1)", "#N/A", place], ["another cell", "=CAC(1)", "#N/A", { ...place, row: 2 }]])("says nothing for %s", (_, formula, code, at) => {
    const memory = rememberFailures();
    memory.remember(place, "CAC", failure);
    expect(memory.find(at, formula, code)).toBeNull();
  });
});

test.each(["en", "ru"] as const)("every function and argument has its help, %s", (language) => {
  const { voronka } = functionTexts(catalogue, language) as { voronka: Record<string, { summary: string; brief: string; args: Record<string, string> }> };
  for (const { name, args } of catalogue) {
    expect(voronka[name]?.summary).toBeTruthy();
    expect(Object.keys(voronka[name]?.args ?? {})).toEqual(args.map(({ key }) => key));
  }
});
