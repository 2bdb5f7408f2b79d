/** Metrics that are known: what a goal for them is usually measured in, and how it accumulates. */
import { nameKey } from "../../../core/order";
import type { Words } from "../../../plan/words";

type Metric = { readonly words: Words; readonly unit: string; readonly accumulate: string; readonly type: string };
const metric = (en: string, ru: string, unit: string, accumulate: string, type = "increase"): Metric => ({ words: { en, ru }, unit, accumulate, type });

export const METRICS: readonly Metric[] = [
  metric("Revenue", "Выручка", "money", "sum"), metric("New customers", "Новые клиенты", "pcs", "sum"), metric("Deals won", "Успешные сделки", "pcs", "sum"), metric("Leads", "Лиды", "pcs", "sum"),
  metric("Conversion", "Конверсия", "%", "ratio of sums"), metric("Average deal", "Средний чек", "money", "ratio of sums"), metric("CAC", "Стоимость привлечения клиента", "money", "ratio of sums", "decrease"),
  metric("CPL", "Стоимость лида", "money", "ratio of sums", "decrease"), metric("Sales cycle", "Цикл сделки", "days", "average", "decrease"), metric("Stage time", "Время на этапе", "days", "average", "decrease"),
  metric("Payback period", "Срок окупаемости", "months", "ratio of sums", "decrease"), metric("Churn rate", "Отток клиентов", "%", "last value", "keep ≤"),
  metric("Retention rate", "Удержание клиентов", "%", "last value", "keep ≥"), metric("Market share", "Доля рынка", "%", "last value"), metric("NPS", "Индекс лояльности (NPS)", "points", "last value", "keep ≥"),
  metric("Win rate", "Доля выигранных сделок", "%", "ratio of sums"), metric("Gross margin", "Маржинальность", "%", "ratio of sums"), metric("Repeat sales", "Повторные продажи", "money", "sum"),
  metric("Receivables", "Дебиторская задолженность", "money", "last value", "keep ≤"), metric("Budget", "Бюджет", "money", "sum", "keep ≤"),
];

/** The metric of that name in either language. */
export function metricOf(name: string): Metric | undefined {
  const key = nameKey(name);
  return METRICS.find(({ words }) => nameKey(words.en) === key || nameKey(words.ru) === key);
}
