/**
 * The services of Apps Script, as far as the product uses them, over a spreadsheet in memory. Whatever they do not know throws, so that
 * no test can pass by accident.
 */
import { readFileSync } from "node:fs";
import { formatDate } from "./zone";

type CellValue = number | string | boolean | Date;

/** Fails on first touch of a member that is not there. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === "string" && !(key in object)) throw new Error(`the fake ${name} has no ${key}`);
      return Reflect.get(object, key, receiver) as unknown;
    },
  });
}

/** Services that throw on first touch: the state of an add-on that is installed but not yet used in the file (AuthMode.NONE). */
export const forbidden = (...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, new Proxy({}, { get: () => { throw new Error(`${name} was touched`); } })]));

const letters = (column: number): string => (column > 26 ? letters(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
const columnNumber = (text: string): number => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export class FakeSheet {
  readonly values = new Map<string, CellValue>();
  readonly formulas = new Map<string, string>();
  readonly formats = new Map<string, string>();
  hidden = false;
  maxRows = 1000;
  readonly maxColumns = 26;
  constructor(readonly name: string) {}

  put(address: string, rows: readonly (readonly CellValue[])[]): this {
    const { row, column } = parse(address, this);
    rows.forEach((cells, i) => cells.forEach((value, j) => this.values.set(`${row + i},${column + j}`, value)));
    return this;
  }
  last(axis: 0 | 1): number {
    return [...this.values, ...this.formulas].reduce((most, [key, value]) => (value === "" ? most : Math.max(most, Number(key.split(",")[axis]))), 0);
  }
  api(): object {
    return strict("Sheet", {
      getName: () => this.name,
      isSheetHidden: () => this.hidden,
      getMaxRows: () => this.maxRows,
      getMaxColumns: () => this.maxColumns,
      getLastRow: () => this.last(0),
      getLastColumn: () => this.last(1),
      getRange: (...where: readonly unknown[]) => {
        if (typeof where[0] === "string" && where.length === 1) return rangeApi(this, parse(where[0], this));
        const [row, column, rows, columns] = where;
        if (![row, column, rows, columns].every((each) => typeof each === "number" && each >= 1)) throw new Error("Those rows are out of bounds.");
        return rangeApi(this, { row: row as number, column: column as number, rows: rows as number, columns: columns as number });
      },
    });
  }
}

type Block = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A1, A1:B2, A:B, 1:2 */
function parse(address: string, sheet: FakeSheet): Block {
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

function rangeApi(sheet: FakeSheet, block: Block): object {
  const { row, column, rows, columns } = block;
  const at = (i: number, j: number): CellValue => sheet.values.get(`${row + i},${column + j}`) ?? "";
  const corner = (r: number, c: number): string => letters(c) + String(r);
  return strict("Range", {
    getA1Notation: () => {
      if (rows === sheet.maxRows && row === 1) return `${letters(column)}:${letters(column + columns - 1)}`;
      return rows === 1 && columns === 1 ? corner(row, column) : `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
    },
    getSheet: () => sheet.api(),
    getRow: () => row,
    getColumn: () => column,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getCell: (i: number, j: number) => rangeApi(sheet, { row: row + i - 1, column: column + j - 1, rows: 1, columns: 1 }),
    getValues: () => Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => at(i, j))),
    getDisplayValue: () => String(at(0, 0)),
    getFormula: () => sheet.formulas.get(`${row},${column}`) ?? "",
    setFormula: (formula: string) => {
      sheet.formulas.set(`${row},${column}`, formula);
      sheet.values.set(`${row},${column}`, "Loading...");
    },
    getNumberFormat: () => sheet.formats.get(`${row},${column}`) ?? "General",
    setNumberFormat: (format: string) => void sheet.formats.set(`${row},${column}`, format),
  });
}

export type FakeSpreadsheet = {
  readonly services: Readonly<Record<string, unknown>>;
  readonly sheets: readonly FakeSheet[];
  /** What was selected, as [sheet, address]; null: a picture or nothing. */
  select(sheet: string, address: string): void;
  selectNothing(): void;
  /** What is selected now. */
  selection(): string;
  /** How often `Utilities.formatDate` was asked. */
  readonly asked: { formatDate: number; getSpreadsheetLocale: number };
  /** Menu items and sidebars, as they were shown. */
  readonly shown: string[];
};

export function fakeSpreadsheet(options: { readonly zone?: string; readonly locale?: string; readonly userLocale?: string; readonly sheets?: readonly FakeSheet[]; readonly names?: Readonly<Record<string, string>> } = {}): FakeSpreadsheet {
  const { zone = "Etc/UTC", locale = "en_US", userLocale = "en", sheets = [new FakeSheet("Sheet1")], names = {} } = options;
  let selected: { readonly sheet: FakeSheet; readonly address: string } | null = sheets[0] ? { sheet: sheets[0], address: "A1" } : null;
  const asked = { formatDate: 0, getSpreadsheetLocale: 0 };
  const shown: string[] = [];
  const find = (name: string): FakeSheet | undefined => sheets.find((sheet) => sheet.name === name);

  const spreadsheet = strict("Spreadsheet", {
    getSpreadsheetTimeZone: () => zone,
    getSpreadsheetLocale: () => {
      asked.getSpreadsheetLocale++;
      return locale;
    },
    getNamedRanges: () => Object.keys(names).map((name) => strict("NamedRange", { getName: () => name })),
    getRangeByName: (name: string) => {
      const [sheet = "", address = ""] = names[name]?.split("!") ?? [];
      const found = find(sheet);
      return found ? rangeApi(found, parse(address, found)) : null;
    },
    getSheets: () => sheets.map((sheet) => sheet.api()),
    setActiveRange: (range: { getSheet(): { getName(): string }; getA1Notation(): string }) => {
      const sheet = find(range.getSheet().getName());
      selected = sheet ? { sheet, address: range.getA1Notation() } : null;
      return range;
    },
    getSheetByName: (name: string) => find(name)?.api() ?? null,
  });
  const menu = strict("Menu", {
    addItem(caption: string, functionName: string) {
      shown.push(`${caption} -> ${functionName}`);
      return menu;
    },
    addToUi: () => shown.push("menu"),
  });
  const page = (file: string) => {
    const html = strict("HtmlOutput", {
      file,
      title: "",
      setTitle(title: string) {
        html.title = title;
        return html;
      },
    });
    return html;
  };
  return {
    services: {
      SpreadsheetApp: strict("SpreadsheetApp", {
        getActive: () => spreadsheet,
        getActiveSheet: () => (selected?.sheet ?? sheets[0])?.api() ?? null,
        getActiveRange: () => (selected ? rangeApi(selected.sheet, parse(selected.address, selected.sheet)) : null),
        getUi: () => strict("Ui", {
          createAddonMenu: () => menu,
          showSidebar: (html: { readonly file: string; readonly title: string }) => shown.push(`${html.title}: ${html.file}`),
        }),
      }),
      HtmlService: strict("HtmlService", {
        createHtmlOutputFromFile: page,
        createTemplateFromFile: (file: string) => strict("HtmlTemplate", { getRawContent: () => readFileSync(`dist/google/${file}.html`, "utf8") }),
      }),
      Session: strict("Session", { getActiveUserLocale: () => userLocale }),
      Utilities: strict("Utilities", {
        formatDate(instant: Date, inZone: string, pattern: string) {
          asked.formatDate++;
          return formatDate(new Date(instant.getTime()), inZone, pattern);
        },
      }),
    },
    sheets,
    select(name, address) {
      const sheet = find(name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      selected = { sheet, address };
    },
    selection: () => (selected ? `${selected.sheet.name}!${selected.address}` : ""),
    selectNothing: () => {
      selected = null;
    },
    asked,
    shown,
  };
}
