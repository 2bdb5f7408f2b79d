/** Why a number changed. */
import { changeDrivers, conversionMix } from "../core/change";
import { names, numbers } from "./arguments";
import { define } from "./define";
import { options } from "./options";
import { TOTAL } from "./words";

export const CHANGE_DRIVERS = define({
  id: "CHANGE.DRIVERS", name: "CHANGE_DRIVERS", group: "funnel",
  title: { en: "What changed the result", ru: "Что изменило результат" },
  summary: { en: "How much each factor moved a result that is their product, such as leads × conversion × deal size.", ru: "Сколько внёс каждый фактор в изменение показателя-произведения: лиды × конверсия × средний чек." },
  avoid: { en: "A rate that is mixed from several groups; use CONVERSION_MIX.", ru: "Конверсия, которая складывается из нескольких групп: CONVERSION_MIX." },
  args: [
    names("factors", { en: "Names of the factors, 2 to 12; their product is the result.", ru: "Названия факторов, от 2 до 12; их произведение – сам показатель." }, "A2:A5"),
    numbers("before", { en: "Each factor before.", ru: "Каждый фактор до." }, "B2:B5", "any"),
    numbers("after", { en: "Each factor after.", ru: "Каждый фактор после." }, "C2:C5", "any"),
    options({
      method: {
        kind: "choice", choices: ["shapley", "lmdi", "sequential"],
        words: { en: "shapley: fair to all orders; lmdi: by logarithms; sequential: one after the other in the given order.", ru: "shapley – среднее по всем порядкам; lmdi – через логарифмы; sequential – по очереди в заданном порядке." },
      },
    }, "method=sequential"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["Bookings"], ["Revenue per booking"]], [[1500], [220]], [[1700], [225]]],
    result: [
      ["Factor", "Before", "After", "Effect", "Effect %"],
      ["Bookings", 1500, 1700, 44500, 89 / 105],
      ["Revenue per booking", 220, 225, 8000, 16 / 105],
      ["Total", 330000, 382500, 52500, 1],
    ],
  }],
  sample: "=CHANGE_DRIVERS({factors.factor},{factors.before},{factors.after})",
  run: (factors, before, after, { method }) => [
    [{ en: "Factor", ru: "Фактор" }, { en: "Before", ru: "До" }, { en: "After", ru: "После" }, { en: "Effect", ru: "Вклад" }, { en: "Effect %", ru: "Вклад, %" }],
    ...changeDrivers(before, after, method).map((driver, i) => [i < before.length ? factors.labels[factors.codes[i]!]! : TOTAL, ...driver] as const),
  ],
});

const base = (key: string, en: string, ru: string, example: string) => numbers(key, { en, ru }, example, "notNegative");

export const CONVERSION_MIX = define({
  id: "CONVERSION.MIX", name: "CONVERSION_MIX", group: "funnel",
  title: { en: "Change of a conversion: rates and mix", ru: "Вклад структуры и конверсии" },
  summary: { en: "Did the conversion change because the groups convert differently, or because their shares did.", ru: "Конверсия изменилась потому, что изменились конверсии групп, или потому, что изменились их доли." },
  avoid: { en: "Whether the change is more than chance; use CONVERSION_TEST.", ru: "Значимо ли изменение: для этого есть CONVERSION_TEST." },
  args: [
    names("groups", { en: "Group of each row, such as the channel; rows of one group are added.", ru: "Группа каждой строки, например канал; строки одной группы складываются." }, "A2:A10"),
    base("base_before", "Leads of the group before.", "Лиды группы до.", "B2:B10"), base("converted_before", "Converted of them.", "Сколько из них сконвертировано.", "C2:C10"),
    base("base_after", "Leads of the group after.", "Лиды группы после.", "D2:D10"), base("converted_after", "Converted of them.", "Сколько из них сконвертировано.", "E2:E10"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["desktop"], ["mobile"]], [[900], [100]], [[270], [5]], [[100], [900]], [[35], [90]]],
    result: [
      ["Group", "Share before", "Share after", "Rate before", "Rate after", "Rate effect", "Mix effect", "Total effect"],
      ["desktop", 0.9, 0.1, 0.3, 0.35, 0.025, -0.26, -0.235],
      ["mobile", 0.1, 0.9, 0.05, 0.1, 0.025, 0.06, 0.085],
      ["Total", 1, 1, 0.275, 0.125, 0.05, -0.2, -0.15],
    ],
  }],
  sample: "=CONVERSION_MIX({channels.channel},{channels.leads_before},{channels.won_before},{channels.leads_after},{channels.won_after})",
  run: (groups, ...columns) => [
    [
      { en: "Group", ru: "Группа" }, { en: "Share before", ru: "Доля до" }, { en: "Share after", ru: "Доля после" }, { en: "Rate before", ru: "Конверсия до" },
      { en: "Rate after", ru: "Конверсия после" }, { en: "Rate effect", ru: "Вклад конверсии" }, { en: "Mix effect", ru: "Вклад структуры" }, { en: "Total effect", ru: "Общий вклад" },
    ],
    ...conversionMix(groups, columns).map((row, i) => [groups.labels[i] ?? TOTAL, ...row] as const),
  ],
});

export const change = [CHANGE_DRIVERS, CONVERSION_MIX];
