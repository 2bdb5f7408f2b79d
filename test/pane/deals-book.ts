/** A workbook with deals and their history, as a user has it: the sheets of the product's sample, and a few rows that cannot be counted. */
import { sampleBook } from "../../src/hosts/workbench/sample/sample-book";
import type { Cell } from "../../src/catalogue/grid";
import type { Workbook } from "./memory-host";

/** @param deals so many of them */
export function dealsBook(language: "en" | "ru", deals = 400): Workbook {
  const [, funnel, rows, history] = sampleBook(language).sheets;
  const kept = (sheet: NonNullable<typeof rows>, count: number) => sheet.rows.slice(0, count + 1) as (Cell | undefined)[][];
  const dirty = kept(rows!, deals);
  const amount = dirty[0]!.length - 2;
  const won = dirty.flatMap((row, i) => (typeof row[amount - 1] === "number" && typeof row[amount] === "number" && row[amount + 1] === null ? [i] : [])).slice(0, 3);
  won.forEach((at, i) => (dirty[at] = dirty[at]!.map((cell, column) => (column === amount ? ([null, "12 000 ₽", 0][i] as Cell) : cell))));
  return { [funnel!.name]: kept(funnel!, 20), [rows!.name]: dirty, [history!.name]: kept(history!, 1200), Notes: [["Name", "City"], ["Anna", "Berlin"]] };
}
