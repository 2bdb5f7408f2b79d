/** The functions as a page for people, in one language: docs/functions.md and docs/functions.ru.md are written from it. */
import { isoDay } from "../core/calendar";
import { GROUP_QUESTIONS, GROUPS, NOT_FOR, UNITS, type Arg, type Example, type FunctionDef, type Group } from "./define";
import { exampleFormula } from "./example";
import { exampleIn, explained, type Explained } from "./explained";
import type { Result } from "./grid";
import { ENGLISH, EXCEL_DECIMAL_COMMA, inNotation, type Notation } from "./notation";
import { sampleFormula } from "./sample";
import type { Language, Words } from "./words";

const WORDS = {
  title: { en: "Functions", ru: "Функции" },
  intro: {
    en: "The same names, arguments and results in Excel, in Google Sheets and in the workbench. Arguments in [brackets] may be left out. This page is generated from the definitions: `npm run docs`.",
    ru: "Одни и те же имена, аргументы и результаты в Excel, в Google Таблицах и в верстаке. Аргументы в [скобках] можно не задавать. Страница создаётся из описаний функций: `npm run docs`.",
  },
  failures: {
    en: "A function fails in three ways only: `#VALUE!` – the input is wrong, and the message names the argument, the row, what was found and what is expected; `#N/A` – the data cannot answer; `#DIV/0!` – a zero denominator. Inside a table “no value” is an empty cell.",
    ru: "Функция отказывает только тремя способами: `#VALUE!` – неверные данные, и сообщение называет аргумент, строку, что получено и что нужно; `#N/A` – данные не могут ответить; `#DIV/0!` – нулевой знаменатель. В таблице «нет значения» – это пустая ячейка.",
  },
  argument: { en: "Argument", ru: "Аргумент" },
  meaning: { en: "Meaning", ru: "Что это" },
  option: { en: "In options", ru: "В options" },
  result: { en: "Result", ru: "Результат" },
  column: { en: "Column", ru: "Столбец" },
  row: { en: "Row", ru: "Строка" },
  holds: { en: "What stands there", ru: "Что в нём" },
  rowHolds: { en: "What stands there", ru: "Что в ней" },
  unit: { en: "Unit", ru: "Единица" },
  example: { en: "Example", ru: "Пример" },
  words: { en: "one of", ru: "варианты" },
  index: { en: "Which function answers my question", ru: "Какая функция отвечает на мой вопрос" },
  function: { en: "Function", ru: "Функция" },
  question: { en: "The question it answers", ru: "На какой вопрос отвечает" },
  sample: { en: "On the sample workbook", ru: "По книге-образцу" },
} as const satisfies Record<string, Words>;

const SHAPES: Readonly<Record<FunctionDef["returns"]["shape"], Words>> = {
  scalar: { en: "one number", ru: "одно число" },
  column: { en: "one row per stage of order", ru: "по строке на этап из order" },
  list: { en: "a column of numbers", ru: "столбец чисел" },
  row: { en: "two cells side by side", ru: "две ячейки рядом" },
  aligned: { en: "one row per input row", ru: "по строке на каждую строку данных" },
  table: { en: "a table", ru: "таблица" },
};

const notationOf = (language: Language): Notation => (language === "ru" ? EXCEL_DECIMAL_COMMA : ENGLISH);

export function signature(def: FunctionDef, language: Language): string {
  const args = def.args.map(({ key, optional }) => (optional ? `[${key}]` : key));
  return `${def.name}(${args.join(`${notationOf(language).argument} `)})`;
}

const cell = (text: string): string => text.replace(/\|/g, "\\|");

function argumentRow({ key, optional, words, choices }: Arg<unknown>, language: Language): string {
  const among = choices ? ` (${WORDS.words[language]}: ${choices.map((each) => `\`${each}\``).join(", ")})` : "";
  return `| \`${optional ? `[${key}]` : key}\` | ${cell(words[language])}${among} |`;
}

function optionRows(def: FunctionDef, language: Language): readonly string[] {
  const specs = def.args.flatMap(({ options }) => (options ? Object.entries(options) : []));
  if (specs.length === 0) return [];
  return ["", `| ${WORDS.option[language]} | ${WORDS.meaning[language]} |`, "|---|---|", ...specs.map(([key, spec]) => `| \`${key}${spec.choices ? `=${spec.choices.join("\\|")}` : ""}\` | ${cell(spec.words[language])} |`)];
}

function explainedRows(title: string, holds: string, explained: readonly Explained[], language: Language): readonly string[] {
  if (explained.length === 0) return [];
  const units = explained.some(({ unit }) => unit !== null);
  return ["", units ? `| ${title} | ${holds} | ${WORDS.unit[language]} |` : `| ${title} | ${holds} |`, units ? "|---|---|---|" : "|---|---|", ...explained.map(({ name, meaning, unit }) => `| ${cell(name)} | ${cell(meaning)} |${units ? ` ${unit ?? ""} |` : ""}`)];
}

/** What the columns, and rows that need it, of a result table hold. */
function columnRows(def: FunctionDef, language: Language): readonly string[] {
  const { columns, rows } = explained(def, language) ?? { columns: [], rows: [] };
  return [...explainedRows(WORDS.column[language], WORDS.holds[language], columns, language), ...explainedRows(WORDS.row[language], WORDS.rowHolds[language], rows, language)];
}

/** The header of a column of dates. */
const SINCE = "Since";

/** @param english the same result, whose header tells columns of dates */
function shownResult({ returns }: FunctionDef, result: Result, english: Result, notation: Notation): string {
  const header: readonly unknown[] = Array.isArray(english) && returns.shape === "table" ? (english as readonly (readonly unknown[])[])[0] ?? [] : [];
  const value = (each: unknown, column: number): string => (typeof each === "number" && (returns.unit === "date" || header[column] === SINCE) ? isoDay(each) : typeof each === "number" ? String(Number(each.toPrecision(6))).replace(".", notation.decimal) : each === "" ? "–" : String(each));
  return Array.isArray(result) ? (result as readonly (readonly unknown[])[]).map((row) => row.map(value).join(" · ")).join("  \n") : value(result, 0);
}

function exampleLines(def: FunctionDef, example: Example, language: Language): readonly string[] {
  const notation = notationOf(language);
  return ["", `${WORDS.example[language]}: \`${exampleFormula(def, example, notation, Infinity)}\` →  `, shownResult(def, exampleIn(def, example, language), example.result, notation)];
}

function entry(def: FunctionDef, language: Language): readonly string[] {
  return [
    "", `### ${def.name}`, "", `\`${signature(def, language)}\``, "", `**${def.title[language]}.** ${def.summary[language]}`, "", `${NOT_FOR[language]}: ${def.avoid[language]}`, "",
    `| ${WORDS.argument[language]} | ${WORDS.meaning[language]} |`, "|---|---|", ...def.args.map((arg) => argumentRow(arg, language)),
    ...optionRows(def, language),
    "", `${WORDS.result[language]}: ${SHAPES[def.returns.shape][language]}${def.returns.unit === "table" ? "" : `, ${UNITS[def.returns.unit][language]}`}.`,
    ...columnRows(def, language),
    ...def.examples.flatMap((example) => exampleLines(def, example, language)),
    "", `${WORDS.sample[language]}: \`${inNotation(sampleFormula(def.sample, language), notationOf(language))}\``,
  ];
}

const groupsOf = (catalogue: readonly FunctionDef[]): readonly Group[] => (Object.keys(GROUPS) as Group[]).filter((group) => catalogue.some((def) => def.group === group));

/** The questions of all functions, for those who do not know the name yet. */
function index(catalogue: readonly FunctionDef[], language: Language): readonly string[] {
  return [
    "", `## ${WORDS.index[language]}`,
    ...groupsOf(catalogue).flatMap((group) => [
      "", `**${GROUPS[group][language]}.** ${GROUP_QUESTIONS[group][language]}`, "", `| ${WORDS.question[language]} | ${WORDS.function[language]} |`, "|---|---|",
      ...catalogue.filter((def) => def.group === group).map((def) => `| ${cell(def.summary[language])} | [${def.name}](#${def.name.toLowerCase()}) |`),
    ]),
  ];
}

/** The whole page. */
export function reference(catalogue: readonly FunctionDef[], language: Language): string {
  const lines = [`# ${WORDS.title[language]}`, "", WORDS.intro[language], "", WORDS.failures[language], ...index(catalogue, language)];
  for (const group of groupsOf(catalogue)) {
    lines.push("", `## ${GROUPS[group][language]}`);
    for (const def of catalogue) if (def.group === group) lines.push(...entry(def, language));
  }
  return `${lines.join("\n")}\n`;
}

/** A line per group, for the README. */
export function overview(catalogue: readonly FunctionDef[], language: Language, page: string): string {
  return groupsOf(catalogue).map((group) => {
    const names = catalogue.filter((def) => def.group === group).map(({ name }) => `[${name}](${page}#${name.toLowerCase()})`);
    return `- **${GROUPS[group][language]}**: ${names.join(", ")}`;
  }).join("\n");
}
