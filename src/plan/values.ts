/** Tables of the plan as values only, for whoever has no add-in: what a reader sees in the cells, calculated columns too, and no formula. */
import { costPlanOf } from "./resources";
import { GOAL_STATUSES } from "./codes";
import { shownRows, type Cycle, type Goal, type Resource } from "./cycles";
import { labelAndName, rowOf } from "./find";
import { measuresOf } from "./measures";
import { columnFormat, formatsOf, PLAIN_FORMAT, type Fields } from "./number-formats";
import type { ErrorValue, Plan, PlanRow, Value } from "./plan";
import type { Column } from "./schema";
import { TABLES, type TableKey } from "./tables";

export const VALUE_TABLES = ["goals", "tasks", "resources", "checkins", "actions"] as const satisfies readonly TableKey[];
export type ValuesOf = (typeof VALUE_TABLES)[number];

/** A text, a number as its number format shows it (in the English notation), or a day as a serial number. null: blank. */
export type ValueCell = string | { readonly number: number; readonly format: string } | { readonly day: number } | null;
export type ValueTable = { readonly title: string; readonly header: readonly string[]; readonly rows: readonly (readonly ValueCell[])[] };

/**
 * The rows of a cycle as its screens show them; check-ins and actions go with their goal, and stay where they name none of the plan.
 *
 * @param cycle null: of the whole plan
 */
export function rowsToCopy(plan: Plan, table: ValuesOf, cycle: Cycle | null): readonly PlanRow[] {
  if (table !== "checkins" && table !== "actions") return shownRows(plan, table, cycle) as readonly PlanRow[];
  const goals = new Set(shownRows(plan, "goals", cycle));
  return (plan.rows[table] as readonly PlanRow<"checkins" | "actions">[]).filter((row) => {
    const goal = goalOf(plan, row as PlanRow);
    return goal === null || goals.has(goal);
  }) as readonly PlanRow[];
}

/** In the language of the file. @param today whole day, counts where the settings name none */
export function valuesOf(plan: Plan, table: ValuesOf, cycle: Cycle | null, today: number): ValueTable {
  const { language } = plan;
  const columns: readonly Column[] = TABLES[table].columns;
  const rows = rowsToCopy(plan, table, cycle).map((row) => {
    const formats = formatsOf(table, fieldsOf(row), fieldsOf(goalOf(plan, row)));
    const calculated = calculatedOf(plan, table, row, today);
    return columns.map((column): ValueCell => {
      const value = column.kind === "calculated" ? (calculated[column.field] ?? null) : (valueOf(plan, row, column) ?? calculated[column.field] ?? null);
      if (value === null || value === "") return null;
      if (typeof value !== "number") return String(value);
      return column.kind === "date" ? { day: value } : { number: value, format: formats.get(column.field) ?? columnFormat(column, language) ?? PLAIN_FORMAT };
    });
  });
  return { title: TABLES[table].sheet[language], header: columns.map(({ header }) => header[language]), rows };
}

const goalOf = (plan: Plan, { fields }: PlanRow): Goal | null => rowOf(plan, "goals", (fields as { readonly goal?: string | null }).goal ?? null);
const fieldsOf = (row: PlanRow | Goal | null): Fields => new Map(Object.entries(row?.fields ?? {}));

/** As its cell reads: a word of the file's language, a reference with the name it stands for, and what was not understood as it was typed. */
function valueOf(plan: Plan, row: PlanRow, { field, kind, codes, to }: Column): Value {
  if (kind === "id") return row.label;
  const odd: Value | ErrorValue | undefined = row.odd[field];
  if (odd !== undefined && odd !== null) return typeof odd === "object" ? odd.error : String(odd);
  const value = (row.fields as Readonly<Record<string, Value>>)[field] ?? null;
  if (typeof value !== "string") return value;
  if (kind === "code") return codes?.find(({ code }) => code === value)?.words[plan.language] ?? value;
  const meant = kind === "ref" ? rowOf(plan, to as TableKey, value) : null;
  return meant ? labelAndName(to as TableKey, meant) : value;
}

/**
 * What the plain formulas of the sheet give; blank where they are. And the fact that they are made of, where only check-ins know it: a row
 * with progress and without a fact would not be believed.
 */
function calculatedOf(plan: Plan, table: ValuesOf, row: PlanRow, today: number): Readonly<Record<string, Value>> {
  if (table === "resources") return { cost_plan: costPlanOf(row as Resource) };
  if (table !== "goals") return {};
  const { actual, factDay, expected, gap, progress, pace, forecast, status } = measuresOf(plan, row as Goal, today);
  return {
    ...((row as Goal).fields.actual === null && actual.value !== null && { actual: actual.value, as_of: factDay }),
    expected: expected.value, gap: gap.value, progress: progress.value, pace: pace.value, forecast: forecast.value,
    status: GOAL_STATUSES.find(({ code }) => code === status)?.words[plan.language] ?? null,
  };
}
