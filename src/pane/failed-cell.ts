/** The cell of the sheet that a failure is about: it counts the rows of the argument, and nobody should have to count along. */
import { areaReference, selectedPlace } from "./reference";

/**
 * @param message such as `created, row 10: found a blank cell; …`
 * @param referenceOf what stands in the formula for an argument; null where that is no reference
 * @returns `created, row 10 (G11): found a blank cell; …` where the argument is a part of one column that begins below the first row, or of
 * one row, whose cells are counted in the same way; elsewhere the row of the argument is that of the sheet, or nobody can tell, and the
 * message stays as it is
 */
export function withCell(message: string, referenceOf: (argument: string) => string | null): string {
  const place = /^([a-z_]+), \S+ (\d+)(?=:)/.exec(message);
  const reference = place && referenceOf(place[1] ?? "")?.replaceAll("$", "");
  if (!place || !reference) return message;
  const cells = selectedPlace(reference.includes("!") ? reference : `Sheet!${reference}`);
  const index = Number(place[2]) - 1;
  if (!cells?.cells) return message;
  const { row, column, rows, columns } = cells.cells;
  const isRow = rows === 1 && columns > 1 && place[1] !== "options"; // a row of options is a key and its value
  if (!isRow && (columns !== 1 || row === 1)) return message;
  if (index >= (isRow ? columns : rows)) return message;
  const cell = areaReference("Sheet", isRow ? { row, column: column + index } : { row: row + index, column });
  return `${place[0]} (${cell.slice(cell.indexOf("!") + 1)})${message.slice(place[0].length)}`; // the sheet is that of the argument
}
