/**
 * The two usual ways of keeping records in a sheet, honestly made, to measure the harness with: it must report what they lose.
 * A does what most add-ins do: appends below the last row, remembers row numbers, writes the changed cells one by one.
 * B does what careful ones do: a revision, a look-up of the id at each write, one batch, reading back, up to three tries for a new row.
 */
import { read, runSync, type CellWrite, type Command } from "../../../src/plan/book";
import type { Operation } from "../../../src/plan/operation";
import type { RowId, Value } from "../../../src/plan/plan";
import type { Replica } from "./model";
import type { Protocol, Record1, Session } from "./protocol";
import { FIELDS, HEADERS, SHEET } from "./tasks-table";

type Cells = readonly (readonly unknown[])[];
const ID = 0;
const REVISION = FIELDS.length + 1;

abstract class UsualStore implements Session {
  constructor(protected readonly replica: Replica) {}

  /** Both take the number after the highest one that they see. */
  newId(): RowId {
    return this.nextId(this.cells());
  }

  async save(operations: readonly Operation[]): Promise<boolean> {
    return operations.every((operation) => {
      if (operation.kind === "create") return this.create(operation.row, operation.fields as Record<string, Value>);
      if (operation.kind === "update") return this.update(operation.row, operation.fields as Record<string, Value>);
      throw new Error(`the usual stores are not asked to ${operation.kind}`);
    });
  }

  readonly asked = new Set<string>();

  async reconcile(): Promise<void> {
    this.remember(this.cells());
  }
  records(): readonly Record1[] {
    return this.cells().slice(1).filter((row) => (row[ID] ?? null) !== null).map((row) => ({ id: String(row[ID]), label: String(row[ID]), fields: Object.fromEntries(FIELDS.map((field, i) => [field, (row[i + 1] ?? null) as Value])) }));
  }
  async answer(): Promise<void> {}

  protected abstract create(id: RowId, fields: Readonly<Record<string, Value>>): boolean;
  protected abstract update(id: RowId, fields: Readonly<Record<string, Value>>): boolean;
  protected abstract remember(cells: Cells): void;

  protected cells(): Cells {
    return runSync(read([SHEET]), this.replica.book)[0]?.values ?? [];
  }
  protected write(commands: readonly Command[]): void {
    this.replica.book({ kind: "batch", commands });
  }
  protected nextId(cells: Cells): string {
    return `T-${String(1 + cells.reduce((most, row) => Math.max(most, Number(String(row[ID] ?? "").slice(2)) || 0), 0)).padStart(3, "0")}`;
  }
  protected line(id: RowId, fields: Readonly<Record<string, Value>>): Value[] {
    return [id, ...FIELDS.map((field) => fields[field] ?? null)];
  }
}

export class StoreA extends UsualStore {
  private rows = new Map<string, number>();
  constructor(replica: Replica) {
    super(replica);
    this.remember(this.cells());
  }

  protected override remember(cells: Cells): void {
    this.rows = new Map(cells.map((row, at) => [String(row[ID] ?? ""), at]));
  }
  protected create(id: RowId, fields: Readonly<Record<string, Value>>): boolean {
    const row = this.cells().length;
    this.rows.set(id, row);
    this.write([{ kind: "set", sheet: SHEET, row, column: 0, cells: [this.line(id, fields)] }]);
    return true;
  }
  protected update(id: RowId, fields: Readonly<Record<string, Value>>): boolean {
    const row = this.rows.get(id);
    if (row === undefined) return false;
    this.write(Object.entries(fields).map(([field, value]) => ({ kind: "set", sheet: SHEET, row, column: FIELDS.indexOf(field) + 1, cells: [[value]] })));
    return true;
  }
}

export class StoreB extends UsualStore {
  /** Looks every row up when it writes. */
  protected override remember(): void {}
  protected create(id: RowId, fields: Readonly<Record<string, Value>>): boolean {
    const line = [...this.line(id, fields), 1];
    for (let tries = 0; tries < 3; tries += 1) {
      const row = this.cells().length;
      this.write([{ kind: "set", sheet: SHEET, row, column: 0, cells: [line] }]);
      if (this.holds(row, line)) return true;
    }
    return false;
  }
  protected update(id: RowId, fields: Readonly<Record<string, Value>>): boolean {
    const cells = this.cells();
    const row = cells.findIndex((each, at) => at > 0 && each[ID] === id);
    if (row < 0) return false;
    const line: CellWrite[] = [undefined, ...FIELDS.map((field) => fields[field]), (Number(cells[row]![REVISION]) || 0) + 1];
    this.write(line.flatMap((cell, column) => (cell === undefined ? [] : [{ kind: "set" as const, sheet: SHEET, row, column, cells: [[cell]] }])));
    return this.holds(row, line);
  }
  private holds(row: number, line: readonly CellWrite[]): boolean {
    const found = this.cells()[row] ?? [];
    return line.every((cell, column) => cell === undefined || (found[column] ?? null) === cell);
  }
}

async function begin(replica: Replica): Promise<void> {
  replica.book({ kind: "batch", commands: [
    { kind: "addSheet", sheet: SHEET, hidden: false, layout: null },
    { kind: "set", sheet: SHEET, row: 0, column: 0, cells: [[...HEADERS, "rev"]] },
  ] });
}

export const A: Protocol = { name: "A", begin, open: async (replica) => new StoreA(replica), journal: false };
export const B: Protocol = { name: "B", begin, open: async (replica) => new StoreB(replica), journal: false };
