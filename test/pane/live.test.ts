import { findFunction } from "../../src/catalogue/index";
import { ENGLISH } from "../../src/catalogue/notation";
import { readArgument } from "../../src/pane/argument";
import { calculate } from "../../src/pane/live";
import { MemoryHost } from "./memory-host";

const host = () => new MemoryHost({ workbook: { Spend: [["Costs", "Customers"], [5000, 20], [1000, 10], [0, 0]], Other: [[1, 2]] } });
const cac = (memory: MemoryHost, typed: readonly string[], sheet = "") => {
  const def = findFunction("CAC");
  if (!def) throw new Error("no CAC");
  return calculate(def, typed.map((text) => readArgument(text, { shape: "range", notation: ENGLISH })), sheet, memory, "en");
};

test.each<[string, readonly string[], object]>([
  ["a value", ["Spend!A2:A3", "Spend!B2:B3"], { state: "value", value: 200 }],
  ["typed numbers", ["6000", "30"], { state: "value", value: 200 }],
  ["whole columns", ["Spend!A:A", "Spend!B:B"], { state: "value", value: 200 }],
  ["a blank required argument", ["Spend!A2:A3", ""], { state: "incomplete" }],
  ["a problem", ["=A1)", "1"], { state: "incomplete" }],
  ["a formula among the arguments", ["=SUM(A2:A3)", "30"], { state: "afterInserting" }],
])("%s", async (_, typed, expected) => expect(await cac(host(), typed)).toEqual(expected));

test("no customers: the sentence of the failure", async () =>
  expect(await cac(host(), ["Spend!A2:A3", "Spend!B4"])).toMatchObject({ state: "failure", failure: { code: "#DIV/0!", message: expect.stringMatching(/./) } }));
test("cells that the host refuses are named, with its reason", async () =>
  expect(await cac(host(), ["Nowhere!A1", "1"])).toEqual({ state: "unread", reference: "Nowhere!A1", reason: "There is no Nowhere!A1 in this workbook." }));
test("references without a sheet belong to the sheet of the formula", async () => {
  const memory = host();
  memory.select("Other!A1");
  expect(await cac(memory, ["A2:A3", "B2:B3"], "Spend")).toEqual({ state: "value", value: 200 });
  expect(memory.log).toEqual(["read Spend!A2:A3", "read Spend!B2:B3"]);
});
test("the same cells are asked for once", async () => {
  const memory = host();
  await cac(memory, ["Spend!B2:B3", "Spend!B2:B3"]);
  expect(memory.log).toEqual(["read Spend!B2:B3"]);
});
