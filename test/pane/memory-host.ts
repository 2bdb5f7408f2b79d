/**
 * A host that keeps its workbook in memory: sheets, values, formulas of our functions that are calculated, defined names, a selection.
 * The pane runs beside it in tests exactly as beside Excel; only the drawing of the grid is missing.
 */
import { call, type Failure } from "../../src/catalogue/call";
import { plainCells, type Cell } from "../../src/catalogue/grid";
import { findFunction } from "../../src/catalogue/index";
import { callOf, ENGLISH } from "../../src/catalogue/notation";
import type { Language } from "../../src/catalogue/words";
import { readArgument } from "../../src/pane/argument";
import type { CellFormat, Inserted, PaneHost, Selection, SheetHead } from "../../src/pane/host";
import type { Place } from "../../src/catalogue/table-head";
import { localData } from "../../src/pane/local-data";
import { localChecks } from "../../src/pane/local-checks";
import { localFunctions } from "../../src/pane/local-functions";

export type Workbook = Readonly<Record<string, readonly (readonly (Cell | undefined)[])[]>>;
type Stored = { value: Cell; formula: string | null; failure: Failure | null };
type Area = { readonly sheet: string; readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type Settings = {
  readonly workbook: Workbook;
  readonly language?: Language;
  /** `language`: as Russian is chosen or not, like the workbench. */
  readonly notation?: PaneHost["notation"] | "language";
  readonly arrays?: PaneHost["arrays"];
  readonly names?: Readonly<Record<string, string>>;
  /** Whether the host tells when the selection changes: Excel and the workbench do, Google Sheets cannot. */
  readonly tells?: boolean;
  /** Whether failures come as codes only, as in Excel, or as sentences. */
  readonly failures?: "codes" | "sentences";
};

const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const column = (text: string): number => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const quotedSheet = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

export class MemoryHost implements PaneHost {
  language: Language;
  readonly arrays: NonNullable<PaneHost["arrays"]>;
  readonly functions = localFunctions({ cells: plainCells, read: (reference) => this.read(reference) });
  readonly checks = localChecks({ read: (reference) => this.read(reference), places: () => this.places() });
  readonly data = localData({ read: (reference) => this.read(reference), places: () => this.places() });
  readonly onSelection?: NonNullable<PaneHost["onSelection"]>;
  /** What the host was asked to do, newest last: `read Deals!B2:B13`, `insert F2 =CAC(…) 0.0%`. */
  readonly log: string[] = [];
  /** Set to let the next calls fail with this sentence. */
  refusal: string | null = null;
  /** How long reading takes, by reference. */
  readonly delays = new Map<string, number>();
  private readonly typedIn: NonNullable<Settings["notation"]>;
  private readonly book = new Map<string, Map<string, Stored>>();
  private readonly defined: ReadonlyMap<string, string>;
  private readonly listeners = new Set<(selection: Selection) => void>();
  private readonly openers = new Set<() => void>();
  private selected: Area;
  private readonly failures: "codes" | "sentences";

  constructor({ workbook, language = "en", notation = "comma", arrays = "excel", names = {}, tells = true, failures = "codes" }: Settings) {
    this.language = language;
    this.typedIn = notation;
    this.arrays = arrays;
    this.failures = failures;
    this.defined = new Map(Object.entries(names));
    this.selected = this.fill(workbook);
    if (tells) {
      this.onSelection = (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      };
    }
  }

  get notation(): PaneHost["notation"] {
    return this.typedIn !== "language" ? this.typedIn : this.language === "ru" ? "semicolon" : "comma";
  }

  setLanguage(language: Language): void {
    this.language = language;
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.defined.keys()]);
  }

  sheets(): Promise<readonly SheetHead[]> {
    return Promise.resolve([...this.book].map(([name, cells]) => ({ name, header: Array.from({ length: 20 }, (_, c) => String(cells.get(`0,${c}`)?.value ?? "")) })));
  }

  async places(): Promise<readonly Place[]> {
    await this.answer("places");
    return [...this.book].flatMap(([sheet, cells]) => {
      const places = [...cells.keys()].map((key) => key.split(",").map(Number));
      return places.length === 0 ? [] : [{ sheet, row: 1, column: 1, rows: Math.max(...places.map(([r]) => r ?? 0)) + 1, columns: Math.max(...places.map(([, c]) => c ?? 0)) + 1 }];
    });
  }

  async show(reference: string): Promise<void> {
    await this.answer(`show ${reference}`);
    this.select(reference);
  }

  onOpened(listener: () => void): () => void {
    this.openers.add(listener);
    return () => this.openers.delete(listener);
  }

  /** What a person does who opens a file: other sheets instead of the present ones. */
  /** Whether the pane would notice a file that is opened now. */
  get isHeard(): boolean {
    return this.openers.size > 0;
  }
  open(workbook: Workbook): void {
    this.fill(workbook);
    for (const listener of this.openers) listener();
  }

  /** What a person does with the mouse: `Deals!B2:B13`, or a cell of the sheet that is shown. */
  select(reference: string): void {
    this.selected = this.area(reference);
    for (const listener of this.listeners) listener(this.describe());
  }

  /** Types a value or a formula into a cell. */
  put(reference: string, content: Cell): void {
    const area = this.area(reference);
    this.sheet(area.sheet).set(`${area.top},${area.left}`, typeof content === "string" && content.startsWith("=") ? this.calculated(content, area.sheet) : { value: content, formula: null, failure: null });
  }

  contentOf(reference: string): Readonly<Stored> | undefined {
    const area = this.area(reference);
    return this.sheet(area.sheet).get(`${area.top},${area.left}`);
  }

  async selection(): Promise<Selection> {
    await this.answer("selection");
    return this.describe();
  }

  async read(reference: string): Promise<readonly (readonly unknown[])[]> {
    await this.answer(`read ${reference}`);
    await new Promise((resolve) => setTimeout(resolve, this.delays.get(reference) ?? 0));
    return this.values(this.area(reference));
  }

  async insert(formula: string, overwrite: boolean, formats: readonly CellFormat[] = []): Promise<Inserted> {
    const { sheet, top, left } = this.selected;
    const address = `${letters(left)}${top + 1}`;
    await this.answer(`insert ${address} ${formula}${formats.map(({ format, row, column, rows }) => ` ${format}${row + column + rows > 1 ? `@${row},${column}×${rows}` : ""}`).join("")}`);
    const present = this.sheet(sheet).get(`${top},${left}`);
    if (present && !overwrite) return { done: false, address, occupiedBy: present.formula ?? String(present.value) };
    this.sheet(sheet).set(`${top},${left}`, this.calculated(formula, sheet));
    return { done: true, address };
  }

  private fill(workbook: Workbook): Area {
    this.book.clear();
    for (const [name, rows] of Object.entries(workbook)) {
      const sheet = new Map<string, Stored>();
      rows.forEach((row, r) => row.forEach((value, c) => value !== undefined && value !== null && sheet.set(`${r},${c}`, { value, formula: null, failure: null })));
      this.book.set(name, sheet);
    }
    this.selected = { sheet: Object.keys(workbook)[0] ?? "", top: 0, left: 0, bottom: 0, right: 0 };
    return this.selected;
  }

  private async answer(what: string): Promise<void> {
    this.log.push(what);
    await Promise.resolve();
    if (this.refusal !== null) throw new Error(this.refusal);
  }

  private describe(): Selection {
    const { sheet, top, left, bottom, right } = this.selected;
    const corner = (r: number, c: number) => `${Number.isFinite(c) ? letters(c) : ""}${Number.isFinite(r) ? r + 1 : ""}`;
    const isColumns = bottom === Infinity;
    const address = isColumns ? `${letters(left)}:${letters(right)}` : top === bottom && left === right ? corner(top, left) : `${corner(top, left)}:${corner(bottom, right)}`;
    const first = this.sheet(sheet).get(`${top},${left}`);
    const failure = first?.failure ? (this.failures === "codes" ? first.failure.code : first.failure.message) : null;
    return { address, qualified: `${quotedSheet(sheet)}!${address}`, formula: first?.formula ?? null, empty: first === undefined, failure };
  }

  private sheet(name: string): Map<string, Stored> {
    const found = this.book.get(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  }

  private area(reference: string): Area {
    const text = this.defined.get(reference) ?? reference;
    const mark = text.lastIndexOf("!");
    const written = mark < 0 ? null : text.slice(0, mark);
    const sheet = written === null ? this.selected.sheet : written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
    const match = /^\$?([A-Z]+)?\$?(\d+)?(?::\$?([A-Z]+)?\$?(\d+)?)?$/i.exec(text.slice(mark + 1));
    if (!match || !this.book.has(sheet)) throw new Error(`There is no ${text} in this workbook.`);
    const [first, top, last = first, bottom = match[0].includes(":") ? undefined : top] = [match[1]?.toUpperCase(), match[2], match[3]?.toUpperCase(), match[4]];
    return { sheet, top: top === undefined ? 0 : Number(top) - 1, bottom: bottom === undefined ? Infinity : Number(bottom) - 1, left: first === undefined ? 0 : column(first), right: last === undefined ? Infinity : column(last) };
  }

  private values({ sheet, top, left, bottom, right }: Area): readonly (readonly Cell[])[] {
    const stored = this.sheet(sheet);
    const places = [...stored.keys()].map((key) => key.split(",").map(Number));
    const lastRow = Math.max(0, ...places.map(([r]) => r ?? 0));
    const lastColumn = Math.max(0, ...places.map(([, c]) => c ?? 0));
    const [to, end] = [bottom === Infinity ? lastRow : bottom, right === Infinity ? lastColumn : right];
    return Array.from({ length: to - top + 1 }, (_, r) => Array.from({ length: end - left + 1 }, (_, c) => stored.get(`${top + r},${left + c}`)?.value ?? null));
  }

  /** A formula of ours is calculated, as the sheet would; of any other only the text is kept. */
  private calculated(formula: string, sheet: string): Stored {
    const found = callOf(formula);
    const def = found ? findFunction(found.name) : undefined;
    if (!found || !def) return { value: 0, formula, failure: null };
    const values = found.args.map((text) => {
      const argument = readArgument(text === "" ? "" : `=${text}`, { shape: "scalar", notation: ENGLISH });
      if (argument.kind === "value") return argument.value;
      return argument.kind === "cells" ? this.values(this.area(argument.formula.includes("!") || this.defined.has(argument.formula) ? argument.formula : `${quotedSheet(sheet)}!${argument.formula}`)) : null;
    });
    const result = call(def, values, { language: this.language, cells: plainCells });
    if ("failure" in result) return { value: { error: result.failure.code }, formula, failure: result.failure };
    const value = typeof result.value === "object" ? (result.value[0]?.[0] ?? "") : result.value;
    return { value, formula, failure: null };
  }
}
