import { memoryBook } from "../../src/plan/memory-book";
import { progressBar } from "../../src/plan/progress-bar";
import { linesOf } from "../../src/plan/report-lines";
import { gridOf, isUntouched, withoutCharts, type ReportPage } from "../../src/plan/report-page";
import { freeName } from "../../src/plan/report-sheet";
import { BookFailure, type SheetContent } from "../../src/plan/book";
import { rig } from "./book-rig";
import { ALL, FULL, JULY, pageIn } from "./full-report";
import { figureTables } from "../../src/plan/report-charts";
import { reportOf } from "../../src/plan/report";
import { pageOf } from "../../src/plan/report-layout";
import { goal, planOf, Q3, type Tables } from "./rig";

const texts = (page: ReportPage): readonly string[] => gridOf(page).map((row) => row.map((cell) => (cell === null ? "" : String(cell.value ?? ""))).join("|").replace(/\|+$/, ""));
const rowOf = (page: ReportPage, start: string): number => texts(page).findIndex((text) => text.startsWith(start));
/** What a host gives back of it. */
const contentOf = (page: ReportPage): { values: (string | number | boolean | null)[][]; formulas: SheetContent["formulas"] } => ({ values: gridOf(page).map((row) => row.map((cell) => cell?.value ?? null)), formulas: [] });

describe("the page of a report", () => {
  const page = pageIn("en");

  test("says what the report says, in the order in which it is read", () => {
    const headings = page.cells.filter(({ look }) => look === "title" || look === "heading").map(({ value }) => value);
    expect(headings).toEqual(["Report 2026-Q3 (31 Jul)", "Goals", "Plan and fact by month", "Largest deviations", "Overdue tasks", "Resources, plan and fact", "Lessons", "Figures of the charts"]);
    expect(texts(page)).toEqual(expect.arrayContaining([
      expect.stringMatching(/^Goal\|Target\|Actual\|Progress\|\u00a0\u00a0Progress bar\|Expected by now\|Gap\|\u00a0\u00a0Status\|Owner$/),
      expect.stringMatching(/^G-001 Revenue\|660000\|200000\|0.30303\d*\|███░░░░░░░\|230000\|-30000\|attention \(update overdue\)\|Anna$/),
      "G-003 Unknown|||||||The goal has no target yet|Anna", "T-001 Late|||Anna||46223|11", "Human||200|180|20", "Total||200|180|20", "Start earlier.", "Ask twice.",
    ]));
    expect(rowOf(page, "Figures of the charts")).toBe(page.print.rows);
  });

  test("fits the sheet: no cell lies outside or over another, and each row is as high as its texts", () => {
    const taken = new Set<string>();
    for (const { row, column, span } of page.cells) {
      expect(row < page.heights.length && column + span <= page.widths.length && span > 0).toBe(true);
      for (let i = 0; i < span; i += 1) {
        expect(taken.has(`${row} ${column + i}`)).toBe(false);
        taken.add(`${row} ${column + i}`);
      }
    }
    expect(page.heights.every((height) => height > 0 && height <= 400)).toBe(true);
  });

  test("no cell lies under a chart, and no chart over another", () => {
    const covered = page.charts.flatMap(({ place }) => Array.from({ length: place.rows * place.columns }, (_, i) => `${place.row + Math.floor(i / place.columns)} ${place.column + (i % place.columns)}`));
    expect(new Set(covered).size).toBe(covered.length);
    expect(page.cells.filter(({ row, column }) => covered.includes(`${row} ${column}`))).toEqual([]);
  });

  test("its charts are drawn from cells of the page: names, then columns of numbers under the names of their series", () => {
    const grid = gridOf(page);
    expect(page.charts.map(({ kind }) => kind)).toEqual(["plan-fact", "deviation", "waterfall", "funnel", "capacity"]);
    const drawn = page.charts.map(({ kind, data, series }) => [kind, ...series.map(({ name, column }) => [name, ...Array.from({ length: data.rows - 1 }, (_, i) => grid[data.row + 1 + i]![column]!.value)])]);
    for (const { data, series } of page.charts) for (const { name, column } of series) expect(grid[data.row]![data.column + column]!.value).toBe(name);
    expect(drawn[2]).toEqual(["waterfall", ["Bar from", null, expect.closeTo(179_409, 0), expect.closeTo(179_409, 0), null], ["Expected by now", 230_000, null, null, null], ["Actual", null, null, null, 200_000], ["Worse than plan", null, expect.closeTo(50_591, 0), null, null], ["Better than plan", null, null, expect.closeTo(20_591, 0), null]]);
    expect(drawn[3]).toEqual(["funnel", ["Left margin", 0, 55], ["Needed", 220, 110]]);
    expect(drawn[1]).toEqual(["deviation", ["Worse than plan", expect.closeTo(-0.1304, 4), null], ["Better than plan", null, expect.closeTo(0.1, 9)]]);
    expect(drawn[0]).toEqual(["plan-fact", ["Actual", 200_000, null, null], ["Target", 230_000, 210_000, 220_000], ["Actual to date", 200_000, null, null], ["Target to date", 230_000, 440_000, 660_000]]);
    expect(page.charts.map(({ title }) => title)).toEqual(Object.values(ALL));
  });

  test("the bars of the waterfall hang from level to level; below 0 they are bars of their own, also where one crosses it", () => {
    const deal = { metric: "Average deal", unit: "money", type: "keep ≥", accumulate: "last" };
    const of = (...goals: Tables["goals"] & object): unknown => figureTables(reportOf(planOf({ ...FULL, goals }), planOf(FULL).rows.cycles[0]!, JULY)).get("waterfall")!.rows.map((row) => row.map(({ value }) => (typeof value === "number" ? Math.round(value) : value)));
    // 2,300 deals of 10 were planned by now, there were none; those would have been of 30.
    expect(of(goal({ unit: "money", target: 66_000, actual: 0 }), goal({ ...deal, target: 10, actual: 30 }))).toEqual([
      ["Expected by now", null, 23_000, null, null, null, null, null], ["Number of deals", null, null, null, 23_000, null, -23_000, null], ["Deal size", 0, null, null, null, -23_000, null, null], ["Actual", null, null, 0, null, null, null, null],
    ]);
  });

  test("each number has a format that shows it, in the language of the file", () => {
    const formats = (of: ReportPage, text: string): unknown[] => gridOf(of)[rowOf(of, text)]!.map((cell) => cell?.format ?? null);
    expect(formats(page, "G-001")).toEqual([null, "#,##0", "#,##0", "0.0%", null, "#,##0", "#,##0", null, null]);
    expect(formats(page, "From")).toContain("yyyy-mm-dd");
    const ofUnits = (unit: string, target: number) => {
      const tables: Tables = { cycles: [Q3], goals: [goal({ name: "One", unit, baseline: 0, target, actual: target / 2 })] };
      const plan = planOf(tables, "en");
      return formats(pageOf(reportOf(plan, plan.rows.cycles[0]!, JULY), { ...ALL }), "G-001").slice(1, 4);
    };
    expect(ofUnits("%", 0.357)).toEqual(["0.0%", "0.0%", "0.0%"]);
    expect(ofUnits("days", 12.5)).toEqual(["#,##0.0", "0.0#", "0.0%"]);
    expect(ofUnits("money", 12.5)).toEqual(["#,##0.00", "#,##0.00", "0.0%"]);
    expect(ofUnits("money", 30776.4)).toEqual(["#,##0", "#,##0", "0.0%"]);
    expect(formats(pageIn("ru"), "С|")).toContain("dd.mm.yyyy");
  });

  test("is printed on A4 upright, one page wide, its title on each page and the number of the page below", () => {
    expect(page.print).toMatchObject({ paper: "A4", orientation: "portrait", pagesAcross: 1, titleRows: 1, footer: { left: "Report 2026-Q3 (31 Jul)", right: "Page {page} of {pages}" } });
  });

  test("has no chart that has nothing to say or no numbers, and no room for it", () => {
    const none = pageIn("en", { ...ALL, "plan-fact": null, deviation: null, waterfall: null });
    expect(none.charts.map(({ kind }) => kind)).toEqual(["funnel", "capacity"]);
    const bare = pageIn("ru", ALL, { cycles: [Q3] });
    expect(bare.charts).toEqual([]);
    expect(texts(bare)).toEqual(expect.arrayContaining(["В этом цикле нет целей.", "Нет цели по выручке, поэтому нет и плана по месяцам.", "Выводы ещё не записаны."]));
    expect(bare.print.rows).toBe(bare.heights.length);
  });

  test("without charts says in words what they would show, and prints their numbers", () => {
    const plain = withoutCharts(page);
    expect(plain.heights.length).toBe(page.heights.length - 39);
    expect(texts(plain).filter((text) => text.includes(ALL.capacity!))).toEqual(["No losses.||||Not enough."]);
    expect([plain.charts, plain.print.rows]).toEqual([[], plain.heights.length]);
    expect(plain.cells.filter(({ look }) => look !== "quiet").length).toBe(page.cells.filter(({ look }) => look !== "quiet").length);
  });
});

test("a report of long texts keeps to its page: they are cut, and numbers widen their columns", () => {
  const page = pageIn("en", ALL, { ...FULL, goals: [goal({ name: "🙂".repeat(3000), unit: "money", target: 123_456_789_012, start: null })] });
  const name = page.cells.find(({ value }) => String(value).startsWith("G-001"))!;
  expect(String(name.value)).toMatch(/^G-001 🙂+…$/u);
  expect([String(name.value).length <= 2000, page.heights[name.row], page.widths[1]]).toEqual([true, 400, 17]); // 123,456,789,012 and a little
});

test.each<[progress: number | null, due: number | null, bar: string]>([
  [null, 0.5, ""], [0, null, "░░░░░░░░░░"], [0.3, 0.5, "███▒▒░░░░░"], [0.5, 0.3, "█████░░░░░"], [1.7, 0.4, "██████████"], [-2, 3, "▒▒▒▒▒▒▒▒▒▒"], [NaN, NaN, "░░░░░░░░░░"],
])("the bar of %p, of which %p is due by now, is %s", (progress, due, bar) => expect(progressBar(progress, due)).toBe(bar));

test.each<[text: string, width: number, lines: number]>([["", 10, 1], ["a b", 10, 1], ["aaaa bbbb cccc", 9, 2], ["a\nb\n", 10, 3], ["a".repeat(25), 10, 3], ["aa ".repeat(3), 5, 2]])("%j takes lines of %p: %p", (text, width, lines) => expect(linesOf(text, width)).toBe(lines));

test.each<[wanted: string, names: readonly string[], free: string]>([
  ["Report 2026-Q3 (31 Jul)", [], "Report 2026-Q3 (31 Jul)"], ["Report", ["REPORT", "Report 2"], "Report 3"], ["a".repeat(40), ["a".repeat(31)], `${"a".repeat(29)} 2`], [`${"a".repeat(30)}🙂`, [], "a".repeat(30)],
])("%s beside %j is called %s", (wanted, names, free) => expect(freeName(wanted, names)).toBe(free));

test("a sheet is untouched while it says what was written, whatever a program makes of the last digit", () => {
  const page = pageIn("en");
  const changed = (change: (content: ReturnType<typeof contentOf>) => void): boolean => {
    const content = contentOf(page);
    change(content);
    return isUntouched(page, content);
  };
  const [row, column] = [rowOf(page, "G-001"), 3];
  expect([
    changed(() => undefined), changed(({ values }) => void (values[row]![column] = Number((values[row]![column] as number).toPrecision(15)))), changed(({ values }) => void values.push([null, null])),
    changed(({ values }) => void (values[row]![column] = 0.31)), changed(({ values }) => void (values[row]![20] = "a note")), changed(({ values }) => void values.push(["a note"])), changed((content) => void (content.formulas = [{ row: 0, column: 0, formula: "=1" }])),
  ]).toEqual([true, true, true, false, false, false, false]);
});

test("a report that fails half way leaves no sheet, and says why", async () => {
  const book = memoryBook();
  const { store } = rig("anna", book, (inner) => async (request) => {
    const answer = await inner(request);
    if (request.kind === "addPage") throw new BookFailure("protected", request.page.sheet);
    return answer;
  });
  expect(await store.addReport(pageIn("en"))).toEqual({ state: "refused", reason: expect.objectContaining({ en: expect.stringContaining("Unprotect it") as unknown }) as unknown });
  expect([...book.sheets.keys()]).toEqual([]);
});
