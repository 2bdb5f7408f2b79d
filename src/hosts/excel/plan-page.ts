/** A report on a sheet of its own: cells and their looks, what is printed, charts of Excel. */
import type { PageMade } from "../../plan/book";
import { alikeAreas, holesOf, mergedAreas, pageMade, printedRows, sizeRuns, type AlikeArea, type LeftOut } from "../../plan/page-areas";
import { findingOf, gridOf, PAGE_LOOKS, type PageArea, type ReportChart, type ReportPage } from "../../plan/report-page";
import { lettersOf } from "../../plan/project";
import { attempt } from "./plan-attempt";
import { drawCharts } from "./plan-charts";
import { calculateOnce, points } from "./plan-sheet";
import { excelCell } from "./plan-text";

/** Cells in one exchange: office.js cuts larger blocks by itself, and one exchange carries 5 MB at most. */
const CELLS_AT_ONCE = 1000;
/** Points of a row that is there for nothing. */
const LOWEST = 1;

/** With its name at once: giving it one later would clear the user's list of undo steps. The user stays where he is. */
export async function addPage(context: Excel.RequestContext, page: ReportPage): Promise<PageMade> {
  const sheet = context.workbook.worksheets.add(page.sheet);
  await context.sync();
  await writeCells(context, sheet, page);
  await layOut(context, sheet, page);
  const leftOut = await drawCharts(context, sheet, page.charts);
  await setUp(context, sheet, page, leftOut);
  return pageMade(page, leftOut);
}

const areaOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: PageArea): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);

/** Formats first: under that of a date a number stays what it is. */
async function writeCells(context: Excel.RequestContext, sheet: Excel.Worksheet, page: ReportPage): Promise<void> {
  const grid = gridOf(page);
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / page.widths.length));
  for (let row = 0; row < grid.length; row += atOnce) {
    calculateOnce(context);
    const lines = grid.slice(row, row + atOnce);
    const range = areaOf(sheet, { row, column: 0, rows: lines.length, columns: page.widths.length });
    range.numberFormat = lines.map((line) => line.map((cell) => cell?.format ?? "General"));
    range.formulas = lines.map((line) => line.map((cell) => excelCell(cell?.value ?? null, page.sheet)));
    await context.sync();
  }
}

async function layOut(context: Excel.RequestContext, sheet: Excel.Worksheet, page: ReportPage): Promise<void> {
  for (const [at, count, width] of sizeRuns(page.widths)) sheet.getRange(`${lettersOf(at)}:${lettersOf(at + count - 1)}`).format.columnWidth = points(width);
  for (const [at, count, height] of sizeRuns(page.heights)) sheet.getRange(`${at + 1}:${at + count}`).format.rowHeight = height;
  for (const area of mergedAreas(page)) areaOf(sheet, area).merge();
  const whole = areaOf(sheet, { row: 0, column: 0, rows: page.heights.length, columns: page.widths.length });
  whole.format.wrapText = true;
  whole.format.verticalAlignment = Excel.VerticalAlignment.top;
  for (const area of alikeAreas(page)) paint(areaOf(sheet, area), area);
  await context.sync();
}

function paint({ format }: Excel.Range, { look, align, rows }: AlikeArea): void {
  const { bold, size, text, fill, line, above } = PAGE_LOOKS[look];
  format.font.bold = bold;
  format.font.size = size;
  format.font.color = text;
  format.horizontalAlignment = align === "right" ? Excel.HorizontalAlignment.right : Excel.HorizontalAlignment.left;
  if (fill !== null) format.fill.color = fill;
  const rule = (edge: Excel.BorderIndex, colour: string): void => {
    const border = format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.weight = Excel.BorderWeight.thin;
    border.color = colour;
  };
  if (line !== null) {
    rule(Excel.BorderIndex.edgeBottom, line);
    if (rows > 1) rule(Excel.BorderIndex.insideHorizontal, line);
  }
  if (above !== null) rule(Excel.BorderIndex.edgeTop, above);
}

/** Apart from each other: a report is a report without them. */
async function setUp(context: Excel.RequestContext, sheet: Excel.Worksheet, page: ReportPage, leftOut: readonly LeftOut[]): Promise<void> {
  const wish = async (set: string, ...wishes: readonly (() => void)[]): Promise<boolean> => Office.context.requirements.isSetSupported("ExcelApi", set) && attempt(context, ...wishes);
  const { pageLayout } = sheet;
  const { titleRows, footer, pagesAcross } = page.print;
  if (leftOut.length > 0) await wish("1.2", () => {
    for (const { chart } of leftOut) say(sheet, chart, page.sheet);
    for (const { row, height, low } of holesOf(page, leftOut)) {
      sheet.getRange(`${row + 1}:${row + 1}`).format.rowHeight = height;
      if (low > 0) sheet.getRange(`${row + 2}:${row + 1 + low}`).format.rowHeight = LOWEST;
    }
  });
  await wish("1.8", () => { sheet.showGridlines = false; });
  await wish("1.9",
    () => { pageLayout.paperSize = Excel.PaperType.a4; },
    () => { pageLayout.orientation = Excel.PageOrientation.portrait; },
    () => pageLayout.setPrintArea(areaOf(sheet, { row: 0, column: 0, rows: printedRows(page, leftOut), columns: page.widths.length })),
    () => pageLayout.setPrintTitleRows(`$1:$${titleRows}`),
    () => {
      const { defaultForAllPages: all } = pageLayout.headersFooters;
      all.leftFooter = footerText(footer.left);
      all.rightFooter = footerText(footer.right).replace("{page}", "&P").replace("{pages}", "&N");
    },
  );
  // As many pages down as it takes is 0 there, which not every version knows.
  if (await wish("1.9", () => { pageLayout.zoom = { horizontalFitToPages: pagesAcross, verticalFitToPages: 0 }; })) return;
  await wish("1.9", () => { pageLayout.zoom = { horizontalFitToPages: pagesAcross }; });
}

/** What a chart would have said, in its place. */
function say(sheet: Excel.Worksheet, chart: ReportChart, name: string): void {
  const { row, column, look, align, value } = findingOf(chart);
  sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[excelCell(value, name)]];
  const place = areaOf(sheet, chart.place);
  place.merge();
  paint(place, { ...chart.place, look, align });
}

/** A footer takes 255 characters, all three parts of it together; `&` begins a code of Excel's. */
const footerText = (text: string): string => text.slice(0, 80).replace(/&/g, "&&");
