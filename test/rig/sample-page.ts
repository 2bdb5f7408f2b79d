/** A small report with everything that a page may have: for the hosts that make sheets of it. */
import type { ChartSeries, PageCell, ReportChart, ReportPage } from "../../src/plan/report-page";

export const FINDING = "Won: 40 % of the plan to date";
const cell = (row: number, column: number, value: PageCell["value"], more: Partial<PageCell> = {}): PageCell => ({ row, column, span: 1, value, format: null, look: "body", align: typeof value === "number" ? "right" : "left", ...more });
const series = (column: number, name: string, more: Partial<ChartSeries> = {}): ChartSeries => ({ column, name, draw: "column", look: "solid", colour: "#2f5d62", axis: "first", ...more });

/** Below what is printed. */
const [FUNNEL, MONTHS, DEVIATIONS, CAUSES] = [50, 56, 60, 64];

export const charts: Readonly<Record<ReportChart["kind"], ReportChart>> = {
  funnel: {
    kind: "funnel", title: FINDING, data: { row: FUNNEL, column: 0, rows: 4, columns: 3 }, isStacked: true, format: "#,##0", place: { row: 8, column: 0, rows: 8, columns: 4 },
    series: [series(2, "Distance", { draw: "bar", look: "hidden" }), series(1, "Deals", { draw: "bar" })],
  },
  "plan-fact": {
    kind: "plan-fact", title: "Revenue is 10 % behind", data: { row: MONTHS, column: 0, rows: 3, columns: 4 }, isStacked: false, format: "#,##0", place: { row: 17, column: 0, rows: 8, columns: 4 },
    series: [series(1, "Fact"), series(2, "Plan", { draw: "line", look: "outline", colour: "#4d5858" }), series(3, "Forecast", { draw: "line", look: "dashed", axis: "second" })],
  },
  deviation: {
    kind: "deviation", title: "=SUM is no finding", data: { row: DEVIATIONS, column: 0, rows: 3, columns: 3 }, isStacked: true, format: "+0%;-0%", place: { row: 26, column: 0, rows: 8, columns: 4 },
    series: [series(1, "Better", { draw: "bar", colour: "#1b66ab" }), series(2, "Worse", { draw: "bar", colour: "#b14100" })],
  },
  waterfall: {
    kind: "waterfall", title: "Revenue: 10 below the plan to date", data: { row: CAUSES, column: 0, rows: 4, columns: 4 }, isStacked: true, format: "#,##0", place: { row: 40, column: 0, rows: 8, columns: 4 },
    series: [series(1, "Bar from", { look: "hidden" }), series(2, "Plan", { look: "outline", colour: "#4d5858" }), series(3, "Worse", { colour: "#b14100" })],
  },
  capacity: {
    kind: "capacity", title: "Capacity covers the target", data: { row: MONTHS, column: 0, rows: 3, columns: 4 }, isStacked: true, format: "#,##0", place: { row: 35, column: 0, rows: 4, columns: 4 },
    series: [series(1, "Ramped"), series(2, "Ramping", { look: "dashed" }), series(3, "Target", { draw: "line", look: "outline" })],
  },
};

export const page: ReportPage = {
  sheet: "Report 2026-Q3 (31 Jul)", widths: [30, 14, 14, 14], heights: Array.from({ length: 68 }, (_, row) => (row === 0 ? 26 : 16)),
  cells: [
    cell(0, 0, "Report 2026-Q3", { span: 4, look: "title" }),
    cell(1, 0, "As of", { look: "label" }), cell(1, 1, 46234, { format: "yyyy-mm-dd" }),
    cell(2, 0, "Goal", { look: "header" }), cell(2, 1, "Target", { look: "header", align: "right" }), cell(2, 2, "Actual", { look: "header", align: "right" }), cell(2, 3, "Status", { look: "header" }),
    cell(3, 0, "=1+1"), cell(3, 1, 120000.5, { format: "#,##0" }), cell(3, 2, 0.25, { format: "0%" }), cell(3, 3, "At risk", { look: "warning" }),
    cell(4, 0, "00123"), cell(4, 1, 7), cell(4, 2, true), cell(4, 3, "Behind", { look: "bad" }),
    cell(5, 0, "'quoted, 3/4"), cell(5, 1, 8),
    cell(6, 0, "Total", { look: "total" }), cell(6, 1, 15, { look: "total" }),
    ...["Stage", "Deals", "Distance"].map((text, i) => cell(FUNNEL, i, text, { look: "quiet" })),
    ...[["Lead", 1000, 0], ["Meeting", 400, 300], ["Won", 30, 485]].flatMap((line, r) => line.map((value, i) => cell(FUNNEL + 1 + r, i, value, { look: "quiet" }))),
    ...["Month", "Fact", "Plan", "Forecast"].map((text, i) => cell(MONTHS, i, text, { look: "quiet" })),
    ...[["Jul", 90, 100, 90], ["Aug", null, 100, 190]].flatMap((line, r) => line.flatMap((value, i) => (value === null ? [] : [cell(MONTHS + 1 + r, i, value, { look: "quiet" })]))),
    ...["Goal", "Better", "Worse"].map((text, i) => cell(DEVIATIONS, i, text, { look: "quiet" })),
    cell(DEVIATIONS + 1, 0, "G-001", { look: "quiet" }), cell(DEVIATIONS + 1, 1, 0.2, { look: "quiet" }), cell(DEVIATIONS + 2, 0, "G-002", { look: "quiet" }), cell(DEVIATIONS + 2, 2, -0.1, { look: "quiet" }),
    ...["Cause", "Bar from", "Plan", "Worse"].map((text, i) => cell(CAUSES, i, text, { look: "quiet" })),
    ...[["Plan to date", null, 100, null], ["Volume", 90, null, 10], ["Deal size", 90, null, null]].flatMap((line, r) => line.flatMap((value, i) => (value === null ? [] : [cell(CAUSES + 1 + r, i, value, { look: "quiet" })]))),
  ],
  charts: Object.values(charts),
  print: { paper: "A4", orientation: "portrait", pagesAcross: 1, titleRows: 1, rows: 49, footer: { left: "R&D plan", right: "{page} of {pages}" } },
};
