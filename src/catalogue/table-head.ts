/** Where a table lies in its sheet, and what its first rows say: the headers, and what the columns are. */
import { isBlank, trim } from "./cells";
import { headerRow, kindOf, recogniseRoles, type Cells, type Roles, type TableKind } from "./table-roles";
import type { List } from "./table-stages";

export type { Cells };

/** Where a table lies: rows and columns of its sheet, from 1; the header may stand below a title. */
export type Place = { readonly sheet: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
export type Area = Omit<Place, "sheet">;

/** Rows that show what a column is. */
const HEAD = 300;

/** Asks for cells, which the host may give at once or over a wire; null is a moment to rest. */
export type Reading<T> = Generator<Area | null, T, Cells>;

/** The part of a table that shows its headers and what stands below. */
export const headOf = ({ row, column, rows, columns }: Area): Area => ({ row, column, rows: Math.min(rows, HEAD), columns });

export type Head = { readonly header: number; readonly headers: readonly string[]; readonly roles: Roles; readonly kind: TableKind | null };

/** Null for cells without headers. */
export function readHead(head: Cells): Head | null {
  const header = headerRow(head);
  if (header < 0) return null;
  const headers = head[header]!.map((cell) => (isBlank(cell) ? "" : String(cell)));
  const roles = recogniseRoles(headers, head.slice(header + 1));
  return { header, headers, roles, kind: kindOf(roles) };
}

const MOST_LISTED = 60;
/** Short columns of names, which may be the stages in their order. */
export function listsOf(head: Cells, { rows }: Area): readonly List[] {
  const header = headerRow(head);
  if (header < 0 || rows > MOST_LISTED) return [];
  return head[header]!.flatMap((cell, column) => {
    const below = head.slice(header + 1).map((row) => row[column]).filter((each) => !isBlank(each));
    const names = below.filter((each) => typeof each === "string").map(trim);
    return names.length > 0 && names.length === below.length && new Set(names).size === names.length ? [{ header: String(cell), names }] : [];
  });
}

/** Runs a reading where the host gives cells at once. */
export function readNow<T>(reading: Reading<T>, read: (area: Area) => Cells): T {
  let step = reading.next();
  while (!step.done) step = reading.next(step.value === null ? [] : read(step.value));
  return step.value;
}
