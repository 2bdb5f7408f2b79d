/**
 * Charts of a report as those of Sheets. It has no funnel: bars stacked on a distance in the colour of the paper stand in the middle. Its
 * waterfall takes no totals from a script, so that the fact would be added to the causes: stacked columns do without them.
 */
import type { ChartSeries, ReportChart, ReportPage } from "../../plan/report-page";
import { pixels } from "./plan-sheet";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const [INK, QUIET, AXIS, PAPER] = ["#1f2a2a", "#556060", "#d9dddd", "#ffffff"];
const [TITLE_SIZE, TEXT_SIZE] = [12, 9];
const PIXELS_PER_POINT = 96 / 72;
/** More numbers than this at one row of bars cover each other. */
const MOST_LABELS = 12;

export function drawChart(sheet: Sheet, chart: ReportChart, page: Pick<ReportPage, "widths" | "heights">): void {
  const { data, place, series } = chart;
  const column = (at: number) => sheet.getRange(data.row + 1, at + 1, data.rows, 1);
  const isLying = series.some(({ draw }) => draw === "bar");
  const builder = sheet.newChart().setChartType(isLying ? Charts.ChartType.BAR : Charts.ChartType.COMBO).addRange(column(data.column));
  for (const each of series) builder.addRange(column(each.column));
  builder.setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS).setNumHeaders(1).setPosition(place.row + 1, place.column + 1, 0, 0);
  const size = (sizes: readonly number[], from: number, count: number, of: (each: number) => number): number => sizes.slice(from, from + count).reduce((sum, each) => sum + of(each), 0);
  const options = {
    ...optionsOf(chart, isLying),
    width: size(page.widths, place.column, place.columns, pixels), height: Math.round(size(page.heights, place.row, place.rows, (height) => height * PIXELS_PER_POINT)),
  };
  for (const [name, value] of Object.entries(options)) builder.setOption(name, value);
  sheet.insertChart(builder.build());
}

function optionsOf({ kind, title, series, data, isStacked, format }: ReportChart, isLying: boolean): Readonly<Record<string, unknown>> {
  const text = { color: QUIET, fontSize: TEXT_SIZE };
  const isFunnel = kind === "funnel";
  const values = { format, textStyle: text, gridlines: { color: isFunnel ? PAPER : AXIS }, baselineColor: AXIS, ...(isFunnel && { textPosition: "none" }) };
  const names = { textStyle: text };
  const labels = data.rows - 1 <= MOST_LABELS;
  return {
    title, titleTextStyle: { color: INK, fontSize: TITLE_SIZE, bold: true },
    useFirstColumnAsDomain: true, treatLabelsAsText: true, interpolateNulls: false,
    isStacked, legend: { position: series.filter(({ look }) => look !== "hidden").length > 1 ? "bottom" : "none", textStyle: text },
    series: Object.fromEntries(series.map((each, i) => [i, seriesOf(each, labels)])),
    ...(isLying ? { hAxis: values, vAxis: names } : { hAxis: names, vAxes: series.some(({ axis }) => axis === "second") ? { 0: values, 1: { ...values, gridlines: { color: PAPER } } } : { 0: values } }),
  };
}

function seriesOf({ name, draw, look, colour, axis }: ChartSeries, labels: boolean): Readonly<Record<string, unknown>> {
  if (look === "hidden") return { color: PAPER, visibleInLegend: false, ...(draw === "column" && { type: "bars" }) };
  const own = { color: colour, labelInLegend: name, targetAxisIndex: axis === "second" ? 1 : 0 };
  if (draw === "line") return { ...own, type: "line", lineWidth: 2, pointSize: 0, ...(look === "dashed" && { lineDashStyle: [6, 4] }) };
  // Sheets draws no outline of a column: what is not a fact is paler.
  return { ...own, ...(draw === "column" && { type: "bars" }), ...(look !== "solid" && { dataOpacity: 0.4 }), ...(look !== "dashed" && labels && { dataLabel: "value" }) };
}
