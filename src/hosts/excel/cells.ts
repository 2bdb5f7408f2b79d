/** Excel's values, and nowhere else. What it does to them on the way in and out: docs/real-hosts.md, section "What Excel changes". */
import type { Cell, CellReader, Result, Table, Value } from "../../catalogue/grid";

/** The kinds of error cell that `basicValue` and `code` may name. */
const ERROR = /^#(?:[A-Z]+[!?]?|N\/A|DIV\/0!)$/;

type Carrier = { readonly type?: unknown; readonly code?: unknown; readonly basicValue?: unknown; readonly basicType?: unknown };

const errorCell = (code: unknown): Cell => ({ error: typeof code === "string" && ERROR.test(code) ? code : "#VALUE!" });

/**
 * What is neither a number nor text nor a boolean: an error cell (an object of the class CustomFunctions.Error, or
 * `{type: "Error", basicValue: "#N/A"}`), or a data type such as a stock or a formatted number, which carries its plain value.
 */
export const excelCells: CellReader = {
  readObject(value): Cell {
    const carrier = value as Carrier;
    if (carrier.type === "Error" || carrier.type === "CustomFunctionError") return errorCell(carrier.basicValue ?? carrier.code);
    if (carrier.basicType === "Error") return errorCell(carrier.basicValue);
    if (carrier.type === "Empty" || carrier.basicType === "Empty") return null;
    const plain = carrier.basicValue;
    return typeof plain === "number" || typeof plain === "string" || typeof plain === "boolean" ? plain : { error: "#VALUE!" };
  },
};

/**
 * What a function hands over to Excel. Inside arrays Excel checks nothing: NaN and Infinity become null in JSON, and the
 * cell then shows 0; a ragged table is undefined. None of it can come out of the catalogue; should it, the cell must say so.
 */
export function toExcel(result: Result, matrix: boolean): Value | Table {
  if (typeof result !== "object") {
    check(result);
    return matrix ? [[result]] : result;
  }
  const width = result[0]?.length ?? 0;
  if (width === 0) throw new TypeError("an empty table");
  for (const row of result) {
    if (row.length !== width) throw new TypeError("a table with rows of different length");
    row.forEach(check);
  }
  return result;
}

function check(value: unknown): void {
  if (typeof value === "string" || (typeof value === "number" && Number.isFinite(value))) return;
  throw new TypeError(`${String(value)} cannot be shown in a cell`);
}
