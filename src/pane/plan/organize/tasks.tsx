/** The tasks of the cycle in the seven areas, and the ways to resources, people and the coverage map. */
import { useMemo } from "preact/hooks";
import { AREAS } from "../../../plan/codes";
import { coverageOf, isLate, isOpenTask, type Area } from "../../../plan/coverage";
import type { Task } from "../../../plan/cycles";
import { totalCost } from "../../../plan/resources";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { PlusIcon } from "../icons";
import { shownRows } from "../in-cycle";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { TaskLine } from "./task-line";
import { ORGANIZE_WORDS } from "./words";

export function Tasks() {
  const { say, language } = useSurroundings();
  const { plan, cycle, isReadOnly } = usePlan();
  const tasks = useMemo(() => shownRows(plan, "tasks", cycle), [plan, cycle]);
  const without = tasks.filter(({ fields }) => fields.area === null);
  return (
    <>
      <ScreenHead title={say(ORGANIZE_WORDS.tasks)}>
        {!isReadOnly && <Opens to={{ at: "task", row: null }} class="add"><PlusIcon /><span>{say(ORGANIZE_WORDS.addTask)}</span></Opens>}
      </ScreenHead>
      <Doors />
      {AREAS.map(({ code, words }) => <AreaTasks key={code} area={code} title={words[language]} tasks={tasks.filter(({ fields }) => fields.area === code)} />)}
      {without.length > 0 && <AreaTasks area={null} title={visible("–")} tasks={without} />}
    </>
  );
}

function Doors() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  if (!cycle) return null;
  const cost = totalCost(plan, cycle);
  const { emptyAreas, emptyKinds } = coverageOf(plan, cycle, today);
  const spots = emptyAreas.length + emptyKinds.length;
  return (
    <div class="doors three">
      <Opens to={{ at: "resources" }} class="door"><strong>{say(ORGANIZE_WORDS.resources)}</strong><span>{amount(cost.plan, "money", language, cycle.fields.currency)}</span></Opens>
      <Opens to={{ at: "people" }} class="door"><strong>{say(ORGANIZE_WORDS.people)}</strong><span>{plan.rows.team.length}</span></Opens>
      <Opens to={{ at: "coverage" }} class={spots > 0 ? "door urgent" : "door"}><strong>{say(ORGANIZE_WORDS.coverage)}</strong><span>{say(ORGANIZE_WORDS.whiteSpots, spots)}</span></Opens>
    </div>
  );
}

function AreaTasks({ area, title, tasks }: { readonly area: Area | null; readonly title: string; readonly tasks: readonly Task[] }) {
  const { say } = useSurroundings();
  const { today, isReadOnly } = usePlan();
  const open = tasks.filter(isOpenTask).sort((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)) || (a.fields.due ?? Infinity) - (b.fields.due ?? Infinity));
  const over = tasks.filter((task) => !isOpenTask(task));
  const late = open.filter((task) => isLate(task, today)).length;
  const { shown, rest, more } = useCut(open);
  return (
    <details class="area" open={late > 0}>
      <summary>
        <span class="area-title">{title}</span>
        <span class={late > 0 ? "row-note lacking" : "row-note"}>{late > 0 ? say(ORGANIZE_WORDS.counterLate, open.length, late) : say(ORGANIZE_WORDS.counter, open.length)}</span>
      </summary>
      {tasks.length === 0 && <p class="quiet">{say(ORGANIZE_WORDS.noTasks)}</p>}
      <ul class="rows">{shown.map((task) => <TaskLine key={task.row} task={task} />)}</ul>
      <More rest={rest} more={more} />
      {over.length > 0 && <Over tasks={over} />}
      {!isReadOnly && area !== null && <Opens to={{ at: "task", row: null, area }} class="link"><PlusIcon /> {say(ORGANIZE_WORDS.addTask)}</Opens>}
    </details>
  );
}

function Over({ tasks }: { readonly tasks: readonly Task[] }) {
  const { say } = useSurroundings();
  const { shown, rest, more } = useCut(tasks, 10);
  return (
    <details class="area over">
      <summary><span class="row-note">{say(ORGANIZE_WORDS.finished, tasks.length)}</span></summary>
      <ul class="rows">{shown.map((task) => <TaskLine key={task.row} task={task} />)}</ul>
      <More rest={rest} more={more} />
    </details>
  );
}
