/** A rate that was counted from the user's deals is known by the note of its stage, until somebody types another. */
import { changeAll } from "../../src/plan/change";
import { funnelRows } from "../../src/plan/backward-of-plan";
import { countedRate, shareIn, wholeSpan } from "../../src/plan/counted-rate";
import type { DataFigures } from "../../src/plan/from-data";
import { ownData } from "../../src/plan/own-data";
import { emptyPlan } from "../../src/plan/plan";
import { readyPlan } from "../../src/plan/ready-plan";
import { day, planOf } from "./rig";

const rateOf = (conv: number | null, note: string | null, scenario = "base", more: { conv_low?: number; conv_high?: number } = {}) => {
  const plan = planOf({ funnel: [{ order: 1, stage: "Lead", conv, note, ...more }], settings: [{ name: "PLAN_SCENARIO", value: scenario }] });
  return countedRate(plan, plan.rows.funnel[0]!);
};
const FEW = "From the sheet “Deals”. 2026-01-05 – 2026-06-15. Deals: 5 of 12, few: may be chance.";
const SPAN = { from: day("2026-01-05"), to: day("2026-06-15") };

test.each([
  ["few deals, with their days", 5 / 12, FEW, { deals: 12, isFew: true, span: SPAN }],
  ["enough of them", 0.3, "По листу «Сделки». Сделок: 9 из 30.", { deals: 30, isFew: false, span: null }],
  ["one less", 9 / 29, "Сделок: 9 из 29, мало: может быть случайностью.", { deals: 29, isFew: true, span: null }],
  ["a number that went through a file with fifteen digits", 0.416666666666667, FEW, { deals: 12, isFew: true, span: SPAN }],
  ["what a person wrote around it", 5 / 12, `Asked Anna.\n${FEW} To be looked at.`, { deals: 12, isFew: true, span: SPAN }],
  ["another rate was typed", 0.42, FEW, null],
  ["the rate of a scenario, typed as that of the base", 0.375, FEW, null],
  ["no rate", null, FEW, null],
  ["no note", 0.4, null, null],
  ["a note of a version that did not say how many went on", 0.4, "From the sheet “Deals”. Deals: 10, few: may be chance.", null],
  ["nobody of nobody", 0.4, "Deals: 0 of 0", null],
  ["a day that is none", 5 / 12, "2026-02-31 – 2026-06-15. Deals: 5 of 12.", { deals: 12, isFew: true, span: null }],
])("%s", (_, conv, note, expected) => expect(rateOf(conv, note)).toEqual(expected));

test.each([
  ["low", { conv_low: 0.375 }, true], ["low", { conv_low: 0.3 }, false], ["low", {}, true], ["high", { conv_high: 0.458 }, true], ["high", { conv_high: 0.375 }, false],
])("in the scenario %s with %j a rate made of the counted one is marked: %s", (scenario, more, isMarked) => expect(rateOf(5 / 12, FEW, scenario, more) !== null).toBe(isMarked));

test("the days of several rates are from the earliest to the latest, and unknown where one is", () => {
  const of = (from: string, to: string) => ({ deals: 12, isFew: true, span: { from: day(from), to: day(to) } });
  expect(wholeSpan([of("2026-02-01", "2026-03-01"), of("2026-01-01", "2026-02-15")])).toEqual({ from: day("2026-01-01"), to: day("2026-03-01") });
  expect([wholeSpan([of("2026-02-01", "2026-03-01"), { deals: 1, isFew: true, span: null }]), wholeSpan([])]).toEqual([null, null]);
});

test.each(["en", "ru"] as const)("the notes of a plan out of own data are read as they were counted, in %s", (language) => {
  const span = { from: day("2025-07-01"), to: day("2026-06-15") };
  const figures: DataFigures = {
    deals: 80, leftOut: [], won: 7, lost: 73, open: 0, currency: null, basis: span, averageDeal: 1000, averaged: 7, pipeline: null, repeat: null, winRate: { share: 7 / 80, won: 7, decided: 80, span }, cycle: null, months: null, cohorts: null, season: null, owners: [], former: 0, reasons: [], sources: [],
    funnel: [{ name: "Call", reached: 80, conversion: 23 / 80, lagDays: 4, span }, { name: "Offer", reached: 23, conversion: 7 / 23, lagDays: 6, span }, { name: "Won", reached: 7, conversion: null, lagDays: null, span }],
  };
  const of = (given: DataFigures) => {
    let made = 0;
    const own = ownData(given, null, "Deals", {});
    const plan = changeAll(emptyPlan(language), readyPlan({ from: day("2026-07-01"), to: day("2026-09-30"), target: 30_000, deal: 1000, repeat: 0, currency: "RUB", own }, language, () => `me-${(made += 1)}`, day("2026-06-20")));
    return funnelRows(plan).map((row) => countedRate(plan, row));
  };
  expect(of(figures)).toEqual([{ deals: 80, isFew: false, span }, { deals: 23, isFew: true, span }, null]);
  expect(of({ ...figures, funnel: null })).toEqual([{ deals: 80, isFew: false, span }, null]);
});

test.each([["Deals: 3 of 40.", { won: 3, deals: 40 }], ["Доли. Сделок: 0 из 20.", { won: 0, deals: 20 }], ["Deals: 40.", null], ["", null], [null, null]])("of %s the share is read as %j", (note, expected) => expect(shareIn(note)).toEqual(expected));
