/** Values of the sheet's engine ↔ cells. The engine is a parameter: the browser imports it, Node must `require` it. */
import type { Nullable } from "@univerjs/core";
import type * as EngineFormula from "@univerjs/engine-formula";
import type { ArrayValueObject, BaseValueObject, ErrorValueObject } from "@univerjs/engine-formula";
import type { Cell, Result, Value } from "../../catalogue/grid";

/** The part of @univerjs/engine-formula that is used here. A plain import of it fails in Node: "Named export 'parse' not found". */
export type Engine = Pick<
  typeof EngineFormula,
  "BaseFunction" | "FunctionType" | "ErrorValueObject" | "ArrayValueObject" | "StringValueObject" | "NumberValueObject" | "BooleanValueObject" | "ErrorType"
>;

/**
 * The cells of a range that several formulas refer to: the engine gives all of them the same array, which lives as long as one
 * calculation, and so do its cells here.
 */
const rowsOf = new WeakMap<BaseValueObject, readonly (readonly Cell[])[]>();

/** An argument as it was written: rows of cells for a range or an array constant, null for one left out, otherwise one cell. */
export function fromEngine(value: BaseValueObject): unknown {
  if (!value.isArray()) return cellOf(value);
  const known = rowsOf.get(value);
  if (known) return known;
  const rows = (value as ArrayValueObject).getArrayValue().map((row) => Array.from(row, cellOf));
  rowsOf.set(value, rows);
  return rows;
}

/** A place without a value, a blank cell and an argument left out are all null. */
function cellOf(value: Nullable<BaseValueObject>): Cell {
  if (value === null || value === undefined || value.isNull()) return null;
  return value.isError() ? { error: (value as ErrorValueObject).getErrorType() } : value.getValue();
}

/** A result into the engine: a table spills, "" is a blank text and not a 0. */
export function toEngine(engine: Engine, result: Result): BaseValueObject {
  if (!Array.isArray(result)) return valueObject(engine, result as Value);
  const rows = (result as readonly (readonly Value[])[]).map((row) => row.map((value) => valueObject(engine, value)));
  return engine.ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

const valueObject = (engine: Engine, value: Value): BaseValueObject =>
  typeof value === "number" ? engine.NumberValueObject.create(value) : engine.StringValueObject.create(value);

/** The engine knows a closed list of error values; any other code becomes #VALUE!. */
export function errorObject(engine: Engine, code: string): BaseValueObject {
  const known = Object.values(engine.ErrorType).find((each) => each === code);
  return engine.ErrorValueObject.create(known ?? engine.ErrorType.VALUE);
}
