/** A page in as few areas as it takes, so that a host asks once for many cells; and what becomes of it where charts could not be drawn. */
import type { PageMade } from "./book";
import { heightOfFindings, type PageArea, type PageCell, type ReportChart, type ReportPage } from "./report-page";
import { chartsLeftOut } from "./sentences";

export type AlikeArea = PageArea & Pick<PageCell, "look" | "align">;

/** Cells that look alike, side by side and below each other; of a cell that spans, all of its columns. */
export function alikeAreas({ cells, widths, heights }: ReportPage): readonly AlikeArea[] {
  const grid: (PageCell | null)[][] = heights.map(() => widths.map(() => null));
  for (const cell of cells) for (let i = 0; i < cell.span; i += 1) grid[cell.row]![cell.column + i] = cell;
  const done: AlikeArea[] = [];
  let open: AlikeArea[] = [];
  grid.forEach((line, row) => {
    const next = runsOf(line, row).map((run) => {
      const above = open.find((each) => each.column === run.column && each.columns === run.columns && isAlike(each, run));
      return above ? { ...above, rows: above.rows + 1 } : run;
    });
    done.push(...open.filter((each) => !next.some(({ row: top, column }) => top === each.row && column === each.column)));
    open = next;
  });
  return [...done, ...open];
}

const isAlike = (a: Pick<PageCell, "look" | "align">, b: Pick<PageCell, "look" | "align">): boolean => a.look === b.look && a.align === b.align;

function runsOf(line: readonly (PageCell | null)[], row: number): readonly AlikeArea[] {
  const runs: AlikeArea[] = [];
  for (let from = 0; from < line.length; ) {
    const cell = line[from]!;
    let end = from + 1;
    while (cell && end < line.length && line[end] && isAlike(line[end]!, cell)) end += 1;
    if (cell) runs.push({ row, column: from, rows: 1, columns: end - from, look: cell.look, align: cell.align });
    from = end;
  }
  return runs;
}

export const mergedAreas = ({ cells }: ReportPage): readonly PageArea[] =>
  cells.filter(({ span }) => span > 1).map(({ row, column, span }) => ({ row, column, rows: 1, columns: span }));

/** Neighbours of the same size as one: where it begins, how many there are, and the size. */
export function sizeRuns(sizes: readonly number[]): readonly (readonly [at: number, count: number, size: number])[] {
  const runs: [number, number, number][] = [];
  sizes.forEach((size, i) => {
    const last = runs[runs.length - 1];
    if (last && last[2] === size) last[1] += 1;
    else runs.push([i, 1, size]);
  });
  return runs;
}

/** A chart that is not there, and why in the host's own words. */
export type LeftOut = { readonly chart: ReportChart; readonly detail: string };

/**
 * Rows that were kept for charts of which none could be drawn would be a hole in the page: the first is left for what they say, and
 * `low` are to be as low as the host can. `height` in points.
 */
export function holesOf(page: ReportPage, leftOut: readonly LeftOut[]): readonly { readonly row: number; readonly height: number; readonly low: number }[] {
  const standing = page.charts.filter((chart) => !leftOut.some((each) => each.chart === chart));
  return leftOut.map(({ chart: { place } }) => place)
    .filter(({ row, rows }, i, all) => !standing.some(({ place }) => place.row < row + rows && row < place.row + place.rows) && all.findIndex((each) => each.row === row) === i)
    .map(({ row, rows }) => ({ row, height: heightOfFindings(page, row), low: rows - 1 }));
}

/** What is printed: where a chart is missing, the numbers that it was to show, too. */
export const printedRows = ({ print, heights }: ReportPage, leftOut: readonly LeftOut[]): number => (leftOut.length === 0 ? print.rows : heights.length);

export function pageMade({ charts }: ReportPage, leftOut: readonly LeftOut[]): PageMade {
  if (leftOut.length === 0) return { charts: "drawn", reason: null };
  return { charts: leftOut.length < charts.length ? "partly" : "none", reason: chartsLeftOut(leftOut.map(({ chart }) => chart.title), charts.length, leftOut[0]!.detail) };
}
