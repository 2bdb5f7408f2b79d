/** Who does what this week: late and blocked tasks first, then what is due and what runs, and the meetings of the rhythm. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { nameKey } from "../core/order";
import { workingDays, type WorkDays } from "../core/time-share";
import { isLate, isOpenTask } from "./coverage";
import { cycleOf, isClosedGoal, isOpenCycle, rowsIn, type CheckIn, type Cycle, type Goal, type Task } from "./cycles";
import { newTask } from "./edits";
import { rowOf } from "./find";
import { measuresOf, type Measures } from "./measures";
import { namesOf, quotaAMonth, type Person } from "./people";
import type { Operation } from "./operation";
import type { Plan, RowId } from "./plan";
import { worstOf } from "./score";
import { workDaysOf } from "./settings";
import type { Language, Words } from "./words";

/** Monday and Sunday of the week of a day: serial number 2 would be a Monday. */
export function weekAround(day: number): readonly [monday: number, sunday: number] {
  const monday = day - ((day + 5) % 7);
  return [monday, monday + 6];
}

export type State = "late" | "blocked" | "due" | "running";
export type Todo = { readonly task: Task; readonly state: State; /** Days since its due date; 0 unless late. */ readonly late: number };
export type Meeting = { readonly task: Task; /** Its days in this week. */ readonly days: readonly number[] };
export type Week = { readonly from: number; readonly to: number; readonly todos: readonly Todo[]; readonly rhythm: readonly Meeting[] };

const ORDER: readonly State[] = ["late", "blocked", "due", "running"];
const repeats = ({ fields: { repeat } }: Task): boolean => repeat !== null && repeat !== "none";

/** @param cycle null: of all cycles that are open */
export function weekOf(plan: Plan, cycle: Cycle | null, today: number): Week {
  const [from, to] = weekAround(today);
  const tasks = (cycle ? rowsIn(plan, "tasks", cycle) : plan.rows.tasks.filter((task) => isOfOpenCycle(plan, task))).filter(isOpenTask);
  const once = tasks.flatMap((task): Todo[] => {
    const state = stateOf(task, today, to);
    return state === null ? [] : [{ task, state, late: state === "late" ? today - Math.floor(task.fields.due!) : 0 }];
  });
  return {
    from, to,
    todos: once.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.task.fields.due ?? Infinity) - (b.task.fields.due ?? Infinity)),
    rhythm: tasks.filter(repeats).map((task) => ({ task, days: occurrences(task, from, to, workDaysOf(plan)) })).filter(({ days }) => days.length > 0),
  };
}

function isOfOpenCycle(plan: Plan, task: Task): boolean {
  const cycle = cycleOf(plan, task);
  return cycle === null || isOpenCycle(cycle);
}

/** What the week has to do with it; a repeated task counts by its days, until its series is over. */
function stateOf(task: Task, today: number, sunday: number): State | null {
  const { start, due, status } = task.fields;
  if (isLate(task, today)) return "late";
  if (status === "blocked") return "blocked";
  if (repeats(task)) return null;
  if (due !== null && due < sunday + 1) return "due";
  return status === "in progress" || (start !== null && start < sunday + 1) ? "running" : null;
}

/** The days of a repeated task between two days: every working day, the weekday of its start, or its day of the month, the last one of a shorter month. */
export function occurrences({ fields: { start, due, repeat } }: Task, from: number, to: number, workDays: WorkDays): readonly number[] {
  const [first, last] = [Math.floor(start ?? NaN), Math.min(to, Math.floor(due ?? Infinity))];
  if (Number.isNaN(first)) return [];
  const days = Array.from({ length: Math.max(0, last - Math.max(from, first) + 1) }, (_, i) => Math.max(from, first) + i);
  if (repeat === "day") return days.filter((day) => workingDays(day, day, workDays) === 1);
  if (repeat === "week") return days.filter((day) => (day - first) % 7 === 0);
  const dayOfMonth = first - firstOfMonth(monthOf(first));
  return repeat === "month" ? days.filter((day) => day === Math.min(firstOfMonth(monthOf(day)) + dayOfMonth, firstOfMonth(monthOf(day) + 1) - 1)) : [];
}

export type PersonCard = {
  readonly name: string;
  /** null: named in the plan, but not in the team. */
  readonly person: Person | null;
  /** In the money of the plan, for a month; null without one. */
  readonly quota: number | null;
  readonly goals: readonly { readonly goal: Goal; readonly measures: Measures }[];
  readonly worst: ReturnType<typeof worstOf>;
  readonly todos: readonly Todo[];
  /** Tasks done in the seven days until today; a talk that was written down is none. */
  readonly done: readonly Task[];
  /** The latest check-in of this person, or of one of his goals, that says something. */
  readonly note: CheckIn | null;
  /** The latest talk with this person that was written down. */
  readonly talk: Task | null;
};

/** One card for each person of the team and each owner of a goal or a task, for a talk of two. */
export function peopleCards(plan: Plan, cycle: Cycle, today: number): readonly PersonCard[] {
  const goals = rowsIn(plan, "goals", cycle).filter((goal) => !isClosedGoal(goal));
  const { todos } = weekOf(plan, cycle, today);
  const named = [...goals, ...todos.map(({ task }) => task)].flatMap(({ fields: { owner } }) => (owner === null ? [] : [owner]));
  return namesOf(plan, named).map((name): PersonCard => {
    const isOwn = ({ fields: { owner } }: Goal | Task): boolean => nameKey(owner ?? "") === nameKey(name);
    const person = rowOf(plan, "team", name);
    const own = goals.filter(isOwn).map((goal) => ({ goal, measures: measuresOf(plan, goal, today) }));
    return {
      name, person, quota: person && quotaAMonth(person), goals: own, worst: worstOf(own.map(({ measures }) => measures.status)),
      todos: todos.filter(({ task }) => isOwn(task)),
      done: rowsIn(plan, "tasks", cycle).filter((task) => isOwn(task) && !isTalk(task) && task.fields.status === "done" && task.fields.done_on !== null && task.fields.done_on > today - 7 && task.fields.done_on <= today),
      note: lastNote(plan, name, own.map(({ goal }) => goal.row)),
      talk: plan.rows.tasks.filter((task) => isTalk(task) && isOwn(task)).reduce<Task | null>((latest, each) => ((each.fields.done_on ?? 0) >= (latest?.fields.done_on ?? 0) ? each : latest), null),
    };
  });
}

function lastNote(plan: Plan, name: string, goals: readonly string[]): CheckIn | null {
  const own = plan.rows.checkins.filter(({ fields: { author, goal, note, problem, next } }) =>
    (note ?? problem ?? next) !== null && (nameKey(author ?? "") === nameKey(name) || goals.includes(rowOf(plan, "goals", goal)?.row ?? "")));
  return own.reduce<CheckIn | null>((latest, each) => ((each.fields.date ?? 0) >= (latest?.fields.date ?? 0) ? each : latest), null);
}

/** Where a task comes from that is the record of a talk. */
const TALK: Words = { en: "one-to-one talk", ru: "личная встреча" };
const TALK_WITH: Words = { en: "Talk with {0}", ru: "Поговорить с сотрудником: {0}" };
const isTalk = ({ fields: { origin } }: Task): boolean => origin === TALK.en || origin === TALK.ru;

/** What was said to a person is kept as a task of the team that is done today. */
export function recordTalk(cycle: Cycle, name: string, said: string, row: RowId, today: number, language: Language): Operation {
  return newTask(cycle, null, { area: "team", action: TALK_WITH[language].replace("{0}", () => name), result: said, owner: name, start: today, due: today, status: "done", done_pct: 1, done_on: today, phase: "lead", origin: TALK[language] }, row, today);
}
