/** The lists of the plan: codes are stored, labels are shown; both languages are understood, mixed in one column. */
import type { Code } from "./schema";

const code = <const C extends string>(code: C, en: string, ru: string, ...also: readonly string[]): Code<C> => ({ code, words: { en, ru }, ...(also.length > 0 && { also }) });

export const PHASES = [
  code("plan", "Planning", "Планирование"), code("organize", "Organizing", "Организация"), code("lead", "Leading", "Руководство"),
  code("control", "Controlling", "Контроль"), code("closed", "Closed", "Закрыт"),
] as const;
export const CADENCES = [code("day", "Day", "День"), code("week", "Week", "Неделя"), code("2 weeks", "2 weeks", "2 недели"), code("month", "Month", "Месяц"), code("quarter", "Quarter", "Квартал")] as const;
export const PACE_BY = [code("calendar", "Calendar", "Календарные"), code("working", "Working days", "Рабочие дни", "Рабочие"), code("season", "Season", "Сезонность")] as const;
export const CYCLE_STATUSES = [code("draft", "Draft", "Черновик"), code("active", "Active", "Идёт"), code("closed", "Closed", "Закрыт"), code("archived", "Archived", "В архиве")] as const;

export const GOAL_TYPES = [
  code("increase", "Increase", "Увеличить"), code("decrease", "Decrease", "Снизить"), code("keep ≥", "Keep at least", "Не ниже", "keep >="),
  code("keep ≤", "Keep at most", "Не выше", "keep <="), code("keep within", "Keep within", "В пределах"), code("milestone", "Milestone", "Веха", "Milestone (yes/no)", "Веха (да/нет)"),
] as const;
export const GOAL_GROUPS = [
  code("sales volume", "Sales volume", "Объём продаж"), code("market share", "Market share", "Доля рынка"), code("new customers", "New customers", "Новые клиенты"),
  code("retention", "Retention", "Удержание"), code("other", "Other", "Другое"),
] as const;
export const UNITS = [
  code("money", "Money", "Деньги"), code("pcs", "Pcs", "Шт."), code("%", "%", "%"), code("days", "Days", "Дни"), code("months", "Months", "Месяцы"), code("points", "Points", "Баллы"),
  code("yes/no", "Yes/no", "Да/нет"),
] as const;
export const ACCUMULATES = [
  code("sum", "Sum", "Сумма"), code("last value", "Last", "Последнее", "Последнее значение"), code("average", "Average", "Среднее"),
  code("ratio of sums", "Ratio", "Отношение", "Отношение сумм"),
] as const;
export const PATHS = [
  code("linear", "Linear", "Равномерно"), code("season", "Season", "Сезонность"), code("from the start", "From the start", "С начала периода"), code("at the end", "At the end", "К концу периода"),
] as const;
/** Typed by a person into the Status of a goal; all other words there are calculated. */
export const CANCELLED = [code("cancelled", "Cancelled", "Отменена", "Canceled", "Отменено", "Отменён")] as const;

export const AREAS = [
  code("strategy_goals", "Strategic goals", "Стратегические цели"), code("budget_plan", "Budget and action plans", "Бюджет и планы действий"), code("hiring", "Hiring and training", "Подбор и обучение"),
  code("team", "Team management", "Управление командой"), code("sales_strategy", "Sales strategy", "Стратегия продаж"), code("coordination", "Coordination with other departments", "Координация с другими отделами"),
  code("analysis", "Analysis and reporting", "Анализ и отчётность"),
] as const;
export const TASK_STATUSES = [
  code("not started", "Not started", "Не начата"), code("in progress", "In progress", "В работе"), code("blocked", "Blocked", "Заблокирована"), code("done", "Done", "Выполнена"),
  code("cancelled", "Cancelled", "Отменена", "Canceled"),
] as const;
export const TASK_PHASES = PHASES.slice(0, 4) as readonly Code<"plan" | "organize" | "lead" | "control">[];
export const PRIORITIES = [code("high", "High", "Высокий"), code("normal", "Normal", "Обычный"), code("low", "Low", "Низкий")] as const;
export const REPEATS = [code("none", "None", "Нет"), code("day", "Day", "День"), code("week", "Week", "Неделя"), code("month", "Month", "Месяц")] as const;

export const KINDS = [
  code("human", "Human", "Человеческие", "Персонал"), code("financial", "Financial", "Финансовые"), code("technical", "Technical", "Технические"), code("info", "Informational", "Информационные"),
  code("marketing", "Marketing", "Маркетинговые"), code("feedback", "Feedback systems", "Системы обратной связи"), code("support", "Technical & methodological support", "Техническая и методическая поддержка"),
  code("interdept", "Interaction with other departments", "Взаимодействие с другими отделами"),
] as const;
export const RESOURCE_STATUSES = [
  code("needed", "Needed", "Нужен"), code("requested", "Requested", "Запрошен"), code("approved", "Approved", "Согласован"), code("available", "Available", "Доступен"),
  code("in use", "In use", "Используется"), code("refused", "Refused", "Отказ"),
] as const;

export const MEANINGS = [code("total to date", "Total to date", "Нарастающим итогом"), code("for this period only", "For the period", "За период", "Только за период")] as const;

export const CAUSE_KINDS = [...KINDS, code("plan", "The plan", "План"), code("market", "The market", "Рынок")] as const;
export const VERDICTS = [code("worked", "Worked", "Помогло"), code("partly", "Partly", "Частично"), code("did not work", "Did not work", "Не помогло"), code("too early", "Too early", "Рано судить")] as const;
export const DECISIONS = [code("standard", "Make standard", "Закрепить"), code("repeat", "Repeat", "Повторить"), code("another", "Try another", "Попробовать другое"), code("drop", "Drop", "Отказаться")] as const;
export const ACTION_STATUSES = [code("open", "Open", "Открыта"), code("in progress", "In progress", "В работе"), code("done", "Done", "Выполнена"), code("verified", "Verified", "Проверена")] as const;

export const RATE_SOURCES = [code("typed", "Typed", "Введено"), code("formula", "Formula", "Формула")] as const;
export const QUOTA_PERIODS = [code("month", "Month", "Месяц"), code("quarter", "Quarter", "Квартал"), code("year", "Year", "Год")] as const;
export const DAY_KINDS = [code("holiday", "Holiday", "Выходной", "Праздник"), code("work", "Extra work day", "Рабочий день")] as const;

/** What GOAL_STATUS and GOAL_VALUE say; the grey Status column says it too. */
export const GOAL_STATUSES = [
  code("notStarted", "not started", "не начата"), code("noData", "no data", "нет данных"), code("onPlan", "on plan", "по плану"), code("attention", "attention", "требует внимания"),
  code("behind", "behind", "отстаёт"), code("done", "done", "достигнута"), code("missed", "missed", "не достигнута"), code("cancelled", "cancelled", "отменена"),
] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number]["code"];
