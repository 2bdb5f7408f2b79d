/**
 * What people did to a table since the add-in wrote it, found out from the cells, their checksums and the history of each row. Nothing is
 * written here: the outcome is a list of records to be made, and where each row of the plan stands.
 */
import { canonOf, storedOf, typedColumns, type Canon, type Names } from "./codec";
import { codeOf } from "./change";
import { CANCELLED } from "./codes";
import type { Context, Draft } from "./draft";
import { fieldsAfter, fieldsAt, MAKING, type RowState } from "./fold";
import { claimsOf } from "./claims";
import { collided } from "./collision";
import type { RowId } from "./plan";
import { SETTING_KINDS, type JournalRecord } from "./record";
import type { Notice } from "./store";
import { covers, hasSeen, type Vector } from "./vector";
import { isIntact, writtenIn, type SheetRow, type TableView } from "./view";
import * as say from "./sentences";

export type Examined = {
  readonly view: TableView;
  /** Where each row of the plan stands. */
  readonly places: ReadonlyMap<RowId, SheetRow>;
  /** Rows of the sheet that the add-in takes out: copies, and rows that were deleted in the pane. */
  readonly removed: readonly SheetRow[];
  /** Rows that stand as the add-in wrote them, with all records in them. */
  readonly current: ReadonlySet<RowId>;
  /** Rows left as they are: written by somebody whose records have not arrived. */
  readonly ahead: ReadonlySet<RowId>;
  readonly drafts: readonly Draft[];
  /** In the plan and not on the sheet. */
  readonly missing: readonly RowState[];
  /** Of those the ones that this pane has made and found in their places when it looked last: though no opening has found them yet, somebody took them out. */
  readonly stood: ReadonlySet<RowState>;
  /** Of those that are missing the ones that nobody removed. */
  readonly collided: ReadonlySet<RowState>;
  readonly notices: readonly Notice[];
};

export function examine(view: TableView, context: Context): Examined {
  const { table } = view;
  const { journal } = context;
  const claims = claimsOf(view, context);
  const drafts: Draft[] = [...claims.drafts];
  const notices: Notice[] = [...claims.notices];
  const removed = [...claims.copies];
  const ahead = new Set<RowId>();
  const current = new Set<RowId>();
  const places = new Map(claims.places);
  for (const [id, row] of claims.places) {
    const state = journal.rows.get(id);
    if (!state) continue; // adopted just now
    const seen = look(state, row, view, context);
    if (seen.ahead) ahead.add(id);
    if (seen.current) current.add(id);
    const tell = (kind: Notice["kind"], draft: Draft | undefined): unknown => notices.push({ kind, table, row: id, sentence: say.happened(kind, view, row, context.names.labelOf(id) ?? "", [...(draft?.fields.keys() ?? [])]) });
    if (seen.draft) drafts.push(seen.draft);
    if (seen.notice) tell(seen.notice, seen.draft);
    if (seen.aside) {
      drafts.push(seen.aside);
      tell("review", seen.aside);
    }
    if (!state.alive && !seen.draft && !seen.ahead) {
      removed.push(row);
      places.delete(id);
    }
  }
  const missing = [...journal.tables.get(table)!].filter(({ row, alive }) => alive && !claims.places.has(row));
  const before = context.before?.examined.get(table)?.places;
  const stood = new Set(missing.filter(({ row, records }) => before?.has(row) && records.some(({ kind, client }) => MAKING.has(kind) && client === context.client)));
  return { view, places, removed, current, ahead, drafts, missing, stood, collided: collided({ view, missing, places }, journal.rows, context.before), notices };
}

type Looked = { readonly draft?: Draft; readonly ahead?: true; readonly current?: boolean; readonly notice?: Notice["kind"]; /** Put aside besides. */ readonly aside?: Draft };

function look(state: RowState, row: SheetRow, view: TableView, context: Context): Looked {
  const { journal, names, client } = context;
  const { table } = state;
  const rev = row.rev?.row === state.row ? row.rev : null;
  const then = rev ? canonOf(table, fieldsAt(state, rev.vector), names) : null;
  const now = canonOf(table, state.fields, names);
  const status = typedCancelled(state, row, view, rev?.vector ?? null);
  const unseen = rev ? [...rev.vector].filter(([who, seq]) => !hasSeen(state.vector, who, seq)) : [];
  const isLost = unseen.some(([who, seq]) => who === client || hasSeen(journal.seen, who, seq) || !journal.seen.has(who));
  const differing = (from: Canon): string[] => [...row.cells].flatMap(([field, cell]) => (cell !== from(field) ? [field] : []));
  const hand = (fields: readonly string[], base: Vector | null, kind: "hand" | "adopt" | "review" = "hand"): Draft => {
    const values = new Map([...typedColumns(table)].flatMap((column) => (fields.includes(column.field) ? [[column.field, storedOf(column, view.read(row.at, view.place.columns.get(column.field)!), row.at, names)] as const] : [])));
    if (status && kind !== "review") values.set("closed_as", CANCELLED[0].code);
    return { kind, table, row: state.row, fields: values, label: null, base };
  };
  if (rev && isIntact(table, row, then!)) {
    if (isLost) {
      const fields = differing(now);
      return fields.length === 0 ? {} : { draft: hand(fields, null, "adopt"), notice: "recovered" };
    }
    if (unseen.length > 0) return covers(rev.vector, state.vector) ? { ahead: true } : {};
    if (context.undone.has(state.row)) {
      const fields = differing(now);
      if (fields.length > 0) return { draft: hand(fields, null), notice: "hand" };
    }
    return status ? { draft: hand([], null), notice: "hand" } : { current: covers(rev.vector, state.vector) };
  }
  if (unseen.length > 0 && !isLost) return { ahead: true };
  const edited = (base: Canon): string[] => differing(base).filter((field) => row.cells.get(field) !== now(field));
  const wrote = rev && !isLost ? writtenIn(view, row, then!) : null;
  if (rev && wrote) {
    const all = edited(wrote.cells);
    const old = all.filter((field) => wrote.left.has(field) && mayBeOld(state, field, row.cells.get(field)!, names));
    const fields = all.filter((field) => !old.includes(field));
    if (fields.length > 0 && isMixed(state, rev.vector, row, fields, names)) return {};
    const review = old.length === 0 ? null : hand(old, null, "review");
    return { ...(review && !isKnownReview(state, review) && { aside: review }), ...((fields.length > 0 || status) && { draft: hand(fields, rev.vector), notice: "hand" }) };
  }
  const fields = edited(now);
  if (fields.length === 0) return status ? { draft: hand([], null), notice: "hand" } : {};
  if (isLost || row.sumText === "") return { draft: hand(fields, null), notice: "hand" };
  // Cells of another writing: put aside, once, and written over from the journal.
  const review = hand(fields, null, "review");
  return isKnownReview(state, review) ? { notice: "review" } : { draft: review, notice: "review" };
}

/** Whether the cells are what somebody else wrote who had not seen this row's last record: the writing of two, and no edit of a person. */
const isMixed = (state: RowState, seen: Vector, row: SheetRow, fields: readonly string[], names: Names): boolean =>
  state.records.some((record) => {
    if (hasSeen(seen, record.client, record.seq)) return false;
    const after = canonOf(state.table, fieldsAfter(state, record), names);
    return fields.every((field) => row.cells.get(field) === after(field));
  });

/**
 * Whether the cell of a column that nobody knew for a while may be what the add-in itself wrote before: the pane gave the field another
 * value meanwhile, which counts, unless a person typed the old one there.
 */
function mayBeOld(state: RowState, field: string, cell: string, names: Names): boolean {
  const values = state.records.flatMap(({ kind, fields }) => (SETTING_KINDS.has(kind) && fields.has(field) ? [{ kind, cell: canonOf(state.table, fields, names)(field) }] : []));
  const typed = values.map(({ kind }) => kind === "hand" || kind === "adopt").lastIndexOf(true);
  return values.slice(Math.max(0, typed), -1).some((value) => value.cell === cell);
}

const isKnownReview = (state: RowState, { fields }: Draft): boolean =>
  state.records.some((record: JournalRecord) => record.kind === "review" && JSON.stringify([...record.fields]) === JSON.stringify([...fields]));

/** A person wrote into the Status of a goal that it is cancelled; the column is calculated, so the checksum does not see it. */
function typedCancelled(state: RowState, row: SheetRow, view: TableView, base: Vector | null): boolean {
  const column = state.table === "goals" ? view.place.columns.get("status") : undefined;
  const cell = column === undefined ? null : view.read(row.at, column);
  if (typeof cell !== "string" || codeOf({ field: "status", kind: "code", codes: CANCELLED, header: { en: "", ru: "" } }, cell) === undefined) return false;
  const cancelled = CANCELLED[0].code;
  return state.fields.get("closed_as") !== cancelled && (base === null || fieldsAt(state, base).get("closed_as") !== cancelled);
}
