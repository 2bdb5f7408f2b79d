/** What was found in a table: suspicions with their places. */
import type { DealProblem } from "../core/deal-rows";
import type { DataProblem } from "../core/quality";
import { isBlank } from "./cells";

export type Suspicion = Exclude<DataProblem, "afterAsOf"> | DealProblem | "errorCell" | "dateText" | "eitherDate" | "placeholderDate" | "openEnd" | "numberText" | "notANumber" | "mixedCurrencies" | "totalRow";

/** `row` and `column` of the sheet, from 1. `text`: what stands there, or whose row it is. */
export type Spot = { readonly row: number; readonly column: number; readonly text: string };
export type Name = { readonly name: string; readonly count: number; readonly nearest: string | null };
export type Finding = { readonly kind: Suspicion; readonly count: number; /** The first of them. */ readonly spots: readonly Spot[]; /** Names that it is about. */ readonly names?: readonly Name[] };

/** As many rows of a finding are kept. */
export const MOST_SPOTS = 500;
const MOST_NAMES = 20;
const LONGEST_TEXT = 60;

export class Findings {
  private readonly found = new Map<Suspicion, { count: number; spots: Spot[]; names?: readonly Name[] }>();
  add(kind: Suspicion, row: number, column: number, cell: unknown): void {
    let one = this.found.get(kind);
    if (!one) this.found.set(kind, (one = { count: 0, spots: [] }));
    one.count += 1;
    if (one.spots.length < MOST_SPOTS) one.spots.push({ row, column, text: shown(cell) });
  }
  name(kind: Suspicion, names: readonly Name[]): void {
    const one = this.found.get(kind);
    if (one) one.names = names.slice(0, MOST_NAMES);
  }
  list(): readonly Finding[] {
    return [...this.found].map(([kind, one]) => ({ kind, ...one }));
  }
}

/** A cell as it is told: cut where it is long. */
export function shown(cell: unknown): string {
  const text = isBlank(cell) ? "" : typeof cell === "object" ? String((cell as { readonly error?: unknown }).error ?? "") : String(cell);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
