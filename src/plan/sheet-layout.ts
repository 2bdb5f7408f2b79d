/** What the ten sheets of a new plan look like: made from the list of tables, in the language of the file. */
import { GOAL_STATUSES, TASK_STATUSES } from "./codes";
import * as lists from "./codes";
import { dateFormat, GOAL_LOOKS, type LayoutColour, type LayoutColumn, type LayoutName, type LayoutTable, type SheetLayout } from "./layout";
import { columnFormat } from "./number-formats";
import { SETTING_WORDS } from "./setting-words";
import type { CodeList, Column } from "./schema";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";
import type { Language, Words } from "./words";

/** Rows that names over a part of a column reach to: more holidays or goals than anyone has. */
export const NAMED_ROWS = 2000;

/** In the order in which the tabs stand; the last are made only when they are needed. */
export const sheetsOf = (language: Language): readonly string[] => [...new Set(TABLE_KEYS.map((key) => TABLES[key].sheet[language]))];

/** The column of a new sheet where a table begins: a second table stands right of the first, one column apart. */
export function firstColumn(table: TableKey): number {
  const before = TABLE_KEYS.slice(0, TABLE_KEYS.indexOf(table)).filter((key) => TABLES[key].sheet.en === TABLES[table].sheet.en);
  return before.reduce((column, key) => column + TABLES[key].columns.length + TABLES[key].machine.length + 1, 0);
}

/** @returns by the name of the sheet */
export function sheetLayouts(language: Language): ReadonlyMap<string, SheetLayout> {
  return new Map(sheetsOf(language).map((sheet) => {
    const keys = TABLE_KEYS.filter((key) => TABLES[key].sheet[language] === sheet);
    return [sheet, {
      tables: keys.map((key) => layoutTable(key, language)),
      names: keys.flatMap(namesOf),
      colours: keys.flatMap((key) => coloursOf(key, language)),
      formats: keys.includes("settings") ? [{ row: 1 + Object.keys(SETTING_WORDS).indexOf("PLAN_ASOF"), column: 1, format: dateFormat(language) }] : [],
      texts: keys.includes("settings") ? [{ row: 0, column: LISTS_COLUMN, cells: listRows() }] : [],
    }];
  }));
}

function layoutTable(key: TableKey, language: Language): LayoutTable {
  const { name, columns, machine } = TABLES[key];
  return {
    name, column: firstColumn(key),
    columns: [
      ...(columns as readonly Column[]).map((column): LayoutColumn => ({
        header: column.header[language], width: widthOf(column, language), format: columnFormat(column, language), list: column.codes?.map(({ words }) => words[language]) ?? null,
        calculated: column.kind === "calculated" || column.kind === "id", hint: hintOf(column)[language],
      })),
      ...machine.map((header): LayoutColumn => ({ header, width: 6, format: null, list: null, calculated: true, hint: MACHINE[language] })),
    ],
  };
}

const WIDTHS: Readonly<Record<Column["kind"], number>> = { id: 8, text: 24, long: 32, number: 13, share: 10, date: 12, code: 16, ref: 22, any: 16, calculated: 13 };
/** Of the button beside a word of a list. */
const BUTTON = 8;
/** Of a header in a bold face, with the button of its filter; of the longest word of a list. */
function widthOf({ kind, header, field, codes }: Column, language: Language): number {
  const words = Math.max(0, ...(codes ?? []).map(({ words }) => words[language].length + BUTTON));
  return Math.max(field === "name" || field === "action" ? 36 : WIDTHS[kind], Math.min(28, header[language].length + 4), kind === "code" ? words : 0);
}

const MACHINE: Words = { en: "Written by Voronka to notice changes; please leave it.", ru: "Пишет Воронка, чтобы замечать изменения; не меняйте." };

function hintOf({ kind, required, codes }: Column): Words {
  const words = kind === "code" && codes ? { en: codes.map((code) => code.words.en).join(", "), ru: codes.map((code) => code.words.ru).join(", ") } : HINTS[kind];
  return required ? { en: `Required. ${words.en}`, ru: `Обязательно. ${words.ru}` } : words;
}
const HINTS: Readonly<Record<Column["kind"], Words>> = {
  id: { en: "Given by Voronka.", ru: "Выдаёт Воронка." },
  text: { en: "Text.", ru: "Текст." },
  long: { en: "Text, several lines if you like.", ru: "Текст, можно в несколько строк." },
  number: { en: "A number, or a formula that gives one.", ru: "Число или формула, которая его даёт." },
  share: { en: "A share: 25% or 0.25.", ru: "Доля: 25% или 0,25." },
  date: { en: "A date.", ru: "Дата." },
  code: { en: "A word of the list.", ru: "Слово из списка." },
  ref: { en: "The ID or the name.", ru: "Код или название." },
  any: { en: "The value of the setting.", ru: "Значение настройки." },
  calculated: { en: "Calculated.", ru: "Считается само." },
};

const LISTS_COLUMN = TABLES.settings.columns.length + TABLES.settings.machine.length + 1;
const LISTS: readonly (readonly [string, CodeList])[] = Object.entries<CodeList>(lists);

/** The lists at the right of Settings: codes and their labels in both languages. */
const listRows = (): readonly (readonly string[])[] => [
  ["List", "Code", "EN", "RU"],
  ...LISTS.flatMap(([name, list]) => list.map(({ code, words }) => [name.toLowerCase().replace(/_/g, " "), code, words.en, words.ru])),
];

function namesOf(key: TableKey): readonly LayoutName[] {
  const column = firstColumn(key);
  if (key === "settings") return Object.keys(SETTING_WORDS).map((name, i) => ({ name, row: i + 1, column: column + 1, rows: 1, columns: 1 }));
  if (key === "calendar") return [{ name: "PLAN_HOLIDAYS", row: 1, column, rows: NAMED_ROWS, columns: 1 }, { name: "PLAN_DAYS", row: 1, column, rows: NAMED_ROWS, columns: 2 }];
  if (key === "goals") {
    const named = { PLAN_GOAL_CYCLE: "cycle", PLAN_GOAL_PROGRESS: "progress", PLAN_GOAL_WEIGHT: "weight", PLAN_GOAL_CLOSED: "closed_as" } as const;
    return Object.entries(named).map(([name, field]) => ({ name, row: 1, column: column + TABLES.goals.columns.findIndex((each) => each.field === field), rows: NAMED_ROWS, columns: 1 }));
  }
  if (key === "months") return ["GOAL", "START", "TARGET"].map((name, i) => ({ name: `PLAN_MONTH_${name}`, row: 1, column: column + i, rows: NAMED_ROWS, columns: 1 }));
  if (key === "season") return [{ name: "PLAN_SEASON_INDEX", row: 1, column: column + 1, rows: 12, columns: 1 }];
  return [];
}

function coloursOf(key: TableKey, language: Language): readonly LayoutColour[] {
  const look: Readonly<Record<string, LayoutColour["look"]>> | null = key === "goals" ? GOAL_LOOKS : key === "tasks" ? TASK_LOOKS : null;
  if (!look) return [];
  const column = firstColumn(key) + TABLES[key].columns.findIndex(({ field }) => field === "status");
  return [...GOAL_STATUSES, ...TASK_STATUSES].flatMap(({ code, words }) => (look[code] ? [{ column, word: words[language], look: look[code] }] : []))
    .filter((each, i, all) => all.findIndex(({ word }) => word === each.word) === i);
}
const TASK_LOOKS: Readonly<Record<string, LayoutColour["look"]>> = { done: "good", "in progress": "warning", blocked: "bad", cancelled: "quiet" };
