/** The grey columns of goals with targets by month, calculated by the workbench's engine over a plan that the real store made, against the pane's own numbers. */
import type { IWorkbookData } from "@univerjs/core";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import { bookStore } from "../../../src/plan/book-store";
import type { Goal } from "../../../src/plan/cycles";
import { memoryOutbox } from "../../../src/plan/outbox";
import { measuresOn } from "../../../src/plan/measures";
import { calculatedFormula, calculatedRow } from "../../../src/plan/plan-formulas";
import { setSetting } from "../../../src/plan/settings";
import { settingRows } from "../../../src/plan/ready-plan";
import { sheetLayouts, sheetsOf } from "../../../src/plan/sheet-layout";
import { STATUS_WORDS } from "../../../src/plan/code-words";
import { TABLES } from "../../../src/plan/tables";
import type { Language } from "../../../src/plan/words";
import type { Operation } from "../../../src/plan/operation";
import { day, goal, type Fields } from "../../plan/rig";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

jest.setTimeout(180_000);
let book: HeadlessBook | undefined;
afterEach(() => book?.close());

const FIELDS = ["expected", "gap", "progress", "pace", "forecast", "status"] as const;
/** The last ones go by their path, whatever their months say. */
const GOALS: readonly Fields[] = [
  { name: "Revenue", target: 12, actual: 3 }, { name: "Calls", target: 12, actual: 6, pace_by: "calendar" }, { name: "Deals", target: 12, actual: 1, pace_by: "season" }, { name: "Leads", target: 12, actual: 12, path: "season" },
  { name: "From a baseline", baseline: 8, target: 20, actual: 12 }, { name: "Budget", type: "keep ≤", target: 12, actual: 4, unit: "money" }, { name: "Begun late", target: 12, actual: 2, start: day("2026-07-17"), end: day("2026-08-15") },
  { name: "Only a weekend of May", target: 12, actual: 4, start: day("2026-05-30") }, { name: "Without a fact", target: 12, actual: null },
  { name: "A level", target: 12, actual: 4, accumulate: "last value" }, { name: "At the end", target: 12, actual: 4, path: "at the end" }, { name: "Down", type: "decrease", baseline: 20, target: 12, actual: 18 },
];
const MONTHS = [["2026-05-01", 1], ["2026-07-01", 2], ["2026-07-31", 1], ["2026-08-01", 4], ["2026-09-15", 5], ["2026-10-01", 7]] as const;

test("fit into a cell of Excel with all names and cells as long as they can be", () => {
  for (const byMonth of [false, true]) expect(calculatedFormula("goals", "expected", () => "$AAA1000000", "ru", byMonth)!.length).toBeLessThan(6000);
});

test.each<Language>(["en", "ru"])("give on every day what the pane says (%s)", async (language) => {
  book = await openBook({
    id: `monthly-${language}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d"], sheets: { d: { id: "d", name: "Data", rowCount: 200, columnCount: 20, cellData: {} } },
  } as unknown as IWorkbookData, { language });
  let made = 0;
  const store = bookStore({ client: "abcdefghij", author: "abcdefghij", shared: false, layouts: sheetLayouts, calculated: calculatedRow, book: planBook(bookSheets(book)), outbox: memoryOutbox(), now: () => "2026-08-15T10:00:00Z", random: () => `abcdefgh${(made += 1)}` });
  const create = (table: "goals" | "settings" | "season" | "calendar" | "months", fields: Fields): Operation => ({ kind: "create", table, row: store.newRow(), fields });
  await store.start(language, [
    ...settingRows(language, day("2026-08-14"), "RUB").map((fields) => create("settings", fields)), ...GOALS.map((fields) => create("goals", goal(fields))),
    ...Array.from({ length: 12 }, (_, i) => create("season", { month: i + 1, index: i % 3 === 0 ? 0.5 : 1.25 })), create("calendar", { date: day("2026-08-12"), kind: "holiday", name: "Day off" }),
  ], () => undefined, { cancelled: false });
  await store.save(GOALS.flatMap((_, i) => MONTHS.map(([month, target]) => create("months", { goal: `G-${String(i + 1).padStart(3, "0")}`, month: day(month), target }))));
  const columns = FIELDS.map((field) => TABLES.goals.columns.findIndex((each) => each.field === field));
  const sheet = book.api.getActiveWorkbook()!.getSheets().find((each) => each.getSheetName() === sheetsOf(language)[1])!;
  const cell = (row: number, column: number): unknown => book!.value(sheet.getSheetId(), row, column);
  const said = (goals: readonly Goal[], plan: Parameters<typeof measuresOn>[0], date: number): unknown[][] => goals.map((each) => {
    const measures = measuresOn(plan, each, date);
    return FIELDS.map((field) => (field === "status" ? (measures.status === null ? null : STATUS_WORDS[measures.status][language]) : measures[field].value));
  });
  const isSame = (own: unknown, wanted: unknown): boolean => (wanted === null ? own === "" || own === null : typeof wanted === "number" ? typeof own === "number" && Math.abs(own - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)) : own === wanted);
  const days = ["2026-06-30", "2026-07-31", "2026-08-01", "2026-08-14", "2026-09-29", "2026-09-30"];
  for (const [round, text] of [...days, "2026-08-21", "2026-05-30"].entries()) {
    const date = day(text);
    let { plan } = (await store.load())!;
    // A Saturday that is worked: then the formulas ask EXPECTED_TO_DATE.
    await store.save([...setSetting(plan, "PLAN_ASOF", date, store.newRow), ...(round === days.length ? [create("calendar", { date: day("2026-08-15"), kind: "work", name: "Worked" })] : [])]);
    ({ plan } = (await store.load())!);
    const wanted = said(plan.rows.goals, plan, date);
    const wrong = (): string[] => wanted.flatMap((row, r) => row.flatMap((value, c) => (isSame(cell(r + 1, columns[c]!), value) ? [] : [`${text} ${plan.rows.goals[r]!.fields.name} ${FIELDS[c]}: ${JSON.stringify(cell(r + 1, columns[c]!))}, the pane says ${String(value)}`])));
    for (let tries = 0; tries < 100 && wrong().length > 0; tries += 1) await new Promise((later) => setTimeout(later, 100));
    expect(wrong()).toEqual([]);
    if (text === "2026-08-14") expect(wanted.slice(0, 3).map(([expected]) => expected)).toEqual([3 + (4 * 9) / 20, 3 + (4 * 14) / 31, 3 + (4 * 9) / 20].map((value) => expect.closeTo(value, 9)));
  }
});
