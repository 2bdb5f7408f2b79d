/** A report laid out on one sheet of nine columns: A4 upright, one page wide, charts side by side in bands between the tables. */
import type { Report, ReportTable } from "./report";
import { DRAWINGS, figureTables, type ChartKind } from "./report-charts";
import { pageDraft, type DraftCell, type PageDraft } from "./report-draft";
import type { PageArea, ReportChart, ReportPage } from "./report-page";
import { REPORT_WORDS as W } from "./report-words";

/** What each picture says; null where it has nothing to say and is not drawn. */
export type Findings = Readonly<Record<ChartKind, string | null>>;

/** In characters. The first four and the last five columns are halves, for charts; one may have both. */
const WIDTHS = [30, 12, 12, 14, 16, 13, 14, 15, 16];
const SIDES: readonly Pick<PageArea, "column" | "columns">[] = [{ column: 0, columns: 4 }, { column: 4, columns: 5 }, { column: 0, columns: 9 }];
/** So many columns of the sheet for each column of a table. */
const SPANS: Readonly<Record<ReportTable["key"], readonly number[]>> = {
  goals: [1, 1, 1, 1, 1, 1, 1, 1, 1], months: [1, 1, 1, 1, 1], deviations: [1, 1, 2, 3, 1, 1], overdue: [3, 2, 1, 1, 2], resources: [2, 1, 1, 1], lessons: [9],
};
/** Points between two parts. */
const GAP = 9;
const CHART_ROWS = 14;

type Place = Pick<PageArea, "row" | "rows"> & { readonly headers: readonly string[] };

export function pageOf(report: Report, findings: Findings): ReportPage {
  const { language, tables, title } = report;
  const draft = pageDraft(WIDTHS, language);
  const figures = figureTables(report);
  const months = tables.find(({ key }) => key === "months")!;
  const bands: { readonly kind: ChartKind; readonly row: number }[] = [];
  const band = (...kinds: readonly ChartKind[]): void => {
    const drawn = kinds.filter((kind) => findings[kind] !== null && (kind === "plan-fact" ? months : figures.get(kind)!).rows.length > 0);
    if (drawn.length === 0) return;
    const row = draft.room(CHART_ROWS);
    bands.push(...drawn.map((kind) => ({ kind, row })));
    draft.gap(GAP);
  };
  const put = (key: ReportTable["key"]): Place => putTable(draft, tables.find((each) => each.key === key)!, key === "goals" ? W.barLegend[language] : null);

  draft.line(title, "title");
  putHeader(draft, report);
  put("goals");
  band("plan-fact", "deviation");
  const places = new Map<ChartKind, Place>([["plan-fact", put("months")]]);
  put("deviations");
  band("waterfall");
  for (const key of ["overdue", "resources"] as const) put(key);
  band("funnel", "capacity");
  put("lessons");
  const printed = draft.rows();

  const shown = [...figures].filter(([, { rows }]) => rows.length > 0);
  if (shown.length > 0) draft.line(W.figures[language], "heading");
  for (const [kind, { headers, rows }] of shown) {
    places.set(kind, putRows(draft, headers, rows, headers.map(() => 1)));
    draft.gap(GAP);
  }
  return {
    sheet: title, ...draft.done(),
    charts: bands.map(({ kind, row }) => chartOf(kind, findings[kind]!, places.get(kind)!, row)),
    print: { paper: "A4", orientation: "portrait", pagesAcross: 1, titleRows: 1, rows: printed, footer: { left: title, right: W.page[language] } },
  };
}

function chartOf(kind: ChartKind, title: string, { row, rows, headers }: Place, at: number): ReportChart {
  const { side, series, isStacked, format } = DRAWINGS[kind];
  return {
    kind, title, isStacked, format, series: series.filter(({ column }) => column < headers.length).map((each) => ({ ...each, name: headers[each.column]! })),
    data: { row, rows, column: 0, columns: headers.length }, place: { row: at, rows: CHART_ROWS, ...SIDES[side]! },
  };
}

/** Two pairs of label and value in a row. */
function putHeader(draft: PageDraft, { header }: Report): void {
  const half = Math.ceil(header.length / 2);
  const pair = (each: Report["header"][number] | undefined, column: number, span: number): readonly DraftCell[] => (each ? [
    { column, span: 1, cell: { value: each.label, format: "text" }, look: "label", align: "left" }, { column: column + 1, span, cell: each.cell, look: "body", align: "left" },
  ] : []);
  for (let i = 0; i < half; i += 1) draft.row([...pair(header[i], 0, 3), ...pair(header[i + half], 4, 4)]);
  draft.gap(GAP);
}

/** @param legend below its rows */
function putTable(draft: PageDraft, { key, title, columns, rows, empty }: ReportTable, legend: string | null): Place {
  draft.line(title, "heading");
  const place = rows.length === 0 ? { row: draft.rows(), rows: 0, headers: [] } : putRows(draft, key === "lessons" ? [] : columns.map(({ header }) => header), rows, SPANS[key]);
  if (rows.length === 0) draft.line(empty, "quiet");
  else if (legend) draft.line(legend, "quiet");
  draft.gap(GAP);
  return place;
}

/** @param headers none: the heading above says it */
function putRows(draft: PageDraft, headers: readonly string[], rows: ReportTable["rows"], spans: readonly number[]): Place {
  const at = (i: number): Pick<DraftCell, "column" | "span" | "align"> => ({
    column: spans.slice(0, i).reduce((all, span) => all + span, 0), span: spans[i]!,
    align: rows.some((row) => row[i]!.format !== "text" && row[i]!.format !== "bar") ? "right" : "left",
  });
  const row = draft.rows();
  // A header at the left edge, right after one at the right edge, would nearly touch it.
  const apart = (i: number): string => (i > 0 && at(i).align === "left" && at(i - 1).align === "right" ? "\u00a0\u00a0" : "");
  if (headers.length > 0) draft.row(headers.map((header, i) => ({ ...at(i), cell: { value: `${apart(i)}${header}`, format: "text" }, look: "header" })));
  for (const cells of rows) draft.row(cells.map((cell, i) => ({ ...at(i), cell, look: cell.look === "quiet" ? "muted" : (cell.look ?? "body") })));
  return { row, rows: rows.length + (headers.length > 0 ? 1 : 0), headers };
}
