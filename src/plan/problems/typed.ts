/** V06: text where a number, a date or a word of a list belongs. What it would be read as is shown first; nothing is converted by itself. */
import { nearest } from "../../core/nearest";
import { collapse, nameKey } from "../../core/order";
import { serialOfDay } from "../../core/calendar";
import { typedDay } from "../days";
import { columnOf, type ErrorValue, type Plan, type PlanRow, type Value } from "../plan";
import type { Column } from "../schema";
import type { SettingName } from "../settings";
import { TABLE_KEYS, type TableKey } from "../tables";
import { typedNumber } from "../typed-number";
import type { Words } from "../words";
import { both, dateText, headerOf, numberText, problemOf, quoted, setFields, type Check, type Problem, type Repair } from "./problem";

const EXPECTED: Readonly<Partial<Record<Column["kind"], Words>>> = {
  number: { en: "a number", ru: "число" }, share: { en: "a share such as 25%", ru: "доля, например 25%" }, date: { en: "a date", ru: "дата" }, code: { en: "a word of its list", ru: "слово из списка" },
};

export const typed: Check = (plan, { today }) => TABLE_KEYS.flatMap((table) => (plan.rows[table] as readonly PlanRow[]).flatMap((row) => Object.entries(row.odd).flatMap(([field, value]): Problem[] => {
  const column = columnOf(table, field);
  if (!column || value === null) return [];
  const header = headerOf(table, field);
  if (typeof value === "object") {
    const isLinked = row.formulas[field] !== undefined;
    return [problemOf(plan, "V06", "error", table, row, both((language) => (language === "en"
      ? `${header.en} shows the error ${value.error}. ${isLinked ? "Check its formula." : "Type the value anew."}` : `в ${header.ru} ошибка ${value.error}. ${isLinked ? "Проверьте формулу." : "Введите значение заново."}`)), { field })];
  }
  if (saysYesOrNo(table, row, field, value)) return [];
  const expected = EXPECTED[column.kind] ?? { en: "another value", ru: "другое значение" };
  const found = quoted(String(value));
  return [problemOf(plan, "V06", "error", table, row, both((language) => (language === "en" ? `${header.en} holds ${found.en} where ${expected.en} belongs.` : `в ${header.ru} стоит ${found.ru}, а ожидается ${expected.ru}.`)), { field, repairs: repairs(plan, table, row, column, value, today) })];
})));

/** The fact of a milestone may say so. */
const saysYesOrNo = (table: TableKey, row: PlanRow, field: string, value: Value): boolean =>
  table === "goals" && field === "actual" && row.fields.type === "milestone" && ["yes", "no", "да", "нет"].includes(nameKey(String(value)));

function repairs(plan: Plan, table: TableKey, row: PlanRow, column: Column, value: Exclude<Value, null> | ErrorValue, today: number): Repair[] {
  if (typeof value !== "string") return [];
  const { field } = column;
  if (column.kind === "code") {
    const codes = column.codes ?? [];
    const typed = nameKey(value);
    const words = codes.flatMap(({ code, words: { en, ru } }) => [[code, nameKey(en)], [code, nameKey(ru)]] as const);
    // “Keep” begins three words, and is nearer to none of them than to “Increase” by letters alone.
    const begun = words.filter(([, text]) => typed !== "" && text.startsWith(typed));
    const near = begun.length > 0 ? begun : words.slice(nearest(typed, words.map(([, text]) => text))).slice(0, 1);
    return codes.filter(({ code }) => near.some(([each]) => each === code)).map((each) => setFields({ en: `Write “${each.words.en}”`, ru: `Записать «${each.words.ru}»` }, table, row, { [field]: each.code }));
  }
  if (column.kind === "date") return datesIn(value, today).map((date) => setFields(both((language) => `${language === "en" ? "Read as" : "Прочитать как"} ${dateText(date)[language]}`), table, row, { [field]: date }));
  if (column.kind !== "number" && column.kind !== "share") return [];
  const number = numberIn(value, plan.language === "ru" ? "," : ".");
  return number === null ? [] : [setFields(both((language) => `${language === "en" ? "Read as" : "Прочитать как"} ${numberText(number)[language]}`), table, row, { [field]: number })];
}

/** Units that people write behind a number. */
const UNITS = ["₽", "$", "€", "руб.", "руб", "р.", "rub", "usd", "eur", "шт.", "шт", "pcs", "days", "day", "дней", "дня", "день", "дн.", "дн", "months", "month", "мес.", "мес", "месяцев", "месяца", "points", "баллов", "балла"];

function numberIn(text: string, decimal: "," | "."): number | null {
  let rest = collapse(text);
  const unit = UNITS.find((each) => rest.toLowerCase().endsWith(each));
  if (unit !== undefined) rest = collapse(rest.slice(0, rest.length - unit.length));
  if (rest.startsWith("$") || rest.startsWith("€") || rest.startsWith("₽")) rest = collapse(rest.slice(1));
  return typedNumber(rest, { decimal })?.value ?? null;
}

/** One date, or two where day and month may be meant either way: `03/04/2026`. */
function datesIn(text: string, today: number): readonly number[] {
  const one = typedDay(text, today);
  if (one !== null) return [one];
  const parts = collapse(text).split("/");
  if (parts.length !== 3 || parts.some((part) => part === "" || part.length > 4 || [...part].some((char) => char < "0" || char > "9"))) return [];
  const [a, b, year] = parts.map(Number) as [number, number, number];
  const full = parts[2]!.length === 2 ? 2000 + year : year;
  const both = [serialOfDay(full, b, a), serialOfDay(full, a, b)].filter((date): date is number => date !== null);
  return [...new Set(both)];
}

const NUMBERS: readonly string[] = ["PLAN_GREEN", "PLAN_YELLOW", "PLAN_STALE"] satisfies SettingName[];
const WORDS: Readonly<Record<string, readonly string[]>> = { PLAN_ROUND: ["up", "each", "none"], PLAN_LANG: ["en", "ru"], PLAN_SCENARIO: ["low", "base", "high"], PLAN_LAG_BY: ["calendar", "working"] } satisfies Partial<Record<SettingName, readonly string[]>>;

/** A setting that says what it cannot mean counts as its default, so somebody must be told. */
export const settingValues: Check = (plan, { today }) => plan.rows.settings.flatMap((row): Problem[] => {
  const name = collapse(row.fields.name ?? "").toUpperCase();
  const { value } = row.fields;
  if (value === null || value === "") return [];
  const say = (expected: Words, fixes: readonly Repair[]): Problem[] => {
    const found = quoted(String(value));
    return [problemOf(plan, "V06", "error", "settings", row, both((language) => (language === "en" ? `${found.en} is not understood, ${expected.en} belongs here.` : `${found.ru} не понято, здесь нужно: ${expected.ru}.`)), { field: "value", repairs: fixes })];
  };
  const words = WORDS[name];
  if (words) return words.includes(nameKey(String(value))) ? [] : say({ en: words.join(", "), ru: words.join(", ") }, []);
  if (name === "PLAN_ASOF" && !(typeof value === "number" && value >= 1)) return say(EXPECTED.date!, repairs(plan, "settings", row as PlanRow, { field: "value", kind: "date", header: EXPECTED.date! }, value, today));
  if (NUMBERS.includes(name) && !(typeof value === "number" && value > 0)) return say({ en: "a number above 0", ru: "число больше 0" }, repairs(plan, "settings", row as PlanRow, { field: "value", kind: "number", header: EXPECTED.number! }, value, today));
  return [];
});
