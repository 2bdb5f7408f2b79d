/** Protocol C: the store of the product, over the port of a replica. */
import { bookStore } from "../../../src/plan/book-store";
import type { AsyncBook } from "../../../src/plan/book";
import type { Action } from "../../../src/plan/actions";
import { THIS_VERSION, type Version } from "../../../src/plan/migrate";
import type { Rules } from "../../../src/plan/compaction-rules";
import type { Operation } from "../../../src/plan/operation";
import type { Outbox } from "../../../src/plan/outbox";
import type { PlanRow, RowId } from "../../../src/plan/plan";
import { sheetLayouts } from "../../../src/plan/sheet-layout";
import type { Loaded, PlanStore } from "../../../src/plan/store";
import { TABLES, type TableKey } from "../../../src/plan/tables";
import { LATER } from "../later-version";
import { PaneClosed, type Replica } from "./model";
import type { Disk, Protocol, Record1, Session } from "./protocol";
import { idsIn } from "./visible";

/** Only the sheets that are written into: the others would be read each time and stay empty. */
const SHEETS: readonly TableKey[] = ["goals", "tasks", "checkins"];
const layouts = (language: "en" | "ru") => new Map([...sheetLayouts(language)].filter(([sheet]) => SHEETS.some((table) => TABLES[table].sheet[language] === sheet)));

const ACTION = "action ";

function outboxOn(disk: Disk, isOpen: () => boolean): Outbox {
  const later = <T>(value: T): Promise<T> => (isOpen() ? Promise.resolve(value) : never());
  return {
    list: () => later([...disk].filter(([key]) => key.startsWith(ACTION)).map(([, text]) => JSON.parse(text) as Action)),
    put: (action) => later(isOpen() && void disk.set(ACTION + action.id, JSON.stringify(action))) as Promise<void>,
    remove: (id) => later(isOpen() && void disk.delete(ACTION + id)) as Promise<void>,
  };
}
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** A pane: when it closes, nothing that it waits for is ever answered. */
class Pane implements Session {
  private readonly store: PlanStore;
  readonly asked = new Set<string>();
  private loaded: Loaded | null = null;
  private open = true;
  private close: (reason: PaneClosed) => void = () => undefined;
  private readonly closed = new Promise<never>((_, reject) => { this.close = reject; });

  constructor(private readonly replica: Replica, disk: Disk, { client = clientOf, through = (book) => book, version = THIS_VERSION, rules = EAGER }: Changes) {
    this.closed.catch(() => undefined);
    const opened = Number(disk.get("opened") ?? 0) + 1;
    disk.set("opened", String(opened));
    let [made, minute] = [0, 0];
    const host: AsyncBook = (request) => {
      if (!this.open) return never();
      try {
        return Promise.resolve(replica.book(request));
      } catch (error) {
        if (!(error instanceof PaneClosed)) return Promise.reject(error as Error);
        this.open = false;
        this.close(error);
        return never();
      }
    };
    this.store = bookStore({
      client: client(replica), author: client(replica), shared: false, layouts, calculated: null, version, rules, book: through(host, replica),
      now: () => `2026-11-25T10:00:${String((minute += 1) % 60).padStart(2, "0")}Z`,
      random: () => `c${replica.number}p${opened}n${(made += 1)}`,
      outbox: outboxOn(disk, () => this.open),
    });
  }

  newId(): RowId {
    return this.store.newRow();
  }
  async begin(): Promise<void> {
    this.loaded = await this.store.start("en", [], () => undefined, { cancelled: false });
  }
  async save(operations: readonly Operation[]): Promise<boolean> {
    const saved = await this.untilClosed(this.store.save(operations));
    this.show(saved);
    return saved.state !== "outbox";
  }
  async reconcile(): Promise<void> {
    this.show(await this.untilClosed(this.store.load()));
  }
  async compact(): Promise<void> {
    await this.reconcile();
    await this.untilClosed(this.store.compact(() => undefined));
  }
  private show(loaded: Loaded | null): void {
    this.loaded = loaded;
    for (const { id, kind } of loaded?.questions ?? []) if (kind === "removedByHand") this.asked.add(id);
  }
  records(table: TableKey): readonly Record1[] {
    return ((this.loaded?.plan.rows[table] ?? []) as readonly PlanRow[]).map(({ row, label, fields }) => ({ id: row, label, fields }));
  }
  async answer(comesBack: (row: RowId) => boolean): Promise<void> {
    for (const { id, kind, choices } of this.loaded?.questions ?? []) {
      if (kind === "conflict") continue; // who does not decide keeps what is shown
      this.loaded = await this.store.answer(id, kind === "missingColumn" ? choices[0]!.id : this.missing().every((row) => !comesBack(row)) ? "remove" : "back");
    }
  }
  private missing(): readonly RowId[] {
    return SHEETS.flatMap((table) => {
      const there = new Set(idsIn(this.replica, table));
      return this.records(table).filter(({ label }) => !there.has(label)).map(({ id }) => id);
    });
  }
  private untilClosed<T>(call: Promise<T>): Promise<T> {
    call.catch(() => undefined);
    return Promise.race([call, this.closed]);
  }
}

const clientOf = ({ number }: Replica): string => `person${number}`;

/** What is changed in the protocol to see whether it would be noticed. */
type Changes = {
  readonly client?: (replica: Replica) => string;
  /** Stands between the store and the workbook. */
  readonly through?: (book: AsyncBook, replica: Replica) => AsyncBook;
  readonly version?: Version;
  readonly rules?: Rules;
};

/** The journal is shortened of everything that all others say they have read; nobody is too silent to be waited for. */
export const EAGER: Rules = { days: -1, silentDays: 1000, least: 3, recent: 8, ackEvery: 1 };

export function protocolC({ name, ...changes }: Changes & { readonly name: string }): Protocol {
  return {
    name,
    journal: true,
    begin: (replica) => new Pane(replica, new Map(), changes).begin(),
    open: async (replica, disk) => {
      const pane = new Pane(replica, disk, changes);
      await pane.reconcile();
      return pane;
    },
  };
}

/** Nobody is waited for when the journal is shortened: as after 90 days of silence, and then they all come back. */
export const IMPATIENT: Protocol = protocolC({ name: "C that waits for nobody", rules: { ...EAGER, silentDays: -1 } });

export const C: Protocol = { ...protocolC({ name: "C" }), later: protocolC({ name: "C, a later version", version: LATER }) };
