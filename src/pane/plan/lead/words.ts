/** Words of the phase Lead. */
import type { Words } from "../../../plan/words";

export const LEAD_WORDS = {
  week: { en: "This week", ru: "Эта неделя" },
  weekOf: { en: "{0} – {1}", ru: "{0} – {1}" },
  nothing: { en: "Nothing is due this week.", ru: "На эту неделю ничего не запланировано." },
  late: { en: "Overdue", ru: "Просрочено" },
  blocked: { en: "Blocked", ru: "Заблокировано" },
  due: { en: "Due this week", ru: "Срок на этой неделе" },
  running: { en: "Under way by the plan", ru: "Идут по плану" },
  rhythm: { en: "Rhythm of the week", ru: "Ритм недели" },
  toOrder: { en: "Resources to order by Sunday", ru: "Ресурсы: заказать до воскресенья" },
  people: { en: "One to one", ru: "Личные встречи" },
  noPeople: { en: "Nobody in the team yet.", ru: "В команде пока никого нет." },
  worst: { en: "worst goal: {0}", ru: "хуже всего: {0}" },
  tasksOf: { en: "Tasks this week: {0}", ru: "Задач на неделе: {0}" },
  quota: { en: "Quota: {0} a month", ru: "План: {0} в месяц" },
  goals: { en: "Goals", ru: "Цели" },
  tasks: { en: "Tasks of the week", ru: "Задачи недели" },
  noTasks: { en: "No tasks this week.", ru: "На этой неделе задач нет." },
  doneLately: { en: "Done in seven days: {0}", ru: "Сделано за семь дней: {0}" },
  lastTalk: { en: "Last talk, {0}:", ru: "Последняя встреча, {0}:" },
  lastNote: { en: "With the last check-in, {0}:", ru: "В последнем замере, {0}:" },
  noteFor: { en: "Note of the talk", ru: "Запись о встрече" },
  noteHint: { en: "It is kept as a task that is done today.", ru: "Сохранится как выполненная сегодня задача." },
  saveNote: { en: "Save the note", ru: "Сохранить запись" },
  noteSaved: { en: "Note about {0}", ru: "Запись о встрече: {0}" },
} as const satisfies Record<string, Words>;
