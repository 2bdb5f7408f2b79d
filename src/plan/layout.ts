/** How a sheet of the plan is to look, in terms every host can follow; made from tables.ts by sheet-layout.ts. */
import type { GoalStatus } from "./codes";
import type { Language } from "./words";

/** How good what a word says is; the colour stands beside the word, never for it. */
export type Standing = "good" | "warning" | "bad" | "quiet";
export const GOAL_LOOKS: Readonly<Record<GoalStatus, Standing>> = { onPlan: "good", done: "good", attention: "warning", behind: "bad", missed: "bad", notStarted: "quiet", noData: "quiet", cancelled: "quiet" };

export type LayoutColumn = {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Number format in the English notation, null for plain text. */
  readonly format: string | null;
  /** Words to choose from. */
  readonly list: readonly string[] | null;
  /** Grey: written by the add-in. */
  readonly calculated: boolean;
  /** A comment on the header, where the host has them: what belongs here. */
  readonly hint: string;
};

/** One table on the sheet, its header in row 0. */
export type LayoutTable = { readonly name: string; readonly column: number; readonly columns: readonly LayoutColumn[] };

/** A name of the workbook for a part of the sheet. */
export type LayoutName = { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** Cells of a column that hold this word are coloured. */
export type LayoutColour = { readonly column: number; readonly word: string; readonly look: Standing };

export type SheetLayout = {
  readonly tables: readonly LayoutTable[];
  readonly names: readonly LayoutName[];
  readonly colours: readonly LayoutColour[];
  /** Number formats of single cells, where those of their column do not suit. */
  readonly formats?: readonly { readonly row: number; readonly column: number; readonly format: string }[];
  /** Texts that stand on the sheet from the beginning, such as lists at the right of Settings. */
  readonly texts: readonly { readonly row: number; readonly column: number; readonly cells: readonly (readonly string[])[] }[];
};

/** Of the words in coloured cells: dark on light, and the word is read without the colour too. */
export const LOOK_COLOURS: Readonly<Record<LayoutColour["look"], { readonly fill: string; readonly text: string }>> = {
  good: { fill: "#e0f2e6", text: "#14532d" }, warning: { fill: "#fff3d6", text: "#6b4e00" }, bad: { fill: "#fde7e7", text: "#8a1c1c" }, quiet: { fill: "#eceeee", text: "#556060" },
};

export const dateFormat = (language: Language): string => (language === "ru" ? "dd.mm.yyyy" : "yyyy-mm-dd");
