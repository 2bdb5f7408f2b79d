/** Which column may be the one that is gone: headers of its table that nobody knows, the likeliest first. */
import { collapse } from "../core/order";
import { canonical, canonOf } from "./codec";
import { sameFormula } from "./formula-text";
import { isKnownHeader } from "./headers";
import type { RowId } from "./plan";
import { lettersOf, type Calculated } from "./project";
import type { Examined } from "./reconcile";
import { LONGEST_HEADER } from "./renamed";
import type { Column } from "./schema";
import type { Session } from "./session";
import { TABLES, TABLE_KEYS } from "./tables";
import type { TableView } from "./view";

export type Candidate = {
  readonly key: string;
  /** As it stands on the sheet. */
  readonly header: string;
  /** All cells are what the plan knows of this field, in two rows at least that are not alike. */
  readonly isCertain: boolean;
};

type Unknown = { readonly at: number; readonly key: string; readonly header: string };

/** Columns that no table of this sheet knows, in the stretch of headers in which this table stands. */
export function unknownHeaders({ place, table, sheet, value }: TableView, { sheets }: Session): readonly Unknown[] {
  const { headers, columns, twins } = place;
  const tables = TABLE_KEYS.filter((key) => key === table || sheets.get(key) === sheet);
  const known = new Set([...columns.values(), place.rev, place.sum, ...twins.map(({ at: [, second] }) => second)]);
  const found: Unknown[] = [];
  let start = 0;
  for (let end = 0; end <= headers.length; end += 1) {
    if (end < headers.length && headers[end] !== "") continue;
    const stretch = headers.slice(start, end).map((key, i) => ({ at: start + i, key }));
    start = end + 1;
    if (!stretch.some(({ at }) => known.has(at))) continue;
    for (const { at, key } of stretch) {
      const header = value(place.header, at);
      if (typeof header !== "string" || header.length > LONGEST_HEADER || known.has(at) || found.some((each) => each.key === key)) continue;
      if (!tables.some((each) => isKnownHeader(each, key))) found.push({ at, key, header: collapse(header) });
    }
  }
  return found;
}

/** Best first: by the cells under the header, then by the columns beside it, then from the left. */
export function candidatesFor(column: Column, { view, places }: Examined, session: Session): readonly Candidate[] {
  const rows = [...places].map(([id, row]) => ({ row, known: knownOf(column, view, session, id) }));
  return unknownHeaders(view, session).map((unknown) => {
    const cells = rows.map(({ row, known }) => ({ cell: canonical(cellColumn(column, view), view.read(row.at, unknown.at), row.at), known }));
    const same = cells.filter(({ cell, known }) => cell !== "" && cell === known);
    const isCertain = same.length > 1 && new Set(same.map(({ cell }) => cell)).size > 1 && cells.every(({ cell, known }) => cell === known);
    return { ...unknown, same: same.length, beside: besideOf(column, view, unknown.at), isCertain };
  }).sort((a, b) => b.same - a.same || b.beside - a.beside || a.at - b.at);
}

/** A cell with an id is compared as one that refers to a row of the table. */
const cellColumn = (column: Column, { table }: TableView): Column => (column.kind === "id" ? { ...column, kind: "ref", to: table } : column);

/** What the cell would be; null where the row is not in the plan yet. */
function knownOf(column: Column, { table }: TableView, { journal, names }: Session, id: RowId): string | null {
  const state = journal.rows.get(id);
  if (!state) return null;
  return column.kind === "id" ? `r${names.labelOf(id)}` : canonOf(table, state.fields, names)(column.field);
}

/** How many of its two neighbours are those of the plan's own order. */
function besideOf(column: Column, { table, place }: TableView, at: number): number {
  const order: readonly Column[] = TABLES[table].columns;
  const i = order.indexOf(column);
  return [-1, 1].filter((step) => order[i + step] !== undefined && place.columns.get(order[i + step]!.field) === at + step).length;
}

/** Columns that rows have values for, and that are not there. */
export const goneColumns = ({ view }: Examined, { journal }: Session): readonly Column[] =>
  (TABLES[view.table].columns as readonly Column[]).filter((column) => column.kind !== "calculated" && !view.place.columns.has(column.field) && isUsed(view, column, journal));

export const isUsed = ({ table }: TableView, { field, kind }: Column, journal: Session["journal"]): boolean =>
  [...journal.tables.get(table)!].some(({ alive, fields }) => alive && (kind === "id" || (fields.get(field) ?? null) !== null));

/** Calculated columns that are gone, each with the first header that nobody knows and under which all formulas of the plan's rows are its own. */
export function greyColumns({ view, places }: Examined, { names }: Session, unknown: readonly Unknown[], calculated: Calculated | null): readonly { readonly column: Column; readonly header: string }[] {
  const { table, place } = view;
  // Of two that are gone the one that is made of the other is found once that one is.
  const letters = (field: string): string => lettersOf(place.columns.get(field) ?? 0);
  const isOwn = (field: string, at: number): boolean => {
    // A value stands there where the goal is closed, or somebody typed over the formula.
    const found = [...places.values()].flatMap((row) => {
      const cell = view.read(row.at, at);
      return typeof cell === "object" && cell !== null && "formula" in cell ? [sameFormula(cell.formula) === sameFormula(calculated?.(table, row.at, letters, names.language).get(field) ?? "")] : [];
    });
    return found.length > 0 && found.every(Boolean);
  };
  return (TABLES[table].columns as readonly Column[]).filter(({ field, kind }) => kind === "calculated" && !place.columns.has(field)).flatMap((column) => {
    const header = unknown.find(({ at }) => isOwn(column.field, at))?.header;
    return header === undefined ? [] : [{ column, header }];
  });
}
