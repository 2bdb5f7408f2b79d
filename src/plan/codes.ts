/** The lists of the plan: codes are stored, labels are shown; both languages are understood, mixed in one column. */
import { CODE_WORDS, entriesOf, STATUS_WORDS, type CodeIn } from "./code-words";
import type { Code } from "./schema";

const code = <const C extends string>(code: C, en: string, ru: string, ...also: readonly string[]): Code<C> => ({ code, words: { en, ru }, ...(also.length > 0 && { also }) });
/** Lists that functions read too stand in code-words.ts. */
const listOf = <const S extends string>(words: S): readonly [Code<CodeIn<S>>, ...Code<CodeIn<S>>[]] =>
  entriesOf(words).map(([each, en, ru, ...also]) => ({ code: each as CodeIn<S>, words: { en: en!, ru: ru! }, ...(also.length > 0 && { also }) })) as [Code<CodeIn<S>>, ...Code<CodeIn<S>>[]];

export const PHASES = [
  code("plan", "Planning", "Планирование"), code("organize", "Organizing", "Организация"), code("lead", "Leading", "Руководство"),
  code("control", "Controlling", "Контроль"), code("closed", "Closed", "Закрыт"),
] as const;
export const CADENCES = [code("day", "Day", "День"), code("week", "Week", "Неделя"), code("2 weeks", "2 weeks", "2 недели"), code("month", "Month", "Месяц"), code("quarter", "Quarter", "Квартал")] as const;
export const PACE_BY = listOf(CODE_WORDS.paceBy);
export const CYCLE_STATUSES = [code("draft", "Draft", "Черновик"), code("active", "Active", "Идёт"), code("closed", "Closed", "Закрыт"), code("archived", "Archived", "В архиве")] as const;

export const GOAL_TYPES = listOf(CODE_WORDS.type);
export const GOAL_GROUPS = [
  code("sales volume", "Sales volume", "Объём продаж"), code("market share", "Market share", "Доля рынка"), code("new customers", "New customers", "Новые клиенты"),
  code("retention", "Retention", "Удержание"), code("other", "Other", "Другое"),
] as const;
export const UNITS = [
  code("money", "Money", "Деньги"), code("pcs", "Pcs", "Шт."), code("%", "%", "%"), code("days", "Days", "Дни"), code("months", "Months", "Месяцы"), code("points", "Points", "Баллы"),
  code("yes/no", "Yes/no", "Да/нет"),
] as const;
export const ACCUMULATES = listOf(CODE_WORDS.accumulates);
export const PATHS = listOf(CODE_WORDS.path);
/** Typed by a person into the Status of a goal; all other words there are calculated. */
export const CANCELLED = listOf(CODE_WORDS.cancelled);

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

export const MEANINGS = listOf(CODE_WORDS.valueIs);

export const CAUSE_KINDS = [...KINDS, code("plan", "The plan", "План"), code("market", "The market", "Рынок")] as const;
export const VERDICTS = [code("worked", "Worked", "Помогло"), code("partly", "Partly", "Частично"), code("did not work", "Did not work", "Не помогло"), code("too early", "Too early", "Рано судить")] as const;
export const DECISIONS = [code("standard", "Make standard", "Закрепить"), code("repeat", "Repeat", "Повторить"), code("another", "Try another", "Попробовать другое"), code("drop", "Drop", "Отказаться")] as const;
export const ACTION_STATUSES = [code("open", "Open", "Открыта"), code("in progress", "In progress", "В работе"), code("done", "Done", "Выполнена"), code("verified", "Verified", "Проверена")] as const;

export const RATE_SOURCES = [code("typed", "Typed", "Введено"), code("formula", "Formula", "Формула")] as const;
export const QUOTA_PERIODS = [code("month", "Month", "Месяц"), code("quarter", "Quarter", "Квартал"), code("year", "Year", "Год")] as const;
export const DAY_KINDS = listOf(CODE_WORDS.dayKind);

/** What GOAL_STATUS and GOAL_VALUE say; the grey Status column says it too. */
export const GOAL_STATUSES = (Object.keys(STATUS_WORDS) as GoalStatus[]).map((each): Code<GoalStatus> => ({ code: each, words: STATUS_WORDS[each] }));
export type GoalStatus = keyof typeof STATUS_WORDS;
