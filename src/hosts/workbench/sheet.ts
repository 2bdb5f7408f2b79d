/** The sheet of the page: Univer with our functions. This replaces createUniver() of @univerjs/presets, which pulls in 27 proprietary packages. */
import { CellValueType, LocaleType, LogLevel, mergeLocales, Univer, type ICellData, type IObjectMatrixPrimitiveType, type IWorkbookData, type Nullable } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import * as engine from "@univerjs/engine-formula";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import coloursEnUS from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import coloursRuRU from "@univerjs/preset-sheets-conditional-formatting/locales/ru-RU";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import ruRU from "@univerjs/preset-sheets-core/locales/ru-RU";
import "@univerjs/preset-sheets-core/lib/index.css";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import listsEnUS from "@univerjs/preset-sheets-data-validation/locales/en-US";
import listsRuRU from "@univerjs/preset-sheets-data-validation/locales/ru-RU";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import { UniverSheetsNotePlugin, UniverSheetsNoteUIPlugin } from "@univerjs/preset-sheets-note";
import notesEnUS from "@univerjs/preset-sheets-note/locales/en-US";
import notesRuRU from "@univerjs/preset-sheets-note/locales/ru-RU";
import "@univerjs/preset-sheets-note/lib/index.css";
import "@univerjs/sheets-note/facade"; // the preset names it, but says of itself that it may be left out
import { catalogue } from "../../catalogue/index";
import { isErrorCell, type Cell } from "../../catalogue/grid";
import type { Language } from "../../catalogue/words";
import { isErrorText } from "./errors";
import { rememberFailures, type FailureMemory } from "./failures";
import { functionClasses, functionInfos, functionTexts } from "./functions";
import { plainBook } from "./files/book-data";
import type { SavedBook } from "./files/plain-book";
import { ParsedFormulasPlugin } from "./parsed-formulas";
import type { Theme } from "./preferences";
import { isEdit } from "./mutation";
import { NOTE_SIZE } from "./note-data";
import { noteKeys } from "./note-keys";
import { mendNotes } from "./notes";
import { showDecimalComma } from "./decimal-comma";
import { acceptPaste } from "./paste";
import { acceptRussianInput } from "./russian";

export type Sheet = {
  readonly api: FUniver;
  readonly failures: FailureMemory;
  /** Shows another workbook instead of the present one; resolves when its formulas are calculated. */
  open(book: IWorkbookData): Promise<void>;
  /** Whether something is being typed into a cell. */
  isEditing(): boolean;
  /** Takes over what is being typed. */
  endEditing(): Promise<void>;
  setLanguage(language: Language): void;
  /** Calculates every formula again: header words and failures come in the language. */
  recalculate(): void;
  setTheme(theme: Theme): void;
  /** Calls back when the user has changed something that would be lost. */
  onEdit(listener: () => void): void;
  /** Calls back after each calculation. */
  onCalculated(listener: () => void): () => void;
  /** A cell at full precision, spilled cells included. */
  cell(sheetId: string, row: number, column: number): Cell;
  /** Many of them: rows of cells. */
  cells(sheetId: string, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }): readonly (readonly Cell[])[];
  /** The formulas of a sheet in the English notation. */
  formulas(sheetId: string): readonly { readonly row: number; readonly column: number; readonly formula: string }[];
  /** What may be called in a formula; our functions first. */
  functionNames(): readonly string[];
  /** How far a sheet is filled. */
  used(sheetId: string): { readonly rows: number; readonly columns: number };
  /** The workbook as it stands, for a file. */
  plainBook(): SavedBook;
};

const LOCALE: Record<Language, LocaleType> = { en: LocaleType.EN_US, ru: LocaleType.RU_RU };

export function startSheet(container: HTMLElement, start: { readonly language: Language; readonly theme: Theme }): Sheet {
  let { language } = start;
  const failures = rememberFailures();
  const univer = new Univer({
    locale: LOCALE[language],
    locales: {
      [LocaleType.EN_US]: mergeLocales(enUS, listsEnUS, coloursEnUS, notesEnUS, functionTexts(catalogue, "en")),
      [LocaleType.RU_RU]: mergeLocales(ruRU, listsRuRU, coloursRuRU, notesRuRU, functionTexts(catalogue, "ru")),
    },
    logLevel: LogLevel.WARN,
    darkMode: start.theme === "dark",
  });
  const preset = UniverSheetsCorePreset({
    container,
    header: true,
    ribbonType: "simple", // one row: the sheet is what people came for
    formula: {
      function: functionClasses(engine, catalogue, { language: () => language, failures }),
      description: functionInfos(engine, catalogue),
      initialFormulaComputing: 0,
    },
  });
  const presets = [preset, UniverSheetsDataValidationPreset({ showEditOnDropdown: false }), UniverSheetsConditionalFormattingPreset()];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  // Not by their preset, which takes no size.
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin, { defaultNoteSize: NOTE_SIZE });
  univer.registerPlugin(ParsedFormulasPlugin);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  let opening = false;
  const edited: (() => void)[] = [];
  const calculated = new Set<() => void>();
  api.addEvent(api.Event.CommandExecuted, (command) => {
    if (!opening && isEdit(command)) for (const listener of edited) listener();
  });

  const model = () => injector.get(engine.FormulaDataModel);
  // Cells of a spill exist in the formula model only.
  const spilledCells = (sheetId: string): IObjectMatrixPrimitiveType<Nullable<ICellData>> => model().getArrayFormulaCellData()?.[api.getActiveWorkbook()?.getId() ?? ""]?.[sheetId] ?? {};
  /** Asked once for many cells: the way to a sheet is longer than the way to its cell. */
  const rawCells = (sheetId: string): ((row: number, column: number) => Nullable<ICellData>) => {
    const sheet = api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet();
    const spilled = spilledCells(sheetId);
    return (row, column) => {
      const own = sheet?.getCellRaw(row, column);
      return own && (own.p || (own.v !== undefined && own.v !== null)) ? own : (spilled[row]?.[column] ?? own);
    };
  };
  const rawCell = (sheetId: string, row: number, column: number): Nullable<ICellData> => rawCells(sheetId)(row, column);
  // Only after the first createWorkbook: earlier the parts are not there, and the facade throws a dependency-injection error.
  const afterFirst = () => {
    mendNotes(injector);
    noteKeys(api, injector);
    showDecimalComma(injector, () => language);
    acceptRussianInput(injector, () => language);
    acceptPaste(injector, () => language);
    api.getFormula().calculationResultApplied(() => calculated.forEach((listener) => listener()));
  };
  const showNumbersIn = () => api.getActiveWorkbook()?.setNumfmtLocal(language);
  return {
    api,
    failures,
    async open(book) {
      opening = true;
      const before = api.getActiveWorkbook()?.getId();
      if (before) api.disposeUnit(before);
      failures.clear();
      api.createWorkbook(book);
      showNumbersIn();
      if (!before) afterFirst();
      await api.getFormula().onCalculationResultApplied();
      opening = false;
    },
    isEditing: () => api.getActiveWorkbook()?.isCellEditing() ?? false,
    async endEditing() {
      const book = api.getActiveWorkbook();
      if (book?.isCellEditing()) await book.endEditingAsync(true);
    },
    setLanguage(next) {
      language = next;
      api.setLocale(LOCALE[next]);
      showNumbersIn();
    },
    recalculate: () => api.getFormula().executeCalculation(),
    setTheme: (theme) => api.toggleDarkMode(theme === "dark"),
    onEdit: (listener) => void edited.push(listener),
    onCalculated(listener) {
      calculated.add(listener);
      return () => void calculated.delete(listener);
    },
    cell: (sheetId, row, column) => cellOf(rawCell(sheetId, row, column)),
    cells(sheetId, { row, column, rows, columns }) {
      const raw = rawCells(sheetId);
      return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => cellOf(raw(row + r, column + c))));
    },
    formulas(sheetId) {
      const book = api.getActiveWorkbook();
      const found: { row: number; column: number; formula: string }[] = [];
      book?.getSheetBySheetId(sheetId)?.getSheet().getCellMatrix().forValue((row, column, cell: Nullable<ICellData>) => {
        if (cell?.f || cell?.si) found.push({ row, column, formula: model().getFormulaStringByCell(row, column, sheetId, book.getId()) ?? cell.f ?? "" });
      });
      return found;
    },
    used(sheetId) {
      const own = api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet().getCellMatrix();
      const spilled = spilledCells(sheetId);
      return {
        rows: Math.max(own?.getLength() ?? 0, ...Object.keys(spilled).slice(-1).map((row) => Number(row) + 1)),
        columns: Math.max(own?.getRange().endColumn ?? -1, ...Object.values(spilled).flatMap((row) => Object.keys(row ?? {}).slice(-1).map(Number))) + 1,
      };
    },
    functionNames: () => [...catalogue.map(({ name }) => name), ...injector.get(engine.IFunctionService).getExecutors().keys()].map(String),
    plainBook() {
      const book = api.getActiveWorkbook();
      if (!book) throw new Error("no workbook is open");
      const ranges = model().getArrayFormulaRange()?.[book.getId()];
      return plainBook(book.save(), {
        formulaAt: (sheetId, row, column) => model().getFormulaStringByCell(row, column, sheetId, book.getId()) ?? "",
        spills: (sheetId) => Object.values(ranges?.[sheetId] ?? {}).flatMap((row) => Object.values(row ?? {})),
        valueAt(sheetId, row, column) {
          const cell = cellOf(rawCell(sheetId, row, column));
          return isErrorCell(cell) ? cell.error : cell;
        },
      });
    },
  };
}

function cellOf(cell: Nullable<ICellData>): Cell {
  if (cell?.p?.body && (cell.v === undefined || cell.v === null)) return cell.p.body.dataStream.replace(/\r?\n?$/, "");
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === CellValueType.BOOLEAN) return Boolean(Number(cell.v));
  return typeof cell.v === "string" && cell.t !== CellValueType.FORCE_STRING && isErrorText(cell.v) ? { error: cell.v } : cell.v;
}
