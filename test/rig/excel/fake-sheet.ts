/** A sheet of the fake Excel and ranges on it. */
import { Charts, type Refuses } from "./fake-charts";
import { ConditionalFormats, DataValidation, FreezePanes, Protection, RangeFormat, type Look, type Paint } from "./fake-looks";
import { Comments, Notes } from "./fake-notes";
import { PageLayout } from "./fake-page-layout";
import { ERRORS, typed, type Plain } from "./fake-typing";
import { addressOf, block, HostError, HostObject, LAST_COLUMN, LAST_ROW, meet, notImplemented, sheetPrefix, type Block } from "./host-object";

type Cell = { readonly value: Plain; readonly type: "Double" | "String" | "Boolean" | "Error" | "Empty"; readonly formula: string | null };
const EMPTY: Cell = { value: "", type: "Empty", formula: null };

/** What a sheet needs of its workbook. */
export type Surroundings = {
  /** Told of a sheet that is activated (no address), and of a range that is selected. */
  readonly shown: (sheet: Worksheet, address: string | null) => void;
  readonly tables: { readonly items: readonly SheetTable[]; of(sheet: Worksheet): HostObject };
  readonly remove: (sheet: Worksheet) => void;
  readonly refuses: Refuses;
};
export type SheetTable = { readonly sheet: Worksheet; block: Block; grow(written: Block): void };

export class Range extends HostObject {
  constructor(readonly sheet: Worksheet, readonly block: Block) {
    super();
    const { row, column, rows, columns } = block;
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows - 1 > LAST_ROW || column + columns - 1 > LAST_COLUMN) throw new HostError("InvalidArgument");
  }
  get Address(): string { return sheetPrefix(this.sheet.Name) + addressOf(this.block); }
  get Worksheet(): Worksheet { return this.sheet; }
  get RowIndex(): number { return this.block.row; }
  get ColumnIndex(): number { return this.block.column; }
  get RowCount(): number { return this.block.rows; }
  get ColumnCount(): number { return this.block.columns; }

  /** Above 5,000,000 cells Excel gives null, without an error. */
  private each<T>(read: (row: number, column: number) => T): T[][] | null {
    const { row, column, rows, columns } = this.block;
    if (rows * columns > 5_000_000 || this.sheet.isWithheld(rows * columns)) return null;
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => read(row + i, column + j)));
  }
  /** @param given one value for all cells, or a table of the size of the range; null leaves a cell as it is */
  private write(given: unknown, set: (row: number, column: number, value: unknown) => void): void {
    const { row, column, rows, columns } = this.block;
    const table = Array.isArray(given) ? (given as unknown[][]) : Array.from({ length: rows }, () => Array<unknown>(columns).fill(given));
    if (table.length !== rows || table.some((cells) => cells.length !== columns)) throw new HostError("InvalidArgument", "The array does not have the size of the range.");
    this.sheet.checkWrite(this.block);
    table.forEach((cells, i) => cells.forEach((value, j) => value !== null && set(row + i, column + j, value)));
  }
  private enter(given: unknown): void {
    this.write(given, (row, column, value) => {
      if (!["string", "number", "boolean"].includes(typeof value) || (typeof value === "string" && value.length > 32_768)) throw new HostError("InvalidArgument");
      this.sheet.enter(row, column, value as Plain);
    });
    for (const table of this.sheet.tablesHere) table.grow(this.block);
  }
  get Values() { return this.each((row, column) => this.sheet.cell(row, column).value); }
  set Values(given: unknown) { this.enter(given); }
  /** Of a text its text, also where it begins with = and has an apostrophe in front. */
  get Formulas() { return this.each((row, column) => this.sheet.cell(row, column).formula ?? this.sheet.cell(row, column).value); }
  set Formulas(given: unknown) { this.enter(given); }
  get ValueTypes() { return this.each((row, column) => this.sheet.cell(row, column).type); }
  get Text() { return this.each((row, column) => String(this.sheet.cell(row, column).value)); }
  get NumberFormat() { return this.each((row, column) => this.sheet.cell(row, column).format); }
  set NumberFormat(given: unknown) {
    if (Array.isArray(given)) this.write(given, (row, column, value) => this.sheet.setFormat(row, column, String(value)));
    else this.paint("numberFormat", given);
  }

  private readonly paint: Paint = (what, value) => this.sheet.paint(this.block, what, value);
  get Format(): RangeFormat { return new RangeFormat(this.paint); }
  get DataValidation(): DataValidation { return new DataValidation(this.paint); }
  get ConditionalFormats(): ConditionalFormats { return new ConditionalFormats(this.paint); }

  /** On another sheet than the active one Excel refuses. */
  Select(): null {
    this.sheet.select(addressOf(this.block));
    return null;
  }
  GetCell(row: number, column: number): Range {
    return new Range(this.sheet, { row: this.block.row + row, column: this.block.column + column, rows: 1, columns: 1 });
  }
  GetRow(row: number): Range { return new Range(this.sheet, { ...this.block, row: this.block.row + row, rows: 1 }); }
  GetResizedRange(moreRows: number, moreColumns: number): Range {
    return new Range(this.sheet, { ...this.block, rows: this.block.rows + moreRows, columns: this.block.columns + moreColumns });
  }
  GetUsedRangeOrNullObject(valuesOnly: boolean): Range | null {
    if (!valuesOnly) throw notImplemented("a used range that counts formats");
    const { row, column, rows, columns } = this.block;
    const used = this.sheet.used().filter(([r, c]) => r >= row && r < row + rows && c >= column && c < column + columns);
    if (used.length === 0) return null;
    const least = (axis: 0 | 1): number => used.reduce((least, cell) => Math.min(least, cell[axis]), Infinity);
    const most = (axis: 0 | 1): number => used.reduce((most, cell) => Math.max(most, cell[axis]), 0);
    return new Range(this.sheet, { row: least(0), column: least(1), rows: most(0) - least(0) + 1, columns: most(1) - least(1) + 1 });
  }
  Merge(across?: boolean): null {
    if (across) throw notImplemented("a merge of each row");
    this.sheet.checkWrite(this.block);
    if (this.sheet.used().some(([r, c]) => (r !== this.block.row || c !== this.block.column) && meet(this.block, { row: r, column: c, rows: 1, columns: 1 }))) throw notImplemented("a merge that loses contents");
    this.sheet.merged.push(this.block);
    return null;
  }
  Clear(what: string): null {
    if (what !== "Contents") throw notImplemented(`clear ${what}`);
    this.write("", (row, column) => this.sheet.enter(row, column, ""));
    return null;
  }
  /** Cells of a table cannot be moved this way, nor those above one. */
  Delete(shift: string): null {
    if (shift !== "Up") throw notImplemented(`delete ${shift}`);
    const below = { ...this.block, rows: LAST_ROW - this.block.row + 1 };
    if (this.sheet.tablesHere.some(({ block: table }) => meet(table, below))) throw new HostError("InvalidOperation", "The operation would shift cells in a table.");
    this.sheet.checkWrite(this.block);
    this.sheet.takeOut(this.block);
    return null;
  }
}

export class Worksheet extends HostObject {
  private readonly cells = new Map<string, Cell>();
  private readonly formats = new Map<string, string>();
  readonly looks: Look[] = [];
  isProtected = false;
  /** Blocks of merged cells, and rows that a filter hides. */
  readonly merged: Block[] = [];
  readonly hiddenRows = new Set<number>();
  /** Reads of more cells than this bring null, as Excel does without an error when an answer becomes too large. */
  mostCells = Infinity;
  /** The result of a formula. By default the one that Excel shows while a custom function has not answered. */
  calculate: (formula: string) => Plain = () => "#BUSY!";
  Name: string;
  Visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  readonly Protection = new Protection(() => this.isProtected);
  readonly FreezePanes = new FreezePanes((what, value) => this.paint({ row: 0, column: 0, rows: 1, columns: 1 }, what, value));
  readonly Charts: Charts;
  readonly Notes = new Notes(this);
  readonly Comments = new Comments(this);
  readonly PageLayout: PageLayout;
  constructor(name: string, private readonly around: Surroundings) {
    super();
    this.Name = name;
    this.Charts = new Charts(this, around.refuses);
    this.PageLayout = new PageLayout(around.refuses);
  }
  set ShowGridlines(value: boolean) { this.paint({ row: 0, column: 0, rows: 1, columns: 1 }, "gridlines", value); }
  private readonly id = `{${Math.random().toString(36).slice(2)}}`;
  get Id(): string { return this.id; }
  get Tables(): HostObject { return this.around.tables.of(this); }
  get tablesHere(): readonly SheetTable[] { return this.around.tables.items.filter(({ sheet }) => sheet === this); }

  cell(row: number, column: number): Cell & { readonly format: string } {
    return { ...(this.cells.get(`${row},${column}`) ?? EMPTY), format: this.formats.get(`${row},${column}`) ?? (this.look(row, column, "numberFormat") as string | undefined) ?? "General" };
  }
  look(row: number, column: number, what: string): unknown {
    return this.looks.filter((each) => each.what === what && meet(each.block, { row, column, rows: 1, columns: 1 })).at(-1)?.value;
  }
  used(): (readonly [number, number])[] {
    return [...this.cells].filter(([, cell]) => cell.type !== "Empty").map(([key]) => key.split(",").map(Number) as unknown as readonly [number, number]);
  }
  isWithheld(cells: number): boolean { return cells > this.mostCells; }
  checkRemarks(): void {
    if (this.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
  }
  checkWrite(written: Block): void {
    if (this.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    if (this.merged.some((each) => meet(each, written))) throw new HostError("MergedRangeConflict", "The range meets merged cells.");
    if ([...this.hiddenRows].some((row) => row >= written.row && row < written.row + written.rows)) throw new HostError("FilteredRangeConflict", "A filter hides some of these rows.");
  }
  paint(painted: Block, what: string, value: unknown): void {
    if (this.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    this.looks.push({ block: painted, what, value });
  }
  enter(row: number, column: number, value: Plain): void {
    const entered = typeof value === "string" && value !== "" ? typed(value) : { value };
    if ("formula" in entered) this.set(row, column, this.calculate(entered.formula), entered.formula);
    else this.set(row, column, entered.value, null, "isText" in entered);
  }
  setFormat(row: number, column: number, format: string): void { this.formats.set(`${row},${column}`, format); }
  /** For tests: values as they stand in the cells, error cells by their text. */
  put(address: string, rows: readonly (readonly Plain[])[]): this {
    const { row, column } = block(address);
    rows.forEach((cells, i) => cells.forEach((value, j) => this.set(row + i, column + j, value, null)));
    return this;
  }
  private set(row: number, column: number, value: Plain, formula: string | null, isText = false): void {
    const isError = !isText && ERRORS.has(value) && (formula !== null || value !== "#BUSY!");
    const type = isError ? "Error" : value === "" && formula === null ? "Empty" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
    this.cells.set(`${row},${column}`, { value, type, formula });
  }
  /** A text that looks like an error cell and is none. */
  putText(address: string, text: string): this {
    const { row, column } = block(address);
    this.set(row, column, text, null, true);
    return this;
  }
  /** What lies below moves up with its formats; formulas that speak of their own row go with it. */
  takeOut({ row, column, rows, columns }: Block, end = LAST_ROW): void {
    const formats = [...this.formats].map(([key, format]) => [key.split(",").map(Number) as [number, number], format] as const).filter(([[r, c]]) => r >= row && r <= end && c >= column && c < column + columns);
    for (const [[r, c]] of formats) this.formats.delete(`${r},${c}`);
    for (const [[r, c], format] of formats) if (r >= row + rows) this.formats.set(`${r - rows},${c}`, format);
    for (const all of [this.Notes.items, this.Comments.items] as { row: number; column: number }[][]) {
      for (const each of [...all]) {
        if (each.column < column || each.column >= column + columns || each.row < row || each.row > end) continue;
        if (each.row < row + rows) all.splice(all.indexOf(each), 1);
        else each.row -= rows;
      }
    }
    const moved = [...this.cells].flatMap(([key, cell]) => {
      const [r, c] = key.split(",").map(Number) as [number, number];
      return r >= row && r <= end && c >= column && c < column + columns ? [{ key, r, c, cell }] : [];
    });
    for (const { key } of moved) this.cells.delete(key);
    for (const { r, c, cell } of moved) {
      if (r < row + rows) continue;
      const formula = cell.formula?.replace(/(?<![\w.])(\$?[A-Z]{1,3}\$?)(\d+)\b(?!\()/g, (all, letters: string, number: string) => (Number(number) === r + 1 ? `${letters}${r + 1 - rows}` : all)) ?? null;
      this.cells.set(`${r - rows},${c}`, { ...cell, formula });
    }
  }
  GetRange(address: string): Range { return new Range(this, block(address)); }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range { return new Range(this, { row, column, rows, columns }); }
  GetUsedRangeOrNullObject(valuesOnly: boolean): Range | null {
    return new Range(this, { row: 0, column: 0, rows: LAST_ROW + 1, columns: LAST_COLUMN + 1 }).GetUsedRangeOrNullObject(valuesOnly);
  }
  Activate(): null {
    this.around.shown(this, null);
    return null;
  }
  select(address: string): void { this.around.shown(this, address); }
  Delete(): null {
    if (this.Visibility === "VeryHidden") throw new HostError("InvalidOperation", "A very hidden sheet cannot be deleted.");
    this.around.remove(this);
    return null;
  }
}
