/** The ready-made plan of the guide, in both languages: it must be consistent inside itself. */
import { serialOfDay } from "../../src/core/calendar";
import { AREAS, KINDS } from "../../src/plan/codes";
import { changeAll } from "../../src/plan/change";
import { WEEKDAYS } from "../../src/core/time-share";
import { backwardInputs, givenOf, realityOf } from "../../src/plan/backward-of-plan";
import { backwardPlan } from "../../src/plan/backward-plan";
import { realityChecks } from "../../src/plan/checks";
import { isMetric, METRICS, metricOf, type MetricKey } from "../../src/plan/metrics";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { cycleKey, givenSettings, readyPlan, readySummary, type ReadyInputs } from "../../src/plan/ready-plan";
import { READY_EXAMPLE } from "../../src/plan/ready-texts";
import { VARIANTS, type VariantName } from "../../src/plan/ready-variants";
import type { Language } from "../../src/plan/words";

const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date)!;
const Q3: ReadyInputs = { from: day(2026, 7, 1), to: day(2026, 9, 30), ...READY_EXAMPLE, currency: "RUB" };
const TODAY = day(2026, 6, 1);

function ready(inputs: ReadyInputs = Q3, language: Language = "en", today = TODAY): Plan {
  let made = 0;
  return changeAll(emptyPlan(language), readyPlan(inputs, language, () => `me-${(made += 1)}`, today));
}

describe.each(["en", "ru"] as const)("the ready-made plan (%s)", (language) => {
  const { rows } = ready(Q3, language);

  test("has 11 goals, 20 tasks in all 7 areas, 12 resources of all 8 kinds, 4 stages", () => {
    expect([rows.goals.length, rows.tasks.length, rows.resources.length, rows.funnel.length, rows.cycles.length]).toEqual([11, 20, 12, 4, 1]);
    expect(new Set(rows.tasks.map(({ fields }) => fields.area))).toEqual(new Set(AREAS.map(({ code }) => code)));
    expect(new Set(rows.resources.map(({ fields }) => fields.kind))).toEqual(new Set(KINDS.map(({ code }) => code)));
  });

  test("its resources come to 4 178 000 and stay inside the budget goal of 4 200 000", () => {
    expect(rows.resources.reduce((total, { fields }) => total + fields.qty_plan! * fields.price!, 0)).toBe(4_178_000);
    expect(rows.goals[9]!.fields.target).toBe(4_200_000);
  });

  test("the lead budget is leads times the price of a lead in the funnel", () => {
    const lead = rows.resources.find(({ fields }) => fields.kind === "financial" && fields.qty_plan === 1000)!;
    expect(lead.fields.price).toBe(1500);
    expect(rows.funnel[0]!.fields.cost).toBe(1500);
  });

  test("base, target and weight of each goal are those of the guide", () => {
    expect(rows.goals.map(({ fields }) => [fields.type, fields.accumulate, fields.baseline, fields.target, fields.weight])).toEqual([
      ["increase", "sum", 0, 12_000_000, 3], ["increase", "sum", 0, 60, 2], ["increase", "ratio of sums", 0.05, 0.06, 2], ["increase", "ratio of sums", 140_000, 150_000, 1],
      ["decrease", "ratio of sums", 70_000, 60_000, 1], ["decrease", "average", 42, 35, 1], ["keep ≤", "last value", null, 0.03, 1], ["increase", "last value", 0.08, 0.09, 1],
      ["keep ≥", "last value", null, 50, 1], ["keep ≤", "sum", null, 4_200_000, 1], ["milestone", "last value", null, 1, 1],
    ]);
    expect(rows.goals[10]!.fields.end).toBe(day(2026, 7, 31));
  });

  test("every goal has a task, every task names a goal that is there", () => {
    const labels = rows.goals.map(({ label }) => label);
    const named = rows.tasks.map(({ fields }) => fields.goal!.slice(0, 5));
    expect(named.filter((label) => !labels.includes(label))).toEqual([]);
    expect(labels.filter((label) => !named.includes(label))).toEqual([]);
  });

  test("nothing in it is odd, and no text is left in the other language", () => {
    for (const table of Object.values(rows)) for (const row of table) expect(row.odd).toEqual({});
    const texts = [...rows.tasks.map(({ fields }) => fields.action!), ...rows.goals.map(({ fields }) => fields.metric ?? fields.name!)];
    expect(texts.every((text) => /[а-я]/i.test(text) === (language === "ru"))).toBe(true);
  });

  test("its metrics are those that the form of a goal offers", () => {
    expect(rows.goals.slice(0, 10).map(({ fields }) => metricOf(fields.metric!)?.words[language] ?? null)).toEqual(rows.goals.slice(0, 10).map(({ fields }) => fields.metric));
  });

  test("the quotas of the team cover the target, and not by more than 130 %", () => {
    const quotas = rows.team.reduce((total, { fields }) => total + fields.quota! * 3, 0);
    expect(quotas).toBeGreaterThanOrEqual(12_000_000 - 1e-6);
    expect(quotas).toBeLessThanOrEqual(1.3 * 12_000_000);
  });
});

test("the live line: 60 deals from 1000 leads between 27 May and 26 August, 6 managers, 1 500 000 for leads", () => {
  const { plan, managers, newcomers, leadBudget } = readySummary(Q3, TODAY);
  expect([plan.newRevenue, plan.deals, plan.leads, managers, newcomers, leadBudget]).toEqual([9_000_000, 60, 1000, 6, 2, 1_500_000]);
  expect(plan.window).toEqual([day(2026, 5, 27), day(2026, 8, 26)]);
});

test.each([
  ["a year", day(2026, 1, 1), day(2026, 12, 31), "2026"],
  ["a quarter", day(2026, 10, 1), day(2026, 12, 31), "2026-Q4"],
  ["a month", day(2026, 7, 1), day(2026, 7, 31), "2026-07"],
  ["three months that are no quarter", day(2026, 2, 1), day(2026, 4, 30), "2026-02-01"],
  ["a part of a month", day(2026, 7, 6), day(2026, 7, 31), "2026-07-06"],
])("the key of a cycle of %s", (_, from, to, key) => expect(cycleKey(from, to)).toBe(key));

test.each([
  ["dollars", { target: 500_000, deal: 5_000, repeat: 0 }],
  ["one big deal", { target: 1e9, deal: 4e8, repeat: 0.5 }],
  ["a shop", { target: 30_000, deal: 12.5, repeat: 0.9 }],
])("other numbers are as consistent: %s", (_, numbers) => {
  const { goals, resources } = ready({ ...Q3, ...numbers }).rows;
  const cost = resources.reduce((total, { fields }) => total + fields.qty_plan! * fields.price!, 0);
  const budget = goals[9]!.fields.target!;
  expect(budget).toBeGreaterThanOrEqual(cost - 1e-6);
  expect(budget).toBeLessThanOrEqual(cost * 1.11);
  for (const { fields } of goals) {
    if (fields.type === "increase") expect(fields.baseline!).toBeLessThan(fields.target!);
    if (fields.type === "decrease") expect(fields.baseline!).toBeGreaterThan(fields.target!);
  }
});

test.each([day(2026, 6, 1), day(2026, 7, 1), day(2026, 8, 15), day(2026, 9, 29), day(2026, 12, 1)])("made on day %d, nothing in it is overdue unless the period is over", (today) => {
  const { rows } = ready(Q3, "en", today);
  const dates = [...rows.tasks.flatMap(({ fields }) => [fields.start!, fields.due!]), ...rows.resources.map(({ fields }) => fields.start!)];
  expect(Math.min(...dates)).toBeGreaterThanOrEqual(Math.max(Q3.from, Math.min(today, Q3.to)));
  expect(Math.max(...dates)).toBeLessThanOrEqual(Q3.to);
});

/** Period, today, revenue, share and deal of the example; then what it must come to. */
const VARIANT_CASES = [
  ["short", { from: day(2026, 7, 1), to: day(2026, 9, 30) }, { deals: 60, leads: 1000, managers: 6, newcomers: 2, leadPrice: 1500, lag: 35, cost: 4_178_000, budget: 4_200_000, cac: 60_000 }],
  ["long", { from: day(2027, 1, 1), to: day(2027, 12, 31) }, { deals: 80, leads: 2000, managers: 8, newcomers: 3, leadPrice: 12_500, lag: 120, cost: 52_528_000, budget: 53_000_000, cac: 598_000 }],
  ["subscription", { from: day(2026, 7, 1), to: day(2026, 9, 30) }, { deals: 60, leads: 600, managers: 5, newcomers: 2, leadPrice: 1500, lag: 21, cost: 3_222_000, budget: 3_300_000, cac: 45_000 }],
  ["retail", { from: day(2026, 7, 1), to: day(2026, 9, 30) }, { deals: 1800, leads: 10_000, managers: 5, newcomers: 2, leadPrice: 45, lag: 0, cost: 1_843_200, budget: 1_900_000, cac: 850 }],
] as const;

describe.each(VARIANT_CASES)("the plan for the kind of sales “%s”", (variant, span, expected) => {
  const { target, deal, repeat } = VARIANTS[variant];
  const inputs: ReadyInputs = { ...span, target, deal, repeat, currency: "RUB", variant };
  const today = span.from - 200;

  test("comes to whole deals and leads, and to these people and sums", () => {
    const { plan, managers, newcomers, leadPrice, leadBudget } = readySummary(inputs, today);
    const { deals, leads } = backwardPlan({ ...span, target, booked: 0, repeat: target * repeat, pipeline: 0, deal, stages: VARIANTS[variant].stages.map((stage) => ({ ...stage, name: stage.words.en, cost: null })), rounding: "none", by: "calendar", workDays: WEEKDAYS, today });
    expect([Number(deals.toPrecision(12)), Number(leads.toPrecision(12))]).toEqual([expected.deals, expected.leads]);
    expect([plan.deals, plan.leads, managers, newcomers, leadPrice, plan.lagDays]).toEqual([expected.deals, expected.leads, expected.managers, expected.newcomers, expected.leadPrice, expected.lag]);
    expect(leadBudget).toBe(expected.leads * expected.leadPrice);
  });

  test.each(["en", "ru"] as const)("closes in both languages: the pane comes to the same numbers, the resources stay inside the budget (%s)", (language) => {
    let made = 0;
    const next = () => `me-${(made += 1)}`;
    const plan = changeAll(emptyPlan(language), [...readyPlan(inputs, language, next, today), ...givenSettings(inputs, next)]);
    const cycle = plan.rows.cycles[0]!;
    const given = givenOf(plan, cycle);
    const worked = realityOf(plan, cycle, backwardInputs(plan, cycle, given, today)!, given);
    expect([worked.plan.deals, worked.plan.leads, worked.plan.budget]).toEqual([expected.deals, expected.leads, expected.leads * expected.leadPrice]);
    const failed = realityChecks(worked.reality).filter(({ ok }) => ok === false).map(({ id }) => id);
    expect(failed).toEqual([]);
    const { goals, resources } = plan.rows;
    expect(resources.reduce((total, { fields }) => total + fields.qty_plan! * fields.price!, 0)).toBeCloseTo(expected.cost, 4);
    const byMetric = (metric: MetricKey) => goals.find(({ fields }) => isMetric(fields.metric, METRICS[metric]))?.fields;
    expect([byMetric("budget")?.target, byMetric("cac")?.target, byMetric("revenue")?.target, byMetric("customers")?.target, byMetric("deal")?.target]).toEqual([expected.budget, expected.cac, target, expected.deals, deal]);
    expect(goals.every(({ fields }) => fields.type !== "increase" || fields.baseline! < fields.target!)).toBe(true);
    expect(goals.every(({ fields }) => fields.type !== "decrease" || fields.baseline! > fields.target!)).toBe(true);
    const labels = goals.map(({ label, fields }) => `${label} ${fields.name}`);
    expect(plan.rows.tasks.map(({ fields }) => fields.goal!).filter((goal) => !labels.includes(goal))).toEqual([]);
    expect([...goals, ...plan.rows.funnel].flatMap(({ fields }) => ("stage" in fields ? [fields.stage!] : [fields.metric ?? fields.name!])).filter((text) => /[а-я]/i.test(text) !== (language === "ru") && !/^(?:CAC|NPS)/.test(text))).toEqual([]);
  });
});

test("a subscription pays back in the months that the pane calculates; a shop counts repeat sales in place of a sales cycle", () => {
  const of = (variant: VariantName) => {
    const { target, deal, repeat } = VARIANTS[variant];
    return ready({ ...Q3, target, deal, repeat, variant }).rows.goals;
  };
  const payback = of("subscription").find(({ fields }) => isMetric(fields.metric, METRICS.payback))!.fields;
  expect([payback.unit, payback.baseline, payback.target]).toEqual(["months", 13.1, 11.3]);
  const again = of("retail").find(({ fields }) => isMetric(fields.metric, METRICS.repeat))!.fields;
  expect([again.unit, again.baseline, again.target]).toEqual(["money", 0, 3_600_000]);
});

test("what is paid each month grows with the period: a year costs four quarters of salaries", () => {
  const salary = (inputs: ReadyInputs) => ready(inputs).rows.resources[0]!.fields.price;
  expect([salary(Q3), salary({ ...Q3, from: day(2026, 1, 1), to: day(2026, 12, 31) }), salary({ ...Q3, from: day(2026, 7, 1), to: day(2026, 7, 31) })]).toEqual([300_000, 1_200_000, 100_000]);
});
