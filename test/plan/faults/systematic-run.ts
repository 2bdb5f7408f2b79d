/** The systematic run: the n-th point of a save fails, for n = 1, 2, … until the save passes untouched; then everything must be in order. */
import { BookFailure } from "../../../src/plan/book";
import type { Operation } from "../../../src/plan/operation";
import type { TableKey } from "../../../src/plan/tables";
import { ACCIDENTS, type Accident, type Scene } from "./accidents";
import { chanceOf } from "./chance";
import { PaneClosed, Replica, Server, type Sheets } from "./model";
import { ALL_TABLES, DOINGS, firstPlan, placeOf, second, type Doing, type World } from "./operations";
import { check } from "./outcome";
import type { Disk, Protocol, Record1, Session } from "./protocol";
import { differences } from "./visible";

/** When the second person's work reaches the server: never, before the save but unseen by it, or in the middle of it, seen. */
export const SECONDS = ["none", "before", "between"] as const;
/** The pane was opened long ago, or just before. */
export const OPENED = ["long open", "just opened"] as const;

export type Case = { readonly doing: Doing; readonly accident: Accident; readonly second: (typeof SECONDS)[number]; readonly opened: (typeof OPENED)[number]; readonly nth: number };
export type Outcome = { readonly struck: boolean; readonly acknowledged: boolean; readonly problems: readonly string[] };

export type Stage = { readonly protocol: Protocol; readonly sheets: Sheets; readonly disks: readonly Disk[]; readonly world: World; readonly before: readonly Operation[] };

/** A workbook with a plan in it, opened by two people; made once for all cases. */
export function stageOf(protocol: Protocol): Stage {
  const server = new Server(2);
  const disks: Disk[] = [new Map(), new Map()];
  const first = new Replica(server, 0);
  protocol.begin(first);
  const session = protocol.open(first, disks[0]!, chanceOf(1));
  const { world, operations } = firstPlan(() => session.newId());
  if (!session.save(operations)) throw new Error("the first plan was not saved");
  first.sync();
  for (const number of [0, 1]) {
    const replica = new Replica(server, number);
    protocol.open(replica, disks[number]!, chanceOf(2 + number)).reconcile();
    replica.sync();
  }
  return { protocol, sheets: server.sheets, disks, world, before: operations };
}

type Person = { readonly replica: Replica; readonly disk: Disk; session: Session | null };

export function runCase(stage: Stage, { doing, accident, second: when, opened, nth }: Case): Outcome {
  const { protocol, world } = stage;
  const server = new Server(2);
  for (const [name, sheet] of stage.sheets) server.sheets.set(name, sheet);
  const people: Person[] = [0, 1].map((number) => ({ replica: new Replica(server, number), disk: new Map(stage.disks[number]), session: null }));
  const [me, you] = people as [Person, Person];
  let opening = 0;
  const open = (person: Person): Session => (person.session ??= protocol.open(person.replica, person.disk, chanceOf(10 + person.replica.number + 2 * (opening += 1))));
  const problems: string[] = [];

  if (opened === "long open") open(me).reconcile();
  const others = when === "none" ? [] : second(world, () => open(you).newId());
  const work = (): void => {
    if (others.length > 0 && !open(you).save(others)) problems.push("the second person could not save");
    you.replica.sync();
  };
  if (when === "before") work();
  const label = open(you).records(doing.table).find(({ id }) => id === doing.target(world))?.label ?? "";
  const scene: Scene = { replica: me.replica, table: doing.table, label, sync: () => me.replica.sync() };
  if (doing.byHand) typeInto(scene, doing.byHand);
  const operations = doing.operations(world, () => open(me).newId());

  let passed = 0;
  let struck = false;
  me.replica.watcher = (point) => {
    if (struck && accident.lasts && accident.strikes(point)) accident.strike(scene, point);
    if (struck || !accident.strikes(point) || (passed += 1) < nth) return;
    struck = true;
    if (when === "between") {
      work();
      me.replica.sync();
    }
    accident.strike(scene, point);
  };
  let acknowledged = false;
  let closed = false;
  try {
    const session = open(me);
    if (operations.length > 0) acknowledged = session.save(operations);
    else session.reconcile();
  } catch (error) {
    if (!(error instanceof BookFailure || error instanceof PaneClosed)) throw error;
    closed = error instanceof PaneClosed;
  }
  me.replica.watcher = null;
  if (closed) me.session = null;
  if (accident.afterwards) accident.strike(scene, { at: "done", request: { kind: "sheets" } });
  if (when === "between" && !struck) work();

  settle(people, open, problems, (row) => !(accident.touches === "deletes" && row === doing.target(world)), () => accident.repair?.(scene));
  const records = new Map<TableKey, readonly Record1[]>(ALL_TABLES.map((table) => [table, open(me).records(table)]));
  for (const table of ALL_TABLES) {
    for (const { session, replica } of people) problems.push(...differences(replica, table, session!.records(table)).map((problem) => `client ${replica.number}: ${problem}`));
    if (JSON.stringify(sorted(records.get(table)!)) !== JSON.stringify(sorted(you.session!.records(table)))) problems.push(`the clients do not agree on ${table}`);
  }
  problems.push(...check({ before: stage.before, mine: operations, acknowledged, others, doing, world, accident }, records));
  return { struck, acknowledged, problems };
}

function typeInto({ replica, table, label }: Scene, { field, value }: NonNullable<Doing["byHand"]>): void {
  const place = placeOf(replica, table, label)!;
  replica.byHand({ kind: "set", sheet: place.table.sheet, row: place.at, column: place.table.columns.get(field)!, cells: [[value]] });
}

function settle(people: readonly Person[], open: (person: Person) => Session, problems: string[], comesBack: (row: string) => boolean, repair: () => void): void {
  for (let round = 1; round <= 3; round += 1) {
    for (const person of people) {
      person.replica.sync();
      const session = open(person);
      session.reconcile();
      if (round === 1 && person === people[0]) repair();
      if (round === 2) session.answer(comesBack);
      session.reconcile();
      const before = person.replica.written;
      session.reconcile();
      if (person.replica.written > before) problems.push(`not settled: a further look at client ${person.replica.number} wrote ${person.replica.written - before} cells`);
    }
  }
  for (const { replica } of [...people, ...people]) replica.sync();
  for (const person of people) {
    const before = person.replica.written;
    open(person).reconcile();
    if (person.replica.written > before) problems.push(`not settled: after three rounds client ${person.replica.number} still wrote ${person.replica.written - before} cells`);
  }
}

const sorted = (records: readonly Record1[]): readonly Record1[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

export type Found = { readonly runs: number; readonly struck: number; readonly acknowledged: number; readonly failing: readonly { readonly name: string; readonly problems: readonly string[] }[] };
export const nameOf = ({ doing, accident, second: when, opened, nth }: Case): string => `${doing.name} · ${accident.name} · n = ${nth} · second person ${when} · ${opened}`;

const MOST = 60;

/** @param wanted leaves out what is not wanted, by its name */
export function systematicRun(protocol: Protocol, wanted: (name: string) => boolean = () => true): Found {
  const stage = stageOf(protocol);
  const failing: { name: string; problems: readonly string[] }[] = [];
  let [runs, struck, acknowledged] = [0, 0, 0];
  for (const doing of DOINGS) for (const accident of ACCIDENTS) for (const when of SECONDS) for (const opened of OPENED) {
    for (let nth = 1; nth <= MOST; nth += 1) {
      const each = { doing, accident, second: when, opened, nth };
      const name = nameOf(each);
      if (!wanted(name)) continue;
      const outcome = tried(stage, each);
      runs += 1;
      if (outcome.struck) struck += 1;
      if (outcome.acknowledged) acknowledged += 1;
      if (outcome.problems.length > 0) failing.push({ name, problems: outcome.problems });
      if (!outcome.struck) break;
    }
  }
  return { runs, struck, acknowledged, failing };
}

function tried(stage: Stage, each: Case): Outcome {
  try {
    return runCase(stage, each);
  } catch (error) {
    return { struck: true, acknowledged: false, problems: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] };
  }
}
