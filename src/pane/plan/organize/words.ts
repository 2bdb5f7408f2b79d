/** Words of the phase Organize. */
import type { Words } from "../../../plan/words";

export const ORGANIZE_WORDS = {
  tasks: { en: "Tasks", ru: "Задачи" },
  task: { en: "Task", ru: "Задача" },
  addTask: { en: "Add a task", ru: "Добавить задачу" },
  newTask: { en: "New task", ru: "Новая задача" },
  noTasks: { en: "No tasks in this area yet.", ru: "В этом направлении задач пока нет." },
  counter: { en: "{0}", ru: "{0}" },
  counterLate: { en: "{0} · overdue: {1}", ru: "{0} · просрочено: {1}" },
  done: { en: "Done", ru: "Выполнить" },
  doneFor: { en: "Mark as done: {0}", ru: "Отметить выполненной: {0}" },
  dueOn: { en: "due {0}", ru: "до {0}" },
  lateSince: { en: "overdue since {0}", ru: "просрочена с {0}" },
  finished: { en: "Finished: {0}", ru: "Завершено: {0}" },
  savedTask: { en: "Task: {0}", ru: "Задача: {0}" },
  doneTask: { en: "Task done: {0}", ru: "Выполнена задача: {0}" },
  dueFirst: { en: "The task cannot be due before it starts.", ru: "Срок не может быть раньше начала." },
  needsReason: { en: "Say what is in the way.", ru: "Напишите, что мешает." },
  doneLater: { en: "It cannot be done in the future.", ru: "Нельзя выполнить в будущем." },
  more: { en: "More", ru: "Ещё" },

  resources: { en: "Resources", ru: "Ресурсы" },
  addResource: { en: "Add a resource", ru: "Добавить ресурс" },
  newResource: { en: "New resource", ru: "Новый ресурс" },
  noResources: { en: "Nothing of this kind yet.", ru: "Таких ресурсов пока нет." },
  costs: { en: "Plan {0}, fact {1}", ru: "План {0}, факт {1}" },
  costsUnknown: { en: "Plan {0}, fact {1} (without fact: {2})", ru: "План {0}, факт {1} (без факта: {2})" },
  total: { en: "All resources", ru: "Все ресурсы" },
  orderBy: { en: "order by {0}", ru: "заказать до {0}" },
  orderLate: { en: "should have been ordered by {0}", ru: "надо было заказать до {0}" },
  savedResource: { en: "Resource: {0}", ru: "Ресурс: {0}" },
  negative: { en: "It cannot be below 0.", ru: "Не может быть меньше 0." },
  endFirst: { en: "It cannot end before it begins.", ru: "Окончание не может быть раньше начала." },

  people: { en: "People", ru: "Люди" },
  addPerson: { en: "Add a person", ru: "Добавить сотрудника" },
  newPerson: { en: "New person", ru: "Новый сотрудник" },
  noPeople: { en: "Nobody in the team yet. Add people with their quotas, and the plan tells whether they can sell it.", ru: "В команде пока никого нет. Добавьте людей с их планами – и станет видно, выполнима ли цель." },
  load: { en: "Open tasks: {0}", ru: "Открытых задач: {0}" },
  loadLate: { en: "Open tasks: {0}, overdue: {1}", ru: "Открытых задач: {0}, просрочено: {1}" },
  quotaMonth: { en: "{0} a month", ru: "{0} в месяц" },
  noQuota: { en: "no quota", ru: "без плана" },
  savedPerson: { en: "Person: {0}", ru: "Сотрудник: {0}" },
  nobody: { en: "Without an owner", ru: "Без ответственного" },

  coverage: { en: "Coverage map", ru: "Карта покрытия" },
  coverageAbout: { en: "Resources of each kind for the tasks of each area. A white spot is an area without tasks, or a kind without resources.", ru: "Ресурсы каждого вида для задач каждого направления. Белое пятно – направление без задач или вид без ресурсов." },
  area: { en: "Area", ru: "Направление" },
  tasksShort: { en: "Tasks", ru: "Задач" },
  whiteSpots: { en: "White spots: {0}", ru: "Белые пятна: {0}" },
  noSpots: { en: "No white spots: every area has tasks, every kind has resources.", ru: "Белых пятен нет: у каждого направления есть задачи, у каждого вида – ресурсы." },
  emptyArea: { en: "No task: {0}", ru: "Нет задач: {0}" },
  emptyKind: { en: "No resource: {0}", ru: "Нет ресурсов: {0}" },
  kindKey: { en: "{0} – {1}", ru: "{0} – {1}" },
} as const satisfies Record<string, Words>;

/** How often a repeated task comes. */
export const REPEATED = {
  day: { en: "every day", ru: "каждый день" },
  week: { en: "every week", ru: "каждую неделю" },
  month: { en: "every month", ru: "каждый месяц" },
} as const satisfies Record<string, Words>;
