/**
 * Labels such as G-005. Two people can ask for the same at once, so what a record asks for is a wish: the first in the order of the
 * journal gets it, a later one takes the next free number. A label is never given twice, not that of a deleted row either.
 */
import { inOrder, type Journal, type RowState } from "./fold";
import type { RowId } from "./plan";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";

/** The number in a label of this table; null where it is none. */
export function labelNumber(table: TableKey, label: string): number | null {
  const { prefix } = TABLES[table];
  if (prefix === null || label.length > prefix.length + 9 || label.slice(0, prefix.length).toUpperCase() !== prefix) return null;
  const digits = label.slice(prefix.length);
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

export const labelText = (table: TableKey, number: number): string => `${TABLES[table].prefix ?? ""}${String(number).padStart(TABLES[table].digits, "0")}`;

export const wishOf = ({ records }: RowState): string | null => records.find(({ label }) => label !== null)?.label ?? null;

const firstOf = ({ records }: RowState) => records.find(({ label }) => label !== null) ?? records[0]!;

/** Labels of all rows of tables that have them, tombstones too. */
export function labelsOf(journal: Journal): ReadonlyMap<RowId, string> {
  if (journal.labels) return journal.labels;
  const labels = new Map<RowId, string>();
  for (const table of TABLE_KEYS) if (TABLES[table].prefix !== null) give(table, journal, labels);
  journal.labels = labels;
  return labels;
}

function give(table: TableKey, journal: Journal, labels: Map<RowId, string>): void {
  const states = [...journal.tables.get(table)!].sort((a, b) => inOrder(firstOf(a), firstOf(b)));
  const taken = new Set<number>();
  const losers: RowState[] = [];
  for (const state of states) {
    const number = labelNumber(table, wishOf(state) ?? "");
    if (number === null || taken.has(number)) losers.push(state);
    else {
      taken.add(number);
      labels.set(state.row, labelText(table, number));
    }
  }
  for (const state of losers) {
    let number = Math.max(1, labelNumber(table, wishOf(state) ?? "") ?? 1);
    while (taken.has(number)) number += 1;
    taken.add(number);
    labels.set(state.row, labelText(table, number));
  }
}

/** Gives the next labels after the highest one of each table. */
export function labelGiver(journal: Journal): (table: TableKey) => string | null {
  const highest = new Map<TableKey, number>();
  return (table) => {
    if (TABLES[table].prefix === null) return null;
    let most = highest.get(table);
    if (most === undefined) {
      most = 0;
      const labels = labelsOf(journal);
      for (const { row } of journal.tables.get(table)!) most = Math.max(most, labelNumber(table, labels.get(row) ?? "") ?? 0);
    }
    highest.set(table, most + 1);
    return labelText(table, most + 1);
  };
}
