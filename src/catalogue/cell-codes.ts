/** Columns with few distinct cells, such as stages and groups, as small integers. */
import { nameIn } from "./cell-at";
import { cellOf, type Context } from "./read";

type Rows = readonly (readonly unknown[])[];

/** A power of two: so many cells are found without hashing. */
const SLOTS = 64;

/**
 * The code of each cell, or the first row that is refused.
 *
 * @param codeOf asked once for each distinct cell; undefined refuses it
 */
export function cellCodes(rows: Rows, from: number, to: number, context: Context, codeOf: (cell: unknown) => number | undefined): Int32Array | number {
  const codes = new Int32Array(to - from);
  const texts = new Array<unknown>(SLOTS + 1).fill(null);
  const slotCodes = new Int32Array(SLOTS + 1);
  const known = new Map<unknown, number>();
  for (let row = from; ; row += 1) {
    row = fillKnown(rows, from, row, to, codes, texts, slotCodes, known);
    if (row === to) return codes;
    const raw = rows[row]![0];
    const cell = typeof raw === "object" && raw !== null ? cellOf(raw, context) : raw;
    const code = known.get(cell) ?? codeOf(cell);
    if (code === undefined) return row;
    known.set(cell, code);
    if (typeof cell === "string" && texts[slotOf(cell)] === null) {
      texts[slotOf(cell)] = cell;
      slotCodes[slotOf(cell)] = code;
    }
    codes[row - from] = code;
  }
}

/** By length and two characters; a blank one has a slot of its own, it may be most of a column. */
const slotOf = (text: string): number => (text === "" ? SLOTS : (text.length * 7 + text.charCodeAt(0) * 3 + text.charCodeAt(text.length >> 1)) & (SLOTS - 1));

/**
 * Codes from `row` on, up to the first cell that was not met before; returns its row. One comparison with the slot of a text tells whether
 * it is the one: half the time of a Map, which hashes each text of a million. Cells that share a slot go to the Map. Nothing in this loop
 * is made anew for each call but arrays and the Map: a closure that dies takes the compiled loop with it.
 */
function fillKnown(rows: Rows, from: number, row: number, to: number, codes: Int32Array, texts: readonly unknown[], slotCodes: Int32Array, known: ReadonlyMap<unknown, number>): number {
  for (; row < to; row += 1) {
    const cell = nameIn(rows[row]!);
    if (typeof cell === "string") {
      const slot = slotOf(cell);
      if (texts[slot] === cell) {
        codes[row - from] = slotCodes[slot]!;
        continue;
      }
    }
    const code = known.get(cell);
    if (code === undefined) return row;
    codes[row - from] = code;
  }
  return to;
}
