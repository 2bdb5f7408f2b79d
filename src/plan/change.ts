/** One operation on a plan gives a new plan; what is not touched is shared with the old one. */
import { collapse, nameKey } from "../core/order";
import type { Operation, Patch } from "./operation";
import { columnOf, type Plan, type PlanRow, type RowId, type Typed, type Value } from "./plan";
import type { Column } from "./schema";
import { TABLES, type TableKey } from "./tables";

/**
 * @param operation of a row that is not there: nothing happens, as it does where two people work at once
 * @throws never; values that a column does not take are kept in `odd`, so that nothing typed is lost
 */
export function change(plan: Plan, operation: Operation): Plan {
  const table = operation.kind === "check-in" ? "checkins" : operation.table;
  const rows = plan.rows[table] as readonly PlanRow[];
  const at = rows.findIndex(({ row }) => row === operation.row);
  switch (operation.kind) {
    case "create":
    case "check-in":
      // An id is of one row for ever: one that was taken out is only ever restored.
      return at >= 0 || plan.deleted?.some((each) => each.row.row === operation.row) ? plan : withRows(plan, table, [...rows, patched(blankRow(plan, table, operation.row), table, operation.fields)]);
    case "update":
      return at < 0 ? plan : withRows(plan, table, replaced(rows, at, patched(rows[at]!, table, operation.fields)));
    case "delete":
      return at < 0 ? plan : { ...withRows(plan, table, rows.filter((_, i) => i !== at)), deleted: [...(plan.deleted ?? []), { table, at, row: rows[at]! }] };
    case "restore":
      return at >= 0 ? plan : restored(plan, table, operation.row);
  }
}

/** Where it stood; nothing happens where only the store knows the row. */
function restored(plan: Plan, table: TableKey, row: RowId): Plan {
  const found = [...(plan.deleted ?? [])].reverse().find((each) => each.table === table && each.row.row === row);
  if (!found) return plan;
  const rows = plan.rows[table] as readonly PlanRow[];
  const { deleted = [], ...rest } = withRows(plan, table, [...rows.slice(0, found.at), found.row, ...rows.slice(found.at)]);
  const left = deleted.filter((each) => each !== found);
  return left.length > 0 ? { ...rest, deleted: left } : rest;
}

export const changeAll = (plan: Plan, operations: readonly Operation[]): Plan => operations.reduce(change, plan);

const withRows = (plan: Plan, table: TableKey, rows: readonly PlanRow[]): Plan => ({ ...plan, rows: { ...plan.rows, [table]: rows } });
const replaced = (rows: readonly PlanRow[], at: number, row: PlanRow): readonly PlanRow[] => rows.map((each, i) => (i === at ? row : each));

function blankRow(plan: Plan, table: TableKey, row: RowId): PlanRow {
  const fields = Object.fromEntries(TABLES[table].columns.filter(({ kind }) => kind !== "calculated" && kind !== "id").map(({ field }) => [field, null]));
  return { row, label: nextLabel(table, [...plan.rows[table].map(({ label }) => label), ...(plan.deleted ?? []).flatMap((each) => (each.table === table ? [each.row.label] : []))]), fields: fields as PlanRow["fields"], formulas: {}, odd: {}, frozen: {} };
}

/** The label after the highest one in use: numbers of deleted rows below it are not given again. "" for tables without ids. */
export function nextLabel(table: TableKey, labels: readonly string[]): string {
  const { prefix, digits } = TABLES[table];
  if (prefix === null) return "";
  const highest = labels.reduce((most, label) => (label.startsWith(prefix) ? Math.max(most, Number(label.slice(prefix.length)) || 0) : most), 0);
  return `${prefix}${String(highest + 1).padStart(digits, "0")}`;
}

function patched(row: PlanRow, table: TableKey, patch: Patch): PlanRow {
  const fields: Record<string, unknown> = { ...row.fields };
  const formulas: Record<string, string> = { ...row.formulas };
  const odd: Record<string, PlanRow["odd"][string]> = { ...row.odd };
  const frozen: Record<string, Value> = { ...row.frozen };
  for (const [field, typed] of Object.entries(patch)) {
    const column = columnOf(table, field);
    if (!column || column.kind === "id") continue; // of a newer version: the journal keeps it
    if (column.kind === "calculated") {
      delete frozen[field];
      if (typed !== null && !isFormula(typed)) frozen[field] = typed;
      continue;
    }
    delete formulas[field];
    delete odd[field];
    if (isFormula(typed)) {
      formulas[field] = typed.formula;
      fields[field] = null; // known when it has been calculated
    } else {
      const understood = understand(column, typed);
      fields[field] = understood === undefined ? null : understood;
      if (understood === undefined) odd[field] = typed;
    }
  }
  return { ...row, fields: fields as PlanRow["fields"], formulas, odd, frozen };
}

export const isFormula = (typed: Typed): typed is { readonly formula: string } => typeof typed === "object" && typed !== null;

/** A value as the column understands it: a word of a list becomes its code. undefined where it is not for this column. */
export function understand(column: Column, value: Value): Value | undefined {
  if (value === null || (typeof value === "string" && collapse(value) === "")) return null;
  switch (column.kind) {
    case "number":
    case "share":
    case "date":
      // A milestone is often ticked: TRUE is 1.
      if (typeof value === "boolean" && column.field === "actual") return value ? 1 : 0;
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "any":
      return value;
    case "code":
      return typeof value === "string" ? codeOf(column, value) : undefined;
    default:
      return typeof value === "string" ? value : String(value);
  }
}

const KEYS = new WeakMap<object, ReadonlyMap<string, string>>();

/** The code of a word in either language; undefined where it is none of the list. */
export function codeOf(column: Column, word: string): string | undefined {
  const codes = column.codes ?? [];
  let keys = KEYS.get(codes);
  if (!keys) {
    // Codes last: where a label of one code equals another code, the code wins.
    keys = new Map(["also", "words", "code"].flatMap((part) => codes.flatMap((each) => (part === "code" ? [each.code] : part === "words" ? [each.words.en, each.words.ru] : each.also ?? []).map((text) => [nameKey(text), each.code] as const))));
    KEYS.set(codes, keys);
  }
  return keys.get(nameKey(word));
}
