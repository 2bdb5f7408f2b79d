/** The random run: three people at one workbook, forty steps, one seed. Every step has a chance of its own, so that steps can be left out. */
import { chanceOf, type Chance } from "./chance";
import { CLIENTS, CREATES, RECONCILES, STEPS, type FaultClass } from "./classes";
import { judge, type Verdict } from "./judge";
import { PaneClosed, Replica, Server } from "./model";
import { People } from "./people";
import type { Disk, Protocol, Record1, Session } from "./protocol";
import { BookFailure } from "../../../src/plan/book";
import type { Operation } from "../../../src/plan/operation";
import { fieldsOf, Story, type Action } from "./story";
import { FIELDS, SHEET, TABLE } from "./tasks-table";
import { differences, idsIn } from "./visible";

const ROUNDS = 3;

export type Options = {
  /** Steps that are taken; all where it is left out. */
  readonly steps?: readonly number[];
  readonly tell?: (line: string) => void;
  /** Tells every write too. */
  readonly writes?: boolean;
};

type Client = { readonly replica: Replica; readonly disk: Disk; session: Session | null; readonly sessions: Set<Session> };

class Run {
  private readonly story = new Story();
  private readonly server = new Server(CLIENTS);
  private readonly clients: readonly Client[];

  constructor(private readonly protocol: Protocol, private readonly faults: FaultClass, private readonly seed: number, private readonly tell: (line: string) => void, private readonly writes: ((line: string) => void) | null) {
    this.clients = Array.from({ length: CLIENTS }, (_, i) => ({ replica: new Replica(this.server, i), disk: new Map<string, string>(), session: null, sessions: new Set<Session>() }));
  }

  async begin(): Promise<void> {
    await this.protocol.begin(this.clients[0]!.replica);
    for (const { replica } of this.clients) {
      replica.sync();
      replica.tell = this.writes;
    }
  }

  async step(number: number): Promise<void> {
    const chance = chanceOf(this.seed * 1009 + number * 7919 + 1);
    const client = chance.pick(this.clients);
    await this.maybeSync(client, chance);
    const session = await this.open(client);
    if (chance.happens(RECONCILES)) {
      this.tell(`client ${client.replica.number}: looks`);
      await session.reconcile();
    }
    await this.people(chance);
    const { faults } = this;
    if (faults.twoAppend > 0 && chance.happens(faults.twoAppend)) {
      const other = this.clients[(client.replica.number + 1 + chance.below(CLIENTS - 1)) % CLIENTS]!;
      await this.sync(client);
      await this.sync(other);
      await this.create(other, chance, false);
      await this.create(client, chance, true);
      await this.sync(other);
      await this.sync(client);
      return;
    }
    const records = (await this.open(client)).records(TABLE);
    if (records.length < 3 || chance.happens(CREATES)) await this.create(client, chance, true);
    else await this.update(client, chance, chance.pick(records).id);
  }

  /** With chances of its own, so that the steps are those of protocols that have nothing to shorten. */
  async compact(number: number): Promise<void> {
    const chance = chanceOf(this.seed * 2003 + number * 6007 + 5);
    if (!chance.happens(this.faults.compacts)) return;
    const client = chance.pick(this.clients);
    if (chance.happens(this.faults.syncs)) await this.sync(client);
    const session = await this.open(client);
    if (!session.compact) return;
    const fails = chance.happens(this.faults.fails) ? chance.below(8) : null;
    const closes = fails !== null && chance.happens(this.faults.closes);
    this.tell(`client ${client.replica.number}: shortens the journal${fails === null ? "" : `, command ${fails} fails${closes ? ", pane closed" : ""}`}`);
    if (fails !== null) failAt(client.replica, fails, closes);
    try {
      await session.compact();
    } catch (error) {
      if (!(error instanceof BookFailure || error instanceof PaneClosed)) throw error;
    }
    client.replica.watcher = null;
    if (closes) client.session = null;
  }

  private async people(chance: Chance): Promise<void> {
    const { faults } = this;
    const people = new People(this.story, chance, this.tell, faults.overWaiting);
    const acts = [[faults.sorts, "sort"], [faults.edits, "edit"], [faults.deletes, "remove"], [faults.copies, "copy"], [faults.clears, "clearId"]] as const;
    for (const [probability, act] of acts) {
      if (probability === 0 || !chance.happens(probability)) continue;
      const client = chance.pick(this.clients);
      if (faults.hears === "no pane") await this.sync(client);
      else if (faults.hears === "closed") client.session = null;
      else await this.open(client);
      people[act](client.replica);
      if (faults.hears === "no pane") await this.sync(client);
      else if (faults.hears === "at once" && this.protocol.journal) await client.session?.reconcile();
    }
  }

  private async create(client: Client, chance: Chance, mayFail: boolean): Promise<void> {
    const session = await this.open(client);
    const id = session.newId();
    const action = this.story.act("create", client.replica.number, client.replica.seen, this.story.thing(id), FIELDS);
    await this.save(client, session, chance, mayFail, action, { kind: "create", table: TABLE, row: id, fields: fieldsOf(action) });
  }

  private async update(client: Client, chance: Chance, id: string): Promise<void> {
    const first = chance.below(FIELDS.length);
    const second = (first + 1 + chance.below(FIELDS.length - 1)) % FIELDS.length;
    const thing = this.story.withId(id).at(-1) ?? this.story.thing(id, true);
    const action = this.story.act("update", client.replica.number, client.replica.seen, thing, [FIELDS[first]!, FIELDS[second]!]);
    await this.save(client, await this.open(client), chance, true, action, { kind: "update", table: TABLE, row: id, fields: fieldsOf(action) });
  }

  private async save(client: Client, session: Session, chance: Chance, mayFail: boolean, action: Action, operation: Operation): Promise<void> {
    const fails = mayFail && chance.happens(this.faults.fails) ? chance.below(3) : null;
    const closes = fails !== null && chance.happens(this.faults.closes);
    if (fails !== null) failAt(client.replica, fails, closes);
    try {
      action.acknowledged = await session.save([operation]);
    } catch (error) {
      if (!(error instanceof BookFailure || error instanceof PaneClosed)) throw error;
    }
    client.replica.watcher = null;
    if (closes) client.session = null;
    if (this.faults.sends > 0 && chance.happens(this.faults.sends)) client.replica.sync();
    this.tell(`client ${client.replica.number}: ${operation.kind} ${operation.row} ${JSON.stringify(fieldsOf(action))}${fails === null ? "" : `, command ${fails} fails${closes ? ", pane closed" : ""}`}: ${action.acknowledged ? "saved" : "not saved"}`);
  }

  private async maybeSync(client: Client, chance: Chance): Promise<void> {
    if (this.faults.syncs >= 1 || chance.happens(this.faults.syncs)) await this.sync(client);
  }
  private async sync(client: Client): Promise<void> {
    this.tell(`client ${client.replica.number}: sync`);
    client.replica.sync();
    if (!this.protocol.journal) await client.session?.reconcile();
  }
  private async open(client: Client): Promise<Session> {
    client.session ??= await this.protocol.open(client.replica, client.disk);
    client.sessions.add(client.session);
    return client.session;
  }

  /** A few rounds, questions answered from the second on; then all must agree, and a further look must find nothing to do. */
  async finish(): Promise<Verdict> {
    const problems: string[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const client of this.clients) {
        await this.sync(client);
        const session = await this.open(client);
        await session.reconcile();
        if (round > 1) {
          await session.answer((row) => !this.story.withId(row).some(({ deletedByHand }) => deletedByHand));
          await session.reconcile();
        }
        const before = client.replica.written;
        await session.reconcile();
        if (client.replica.written > before) problems.push(`not settled: a second look at client ${client.replica.number} wrote ${client.replica.written - before} cells`);
        await this.sync(client);
      }
    }
    for (const client of [...this.clients, ...this.clients]) await this.sync(client);
    const shown: (readonly Record1[])[] = [];
    for (const client of this.clients) {
      const before = client.replica.written;
      const session = await this.open(client);
      await session.reconcile();
      if (client.replica.written > before) problems.push(`not settled: after ${ROUNDS} rounds client ${client.replica.number} still wrote ${client.replica.written - before} cells`);
      const records = session.records(TABLE);
      if (this.protocol.journal) problems.push(...differences(client.replica, TABLE, records));
      shown.push(records);
    }
    const [first, ...others] = shown;
    if (this.protocol.journal && others.some((records) => JSON.stringify(sorted(records)) !== JSON.stringify(sorted(first!)))) problems.push("the clients do not agree");
    const { replica } = this.clients[0]!;
    const journal = replica.names().filter((name) => name !== SHEET).map((name) => JSON.stringify(replica.sheet(name))).join("\n");
    const verdict = judge(this.story, { records: first!, idsInSheet: idsIn(replica, TABLE), journal, strict: this.protocol.journal });
    if (this.protocol.journal) verdict.problems.push(...problems);
    // Of each computer once, however often the pane was opened.
    if (this.faults.deletes === 0) for (const { sessions } of this.clients) verdict.askedInVain += new Set([...sessions].flatMap(({ asked }) => [...asked])).size;
    return verdict;
  }
}

const sorted = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Lets the n-th command from now fail, once; with the pane closed nothing works any more. */
function failAt(replica: Replica, nth: number, closes: boolean): void {
  let passed = 0;
  let closed = false;
  replica.watcher = ({ at, command }) => {
    if (closed) throw new PaneClosed();
    if (at !== "command") return;
    passed += 1;
    if (passed !== nth + 1) return;
    closed = closes;
    throw closes ? new PaneClosed() : new BookFailure("other", command && "sheet" in command ? command.sheet : null);
  };
}

export async function randomRun(protocol: Protocol, faults: FaultClass, seed: number, { steps, tell = () => undefined, writes = false }: Options = {}): Promise<Verdict> {
  const run = new Run(protocol, faults, seed, tell, writes ? tell : null);
  await run.begin();
  for (const step of steps ?? Array.from({ length: STEPS }, (_, i) => i)) {
    tell(`step ${step}`);
    await run.step(step);
    await run.compact(step);
  }
  return run.finish();
}
