/** A way of storing the plan, as the harness drives it. It sees the workbook through the port of src/plan/book.ts only. */
import type { Operation } from "../../../src/plan/operation";
import type { RowId, Value } from "../../../src/plan/plan";
import type { TableKey } from "../../../src/plan/tables";
import type { Replica } from "./model";

export type Record1 = {
  readonly id: RowId;
  /** What stands in the column of ids. */
  readonly label: string;
  readonly fields: Readonly<Record<string, Value>>;
};

/** An open pane. Everything in it is lost when the pane closes; what must survive goes to the disk. */
export type Session = {
  /** A new identity for a record, as far as the protocol knows it beforehand. */
  newId(): RowId;
  /** @returns whether the store said that everything is saved; a failure may be thrown as well */
  save(operations: readonly Operation[]): Promise<boolean>;
  /** Opening, or a change by somebody else: the store looks at the sheets and does what it finds necessary. */
  reconcile(): Promise<void>;
  /** Shortens what is kept beside the table, where the protocol keeps anything. */
  compact?(): Promise<void>;
  /** What the pane shows now. */
  records(table: TableKey): readonly Record1[];
  /** Names of all questions so far whether rows were removed by hand. */
  readonly asked: ReadonlySet<string>;
  /** Answers what the store asks: is a record that is missing from the sheet to come back? */
  answer(comesBack: (row: RowId) => boolean): Promise<void>;
};

/** What is kept beside the workbook, such as the outbox in the storage of the browser. */
export type Disk = Map<string, string>;

export type Protocol = {
  readonly name: string;
  /** Makes the sheets, at one client before the others open the workbook. */
  begin(replica: Replica): Promise<void>;
  open(replica: Replica, disk: Disk): Promise<Session>;
  /** Whether it keeps a journal: then what is shown must also follow from it on every client. */
  readonly journal: boolean;
  /** The same in a later version of the program, which wants some rows otherwise. */
  readonly later?: Protocol;
};
