/** Closing the chosen cycle, step by step: final values, verified actions, lessons, a decision for all that is unfinished, the next cycle. */
import { useMemo, useState } from "preact/hooks";
import { nameKey } from "../../../core/order";
import { closeCycle, closingOf, finalScore, timesCarried, type Final } from "../../../plan/close";
import { isOpenCycle, rowsIn, type Cycle, type Goal } from "../../../plan/cycles";
import { finalOf } from "../../../plan/final";
import { rowById } from "../../../plan/find";
import { measuresOn } from "../../../plan/measures";
import { columnOf, type RowId } from "../../../plan/plan";
import { queueOf } from "../../../plan/queue";
import { lengthProblem } from "../../../plan/text-limits";
import { wholePress } from "../fields/press";
import type { Words } from "../../../plan/words";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { shortDay, typedDay } from "../days";
import { FinalScore } from "../final-score";
import { focusFirstProblem } from "../fields/form-foot";
import { Shell } from "../fields/shell";
import { ActionLine } from "../control/actions";
import { Opens } from "../opens";
import { REPORT_SCREEN_WORDS } from "../report/words";
import { ScreenHead } from "../screen-head";
import { Status } from "../status";
import { Choice, wrongChange } from "./choice";
import { useClosing, type Closing } from "./use-closing";
import { CLOSE_WORDS } from "./words";

export function CloseCycle() {
  const { say } = useSurroundings();
  const { cycle } = usePlan();
  if (cycle && isOpenCycle(cycle)) return <Steps key={cycle.row} cycle={cycle} />;
  return <><ScreenHead title={say(CLOSE_WORDS.title)} hasBack /><p class="quiet">{say(cycle ? CLOSE_WORDS.isClosed : CLOSE_WORDS.noCycle)}</p>{cycle && <ToReport words={REPORT_SCREEN_WORDS.ofCycle} />}</>;
}

const ToReport = ({ words }: { readonly words: Words }) => {
  const { say } = useSurroundings();
  return <p class="spaced"><Opens to={{ at: "report" }}>{say(words)}</Opens></p>;
};

function Steps({ cycle }: { readonly cycle: Cycle }) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, today, save, newRow, back, isReadOnly } = usePlan();
  const closing = useClosing(cycle);
  const [tried, setTried] = useState(false);
  const key = cycle.fields.cycle_id ?? "";
  const last = cycle.fields.end ?? today;
  const final = (goal: Goal): Final => finalOf(plan, goal);
  const open = useMemo(() => closingOf(plan, key, final, new Map(), ""), [plan, key]);
  const score = useMemo(() => finalScore(rowsIn(plan, "goals", cycle), final), [plan, cycle]);
  const owed = useMemo(() => [...new Set([...open.withoutFinalValue, ...queueOf(plan, cycle, today).map(({ goal }) => goal)])], [open, today]);
  const left = closingOf(plan, key, final, closing.decisions, closing.lessons);
  const undecided = left.undecidedGoals.length + left.undecidedTasks.length;
  const [start, end] = [typedDay(closing.start, today), typedDay(closing.end, today)];
  const isTaken = plan.rows.cycles.some(({ fields }) => nameKey(fields.cycle_id ?? "") === nameKey(closing.key));
  const wrongKey = lengthProblem("cycles", "cycle_id", closing.key);
  const isNextGood = closing.key.trim() !== "" && !isTaken && start !== null && end !== null && start <= end;
  const wrong = [...closing.decisions].some(([row, { choose }]) => choose === "change" && wrongChange(rowById(plan, "goals", row), closing.textOf(row), cycle.fields.currency, surroundings) !== null);
  const problem = left.lessons ? CLOSE_WORDS.needsLessons : undecided > 0 ? CLOSE_WORDS.left : wrong ? CLOSE_WORDS.wrong : wrongKey ?? (isNextGood ? null : CLOSE_WORDS.needsNext);
  const goesOn = [...closing.decisions.values()].filter(({ choose }) => choose !== "drop").length;
  const goalsOn = plan.rows.goals.filter(({ row }) => closing.decisions.has(row) && closing.decisions.get(row)!.choose !== "drop").length;
  /** Written as soon as they are left: closing may wait for days, and the pane does not stay open so long. */
  const keepLessons = () => {
    const lessons = closing.lessons.trim() || null;
    if (!isReadOnly && lessons !== cycle.fields.lessons) save(say(CLOSE_WORDS.keptLessons, visible(key)), [{ kind: "update", table: "cycles", row: cycle.row, fields: { lessons } }]);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || start === null || end === null) return focusFirstProblem(event.currentTarget, '[aria-invalid="true"], .decide.open input');
    const operations = closeCycle(plan, { cycle: key, lessons: closing.lessons.trim(), decisions: closing.decisions, final, along: closing.along, withoutMonths: closing.withoutMonths, newRow, next: { cycle_id: closing.key.trim(), name: closing.key.trim(), start, end } });
    if (!save(say(CLOSE_WORDS.closed, visible(key)), operations)) return;
    closing.forget();
    back();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={`${say(CLOSE_WORDS.title)}: ${visible(key)}`} hasBack />
      {today < last && <p class="banner">{say(CLOSE_WORDS.early, shortDay(last, language, today))}</p>}
      <section>
        <h3 class="group-title">1. {say(CLOSE_WORDS.facts)}</h3>
        <p class="quiet">{owed.length > 0 ? say(CLOSE_WORDS.factsMissing, owed.length) : say(CLOSE_WORDS.factsDone)}</p>
        <ul class="rows">{owed.map((goal) => <li key={goal.row}><Opens to={{ at: "queue", goal: goal.row }} class="row"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></Opens></li>)}</ul>
      </section>
      <section>
        <h3 class="group-title">2. {say(CLOSE_WORDS.actions)}</h3>
        <p class="quiet">{open.unverified.length > 0 ? say(CLOSE_WORDS.actionsMissing, open.unverified.length) : say(CLOSE_WORDS.actionsDone)}</p>
        <ul class="rows">{open.unverified.map((action) => <ActionLine key={action.row} action={action} />)}</ul>
      </section>
      <section>
        <h3 class="group-title">3. {say(CLOSE_WORDS.lessons)}</h3>
        <Shell name="lessons" label={say(CLOSE_WORDS.lessons)} problem={tried && left.lessons ? CLOSE_WORDS.needsLessons : null} isRequired wasTried={tried} hint={say(CLOSE_WORDS.lessonsHint)}>
          {(parts) => <textarea {...parts} rows={3} value={closing.lessons} onInput={(event) => closing.set({ lessons: event.currentTarget.value })} onChange={keepLessons} />}
        </Shell>
      </section>
      <section>
        <h3 class="group-title">4. {say(CLOSE_WORDS.goals)}</h3>
        {open.undecidedGoals.length === 0 && <p class="quiet">{say(CLOSE_WORDS.nothingOpen)}</p>}
        {open.undecidedGoals.map((goal) => (
          <Choice key={goal.row} row={goal.row} title={goal.fields.name ?? goal.label} times={timesCarried(plan.rows.goals, goal.label)} closing={closing} goal={goal} next={start !== null && end !== null && start <= end ? { start, end } : null}>
            <Status measures={measuresOn(plan, goal, Math.floor(goal.fields.end ?? last))} />
          </Choice>
        ))}
      </section>
      <section>
        <h3 class="group-title">5. {say(CLOSE_WORDS.tasks)}</h3>
        {open.undecidedTasks.length === 0 && <p class="quiet">{say(CLOSE_WORDS.nothingOpen)}</p>}
        {open.undecidedTasks.map((task) => <Choice key={task.row} row={task.row} title={task.fields.action ?? task.label} times={timesCarried(plan.rows.tasks, task.label)} closing={closing} goal={null} next={null} />)}
      </section>
      <section>
        <h3 class="group-title">6. {say(CLOSE_WORDS.next)}</h3>
        <Shell name="next" label={say(CLOSE_WORDS.next)} problem={wrongKey ?? (tried && !isNextGood ? CLOSE_WORDS.needsNext : null)} isRequired wasTried={tried}>
          {(parts) => <input {...parts} type="text" value={closing.key} onInput={(event) => closing.set({ key: event.currentTarget.value })} />}
        </Shell>
        <div class="pair">
          {(["start", "end"] as const).map((field) => (
            <Shell key={field} name={field} label={columnOf("cycles", field)!.header[language]} problem={null} isRequired>
              {(parts) => <input {...parts} type="text" value={closing[field]} onInput={(event) => closing.set({ [field]: event.currentTarget.value })} />}
            </Shell>
          ))}
        </div>
        <TakeAlong title={say(CLOSE_WORDS.repeating, open.repeating.length)} rows={open.repeating.map(({ row }) => row)} closing={closing} />
        <TakeAlong title={say(CLOSE_WORDS.lasting, open.lasting.length)} rows={open.lasting.map(({ row }) => row)} closing={closing} />
      </section>
      <ToReport words={REPORT_SCREEN_WORDS.beforeClosing} />
      {score !== null && <p class="control-line"><FinalScore score={score} /></p>}
      <p class="sentence" role="status">{problem === null ? say(CLOSE_WORDS.whatHappens, goalsOn, goesOn - goalsOn) : say(problem, undecided)}</p>
      {!isReadOnly && <div class="form-foot"><button type="submit" class="main" onMouseDown={wholePress}>{say(CLOSE_WORDS.close)}</button></div>}
    </form>
  );
}

function TakeAlong({ title, rows, closing }: { readonly title: string; readonly rows: readonly RowId[]; readonly closing: Closing }) {
  if (rows.length === 0) return null;
  const all = rows.every((row) => closing.along.has(row));
  return <label class="tick"><input type="checkbox" checked={all} onChange={() => closing.takeAlong(rows, !all)} /> {title}</label>;
}
