/** Plan and goals. */
import { MetricError } from "../core/error";
import { goalProgress, planGap, requiredLeads } from "../core/goals";
import { choice, eachRow, measure, notNegative, number, numbers, optional } from "./arguments";
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

export const REQUIRED_LEADS = define({
  id: "REQUIRED.LEADS", name: "REQUIRED_LEADS", group: "plan",
  title: { en: "Leads needed for the target", ru: "Сколько лидов нужно" },
  summary: { en: "Leads needed for a target, worked backwards through the conversions.", ru: "Сколько лидов нужно для цели: обратный счёт через конверсии этапов." },
  avoid: { en: "The plan of every stage; for that use REQUIRED_FUNNEL.", ru: "План по каждому этапу: для него есть REQUIRED_FUNNEL." },
  args: [
    number("target", { en: "Money to sell, or deals with a deal size of 1.", ru: "План продаж в деньгах или число сделок при размере сделки 1." }, "B2"),
    notNegative("deal_size", { en: "Average deal; 1 if the target is in deals.", ru: "Средний чек; 1, если цель задана в сделках." }, "B3"),
    numbers("conversions", { en: "Conversions from the first step to the win; blanks are skipped.", ru: "Конверсии от первого шага до выигрыша; пустые ячейки пропускаются." }, "C3:C7", "rate", "allowed"),
    optional(number("booked", { en: "What is sold already, in the units of the target.", ru: "Сколько уже продано, в единицах цели." }, "B4")),
    choice("rounding", ["up", "each", "none"], { en: "Round up once at the end, at every stage, or not at all.", ru: "Округлить вверх один раз в конце, на каждом этапе или не округлять." }),
  ],
  returns: { shape: "scalar", unit: "count" },
  examples: [{ call: [14, 1, [[0.1], [0.35], [0.5], [0.4]]], result: 2000 }, { call: [7, 1, [[0.7], [0.1]]], result: 100 }],
  sample: "=REQUIRED_LEADS(20000000,DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}),STAGE_CONVERSION({funnel.count}))",
  run: (target, dealSize, conversions, booked, rounding) => {
    const rates = conversions.filter((rate) => !Number.isNaN(rate));
    if (rates.length === 0) throw new MetricError("missing", { argument: "conversions" });
    return requiredLeads(target, dealSize, rates, booked, rounding);
  },
});

export const plan = [GOAL_PROGRESS, PLAN_GAP, REQUIRED_LEADS];
