/** Cohorts and the conversion curve. */
import { cohortConversion, cohortRetention, type Cohort } from "../core/cohort";
import { conversionCurve } from "../core/curve";
import { dealLengths } from "../core/deal-lengths";
import { dates, endDates, ids } from "./arguments";
import { define, type Answer } from "./define";
import { BASIS, FROM_TO, LEVEL, NEGATIVE, options, PERIOD, periodOf } from "./options";
import { asOf, closedDates, createdDates, currentStages, funnelOf, lost, order } from "./standard";
import { header } from "./words";

const cohortTable = (cohorts: readonly Cohort[]): Answer => [
  [header("Cohort", "Когорта"), header("Size", "Размер"), ...(cohorts[0]?.shares ?? []).map((_, age) => age)],
  ...cohorts.map(({ label, size, shares }) => [label, size, ...shares]),
];

export const COHORT_CONVERSION = define({
  id: "COHORT.CONVERSION", name: "COHORT_CONVERSION", group: "funnel",
  title: { en: "Conversion by cohort", ru: "Когортная конверсия" },
  summary: { en: "Share of the deals of each period that was won by the end of it, of the next one, and so on.", ru: "Какая доля сделок каждого периода выиграна к концу его самого, следующего и так далее." },
  avoid: { en: "Deals of all ages in one curve, with an interval; for that use CONVERSION_CURVE.", ru: "Все сделки одной кривой с интервалом: для этого есть CONVERSION_CURVE." },
  args: [
    createdDates, endDates("won", { en: "When it was won; blank: not won.", ru: "Когда выиграна; пусто – не выиграна." }, "D2:D500"), asOf,
    options({ ...PERIOD, ...FROM_TO, ...NEGATIVE }, "period=quarter"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["2026-01-05"], ["2026-01-20"], ["2026-01-31"], ["2026-02-03"], ["2026-02-28"]], [["2026-01-15"], ["2026-03-02"], [""], ["2026-02-20"], [""]], "2026-03-31"],
    result: [["Cohort", "Size", 0, 1, 2], ["2026-01", 3, 1 / 3, 1 / 3, 2 / 3], ["2026-02", 2, 0.5, 0.5, ""]],
  }],
  sample: '=COHORT_CONVERSION({deals.created},IF({deals.stage}={won},{deals.closed},""))',
  run: (created, won, asOf, { period: length, negative, ...period }) => cohortTable(cohortConversion(created, won, asOf, negative, { length, period: periodOf(period) })),
});

export const COHORT_RETENTION = define({
  id: "COHORT.RETENTION", name: "COHORT_RETENTION", group: "money",
  title: { en: "Retention by cohort", ru: "Удержание когорт" },
  summary: { en: "Share of the customers who began in a period that is active in each later one.", ru: "Какая доля клиентов, начавших в периоде, активна в каждом следующем." },
  avoid: { en: "One rate of customers lost; for that use CUSTOMER_CHURN.", ru: "Один показатель оттока: для него есть CUSTOMER_CHURN." },
  args: [
    ids("customers", { en: "Customer of each purchase or other activity.", ru: "Клиент каждой покупки или другой активности." }, "A2:A500"),
    dates("dates", { en: "When it was.", ru: "Когда она была." }, "B2:B500"), asOf,
    options({ ...PERIOD, ...FROM_TO }, "period=quarter"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["a"], ["a"], ["b"], ["b"], ["c"], ["a"]], [["2026-01-03"], ["2026-02-10"], ["2026-01-09"], ["2026-03-01"], ["2026-02-02"], ["2026-01-28"]], "2026-03-31"],
    result: [["Cohort", "Size", 0, 1, 2], ["2026-01", 2, 1, 0.5, 0.5], ["2026-02", 1, 1, 0, ""]],
  }],
  sample: "=COHORT_RETENTION({deals.customer},{deals.created})",
  run: (customers, dates, asOf, { period: length, ...period }) => cohortTable(cohortRetention(customers, dates, asOf, { length, period: periodOf(period) })),
});

export const CONVERSION_CURVE = define({
  id: "CONVERSION.CURVE", name: "CONVERSION_CURVE", group: "time",
  title: { en: "Conversion over time", ru: "Кривая конверсии" },
  summary: { en: "The chance that a deal is won, or lost, within so many days; open deals are counted rightly.", ru: "Вероятность, что сделка выиграна или потеряна за столько-то дней; открытые сделки учтены верно." },
  avoid: { en: "The share won of deals that have ended; for that use WIN_RATE.", ru: "Доля выигранных среди закрытых сделок: для неё есть WIN_RATE." },
  args: [
    createdDates, closedDates, currentStages, order, lost, asOf,
    options({
      ...LEVEL,
      step: { kind: "number", aboveZero: true, words: { en: "A row every so many days; left out: a row at each day on which a deal ended.", ru: "Строка каждые столько-то дней; не задано – на каждый день, когда закрывались сделки." } },
      ...NEGATIVE, ...BASIS, ...FROM_TO,
    }, "step=30"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[[46000], [46000], [46000], [46000], [46000]], [[46002], [46004], [46004], [""], [""]], [["Won"], ["Lost"], ["Won"], ["Lead"], ["Lead"]], [["Lead"], ["Won"]], [["Lost"]], 46010, "step=5"],
    result: [
      ["Days", "At risk", "Won", "Lost", "P(won)", "P(lost)", "P(open)", "Low", "High"], [0, 5, 0, 0, 0, 0, 1, "", ""],
      [5, 2, 2, 1, 0.4, 0.2, 0.4, 0.05197575037746744, 0.7528157913587554], [10, 2, 0, 0, 0.4, 0.2, 0.4, 0.05197575037746744, 0.7528157913587554],
    ],
  }],
  sample: "=CONVERSION_CURVE({deals.created},{deals.closed},{deals.stage},{funnel.stage},{funnel.lost},,\"step=30\")",
  run: (created, closed, stages, order, lost, asOf, { level, step, negative, basis, ...period }) => {
    const { ended, open } = dealLengths(created, closed, stages, funnelOf(order, lost), asOf, { negative, basis, period: periodOf(period) });
    return [[
      header("Days", "Дней"), header("At risk", "Под наблюдением"), header("Won", "Выиграно"), header("Lost", "Потеряно"),
      header("P(won)", "P(выигрыш)"), header("P(lost)", "P(отказ)"), header("P(open)", "P(открыта)"), header("Low", "Низ"), header("High", "Верх"),
    ], ...conversionCurve({ won: ended("won"), lost: ended("lost"), open: open() }, step, level)
      .map((row) => [row.days, row.atRisk, row.won, row.lost, row.chanceWon, row.chanceLost, row.chanceOpen, row.low, row.high])];
  },
});

export const cohort = [COHORT_CONVERSION, COHORT_RETENTION, CONVERSION_CURVE];
