/** A goal in a list: what it is to reach, where it stands, whose it is. */
import type { ComponentChildren } from "preact";
import type { Goal } from "../../../plan/cycles";
import { measuresOf, type Measures } from "../../../plan/measures";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { percent } from "../amounts";
import { usePlan } from "../context";
import { Opens } from "../opens";
import { lookOf, Status } from "../status";
import { goalLine } from "./goal-line";
import { GOAL_WORDS } from "./words";

/** @param children stand beside the owner */
export function GoalCard({ goal, hasBar = false, children }: { readonly goal: Goal; readonly hasBar?: boolean; readonly children?: ComponentChildren }) {
  const surroundings = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const measures = measuresOf(plan, goal, today);
  const { name, owner } = goal.fields;
  return (
    <li>
      <Opens to={{ at: "goal", row: goal.row }} class="row">
        <span class="row-title"><bdi>{visible(name ?? goal.label)}</bdi></span>
        <span class="row-line">
          <span class="row-value">{goalLine(goal, measures, today, cycle?.fields.currency ?? null, surroundings)}</span>
          <Status measures={measures} />
        </span>
        {hasBar && <ProgressBar measures={measures} />}
        <span class="row-line">
          <span class={owner ? "row-note" : "row-note lacking"}><bdi>{owner ? visible(owner) : surroundings.say(GOAL_WORDS.noOwner)}</bdi></span>
          {children}
        </span>
      </Opens>
    </li>
  );
}

/** How far it is, with a mark for where it should be by now. The same in words stands beside it. */
function ProgressBar({ measures: { progress, timeShare, status } }: { readonly measures: Measures }) {
  const { language } = useSurroundings();
  if (progress.value === null) return null;
  const width = Math.min(1, Math.max(0, progress.value));
  return (
    <span class="bar-line">
      <span class={`bar ${lookOf(status)}`} aria-hidden="true">
        <span class="bar-fill" style={{ inlineSize: `${width * 100}%` }} />
        {timeShare.value !== null && timeShare.value > 0 && timeShare.value < 1 && <span class="bar-mark" style={{ insetInlineStart: `${timeShare.value * 100}%` }} />}
      </span>
      <span class="bar-percent">{percent(progress.value, language)}</span>
    </span>
  );
}
