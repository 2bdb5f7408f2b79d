/**
 * The services of Apps Script, as far as the product uses them, over a spreadsheet in memory. Whatever they do not know throws, so that
 * no test can pass by accident.
 */
import { readFileSync } from "node:fs";
import { FakeSheet, parse, rangeApi, type Around, type Block } from "./fake-sheet";
import { chartsService } from "./charts";
import { strict } from "./strict";
import { formatDate } from "./zone";

export { FakeSheet };

/** Services that throw on first touch: the state of an add-on that is installed but not yet used in the file (AuthMode.NONE). */
export const forbidden = (...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, new Proxy({}, { get: () => { throw new Error(`${name} was touched`); } })]));

type Named = { name: string; sheet: FakeSheet; block: Block };

export type FakeSpreadsheet = {
  readonly services: Readonly<Record<string, unknown>>;
  readonly sheets: FakeSheet[];
  find(name: string): FakeSheet | undefined;
  /** Named ranges as `Goals!A:Z`. */
  readonly named: () => Readonly<Record<string, string>>;
  /** What was selected, as [sheet, address]; null: a picture or nothing. */
  select(sheet: string, address: string): void;
  selectNothing(): void;
  /** What is selected now. */
  selection(): string;
  /** How often `Utilities.formatDate` was asked. */
  readonly asked: { formatDate: number; getSpreadsheetLocale: number };
  /** Menu items and sidebars, as they were shown. */
  readonly shown: string[];
  /** The page of the sidebar that was shown last. */
  page(): string;
  /** Of the document; `busy`: somebody else has it, `none`: there is none. */
  lock: "free" | "busy" | "none";
  /** What happened with the lock, and writing in between: `lock`, `write`, `flush`, `release`. */
  readonly log: string[];
  /** Which charts the service will not draw, by their titles. */
  refusesChart: (title: string) => boolean;
  /** Requests until the service refuses; null: never. */
  quota: number | null;
  /** What people do while a script runs, before a request of it; called again for each. */
  meanwhile: (wrote: boolean) => void;
};

type Options = { readonly zone?: string; readonly locale?: string; readonly userLocale?: string; readonly sheets?: readonly FakeSheet[]; readonly names?: Readonly<Record<string, string>> };

export function fakeSpreadsheet(options: Options = {}): FakeSpreadsheet {
  const { zone = "Etc/UTC", locale = "en_US", userLocale = "en", names = {} } = options;
  const sheets = [...(options.sheets ?? [new FakeSheet("Sheet1")])];
  let selected: { readonly sheet: FakeSheet; readonly address: string } | null = sheets[0] ? { sheet: sheets[0], address: "A1" } : null;
  const asked = { formatDate: 0, getSpreadsheetLocale: 0 };
  const shown: string[] = [];
  const log: string[] = [];
  let page = "";
  let isHeld = false;
  const find = (name: string): FakeSheet | undefined => sheets.find((sheet) => sheet.name === name);
  const around: Around = {
    zone, isRussian: locale.startsWith("ru"),
    touch: (wrote) => {
      fake.meanwhile(wrote);
      if (fake.quota !== null && (fake.quota -= 1) < 0) throw new Error("Service invoked too many times for one day: spreadsheets.");
      if (wrote && log[log.length - 1] !== "write") log.push("write");
    },
    refusesChart: (title) => fake.refusesChart(title),
  };
  for (const sheet of sheets) sheet.around = around;
  const named: Named[] = Object.entries(names).flatMap(([name, reference]) => {
    const [title = "", address = ""] = reference.split("!");
    const sheet = find(title);
    return sheet ? [{ name, sheet, block: parse(address, sheet) }] : [];
  });
  const fakeOf = (api: { getName(): string }): FakeSheet => find(api.getName())!;
  const textOf = ({ sheet, block }: Named): string => `${sheet.name}!${(rangeApi(sheet, block) as { getA1Notation(): string }).getA1Notation()}`;

  const spreadsheet = strict("Spreadsheet", {
    getId: () => "spreadsheet-1",
    getSpreadsheetTimeZone: () => zone,
    getSpreadsheetLocale: () => {
      asked.getSpreadsheetLocale++;
      return locale;
    },
    getNamedRanges: () => named.map((each) => strict("NamedRange", {
      getName: () => each.name,
      getRange: () => {
        if (!sheets.includes(each.sheet)) throw new Error("Range not found");
        return rangeApi(each.sheet, each.block);
      },
      remove: () => { around.touch(true); named.splice(named.indexOf(each), 1); },
    })),
    setNamedRange: (name: string, range: { getSheet(): { getName(): string }; getA1Notation(): string }) => {
      around.touch(true);
      if (!/^[A-Za-z_][\w.]*$/.test(name)) throw new Error(`not a name: ${name}`);
      const sheet = fakeOf(range.getSheet());
      const block = parse(range.getA1Notation(), sheet);
      const known = named.find((each) => each.name === name);
      if (known) Object.assign(known, { sheet, block });
      else named.push({ name, sheet, block });
    },
    getRangeByName: (name: string) => {
      const found = named.find((each) => each.name === name);
      return found ? rangeApi(found.sheet, found.block) : null;
    },
    getSheets: () => sheets.map((sheet) => sheet.api()),
    getActiveSheet: () => (selected?.sheet ?? sheets[0])?.api() ?? null,
    setActiveSheet: (sheet: { getName(): string }) => {
      selected = { sheet: fakeOf(sheet), address: "A1" };
      return sheet;
    },
    insertSheet: (name: string, index: number) => {
      around.touch(true);
      if (find(name)) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      if (!Number.isInteger(index) || index < 0 || index > sheets.length) throw new Error("Sheet index out of range");
      const sheet = new FakeSheet(name);
      sheet.around = around;
      sheets.splice(index, 0, sheet);
      sheet.results = fake.results;
      selected = { sheet, address: "A1" };
      return sheet.api();
    },
    deleteSheet: (api: { getName(): string }) => {
      around.touch(true);
      const sheet = fakeOf(api);
      if (sheets.filter(({ hidden }) => !hidden).length === 1 && !sheet.hidden) throw new Error("You can't remove all the visible sheets in a document.");
      sheets.splice(sheets.indexOf(sheet), 1);
      if (selected?.sheet === sheet) selected = null;
    },
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
  const output = (file: string) => {
    const html = strict("HtmlOutput", {
      file,
      title: "",
      content: readFileSync(`dist/google/${file}.html`, "utf8"),
      append(text: string) {
        html.content += text;
        return html;
      },
      setTitle(title: string) {
        html.title = title;
        return html;
      },
    });
    return html;
  };
  const builder = (name: string, methods: Readonly<Record<string, (rule: Record<string, unknown>, ...taken: readonly never[]) => void>>): object => {
    const rule: Record<string, unknown> = {};
    const api: Record<string, unknown> = { build: () => strict(name, rule) };
    for (const [method, act] of Object.entries(methods)) api[method] = (...taken: readonly never[]) => {
      act(rule, ...taken);
      return proxy;
    };
    const proxy = strict(`${name}Builder`, api);
    return proxy;
  };
  const lock = strict("Lock", {
    tryLock: (milliseconds: number) => {
      if (!(milliseconds > 0)) throw new Error("a lock is waited for");
      if (fake.lock !== "free") return false;
      isHeld = true;
      log.push("lock");
      return true;
    },
    releaseLock: () => {
      if (!isHeld) throw new Error("the lock is not held");
      isHeld = false;
      log.push("release");
    },
  });
  const fake: FakeSpreadsheet & { readonly results: FakeSheet["results"] } = {
    services: {
      SpreadsheetApp: strict("SpreadsheetApp", {
        getActive: () => spreadsheet,
        getActiveSheet: () => (selected?.sheet ?? sheets[0])?.api() ?? null,
        getActiveRange: () => (selected ? rangeApi(selected.sheet, parse(selected.address, selected.sheet)) : null),
        getUi: () => strict("Ui", {
          createAddonMenu: () => menu,
          showSidebar: (html: { readonly file: string; readonly title: string; readonly content: string }) => {
            shown.push(`${html.title}: ${html.file}`);
            page = html.content;
          },
        }),
        flush: () => log.push("flush"),
        Dimension: strict("Dimension", { ROWS: "ROWS", COLUMNS: "COLUMNS" }),
        BorderStyle: strict("BorderStyle", { SOLID: "SOLID" }),
        ProtectionType: strict("ProtectionType", { SHEET: "SHEET", RANGE: "RANGE" }),
        newDataValidation: () => builder("DataValidation", {
          requireValueInList: (rule, list: readonly string[], dropdown: boolean) => Object.assign(rule, { list, dropdown }),
          setAllowInvalid: (rule, allowed: boolean) => Object.assign(rule, { allowed }),
        }),
        newConditionalFormatRule: () => builder("ConditionalFormatRule", {
          whenTextEqualTo: (rule, word: string) => Object.assign(rule, { word }),
          setBackground: (rule, background: string) => Object.assign(rule, { background }),
          setFontColor: (rule, color: string) => Object.assign(rule, { color }),
          setRanges: (rule, ranges: readonly { getA1Notation(): string }[]) => Object.assign(rule, { ranges: ranges.map((each) => each.getA1Notation()) }),
        }),
      }),
      Charts: chartsService(),
      HtmlService: strict("HtmlService", {
        createHtmlOutputFromFile: output,
        createTemplateFromFile: (file: string) => strict("HtmlTemplate", { getRawContent: () => readFileSync(`dist/google/${file}.html`, "utf8") }),
      }),
      LockService: strict("LockService", { getDocumentLock: () => (fake.lock === "none" ? null : lock) }),
      Session: strict("Session", { getActiveUserLocale: () => userLocale }),
      Utilities: strict("Utilities", {
        formatDate(instant: Date, inZone: string, pattern: string) {
          asked.formatDate++;
          return formatDate(new Date(instant.getTime()), inZone, pattern);
        },
      }),
    },
    sheets, find, log,
    lock: "free",
    refusesChart: () => false,
    quota: null,
    meanwhile: () => undefined,
    // Of formulas in sheets that the script makes: blank, as most of the plan's are without facts.
    results: () => "",
    named: () => Object.fromEntries(named.map((each) => [each.name, textOf(each)])),
    page: () => page,
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
  return fake;
}
