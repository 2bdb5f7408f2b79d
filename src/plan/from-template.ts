/** A cycle, or a whole plan, out of a template. */
import { collapse } from "../core/order";
import { labelNumber, labelText } from "./labels";
import type { Operation, Patch } from "./operation";
import { columnOf, type Plan, type RowId, type Value } from "./plan";
import { settingRows } from "./ready-plan";
import { READY_WORDS } from "./ready-texts";
import type { TableKey } from "./tables";
import { TEMPLATE_FIELDS, type Template, type TemplateRow, type TemplateTable } from "./template";
import type { Language } from "./words";

export type Beginning = {
  /** First and last day of the new period. */
  readonly from: number;
  readonly to: number;
  /** Key of the new cycle. */
  readonly key: string;
  readonly today: number;
  readonly language: Language;
  readonly newRow: () => RowId;
};

/** Tables whose rows belong to a cycle; the others are there once for the whole plan. */
const OF_CYCLE = ["goals", "tasks", "resources"] as const;
const OF_PLAN = ["funnel", "team", "ramp", "season"] as const;

/** Everything, for a workbook without a plan. */
export function planOfTemplate(template: Template, beginning: Beginning): Operation[] {
  const { language, today, newRow } = beginning;
  const currency = template.rows.cycles[0]?.["currency"] ?? "";
  const typed = new Map(template.rows.settings.map(({ name, value }) => [String(name).toUpperCase(), value ?? null]));
  const base = settingRows(language, today, String(currency)).map((fields): Patch => ({ ...fields, ...(typed.has(String(fields["name"])) && { value: typed.get(String(fields["name"]))! }) }));
  const named = new Set(base.map(({ name }) => name));
  const others = [...typed].filter(([name]) => !named.has(name)).map(([name, value]): Patch => ({ name, value }));
  return [
    ...[...base, ...others].map((fields): Operation => ({ kind: "create", table: "settings", row: newRow(), fields })),
    ...cycleOfTemplate(template, beginning, null),
    ...OF_PLAN.flatMap((table) => rowsOf(template, table, beginning, () => 0)),
  ];
}

/** A cycle with its goals, tasks and resources. @param plan into which it goes; its funnel, team and settings stay. null: into none */
export function cycleOfTemplate(template: Template, beginning: Beginning, plan: Plan | null): Operation[] {
  const { from, to, key, language, newRow } = beginning;
  const highest = (table: TableKey): number => (plan?.rows[table] ?? []).reduce((most, { label }) => Math.max(most, labelNumber(table, label) ?? 0), 0);
  const cycle: Patch = {
    cadence: "week", pace_by: "working", ...template.rows.cycles[0], cycle_id: key, name: READY_WORDS.cycle[language].replace("{0}", key), start: from, end: to, phase: "plan", status: plan ? "draft" : "active",
  };
  return [{ kind: "create", table: "cycles", row: newRow(), fields: cycle }, ...OF_CYCLE.flatMap((table) => rowsOf(template, table, beginning, highest))];
}

/** What every new row of the table begins with. */
const begun = (table: TemplateTable, key: string, row: TemplateRow): Patch =>
  table === "goals" ? { cycle: key } : table === "tasks" ? { cycle: key, status: "not started" } : table === "resources" ? { cycle: key, status: Number(row["lead_days"] ?? 0) > 0 ? "needed" : "available" } : table === "funnel" ? { source: "typed" } : {};

function rowsOf(template: Template, table: TemplateTable, beginning: Beginning, highest: (table: TableKey) => number): Operation[] {
  return template.rows[table].map((row): Operation => ({
    kind: "create", table, row: beginning.newRow(),
    fields: { ...begun(table, beginning.key, row), ...Object.fromEntries(TEMPLATE_FIELDS[table].map((field) => [field, valueOf(template, table, field, row, beginning, highest)])), ...(table === "tasks" && { origin: READY_WORDS.template[beginning.language] }) },
  }));
}

function valueOf(template: Template, table: TemplateTable, field: string, row: TemplateRow, beginning: Beginning, highest: (table: TableKey) => number): Value {
  const value = row[field] ?? null;
  const column = columnOf(table, field)!;
  if (column.kind === "date") return dayOf(template, table, field, value, beginning);
  if (column.kind !== "ref" || typeof value !== "number") return value;
  const to = column.to as "goals" | "tasks";
  const name = template.rows[to][value]?.[to === "goals" ? "name" : "action"] ?? "";
  return collapse(`${labelText(to, highest(to) + value + 1)} ${name}`);
}

/**
 * As far from the start as it was and inside the new period; what ended with the period ends with the new one. Where that has begun
 * already, tasks and resources are not dated before today: nothing is overdue in the minute in which it is made.
 */
function dayOf({ days }: Template, table: TemplateTable, field: string, value: TemplateRow[string] | null, { from, to, today }: Beginning): number | null {
  if (table === "team") return Math.max(1, from + Number(value ?? 0));
  if (value === null) return table === "tasks" ? (field === "due" ? to : Math.min(to, Math.max(from, today))) : null;
  const day = Number(value) >= days - 1 ? to : Math.min(to, Math.max(from, from + Number(value)));
  return table === "goals" ? day : Math.min(to, Math.max(day, today));
}
