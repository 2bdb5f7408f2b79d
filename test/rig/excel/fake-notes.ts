/** Notes and threads of comments on a sheet of the fake Excel: a cell has one of the two, or none. */
import type { Range, Worksheet } from "./fake-sheet";
import { block, HostError, HostObject, notImplemented } from "./host-object";

class Remark extends HostObject {
  constructor(readonly sheet: Worksheet, public row: number, public column: number, protected text: string) { super(); }
  get Content(): string { return this.text; }
  GetLocation(): Range { return this.sheet.GetRangeByIndexes(this.row, this.column, 1, 1); }
  isAt(row: number, column: number): boolean { return this.row === row && this.column === column; }
}

export class Note extends Remark {
  override get Content(): string { return this.text; }
  override set Content(text: string) {
    this.sheet.checkRemarks();
    this.text = checked(text);
  }
  Delete(): null {
    this.sheet.checkRemarks();
    const { items } = this.sheet.Notes;
    items.splice(items.indexOf(this), 1);
    return null;
  }
}

const checked = (text: unknown): string => {
  if (typeof text !== "string" || text === "") throw new HostError("InvalidArgument", "No text for a note.");
  return text;
};

/** The address of a single cell, without its sheet. */
function cellAt(address: unknown): readonly [row: number, column: number] {
  if (typeof address !== "string") throw notImplemented("a note by a range");
  const { row, column, rows, columns } = block(address);
  if (rows !== 1 || columns !== 1) throw new HostError("InvalidCellAddress");
  return [row, column];
}

export class Notes extends HostObject {
  override readonly items: Note[] = [];
  constructor(private readonly sheet: Worksheet) { super(); }
  Add(address: unknown, content: unknown): Note {
    this.sheet.checkRemarks();
    const [row, column] = cellAt(address);
    if ([...this.items, ...this.sheet.Comments.items].some((each) => each.isAt(row, column))) throw new HostError("InvalidOperation", "The cell has a note or a comment.");
    const note = new Note(this.sheet, row, column, checked(content));
    this.items.push(note);
    return note;
  }
  GetItemAt(index: unknown): Note { return itemAt(this.items, index); }
  GetItem(address: unknown): Note {
    const [row, column] = cellAt(address);
    const found = this.items.find((each) => each.isAt(row, column));
    if (!found) throw new HostError("ItemNotFound", "The cell has no note.");
    return found;
  }
}

const itemAt = <T>(items: readonly T[], index: unknown): T => {
  const found = items[Number(index)];
  if (!found) throw new HostError("InvalidArgument", "There are not so many.");
  return found;
};

class Comment extends Remark {
  get Id(): string { return `${this.row},${this.column}`; }
}
export class Comments extends HostObject {
  override readonly items: Comment[] = [];
  constructor(private readonly sheet: Worksheet) { super(); }
  GetItem(id: unknown): Comment {
    const found = this.items.find((each) => each.Id === id);
    if (!found) throw new HostError("ItemNotFound", "There is no such comment.");
    return found;
  }
  GetItemAt(index: unknown): Comment { return itemAt(this.items, index); }
  /** For tests: a person begins a thread. */
  begin(address: string, text: string): void {
    const [row, column] = cellAt(address);
    this.items.push(new Comment(this.sheet, row, column, text));
  }
}
