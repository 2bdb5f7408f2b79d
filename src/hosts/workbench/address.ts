/** Addresses in A1 notation. */

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export const columnIndex = (name: string): number => [...name.toUpperCase()].reduce((n, char) => n * 26 + char.charCodeAt(0) - 64, 0) - 1;

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A sheet's name as a formula needs it: in apostrophes unless it is a plain word that cannot be anything else. */
export function sheetPrefix(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name) && !/^r\d*c\d*$/i.test(name);
  return `${isPlain ? name : `'${name.replaceAll("'", "''")}'`}!`;
}

/** A rectangle; null for an end that is open, as in `B:B` or `2:5`. */
export type Range = { readonly sheet: string | null; readonly top: number | null; readonly left: number | null; readonly bottom: number | null; readonly right: number | null };

/** `Deals!B2:B9`, `'My sheet'!B:B`, `B2`; null for anything else. */
export function parseRange(reference: string): Range | null {
  const parts = /^(?:(?:'((?:[^']|'')*)'|([^'!]+))!)?\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(reference.trim());
  if (!parts) return null;
  const [, quoted, plain, left, top, right, bottom] = parts;
  const hasEnd = reference.includes(":", (quoted ?? plain ?? "").length);
  if (!left && !top) return null;
  if (!hasEnd && (!left || !top)) return null;
  const row = (text: string | undefined) => (text === undefined ? null : Number(text) - 1);
  const column = (text: string | undefined) => (text === undefined ? null : columnIndex(text));
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
  return hasEnd
    ? { sheet, left: column(left), top: row(top), right: column(right), bottom: row(bottom) }
    : { sheet, left: column(left), top: row(top), right: column(left), bottom: row(top) };
}
