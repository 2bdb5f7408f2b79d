/** Excel's values on the way in and out. */
import { excelCells, toExcel } from "../../../src/hosts/excel/cells";

describe("readObject", () => {
  test.each([
    ["an error cell with a data type", { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" }, { error: "#N/A" }],
    ["an error cell as CustomFunctions.Error", Object.assign(new Error(""), { type: "Error", code: "#DIV/0!", basicValue: "#DIV/0!" }), { error: "#DIV/0!" }],
    ["an error cell of an older runtime", { type: "CustomFunctionError", code: "#REF!" }, { error: "#REF!" }],
    ["an error cell without a code", { type: "Error" }, { error: "#VALUE!" }],
    ["an error cell with a code that is none", { type: "Error", basicValue: "<b>" }, { error: "#VALUE!" }],
    ["an entity, whose plain value is an error", { type: "Entity", basicType: "Error", basicValue: "#VALUE!", text: "Acme" }, { error: "#VALUE!" }],
    ["a formatted number", { type: "FormattedNumber", basicType: "Double", basicValue: 0.25, numberFormat: "0%" }, 0.25],
    ["a linked data type with text", { type: "LinkedEntity", basicType: "String", basicValue: "MSFT" }, "MSFT"],
    ["a logical value", { type: "Boolean", basicValue: true }, true],
    ["an empty value", { type: "Empty", basicType: "Empty", basicValue: "" }, null],
    ["an array inside a cell", { type: "Array", elements: [[1]] }, { error: "#VALUE!" }],
    ["anything else", {}, { error: "#VALUE!" }],
  ])("%s", (_, value, cell) => expect(excelCells.readObject(value)).toEqual(cell));
});

describe("toExcel", () => {
  test.each([
    [0.5, false, 0.5],
    [0.5, true, [[0.5]]],
    ["done", true, [["done"]]],
    [[["a", 1], ["", 2]], true, [["a", 1], ["", 2]]],
  ])("%j", (result, matrix, shown) => expect(toExcel(result, matrix)).toEqual(shown));
  test.each([
    ["NaN", NaN], ["Infinity in a table", [[1], [Infinity]]], ["null in a table", [[null]]], ["undefined", undefined],
    ["a ragged table", [[1, 2], [3]]], ["an empty table", []], ["an empty row", [[]]], ["a logical value", [[true]]],
  ])("%s never reaches a cell", (_, result) => expect(() => toExcel(result as never, true)).toThrow(TypeError));
});
