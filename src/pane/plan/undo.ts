/** What can still be undone: an action whose cells are as it left them. */
import { change } from "../../plan/change";
import { tableOf, type Operation } from "../../plan/operation";
import { rowOf } from "../../plan/find";
import { columnOf, type Plan, type PlanRow, type RowId } from "../../plan/plan";
import type { TableKey } from "../../plan/tables";

/** One action of the user, as it stands in the list. */
export type Done = { readonly title: string; readonly operations: readonly Operation[]; readonly inverse: readonly Operation[] };

/** As many are kept. */
export const MOST_DONE = 20;

const find = (plan: Plan, table: TableKey, row: RowId): PlanRow | undefined => (plan.rows[table] as readonly PlanRow[]).find((each) => each.row === row);
/** @param plan to know what references mean: `G-003 New customers` is written, and `G-003` is kept */
const part = (plan: Plan, table: TableKey, row: PlanRow, fields: readonly string[]): string =>
  JSON.stringify(fields.map((field) => {
    const value = (row.fields as Readonly<Record<string, unknown>>)[field];
    const column = columnOf(table, field);
    const meant = column?.kind === "ref" && typeof value === "string" ? rowOf(plan, column.to as TableKey, value)?.row : undefined;
    return [meant ?? value, row.formulas[field], row.odd[field]];
  }));

/** The first row that is no more as the operations left it: changed by hand, by somebody else, or gone. null where all are. */
export function changedSince(plan: Plan, operations: readonly Operation[]): { readonly table: TableKey; readonly row: RowId } | null {
  // Of several operations on one field the last is what counts.
  const last = new Map<string, { readonly operation: Operation; readonly fields: Record<string, Operation> }>();
  for (const operation of operations) {
    const key = `${tableOf(operation)} ${operation.row}`;
    const fields = { ...last.get(key)?.fields };
    if ("fields" in operation) for (const field of Object.keys(operation.fields)) fields[field] = operation;
    last.set(key, { operation, fields });
  }
  for (const { operation, fields } of last.values()) {
    const [table, row] = [tableOf(operation), operation.row];
    const now = find(plan, table, row);
    const isGone = operation.kind === "delete";
    if (isGone !== (now === undefined)) return { table, row };
    if (!now || isGone) continue;
    const patch = Object.fromEntries(Object.entries(fields).map(([field, from]) => [field, "fields" in from ? (from.fields[field] ?? null) : null]));
    const again = find(change(plan, { kind: "update", table, row, fields: patch }), table, row);
    // A formula has a value by now; what was written is the formula.
    const written = Object.keys(fields);
    if (again && part(plan, table, withoutValues(again), written) !== part(plan, table, withoutValues(now), written)) return { table, row };
  }
  return null;
}

const withoutValues = (row: PlanRow): PlanRow => ({ ...row, fields: { ...row.fields, ...Object.fromEntries(Object.keys(row.formulas).map((field) => [field, null])) } as PlanRow["fields"] });
