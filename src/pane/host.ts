/** What the pane needs from the program it stands beside: use cases, never cells. Every call may fail; a failure is a sentence for the user. */
import type { CallResult } from "../catalogue/call";
import type { FunctionHelp } from "../catalogue/define";
import type { ExplainedTable } from "../catalogue/explained";
import type { Cell, Grid } from "../catalogue/grid";
import type { CheckWords } from "../catalogue/check-words";
import type { DataChoice, FoundData } from "../catalogue/deal-data";
import type { Checked, Choice } from "../catalogue/table-check";
import type { Place } from "../catalogue/table-head";
import type { TableKind } from "../catalogue/table-roles";
import type { Language } from "../catalogue/words";
import type { PlanStore } from "../plan/store";
import type { Phase } from "./plan/screens";

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

/** A number format such as `0.0%` for cells of one column, counted from the cell of the formula. */
export type CellFormat = { readonly format: string; readonly row: number; readonly column: number; readonly rows: number };

/** A sheet of the workbook by its name and the texts of its first row. */
export type SheetHead = { readonly name: string; readonly header: readonly string[] };

/** An argument of a live result: cells of the sheet, a value as typed, or nothing. */
export type Asked = { readonly reference: string } | { readonly value: Cell | Grid } | null;

/** `unread`: the sheet did not hand over these cells; `reason` is a sentence for the user. */
export type Calculated = CallResult | { readonly unread: string; readonly reason: string };

/** The functions of the product, as the pane needs them: here (local-functions.ts), or at the other end of a wire. */
export type Functions = {
  readonly list: readonly FunctionHelp[];
  /** The result of a call, without writing it anywhere. References are such as `Deals!B:B`. */
  calculate(name: string, args: readonly Asked[], language: Language): Promise<Calculated>;
  /** What stands in the columns of a result table; null where that needs no words. */
  explain(name: string, language: Language): Promise<ExplainedTable | null>;
};

/** A table of the workbook: where it lies, and what its headers say it is; null where only all of its rows can tell. */
export type FoundTable = Place & { readonly kind: TableKind | null };

/** The check of the workbook's tables, as the pane needs it: here (local-checks.ts), or at the other end of a wire. It changes nothing. */
export type Checks = {
  readonly words: CheckWords;
  /** The tables with headers, in the order of their sheets. */
  tables(): Promise<readonly FoundTable[]>;
  /** @param choice what the user said; null to recognise everything. Null where the headers are gone. */
  check(table: Place, choice: Choice | null): Promise<Checked | null>;
};

/** Tables of deals that a plan may be made of: read here (local-data.ts), or at the other end of a wire. It changes nothing. */
export type DealData = {
  /** The tables with headers, in the order of their sheets. */
  tables(): Promise<readonly FoundTable[]>;
  /** @param choice what the user said; null to recognise everything. Null where the headers are gone. */
  read(table: Place, choice: DataChoice | null, today: number): Promise<FoundData | null>;
};

/** Parts of the pane. */
export const VIEWS = ["functions", "dataCheck", "plan"] as const;
export type View = (typeof VIEWS)[number];

/** What every part of the pane needs. */
export type SheetHost = {
  readonly language: Language;
  /** Asks the host to show its own texts in another language, where it can. */
  setLanguage?(language: Language): void;
  /** How this user types a formula: `;` between arguments, and a comma in decimals, in a Russian locale. */
  readonly notation: "comma" | "semicolon";
  /** Optional. With `semicolon`: `{1;2:3;4}` as in Excel (also when absent), or `{1\2;3\4}` as in Google Sheets. */
  readonly arrays?: "excel" | "sheets";
  /** Optional. How a table of the plan stands in a formula: `PLAN_GOALS[#All]` (also when absent), or the name of its columns, `PLAN_GOALS`. */
  readonly planTables?: "tables" | "columns";
  /** Selects a cell such as `Deals!B7` and brings it into sight. */
  show(reference: string): Promise<void>;
  /** Optional. Calls back when the user has opened other data: they are checked first; returns a function that stops it. */
  onOpened?(listener: () => void): () => void;
  selection(): Promise<Selection>;
  /** Calls back on each change of the selection, where the host can tell; returns a function that stops it. */
  onSelection?(listener: (selection: Selection) => void): () => void;
  /** Optional. The names defined in the workbook: such a word is then a reference, without it the user types `=Name`. */
  names?(): Promise<readonly string[]>;
  /** Optional. Tells the pane whether the sample workbook is at hand, so that it can offer examples over it. */
  sheets?(): Promise<readonly SheetHead[]>;
  /**
   * Writes a formula in the English notation (commas, decimal points) into the first selected cell.
   *
   * @param formats optional for a host: for cells that have no number format of their own, and beside the formula only for blank ones
   * @param at optional for a host: what was selected when the user pressed, as `qualified`; it goes there, whatever is selected by now
   */
  insert(formula: string, overwrite: boolean, formats?: readonly CellFormat[], at?: string): Promise<Inserted>;
  /** Optional. The part that is shown first; the first one where it is left out. */
  readonly view?: View;
  /** Optional. Shows a part that this host keeps in another panel, in place of this one. */
  openPart?(view: View): Promise<void>;
};

export type PaneHost = SheetHost & {
  readonly functions: Functions;
  readonly checks: Checks;
  /** Optional, with `today`. Where the plan of the department is kept; a host without one shows no such part. */
  readonly plan?: PlanStore;
  /** Optional. Without it a plan can only be begun from numbers that are typed. */
  readonly data?: DealData;
  /** The day it is for the user, as a serial number of the 1900 system. */
  today?(): number;
  /** Optional. Calls back when a phase of the plan is asked for from outside of the pane, such as by the ribbon; returns a function that stops it. */
  onPhase?(listener: (phase: Phase) => void): () => void;
};
