/** The plan backwards: deals, funnel, lead window, pace that is left, split by season. */
import { leadsWindow, requiredFunnel, requiredPace, seasonalSplit } from "../core/backward";
import { MetricError } from "../core/error";
import { choice, nameList, notNegative, number, numbers, optional, orBlank, total, wholeNumber } from "./arguments";
import { define } from "./define";
import { daysBy, end, holidays, planAsOf, start } from "./pacing";
import type { NameList } from "./read";

const target = number("target", { en: "Money to sell, or deals with a deal size of 1.", ru: "План продаж в деньгах или число сделок при размере сделки 1." }, "B2");
const dealSize = notNegative("deal_size", { en: "Average deal; 1 if the target is in deals.", ru: "Средний чек; 1, если цель задана в сделках." }, "B3");
const conversions = numbers("conversions", { en: "Conversions from the first step to the win; blanks are skipped.", ru: "Конверсии от первого шага до выигрыша; пустые ячейки пропускаются." }, "C3:C7", "rate", "allowed");
const booked = optional(number("booked", { en: "What is sold already, in the units of the target.", ru: "Сколько уже продано, в единицах цели." }, "B4"));
const rounding = choice("rounding", ["up", "each", "none"], {
  en: "Round up each number shown; at every stage from the bottom; or not at all.",
  ru: "Округлить вверх каждое показанное число; на каждом этапе снизу вверх; или не округлять.",
});

/** Blanks skipped. */
function ratesOf(column: Float64Array): Float64Array {
  const rates = column.filter((rate) => !Number.isNaN(rate));
  if (rates.length === 0) throw new MetricError("missing", { argument: "conversions" });
  return rates;
}

export const REQUIRED_DEALS = define({
  id: "REQUIRED.DEALS", name: "REQUIRED_DEALS", group: "plan",
  title: { en: "Deals needed for the target", ru: "Сколько сделок нужно" },
  summary: { en: "How many deals are still needed for a target in money.", ru: "Сколько ещё сделок нужно для плана в деньгах." },
  avoid: { en: "The leads behind those deals; for them use REQUIRED_LEADS.", ru: "Лиды для этих сделок: для них есть REQUIRED_LEADS." },
  args: [
    number("target", { en: "Money to sell.", ru: "План продаж в деньгах." }, "B2"), notNegative("deal_size", { en: "Average deal.", ru: "Средний чек." }, "B3"), booked,
    choice("rounding", ["up", "none"], { en: "Round up, or not at all.", ru: "Округлить вверх или не округлять." }),
  ],
  returns: { shape: "scalar", unit: "count" },
  examples: [{ call: [7500000, 85000], result: 89 }],
  sample: "=REQUIRED_DEALS(SUM({spend.plan}),DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}),SUM({spend.revenue}))",
  run: (goal, size, sold, round) => requiredFunnel(goal, size, new Float64Array(0), sold, round)[0]!,
});

export const REQUIRED_LEADS = define({
  id: "REQUIRED.LEADS", name: "REQUIRED_LEADS", group: "plan",
  title: { en: "Leads needed for the target", ru: "Сколько лидов нужно" },
  summary: { en: "Leads needed for a target, worked backwards through the conversions.", ru: "Сколько лидов нужно для цели: обратный счёт через конверсии этапов." },
  avoid: { en: "The plan of every stage; for that use REQUIRED_FUNNEL.", ru: "План по каждому этапу: для него есть REQUIRED_FUNNEL." },
  args: [target, dealSize, conversions, booked, rounding],
  returns: { shape: "scalar", unit: "count" },
  examples: [{ call: [14, 1, [[0.1], [0.35], [0.5], [0.4]]], result: 2000 }, { call: [7, 1, [[0.7], [0.1]]], result: 100 }],
  sample: "=REQUIRED_LEADS(20000000,DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}),STAGE_CONVERSION({funnel.count}))",
  run: (goal, size, rates, sold, round) => requiredFunnel(goal, size, ratesOf(rates), sold, round)[0]!,
});

export const REQUIRED_FUNNEL = define({
  id: "REQUIRED.FUNNEL", name: "REQUIRED_FUNNEL", group: "plan",
  title: { en: "Plan of every stage", ru: "План по этапам" },
  summary: { en: "How many deals must enter each stage for a target, worked backwards through the conversions.", ru: "Сколько сделок должно войти на каждый этап для цели: обратный счёт через конверсии." },
  avoid: { en: "The days on which the leads must come; for them use LEADS_WINDOW.", ru: "Дни, когда лиды должны прийти: для них есть LEADS_WINDOW." },
  args: [nameList("stages", { en: "Stages of the funnel in order; the last one is won.", ru: "Этапы воронки по порядку; последний – выигрыш." }, "A2:A7"), conversions, target, dealSize, booked, rounding],
  returns: { shape: "table", unit: "count" },
  examples: [{
    call: [[["Leads"], ["Qualified"], ["Proposals"], ["Deals"]], [[0.4], [0.5], [0.3]], 12000000, 150000, 3000000],
    result: [["Stage", "Required", "Conversion"], ["Leads", 1000, ""], ["Qualified", 400, 0.4], ["Proposals", 200, 0.5], ["Deals", 60, 0.3]],
  }],
  sample: "=REQUIRED_FUNNEL({funnel.stage},STAGE_CONVERSION({funnel.count}),20000000,DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}))",
  run: ({ labels }: NameList, column, goal, size, sold, round) => {
    const rates = ratesOf(column);
    if (rates.length !== labels.length - 1) throw new MetricError("notOneLess", { argument: "conversions", found: rates.length, other: labels.length - 1 });
    const required = requiredFunnel(goal, size, rates, sold, round);
    return [
      [{ en: "Stage", ru: "Этап" }, { en: "Required", ru: "Нужно" }, { en: "Conversion", ru: "Конверсия" }],
      ...labels.map((label, i) => [label, required[i]!, rates[i - 1] ?? null]),
    ];
  },
});

export const LEADS_WINDOW = define({
  id: "LEADS.WINDOW", name: "LEADS_WINDOW", group: "plan",
  title: { en: "When leads must come", ru: "Когда должны прийти лиды" },
  summary: { en: "From which day to which day leads must come, so that their deals close in a period.", ru: "С какого по какой день должны прийти лиды, чтобы их сделки закрылись в периоде." },
  avoid: { en: "How many leads that must be; for that use REQUIRED_LEADS.", ru: "Сколько должно быть лидов: для этого есть REQUIRED_LEADS." },
  args: [start, end, total("lags", { en: "Days that deals spend in each stage, or in all together.", ru: "Сколько дней сделки проводят на каждом этапе или на всех вместе." }, "D2:D6", "none"), daysBy, holidays],
  returns: { shape: "row", unit: "date" },
  examples: [
    { call: ["2026-07-01", "2026-09-30", [[5], [10], [20]]], result: [[46169, 46260]] },
    { call: ["2026-07-01", "2026-09-30", 35, "working"], result: [[46155, 46246]] },
  ],
  sample: '=LEADS_WINDOW("2026-07-01","2026-09-30",TIME_TO_CONVERT({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost}))',
  run: (first, last, lag, by, workDays) => [leadsWindow(first, last, lag, by, workDays)],
});

export const REQUIRED_PACE = define({
  id: "REQUIRED.PACE", name: "REQUIRED_PACE", group: "plan",
  title: { en: "Pace needed from now on", ru: "Нужный темп" },
  summary: { en: "How much each remaining day must bring to reach the target; negative when it is passed already.", ru: "Сколько нужно приносить в каждый оставшийся день, чтобы выполнить план; минус – план уже перевыполнен." },
  avoid: { en: "Whether the goal is on plan until now; for that use GOAL_PACE.", ru: "Идёт ли цель по плану до сих пор: для этого есть GOAL_PACE." },
  args: [
    orBlank(number("actual", { en: "The value now; blank: none yet.", ru: "Значение сейчас; пусто – ещё нет." }, "L2")), number("target", { en: "The value to reach.", ru: "Значение, которого надо достичь." }, "E2"),
    end, planAsOf, daysBy, holidays,
  ],
  returns: { shape: "scalar", unit: "perDay" },
  examples: [
    { call: [3500000, 12000000, "2026-09-30", "2026-07-31"], result: 8500000 / 61 },
    { call: [3500000, 12000000, "2026-09-30", "2026-07-31", "working"], result: 8500000 / 43 },
  ],
  sample: '=REQUIRED_PACE(INDEX({goals.actual},1),INDEX({goals.target},1),INDEX({goals.due},1),INDEX({goals.as_of},1),"working")',
  run: requiredPace,
});

export const SEASONAL_SPLIT = define({
  id: "SEASONAL.SPLIT", name: "SEASONAL_SPLIT", group: "plan",
  title: { en: "A plan split by season", ru: "Разбивка плана по сезону" },
  summary: { en: "Splits a plan into parts by their indexes, such as a year into months by season.", ru: "Делит план на части по индексам, например год на месяцы с учётом сезона." },
  avoid: { en: "Finding the indexes from past months; for that use SEASONAL_INDEX.", ru: "Найти сами индексы по прошлым месяцам: для этого есть SEASONAL_INDEX." },
  args: [
    number("total", { en: "The whole plan.", ru: "Весь план." }, "B1"),
    numbers("indexes", { en: "How strong each period is; only their proportions count.", ru: "Насколько силён каждый период; важны только соотношения." }, "C2:C13", "notNegative"),
    optional(wholeNumber("digits", { en: "Decimals of the parts, 0 to 9, so that they add up exactly; left out: no rounding.", ru: "Знаков после запятой у частей, 0–9, чтобы они точно давали сумму; не задано – без округления." }, "0", 0, 9)),
  ],
  returns: { shape: "aligned", unit: "plan" },
  examples: [{ call: [100, [[1], [1], [1]], 0], result: [[34], [33], [33]] }],
  sample: "=SEASONAL_SPLIT(24000000,{spend.revenue},0)",
  run: seasonalSplit,
});

export const backward = [REQUIRED_DEALS, REQUIRED_LEADS, REQUIRED_FUNNEL, LEADS_WINDOW, REQUIRED_PACE, SEASONAL_SPLIT];
