/** What takes operations back: the before-images of what they change, as operations. */
import { Changing } from "./change";
import { tableOf, type Operation } from "./operation";
import { columnOf, type Plan, type PlanRow, type Typed } from "./plan";
import type { TableKey } from "./tables";


/**
 * @param plan before the operations
 * @returns in the order in which they are to be done; nothing for an operation that changes nothing
 */
export function inverse(plan: Plan, operations: readonly Operation[]): Operation[] {
  const taken: Operation[] = [];
  const now = new Changing(plan);
  for (const operation of operations) {
    const [table, row] = [tableOf(operation), operation.row];
    const before = now.row(table, row);
    switch (operation.kind) {
      case "create":
      case "check-in":
        if (!before) taken.push({ kind: "delete", table, row });
        break;
      case "update":
        if (before) taken.push({ kind: "update", table, row, fields: Object.fromEntries(Object.keys(operation.fields).flatMap((field) => typedIn(before, table, field))) });
        break;
      case "delete":
        if (before) taken.push({ kind: "restore", table, row });
        break;
      case "restore":
        if (!before) taken.push({ kind: "delete", table, row });
        break;
    }
    now.apply(operation);
  }
  return taken.reverse();
}

/** What a person would type to make the cell what it is. An error that is no formula's is kept as its text. */
function typedIn(row: PlanRow, table: TableKey, field: string): [string, Typed][] {
  const column = columnOf(table, field);
  if (!column || column.kind === "id") return [];
  const formula = row.formulas[field];
  if (formula !== undefined) return [[field, { formula }]];
  if (column.kind === "calculated") return [[field, row.frozen[field] ?? null]];
  const odd = row.odd[field];
  if (odd !== undefined) return [[field, typeof odd === "object" && odd !== null ? odd.error : odd]];
  return [[field, ((row.fields as Readonly<Record<string, Typed>>)[field] ?? null)]];
}

