/** What the pane needs from the program it stands beside: use cases, never cells. Every call may fail; a failure is a sentence for the user. */
import type { CellReader } from "../catalogue/grid";
import type { Language } from "../catalogue/words";

/** What is selected in the sheet now. */
export type Selection = {
  /** As it is typed in a formula: `B2:B13`, or `Deals!B2:B13` (quoted where needed) when `qualified`. */
  readonly address: string;
  readonly qualified: string;
  /** The formula of its first cell in the English notation, such as `=CAC(B2,C2)`; null where it has none. */
  readonly formula: string | null;
  /** Whether the first cell holds anything. */
  readonly empty: boolean;
  /**
   * What went wrong in the first cell, where one of our functions failed there; null elsewhere. A host that only knows the code,
   * such as `#N/A`, gives the code: the pane then finds the sentence by calculating the formula itself.
   */
  readonly failure: string | null;
};

export type Inserted =
  | { readonly done: true; readonly address: string }
  /** The cell is not empty and `overwrite` was false: nothing was changed. */
  | { readonly done: false; readonly address: string; readonly occupiedBy: string };

export type PaneHost = {
  readonly language: Language;
  /** Asks the host to show its own texts in another language, where it can. */
  setLanguage?(language: Language): void;
  /** How this user types a formula: `;` between arguments, and a comma in decimals, in a Russian locale. */
  readonly notation: "comma" | "semicolon";
  /** Optional. With `semicolon`: `{1;2:3;4}` as in Excel (also when absent), or `{1\2;3\4}` as in Google Sheets. */
  readonly arrays?: "excel" | "sheets";
  /** How `read` delivers cells that are not plain values. */
  readonly cells: CellReader;
  selection(): Promise<Selection>;
  /** Calls back on each change of the selection, where the host can tell; returns a function that stops it. */
  onSelection?(listener: (selection: Selection) => void): () => void;
  /** The cells of a reference such as `Deals!B:B`, for the live result: rows of values, no more than the used part. */
  read(reference: string): Promise<readonly (readonly unknown[])[]>;
  /** Optional. The names defined in the workbook: such a word is then a reference, without it the user types `=Name`. */
  names?(): Promise<readonly string[]>;
  /**
   * Writes a formula in the English notation (commas, decimal points) into the first selected cell.
   *
   * @param format optional for a host: a number format such as `0.0%` for a cell that has none of its own
   */
  insert(formula: string, overwrite: boolean, format?: string): Promise<Inserted>;
};
