/** Words of the targets by month. */
import type { Words } from "../../../plan/words";

export const MONTH_WORDS = {
  months: { en: "Targets by month", ru: "Планы по месяцам" },
  even: { en: "Evenly", ru: "Поровну" },
  season: { en: "By season", ru: "По сезонности" },
  asBefore: { en: "As in {0}", ru: "Как в {0}" },
  exact: { en: "Sum {0}, exactly the target.", ru: "Сумма {0}, ровно план." },
  missing: { en: "Sum {0}: {1} short of the target.", ru: "Сумма {0}: до плана не хватает {1}." },
  tooMuch: { en: "Sum {0}: {1} above the target.", ru: "Сумма {0}: больше плана на {1}." },
  follow: { en: "What is expected by now is the full months and part of the current one, here and in the grey columns of the sheet. GOAL_VALUE and the other functions do not know the months: they go by the goal’s path, so their numbers differ.", ru: "План на дату – это полные месяцы и часть текущего, здесь и в серых столбцах листа. GOAL_VALUE и другие функции месяцев не знают: они считают по ходу цели, и их числа другие." },
  byMonth: { en: "by its months", ru: "по месяцам" },
  ofPath: { en: "This goal has targets by month. Functions do not know them and go by its path; the grey columns of the sheet know them.", ru: "У этой цели есть планы по месяцам. Функции их не знают и считают по ходу цели; серые столбцы листа их знают." },
  remove: { en: "Without targets by month", ru: "Без планов по месяцам" },
} as const satisfies Record<string, Words>;
