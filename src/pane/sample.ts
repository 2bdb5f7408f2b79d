/** The worked example of a function as a formula over the sample workbook, where that is the workbook at hand. */
import type { FunctionHelp } from "../catalogue/define";
import { SAMPLE_SHEETS, sampleFormula, type SampleSheet } from "../catalogue/sample";
import { LANGUAGES, type Language } from "../catalogue/words";
import type { SheetHead } from "./host";

/** `cells` are the references in it, such as `Deals!I:I`. */
export type SampleCall = { readonly formula: string; readonly cells: readonly string[] };

/**
 * Null where a sheet of the example is missing or has other columns: a formula over somebody's own `Deals` would show a wrong number.
 * A workbook keeps its language when that of the pane changes, so each is tried; `language` first.
 */
export function sampleCall({ sample }: Pick<FunctionHelp, "sample">, sheets: readonly SheetHead[], language: Language): SampleCall | null {
  const pieces = sample.match(/\{[a-z]+(?:[.:][a-z_\d]+)?\}/g) ?? [];
  const needed = SAMPLE_SHEETS.filter(({ key }) => pieces.some((piece) => piece === `{${key}}` || piece.startsWith(`{${key}.`)));
  const found = [language, ...LANGUAGES].find((each) => {
    const isThere = (layout: SampleSheet): boolean => sheets.some((sheet) => isLaidOut(sheet, layout, each));
    return needed.length > 0 ? needed.every(isThere) : SAMPLE_SHEETS.some(isThere); // one of plain numbers still belongs to the sample
  });
  if (found === undefined) return null;
  return { formula: sampleFormula(sample, found), cells: pieces.map((piece) => sampleFormula(piece, found)).filter((text) => text.includes("!")) };
}

const isLaidOut = ({ name, header }: SheetHead, { words, columns }: SampleSheet, language: Language): boolean =>
  name === words[language] && columns.every((column, i) => header[i] === column.words[language]);
