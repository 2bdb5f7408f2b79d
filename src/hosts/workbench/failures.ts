/**
 * Why a cell shows an error. A cell of the sheet can hold an error value but not a sentence, so the sentence is kept here until
 * the next calculation of the cell, and the pane shows it for the selected one.
 */
import type { Failure } from "../../catalogue/call";

export type Place = { readonly workbook: string; readonly sheet: string; readonly row: number; readonly column: number };

export type FailureMemory = {
  remember(place: Place, functionName: string, failure: Failure): void;
  /** The sentence for a cell that shows `code` and holds `formula`; null where the error came from elsewhere. */
  find(place: Place, formula: string, code: string): string | null;
  clear(): void;
};

export function rememberFailures(): FailureMemory {
  const byCell = new Map<string, Map<string, Failure>>();
  const key = ({ workbook, sheet, row, column }: Place) => `${workbook}\n${sheet}\n${row}\n${column}`;
  return {
    remember(place, functionName, failure) {
      const cell = byCell.get(key(place)) ?? new Map<string, Failure>();
      cell.delete(functionName); // so that the latest is last
      byCell.set(key(place), cell.set(functionName, failure));
    },
    find(place, formula, code) {
      // One of two functions in a formula may have succeeded since: only a failure that explains what the cell shows counts.
      const upper = formula.toUpperCase();
      const fitting = [...(byCell.get(key(place)) ?? [])].filter(([name, failure]) => failure.code === code && upper.includes(`${name}(`));
      return fitting.at(-1)?.[1].message ?? null;
    },
    clear: () => byCell.clear(),
  };
}
