/** People: capacity, how many are needed and when to hire. */
import { hireBy } from "../core/backward";
import { requiredReps, teamCapacity } from "../core/people";
import { date, measure, notNegative, number, optional, rate, wholeNumber, withDefault } from "./arguments";
import { define } from "./define";

export const TEAM_CAPACITY = define({
  id: "TEAM.CAPACITY", name: "TEAM_CAPACITY", group: "people",
  title: { en: "Capacity of the team", ru: "Мощность команды" },
  summary: { en: "How much a team can sell: people × quota × attainment × ramp, added up.", ru: "Сколько может продать команда: люди × квота × выполнение × разгон, в сумме." },
  avoid: { en: "How many people are missing; for that use REQUIRED_REPS.", ru: "Скольких людей не хватает: для этого есть REQUIRED_REPS." },
  args: [
    measure("people", { en: "People; one number or a column, parts allowed.", ru: "Число людей: число или столбец, можно дробное." }, "B2:B4", "required", "notNegative", "required"),
    measure("quotas", { en: "What one person should sell.", ru: "Сколько должен продать один человек." }, "C2:C4", "required", "notNegative", "required"),
    optional(measure("attainments", { en: "Share of the quota that is usually fulfilled; blank: 1.", ru: "Какая доля квоты обычно выполняется; пусто – 1." }, "D2:D4", "allowed", "notNegative")),
    optional(measure("ramps", { en: "How far newcomers are up to speed, 0 to 1; blank: 1.", ru: "Насколько новички вышли на план, от 0 до 1; пусто – 1." }, "E2:E4", "allowed", "rate")),
  ],
  returns: { shape: "scalar", unit: "plan" },
  examples: [{ call: [[[7], [3]], 150, [[0.85], [0.4]]], result: 1072.5 }],
  sample: "=TEAM_CAPACITY({team.people},{team.quota},{team.attainment},{team.ramp})",
  run: (...factors) => teamCapacity(factors.filter((factor) => factor !== null)),
});

export const REQUIRED_REPS = define({
  id: "REQUIRED.REPS", name: "REQUIRED_REPS", group: "people",
  title: { en: "People needed for the target", ru: "Сколько менеджеров нужно" },
  summary: { en: "How many more people are needed to reach a target, rounded up.", ru: "Сколько ещё нужно менеджеров, чтобы выполнить план, с округлением вверх." },
  avoid: { en: "When they must be hired; for that use HIRE_BY.", ru: "Когда их нанять: для этого есть HIRE_BY." },
  args: [
    number("target", { en: "What is to be sold.", ru: "Сколько надо продать." }, "B1"),
    notNegative("quota", { en: "What one person should sell in the same time.", ru: "Сколько за то же время должен продать один человек." }, "B2"),
    withDefault(notNegative("attainment", { en: "Share of the quota that is usually fulfilled; 1 if left out.", ru: "Какая доля квоты обычно выполняется; не задано – 1." }, "0.8"), 1),
    withDefault(rate("ramp", { en: "How far newcomers are up to speed, 0 to 1; 1 if left out.", ru: "Насколько новички вышли на план, от 0 до 1; не задано – 1." }, "0.5"), 1),
    withDefault(number("capacity", { en: "What the present team sells; 0 if left out.", ru: "Сколько продаёт нынешняя команда; не задано – 0." }, "B5"), 0),
  ],
  returns: { shape: "scalar", unit: "people" },
  examples: [{ call: [6000000, 800000], result: 8 }, { call: [12000000, 2000000, 0.8, 1, 9600000], result: 2 }],
  sample: "=REQUIRED_REPS(3000000,400000,0.85,1,TEAM_CAPACITY({team.people},{team.quota},{team.attainment},{team.ramp}))",
  run: requiredReps,
});

export const HIRE_BY = define({
  id: "HIRE.BY", name: "HIRE_BY", group: "people",
  title: { en: "When to hire at the latest", ru: "Нанять не позже" },
  summary: { en: "The last day to start hiring, so that a newcomer is up to speed on a date.", ru: "Последний день, чтобы начать поиск и новичок к дате вышел на план." },
  avoid: { en: "How many people to hire; for that use REQUIRED_REPS.", ru: "Скольких нанять: для этого есть REQUIRED_REPS." },
  args: [
    date("date", { en: "The day on which full results are needed.", ru: "День, к которому нужен полный результат." }, "2026-07-01"),
    withDefault(wholeNumber("ramp_months", { en: "Whole months until a newcomer is up to speed; 0 if left out.", ru: "За сколько полных месяцев новичок выходит на план; не задано – 0." }, "4", 0), 0),
    withDefault(notNegative("hire_days", { en: "Days that hiring takes; 0 if left out.", ru: "Сколько дней занимает найм; не задано – 0." }, "45"), 0),
  ],
  returns: { shape: "scalar", unit: "date" },
  examples: [{ call: ["2026-07-01", 4, 45], result: 46037 }],
  sample: "=HIRE_BY(INDEX({goals.due},1),3,30)",
  run: hireBy,
});

export const people = [TEAM_CAPACITY, REQUIRED_REPS, HIRE_BY];
