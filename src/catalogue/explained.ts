/** The columns and rows of a result table as a person reads them: the word of the sheet, in its language, and what stands there. */
import { call } from "./call";
import { COLUMN_UNITS, TABLE_WORDS, type Told } from "./column-words";
import type { FunctionDef } from "./define";
import { plainCells, type Result, type Table } from "./grid";
import type { Language } from "./words";

/** `unit` is null for a row with several. */
export type Explained = { readonly name: string; readonly meaning: string; readonly unit: string | null };
export type ExplainedTable = { readonly columns: readonly Explained[]; readonly rows: readonly Explained[] };

/** The result of an example with its words in a language; the example itself tells them in English. */
export function exampleIn(def: FunctionDef, { call: values, result }: FunctionDef["examples"][number], language: Language): Result {
  if (language === "en") return result;
  const answer = call(def, values, { language, cells: plainCells });
  if ("failure" in answer) throw new Error(`${def.name}: ${answer.failure.message}`);
  return answer.value;
}

/** Null for a function whose result needs no explanation: one value, or one column of them. */
export function explained(def: FunctionDef, language: Language): ExplainedTable | null {
  const words = TABLE_WORDS[def.name];
  if (!words) return null;
  const [english, local] = [def.examples[0].result, exampleIn(def, def.examples[0], language)] as readonly Table[] as [Table, Table];
  const shown = (told: Told, names: readonly unknown[], localNames: readonly unknown[]): Explained => ({
    name: typeof told.of === "string" ? String(localNames[names.indexOf(told.of)]) : told.of[language],
    meaning: told.words[language], unit: told.unit && COLUMN_UNITS[told.unit][language],
  });
  return {
    columns: words.columns.map((told) => shown(told, english[0]!, local[0]!)),
    rows: (words.rows ?? []).map((told) => shown(told, english.map(([first]) => first), local.map(([first]) => first))),
  };
}
