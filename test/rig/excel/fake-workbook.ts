/** The workbook of the fake Excel: its sheets, tables, names and settings. */
import type { Refusal } from "./fake-charts";
import { Protection } from "./fake-looks";
import { Range, Worksheet, type SheetTable } from "./fake-sheet";
import { addressOf, block, HostError, HostObject, meet, notImplemented, sheetPrefix, type Block } from "./host-object";

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

class Worksheets extends HostObject {
  override readonly items: Worksheet[] = [];
  active = 0;
  /** Whether the pane wants to hear of changes. */
  isListening = false;
  constructor(private readonly workbook: Workbook) { super(); }
  find(key: string): Worksheet | null { return this.items.find((sheet) => same(sheet.Name, key) || sheet.Id === key) ?? null; }
  GetActiveWorksheet(): Worksheet {
    const sheet = this.items[this.active];
    if (!sheet) throw notImplemented("a workbook without sheets");
    return sheet;
  }
  GetItem(key: string): Worksheet {
    const sheet = this.find(key);
    if (!sheet) throw new HostError("ItemNotFound", "There is no such sheet.");
    return sheet;
  }
  GetItemOrNullObject(key: string): Worksheet | null { return this.find(key); }
  Add(name: string): Worksheet {
    this.workbook.check();
    if (this.find(name)) throw new HostError("ItemAlreadyExists", "There is a sheet of this name.");
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) throw new HostError("InvalidArgument", "No name for a sheet.");
    const { Tables } = this.workbook;
    const sheet = new Worksheet(name, { shown: (each, address) => this.workbook.show(each, address), tables: { items: Tables.items, of: (each) => new SheetTables(Tables, each) }, remove: (each) => this.workbook.remove(each), refuses: (what) => this.workbook.refusals.has(what) });
    this.items.push(sheet);
    return sheet;
  }
  _RegisterDataChangedEvent(): null {
    this.isListening = true;
    return null;
  }
  _UnregisterDataChangedEvent(): null {
    this.isListening = false;
    return null;
  }
}

/** A name of the workbook and what it stands for; null when that is gone. */
class NamedItem extends HostObject {
  readonly Visible = true;
  constructor(readonly Name: string, public range: Range | null, private readonly names: NamedItems) { super(); }
  GetRange(): Range {
    if (!this.range) throw new HostError("InvalidReference");
    return this.range;
  }
  get Value(): string {
    return this.range ? `=${sheetPrefix(this.range.sheet.Name)}${addressOf(this.range.block).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}` : "=#REF!";
  }
  Delete(): null {
    this.names.items.splice(this.names.items.indexOf(this), 1);
    return null;
  }
}
class NamedItems extends HostObject {
  override readonly items: NamedItem[] = [];
  constructor(private readonly isTaken: (name: string) => boolean) { super(); }
  GetItem(name: string): NamedItem {
    const found = this.items.find((item) => same(item.Name, name));
    if (!found) throw new HostError("ItemNotFound", "There is no such name.");
    return found;
  }
  GetItemOrNullObject(name: string): NamedItem | null { return this.items.find((item) => same(item.Name, name)) ?? null; }
  Add(name: string, range: Range): NamedItem {
    if (!(range instanceof Range)) throw notImplemented("a name for a formula");
    if (!/^[\p{L}_][\p{L}\p{Nd}_.]*$/u.test(name) || this.isTaken(name)) throw new HostError("InvalidArgument", "The name is taken or not allowed.");
    const item = new NamedItem(name, range, this);
    this.items.push(item);
    return item;
  }
  define(name: string, sheet: Worksheet, address: string): void { this.Add(name, sheet.GetRange(address)); }
}

class TableColumn extends HostObject {
  constructor(readonly Name: string, private readonly body: Range) { super(); }
  GetDataBodyRange(): Range { return this.body; }
}
class TableColumns extends HostObject {
  constructor(override readonly items: TableColumn[]) { super(); }
  GetItem(name: string): TableColumn {
    const found = this.items.find((column) => column.Name === name);
    if (!found) throw new HostError("ItemNotFound", "There is no such column.");
    return found;
  }
}
class TableRow extends HostObject {
  constructor(private readonly table: Table, private readonly index: number) { super(); }
  Delete(): null {
    const { row, column, rows, columns } = this.table.block;
    if (rows === 2) throw new HostError("InvalidOperation", "The last row of a table cannot be deleted.");
    const own = { row: row + 1 + this.index, column, rows: 1, columns };
    this.table.sheet.checkWrite(own);
    this.table.sheet.takeOut(own);
    this.table.block = { ...this.table.block, rows: rows - 1 };
    return null;
  }
}
class TableRows extends HostObject {
  constructor(private readonly table: Table) { super(); }
  GetItemAt(index: number): TableRow {
    if (index < 0 || index >= this.table.block.rows - 1) throw new HostError("InvalidArgument", "There is no such row.");
    return new TableRow(this.table, index);
  }
}
export class Table extends HostObject implements SheetTable {
  private called: string;
  private look = "TableStyleMedium2";
  constructor(name: string, readonly sheet: Worksheet, public block: Block, private readonly tables: Tables) {
    super();
    this.called = name;
    this.checkHeaders();
  }
  private checkHeaders(): void {
    const headers = Array.from({ length: this.block.columns }, (_, i) => this.sheet.cell(this.block.row, this.block.column + i).value);
    if (headers.some((header) => typeof header !== "string" || header === "") || new Set(headers).size < headers.length) throw notImplemented("headers that Excel would change: blank, numbers or twice the same");
  }
  get Name(): string { return this.called; }
  set Name(name: string) {
    this.sheet.checkWrite(this.block);
    if (this.tables.isTaken(name) || !/^[A-Z_]\w*$/i.test(name)) throw new HostError("InvalidArgument", "The name is taken or not allowed.");
    this.called = name;
  }
  get Style(): string { return this.look; }
  set Style(style: string) {
    if (!/^TableStyle(?:Light|Medium|Dark)\d+$/.test(style)) throw new HostError("InvalidArgument");
    this.look = style;
  }
  get Worksheet(): Worksheet { return this.sheet; }
  get Rows(): TableRows { return new TableRows(this); }
  get Columns(): TableColumns {
    const { row, column, rows, columns } = this.block;
    return new TableColumns(Array.from({ length: columns }, (_, i) => new TableColumn(String(this.sheet.cell(row, column + i).value), new Range(this.sheet, { row: row + 1, column: column + i, rows: rows - 1, columns: 1 }))));
  }
  GetRange(): Range { return new Range(this.sheet, this.block); }
  GetDataBodyRange(): Range { return new Range(this.sheet, { ...this.block, row: this.block.row + 1, rows: this.block.rows - 1 }); }
  GetHeaderRowRange(): Range { return new Range(this.sheet, { ...this.block, rows: 1 }); }
  Resize(range: Range): null {
    const next = range.block;
    this.sheet.checkWrite(next);
    if (range.sheet !== this.sheet || next.row !== this.block.row || next.rows < 2 || !meet(next, this.block) || this.tables.items.some((each) => each !== this && each.sheet === this.sheet && meet(each.block, next))) throw new HostError("InvalidArgument", "The table cannot be resized so.");
    this.block = next;
    this.checkHeaders();
    return null;
  }
  /** What is written right below becomes part of the table, if the user has not switched that off. */
  grow(written: Block): void {
    const { row, column, rows, columns } = this.block;
    const isInside = written.column >= column && written.column + written.columns <= column + columns;
    if (this.tables.expands && isInside && written.row === row + rows) this.block = { ...this.block, rows: rows + written.rows };
  }
}
class Tables extends HostObject {
  override readonly items: Table[] = [];
  expands = true;
  constructor(readonly isTaken: (name: string) => boolean) { super(); }
  GetItem(name: string): Table {
    const found = this.items.find((table) => same(table.Name, name));
    if (!found) throw new HostError("ItemNotFound", "There is no such table.");
    return found;
  }
  GetItemOrNullObject(name: string): Table | null { return this.items.find((table) => same(table.Name, name)) ?? null; }
  make(sheet: Worksheet, given: Block, name: string): Table {
    // A table has one row at least.
    const own = given.rows === 1 ? { ...given, rows: 2 } : given;
    sheet.checkWrite(own);
    if (this.items.some((each) => each.sheet === sheet && meet(each.block, own))) throw new HostError("InvalidArgument", "Tables cannot overlap.");
    const table = new Table(name, sheet, own, this);
    this.items.push(table);
    return table;
  }
  /** @param address of the whole table, header row included */
  add(name: string, sheet: Worksheet, address: string): void { this.make(sheet, block(address), name); }
}
/** Those of one sheet. */
class SheetTables extends HostObject {
  override readonly items: Table[];
  constructor(private readonly tables: Tables, private readonly sheet: Worksheet) {
    super();
    this.items = tables.items.filter((table) => table.sheet === sheet);
  }
  Add(range: Range, hasHeaders: boolean): Table {
    if (!(range instanceof Range) || range.sheet !== this.sheet || !hasHeaders) throw notImplemented("a table that is not made of a range of its sheet with headers");
    return this.tables.make(this.sheet, range.block, `Table${this.tables.items.length + 1}`);
  }
}

class Setting extends HostObject {
  constructor(readonly Key: string, readonly Value: unknown) { super(); }
}
class Settings extends HostObject {
  override readonly items: Setting[] = [];
  Add(key: string, value: unknown): Setting {
    const setting = new Setting(key, value);
    this.items.splice(0, this.items.length, ...this.items.filter((each) => each.Key !== key), setting);
    return setting;
  }
  GetItemOrNullObject(key: string): Setting | null { return this.items.find((each) => each.Key === key) ?? null; }
}

class FunctionResult extends HostObject {
  constructor(readonly Value: unknown, readonly Error: string | null = null) { super(); }
}
class Functions extends HostObject {
  constructor(private readonly workbook: Workbook) { super(); }
  Date(year: number, month: number, day: number): FunctionResult {
    return new FunctionResult(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (this.workbook.is1904 ? 1462 : 0));
  }
}

class NumberFormatInfo extends HostObject {
  NumberDecimalSeparator = ".";
}
class CultureInfo extends HostObject {
  readonly NumberFormat = new NumberFormatInfo();
}
class Application extends HostObject {
  /** How often it was asked to calculate at the end of an exchange only. */
  suspended = 0;
  SuspendApiCalculationUntilNextSync(): null {
    this.suspended += 1;
    return null;
  }
  readonly CultureInfo = new CultureInfo();
}

export class Workbook extends HostObject {
  readonly Name = "Book1.xlsx";
  isProtected = false;
  is1904 = false;
  /** What this version of Excel will not do. */
  readonly refusals = new Set<Refusal>();
  /** Names and tables share their names. */
  private readonly isTaken = (name: string): boolean => this.Names.items.some((each) => same(each.Name, name)) || this.Tables.items.some((each) => same(each.Name, name));
  readonly Names: NamedItems = new NamedItems((name) => this.isTaken(name));
  readonly Tables: Tables = new Tables((name) => this.isTaken(name));
  readonly Worksheets = new Worksheets(this);
  readonly Settings = new Settings();
  readonly Functions = new Functions(this);
  readonly Protection = new Protection(() => this.isProtected);
  readonly Application = new Application();
  constructor() {
    super();
    this.Worksheets.Add("Sheet1");
  }
  check(): void {
    if (this.isProtected) throw new HostError("AccessDenied", "The workbook is protected.");
  }
  show(sheet: Worksheet, address: string | null): void {
    if (address === null) this.Worksheets.active = this.Worksheets.items.indexOf(sheet);
    else if (this.Worksheets.GetActiveWorksheet() === sheet) this.selected = address;
    else throw new HostError("InvalidArgument", "The range is not on the active sheet.");
  }
  remove(sheet: Worksheet): void {
    this.check();
    if (!this.Worksheets.items.some((each) => each !== sheet && each.Visibility === "Visible")) throw new HostError("InvalidOperation", "The last sheet that is shown cannot be deleted.");
    const active = this.Worksheets.GetActiveWorksheet();
    this.Worksheets.items.splice(this.Worksheets.items.indexOf(sheet), 1);
    this.Worksheets.active = Math.max(0, this.Worksheets.items.indexOf(active));
    this.Tables.items.splice(0, this.Tables.items.length, ...this.Tables.items.filter((table) => table.sheet !== sheet));
    for (const name of this.Names.items) if (name.range?.sheet === sheet) name.range = null;
  }
  /** What office.js releases at the end of a run. */
  _RemoveReference(): null { return null; }
  _RemoveAllReferences(): null { return null; }
  /** What is selected on the active sheet; null: a chart, several ranges, or another workbook has the focus. */
  selected: string | null = "A1";
  GetSelectedRange(): Range {
    if (this.selected === null) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
    return this.Worksheets.GetActiveWorksheet().GetRange(this.selected);
  }
}

