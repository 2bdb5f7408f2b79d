/** What is drawn in a report, and the tables of numbers it is drawn from. Colours are those of the pictures in the pane, on white. */
import type { CauseFigures } from "./cause-texts";
import { levelsOf } from "./causes";
import type { Report, ReportCell, ReportTable } from "./report";
import type { ChartSeries, ReportChart } from "./report-page";
import { REPORT_WORDS as W } from "./report-words";
import type { Language, Words } from "./words";

export type ChartKind = ReportChart["kind"];
/** A table of numbers: its first column names the rows. */
export type FigureTable = { readonly headers: readonly string[]; readonly rows: ReportTable["rows"] };

const [FACT, PALE, PLAN, GOOD, POOR] = ["#2f5d62", "#a9c6c8", "#4d5858", "#1b66ab", "#b14100"];
const series = (column: number, draw: ChartSeries["draw"], look: ChartSeries["look"], colour: string, axis: ChartSeries["axis"] = "first") => ({ column, draw, look, colour, axis });

type Drawing = Pick<ReportChart, "isStacked" | "format"> & { readonly series: readonly Omit<ChartSeries, "name">[]; /** The half of the page; 2 is all of its width. */ readonly side: 0 | 1 | 2 };
export const DRAWINGS: Readonly<Record<ChartKind, Drawing>> = {
  "plan-fact": {
    side: 0, isStacked: false, format: "#,##0",
    series: [series(2, "column", "solid", FACT!), series(1, "line", "outline", PLAN!), series(4, "line", "solid", FACT!, "second"), series(3, "line", "dashed", PLAN!, "second")],
  },
  deviation: { side: 1, isStacked: true, format: "0%", series: [series(1, "bar", "solid", POOR!), series(2, "bar", "solid", GOOD!)] },
  // Bars that hang between two levels stand on a hidden one; what reaches below 0 is a bar of its own.
  waterfall: {
    side: 2, isStacked: true, format: "#,##0",
    series: [series(1, "column", "hidden", PALE!), series(2, "column", "outline", PLAN!), series(3, "column", "solid", FACT!), series(4, "column", "solid", POOR!), series(5, "column", "solid", GOOD!), series(6, "column", "solid", POOR!), series(7, "column", "solid", GOOD!)],
  },
  funnel: { side: 0, isStacked: true, format: "#,##0", series: [series(3, "bar", "hidden", PALE!), series(1, "bar", "solid", FACT!)] },
  capacity: { side: 1, isStacked: true, format: "#,##0", series: [series(1, "column", "solid", FACT!), series(2, "column", "solid", PALE!), series(3, "line", "outline", PLAN!)] },
};

const cell = (value: ReportCell["value"], format: ReportCell["format"]): ReportCell => ({ value, format });

/** Those that do not stand in the report as a table of their own. */
export function figureTables({ language, figures: { deviations, causes, stages, capacity } }: Report): ReadonlyMap<Exclude<ChartKind, "plan-fact">, FigureTable> {
  const say = (...words: readonly Words[]): readonly string[] => words.map((each) => each[language]);
  const most = stages.reduce((all, { count }) => Math.max(all, count), 0);
  return new Map([
    ["deviation", { headers: say(W.goal, W.worse, W.better), rows: deviations.filter(({ share }) => share !== null).map(({ name, share }) => [cell(name, "text"), cell(share! < 0 ? share : null, "share"), cell(share! < 0 ? null : share, "share")]) }],
    ["waterfall", waterfallTable(causes, language)],
    ["funnel", { headers: say(W.stage, W.count, W.conversion, W.margin), rows: stages.map(({ name, count, conversion }) => [cell(name, "text"), cell(count, "number"), cell(conversion, "share"), cell((most - count) / 2, "number")]) }],
    ["capacity", { headers: say(W.month, W.ramped, W.ramping, W.target), rows: capacity.map(({ name, ramped, ramping, target }) => [cell(name, "text"), cell(ramped, "money"), cell(ramping, "money"), cell(target, "money")]) }],
  ] as const);
}

/** Plan, the causes one below the other, fact; nothing where the gap is not split. The last two columns only where a bar crosses 0. */
function waterfallTable({ plan, fact, causes }: CauseFigures, language: Language): FigureTable {
  const bars = levelsOf(plan ?? 0, fact ?? 0, causes);
  const crosses = bars.some(({ from, to }) => Math.min(from, to) < 0 && Math.max(from, to) > 0);
  const headers = [W.cause, W.fromLevel, W.expected, W.actual, W.worse, W.better, ...(crosses ? [W.worseBelow0, W.betterBelow0] : [])].map((words) => words[language]);
  const row = (name: string, ...values: readonly (number | null)[]): ReportTable["rows"][number] => [cell(name, "text"), ...headers.slice(1).map((_, i) => cell(values[i] ?? null, "money"))];
  if (causes.length === 0) return { headers, rows: [] };
  return {
    headers,
    rows: [
      row(W.expected[language], null, plan),
      ...bars.map(({ name, from, to }) => {
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        const isWorse = to < from;
        const of = (value: number): readonly (number | null)[] => (value === 0 ? [null, null] : isWorse ? [value, null] : [null, value]);
        if (low < 0 && high > 0) return row(name, null, null, null, ...of(high), ...of(low));
        return row(name, low >= 0 ? low : high, null, null, ...of(low >= 0 ? high - low : low - high));
      }),
      row(W.actual[language], null, null, fact),
    ],
  };
}
