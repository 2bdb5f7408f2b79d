/** A template as text, and back. What comes back may be anything: only known tables, known columns and values that fit them pass. */
import { LONGEST_TEXT } from "./lengths";
import { columnOf } from "./plan";
import type { Column } from "./schema";
import { TABLES, type TableKey } from "./tables";
import { TEMPLATE_FIELDS, TEMPLATE_NAMES, TEMPLATE_SETTINGS, TEMPLATE_TABLES, type Template, type TemplateMonths, type TemplateRow, type TemplateTable, type TemplateValue } from "./template";
import type { Words } from "./words";

const KIND = "plan template";
/** The second has targets by month. A template without them says that it is of the first, so that older programs read it. */
const [VERSION, WITH_MONTHS] = [1, 2];
/** Characters of a whole template; rows of a table. */
export const LONGEST_TEMPLATE = 1_000_000;
const MOST_ROWS = 1000;
const MOST_DAYS = 3700;
const MOST_MONTHS = 123;
/** Days before the start on which somebody may have begun to work. */
const FARTHEST = 40_000;

export const templateText = ({ days, rows, months }: Template): string =>
  JSON.stringify({ voronka: KIND, version: months.length > 0 ? WITH_MONTHS : VERSION, days, ...rows, ...(months.length > 0 && { months }) }, null, 1);

export type ReadTemplate = { readonly template: Template } | { readonly problem: Words };

class Refused extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}
const refuse = (en: string, ru: string): never => {
  throw new Refused({ en, ru });
};

export function readTemplate(text: string): ReadTemplate {
  try {
    return { template: read(text) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.words };
    throw error;
  }
}

function read(text: string): Template {
  if (text.length > LONGEST_TEMPLATE) refuse("The text is too long for a template. Copy the whole text of one template, and nothing else.", "Текст слишком длинный для шаблона. Скопируйте целиком текст одного шаблона и ничего больше.");
  const all = parsed(text);
  const { voronka, version, days } = all;
  if (voronka !== KIND) refuse("This text is no template of a plan. Save one in the menu of a plan, and copy all of its text.", "Этот текст – не шаблон плана. Сохраните шаблон в меню плана и скопируйте весь его текст.");
  if (version !== VERSION && version !== WITH_MONTHS) refuse("The template was saved by a newer version. Update the add-in, then open it again.", "Шаблон сохранён более новой версией. Обновите надстройку и откройте его снова.");
  if (!isWhole(days, 1, MOST_DAYS)) refuse("The template does not say how many days its period has.", "В шаблоне не сказано, сколько дней длится период.");
  const rows = Object.fromEntries(TEMPLATE_TABLES.map((table) => [table, tableOf(table, all)])) as unknown as Template["rows"];
  for (const table of TEMPLATE_TABLES) rows[table].forEach((row, i) => checkRefs(table, row, i, rows));
  return { days: days as number, rows, months: monthsOf(all, rows.goals.length) };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let value: unknown = null;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    refuse("The text is not whole, or something was added to it. Copy all of the template, from { to }.", "Текст неполный, или к нему что-то добавлено. Скопируйте шаблон целиком, от { до }.");
  }
  return isObject(value) ? value : {};
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, least: number, most: number): boolean => typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
const own = (object: Readonly<Record<string, unknown>>, name: string): unknown => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);

function listOf(table: TableKey, all: Readonly<Record<string, unknown>>): readonly unknown[] {
  const rows = own(all, table) ?? [];
  const { en, ru } = TABLES[table].sheet;
  return Array.isArray(rows) && rows.length <= MOST_ROWS ? rows : refuse(`The template has no list of at most ${MOST_ROWS} rows for “${en}”.`, `В шаблоне нет списка не длиннее ${MOST_ROWS} строк для «${ru}».`);
}

function tableOf(table: TemplateTable, all: Readonly<Record<string, unknown>>): readonly TemplateRow[] {
  const rows = listOf(table, all);
  if (table === "cycles" && rows.length > 1) return refuse("The template has more than one cycle.", "В шаблоне больше одного цикла.");
  return rows.map((row, i) => rowOf(table, row, i));
}

/** @param goals how many there are: each has months once */
function monthsOf(all: Readonly<Record<string, unknown>>, goals: number): readonly TemplateMonths[] {
  const seen = new Set<unknown>();
  return listOf("months", all).map((row, i) => {
    if (!isObject(row)) return wrong("months", i, null);
    const [goal, targets] = [own(row, "goal"), own(row, "targets")];
    if (!isWhole(goal, 0, goals - 1) || seen.has(goal)) wrong("months", i, columnOf("months", "goal"));
    seen.add(goal);
    if (!Array.isArray(targets) || targets.length === 0 || targets.length > MOST_MONTHS || !targets.every((target) => target === null || (isNumber(target) && target >= 0))) wrong("months", i, columnOf("months", "target"));
    return { goal: goal as number, targets: targets as (number | null)[] };
  });
}

function rowOf(table: TemplateTable, row: unknown, i: number): TemplateRow {
  if (!isObject(row)) return wrong(table, i, null);
  const out: Record<string, TemplateValue> = {};
  for (const field of TEMPLATE_FIELDS[table]) {
    const value = own(row, field) ?? null;
    const column = columnOf(table, field)!;
    if (value === null) {
      if (field === TEMPLATE_NAMES[table]) wrong(table, i, column);
    } else if (fits(table, column, value)) out[field] = value;
    else wrong(table, i, column);
  }
  return out;
}

function fits(table: TemplateTable, column: Column, value: unknown): value is TemplateValue {
  switch (column.kind) {
    case "text":
    case "long":
      return typeof value === "string" && value.length <= LONGEST_TEXT && (table !== "settings" || TEMPLATE_SETTINGS.includes(value.toUpperCase()));
    case "code":
      return typeof value === "string" && column.codes!.some(({ code }) => code === value);
    case "date":
      return isWhole(value, -FARTHEST, MOST_DAYS);
    case "ref":
      return isWhole(value, 0, MOST_ROWS);
    case "any":
      return typeof value === "boolean" || isNumber(value) || (typeof value === "string" && value.length <= LONGEST_TEXT);
    default:
      return isNumber(value);
  }
}
/** No amount of money has more than fifteen digits that count. */
const isNumber = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= 1e15;

/** A reference must lead to a row that is there; no goal supports itself. */
function checkRefs(table: TemplateTable, row: TemplateRow, i: number, rows: Template["rows"]): void {
  for (const field of TEMPLATE_FIELDS[table]) {
    const column = columnOf(table, field)!;
    const at = row[field];
    if (column.kind !== "ref" || at === undefined) continue;
    if (rows[column.to as TemplateTable][at as number] === undefined || (column.to === table && at === i)) wrong(table, i, column);
  }
}

function wrong(table: TableKey, i: number, column: Column | null | undefined): never {
  const { sheet } = TABLES[table];
  const [en, ru] = column ? [`, column “${column.header.en}”`, `, столбец «${column.header.ru}»`] : ["", ""];
  return refuse(`The template cannot be read: ${sheet.en}, row ${i + 1}${en}. Correct it there, or save the template once more.`, `Шаблон не читается: ${sheet.ru}, строка ${i + 1}${ru}. Исправьте это место или сохраните шаблон заново.`);
}
