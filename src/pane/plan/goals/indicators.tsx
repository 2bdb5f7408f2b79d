/** The measures by which progress is seen: those that are chosen, each with its owner, and others to choose from. */
import { isMetric, METRICS, type MetricKey } from "../../../plan/metrics";
import { weightOf } from "../../../plan/score";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { PlusIcon } from "../icons";
import { goalsOf } from "../in-cycle";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { GoalCard } from "./goal-card";
import { INDICATOR_WORDS } from "./indicator-words";

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
          <ul class="rows tight">{chosen.map((goal) => (
            <GoalCard key={goal.row} goal={goal}>{weightOf(goal) === 0 && <span class="row-note">{say(INDICATOR_WORDS.watched)}</span>}</GoalCard>
          ))}</ul>
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
