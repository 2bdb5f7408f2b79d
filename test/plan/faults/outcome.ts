/** What must stand in the plan after one case of the systematic run, by what was done and not by any journal. */
import { columnOf } from "../../../src/plan/plan";
import { understand } from "../../../src/plan/change";
import type { Operation } from "../../../src/plan/operation";
import type { RowId, Value } from "../../../src/plan/plan";
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

type Expected = { readonly table: TableKey; readonly row: RowId; readonly fields: Map<string, Value>; alive: boolean };

const keyOf = (operation: Operation): string => `${tableOf(operation)} ${operation.row}`;

function apply(rows: Map<string, Expected>, operations: readonly Operation[]): Map<string, Expected> {
  for (const operation of operations) {
    const table = tableOf(operation);
    const expected = rows.get(keyOf(operation)) ?? { table, row: operation.row, fields: new Map<string, Value>(), alive: true };
    expected.alive = operation.kind !== "delete";
    for (const [field, typed] of Object.entries(patchOf(operation))) expected.fields.set(field, understand(columnOf(table, field)!, typed as Value) ?? null);
    rows.set(keyOf(operation), expected);
  }
  return rows;
}

/** Each field may have one of a few values: of the old and the new where the save was not acknowledged, of mine and the other's where both wrote. */
export function check(done: Done, shown: ReadonlyMap<TableKey, readonly Record1[]>): string[] {
  const { before, mine, others, acknowledged, accident, doing, world } = done;
  const undone = accident.touches === "undoes";
  const old = apply(new Map(), before);
  const always = apply(apply(new Map(), before), others);
  const withMine = apply(apply(new Map(), before), mine);
  const all = apply(apply(apply(new Map(), before), others), mine);
  const problems: string[] = [];
  const touched = new Set(mine.map(keyOf));
  const isTarget = (key: string): boolean => key === `${doing.table} ${doing.target(world)}`;
  const deletes = mine.some(({ kind }) => kind === "delete");

  const found = new Map<string, Record1>();
  for (const [table, records] of shown) {
    for (const record of records) {
      if (found.has(`${table} ${record.id}`)) problems.push(`duplicate: ${record.id} is in ${table} twice`);
      found.set(`${table} ${record.id}`, record);
    }
  }
  let copies = accident.touches === "copies" ? 1 : 0;
  for (const [key, record] of found) {
    if (all.has(key)) continue;
    if (copies > 0) copies -= 1;
    else problems.push(`stranger: ${record.id} (${record.label}) in ${key.split(" ")[0]} was made by nobody`);
  }
  for (const [key, expected] of all) {
    const record = found.get(key);
    const mayMiss = (isTarget(key) && (deletes || accident.touches === "deletes")) || (!always.has(key) && (!acknowledged || undone)) ;
    if (!record) {
      if (!mayMiss) problems.push(`lost: ${expected.row} of ${expected.table} is not there`);
      continue;
    }
    if (isTarget(key) && deletes && acknowledged && !undone && others.length === 0 && accident.touches !== "copies") problems.push(`lost: the deletion of ${expected.row}`);
    const states = { old: old.get(key), mine: withMine.get(key), other: always.get(key) };
    const torn = { oldOnly: [] as string[], newOnly: [] as string[] };
    const fields = new Set([...expected.fields.keys(), ...(states.other?.fields.keys() ?? [])]);
    for (const field of fields) {
      const value = record.fields[field] ?? null;
      const was = states.old?.fields.get(field) ?? null;
      const new1 = states.mine?.fields.get(field) ?? null;
      const theirs = states.other?.fields.get(field) ?? null;
      const byMe = touched.has(key) && new1 !== was;
      const byThem = theirs !== was;
      const hand = doing.byHand && isTarget(key) && doing.byHand.field === field ? doing.byHand.value : undefined;
      const allowed = new Set<Value | undefined>([...(byMe ? [new1] : []), ...(byThem ? [theirs] : []), ...(hand !== undefined ? [hand] : [])]);
      if (allowed.size === 0 || (byMe && !byThem && !acknowledged) || undone) allowed.add(was);
      if (!allowed.has(value)) problems.push(`lost or wrong: ${field} of ${expected.row} is ${String(value)}, expected ${[...allowed].map(String).join(" or ")}`);
      if (byMe && !byThem && !acknowledged && hand === undefined) (value === was ? torn.oldOnly : torn.newOnly).push(field);
    }
    if (!undone && torn.oldOnly.length > 0 && torn.newOnly.length > 0) problems.push(`torn: ${expected.row} has the new ${torn.newOnly.join(", ")} and the old ${torn.oldOnly.join(", ")}`);
  }
  return problems;
}
