import fc from "fast-check";
import { causeFigures } from "../../src/plan/cause-texts";
import { levelsOf, planToFact, type PlanToFact } from "../../src/plan/causes";
import { changeDrivers } from "../../src/core/change";
import { day, goal, planOf, Q3, type Fields } from "./rig";

const JULY = day("2026-07-31");
/** 23 of 66 working days are over: 230 of 660 are planned by then. */
const revenue = (fields: Fields): Fields => goal({ name: "Revenue", metric: "Revenue", unit: "money", target: 660, ...fields });
const ratio = (metric: string, target: number, actual: number | null, more: Fields = {}): Fields => goal({ name: metric, metric, type: "keep ≥", unit: metric === "Average deal" ? "money" : "%", accumulate: "ratio of sums", target, actual, ...more });
const leads = (target: number, actual: number | null): Fields => goal({ name: "Leads", metric: "Leads", target, actual });

const of = (...goals: readonly Fields[]): PlanToFact => {
  const plan = planOf({ cycles: [Q3], goals });
  return planToFact(plan, plan.rows.cycles[0]!, JULY);
};
const notesOf = (language: "en" | "ru", ...goals: readonly Fields[]): string => {
  const plan = planOf({ cycles: [Q3], goals }, language);
  return causeFigures(plan, plan.rows.cycles[0]!, JULY, language).notes.join(" ");
};
const effects = ({ causes }: PlanToFact) => causes.map(({ key, effect }) => [key, Number(effect.toFixed(6))]);

describe("from plan to fact by cause", () => {
  test("leads, conversion and deal size are split as CHANGE_DRIVERS splits them", () => {
    // Plan by now: 230 = 46 leads × 50 % × 10; fact 240 = 60 × 40 % × 10.
    const found = of(revenue({ actual: 240 }), ratio("Conversion", 0.5, 0.4), ratio("Average deal", 10, 10), leads(132, 60));
    const drivers = changeDrivers(Float64Array.of(46, 0.5, 10), Float64Array.of(60, 0.4, 10), "shapley");
    expect(found.causes.map(({ plan, fact }) => [plan, fact])).toEqual([[expect.closeTo(46, 9), 60], [0.5, 0.4], [10, 10]]);
    found.causes.forEach(({ effect }, i) => expect(effect).toBeCloseTo(drivers[i]![2], 9));
    expect([found.revenue, found.missing, found.counted]).toEqual([[expect.closeTo(230, 9), 240], [], null]);
  });

  test("without a goal for leads their number follows from the rest", () =>
    expect(of(revenue({ actual: 200 }), ratio("Conversion", 0.5, 0.4), ratio("Average deal", 10, 10))).toMatchObject({ counted: "volume", causes: [{ key: "volume", plan: expect.closeTo(46, 9), fact: expect.closeTo(50, 9) }, { key: "conversion" }, { key: "deal", effect: 0 }], missing: [] }));
  test("without a goal for conversion it follows from the rest", () =>
    expect(of(revenue({ actual: 240 }), ratio("Average deal", 10, 10), leads(132, 60))).toMatchObject({ counted: "conversion", causes: [{ key: "volume" }, { key: "conversion", plan: expect.closeTo(0.5, 9), fact: expect.closeTo(0.4, 9) }, { key: "deal" }] }));
  test("the share won is a conversion, deals won give their size", () =>
    expect(of(revenue({ actual: 240 }), ratio("Win rate", 0.5, 0.4), goal({ metric: "Deals won", target: 66, actual: 20 }))).toMatchObject({ causes: [{ key: "volume" }, { key: "conversion" }, { key: "deal", plan: expect.closeTo(10, 9), fact: 12 }] }));
  test("what leads × conversion × deal size does not explain is a cause of its own", () =>
    expect(effects(of(revenue({ actual: 300 }), ratio("Conversion", 0.5, 0.5), ratio("Average deal", 10, 10), leads(132, 46)))).toEqual([["volume", 0], ["conversion", 0], ["deal", 0], ["other", 70]]));
  test("on its way from a baseline a ratio is planned as the list of goals says; from none it is planned at its target", () => {
    const way = (baseline: number | null) => of(revenue({ actual: 230 }), ratio("Average deal", 132, 100, { type: "increase", baseline })).causes[1]!.plan;
    expect([way(66), way(null)]).toEqual([expect.closeTo(66 + 66 * 23 / 66, 9), 132]);
  });

  test.each<[what: string, en: string, ru: string, ...goals: Fields[]]>([
    ["no goal for revenue", "No goal has the metric “Revenue”. So the gap cannot be split by cause.", "Нет цели с показателем «Выручка». Поэтому отклонение по причинам не разложить.", ratio("Average deal", 10, 10)],
    ["profit is no revenue", "No goal has the metric “Revenue”. So the gap cannot be split by cause.", "Нет цели с показателем «Выручка». Поэтому отклонение по причинам не разложить.", revenue({ metric: "Profit", actual: 200 }), ratio("Average deal", 10, 10)],
    ["no fact of revenue", "G-001 Revenue: no fact yet. So the gap cannot be split by cause.", "G-001 Revenue: факта ещё нет. Поэтому отклонение по причинам не разложить.", revenue({}), ratio("Average deal", 10, 10)],
    ["before its start", "G-001 Revenue: nothing is expected yet. So the gap cannot be split by cause.", "G-001 Revenue: пока ничего не ожидается. Поэтому отклонение по причинам не разложить.", revenue({ actual: 5, start: day("2026-08-15") }), ratio("Average deal", 10, 10)],
    ["no goal for the deal", "No goal has the metric “Deal size”. So the gap cannot be split by cause.", "Нет цели с показателем «Средний чек». Поэтому отклонение по причинам не разложить.", revenue({ actual: 200 }), ratio("Conversion", 0.5, 0.4)],
    ["no fact of the deal", "G-002 Average deal: no fact yet. So the gap cannot be split by cause.", "G-002 Average deal: факта ещё нет. Поэтому отклонение по причинам не разложить.", revenue({ actual: 200 }), ratio("Average deal", 10, null)],
    ["a deal of 0", "G-002 Average deal: plan or fact is 0. So the gap cannot be split by cause.", "G-002 Average deal: план или факт равен 0. Поэтому отклонение по причинам не разложить.", revenue({ actual: 200 }), ratio("Average deal", 10, 0)],
    ["no live conversion", "G-003 Conversion: no fact yet. So what leads and what their conversion did cannot be told apart.", "G-003 Conversion: факта ещё нет. Поэтому вклад лидов и вклад их конверсии не различить.", revenue({ actual: 200 }), ratio("Average deal", 10, 8), ratio("Conversion", 0.5, null)],
    ["no goal for it", "No goal has the metric “Conversion”. So what leads and what their conversion did cannot be told apart.", "Нет цели с показателем «Конверсия». Поэтому вклад лидов и вклад их конверсии не различить.", revenue({ actual: 200 }), ratio("Average deal", 10, 8)],
    ["too large", "G-001 Revenue: the number is too large. So the gap cannot be split by cause.", "G-001 Revenue: число слишком велико. Поэтому отклонение по причинам не разложить.", revenue({ target: 1e308, actual: 1e308 }), ratio("Average deal", 1e-9, 1e-9)],
    ["conversion counted", "No goal for conversion has a fact: conversion is revenue ÷ deal size ÷ leads.", "Цели по конверсии с фактом нет: конверсия = выручка ÷ средний чек ÷ лиды.", revenue({ actual: 240 }), ratio("Average deal", 10, 10), leads(132, 60)],
    ["a rest", "Other is revenue that leads × conversion × deal size does not explain, such as repeat sales or deals of earlier leads.", "Прочее – выручка сверх произведения «лиды × конверсия × средний чек»: повторные продажи, сделки прежних лидов.", revenue({ actual: 300 }), ratio("Conversion", 0.5, 0.5), ratio("Average deal", 10, 10), leads(132, 46)],
    ["all known", "", "", revenue({ actual: 240 }), ratio("Conversion", 0.5, 0.4), ratio("Average deal", 10, 10), leads(132, 60)],
    ["leads counted", "No goal for leads has a fact: volume is revenue ÷ conversion ÷ deal size.", "Цели по лидам с фактом нет: объём = выручка ÷ конверсия ÷ средний чек.", revenue({ actual: 200 }), ratio("Average deal", 10, 8), ratio("Conversion", 0.5, 0.4)],
  ])("%s: a sentence says what is missing, and nothing unknown is 0", (_, en, ru, ...goals) => {
    expect([notesOf("en", ...goals), notesOf("ru", ...goals)]).toEqual([en, ru]);
    expect(of(...goals).causes.every(({ plan, fact, effect }) => [plan, fact, effect].every(Number.isFinite))).toBe(true);
  });

  test("without conversion the number of deals and their size are told apart all the same", () => expect(effects(of(revenue({ actual: 200 }), ratio("Average deal", 10, 8)))).toEqual([["deals", 18], ["deal", -48]]));
  test("a goal that cannot be used gives way to the next one of its metric; a cancelled one is none", () =>
    expect(of(revenue({ actual: 200 }), ratio("Average deal", 10, 99, { closed_as: "cancelled" }), ratio("Average deal", 10, null), ratio("Average deal", 10, 8)).causes[1]).toMatchObject({ key: "deal", fact: 8 }));

  const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true });
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  test("the causes add up to the gap, and their bars go from the plan to the fact", () =>
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), amount, fc.tuple(amount, amount), fc.option(fc.tuple(share, share)), fc.option(fc.tuple(amount, amount)), (actual, target, deal, rate, counted) => {
      const found = of(revenue({ target, actual }), ratio("Average deal", ...deal), ...(rate ? [ratio("Conversion", ...rate)] : []), ...(counted ? [leads(...counted)] : []));
      const [plan, fact] = found.revenue!;
      expect(found.causes.length).toBeGreaterThan(1);
      const size = found.causes.reduce((all, { effect }) => all + Math.abs(effect), Math.abs(plan) + Math.abs(fact));
      expect(Math.abs(found.causes.reduce((all, { effect }) => all + effect, 0) - (fact - plan))).toBeLessThanOrEqual(1e-14 * size);
      const bars = levelsOf(plan, fact, found.causes);
      expect([bars[0]!.from, bars[bars.length - 1]!.to]).toEqual([plan, fact]);
      for (const { from, to, effect } of bars) expect(Math.abs(to - from - effect)).toBeLessThanOrEqual(1e-14 * size);
    })));
});
