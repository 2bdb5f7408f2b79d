/** What people do to the table with their own hands, at one replica. */
import type { Chance } from "./chance";
import type { Replica } from "./model";
import type { Row } from "./sheet";
import type { Story, Thing } from "./story";
import { FIELDS, SHEET, TABLE } from "./tasks-table";
import { visibleTable, type VisibleTable } from "./visible";

/** The records whose values stand in a row; more than one where the protocol has mixed them. */
const thingsIn = (story: Story, { columns }: VisibleTable, cells: Row): readonly Thing[] => [...new Set(FIELDS.flatMap((field) => story.source(cells[columns.get(field)!])?.thing ?? []))];

export class People {
  constructor(private readonly story: Story, private readonly chance: Chance, private readonly tell: (line: string) => void, private readonly overWaiting = 0) {}

  sort(replica: Replica): void {
    const { columns, width, idColumn } = visibleTable(replica, TABLE);
    const field = this.chance.pick(["id", ...FIELDS]);
    const descending = this.chance.happens(0.5);
    this.tell(`client ${replica.number}: sort by ${field}${descending ? ", descending" : ""}`);
    replica.byHand({ kind: "sort", sheet: SHEET, column: 0, columns: width, by: field === "id" ? idColumn : columns.get(field)!, descending });
  }

  edit(replica: Replica): void {
    const waiting = this.overWaiting > 0 && this.chance.happens(this.overWaiting) ? [...this.story.actions].reverse().find(({ client, kind, acknowledged }) => client === replica.number && kind === "update" && !acknowledged) : undefined;
    const found = this.row(replica, waiting?.wrote[0]!.thing);
    if (!found || found.things.length !== 1) return;
    const field = this.chance.pick(waiting ? waiting.wrote.map((wrote) => wrote.field) : FIELDS);
    const { value } = this.story.act("hand", replica.number, replica.seen, found.things[0]!, [field]).wrote[0]!;
    this.tell(`client ${replica.number}: row ${found.at} (${found.things[0]!.id}) by hand ${field} = ${String(value)}`);
    replica.byHand({ kind: "set", sheet: SHEET, row: found.at, column: found.table.columns.get(field)!, cells: [[value]] });
  }

  remove(replica: Replica): void {
    const found = this.row(replica);
    if (!found) return;
    for (const thing of found.things) thing.deletedByHand = true;
    this.tell(`client ${replica.number}: row ${found.at} (${names(found.things)}) deleted by hand`);
    replica.byHand({ kind: "deleteRow", sheet: SHEET, row: found.at, column: 0, columns: found.table.width });
  }

  /** The copy goes below the table, or is inserted below the row. */
  copy(replica: Replica): void {
    const found = this.row(replica);
    if (!found) return;
    for (const thing of found.things) thing.copies += 1;
    const below = this.chance.happens(0.5);
    this.tell(`client ${replica.number}: row ${found.at} (${names(found.things)}) copied ${below ? "to the end" : "and inserted"}`);
    const cells = Array.from({ length: found.table.width }, (_, i) => found.cells[i] ?? null);
    replica.byHand(below ? { kind: "set", sheet: SHEET, row: found.table.end, column: 0, cells: [cells] } : { kind: "insertRow", sheet: SHEET, row: found.at + 1, column: 0, cells });
  }

  clearId(replica: Replica): void {
    const found = this.row(replica);
    if (!found) return;
    for (const thing of found.things) thing.copies += 1;
    this.tell(`client ${replica.number}: id of row ${found.at} (${names(found.things)}) cleared`);
    replica.byHand({ kind: "set", sheet: SHEET, row: found.at, column: found.table.idColumn, cells: [[null]] });
  }

  /** @param wanted the row of this record, where it is there */
  private row(replica: Replica, wanted?: Thing): { at: number; cells: Row; table: VisibleTable; things: readonly Thing[] } | null {
    const table = visibleTable(replica, TABLE);
    if (table.rows.length === 0) return null;
    const row = (wanted && table.rows.find(({ cells }) => thingsIn(this.story, table, cells).includes(wanted))) ?? this.chance.pick(table.rows);
    return { ...row, table, things: thingsIn(this.story, table, row.cells) };
  }
}

const names = (things: readonly Thing[]): string => things.map(({ id }) => id).join(" + ");
