/** The systematic run: the n-th point of a save fails, for n = 1, 2, … until the save passes untouched; then everything must be in order. */
import { BookFailure } from "../../../src/plan/book";
import type { Operation } from "../../../src/plan/operation";
import type { TableKey } from "../../../src/plan/tables";
import { ACCIDENTS, type Accident, type Scene } from "./accidents";
import { PaneClosed, Replica, Server, type Point, type Sheets } from "./model";
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
export async function stageOf(protocol: Protocol): Promise<Stage> {
  const server = new Server(2);
  const disks: Disk[] = [new Map(), new Map()];
  const first = new Replica(server, 0);
  await protocol.begin(first);
  const session = await protocol.open(first, disks[0]!);
  const { world, operations } = firstPlan(() => session.newId());
  if (!(await session.save(operations))) throw new Error("the first plan was not saved");
  first.sync();
  for (const number of [0, 1]) {
    const replica = new Replica(server, number);
    await protocol.open(replica, disks[number]!);
    replica.sync();
  }
  return { protocol, sheets: server.sheets, disks, world, before: operations };
}

type Person = { readonly replica: Replica; readonly disk: Disk; session: Session | null; protocol: Protocol };

export async function runCase(stage: Stage, { doing, accident, second: when, opened, nth }: Case): Promise<Outcome> {
  const { protocol, world } = stage;
  const server = new Server(2);
  for (const [name, sheet] of stage.sheets) server.sheets.set(name, sheet);
  const people: Person[] = [0, 1].map((number) => ({ replica: new Replica(server, number), disk: new Map(stage.disks[number]), session: null, protocol }));
  const [me, you] = people as [Person, Person];
  const open = async (person: Person): Promise<Session> => (person.session ??= await person.protocol.open(person.replica, person.disk));
  const problems: string[] = [];

  const earlier = doing.compacts?.(world) ?? [];
  for (const [i, operations] of earlier.entries()) {
    const session = await open(me);
    if (!(await session.save(operations))) problems.push("what came before was not saved");
    if (i < earlier.length - 1) await session.compact!();
  }
  if (earlier.length > 0) {
    for (const { replica } of people) replica.sync();
    me.session = null;
  }

  // The second person has done its work in its own copy; it reaches the server before, or in the middle.
  const others = when === "none" ? [] : second(world, nextId(await open(you)));
  if (others.length > 0 && !(await you.session!.save(others))) problems.push("the second person could not save");
  if (opened === "long open") await open(me);
  if (when === "before") you.replica.sync();
  const label = (await open(you)).records(doing.table).find(({ id }) => id === doing.target(world))?.label ?? "";
  const scene: Scene = { replica: me.replica, table: doing.table, label, sync: () => me.replica.sync() };
  if (doing.byHand) typeInto(scene, doing.byHand);
  if (doing.migrates) Object.assign(me, { session: null, protocol: protocol.later });
  const session = doing.migrates ? null : await open(me);
  const operations = session ? doing.operations(world, nextId(session)) : [];

  let passed = 0;
  let struck = false;
  const strike = (point: Point): void => {
    struck = true;
    if (when === "between") {
      you.replica.sync();
      me.replica.sync();
    }
    accident.strike(scene, point);
  };
  me.replica.watcher = (point) => {
    if (struck && accident.lasts && accident.strikes(point)) accident.strike(scene, point);
    if (!struck && accident.strikes(point) && (passed += 1) === nth) strike(point);
  };
  let acknowledged = false;
  try {
    if (!session) me.session = await me.protocol.open(me.replica, me.disk);
    else if (doing.compacts) await session.compact!();
    else if (operations.length > 0) acknowledged = await session.save(operations);
    else await session.reconcile();
  } catch (error) {
    if (error instanceof PaneClosed) me.session = null;
    else if (!(error instanceof BookFailure)) throw error;
  }
  me.replica.watcher = null;
  if (accident.afterwards) accident.strike(scene, { at: "done", request: { kind: "sheets" } });

  problems.push(...(await settle(people, open, (row) => !(accident.touches === "deletes" && row === doing.target(world)), () => accident.repair?.(scene))));
  const records = new Map<TableKey, readonly Record1[]>();
  for (const table of ALL_TABLES) {
    const [mine, yours] = people.map((person) => person.session!.records(table)) as [readonly Record1[], readonly Record1[]];
    records.set(table, mine);
    for (const { session: each, replica } of people) problems.push(...differences(replica, table, each!.records(table)).map((problem) => `client ${replica.number}: ${problem}`));
    if (JSON.stringify(sorted(mine)) !== JSON.stringify(sorted(yours))) problems.push(`the clients do not agree on ${table}`);
  }
  problems.push(...check({ before: [...stage.before, ...earlier.flat()], mine: operations, acknowledged, others, doing, world, accident }, records));
  return { struck, acknowledged, problems };
}

const nextId = (session: Session) => (): string => session.newId();

function typeInto({ replica, table, label }: Scene, { field, value }: NonNullable<Doing["byHand"]>): void {
  const place = placeOf(replica, table, label)!;
  replica.byHand({ kind: "set", sheet: place.table.sheet, row: place.at, column: place.table.columns.get(field)!, cells: [[value]] });
}

/** Three rounds of syncing and looking; questions are answered in the second. */
async function settle(people: readonly Person[], open: (person: Person) => Promise<Session>, comesBack: (row: string) => boolean, repair: () => void): Promise<string[]> {
  const problems: string[] = [];
  const look = async (person: Person, when: string): Promise<void> => {
    const before = person.replica.written;
    await (await open(person)).reconcile();
    if (person.replica.written > before) problems.push(`not settled: ${when} client ${person.replica.number} wrote ${person.replica.written - before} cells`);
  };
  for (let round = 1; round <= 3; round += 1) {
    for (const person of people) {
      person.replica.sync();
      await (await open(person)).reconcile();
      if (round === 1 && person === people[0]) {
        repair();
        await person.session!.reconcile();
      }
      if (round > 1) await person.session!.answer(comesBack);
      await person.session!.reconcile();
      await look(person, "at a further look");
      person.replica.sync();
    }
  }
  for (const { replica } of [...people, ...people]) replica.sync();
  for (const person of people) await look(person, "after three rounds");
  return problems;
}

const sorted = (records: readonly Record1[]): readonly Record1[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

export type Found = { readonly runs: number; readonly struck: number; readonly acknowledged: number; readonly failing: readonly { readonly name: string; readonly problems: readonly string[] }[] };
export const nameOf = ({ doing, accident, second: when, opened, nth }: Case): string => `${doing.name} · ${accident.name} · n = ${nth} · second person ${when} · ${opened}`;

const MOST = 60;

/** @param wanted leaves out what is not wanted, by its name */
export async function systematicRun(protocol: Protocol, wanted: (name: string) => boolean = () => true): Promise<Found> {
  const stage = await stageOf(protocol);
  const failing: { name: string; problems: readonly string[] }[] = [];
  let [runs, struck, acknowledged] = [0, 0, 0];
  for (const doing of DOINGS) for (const accident of ACCIDENTS) for (const when of SECONDS) for (const opened of OPENED) {
    for (let nth = 1; nth <= MOST; nth += 1) {
      const each = { doing, accident, second: when, opened, nth };
      const name = nameOf(each);
      if (!wanted(name)) continue;
      const outcome = await tried(stage, each);
      runs += 1;
      if (outcome.struck) struck += 1;
      if (outcome.acknowledged) acknowledged += 1;
      if (outcome.problems.length > 0) failing.push({ name, problems: outcome.problems });
      if (!outcome.struck) break;
    }
  }
  return { runs, struck, acknowledged, failing };
}

async function tried(stage: Stage, each: Case): Promise<Outcome> {
  try {
    return await runCase(stage, each);
  } catch (error) {
    return { struck: true, acknowledged: false, problems: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] };
  }
}
