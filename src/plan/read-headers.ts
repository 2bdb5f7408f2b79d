/** Headers of those columns that functions read too: `English|Russian;synonyms`. As texts, because a script with a limit to its size carries them. */

export const GOAL_HEADERS = {
  id: "ID;Goal ID|Code|№|Код|Код цели|Идентификатор",
  goal: "Goal|Цель;Goal name|Name|Objective|Название|Название цели|Наименование",
  type: "Type|Тип цели;Goal type|Тип|Вид цели",
  baseline: "Baseline|Было (база);Base|Was|Start value|Было|База|Базовое значение|Исходное значение",
  target: "Target|План;Plan|Target value|Целевое значение|Плановое значение",
  upper: "Upper limit|Верхняя граница;Target max|Maximum|Максимум",
  accumulates: "Accumulates|Накопление;Accumulate|Accumulation|Накапливается",
  start: "Start|Начало;Start date|From|Дата начала",
  due: "Due|Срок;Due date|End|End date|Deadline|Окончание|Дата окончания|Конец|Дедлайн",
  path: "Expected path|Ход;Path|Ход выполнения",
  paceBy: "Pace by|Темп по",
  owner: "Owner|Ответственный;Responsible|Владелец",
  weight: "Weight|Вес;Вес цели",
  actual: "Actual|Факт;Fact|Current|Current value|Фактическое значение|Текущее значение",
  asOf: "As of|На дату;As-of|Fact date|Дата факта",
  status: "Status|Статус;State|Состояние",
} as const;

export const CHECKIN_HEADERS = {
  date: "Date|Дата;Check-in date|Дата замера",
  goal: "Goal|Цель;Goal ID|Код цели",
  value: "Value|Значение;Actual|Fact|Факт",
  valueIs: "Value is|Значение – это;Meaning|Вид значения",
  confidence: "Confidence|Уверенность;Confidence 0–10|Уверенность 0–10",
  note: "Note|Примечание;Comment|Комментарий",
  problem: "Problem|Проблема",
  next: "Next step|Следующий шаг",
} as const;

/** Main headers, the same in both languages where there is one only, and synonyms. */
export function headersIn(text: string): { readonly en: string; readonly ru: string; readonly also: readonly string[] } {
  const [main = "", also] = text.split(";");
  const [en = "", ru = en] = main.split("|");
  return { en, ru, also: also === undefined ? [] : also.split("|") };
}
