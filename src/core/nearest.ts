/** What was probably meant by a text that is not there. */

/** Nobody types longer names; the work grows with the square of the length. */
const MOST_CHARACTERS = 200;

/**
 * The place of the candidate with the fewest insertions, deletions and replacements of characters to the text (Levenshtein's
 * distance), the first of equals; -1 where there are none.
 */
export function nearest(text: string, candidates: readonly string[]): number {
  const wanted = text.slice(0, MOST_CHARACTERS);
  let best = -1;
  let least = Infinity;
  candidates.forEach((candidate, i) => {
    const distance = editDistance(wanted, candidate.slice(0, MOST_CHARACTERS), least);
    if (distance < least) [least, best] = [distance, i];
  });
  return best;
}

/** Levenshtein's distance, or Infinity where it is not below `limit`: most candidates are far off and need not be counted out. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return Infinity;
  const row = Uint8Array.from({ length: b.length + 1 }, (_, j) => j); // distances of the text so far to each beginning of b
  for (let i = 1; i <= a.length; i += 1) {
    let corner = i - 1; // what stood left above
    let left = i;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j]!;
      const edited = corner < above ? (corner < left ? corner : left) : above < left ? above : left;
      left = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? corner : edited + 1;
      corner = above;
      row[j] = left;
      if (left < least) least = left;
    }
    if (least >= limit) return Infinity;
  }
  return row[b.length]!;
}
