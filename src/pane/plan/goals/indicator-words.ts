/** Words of the measures of progress. */
import type { Words } from "../../../plan/words";

export const INDICATOR_WORDS = {
  title: { en: "Indicators", ru: "Показатели" },
  about: { en: "By which numbers will you see that the goals come nearer? Each needs an owner and a decision that depends on it.", ru: "По каким числам видно, что цели приближаются? У каждого показателя есть ответственный и решение, которое от него зависит." },
  door: { en: "Measures of progress, with their owners", ru: "По чему виден ход, и кто за это отвечает" },
  chosen: { en: "Chosen", ru: "Выбраны" },
  others: { en: "To choose from", ru: "Можно добавить" },
  add: { en: "Add: {0}", ru: "Добавить: {0}" },
  watched: { en: "watched, not scored", ru: "наблюдается, без оценки" },
  many: { en: "{0} goals are scored. 3–7 are easier to keep in sight: with the weight 0 a goal is only watched.", ru: "Целей с оценкой: {0}. Легче удержать в поле зрения 3–7: цель с весом 0 только наблюдается." },
  few: { en: "{0} scored so far. A cycle usually has 3–7 goals.", ru: "Целей с оценкой: {0}. Обычно в цикле 3–7 целей." },
} as const satisfies Record<string, Words>;
