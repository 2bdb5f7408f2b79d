/** The cell of the sheet that a failure is about: it counts the rows of the argument, and nobody should have to count along. */
import { areaReference, selectedPlace } from "./reference";

/**
 * @param message such as `created, row 10: found a blank cell; …`
 * @param referenceOf what stands in the formula for an argument; null where that is no reference
 * @returns `created, row 10 (G11): found a blank cell; …` where the argument is a part of one column that begins below the first row;
 * elsewhere the row of the argument is that of the sheet, or nobody can tell, and the message stays as it is
 */
export function withCell(message: string, referenceOf: (argument: string) => string | null): string {
  const place = /^([a-z_]+), \S+ (\d+)(?=:)/.exec(message);
  const reference = place && referenceOf(place[1] ?? "")?.replaceAll("$", "");
  if (!place || !reference) return message;
  const cells = selectedPlace(reference.includes("!") ? reference : `Sheet!${reference}`);
  const index = Number(place[2]) - 1;
  if (!cells?.cells || cells.cells.columns !== 1 || cells.cells.row === 1 || index >= cells.cells.rows) return message;
  const cell = areaReference("Sheet", { row: cells.cells.row + index, column: cells.cells.column });
  return `${place[0]} (${cell.slice(cell.indexOf("!") + 1)})${message.slice(place[0].length)}`; // the sheet is that of the argument
}
