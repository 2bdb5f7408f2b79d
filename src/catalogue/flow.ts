/** How deals move: by group, from stage to stage, through a period. */
import { eventualConversion, littlesLaw, salesVelocity, stageFlow, transitionMatrix } from "../core/flow";
import { funnelBy, type GroupRow } from "../core/funnel-by";
import { notNegative, optional, rate, spellings } from "./arguments";
import { COUNTING } from "./conversion";
import { define } from "./define";
import { FROM_TO, options, periodOf, TOP } from "./options";
import { asOf, dealIds, EXAMPLE_HISTORY, EXAMPLE_LOST, EXAMPLE_ORDER, historyDates, historyOf, historyStages, lost, order } from "./standard";
import { BLANK_GROUP, OTHER, TOTAL, type Words } from "./words";

const LOG = [EXAMPLE_HISTORY.deals, EXAMPLE_HISTORY.stages, EXAMPLE_HISTORY.dates] as const;
const SAMPLE_LOG = "{history.deal},{history.stage},{history.date}";

export const FUNNEL_BY = define({
  id: "FUNNEL.BY", name: "FUNNEL_BY", group: "funnel",
  title: { en: "Funnel by group", ru: "Воронка по группам" },
  summary: { en: "How many deals of each source, owner or product reached each stage.", ru: "Сколько сделок каждого источника, менеджера или продукта дошло до каждого этапа." },
  avoid: { en: "Whether two groups really differ; for that use CONVERSION_TEST.", ru: "Действительно ли две группы различаются: для этого есть CONVERSION_TEST." },
  args: [
    dealIds, historyStages, historyDates,
    spellings("groups", { en: "Source, owner or the like in each row of the history; may be blank.", ru: "Источник, менеджер и т. п. в каждой строке истории; можно пусто." }, "D2:D500"),
    order, lost, asOf,
    options({
      ...COUNTING,
      attribution: { kind: "choice", choices: ["first", "last"], words: { en: "A deal belongs to the group of its first or of its last row.", ru: "Группа сделки – из первой или из последней её строки." } },
      ...TOP,
    }, "top=5"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [...LOG, [["Web"], ["Web"], ["Web"], ["Web"], ["Ads"], ["Ads"], ["Ads"], ["web"], ["web"], ["web"]], EXAMPLE_ORDER, EXAMPLE_LOST],
    result: [["Group", "Lead", "Call", "Offer", "Won", "Conversion"], ["Web", 2, 2, 2, 2, 1], ["Ads", 1, 1, 0, 0, 0], ["Total", 3, 3, 2, 2, 2 / 3]],
  }],
  sample: "=FUNNEL_BY({deals.deal},{deals.last_stage},{deals.created},{deals.source},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, groups, order, lost, asOf, { reach, count, basis, window, attribution, top, ...period }) => {
    const found = funnelBy(historyOf(deals, stages, dates, order, lost, asOf), deals, stages, dates, groups, asOf, { reach, count, basis, window, period: periodOf(period), attribution, top });
    const row = (name: string | number | Words, { counts, conversion }: GroupRow) => [name, ...counts, conversion];
    return [
      [{ en: "Group", ru: "Группа" }, ...order.labels, { en: "Conversion", ru: "Конверсия" }],
      ...found.groups.map((group) => row(group.name ?? BLANK_GROUP, group)),
      ...(found.other ? [row(OTHER, found.other)] : []),
      row(TOTAL, found.total),
    ];
  },
});

export const TRANSITION_MATRIX = define({
  id: "TRANSITION.MATRIX", name: "TRANSITION_MATRIX", group: "funnel",
  title: { en: "Where deals go", ru: "Матрица переходов" },
  summary: { en: "Of the deals that left a stage, which share went where; and how many are there now.", ru: "Какая доля ушедших с этапа куда перешла и сколько сделок стоит на нём сейчас." },
  avoid: { en: "The chance to win in the end; for that use EVENTUAL_CONVERSION.", ru: "Вероятность выиграть в итоге: для неё есть EVENTUAL_CONVERSION." },
  args: [dealIds, historyStages, historyDates, order, lost, asOf],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [...LOG, EXAMPLE_ORDER, EXAMPLE_LOST],
    result: [
      ["From", "Lead", "Call", "Offer", "Won", "Lost", "Exits", "Now"],
      ["Lead", 0, 2 / 3, 1 / 3, 0, 0, 3, 0], ["Call", 0, 0, 0.5, 0, 0.5, 2, 0], ["Offer", 0, 0, 0, 1, 0, 2, 0], ["Won", "", "", "", "", "", 0, 2], ["Lost", "", "", "", "", "", 0, 1],
    ],
  }],
  sample: `=TRANSITION_MATRIX(${SAMPLE_LOG},{funnel.stage},{funnel.lost})`,
  run: (deals, stages, dates, order, lost, asOf) => [
    [{ en: "From", ru: "Откуда" }, ...order.labels, ...(lost?.labels ?? []), { en: "Exits", ru: "Ушло" }, { en: "Now", ru: "Сейчас" }],
    ...transitionMatrix(historyOf(deals, stages, dates, order, lost, asOf)).map(({ stage, shares, exits, now }) => [stage, ...shares, exits, now]),
  ],
});

export const EVENTUAL_CONVERSION = define({
  id: "EVENTUAL.CONVERSION", name: "EVENTUAL_CONVERSION", group: "funnel",
  title: { en: "Chance to win in the end", ru: "Вероятность выиграть в итоге" },
  summary: { en: "The chance of a deal in each stage to be won in the end, with skips, returns and open deals handled.", ru: "Вероятность выиграть сделку с каждого этапа; учтены пропуски, возвраты и открытые сделки." },
  avoid: { en: "When it will be won; the chance within so many days is CONVERSION_CURVE.", ru: "Когда она будет выиграна: вероятность за столько-то дней даёт CONVERSION_CURVE." },
  args: [dealIds, historyStages, historyDates, order, lost, asOf],
  returns: { shape: "column", unit: "rate" },
  examples: [{
    call: [
      [[1], [1], [1], [1], [2], [2], [2], [2]], [["s1"], ["s2"], ["s3"], ["Won"], ["s3"], ["s2"], ["s1"], ["Lost"]], [[46081], [46082], [46083], [46084], [46081], [46082], [46083], [46084]],
      [["s1"], ["s2"], ["s3"], ["Won"]], EXAMPLE_LOST,
    ],
    result: [[0.25], [0.5], [0.75], [1]],
  }],
  sample: `=EVENTUAL_CONVERSION(${SAMPLE_LOG},{funnel.stage},{funnel.lost})`,
  run: (deals, stages, dates, order, lost, asOf) => eventualConversion(historyOf(deals, stages, dates, order, lost, asOf)),
});

export const SALES_VELOCITY = define({
  id: "SALES.VELOCITY", name: "SALES_VELOCITY", group: "time",
  title: { en: "Sales velocity", ru: "Скорость продаж" },
  summary: { en: "Money per day that the open deals bring.", ru: "Сколько денег в день приносят сделки в работе." },
  avoid: { en: "Money by period; for that use PIPELINE_FORECAST.", ru: "Деньги по периодам: для них есть PIPELINE_FORECAST." },
  args: [
    notNegative("opportunities", { en: "Open deals.", ru: "Сделки в работе." }),
    notNegative("deal_size", { en: "Average won deal, DEAL_SIZE.", ru: "Средний чек, DEAL_SIZE." }, "B3"),
    rate("win_rate", { en: "Share of deals that are won, WIN_RATE.", ru: "Доля выигранных сделок, WIN_RATE." }),
    notNegative("cycle_days", { en: "Days that a deal takes, SALES_CYCLE.", ru: "Сколько дней длится сделка, SALES_CYCLE." }, "B5"),
  ],
  returns: { shape: "scalar", unit: "moneyPerDay" },
  examples: [{ call: [100, 30000, 0.25, 60], result: 12500 }],
  sample: "=SALES_VELOCITY(COUNT({pipeline.amount}),DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}),WIN_RATE({deals.stage},{funnel.stage},{funnel.lost}),SALES_CYCLE({deals.created},{deals.closed}))",
  run: salesVelocity,
});

const FLOW_HEADER: readonly Words[] = [
  { en: "Stage", ru: "Этап" }, { en: "At start", ru: "На начало" }, { en: "Entered", ru: "Вошло" }, { en: "Forward", ru: "Вперёд" }, { en: "Back", ru: "Назад" }, { en: "Lost", ru: "Потеряно" },
  { en: "At end", ru: "На конец" },
];

export const STAGE_FLOW = define({
  id: "STAGE.FLOW", name: "STAGE_FLOW", group: "time",
  title: { en: "Movement in a period", ru: "Движение по этапам за период" },
  summary: { en: "Deals in each stage at the start, what came and went in the period, and what is left.", ru: "Сколько сделок было на этапе на начало, сколько пришло и ушло за период и сколько осталось." },
  avoid: { en: "The conversion of a stage, as those who leave may have come earlier; for that use FUNNEL_COUNTS.", ru: "Конверсия этапа, ведь ушедшие могли прийти раньше: для неё есть FUNNEL_COUNTS." },
  args: [dealIds, historyStages, historyDates, order, lost, asOf, options(FROM_TO, "from=2026-01-01; to=2026-02-01")],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [...LOG, EXAMPLE_ORDER, EXAMPLE_LOST, undefined, "from=2026-01-10; to=2026-01-21"],
    result: [
      ["Stage", "At start", "Entered", "Forward", "Back", "Lost", "At end"],
      ["Lead", 1, 1, 2, 0, 0, 0], ["Call", 1, 1, 1, 0, 1, 0], ["Offer", 0, 2, 0, 0, 0, 2], ["Won", 0, 0, 0, 0, 0, 0],
    ],
  }],
  sample: `=STAGE_FLOW(${SAMPLE_LOG},{funnel.stage},{funnel.lost})`,
  run: (deals, stages, dates, order, lost, asOf, period) => [
    FLOW_HEADER,
    ...stageFlow(historyOf(deals, stages, dates, order, lost, asOf), periodOf(period)),
  ],
});

export const LITTLES_LAW = define({
  id: "LITTLES.LAW", name: "LITTLES_LAW", group: "time",
  title: { en: "Little's law", ru: "Закон Литтла" },
  summary: { en: "Deals in progress = deals per day × days: the third from the other two.", ru: "Сделок в работе = сделок в день × дней: третье число по двум другим." },
  avoid: { en: "A funnel that grows or shrinks quickly; measure the days with STAGE_TIME.", ru: "Воронка, которая быстро растёт или сжимается: измерьте дни через STAGE_TIME." },
  args: [
    optional(notNegative("in_progress", { en: "Deals in progress.", ru: "Сделок в работе." })),
    optional(notNegative("per_day", { en: "Deals that come, or go, per day.", ru: "Сколько сделок приходит или уходит в день." }, "B3")),
    optional(notNegative("days", { en: "Days that a deal stays.", ru: "Сколько дней сделка в работе." }, "B4")),
  ],
  returns: { shape: "scalar", unit: "count" },
  examples: [{ call: [50, 10], result: 5 }, { call: [undefined, 2, 30], result: 60 }],
  sample: "=LITTLES_LAW(COUNT({pipeline.amount}),SUM({spend.leads})/365)",
  run: littlesLaw,
});

export const flow = [FUNNEL_BY, TRANSITION_MATRIX, EVENTUAL_CONVERSION, STAGE_FLOW, SALES_VELOCITY, LITTLES_LAW];
