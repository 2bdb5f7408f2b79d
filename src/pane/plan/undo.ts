/** What can still be undone: an action whose cells are as it left them. */
import { change } from "../../plan/change";
import { tableOf, type Operation } from "../../plan/operation";
import type { Plan, PlanRow, RowId } from "../../plan/plan";
import type { TableKey } from "../../plan/tables";

/** One action of the user, as it stands in the list. */
export type Done = { readonly title: string; readonly operations: readonly Operation[]; readonly inverse: readonly Operation[] };

/** As many are kept. */
export const MOST_DONE = 20;

const find = (plan: Plan, table: TableKey, row: RowId): PlanRow | undefined => (plan.rows[table] as readonly PlanRow[]).find((each) => each.row === row);
const part = (row: PlanRow, fields: readonly string[]): string =>
  JSON.stringify(fields.map((field) => [(row.fields as Readonly<Record<string, unknown>>)[field], row.formulas[field], row.odd[field]]));

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
    if (again && part(withoutValues(again), written) !== part(withoutValues(now), written)) return { table, row };
  }
  return null;
}

const withoutValues = (row: PlanRow): PlanRow => ({ ...row, fields: { ...row.fields, ...Object.fromEntries(Object.keys(row.formulas).map((field) => [field, null])) } as PlanRow["fields"] });
