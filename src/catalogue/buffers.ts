/**
 * Arrays for what the columns of a call read, kept from call to call: memory that was used before is filled in half the time of memory that
 * the system hands over anew. A result never holds one of them: results are cells.
 */

/** As many columns as most calls have, each as long as a sheet. */
const MOST_KEPT = 3;
const LONGEST = 1_048_576;

const kept: Float64Array[] = [];
let used = 0;
let open = false;

/** An array of numbers that may hold anything; it is the caller's until the call ends. */
export function numbersOf(length: number): Float64Array {
  if (!open || used === MOST_KEPT || length > LONGEST) return new Float64Array(length);
  let buffer = kept[used];
  if (buffer === undefined || buffer.length < length) kept[used] = buffer = new Float64Array(length);
  used += 1;
  return buffer.subarray(0, length);
}

/** Runs one call; a call within a call, if there ever is one, has arrays of its own. */
export function withBuffers<T>(work: () => T): T {
  if (open) return work();
  open = true;
  try {
    return work();
  } finally {
    open = false;
    used = 0;
  }
}
