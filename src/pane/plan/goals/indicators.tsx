/** The measures by which progress is seen: those that are chosen, each with its owner, and others to choose from. */
import { measuresOf } from "../../../plan/measures";
import { isMetric, METRICS, type MetricKey } from "../../../plan/metrics";
import { weightOf } from "../../../plan/score";
import type { Goal } from "../../../plan/cycles";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { PlusIcon } from "../icons";
import { goalsOf } from "../in-cycle";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { Status } from "../status";
import { goalLine } from "./goal-line";
import { INDICATOR_WORDS } from "./indicator-words";
import { GOAL_WORDS } from "./words";

const ALL = Object.keys(METRICS) as readonly MetricKey[];

export function Indicators() {
  const { say, language } = useSurroundings();
  const { plan, cycle, isReadOnly } = usePlan();
  const chosen = goalsOf(plan, cycle).filter(({ fields }) => fields.type !== "milestone" && (fields.metric !== null || fields.unit !== "yes/no"));
  const others = ALL.filter((key) => !chosen.some(({ fields }) => isMetric(fields.metric, METRICS[key]) || isMetric(fields.name, METRICS[key])));
  return (
    <>
      <ScreenHead title={say(INDICATOR_WORDS.title)} hasBack />
      <p class="quiet">{say(INDICATOR_WORDS.about)}</p>
      {chosen.length > 0 && (
        <section aria-label={say(INDICATOR_WORDS.chosen)}>
          <h3>{say(INDICATOR_WORDS.chosen)}</h3>
          <ul class="rows tight">{chosen.map((goal) => <Chosen key={goal.row} goal={goal} />)}</ul>
        </section>
      )}
      {!isReadOnly && others.length > 0 && (
        <section aria-label={say(INDICATOR_WORDS.others)}>
          <h3>{say(INDICATOR_WORDS.others)}</h3>
          <ul class="chip-row" role="list">
            {others.map((key) => <li key={key}><Opens to={{ at: "goal", row: null, metric: key }} class="add-metric" label={say(INDICATOR_WORDS.add, METRICS[key].words[language])}><PlusIcon /> {METRICS[key].words[language]}</Opens></li>)}
          </ul>
        </section>
      )}
    </>
  );
}

function Chosen({ goal }: { readonly goal: Goal }) {
  const surroundings = useSurroundings();
  const { say } = surroundings;
  const { plan, cycle, today } = usePlan();
  const measures = measuresOf(plan, goal, today);
  const { name, owner } = goal.fields;
  return (
    <li>
      <Opens to={{ at: "goal", row: goal.row }} class="row">
        <span class="row-title"><bdi>{visible(name ?? goal.label)}</bdi></span>
        <span class="row-line"><span class="row-value">{goalLine(goal, measures, today, cycle?.fields.currency ?? null, surroundings)}</span><Status measures={measures} /></span>
        <span class="row-line">
          <span class={owner ? "row-note" : "row-note lacking"}><bdi>{owner ? visible(owner) : say(GOAL_WORDS.noOwner)}</bdi></span>
          {weightOf(goal) === 0 && <span class="row-note">{say(INDICATOR_WORDS.watched)}</span>}
        </span>
      </Opens>
    </li>
  );
}
