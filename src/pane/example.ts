/** The result of an example as a person reads it in a list. */
import type { Example, FunctionHelp } from "../catalogue/define";
import { SHOWN_ROWS } from "../catalogue/example";
import type { Language } from "../catalogue/words";
import { isTable, single } from "./format";

/** What comes out: a value, or the size of the table. */
export function exampleResult(def: FunctionHelp, example: Example, language: Language): string {
  const { result } = example;
  if (!isTable(result)) return single(result, def.returns.unit, language);
  if (def.returns.shape === "table") return `${{ en: "table", ru: "таблица" }[language]} ${result.length} × ${result[0]?.length ?? 0}`;
  return `{${result.slice(0, SHOWN_ROWS + 1).map((row) => row.map((value) => (value === "" ? "–" : single(value, def.returns.unit, language))).join(" ")).join("; ")}${result.length > SHOWN_ROWS + 1 ? "; …" : ""}}`;
}
