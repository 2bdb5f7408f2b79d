/** One operation on a plan gives a new plan; what is not touched is shared with the old one. */
import { collapse, nameKey } from "../core/order";
import { labelAndName } from "./find";
import { tableOf, type Operation, type Patch } from "./operation";
import { columnOf, type Plan, type PlanRow, type RowId, type Taken, type Typed, type Value } from "./plan";
import type { Column } from "./schema";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";

/**
 * @param operation of a row that is not there: nothing happens, as it does where two people work at once
 * @throws never; values that a column does not take are kept in `odd`, so that nothing typed is lost
 */
export const change = (plan: Plan, operation: Operation): Plan => changeAll(plan, [operation]);

/** Each touched table is copied once, however many operations there are. */
export function changeAll(plan: Plan, operations: readonly Operation[]): Plan {
  const changing = new Changing(plan);
  for (const operation of operations) changing.apply(operation);
  for (const operation of namedByRow(operations, changing)) changing.apply(operation);
  return changing.plan();
}

/** A row made among the operations may be referred to by itself, because only the store knows the label that it will get: here it has one. */
function namedByRow(operations: readonly Operation[], changing: Changing): readonly Operation[] {
  const made = new Map(operations.flatMap((operation) => (operation.kind === "create" ? [[operation.row, operation.table] as const] : [])));
  if (made.size === 0) return [];
  return operations.flatMap((operation): Operation[] => ("fields" in operation ? Object.entries(operation.fields) : []).flatMap(([field, typed]): Operation[] => {
    const to = typeof typed === "string" ? made.get(typed) : undefined;
    if (to === undefined) return [];
    const column: Column | undefined = columnOf(tableOf(operation), field);
    const row = column?.to === to ? changing.row(to, typed as string) : undefined;
    return row ? [{ kind: "update", table: tableOf(operation), row: operation.row, fields: { [field]: labelAndName(to, row) } }] : [];
  }));
}

/** A plan in the middle of its operations. */
export class Changing {
  private readonly tables = new Map<TableKey, ChangedTable>();
  constructor(private readonly start: Plan) {}

  row(table: TableKey, row: RowId): PlanRow | undefined {
    return this.table(table).row(row);
  }

  apply(operation: Operation): void {
    const [key, id] = [tableOf(operation), operation.row];
    const table = this.table(key);
    switch (operation.kind) {
      case "create":
      case "check-in":
        // An id is of one row for ever: one that was taken out is only ever restored.
        if (!table.hasHad(id)) table.put(patched(table.blankRow(id), key, operation.fields));
        return;
      case "update": {
        const known = table.row(id);
        if (known) table.put(patched(known, key, operation.fields));
        return;
      }
      case "delete":
        return table.takeOut(id);
      case "restore":
        return table.bringBack(id);
    }
  }

  plan(): Plan {
    const touched = new Map([...this.tables].filter(([, { isTouched }]) => isTouched));
    if (touched.size === 0) return this.start;
    const { language, rows } = this.start;
    const deleted = [...(this.start.deleted ?? []).filter(({ table }) => !touched.has(table)), ...[...touched.values()].flatMap((table) => table.taken())];
    return { language, rows: { ...rows, ...Object.fromEntries(Array.from(touched, ([key, table]) => [key, table.rows()])) }, ...(deleted.length > 0 && { deleted }) };
  }

  private table(table: TableKey): ChangedTable {
    let rows = this.tables.get(table);
    if (!rows) this.tables.set(table, (rows = new ChangedTable(table, this.start)));
    return rows;
  }
}

class ChangedTable {
  isTouched = false;
  /** In their order, with those that were taken out: whatever happens to a row, it keeps its place. */
  private readonly all: Map<RowId, PlanRow>;
  private readonly gone: Set<RowId>;
  /** Number of the last label; null where it is to be looked for. */
  private last: number | null = null;

  constructor(private readonly table: TableKey, { rows, deleted = [] }: Plan) {
    const taken = deleted.filter((each) => each.table === table);
    this.all = inPlace(rows[table] as readonly PlanRow[], taken);
    this.gone = new Set(taken.map(({ row }) => row.row));
  }

  row(row: RowId): PlanRow | undefined {
    return this.gone.has(row) ? undefined : this.all.get(row);
  }
  hasHad(row: RowId): boolean {
    return this.all.has(row);
  }
  put(row: PlanRow): void {
    this.all.set(row.row, row);
    this.isTouched = true;
  }
  takeOut(row: RowId): void {
    if (!this.row(row)) return;
    this.gone.add(row);
    this.isTouched = true;
  }
  /** Nothing happens where only the store knows the row. */
  bringBack(row: RowId): void {
    this.isTouched = this.gone.delete(row) || this.isTouched;
  }
  blankRow(row: RowId): PlanRow {
    const { table } = this;
    this.last = 1 + (this.last ?? lastLabel(table, Array.from(this.all.values(), ({ label }) => label)));
    return { row, label: labelFrom(table, this.last), fields: BLANK[table], formulas: {}, odd: {}, frozen: {} };
  }
  rows(): readonly PlanRow[] {
    return [...this.all.values()].filter(({ row }) => !this.gone.has(row));
  }
  taken(): readonly Taken[] {
    if (this.gone.size === 0) return [];
    const ids = [...this.all.keys()];
    return ids.flatMap((id, i) => (this.gone.has(id) ? [{ table: this.table, after: ids[i - 1] ?? null, row: this.all.get(id)! }] : []));
  }
}

/** @param taken in their order, so that one may come after another */
function inPlace(rows: readonly PlanRow[], taken: readonly Taken[]): Map<RowId, PlanRow> {
  const all = new Map<RowId, PlanRow>();
  const after = new Map(taken.map((each) => [each.after, each.row]));
  const put = (row: PlanRow): void => {
    for (let next: PlanRow | undefined = row; next && !all.has(next.row); next = after.get(next.row)) all.set(next.row, next);
  };
  const first = after.get(null);
  if (first) put(first);
  rows.forEach(put);
  // What they came after is gone for good.
  for (const { row } of taken) put(row);
  return all;
}

const BLANK = Object.fromEntries(TABLE_KEYS.map((table) => [table, Object.fromEntries(TABLES[table].columns.filter(({ kind }) => kind !== "calculated" && kind !== "id").map(({ field }) => [field, null]))])) as unknown as Readonly<Record<TableKey, PlanRow["fields"]>>;

/** The label after the highest one in use: numbers of deleted rows below it are not given again. "" for tables without ids. */
export const nextLabel = (table: TableKey, labels: readonly string[]): string => labelFrom(table, 1 + lastLabel(table, labels));

function lastLabel(table: TableKey, labels: readonly string[]): number {
  const { prefix } = TABLES[table];
  return prefix === null ? 0 : labels.reduce((most, label) => (label.startsWith(prefix) ? Math.max(most, Number(label.slice(prefix.length)) || 0) : most), 0);
}

function labelFrom(table: TableKey, number: number): string {
  const { prefix, digits } = TABLES[table];
  return prefix === null ? "" : `${prefix}${String(number).padStart(digits, "0")}`;
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
