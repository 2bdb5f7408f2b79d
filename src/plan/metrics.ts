/** Metrics that are known: what a goal for them is usually measured in, and how it accumulates. */
import { nameKey } from "../core/order";
import type { Words } from "./words";

export type Metric = { readonly words: Words; readonly unit: string; readonly accumulate: string; readonly type: string };
const metric = (en: string, ru: string, unit: string, accumulate: string, type = "increase"): Metric => ({ words: { en, ru }, unit, accumulate, type });

export const METRICS = {
  revenue: metric("Revenue", "Выручка", "money", "sum"), profit: metric("Profit", "Прибыль", "money", "sum"), customers: metric("New customers", "Новые клиенты", "pcs", "sum"), won: metric("Deals won", "Успешные сделки", "pcs", "sum"), leads: metric("Leads", "Лиды", "pcs", "sum"),
  conversion: metric("Conversion", "Конверсия", "%", "ratio of sums"), deal: metric("Average deal", "Средний чек", "money", "ratio of sums"), cac: metric("CAC", "Стоимость привлечения клиента", "money", "ratio of sums", "decrease"),
  cpl: metric("CPL", "Стоимость лида", "money", "ratio of sums", "decrease"), cycle: metric("Sales cycle", "Цикл сделки", "days", "average", "decrease"), dropOut: metric("Stage drop-out", "Потери на этапе", "%", "ratio of sums", "decrease"), stageTime: metric("Stage time", "Время на этапе", "days", "average", "decrease"),
  payback: metric("Payback period", "Срок окупаемости", "months", "ratio of sums", "decrease"), churn: metric("Churn rate", "Отток клиентов", "%", "last value", "keep ≤"),
  retention: metric("Retention rate", "Удержание клиентов", "%", "last value", "keep ≥"), share: metric("Market share", "Доля рынка", "%", "last value"), nps: metric("NPS", "Индекс лояльности (NPS)", "points", "last value", "keep ≥"),
  winRate: metric("Win rate", "Доля выигранных сделок", "%", "ratio of sums"), margin: metric("Gross margin", "Маржинальность", "%", "ratio of sums"), repeat: metric("Repeat sales", "Повторные продажи", "money", "sum"),
  receivables: metric("Receivables", "Дебиторская задолженность", "money", "last value", "keep ≤"), budget: metric("Budget", "Бюджет", "money", "sum", "keep ≤"),
} as const;

export type MetricKey = keyof typeof METRICS;

/**
 * How a number accumulates that nobody said it of: a share is taken as total to total, and days, points, and what is held at a level or comes down,
 * are what they were last. Money and pieces add up: sales that grow, or a limit of spending.
 */
export function usualAccumulation(type: string, unit: string): string {
  if (unit === "%") return "ratio of sums";
  const isLevel = type === "decrease" || type === "keep ≥" || type === "keep within" || unit === "days" || unit === "months" || unit === "points";
  return isLevel ? "last value" : "sum";
}

/** The metric of that name in either language. */
export function metricOf(name: string): Metric | undefined {
  return Object.values(METRICS).find((known) => isMetric(name, known));
}

export function isMetric(name: string | null, { words }: Metric): boolean {
  const key = nameKey(name ?? "");
  return nameKey(words.en) === key || nameKey(words.ru) === key;
}
