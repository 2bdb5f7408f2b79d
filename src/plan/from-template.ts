/** A cycle, or a whole plan, out of a template. */
import { changeAll } from "./change";
import type { Goal } from "./cycles";
import { inShares, isPattern, newMonths, type InShares } from "./monthly";
import type { Operation, Patch } from "./operation";
import { columnOf, emptyPlan, type Plan, type RowId, type Value } from "./plan";
import { settingRows } from "./ready-plan";
import { READY_WORDS } from "./ready-texts";
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
    ...OF_PLAN.flatMap((table) => rowsOf(template, table, beginning, { [table]: template.rows[table].map(newRow) })),
  ];
}

/** A cycle with its goals, tasks and resources. @param plan into which it goes; its funnel, team and settings stay. null: into none */
export function cycleOfTemplate(template: Template, beginning: Beginning, plan: Plan | null): Operation[] {
  const { from, to, key, language, newRow } = beginning;
  const cycle: Patch = {
    cadence: "week", pace_by: "working", ...template.rows.cycles[0], cycle_id: key, name: READY_WORDS.cycle[language].replace("{0}", key), start: from, end: to, phase: "plan", status: plan ? "draft" : "active",
  };
  const rowsFor = (table: TemplateTable): readonly RowId[] => template.rows[table].map(newRow);
  const made = { goals: rowsFor("goals"), tasks: rowsFor("tasks"), resources: rowsFor("resources") };
  const months = monthsOfTemplate(template, beginning).flatMap(({ place, goal, parts }) => (isPattern(parts) ? newMonths(made.goals[place]!, goal, parts, newRow) : []));
  return [{ kind: "create", table: "cycles", row: newRow(), fields: cycle }, ...OF_CYCLE.flatMap((table) => rowsOf(template, table, beginning, made)), ...months];
}

/** Goals with targets by month as they will be in the period: split in the shares of the template, or why they have none there. */
export function monthsOfTemplate(template: Template, period: Omit<Beginning, "key" | "newRow">): readonly { readonly place: number; readonly goal: Goal; readonly parts: InShares }[] {
  if (template.months.length === 0) return [];
  const made: Made = { goals: template.rows.goals.map((_, i) => `${i}`), tasks: [], resources: [] };
  const { goals } = changeAll(emptyPlan(period.language), rowsOf(template, "goals", { ...period, key: "" }, made)).rows;
  return template.months.map(({ goal: place, targets }) => ({ place, goal: goals[place]!, parts: inShares(goals[place]!, targets) }));
}

/** What every new row of the table begins with. */
const begun = (table: TemplateTable, key: string, row: TemplateRow): Patch =>
  table === "goals" ? { cycle: key } : table === "tasks" ? { cycle: key, status: "not started" } : table === "resources" ? { cycle: key, status: Number(row["lead_days"] ?? 0) > 0 ? "needed" : "available" } : table === "funnel" ? { source: "typed" } : {};

type Period = Omit<Beginning, "newRow">;
/** The rows that the lists become: they refer to each other by themselves. */
type Made = Readonly<Partial<Record<TemplateTable, readonly RowId[]>>>;

const rowsOf = (template: Template, table: TemplateTable, period: Period, made: Made): Operation[] => template.rows[table].map((row, i): Operation => ({
  kind: "create", table, row: made[table]![i]!,
  fields: { ...begun(table, period.key, row), ...Object.fromEntries(TEMPLATE_FIELDS[table].map((field) => [field, valueOf(template, table, field, row, period, made)])), ...(table === "tasks" && { origin: READY_WORDS.template[period.language] }) },
}));

function valueOf(template: Template, table: TemplateTable, field: string, row: TemplateRow, period: Period, made: Made): Value {
  const value = row[field] ?? null;
  const column = columnOf(table, field)!;
  if (column.kind === "date") return dayOf(template, table, field, value, period);
  return column.kind === "ref" && typeof value === "number" ? made[column.to as TemplateTable]?.[value] ?? null : value;
}

/**
 * As far from the start as it was and inside the new period; what ended with the period ends with the new one. Where that has begun
 * already, tasks and resources are not dated before today: nothing is overdue in the minute in which it is made.
 */
function dayOf({ days }: Template, table: TemplateTable, field: string, value: TemplateRow[string] | null, { from, to, today }: Period): number | null {
  if (table === "team") return Math.max(1, from + Number(value ?? 0));
  if (value === null) return table === "tasks" ? (field === "due" ? to : Math.min(to, Math.max(from, today))) : null;
  const day = Number(value) >= days - 1 ? to : Math.min(to, Math.max(from, from + Number(value)));
  return table === "goals" ? day : Math.min(to, Math.max(day, today));
}
