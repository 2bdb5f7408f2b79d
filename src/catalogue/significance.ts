/** How sure a conversion is: its interval, and whether two of them differ. */
import { conversionInterval, conversionTest } from "../core/significance";
import { level, wholeNumber } from "./arguments";
import { define } from "./define";
import type { Words } from "./words";

const sample = (base: string, converted: string, which: Words) => [
  wholeNumber(base, { en: `Those who could convert${which.en}.`, ru: `Сколько могло сконвертироваться${which.ru}.` }, "B2", 0, Number.MAX_SAFE_INTEGER),
  wholeNumber(converted, { en: `Those of them who did${which.en}.`, ru: `Сколько из них сконвертировалось${which.ru}.` }, "C2", 0, Number.MAX_SAFE_INTEGER),
] as const;

export const CONVERSION_INTERVAL = define({
  id: "CONVERSION.INTERVAL", name: "CONVERSION_INTERVAL", group: "funnel",
  title: { en: "Interval of a conversion", ru: "Доверительный интервал конверсии" },
  summary: { en: "Within which limits the true conversion lies, given how few deals it was counted from.", ru: "В каких пределах лежит настоящая конверсия, если учесть, по скольким сделкам она посчитана." },
  avoid: { en: "Two conversions, whose intervals may overlap and yet differ; for that use CONVERSION_TEST.", ru: "Сравнение двух конверсий, их интервалы могут пересекаться и при настоящем различии: для него есть CONVERSION_TEST." },
  args: [...sample("base", "converted", { en: "", ru: "" }), level],
  returns: { shape: "row", unit: "rate" },
  examples: [{ call: [263, 81], result: [[0.2552885198782742, 0.36620957698280004]] }],
  sample: "=CONVERSION_INTERVAL(SUM({spend.leads}),SUM({spend.customers}))",
  run: (base, converted, level) => [conversionInterval(base, converted, level)],
});

export const CONVERSION_TEST = define({
  id: "CONVERSION.TEST", name: "CONVERSION_TEST", group: "funnel",
  title: { en: "Did the conversion change", ru: "Значимо ли различие конверсий" },
  summary: { en: "Whether two conversions differ, or it may be chance: p below 0.05 speaks against chance.", ru: "Различаются ли две конверсии или это случайность: p меньше 0,05 говорит против случайности." },
  avoid: { en: "Many groups at once, one in twenty looks different by chance alone; CONVERSION_MIX says where a change comes from.", ru: "Много групп сразу, одна из двадцати отличается случайно; откуда изменение, скажет CONVERSION_MIX." },
  args: [
    ...sample("base_1", "converted_1", { en: ", first period or group", ru: ", первый период или группа" }),
    ...sample("base_2", "converted_2", { en: ", second one", ru: ", второй" }),
    level,
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [10, 8, 6, 1],
    result: [
      ["Measure", "Value"], ["Rate 1", 0.8], ["Rate 2", 1 / 6], ["Difference", -0.6333333333333334], ["Low", -0.8313313096024121], ["High", -0.12986711959896557], ["z", -2.4722801848029508],
      ["p", 0.03496503496503497], ["Test", "Fisher"],
    ],
  }],
  sample: "=CONVERSION_TEST(SUM({channels.leads_before}),SUM({channels.won_before}),SUM({channels.leads_after}),SUM({channels.won_after}))",
  run: (base1, converted1, base2, converted2, level) => {
    const { rate1, rate2, difference, low, high, z, p, test } = conversionTest(base1, converted1, base2, converted2, level);
    return [
      [{ en: "Measure", ru: "Показатель" }, { en: "Value", ru: "Значение" }],
      [{ en: "Rate 1", ru: "Конверсия 1" }, rate1], [{ en: "Rate 2", ru: "Конверсия 2" }, rate2], [{ en: "Difference", ru: "Разница" }, difference],
      [{ en: "Low", ru: "Низ" }, low], [{ en: "High", ru: "Верх" }, high], ["z", z], ["p", p],
      [{ en: "Test", ru: "Критерий" }, test === "z" ? { en: "z-test", ru: "z-критерий" } : { en: "Fisher", ru: "Фишер" }],
    ];
  },
});

export const significance = [CONVERSION_INTERVAL, CONVERSION_TEST];
