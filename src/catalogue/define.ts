/** The only description of a function. Metadata, stubs, registration, help, wizard and docs are derived from it. */
import type { Cell, Grid, Result } from "./grid";
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

/** One key of the `options` argument. The first word of `choices` is the default. */
export type OptionSpec = {
  readonly words: Words;
  readonly choices?: readonly string[];
  readonly kind: "choice" | "date" | "number" | "level";
};
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
  readonly args: readonly Arg<unknown>[];
  /**
   * `scalar`: one value. `column`: one row per stage. `aligned`: one row per input row. `table`: with a header row.
   * `either`: a scalar, or a column, depending on the arguments.
   */
  readonly returns: { readonly shape: "scalar" | "column" | "aligned" | "table" | "either"; readonly unit: Words };
  readonly examples: readonly [Example, ...Example[]];
  /** A formula over the sample workbook; `{sheet.column}` stands for a range of it (sample.ts). */
  readonly sample: string;
  readonly run: (...values: never[]) => unknown;
};

type Values<A extends readonly Arg<unknown>[]> = { [K in keyof A]: A[K] extends Arg<infer T> ? T : never };

/** The compiler checks that `run` takes exactly what `args` read. */
export function define<const A extends readonly Arg<unknown>[]>(
  def: Omit<FunctionDef, "args" | "run"> & { readonly args: A; readonly run: (...values: Values<A>) => Result | Outcome },
): FunctionDef {
  return def as unknown as FunctionDef;
}

/** What `run` may give besides a plain result: numbers per data row or per stage, where null is "no value". */
export type Outcome = readonly (number | null)[] | readonly (readonly (Cell | Words)[])[];
