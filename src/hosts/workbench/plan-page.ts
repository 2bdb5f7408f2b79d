/** A report as a sheet of the workbench. */
import type { IBorderData, ICellData, IColumnData, IRowData, IStyleData, IWorksheetData } from "@univerjs/core";
import type { PageMade } from "../../plan/book";
import { PAGE_LOOKS, withoutCharts, type PageCell, type ReportPage } from "../../plan/report-page";
import { cellData, PIXELS_PER_CHARACTER } from "./plan-cell";

/** Charts are pictures of the pane here; nothing draws into a sheet. */
export const PAGE_MADE: PageMade = {
  charts: "none",
  reason: { en: "Charts are not drawn into sheets here: they are in the pane, and what they say stands on the sheet as text.", ru: "Диаграммы здесь на листе не рисуются: они есть в панели, а их выводы записаны на листе текстом." },
};

const PIXELS_PER_POINT = 96 / 72;
const [LEFT, RIGHT, TOP, WRAP, THIN] = [1, 3, 1, 3, 1];

export function pageData(made: ReportPage): Partial<IWorksheetData> {
  const page = withoutCharts(made);
  const cells: Record<number, Record<number, ICellData>> = {};
  const merged: { readonly startRow: number; readonly endRow: number; readonly startColumn: number; readonly endColumn: number }[] = [];
  for (const cell of page.cells) {
    const { row, column, span, value } = cell;
    const line = (cells[row] ??= {});
    const s = styleOf(cell);
    line[column] = { ...cellData(value), s };
    // Merged cells have their lines each.
    for (let i = 1; i < span; i += 1) line[column + i] = { s };
    if (span > 1) merged.push({ startRow: row, endRow: row, startColumn: column, endColumn: column + span - 1 });
  }
  return {
    name: page.sheet, showGridlines: 0, cellData: cells, mergeData: merged, rowCount: page.heights.length + SPARE, columnCount: page.widths.length + SPARE,
    columnData: Object.fromEntries(page.widths.map((width, i): [number, IColumnData] => [i, { w: Math.round(width * PIXELS_PER_CHARACTER) }])),
    rowData: Object.fromEntries(page.heights.map((height, i): [number, Partial<IRowData>] => [i, { h: Math.round(height * PIXELS_PER_POINT), ia: 0 }])),
  };
}

/** Rows and columns beside the page. */
const SPARE = 20;

function styleOf({ look, format, align }: PageCell): IStyleData {
  const { bold, size, text, fill, line, above } = PAGE_LOOKS[look];
  const rule = (rgb: string) => ({ s: THIN, cl: { rgb } });
  const borders: IBorderData = { ...(line && { b: rule(line) }), ...(above && { t: rule(above) }) };
  return {
    fs: size, bl: bold ? 1 : 0, cl: { rgb: text }, ht: align === "right" ? RIGHT : LEFT, vt: TOP, tb: WRAP,
    ...(fill && { bg: { rgb: fill } }), ...((line || above) && { bd: borders }), ...(format !== null && { n: { pattern: format } }),
  };
}
