/**
 * A report as a page of a workbook, in terms every host can follow: cells with a value, a number format and a look, widths, heights, what
 * is to be drawn from which cells, and how it is printed. Rows and columns count from 0, cells from the corner of the sheet. Made by report-layout.ts.
 */
import type { SheetContent } from "./book";
import type { Value } from "./plan";
import { heightOf } from "./report-lines";

export type PageLook = "title" | "heading" | "label" | "header" | "body" | "total" | "quiet" | "muted" | "good" | "warning" | "bad";

/** Colours are `#rrggbb`, sizes in points; `line`: a thin line below the cell, `above`: one over it. All hosts draw them alike. */
export type LookOfCell = { readonly bold: boolean; readonly size: number; readonly text: string; readonly fill: string | null; readonly line: string | null; readonly above: string | null };
const [INK, QUIET, GREEN, RULE] = ["#1f2a2a", "#556060", "#0b6b5b", "#c9d1d0"];
const plain: LookOfCell = { bold: false, size: 10, text: INK, fill: null, line: RULE, above: null };
export const PAGE_LOOKS: Readonly<Record<PageLook, LookOfCell>> = {
  title: { ...plain, bold: true, size: 16, line: null }, heading: { ...plain, bold: true, size: 12, text: GREEN, line: null }, label: { ...plain, text: QUIET },
  header: { ...plain, bold: true, fill: "#e5f3f0" }, body: plain, total: { ...plain, bold: true, above: INK }, quiet: { ...plain, text: QUIET, line: null }, muted: { ...plain, text: QUIET },
  // The word in the cell says it too.
  good: { ...plain, text: "#14532d", fill: "#dff3e4" }, warning: { ...plain, text: "#6b4e00", fill: "#fff3c4" }, bad: { ...plain, text: "#8a1c1c", fill: "#fde2e1" },
};

export type PageCell = {
  readonly row: number;
  readonly column: number;
  /** So many columns from here are one cell, merged where it is more than 1. */
  readonly span: number;
  /** Texts are what people typed: the host puts each through the gate. Never a formula; null is blank and has its look all the same. */
  readonly value: Value;
  /** Number format in the English notation; null for a text. */
  readonly format: string | null;
  readonly look: PageLook;
  /** Texts wrap; all stand at the top of their row. */
  readonly align: "left" | "right";
};

/** Cells of the page: `rows` × `columns` from its first one. */
export type PageArea = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** `hidden`: keeps a distance and is not seen (no fill, no entry in the legend). `outline`: the plan, always the same. */
export type ChartSeries = {
  /** Its numbers are in this column, its name in the header above them. */
  readonly column: number;
  readonly name: string;
  /** `bar` lies, `column` stands. */
  readonly draw: "column" | "bar" | "line";
  readonly look: "solid" | "outline" | "dashed" | "hidden";
  readonly colour: string;
  /** Sums over the months are of another size than a month: they have an axis of their own on the right. */
  readonly axis: "first" | "second";
};

/**
 * `plan-fact`: columns of facts, lines of the plan and of the sums to date. `funnel`: a native one of its first column of numbers where the
 * host has it, otherwise bars stacked on a hidden distance, so that they stand in the middle. `deviation`: stacked bars of which each
 * row has one. `waterfall`: stacked columns, those of the causes on a hidden one. `capacity`: stacked columns, the target as a line.
 */
export type ReportChart = {
  readonly kind: "plan-fact" | "funnel" | "deviation" | "waterfall" | "capacity";
  /** What the picture says, a sentence. */
  readonly title: string;
  /** Header row, and rows with numbers below it (blank where none is known); the names of the rows stand in the first column. Bars lie from top to bottom. */
  readonly data: PageArea;
  readonly series: readonly ChartSeries[];
  readonly isStacked: boolean;
  /** Number format of the axis and the labels. */
  readonly format: string;
  /** The cells that it covers. */
  readonly place: PageArea;
};

export type PrintSetup = {
  readonly paper: "A4";
  readonly orientation: "portrait";
  /** Scaled down to so many pages across; as many down as it takes. */
  readonly pagesAcross: 1;
  /** First rows that are repeated on each page. */
  readonly titleRows: number;
  /** First rows that are printed, all columns of the page. */
  readonly rows: number;
  /** Text at the left of the footer (of the user's, so signs with a meaning for the host are to be doubled), and at the right with `{page}` and `{pages}`. */
  readonly footer: { readonly left: string; readonly right: string };
};

export type ReportPage = {
  /** At most 31 characters; the store puts a number behind it where the workbook has such a sheet. */
  readonly sheet: string;
  /** In characters, one for each column; nothing stands right of them. */
  readonly widths: readonly number[];
  /** In points, one for each row. */
  readonly heights: readonly number[];
  readonly cells: readonly PageCell[];
  readonly charts: readonly ReportChart[];
  readonly print: PrintSetup;
};

/** The cells as a rectangle, for hosts that write by rectangles; null where there is none, also beside a cell that spans. */
export function gridOf({ cells, widths, heights }: ReportPage): readonly (readonly (PageCell | null)[])[] {
  const grid: (PageCell | null)[][] = heights.map(() => widths.map(() => null));
  for (const cell of cells) grid[cell.row]![cell.column] = cell;
  return grid;
}

/** For a host that cannot draw: of the rows that were kept for charts one is left, with what they say; what they are made from is printed. */
export function withoutCharts(page: ReportPage): ReportPage {
  const gone = new Set(page.charts.flatMap(({ place }) => Array.from({ length: place.rows - 1 }, (_, i) => place.row + 1 + i)));
  const rows = page.heights.flatMap((_, row) => (gone.has(row) ? [] : [row]));
  const moved = new Map(rows.map((row, i) => [row, i]));
  const findings = page.charts.map(findingOf);
  const said = new Set(findings.map(({ row }) => row));
  return {
    ...page, charts: [], heights: rows.map((row) => (said.has(row) ? heightOfFindings(page, row) : page.heights[row]!)),
    cells: [...page.cells, ...findings].flatMap((cell) => (moved.has(cell.row) ? [{ ...cell, row: moved.get(cell.row)! }] : [])),
    print: { ...page.print, rows: rows.length },
  };
}

/** What a chart says, as text in its place. */
export const findingOf = ({ title, place: { row, column, columns } }: ReportChart): PageCell => ({ row, column, span: columns, value: title, format: null, look: "quiet", align: "left" });

/** Of the row in which they stand, in points. */
export const heightOfFindings = ({ charts, widths }: ReportPage, row: number): number =>
  Math.max(...charts.filter(({ place }) => place.row === row).map(({ title, place: { column, columns } }) => heightOf(title, widths.slice(column, column + columns).reduce((all, width) => all + width, 0), PAGE_LOOKS.quiet)));

/** Numbers may come back with a last digit less; a blank text is a blank cell. */
const isSame = (written: Value, found: unknown): boolean =>
  typeof written === "number" && typeof found === "number" ? Math.abs(written - found) <= 1e-9 * Math.max(Math.abs(written), Math.abs(found)) : written === found;

/** Whether the sheet still says what the page said, or its findings where a chart is missing, and nothing else: then nothing of anybody's is lost with it. */
export function isUntouched(page: ReportPage, { values, formulas }: SheetContent): boolean {
  if (formulas.length > 0) return false;
  const grid = gridOf(page);
  const findings = gridOf({ ...page, cells: page.charts.map(findingOf) });
  const [rows, columns] = [Math.max(grid.length, values.length), Math.max(page.widths.length, ...values.map(({ length }) => length))];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const found = values[row]?.[column] ?? null;
      if (!isSame(grid[row]?.[column]?.value ?? null, found) && findings[row]?.[column]?.value !== found) return false;
    }
  }
  return true;
}
