/** Goals and tasks as they are thought: owners (V08), tasks (V09), names (V11), weights (V12), old facts (V14), a plan changed after its start (V20). */
import { nameKey } from "../../core/order";
import { sum } from "../../core/stats";
import { isCancelledGoal, rowsIn, rowsOfGoal, type Goal } from "../cycles";
import { checkInsOf } from "../facts";
import { idOf } from "../find";
import { isAction, isVerb, peopleIn, wordsOf } from "../goal-rules";
import { measuresOf } from "../measures";
import { memo } from "../memo";
import type { Plan } from "../plan";
import { expectedOn } from "../series";
import { weightOf } from "../score";
import { isOpenTask } from "../coverage";
import { liveGoals, liveTasks, plannedCycles } from "./live";
import { dateText, numberText, percentText, problemOf, setFields, type Check, type Problem } from "./problem";

export const owners: Check = (plan) => liveGoals(plan).flatMap((goal): Problem[] => {
  const names = peopleIn(goal.fields.owner);
  if (names.length === 0) return [problemOf(plan, "V08", "warn", "goals", goal, { en: "it has no owner. Name one person.", ru: "нет ответственного. Назначьте одного человека." }, { field: "owner" })];
  if (names.length < 2) return [];
  return [problemOf(plan, "V08", "warn", "goals", goal, { en: "it has several owners. What everybody owns nobody owns: name one.", ru: "несколько ответственных. За общее не отвечает никто: оставьте одного." }, {
    field: "owner", repairs: names.slice(0, 3).map((name) => setFields({ en: `Leave ${name}`, ru: `Оставить: ${name}` }, "goals", goal, { owner: name })),
  })];
});

export const links: Check = (plan) => [
  ...liveGoals(plan).filter((goal) => weightOf(goal) > 0 && !rowsOfGoal(plan, "tasks", goal).some(({ fields }) => fields.status !== "cancelled")).map((goal) =>
    problemOf(plan, "V09", "warn", "goals", goal, { en: "no task serves it. Add one, or name the goal in a task.", ru: "под неё нет ни одной задачи. Добавьте задачу или укажите цель в готовой." })),
  ...liveTasks(plan).filter((task) => isOpenTask(task) && task.fields.goal === null).map((task) =>
    problemOf(plan, "V09", "warn", "tasks", task, { en: "it serves no goal. Choose one, or ask whether the task is needed.", ru: "задача не связана с целью. Выберите цель или решите, нужна ли задача." }, { field: "goal" })),
];

const isRussian = (text: string): boolean => [...text].some((char) => char >= "а" && char <= "я");

export const names: Check = (plan) => [
  ...liveGoals(plan).filter(({ fields: { name } }) => name !== null && isAction(name)).map((goal) => problemOf(plan, "V11", "info", "goals", goal, {
    en: "its name is an action, so it looks like a task. A goal says what will be true: “New customers”, not “Find customers”.", ru: "название – действие, похоже на задачу. Цель говорит, что будет достигнуто: «Новые клиенты», а не «Найти клиентов».",
  }, { field: "name" })),
  ...liveTasks(plan).filter(({ fields: { action } }) => action !== null && isResult(plan, action)).map((task) => problemOf(plan, "V11", "info", "tasks", task, {
    en: "its name is a result, so it looks like a goal. A task says what to do: begin with a verb.", ru: "название – результат, похоже на цель. Задача говорит, что сделать: начните с глагола.",
  }, { field: "action" })),
];

/** In Russian every task can be an infinitive; in English only what is a goal's name or speaks of percents is surely no action. */
function isResult(plan: Plan, action: string): boolean {
  const words = wordsOf(action);
  if (words.length === 0 || words.some(isVerb)) return false;
  return isRussian(nameKey(action)) || action.includes("%") || goalNameKeys(plan.rows.goals).has(nameKey(action));
}

const goalNameKeys = memo((goals: Plan["rows"]["goals"]): ReadonlySet<string> => new Set(goals.map(({ fields }) => nameKey(fields.name ?? ""))));

export const weights: Check = (plan) => plannedCycles(plan).flatMap((cycle): Problem[] => {
  const goals = rowsIn(plan, "goals", cycle).filter((goal) => !isCancelledGoal(goal));
  const total = sum(goals.map(weightOf));
  if (total === 0) return goals.length === 0 ? [] : [problemOf(plan, "V12", "warn", "cycles", cycle, { en: "all goals have the weight 0, so there is no score. Give the important ones a weight.", ru: "вес всех целей – 0, оценки не будет. Задайте вес важным целям." })];
  const scored = goals.filter((goal) => weightOf(goal) > 0);
  return scored.length < 2 ? [] : scored.filter((goal) => weightOf(goal) > total / 2 + 1e-9).map((goal) => problemOf(plan, "V12", "warn", "goals", goal, {
    en: `it has ${percentText(weightOf(goal) / total).en} of the weight of cycle ${idOf("cycles", cycle)}: the others hardly count.`, ru: `у неё ${percentText(weightOf(goal) / total).ru} веса цикла ${idOf("cycles", cycle)}: остальные почти не влияют на оценку.`,
  }, { field: "weight" }));
});

export const stale: Check = (plan, { today }) => liveGoals(plan).flatMap((goal): Problem[] => {
  const { isStale, age } = measuresOf(plan, goal, today).stale;
  return isStale && age !== null ? [problemOf(plan, "V14", "warn", "goals", goal, { en: `no new fact for ${age} ${age === 1 ? "day" : "days"}. Enter a check-in.`, ru: `новых фактов нет уже ${age} дн. Внесите замер.` }, { field: "actual" })] : [];
});

/** An arrow in the note says that the old plan and the reason stand there: the pane writes it so. */
const isExplained = ({ fields: { note } }: Goal): boolean => (note ?? "").includes("→");

/** The first check-in keeps what was expected on its day; today's plan expects something else for that day. */
export const changedPlan: Check = (plan) => liveGoals(plan).flatMap((goal): Problem[] => {
  const first = checkInsOf(plan, goal).filter(({ fields }) => fields.expected_then !== null).reduce<ReturnType<typeof checkInsOf>[number] | null>((earliest, each) => (earliest === null || each.fields.date! < earliest.fields.date! ? each : earliest), null);
  if (!first || isExplained(goal)) return [];
  const then = first.fields.expected_then!;
  const now = expectedOn(plan, goal, Math.floor(first.fields.date!));
  if (now === null || Math.abs(now - then) <= 1e-6 * Math.max(1, Math.abs(then))) return [];
  const [date, was, is] = [dateText(first.fields.date!), numberText(round(then)), numberText(round(now))];
  return [problemOf(plan, "V20", "info", "goals", goal, {
    en: `the plan was changed after its start: for ${date.en} it expected ${was.en} and now ${is.en}. Write the old plan and the reason into the note, as “old → new”.`,
    ru: `план изменён после начала: на ${date.ru} ожидалось ${was.ru}, теперь ${is.ru}. Запишите прежний план и причину в примечание, например «было → стало».`,
  }, { field: "target" })];
});

const round = (value: number): number => Number(value.toPrecision(6));
