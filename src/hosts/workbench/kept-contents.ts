/** What was read of sheets that have not changed since: the same object each time, so that it need not be understood again. */
import { CommandType } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { SheetContent } from "../../plan/book";
import { isOfNotes, RESULTS, type Mutation } from "./mutation";

const SPILLS = "formula.mutation.set-array-formula-data";
/** By workbook and sheet. */
type Sheets = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;
type Params = { readonly unitId?: string; readonly subUnitId?: string; readonly unitData?: Sheets; readonly arrayFormulaRange?: Sheets; readonly arrayFormulaCellData?: Sheets };

export const sheetKey = (unit: string, sheet: string): string => `${unit}\u0001${sheet}`;
const keysOf = (sheets: Sheets | undefined): readonly string[] => Object.entries(sheets ?? {}).flatMap(([unit, each]) => Object.keys(each ?? {}).map((sheet) => sheetKey(unit, sheet)));

/** @returns by `sheetKey`; a sheet is forgotten by itself when anything in it changes */
export function keptContents(api: FUniver): Map<string, SheetContent> {
  const kept = new Map<string, SheetContent>();
  let spilled: readonly string[] = [];
  const forget = (keys: readonly string[]) => keys.forEach((key) => kept.delete(key));
  api.addEvent(api.Event.CommandExecuted, (command: Mutation) => {
    const { id, type, params } = command;
    if (type !== CommandType.MUTATION || isOfNotes(command)) return;
    const { unitId, subUnitId, unitData, arrayFormulaRange, arrayFormulaCellData } = (params ?? {}) as Params;
    if (id === RESULTS) forget(keysOf(unitData));
    else if (id === SPILLS) {
      // Where one was before there may be none now.
      forget(spilled);
      forget((spilled = [...keysOf(arrayFormulaRange), ...keysOf(arrayFormulaCellData)]));
    } else if (unitId !== undefined && subUnitId !== undefined) kept.delete(sheetKey(unitId, subUnitId));
    else if (id.startsWith("sheet.mutation.")) kept.clear();
  });
  return kept;
}
