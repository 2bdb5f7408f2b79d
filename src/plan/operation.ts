/** Everything that can be done to a plan: a closed set. */
import type { RowId, Typed } from "./plan";
import type { TableKey } from "./tables";

/**
 * Field by field; null clears the cell. Codes are stored as codes, dates as serial numbers, refs as labels or keys. A calculated field
 * given a value is frozen: the value stands there instead of its formula; null brings the formula back.
 */
export type Patch = Readonly<Record<string, Typed>>;

export type Operation =
  | { readonly kind: "create"; readonly table: TableKey; readonly row: RowId; readonly fields: Patch }
  /** Only the fields that change. */
  | { readonly kind: "update"; readonly table: TableKey; readonly row: RowId; readonly fields: Patch }
  /** The row goes, a tombstone stays. */
  | { readonly kind: "delete"; readonly table: TableKey; readonly row: RowId }
  | { readonly kind: "restore"; readonly table: TableKey; readonly row: RowId }
  /** Check-ins are only ever added. */
  | { readonly kind: "check-in"; readonly row: RowId; readonly fields: Patch };

export const tableOf = (operation: Operation): TableKey => (operation.kind === "check-in" ? "checkins" : operation.table);
