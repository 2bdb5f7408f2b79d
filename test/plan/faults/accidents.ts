/** The faults of the systematic run: each strikes at one point of a save, and lasts for the rest of it or not. */
import { BookFailure, type FailureKind } from "../../../src/plan/book";
import type { TableKey } from "../../../src/plan/tables";
import { PaneClosed, type Point, type Replica } from "./model";
import { isPlanSheet, placeOf } from "./operations";
import { RENAMED, RENAMED_FIELD, visibleTable } from "./visible";

export type Scene = {
  readonly replica: Replica;
  readonly table: TableKey;
  /** Id of the row that people do something to, as it stands in the sheet. */
  readonly label: string;
  /** Other people's work arrives. */
  readonly sync: () => void;
};

export type Accident = {
  readonly name: string;
  readonly strikes: (point: Point) => boolean;
  /** Throws what the host throws, or does what a person does. */
  readonly strike: (scene: Scene, point: Point) => void;
  /** Goes on failing until the save is over. */
  readonly lasts?: true;
  /** People put right what they did, after the pane has looked once. */
  readonly repair?: (scene: Scene) => void;
  /** Strikes once more when the save is over. */
  readonly afterwards?: true;
  /** What may differ at the end because a person did it. */
  readonly touches?: "deletes" | "copies" | "undoes";
};

const isBatch = ({ at, request }: Point): boolean => at === "request" && request.kind === "batch";
const isRequest = ({ at }: Point): boolean => at === "request";
const isAppending = ({ at, command }: Point): boolean => at === "command" && (command?.kind === "append" || (command !== undefined && !isPlanSheet(command.sheet)));
const onPlanSheet = ({ at, command }: Point): boolean => at === "command" && command !== undefined && isPlanSheet(command.sheet);
const refuses = (kind: FailureKind) => (_: Scene, { command }: Point): never => { throw new BookFailure(kind, command?.sheet ?? null); };
const closes = (): never => { throw new PaneClosed(); };

const person = (name: string, act: (scene: Scene, at: number, table: ReturnType<typeof visibleTable>) => void, touches?: Accident["touches"]): Accident => ({
  name, strikes: isRequest, ...(touches && { touches }),
  strike: (scene) => {
    const place = placeOf(scene.replica, scene.table, scene.label);
    if (place) act(scene, place.at, place.table);
  },
});

function renameHeader({ replica, table }: Scene, from: string | null, to: string): void {
  const visible = visibleTable(replica, table);
  const column = from === null ? visible.columns.get(RENAMED_FIELD)! : replica.sheet(visible.sheet)[0]!.indexOf(from);
  if (column >= 0) replica.byHand({ kind: "set", sheet: visible.sheet, row: 0, column, cells: [[to]] });
}

/** One that rows can do without, and one that they cannot; both hold values, none of which is typed by hand. */
const COLUMNS: Partial<Record<TableKey, { readonly optional: string; readonly required: string }>> = {
  goals: { optional: "start", required: "owner" }, tasks: { optional: "done_pct", required: "due" }, checkins: { optional: "author", required: "value" },
};
const deleteColumn = (which: "optional" | "required") => ({ replica, table }: Scene): void => {
  const visible = visibleTable(replica, table);
  const column = visible.columns.get(COLUMNS[table]![which])!;
  if (column >= 0) replica.byHand({ kind: "deleteColumn", sheet: visible.sheet, column });
};

export const ACCIDENTS: readonly Accident[] = [
  { name: "throw before a command", strikes: ({ at }) => at === "command", strike: refuses("other") },
  { name: "throw after a command", strikes: ({ at }) => at === "after", strike: refuses("other") },
  { name: "throw at sync", strikes: ({ at }) => at === "done", strike: refuses("other") },
  { name: "null values", strikes: ({ at, request }) => at === "request" && request.kind === "read", strike: refuses("unread") },
  { name: "pane closed", strikes: ({ at }) => at !== "command", strike: closes, lasts: true },
  { name: "no lock", strikes: isAppending, strike: refuses("noLock"), lasts: true },
  { name: "lock time-out", strikes: isAppending, strike: refuses("lockBusy") },
  { name: "quota", strikes: isRequest, strike: refuses("quota"), lasts: true },
  { name: "user is editing a cell", strikes: isBatch, strike: refuses("editing") },
  person("sort", ({ replica }, _, table) => {
    replica.byHand({ kind: "sort", sheet: table.sheet, column: 0, columns: table.width, by: table.idColumn, descending: true });
  }),
  { name: "filter", strikes: onPlanSheet, strike: refuses("filtered"), lasts: true },
  person("row deleted", ({ replica }, at, table) => replica.byHand({ kind: "deleteRow", sheet: table.sheet, row: at, column: 0, columns: table.width }), "deletes"),
  person("row duplicated", ({ replica }, at, table) => {
    const cells = replica.sheet(table.sheet)[at]!;
    replica.byHand({ kind: "insertRow", sheet: table.sheet, row: at + 1, column: 0, cells: Array.from({ length: table.width }, (_, i) => cells[i] ?? null) });
  }, "copies"),
  person("id cleared", ({ replica }, at, table) => replica.byHand({ kind: "set", sheet: table.sheet, row: at, column: table.idColumn, cells: [[null]] }), "copies"),
  { name: "column deleted", strikes: isRequest, strike: deleteColumn("optional") },
  { name: "required column deleted", strikes: isRequest, strike: deleteColumn("required") },
  { name: "header renamed", strikes: isRequest, strike: (scene) => renameHeader(scene, null, RENAMED), repair: (scene) => renameHeader(scene, RENAMED, "Owner") },
  { name: "header renamed for good", strikes: isRequest, strike: (scene) => renameHeader(scene, null, RENAMED) },
  { name: "sheet protected", strikes: onPlanSheet, strike: refuses("protected"), lasts: true },
  { name: "undo in the table", strikes: isRequest, strike: ({ replica }) => replica.undo(false, isPlanSheet), touches: "undoes", afterwards: true },
  { name: "undo of everything", strikes: isRequest, strike: ({ replica }) => replica.undo(true, () => true), touches: "undoes", afterwards: true },
  { name: "late sync", strikes: isRequest, strike: ({ sync }) => sync() },
];
