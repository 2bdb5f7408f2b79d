/** Plans for tests, made as a person makes them: row by row. */
import { parseDate } from "../../src/catalogue/cells";
import { changeAll } from "../../src/plan/change";
import type { Operation } from "../../src/plan/operation";
import { emptyPlan, type Plan, type PlanRow, type RowId, type Typed } from "../../src/plan/plan";
import { TABLES, TABLE_KEYS, type TableKey } from "../../src/plan/tables";
import type { Language } from "../../src/plan/words";

export type Fields = Readonly<Record<string, Typed>>;
export type Tables = Partial<Readonly<Record<TableKey, readonly Fields[]>>>;

/** `2026-07-31` as a serial number. */
export const day = (text: string): number => parseDate(text)!;

/** The rows of a table are `goals-1`, `goals-2` and so on. */
export const planOf = (tables: Tables, language: Language = "en"): Plan =>
  changeAll(emptyPlan(language), TABLE_KEYS.flatMap((table) => (tables[table] ?? []).map((fields, i): Operation => ({ kind: "create", table, row: `${table}-${i + 1}`, fields }))));

export function counter(): () => RowId {
  let made = 0;
  return () => `new-${(made += 1)}`;
}

/** The table as it stands on the sheet: headers and codes' labels in the language of the plan. */
export function sheetOf(plan: Plan, table: TableKey): unknown[][] {
  const { columns } = TABLES[table];
  const cell = (row: PlanRow, { field, kind, codes }: (typeof columns)[number] & { readonly codes?: readonly { readonly code: string; readonly words: Readonly<Record<Language, string>> }[] }): unknown => {
    if (kind === "id") return row.label;
    if (kind === "calculated") return null;
    const value = (row.fields as Fields)[field] ?? null;
    return codes?.find(({ code }) => code === value)?.words[plan.language] ?? value;
  };
  return [columns.map(({ header }) => header[plan.language]), ...(plan.rows[table] as readonly PlanRow[]).map((row) => columns.map((column) => cell(row, column)))];
}

/** A quarter that most tests live in. */
export const Q3: Fields = { cycle_id: "2026-Q3", start: day("2026-07-01"), end: day("2026-09-30"), phase: "plan", cadence: "week", pace_by: "working", status: "active" };
/** A goal of it; what is given comes on top. */
export const goal = (fields: Fields): Fields => ({ cycle: "2026-Q3", type: "increase", unit: "pcs", accumulate: "sum", start: day("2026-07-01"), end: day("2026-09-30"), owner: "Anna", ...fields });
