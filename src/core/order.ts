/** How names are compared and sorted. */

/** White space of any kind; String.trim does not know the zero-width space. */
export const isSpace = (code: number): boolean =>
  (code >= 9 && code <= 13) || code === 32 || (code >= 0x2000 && code <= 0x200b) ||
  code === 0xa0 || code === 0x1680 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;

/** Trimmed, and runs of white space made one blank. */
export function collapse(text: string): string {
  let out = "";
  let from = -1; // start of the word at hand
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !isSpace(text.charCodeAt(i))) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      out += out === "" ? text.slice(from, i) : ` ${text.slice(from, i)}`;
      from = -1;
    }
  }
  return out;
}

/** Names are compared without case, outer and repeated white space, and ё as е. */
export const nameKey = (name: string | number): string => collapse(String(name)).normalize("NFC").toLowerCase().replace(/ё/g, "е");

/** The order of code points, the same in every language and engine. */
export function byCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; ) {
    const x = a.codePointAt(i)!;
    const y = b.codePointAt(i)!;
    if (x !== y) return x - y;
    i += x > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}

/** How rows without a name stand among the names; the word that is shown depends on the language, their place does not. */
const BLANK = "(blank)";

/** Places 0, 1, 2, … of the labels in the order of their names, and last that of rows without a name. Labels that are the same name share one. */
export function nameRanks(labels: readonly (string | number)[]): Int32Array {
  const keys = [...labels.map(nameKey), BLANK];
  const sorted = Array.from(keys.keys()).sort((a, b) => byCodePoints(keys[a]!, keys[b]!));
  const ranks = new Int32Array(keys.length);
  let rank = -1;
  sorted.forEach((label, i) => {
    if (i === 0 || keys[label] !== keys[sorted[i - 1]!]) rank += 1;
    ranks[label] = rank;
  });
  return ranks;
}

/** Indices of `sizes`, the largest first and equal ones in their own order; `top`: only so many, the others in `rest`. */
export function largestFirst(sizes: ArrayLike<number>, among: readonly number[], top: number | null): { readonly kept: readonly number[]; readonly rest: readonly number[] } {
  const sorted = [...among].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const most = top ?? sorted.length;
  return { kept: sorted.slice(0, most), rest: sorted.slice(most) };
}
