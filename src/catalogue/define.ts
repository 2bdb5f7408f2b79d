/** The only description of a function. Metadata, stubs, registration, help, wizard and docs are derived from it. */
import type { Cell, Grid, Result, Value } from "./grid";
import type { Reader } from "./read";
import type { Words } from "./words";

/** The groups of the function wizard, in its order. */
export const GROUPS = {
  funnel: { en: "Funnel", ru: "Воронка" },
  money: { en: "Money", ru: "Деньги" },
  time: { en: "Time", ru: "Время" },
  plan: { en: "Plan", ru: "План" },
  people: { en: "People", ru: "Люди" },
} as const satisfies Record<string, Words>;
export type Group = keyof typeof GROUPS;

/** What the functions of a group answer together. */
export const GROUP_QUESTIONS: Readonly<Record<Group, Words>> = {
  funnel: { en: "How many get through, where they leave, and what has changed.", ru: "Сколько сделок доходит до продажи, где они уходят и что изменилось." },
  money: { en: "What a customer costs, what he brings, and when that pays back.", ru: "Сколько стоит клиент, сколько он приносит и когда это окупается." },
  time: { en: "How long deals take, and which of them are stuck.", ru: "Сколько длятся сделки и какие из них застряли." },
  plan: { en: "How far the plan is fulfilled, and what it takes to reach it.", ru: "Насколько выполнен план и что нужно, чтобы его выполнить." },
  people: { en: "How much the team can sell, and when to hire.", ru: "Сколько может продать команда и когда нанимать." },
};

/** Printed before the sentence `avoid` of a function. */
export const NOT_FOR: Words = { en: "Not for", ru: "Не для этого" };

/**
 * One key of the `options` argument. The first word of `choices` is the default, unless the default depends on the other arguments;
 * `standard` is that of a level, where it is not 0.95; `aboveZero`: a number that must not be 0.
 */
export type OptionSpec =
  | { readonly kind: "choice"; readonly words: Words; readonly choices: readonly string[]; readonly noDefault?: true }
  | { readonly kind: "date" | "number" | "whole" | "level"; readonly words: Words; readonly choices?: undefined; readonly standard?: number; readonly aboveZero?: true };
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** One argument: what the sheet shows, and what the core receives (T). */
export type Arg<T> = {
  /** A JavaScript identifier: the same parameter name in every host and language. */
  readonly key: string;
  /** `range`: may be given a range of several cells. `scalar`: one cell or one typed value. */
  readonly shape: "scalar" | "range";
  readonly words: Words;
  /** What help shows in its place: a reference such as B2:B13, or a value. */
  readonly example: string;
  readonly optional: boolean;
  /** The words that the argument accepts, default first; for autocomplete and the wizard. */
  readonly choices?: readonly string[];
  /** The keys of an `options` argument. */
  readonly options?: OptionSpecs;
  readonly reader: Reader<T>;
};

/** What a result is measured in. */
export const UNITS = {
  rate: { en: "share (0.25 is 25 %)", ru: "доля (0,25 – это 25 %)" },
  count: { en: "number", ru: "количество" },
  days: { en: "days", ru: "дни" },
  months: { en: "months", ru: "месяцы" },
  money: { en: "money, in your currency", ru: "деньги, в вашей валюте" },
  table: { en: "table with a header row", ru: "таблица с заголовками" },
  ratio: { en: "ratio (3 is three times)", ru: "отношение (3 – это втрое)" },
  index: { en: "index (1 is an average period)", ru: "индекс (1 – это средний период)" },
  people: { en: "people", ru: "человек" },
  date: { en: "date", ru: "дата" },
  word: { en: "one word", ru: "одно слово" },
  value: { en: "number, date or text, as asked", ru: "число, дата или текст, смотря что спрошено" },
  perDay: { en: "units of the plan per day", ru: "единицы плана в день" },
  moneyPerDay: { en: "money per day, in your currency", ru: "деньги в день, в вашей валюте" },
  plan: { en: "units of the plan, or a share", ru: "единицы плана или доля" },
} as const satisfies Record<string, Words>;
export type Unit = keyof typeof UNITS;

export type Example = {
  /** Arguments as cells: a scalar, rows of cells, or undefined for one left out. */
  readonly call: readonly (Cell | Grid | undefined)[];
  readonly result: Result;
};

export type FunctionDef = {
  /** Letters, digits and periods; never changes once published. */
  readonly id: string;
  /** What is typed in a cell, the same in every host and language. */
  readonly name: string;
  readonly group: Group;
  /** A short name for lists: two to four words. */
  readonly title: Words;
  /** One sentence: the question it answers. */
  readonly summary: Words;
  /** One sentence: when it is the wrong function, and which one is right then. Helps an analyst without statistics to choose. */
  readonly avoid: Words;
  readonly args: readonly Arg<unknown>[];
  /**
   * `scalar`: one value. `column`: one row per stage. `list`: a column of its own length. `row`: a few cells side by side.
   * `aligned`: one row per input row. `table`: with a header row. `orScalar`: one value instead, when the arguments ask for one.
   */
  readonly returns: { readonly shape: "scalar" | "column" | "list" | "row" | "aligned" | "table"; readonly orScalar?: true; readonly unit: Unit };
  readonly examples: readonly [Example, ...Example[]];
  /** A formula over the sample workbook; `{sheet.column}` stands for a range of it (sample.ts). */
  readonly sample: string;
  /**
   * What can be wrong between options and arguments, before any column is read: options come first. `value` is what an argument that
   * is no column reads, `isGiven` tells of any argument. The core refuses the same; this decides the order.
   */
  readonly check?: (value: (key: string) => unknown, isGiven: (key: string) => boolean) => void;
  readonly run: (...values: never[]) => Answer;
};

/** What the pane shows of a function: its description without its body, so that it can come from elsewhere as JSON. */
export type FunctionHelp = Omit<FunctionDef, "args" | "run" | "check"> & { readonly args: readonly Omit<Arg<unknown>, "reader">[] };

// Arguments of all types meet in a definition; `define` keeps them apart again.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyArgs = readonly Arg<any>[];
type Values<A extends AnyArgs> = { [K in keyof A]: A[K] extends Arg<infer T> ? T : never };

/** A data row by its index; shown as its row of the range, from 1. */
export type RowNumber = { readonly index: number };

/** A word in the language of the user, such as a header of a table, or a value; null is "no value". */
export type Answer = Result | Words | readonly (number | null)[] | readonly (readonly (Value | Words | RowNumber | null)[])[];

/** The compiler checks that `run` takes exactly what `args` read. */
export function define<const A extends AnyArgs>(
  def: Omit<FunctionDef, "args" | "run"> & { readonly args: A; readonly run: (...values: Values<A>) => Answer },
): FunctionDef {
  return def as unknown as FunctionDef;
}
