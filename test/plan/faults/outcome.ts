/** What must stand in the plan after one case of the systematic run, reckoned from what was done and not from any journal. */
import { understand } from "../../../src/plan/change";
import type { Operation } from "../../../src/plan/operation";
import { columnOf, type RowId, type Value } from "../../../src/plan/plan";
import type { TableKey } from "../../../src/plan/tables";
import type { Accident } from "./accidents";
import { patchOf, tableOf, type Doing, type World } from "./operations";
import type { Record1 } from "./protocol";

export type Done = {
  readonly before: readonly Operation[];
  readonly mine: readonly Operation[];
  readonly acknowledged: boolean;
  readonly others: readonly Operation[];
  readonly doing: Doing;
  readonly world: World;
  readonly accident: Accident;
};

type Key = string;
type Row = { readonly row: RowId; readonly fields: Map<string, Value> };
const keyOf = (operation: Operation): Key => `${tableOf(operation)} ${operation.row}`;

/** Rows as these operations leave them; a deletion leaves the row as it was. */
function rowsAfter(...all: readonly (readonly Operation[])[]): ReadonlyMap<Key, Row> {
  const rows = new Map<Key, Row>();
  for (const operation of all.flat()) {
    const row = rows.get(keyOf(operation)) ?? { row: operation.row, fields: new Map<string, Value>() };
    for (const [field, typed] of Object.entries(patchOf(operation))) row.fields.set(field, understand(columnOf(tableOf(operation), field)!, typed as Value) ?? null);
    rows.set(keyOf(operation), row);
  }
  return rows;
}

export function check(done: Done, shown: ReadonlyMap<TableKey, readonly Record1[]>): string[] {
  const { before, mine, others, acknowledged, accident, doing, world } = done;
  const problems: string[] = [];
  const found = new Map<Key, Record1>();
  for (const [table, records] of shown) {
    for (const record of records) {
      const key = `${table} ${record.id}`;
      if (found.has(key)) problems.push(`duplicate: ${record.id} is in ${table} twice`);
      found.set(key, record);
    }
  }
  const expected = rowsAfter(before, others, mine);
  problems.push(...strangers(found, expected, accident));
  const target = `${doing.table} ${doing.target(world)}`;
  const deletes = mine.some(({ kind }) => kind === "delete");
  const { migrates } = doing;
  for (const { id, fields } of migrates ? shown.get(doing.table) ?? [] : []) if (fields[migrates!.field] !== migrates!.value) problems.push(`not migrated: ${id} has ${migrates!.field} ${String(fields[migrates!.field])}`);
  const undone = accident.touches === "undoes";
  const sure = rowsAfter(before, others);
  for (const [key, row] of expected) {
    const record = found.get(key);
    if (record) problems.push(...fieldProblems(done, key, record, key === target));
    else if (key === target ? !deletes && accident.touches !== "deletes" : sure.has(key) || (acknowledged && !undone)) problems.push(`lost: ${row.row} is not there`);
  }
  // A deletion that did not know of the other's edit gives way to it, and a copy may take the place of the row.
  if (deletes && acknowledged && !undone && others.length === 0 && accident.touches !== "copies" && found.has(target)) problems.push(`lost: the deletion of ${target}`);
  return problems;
}

function strangers(found: ReadonlyMap<Key, Record1>, expected: ReadonlyMap<Key, Row>, accident: Accident): string[] {
  const strange = [...found].filter(([key]) => !expected.has(key));
  return strange.slice(accident.touches === "copies" ? 1 : 0).map(([key, { label }]) => `stranger: ${key} (${label}) was made by nobody`);
}

/** A field may have the old or the new value where the save was not acknowledged, mine or the other's where both wrote. */
function fieldProblems({ before, mine, others, acknowledged, accident, doing }: Done, key: Key, record: Record1, isTarget: boolean): string[] {
  const [old, withMine, withTheirs] = [rowsAfter(before).get(key), rowsAfter(before, mine).get(key), rowsAfter(before, others).get(key)];
  const undone = accident.touches === "undoes";
  const problems: string[] = [];
  const kept: string[] = [];
  const set: string[] = [];
  for (const field of new Set([old, withMine, withTheirs].flatMap((row) => [...(row?.fields.keys() ?? [])]))) {
    const [was, new1, theirs] = [old, withMine, withTheirs].map((row) => row?.fields.get(field) ?? null) as [Value, Value, Value];
    const value = record.fields[field] ?? null;
    const byHand = isTarget && doing.byHand?.field === field ? doing.byHand.value : undefined;
    const mineOnly = new1 !== was && theirs === was && byHand === undefined;
    const allowed = new Set<Value>([...(new1 !== was ? [new1] : []), ...(theirs !== was ? [theirs] : []), ...(byHand !== undefined ? [byHand] : [])]);
    if (allowed.size === 0 || (mineOnly && !acknowledged) || undone) allowed.add(was);
    if (!allowed.has(value)) problems.push(`lost or wrong: ${field} of ${record.id} is ${String(value)}, expected ${[...allowed].map(String).join(" or ")}`);
    if (mineOnly && !acknowledged) (value === was ? kept : set).push(field);
  }
  if (!undone && kept.length > 0 && set.length > 0) problems.push(`torn: ${record.id} has the new ${set.join(", ")} and the old ${kept.join(", ")}`);
  return problems;
}
