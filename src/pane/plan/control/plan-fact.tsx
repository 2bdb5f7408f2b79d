/** Plan and fact of each goal, the largest weighted shortfall first. */
import { useMemo } from "preact/hooks";
import type { Goal } from "../../../plan/cycles";
import { measuresOf, type Measures } from "../../../plan/measures";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { signed } from "../amounts";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { goalLine } from "../goals/goal-line";
import { goalsOf } from "../in-cycle";
import { ScreenHead } from "../screen-head";
import { lookOf, Status } from "../status";
import { CONTROL_WORDS } from "./words";

/** Weight × what is missing of the pace: what hurts most. */
export const shortfall = (goal: Goal, { pace, progress, status }: Measures): number =>
  status === "cancelled" ? -1 : (goal.fields.weight ?? 1) * Math.max(0, 1 - (pace.value ?? progress.value ?? 1));

export function PlanFact() {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, cycle, today } = usePlan();
  const goals = useMemo(() => [...goalsOf(plan, cycle)].sort((a, b) => shortfall(b, measuresOf(plan, b, today)) - shortfall(a, measuresOf(plan, a, today))), [plan, cycle, today]);
  const { shown, rest, more } = useCut(goals);
  const currency = cycle?.fields.currency ?? null;
  return (
    <>
      <ScreenHead title={say(CONTROL_WORDS.planFact)} />
      {goals.length === 0 && <p class="quiet">{say(CONTROL_WORDS.noGoals)}</p>}
      <ul class="rows">
        {shown.map((goal) => {
          const measures = measuresOf(plan, goal, today);
          return (
            <li key={goal.row} class="row">
              <span class="row-title"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></span>
              <span class="row-line"><span class="row-value">{goalLine(goal, measures, today, currency, surroundings)}</span><Status measures={measures} /></span>
              {measures.gap.value !== null && <span class={`row-note ${lookOf(measures.status)}`}>{signed(measures.gap.value, goal.fields.unit, language, currency)}</span>}
            </li>
          );
        })}
      </ul>
      <More rest={rest} more={more} />
    </>
  );
}
