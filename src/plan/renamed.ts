/**
 * What the user has said a column is called now: one more fact of the plan, in its journal, so that all panes and programs know it. It holds
 * while the header stands there, and sleeps while it does not: then the question comes back.
 */
import type { Draft } from "./draft";
import { inOrder, type Journal } from "./fold";
import { calledText, headerKey, type Called } from "./headers";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";
import type { TableView } from "./view";

/** Longer headers are not kept, and so not offered. */
export const LONGEST_HEADER = 200;

const rowOf = (table: TableKey, field: string): string => `header.${table}.${field}`;

/** @param header as it stands on the sheet; "" takes back what was said */
export const calledDraft = (table: TableKey, field: string, header: string): Draft =>
  ({ kind: "answer", table, row: rowOf(table, field), fields: new Map([["header", header]]), label: null, base: null });

export function calledIn({ answers }: Journal, table: TableKey): Called {
  const said = TABLES[table].columns.flatMap(({ field }) => {
    const record = answers.get(rowOf(table, field));
    const header = record?.fields.get("header");
    const key = typeof header === "string" && header.length <= LONGEST_HEADER ? headerKey(header) : "";
    return record && key !== "" ? [{ record, field, key }] : [];
  });
  return new Map(said.sort((a, b) => inOrder(a.record, b.record)).map(({ field, key }) => [field, key]));
}

/** To be compared. */
export const allCalled = (journal: Journal): string => TABLE_KEYS.map((table) => calledText(calledIn(journal, table))).join("\n");

/** The column stands under a name that the plan knows, and beside it one with the name that was said: that one is the user's own by now. */
export const takenBack = ({ table, place }: TableView, journal: Journal): readonly Draft[] =>
  [...calledIn(journal, table)].flatMap(([field, key]) => {
    const at = place.columns.get(field);
    return at !== undefined && !place.renamed.includes(field) && place.headers.some((header, i) => header === key && i !== at) ? [calledDraft(table, field, "")] : [];
  });
