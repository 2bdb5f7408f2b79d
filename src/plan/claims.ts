/** Which row of a sheet is which row of the plan: by label, by key, by what the add-in wrote at the end of the row. */
import { checksum } from "./checksum";
import { CANCELLED } from "./codes";
import { codeOf } from "./change";
import { canonOf, keyText, storedOf, typedColumns, type Canon } from "./codec";
import type { Context, Draft } from "./draft";
import { fieldsAt, type RowState } from "./fold";
import { wishOf } from "./labels";
import type { RowId } from "./plan";
import type { Stored } from "./record";
import * as say from "./sentences";
import type { Notice } from "./store";
import { TABLES } from "./tables";
import { isIntact, keyOf, writtenIn, type SheetRow, type TableView } from "./view";

type Claims = {
  readonly places: ReadonlyMap<RowId, SheetRow>;
  readonly copies: readonly SheetRow[];
  readonly drafts: readonly Draft[];
  readonly notices: readonly Notice[];
};

const NOWHERE = (): string => "";

export function claimsOf(view: TableView, context: Context): Claims {
  const { journal, names } = context;
  const { table } = view;
  const keys = keysOf(view, context);
  const claims = new Map<RowId, SheetRow[]>();
  const strangers: SheetRow[] = [];
  const emptied: SheetRow[] = [];
  const copies: SheetRow[] = [];
  const drafts: Draft[] = [];
  const notices: Notice[] = [];

  const ownerOf = (row: SheetRow): RowState | undefined => {
    const written = row.rev ? journal.rows.get(row.rev.row) : undefined;
    const byRev = written?.table === table ? written : undefined;
    const absent = byRev ? canonOf(table, fieldsAt(byRev, row.rev!.vector), names) : NOWHERE;
    if (byRev && isIntact(table, row, absent)) return byRev;
    if (row.label !== "") {
      const labelled = names.rowOf(table, row.label);
      const state = labelled === undefined ? undefined : journal.rows.get(labelled);
      if (!byRev || !state) return state ?? byRev;
      // Two people took the same label, and this one has another by now.
      if (wishOf(byRev) === row.label) return byRev;
      // The label was given anew, or the table was sorted without the add-in's columns: it is the row whose cells it has.
      return differing(row, absent) < differing(row, canonOf(table, state.fields, names)) ? byRev : state;
    }
    const keyed = keys.get(keyOf(view, row));
    if (byRev && keyed && keyed !== byRev) {
      const now = canonOf(table, keyed.fields, names);
      // Sorted without the add-in's columns; otherwise a key was typed that another row has.
      return differing(row, now) === 0 ? keyed : byRev;
    }
    return byRev ?? keyed;
  };

  for (const row of view.rows) {
    if (row.blank) emptied.push(row);
    else {
      const owner = ownerOf(row);
      if (owner) claims.set(owner.row, [...(claims.get(owner.row) ?? []), row]);
      else strangers.push(row);
    }
  }

  const places = new Map<RowId, SheetRow>();
  for (const [id, rows] of claims) {
    const state = journal.rows.get(id)!;
    const then = (row: SheetRow): Canon | null => (row.rev?.row === id ? canonOf(table, fieldsAt(state, row.rev.vector), names) : null);
    const intact = rows.filter((row) => isIntact(table, row, then(row) ?? NOWHERE));
    // Writings of two clients that put the row into two places are no copies of a person: what was typed into one of them is meant for the row.
    const typedInto = rows.length === 1 ? [] : rows.filter((row) => !intact.includes(row) && then(row) && writtenIn(view, row, then(row)!) && !intact.some(({ revText }) => revText === row.revText));
    // Else the one the add-in wrote last, or the one that stands first.
    const first = (intact.length > 0 ? typedInto[0] : undefined) ?? intact.find(({ rev }) => [...state.vector].every(([client, seq]) => rev!.vector.get(client) === seq)) ?? intact[0] ?? rows.find(({ label }) => label !== "") ?? rows[0]!;
    places.set(id, first);
    for (const row of rows) {
      if (row === first || (first === typedInto[0] && typedInto.includes(row))) continue; // a second one: when the table is looked at again
      if (intact.includes(row) || sameCells(row, first)) copies.push(row);
      else strangers.push(row);
    }
  }
  strangers.sort((a, b) => a.at - b.at);

  // A row that was cut and put elsewhere without the columns of the add-in is still that row.
  const lost = new Map([...journal.tables.get(table)!].filter(({ row, alive }) => alive && !places.has(row)).reverse().map((state) => [contentOf(canonOf(table, state.fields, names), view), state]));
  const given = new Set<RowId>();
  for (const row of strangers) {
    const content = contentOf((field) => row.cells.get(field) ?? "", view);
    const same = lost.get(content);
    if (same && !places.has(same.row)) {
      places.set(same.row, row);
      continue;
    }
    const isCopy = row.label !== "" && names.rowOf(table, row.label) !== undefined;
    const recovered = row.rev !== null && !journal.rows.has(row.rev.row) && !given.has(row.rev.row) ? row.rev.row : null;
    const id = recovered ?? newId(table, content, (each) => journal.rows.has(each) || given.has(each));
    given.add(id);
    places.set(id, row);
    const kind = recovered !== null ? "recovered" : isCopy ? "copied" : "adopted";
    const label = row.label !== "" && !isCopy ? row.label : context.nextLabel(table);
    drafts.push({ kind: "adopt", table, row: id, fields: fieldsOf(view, row, context, recovered !== null), label, base: null });
    notices.push({ kind, table, row: id, sentence: say.happened(kind, view, row, label ?? "", []) });
  }

  for (const row of emptied) {
    const id = row.rev?.row;
    const state = id === undefined ? undefined : journal.rows.get(id);
    if (state?.alive && state.table === table && !places.has(id!)) continue; // removed by hand: the answer decides
    copies.push(row);
  }
  if (copies.some(({ blank }) => !blank)) notices.push({ kind: "copied", table, sentence: say.copiesRemoved(view, copies.filter(({ blank }) => !blank).length) });
  return { places, copies, drafts, notices };
}

const differing = (row: SheetRow, canon: Canon): number => [...row.cells].filter(([field, cell]) => cell !== canon(field)).length;

const sameCells = (a: SheetRow, b: SheetRow): boolean => [...a.cells].every(([field, cell]) => b.cells.get(field) === cell);

const contentOf = (canon: (field: string) => string, view: TableView): string =>
  Array.from(typedColumns(view.table), ({ field }) => (view.place.columns.has(field) ? canon(field) : "")).join("\u0001");

/** The same for everybody who finds the same row, so that two who adopt it at once make one row of it. */
function newId(table: string, content: string, isTaken: (id: RowId) => boolean): RowId {
  const base = `x${checksum(`${table}\u0001${content}`)}`;
  let number = 0;
  while (isTaken(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

function keysOf(view: TableView, { journal, names }: Context): ReadonlyMap<string, RowState> {
  const { key, prefix } = TABLES[view.table];
  const keys = new Map<string, RowState>();
  if (key === null || prefix !== null) return keys;
  const column = [...typedColumns(view.table)].find(({ field }) => field === key)!;
  for (const state of journal.tables.get(view.table)!) {
    const value = state.fields.get(key);
    const text = typeof value === "object" && value !== null && "date" in value ? canonOf(view.table, state.fields, names)(column.field).slice(1) : typeof value === "object" ? "" : keyText(value);
    if (text !== "" && state.alive && !keys.has(text)) keys.set(text, state);
  }
  return keys;
}

function fieldsOf(view: TableView, row: SheetRow, { names }: Context, withFrozen: boolean): ReadonlyMap<string, Stored> {
  const fields = new Map<string, Stored>();
  for (const column of TABLES[view.table].columns) {
    const at = view.place.columns.get(column.field);
    if (at === undefined || column.kind === "id") continue;
    const cell = view.read(row.at, at);
    if (column.kind !== "calculated") {
      if (cell !== null) fields.set(column.field, storedOf(column, cell, row.at, names));
    } else if (typeof cell === "string" && column.field === "status" && codeOf({ field: "status", kind: "code", codes: CANCELLED, header: column.header }, cell) !== undefined) {
      fields.set("closed_as", CANCELLED[0].code);
    } else if (withFrozen && cell !== null && typeof cell !== "object") fields.set(column.field, cell);
  }
  return fields;
}
