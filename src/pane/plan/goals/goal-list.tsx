/** The goals of the cycle, those that need most attention first, and the score of the cycle. */
import { useMemo, useState } from "preact/hooks";
import { nameKey } from "../../../core/order";
import type { GoalStatus } from "../../../plan/codes";
import { isCancelledGoal, type Goal } from "../../../plan/cycles";
import { measuresOf } from "../../../plan/measures";
import type { Plan } from "../../../plan/plan";
import { weightOf } from "../../../plan/score";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { PlusIcon } from "../icons";
import { goalsOf } from "../in-cycle";
import { More, useCut } from "../cut";
import { Opens } from "../opens";
import { dayOfPlan } from "../../../plan/settings";
import { AsOf } from "../control/as-of";
import { ScreenHead } from "../screen-head";
import { GoalCard } from "./goal-card";
import { BACKWARD_WORDS } from "../backward/words";
import { INDICATOR_WORDS } from "./indicator-words";
import { GOAL_WORDS } from "./words";

/** From as many goals on a search field is of use. */
const MANY = 12;

export function GoalList() {
  const { say } = useSurroundings();
  const { plan, cycle, today, isReadOnly } = usePlan();
  const [query, setQuery] = useState("");
  const goals = useMemo(() => sorted(plan, goalsOf(plan, cycle), today), [plan, cycle, today]);
  const found = useMemo(() => matching(goals, query), [goals, query]);
  const { shown, rest, more } = useCut(found);
  return (
    <>
      <ScreenHead title={say(GOAL_WORDS.goals)}>
        {!isReadOnly && goals.length > 0 && <Opens to={{ at: "goal", row: null }} class="add"><PlusIcon /><span>{say(GOAL_WORDS.addGoal)}</span></Opens>}
      </ScreenHead>
      {goals.length > 0 && dayOfPlan(plan, today) !== today && <p><AsOf /></p>}
      {goals.length > MANY && <input type="search" class="filter" aria-label={say(GOAL_WORDS.filter)} placeholder={say(GOAL_WORDS.filter)} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />}
      {goals.length === 0 ? (
        <div class="empty">
          <p>{say(GOAL_WORDS.noGoals)}</p>
          {!isReadOnly && <Opens to={{ at: "goal", row: null }} class="main">{say(GOAL_WORDS.addGoal)}</Opens>}
        </div>
      ) : found.length === 0 ? <p class="quiet" role="status">{say(GOAL_WORDS.nothingFound, query.trim())}</p> : (
        <ul class="rows">{shown.map((goal) => <GoalCard hasBar key={goal.row} goal={goal} />)}</ul>
      )}
      <More rest={rest} more={more} />
      <Limit goals={goals} />
      <Opens to={{ at: "backward" }} class="door wide"><strong>{say(BACKWARD_WORDS.title)}</strong><span>{say(BACKWARD_WORDS.about)}</span></Opens>
      <Opens to={{ at: "indicators" }} class="door wide"><strong>{say(INDICATOR_WORDS.title)}</strong><span>{say(INDICATOR_WORDS.door)}</span></Opens>
    </>
  );
}

/** So many goals can be kept in sight. */
const [FEWEST, MOST] = [3, 7];

function Limit({ goals }: { readonly goals: readonly Goal[] }) {
  const { say } = useSurroundings();
  const scored = goals.filter((goal) => !isCancelledGoal(goal) && weightOf(goal) > 0).length;
  const words = scored > MOST ? INDICATOR_WORDS.many : scored > 0 && scored < FEWEST ? INDICATOR_WORDS.few : null;
  return words && <p class="caption spaced">{say(words, scored)}</p>;
}

const ORDER: readonly (GoalStatus | null)[] = ["behind", "missed", "attention", null, "noData", "onPlan", "notStarted", "done", "cancelled"];

/** What needs attention first; within that the weightier, then as they stand in the sheet. */
function sorted(plan: Plan, goals: readonly Goal[], today: number): readonly Goal[] {
  const rank = (goal: Goal) => ORDER.indexOf(measuresOf(plan, goal, today).status);
  return [...goals].sort((a, b) => rank(a) - rank(b) || (b.fields.weight ?? 1) - (a.fields.weight ?? 1));
}

function matching(goals: readonly Goal[], query: string): readonly Goal[] {
  const key = nameKey(query);
  return key === "" ? goals : goals.filter(({ label, fields }) => [label, fields.name, fields.owner, fields.metric].some((text) => nameKey(text ?? "").includes(key)));
}
