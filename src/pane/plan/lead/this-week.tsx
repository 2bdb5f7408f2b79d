/** This week: overdue and blocked tasks first, the meetings of the rhythm, and a card for each person. */
import { useMemo } from "preact/hooks";
import type { Task } from "../../../plan/cycles";
import { toOrder } from "../../../plan/resources";
import { peopleCards, weekOf, type State } from "../../../plan/week";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { shortDay } from "../days";
import { Opens } from "../opens";
import { ORGANIZE_WORDS } from "../organize/words";
import { TaskLine } from "../organize/task-line";
import { ScreenHead } from "../screen-head";
import { lookOf, StatusSign, statusWord } from "../status";
import { LEAD_WORDS } from "./words";

const STATES: readonly State[] = ["late", "blocked", "due", "running"];

export function ThisWeek() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const week = useMemo(() => weekOf(plan, cycle, today), [plan, cycle, today]);
  const day = (serial: number) => shortDay(serial, language, today);
  return (
    <>
      <ScreenHead title={say(LEAD_WORDS.week)} />
      <p class="caption">{say(LEAD_WORDS.weekOf, day(week.from), day(week.to))}</p>
      {week.todos.length === 0 && <p class="quiet">{say(LEAD_WORDS.nothing)}</p>}
      {STATES.map((state) => <Group key={state} state={state} tasks={week.todos.filter((todo) => todo.state === state).map(({ task }) => task)} />)}
      {week.rhythm.length > 0 && (
        <section>
          <h3 class="group-title">{say(LEAD_WORDS.rhythm)}</h3>
          <ul class="rhythm">
            {week.rhythm.map(({ task, days }) => (
              <li key={task.row}><Opens to={{ at: "task", row: task.row }} class="link"><bdi>{visible(task.fields.action ?? task.label)}</bdi></Opens> <span class="row-note">{days.map(day).join(", ")}</span></li>
            ))}
          </ul>
        </section>
      )}
      <ToOrder until={week.to} />
      <OneToOne />
    </>
  );
}

function Group({ state, tasks }: { readonly state: State; readonly tasks: readonly Task[] }) {
  const { say } = useSurroundings();
  const { shown, rest, more } = useCut(tasks, 20);
  if (tasks.length === 0) return null;
  return (
    <section>
      <h3 class={state === "late" || state === "blocked" ? "group-title lacking" : "group-title"}>{say(LEAD_WORDS[state])} · {tasks.length}</h3>
      <ul class="rows">{shown.map((task) => <TaskLine key={task.row} task={task} />)}</ul>
      <More rest={rest} more={more} />
    </section>
  );
}

/** Resources that would not be ready in time if nobody saw to them this week. */
function ToOrder({ until }: { readonly until: number }) {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const waiting = useMemo(() => (cycle ? toOrder(plan, cycle, today).filter(({ orderBy }) => orderBy < until + 1) : []), [plan, cycle, today, until]);
  const { shown, rest, more } = useCut(waiting, 20);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h3 class="group-title">{say(LEAD_WORDS.toOrder)} · {waiting.length}</h3>
      <ul class="rhythm">
        {shown.map(({ resource, orderBy, late }) => (
          <li key={resource.row}>
            <Opens to={{ at: "resource", row: resource.row }} class="link"><bdi>{visible(resource.fields.name ?? resource.label)}</bdi></Opens> <span class={late > 0 ? "row-note lacking" : "row-note"}>{say(ORGANIZE_WORDS.orderBy, shortDay(orderBy, language, today))}</span>
          </li>
        ))}
      </ul>
      <More rest={rest} more={more} />
    </section>
  );
}

function OneToOne() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const cards = useMemo(() => (cycle ? peopleCards(plan, cycle, today).filter(({ name }) => name !== "") : []), [plan, cycle, today]);
  const { shown, rest, more } = useCut(cards);
  return (
    <section>
      <h3 class="group-title">{say(LEAD_WORDS.people)}</h3>
      {cards.length === 0 && <><p class="quiet">{say(LEAD_WORDS.noPeople)}</p><p><Opens to={{ at: "people" }}>{say(ORGANIZE_WORDS.people)}</Opens></p></>}
      <ul class="rows">
        {shown.map(({ name, person, todos, worst, goals }) => (
          <li key={name}>
            <Opens to={{ at: "talk", name }} class="row">
              <span class="row-title"><bdi>{visible(name)}</bdi></span>
              <span class="row-line">
                <span class="row-note">{person?.fields.role ? `${visible(person.fields.role)} · ` : ""}{say(LEAD_WORDS.tasksOf, todos.length)}</span>
                {goals.length > 0 && <span class={`status ${lookOf(worst)}`}><StatusSign status={worst} /> {worst !== null && say(LEAD_WORDS.worst, statusWord(worst)[language])}</span>}
              </span>
            </Opens>
          </li>
        ))}
      </ul>
      <More rest={rest} more={more} />
    </section>
  );
}
