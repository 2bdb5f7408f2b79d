/** Forecasts: at the pace so far, by trend and season, and of the pipeline. */
import { leadForecast, pipelineForecast, runRate } from "../core/forecast";
import { seasonalIndex } from "../core/season";
import { dates, level, notNegative, number, numbers, wholeNumber, withDefault } from "./arguments";
import { define } from "./define";
import { options, PERIOD } from "./options";
import { asOf } from "./standard";
import { header, TOTAL, type Words } from "./words";

const values = numbers("values", { en: "Numbers of equal periods in order of time, for instance leads by month.", ru: "Числа равных периодов по порядку времени, например лиды по месяцам." }, "B2:B37", "notNegative");
/** More places and periods than any series has. */
const MOST = 10_000;
const [LOW, HIGH] = [header("Low", "Низ"), header("High", "Верх")];
const seasonLength = (words: Words, least: number) => wholeNumber("season_length", words, "12", least, MOST);

export const RUN_RATE = define({
  id: "RUN.RATE", name: "RUN_RATE", group: "plan",
  title: { en: "Forecast at the pace so far", ru: "Прогноз по темпу" },
  summary: { en: "What the whole period gives if it goes on as so far.", ru: "Сколько даст весь период, если темп останется прежним." },
  avoid: { en: "A period given by dates; for that use GOAL_FORECAST.", ru: "Период, заданный датами: для него есть GOAL_FORECAST." },
  args: [
    number("actual", { en: "What there is so far.", ru: "Сколько есть на сегодня." }),
    notNegative("elapsed", { en: "Days, or other parts of the period, that have passed.", ru: "Сколько дней или других частей периода прошло." }, "10"),
    notNegative("total", { en: "How many the whole period has.", ru: "Сколько их во всём периоде." }, "22"),
  ],
  returns: { shape: "scalar", unit: "plan" },
  examples: [{ call: [50, 10, 22], result: 110 }],
  sample: "=RUN_RATE(SUM({spend.revenue}),10,12)",
  run: runRate,
});

export const SEASONAL_INDEX = define({
  id: "SEASONAL.INDEX", name: "SEASONAL_INDEX", group: "plan",
  title: { en: "Seasonal indexes", ru: "Сезонные индексы" },
  summary: { en: "How far each month, or other part of a season, is above or below an average one, trend left out.", ru: "Насколько каждый месяц или другая часть сезона выше или ниже средней, без учёта тренда." },
  avoid: { en: "Less than two whole seasons of data; a forecast from them is LEAD_FORECAST.", ru: "Меньше двух полных сезонов данных; прогноз по ним даёт LEAD_FORECAST." },
  args: [values, withDefault(seasonLength({ en: "Periods in a season; left out: 12.", ru: "Периодов в сезоне; не задано – 12." }, 2), 12)],
  returns: { shape: "list", unit: "index" },
  examples: [{ call: [[[10], [20], [30], [10], [20], [30], [10], [20], [30]], 3], result: [[0.5], [1], [1.5]] }],
  sample: "=SEASONAL_INDEX({spend.leads},6)",
  run: seasonalIndex,
});

export const LEAD_FORECAST = define({
  id: "LEAD.FORECAST", name: "LEAD_FORECAST", group: "plan",
  title: { en: "Forecast of leads", ru: "Прогноз лидов" },
  summary: { en: "The next periods by a straight trend and, if asked, the season, with a range.", ru: "Следующие периоды по линейному тренду и, если нужно, сезону, с интервалом." },
  avoid: { en: "Deals that are open already; for those use PIPELINE_FORECAST.", ru: "Уже открытые сделки: для них есть PIPELINE_FORECAST." },
  args: [
    values, withDefault(wholeNumber("periods", { en: "How many periods to forecast; left out: 1.", ru: "На сколько периодов прогноз; не задано – на 1." }, "6", 1, MOST), 1),
    withDefault(seasonLength({ en: "Periods in a season, 12 for months; left out: no season.", ru: "Периодов в сезоне, для месяцев 12; не задано – без сезона." }, 1), 1), level,
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{ call: [[[10], [20], [30]], 2], result: [["Period", "Forecast", "Low", "High"], [4, 40, 40, 40], [5, 50, 50, 50]] }],
  sample: "=LEAD_FORECAST({spend.leads},3,6)",
  run: (values, periods, season, level) => [
    [header("Period", "Период"), header("Forecast", "Прогноз"), LOW, HIGH],
    ...leadForecast(values, periods, season, level).map(({ period, forecast, low, high }) => [period, forecast, low, high]),
  ],
});

const OVERDUE = header("Overdue", "Просрочено");

export const PIPELINE_FORECAST = define({
  id: "PIPELINE.FORECAST", name: "PIPELINE_FORECAST", group: "money",
  title: { en: "Forecast of the pipeline", ru: "Прогноз по портфелю" },
  summary: { en: "What the open deals will bring by period of their expected close, weighted by their chances, with a range.", ru: "Сколько принесут открытые сделки по периодам ожидаемого закрытия, с учётом вероятностей и с интервалом." },
  avoid: { en: "Deals that do not exist yet; for those use LEAD_FORECAST.", ru: "Сделки, которых ещё нет: для них есть LEAD_FORECAST." },
  args: [
    numbers("amounts", { en: "Money of each open deal.", ru: "Сумма каждой открытой сделки." }, "C2:C200", "notNegative"),
    numbers("probabilities", { en: "Its chance to be won, from 0 to 1.", ru: "Вероятность её выигрыша, от 0 до 1." }, "D2:D200", "rate"),
    dates("dates", { en: "When it is expected to close.", ru: "Когда она должна закрыться." }, "E2:E200"), asOf,
    options({ ...PERIOD, level: { kind: "level", standard: 0.8, words: { en: "Level of the range, 0.8 by default.", ru: "Уровень интервала, по умолчанию 0,8." } } }, "period=quarter"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[[100000], [100000], [100000]], [[0.1], [0.5], [1]], [["2026-06-10"], ["2026-07-01"], ["2026-07-31"]], "2026-07-01"],
    result: [
      ["Period", "Deals", "Amount", "Weighted", "Low", "High"], ["Overdue", 1, 100000, 10000, 0, 48446.54696633802], ["2026-07", 2, 200000, 150000, 85922.42172276997, 200000],
      ["Total", 3, 300000, 160000, 85273.3447054575, 234726.6552945425],
    ],
  }],
  sample: "=PIPELINE_FORECAST({pipeline.amount},{pipeline.probability},{pipeline.expected})",
  run: (amounts, probabilities, dates, asOf, { period, level }) => {
    const rows = pipelineForecast(amounts, probabilities, dates, asOf, period, level);
    return [
      [header("Period", "Период"), header("Deals", "Сделок"), header("Amount", "Сумма"), header("Weighted", "С учётом вероятности"), LOW, HIGH],
      ...rows.map((row, i) => [i === rows.length - 1 ? TOTAL : (row.period ?? OVERDUE), row.deals, row.amount, row.weighted, row.low, row.high]),
    ];
  },
});

export const forecast = [RUN_RATE, SEASONAL_INDEX, LEAD_FORECAST, PIPELINE_FORECAST];
