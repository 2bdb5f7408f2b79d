/** Formulas that the pane offers over a goal, calculated by the workbench's engine over a plan that the real store made: what was shown before is what the cell gives. */
import type { IWorkbookData } from "@univerjs/core";
import { asColumns } from "../../../src/catalogue/plan-names";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import { bookStore } from "../../../src/plan/book-store";
import { goalFormulas } from "../../../src/plan/goal-formulas";
import { memoryOutbox } from "../../../src/plan/outbox";
import { calculatedRow } from "../../../src/plan/plan-formulas";
import { readyPlan } from "../../../src/plan/ready-plan";
import { sheetLayouts } from "../../../src/plan/sheet-layout";
import type { Language } from "../../../src/plan/words";
import { AUGUST, FACTS, QUARTER } from "../../pane/plan-example";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

jest.setTimeout(120_000);
let book: HeadlessBook;
afterEach(() => book.close());

test.each<Language>(["en", "ru"])("every formula over every goal gives what the pane said (%s)", async (language) => {
  book = await openBook({
    id: `inserted-${language}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d"], sheets: { d: { id: "d", name: "Data", rowCount: 200, columnCount: 20, cellData: {} } },
  } as unknown as IWorkbookData, { language });
  let made = 0;
  const id = () => `abcdefgh${(made += 1)}`;
  const store = bookStore({ client: "abcdefghij", author: "abcdefghij", shared: false, layouts: sheetLayouts, calculated: calculatedRow, book: planBook(bookSheets(book)), outbox: memoryOutbox(), now: () => "2026-08-15T10:00:00Z", random: id });
  const cycleInputs = { ...QUARTER, target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "RUB" };
  const operations = [...readyPlan(cycleInputs, language, store.newRow, AUGUST), ...FACTS.filter(({ kind }) => kind === "check-in").map((operation) => ({ ...operation, row: store.newRow() })),
    // A typed fact, one of a formula, and a goal that goes by the season.
    ...["G-001", "G-002", "G-005"].map((goal, i) => ({ kind: "check-in" as const, row: store.newRow(), fields: { date: AUGUST, goal, value: [5_000_000, 30, 64_000][i]!, meaning: "total to date" } }))];
  await store.start(language, operations, () => undefined, { cancelled: false });
  const { plan: begun } = (await store.load())!;
  const facts = ["=LATEST_CHECKIN(\"G-001\",PLAN_CHECKINS[#All])", 31, 0.051, 151_000, "=LATEST_CHECKIN(\"G-005\",PLAN_CHECKINS[#All])", 40, 0.02, null, 48, 1_200_000, null];
  const done = book.api.getFormula().onCalculationResultApplied(60_000);
  await store.save(begun.rows.goals.flatMap((goal, i) => [{ kind: "update" as const, table: "goals" as const, row: goal.row, fields: { actual: typeof facts[i] === "string" ? { formula: facts[i] } : facts[i]!, ...(i === 1 && { pace_by: "season" }), ...(i === 3 && { weight: 0 }) } }]));
  await done;
  let { plan } = (await store.load())!;
  // The first result may be that of a writing before: the facts are read again until their formulas have given them.
  for (let tries = 0; tries < 100 && (plan.rows.goals[0]!.fields.actual !== 5_000_000 || plan.rows.goals[4]!.fields.actual !== 64_000); tries += 1) {
    await new Promise((later) => setTimeout(later, 100));
    ({ plan } = (await store.load())!);
  }
  const cells = await Promise.all(plan.rows.goals.map(async (goal) => goalFormulas(plan, goal, await store.placeOf("goals", goal.row, "goal_id"), AUGUST, language)));
  expect(cells[0]![1]!.formula).toBe(`=GOAL_VALUE(${language === "ru" ? "Цели" : "Goals"}!A2,PLAN_GOALS[#All],"progress")`);
  expect(cells[1]![4]!.formula).toBe(`=GOAL_VALUE(${language === "ru" ? "Цели" : "Goals"}!A3,PLAN_GOALS[#All],"pace",PLAN_ASOF,PLAN_DAYS,PLAN_SEASON_INDEX)`);
  const sheet = book.api.getActiveWorkbook()!.getSheetBySheetId("d")!;
  const calculated = book.api.getFormula().onCalculationResultApplied(60_000);
  cells.forEach((formulas, r) => formulas.forEach(({ formula }, c) => sheet.getRange(r, c).setValue({ f: asColumns(formula), v: null })));
  await calculated;
  // That may have been the end of a calculation that had begun before: the engine is waited for, and not asked again, or formulas that it forgets would not be noticed.
  for (let tries = 0; tries < 200 && book.value("d", cells.length - 1, cells[0]!.length - 1) === null; tries += 1) await new Promise((later) => setTimeout(later, 100));
  const wrong = cells.flatMap((formulas, r) => formulas.flatMap(({ field, value, formula }, c) => {
    const cell = book.value("d", r, c);
    const same = value === null ? typeof cell === "object" && cell !== null : typeof value === "number" ? typeof cell === "number" && Math.abs(cell - value) <= 1e-9 * Math.max(1, Math.abs(value)) : cell === value;
    return same ? [] : [`${plan.rows.goals[r]!.label} ${field}: ${formula} gives ${JSON.stringify(cell)}, the pane said ${String(value)}`];
  }));
  expect(wrong).toEqual([]);
  expect(cells.flat().filter(({ value }) => value !== null).length).toBeGreaterThan(70);
});
