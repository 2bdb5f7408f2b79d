/** The tables of the plan: which sheet, which columns, in both languages. Everything that reads or writes the sheets goes by this list. */
import * as codes from "./codes";
import { CHECKIN_HEADERS, GOAL_HEADERS, headersIn } from "./read-headers";
import type { CodeList, Column, ColumnKind, FieldsOf, TableDef } from "./schema";
import type { Language, Words } from "./words";

type Extra = Pick<Column, "also" | "required" | "shows">;
const col = <const F extends string, const K extends ColumnKind>(field: F, kind: K, en: string, ru: string, extra: Extra = {}): Column<F, K> => ({ field, kind, header: { en, ru }, ...extra });
const coded = <const F extends string, const C extends string>(field: F, list: CodeList<C>, en: string, ru: string, extra: Extra = {}) =>
  ({ field, kind: "code", codes: list, header: { en, ru }, ...extra }) satisfies Column as { readonly field: F; readonly kind: "code"; readonly codes: CodeList<C>; readonly header: Words };
const ref = <const F extends string>(field: F, to: string, en: string, ru: string, extra: Extra = {}): Column<F, "ref"> => ({ field, kind: "ref", to, header: { en, ru }, ...extra });

/** Columns whose headers functions read too: read-headers.ts. */
const headed = <T>(headers: string, extra: Extra, column: (en: string, ru: string, extra: Extra) => T): T => {
  const { en, ru, also } = headersIn(headers);
  return column(en, ru, { ...extra, ...(also.length > 0 && { also }) });
};
const read = <const F extends string, const K extends ColumnKind>(field: F, kind: K, headers: string, extra: Extra = {}) => headed(headers, extra, (en, ru, all) => col(field, kind, en, ru, all));
const readCoded = <const F extends string, const C extends string>(field: F, list: CodeList<C>, headers: string, extra: Extra = {}) => headed(headers, extra, (en, ru, all) => coded(field, list, en, ru, all));
const readRef = <const F extends string>(field: F, to: string, headers: string, extra: Extra = {}) => headed(headers, extra, (en, ru, all) => ref(field, to, en, ru, all));

const table = <const Cs extends readonly Column[]>(name: string, sheet: Words, one: Words, prefix: string | null, key: string | null, columns: Cs, machine: TableDef["machine"] = ["rev", "sum"], later: Pick<TableDef, "later"> = {}): TableDef<Cs> =>
  ({ name, sheet, one, prefix, digits: prefix === "K-" ? 4 : 3, key, columns, machine, ...later });
const must = { required: true } as const;
/** Of the second table on a sheet. */
const SECOND = ["rev 2", "sum 2"] as const;

export const TABLES = {
  cycles: table("PLAN_CYCLES", { en: "Cycles", ru: "Циклы" }, { en: "Cycle", ru: "Цикл" }, null, "cycle_id", [
    col("cycle_id", "text", "Cycle ID", "Код цикла", must), col("name", "text", "Name", "Название"), col("start", "date", "Start", "Начало", must), col("end", "date", "End", "Окончание", must),
    ref("parent", "cycles", "Part of", "Входит в"), coded("phase", codes.PHASES, "Phase", "Этап", must), coded("cadence", codes.CADENCES, "Check-in every", "Замер каждые", must),
    coded("pace_by", codes.PACE_BY, "Pace by", "Темп по", must), col("currency", "text", "Currency", "Валюта"), col("strategy", "long", "Strategy link", "Основание (стратегия)"),
    col("score", "calculated", "Score", "Оценка", { shows: "share" }), col("lessons", "long", "Lessons", "Выводы"), coded("status", codes.CYCLE_STATUSES, "Status", "Состояние", must),
  ]),
  goals: table("PLAN_GOALS", { en: "Goals", ru: "Цели" }, { en: "Goal", ru: "Цель" }, "G-", null, [
    read("goal_id", "id", GOAL_HEADERS.id), ref("cycle", "cycles", "Cycle", "Цикл", must),
    read("name", "text", GOAL_HEADERS.goal, must), coded("group", codes.GOAL_GROUPS, "Strategic group", "Группа"),
    col("metric", "text", "Metric", "Показатель"), readCoded("type", codes.GOAL_TYPES, GOAL_HEADERS.type, must), coded("unit", codes.UNITS, "Unit", "Ед. изм.", must),
    read("baseline", "number", GOAL_HEADERS.baseline),
    read("target", "number", GOAL_HEADERS.target, must),
    read("target_max", "number", GOAL_HEADERS.upper), col("commit", "number", "Minimum", "Минимум"), col("stretch", "number", "Stretch", "Амбиция"),
    readCoded("accumulate", codes.ACCUMULATES, GOAL_HEADERS.accumulates, must),
    read("start", "date", GOAL_HEADERS.start), read("end", "date", GOAL_HEADERS.due),
    readCoded("path", codes.PATHS, GOAL_HEADERS.path), readCoded("pace_by", codes.PACE_BY, GOAL_HEADERS.paceBy),
    read("owner", "text", GOAL_HEADERS.owner, must), read("weight", "number", GOAL_HEADERS.weight),
    read("actual", "number", GOAL_HEADERS.actual), read("as_of", "date", GOAL_HEADERS.asOf),
    col("expected", "calculated", "Expected by now", "План на дату", { shows: "number" }), col("gap", "calculated", "Gap to date", "Отклонение на дату", { shows: "number" }),
    col("progress", "calculated", "Progress", "Прогресс", { shows: "share" }), col("pace", "calculated", "Pace", "Темп", { shows: "share" }), col("forecast", "calculated", "Forecast", "Прогноз", { shows: "number" }),
    // A formula until a person writes that the goal is cancelled, or closing freezes it.
    read("status", "calculated", GOAL_HEADERS.status, { shows: "text" }),
    col("confidence", "number", "Confidence 0–10", "Уверенность 0–10"), ref("parent_goal", "goals", "Supports", "Поддерживает цель"), ref("carried_from", "goals", "Carried from", "Перенесена из"),
    coded("closed_as", [...codes.CANCELLED, ...codes.GOAL_STATUSES.filter(({ code }) => code === "done" || code === "missed")], "Closed as", "Закрыта как"), col("note", "long", "Note", "Примечание"),
  ]),
  tasks: table("PLAN_TASKS", { en: "Tasks", ru: "Задачи" }, { en: "Task", ru: "Задача" }, "T-", null, [
    col("task_id", "id", "ID", "ID"), ref("cycle", "cycles", "Cycle", "Цикл", must), coded("area", codes.AREAS, "Area", "Направление", must), col("action", "text", "Action", "Что сделать", must),
    col("result", "text", "Done when", "Критерий готовности"), col("owner", "text", "Owner", "Ответственный", must), col("start", "date", "Start", "Начало", must), col("due", "date", "Due", "Срок", must),
    coded("status", codes.TASK_STATUSES, "Status", "Статус", must), col("done_pct", "share", "Done %", "Готово, %"), col("done_on", "date", "Done on", "Выполнено"), ref("goal", "goals", "Goal", "Цель"),
    coded("phase", codes.TASK_PHASES, "Phase", "Этап"), coded("priority", codes.PRIORITIES, "Priority", "Приоритет"), coded("repeat", codes.REPEATS, "Repeat", "Повтор"),
    col("blocked_by", "text", "Blocked by", "Мешает"), col("origin", "text", "From", "Источник"), ref("carried_from", "tasks", "Carried from", "Перенесена из"),
  ]),
  resources: table("PLAN_RESOURCES", { en: "Resources", ru: "Ресурсы" }, { en: "Resource", ru: "Ресурс" }, "R-", null, [
    col("res_id", "id", "ID", "ID"), ref("cycle", "cycles", "Cycle", "Цикл", must), coded("kind", codes.KINDS, "Kind", "Вид ресурса", must), col("name", "text", "Resource", "Ресурс", must),
    col("unit", "text", "Unit", "Ед. изм."), col("qty_plan", "number", "Quantity plan", "Количество план"), col("qty_fact", "number", "Quantity fact", "Количество факт"),
    col("price", "number", "Unit cost", "Цена за ед."), col("cost_plan", "calculated", "Cost plan", "Стоимость план", { shows: "number" }), col("cost_fact", "number", "Cost fact", "Стоимость факт"),
    col("start", "date", "From", "С"), col("end", "date", "To", "По"), col("lead_days", "number", "Ready in, days", "Срок готовности, дн."), coded("status", codes.RESOURCE_STATUSES, "Status", "Статус", must),
    col("owner", "text", "Owner / provider", "Ответственный / поставщик"), ref("goal", "goals", "Goal", "Цель"), ref("task", "tasks", "Task", "Задача"), col("note", "long", "Note", "Примечание"),
  ]),
  checkins: table("PLAN_CHECKINS", { en: "Check-ins", ru: "Замеры" }, { en: "Check-in", ru: "Замер" }, "K-", null, [
    col("chk_id", "id", "ID", "ID"), read("date", "date", CHECKIN_HEADERS.date, must), readRef("goal", "goals", CHECKIN_HEADERS.goal, must),
    read("value", "number", CHECKIN_HEADERS.value, must), readCoded("meaning", codes.MEANINGS, CHECKIN_HEADERS.valueIs),
    read("confidence", "number", CHECKIN_HEADERS.confidence), read("note", "long", CHECKIN_HEADERS.note), read("problem", "long", CHECKIN_HEADERS.problem),
    read("next", "long", CHECKIN_HEADERS.next), col("author", "text", "Author", "Автор"), col("expected_then", "number", "Expected then", "План на дату (снимок)"),
    coded("status_then", codes.GOAL_STATUSES, "Status then", "Статус (снимок)"),
  ]),
  actions: table("PLAN_ACTIONS", { en: "Actions", ru: "Меры" }, { en: "Corrective action", ru: "Корректирующая мера" }, "A-", null, [
    col("act_id", "id", "ID", "ID"), col("opened", "date", "Opened", "Открыта", must), ref("goal", "goals", "Goal", "Цель"), col("stage", "text", "Funnel stage", "Этап воронки"),
    col("deviation", "number", "Deviation", "Отклонение"), col("cause", "long", "Cause", "Причина", must), coded("cause_kind", codes.CAUSE_KINDS, "Cause is in", "Причина в ресурсе"),
    col("action", "text", "Action", "Мера", must), col("owner", "text", "Owner", "Ответственный", must), col("due", "date", "Due", "Срок", must), col("effect_plan", "number", "Expected effect", "Ожидаемый эффект"),
    col("effect_fact", "number", "Effect", "Эффект"), col("checked", "date", "Checked on", "Проверено"), coded("verdict", codes.VERDICTS, "Verdict", "Вывод"), coded("decision", codes.DECISIONS, "Decision", "Решение"),
    coded("status", codes.ACTION_STATUSES, "Status", "Статус", must),
  ]),
  funnel: table("PLAN_FUNNEL", { en: "Funnel", ru: "Воронка" }, { en: "Stage", ru: "Этап" }, null, "stage", [
    col("order", "number", "Order", "Порядок", must), col("stage", "text", "Stage", "Этап", must), col("conv", "share", "Conversion to next", "Конверсия в следующий"),
    col("conv_low", "share", "Conversion, pessimistic", "Конверсия, пессимистично"), col("conv_high", "share", "Conversion, optimistic", "Конверсия, оптимистично"),
    col("conv_best", "share", "Best in 12 months", "Лучшая за 12 месяцев"), col("lag_days", "number", "Days to next", "Дней до следующего"), col("cost", "number", "Cost per unit", "Цена за единицу"),
    coded("source", codes.RATE_SOURCES, "Source", "Источник"), col("note", "long", "Note", "Примечание"),
  ]),
  team: table("PLAN_TEAM", { en: "Team", ru: "Команда" }, { en: "Person", ru: "Сотрудник" }, null, "person", [
    col("person", "text", "Person", "Сотрудник", must), col("role", "text", "Role", "Роль"), col("start", "date", "Start", "Начало", must), col("end", "date", "End", "Окончание"),
    col("quota", "number", "Quota", "План (квота)"), coded("per", codes.QUOTA_PERIODS, "Per", "За"), col("attainment", "share", "Attainment", "Выполнение плана"),
    col("ramp", "text", "Ramp profile", "Профиль выхода на план"), col("time_share", "share", "Share of time", "Доля времени"),
  ]),
  ramp: table("PLAN_RAMP", { en: "Team", ru: "Команда" }, { en: "Ramp month", ru: "Месяц выхода на план" }, null, null, [
    col("profile", "text", "Profile", "Профиль", must), col("month", "number", "Month no.", "Месяц №", must), col("share", "share", "Share of quota", "Доля плана", must),
  ], SECOND),
  calendar: table("PLAN_CALENDAR", { en: "Calendar", ru: "Календарь" }, { en: "Day", ru: "День" }, null, "date", [
    col("date", "date", "Date", "Дата", must), coded("kind", codes.DAY_KINDS, "Kind of day", "Вид дня", must), col("name", "text", "Occasion", "Повод"),
  ]),
  season: table("PLAN_SEASON", { en: "Calendar", ru: "Календарь" }, { en: "Month", ru: "Месяц" }, null, "month", [
    col("month", "number", "Month", "Месяц", must), col("index", "number", "Season index", "Коэффициент сезонности", must),
  ], SECOND),
  settings: table("PLAN_SETTINGS", { en: "Settings", ru: "Настройки" }, { en: "Setting", ru: "Настройка" }, null, "name", [
    col("name", "text", "Setting", "Настройка", must), col("value", "any", "Value", "Значение"), col("about", "text", "What it is for", "Для чего"),
  ]),
  // Any day of the month stands for it.
  months: table("PLAN_MONTHS", { en: "Monthly targets", ru: "Планы по месяцам" }, { en: "Monthly target", ru: "План месяца" }, null, null, [
    ref("goal", "goals", "Goal", "Цель", must), col("month", "date", "Month", "Месяц", must), col("target", "number", "Target of the month", "План месяца", must),
  ], undefined, { later: true }),
} as const;

export type TableKey = keyof typeof TABLES;
export type Fields<T extends TableKey> = FieldsOf<(typeof TABLES)[T]>;
export const TABLE_KEYS = Object.keys(TABLES) as readonly TableKey[];
export const isLater = (table: TableKey): boolean => (TABLES[table] as TableDef).later === true;

/** Names of the sheets that are made with a plan. */
export const firstSheets = (language: Language): readonly string[] => [...new Set(TABLE_KEYS.filter((table) => !isLater(table)).map((table) => TABLES[table].sheet[language]))];
