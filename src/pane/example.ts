/** The example of a function as a person reads it in a list: the formula in his notation, and its result. */
import type { Example, FunctionDef } from "../catalogue/define";
import { isErrorCell, type Cell, type Grid } from "../catalogue/grid";
import { quoted, type Notation } from "../catalogue/notation";
import type { Language } from "../catalogue/words";
import { isTable, single } from "./format";

const isGrid = (value: Cell | Grid | undefined): value is Grid => Array.isArray(value);

function literal(cell: Cell, notation: Notation): string {
  if (cell === null) return '""';
  if (isErrorCell(cell)) return cell.error;
  if (typeof cell === "string") return quoted(cell);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell).replace(".", notation.decimal);
}

/** An argument of an example; of a long range only the first rows. */
function argument(value: Cell | Grid | undefined, rows: number, notation: Notation): string {
  if (value === undefined) return "";
  if (!isGrid(value)) return literal(value, notation);
  const shown = value.slice(0, rows).map((row) => row.map((cell) => literal(cell, notation)).join(notation.column));
  return `{${shown.join(notation.row)}${value.length > rows ? `${notation.row}…` : ""}}`;
}

/** Long columns are shortened: the list shows what an argument looks like, not all of it. */
const SHOWN_ROWS = 4;

export function exampleFormula(def: FunctionDef, example: Example, notation: Notation): string {
  const args = example.call.map((value) => argument(value, SHOWN_ROWS, notation));
  while (args.at(-1) === "") args.pop();
  return `=${def.name}(${args.join(notation.argument)})`;
}

/** The arguments of an example as a person would type them, to be tried. */
export const exampleArguments = (def: FunctionDef, example: Example, notation: Notation): readonly string[] =>
  def.args.map((_, i) => argument(example.call[i], Infinity, notation));

/** What comes out: a value, or the size of the table. */
export function exampleResult(def: FunctionDef, example: Example, language: Language): string {
  const { result } = example;
  if (!isTable(result)) return single(result, def.returns.unit, language);
  if (def.returns.shape === "table") return `${{ en: "table", ru: "таблица" }[language]} ${result.length} × ${result[0]?.length ?? 0}`;
  return `{${result.slice(0, SHOWN_ROWS + 1).map((row) => row.map((value) => (value === "" ? "–" : single(value, def.returns.unit, language))).join(" ")).join("; ")}${result.length > SHOWN_ROWS + 1 ? "; …" : ""}}`;
}
