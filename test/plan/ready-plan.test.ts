/** The ready-made plan of the guide, in both languages: it must be consistent inside itself. */
import { serialOfDay } from "../../src/core/calendar";
import { AREAS, KINDS } from "../../src/plan/codes";
import { changeAll } from "../../src/plan/change";
import { metricOf } from "../../src/plan/metrics";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { cycleKey, readyPlan, readySummary, type ReadyInputs } from "../../src/plan/ready-plan";
import { READY_EXAMPLE } from "../../src/plan/ready-texts";
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
