/** A workbook between a file and the sheet, in a form that is cheap to hand between worker and page: rows of plain values, styles by number. */
export type Scalar = number | string | boolean | null;

export type PlainStyle = {
  readonly pattern?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly wrap?: boolean;
};

/**
 * `formula` begins with `=`; it is null for one that was filled down from the formula with the same number in `shared`.
 * `spill` is how far its result reaches, where that is more than one cell.
 */
export type PlainFormula = { readonly row: number; readonly column: number; readonly formula: string | null; readonly shared?: number; readonly spill?: Area };

export type Area = { readonly startRow: number; readonly startColumn: number; readonly endRow: number; readonly endColumn: number };

/** A note on a cell. `author` only where a file says who wrote it. */
export type PlainNote = { readonly row: number; readonly column: number; readonly text: string; readonly author?: string };

/** Words to choose from in the cells of areas; `isStrict`: others are refused, and not only marked. */
export type PlainList = { readonly areas: readonly Area[]; readonly words: readonly string[]; readonly isStrict: boolean };

/** Colours of the cells of areas that hold this word; #rrggbb. */
export type PlainMark = { readonly areas: readonly Area[]; readonly word: string; readonly color?: string | undefined; readonly fill?: string | undefined };

export type PlainSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Scalar[])[];
  /** Per column: the number of the style of each row, 0 for none; null for a column without styles. */
  readonly styles: readonly (Uint16Array | null)[];
  readonly formulas: readonly PlainFormula[];
  /** In pixels; undefined for the default. */
  readonly widths: readonly (number | undefined)[];
  readonly heights?: readonly (number | undefined)[];
  readonly merges: readonly Area[];
  readonly notes?: readonly PlainNote[];
  readonly lists?: readonly PlainList[];
  readonly marks?: readonly PlainMark[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hidden: boolean;
};

export type PlainBook = {
  readonly sheets: readonly PlainSheet[];
  /** Number 0 is no style. */
  readonly styles: readonly PlainStyle[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
};

/** What is to be saved, and what of the sheet a file does not take. */
export type SavedBook = PlainBook & { readonly left: readonly LeftBehind[] };

/** A workbook out of a file, and what its reader ought to know. */
export type OpenedBook = PlainBook & { readonly notices: readonly Notice[] };

/** Worth knowing, but the file was opened. */
export type Notice =
  | { readonly kind: "lookAlike"; readonly first: string; readonly second: string; readonly header: string }
  | { readonly kind: "shortRows"; readonly count: number; readonly row: number }
  /** Columns of dates such as 12/25/2024: which of the numbers was taken for the day. */
  | { readonly kind: "dateOrder"; readonly columns: readonly string[]; readonly order: "dayFirst" | "monthFirst" }
  | { readonly kind: "left"; readonly what: readonly LeftBehind[] }
  | { readonly kind: "valuesOnly"; readonly count: number };

export type LeftBehind = "charts" | "pictures" | "pivots" | "conditions" | "validations" | "comments" | "sparklines" | "shapes" | "macros" | "protection";
