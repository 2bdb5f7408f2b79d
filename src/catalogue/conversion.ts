/** Conversion: counts, rates, and how many deals reached each stage. */
import { funnelConversion, funnelTable, pooledConversion, stageConversion } from "../core/funnel";
import { winRate } from "../core/deals";
import { MetricError } from "../core/error";
import { funnelCounts, funnelReached } from "../core/reach";
import { counts, dates, endDates, lastStages, names, numbers, optional, pairedTotal } from "./arguments";
import { define, type OptionSpecs } from "./define";
import { BASIS, FROM_TO, LEVEL, options, periodNeeds, periodOf, WINDOW } from "./options";
import { asOf, currentStages, dealIds, EXAMPLE_HISTORY, EXAMPLE_LOST, EXAMPLE_ORDER, funnelOf, historyDates, historyOf, historyStages, lost, lostStages, order } from "./standard";
import { header, type Words } from "./words";

const COUNTS: Words = { en: "Deals that entered each stage, in funnel order.", ru: "Сколько сделок вошло на каждый этап, по порядку воронки." };

const COUNT_OPTION = {
  count: {
    kind: "choice", choices: ["reached", "lost", "open"],
    words: { en: "What to count: deals that reached the stage, were lost from it, or are in it now.", ru: "Что считать: дошедшие до этапа, потерянные с него или стоящие на нём сейчас." },
  },
} as const;

/** How deals of a stage history are counted. */
export const COUNTING = {
  reach: {
    kind: "choice", choices: ["furthest", "visited", "strict"],
    words: { en: "A skipped stage counts as reached; only visited stages count; or all stages must be passed in order.", ru: "Пропущенный этап считается пройденным; только посещённые этапы; или все этапы строго по порядку." },
  },
  ...COUNT_OPTION, ...BASIS, ...FROM_TO, ...WINDOW,
} as const satisfies OptionSpecs;

export const FUNNEL_CONVERSION = define({
  id: "FUNNEL.CONVERSION", name: "FUNNEL_CONVERSION", group: "funnel",
  title: { en: "Overall conversion of the funnel", ru: "Общая конверсия воронки" },
  summary: { en: "Share of those who entered the first stage that reached the last.", ru: "Доля вошедших на первый этап, которая дошла до последнего." },
  avoid: { en: "Averages of several conversions; give the summed counts, or use STAGE_CONVERSION for each step.", ru: "Среднее нескольких конверсий: дайте сложенные количества; по шагам – STAGE_CONVERSION." },
  args: [counts(COUNTS)],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: 0.03 }],
  sample: "=FUNNEL_CONVERSION({funnel.count})",
  run: funnelConversion,
});

export const STAGE_CONVERSION = define({
  id: "STAGE.CONVERSION", name: "STAGE_CONVERSION", group: "funnel",
  title: { en: "Conversion of each stage", ru: "Конверсия каждого этапа" },
  summary: { en: "Conversion from the previous stage, one row per stage.", ru: "Конверсия из предыдущего этапа, по строке на этап." },
  avoid: { en: "The share of all leads; for that, and for all numbers at once, use FUNNEL_TABLE.", ru: "Доля от всех лидов: для неё и для всех чисел сразу есть FUNNEL_TABLE." },
  args: [counts(COUNTS)],
  returns: { shape: "aligned", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: [[""], [0.4], [0.375], [0.2]] }],
  sample: "=STAGE_CONVERSION({funnel.count})",
  run: stageConversion,
});

export const LEAD_CONVERSION = define({
  id: "LEAD.CONVERSION", name: "LEAD_CONVERSION", group: "funnel",
  title: { en: "Lead conversion", ru: "Конверсия лида" },
  summary: { en: "Share of leads that became qualified leads.", ru: "Доля лидов, которые стали квалифицированными." },
  avoid: { en: "Leads that bought; from leads to the sale use FUNNEL_CONVERSION.", ru: "Лиды, которые купили: от лида до продажи – FUNNEL_CONVERSION." },
  args: [
    pairedTotal("leads", { en: "Leads, one number or a column by period.", ru: "Лиды: число или столбец по периодам." }, "B2:B13"),
    pairedTotal("qualified", { en: "Those that were qualified.", ru: "Сколько из них квалифицировано." }, "C2:C13"),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[10], [90]], [[1], [27]]], result: 0.28 }],
  sample: "=LEAD_CONVERSION({spend.leads},{spend.qualified})",
  run: (leads, qualified) => pooledConversion(leads, qualified, "leads"),
});

export const ACTION_CONVERSION = define({
  id: "ACTION.CONVERSION", name: "ACTION_CONVERSION", group: "funnel",
  title: { en: "Conversion into the target action", ru: "Конверсия в целевое действие" },
  summary: { en: "Share of leads that took the target action: a call, a meeting, a demo, an offer.", ru: "Доля лидов, совершивших целевое действие: звонок, встречу, демонстрацию, запрос предложения." },
  avoid: { en: "Sales after the action; for that use SALES_CONVERSION.", ru: "Покупки после действия: для них есть SALES_CONVERSION." },
  args: [
    pairedTotal("leads", { en: "Leads, one number or a column by period.", ru: "Лиды: число или столбец по периодам." }, "B2:B13"),
    pairedTotal("actions", { en: "Target actions.", ru: "Целевые действия." }, "D2:D13"),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [200, 50], result: 0.25 }],
  sample: "=ACTION_CONVERSION({spend.leads},{spend.actions})",
  run: (leads, actions) => pooledConversion(leads, actions, "leads"),
});

export const SALES_CONVERSION = define({
  id: "SALES.CONVERSION", name: "SALES_CONVERSION", group: "funnel",
  title: { en: "Conversion of actions into sales", ru: "Конверсия действия в покупку" },
  summary: { en: "Share of target actions that ended in a purchase.", ru: "Доля целевых действий, которые закончились покупкой." },
  avoid: { en: "Won among decided deals; for that use WIN_RATE.", ru: "Доля выигранных среди закрытых сделок: для неё есть WIN_RATE." },
  args: [
    pairedTotal("actions", { en: "Target actions, one number or a column by period.", ru: "Целевые действия: число или столбец по периодам." }, "D2:D13"),
    pairedTotal("sales", { en: "Purchases.", ru: "Покупки." }, "E2:E13"),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [200, 50], result: 0.25 }],
  sample: "=SALES_CONVERSION({spend.actions},{spend.customers})",
  run: (actions, sales) => pooledConversion(actions, sales, "actions"),
});

export const WIN_RATE = define({
  id: "WIN.RATE", name: "WIN_RATE", group: "funnel",
  title: { en: "Win rate", ru: "Доля выигранных сделок" },
  summary: { en: "Won among decided deals, by number or by money.", ru: "Доля выигранных среди закрытых сделок, по числу или по деньгам." },
  avoid: { en: "Young deals, most of which are still open; use CONVERSION_CURVE or COHORT_CONVERSION.", ru: "Молодые сделки, из которых большинство открыто: используйте CONVERSION_CURVE или COHORT_CONVERSION." },
  args: [
    currentStages, order, lostStages,
    optional(numbers("amounts", { en: "Money of each deal, to weigh by money instead of by number.", ru: "Сумма каждой сделки, чтобы считать по деньгам, а не по числу." }, "I2:I500", "notNegative", "allowed")),
    optional(endDates("dates", { en: "When each deal was closed; needed for from and to.", ru: "Когда закрыта сделка; нужно для from и to." }, "H2:H500")),
    options({
      basis: { kind: "choice", choices: ["closed", "all"], words: { en: "Of won and lost deals, or of all rows.", ru: "Среди закрытых сделок или среди всех строк." } },
      ...FROM_TO,
    }, "basis=all"),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[["Won"], ["Won"], ["Lost"], ["Offer"]], EXAMPLE_ORDER, EXAMPLE_LOST], result: 2 / 3 }],
  check: (value, isGiven) => periodNeeds("dates", value("options"), isGiven),
  sample: "=WIN_RATE({deals.stage},{funnel.stage},{funnel.lost})",
  run: (stages, order, lost, amounts, dates, { basis, ...period }) =>
    winRate(stages, { order: order.labels, lost: lost.labels }, amounts, dates, basis, periodOf(period)),
});

export const FUNNEL_TABLE = define({
  id: "FUNNEL.TABLE", name: "FUNNEL_TABLE", group: "funnel",
  title: { en: "The whole funnel in one table", ru: "Таблица воронки" },
  summary: { en: "Count, % of the first and of the previous stage, drop-out and interval, a row per stage.", ru: "Количество, % от первого и предыдущего этапа, отсев и доверительный интервал по этапам." },
  avoid: { en: "Deal rows; count them first with FUNNEL_COUNTS or FUNNEL_REACHED.", ru: "Строки сделок: сначала посчитайте их через FUNNEL_COUNTS или FUNNEL_REACHED." },
  args: [
    names("stages", { en: "Stage names, in funnel order.", ru: "Названия этапов по порядку воронки." }, "A2:A7"),
    counts(COUNTS),
    options(LEVEL, "level=0.9"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["Lead"], ["Offer"], ["Won"]], [[100], [40], [10]]],
    result: [
      ["Stage", "Count", "% of first", "% of previous", "Dropped", "Dropped %", "% to last", "Low", "High"],
      ["Lead", 100, 1, "", 60, 0.6, 0.1, "", ""],
      ["Offer", 40, 0.4, 0.4, 30, 0.75, 0.25, 0.3094012864324589, 0.4979974132089382],
      ["Won", 10, 0.1, 0.25, "", "", 1, 0.14187118639096302, 0.40193961420768026],
    ],
  }],
  sample: "=FUNNEL_TABLE({funnel.stage},{funnel.count})",
  run: (stages, counts, { level }) => {
    if (counts.length < 2) throw new MetricError("tooFewStages", { argument: "stages", found: counts.length });
    return [
      [
        header("Stage", "Этап"), header("Count", "Количество"), header("% of first", "% от первого"), header("% of previous", "% от предыдущего"),
        header("Dropped", "Отсев"), header("Dropped %", "Отсев, %"), header("% to last", "% до последнего"), header("Low", "Низ"), header("High", "Верх"),
      ],
      ...funnelTable(counts, level).map((row, i) => [stages.labels[stages.codes[i]!] ?? null, ...row]),
    ];
  },
});

export const FUNNEL_COUNTS = define({
  id: "FUNNEL.COUNTS", name: "FUNNEL_COUNTS", group: "funnel",
  title: { en: "Deals that reached each stage", ru: "Сколько сделок дошло до каждого этапа" },
  summary: { en: "How many deals reached each stage, from the stage history.", ru: "Сколько сделок дошло до каждого этапа, по истории этапов." },
  avoid: { en: "One row per deal with its current stage; for that use FUNNEL_REACHED.", ru: "По строке на сделку с текущим этапом: для этого есть FUNNEL_REACHED." },
  args: [
    dealIds, historyStages, historyDates, order, lost, asOf,
    options(COUNTING, "reach=strict; window=30"),
  ],
  returns: { shape: "column", unit: "count" },
  examples: [
    { call: [EXAMPLE_HISTORY.deals, EXAMPLE_HISTORY.stages, EXAMPLE_HISTORY.dates, EXAMPLE_ORDER, EXAMPLE_LOST], result: [[3], [3], [2], [2]] },
    { call: [EXAMPLE_HISTORY.deals, EXAMPLE_HISTORY.stages, EXAMPLE_HISTORY.dates, EXAMPLE_ORDER, EXAMPLE_LOST, undefined, "reach=strict"], result: [[3], [2], [1], [1]] },
  ],
  sample: "=FUNNEL_COUNTS({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, order, lost, asOf, { reach, count, basis, window, ...period }) =>
    funnelCounts(historyOf(deals, stages, dates, order, lost, asOf), { reach, count, basis, window, period: periodOf(period) }),
});

export const FUNNEL_REACHED = define({
  id: "FUNNEL.REACHED", name: "FUNNEL_REACHED", group: "funnel",
  title: { en: "Deals per stage from current stages", ru: "Воронка по текущим этапам" },
  summary: { en: "How many deals reached each stage, from deal rows with the current stage.", ru: "Сколько сделок дошло до каждого этапа, по строкам сделок с текущим этапом." },
  avoid: { en: "A stage history; it knows more, use FUNNEL_COUNTS there.", ru: "История этапов: она знает больше, для неё есть FUNNEL_COUNTS." },
  args: [
    currentStages, order, lost,
    optional(lastStages({ en: "Furthest stage that the deal had reached; needed for lost deals.", ru: "Самый дальний этап, до которого дошла сделка; нужен для потерянных." }, "F2:F500")),
    optional(dates("dates", { en: "When each deal was created; needed for from and to.", ru: "Когда создана сделка; нужно для from и to." }, "G2:G500")),
    options({ ...COUNT_OPTION, ...FROM_TO }, "count=lost"),
  ],
  returns: { shape: "column", unit: "count" },
  examples: [{ call: [[["Lead"], ["Offer"], ["Won"], ["Call"]], EXAMPLE_ORDER], result: [[4], [3], [2], [1]] }],
  check: (value, isGiven) => periodNeeds("dates", value("options"), isGiven),
  sample: "=FUNNEL_REACHED({deals.stage},{funnel.stage},{funnel.lost},{deals.last_stage})",
  run: (stages, order, lost, lastStages, dates, { count, ...period }) =>
    funnelReached(stages, funnelOf(order, lost), lastStages, dates, count, periodOf(period)),
});

export const conversion = [
  FUNNEL_CONVERSION, STAGE_CONVERSION, LEAD_CONVERSION, ACTION_CONVERSION, SALES_CONVERSION, WIN_RATE, FUNNEL_TABLE, FUNNEL_COUNTS, FUNNEL_REACHED,
];
