/** Words of the fields that all forms of the plan share. */
import type { Words } from "../../../plan/words";

export const FIELD_WORDS = {
  isRequired: { en: "Fill this in.", ru: "Заполните это поле." },
  wrongNumber: { en: "This is not a number. Write it like 1500000 or 1.5m.", ru: "Это не число. Запишите так: 1 500 000 или 1,5 млн." },
  wrongDay: { en: "This is not a date. Write it like 2026-07-31 or 31.07.2026.", ru: "Это не дата. Запишите так: 31.07.2026." },
  wrongFormula: { en: "This is not a formula: check brackets, quotes and separators.", ru: "Это не формула: проверьте скобки, кавычки и разделители." },
  longText: { en: "A cell takes at most 32,767 characters. Shorten the text.", ru: "В ячейку помещается не больше 32\u00a0767 знаков. Сократите текст." },
  longFormula: { en: "A formula takes at most 8,192 characters. Shorten it.", ru: "Формула – не длиннее 8\u00a0192 знаков. Сократите её." },
  readsAs: { en: "= {0}", ru: "= {0}" },
  calendar: { en: "Choose in a calendar: {0}", ru: "Выбрать в календаре: {0}" },
  notChosen: { en: "not chosen", ru: "не выбрано" },
  unknown: { en: "{0} (not in the plan)", ru: "{0} (нет в плане)" },
  meanwhile: { en: "Meanwhile it was changed elsewhere to {0}. Saving writes what stands here.", ru: "Тем временем здесь записали другое: {0}. Сохранится то, что в поле." },
  kept: { en: "You had typed this before and not saved it.", ru: "Это вы ввели раньше и не сохранили." },
  discard: { en: "Start over", ru: "Начать заново" },
} as const satisfies Record<string, Words>;
