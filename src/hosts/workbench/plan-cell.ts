/** A value of the plan as a cell of the sheet. */
import { CellValueType, type ICellData } from "@univerjs/core";
import { looksLikeFormula } from "../../catalogue/gate";
import { asColumns } from "../../catalogue/plan-names";
import type { CellWrite } from "../../plan/book";

/** A text is marked as one, so that no later typing of Enter in its cell makes a formula or a number of it. */
export function cellData(cell: Exclude<CellWrite, undefined>): ICellData {
  const blank = { f: null, si: null, p: null };
  if (cell === null || cell === "") return { ...blank, v: null, t: null };
  if (typeof cell === "object") return { ...blank, f: asColumns(cell.formula), v: null, t: null };
  if (typeof cell === "number") return { ...blank, v: cell, t: CellValueType.NUMBER };
  if (typeof cell === "boolean") return { ...blank, v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  const isDelicate = looksLikeFormula(cell) || (cell.trim() !== "" && Number.isFinite(Number(cell)));
  return { ...blank, v: cell, t: isDelicate ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

export const PIXELS_PER_CHARACTER = 7.5;
