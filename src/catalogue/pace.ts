/** Goals in time: expected to date, pace, forecast, status, score. */
import { attainment, checkLimits, expectedToDate, goalForecast, goalPace, goalStatus, keepRate, planScore } from "../core/pace";
import { STATUS_WORDS } from "../plan/code-words";
import { choice, eachRow, measure, number, numbers, optional, orBlank, periodValues, withDefault } from "./arguments";
import { define } from "./define";
import { options } from "./options";
import { end, holidays, paceBy, planAsOf, season, spanOf, start } from "./pacing";

const actual = orBlank(number("actual", { en: "The value on the day of the fact; blank: none yet.", ru: "Значение на дату факта; пусто – ещё нет." }, "L2"));
const target = number("target", { en: "The value to reach at the end.", ru: "Значение, которого надо достичь к концу." }, "E2");
const baseline = withDefault(number("baseline", { en: "The value at the start; 0 if left out.", ru: "Значение в начале; не задано – 0." }, "D2"), 0);
const time = [start, end, planAsOf] as const;
const counting = [paceBy, holidays, season] as const;

/** A quarter with one month gone. */
const QUARTER = ["2026-07-01", "2026-09-30", "2026-07-31"] as const;
const SUMMER = [1, 1, 1, 1, 1, 1, 0.8, 0.9, 1.3, 1, 1, 1].map((index) => [index]);
const SEASONAL = [undefined, "season", undefined, SUMMER] as const;

/** The dates of the first goal of the sample. */
const SAMPLE_TIME = "INDEX({goals.start},1),INDEX({goals.due},1),INDEX({goals.as_of},1)";

export const ATTAINMENT = define({
  id: "ATTAINMENT", name: "ATTAINMENT", group: "plan",
  title: { en: "Fulfilment of the plan", ru: "Выполнение плана" },
  summary: { en: "What share of the plan is fulfilled.", ru: "Какая доля плана выполнена." },
  avoid: { en: "A goal that does not begin at 0; for the way gone from its baseline use GOAL_PROGRESS.", ru: "Цель, которая начинается не с нуля: пройденный путь от базы показывает GOAL_PROGRESS." },
  args: [
    measure("actual", { en: "The fact; one number or a column.", ru: "Факт: число или столбец." }, "D2", "allowed"),
    measure("target", { en: "The plan, 0 or more.", ru: "План, не меньше 0." }, "C2", "required", "notNegative"),
    choice("direction", ["up", "down"], { en: "up: more is better; down: less is better.", ru: "up – чем больше, тем лучше; down – чем меньше, тем лучше." }),
    choice("method", ["variance", "ratio"], { en: "For down: variance is 2 − fact/plan, ratio is plan/fact.", ru: "Для down: variance – это 2 − факт/план, ratio – план/факт." }),
  ],
  returns: { shape: "aligned", orScalar: true, unit: "rate" },
  examples: [{ call: [110, 120], result: 110 / 120 }, { call: [0.04, 0.05, "down"], result: 1.2 }],
  sample: "=ATTAINMENT({spend.revenue},{spend.plan})",
  run: (fact, plan, direction, method) => eachRow([fact, plan], ([now, planned]) => attainment(now ?? null, planned!, direction, method)),
});

export const EXPECTED_TO_DATE = define({
  id: "EXPECTED.TO.DATE", name: "EXPECTED_TO_DATE", group: "plan",
  title: { en: "Plan to date", ru: "План на дату" },
  summary: { en: "What a goal should have reached by a day; with a target of 1, the share of time that has passed.", ru: "Сколько должно быть достигнуто к дате; при цели 1 – доля прошедшего времени." },
  avoid: { en: "Goals of the plan's sheet; there GOAL_VALUE knows dates and path of each goal.", ru: "Цели на листе плана: там даты и ход каждой цели знает GOAL_VALUE." },
  args: [target, ...time, baseline, ...counting],
  returns: { shape: "scalar", unit: "plan" },
  examples: [
    { call: [12000000, ...QUARTER], result: (12000000 * 31) / 92 },
    { call: [12000000, ...QUARTER, ...SEASONAL], result: 3200000 },
  ],
  sample: `=EXPECTED_TO_DATE(INDEX({goals.target},1),${SAMPLE_TIME},,"working")`,
  run: (goal, first, last, asOf, base, ...by) => expectedToDate(goal, base, spanOf(first, last, asOf, ...by)),
});

export const GOAL_PACE = define({
  id: "GOAL.PACE", name: "GOAL_PACE", group: "plan",
  title: { en: "Pace of a goal", ru: "Темп цели" },
  summary: { en: "Is a goal ahead of its time or behind: progress divided by the share of time that has passed; 1 is on plan.", ru: "Опережает цель план или отстаёт: прогресс, делённый на долю прошедшего времени; 1 – по плану." },
  avoid: { en: "A level to keep; for that use KEEP_RATE.", ru: "Уровень, который надо удерживать: для него есть KEEP_RATE." },
  args: [actual, target, ...time, baseline, ...counting],
  returns: { shape: "scalar", unit: "ratio" },
  examples: [
    { call: [3500000, 12000000, ...QUARTER], result: (3500000 / 12000000) * (92 / 31) },
    { call: [3500000, 12000000, ...QUARTER, ...SEASONAL], result: 1.09375 },
  ],
  sample: `=GOAL_PACE(INDEX({goals.actual},1),INDEX({goals.target},1),${SAMPLE_TIME},,"working")`,
  run: (fact, goal, first, last, asOf, base, ...by) => goalPace(fact, goal, base, spanOf(first, last, asOf, ...by)),
});

export const GOAL_FORECAST = define({
  id: "GOAL.FORECAST", name: "GOAL_FORECAST", group: "plan",
  title: { en: "Forecast of a goal", ru: "Прогноз выполнения" },
  summary: { en: "What will be reached at the end if all goes on as until now; for values that add up, such as sales.", ru: "Сколько будет к концу, если всё пойдёт как до сих пор; для того, что накапливается, например продаж." },
  avoid: { en: "Conversions, shares and other levels, which do not add up; their last value is the forecast.", ru: "Конверсии, доли и другие уровни, которые не накапливаются: для них прогноз – последнее значение." },
  args: [actual, ...time, baseline, ...counting],
  returns: { shape: "scalar", unit: "plan" },
  examples: [
    { call: [3500000, ...QUARTER], result: (3500000 * 92) / 31 },
    { call: [3500000, ...QUARTER, ...SEASONAL], result: 13125000 },
  ],
  sample: `=GOAL_FORECAST(INDEX({goals.actual},1),${SAMPLE_TIME},,"working")`,
  run: (fact, first, last, asOf, base, ...by) => goalForecast(fact, base, spanOf(first, last, asOf, ...by)),
});

export const GOAL_STATUS = define({
  id: "GOAL.STATUS", name: "GOAL_STATUS", group: "plan",
  title: { en: "Status of a goal", ru: "Статус цели" },
  summary: { en: "One word about a goal: not started, no data, done, missed, on plan, attention or behind.", ru: "Одно слово о цели: не начата, нет данных, достигнута, не достигнута, по плану, требует внимания или отстаёт." },
  avoid: { en: "Levels to keep and milestones of the plan's sheet; GOAL_VALUE knows their rules.", ru: "Уровни и вехи на листе плана: их правила знает GOAL_VALUE." },
  args: [
    actual, target, ...time, baseline, ...counting,
    withDefault(number("green", { en: "Least pace that is on plan; 0.95 if left out.", ru: "Наименьший темп «по плану»; не задано – 0,95." }, "0.95"), 0.95),
    withDefault(number("yellow", { en: "Least pace that only needs attention; 0.8 if left out.", ru: "Наименьший темп «требует внимания»; не задано – 0,8." }, "0.8"), 0.8),
  ],
  returns: { shape: "scalar", unit: "word" },
  examples: [
    { call: [3500000, 12000000, ...QUARTER], result: "attention" },
    { call: [3500000, 12000000, ...QUARTER, ...SEASONAL], result: "on plan" },
  ],
  sample: `=GOAL_STATUS(INDEX({goals.actual},1),INDEX({goals.target},1),${SAMPLE_TIME},,"working")`,
  run: (fact, goal, first, last, asOf, base, by, workDays, months, green, yellow) =>
    STATUS_WORDS[goalStatus(fact, goal, base, spanOf(first, last, asOf, by, workDays, months), green, yellow)],
});

export const PLAN_SCORE = define({
  id: "PLAN.SCORE", name: "PLAN_SCORE", group: "plan",
  title: { en: "Score of the plan", ru: "Итог плана" },
  summary: { en: "The progress of several goals as one number, by their weights.", ru: "Прогресс нескольких целей одним числом, с учётом весов." },
  avoid: { en: "Columns of facts and targets; turn them into progress with GOAL_PROGRESS first.", ru: "Столбцы факта и плана: сначала переведите их в прогресс через GOAL_PROGRESS." },
  args: [
    periodValues("progress", { en: "Progress of each goal, 0.8 is 80 %; blank: no data.", ru: "Прогресс каждой цели, 0,8 – это 80 %; пусто – нет данных." }, "N2:N20"),
    optional(numbers("weights", { en: "Weight of each goal; blank or left out: 1.", ru: "Вес каждой цели; пусто или не задано – 1." }, "K2:K20", "notNegative", "allowed")),
    options({
      cap: { kind: "choice", choices: ["yes", "no"], words: { en: "yes: each goal counts from 0 to 1, so that one far ahead does not hide another.", ru: "yes: каждая цель считается от 0 до 1, чтобы перевыполненная не скрывала отстающую." } },
      blank: { kind: "choice", choices: ["exclude", "zero"], words: { en: "Goals without data are left out, or count as 0.", ru: "Цели без данных не учитываются или считаются нулём." } },
    }, "blank=zero"),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[0.3], [0.3], [0.4]], [[0.4], [0.2], [0.4]]], result: 0.34 }],
  sample: "=PLAN_SCORE(ATTAINMENT({goals.actual},{goals.target}),{goals.weight})",
  run: (progress, weights, { cap, blank }) => planScore(progress, weights, cap, blank),
});

export const KEEP_RATE = define({
  id: "KEEP.RATE", name: "KEEP_RATE", group: "plan",
  title: { en: "Share of periods within limits", ru: "Доля периодов в норме" },
  summary: { en: "In what share of the periods a value stayed within its limits.", ru: "В какой доле периодов показатель оставался в норме." },
  avoid: { en: "A goal to be reached once; for that use GOAL_PROGRESS.", ru: "Цель, которой надо достичь один раз: для неё есть GOAL_PROGRESS." },
  args: [
    periodValues("values", { en: "One value per period; a blank before the last value was not kept.", ru: "По значению на период; пустая ячейка до последнего значения – норма не соблюдена." }, "C2:C13"),
    optional(number("low", { en: "Lower limit, inclusive.", ru: "Нижняя граница включительно." }, "0.3")),
    optional(number("high", { en: "Upper limit, inclusive; at least one limit is needed.", ru: "Верхняя граница включительно; нужна хотя бы одна граница." }, "0.4")),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[240], [260], [270]], 237.5, 262.5], result: 2 / 3 }],
  check: (value) => checkLimits(value("low") as number | null, value("high") as number | null),
  sample: "=KEEP_RATE({spend.customers},30)",
  run: keepRate,
});

export const pace = [ATTAINMENT, EXPECTED_TO_DATE, GOAL_PACE, GOAL_FORECAST, GOAL_STATUS, PLAN_SCORE, KEEP_RATE];
