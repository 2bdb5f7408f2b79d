/**
 * The goals that support this one: their score by weight, and the worst of their statuses beside it. Of milestones, such as the steps of a
 * large one, the score is the weight of those that are done in the weight of all.
 */
import { useMemo } from "preact/hooks";
import type { Goal } from "../../../plan/cycles";
import { measuresOf } from "../../../plan/measures";
import { scoreOfGoals, supportersOf, weightOf } from "../../../plan/score";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { scoreText } from "../final-score";
import { goalLine } from "../goals/goal-line";
import { Opens } from "../opens";
import { lookOf, Status, StatusSign, statusWord } from "../status";
import { CONTROL_WORDS } from "./words";

export function Supporters({ goal }: { readonly goal: Goal }) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const goals = useMemo(() => supportersOf(plan, goal), [plan, goal]);
  const { value, from, of, worst } = useMemo(() => scoreOfGoals(plan, goals, today), [plan, goals, today]);
  const { shown, rest, more } = useCut(goals);
  if (goals.length === 0) return null;
  return (
    <>
      <h3>{say(CONTROL_WORDS.supporters)}</h3>
      <p class="control-line" data-supporters>
        <span class="score">
          <span class="caption">{say(CONTROL_WORDS.score)}</span> <strong>{value === null ? "–" : scoreText(value, 2, language)}</strong> <span class="caption">{say(CONTROL_WORDS.scoreFrom, from, of)}</span>
        </span>
        {worst && <span class={`status ${lookOf(worst)}`}><StatusSign status={worst} /> <span>{say(CONTROL_WORDS.worst, statusWord(worst)[language])}</span></span>}
      </p>
      <ul class="rows">{shown.map((each) => <Supporter key={each.row} goal={each} />)}</ul>
      <More rest={rest} more={more} />
    </>
  );
}

function Supporter({ goal }: { readonly goal: Goal }) {
  const surroundings = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const measures = measuresOf(plan, goal, today);
  return (
    <li>
      <Opens to={{ at: "deviation", goal: goal.row }} class="row">
        <span class="row-title"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></span>
        <span class="row-line">
          <span class="row-value">{goalLine(goal, measures, today, cycle?.fields.currency ?? null, surroundings)}</span>
          <Status measures={measures} />
        </span>
        <span class="row-note">{surroundings.say(CONTROL_WORDS.weighs, plainNumber(weightOf(goal), surroundings.language))}</span>
      </Opens>
    </li>
  );
}
