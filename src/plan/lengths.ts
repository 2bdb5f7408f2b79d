/** What a cell of every program takes: asked before an action is kept anywhere, because one that can never be written would stand in the way of all others. */
import { isFormula } from "./change";
import { tableOf, type Operation } from "./operation";
import type { Typed } from "./plan";
import type { TableKey } from "./tables";

/** Characters. Excel takes no more; Sheets would. */
export const LONGEST_TEXT = 32_767;
export const LONGEST_FORMULA = 8192;

/** A field that is longer than `most`. */
export type TooLong = { readonly table: TableKey; readonly field: string; readonly most: number };

export const isTooLong = (typed: Typed): boolean => (isFormula(typed) ? typed.formula.length > LONGEST_FORMULA : typeof typed === "string" && typed.length > LONGEST_TEXT);

/** The first field that no cell takes; null where all of them fit. */
export function tooLong(operations: readonly Operation[]): TooLong | null {
  for (const operation of operations) {
    for (const [field, typed] of Object.entries("fields" in operation ? operation.fields : {})) {
      if (isTooLong(typed)) return { table: tableOf(operation), field, most: isFormula(typed) ? LONGEST_FORMULA : LONGEST_TEXT };
    }
  }
  return null;
}
