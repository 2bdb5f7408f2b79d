import fc from "fast-check";
import { alikeAreas, holesOf, mergedAreas, printedRows, sizeRuns } from "../../src/plan/page-areas";
import type { PageCell } from "../../src/plan/report-page";
import { charts, page } from "../rig/sample-page";

const cell = fc.record({ look: fc.constantFrom("body", "good", "title"), align: fc.constantFrom("left", "right"), span: fc.constantFrom(1, 1, 1, 2) }) as fc.Arbitrary<Pick<PageCell, "look" | "align" | "span">>;
const grids = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(fc.option(cell), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }));

test("areas that look alike cover each cell of the page once, with its look, and nothing else", () => {
  fc.assert(fc.property(grids, (grid) => {
    const cells = grid.flatMap((line, row) => line.flatMap((each, column): PageCell[] => {
      const taken = column > 0 && line[column - 1]?.span === 2;
      return each && !taken ? [{ row, column, value: "x", format: null, ...each, span: Math.min(each.span, line.length - column) }] : [];
    }).filter(({ column }, i, all) => i === 0 || all[i - 1]!.column + all[i - 1]!.span <= column));
    const wanted = cells.flatMap(({ row, column, span, look, align }) => Array.from({ length: span }, (_, i) => `${row},${column + i} ${look} ${align}`));
    const areas = alikeAreas({ ...page, cells, widths: grid[0]!.map(() => 10), heights: grid.map(() => 16) });
    const found = areas.flatMap((area) => Array.from({ length: area.rows * area.columns }, (_, i) => `${area.row + Math.floor(i / area.columns)},${area.column + (i % area.columns)} ${area.look} ${area.align}`));
    expect([...found].sort()).toEqual([...wanted].sort());
  }));
});

test("rows that look alike below each other are one area", () => {
  expect(alikeAreas(page).filter(({ row }) => row >= 50).map(({ row, rows }) => [row, rows])).toEqual(expect.arrayContaining([[51, 3]]));
});

test("cells that span are to be merged", () => {
  expect(mergedAreas(page)).toEqual([{ row: 0, column: 0, rows: 1, columns: 4 }]);
});

test("sizes come in runs", () => {
  expect(sizeRuns([5, 5, 7, 5])).toEqual([[0, 2, 5], [2, 1, 7], [3, 1, 5]]);
  expect(sizeRuns([])).toEqual([]);
});

test("rows beside a chart that stands are no hole", () => {
  const beside = { ...charts.capacity, place: { ...charts.funnel.place, column: 4 } };
  const both = { ...page, charts: [charts.funnel, beside, charts.deviation] };
  const leftOut = [charts.funnel, charts.deviation].map((chart) => ({ chart, detail: "" }));
  expect(holesOf(both, leftOut)).toEqual([{ row: 26, height: 17, low: 7 }]);
  expect([printedRows(both, leftOut), printedRows(both, [])]).toEqual([68, 49]);
});
