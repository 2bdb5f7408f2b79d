/** How rows are called in cells that refer to them, and the other way round. */
import { keyText, labelIn, type Names } from "./codec";
import type { Journal } from "./fold";
import { labelsOf } from "./labels";
import type { RowId } from "./plan";
import { TABLES, type TableKey } from "./tables";
import type { Language } from "./words";

/** The field that says what a row is, for tables that are referred to. */
export const NAME_FIELD: Partial<Record<TableKey, string>> = { goals: "name", tasks: "action" };

export function namesOf(journal: Journal, language: Language): Names {
  const labels = labelsOf(journal);
  const byLabel = new Map(Array.from(labels, ([row, label]) => [label, row]));
  const byName = new Map<TableKey, ReadonlyMap<string, RowId>>();
  const nameOf = (row: RowId): string => {
    const state = journal.rows.get(row);
    const name = state?.fields.get(NAME_FIELD[state.table] ?? "");
    return typeof name === "string" ? name : "";
  };
  const namedRows = (table: TableKey): ReadonlyMap<string, RowId> => {
    let rows = byName.get(table);
    if (!rows) {
      rows = new Map([...journal.tables.get(table)!].filter(({ alive }) => alive).reverse().map(({ row }) => [keyText(nameOf(row)), row]));
      byName.set(table, rows);
    }
    return rows;
  };
  return {
    language, nameOf,
    labelOf: (row) => labels.get(row),
    rowOf: (table, text) => {
      if (TABLES[table].prefix === null) return undefined;
      if (journal.rows.get(text)?.table === table) return text;
      const label = labelIn(table, text);
      if (label !== null) {
        const row = byLabel.get(label);
        return row !== undefined && journal.rows.get(row)!.table === table ? row : undefined;
      }
      return namedRows(table).get(keyText(text));
    },
  };
}
