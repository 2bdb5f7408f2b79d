/** The calculated columns of the plan, calculated by the workbench's engine, against GOAL_VALUE over the same rows. */
import type { ICellData, IWorkbookData } from "@univerjs/core";
import { serialOfDay } from "../../../src/core/calendar";
import { calculatedFormula } from "../../../src/plan/plan-formulas";
import { columnOf } from "../../../src/plan/plan";
import type { Column } from "../../../src/plan/schema";
import { TABLES } from "../../../src/plan/tables";
import type { Language } from "../../../src/plan/words";
import { columnName } from "../../../src/hosts/workbench/address";
import { openBook, type HeadlessBook, type Shown } from "../../rig/univer";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const PERIOD = { start: day(7, 1), end: day(9, 30) };
type GoalRow = Readonly<Record<string, string | number | boolean | null>>;

const TYPES: readonly GoalRow[] = [
  { type: "increase", baseline: 0, target: 100, accumulate: "sum" }, { type: "increase", baseline: 10, target: 20, accumulate: "last value" }, { type: "decrease", baseline: 70, target: 60, accumulate: "ratio of sums" },
  { type: null, baseline: 70, target: 60, accumulate: "sum" }, { type: "increase", baseline: null, target: 0.06, accumulate: "average" },
  { type: "keep ≥", target: 50, accumulate: "last value" }, { type: "keep ≤", target: 0.03, accumulate: "last value" }, { type: "keep ≤", target: 4200, accumulate: "sum" },
  { type: "keep within", target: 50, accumulate: "last value" }, { type: "keep within", target: 50, target_max: 60, accumulate: "last value" }, { type: "milestone", target: 1, accumulate: "last value" },
  { type: "milestone", target: null, accumulate: "last value" },
];
const FACTS: readonly (string | number | boolean | null)[] = [null, 0, 0.02, 5, 12, 40, 52, 66, 99.99, 100, 3000, 5000, true, "yes", "нет"];
const PATHS = [null, "linear", "from the start", "at the end"] as const;
const PACES = [null, "calendar", "working"] as const;

/** Every type with every fact; paths and paces go round. */
const GOALS: readonly GoalRow[] = TYPES.flatMap((type, i) =>
  FACTS.filter((actual) => type["type"] === "milestone" ? typeof actual !== "number" || actual <= 1 : typeof actual !== "boolean" && typeof actual !== "string")
    .map((actual, j): GoalRow => ({ weight: 1, ...PERIOD, ...type, actual, path: PATHS[(i + j) % 4]!, pace_by: PACES[(i + 2 * j) % 3]!, cycle: "2026-Q3" })));
const SEASONAL: readonly GoalRow[] = [
  { type: "increase", baseline: 0, target: 100, accumulate: "sum", actual: 30, path: "season", ...PERIOD }, { type: "increase", baseline: 0, target: 100, accumulate: "sum", actual: 30, pace_by: "season", ...PERIOD },
];
/** Rows that contradict themselves, or do not say enough: the target where the goal cannot go, an upper limit below it, a limit that nobody knows how to count. */
const REFUSED = ([
  { type: "increase", baseline: 60, target: 50, accumulate: "sum" }, { type: "increase", baseline: 60, target: 50, accumulate: "last value" }, { type: "increase", baseline: 60, target: 60, accumulate: "sum" }, { type: "increase", baseline: null, target: -5, accumulate: "average" },
  { type: "decrease", baseline: 50, target: 60, accumulate: "sum" }, { type: "decrease", baseline: null, target: 60, accumulate: "last value" }, { type: "decrease", baseline: 60, target: 60, accumulate: "average" },
  { type: null, baseline: 60, target: 60, accumulate: "sum" }, { type: "keep within", target: 60, target_max: 50, accumulate: "last value" },
  { type: "keep ≤", target: 60, accumulate: null }, { type: "increase", baseline: 0, target: 60, accumulate: null }, { type: "decrease", baseline: 90, target: 60, accumulate: null }, { type: null, baseline: 90, target: 60, accumulate: null },
  { type: "keep ≥", target: 60, accumulate: null }, { type: "keep within", target: 60, accumulate: null }, { type: "milestone", target: 1, accumulate: null },
] as readonly GoalRow[]).flatMap((goal) => [null, 1, 55].map((actual): GoalRow => ({ ...PERIOD, ...goal, actual })));
/** Rows as people leave them: no target yet, nothing may be spent, a period of a weekend only, days with a time that was pasted with them. */
const ODD = ([
  { type: "increase", baseline: -3, target: null, accumulate: "sum", actual: 104 }, { type: "decrease", baseline: 42, target: null, accumulate: "average", actual: 40 }, { type: "keep ≥", target: null, accumulate: "last value", actual: 5 },
  { type: "keep within", target: null, accumulate: "last value", actual: 5 }, { type: null, baseline: 7, target: null, accumulate: "sum", actual: null },
  ...[null, 0, 3].map((actual) => ({ type: "keep ≤", target: 0, accumulate: "sum", actual })),
  ...[0, 30].map((actual) => ({ type: "increase", baseline: 0, target: 100, accumulate: "sum", actual, start: day(8, 15), end: day(8, 16) })), { type: "keep ≤", target: 100, accumulate: "sum", actual: 30, start: day(8, 15), end: day(8, 16) },
  ...PACES.flatMap((pace_by) => PATHS.map((path) => ({ type: "increase", baseline: 0, target: 100, accumulate: "sum", actual: 30, pace_by, path, start: day(7, 1) + 0.75, end: day(9, 30) + 0.5 }))),
  { type: "milestone", target: 1, actual: "no", start: day(7, 1) + 0.75, end: day(9, 30) + 0.5 }, { type: "keep ≥", target: 50, accumulate: "last value", actual: 30, start: day(7, 1) + 0.75, end: day(9, 30) + 0.5 },
] as readonly GoalRow[]).map((goal): GoalRow => ({ ...PERIOD, ...goal }));
const FIELDS = ["expected", "gap", "progress", "pace", "forecast", "status"] as const;
const HOLIDAYS: readonly (readonly [number, string])[] = [[day(7, 20), "holiday"], [day(8, 11), "holiday"]];
const WORKED: readonly (readonly [number, string])[] = [...HOLIDAYS, [day(7, 4), "work"]];

const word = (column: Column, code: unknown, language: Language): string | number | boolean | null => column.codes?.find((each) => each.code === code)?.words[language] ?? (code as string | number | boolean | null);

let made = 0;

/** A workbook with the plan's sheets as they are, and beside each goal what GOAL_VALUE says. */
async function calculated(goals: readonly GoalRow[], language: Language, asOf: number | null, days: readonly (readonly [number, string])[]): Promise<HeadlessBook> {
  const columns: readonly Column[] = TABLES.goals.columns;
  const places = new Map(columns.map(({ field }, i) => [field, i]));
  const sheetName = TABLES.goals.sheet[language];
  const named = (field: string): string => `${sheetName}!$${columnName(places.get(field)!)}$2:$${columnName(places.get(field)!)}$${goals.length + 1}`;
  const cells: Record<number, Record<number, ICellData>> = { 0: Object.fromEntries(columns.map((column, i) => [i, { v: column.header[language] }])) };
  goals.forEach((goal, i) => {
    const at = (field: string): string => `$${columnName(places.get(field)!)}${i + 2}`;
    const row: Record<number, ICellData> = { 0: { v: `G-${String(i + 1).padStart(3, "0")}` } };
    columns.forEach((column, c) => {
      const formula = calculatedFormula("goals", column.field, at, language);
      const value = word(column, goal[column.field] ?? null, language);
      if (formula) row[c] = { f: formula };
      else if (value !== null && column.kind !== "id") row[c] = typeof value === "boolean" ? { v: value ? 1 : 0, t: 3 } : { v: value };
    });
    FIELDS.forEach((field, f) => {
      row[columns.length + 2 + f] = { f: `=GOAL_VALUE($A${i + 2},$A$1:$${columnName(columns.length - 1)}$${goals.length + 1},"${field}",PLAN_ASOF,PLAN_DAYS,PLAN_SEASON_INDEX)` };
    });
    cells[i + 1] = row;
  });
  const season = [0.8, 0.9, 1.3];
  const helper: Record<number, Record<number, ICellData>> = {
    0: { 0: { v: asOf }, 1: { v: 0.95 }, 2: { v: 0.8 } },
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 1, { 0: { v: days[i]?.[0] ?? null }, 1: { v: days[i]?.[1] ?? null }, 3: { v: season[i - 6] ?? 1 } }])),
  };
  helper[13] = { 0: { f: calculatedFormula("cycles", "score", () => '"2026-Q3"', language)! } };
  const names = { PLAN_ASOF: "H!$A$1", PLAN_GREEN: "H!$B$1", PLAN_YELLOW: "H!$C$1", PLAN_HOLIDAYS: "H!$A$2:$A$13", PLAN_DAYS: "H!$A$2:$B$13", PLAN_SEASON_INDEX: "H!$D$2:$D$13", PLAN_GOAL_CYCLE: named("cycle"), PLAN_GOAL_PROGRESS: named("progress"), PLAN_GOAL_WEIGHT: named("weight"), PLAN_GOAL_CLOSED: named("closed_as") };
  return openBook({
    id: `plan${(made += 1)}`, name: "plan", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["g", "h"],
    sheets: {
      g: { id: "g", name: sheetName, rowCount: goals.length + 5, columnCount: 60, cellData: cells },
      h: { id: "h", name: "H", rowCount: 30, columnCount: 10, cellData: helper },
    },
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(Object.fromEntries(Object.entries(names).map(([name, ref], i) => [`n${i}`, { id: `n${i}`, name, formulaOrRefString: ref, localSheetId: "AllDefaultWorkbook" }]))) }],
  } as unknown as IWorkbookData, { language });
}

const isEmpty = (value: Shown): boolean => value === null || value === "";
/** What GOAL_VALUE answers where the column stays empty: an error, or a value that the sheet does not show yet. */
const isFailure = (value: Shown): boolean => typeof value === "object" && value !== null;

function differences(book: HeadlessBook, goals: readonly GoalRow[]): string[] {
  const width = TABLES.goals.columns.length;
  return goals.flatMap((goal, i) => FIELDS.flatMap((field, f) => {
    const own = book.value("g", i + 1, TABLES.goals.columns.findIndex((column) => column.field === field));
    const function_ = book.value("g", i + 1, width + 2 + f);
    const same = typeof own === "number" && typeof function_ === "number" ? Math.abs(own - function_) <= 1e-9 * Math.max(1, Math.abs(function_)) : isEmpty(own) ? isFailure(function_) || isEmpty(function_) : own === function_;
    return same ? [] : [`${i + 2} ${field}: ${JSON.stringify(own)} against ${JSON.stringify(function_)} for ${JSON.stringify(goal)}`];
  }));
}

/** A forecast that is not shown in the first days is no difference. */
const early = (lines: readonly string[]): string[] => lines.filter((line) => !/ forecast: (?:""|null) against/.test(line));

describe.each(["en", "ru"] as const)("calculated columns (%s)", (language) => {
  test.each([
    ["before it begins", day(6, 30)], ["on the first day", day(7, 1)], ["in July", day(7, 31)], ["on a Sunday", day(8, 16)], ["the day before it is due", day(9, 29)], ["on the day it is due", day(9, 30)], ["later", day(11, 5)],
  ])("are what GOAL_VALUE says %s", async (_, asOf) => {
    const goals = [...GOALS, ...ODD, ...REFUSED];
    const book = await calculated(goals, language, asOf, HOLIDAYS);
    expect(early(differences(book, goals))).toEqual([]);
    book.close();
  }, 60_000);

  test("without a day they are empty where GOAL_VALUE fails; progress needs none", async () => {
    const book = await calculated(GOALS, language, null, HOLIDAYS);
    expect(differences(book, GOALS)).toEqual([]);
    book.close();
  }, 60_000);

  test("are not empty: each of them has a value in most rows", async () => {
    const book = await calculated(GOALS, language, day(8, 14), HOLIDAYS);
    for (const field of FIELDS) {
      const at = TABLES.goals.columns.findIndex((column) => column.field === field);
      expect(GOALS.filter((_, i) => !isEmpty(book.value("g", i + 1, at))).length).toBeGreaterThan(GOALS.length / 3);
    }
    book.close();
  }, 60_000);

  test("with weekend days that are worked, and by season, they ask EXPECTED_TO_DATE", async () => {
    const goals = [...GOALS, ...SEASONAL];
    const book = await calculated(goals, language, day(7, 31), WORKED);
    expect(differences(book, goals)).toEqual([]);
    book.close();
  }, 60_000);
});

test("no day that is missing or odd makes the engine count the days from 1900 on", async () => {
  const timed = async (asOf: number | null, goals: readonly GoalRow[]): Promise<number> => {
    const from = performance.now();
    const book = await calculated(goals, "en", asOf, HOLIDAYS);
    const took = performance.now() - from;
    book.close();
    return took;
  };
  const blank = GOALS.map((goal, i) => (i % 2 === 0 ? { ...goal, start: null } : { ...goal, end: null }));
  const usual = await timed(day(9, 30), GOALS);
  // From 1900 on the days are 500 times as many as in a quarter.
  expect(Math.max(await timed(null, GOALS), await timed(5, GOALS), await timed(day(8, 16), blank))).toBeLessThan(5 * usual + 1000);
}, 120_000);

test("the score caps each goal and leaves out those without a fact and those that are cancelled", async () => {
  const goals: readonly GoalRow[] = [
    { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: 25, weight: 3, cycle: "2026-Q3", ...PERIOD }, { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: 5, weight: null, cycle: "2026-Q3", ...PERIOD },
    { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: -5, weight: 1, cycle: "2026-Q3", ...PERIOD }, { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: null, weight: 9, cycle: "2026-Q3", ...PERIOD },
    { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: 0, weight: 9, cycle: "2026-Q2", ...PERIOD },
    { type: "increase", baseline: 0, target: 10, accumulate: "sum", actual: 0, weight: 9, cycle: "2026-Q3", closed_as: "cancelled", ...PERIOD },
  ];
  const book = await calculated(goals, "en", day(7, 31), HOLIDAYS);
  expect(book.value("h", 13, 0)).toBeCloseTo((3 + 0.5 + 0) / 5, 12);
  book.close();
}, 60_000);

test("a cancelled goal says so, whatever its numbers", async () => {
  const goals = [{ ...GOALS[5]!, closed_as: "cancelled" }];
  const book = await calculated(goals, "ru", day(7, 31), HOLIDAYS);
  expect(book.value("g", 1, TABLES.goals.columns.findIndex(({ field }) => field === "status"))).toBe("Отменена");
  expect(columnOf("goals", "closed_as")).toBeDefined();
  book.close();
}, 60_000);
