/** Columns with few distinct cells, such as stages and groups, as small integers. */
import { cellOf, type Context } from "./read";

/** A power of two: so many cells are found without hashing. */
const SLOTS = 64;

/**
 * The code of each cell, or the first row that is refused. A slot is found by length and two characters of a text, and one comparison
 * tells whether it is the one: half the time of a Map, which hashes each text of a million; cells that share a slot go to the Map.
 *
 * @param codeOf asked once for each distinct cell; undefined refuses it
 */
export function cellCodes(rows: readonly (readonly unknown[])[], from: number, to: number, context: Context, codeOf: (cell: unknown) => number | undefined): Int32Array | number {
  const codes = new Int32Array(to - from);
  const texts = new Array<unknown>(SLOTS).fill(null);
  const slotCodes = new Int32Array(SLOTS);
  const known = new Map<unknown, number>();
  for (let i = from; i < to; i += 1) {
    let cell = rows[i]![0];
    let slot = -1;
    if (typeof cell === "string") {
      const length = cell.length;
      if (length > 0) {
        slot = (length * 7 + cell.charCodeAt(0) * 3 + cell.charCodeAt(length >> 1)) & (SLOTS - 1);
        if (texts[slot] === cell) {
          codes[i - from] = slotCodes[slot]!;
          continue;
        }
      }
    } else if (typeof cell === "object" && cell !== null) cell = cellOf(cell, context);
    let code = known.get(cell);
    if (code === undefined) {
      code = codeOf(cell);
      if (code === undefined) return i;
      known.set(cell, code);
      if (slot >= 0 && texts[slot] === null) {
        texts[slot] = cell;
        slotCodes[slot] = code;
      }
    }
    codes[i - from] = code;
  }
  return codes;
}
