/** Drop-out from the funnel: how much, where, why. Customers who leave later are another matter: CUSTOMER_CHURN. */
import { MetricError } from "../core/error";
import { bottleneck, funnelChurn, stageDropoff } from "../core/funnel";
import { lostReasons, type ReasonRow } from "../core/losses";
import { nameKey } from "./cells";
import { column, counts, names, notNegative, numbers, optional, withDefault } from "./arguments";
import { numberColumn } from "./columns";
import { define } from "./define";
import { options, TOP } from "./options";
import { EXAMPLE_LOST, lost } from "./standard";
import { BLANK_GROUP, OTHER, type Words } from "./words";

const entered = counts({ en: "Deals that entered each stage, in funnel order.", ru: "Сколько сделок вошло на каждый этап, по порядку воронки." });
const lostCounts = optional(
  numbers("lost_counts", { en: "Deals lost from each stage, as FUNNEL_COUNTS with count=lost gives them.", ru: "Сколько сделок потеряно с каждого этапа: FUNNEL_COUNTS с count=lost." }, "C2:C7", "notNegative", "allowed"),
);

const rates = numberColumn("rate", "allowed");
/** Rates of the stages from the second on. Nothing comes before the first one: what stands there (a dash, 100 %) is read as a blank. */
const benchmarks = column<Float64Array>("benchmarks", { en: "Conversion to reach from the previous stage, per stage; the first is not used.", ru: "Целевая конверсия из предыдущего этапа; у первого этапа не нужна." }, "C2:C7", {
  ...rates,
  plain: undefined,
  isHeading: (text) => /[\p{L}\d]/u.test(text), // a dash is none
  read(rows, from, to, context, sure) {
    const cells = rows.slice(from, to);
    if (typeof cells[0]?.[0] !== "object") cells[0] = [""]; // an error is an object of the host
    const read = rates.read(cells, 0, to - from, context, sure);
    return typeof read === "number" ? from + read : read;
  },
});

export const FUNNEL_CHURN = define({
  id: "FUNNEL.CHURN", name: "FUNNEL_CHURN", group: "funnel",
  title: { en: "Drop-out from the funnel", ru: "Отказы и дропауты по воронке" },
  summary: { en: "Share of the first stage that left the funnel.", ru: "Доля вошедших на первый этап, которая ушла из воронки." },
  avoid: { en: "Customers who stopped buying; for that use CUSTOMER_CHURN.", ru: "Клиенты, переставшие покупать: для них есть CUSTOMER_CHURN." },
  args: [entered, lostCounts],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: 0.97 }, { call: [[[6], [5], [3], [2]], [[0], [2], [0], [0]]], result: 1 / 3 }],
  sample: "=FUNNEL_CHURN({funnel.count},{funnel.lost_count})",
  run: funnelChurn,
});

export const STAGE_DROPOFF = define({
  id: "STAGE.DROPOFF", name: "STAGE_DROPOFF", group: "funnel",
  title: { en: "Drop-out of each stage", ru: "Отказы по этапам" },
  summary: { en: "Share of each stage that did not reach the next one, or was lost right from it.", ru: "Доля каждого этапа, которая не дошла до следующего или потеряна прямо с него." },
  avoid: { en: "Reasons why deals are lost; for that use LOST_REASONS.", ru: "Причины отказов: для них есть LOST_REASONS." },
  args: [entered, lostCounts],
  returns: { shape: "aligned", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: [[0.6], [0.625], [0.8], [""]] }],
  sample: "=STAGE_DROPOFF({funnel.count},{funnel.lost_count})",
  run: stageDropoff,
});

export const BOTTLENECK = define({
  id: "BOTTLENECK", name: "BOTTLENECK", group: "funnel",
  title: { en: "Bottleneck in money", ru: "Узкое место в деньгах" },
  summary: { en: "What one more percentage point of each conversion would bring, and which step is worth most.", ru: "Сколько принёс бы ещё один процентный пункт каждой конверсии и какой шаг ценнее всего." },
  avoid: { en: "Where deals wait; for that use STAGE_TIME_TABLE.", ru: "Где сделки стоят: для этого есть STAGE_TIME_TABLE." },
  args: [
    names("stages", { en: "Stage names, in funnel order.", ru: "Названия этапов по порядку воронки." }, "A2:A7"),
    entered,
    withDefault(notNegative("deal_size", { en: "Average won deal; left out: 1, so that money is wins.", ru: "Средний чек; не задан – 1, деньги тогда равны числу продаж." }, "50000"), 1),
    optional(benchmarks),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["Lead"], ["Offer"], ["Won"]], [[100], [50], [10]], 1000, [[""], [0.6], [0.2]]],
    result: [
      ["Stage", "Conversion", "Wins per +1 pt", "Money per +1 pt", "Rank", "Benchmark", "Money to benchmark"],
      ["Offer", 0.5, 0.2, 200, 2, 0.6, 2000], ["Won", 0.2, 0.5, 500, 1, 0.2, 0],
    ],
  }],
  sample: "=BOTTLENECK({funnel.stage},{funnel.count},DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost}))",
  run: (stages, counts, dealSize, benchmarks) => {
    const labels = Array.from(stages.codes, (code) => stages.labels[code]!);
    return [
      [
        { en: "Stage", ru: "Этап" }, { en: "Conversion", ru: "Конверсия" }, { en: "Wins per +1 pt", ru: "Продаж за +1 п. п." }, { en: "Money per +1 pt", ru: "Денег за +1 п. п." },
        { en: "Rank", ru: "Место" }, { en: "Benchmark", ru: "Ориентир" }, { en: "Money to benchmark", ru: "Денег до ориентира" },
      ],
      ...bottleneck(labels, counts, dealSize, benchmarks).map((row, i) => [labels[i + 1]!, ...row]),
    ];
  },
});

export const LOST_REASONS = define({
  id: "LOST.REASONS", name: "LOST_REASONS", group: "funnel",
  title: { en: "Why deals are lost", ru: "Причины отказов" },
  summary: { en: "The reasons of lost deals, the most frequent first, with their share and money.", ru: "Причины потери сделок, сначала самые частые, с долей и деньгами." },
  avoid: { en: "From which stage deals are lost; for that use STAGE_DROPOFF.", ru: "С какого этапа теряются сделки: для этого есть STAGE_DROPOFF." },
  args: [
    names("reasons", { en: "Reason of each deal; give the range without its header row.", ru: "Причина по каждой сделке; диапазон без строки заголовка." }, "J2:J500", "allowed"),
    optional(numbers("amounts", { en: "Money of each deal.", ru: "Сумма каждой сделки." }, "I2:I500", "any", "allowed")),
    optional(names("stages", { en: "Current stage of each deal; then only rows in a lost stage count.", ru: "Текущий этап сделки; тогда считаются только строки на этапе отказа." }, "E2:E500")),
    lost, options(TOP, "top=5"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["Price"], ["No budget"], ["price "], [""]], [[100], [200], [300], [400]]],
    result: [
      ["Reason", "Deals", "Deals %", "Cumulative %", "Amount", "Amount %"],
      ["Price", 2, 0.5, 0.5, 400, 0.4], ["(blank)", 1, 0.25, 0.75, 400, 0.4], ["No budget", 1, 0.25, 1, 200, 0.2],
    ],
  }, { call: [[["Price"], ["x"]], undefined, [["Lost"], ["Won"]], EXAMPLE_LOST], result: [["Reason", "Deals", "Deals %", "Cumulative %", "Amount", "Amount %"], ["Price", 1, 1, 1, "", ""]] }],
  check: (value, isGiven) => {
    if (isGiven("stages") && value("lost") === null) throw new MetricError("needsArgument", { argument: "lost", expected: "stages" });
  },
  sample: "=LOST_REASONS({deals.reason},{deals.amount},{deals.stage},{funnel.lost})",
  run: (reasons, amounts, stages, lost, { top }) => {
    const where = stages && { codes: stages.codes, isLost: Uint8Array.from(stages.labels, (label) => Number(lost?.codes.has(nameKey(label)))) };
    const { rows, other } = lostReasons(reasons, amounts, where, top);
    const row = ([reason, ...numbers]: ReasonRow, blank: Words) => [reason ?? blank, ...numbers];
    return [
      [
        { en: "Reason", ru: "Причина" }, { en: "Deals", ru: "Сделок" }, { en: "Deals %", ru: "Сделок, %" }, { en: "Cumulative %", ru: "Накопленный %" }, { en: "Amount", ru: "Сумма" },
        { en: "Amount %", ru: "Сумма, %" },
      ],
      ...rows.map((each) => row(each, BLANK_GROUP)),
      ...(other ? [row(other, OTHER)] : []),
    ];
  },
});

export const churn = [FUNNEL_CHURN, STAGE_DROPOFF, BOTTLENECK, LOST_REASONS];
