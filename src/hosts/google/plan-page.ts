/** A report on a sheet of its own: cells and their looks, charts of Sheets. Each call is a request, so whole grids are handed over. */
import type { Notation } from "../../catalogue/notation";
import type { PageMade } from "../../plan/book";
import { alikeAreas, holesOf, mergedAreas, pageMade, sizeRuns, type LeftOut } from "../../plan/page-areas";
import { findingOf, gridOf, PAGE_LOOKS, type PageArea, type PageCell, type ReportPage } from "../../plan/report-page";
import { drawChart } from "./plan-charts";
import { makeRoom, makeSheet, pixels } from "./plan-sheet";
import { messageOf } from "./messages";
import { asWritten } from "./plan-text";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const PIXELS_PER_POINT = 96 / 72;
/** What Sheets calls no format of its own. */
const PLAIN = "General";
/** As low as a row may be. */
const LOWEST = 2;

export function makePage(book: GoogleAppsScript.Spreadsheet.Spreadsheet, page: ReportPage, notation: Notation): PageMade {
  const sheet = makeSheet(book, page.sheet, false, null, notation);
  const [rows, columns] = [page.heights.length, page.widths.length];
  makeRoom(sheet, rows, columns);
  writeCells(sheet.getRange(1, 1, rows, columns), page, notation);
  layOut(sheet, page);
  const leftOut = drawCharts(sheet, page);
  for (const { chart } of leftOut) {
    const { text } = PAGE_LOOKS[findingOf(chart).look];
    areaOf(sheet, chart.place).merge().setFontColor(text).setFontWeight("normal").getCell(1, 1).setValues([[asWritten(chart.title, notation)]]);
  }
  for (const { row, height, low } of holesOf(page, leftOut)) {
    sheet.setRowHeightsForced(row + 1, 1, Math.round(height * PIXELS_PER_POINT));
    if (low > 0) sheet.setRowHeightsForced(row + 2, low, LOWEST);
  }
  return pageMade(page, leftOut);
}

const areaOf = (sheet: Sheet, { row, column, rows, columns }: PageArea): Range => sheet.getRange(row + 1, column + 1, rows, columns);

/** Formats first: a number under that of a date is a date at once. */
function writeCells(whole: Range, page: ReportPage, notation: Notation): void {
  const grid = gridOf(page);
  const each = <T>(of: (cell: PageCell | null) => T): T[][] => grid.map((line) => line.map(of));
  const look = (cell: PageCell | null) => PAGE_LOOKS[cell?.look ?? "body"];
  whole.setNumberFormats(each((cell) => cell?.format ?? PLAIN));
  whole.setValues(each((cell) => asWritten(cell?.value ?? null, notation)));
  whole.setFontColors(each((cell) => look(cell).text)).setFontSizes(each((cell) => look(cell).size)).setFontWeights(each((cell) => (look(cell).bold ? "bold" : "normal")));
  whole.setHorizontalAlignments(each((cell) => cell?.align ?? null)).setWrap(true).setVerticalAlignment("top");
}

/** Fills and lines by areas: of a cell that spans, all of its columns have them. */
function layOut(sheet: Sheet, page: ReportPage): void {
  for (const [at, count, width] of sizeRuns(page.widths)) sheet.setColumnWidths(at + 1, count, pixels(width));
  for (const [at, count, height] of sizeRuns(page.heights)) sheet.setRowHeightsForced(at + 1, count, Math.round(height * PIXELS_PER_POINT));
  for (const area of mergedAreas(page)) areaOf(sheet, area).merge();
  const { SOLID } = SpreadsheetApp.BorderStyle;
  for (const area of alikeAreas(page)) {
    const { fill, line, above } = PAGE_LOOKS[area.look];
    const range = areaOf(sheet, area);
    if (fill !== null) range.setBackground(fill);
    if (line !== null) range.setBorder(null, null, true, null, null, true, line, SOLID);
    if (above !== null) range.setBorder(true, null, null, null, null, null, above, SOLID);
  }
  sheet.setHiddenGridlines(true);
}

/** One after the other, each asked for at once: what Sheets refuses is known then, and the page stays. */
function drawCharts(sheet: Sheet, page: ReportPage): readonly LeftOut[] {
  SpreadsheetApp.flush();
  return page.charts.flatMap((chart): LeftOut[] => {
    try {
      drawChart(sheet, chart, page);
      SpreadsheetApp.flush();
      return [];
    } catch (error) {
      return [{ chart, detail: messageOf(error) }];
    }
  });
}
