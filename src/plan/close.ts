/**
 * Closing a cycle and beginning the next one (guide to the plan, section 6). Nothing is carried over silently: each unfinished goal and
 * task needs a decision, and what is closed keeps its values for good.
 */
import { planScore } from "../core/pace";
import type { GoalStatus } from "./codes";
import { isCancelledGoal, rowsIn, rowsOfGoal, type Cycle, type Goal } from "./cycles";
import { rowOf } from "./find";
import { hasMonths, inShares, isPattern, monthTargets, newMonths, type InShares } from "./monthly";
import type { Operation, Patch } from "./operation";
import type { Plan, PlanRow, RowId, Value } from "./plan";
import { weightOf } from "./score";

export type Decision =
  | { readonly choose: "carry" }
  /** Goes on, but otherwise: a goal with another target, null leaves it to be set; a task as another action. */
  | { readonly choose: "change"; readonly target: number | null; readonly action?: string }
  | { readonly choose: "drop" };

/** What a goal came to on its last day. */
export type Final = { readonly actual: number | null; readonly expected: number | null; readonly gap: number | null; readonly progress: number | null; readonly pace: number | null; readonly forecast: number | null; readonly status: GoalStatus };

export type NextCycle = { readonly cycle_id: string; readonly name: string; readonly start: number; readonly end: number };

/** What still stands in the way of closing; empty lists and `lessons` false: it can be closed. */
export type Closing = {
  readonly withoutFinalValue: readonly PlanRow<"goals">[];
  readonly unverified: readonly PlanRow<"actions">[];
  /** Lessons have not been written. */
  readonly lessons: boolean;
  readonly undecidedGoals: readonly PlanRow<"goals">[];
  readonly undecidedTasks: readonly PlanRow<"tasks">[];
  /** Offered for the next cycle besides: repeating tasks, and resources that reach beyond the end. */
  readonly repeating: readonly PlanRow<"tasks">[];
  readonly lasting: readonly PlanRow<"resources">[];
};

const isFinishedTask = ({ fields }: PlanRow<"tasks">): boolean => fields.status === "done" || fields.status === "cancelled";
const isRepeating = ({ fields }: PlanRow<"tasks">): boolean => fields.repeat !== null && fields.repeat !== "none";

/**
 * @param final what a goal came to; a status of done needs no decision
 * @param decisions made so far
 */
export function closingOf(plan: Plan, cycle: string, final: (goal: PlanRow<"goals">) => Final, decisions: ReadonlyMap<RowId, Decision>, lessons: string): Closing {
  const closing = rowOf(plan, "cycles", cycle);
  const goals = closing ? rowsIn(plan, "goals", closing) : [];
  const tasks = closing ? rowsIn(plan, "tasks", closing) : [];
  const end = closing?.fields.end ?? null;
  return {
    withoutFinalValue: goals.filter((goal) => !isCancelledGoal(goal) && weightOf(goal) > 0 && final(goal).actual === null),
    unverified: goals.flatMap((goal) => rowsOfGoal(plan, "actions", goal)).filter(({ fields }) => fields.verdict === null || fields.decision === null),
    lessons: lessons.trim() === "",
    undecidedGoals: goals.filter((goal) => isUnfinished(goal, final) && !decisions.has(goal.row)),
    undecidedTasks: tasks.filter((task) => !isFinishedTask(task) && !isRepeating(task) && !decisions.has(task.row)),
    repeating: tasks.filter((task) => isRepeating(task) && task.fields.status !== "cancelled"),
    lasting: (closing ? rowsIn(plan, "resources", closing) : []).filter(({ fields }) => end !== null && fields.end !== null && fields.end >= end && fields.status !== "refused"),
  };
}

const isUnfinished = (goal: PlanRow<"goals">, final: (goal: PlanRow<"goals">) => Final): boolean => !isCancelledGoal(goal) && final(goal).status !== "done";
const isRefTo = (ref: string | null, label: string): boolean => ref !== null && (ref === label || ref.startsWith(`${label} `));

export type CloseInputs = {
  readonly cycle: string;
  readonly lessons: string;
  readonly decisions: ReadonlyMap<RowId, Decision>;
  readonly final: (goal: PlanRow<"goals">) => Final;
  /** null closes without a next cycle: then everything must be dropped. */
  readonly next: NextCycle | null;
  /** Repeating tasks and lasting resources to take along. */
  readonly along: ReadonlySet<RowId>;
  /** Goals whose targets by month stay behind; those of the others go on in the same shares. */
  readonly withoutMonths: ReadonlySet<RowId>;
  readonly newRow: () => RowId;
};

export type Period = { readonly start: number; readonly end: number };
type Ongoing = Exclude<Decision, { choose: "drop" }>;
const goesOn = (decision: Decision | undefined): decision is Ongoing => decision !== undefined && decision.choose !== "drop";

/** The day that a date falls on in the next cycle: as far from the start, and not after the end; what ended with the cycle ends with the next. */
const shifted = (date: number | null, { start, end }: Period, next: Period): number | null =>
  date === null ? null : Math.floor(date) === Math.floor(end) ? next.end : Math.min(next.end, Math.max(next.start, next.start + (date - start)));
const periodOf = ({ fields: { start, end } }: Cycle, next: Period): Period => ({ start: start ?? next.start, end: end ?? Infinity });

/** @returns nothing where the cycle is not in the plan; the caller has asked `closingOf` before */
export function closeCycle(plan: Plan, { cycle, lessons, decisions, final, next, along, withoutMonths, newRow }: CloseInputs): Operation[] {
  const closing = rowOf(plan, "cycles", cycle);
  if (!closing) return [];
  const goals = rowsIn(plan, "goals", closing);
  const update = (table: "goals" | "tasks" | "cycles", row: RowId, fields: Patch): Operation => ({ kind: "update", table, row, fields });

  const frozen = goals.map((goal) => update("goals", goal.row, frozenFields(goal, final(goal))));
  const tasks = rowsIn(plan, "tasks", closing);
  const dropped = tasks.filter((task) => decisions.get(task.row)?.choose === "drop" && !isFinishedTask(task)).map(({ row }) => update("tasks", row, { status: "cancelled" }));
  const closed = update("cycles", closing.row, { status: "closed", phase: "closed", lessons, score: finalScore(goals, final) ?? "" });
  if (!next) return [...frozen, ...dropped, closed];

  const { cadence, pace_by, currency, strategy, parent } = closing.fields;
  const opened: Operation = { kind: "create", table: "cycles", row: newRow(), fields: { ...next, parent, cadence, pace_by, currency, strategy, phase: "plan", status: "active" } };
  const period = periodOf(closing, next);
  const going = goals.flatMap((goal) => {
    const decision = decisions.get(goal.row);
    return goesOn(decision) ? [{ goal, fields: carriedGoal(goal, final(goal), decision, period, next) }] : [];
  });
  const newRows = new Map(going.map(({ goal }) => [goal.row, newRow()]));
  /** What served a goal of the cycle serves it on where it goes on; a goal of another cycle is served as before. */
  const newRef = (ref: string | null): string | null => {
    const goal = rowOf(plan, "goals", ref);
    return goal && goals.includes(goal) ? newRows.get(goal.row) ?? null : ref;
  };
  const carriedGoals = going.map(({ goal, fields }): Operation => ({ kind: "create", table: "goals", row: newRows.get(goal.row)!, fields: { ...fields, parent_goal: newRef(fields.parent_goal) } }));
  const months = going.flatMap(({ goal, fields }): Operation[] => {
    const parts = withoutMonths.has(goal.row) ? null : carriedMonths(plan, goal, fields);
    return parts !== null && isPattern(parts) ? newMonths(newRows.get(goal.row)!, { fields }, parts, newRow) : [];
  });
  const carriedTasks = tasks.filter((task) => goesOn(decisions.get(task.row)) || along.has(task.row)).map((task): Operation => {
    const { label, fields } = task;
    const decision = decisions.get(task.row);
    return {
      kind: "create", table: "tasks", row: newRow(),
      fields: {
        ...fields, cycle: next.cycle_id, start: shifted(fields.start, period, next), due: shifted(fields.due, period, next), goal: newRef(fields.goal),
        ...(decision?.choose === "change" && decision.action !== undefined ? { action: decision.action } : {}),
        ...(isRepeating(task) ? { status: "not started", done_pct: null, done_on: null } : {}), carried_from: isRepeating(task) ? null : `${label} ${fields.action ?? ""}`.trim(),
      },
    };
  });
  const resources = rowsIn(plan, "resources", closing).filter(({ row }) => along.has(row)).map(({ fields }): Operation => ({
    kind: "create", table: "resources", row: newRow(),
    fields: { ...fields, cycle: next.cycle_id, start: next.start, end: next.end, qty_fact: null, cost_fact: null, goal: newRef(fields.goal), task: null },
  }));
  return [...frozen, ...dropped, closed, opened, ...carriedGoals, ...months, ...carriedTasks, ...resources];
}

/** The fact as a value, so that it does not move on with the cells it was linked to, and what the grey columns show. */
function frozenFields(goal: PlanRow<"goals">, { actual, expected, gap, progress, pace, forecast, status }: Final): Patch {
  const shown: Readonly<Record<string, Value>> = { expected, gap, progress, pace, forecast };
  return {
    ...("actual" in goal.formulas || goal.fields.actual === null ? { actual } : {}),
    ...Object.fromEntries(Object.entries(shown).map(([field, value]) => [field, value ?? ""])),
    ...(goal.fields.closed_as === null && (status === "done" || status === "missed") ? { closed_as: status } : {}),
  };
}

/** As everywhere: weighted, each goal from 0 to 1, those without a fact left out; null where none counts. */
export function finalScore(goals: readonly Goal[], final: (goal: Goal) => Final): number | null {
  const counted = goals.filter((goal) => !isCancelledGoal(goal) && weightOf(goal) > 0 && final(goal).progress !== null);
  return counted.length === 0 ? null : planScore(Float64Array.from(counted, (goal) => final(goal).progress!), Float64Array.from(counted, weightOf), "yes", "exclude");
}

function carriedGoal({ label, fields }: PlanRow<"goals">, { actual }: Final, decision: Ongoing, period: Period, next: Period & { readonly cycle_id: string }): Goal["fields"] {
  const target = decision.choose === "change" ? decision.target : fields.target;
  const isWay = fields.type === "increase" || fields.type === "decrease" || fields.type === null;
  // What adds up begins again at 0; a level goes on from where it is.
  const baseline = !isWay ? fields.baseline : fields.accumulate === "sum" ? 0 : (actual ?? fields.baseline);
  return {
    ...fields, cycle: next.cycle_id, baseline, target, start: shifted(fields.start, period, next), end: fields.end === null ? next.end : shifted(fields.end, period, next),
    actual: null, as_of: null, confidence: null, closed_as: null, carried_from: `${label} ${fields.name ?? ""}`.trim(),
  };
}

const carriedMonths = (plan: Plan, goal: Goal, fields: Goal["fields"]): InShares | null => (hasMonths(plan, goal) ? inShares({ fields }, monthTargets(plan, goal)) : null);

/** What becomes of the targets by month of a goal that goes on, before it does; `fields` are the new goal's. null: it has none. */
export function monthsGoingOn(plan: Plan, goal: Goal, final: Final, decision: Decision, cycle: Cycle, next: Period): { readonly parts: InShares; readonly fields: Goal["fields"] } | null {
  if (!goesOn(decision)) return null;
  const fields = carriedGoal(goal, final, decision, periodOf(cycle, next), { ...next, cycle_id: "" });
  const parts = carriedMonths(plan, goal, fields);
  return parts && { parts, fields };
}

/** How many times a goal or task was carried over: items that slip once tend to slip again. */
export function timesCarried(rows: readonly { readonly label: string; readonly fields: { readonly carried_from: string | null } }[], label: string): number {
  const seen = new Set<string>();
  let times = 0;
  let at = rows.find((row) => row.label === label);
  while (at && at.fields.carried_from !== null && !seen.has(at.label)) {
    seen.add(at.label);
    times += 1;
    const from = at.fields.carried_from;
    at = rows.find((row) => isRefTo(from, row.label));
  }
  return times;
}
