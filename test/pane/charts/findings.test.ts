/** What each picture says, and the table behind it. */
import { bulletsAccount, bulletSentence, bulletZones, type BulletGoal } from "../../../src/pane/charts/bullet";
import { burnUpAccount, burnUpByDay } from "../../../src/pane/charts/burn-up";
import { capacityAccount, capacityGaps } from "../../../src/pane/charts/capacity";
import { deviationsAccount, isBetter } from "../../../src/pane/charts/deviation";
import { biggestLoss, conversions, funnelAccount } from "../../../src/pane/charts/funnel";
import { planFactAccount } from "../../../src/pane/charts/plan-fact";
import { ranked, tornadoAccount } from "../../../src/pane/charts/tornado";
import { waterfallAccount, type Waterfall } from "../../../src/pane/charts/waterfall";
import type { Account } from "../../../src/pane/charts/text";
import { samples } from "./samples";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const en = samples("en");
const ru = samples("ru");
const ACCOUNTS: Readonly<Record<string, readonly [Account, Account]>> = {
  funnel: [funnelAccount(en.stages, "count", "en"), funnelAccount(ru.stages, "count", "ru")],
  planFact: [planFactAccount(en.planFact, "money", "en"), planFactAccount(ru.planFact, "money", "ru")],
  burnUp: [burnUpAccount(en.burnUp, "money", "en"), burnUpAccount(ru.burnUp, "money", "ru")],
  bullets: [bulletsAccount(en.goals, "en"), bulletsAccount(ru.goals, "ru")],
  deviations: [deviationsAccount(en.deviations, "rate", "en"), deviationsAccount(ru.deviations, "rate", "ru")],
  tornado: [tornadoAccount(en.levers, 10_000_000, "money", "en"), tornadoAccount(ru.levers, 10_000_000, "money", "ru")],
  waterfall: [waterfallAccount(en.waterfall, "money", "en"), waterfallAccount(ru.waterfall, "money", "ru")],
  capacity: [capacityAccount(en.capacity, "money", "en"), capacityAccount(ru.capacity, "money", "ru")],
};

test.each([
  ["funnel", "Biggest loss: Meeting → Proposal, 67.3% drop out. Overall conversion 6.49%.", "Наибольшие потери: Встреча → Коммерческое предложение, отсев 67,3 %. Сквозная конверсия 6,49 %.", null],
  ["planFact", "Actual to date is 90.5% of plan: 18M of 19.9M. Forecast 31.8M against a plan of 33.5M.", "Факт на дату – 90,5 % плана: 18 млн из 19,9 млн. Прогноз 31,8 млн при плане 33,5 млн.", "fair"],
  ["burnUp", "Needs attention: 5.2M, expected 5.9M (w8).", "Требует внимания: 5,2 млн, план на дату 5,9 млн (н8).", "fair"],
  ["bullets", "On plan: 3 of 6. Furthest behind: CAC.", "По плану: 3 из 6. Дальше всего от плана: Стоимость привлечения клиента (CAC).", "fair"],
  ["deviations", "Worse than plan: 3 of 6. Largest: CAC, +18.9%.", "Хуже плана: 3 из 6. Больше всего: Стоимость привлечения клиента (CAC), +18,9 %.", "poor"],
  ["tornado", "Conversion of meeting to proposal moves the result most: from 8.47M to 11.5M.", "Сильнее всего на результат влияет «Конверсия встречи в предложение»: от 8,47 млн до 11,5 млн.", null],
  ["waterfall", "Revenue: 700K below the plan to date. Main cause: conversion, −1.24M.", "Выручка: на 700 тыс. ниже плана на дату. Главная причина: конверсия, −1,24 млн.", "fair"],
  ["capacity", "Capacity is below target, periods: 1 of 6. Most in Sep: 2.9M of 3.1M.", "Мощности не хватает, периодов: 1 из 6. Больше всего – сент.: 2,9 млн из 3,1 млн.", "poor"],
])("%s says %s", (name, english, russian, standing) => {
  const [first, second] = ACCOUNTS[name] ?? [];
  expect([plain(first?.finding ?? ""), plain(second?.finding ?? ""), first?.standing]).toEqual([english, russian, standing]);
});

test.each(Object.entries(ACCOUNTS))("the table of %s has a heading for each column in either language, and the same numbers of rows", (_, [first, second]) => {
  for (const { table } of [first, second]) expect(new Set(table?.rows.map((row) => row.length))).toEqual(new Set([table?.head.length]));
  expect(first.table?.rows.length).toBe(second.table?.rows.length);
  expect(first.table?.head).not.toEqual(second.table?.head);
});

test("the table of the funnel", () =>
  expect(funnelAccount([{ name: "Lead", count: 1234 }, { name: "Call", count: null }, { name: "Won", count: 10 }], "count", "en").table).toEqual({
    head: ["Stage", "Count", "Conversion"], rows: [["Lead", "1,234", "–"], ["Call", "–", "–"], ["Won", "10", "–"]],
  }));
test("the table of plan and fact leaves out a forecast that there is not", () =>
  expect(planFactAccount({ periods: ["Jul", "Aug"], plan: [10, 20], fact: [9.5, null] }, "money", "en").table).toEqual({ head: ["Period", "Plan", "Actual"], rows: [["Jul", "10", "9.5"], ["Aug", "20", "–"]] }));

const EMPTY = { periods: [], plan: [], fact: [], expected: [], ramped: [], ramping: [], target: [] };
test.each<[string, Account]>([
  ["funnel", funnelAccount([{ name: "Lead", count: null }], "count", "en")], ["planFact", planFactAccount(EMPTY, "money", "en")], ["burnUp", burnUpAccount(EMPTY, "money", "en")],
  ["bullets", bulletsAccount([], "en")], ["deviations", deviationsAccount([{ name: "x", deviation: NaN, better: "more" }], "rate", "en")], ["tornado", tornadoAccount(en.levers, null, "money", "en")], ["waterfall", waterfallAccount({ ...en.waterfall, causes: [] }, "money", "en")],
  ["capacity", capacityAccount(EMPTY, "money", "en")],
])("%s without data is a sentence and no table", (_, account) => {
  expect(account.table).toBeNull();
  expect(account.finding).toMatch(/^[A-Z].*\.$/);
});

describe("the funnel", () => {
  const stages = (...counts: readonly (number | null)[]) => counts.map((count, i) => ({ name: `s${i}`, count }));
  test("the biggest loss is the lowest conversion, the first of equal ones", () => expect([biggestLoss(stages(100, 50, 25)), biggestLoss(stages(1000, 500, 20, 10)), biggestLoss(stages(1, 2, 3))]).toEqual([0, 1, -1]));
  test("a conversion that is given is told, and not that of rounded counts", () => {
    const given = [{ name: "Lead", count: 1112, conversion: 0.4 }, { name: "Qualified", count: 445, conversion: 0.5 }, { name: "Won", count: 223, conversion: null }];
    expect(conversions(given)).toEqual([0.4, 0.5, null]);
    expect(funnelAccount(given, "count", "en").finding).toContain("Overall conversion 20%");
  });
  test("a conversion needs both counts and somebody who could be lost", () => expect(conversions(stages(0, 5, null, 2, 4))).toEqual([null, null, null, 2, null]));
  test.each<[readonly (number | null)[], string]>([
    [[5], "Only one stage has a count – s0: 5."], [[1, 2], "No losses between the stages. Overall conversion 200%."], [[0, 0], "No conversion can be counted: counts are missing or 0."],
  ])("%j: %s", (counts, finding) => expect(funnelAccount(stages(...counts), "count", "en").finding).toBe(finding));
});

test.each<[readonly (number | null)[], readonly (number | null)[], string]>([
  [[10, 10], [null, null], "Plan 20, no actual yet."],
  [[null, null], [3, null], "Actual to date is 3, without a plan for it."],
  [[10, 10], [10, null], "Actual to date is 100% of plan: 10 of 10."],
])("plan %j and fact %j: %s", (plan, fact, finding) => expect(planFactAccount({ periods: ["a", "b"], plan, fact }, "money", "en").finding).toBe(finding));

test("costs above plan are behind, sales above plan are not", () => {
  const data = { periods: ["a"], plan: [100], fact: [130] };
  expect([planFactAccount(data, "money", "en", { better: "less" }).standing, planFactAccount(data, "money", "en").standing]).toEqual(["poor", "good"]);
});
test("a falling goal is on plan where the fact is below the line", () => {
  const account = burnUpAccount(en.falling, "money", "en", { better: "less", baseline: 24_000 });
  expect([account.standing, account.finding]).toEqual(["good", "On plan: 20.6K, expected 21K (Mar)."]);
});
test.each([
  [[null, null], [5, 9], "Expected 9 by b, no actual yet."], [[4, null], [null, 9], "Actual 4 (a), nothing expected for it."],
])("fact %j against %j: %s", (fact, expected, finding) => expect(burnUpAccount({ periods: ["a", "b"], fact, expected }, "money", "en").finding).toBe(finding));

test("points by day: the line of what is expected goes through the days of the facts, the forecast starts from the latest", () =>
  expect(burnUpByDay({ expected: [{ day: 10, value: 0 }, { day: 20, value: 100 }], facts: [{ day: 12, value: 30 }, { day: 15, value: 40 }], forecast: { day: 20, value: 90 } }, (day) => `d${day}`)).toEqual({
    days: [10, 12, 15, 20], periods: ["d10", "d12", "d15", "d20"], expected: [0, 20, 50, 100], fact: [null, 30, 40, null], forecast: [null, null, 40, 90],
  }));
test("points by day: facts outside the path have nothing expected, and no fact has no forecast", () =>
  expect(burnUpByDay({ expected: [{ day: 10, value: 5 }], facts: [], forecast: { day: 20, value: 90 } }, String)).toMatchObject({ days: [10], forecast: [null] }));

describe("a bullet", () => {
  const goal = (given: Partial<BulletGoal>): BulletGoal => ({ name: "CAC", unit: "count", fact: 50, target: 100, aim: { better: "more" }, ...given });
  test.each<[string, BulletGoal, string]>([
    ["against the target", goal({}), "CAC: behind. Actual 50, plan 100."],
    ["against what is expected by now", goal({ expected: 50 }), "CAC: on plan. Actual 50, plan 100."],
    ["a limit", goal({ aim: { better: "less" } }), "CAC: on plan. Actual 50, plan 100."],
    ["a band", goal({ unit: "days", aim: { better: "within", upper: 120 } }), "CAC: behind. Actual 50 days, plan 100 to 120 days."],
    ["a status known better", goal({ standing: "good" }), "CAC: on plan. Actual 50, plan 100."],
    ["without a fact", goal({ fact: null }), "CAC: no data. Actual no data, plan 100."],
  ])("%s", (_, given, sentence) => expect(plain(bulletSentence(given, "en"))).toBe(sentence));
  test.each<[BulletGoal["aim"], readonly string[]]>([
    [{ better: "more" }, ["poor", "fair", "good"]], [{ better: "less" }, ["good", "fair", "poor"]], [{ better: "within", upper: 120 }, ["poor", "good", "poor"]],
  ])("zones of %j lie side by side over the whole scale: %j", (aim, order) => {
    const { zones } = bulletZones(goal({ aim }));
    expect(zones.map(({ standing }) => standing)).toEqual(order);
    expect([zones[0]?.from, zones[zones.length - 1]?.to]).toEqual([0, 100]);
    zones.slice(1).forEach(({ from }, i) => expect(from).toBe(zones[i]?.to));
  });
  test("all goals on plan are good", () => expect(bulletsAccount([goal({ fact: 100 }), goal({ fact: null })], "en")).toMatchObject({ finding: "All goals with data are on plan: 1 of 1.", standing: "good" }));
});

test.each<[number | null, "more" | "less" | "within", boolean | null]>([
  [0.1, "more", true], [-0.1, "more", false], [0.1, "less", false], [-0.1, "less", true], [0.1, "within", false], [-0.1, "within", false], [0, "less", null], [null, "more", null],
])("a deviation of %d where %s is better: %s", (deviation, better, good) => expect(isBetter({ name: "x", deviation, better })).toBe(good));
test("the table of deviations has signs", () => expect(deviationsAccount(en.deviations, "rate", "en").table?.rows.slice(0, 2)).toEqual([["New customers", "+6.7%", "better"], ["Revenue", "−11.9%", "worse"]]));
test("nothing worse than plan is good", () => expect(deviationsAccount([{ name: "x", deviation: -0.1, better: "less" }], "rate", "ru")).toMatchObject({ finding: "Хуже плана нет ничего: 0 из 1.", standing: "good" }));

describe("from plan to fact by cause", () => {
  const cause = (name: string, effect: number) => ({ name, plan: 1, fact: 2.345, unit: "count", effect }) as const;
  test.each<[fact: number, effects: readonly number[], finding: string, standing: string]>([
    [70, [-50, 20], "Sales: 30 below the plan to date. Main cause: a, −50.", "poor"], [90, [10, -20], "Sales: 10 below the plan to date. Main cause: b, −20.", "fair"], [99, [0, -1], "Sales: 1 below the plan to date. Main cause: b, −1.", "fair"],
    [130, [-20, 50], "Sales: 30 above the plan to date. Main cause: b, +50.", "good"], [100, [-20, 20], "Sales: as planned to date.", "good"],
  ])("fact %p of 100 by effects of %j: %s", (fact, effects, finding, standing) =>
    expect(waterfallAccount({ name: "Sales", plan: 100, fact, causes: effects.map((effect, i) => cause("AB"[i]!, effect)) }, "money", "en")).toMatchObject({ finding, standing }));
  test("its table tells plan, fact and effect of each, and the gap they add up to", () =>
    expect(waterfallAccount({ name: "Sales", plan: 100, fact: 70, causes: [cause("Volume", -50), cause("Deal size", 20)] }, "money", "en").table).toEqual({
      head: ["Cause", "Expected by now", "Actual", "Effect"], rows: [["Volume", "1", "2.3", "−50"], ["Deal size", "1", "2.3", "+20"], ["Sales", "100", "70", "−30"]],
    }));
  test.each<[string, Partial<Waterfall>]>([["plan", { plan: null }], ["fact", { fact: NaN }]])("without a %s there is nothing to split", (_, lack) =>
    expect(waterfallAccount({ ...en.waterfall, ...lack }, "money", "ru")).toEqual({ finding: "Разложить отклонение от плана по причинам пока нельзя.", standing: null, table: null }));
});

test("where nothing can be split, the reason stands in place of the picture; hidden characters in names are shown", () =>
  expect(waterfallAccount({ ...en.waterfall, causes: [], why: "G-004 a\u202etxt: no fact yet." }, "money", "en")).toEqual({ finding: "G-004 a[U+202E]txt: no fact yet.", standing: null, table: null }));

test("levers are ranked by their swing; one without a result is left out", () =>
  expect(ranked([{ name: "a", low: 9, high: 11 }, { name: "b", low: null, high: 5 }, { name: "c", low: 14, high: 6 }]).map(({ name }) => name)).toEqual(["c", "a"]));
test("levers without an effect", () => expect(tornadoAccount([{ name: "a", low: 9, high: 9 }], 9, "money", "en").finding).toBe("No lever changes the result."));

test("capacity counts those who ramp, and noise is no gap", () => expect(capacityGaps({ periods: ["a", "b", "c"], ramped: [0.1, 3, null], ramping: [0.2, null, null], target: [0.3, 4, 1] })).toEqual([0, -1, null]));
test.each([
  [[5, 5], "Capacity covers the target in every period: 2 of 2."], [[null, null], "Capacity is 14, without a target for it."],
])("targets %j: %s", (target, finding) => expect(capacityAccount({ periods: ["a", "b"], ramped: [5, 6], ramping: [1, 2], target }, "money", "en").finding).toBe(finding));
