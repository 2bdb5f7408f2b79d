/** Data of the gallery: a quarter of a department as it is, and what no department has. */
import type { Language } from "../../../src/catalogue/words";
import type { BulletGoal } from "../../../src/pane/charts/bullet";
import { burnUpByDay, type BurnUp } from "../../../src/pane/charts/burn-up";
import type { Capacity } from "../../../src/pane/charts/capacity";
import type { DeviationItem } from "../../../src/pane/charts/deviation";
import type { FunnelStage } from "../../../src/pane/charts/funnel";
import type { PlanFact } from "../../../src/pane/charts/plan-fact";
import type { Maybe } from "../../../src/pane/charts/scale";
import type { Waterfall } from "../../../src/pane/charts/waterfall";
import type { Lever } from "../../../src/pane/charts/tornado";

const MONTHS = { en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], ru: ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."] };
const NO = null;

export type Samples = {
  readonly stages: readonly FunnelStage[];
  readonly planFact: PlanFact;
  readonly burnUp: BurnUp;
  readonly byDay: BurnUp;
  readonly falling: BurnUp;
  readonly goals: readonly BulletGoal[];
  readonly deviations: readonly DeviationItem[];
  readonly levers: readonly Lever[];
  readonly waterfall: Waterfall;
  readonly capacity: Capacity;
};

export function samples(language: Language): Samples {
  const text = (en: string, ru: string): string => (language === "ru" ? ru : en);
  const names = {
    customers: text("New customers", "Новые клиенты"), revenue: text("Revenue", "Выручка"), cac: text("CAC", "Стоимость привлечения клиента (CAC)"),
    churn: text("Customer churn a month", "Отток клиентов за месяц"), nps: text("Customer satisfaction (NPS)", "Удовлетворённость клиентов (NPS)"), cycle: text("Sales cycle", "Цикл сделки"),
  };
  const months = MONTHS[language];
  const ten = text("10%", "10 %");
  return {
    stages: [
      { name: text("Lead", "Лид"), count: 1480 }, { name: text("Qualified lead", "Квалифицированный лид"), count: 910 }, { name: text("Meeting", "Встреча"), count: 520 },
      { name: text("Proposal", "Коммерческое предложение"), count: 170 }, { name: text("Won", "Успешная сделка"), count: 96 },
    ],
    planFact: {
      periods: months, plan: [2.1, 2.2, 2.6, 2.8, 2.5, 3, 2.4, 2.3, 3.1, 3.2, 3.4, 3.9].map((each) => each * 1e6),
      fact: [1.9, 2.3, 2.4, 2.9, 2.2, 2.7, 2.5, 1.1, NO, NO, NO, NO].map((each) => each && each * 1e6),
      forecast: [NO, NO, NO, NO, NO, NO, NO, 2.2, 2.9, 3, 3.2, 3.6].map((each) => each && each * 1e6),
    },
    burnUp: {
      periods: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((week) => text(`w${week}`, `н${week}`)),
      expected: [0.7, 1.4, 2.1, 2.9, 3.6, 4.4, 5.1, 5.9, 6.7, 7.5, 8.3, 9.2, 10].map((each) => each * 1e6),
      fact: [0.6, 1.5, 2.2, 2.9, 3.3, 3.9, 4.4, 5.2, NO, NO, NO, NO, NO].map((each) => each && each * 1e6),
    },
    byDay: burnUpByDay({
      expected: [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 91].map((day) => ({ day, value: day * 1.65 })),
      facts: [[0, 0], [9, 13], [17, 30], [31, 46], [38, 66], [47, 79]].map(([day = 0, value = 0]) => ({ day, value })), forecast: { day: 91, value: 153 },
    }, (day) => new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2026, 6, 1 + day)))),
    falling: { periods: months.slice(0, 6), expected: [23_000, 22_000, 21_000, 20_000, 19_000, 18_000], fact: [23_200, 22_100, 20_600, NO, NO, NO] },
    goals: [
      { name: names.revenue, unit: "money", fact: 5_200_000, target: 10_000_000, expected: 5_900_000, aim: { better: "more" } },
      { name: names.customers, unit: "count", fact: 96, target: 150, expected: 90, aim: { better: "more" } },
      { name: names.cac, unit: "money", fact: 21_400, target: 18_000, aim: { better: "less" } },
      { name: names.churn, unit: "rate", fact: 0.024, target: 0.03, aim: { better: "less" } },
      { name: names.nps, unit: "count", fact: 41, target: 50, aim: { better: "more" } },
      { name: names.cycle, unit: "days", fact: 33, target: 25, aim: { better: "within", upper: 35 } },
    ],
    deviations: [
      { name: names.customers, deviation: 0.067, better: "more" }, { name: names.revenue, deviation: -0.119, better: "more" }, { name: names.cac, deviation: 0.189, better: "less" },
      { name: names.churn, deviation: -0.2, better: "less" }, { name: names.nps, deviation: -0.18, better: "more" }, { name: names.cycle, deviation: 0, better: "within" },
    ],
    levers: [
      { name: text("Number of leads", "Количество лидов"), low: 9_000_000, high: 11_000_000, lowLabel: `−${ten}`, highLabel: `+${ten}` },
      { name: text("Conversion of meeting to proposal", "Конверсия встречи в предложение"), low: 8_470_000, high: 11_530_000, lowLabel: text("−5 pts", "−5 п. п."), highLabel: text("+5 pts", "+5 п. п.") },
      { name: text("Average deal size", "Средний чек"), low: 9_000_000, high: 11_000_000, lowLabel: `−${ten}`, highLabel: `+${ten}` },
      { name: text("Sales cycle", "Цикл сделки"), low: 10_400_000, high: 9_500_000, lowLabel: `−${ten}`, highLabel: `+${ten}` },
    ],
    waterfall: {
      name: names.revenue, plan: 5_900_000, fact: 5_200_000,
      causes: [
        { name: text("Volume", "Объём"), plan: 2360, fact: 2500, unit: "count", effect: 317_000 }, { name: text("Conversion", "Конверсия"), plan: 0.05, fact: 0.04, unit: "rate", effect: -1_240_000 },
        { name: text("Deal size", "Средний чек"), plan: 50_000, fact: 52_000, unit: "money", effect: 223_000 },
      ],
    },
    capacity: {
      periods: months.slice(6), ramped: [2.4, 2.4, 2.4, 2.8, 3.2, 3.6].map((each) => each * 1e6), ramping: [0, 0.2, 0.5, 0.5, 0.4, 0.3].map((each) => each * 1e6),
      target: [2.4, 2.3, 3.1, 3.2, 3.4, 3.9].map((each) => each * 1e6),
    },
  };
}

const LONG = "Коммерческое предложение для постоянных клиентов из других городов и стран ".repeat(5);
const HOSTILE = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "a\u202etxt.exe\u200b", "x".repeat(500), "\u0000\u0007{0} $&", "👨‍👩‍👧‍👦".repeat(60), "مبيعات ".repeat(40), "", LONG];
const many = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

type Series = { readonly periods: readonly string[]; readonly a: readonly Maybe[]; readonly b: readonly Maybe[]; readonly c: readonly Maybe[] };

export const EXTREME: { readonly stages: readonly (readonly FunnelStage[])[]; readonly periods: readonly Series[]; readonly goals: readonly BulletGoal[]; readonly deviations: readonly DeviationItem[]; readonly levers: readonly Lever[]; readonly waterfalls: readonly Waterfall[] } = {
  stages: [
    many(40).map((i) => ({ name: `Stage ${i + 1}`, count: 40_000 - i * 1000 })),
    HOSTILE.map((name, i) => ({ name, count: 10 ** (15 - i) })),
    [{ name: "one", count: 5 }],
    [{ name: "zero", count: 0 }, { name: "zero", count: 0 }, { name: "unknown", count: null }, { name: "more", count: 1e15 }, { name: "less than nothing", count: -5 }],
    [{ name: "huge", count: 1e308 }, { name: "tiny", count: 5e-324 }, { name: "infinite", count: Infinity }, { name: "none", count: NaN }],
  ],
  periods: [
    { periods: ["one"], a: [5], b: [3], c: [4] },
    { periods: ["zero", "zero"], a: [0, 0], b: [0, 0], c: [0, 0] },
    { periods: many(60).map(String), a: many(60), b: many(60).map((i) => (i % 3 ? i * 0.9 : null)), c: many(60).map((i) => 60 - i) },
    { periods: HOSTILE, a: HOSTILE.map((_, i) => (i % 2 ? -1e15 : 1e15)), b: HOSTILE.map((_, i) => (i % 2 ? 2e14 : -3e14)), c: HOSTILE.map(() => -1e9) },
    { periods: ["huge", "tiny"], a: [1e308, 1e308], b: [-1e308, 5e-324], c: [Infinity, NaN] },
    { periods: ["a", "b", "c"], a: [1e15, 1e15 + 1, 1e15 + 2], b: [1e15, null, null], c: [null, null, null] },
    { periods: ["short", "lists"], a: [], b: [4], c: [] },
  ],
  goals: [
    ...HOSTILE.map((name, i): BulletGoal => ({ name, unit: "money", fact: 10 ** (i * 2) * (i % 2 ? -1 : 1), target: 1e15, aim: { better: i % 2 ? "less" : "more" } })),
    { name: "zero", unit: "count", fact: 0, target: 0, aim: { better: "more" } },
    { name: "unknown", unit: "count", fact: null, target: null, aim: { better: "less" } },
    { name: "huge", unit: "rate", fact: 1e308, target: -1e308, aim: { better: "within" } },
    { name: "days", unit: "days", fact: 123_456_789.123, target: 0.001, expected: 5e-324, aim: { better: "less", baseline: -7 } },
  ],
  deviations: HOSTILE.map((name, i) => ({ name, deviation: [0, null, 1e15, -1e15, 1e-9, 0.5, -1e308, NaN, 3][i] ?? null, better: i % 2 ? "less" : "more" })),
  levers: HOSTILE.map((name, i) => ({ name, low: [0, null, 1e15, -1e15, 1e308, 1, 2, 3, 4][i] ?? null, high: [1, 2, 2e15, 1e15, -1e308, 1, 2, 5, 1e14][i] ?? null, lowLabel: name })),
  waterfalls: [
    ...HOSTILE.map((name, i): Waterfall => ({ name, plan: 1e15, fact: -(10 ** i), causes: [{ name: "Volume", plan: 1e15, fact: 5e-324, unit: "count", effect: -2e15 }, { name: "Deal size", plan: 1e308, fact: -1, unit: "money", effect: 1e15 - 10 ** i }] })),
    { name: "as planned", plan: 5, fact: 5, causes: [{ name: "Volume", plan: 1, fact: 1, unit: "count", effect: 0 }] },
    { name: "huge", plan: 1e308, fact: -1e308, causes: [{ name: "Volume", plan: null, fact: NaN, unit: "rate", effect: -1e308 }, { name: "Other", plan: 0, fact: 0, unit: "money", effect: -1e308 }] },
  ],
};
