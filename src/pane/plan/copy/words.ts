/** Words of the copying of values. */
import type { Words } from "../../../plan/words";

export const COPY_WORDS = {
  title: { en: "Copy with values only", ru: "Скопировать значениями" },
  about: { en: "What the cells show, without formulas: for those who have no add-in.", ru: "То, что видно в ячейках, без формул: для тех, у кого нет надстройки." },
  tables: { en: "Tables", ru: "Таблицы" },
  rows: { en: "Rows", ru: "Строки" },
  ofCycle: { en: "Of “{0}”", ru: "Цикла «{0}»" },
  ofPlan: { en: "Of the whole plan", ru: "Всего плана" },
  form: { en: "Numbers as {0}, dates as {1}.", ru: "Числа в виде {0}, даты – {1}." },
  nothing: { en: "No rows to copy.", ru: "Нет строк для копирования." },
  copied: { en: "Rows copied: {0}.", ru: "Скопировано строк: {0}." },
} as const satisfies Record<string, Words>;
