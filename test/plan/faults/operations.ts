/** What a person does in the pane, one at a time, for the systematic run; and the plan that it is done to. */
import type { Operation, Patch } from "../../../src/plan/operation";
import type { RowId, Value } from "../../../src/plan/plan";
import { TABLES, type TableKey } from "../../../src/plan/tables";
import type { Replica } from "./model";
import { visibleTable } from "./visible";

export type World = { readonly goal: RowId; readonly task: RowId; readonly done: RowId };
export type NewId = () => RowId;

export const tableOf = (operation: Operation): TableKey => (operation.kind === "check-in" ? "checkins" : operation.table);
export const patchOf = (operation: Operation): Patch => ("fields" in operation ? operation.fields : {});

const goal = (name: string, target: number): Patch => ({ cycle: "2026-Q3", name, type: "increase", unit: "money", baseline: 0, target, accumulate: "sum", start: 46204, end: 46295, owner: "Irina" });
const task = (action: string, status: string): Patch => ({ cycle: "2026-Q3", area: "team", action, owner: "Pavel", start: 46204, due: 46234, status, done_pct: status === "done" ? 1 : 0, done_on: status === "done" ? 46230 : null });

/** Goals, tasks and a check-in that stand there before. */
export function firstPlan(newId: NewId): { readonly world: World; readonly operations: readonly Operation[] } {
  const world = { goal: newId(), task: newId(), done: newId() };
  return { world, operations: [
    { kind: "create", table: "goals", row: world.goal, fields: goal("Revenue", 9000000) },
    { kind: "create", table: "goals", row: newId(), fields: goal("New customers", 40) },
    { kind: "create", table: "tasks", row: newId(), fields: task("Agree on the discounts", "in progress") },
    { kind: "create", table: "tasks", row: world.task, fields: task("Hire two people", "in progress") },
    { kind: "create", table: "tasks", row: world.done, fields: task("Clean the pipeline", "done") },
    { kind: "check-in", row: newId(), fields: { date: 46211, goal: "G-001", value: 700000, meaning: "total to date", author: "Irina" } },
  ] };
}

export type Doing = {
  readonly name: string;
  /** The row that accidents happen to. */
  readonly target: (world: World) => RowId;
  readonly table: TableKey;
  readonly operations: (world: World, newId: NewId) => readonly Operation[];
  /** An edit by hand that stands in the sheet before; with no operations the pane only looks. */
  readonly byHand?: { readonly field: string; readonly value: Value };
  /** The pane shortens the journal; these savings come before it, and after each but the last it has been shortened too. */
  readonly compacts?: (world: World) => readonly (readonly Operation[])[];
  /** The pane is opened in a later version, which makes this value in all rows of the table that have none. */
  readonly migrates?: { readonly field: string; readonly value: Value };
};

const onTask = (name: string, fields: Patch, target: (world: World) => RowId = ({ task: row }) => row): Doing =>
  ({ name, table: "tasks", target, operations: (world) => [{ kind: "update", table: "tasks", row: target(world), fields }] });

/** Changes that replace each other. */
const history = (world: World, round: number): readonly Operation[] => Array.from({ length: 14 }, (_, i): Operation => {
  const value = `Round ${round}, change ${i}`;
  return i % 3 === 0 ? { kind: "update", table: "goals", row: world.goal, fields: { note: value } } : { kind: "update", table: "tasks", row: world.task, fields: { [i % 2 === 0 ? "result" : "owner"]: value } };
});

export const DOINGS: readonly Doing[] = [
  { name: "create goal", table: "goals", target: ({ goal: row }) => row, operations: (_, newId) => [{ kind: "create", table: "goals", row: newId(), fields: goal("Margin", 30) }] },
  { name: "create task", table: "tasks", target: ({ task: row }) => row, operations: (_, newId) => [{ kind: "create", table: "tasks", row: newId(), fields: task("Train the team", "not started") }] },
  onTask("edit field", { owner: "Olga" }),
  onTask("move date", { start: 46241, due: 46265 }),
  onTask("complete", { status: "done", done_pct: 1, done_on: 46240 }),
  onTask("reopen", { status: "in progress", done_pct: 0.5, done_on: null }, ({ done }) => done),
  { name: "delete", table: "tasks", target: ({ task: row }) => row, operations: (world) => [{ kind: "delete", table: "tasks", row: world.task }] },
  { name: "check-in", table: "checkins", target: ({ goal: row }) => row, operations: (_, newId) => [{ kind: "check-in", row: newId(), fields: { date: 46218, goal: "G-001", value: 1900000, meaning: "total to date", author: "Olga" } }] },
  { name: "several at once", table: "tasks", target: ({ task: row }) => row, operations: (world, newId): readonly Operation[] => [
    { kind: "update", table: "tasks", row: world.task, fields: { status: "done", done_on: 46250 } },
    { kind: "update", table: "goals", row: world.goal, fields: { note: "Closed", closed_as: "done" } },
    { kind: "create", table: "tasks", row: newId(), fields: task("Carry on", "not started") },
  ] },
  { name: "edit by hand", table: "tasks", target: ({ task: row }) => row, byHand: { field: "owner", value: "Written by hand" }, operations: () => [] },
  { name: "shorten the journal", table: "tasks", target: ({ task: row }) => row, operations: () => [], compacts: (world) => [0, 1, 2].map((round) => history(world, round)) },
  { name: "migrate", table: "tasks", target: ({ task: row }) => row, migrates: { field: "priority", value: "normal" }, operations: () => [] },
];

/** What the second person does in the meantime: to the same task, and a task of its own. */
export const second = ({ task: row }: World, newId: NewId): readonly Operation[] => [
  { kind: "update", table: "tasks", row, fields: { owner: "Second", result: "Signed" } },
  { kind: "create", table: "tasks", row: newId(), fields: task("Of the second", "not started") },
];

/** Position of a row that has this label; null where it is not there. */
export function placeOf(replica: Replica, table: TableKey, label: string): { readonly at: number; readonly table: ReturnType<typeof visibleTable> } | null {
  const visible = visibleTable(replica, table);
  const row = visible.rows.find(({ cells }) => cells[visible.idColumn] === label);
  return row ? { at: row.at, table: visible } : null;
}

export const ALL_TABLES: readonly TableKey[] = ["goals", "tasks", "checkins"];
export const isPlanSheet = (sheet: string): boolean => Object.values(TABLES).some((table) => table.sheet.en === sheet);
