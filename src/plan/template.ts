/**
 * A plan as a template (guide to the plan, 8.6): facts are left behind, dates become days from the start of the cycle, references become
 * places of rows in the template. It is a text that people copy, keep and send, so that it works in every program without asking it for
 * anything; what comes back is read by template-text.ts, which trusts nothing.
 */
import { MOST_AGES, rateSetting } from "./cohorts";
import { rowsIn, isCancelledGoal, type Cycle, type Goal } from "./cycles";
import { rowOf } from "./find";
import { hasMonths, monthTargets } from "./monthly";
import { columnOf, type Plan, type PlanRow } from "./plan";
import { READY_WORDS } from "./ready-texts";
import type { TableKey } from "./tables";

export type TemplateValue = string | number | boolean;
/** Field by field; a date is days from the start, a reference the place of the row in its list. Blank fields are left out. */
export type TemplateRow = Readonly<Record<string, TemplateValue>>;
export type Template = {
  /** Length of the period. */
  readonly days: number;
  readonly rows: Readonly<Record<TemplateTable, readonly TemplateRow[]>>;
  readonly months: readonly TemplateMonths[];
};
/** Targets by month of a goal, told by its place: of each month that the goal lies in, null where one has none. */
export type TemplateMonths = { readonly goal: number; readonly targets: readonly (number | null)[] };

/** What is kept of each table. Facts, ids, and what closing wrote are not among it. */
export const TEMPLATE_FIELDS = {
  cycles: ["cadence", "pace_by", "currency"],
  goals: ["name", "group", "metric", "type", "unit", "baseline", "target", "target_max", "commit", "stretch", "accumulate", "start", "end", "path", "pace_by", "owner", "weight", "parent_goal", "note"],
  tasks: ["area", "action", "result", "owner", "start", "due", "goal", "phase", "priority", "repeat"],
  resources: ["kind", "name", "unit", "qty_plan", "price", "start", "end", "lead_days", "owner", "goal", "task", "note"],
  funnel: ["order", "stage", "conv", "conv_low", "conv_high", "conv_best", "lag_days", "cost", "note"],
  team: ["person", "role", "start", "quota", "per", "attainment", "ramp", "time_share"],
  ramp: ["profile", "month", "share"],
  season: ["month", "index"],
  settings: ["name", "value"],
} as const satisfies Partial<Record<TableKey, readonly string[]>>;
export type TemplateTable = keyof typeof TEMPLATE_FIELDS;
/** The field without which a row is nothing. What else is missing in a plan may be missing in its template. */
export const TEMPLATE_NAMES: Readonly<Record<TemplateTable, string | null>> = {
  cycles: null, goals: "name", tasks: "action", resources: "name", funnel: "stage", team: "person", ramp: "profile", season: "month", settings: "name",
};
export const TEMPLATE_TABLES = Object.keys(TEMPLATE_FIELDS) as readonly TemplateTable[];

/** Shares of the leads that become deals, by age. */
const COHORT_RATES = (["month", "quarter"] as const).flatMap((length) => Array.from({ length: MOST_AGES[length] + 1 }, (_, age) => rateSetting(length, age)));

/** Settings that are assumptions of a plan. What is booked, what is open now and which leads came are facts, and so is the date. */
export const TEMPLATE_SETTINGS: readonly string[] = [
  "PLAN_GREEN", "PLAN_YELLOW", "PLAN_STALE", "PLAN_ROUND", "PLAN_SCENARIO", "PLAN_LAG_BY", "PLAN_REPEAT", "PLAN_DEAL", "PLAN_WIN_RATE", "PLAN_TARGET_BY", "PLAN_PROFIT", "PLAN_MARGIN", "PLAN_DEAL_COST", "PLAN_FIXED_COST",
  "PLAN_INCOME", "PLAN_HIRE_DAYS", "PLAN_CALL_RATE", "PLAN_MEETING_STAGE", "PLAN_COHORT_PERIOD", ...COHORT_RATES,
];

/** @param names whether people keep their names; without them owners become the head of sales, and people are numbered */
export function templateOf(plan: Plan, cycle: Cycle, names: boolean): Template {
  const start = Math.floor(cycle.fields.start ?? 0);
  const end = Math.floor(cycle.fields.end ?? start);
  const isNamed = (table: TemplateTable) => (row: PlanRow): boolean => {
    const name = TEMPLATE_NAMES[table];
    return name === null || ((row.fields as Readonly<Record<string, TemplateValue | null>>)[name] ?? "") !== "";
  };
  const all: { readonly [T in TemplateTable]: readonly PlanRow<T>[] } = {
    cycles: [cycle], goals: rowsIn(plan, "goals", cycle).filter((goal) => !isCancelledGoal(goal)), tasks: rowsIn(plan, "tasks", cycle).filter(({ fields }) => fields.status !== "cancelled"),
    resources: rowsIn(plan, "resources", cycle).filter(({ fields }) => fields.status !== "refused"), funnel: plan.rows.funnel,
    team: plan.rows.team.filter(({ fields }) => fields.end === null || fields.end >= end), ramp: plan.rows.ramp, season: plan.rows.season,
    settings: plan.rows.settings.filter(({ fields }) => TEMPLATE_SETTINGS.includes((fields.name ?? "").toUpperCase())),
  };
  const tables = Object.fromEntries(TEMPLATE_TABLES.map((table) => [table, (all[table] as readonly PlanRow[]).filter(isNamed(table))])) as unknown as Readonly<Record<TemplateTable, readonly PlanRow[]>>;
  const placeOf = (to: TableKey, ref: string): number => {
    const row = rowOf(plan, to, ref);
    return row ? tables[to as TemplateTable].findIndex((each) => each.row === row.row) : -1;
  };
  const valueOf = (table: TemplateTable, field: string, row: PlanRow, place: number): TemplateValue | null => {
    const value = (row.fields as Readonly<Record<string, TemplateValue | null>>)[field] ?? null;
    const column = columnOf(table, field);
    if (value === null || value === "" || !column) return null;
    if (!names && field === "owner") return READY_WORDS.head[plan.language];
    if (!names && field === "person") return READY_WORDS.manager[plan.language].replace("{0}", String(place + 1));
    if (column.kind === "date") return Math.floor(Number(value)) - start;
    if (column.kind !== "ref") return value;
    const at = placeOf(column.to as TableKey, String(value));
    return at < 0 ? null : at;
  };
  const rowsOf = (table: TemplateTable): readonly TemplateRow[] => tables[table].map((row, place) =>
    Object.fromEntries(TEMPLATE_FIELDS[table].flatMap((field) => {
      const value = valueOf(table, field, row, place);
      return value === null ? [] : [[field, value] as const];
    })));
  const months = (tables.goals as readonly Goal[]).flatMap((goal, place) => (hasMonths(plan, goal) ? [{ goal: place, targets: monthTargets(plan, goal) }] : []));
  return { days: end - start + 1, months, rows: Object.fromEntries(TEMPLATE_TABLES.map((table) => [table, rowsOf(table)])) as unknown as Template["rows"] };
}
