/** Rows by what a reference says: their id, their name, or both as `G-003 New customers`. Names are compared as everywhere. */
import { nearest } from "../core/nearest";
import { collapse, nameKey } from "../core/order";
import { labelOf } from "./label";
import { memo } from "./memo";
import type { Plan, PlanRow } from "./plan";
import { TABLES, type TableKey } from "./tables";

/** The field by which people call a row. */
const NAMES: Readonly<Partial<Record<TableKey, string>>> = {
  cycles: "name", goals: "name", tasks: "action", resources: "name", actions: "action", funnel: "stage", team: "person", settings: "name",
};

type Called = { readonly label: string; readonly fields: object };

const textOf = (row: Called, field: string | null | undefined): string => {
  const value = field ? (row.fields as Readonly<Record<string, unknown>>)[field] : null;
  return typeof value === "string" || typeof value === "number" ? collapse(String(value)) : "";
};

/** `G-003`, or the key of a table whose rows have no id: `2026-Q3`, a person. */
export const idOf = <T extends TableKey>(table: T, row: PlanRow<T>): string => row.label || textOf(row, TABLES[table].key);
export const nameOf = <T extends TableKey>(table: T, row: PlanRow<T>): string => textOf(row, NAMES[table]);

/** `G-003 New customers`; a cycle `2026-Q3`: how a reference to the row is written. */
export const labelAndName = <T extends TableKey>(table: T, row: PlanRow<T>): string =>
  (row.label === "" ? idOf(table, row) || nameOf(table, row) : [row.label, nameOf(table, row)].filter((part) => part !== "").join(" "));

type Index = {
  readonly ids: ReadonlyMap<string, readonly PlanRow[]>;
  readonly names: ReadonlyMap<string, readonly PlanRow[]>;
  /** What references meant so far: thousands of rows refer to a few. */
  readonly asked: Map<string, readonly PlanRow[]>;
};

const grouped = (rows: readonly PlanRow[], called: (row: PlanRow) => string): ReadonlyMap<string, readonly PlanRow[]> => {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const key = nameKey(called(row));
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};

/** One index for each table, because the same rows stand in one table only. */
const INDEXES = Object.fromEntries((Object.keys(TABLES) as TableKey[]).map((table) =>
  [table, memo((rows: readonly PlanRow[]): Index => ({ ids: grouped(rows, (row) => idOf(table, row)), names: grouped(rows, (row) => nameOf(table, row)), asked: new Map() }))])) as Record<TableKey, (rows: readonly PlanRow[]) => Index>;

/**
 * The rows that a reference may mean, as GOAL_VALUE finds a goal: the whole text among the ids, then among the names, then the id of
 * its label.
 */
export function rowsOf<T extends TableKey>(plan: Plan, table: T, ref: string | null): readonly PlanRow<T>[] {
  if (ref === null || ref === "") return [];
  const index = INDEXES[table](plan.rows[table] as readonly PlanRow[]);
  let found = index.asked.get(ref);
  if (!found) index.asked.set(ref, (found = meantBy(index, nameKey(ref))));
  return found as readonly PlanRow<T>[];
}

const meantBy = ({ ids, names }: Index, key: string): readonly PlanRow[] => (key === "" ? [] : (ids.get(key) ?? names.get(key) ?? ids.get(labelOf(key)?.id ?? "") ?? []));

/** The one row that a reference means; null where there is none, or several. */
export function rowOf<T extends TableKey>(plan: Plan, table: T, ref: string | null): PlanRow<T> | null {
  const [first, second] = rowsOf(plan, table, ref);
  return second ? null : (first ?? null);
}

/** What was probably meant by a reference that hits nothing, as `G-003 New customers`; null where the table is empty. */
export function nearestName(plan: Plan, table: TableKey, ref: string): string | null {
  const rows = plan.rows[table] as readonly PlanRow[];
  const [key, label] = [nameKey(ref), labelOf(nameKey(ref))];
  // A label is compared by its name: its id hits nothing, or it would have been found.
  const candidates = rows.flatMap((row) => [idOf(table, row), nameOf(table, row)].filter((text) => text !== "").map((text) => ({ row, text: nameKey(text) })));
  const found = candidates[nearest(label?.name ?? key, candidates.map(({ text }) => text))];
  return found ? labelAndName(table, found.row) : null;
}

export const rowById = <T extends TableKey>(plan: Plan, table: T, row: string): PlanRow<T> | null =>
  (plan.rows[table] as readonly PlanRow<T>[]).find((each) => each.row === row) ?? null;
