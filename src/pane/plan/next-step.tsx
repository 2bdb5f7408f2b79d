/** One suggestion: what would help the plan most now. It can be hidden until the next one. */
import { useState } from "preact/hooks";
import type { Plan } from "../../plan/plan";
import type { Cycle } from "../../plan/cycles";
import { deviationsOf } from "../../plan/deviations";
import { rowOf } from "../../plan/find";
import { queueOf } from "../../plan/queue";
import type { Words } from "../../plan/words";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { CloseIcon, NextIcon } from "./icons";
import { goalsOf, shownRows } from "./in-cycle";
import type { Screen } from "./screens";
import { PLAN_WORDS } from "./words";

type Step = { readonly words: Words; readonly value: string | number; readonly to: Screen };

/** null where nothing is urgent. */
export function nextStep(plan: Plan, cycle: Cycle | null, today: number): Step | null {
  if (plan.rows.cycles.length === 0) return { words: PLAN_WORDS.stepNoCycle, value: "", to: { at: "cycle", row: null } };
  const goals = goalsOf(plan, cycle).filter(({ fields }) => fields.closed_as === null);
  if (goals.length === 0) return { words: PLAN_WORDS.stepFirstGoal, value: "", to: { at: "goal", row: null } };
  const ownerless = goals.filter(({ fields }) => fields.owner === null);
  if (ownerless[0]) return { words: PLAN_WORDS.stepOwners, value: ownerless.length, to: { at: "goal", row: ownerless[0].row } };
  const due = cycle ? queueOf(plan, cycle, today).length : 0;
  if (due > 0) return { words: PLAN_WORDS.stepFacts, value: due, to: { at: "queue" } };
  const worst = cycle && deviationsOf(plan, cycle, today).find(({ measures: { status }, actions }) => status === "behind" && actions.length === 0);
  if (worst) return { words: PLAN_WORDS.stepBehind, value: worst.goal.fields.name ?? worst.goal.label, to: { at: "deviation", goal: worst.goal.row } };
  const served = new Set(shownRows(plan, "tasks", cycle).map(({ fields }) => rowOf(plan, "goals", fields.goal)?.row));
  const idle = goals.filter(({ row }) => !served.has(row));
  return idle.length > 0 ? { words: PLAN_WORDS.stepTasks, value: idle.length, to: { at: "organize" } } : null;
}

export function NextStep() {
  const { say } = useSurroundings();
  const { plan, cycle, today, go, isReadOnly } = usePlan();
  const [hidden, hide] = useState<string | null>(null);
  const step = nextStep(plan, cycle, today);
  const text = step && say(step.words, visible(String(step.value)));
  if (step === null || isReadOnly || text === hidden) return null;
  return (
    <div class="next-step">
      <button type="button" class="next-go" data-opens={JSON.stringify(step.to)} onClick={() => go(step.to)}>
        <span><span class="caption">{say(PLAN_WORDS.nextStep)}</span> <bdi>{text}</bdi></span>
        <NextIcon />
      </button>
      <button type="button" class="next-hide" aria-label={say(PLAN_WORDS.hideStep)} title={say(PLAN_WORDS.hideStep)} onClick={() => hide(text)}><CloseIcon /></button>
    </div>
  );
}
