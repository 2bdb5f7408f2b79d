/** A headless workbook as the plan's book needs it: the same reading as on the page. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { BookSheets } from "../../src/hosts/workbench/plan-book";
import type { HeadlessBook } from "./univer";

export function bookSheets(book: HeadlessBook): BookSheets {
  const matrix = (sheetId: string) => book.api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet().getCellMatrix();
  return {
    api: book.api,
    used: (sheetId) => ({ rows: matrix(sheetId)?.getLength() ?? 0, columns: (matrix(sheetId)?.getRange().endColumn ?? -1) + 1 }),
    cells: (sheetId, { row, column, rows, columns }) => Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => book.value(sheetId, row + r, column + c))),
    formulas(sheetId) {
      const found: { row: number; column: number; formula: string }[] = [];
      matrix(sheetId)?.forValue((row, column, cell: Nullable<ICellData>) => {
        if (cell?.f) found.push({ row, column, formula: cell.f });
      });
      return found;
    },
    endEditing: () => Promise.resolve(), // nobody types here
  };
}
