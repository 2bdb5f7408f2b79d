/** The goals of the sample for the last quarter of 2026, one month into it, and their check-ins: what a head of sales would type. */
import { serialOfDay } from "../../../core/calendar";
import type { Language, Words } from "../../../catalogue/words";
import type { Scalar } from "../files/plain-book";
import { OWNER_NAMES } from "./names";

const day = (month: number, date: number): number => serialOfDay(2026, month, date) ?? 0;
const START = day(10, 1);
const DUE = day(12, 31);
const TODAY = day(10, 31);

const TYPES = {
  increase: { en: "Increase", ru: "Увеличить" }, decrease: { en: "Decrease", ru: "Снизить" }, atLeast: { en: "Keep at least", ru: "Не ниже" },
  atMost: { en: "Keep at most", ru: "Не выше" }, milestone: { en: "Milestone", ru: "Веха" },
} as const satisfies Record<string, Words>;
const ACCUMULATES = { sum: { en: "Sum", ru: "Сумма" }, last: { en: "Last value", ru: "Последнее значение" } } as const satisfies Record<string, Words>;

type Goal = {
  readonly words: Words;
  readonly type: keyof typeof TYPES;
  readonly baseline: number | null;
  readonly target: number;
  readonly accumulates: keyof typeof ACCUMULATES;
  readonly owner: number;
  readonly weight: number;
  readonly actual: number;
};

const GOALS: readonly Goal[] = [
  { words: { en: "Revenue", ru: "Выручка" }, type: "increase", baseline: 0, target: 6_600_000, accumulates: "sum", owner: 0, weight: 3, actual: 2_050_000 },
  { words: { en: "New customers", ru: "Новые клиенты" }, type: "increase", baseline: 0, target: 150, accumulates: "sum", owner: 1, weight: 2, actual: 41 },
  { words: { en: "Cost of a new customer", ru: "Стоимость нового клиента" }, type: "decrease", baseline: 9_000, target: 7_500, accumulates: "last", owner: 2, weight: 2, actual: 8_600 },
  { words: { en: "Win rate", ru: "Доля выигранных" }, type: "atLeast", baseline: null, target: 0.3, accumulates: "last", owner: 3, weight: 1, actual: 0.34 },
  { words: { en: "Marketing budget", ru: "Бюджет маркетинга" }, type: "atMost", baseline: null, target: 900_000, accumulates: "sum", owner: 4, weight: 1, actual: 310_000 },
  { words: { en: "New CRM in use", ru: "Новая CRM внедрена" }, type: "milestone", baseline: null, target: 1, accumulates: "last", owner: 5, weight: 1, actual: 0 },
];

const WORKING: Words = { en: "Working", ru: "Рабочие" };

export const goalRows = (language: Language): Scalar[][] =>
  GOALS.map(({ words, type, baseline, target, accumulates, owner, weight, actual }, i) => [
    goalId(i), words[language], TYPES[type][language], baseline, target, ACCUMULATES[accumulates][language], START, DUE, WORKING[language],
    OWNER_NAMES[owner]?.[language] ?? "", weight, actual, TODAY, null,
  ]);

const goalId = (index: number): string => `G-00${index + 1}`;

const VALUE_IS = { period: { en: "For this period only", ru: "Только за период" }, total: { en: "Total to date", ru: "Нарастающим итогом" } } as const satisfies Record<string, Words>;

const CHECKINS: readonly { readonly at: number; readonly goal: number; readonly value: number; readonly is: keyof typeof VALUE_IS; readonly confidence: number; readonly note: Words | null }[] = [
  { at: day(10, 9), goal: 0, value: 610_000, is: "total", confidence: 7, note: null },
  { at: day(10, 9), goal: 1, value: 12, is: "period", confidence: 7, note: null },
  { at: day(10, 16), goal: 1, value: 9, is: "period", confidence: 6, note: { en: "Fewer meetings", ru: "Меньше встреч" } },
  { at: day(10, 16), goal: 2, value: 8_900, is: "total", confidence: 5, note: null },
  { at: day(10, 23), goal: 0, value: 1_420_000, is: "total", confidence: 7, note: { en: "Two large deals slipped", ru: "Две крупные сделки сдвинулись" } },
  { at: day(10, 23), goal: 1, value: 11, is: "period", confidence: 6, note: null },
  { at: day(10, 30), goal: 1, value: 9, is: "period", confidence: 6, note: null },
  { at: day(10, 30), goal: 2, value: 8_600, is: "total", confidence: 5, note: { en: "Advertising paused", ru: "Реклама приостановлена" } },
];

export const checkinRows = (language: Language): Scalar[][] =>
  CHECKINS.map(({ at, goal, value, is, confidence, note }) => [at, goalId(goal), value, VALUE_IS[is][language], confidence, note && note[language]]);

const ROLES: readonly (readonly [Words, number, number, number, number])[] = [
  [{ en: "Senior", ru: "Старший менеджер" }, 2, 600_000, 0.95, 1],
  [{ en: "Manager", ru: "Менеджер" }, 3, 400_000, 0.85, 1],
  [{ en: "Newcomer", ru: "Новичок" }, 1, 400_000, 0.85, 0.5],
];

export const teamRows = (language: Language): Scalar[][] => ROLES.map(([words, ...numbers]) => [words[language], ...numbers]);
