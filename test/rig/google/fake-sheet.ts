/** A sheet of Google Sheets in memory: as strict as the real one with sizes, edges, protection and what it makes of a text. */
import { chartBuilder, type FakeChart } from "./charts";
import { strict } from "./strict";
import { typed, type Cell } from "./typing";
import { sheetDateOfSerial } from "./zone";

export type Block = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
/** A part of the sheet, or all of it (block null), that this user may not edit, or is only warned about. */
export type Protection = { readonly block: Block | null; readonly canEdit: boolean; readonly warningOnly: boolean };

/** What a sheet knows of its spreadsheet. `touch` counts a request and may refuse it. */
export type Around = { readonly zone: string; readonly isRussian: boolean; readonly touch: (wrote: boolean) => void; /** Which charts the service will not draw, by their titles. */ readonly refusesChart: (title: string) => boolean };
const ALONE: Around = { zone: "Etc/UTC", isRussian: false, touch: () => undefined, refusesChart: () => false };

export const letters = (column: number): string => (column > 26 ? letters(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
const columnNumber = (text: string): number => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const overlap = (a: Block, b: Block): boolean => a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
const MOST_CELLS = 10_000_000;

export class FakeSheet {
  readonly values = new Map<string, Cell>();
  readonly formulas = new Map<string, string>();
  readonly formats = new Map<string, string>();
  readonly looks = new Map<string, Record<string, string | number | boolean | null>>();
  readonly notes = new Map<string, string>();
  readonly lists = new Map<string, readonly string[]>();
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly charts: FakeChart[] = [];
  gridlines = true;
  readonly merges: Block[] = [];
  readonly protections: Protection[] = [];
  rules: readonly object[] = [];
  frozenRows = 0;
  /** `hides`: a choice in it hides rows. */
  filter: { readonly block: Block; hides: boolean } | null = null;
  hidden = false;
  maxRows = 1000;
  maxColumns = 26;
  around: Around = ALONE;
  /** What a formula gives; a custom function is not calculated at once. */
  results: (formula: string) => Cell = () => "Loading...";
  constructor(public name: string) {}

  put(address: string, rows: readonly (readonly Cell[])[]): this {
    const { row, column } = parse(address, this);
    this.maxRows = Math.max(this.maxRows, row + rows.length - 1);
    rows.forEach((cells, i) => cells.forEach((value, j) => this.values.set(`${row + i},${column + j}`, value)));
    return this;
  }
  last(axis: 0 | 1): number {
    let most = 0;
    for (const [key, value] of this.values) if (value !== "" || this.formulas.has(key)) most = Math.max(most, Number(key.split(",")[axis]));
    for (const key of this.formulas.keys()) most = Math.max(most, Number(key.split(",")[axis]));
    return most;
  }
  /** As getValues delivers it: a number under a date format is a Date. */
  at(row: number, column: number): Cell {
    const key = `${row},${column}`;
    const value = this.values.get(key) ?? "";
    return typeof value === "number" && isDateFormat(this.formats.get(key)) ? sheetDateOfSerial(value, this.around.zone) : value;
  }
  /** A person types into a cell. */
  type(address: string, value: Cell): void {
    const block = parse(address, this);
    this.enter(block.row, block.column, value);
  }
  enter(row: number, column: number, value: Cell): void {
    const key = `${row},${column}`;
    if (this.merges.some((each) => overlap(each, { row, column, rows: 1, columns: 1 }) && (each.row !== row || each.column !== column))) return;
    const entered = typeof value === "string" ? typed(value, this.around.zone, this.around.isRussian) : { value };
    if ("formula" in entered) {
      this.formulas.set(key, entered.formula);
      this.values.set(key, this.results(entered.formula));
    } else {
      this.formulas.delete(key);
      if (entered.value === "") this.values.delete(key);
      else this.values.set(key, entered.value);
    }
  }
  checkWritable(block: Block): void {
    if (this.protections.some((each) => !each.warningOnly && !each.canEdit && (each.block === null || overlap(each.block, block)))) {
      throw new Error("You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.");
    }
  }
  checkInside({ row, column, rows, columns }: Block): void {
    if (![row, column, rows, columns].every((each) => Number.isInteger(each) && each >= 1)) throw new Error("The number of rows in the range must be at least 1.");
    if (row + rows - 1 > this.maxRows || column + columns - 1 > this.maxColumns) throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
  }
  grow(axis: "maxRows" | "maxColumns", after: number, count: number): void {
    if (after !== this[axis] || count < 1) throw new Error("the fake only adds at the end");
    if ((axis === "maxRows" ? (this.maxRows + count) * this.maxColumns : this.maxRows * (this.maxColumns + count)) > MOST_CELLS) throw new Error("This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
    if (axis === "maxRows") {
      for (let row = after + 1; row <= after + count; row += 1) {
        for (let column = 1; column <= this.maxColumns; column += 1) {
          const format = this.formats.get(`${after},${column}`);
          if (format !== undefined) this.formats.set(`${row},${column}`, format);
        }
      }
    }
    this[axis] += count;
  }
  /** Cells below move up, with their formats; formulas follow. */
  takeOut({ row, column, rows, columns }: Block): void {
    const inside = (c: number): boolean => c >= column && c < column + columns;
    const shift = <T>(map: Map<string, T>): void => {
      const all = [...map].map(([key, value]) => [key.split(",").map(Number) as [number, number], value] as const).filter(([[r, c]]) => inside(c) && r >= row);
      for (const [[r, c]] of all) map.delete(`${r},${c}`);
      for (const [[r, c], value] of all) if (r >= row + rows) map.set(`${r - rows},${c}`, value);
    };
    for (const map of [this.values, this.formulas, this.formats, this.lists, this.notes] as const) shift(map as Map<string, unknown>);
    for (const [key, formula] of this.formulas) {
      this.formulas.set(key, formula.replace(/(?<![\w!'."])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g, (whole, a: string, letter: string, b: string, number: string) =>
        inside(columnNumber(letter)) && Number(number) >= row + rows ? `${a}${letter}${b}${Number(number) - rows}` : whole));
    }
  }

  api(): object {
    const { around } = this;
    const range = (block: Block): object => {
      this.checkInside(block);
      return rangeApi(this, block);
    };
    return strict("Sheet", {
      getName: () => this.name,
      isSheetHidden: () => this.hidden,
      hideSheet: () => { around.touch(true); this.hidden = true; },
      getMaxRows: () => this.maxRows,
      getMaxColumns: () => this.maxColumns,
      getLastRow: () => this.last(0),
      getLastColumn: () => this.last(1),
      getFilter: () => (this.filter ? strict("Filter", {}) : null),
      getProtections: (type: string) => this.protections.filter(({ block }) => (block === null) === (type === "SHEET")).map((each) => strict("Protection", {
        isWarningOnly: () => each.warningOnly, canEdit: () => each.canEdit, getRange: () => rangeApi(this, each.block ?? { row: 1, column: 1, rows: this.maxRows, columns: this.maxColumns }),
      })),
      insertRowsAfter: (after: number, count: number) => { around.touch(true); this.grow("maxRows", after, count); },
      insertColumnsAfter: (after: number, count: number) => { around.touch(true); this.grow("maxColumns", after, count); },
      setFrozenRows: (rows: number) => { around.touch(true); this.frozenRows = rows; },
      setColumnWidths: (first: number, count: number, width: number) => {
        around.touch(true);
        this.checkInside({ row: 1, column: first, rows: 1, columns: count });
        if (!Number.isInteger(width) || width < 21) throw new Error("Invalid column width");
        for (let i = 0; i < count; i += 1) this.widths.set(first + i, width);
      },
      setRowHeightsForced: (first: number, count: number, height: number) => {
        around.touch(true);
        this.checkInside({ row: first, column: 1, rows: count, columns: 1 });
        if (!Number.isInteger(height) || height < 2) throw new Error("Invalid row height");
        for (let i = 0; i < count; i += 1) this.heights.set(first + i, height);
      },
      setHiddenGridlines: (isHidden: boolean) => { around.touch(true); this.gridlines = !isHidden; },
      newChart: () => chartBuilder(this),
      insertChart: (chart: FakeChart) => {
        around.touch(true);
        if (around.refusesChart(String(chart.options["title"]))) throw new Error("Service error: Spreadsheets");
        this.charts.push(chart);
      },
      setConditionalFormatRules: (rules: readonly object[]) => { around.touch(true); this.rules = rules; },
      getRangeList: (addresses: readonly string[]) => {
        if (addresses.length === 0) throw new Error("The range list is empty.");
        const blocks = addresses.map((address) => parse(address, this));
        blocks.forEach((block) => this.checkInside(block));
        return strict("RangeList", {
          clearNote: () => {
            around.touch(true);
            blocks.forEach((block) => this.checkWritable(block));
            for (const { row, column, rows, columns } of blocks) for (let r = row; r < row + rows; r += 1) for (let c = column; c < column + columns; c += 1) this.notes.delete(`${r},${c}`);
          },
        });
      },
      getRange: (...where: readonly unknown[]) => {
        if (typeof where[0] === "string" && where.length === 1) return range(parse(where[0], this));
        const [row, column, rows = 1, columns = 1] = where;
        if (![row, column, rows, columns].every((each) => typeof each === "number" && each >= 1)) throw new Error("Those rows are out of bounds.");
        return range({ row: row as number, column: column as number, rows: rows as number, columns: columns as number });
      },
    });
  }
}

const isDateFormat = (format: string | undefined): boolean => format !== undefined && /[ymd]/i.test(format) && !format.includes("#");

/** A1, A1:B2, A:B, 1:2 */
export function parse(address: string, sheet: FakeSheet): Block {
  const match = /^\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/.exec(address.toUpperCase());
  if (!match || address === "" || (match[1] === "" && match[3] === undefined)) throw new Error("Range not found");
  const [, fromColumn = "", fromRow = "", toColumn, toRow] = match;
  if (toColumn === undefined && (fromColumn === "" || fromRow === "")) throw new Error("Range not found");
  const row = fromRow === "" ? 1 : Number(fromRow);
  const column = fromColumn === "" ? 1 : columnNumber(fromColumn);
  const lastRow = toColumn === undefined ? row : toRow === "" || toRow === undefined ? sheet.maxRows : Number(toRow);
  const lastColumn = toColumn === undefined ? column : toColumn === "" ? sheet.maxColumns : columnNumber(toColumn);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

type Grid = readonly (readonly unknown[])[];

export function rangeApi(sheet: FakeSheet, block: Block): object {
  const { row, column, rows, columns } = block;
  const { around } = sheet;
  const corner = (r: number, c: number): string => letters(c) + String(r);
  const grid = <T>(of: (r: number, c: number) => T): T[][] => Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => of(row + i, column + j)));
  const write = (what: string, data: Grid | null, act: (r: number, c: number, value: unknown) => void): object => {
    around.touch(true);
    sheet.checkInside(block);
    sheet.checkWritable(block);
    if (data) {
      if (data.length !== rows) throw new Error(`The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rows}.`);
      for (const line of data) if (line.length !== columns) throw new Error(`The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`);
    }
    grid((r, c) => act(r, c, data?.[r - row]?.[c - column]));
    if (what === "") throw new Error("the fake names what it writes");
    return api;
  };
  const looks = (name: string) => (data: Grid) => write(name, data, (r, c, value) => sheet.looks.set(`${r},${c}`, { ...sheet.looks.get(`${r},${c}`), [name]: value as string | number | null }));
  const look = (name: string) => (value: string | boolean) => write(name, null, (r, c) => sheet.looks.set(`${r},${c}`, { ...sheet.looks.get(`${r},${c}`), [name]: value }));
  const api: object = strict("Range", {
    getA1Notation: () => {
      if (rows === sheet.maxRows && row === 1) return `${letters(column)}:${letters(column + columns - 1)}`;
      return rows === 1 && columns === 1 ? corner(row, column) : `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
    },
    getSheet: () => sheet.api(),
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getCell: (i: number, j: number) => rangeApi(sheet, { row: row + i - 1, column: column + j - 1, rows: 1, columns: 1 }),
    getValues: () => { around.touch(false); return grid((r, c) => sheet.at(r, c)); },
    getFormulas: () => { around.touch(false); return grid((r, c) => sheet.formulas.get(`${r},${c}`) ?? ""); },
    getDisplayValue: () => String(sheet.values.get(`${row},${column}`) ?? ""),
    getFormula: () => sheet.formulas.get(`${row},${column}`) ?? "",
    isPartOfMerge: () => sheet.merges.some((each) => overlap(each, block)),
    getMergedRanges: () => { around.touch(false); return sheet.merges.filter((each) => overlap(each, block)).map((each) => rangeApi(sheet, each)); },
    setValues: (data: Grid) => write("values", data, (r, c, value) => {
      if (!["string", "number", "boolean"].includes(typeof value) || (typeof value === "number" && !Number.isFinite(value))) throw new Error(`the fake refuses ${String(value)} in setValues`);
      if (typeof value === "string" && value.length > 50_000) throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
      sheet.enter(r, c, value as Cell);
    }),
    setFormula: (formula: string) => write("formula", null, (r, c) => {
      sheet.formulas.set(`${r},${c}`, formula);
      sheet.values.set(`${r},${c}`, sheet.results(formula));
    }),
    getDisplayValues: () => { around.touch(false); return grid((r, c) => String(sheet.values.get(`${r},${c}`) ?? "")); },
    getNumberFormats: () => { around.touch(false); return grid((r, c) => sheet.formats.get(`${r},${c}`) ?? "General"); },
    getNotes: () => { around.touch(false); return grid((r, c) => sheet.notes.get(`${r},${c}`) ?? ""); },
    setNotes: (data: Grid) => write("notes", data, (r, c, value) => (value === "" || value === null ? sheet.notes.delete(`${r},${c}`) : sheet.notes.set(`${r},${c}`, String(value)))),
    getNumberFormat: () => sheet.formats.get(`${row},${column}`) ?? "General",
    setNumberFormat: (format: string) => write("format", null, (r, c) => sheet.formats.set(`${r},${c}`, format)),
    setFontWeight: look("weight"), setBackground: look("background"), setFontColor: look("color"), setWrap: look("wrap"), setVerticalAlignment: look("align"),
    setFontColors: looks("color"), setFontSizes: looks("size"), setFontWeights: looks("weight"), setHorizontalAlignments: looks("horizontal"),
    setNumberFormats: (data: Grid) => write("formats", data, (r, c, value) => sheet.formats.set(`${r},${c}`, String(value))),
    setBorder: (top: boolean | null, left: boolean | null, bottom: boolean | null, right: boolean | null, vertical: boolean | null, horizontal: boolean | null, color: string, style: string) => write("border", null, (r, c) => {
      if (style !== "SOLID" || left !== null || right !== null || vertical !== null) throw new Error("the fake knows lines below and above only");
      const edges = { ...(top && r === row && { above: color }), ...(((bottom && r === row + rows - 1) || (horizontal && r < row + rows - 1)) && { below: color }) };
      sheet.looks.set(`${r},${c}`, { ...sheet.looks.get(`${r},${c}`), ...edges });
    }),
    merge: () => {
      around.touch(true);
      if (sheet.merges.some((each) => overlap(each, block))) throw new Error("You must select all cells in a merged range to merge or unmerge them.");
      // Sheets keeps the first content and loses the others without a word.
      grid((r, c) => (r !== row || c !== column) && sheet.values.delete(`${r},${c}`));
      sheet.merges.push(block);
      return api;
    },
    setDataValidation: (rule: { readonly list: readonly string[] }) => write("validation", null, (r, c) => sheet.lists.set(`${r},${c}`, rule.list)),
    createFilter: () => {
      around.touch(true);
      if (sheet.filter) throw new Error("You can't create a filter in a sheet that already has a filter.");
      sheet.filter = { block, hides: false };
    },
    deleteCells: (dimension: unknown) => {
      around.touch(true);
      if (dimension !== "ROWS") throw new Error("the fake only moves cells up");
      sheet.checkWritable({ ...block, rows: sheet.maxRows - row + 1 });
      if (sheet.filter?.hides && overlap(sheet.filter.block, block)) throw new Error("This operation is not allowed on a filtered range.");
      if (sheet.merges.some((each) => overlap(each, { ...block, rows: sheet.maxRows }))) throw new Error("You must select all cells in a merged range to merge or unmerge them.");
      sheet.takeOut(block);
    },
  });
  return api;
}
