/** Cells of a sheet as they go into the engine in one writing: values and number formats. */
import type { ICellData, IObjectMatrixPrimitiveType, Worksheet } from "@univerjs/core";
import type { CellWrite } from "../../plan/book";
import { cellData } from "./plan-cell";

export type Matrix = IObjectMatrixPrimitiveType<ICellData>;

export function matrixOf(row: number, column: number, cells: readonly (readonly CellWrite[])[], into: Matrix = {}): Matrix {
  cells.forEach((line, r) => line.forEach((cell, c) => {
    if (cell !== undefined) (into[row + r] ??= {})[column + c] = cellData(cell);
  }));
  return into;
}

export function addFormats(row: number, column: number, formats: readonly (readonly (string | undefined)[])[], into: Matrix): void {
  formats.forEach((line, r) => line.forEach((pattern, c) => {
    if (pattern === undefined) return;
    const cells = (into[row + r] ??= {});
    cells[column + c] = { ...cells[column + c], s: { n: { pattern } } };
  }));
}

/** The engine shows a number by the format of its cell and knows nothing of that of its column: a cell without one takes it over. */
export function takeColumnFormats(sheet: Worksheet, matrix: Matrix): void {
  const patterns = new Map<number, string | undefined>();
  const patternOf = (column: number): string | undefined => {
    if (!patterns.has(column)) patterns.set(column, sheet.getColumnStyle(column)?.n?.pattern);
    return patterns.get(column);
  };
  const hasOwn = (row: number, column: number): boolean => {
    const style = sheet.getCellRaw(row, column)?.s;
    return Boolean((typeof style === "string" ? sheet.getStyleDataByHash(style) : style)?.n);
  };
  for (const row of Object.keys(matrix).map(Number)) {
    const cells = matrix[row]!;
    for (const column of Object.keys(cells).map(Number)) {
      const cell = cells[column]!;
      const pattern = cell.s ? undefined : patternOf(column);
      if (pattern !== undefined && !hasOwn(row, column)) cell.s = { n: { pattern } };
    }
  }
}
