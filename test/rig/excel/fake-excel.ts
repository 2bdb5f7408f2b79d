/**
 * An Excel in memory that answers the genuine request batches of office.js.
 *
 * office.js turns every `context.sync()` into one JSON body: a list of actions on a list of object paths. `exec` interprets such a
 * body and answers in the same format, so that the real proxies (load rules, null objects, error codes) are exercised unchanged.
 * Whatever the model does not know throws NotImplemented: no test can pass by accident. Extend it by adding members in PascalCase.
 *
 * Runs in jest and in a page (open.ts), so it imports nothing.
 */

export class HostError extends Error {
  constructor(readonly code: string, message: string = code) {
    super(message);
  }
}
const notImplemented = (what: string): HostError => new HostError("NotImplemented", `FakeExcel: ${what}`);

// ---- addresses ----------------------------------------------------------------------------

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

const columnIndex = (letters: string): number => [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
const columnLetters = (index: number): string => (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

type Block = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A1, A1:B2, A:B, 1:2 */
function block(address: string): Block {
  const [, fromColumn = "", fromRow = "", toColumn, toRow] = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(address) ?? [];
  const isSingle = toColumn === undefined;
  if (address === "" || (fromColumn === "" && fromRow === "") || (isSingle && (fromColumn === "" || fromRow === ""))) {
    throw new HostError("InvalidArgument", "The address is missing or has a wrong format.");
  }
  const row = fromRow === "" ? 0 : Number(fromRow) - 1;
  const column = fromColumn === "" ? 0 : columnIndex(fromColumn);
  const lastRow = isSingle ? row : toRow ? Number(toRow) - 1 : LAST_ROW;
  const lastColumn = isSingle ? column : toColumn ? columnIndex(toColumn) : LAST_COLUMN;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

function addressOf({ row, column, rows, columns }: Block): string {
  const [first, last] = [columnLetters(column), columnLetters(column + columns - 1)];
  if (rows === LAST_ROW + 1) return `${first}:${last}`;
  if (columns === LAST_COLUMN + 1) return `${row + 1}:${row + rows}`;
  return rows === 1 && columns === 1 ? `${first}${row + 1}` : `${first}${row + 1}:${last}${row + rows}`;
}

const sheetPrefix = (name: string): string => (/^[\p{L}_][\p{L}\d_]*$/u.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`);

// ---- the object model: members in PascalCase are what a batch may touch --------------------

type Plain = number | string | boolean;
type Cell = { readonly value: Plain; readonly type: "Double" | "String" | "Boolean" | "Error" | "Empty"; readonly formula: string | null; readonly format: string };

class HostObject {
  readonly items?: readonly HostObject[];
}

class Range extends HostObject {
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
  private each<T>(read: (cell: Cell) => T): T[][] | null {
    const { row, column, rows, columns } = this.block;
    if (rows * columns > 5_000_000) return null;
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => read(this.sheet.cell(row + i, column + j))));
  }
  private write(given: unknown, set: (row: number, column: number, value: unknown) => void): void {
    const { row, column, rows, columns } = this.block;
    const table = Array.isArray(given) ? (given as unknown[][]) : Array.from({ length: rows }, () => Array<unknown>(columns).fill(given));
    if (table.length !== rows || table.some((cells) => cells.length !== columns)) throw new HostError("InvalidArgument", "The array does not have the size of the range.");
    if (this.sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    // null leaves a cell as it is
    table.forEach((cells, i) => cells.forEach((value, j) => value !== null && set(row + i, column + j, value)));
  }
  get Values() { return this.each((cell) => cell.value); }
  set Values(given: unknown) { this.write(given, (row, column, value) => this.sheet.enter(row, column, value as Plain)); }
  get Formulas() { return this.each((cell) => cell.formula ?? cell.value); }
  set Formulas(given: unknown) { this.write(given, (row, column, value) => this.sheet.enter(row, column, value as Plain)); }
  get ValueTypes() { return this.each((cell) => cell.type); }
  get Text() { return this.each((cell) => String(cell.value)); }
  get NumberFormat() { return this.each((cell) => cell.format); }
  set NumberFormat(given: unknown) { this.write(given, (row, column, value) => this.sheet.setFormat(row, column, String(value))); }

  /** On another sheet than the active one Excel refuses. */
  Select(): null {
    this.sheet.select(addressOf(this.block));
    return null;
  }
  GetCell(row: number, column: number): Range {
    return new Range(this.sheet, { row: this.block.row + row, column: this.block.column + column, rows: 1, columns: 1 });
  }
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
}

const EMPTY: Cell = { value: "", type: "Empty", formula: null, format: "General" };
const ERRORS: ReadonlySet<unknown> = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#BUSY!", "#SPILL!"]);

export class Worksheet extends HostObject {
  private readonly cells = new Map<string, Cell>();
  isProtected = false;
  /** The result of a formula. By default the one that Excel shows while a custom function has not answered. */
  calculate: (formula: string) => Plain = () => "#BUSY!";
  constructor(readonly Name: string) { super(); }
  get Id(): string { return `{${this.Name}}`; }

  cell(row: number, column: number): Cell { return this.cells.get(`${row},${column}`) ?? EMPTY; }
  used(): (readonly [number, number])[] {
    return [...this.cells].filter(([, cell]) => cell.type !== "Empty").map(([key]) => key.split(",").map(Number) as unknown as readonly [number, number]);
  }
  /** As typed: a text that begins with = is a formula, also one with + or -, which Excel takes for one. */
  enter(row: number, column: number, value: Plain): void {
    const { format } = this.cell(row, column);
    const isFormula = typeof value === "string" && /^[=+-]./.test(value);
    const formula = isFormula ? (value.startsWith("=") ? value : `=${value}`) : null;
    this.set(row, column, formula === null ? value : this.calculate(formula), formula, format);
  }
  setFormat(row: number, column: number, format: string): void {
    this.cells.set(`${row},${column}`, { ...this.cell(row, column), format });
  }
  /** For tests: values as they stand in the cells, error cells by their text. */
  put(address: string, rows: readonly (readonly Plain[])[]): this {
    const { row, column } = block(address);
    rows.forEach((cells, i) => cells.forEach((value, j) => this.set(row + i, column + j, value, null, "General")));
    return this;
  }
  private set(row: number, column: number, value: Plain, formula: string | null, format: string): void {
    const type = ERRORS.has(value) && (formula !== null || value !== "#BUSY!") ? "Error" : value === "" ? "Empty" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
    this.cells.set(`${row},${column}`, { value, type, formula, format });
  }
  /** A text that looks like an error cell and is none. */
  putText(address: string, text: string): this {
    const { row, column } = block(address);
    this.cells.set(`${row},${column}`, { value: text, type: "String", formula: null, format: "General" });
    return this;
  }
  GetRange(address: string): Range { return new Range(this, block(address)); }
  Visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  GetUsedRangeOrNullObject(valuesOnly: boolean): Range | null {
    return new Range(this, { row: 0, column: 0, rows: LAST_ROW + 1, columns: LAST_COLUMN + 1 }).GetUsedRangeOrNullObject(valuesOnly);
  }
  /** What a workbook does when a sheet of it is activated, or a range selected. */
  onActivate: (sheet: Worksheet) => void = () => { throw notImplemented("a sheet without a workbook"); };
  onSelect: (sheet: Worksheet, address: string) => void = () => { throw notImplemented("a sheet without a workbook"); };
  Activate(): null {
    this.onActivate(this);
    return null;
  }
  select(address: string): void { this.onSelect(this, address); }
}

class Worksheets extends HostObject {
  override readonly items: Worksheet[] = [];
  active = 0;
  /** @param shown told of a sheet that is activated (no address), and of a range that is selected */
  constructor(private readonly shown: (sheet: Worksheet, address: string | null) => void) {
    super();
    this.Add("Sheet1");
  }
  find(key: string): Worksheet | null { return this.items.find((sheet) => sheet.Name === key || sheet.Id === key) ?? null; }
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
    const sheet = new Worksheet(name);
    sheet.onActivate = (each) => this.shown(each, null);
    sheet.onSelect = (each, address) => this.shown(each, address);
    this.items.push(sheet);
    return sheet;
  }
}

/** A name of the workbook and what it stands for. */
class NamedItem extends HostObject {
  readonly Visible = true;
  constructor(readonly Name: string, private readonly range: Range) { super(); }
  GetRange(): Range { return this.range; }
}
class NamedItems extends HostObject {
  override readonly items: NamedItem[] = [];
  GetItem(name: string): NamedItem {
    const found = this.items.find((item) => item.Name.toLowerCase() === name.toLowerCase());
    if (!found) throw new HostError("ItemNotFound", "There is no such name.");
    return found;
  }
  define(name: string, sheet: Worksheet, address: string): void { this.items.push(new NamedItem(name, sheet.GetRange(address))); }
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
class Table extends HostObject {
  constructor(readonly Name: string, readonly Columns: TableColumns) { super(); }
}
class Tables extends HostObject {
  override readonly items: Table[] = [];
  GetItem(name: string): Table {
    const found = this.items.find((table) => table.Name === name);
    if (!found) throw new HostError("ItemNotFound", "There is no such table.");
    return found;
  }
  /** @param address of the whole table, header row included */
  add(name: string, sheet: Worksheet, address: string): void {
    const { row, column, rows, columns } = block(address);
    this.items.push(new Table(name, new TableColumns(Array.from({ length: columns }, (_, i) =>
      new TableColumn(String(sheet.cell(row, column + i).value), new Range(sheet, { row: row + 1, column: column + i, rows: rows - 1, columns: 1 }))))));
  }
}

class NumberFormatInfo extends HostObject {
  NumberDecimalSeparator = ".";
}
class CultureInfo extends HostObject {
  readonly NumberFormat = new NumberFormatInfo();
}
class Application extends HostObject {
  readonly CultureInfo = new CultureInfo();
}

export class Workbook extends HostObject {
  readonly Name = "Book1.xlsx";
  readonly Worksheets: Worksheets = new Worksheets((sheet, address) => {
    if (address === null) this.Worksheets.active = this.Worksheets.items.indexOf(sheet);
    else if (this.Worksheets.GetActiveWorksheet() === sheet) this.selected = address;
    else throw new HostError("InvalidArgument", "The range is not on the active sheet.");
  });
  readonly Names = new NamedItems();
  readonly Tables = new Tables();
  readonly Application = new Application();
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

/** An answer of a custom function: [invocation, true, value] or [invocation, false, message, code]. */
export type FunctionAnswer = readonly [id: number, ok: boolean, valueOrMessage: unknown, code?: number];

/** What the custom-function proxy of office.js calls back with results. */
class CustomFunctionsHost extends HostObject {
  constructor(private readonly excel: FakeExcel) { super(); }
  _SetOsfControlContainerReadyForCustomFunctions(): null {
    this.excel.functionsReady = true;
    return null;
  }
  _GetEnabledFeatures(): readonly string[] { return []; }
  SetInvocationArrayResults(results: readonly FunctionAnswer[]): null { return this.take(results); }
  SetInvocationResults(results: readonly FunctionAnswer[]): null { return this.take(results); }
  private take(results: readonly FunctionAnswer[]): null {
    for (const result of results) this.excel.functionResults.push(result);
    return null;
  }
}

// ---- the interpreter of batches ------------------------------------------------------------

const PATH = { GLOBAL: 1, NEW: 2, METHOD: 3, PROPERTY: 4, INDEXER: 5, REFERENCE: 6, NULL: 7 } as const;
const ACTION = { INSTANTIATE: 1, QUERY: 2, METHOD: 3, SET: 4, TRACE: 5 } as const;

type Arguments = { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly (number | null)[] };
type ObjectPath = { readonly ObjectPathType: number; readonly Name: string; readonly ParentObjectPathId: number; readonly ArgumentInfo?: Arguments };
type Action = { readonly Id: number; readonly ActionType: number; readonly Name: string; readonly ObjectPathId: number; readonly ArgumentInfo: Arguments; readonly QueryInfo?: { readonly Select?: readonly string[] } };
export type Batch = { readonly Actions: readonly Action[]; readonly ObjectPaths: Readonly<Record<string, ObjectPath>> };

const nameOf = (object: unknown): string => (typeof object === "object" && object !== null ? object.constructor.name : String(object));

/** The member `name` of an object as the host spells it: office.js sends names in PascalCase or camelCase. */
function member(object: object | null, name: string): string | undefined {
  if (object === null) return undefined;
  if (name in object) return name;
  const pascal = name.charAt(0).toUpperCase() + name.slice(1);
  return pascal in object ? pascal : undefined;
}
const valueOf = (object: object, key: string): unknown => (object as Readonly<Record<string, unknown>>)[key];

/** Answer to load(): the selected members only, values in PascalCase, collections as `_Items`. */
function query(object: object | null, select: readonly string[]): unknown {
  if (object === null) return null;
  if (select.length === 0 || select.includes("*")) throw notImplemented(`load everything of ${nameOf(object)}`);
  if (object instanceof HostObject && object.items) {
    const inner = select.map((name) => name.replace(/^items\/?/, "")).filter((name) => name !== "");
    return { _Items: object.items.map((item) => query(item, inner)) };
  }
  const out: Record<string, unknown> = {};
  for (const name of select) {
    const [head = "", ...rest] = name.split("/");
    const key = member(object, head);
    if (key === undefined) throw notImplemented(`no property ${head} on ${nameOf(object)}`);
    const value = valueOf(object, key);
    out[key] = rest.length > 0 ? query(value as object | null, [rest.join("/")]) : value;
  }
  return out;
}

export class FakeExcel {
  readonly workbook = new Workbook();
  /** Every batch received: its length counts the syncs. */
  readonly log: Batch[] = [];
  functionsReady = false;
  readonly functionResults: FunctionAnswer[] = [];
  /** The next batch fails with it, as a host in trouble does. */
  failNext: HostError | null = null;
  private readonly customFunctions = new CustomFunctionsHost(this);
  private readonly references = new Map<string, object | null>();
  private kept = 1;

  exec(batch: Batch): unknown {
    this.log.push(batch);
    const objects = new Map<number, object | null>();
    const resolve = (id: number): object | null => {
      let found = objects.get(id);
      if (found === undefined) {
        const path = batch.ObjectPaths[id];
        if (!path) throw notImplemented(`object path ${id}`);
        found = this.object(path, resolve);
        objects.set(id, found);
      }
      return found;
    };
    const results: unknown[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        if (this.failNext) {
          const failure = this.failNext;
          this.failNext = null;
          throw failure;
        }
        results.push({ ActionId: action.Id, Value: this.act(action, resolve) });
      } catch (error) {
        const { code = "GeneralException", message } = error as { readonly code?: string; readonly message: string };
        return {
          Results: results,
          Error: { Code: code, Message: message, Location: action.Name, ActionIndex: index, HttpStatusCode: code === "ItemNotFound" ? 404 : 400 },
        };
      }
    }
    return { Results: results };
  }

  private object(path: ObjectPath, resolve: (id: number) => object | null): object | null {
    const info = path.ArgumentInfo ?? {};
    switch (path.ObjectPathType) {
      case PATH.GLOBAL: return this.workbook;
      case PATH.NEW: return /CustomFunctions/.test(path.Name) ? this.customFunctions : { NotifyActionHandlerReady: () => null };
      case PATH.METHOD: return this.invoke(resolve(path.ParentObjectPathId), path.Name, info, resolve) as object | null;
      case PATH.PROPERTY: {
        const owner = resolve(path.ParentObjectPathId);
        const key = member(owner, path.Name);
        if (key === undefined || owner === null) throw notImplemented(`no property ${path.Name} on ${nameOf(owner)}`);
        return valueOf(owner, key) as object | null;
      }
      case PATH.INDEXER: return this.invoke(resolve(path.ParentObjectPathId), "GetItem", info, resolve) as object | null;
      case PATH.REFERENCE: {
        const kept = this.references.get(path.Name);
        if (kept === undefined) throw new HostError("InvalidReference", "The object is no longer there.");
        return kept;
      }
      case PATH.NULL: return null;
      default: throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private act(action: Action, resolve: (id: number) => object | null): unknown {
    const target = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.INSTANTIATE: {
        // office.js asks again after `_KeepReference`: this is where it learns the name under which the object lives on.
        const reference = [...this.references].find(([, kept]) => kept === target)?.[0];
        return target === null ? null : reference === undefined ? {} : { _ReferenceId: reference };
      }
      case ACTION.QUERY: return query(target, action.QueryInfo?.Select ?? []);
      case ACTION.METHOD: {
        if (action.Name === "_KeepReference") {
          this.references.set(`_r:${this.kept++}`, target);
          return null;
        }
        return this.invoke(target, action.Name, action.ArgumentInfo, resolve) ?? null;
      }
      case ACTION.SET: {
        const key = member(target, action.Name);
        if (key === undefined || target === null) throw notImplemented(`cannot set ${action.Name} on ${nameOf(target)}`);
        (target as Record<string, unknown>)[key] = action.ArgumentInfo.Arguments?.[0];
        return null;
      }
      case ACTION.TRACE: return null;
      default: throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private invoke(object: object | null, name: string, info: Arguments, resolve: (id: number) => object | null): unknown {
    const key = member(object, name);
    const method = object !== null && key !== undefined ? valueOf(object, key) : undefined;
    if (typeof method !== "function") throw notImplemented(`no method ${name} on ${nameOf(object)}`);
    const args = (info.Arguments ?? []).map((arg, i) => {
      const reference = info.ReferencedObjectPathIds?.[i];
      return reference ? resolve(reference) : arg;
    });
    return (method as (...args: readonly unknown[]) => unknown).apply(object, args);
  }
}
