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
  notes: { en: "Notes in the cells", ru: "Примечания в ячейках" },
  notesAbout: { en: "What must be corrected and what is worth a look is seen in the sheets then, by those without this pane too. Notes of people stay.", ru: "Что нужно исправить и что стоит проверить, увидят на листах и те, у кого нет панели. Примечания людей останутся." },
  noNotes: { en: "This program lets nobody write notes in the cells from here.", ru: "Эта программа не даёт писать отсюда примечания в ячейки." },
  write: { en: "Write as notes in the cells", ru: "Записать примечаниями в ячейки" },
  remove: { en: "Remove the notes", ru: "Убрать примечания" },
  writing: { en: "Writing notes…", ru: "Пишу примечания…" },
  written: { en: "Notes in the cells: {0}, removed: {1}.", ru: "Примечаний в ячейках: {0}, убрано: {1}." },
  left: { en: "Left out, because the cell has a note of its own: {0}.", ru: "Пропущено, потому что в ячейке уже есть своё примечание: {0}." },
  lost: { en: "Left out, because the row is not on its sheet: {0}.", ru: "Пропущено, потому что строки нет на листе: {0}." },
} as const satisfies Record<string, Words>;
