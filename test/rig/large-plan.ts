/** A plan as large as any: 500 goals, 5,000 tasks, 2,000 resources and 20,000 check-ins, with its journal, as a file of the workbench. */
import { columnName, sheetPrefix } from "../../src/hosts/workbench/address";
import type { PlainBook, PlainSheet, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { writeXlsx } from "../../src/hosts/workbench/files/xlsx-write";
import { bookStore } from "../../src/plan/book-store";
import { memoryBook, type MemoryBook, type MemorySheet } from "../../src/plan/memory-book";
import type { Operation } from "../../src/plan/operation";
import { memoryOutbox } from "../../src/plan/outbox";
import { calculatedRow } from "../../src/plan/plan-formulas";
import { SETTING_WORDS } from "../../src/plan/setting-words";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import type { Language } from "../../src/plan/words";

export type Size = { readonly goals: number; readonly tasks: number; readonly resources: number; readonly checkins: number };
export const FULL: Size = { goals: 500, tasks: 5000, resources: 2000, checkins: 20_000 };

/** 1 July to 30 September 2026, looked at on 15 August. */
const [START, END, AS_OF] = [46204, 46295, 46249];
const label = (prefix: string, n: number): string => `${prefix}-${String(n + 1).padStart(3, "0")}`;
const many = (count: number, made: (i: number) => Operation): readonly Operation[] => Array.from({ length: count }, (_, i) => made(i));
const AREAS = ["team", "hiring", "analysis"] as const;

export function operationsOf({ goals, tasks, resources, checkins }: Size): readonly Operation[] {
  const settings: Readonly<Record<string, number | string>> = { PLAN_ASOF: AS_OF, PLAN_GREEN: 0.95, PLAN_YELLOW: 0.8 };
  return [
    { kind: "create", table: "cycles", row: "cycle", fields: { cycle_id: "2026-Q3", name: "Third quarter", start: START, end: END, phase: "control", cadence: "week", pace_by: "working", status: "active" } },
    ...Object.keys(SETTING_WORDS).map((name): Operation => ({ kind: "create", table: "settings", row: `set-${name.replace(/_/g, "-")}`, fields: { name, value: settings[name] ?? null } })),
    ...many(goals, (i) => ({ kind: "create", table: "goals", row: `g-${i}`, fields: { cycle: "2026-Q3", name: `Goal number ${i + 1}`, type: "increase", unit: "pcs", baseline: 0, target: 100 + i, accumulate: "sum", start: START, end: END, path: "linear", pace_by: "working", owner: `Owner ${i % 20}`, weight: 1, actual: i % 90, as_of: AS_OF } })),
    ...many(tasks, (i) => ({ kind: "create", table: "tasks", row: `t-${i}`, fields: { cycle: "2026-Q3", area: AREAS[i % 3]!, action: `Task number ${i + 1}`, owner: `Owner ${i % 20}`, start: START + (i % 60), due: START + 10 + (i % 80), status: i % 3 === 0 ? "done" : "not started", goal: label("G", i % goals) } })),
    ...many(resources, (i) => ({ kind: "create", table: "resources", row: `r-${i}`, fields: { cycle: "2026-Q3", kind: "human", name: `Resource number ${i + 1}`, qty_plan: 1 + (i % 9), price: 1000 + i, status: "available", owner: `Owner ${i % 20}`, goal: label("G", i % goals) } })),
    ...many(checkins, (i) => ({ kind: "check-in", row: `k-${i}`, fields: { date: START + (Math.floor(i / goals) % 46), goal: label("G", i % goals), value: (Math.floor(i / goals) % 46) + (i % 7), meaning: "total to date", confidence: 7, author: `Owner ${i % 20}` } })),
  ];
}

/** As the store of the workbench would have made it. */
async function bookOf(size: Size, language: Language): Promise<MemoryBook> {
  const book = memoryBook();
  let made = 0;
  // The sheets pass as they are: nobody changes what was read.
  const sync = (request: Parameters<MemoryBook["sync"]>[0]) => Promise.resolve(book.sync(request));
  const store = bookStore({
    client: "anna", author: "Anna", shared: false, layouts: sheetLayouts, calculated: calculatedRow, book: sync, outbox: memoryOutbox(),
    now: () => "2026-08-15T10:00:00Z", random: () => `q${(made += 1)}`,
  });
  await store.start(language, operationsOf(size), () => undefined, { cancelled: false });
  await store.load(); // rows are noted as placed
  return book;
}

export async function largePlan(size: Size = FULL, language: Language = "en"): Promise<Uint8Array> {
  const { sheets } = await bookOf(size, language);
  const layouts = sheetLayouts(language);
  const plain: PlainBook = {
    sheets: Array.from(sheets, ([name, sheet]) => plainSheet(name, sheet)),
    styles: [{}],
    names: [...layouts].flatMap(([sheet, { tables, names }]) => [
      ...tables.map(({ name, column, columns }) => ({ name, refersTo: `${sheetPrefix(sheet)}$${columnName(column)}:$${columnName(column + columns.length - 1)}` })),
      ...names.map(({ name, row, column, rows, columns }) => ({ name, refersTo: `${sheetPrefix(sheet)}$${columnName(column)}$${row + 1}:$${columnName(column + columns - 1)}$${row + rows}`.replace(rows * columns === 1 ? /:.*$/ : /$^/, "") })),
    ]),
  };
  return writeXlsx(plain, new Date(0));
}

function plainSheet(name: string, { rows, hidden }: MemorySheet): PlainSheet {
  const formulas: { readonly row: number; readonly column: number; readonly formula: string }[] = [];
  const values = rows.map((row, r) => Array.from(row, (cell, column): Scalar => {
    if (typeof cell !== "object") return cell ?? null;
    if ("formula" in cell) formulas.push({ row: r, column, formula: cell.formula });
    return null;
  }));
  return { name, rows: values, styles: [], formulas, widths: [], merges: [], frozen: { rows: 1, columns: 0 }, hidden };
}
