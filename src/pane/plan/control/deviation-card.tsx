/** One goal closely: how far it is from the plan, where it is going, and what is done about it. */
import { useMemo } from "preact/hooks";
import type { Goal } from "../../../plan/cycles";
import { rowsOfGoal } from "../../../plan/cycles";
import { causeFigures } from "../../../plan/cause-texts";
import { targetGoal } from "../../../plan/people";
import { rowById } from "../../../plan/find";
import { measuresOf, type Measures } from "../../../plan/measures";
import { REASONS, type Measured } from "../../../plan/reasons";
import type { RowId } from "../../../plan/plan";
import { burnUp } from "../../../plan/series";
import { settingsOf } from "../../../plan/settings";
import { BurnUpChart } from "../../charts/burn-up-chart";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount, percent, signed } from "../amounts";
import { aimOf, burnUpData, chartUnit } from "../chart-data";
import { WORDS } from "../../words";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { lookOf, Status } from "../status";
import { PlanToFact } from "../report/plan-to-fact";
import { ActionLine } from "./actions";
import { PipelineForecast } from "./pipeline-forecast";
import { Supporters } from "./supporters";
import { monthsNote } from "../goals/months";
import { GOAL_WORDS } from "../goals/words";
import { CONTROL_WORDS } from "./words";

const SOURCES = { typed: CONTROL_WORDS.sourceTyped, formula: CONTROL_WORDS.sourceFormula, "check-ins": CONTROL_WORDS.sourceCheckIns };

export function DeviationCard({ row }: { readonly row: RowId }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const goal = rowById(plan, "goals", row);
  return goal ? <Card goal={goal} /> : <><ScreenHead title={say(CONTROL_WORDS.planFact)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
}

function Card({ goal }: { readonly goal: Goal }) {
  const { say, language } = useSurroundings();
  const { plan, today, cycle, isReadOnly } = usePlan();
  const measures = measuresOf(plan, goal, today);
  const actions = rowsOfGoal(plan, "actions", goal);
  const { factDay, source } = measures;
  const isSale = goal.fields.unit === "money" && goal.fields.accumulate === "sum" && goal.fields.type === "increase";
  return (
    <>
      <ScreenHead title={visible(goal.fields.name ?? goal.label)} hasBack />
      <p class="row-line"><Status measures={measures} /><span class="row-note"><bdi>{visible(goal.fields.owner ?? "")}</bdi></span></p>
      <Figures goal={goal} measures={measures} currency={cycle?.fields.currency ?? null} />
      {factDay !== null && <p class="caption">{say(CONTROL_WORDS.updatedOn, shortDay(factDay, language, today))}{source && `, ${say(SOURCES[source])}`}</p>}
      {!isReadOnly && (
        <div class="buttons spaced">
          <Opens to={{ at: "action", row: null, goal: goal.row }} class={lookOf(measures.status) === "bad" || lookOf(measures.status) === "warning" ? "main" : ""}>{say(CONTROL_WORDS.addAction)}</Opens>
          <Opens to={{ at: "queue", goal: goal.row }}>{say(CONTROL_WORDS.newCheckIn)}</Opens>
          <Opens to={{ at: "goal", row: goal.row }}>{say(CONTROL_WORDS.editGoal)}</Opens>
        </div>
      )}
      <Picture goal={goal} />
      {isSale && <Causes goal={goal} />}
      <Supporters goal={goal} />
      <p class="spaced"><Opens to={{ at: "formulas", goal: goal.row }} class="add">{say(WORDS.insert)}</Opens></p>
      {isSale && <PipelineForecast measures={measures} currency={cycle?.fields.currency ?? null} />}
      {actions.length > 0 && (
        <>
          <h3>{say(CONTROL_WORDS.actions)}</h3>
          <ul class="rows">{actions.map((action) => <ActionLine key={action.row} action={action} />)}</ul>
        </>
      )}
    </>
  );
}

/** Numbers in pairs: plan and fact, deviation and pace, where it goes and what is needed. What is not known says why. */
function Figures({ goal, measures, currency }: { readonly goal: Goal; readonly measures: Measures; readonly currency: string | null }) {
  const { say, language } = useSurroundings();
  const { plan } = usePlan();
  if (goal.fields.type === "milestone") return null;
  const unit = goal.fields.unit;
  const show = (value: number) => amount(value, unit, language, currency);
  const { target, actual, expected, gap, pace, forecast, forecastBy, trend, sparks, requiredPace, paceSoFar, daysAhead, daysBy } = measures;
  const days = daysAhead.value === null ? null : Math.round(daysAhead.value);
  const rows: readonly (readonly [label: string, measured: Measured, text: (value: number) => string, note?: string | null])[] = [
    [say(CONTROL_WORDS.actual), actual, show, target === null ? null : `${say(CONTROL_WORDS.target)} ${show(target)}`],
    [say(CONTROL_WORDS.expected), expected, show, monthsNote(plan, goal, say, show)],
    [say(CONTROL_WORDS.gap), gap, (value) => signed(value, unit, language, currency), days === null || days === 0 ? null : say(days < 0 ? CONTROL_WORDS.daysBehind : CONTROL_WORDS.daysAhead, plainNumber(Math.abs(days), language))],
    [say(CONTROL_WORDS.pace), pace, (value) => percent(value, language)],
    trend === null ? [say(forecastBy === "pace" ? CONTROL_WORDS.forecastByPace : CONTROL_WORDS.forecastLast), forecast, show] : [say(CONTROL_WORDS.forecastTrend, sparks.length), { value: trend, reason: null }, show],
    [say(daysBy === "working" ? CONTROL_WORDS.requiredPace : CONTROL_WORDS.requiredPaceCalendar), requiredPace, show, paceSoFar.value === null ? null : say(CONTROL_WORDS.soFar, show(paceSoFar.value))],
  ];
  // What has no meaning for this kind of goal is left out; what is only missing says so.
  const shown = rows.filter(([, { reason }]) => reason === null || !HAS_NO_MEANING.has(reason));
  return (
    <dl class="figures">
      {shown.map(([label, measured, text, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{measured.value === null ? <span class="quiet">{REASONS[measured.reason][language]}</span> : <strong>{text(measured.value)}</strong>}{note && <span class="caption">{note}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

const HAS_NO_MEANING: ReadonlySet<string> = new Set(["levelHasNoPace", "rangeHasNoValue", "notAdding", "notByTime", "zeroDivisor"]);

function Picture({ goal }: { readonly goal: Goal }) {
  const { language } = useSurroundings();
  const { plan, today } = usePlan();
  const data = useMemo(() => burnUp(plan, goal, today), [plan, goal, today]);
  const { green, yellow } = settingsOf(plan);
  if (data.expected.length < 2 || goal.fields.type === "milestone") return null;
  return <div class="picture"><BurnUpChart language={language} data={burnUpData(data, measuresOf(plan, goal, today), language, today)} unit={chartUnit(goal)} aim={aimOf(goal, green, yellow)} /></div>;
}

/** Of the department's revenue: why it is not what was planned by now. */
function Causes({ goal }: { readonly goal: Goal }) {
  const { language } = useSurroundings();
  const { plan, today, cycle } = usePlan();
  const figures = useMemo(() => (cycle && targetGoal(plan, cycle)?.row === goal.row ? causeFigures(plan, cycle, today, language) : null), [plan, cycle, today, language, goal.row]);
  return figures && <PlanToFact figures={figures} language={language} />;
}
