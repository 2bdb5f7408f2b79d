/** A record that is to be made, before it has a number; and what is known when tables are looked at. */
import type { Names } from "./codec";
import type { Journal } from "./fold";
import type { RowId } from "./plan";
import type { Stored } from "./record";
import type { TableKey } from "./tables";
import type { Vector } from "./vector";

export type Draft = {
  readonly kind: "hand" | "adopt" | "review" | "create" | "update" | "check-in" | "delete" | "restore" | "answer";
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
};
