/** One action of the user, from the pane to drafts of records. */
import { BookFailure } from "./book";
import { keyText, labelIn, storedOf, type Names } from "./codec";
import { isFormula } from "./change";
import { labelGiver } from "./labels";
import { tooLong } from "./lengths";
import { NAME_FIELD } from "./names";
import { isInUnitOfGoal } from "./number-formats";
import { tableOf, type Operation, type Patch } from "./operation";
import { columnOf, type RowId, type Typed } from "./plan";
import type { Stored } from "./record";
import { placeIn, type Session } from "./session";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";
import type { Vector } from "./vector";
import type { Named } from "./writing";

/** As it waits in the outbox; everything in it can be written as JSON. */
export type Action = {
  /** Letters and digits that no other action has; trying again is harmless because of it. */
  readonly id: string;
  readonly operations: readonly Operation[];
  /** What the user had before the eyes, of each client the last record: `anna:14,boris:3`. */
  readonly seen: string;
  readonly at: string;
  /** Made before the call that it is in, and not known to be saved; not kept with it. */
  readonly waited?: boolean;
};

export const tablesOf = (actions: readonly Action[]): readonly TableKey[] => [...new Set(actions.flatMap(({ operations }) => operations.map(tableOf)))];

/** Tables with numbers in the unit of a goal, where an action changes that unit; the goals themselves, where it changes their targets by month. */
export const followersOf = (actions: readonly Action[]): readonly TableKey[] => {
  const operations = actions.flatMap((action) => action.operations);
  const isNewUnit = operations.some((operation) => operation.kind === "update" && operation.table === "goals" && "unit" in operation.fields);
  return [...(isNewUnit ? TABLE_KEYS.filter(isInUnitOfGoal) : []), ...(operations.some((operation) => tableOf(operation) === "months") ? ["goals" as const] : [])];
};

/**
 * @throws BookFailure `tooLarge`, its range the header of the column
 */
export function checkLengths(operations: readonly Operation[]): void {
  const found = tooLong(operations);
  if (found) throw new BookFailure("tooLarge", TABLES[found.table].sheet.en, columnOf(found.table, found.field)?.header.en ?? found.field);
}

/** @param seen null: everything that is known now */
export function draftsOf({ id, operations, waited = false }: Action, seen: Vector | null, session: Session): readonly Named[] {
  const labels = labelsFor(operations, session);
  const names = withMade(operations, labels, session.names);
  return operations.map((operation, i): Named => {
    const table = tableOf(operation);
    const fields = "fields" in operation ? storedFields(table, operation.fields, names, placeIn(session, table, operation.row)?.at ?? null) : new Map<string, Stored>();
    return { draft: { kind: operation.kind, table, row: operation.row, fields, label: labels[i]!, base: seen }, random: `${id}.${i}`, waited };
  });
}

function labelsFor(operations: readonly Operation[], session: Session): readonly (string | null)[] {
  const nextLabel = labelGiver(session.journal);
  return operations.map((operation) => (operation.kind === "create" || operation.kind === "check-in" ? nextLabel(tableOf(operation)) : null));
}

/** Rows made by this action can be referred to in it before they are there: by themselves, by label, by name. */
function withMade(operations: readonly Operation[], labels: readonly (string | null)[], names: Names): Names {
  const made = new Map<string, RowId>();
  operations.forEach((operation, i) => {
    if (operation.kind !== "create") return;
    const name = operation.fields[NAME_FIELD[operation.table] ?? ""];
    for (const text of [...(typeof name === "string" ? [keyText(name)] : []), labels[i] ?? "", operation.row]) made.set(`${operation.table} ${text}`, operation.row);
  });
  return { ...names, rowOf: (table, text) => names.rowOf(table, text) ?? [text, labelIn(table, text), keyText(text)].map((each) => made.get(`${table} ${each}`)).find((row) => row !== undefined) };
}

function storedFields(table: TableKey, patch: Patch, names: Names, at: number | null): ReadonlyMap<string, Stored> {
  return new Map(Object.entries(patch).map(([field, typed]: [string, Typed]) => {
    const column = columnOf(table, field);
    if (!column) return [field, isFormula(typed) ? { formula: typed.formula } : typed] as const;
    // A formula of a row that is on no sheet yet has no row of its own.
    return [field, isFormula(typed) && at === null ? { formula: typed.formula } : storedOf(column, typed, at ?? 0, names)] as const;
  }));
}
