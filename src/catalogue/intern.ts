/**
 * Ids as dense integers, fast. Telling a million ids apart is the largest single cost of a history function, and a Map spends
 * it on hashing each string anew. Ids of a system look alike, though: a common beginning, then a few letters and digits. Such an
 * id fits into two integers without loss, so equality needs neither a hash nor the string. Measured on 1,000,000 rows: a
 * quarter of the time of a Map (docs/decisions.md).
 *
 * Exact, not a guess: a column in which any cell does not fit is given back as null, and is read the plain way.
 */
import type { Codes } from "../core/columns";
import { cellAt } from "./cell-at";

type Rows = readonly (readonly unknown[])[];

/** 6 bits for each of these; everything else, white space first of all, needs normalising and does not fit. */
const BITS = new Int8Array(128).fill(-1);
for (const [i, c] of [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].entries()) BITS[c.charCodeAt(0)] = i;

/** Characters after the common beginning: five in each integer, and the number of characters in the bits left over. */
const MOST = 10;

export function internIds(rows: Rows, from: number, to: number): Codes | null {
  const first = rows[from]?.[0];
  if (typeof first !== "string") return null;
  const prefix = commonBeginning(rows, from, to, first);
  const codes = new Int32Array(to - from);
  const labels: string[] = [];
  // Open addressing, kept in local variables: an object for it would lose its hidden class, and with it the compiled code, at each
  // collection of garbage between two calls.
  let mask = 4095;
  let slots = new Int32Array(4096 * SLOT);
  for (let row = from; row < to; row += 1) {
    const id = cellAt(rows[row]!, 0);
    if (typeof id !== "string" || id.length < prefix || id.length > prefix + MOST || id === "") return null;
    let differs = 0;
    for (let i = 0; i < prefix; i += 1) differs |= id.charCodeAt(i) ^ first.charCodeAt(i);
    let high = 0; // separate statements: a destructured array would be made for each row
    let low = 0;
    let all = 0;
    const middle = Math.min(id.length, prefix + 5);
    for (let i = prefix; i < middle; i += 1) {
      const bits = bitsOf(id.charCodeAt(i));
      all |= bits;
      high = (high << 6) | bits;
    }
    for (let i = middle; i < id.length; i += 1) {
      const bits = bitsOf(id.charCodeAt(i));
      all |= bits;
      low = (low << 6) | bits;
    }
    if (differs !== 0 || all < 0) return null;
    const length = id.length - prefix;
    high |= (length >> 2) << 30;
    low |= (length & 3) << 30;

    let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const around = mask * SLOT + SLOT - 1;
    let at = (hash & mask) * SLOT;
    let code = slots[at + 2]!;
    while (code !== 0 && (slots[at] !== high || slots[at + 1] !== low)) {
      at = (at + SLOT) & around;
      code = slots[at + 2]!;
    }
    if (code === 0) {
      code = labels.push(id);
      slots[at] = high;
      slots[at + 1] = low;
      slots[at + 2] = code;
      slots[at + 3] = hash;
      if (code * 2 > mask) {
        mask = (mask + 1) * 4 - 1;
        slots = grown(slots, mask);
      }
    }
    codes[row - from] = code - 1;
  }
  return { codes, labels };
}

const bitsOf = (unit: number): number => (unit < 128 ? BITS[unit]! : -1);

/** How many first characters all ids seem to share, from a sample; each row is checked against it later. */
function commonBeginning(rows: Rows, from: number, to: number, first: string): number {
  let common = first.length;
  let longest = first.length;
  const step = 1 + Math.floor((to - from) / 1000);
  for (let row = from; row < to; row += step) {
    const id = cellAt(rows[row]!, 0);
    if (typeof id !== "string") return 0;
    longest = Math.max(longest, id.length);
    let i = 0;
    while (i < common && i < id.length && id.charCodeAt(i) === first.charCodeAt(i)) i += 1;
    common = i;
  }
  for (let i = 0; i < common; i += 1) if (bitsOf(first.charCodeAt(i)) < 0) return 0; // white space in it may mean another id
  return Math.max(0, Math.min(common, longest - MOST)); // the sample may have missed a digit: take all characters that fit
}

/** One slot: the two integers, the code + 1 (0: empty), the hash. One look in memory finds most of them. */
const SLOT = 4;

/** The same entries in a larger table. */
function grown(old: Int32Array, mask: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array((mask + 1) * SLOT);
  const around = mask * SLOT + SLOT - 1;
  for (let from = 0; from < old.length; from += SLOT) {
    if (old[from + 2] === 0) continue;
    let at = (old[from + 3]! & mask) * SLOT;
    while (slots[at + 2] !== 0) at = (at + SLOT) & around;
    for (let i = 0; i < SLOT; i += 1) slots[at + i] = old[from + i]!;
  }
  return slots;
}
