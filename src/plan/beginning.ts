/** What a start writes, and what taking it back leaves: cells that formulas call by their names stay, or the names would mean nothing. */
import { nameKey } from "../core/order";
import { labelIn } from "./codec";
import { inverse } from "./inverse";
import { labelText } from "./labels";
import { tableOf, type Operation } from "./operation";
import { columnOf, type Plan, type PlanRow, type RowId } from "./plan";
import { TABLE_KEYS, TABLES, type TableKey } from "./tables";

/** Their rows have names, such as PLAN_ASOF. */
const isNamed = (table: TableKey): boolean => table === "settings" || table === "season";

const keyOf = (table: TableKey, fields: object): string => nameKey(String((fields as Readonly<Record<string, unknown>>)[TABLES[table].key ?? ""] ?? ""));

/**
 * What takes a start back.
 *
 * @param plan as the start left it
 */
export function startTaken(plan: Plan, operations: readonly Operation[]): Operation[] {
  const before: Plan = { ...plan, rows: Object.fromEntries(TABLE_KEYS.map((table) => [table, []])) as unknown as Plan["rows"] };
  return inverse(before, operations).filter((operation) => !isNamed(tableOf(operation)));
}

/**
 * The same start over sheets that an earlier one left: what has a name there already is changed, and not made twice; and what refers to
 * `G-001` means the first of its own goals, whose number is another one now, as no number is given twice.
 */
export function startOver(plan: Plan | null, operations: readonly Operation[]): readonly Operation[] {
  if (plan === null) return operations;
  const made = new Map<string, RowId>();
  const counts = new Map<TableKey, number>();
  for (const operation of operations) {
    if (operation.kind !== "create") continue;
    const { table, row } = operation;
    const number = (counts.get(table) ?? 0) + 1;
    counts.set(table, number);
    if (TABLES[table].prefix !== null) made.set(labelText(table, number), row);
  }
  return operations.map((operation): Operation => {
    if (operation.kind !== "create") return operation;
    const { table } = operation;
    const fields = Object.fromEntries(Object.entries(operation.fields).map(([field, value]) => {
      const column = columnOf(table, field);
      return [field, column?.kind === "ref" && typeof value === "string" ? (made.get(labelIn(column.to as TableKey, value) ?? "") ?? value) : value];
    }));
    const there = isNamed(table) ? (plan.rows[table] as readonly PlanRow[]).find((each) => keyOf(table, each.fields) === keyOf(table, operation.fields)) : undefined;
    return there ? { kind: "update", table, row: there.row, fields } : { ...operation, fields };
  });
}

/** Sheets of a plan with nothing in them that somebody would miss: it may begin in any way. */
export const isBare = (plan: Plan): boolean => TABLE_KEYS.every((table) => isNamed(table) || plan.rows[table].length === 0);
