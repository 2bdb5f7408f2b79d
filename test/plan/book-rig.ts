/** A workbook in memory with a store over it, and what people do in its sheets. */
import { bookStore, type BookStoreOptions } from "../../src/plan/book-store";
import type { AsyncBook } from "../../src/plan/book";
import type { SheetLayout } from "../../src/plan/layout";
import { memoryBook, type MemoryBook, type MemoryCell } from "../../src/plan/memory-book";
import { memoryOutbox, type Outbox } from "../../src/plan/outbox";
import type { PlanStore } from "../../src/plan/store";
import { TABLES, TABLE_KEYS, type TableKey } from "../../src/plan/tables";
import type { TableDef } from "../../src/plan/schema";
import type { Language } from "../../src/plan/words";

/** Headers only: what a sheet looks like is no matter of the store. */
export function plainLayouts(language: Language): ReadonlyMap<string, SheetLayout> {
  const layouts = new Map<string, { tables: SheetLayout["tables"][number][]; names: []; colours: []; texts: [] }>();
  for (const key of TABLE_KEYS) {
    const { name, sheet, columns, machine }: TableDef = TABLES[key];
    const layout = layouts.get(sheet[language]) ?? { tables: [], names: [], colours: [], texts: [] };
    const last = layout.tables[layout.tables.length - 1];
    const headers = [...columns.map(({ header }) => header[language]), ...machine];
    layout.tables.push({ name, column: last ? last.column + last.columns.length + 1 : 0, columns: headers.map((header) => ({ header, width: 10, format: null, list: null, calculated: false, hint: "" })) });
    layouts.set(sheet[language], layout);
  }
  return layouts;
}

export const go = { progress: () => undefined, cancel: { cancelled: false } };

export type Rig = { readonly book: MemoryBook; readonly store: PlanStore; readonly outbox: Outbox; readonly options: BookStoreOptions };

let made = 0;
/** @param through what stands between the store and the book, such as faults */
export function rig(client = "anna", book = memoryBook(), through: (inner: AsyncBook) => AsyncBook = (inner) => inner, outbox = memoryOutbox()): Rig {
  let minute = 0;
  const options: BookStoreOptions = {
    client, author: client, shared: false, layouts: plainLayouts, calculated: null, book: through(book.async), outbox,
    now: () => `2026-11-25T10:${String((minute += 1) % 60).padStart(2, "0")}:00Z`,
    random: () => `q${(made += 1)}`,
  };
  return { book, outbox, options, store: bookStore(options) };
}

/** A plan in English with two goals and a task. */
export async function started(client = "anna", language: Language = "en"): Promise<Rig & { readonly cac: string; readonly nps: string; readonly task: string }> {
  const each = rig(client);
  const { store } = each;
  const [cac, nps, task] = [store.newRow(), store.newRow(), store.newRow()];
  await store.start(language, [
    { kind: "create", table: "goals", row: cac, fields: { name: "CAC", type: "decrease", target: 60000, end: 46295, owner: "Anna" } },
    { kind: "create", table: "goals", row: nps, fields: { name: "NPS", type: "keep ≥", target: 50, owner: "Boris" } },
    { kind: "create", table: "tasks", row: task, fields: { action: "Count all costs", goal: "CAC", due: 46260, status: "in progress" } },
  ], go.progress, go.cancel);
  await store.load();
  return { ...each, cac, nps, task };
}

export const sheetOf = (book: MemoryBook, table: TableKey) => book.sheets.get(TABLES[table].sheet.en) ?? book.sheets.get(TABLES[table].sheet.ru)!;

export function columnAt(book: MemoryBook, table: TableKey, field: string): number {
  const column = (TABLES[table] as TableDef).columns.find((each) => each.field === field);
  const headers: readonly string[] = column ? [column.header.en, column.header.ru] : [field];
  return sheetOf(book, table).rows[0]!.findIndex((cell) => headers.includes(cell as string));
}

/** A person types into a cell; `row` counts from 1 under the header. */
export function type(book: MemoryBook, table: TableKey, row: number, field: string, cell: MemoryCell | undefined): void {
  const { rows } = sheetOf(book, table);
  while (rows.length <= row) rows.push([]);
  rows[row]![columnAt(book, table, field)] = cell;
}

export const shown = (book: MemoryBook, table: TableKey, row: number, field: string): MemoryCell | undefined => sheetOf(book, table).rows[row]?.[columnAt(book, table, field)];

export const labels = (book: MemoryBook, table: TableKey): readonly unknown[] => sheetOf(book, table).rows.slice(1).map((row) => row[0]).filter((cell) => cell !== undefined);

/** Cells that a call writes. */
export async function cellsWritten(book: MemoryBook, call: () => Promise<unknown>): Promise<number> {
  const before = book.written.cells;
  await call();
  return book.written.cells - before;
}
