/** Words of the frame around the plan. */
import type { Words } from "../../plan/words";

export const PLAN_WORDS = {
  phases: { en: "Phases of the plan", ru: "Этапы работы с планом" },
  phasePlan: { en: "Plan", ru: "План" },
  phaseOrganize: { en: "Organize", ru: "Организация" },
  phaseLead: { en: "Lead", ru: "Руководство" },
  phaseControl: { en: "Control", ru: "Контроль" },

  loading: { en: "Reading the plan…", ru: "Читаю план…" },
  workRead: { en: "Reading the sheets: {0} of {1}…", ru: "Читаю листы: {0} из {1}…" },
  workUnderstand: { en: "Reading the plan: {0} of {1} records…", ru: "Читаю план: записей {0} из {1}…" },
  workWrite: { en: "Writing the plan: {0} of {1} blocks…", ru: "Записываю план: блоков {0} из {1}…" },
  workSave: { en: "Writing the plan…", ru: "Записываю план…" },
  notLoaded: { en: "The plan could not be read. {0}", ru: "Не удалось прочитать план. {0}" },
  tryAgain: { en: "Try again", ru: "Повторить" },
  notSaved: { en: "Not saved: {0} Nothing is lost: your changes are kept here and will be written.", ru: "Не сохранено: {0} Ничего не потеряно: изменения хранятся здесь и будут записаны." },
  readOnly: { en: "You can look, but not change: {0}", ru: "Можно смотреть, но не менять: {0}" },

  cycle: { en: "Cycle", ru: "Цикл" },
  closeCycle: { en: "Close the cycle…", ru: "Закрыть цикл…" },
  manageCycles: { en: "Cycles…", ru: "Циклы…" },
  problems: { en: "Problems in the plan: {0}", ru: "Проблемы в плане: {0}" },
  menu: { en: "Menu of the plan", ru: "Меню плана" },
  reload: { en: "Read the sheets again", ru: "Перечитать листы" },

  nextStep: { en: "Next step", ru: "Следующий шаг" },
  hideStep: { en: "Hide this suggestion", ru: "Скрыть подсказку" },
  stepFirstGoal: { en: "Add the first goal", ru: "Добавьте первую цель" },
  stepNoCycle: { en: "Add a cycle: the period of the plan", ru: "Добавьте цикл – период плана" },
  stepOwners: { en: "Give an owner to goals: {0}", ru: "Назначьте ответственных за цели: {0}" },
  stepErrors: { en: "Correct the mistakes in the plan: {0}", ru: "Исправьте ошибки в плане: {0}" },
  stepClose: { en: "“{0}” is over: close the cycle", ru: "«{0}» – срок вышел: закройте цикл" },
  stepVerify: { en: "See whether the measures worked: {0}", ru: "Проверьте, помогли ли меры: {0}" },
  stepFacts: { en: "Enter the facts: {0}", ru: "Внесите факты: {0}" },
  stepBehind: { en: "Decide what to do about “{0}”", ru: "Решите, что делать с целью «{0}»" },
  stepTasks: { en: "Add tasks: {0} goals have none", ru: "Добавьте задачи: целей без задач – {0}" },

  undo: { en: "Undo “{0}”", ru: "Отменить «{0}»" },
  recent: { en: "Recent actions", ru: "Последние действия" },
  undoTo: { en: "Undo up to here", ru: "Отменить до этого места" },
  undone: { en: "Undone: {0}.", ru: "Отменено: {0}." },
  notUndone: { en: "Not undone: “{0}” has changed since. Change it by hand if needed.", ru: "Не отменено: «{0}» с тех пор изменилось. Если нужно, исправьте вручную." },

  saving: { en: "Saving…", ru: "Сохраняю…" },
  shortening: { en: "Shortening the journal of changes: {0} of {1}. You can go on working.", ru: "Сокращаю журнал изменений: {0} из {1}. Можно работать дальше." },
  inWorkbook: { en: "Saved in this workbook", ru: "Сохранено в этой книге" },
  shared: { en: "Visible to others", ru: "Видно другим" },
  inOutbox: { en: "Not saved, kept in your outbox", ru: "Не сохранено, ждёт отправки" },

  notices: { en: "What changed in the sheets: {0}", ru: "Что изменилось на листах: {0}" },
  dismiss: { en: "Close", ru: "Закрыть" },
  questions: { en: "Your decision is needed", ru: "Нужно ваше решение" },
  showInSheet: { en: "Show in the sheet", ru: "Показать на листе" },
  notShown: { en: "The cell could not be shown. {0}", ru: "Не удалось показать ячейку. {0}" },

  back: { en: "Back", ru: "Назад" },
  save: { en: "Save", ru: "Сохранить" },
  more: { en: "Show more: {0}", ru: "Показать ещё: {0}" },
} as const satisfies Record<string, Words>;
