/** The sheet of the page: Univer with our functions. This replaces createUniver() of @univerjs/presets, which pulls in 27 proprietary packages. */
import { CommandType, LocaleType, LogLevel, Univer, type IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import * as engine from "@univerjs/engine-formula";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import enUS from "@univerjs/preset-sheets-core/locales/en-US";
import ruRU from "@univerjs/preset-sheets-core/locales/ru-RU";
import "@univerjs/preset-sheets-core/lib/index.css";
import { catalogue } from "../../catalogue/index";
import type { Language } from "../../catalogue/words";
import { rememberFailures, type FailureMemory } from "./failures";
import { functionClasses, functionInfos, functionTexts } from "./functions";
import type { Theme } from "./preferences";
import { acceptRussianInput } from "./russian";

export type Sheet = {
  readonly api: FUniver;
  readonly failures: FailureMemory;
  /** Shows another workbook instead of the present one; resolves when its formulas are calculated. */
  open(book: IWorkbookData): Promise<void>;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  /** Calls back when the user has changed something that would be lost. */
  onEdit(listener: () => void): void;
  /** Calls back after each calculation. */
  onCalculated(listener: () => void): void;
  /** The value of a cell at full precision, spilled cells included; null where there is none. */
  value(sheetId: string, row: number, column: number): string | number | boolean | null;
};

const LOCALE: Record<Language, LocaleType> = { en: LocaleType.EN_US, ru: LocaleType.RU_RU };

/** Changes that are no edits of the user: where he looks, and what a calculation writes. */
const NO_EDIT = /selection|scroll|activ|zoom|highlight|formula-calculation|array-formula|set-worksheet-row-auto-height|register|filter-range|numfmt-local/;

export function startSheet(container: HTMLElement, start: { readonly language: Language; readonly theme: Theme }): Sheet {
  let { language } = start;
  const failures = rememberFailures();
  const univer = new Univer({
    locale: LOCALE[language],
    locales: {
      [LocaleType.EN_US]: { ...enUS, ...functionTexts(catalogue, "en") },
      [LocaleType.RU_RU]: { ...ruRU, ...functionTexts(catalogue, "ru") },
    },
    logLevel: LogLevel.WARN,
    darkMode: start.theme === "dark",
  });
  const preset = UniverSheetsCorePreset({
    container,
    header: true,
    formula: {
      function: functionClasses(engine, catalogue, { language: () => language, failures }),
      description: functionInfos(engine, catalogue),
      initialFormulaComputing: 0,
    },
  });
  for (const plugin of preset.plugins) Array.isArray(plugin) ? univer.registerPlugin(plugin[0], plugin[1]) : univer.registerPlugin(plugin);
  const api = FUniver.newAPI(univer);
  acceptRussianInput(api, () => language);

  const injector = univer.__getInjector();
  let opening = false;
  const edited: (() => void)[] = [];
  const calculated: (() => void)[] = [];
  api.addEvent(api.Event.CommandExecuted, ({ id, type, options }) => {
    if (opening || type !== CommandType.MUTATION || !id.startsWith("sheet.mutation.") || NO_EDIT.test(id)) return;
    if (options?.onlyLocal || options?.["fromFormula"]) return;
    for (const listener of edited) listener();
  });

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
      // Only after createWorkbook: earlier the facade throws a dependency-injection error.
      if (!before) api.getFormula().calculationResultApplied(() => calculated.forEach((listener) => listener()));
      await api.getFormula().onCalculationResultApplied();
      opening = false;
    },
    setLanguage(next) {
      language = next;
      api.setLocale(LOCALE[next]);
      showNumbersIn();
      api.getFormula().executeCalculation(); // header words and failures come in the language
    },
    setTheme: (theme) => api.toggleDarkMode(theme === "dark"),
    onEdit: (listener) => void edited.push(listener),
    onCalculated: (listener) => void calculated.push(listener),
    value(sheetId, row, column) {
      const book = api.getActiveWorkbook();
      const raw = book?.getSheetBySheetId(sheetId)?.getRange(row, column).getRawValue() ?? null;
      if (raw !== null || !book) return raw;
      // Cells of a spill exist in the formula model only.
      return injector.get(engine.FormulaDataModel).getArrayFormulaCellData()?.[book.getId()]?.[sheetId]?.[row]?.[column]?.v ?? null;
    },
  };
}
