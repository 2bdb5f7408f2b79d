/** Words of the list of problems. */
import type { Words } from "../../../plan/words";

export const PROBLEM_WORDS = {
  title: { en: "Problems in the plan", ru: "Проблемы в плане" },
  none: { en: "No problems found.", ru: "Проблем не найдено." },
  error: { en: "Must be corrected", ru: "Нужно исправить" },
  warn: { en: "Worth a look", ru: "Стоит проверить" },
  info: { en: "Good to know", ru: "К сведению" },
  show: { en: "Show in the sheet", ru: "Показать на листе" },
  open: { en: "Open", ru: "Открыть" },
  repaired: { en: "Repaired: {0}", ru: "Исправлено: {0}" },
} as const satisfies Record<string, Words>;
