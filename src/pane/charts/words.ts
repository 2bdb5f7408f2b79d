/** All words of the pictures. `{0}`, `{1}` are put in by `say`. */
import type { Words } from "../../catalogue/words";

export const CHART_WORDS = {
  asTable: { en: "Show as table", ru: "Показать таблицей" },
  asChart: { en: "Show as chart", ru: "Показать диаграммой" },
  noData: { en: "no data", ru: "нет данных" },
  moreRows: { en: "{0} more in the table", ru: "Ещё {0} в таблице" },

  // how something stands
  good: { en: "on plan", ru: "по плану" },
  fair: { en: "needs attention", ru: "требует внимания" },
  poor: { en: "behind", ru: "отстаёт" },
  better: { en: "better", ru: "лучше" },
  worse: { en: "worse", ru: "хуже" },
  asPlanned: { en: "as planned", ru: "как в плане" },

  // columns of the tables and keys of the pictures
  stage: { en: "Stage", ru: "Этап" },
  count: { en: "Count", ru: "Количество" },
  conversion: { en: "Conversion", ru: "Конверсия" },
  period: { en: "Period", ru: "Период" },
  plan: { en: "Plan", ru: "План" },
  actual: { en: "Actual", ru: "Факт" },
  forecast: { en: "Forecast", ru: "Прогноз" },
  cumulative: { en: "Cumulative", ru: "Нарастающим итогом" },
  expected: { en: "Expected by now", ru: "План на дату" },
  expectedShort: { en: "Expected", ru: "План на дату" },
  status: { en: "Status", ru: "Состояние" },
  goal: { en: "Goal", ru: "Цель" },
  deviation: { en: "Deviation", ru: "Отклонение" },
  verdict: { en: "Against plan", ru: "К плану" },
  cause: { en: "Cause", ru: "Причина" },
  effect: { en: "Effect", ru: "Вклад" },
  lever: { en: "Lever", ru: "Рычаг" },
  ifLow: { en: "If lower", ru: "Если ниже" },
  ifHigh: { en: "If higher", ru: "Если выше" },
  swing: { en: "Swing", ru: "Размах" },
  base: { en: "Now {0}", ru: "Сейчас {0}" },
  ramped: { en: "Ramped", ru: "Вышли на план" },
  ramping: { en: "Ramping up", ru: "Адаптация" },
  target: { en: "Target", ru: "План" },
  notEnough: { en: "below target", ru: "не хватает" },

  // the funnel
  funnelEmpty: { en: "No stage has a count yet", ru: "Ни у одного этапа ещё нет количества" },
  funnelOne: { en: "Only one stage has a count – {0}: {1}", ru: "Количество есть только у одного этапа – {0}: {1}" },
  funnelLoss: { en: "Biggest loss: {0} → {1}, {2} drop out", ru: "Наибольшие потери: {0} → {1}, отсев {2}" },
  funnelNoLoss: { en: "No losses between the stages", ru: "Потерь между этапами нет" },
  funnelNoRates: { en: "No conversion can be counted: counts are missing or 0", ru: "Конверсию не посчитать: количества нет или оно равно 0" },
  funnelOverall: { en: "Overall conversion {0}", ru: "Сквозная конверсия {0}" },
  biggestLoss: { en: "biggest loss", ru: "наибольшие потери" },

  // plan and fact by period
  planFactEmpty: { en: "Neither plan nor actual is known yet", ru: "Ни плана, ни факта ещё нет" },
  planFactDone: { en: "Actual to date is {0} of plan: {1} of {2}", ru: "Факт на дату – {0} плана: {1} из {2}" },
  planFactNoPlan: { en: "Actual to date is {0}, without a plan for it", ru: "Факт на дату – {0}, плана на него нет" },
  planFactNoFact: { en: "Plan {0}, no actual yet", ru: "План {0}, факта ещё нет" },
  planFactForecast: { en: "Forecast {0} against a plan of {1}", ru: "Прогноз {0} при плане {1}" },

  // cumulative against the expected line
  burnUpEmpty: { en: "Neither plan nor actual is known yet", ru: "Ни плана, ни факта ещё нет" },
  burnUpDone: { en: "{0}: {1}, expected {2} ({3})", ru: "{0}: {1}, план на дату {2} ({3})" },
  burnUpNoFact: { en: "Expected {0} by {1}, no actual yet", ru: "План {0} ({1}), факта ещё нет" },
  burnUpNoPlan: { en: "Actual {0} ({1}), nothing expected for it", ru: "Факт {0} ({1}), плана на дату нет" },
  onPlanZone: { en: "on plan, from {0}", ru: "по плану, от {0}" },
  attentionZone: { en: "needs attention, from {0}", ru: "требует внимания, от {0}" },
  behindZone: { en: "behind", ru: "отстаёт" },

  // goals
  bulletsEmpty: { en: "No goal has an actual and a plan yet", ru: "Ни у одной цели ещё нет и факта, и плана" },
  bulletsAll: { en: "All goals with data are on plan: {0} of {0}", ru: "Все цели с данными идут по плану: {0} из {0}" },
  bulletsSome: { en: "On plan: {0} of {1}", ru: "По плану: {0} из {1}" },
  bulletsWorst: { en: "Furthest behind: {0}", ru: "Дальше всего от плана: {0}" },
  bullet: { en: "{0}: {1}. Actual {2}, plan {3}", ru: "{0}: {1}. Факт {2}, план {3}" },
  upTo: { en: "{0} to {1}", ru: "{0} – {1}" },

  // deviations
  deviationsEmpty: { en: "No deviation can be counted yet", ru: "Ни одного отклонения пока не посчитать" },
  deviationsSome: { en: "Worse than plan: {0} of {1}", ru: "Хуже плана: {0} из {1}" },
  deviationsWorst: { en: "Largest: {0}, {1}", ru: "Больше всего: {0}, {1}" },
  deviationsNone: { en: "Nothing is worse than plan: 0 of {0}", ru: "Хуже плана нет ничего: 0 из {0}" },

  // from plan to fact by cause
  waterfallEmpty: { en: "The gap to plan cannot be split by cause yet", ru: "Разложить отклонение от плана по причинам пока нельзя" },
  waterfallBelow: { en: "{0}: {1} below the plan to date", ru: "{0}: на {1} ниже плана на дату" },
  waterfallAbove: { en: "{0}: {1} above the plan to date", ru: "{0}: на {1} выше плана на дату" },
  waterfallEven: { en: "{0}: as planned to date", ru: "{0}: ровно по плану на дату" },
  waterfallMain: { en: "Main cause: {0}, {1}", ru: "Главная причина: {0}, {1}" },

  // what if
  tornadoEmpty: { en: "Nothing to compare: no lever has an effect yet", ru: "Сравнивать нечего: ни у одного рычага ещё нет эффекта" },
  tornadoMost: { en: "{0} moves the result most: from {1} to {2}", ru: "Сильнее всего на результат влияет «{0}»: от {1} до {2}" },
  tornadoNone: { en: "No lever changes the result", ru: "Ни один рычаг не меняет результат" },

  // capacity
  capacityEmpty: { en: "Neither capacity nor target is known yet", ru: "Ни мощности отдела, ни плана ещё нет" },
  capacityEnough: { en: "Capacity covers the target in every period: {0} of {0}", ru: "Мощности хватает во всех периодах: {0} из {0}" },
  capacityShort: { en: "Capacity is below target, periods: {0} of {1}", ru: "Мощности не хватает, периодов: {0} из {1}" },
  capacityWorst: { en: "Most in {0}: {1} of {2}", ru: "Больше всего – {0}: {1} из {2}" },
  capacityNoTarget: { en: "Capacity is {0}, without a target for it", ru: "Мощность – {0}, плана на неё нет" },
} as const satisfies Record<string, Words>;
