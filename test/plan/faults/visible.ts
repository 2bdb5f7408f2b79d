/** A table as a person sees it in a replica, found by its headers; and whether it shows what the pane shows. */
import { understand } from "../../../src/plan/change";
import { TABLES, type TableKey } from "../../../src/plan/tables";
import type { Column } from "../../../src/plan/schema";
import type { Replica } from "./model";
import type { Record1 } from "./protocol";
import { isBlank, type Cell, type Row } from "./sheet";

export type VisibleTable = {
  readonly sheet: string;
  readonly idColumn: number;
  /** -1 for a column that is not there. */
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  readonly rows: readonly { readonly at: number; readonly cells: Row }[];
  /** First row below the table. */
  readonly end: number;
};

/** A header that a person gives the column of this field. */
export const RENAMED_FIELD = "owner";
export const RENAMED = "Responsible manager of it";

export function visibleTable(replica: Replica, table: TableKey): VisibleTable {
  const { sheet: { en: name }, columns: defined } = TABLES[table];
  const sheet = replica.sheet(name);
  const header = sheet[0] ?? [];
  const columns = new Map((defined as readonly Column[]).map(({ field, header: words }) => [field as string, header.indexOf(words.en)]));
  if (columns.get(RENAMED_FIELD) === -1) columns.set(RENAMED_FIELD, header.indexOf(RENAMED));
  const rows = sheet.flatMap((cells, at) => (at > 0 && !isBlank(cells) ? [{ at, cells }] : []));
  return { sheet: name, columns, idColumn: columns.get(defined[0].field)!, width: header.length, rows, end: sheet.length };
}

export const idsIn = (replica: Replica, table: TableKey): string[] => {
  const { rows, idColumn } = visibleTable(replica, table);
  return rows.map(({ cells }) => cells[idColumn] ?? null).filter((id) => id !== null).map(String);
};

/** Where sheet and pane differ, one sentence each: the sheet is read here anew, by nothing of the store. */
export function differences(replica: Replica, table: TableKey, records: readonly Record1[]): string[] {
  const { rows, columns, idColumn } = visibleTable(replica, table);
  const left = new Map(records.map((record) => [record.label, record]));
  const problems: string[] = [];
  for (const { at, cells } of rows) {
    const label = String(cells[idColumn] ?? "");
    const record = left.get(label);
    if (!record) {
      problems.push(`sheet: row ${at} with id "${label}" is not in the pane, or is there twice`);
      continue;
    }
    left.delete(label);
    for (const column of TABLES[table].columns as readonly Column[]) {
      if (column.kind === "calculated" || column.kind === "id") continue;
      const found = valueOf(column, cells[columns.get(column.field)!] ?? null);
      const expected = record.fields[column.field] ?? null;
      // A reference may say the name of what it refers to behind the label.
      if (found !== expected && !(column.kind === "ref" && String(found).startsWith(`${String(expected)} `))) problems.push(`sheet: ${column.field} of ${label} is ${String(found)}, the pane shows ${String(expected)}`);
    }
  }
  return [...problems, ...[...left.keys()].map((label) => `sheet: ${label} is in the pane and not in the sheet`)];
}

const valueOf = (column: Column, cell: Cell): Cell | undefined => (typeof cell === "object" && cell !== null ? cell : understand(column, cell));
