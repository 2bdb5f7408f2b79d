/** A record that is to be made, before it has a number; and what is known when tables are looked at. */
import { labelIn, typedColumns, type Names } from "./codec";
import type { LastLook } from "./collision";
import type { Journal } from "./fold";
import type { RowId } from "./plan";
import type { Stored } from "./record";
import { TABLES, type TableKey } from "./tables";
import type { Vector } from "./vector";

export type Draft = {
  readonly kind: "hand" | "adopt" | "review" | "create" | "update" | "check-in" | "delete" | "restore" | "answer" | "migrate";
  readonly table: TableKey;
  readonly row: RowId;
  readonly fields: ReadonlyMap<string, Stored>;
  readonly label: string | null;
  /** What the author had seen of the row; null: everything that is known. */
  readonly base: Vector | null;
};

export type Context = {
  readonly journal: Journal;
  readonly names: Names;
  readonly client: string;
  readonly nextLabel: (table: TableKey) => string | null;
  /** Rows whose last writing the user took back. */
  readonly undone: ReadonlySet<RowId>;
  /** null at the first look of a pane. */
  readonly before: LastLook | null;
};

/** References in these drafts to rows that are adopted by the same drafts: when a journal is made anew, no row is known before. */
export function linked(drafts: readonly Draft[]): readonly Draft[] {
  const made: ReadonlyMap<string, RowId> = new Map(drafts.flatMap(({ kind, table, row, label }) => (kind === "adopt" && label !== null ? [[`${table} ${label}`, row] as const] : [])));
  if (made.size === 0) return drafts;
  return drafts.map((draft) => {
    if (draft.kind !== "adopt") return draft;
    const fields = new Map(draft.fields);
    for (const { field, kind, to } of typedColumns(draft.table)) {
      const value = fields.get(field);
      const row = kind === "ref" && typeof value === "string" && TABLES[to as TableKey].prefix !== null ? made.get(`${to} ${labelIn(to as TableKey, value)}`) : undefined;
      if (row !== undefined) fields.set(field, { row });
    }
    return { ...draft, fields };
  });
}
