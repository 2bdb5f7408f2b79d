/**
 * Entry of functions.js: what Excel calls. Associated at once, at top level: what is associated after `Office.onReady` is `#NAME?`.
 * Excel appends its invocation object to the arguments of a call; here it is not used.
 */
import { call, type Failure } from "../../catalogue/call";
import type { FunctionDef } from "../../catalogue/define";
import type { Table, Value } from "../../catalogue/grid";
import { catalogue } from "../../catalogue/index";
import { excelCells, toExcel } from "./cells";
import { currentLanguage } from "./language";
import { isMatrix } from "./metadata";

/** More than any function has; fixed, because a rest parameter would take the invocation object too. */
const MOST_ARGUMENTS = 12;

// Where Office did not load the page says so (pane.tsx); there is nobody to answer.
const reachable = typeof CustomFunctions !== "undefined";
for (const def of reachable ? catalogue : []) {
  if (def.args.length > MOST_ARGUMENTS) throw new Error(`${def.id} has more arguments than functions.ts takes`);
  CustomFunctions.associate(
    def.id,
    (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown, g: unknown, h: unknown, i: unknown, j: unknown, k: unknown, l: unknown) =>
      answer(def, [a, b, c, d, e, f, g, h, i, j, k, l]),
  );
}

/** @throws CustomFunctions.Error, the only thing whose text Excel shows */
function answer(def: FunctionDef, taken: readonly unknown[]): Value | Table {
  const values = taken.slice(0, def.args.length);
  // Excel keeps functions.json up to a day: after an update it may still send the shorter list of arguments, and then its
  // invocation object stands where the new argument belongs.
  const invocation = values.findIndex(isInvocation);
  const given = invocation < 0 ? values : values.slice(0, invocation);
  let outcome;
  try {
    outcome = call(def, given, { language: currentLanguage(), cells: excelCells });
    if ("value" in outcome) return toExcel(outcome.value, isMatrix(def));
  } catch (fault) {
    // A fault of ours. Excel would drop the text of any other error and show a bare #VALUE!.
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `${def.name}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  throw excelError(outcome.failure);
}

const isInvocation = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "functionName" in value && !("basicValue" in value) && !("type" in value);

/** Excel shows the message of #VALUE! and #N/A only. An error cell is handed on as it came, where Excel lets a function return it. */
function excelError({ code, message }: Failure): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  switch (code) {
    case "#VALUE!": return new CustomFunctions.Error(ErrorCode.invalidValue, message);
    case "#N/A": return new CustomFunctions.Error(ErrorCode.notAvailable, message);
    case "#DIV/0!": return new CustomFunctions.Error(ErrorCode.divisionByZero, message);
    case "#NUM!": return new CustomFunctions.Error(ErrorCode.invalidNumber, message);
    case "#NULL!": return new CustomFunctions.Error(ErrorCode.nullReference, message);
    default: return new CustomFunctions.Error(ErrorCode.invalidValue, message.includes(code) ? message : `${code} ${message}`);
  }
}
