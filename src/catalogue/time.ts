/** Time: in a stage, between stages, of the whole deal, and deals that stay too long. */
import { checkedOutcome, salesCycle } from "../core/cycle";
import type { Statistic } from "../core/stats";
import { refuseCensored, staleDeals, stageTime, stageTimes, stageTimeTable, timeToConvert, type Open } from "../core/timing";
import { optional, stage, staleLimit, statistic } from "./arguments";
import { define } from "./define";
import { BASIS, FROM_TO, NEGATIVE, OPEN, options, periodOf, VISITS, WINDOW } from "./options";
import { asOf, closedDates, createdDates, currentStages, dealIds, EXAMPLE_HISTORY, EXAMPLE_LOST, EXAMPLE_ORDER, funnelOf, historyDates, historyOf, historyStages, lost, order } from "./standard";
import { header, type Words } from "./words";

const STATISTIC: Words = { en: "mean, median, min, max, sum, count, or a percentile such as p80.", ru: "mean, median, min, max, sum, count или процентиль, например p80." };

export const STAGE_TIME = define({
  id: "STAGE.TIME", name: "STAGE_TIME", group: "time",
  title: { en: "Time in a stage", ru: "Среднее время на этапе" },
  summary: { en: "Days that deals spend in a stage, or in each stage.", ru: "Сколько дней сделки проводят на этапе или на каждом из этапов." },
  avoid: { en: "The length of whole deals, stage times do not add up to it; use SALES_CYCLE.", ru: "Длина всей сделки, времена этапов в неё не складываются: используйте SALES_CYCLE." },
  args: [
    dealIds, historyStages, historyDates, order, lost,
    optional(stage("stage", { en: "The stage; left out: a row per stage.", ru: "Этап; не задан – по строке на каждый этап." }, "order")),
    statistic(STATISTIC), asOf,
    options({ ...OPEN, ...VISITS, ...BASIS, ...FROM_TO }, "open=censor"),
  ],
  returns: { shape: "column", orScalar: true, unit: "days" },
  examples: [
    { call: [[["a"], ["a"], ["b"], ["b"], ["c"], ["c"]], [["In"], ["Out"], ["In"], ["Out"], ["In"], ["Out"]], [[46023], [46028], [46023], [46033], [46023], [46043]], [["In"], ["Out"]], undefined, "In"], result: 35 / 3 },
    { call: [EXAMPLE_HISTORY.deals, EXAMPLE_HISTORY.stages, EXAMPLE_HISTORY.dates, EXAMPLE_ORDER, EXAMPLE_LOST], result: [[11 / 3], [8.5], [15], [""]] },
  ],
  check: (value) => refuseCensored(value("statistic") as Statistic, (value("options") as { readonly open: Open }).open),
  sample: "=STAGE_TIME({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost},{stage:2})",
  run: (deals, stages, dates, order, lost, stage, statistic, asOf, { open, visits, basis, ...period }) => {
    const history = historyOf(deals, stages, dates, order, lost, asOf);
    const how = { visits, basis, period: periodOf(period) };
    return stage === null ? stageTimes(history, statistic, open, how) : stageTime(history, stage, statistic, open, how);
  },
});

export const STAGE_TIME_TABLE = define({
  id: "STAGE.TIME.TABLE", name: "STAGE_TIME_TABLE", group: "time",
  title: { en: "Time in each stage, in one table", ru: "Таблица времени на этапах" },
  summary: { en: "Time per stage, with and without the deals that are still there.", ru: "Время на каждом этапе, с открытыми сделками и без них." },
  avoid: { en: "Single deals that are stuck; for that use STALE_DEALS.", ru: "Отдельные застрявшие сделки: для них есть STALE_DEALS." },
  args: [dealIds, historyStages, historyDates, order, lost, asOf, options({ ...VISITS, ...BASIS, ...FROM_TO }, "visits=each")],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["a"], ["a"], ["b"]], [["In"], ["Out"], ["In"]], [["2026-01-01"], ["2026-01-06"], ["2026-01-02"]], [["In"], ["Out"]], undefined, "2026-01-10"],
    result: [
      ["Stage", "Stays", "Finished", "Open", "Mean", "Median", "P80", "Mean with open", "Median with open", "Longest open"],
      ["In", 2, 1, 1, 5, 5, 5, 6.5, 5, 8],
    ],
  }],
  sample: "=STAGE_TIME_TABLE({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, order, lost, asOf, { visits, basis, ...period }) => {
    const history = historyOf(deals, stages, dates, order, lost, asOf);
    return [
      [
        header("Stage", "Этап"), header("Stays", "Пребываний"), header("Finished", "Завершено"), header("Open", "Открыто"), header("Mean", "Среднее"),
        header("Median", "Медиана"), header("P80", "P80"), header("Mean with open", "Среднее с открытыми"), header("Median with open", "Медиана с открытыми"),
        header("Longest open", "Дольше всех открыта"),
      ],
      ...stageTimeTable(history, { visits, basis, period: periodOf(period) }).map((row) => [
        row.stage, row.stays, row.finished, row.open, row.mean, row.median, row.p80, row.meanWithOpen, row.medianWithOpen, row.longestOpen,
      ]),
    ];
  },
});

export const SALES_CYCLE = define({
  id: "SALES.CYCLE", name: "SALES_CYCLE", group: "time",
  title: { en: "Length of a deal", ru: "Длина сделки" },
  summary: { en: "Days from the creation of a deal to its end.", ru: "Сколько дней проходит от создания сделки до её закрытия." },
  avoid: { en: "The chance to win within so many days; for that use CONVERSION_CURVE.", ru: "Вероятность выиграть за столько-то дней: для неё есть CONVERSION_CURVE." },
  args: [
    createdDates, closedDates,
    optional(currentStages), optional(order), lost, statistic(STATISTIC), asOf,
    options({
      outcome: { kind: "choice", choices: ["won", "lost", "closed"], noDefault: true, words: { en: "Which deals: won (default with stages), lost, or all closed.", ru: "Какие сделки: won – выигранные (по умолчанию, если заданы этапы), lost – потерянные, closed – все закрытые." } },
      ...OPEN,
      ...NEGATIVE,
      ...BASIS, ...FROM_TO,
    }, "outcome=closed"),
  ],
  returns: { shape: "scalar", unit: "days" },
  examples: [{ call: [[["2025-01-01"], ["2025-01-10"], ["2025-01-20"]], [["2025-02-15"], ["2025-03-05"], ["2025-02-28"]]], result: 46 }],
  check: (value, isGiven) => checkedOutcome(isGiven("stages"), value("statistic") as Statistic, value("options") as Parameters<typeof checkedOutcome>[2]),
  sample: "=SALES_CYCLE({deals.created},{deals.closed},{deals.stage},{funnel.stage},{funnel.lost})",
  run: (created, closed, stages, order, lost, statistic, asOf, { outcome, open, negative, basis, ...period }) =>
    salesCycle(created, closed, stages, order && funnelOf(order, lost), statistic, asOf, { outcome, open, negative, basis, period: periodOf(period) }),
});

export const TIME_TO_CONVERT = define({
  id: "TIME.TO.CONVERT", name: "TIME_TO_CONVERT", group: "time",
  title: { en: "Time from stage to stage", ru: "Время от этапа до этапа" },
  summary: { en: "Days from one stage to a later one, of the deals that arrived.", ru: "Сколько дней проходит от одного этапа до более позднего у дошедших сделок." },
  avoid: { en: "Deals that have not arrived yet, they are left out; CONVERSION_CURVE counts them.", ru: "Ещё не дошедшие сделки, они не учитываются: их учитывает CONVERSION_CURVE." },
  args: [
    dealIds, historyStages, historyDates, order, lost,
    optional(stage("from_stage", { en: "From this stage; left out: the first.", ru: "От этого этапа; не задан – от первого." }, "order", '"Lead"')),
    optional(stage("to_stage", { en: "To this later stage, or a lost one; left out: won.", ru: "До этого более позднего этапа или этапа отказа; не задан – до выигрыша." }, "orderAndLost")),
    statistic(STATISTIC), asOf,
    options({ ...FROM_TO, ...WINDOW }, "window=90"),
  ],
  returns: { shape: "scalar", unit: "days" },
  examples: [{ call: [EXAMPLE_HISTORY.deals, EXAMPLE_HISTORY.stages, EXAMPLE_HISTORY.dates, EXAMPLE_ORDER, EXAMPLE_LOST], result: 22 }],
  sample: "=TIME_TO_CONVERT({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, order, lost, from, to, statistic, asOf, { window, ...period }) =>
    timeToConvert(
      historyOf(deals, stages, dates, order, lost, asOf),
      from ?? 0, to ?? order.labels.length - 1, statistic, periodOf(period), window,
    ),
});

export const STALE_DEALS = define({
  id: "STALE.DEALS", name: "STALE_DEALS", group: "time",
  title: { en: "Deals that are stuck", ru: "Застрявшие сделки" },
  summary: { en: "Open deals that stay in their stage longer than usual, the oldest first.", ru: "Открытые сделки, которые стоят на этапе дольше обычного, сначала самые давние." },
  avoid: { en: "Deals that are open for long but moving; SALES_CYCLE with open=age tells of those.", ru: "Давно открытые, но движущиеся сделки: о них скажет SALES_CYCLE с open=age." },
  args: [
    dealIds, historyStages, historyDates, order, lost,
    staleLimit({ en: "Days, or a percentile of the stays in the stage: median, p80 (default).", ru: "Дни или процентиль пребываний на этапе: median, p80 (по умолчанию)." }),
    asOf,
    options({
      open: { kind: "choice", choices: ["exclude", "censor"], words: { en: "For the percentile: leave open stays out, or count them as “at least so long”.", ru: "Для процентиля: не учитывать открытые или учесть как «не меньше, чем прошло»." } },
    }, "open=censor"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["a"], ["b"]], [["Lead"], ["Lead"]], [["2026-01-01"], ["2026-01-20"]], EXAMPLE_ORDER, undefined, 10, "2026-01-25"],
    result: [["Deal", "Stage", "Since", "Days", "Limit"], ["a", "Lead", 46023, 24, 10]],
  }],
  sample: "=STALE_DEALS({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, order, lost, limit, asOf, { open }) => [
    [header("Deal", "Сделка"), header("Stage", "Этап"), header("Since", "С даты"), header("Days", "Дней"), header("Limit", "Предел")],
    ...staleDeals(historyOf(deals, stages, dates, order, lost, asOf), deals, limit, open),
  ],
});

export const time = [STAGE_TIME, STAGE_TIME_TABLE, SALES_CYCLE, TIME_TO_CONVERT, STALE_DEALS];
