/** What is drawn in a report, and the tables of numbers it is drawn from. Colours are those of the pictures in the pane, on white. */
import type { Report, ReportCell, ReportTable } from "./report";
import type { ChartSeries, ReportChart } from "./report-page";
import { REPORT_WORDS as W } from "./report-words";
import type { Words } from "./words";

export type ChartKind = ReportChart["kind"];
/** A table of numbers: its first column names the rows. */
export type FigureTable = { readonly headers: readonly string[]; readonly rows: ReportTable["rows"] };

const [FACT, PALE, PLAN, GOOD, POOR] = ["#2f5d62", "#a9c6c8", "#4d5858", "#1b66ab", "#b14100"];
const series = (column: number, draw: ChartSeries["draw"], look: ChartSeries["look"], colour: string, axis: ChartSeries["axis"] = "first") => ({ column, draw, look, colour, axis });

type Drawing = Pick<ReportChart, "isStacked" | "format"> & { readonly series: readonly Omit<ChartSeries, "name">[]; /** The half of the page. */ readonly side: 0 | 1 };
export const DRAWINGS: Readonly<Record<ChartKind, Drawing>> = {
  "plan-fact": {
    side: 0, isStacked: false, format: "#,##0",
    series: [series(2, "column", "solid", FACT!), series(1, "line", "outline", PLAN!), series(4, "line", "solid", FACT!, "second"), series(3, "line", "dashed", PLAN!, "second")],
  },
  deviation: { side: 1, isStacked: true, format: "0%", series: [series(1, "bar", "solid", POOR!), series(2, "bar", "solid", GOOD!)] },
  funnel: { side: 0, isStacked: true, format: "#,##0", series: [series(3, "bar", "hidden", PALE!), series(1, "bar", "solid", FACT!)] },
  capacity: { side: 1, isStacked: true, format: "#,##0", series: [series(1, "column", "solid", FACT!), series(2, "column", "solid", PALE!), series(3, "line", "outline", PLAN!)] },
};

const cell = (value: ReportCell["value"], format: ReportCell["format"]): ReportCell => ({ value, format });

/** Those that do not stand in the report as a table of their own. */
export function figureTables({ language, figures: { deviations, stages, capacity } }: Report): ReadonlyMap<Exclude<ChartKind, "plan-fact">, FigureTable> {
  const say = (...words: readonly Words[]): readonly string[] => words.map((each) => each[language]);
  const most = stages.reduce((all, { count }) => Math.max(all, count), 0);
  return new Map([
    ["deviation", { headers: say(W.goal, W.worse, W.better), rows: deviations.filter(({ share }) => share !== null).map(({ name, share }) => [cell(name, "text"), cell(share! < 0 ? share : null, "share"), cell(share! < 0 ? null : share, "share")]) }],
    ["funnel", { headers: say(W.stage, W.count, W.conversion, W.margin), rows: stages.map(({ name, count, conversion }) => [cell(name, "text"), cell(count, "number"), cell(conversion, "share"), cell((most - count) / 2, "number")]) }],
    ["capacity", { headers: say(W.month, W.ramped, W.ramping, W.target), rows: capacity.map(({ name, ramped, ramping, target }) => [cell(name, "text"), cell(ramped, "money"), cell(ramping, "money"), cell(target, "money")]) }],
  ] as const);
}
