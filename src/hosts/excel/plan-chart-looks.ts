/** How a chart looks once it stands: plan as an outline, fact solid, what is to come dashed; pale axes; numbers at the bars. */
import { attempt } from "./plan-attempt";
import type { ChartSeries, ReportChart } from "../../plan/report-page";

const [INK, QUIET, AXIS, PAPER] = ["#1f2a2a", "#556060", "#d9dddd", "#ffffff"];
const [TITLE_SIZE, TEXT_SIZE, LINE] = [11, 9, 1.75];
/** Between bars, in per cent of their width. */
const GAP = 40;
/** More numbers than this at one row of bars cover each other. */
const MOST_LABELS = 13;

/** Where something is refused it stays as Excel made it in this. */
export async function dressChart(context: Excel.RequestContext, made: Excel.Chart, chart: ReportChart): Promise<void> {
  await attempt(context, ...[series, title, axes, secondAxis, legend, labels].map((wish) => () => wish(made, chart)));
}

function series(made: Excel.Chart, chart: ReportChart): void {
  chart.series.forEach((each, i) => {
    if (each.look !== "hidden") draw(made.series.getItemAt(i), each);
  });
  // A month without a fact is no month with a fact of 0.
  made.displayBlanksAs = Excel.ChartDisplayBlanksAs.notPlotted;
  if (chart.series[0]!.draw !== "line") made.series.getItemAt(0).gapWidth = GAP;
}

function draw(one: Excel.ChartSeries, { draw: how, look, colour }: ChartSeries): void {
  const { fill, line } = one.format;
  if (how === "line") {
    one.markerStyle = Excel.ChartMarkerStyle.none;
    one.smooth = false;
  } else {
    // A bar to the left has the colour of its series, too.
    one.invertIfNegative = false;
    if (look === "solid") return fill.setSolidColor(colour);
    fill.clear();
  }
  line.color = colour;
  line.weight = LINE;
  line.lineStyle = look === "dashed" ? Excel.ChartLineStyle.dash : Excel.ChartLineStyle.continuous;
}

function title(made: Excel.Chart, chart: ReportChart): void {
  const { font } = made.title.format;
  font.size = TITLE_SIZE;
  font.bold = true;
  font.color = INK;
  // A chart has no text for those who cannot see it but its name.
  made.name = chart.title;
}

function axes({ axes: { categoryAxis, valueAxis } }: Excel.Chart, { kind, series: all, format }: ReportChart): void {
  for (const axis of [categoryAxis, valueAxis]) {
    axis.format.line.color = AXIS;
    axis.format.font.color = QUIET;
    axis.format.font.size = TEXT_SIZE;
  }
  valueAxis.numberFormat = format;
  // Months side by side, also where some are missing.
  categoryAxis.categoryType = Excel.ChartAxisCategoryType.textAxis;
  valueAxis.majorGridlines.format.line.color = AXIS;
  if (all[0]!.draw === "bar") {
    // The first row on top, and the scale below nevertheless.
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = Excel.ChartAxisPosition.maximum;
  }
  // Names beside bars that go to the left as well.
  if (kind === "deviation") categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  if (kind === "funnel") {
    valueAxis.majorGridlines.visible = false;
    valueAxis.visible = false;
  }
}

function secondAxis(made: Excel.Chart, { series: all, format }: ReportChart): void {
  if (!all.some(({ axis }) => axis === "second")) return;
  const second = made.axes.getItem(Excel.ChartAxisType.value, Excel.ChartAxisGroup.secondary);
  second.numberFormat = format;
  second.format.line.color = AXIS;
  second.format.font.color = QUIET;
  second.format.font.size = TEXT_SIZE;
}

function legend(made: Excel.Chart, { series: all }: ReportChart): void {
  const isShown = all.filter(({ look }) => look !== "hidden").length > 1;
  made.legend.visible = isShown;
  if (!isShown) return;
  made.legend.position = Excel.ChartLegendPosition.bottom;
  made.legend.format.font.size = TEXT_SIZE;
  made.legend.format.font.color = QUIET;
  all.forEach(({ look }, i) => {
    if (look === "hidden") made.legend.legendEntries.getItemAt(i).visible = false;
  });
}

/** On a pale ground of their own: a number may be wider than its bar. */
function labels(made: Excel.Chart, { series: all, data, format }: ReportChart): void {
  if (data.rows - 1 > MOST_LABELS) return;
  all.forEach(({ draw: how, look }, i) => {
    if (how === "line" || look === "hidden" || look === "dashed") return;
    const one = made.series.getItemAt(i);
    one.hasDataLabels = true;
    one.dataLabels.showValue = true;
    one.dataLabels.numberFormat = format;
    one.dataLabels.format.font.size = TEXT_SIZE;
    one.dataLabels.format.font.color = INK;
    one.dataLabels.format.fill.setSolidColor(PAPER);
  });
}
