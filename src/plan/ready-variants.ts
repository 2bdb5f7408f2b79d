/**
 * Kinds of sales that the ready-made plan can be of: only numbers and metrics differ (guide to the plan, 8.6). The numbers of each are
 * consistent inside themselves, with whole deals and whole leads.
 */
import type { MetricKey } from "./metrics";
import { READY_EXAMPLE, READY_STAGES, READY_WORDS, type GoalName, type ReadyStage } from "./ready-texts";
import type { Words } from "./words";

export type Variant = {
  readonly words: Words;
  /** Of the example: revenue of `months` months, average deal, share of the revenue that existing customers bring. */
  readonly target: number;
  readonly deal: number;
  readonly repeat: number;
  readonly months: 3 | 12;
  readonly managers: number;
  /** Price of a lead, as a share of the average deal. */
  readonly leadPrice: number;
  /** Prices and salaries, as a multiple of those of the texts. */
  readonly prices: number;
  readonly stages: readonly ReadyStage[];
  /** Goals that are called or measured otherwise than in the texts. */
  readonly goals: Readonly<Partial<Record<GoalName, { readonly words: Words; readonly metric: MetricKey }>>>;
  /** Share of customers that may be lost in a month. */
  readonly churn: number;
  /** A customer pays each month a twelfth of the deal, and so much of it is left: then the plan can tell when the customer has paid back. */
  readonly margin: number | null;
};

const words = (en: string, ru: string): Words => ({ en, ru });
const stages = (rates: readonly (readonly [rate: number, days: number])[], names: readonly Words[] = READY_STAGES.map((stage) => stage.words)): readonly ReadyStage[] =>
  names.map((name, i): ReadyStage => ({ words: name, conversion: rates[i]?.[0] ?? null, best: rates[i] ? Number((rates[i][0] + 0.05).toFixed(2)) : null, lagDays: rates[i]?.[1] ?? null }));

/** The first is the example of the guide. */
export const VARIANTS = {
  short: {
    words: words("B2B, short deals", "B2B, короткие сделки"), ...READY_EXAMPLE, months: 3, managers: 6, leadPrice: 0.01, prices: 1, stages: READY_STAGES, goals: {}, churn: 0.03, margin: null,
  },
  long: {
    words: words("B2B, long deals", "B2B, длинные сделки"), target: 250_000_000, deal: 2_500_000, repeat: 0.2, months: 12, managers: 8, leadPrice: 0.005, prices: 2,
    stages: stages([[0.4, 20], [0.5, 40], [0.2, 60]]), goals: {}, churn: 0.01, margin: null,
  },
  subscription: {
    words: words("Subscription", "Подписка"), target: 9_000_000, deal: 60_000, repeat: 0.6, months: 3, managers: 5, leadPrice: 0.025, prices: 1, stages: stages([[0.5, 2], [0.5, 5], [0.4, 14]]),
    goals: {
      volume: { words: words("Subscription revenue", "Выручка по подписке"), metric: "revenue" },
      deal: { words: words("Average subscription a year", "Средняя подписка за год"), metric: "deal" },
      share: { words: words("Payback period, months", "Срок окупаемости, месяцев"), metric: "payback" },
    },
    churn: 0.02, margin: 0.8,
  },
  retail: {
    words: words("Retail", "Розница"), target: 9_000_000, deal: 3_000, repeat: 0.4, months: 3, managers: 5, leadPrice: 0.015, prices: 0.6,
    stages: stages([[0.5, 0], [0.6, 0], [0.6, 0]], [words("Visitor", "Посетитель"), words("Consultation", "Консультация"), words("Basket", "Корзина"), READY_WORDS.won]),
    goals: {
      conversion: { words: words("Overall conversion, visitor to purchase", "Сквозная конверсия из посетителя в покупку"), metric: "conversion" },
      deal: { words: words("Average receipt", "Средний чек покупки"), metric: "deal" },
      cycle: { words: words("Repeat sales", "Повторные продажи"), metric: "repeat" },
    },
    churn: 0.05, margin: null,
  },
} as const satisfies Record<string, Variant>;
export type VariantName = keyof typeof VARIANTS;

export const variantOf = (name: VariantName = "short"): Variant => VARIANTS[name];
