/**
 * The sample workbook: which sheets and columns it has, in both languages. The data themselves are made by the workbench;
 * formulas here name a column as `{deals.amount}`, so that one template serves both languages.
 */
import type { Language, Words } from "./words";

type Column = { readonly key: string; readonly words: Words };
export type SampleSheet = {
  readonly key: "funnel" | "deals" | "history" | "spend" | "channels" | "pipeline" | "factors" | "team" | "goals" | "checkins";
  readonly words: Words;
  readonly columns: readonly Column[];
  /** Data rows below the header, or 0 where the number depends on the data. */
  readonly rows: number;
};

export const SAMPLE_STAGES: readonly Words[] = [
  { en: "Lead", ru: "Лид" },
  { en: "Qualified", ru: "Квалификация" },
  { en: "Meeting", ru: "Встреча" },
  { en: "Proposal", ru: "Предложение" },
  { en: "Negotiation", ru: "Переговоры" },
  { en: "Won", ru: "Продажа" },
];
export const SAMPLE_LOST: Words = { en: "Lost", ru: "Отказ" };

const column = (key: string, en: string, ru: string): Column => ({ key, words: { en, ru } });

/** Column `lost` of the sheet `funnel` has one name; `lost_count` is how many deals were lost from each stage. */
export const SAMPLE_SHEETS: readonly SampleSheet[] = [
  {
    key: "funnel",
    words: { en: "Funnel", ru: "Воронка" },
    rows: 6,
    columns: [column("stage", "Stage", "Этап"), column("count", "Count", "Количество"), column("lost_count", "Lost from here", "Отказы с этапа"), column("lost", "Lost stages", "Этапы отказа")],
  },
  {
    key: "deals",
    words: { en: "Deals", ru: "Сделки" },
    rows: 2000,
    columns: [
      column("deal", "Deal", "Сделка"), column("customer", "Customer", "Клиент"), column("source", "Source", "Источник"), column("owner", "Owner", "Менеджер"),
      column("stage", "Stage", "Этап"), column("last_stage", "Last stage", "Последний этап"), column("created", "Created", "Создана"),
      column("closed", "Closed", "Закрыта"), column("amount", "Amount", "Сумма"), column("reason", "Lost because", "Причина отказа"),
    ],
  },
  {
    key: "history",
    // Not "History": Excel keeps that name of a sheet for itself.
    words: { en: "Log", ru: "История" },
    rows: 0,
    columns: [column("deal", "Deal", "Сделка"), column("stage", "Stage", "Этап"), column("date", "Date", "Дата")],
  },
  {
    key: "spend",
    words: { en: "Spend", ru: "Затраты" },
    rows: 12,
    columns: [
      column("month", "Month", "Месяц"), column("marketing", "Marketing", "Маркетинг"), column("sales", "Sales", "Продажи"), column("leads", "Leads", "Лиды"),
      column("qualified", "Qualified", "Квалифицированы"), column("actions", "Meetings", "Встречи"), column("customers", "New customers", "Новые клиенты"),
      column("plan", "Plan", "План"), column("revenue", "Revenue", "Выручка"), column("churned", "Customers lost", "Ушедшие клиенты"),
    ],
  },
  {
    // The deals of the first and of the second half year, and what each source cost and brought.
    key: "channels",
    words: { en: "Channels", ru: "Каналы" },
    rows: 5,
    columns: [
      column("channel", "Channel", "Канал"), column("costs", "Costs", "Затраты"), column("customers", "New customers", "Новые клиенты"), column("revenue", "Revenue", "Выручка"),
      column("leads_before", "Leads, Nov–Apr", "Лиды, ноя–апр"), column("won_before", "Won, Nov–Apr", "Выиграно, ноя–апр"),
      column("leads_after", "Leads, May–Oct", "Лиды, май–окт"), column("won_after", "Won, May–Oct", "Выиграно, май–окт"),
    ],
  },
  {
    key: "pipeline",
    words: { en: "Pipeline", ru: "Портфель" },
    rows: 0,
    columns: [column("deal", "Deal", "Сделка"), column("stage", "Stage", "Этап"), column("amount", "Amount", "Сумма"), column("probability", "Probability", "Вероятность"), column("expected", "Expected close", "Ожидаемая дата")],
  },
  {
    key: "factors",
    words: { en: "Factors", ru: "Факторы" },
    rows: 3,
    columns: [column("factor", "Factor", "Фактор"), column("before", "Nov–Apr", "Ноя–апр"), column("after", "May–Oct", "Май–окт")],
  },
  {
    key: "team",
    words: { en: "Team", ru: "Команда" },
    rows: 3,
    columns: [column("role", "Role", "Роль"), column("people", "People", "Человек"), column("quota", "Quota per month", "Квота в месяц"), column("attainment", "Attainment", "Выполнение"), column("ramp", "Ramp", "Разгон")],
  },
  {
    key: "goals",
    words: { en: "Goals", ru: "Цели" },
    rows: 6,
    columns: [
      column("id", "ID", "ID"), column("goal", "Goal", "Цель"), column("type", "Type", "Тип цели"), column("baseline", "Baseline", "Было (база)"), column("target", "Target", "План"),
      column("accumulates", "Accumulates", "Накопление"), column("start", "Start", "Начало"), column("due", "Due", "Срок"), column("pace_by", "Pace by", "Темп по"),
      column("owner", "Owner", "Ответственный"), column("weight", "Weight", "Вес"), column("actual", "Actual", "Факт"), column("as_of", "As of", "На дату"), column("status", "Status", "Статус"),
    ],
  },
  {
    key: "checkins",
    words: { en: "Check-ins", ru: "Замеры" },
    rows: 8,
    columns: [
      column("date", "Date", "Дата"), column("goal", "Goal", "Цель"), column("value", "Value", "Значение"), column("value_is", "Value is", "Значение – это"),
      column("confidence", "Confidence", "Уверенность"), column("note", "Note", "Примечание"),
    ],
  },
];

const inFormula = (name: string): string => (/^[\p{L}_][\p{L}\d_]*$/u.test(name) ? name : `'${name}'`);

/**
 * A template with the references of the sample workbook put in: `{deals.amount}` becomes `Deals!I:I` for long sheets (whole
 * columns) and `Funnel!B2:B7` for short ones; `{goals}` is a whole table with its header row; `{won}`, `{stage:2}` and `{lost}` become
 * quoted names. Arguments stay separated by commas.
 */
export function sampleFormula(template: string, language: Language): string {
  return template.replace(/\{([a-z]+)(?:[.:]([a-z_\d]+))?\}/g, (whole, sheetKey: string, part: string | undefined) => {
    if (sheetKey === "lost" && part === undefined) return `"${SAMPLE_LOST[language]}"`;
    if (sheetKey === "won") return `"${SAMPLE_STAGES[SAMPLE_STAGES.length - 1]?.[language] ?? ""}"`;
    if (sheetKey === "stage") return `"${SAMPLE_STAGES[Number(part)]?.[language] ?? ""}"`;
    const sheet = SAMPLE_SHEETS.find((each) => each.key === sheetKey);
    if (sheet && part === undefined) return `${inFormula(sheet.words[language])}!A1:${String.fromCharCode(64 + sheet.columns.length)}${sheet.rows + 1}`;
    const index = sheet?.columns.findIndex((each) => each.key === part) ?? -1;
    if (!sheet || index < 0) throw new Error(`no such column in the sample workbook: ${whole}`);
    const letter = String.fromCharCode(65 + index);
    const name = inFormula(sheet.words[language]);
    return sheet.rows > 0 && sheet.rows <= 100 ? `${name}!${letter}2:${letter}${sheet.rows + 1}` : `${name}!${letter}:${letter}`;
  });
}
