/** Plan and fact of each goal, the largest weighted shortfall first; above it what is to be done now. */
import { useMemo } from "preact/hooks";
import { deviationsOf, type Deviation } from "../../../plan/deviations";
import { actionsToVerify } from "../../../plan/corrective";
import { queueOf } from "../../../plan/queue";
import { scoreOf } from "../../../plan/score";
import { settingsOf } from "../../../plan/settings";
import { Bullet } from "../../charts/bullet-chart";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { signed } from "../amounts";
import { bulletOf } from "../chart-data";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { FinalScore, scoreText } from "../final-score";
import { goalLine } from "../goals/goal-line";
import { Opens } from "../opens";
import { REPORT_SCREEN_WORDS } from "../report/words";
import { ScreenHead } from "../screen-head";
import { lookOf, Status } from "../status";
import { AsOf } from "./as-of";
import { Thresholds } from "./thresholds";
import { CONTROL_WORDS } from "./words";

export function PlanFact() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const deviations = useMemo(() => (cycle ? deviationsOf(plan, cycle, today) : []), [plan, cycle, today]);
  const { shown, rest, more } = useCut(deviations);
  const score = cycle && scoreOf(plan, cycle, today);
  return (
    <>
      <ScreenHead title={say(CONTROL_WORDS.planFact)}>
        {score && score.value !== null && !score.isFinal && (
          <span class="score"><span class="caption">{say(CONTROL_WORDS.score)}</span> <strong>{scoreText(score.value, 2, language)}</strong></span>
        )}
      </ScreenHead>
      <p class="control-line">
        <AsOf />
        {score && score.value !== null && <span class="caption">{say(CONTROL_WORDS.scoreFrom, score.from, score.of)}</span>}
      </p>
      {score && score.value !== null && score.isFinal && <p class="control-line"><FinalScore score={score.value} /></p>}
      <Doors hasGoals={deviations.length > 0} />
      {deviations.length === 0 ? <p class="quiet">{say(CONTROL_WORDS.noGoals)}</p> : <ul class="rows">{shown.map((deviation) => <Line key={deviation.goal.row} deviation={deviation} />)}</ul>}
      <More rest={rest} more={more} />
      {deviations.length > 0 && <Thresholds />}
    </>
  );
}

/** The way to the check-ins that are due, to the corrective actions, and to the report. */
function Doors({ hasGoals }: { readonly hasGoals: boolean }) {
  const { say } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const due = useMemo(() => (cycle ? queueOf(plan, cycle, today).length : 0), [plan, cycle, today]);
  const open = plan.rows.actions.filter(({ fields }) => fields.status !== "verified").length;
  const toVerify = actionsToVerify(plan, today).length;
  return (
    <div class="doors">
      <Opens to={{ at: "queue" }} class={due > 0 ? "door urgent" : "door"}>
        <strong>{say(CONTROL_WORDS.checkIns)}</strong>
        <span>{due > 0 ? say(CONTROL_WORDS.checkInsDue, due) : say(hasGoals ? CONTROL_WORDS.checkInsNone : CONTROL_WORDS.noneYet)}</span>
      </Opens>
      <Opens to={{ at: "actions" }} class={toVerify > 0 ? "door urgent" : "door"}>
        <strong>{say(CONTROL_WORDS.actionsShort)}</strong>
        <span>{toVerify > 0 ? say(CONTROL_WORDS.actionsVerify, toVerify) : open > 0 ? say(CONTROL_WORDS.actionsOpen, open) : say(CONTROL_WORDS.noneYet)}</span>
      </Opens>
      <Opens to={{ at: "report" }} class="door across">
        <strong>{say(REPORT_SCREEN_WORDS.title)}</strong>
        <span>{say(REPORT_SCREEN_WORDS.door)}</span>
      </Opens>
    </div>
  );
}

function Line({ deviation: { goal, measures, actions } }: { readonly deviation: Deviation }) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, cycle, today } = usePlan();
  const { green, yellow } = settingsOf(plan);
  const currency = cycle?.fields.currency ?? null;
  const hasBar = goal.fields.type !== "milestone" && measures.actual.value !== null && measures.target !== null;
  const gap = measures.gap.value;
  return (
    <li>
      <Opens to={{ at: "deviation", goal: goal.row }} class="row">
        <span class="row-title"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></span>
        <span class="row-line">
          <span class="row-value">{goalLine(goal, measures, today, currency, surroundings)}</span>
          {gap !== null && gap !== 0 && goal.fields.type !== "milestone" && <span class={`row-value ${gap < 0 ? lookOf(measures.status) : "quiet"}`}>{signed(gap, goal.fields.unit, language, currency)}</span>}
        </span>
        {hasBar && <Bullet language={language} goal={bulletOf(goal, measures, green, yellow)} />}
        <span class="row-line">
          <Status measures={measures} />
          {actions.length > 0 && <span class="row-note">{say(CONTROL_WORDS.actionCount, actions.length)}</span>}
        </span>
      </Opens>
    </li>
  );
}
