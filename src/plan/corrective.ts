/** Corrective actions: opening one for a deviation, with a task where it is wanted, and checking afterwards whether it helped. */
import { nextLabel } from "./change";
import type { AREAS, CAUSE_KINDS, DECISIONS, VERDICTS } from "./codes";
import { cycleOf, type Action, type Goal } from "./cycles";
import { labelAndName, rowOf } from "./find";
import { measuresOf } from "./measures";
import type { Operation } from "./operation";
import type { Plan, RowId } from "./plan";

type CodeOf<L extends readonly { readonly code: string }[]> = L[number]["code"];
export type CauseKind = CodeOf<typeof CAUSE_KINDS>;
export type Area = CodeOf<typeof AREAS>;

export type NewAction = {
  /** null: a stage of the funnel is what deviates. */
  readonly goal: Goal | null;
  readonly stage: string | null;
  readonly cause: string;
  readonly causeKind: CauseKind | null;
  readonly action: string;
  readonly owner: string;
  readonly due: number;
  /** In the unit of the goal. */
  readonly effect: number | null;
  readonly withTask: boolean;
};

/** Where a task against such a cause belongs. */
const AREA_OF_CAUSE: Readonly<Partial<Record<CauseKind, Area>>> = { human: "hiring", financial: "budget_plan", info: "analysis", feedback: "analysis", interdept: "coordination", plan: "budget_plan" };

export function openAction(plan: Plan, { goal, stage, cause, causeKind, action, owner, due, effect, withTask }: NewAction, newRow: () => RowId, today: number): Operation[] {
  const ref = goal && labelAndName("goals", goal);
  const label = nextLabel("actions", plan.rows.actions.map((row) => row.label));
  return [
    {
      kind: "create", table: "actions", row: newRow(), fields: {
        opened: today, goal: ref, stage, deviation: goal && measuresOf(plan, goal, today).gap.value, cause, cause_kind: causeKind, action, owner, due, effect_plan: effect, status: "open",
      },
    },
    ...(withTask ? [{
      kind: "create" as const, table: "tasks" as const, row: newRow(), fields: {
        cycle: goal && cycleOf(plan, goal) ? goal.fields.cycle : null, area: (causeKind && AREA_OF_CAUSE[causeKind]) ?? "sales_strategy", action, owner, start: today, due, status: "not started", goal: ref, phase: "control", priority: "high", origin: label,
      },
    }] : []),
  ];
}

export type Verdict = { readonly verdict: CodeOf<typeof VERDICTS>; readonly decision: CodeOf<typeof DECISIONS> | null; readonly effect: number | null };

/** Too early to tell leaves the action open, to be looked at again. */
export const verifyAction = (action: Action, { verdict, decision, effect }: Verdict, today: number): Operation[] => [
  { kind: "update", table: "actions", row: action.row, fields: { checked: today, verdict, decision, effect_fact: effect, ...(verdict !== "too early" && { status: "verified" }) } },
];

/** By how much the deviation of the goal has become better since the action was opened; null where nobody can tell. A proposal for its effect. */
export function effectSince(plan: Plan, action: Action, today: number): number | null {
  const goal = rowOf(plan, "goals", action.fields.goal);
  const gap = goal ? measuresOf(plan, goal, today).gap.value : null;
  return gap === null || action.fields.deviation === null ? null : gap - action.fields.deviation;
}

/** Actions whose due date has passed and that nobody has checked, the longest waiting first. */
export const actionsToVerify = (plan: Plan, today: number): readonly Action[] =>
  plan.rows.actions.filter(({ fields }) => fields.status !== "verified" && fields.due !== null && fields.due < today).sort((a, b) => a.fields.due! - b.fields.due!);
