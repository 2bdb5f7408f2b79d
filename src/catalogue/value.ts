/** Value of leads, pipeline and customers, month by month and over a life. */
import { revenueChurn } from "../core/economics";
import { ltv, ltvPerCac, maxCac, paybackCurve, pipelineCoverage, valuePerLead, weightedPipeline } from "../core/value";
import { margin, notNegative, number, numbers, optional, rate, total, wholeNumber, withDefault } from "./arguments";
import { define } from "./define";

const cac = notNegative("cac", { en: "Cost of one new customer.", ru: "Стоимость привлечения одного клиента." }, "B2");
const monthlyIncome = number("monthly_income", { en: "Income per customer per month.", ru: "Доход с клиента в месяц." }, "B3");
const churn = rate("churn", { en: "Share of the customers that leaves each month.", ru: "Какая доля клиентов уходит каждый месяц." }, "0.05");
const discount = optional(rate("discount", { en: "Discount rate per month; 0 if left out.", ru: "Ставка дисконта в месяц; не задана – 0." }, "0.01"));

export const VALUE_PER_LEAD = define({
  id: "VALUE.PER.LEAD", name: "VALUE_PER_LEAD", group: "money",
  title: { en: "Money per lead", ru: "Выручка на лид" },
  summary: { en: "Won money per lead, whether the lead bought or not.", ru: "Сколько денег приносит один лид в среднем, купил он или нет." },
  avoid: { en: "Money per won deal; use DEAL_SIZE.", ru: "Деньги на одну выигранную сделку: DEAL_SIZE." },
  args: [
    total("amounts", { en: "Won money; a refund may be negative.", ru: "Выигранные суммы; возврат может быть отрицательным." }, "I2:I500", "allowed"),
    total("leads", { en: "Leads that it came from.", ru: "Лиды, из которых эти деньги получены." }, "B2:B13", "none"),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [{ call: [[[500], [1500]], 40], result: 50 }],
  sample: "=VALUE_PER_LEAD({spend.revenue},{spend.leads})",
  run: valuePerLead,
});

export const WEIGHTED_PIPELINE = define({
  id: "WEIGHTED.PIPELINE", name: "WEIGHTED_PIPELINE", group: "money",
  title: { en: "Weighted pipeline", ru: "Взвешенный портфель" },
  summary: { en: "Money to expect from the open deals, each weighed with its probability.", ru: "Сколько денег ждать от открытых сделок с учётом вероятности каждой." },
  avoid: { en: "When the money comes, and how far it may be off; use PIPELINE_FORECAST.", ru: "Когда придут деньги и каков разброс: для этого есть PIPELINE_FORECAST." },
  args: [
    numbers("amounts", { en: "Money of each open deal.", ru: "Сумма каждой открытой сделки." }, "C2:C500", "notNegative"),
    numbers("probabilities", { en: "Chance of each deal to be won, 0 to 1.", ru: "Вероятность выигрыша каждой сделки, от 0 до 1." }, "D2:D500", "rate"),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [{ call: [[[100000], [100000], [100000]], [[0.1], [0.5], [0.8]]], result: 140000 }],
  sample: "=WEIGHTED_PIPELINE({pipeline.amount},{pipeline.probability})",
  run: weightedPipeline,
});

export const PIPELINE_COVERAGE = define({
  id: "PIPELINE.COVERAGE", name: "PIPELINE_COVERAGE", group: "plan",
  title: { en: "Pipeline coverage", ru: "Покрытие плана портфелем" },
  summary: { en: "How many times the open deals cover what is missing to the plan.", ru: "Во сколько раз открытые сделки покрывают остаток плана." },
  avoid: { en: "How many leads are missing; use REQUIRED_LEADS.", ru: "Сколько лидов не хватает: REQUIRED_LEADS." },
  args: [
    total("amounts", { en: "Money of the open deals.", ru: "Суммы открытых сделок." }, "C2:C500", "none"),
    notNegative("target", { en: "Plan of sales for the period.", ru: "План продаж на период." }, "F1"),
    optional(number("closed", { en: "What is sold already; 0 if left out.", ru: "Сколько уже продано; не задано – 0." }, "F2")),
    optional(rate("win_rate", { en: "Share of the open money that will be won; left out: all of it counts.", ru: "Какая доля открытых денег будет выиграна; не задана – считаются все." }, "0.25")),
  ],
  returns: { shape: "scalar", unit: "ratio" },
  examples: [{ call: [4800000, 1600000], result: 3 }, { call: [4800000, 1600000, 0, 0.22], result: 0.66 }],
  sample: "=PIPELINE_COVERAGE({pipeline.amount},20000000,0,WIN_RATE({deals.stage},{funnel.stage},{funnel.lost}))",
  run: pipelineCoverage,
});

export const PAYBACK_CURVE = define({
  id: "PAYBACK.CURVE", name: "PAYBACK_CURVE", group: "money",
  title: { en: "Payback month by month", ru: "Кривая окупаемости" },
  summary: { en: "How a customer's profit returns his cost month by month, while some customers leave.", ru: "Как прибыль с клиента возвращает затраты по месяцам, если часть клиентов уходит." },
  avoid: { en: "Only the number of months, and nobody leaves; use PAYBACK_PERIOD.", ru: "Только число месяцев и без оттока: PAYBACK_PERIOD." },
  args: [
    cac, monthlyIncome,
    optional(margin({ en: "Share of the income that is profit; left out: the income is the profit.", ru: "Доля прибыли в доходе; не задана – весь доход считается прибылью." })),
    optional(churn), discount,
    withDefault(wholeNumber("months", { en: "Months to show, 1 to 600; 24 if left out.", ru: "Сколько месяцев показать, от 1 до 600; не задано – 24." }, "36", 1, 600), 24),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{ call: [100, 50, 1, 0.5, 0, 3], result: [["Month", "Profit", "Cumulative", "Balance"], [1, 50, 50, -50], [2, 25, 75, -25], [3, 12.5, 87.5, -12.5]] }],
  sample: "=PAYBACK_CURVE(CAC({spend.marketing},{spend.customers}),2500,0.4,0.05)",
  run: (...values) => [
    [{ en: "Month", ru: "Месяц" }, { en: "Profit", ru: "Прибыль" }, { en: "Cumulative", ru: "Нарастающим итогом" }, { en: "Balance", ru: "Остаток" }],
    ...paybackCurve(...values),
  ],
});

export const LTV = define({
  id: "LTV", name: "LTV", group: "money",
  title: { en: "Lifetime value of a customer", ru: "Пожизненная ценность клиента (LTV)" },
  summary: { en: "Profit that a customer brings over the whole life, or over the first months.", ru: "Сколько прибыли клиент принесёт за всё время или за первые месяцы." },
  avoid: { en: "Customers who buy once; for them DEAL_SIZE times the margin is the value.", ru: "Клиенты, которые покупают один раз: их ценность – DEAL_SIZE, умноженный на маржу." },
  args: [
    monthlyIncome, margin({ en: "Share of the income that is profit.", ru: "Доля прибыли в доходе." }), churn, discount,
    optional(notNegative("months", { en: "Only so many first months; left out: the whole life.", ru: "Только столько первых месяцев; не задано – вся жизнь клиента." }, "36")),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [{ call: [50, 0.8, 0.08], result: 500 }, { call: [50, 0.8, 0, undefined, 12], result: 480 }],
  sample: "=LTV(2500,0.4,0.05)",
  run: ltv,
});

export const LTV_CAC = define({
  id: "LTV.CAC", name: "LTV_CAC", group: "money",
  title: { en: "LTV to CAC", ru: "LTV к CAC" },
  summary: { en: "How many times a customer's value exceeds what he cost.", ru: "Во сколько раз ценность клиента больше затрат на его привлечение." },
  avoid: { en: "How soon the money comes back; use PAYBACK_PERIOD.", ru: "Как скоро вернутся деньги: PAYBACK_PERIOD." },
  args: [number("ltv", { en: "Lifetime value of a customer.", ru: "Пожизненная ценность клиента." }, "B5"), cac],
  returns: { shape: "scalar", unit: "ratio" },
  examples: [{ call: [600, 200], result: 3 }],
  sample: "=LTV_CAC(LTV(2500,0.4,0.05),CAC({spend.marketing},{spend.customers}))",
  run: ltvPerCac,
});

export const MAX_CAC = define({
  id: "MAX.CAC", name: "MAX_CAC", group: "money",
  title: { en: "Ceiling price of a customer or lead", ru: "Предельная цена клиента или лида" },
  summary: { en: "The most that a customer may cost, or, with conversions, a lead.", ru: "Сколько самое большее можно заплатить за клиента, а с конверсиями – за лид." },
  avoid: { en: "What a customer really costs; use CAC.", ru: "Сколько клиент стоит на самом деле: CAC." },
  args: [
    number("value", { en: "Value of a customer, such as LTV or the profit of a deal.", ru: "Ценность клиента: LTV или прибыль сделки." }, "B5"),
    optional(rate("share", { en: "Share of it that may be spent; 1 if left out.", ru: "Какую её долю можно потратить; не задана – 1." }, "0.3")),
    optional(numbers("conversions", { en: "Conversions from the lead to the win, for the price of a lead.", ru: "Конверсии от лида до выигрыша, чтобы узнать цену лида." }, "C3:C7", "rate")),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [{ call: [6000, 0.25], result: 1500 }, { call: [10000, 0.1, [[0.25], [0.8], [0.5]]], result: 100 }],
  sample: "=MAX_CAC(LTV(2500,0.4,0.05),0.3,STAGE_CONVERSION({funnel.count}))",
  run: maxCac,
});

export const REVENUE_CHURN = define({
  id: "REVENUE.CHURN", name: "REVENUE_CHURN", group: "money",
  title: { en: "Revenue churn", ru: "Отток выручки" },
  summary: { en: "Share of the recurring revenue that was lost in a period; with expansion it is net and may be negative.", ru: "Какая доля регулярной выручки потеряна за период; с допродажами – чистый отток, он бывает отрицательным." },
  avoid: { en: "The number of customers; use CUSTOMER_CHURN.", ru: "Число клиентов: для него есть CUSTOMER_CHURN." },
  args: [
    notNegative("at_start", { en: "Revenue per month at the start of the period.", ru: "Выручка в месяц на начало периода." }, "B2"),
    notNegative("churned", { en: "Of it, from customers who left.", ru: "Из неё – от ушедших клиентов." }, "C2"),
    optional(notNegative("contraction", { en: "Of it, what the others stopped paying.", ru: "Из неё – на сколько стали платить меньше остальные." }, "D2")),
    optional(notNegative("expansion", { en: "What they pay in addition.", ru: "На сколько они стали платить больше." }, "E2")),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [100, 10, 10], result: 0.2 }, { call: [100, 5, 0, 15], result: -0.1 }],
  sample: "=REVENUE_CHURN(500000,20000,5000,10000)",
  run: revenueChurn,
});

export const value = [VALUE_PER_LEAD, WEIGHTED_PIPELINE, PIPELINE_COVERAGE, PAYBACK_CURVE, LTV, LTV_CAC, MAX_CAC, REVENUE_CHURN];
