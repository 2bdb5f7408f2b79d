/** Words of the cycles. */
import type { Words } from "../../../plan/words";

export const CYCLE_WORDS = {
  cycles: { en: "Cycles", ru: "Циклы" },
  add: { en: "Add", ru: "Добавить" },
  about: { en: "A cycle is the period of a plan: a year, a quarter, a month.", ru: "Цикл – период плана: год, квартал, месяц." },
  newCycle: { en: "New cycle", ru: "Новый цикл" },
  keyHint: { en: "Such as 2026, 2026-Q3 or 2026-07.", ru: "Например: 2026, 2026-Q3 или 2026-07." },
  seasonHint: { en: "The share of each month is on the sheet {0}: 1 is an average month, 1.5 one and a half of it.", ru: "Доля каждого месяца – на листе «{0}»: 1 – обычный месяц, 1,5 – в полтора раза больше." },
  workingHint: { en: "Holidays and extra work days are on the sheet {0}, one day in a row.", ru: "Праздники и рабочие субботы – на листе «{0}», по одному дню в строке." },
  noParent: { en: "none", ru: "нет" },
  keyTaken: { en: "Another cycle has this ID.", ru: "Такой код уже есть у другого цикла." },
  endFirst: { en: "The end is before the start.", ru: "Окончание раньше начала." },
  overlapsAny: { en: "Overlaps with another cycle of the same level.", ru: "Пересекается с другим циклом того же уровня." },
  outsideParent: { en: "Must lie inside the cycle it is part of.", ru: "Должен лежать внутри цикла, в который входит." },
  more: { en: "Strategy, lessons, status", ru: "Основание, выводы, состояние" },
  savedCycle: { en: "Cycle {0}", ru: "Цикл {0}" },
  addedCycle: { en: "New cycle {0}", ru: "Новый цикл {0}" },
} as const satisfies Record<string, Words>;
