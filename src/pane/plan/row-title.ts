/** What people call a row: the name of a goal, what is to be done in a task. */
import { TABLES, type TableKey } from "../../plan/tables";
import type { Plan, PlanRow, RowId } from "../../plan/plan";

const TITLES: Readonly<Partial<Record<TableKey, string>>> = { goals: "name", tasks: "action", resources: "name", actions: "action", checkins: "goal", cycles: "name" };

/** null where the row is gone, or nameless and without a label. */
export function rowTitle(plan: Plan, table: TableKey, row: RowId): string | null {
  const found = (plan.rows[table] as readonly PlanRow[]).find((each) => each.row === row);
  if (!found) return null;
  const fields = found.fields as Readonly<Record<string, unknown>>;
  const name = fields[TITLES[table] ?? ""] ?? fields[TABLES[table].key ?? ""] ?? (found.label || null);
  return name === null || name === undefined ? null : String(name);
}
