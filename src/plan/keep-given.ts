/** Numbers of the backward plan that a person wants to keep, as changes of the plan: settings, and the target of the department's goal. */
import { revenueOf, type Given } from "./backward-of-plan";
import type { Cycle } from "./cycles";
import type { Operation, Patch } from "./operation";
import { targetGoal } from "./people";
import type { Plan, RowId } from "./plan";
import { GOAL_NAMES } from "./ready-texts";
import { setSetting, type SettingName } from "./settings";

const SETTINGS: Readonly<Record<Exclude<keyof Given, "target">, SettingName>> = {
  booked: "PLAN_BOOKED", repeat: "PLAN_REPEAT", pipeline: "PLAN_PIPELINE", winRate: "PLAN_WIN_RATE", deal: "PLAN_DEAL",
  by: "PLAN_TARGET_BY", profit: "PLAN_PROFIT", margin: "PLAN_MARGIN", dealCost: "PLAN_DEAL_COST", fixedCost: "PLAN_FIXED_COST", income: "PLAN_INCOME", hireDays: "PLAN_HIRE_DAYS",
  callRate: "PLAN_CALL_RATE", meetingStage: "PLAN_MEETING_STAGE",
};

/**
 * @param note what the goal's note gets where its target changes after the start: a plan must not be rewritten backwards (V20)
 */
export function keepGiven(plan: Plan, cycle: Cycle, before: Given, given: Given, today: number, note: (before: number, after: number) => string, newRow: () => RowId): Operation[] {
  const settings = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).filter((name) => given[name] !== before[name]);
  return [...settings.flatMap((name) => setSetting(plan, SETTINGS[name], given[name], newRow)), ...targetOperations(plan, cycle, revenueOf(given), today, note, newRow)];
}

function targetOperations(plan: Plan, cycle: Cycle, revenue: number | null, today: number, note: (before: number, after: number) => string, newRow: () => RowId): Operation[] {
  const target = revenue === null ? null : Math.round(revenue * 100) / 100;
  const goal = targetGoal(plan, cycle);
  if (target === null || target <= 0 || target === goal?.fields.target) return [];
  const { cycle_id, start, end, pace_by } = cycle.fields;
  // A target that no goal has yet becomes one: what is typed is not lost.
  if (!goal) return [{ kind: "create", table: "goals", row: newRow(), fields: { cycle: cycle_id, name: GOAL_NAMES.volume[plan.language], group: "sales volume", metric: "revenue", type: "increase", unit: "money", baseline: 0, target, accumulate: "sum", start, end, path: "linear", pace_by, weight: 1 } }];
  const old = goal.fields.target;
  const why: Patch = old !== null && (goal.fields.start ?? Infinity) <= today ? { note: [goal.fields.note, note(old, target)].filter((line) => line !== null && line !== "").join("\n") } : {};
  return [{ kind: "update", table: "goals", row: goal.row, fields: { target, ...why } }];
}
