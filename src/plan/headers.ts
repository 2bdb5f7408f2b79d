/** Where the columns of a table are on a sheet: found by what their headers say, in either language, wherever they were moved. */
import { nameKey } from "../core/order";
import type { SheetContent } from "./book";
import type { Column, TableDef } from "./schema";
import { TABLES, type TableKey } from "./tables";
import type { Language } from "./words";

export type TablePlace = {
  readonly header: number;
  /** By field, calculated ones too. */
  readonly columns: ReadonlyMap<string, number>;
  /** -1 where the column is gone. */
  readonly rev: number;
  readonly sum: number;
  /** First column right of all that is used in the header row. */
  readonly free: number;
  /** Columns that look alike: the first of them is taken. */
  readonly twins: readonly { readonly column: Column; readonly at: readonly [number, number] }[];
  /** Keys of all headers of the row; "" where a cell has none. */
  readonly headers: readonly string[];
  /** Fields found by what the user said their columns are called, in the order of the answers. */
  readonly renamed: readonly string[];
  /** How many headers are in this language. */
  readonly languages: Readonly<Record<Language, number>>;
};

/** Of fields whose columns the user gave other names: the key of the header, in the order in which it was said. */
export type Called = ReadonlyMap<string, string>;
const NOTHING: Called = new Map();

const isInvisible = (code: number): boolean => code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff;
const isDash = (code: number): boolean => (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63 || code === 0xff0d;

const MADE = new Map<string, string>();
/** Enough for the headers of all tables in both languages; what else stands in a first row is soon forgotten. */
const MOST_MADE = 2000;

/** Headers are compared without white space, signs that cannot be seen, case, ё and е, and the kind of dash. */
export function headerKey(text: string): string {
  let key = MADE.get(text);
  if (key === undefined) {
    if (MADE.size >= MOST_MADE) MADE.clear();
    MADE.set(text, (key = keyOfHeader(text)));
  }
  return key;
}

function keyOfHeader(text: string): string {
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (!isInvisible(code)) out += isDash(code) ? "-" : char;
  }
  return nameKey(out.normalize("NFKC")).replace(/ /g, "");
}

/** The header row is looked for in so many rows: a title may stand above. */
const HEADER_ROWS = 20;
/** So many headers make a header row. */
const FEWEST = 2;

type Keys = { readonly main: ReadonlyMap<string, string>; readonly also: ReadonlyMap<string, string> };
const KEYS = new Map<TableKey, Keys>();
function keysOf(table: TableKey): Keys {
  let keys = KEYS.get(table);
  if (!keys) {
    const columns: readonly Column[] = TABLES[table].columns;
    const main = new Map(columns.flatMap(({ field, header }) => [header.en, header.ru].map((text) => [headerKey(text), field] as const)));
    keys = { main, also: new Map(columns.flatMap(({ field, also = [] }) => also.map((text) => [headerKey(text), field] as const))) };
    KEYS.set(table, keys);
  }
  return keys;
}

/** null where the sheet has no header row of this table. */
export function findTable(table: TableKey, content: SheetContent, called: Called = NOTHING): TablePlace | null {
  let best: { readonly row: number; readonly hits: number; readonly isOurs: boolean } | null = null;
  const { main, also } = keysOf(table);
  const { columns: { length: all }, machine } = TABLES[table];
  const given = new Set(called.values());
  for (let row = 0; row < Math.min(HEADER_ROWS, content.values.length); row += 1) {
    const keys = new Set(headerKeys(content, row));
    const hits = [...keys].filter((key) => main.has(key) || also.has(key) || given.has(key)).length;
    if (hits > (best?.hits ?? 0)) best = { row, hits, isOurs: machine.every((text) => keys.has(headerKey(text))) };
    if (hits >= all) break; // no row can have more
  }
  // In a table of two columns one of which was renamed, those of the add-in tell that it is the one.
  return best && (best.isOurs || best.hits >= Math.min(FEWEST, all)) ? placeAt(table, content, best.row, called) : null;
}

const headerKeys = (content: SheetContent, row: number): readonly string[] => (content.values[row] ?? []).map((cell) => (typeof cell === "string" ? headerKey(cell) : ""));

/** The last answer of each table: sheets are read again and again, and headers seldom change. */
const PLACES = new Map<TableKey, { readonly place: TablePlace; readonly called: string }>();

export const calledText = (called: Called): string => (called.size === 0 ? "" : JSON.stringify([...called]));

function placeAt(table: TableKey, content: SheetContent, row: number, called: Called): TablePlace {
  const headers = headerKeys(content, row);
  const last = PLACES.get(table);
  const names = calledText(called);
  if (last?.place.header === row && last.called === names && last.place.headers.length === headers.length && headers.every((key, i) => key === last.place.headers[i])) return last.place;
  const place = placeOf(table, headers, row, called);
  PLACES.set(table, { place, called: names });
  return place;
}

function placeOf(table: TableKey, headers: readonly string[], row: number, called: Called): TablePlace {
  const { columns: all, machine }: TableDef = TABLES[table];
  const { main } = keysOf(table);
  const columns = new Map<string, number>();
  const twins: { column: Column; at: [number, number] }[] = [];
  for (const column of all) {
    const wanted = new Set([column.header.en, column.header.ru].map(headerKey));
    let found = headers.flatMap((key, i) => (wanted.has(key) ? [i] : []));
    if (found.length === 0) {
      const others = new Set((column.also ?? []).map(headerKey));
      // A main header of another column is that column.
      found = headers.flatMap((key, i) => (others.has(key) && (main.get(key) ?? column.field) === column.field ? [i] : []));
    }
    const [first, second] = found;
    if (first !== undefined) columns.set(column.field, first);
    if (second !== undefined) twins.push({ column, at: [first!, second] });
  }
  const renamed = takeCalled(called, headers, columns, main);
  const [rev, sum] = machine.map((text) => headers.indexOf(headerKey(text)));
  const languages = { en: 0, ru: 0 };
  for (const { field, header } of all) {
    const at = columns.get(field);
    if (at === undefined || headerKey(header.en) === headerKey(header.ru)) continue;
    for (const language of ["en", "ru"] as const) if (headers[at] === headerKey(header[language])) languages[language] += 1;
  }
  let free = headers.length;
  while (free > 0 && headers[free - 1] === "") free -= 1;
  return { header: row, columns, rev: rev!, sum: sum!, free, twins, headers, renamed, languages };
}

/** Adds columns by the names that the user gave them. A name that the plan knows wins, and of two answers with one name the later. */
function takeCalled(called: Called, headers: readonly string[], columns: Map<string, number>, main: Keys["main"]): readonly string[] {
  const renamed: string[] = [];
  const taken = new Set(columns.values());
  for (const [field, key] of [...called].reverse()) {
    const at = columns.has(field) || main.has(key) ? -1 : headers.findIndex((header, i) => header === key && !taken.has(i));
    if (at < 0) continue;
    columns.set(field, at);
    taken.add(at);
    renamed.unshift(field);
  }
  return renamed;
}

/** The words by which any column of a table is known, and those of the add-in's columns. */
export function isKnownHeader(table: TableKey, key: string): boolean {
  return keysOf(table).main.has(key) || TABLES[table].machine.some((text) => headerKey(text) === key);
}
