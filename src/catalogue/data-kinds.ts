/** Kinds of tables that a plan may be made of, and the columns that count in each. */
import type { DataRole } from "./data-roles";

/** `sales`: each row is a sale, there are no stages. */
export const DATA_KINDS = ["deals", "history", "sales"] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** The columns that count in each kind of table, in the order in which they are shown. */
export const DATA_ROLES: Readonly<Record<DataKind, readonly DataRole[]>> = {
  deals: ["stage", "amount", "closed", "created", "customer", "owner", "lastStage", "reason", "source", "currency", "deal"],
  history: ["deal", "stage", "date", "amount", "customer", "owner", "reason", "source", "currency"],
  sales: ["closed", "amount", "customer", "owner", "source", "currency"],
};
/** Without these there is nothing to count. */
export const NEEDED: Readonly<Record<DataKind, readonly DataRole[]>> = { deals: ["stage"], history: ["deal", "stage", "date"], sales: ["closed", "amount"] };
