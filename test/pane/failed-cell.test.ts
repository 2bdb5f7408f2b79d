import { withCell } from "../../src/pane/failed-cell";

const MESSAGE = "created, row 10: found a blank cell; expected a value in each row that is not empty";
const told = (reference: string | null, message = MESSAGE) => withCell(message, (argument) => (argument === "created" ? reference : null));

test.each<[string | null, string]>([
  ["G2:G8801", "created, row 10 (G11): found a blank cell; expected a value in each row that is not empty"],
  ["$G$2:$G$8801", "created, row 10 (G11): found a blank cell; expected a value in each row that is not empty"],
  ["Deals!G5:G99", "created, row 10 (G14): found a blank cell; expected a value in each row that is not empty"],
  ["C1:N1", "created, row 10 (L1): found a blank cell; expected a value in each row that is not empty"],
  ["'My deals'!G5:G99", "created, row 10 (G14): found a blank cell; expected a value in each row that is not empty"],
])("an argument of %s: the cell is named", (reference, expected) => expect(told(reference)).toBe(expected));

test.each<[string, string | null]>([["whole columns, in which rows are counted as in the sheet", "G:G"], ["cells from the first row on", "G1:G8801"], ["several columns", "G2:H8801"], ["fewer rows than that", "G2:G5"], ["fewer cells in a row than that", "C2:F2"], ["a name", "Created"], ["no cells", null]])("%s: the message stays as it is", (_, reference) => expect(told(reference)).toBe(MESSAGE));

test("in Russian, too", () => expect(told("G2:G8801", "created, строка 1: получено: «Won»; нужно: дата")).toBe("created, строка 1 (G2): получено: «Won»; нужно: дата"));
test.each(["lost: nothing was given; this argument is required", "The profit per month is 0", "created: found 3 (row 2), 4 (row 3)"])("a message without a row stays as it is: %s", (message) => expect(told("G2:G8801", message)).toBe(message));

test("a key of options and its value are one row", () => expect(withCell("options, row 1: found #N/A; expected a value, not an error", () => "B4:C4")).toBe("options, row 1: found #N/A; expected a value, not an error"));
