/** The example of a function as a formula that can be typed. */
import type { Example, FunctionHelp } from "./define";
import { isErrorCell, type Cell, type Grid } from "./grid";
import { quoted, type Notation } from "./notation";

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

/** Long columns are shortened in lists: they show what an argument looks like, not all of it. */
export const SHOWN_ROWS = 4;

/** `rows`: of a longer column only so many are written. */
export function exampleFormula(def: Pick<FunctionHelp, "name">, example: Example, notation: Notation, rows = SHOWN_ROWS): string {
  const args = example.call.map((value) => argument(value, rows, notation));
  while (args[args.length - 1] === "") args.pop();
  return `=${def.name}(${args.join(notation.argument)})`;
}

/** The arguments of an example as a person would type them, to be tried. */
export const exampleArguments = (def: Pick<FunctionHelp, "args">, example: Example, notation: Notation): readonly string[] =>
  def.args.map((_, i) => argument(example.call[i], Infinity, notation));
