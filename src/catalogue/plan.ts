/** Progress of a goal and deviation from the plan. */
import { goalProgress, planGap } from "../core/goals";
import { choice, eachRow, measure, optional } from "./arguments";
import { define } from "./define";

export const GOAL_PROGRESS = define({
  id: "GOAL.PROGRESS", name: "GOAL_PROGRESS", group: "plan",
  title: { en: "Progress of a goal", ru: "Прогресс цели" },
  summary: { en: "How far a goal has come from where it began; also for goals that go down.", ru: "Какая часть пути к цели пройдена; подходит и для целей на снижение." },
  avoid: { en: "How much of the plan is fulfilled, when there is no starting value; for that use ATTAINMENT.", ru: "Выполнение плана, когда исходного значения нет: для него есть ATTAINMENT." },
  args: [
    measure("actual", { en: "The value now; one number or a column.", ru: "Значение сейчас: число или столбец." }, "D2", "allowed"),
    measure("target", { en: "The value to reach.", ru: "Значение, которого надо достичь." }, "C2", "required"),
    optional(measure("baseline", { en: "The value at the beginning; 0 if left out.", ru: "Значение в начале; не задано – 0." }, "B2", "allowed")),
    choice("mode", ["raw", "capped"], { en: "raw as it is; capped kept within 0 and 1.", ru: "raw – как есть; capped – в пределах от 0 до 1." }),
  ],
  returns: { shape: "aligned", orScalar: true, unit: "rate" },
  examples: [{ call: [420000, 400000, 500000], result: 0.8 }],
  sample: "=GOAL_PROGRESS(SUM({spend.revenue}),SUM({spend.plan}))",
  run: (actual, target, baseline, mode) =>
    eachRow([actual, target, ...(baseline ? [baseline] : [])], ([now, goal, from]) => goalProgress(now ?? null, goal!, from ?? null, mode)),
});

export const PLAN_GAP = define({
  id: "PLAN.GAP", name: "PLAN_GAP", group: "plan",
  title: { en: "Deviation from the plan", ru: "Отклонение от плана" },
  summary: { en: "How far the fact is from the plan; plus is always better.", ru: "Насколько факт отличается от плана; плюс – всегда лучше." },
  avoid: { en: "A plan for the whole period in its middle; compare with EXPECTED_TO_DATE, or use GOAL_PACE.", ru: "План на весь период в его середине: сравнивайте с EXPECTED_TO_DATE или используйте GOAL_PACE." },
  args: [
    measure("actual", { en: "The fact; one number or a column.", ru: "Факт: число или столбец." }, "D2", "allowed"),
    measure("plan", { en: "The plan.", ru: "План." }, "C2", "required"),
    choice("direction", ["up", "down"], { en: "up: more is better; down: less is better.", ru: "up – чем больше, тем лучше; down – чем меньше, тем лучше." }),
    choice("mode", ["value", "share"], { en: "In the units of the plan, or as a share of it.", ru: "В единицах плана или как доля от него." }),
  ],
  returns: { shape: "aligned", orScalar: true, unit: "plan" },
  examples: [{ call: [80, 100], result: -20 }, { call: [80, 100, "up", "share"], result: -0.2 }],
  sample: "=PLAN_GAP({spend.revenue},{spend.plan})",
  run: (actual, plan, direction, mode) => eachRow([actual, plan], ([fact, planned]) => planGap(fact ?? null, planned!, direction, mode)),
});

export const plan = [GOAL_PROGRESS, PLAN_GAP];
