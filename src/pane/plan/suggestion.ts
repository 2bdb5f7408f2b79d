/** What would help the plan most now, in the order in which things matter. */
import { actionsToVerify } from "../../plan/corrective";
import { isOpenCycle, type Cycle } from "../../plan/cycles";
import { deviationsOf } from "../../plan/deviations";
import { rowOf } from "../../plan/find";
import type { Plan } from "../../plan/plan";
import type { Problem } from "../../plan/problems";
import { queueOf } from "../../plan/queue";
import type { Words } from "../../plan/words";
import { cycleName, goalsOf, shownRows } from "./in-cycle";
import type { Screen } from "./screens";
import { PLAN_WORDS } from "./words";

type Step = { readonly words: Words; readonly value: string | number; readonly to: Screen };

/** null where nothing is urgent. */
export function nextStep(plan: Plan, cycle: Cycle | null, today: number, problems: readonly Problem[]): Step | null {
  if (plan.rows.cycles.length === 0) return { words: PLAN_WORDS.stepNoCycle, value: "", to: { at: "cycle", row: null } };
  const goals = goalsOf(plan, cycle).filter(({ fields }) => fields.closed_as === null);
  if (goals.length === 0) return { words: PLAN_WORDS.stepFirstGoal, value: "", to: { at: "goal", row: null } };
  const ownerless = goals.filter(({ fields }) => fields.owner === null);
  if (ownerless[0]) return { words: PLAN_WORDS.stepOwners, value: ownerless.length, to: { at: "goal", row: ownerless[0].row } };
  const errors = problems.filter(({ level }) => level === "error").length;
  if (errors > 0) return { words: PLAN_WORDS.stepErrors, value: errors, to: { at: "problems" } };
  if (cycle && isOpenCycle(cycle) && cycle.fields.end !== null && Math.floor(cycle.fields.end) < today) return { words: PLAN_WORDS.stepClose, value: cycleName(cycle), to: { at: "close" } };
  const due = cycle ? queueOf(plan, cycle, today).length : 0;
  if (due > 0) return { words: PLAN_WORDS.stepFacts, value: due, to: { at: "queue" } };
  const worst = cycle && deviationsOf(plan, cycle, today).find(({ measures: { status }, actions }) => status === "behind" && actions.length === 0);
  if (worst) return { words: PLAN_WORDS.stepBehind, value: worst.goal.fields.name ?? worst.goal.label, to: { at: "deviation", goal: worst.goal.row } };
  const verify = actionsToVerify(plan, today).length;
  if (verify > 0) return { words: PLAN_WORDS.stepVerify, value: verify, to: { at: "actions" } };
  const served = new Set(shownRows(plan, "tasks", cycle).map(({ fields }) => rowOf(plan, "goals", fields.goal)?.row));
  const idle = goals.filter(({ row }) => !served.has(row));
  return idle.length > 0 ? { words: PLAN_WORDS.stepTasks, value: idle.length, to: { at: "organize" } } : null;
}
