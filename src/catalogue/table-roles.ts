/** Which column of a table is what: by its header, and by what stands below it. */
import { OPEN_FROM } from "../core/calendar";
import { collapse, isBlank, isNumeral, nameKey } from "./cells";
import { dateNotation, moneyText } from "./odd-text";

export const ROLES = ["deal", "stage", "date", "left", "created", "closed", "amount", "currency", "lastStage"] as const;
export type Role = (typeof ROLES)[number];
/** Places of the columns in the table, from 0. */
export type Roles = Readonly<Partial<Record<Role, number>>>;

/** Cells as rows of plain values; what is no plain value is an error. */
export type Cells = readonly (readonly unknown[])[];

/** Headers as they are usual, in small letters, without `_`. The one that comes first fits best. */
const HEADERS: Readonly<Record<Role, string>> = {
  lastStage: "last stage|previous stage|lost stage|lost at stage|lost at|последний этап|этап отказа|предыдущий этап|этап потери|последняя стадия",
  stage: "stage|deal stage|stage name|current stage|pipeline stage|status|activity|step|этап|этап сделки|стадия|стадия сделки|текущий этап|статус|value",
  deal: "deal|deal id|opportunity id|opportunity|case id|case|lead id|application|deal name|id|record id|lead|сделка|id сделки|номер сделки|заявка|номер|лид|название сделки|№ сделки|№",
  created: "created|created at|created date|create date|created time|date created|creation date|engage date|opened|open date|start date|создана|создан|создано|дата создания|дата открытия|дата начала",
  closed: "closed|closed at|close date|closed date|date closed|closing date|won date|end date|закрыта|закрыт|закрыто|дата закрытия|завершена|дата завершения|дата окончания",
  date: "date|date entered|entered|entered at|stage date|timestamp|changed|changed at|moved|moved at|fivetran start|start|time|дата|дата перехода|дата входа|дата этапа|дата изменения|время|начало",
  left: "left|left at|exited|date exited|fivetran end|end|дата выхода|выход|конец|окончание",
  amount: "amount|value|close value|deal value|deal amount|sum|price|revenue|budget|сумма|сумма сделки|бюджет|стоимость|цена|выручка",
  currency: "currency|currency code|currency iso code|валюта",
};
const DATES: readonly Role[] = ["created", "closed", "date", "left"];

/** A date that is only hoped for is neither the beginning nor the end of a deal. */
const HOPED_FOR = /^(?:expected|planned|next|ожидаем|планов|следующ)/;

/**
 * How a header fits: 0 not at all; a whole header before one that only contains the words, long words before short ones.
 *
 * @param key as headerKeys gives it
 * @param usual headers, divided by `|`; the one that comes first fits best
 */
export function fit(key: string, usual: string): number {
  if (HOPED_FOR.test(key)) return 0;
  return usual.split("|").reduce((best, words, i) => {
    const found = key === words ? WHOLE - i : words.length > 3 && key.length <= words.length + 12 && ` ${key} `.includes(` ${words} `) ? words.length : 0;
    return Math.max(best, found);
  }, 0);
}
const WHOLE = 100;
/** The header is one of the usual ones, and does not only contain it. */
export const isUsual = (score: number): boolean => score > WHOLE / 2;

/** How usual the header is for that. */
export const roleFit = (key: string, role: Role): number => fit(key, HEADERS[role]);

export const headerKeys = (headers: readonly string[]): readonly string[] => headers.map((header) => collapse(nameKey(header).replace(/[_\-.,:()]/g, " ")));

export type Content = { readonly filled: number; readonly numbers: number; readonly dates: number; readonly dateTexts: number; readonly money: number; readonly texts: number; readonly distinct: number };

/** The year 2000: an amount may well be smaller, a date of a sale hardly. */
const EARLY = 36526;

/** What stands in a column. */
export function contentOf(rows: Cells, column: number): Content {
  const found = { filled: 0, numbers: 0, dates: 0, dateTexts: 0, money: 0, texts: 0 };
  const values = new Set<unknown>();
  for (const row of rows) {
    const cell = row[column];
    if (isBlank(cell) || typeof cell === "object") continue;
    found.filled += 1;
    values.add(cell);
    if (typeof cell === "number") {
      found.numbers += 1;
      if (cell >= EARLY && cell <= OPEN_FROM) found.dates += 1;
    } else if (typeof cell === "string") {
      found.texts += 1;
      if (dateNotation(cell) !== null) found.dateTexts += 1;
      else if (moneyText(cell) !== null) found.money += 1;
    }
  }
  return { ...found, distinct: values.size };
}

/** Whether what stands in the column can be that. Ids look like anything. */
function canBe(role: Role, { filled, numbers, dates, dateTexts, money, texts, distinct }: Content): boolean {
  if (filled === 0) return role === "closed" || role === "lastStage" || role === "left";
  if (DATES.includes(role)) return dates + dateTexts >= filled * 0.3;
  if (role === "amount") return numbers + money >= filled * 0.5;
  if (role === "deal") return dateTexts < filled * 0.5;
  return texts >= filled * 0.5 && dateTexts + money < filled * 0.5 && distinct <= 60;
}

/** @param rows below the header, as many as are needed to see what they are */
export function recogniseRoles(headers: readonly string[], rows: Cells): Roles {
  const keys = headerKeys(headers);
  const contents = headers.map((_, column) => contentOf(rows, column));
  const roles: Partial<Record<Role, number>> = {};
  const isFree = (column: number) => !Object.values(roles).includes(column);
  for (const role of Object.keys(HEADERS) as Role[]) {
    let best = 0;
    keys.forEach((key, column) => {
      const score = isFree(column) && canBe(role, contents[column]!) ? roleFit(key, role) : 0;
      if (score > best) [best, roles[role]] = [score, column];
    });
  }
  // No header says where the dates are: a column of nothing but dates, if there is one.
  if (roles.stage !== undefined && DATES.every((role) => roles[role] === undefined)) {
    const column = contents.findIndex(({ filled, dates, dateTexts }, i) => isFree(i) && !HOPED_FOR.test(keys[i]!) && filled > 0 && dates + dateTexts === filled);
    if (column >= 0) roles.date = column;
  }
  return roles;
}

/** `history`: one row per entry of a deal into a stage. `deals`: one row per deal. */
export type TableKind = "history" | "deals" | "other";

/** What the columns say; null where only the ids can tell, because a deal that comes again is a history. */
export function kindOf({ deal, stage, date, created, closed, amount }: Roles): TableKind | null {
  if (stage === undefined) return "other";
  const isDeals = created !== undefined || closed !== undefined || amount !== undefined;
  if (deal === undefined && created === undefined && closed === undefined) return "other";
  if (deal === undefined || (date === undefined && created === undefined)) return isDeals ? "deals" : "other";
  return date === undefined || isDeals ? null : "history";
}

/** The row of the headers, from 0: the first with two texts in it and something below, titles above it left out; -1 where there is none. */
export function headerRow(rows: Cells): number {
  const isText = (cell: unknown) => typeof cell === "string" && !isBlank(cell) && !isNumeral(cell) && dateNotation(cell) === null;
  return rows.slice(0, 10).findIndex((row, i) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return filled.length > 1 && filled.every(isText) && rows[i + 1]?.some((cell) => !isBlank(cell));
  });
}
