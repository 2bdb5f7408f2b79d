/** Words of the formulas over a goal. */
import type { Words } from "../../../plan/words";

export const FORMULA_WORDS = {
  which: { en: "What should the cell show?", ru: "Что показать в ячейке?" },
  actual: { en: "Actual", ru: "Факт" },
  progress: { en: "Progress", ru: "Прогресс" },
  expected: { en: "Expected by now", ru: "План на дату" },
  gap: { en: "Gap to date", ru: "Отклонение на дату" },
  pace: { en: "Pace", ru: "Темп" },
  forecast: { en: "Forecast", ru: "Прогноз" },
  status: { en: "Status", ru: "Статус" },
  checkIn: { en: "Latest check-in", ru: "Последний замер" },
  score: { en: "Score of the whole plan", ru: "Оценка всего плана" },
  blankActual: { en: "The cell Actual of this goal is empty: until it is filled, the formula gives an error.", ru: "Ячейка «Факт» этой цели пуста: пока её не заполнят, формула вернёт ошибку." },
  toGoal: { en: "Fill it in the goal", ru: "Заполнить в цели" },
  byCell: { en: "The goal is given by its cell: renaming it breaks nothing.", ru: "Цель задана своей ячейкой: переименование ничего не сломает." },
  byId: { en: "The goal is given by its ID: renaming it breaks nothing.", ru: "Цель задана своим кодом: переименование ничего не сломает." },
} as const satisfies Record<string, Words>;
