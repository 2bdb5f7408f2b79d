/**
 * Charts of a report as Excel's own. Each is made whole or not at all; its finer looks are tried one after the other, because versions
 * differ in what they let be changed. A waterfall is stacked columns on a hidden one: of Excel's own kind no script may say which point is a
 * total, so that the fact would be added to the causes.
 */
import type { LeftOut } from "../../plan/page-areas";
import type { ChartSeries, PageArea, ReportChart } from "../../plan/report-page";
import { dressChart } from "./plan-chart-looks";

/** Series with values of their own came in one, an axis on the right in the next. */
const [NEEDS, NEEDS_SECOND_AXIS, NEEDS_FUNNEL] = ["1.7", "1.8", "1.9"];
const has = (set: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", set);

/** @returns those that could not be drawn */
export async function drawCharts(context: Excel.RequestContext, sheet: Excel.Worksheet, charts: readonly ReportChart[]): Promise<readonly LeftOut[]> {
  const leftOut: LeftOut[] = [];
  for (const chart of charts) {
    try {
      if (!(await drawFunnel(context, sheet, chart))) await draw(context, sheet, chart);
    } catch (error) {
      leftOut.push({ chart, detail: String((error as { readonly message?: unknown } | null)?.message ?? error) });
    }
  }
  return leftOut;
}

const areaOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: PageArea): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);
/** Its rows without the header. */
const columnOf = (sheet: Excel.Worksheet, { data }: ReportChart, column: number): Excel.Range => areaOf(sheet, { row: data.row + 1, column, rows: data.rows - 1, columns: 1 });

/** A sentence, whatever it begins with: Excel takes a title with = in front for a reference. */
const titleOf = ({ title }: ReportChart): string => (title.startsWith("=") ? ` ${title}` : title);

/**
 * Excel's own funnel belongs to the charts of 2016, of which little but their place may be touched. Where it is refused, or will not
 * take its title, which is the finding, there are bars instead. @returns whether it stands
 */
async function drawFunnel(context: Excel.RequestContext, sheet: Excel.Worksheet, chart: ReportChart): Promise<boolean> {
  const shown = chart.series.find(({ look }) => look !== "hidden");
  if (chart.kind !== "funnel" || !shown || shown.column !== chart.data.column + 1 || !has(NEEDS_FUNNEL)) return false;
  let made: Excel.Chart | null = null;
  try {
    const adding = sheet.charts.add(Excel.ChartType.funnel, areaOf(sheet, { ...chart.data, columns: 2 }), Excel.ChartSeriesBy.columns);
    await context.sync();
    made = adding;
    put(made, sheet, chart);
    made.title.text = titleOf(chart);
    await context.sync();
    return true;
  } catch {
    if (made) await remove(context, made);
    return false;
  }
}

async function draw(context: Excel.RequestContext, sheet: Excel.Worksheet, chart: ReportChart): Promise<void> {
  const needed = chart.series.some(({ axis }) => axis === "second") ? NEEDS_SECOND_AXIS : NEEDS;
  if (!has(needed)) throw new Error(`ExcelApi ${needed}`);
  const [first] = chart.series;
  const made = sheet.charts.add(typeOf(first!, chart), columnOf(sheet, chart, first!.column), Excel.ChartSeriesBy.columns);
  await context.sync();
  try {
    made.series.load("count");
    await context.sync();
    // How many series Excel sees in cells is its own affair: all of ours are said one by one.
    const found = made.series.count;
    chart.series.forEach((series, i) => {
      const one = i < found ? made.series.getItemAt(i) : made.series.add(series.name);
      one.name = series.name;
      one.setValues(columnOf(sheet, chart, series.column));
      one.setXAxisValues(columnOf(sheet, chart, chart.data.column));
      if (typeOf(series, chart) !== typeOf(first!, chart)) one.chartType = typeOf(series, chart);
      if (series.axis === "second") one.axisGroup = Excel.ChartAxisGroup.secondary;
      if (series.look === "hidden") {
        one.format.fill.clear();
        one.format.line.clear();
      }
    });
    for (let extra = found - 1; extra >= chart.series.length; extra -= 1) made.series.getItemAt(extra).delete();
    put(made, sheet, chart);
    made.title.text = titleOf(chart);
    await context.sync();
  } catch (error) {
    await remove(context, made);
    throw error;
  }
  await dressChart(context, made, chart);
}

function typeOf({ draw: how }: ChartSeries, { isStacked }: ReportChart): Excel.ChartType {
  if (how === "line") return Excel.ChartType.line;
  if (how === "bar") return isStacked ? Excel.ChartType.barStacked : Excel.ChartType.barClustered;
  return isStacked ? Excel.ChartType.columnStacked : Excel.ChartType.columnClustered;
}

function put(made: Excel.Chart, sheet: Excel.Worksheet, { place }: ReportChart): void {
  const end = { row: place.row + place.rows - 1, column: place.column + place.columns - 1, rows: 1, columns: 1 };
  made.setPosition(areaOf(sheet, { ...place, rows: 1, columns: 1 }), areaOf(sheet, end));
}

/** Half a chart is worse than none. */
async function remove(context: Excel.RequestContext, made: Excel.Chart): Promise<void> {
  try {
    made.delete();
    await context.sync();
  } catch {
    // Then it stays, and what is missing is told all the same.
  }
}
