/** The sheet's engine without a page: the same engine and the same bridge as in the workbench, in Node. */
import type { ICellData, IWorkbookData, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { catalogue } from "../../src/catalogue/index";
import type { FunctionDef } from "../../src/catalogue/define";
import type { Language } from "../../src/catalogue/words";
import { columnName } from "../../src/hosts/workbench/address";
import { isErrorText } from "../../src/hosts/workbench/errors";
import { rememberFailures, type FailureMemory } from "../../src/hosts/workbench/failures";
import { plainBook } from "../../src/hosts/workbench/files/book-data";
import type { SavedBook } from "../../src/hosts/workbench/files/plain-book";
import { functionClasses } from "../../src/hosts/workbench/functions";
import { mendNotes } from "../../src/hosts/workbench/notes";
import { ParsedFormulasPlugin } from "../../src/hosts/workbench/parsed-formulas";

// Required, not imported: an import of these packages fails in Node ("Named export 'parse' not found").
/* eslint-disable @typescript-eslint/no-require-imports */
const { Univer, LocaleType, LogLevel } = require("@univerjs/core") as typeof import("@univerjs/core");
const { FUniver: Facade } = require("@univerjs/core/facade") as typeof import("@univerjs/core/facade");
const engine = require("@univerjs/engine-formula") as typeof import("@univerjs/engine-formula");
const { UniverSheetsPlugin } = require("@univerjs/sheets") as typeof import("@univerjs/sheets");
const { UniverSheetsFormulaPlugin } = require("@univerjs/sheets-formula") as typeof import("@univerjs/sheets-formula");
const { UniverDocsPlugin } = require("@univerjs/docs") as typeof import("@univerjs/docs");
const { UniverDataValidationPlugin } = require("@univerjs/data-validation") as typeof import("@univerjs/data-validation");
const { UniverSheetsDataValidationPlugin } = require("@univerjs/sheets-data-validation") as typeof import("@univerjs/sheets-data-validation");
const { UniverSheetsConditionalFormattingPlugin } = require("@univerjs/sheets-conditional-formatting") as typeof import("@univerjs/sheets-conditional-formatting");
const { UniverSheetsNotePlugin } = require("@univerjs/sheets-note") as typeof import("@univerjs/sheets-note");
for (const name of ["sheets", "engine-formula", "sheets-formula", "sheets-note"]) require(`@univerjs/${name}/facade`);

/** A cell as a test writes it. */
export type Given = number | string | boolean | null | { readonly error: string };
export type Shown = number | string | boolean | null | { readonly error: string };

export type HeadlessBook = {
  readonly id: string;
  readonly api: FUniver;
  readonly failures: FailureMemory;
  /** Full precision, spilled cells included; null for a blank. */
  value(sheetId: string, row: number, column: number): Shown;
  /** The rows of what a formula gave: 1 × 1 where it does not spill. */
  result(sheetId: string, row: number, column: number): Shown[][];
  /** The workbook with its results, for a file. */
  plain(): SavedBook;
  set(sheetId: string, address: string, value: number | string | ICellData): Promise<void>;
  close(): void;
};

/** Those that nobody has closed, as after an expectation that failed: an open engine would keep the run of tests from ending. */
const open = new Set<{ dispose(): void }>();
const close = (univer: { dispose(): void }): void => {
  if (open.delete(univer)) univer.dispose();
};
if (typeof afterAll === "function") afterAll(() => open.forEach(close)); // the examples are made without a test runner

export async function openBook(book: IWorkbookData, { language = "en", functions = catalogue }: { language?: Language; functions?: readonly FunctionDef[] } = {}): Promise<HeadlessBook> {
  const failures = rememberFailures();
  const univer = new Univer({
    locale: LocaleType.EN_US, // obligatory: without one the start fails with "Locale not initialized"
    locales: { [LocaleType.EN_US]: { ...require("@univerjs/sheets/locale/en-US"), ...require("@univerjs/sheets-formula/locale/en-US") } },
    logLevel: LogLevel.WARN,
  });
  open.add(univer);
  univer.registerPlugin(engine.UniverFormulaEnginePlugin, { function: functionClasses(engine, functions, { language: () => language, failures }) });
  univer.registerPlugin(ParsedFormulasPlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: 0 });
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  const api = Facade.newAPI(univer);
  const workbook = api.createWorkbook(book);
  mendNotes(univer.__getInjector());
  await api.getFormula().onCalculationResultApplied(120_000);
  const model = univer.__getInjector().get(engine.FormulaDataModel);
  const value = (sheetId: string, row: number, column: number): Shown => {
    const cell = workbook.getSheetBySheetId(sheetId)?.getSheet().getCellRaw(row, column);
    const spilled = model.getArrayFormulaCellData()?.[book.id]?.[sheetId]?.[row]?.[column];
    return shown(cell?.v === undefined || cell.v === null ? spilled : cell);
  };
  return {
    id: book.id,
    api,
    failures,
    value,
    result(sheetId, row, column) {
      const range = model.getArrayFormulaRange()?.[book.id]?.[sheetId]?.[row]?.[column];
      if (!range) return [[value(sheetId, row, column)]];
      return Array.from({ length: range.endRow - range.startRow + 1 }, (_, r) => Array.from({ length: range.endColumn - range.startColumn + 1 }, (_, c) => value(sheetId, row + r, column + c)));
    },
    plain() {
      const ranges = model.getArrayFormulaRange()?.[book.id];
      return plainBook(workbook.save(), {
        formulaAt: (sheetId, row, column) => model.getFormulaStringByCell(row, column, sheetId, book.id) ?? "",
        spills: (sheetId) => Object.values(ranges?.[sheetId] ?? {}).flatMap((row) => Object.values(row ?? {})),
        valueAt(sheetId, row, column) {
          const cell = value(sheetId, row, column);
          return typeof cell === "object" && cell !== null ? cell.error : cell;
        },
      });
    },
    async set(sheetId, address, next) {
      const calculated = api.getFormula().onCalculationResultApplied(120_000);
      workbook.getSheetBySheetId(sheetId)?.getRange(address).setValue(next);
      await calculated;
    },
    close: () => close(univer), // Node exits by itself after this
  };
}

function shown(cell: Nullable<ICellData>): Shown {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === 3) return Boolean(Number(cell.v));
  if (typeof cell.v === "string" && isErrorText(cell.v)) return { error: cell.v };
  return cell.v;
}

// ---- cases ------------------------------------------------------------------------------

/** A call of a function: each argument one cell, rows of cells, or undefined for one left out. */
export type Case = { readonly name: string; readonly args: readonly (Given | readonly (readonly Given[])[] | undefined)[] };
export type Evaluated =
  | { readonly value: Shown | Shown[][] }
  /** The message is what the pane shows for the cell; null where none of our functions failed. */
  | { readonly error: string; readonly message: string | null };

/** Room below each formula for what it spills. */
const ROOM = 80;

/** Puts all cases into one workbook, each argument into cells of its own, and reads what the formulas give. */
export async function evaluate(cases: readonly Case[], language: Language = "en"): Promise<readonly Evaluated[]> {
  const step = ROOM + Math.max(1, ...cases.flatMap(({ args }) => args.map((arg) => (Array.isArray(arg) ? arg.length : 1))));
  const data: Record<number, Record<number, ICellData>> = {};
  const calls: Record<number, Record<number, ICellData>> = {};
  const formulas = cases.map(({ name, args }, i) => {
    let column = 0;
    const references = args.map((arg) => {
      if (arg === undefined) return "";
      const rows: readonly (readonly Given[])[] = Array.isArray(arg) ? arg : [[arg as Given]];
      const width = rows[0]?.length ?? 0;
      rows.forEach((row, r) => row.forEach((cell, c) => { (data[i * step + r] ??= {})[column + c] = given(cell); }));
      const reference = `Data!${columnName(column)}${i * step + 1}:${columnName(column + width - 1)}${i * step + rows.length}`;
      column += width + 1;
      return rows.length === 1 && width === 1 ? reference.split(":")[0]! : reference;
    });
    const formula = `=${name}(${references.join(",")})`;
    calls[i * step] = { 0: { f: formula } };
    return formula;
  });
  const sheet = (id: string, cellData: IWorkbookData["sheets"][string]["cellData"]) => ({ id, name: id, rowCount: cases.length * step + ROOM, columnCount: 80, cellData });
  const book = await openBook(
    { id: "cases", name: "cases", appVersion: "0.25.1", locale: LocaleType.EN_US, styles: {}, sheetOrder: ["Data", "Calls"], sheets: { Data: sheet("Data", data), Calls: sheet("Calls", calls) }, resources: [] },
    { language },
  );
  const results = cases.map((_, i): Evaluated => {
    const rows = book.result("Calls", i * step, 0);
    const first = rows[0]?.[0] ?? null;
    if (rows.length === 1 && rows[0]?.length === 1) {
      if (typeof first !== "object" || first === null) return { value: first };
      const place = { workbook: "cases", sheet: "Calls", row: i * step, column: 0 };
      return { error: first.error, message: book.failures.find(place, formulas[i]!, first.error) };
    }
    return { value: rows };
  });
  book.close();
  return results;
}

const ERROR_FORMULAS: Readonly<Record<string, string>> = { "#N/A": "=NA()", "#DIV/0!": "=1/0", "#VALUE!": '="a"+1', "#NUM!": "=SQRT(-1)", "#NAME?": "=NOSUCHFUNCTION()" };

function given(cell: Given): ICellData {
  if (cell === null) return {};
  if (typeof cell === "number") return { v: cell, t: 2 };
  if (typeof cell === "boolean") return { v: cell ? 1 : 0, t: 3 };
  if (typeof cell === "string") return { v: cell, t: 1 };
  const formula = ERROR_FORMULAS[cell.error];
  return formula ? { f: formula } : { v: cell.error, t: 1 };
}
