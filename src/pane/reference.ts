/** References to cells, checked by hand: what is not exactly one is never handed on as one. */

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const isLatin = (char: string | undefined): boolean => char !== undefined && ((char >= "A" && char <= "Z") || (char >= "a" && char <= "z"));

/** The last column of Google Sheets is ZZZ, of Excel XFD; rows have at most eight digits in both. */
const COLUMN_LETTERS = 3;
const ROW_DIGITS = 8;

type Corner = { readonly column: string; readonly row: string; readonly text: string };

/** `$B$2`, `B` or `2` from `from` up to `to`. */
function corner(text: string, from: number, to: number): Corner | null {
  let at = from;
  const start = at;
  if (text[at] === "$") at++;
  const letters = at;
  while (at < to && isLatin(text[at])) at++;
  const column = text.slice(letters, at).toUpperCase();
  if (column === "") at = start;
  const columnText = column === "" ? "" : text.slice(start, at).toUpperCase();
  const rowStart = at;
  if (at < to && text[at] === "$") at++;
  const digits = at;
  while (at < to && isDigit(text[at])) at++;
  const row = text.slice(digits, at);
  if (at !== to || (column === "" && row === "") || column.length > COLUMN_LETTERS || row.length > ROW_DIGITS) return null;
  if (row.startsWith("0") || (row === "" && at > rowStart)) return null;
  return { column, row, text: columnText + text.slice(rowStart, to) };
}

/** `B2`, `B2:B13`, `B:B`, `2:5`, and `B2:B`, which Google Sheets knows. */
function area(text: string): string | null {
  const colon = text.indexOf(":");
  if (colon < 0) {
    const single = corner(text, 0, text.length);
    return single && single.column !== "" && single.row !== "" ? single.text : null;
  }
  const first = corner(text, 0, colon);
  const last = corner(text, colon + 1, text.length);
  if (!first || !last) return null;
  const wholeColumns = first.column !== "" && last.column !== "";
  const wholeRows = first.row !== "" && last.row !== "" && first.column === "" && last.column === "";
  if (!wholeRows && !(wholeColumns && (last.row === "" || first.row !== ""))) return null;
  return `${first.text}:${last.text}`;
}

type Bounds = { readonly sheet: string; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

const columnNumber = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** @param text a reference as `reference` gives it */
function bounds(text: string): Bounds | null {
  const mark = text.lastIndexOf("!");
  const [from, to = from] = text.slice(mark + 1).split(":");
  const first = corner(from ?? "", 0, from?.length ?? 0);
  const last = corner(to ?? "", 0, to?.length ?? 0);
  if (!first || !last) return null;
  const [rows, columns] = [[first.row, last.row], [first.column, last.column]].map((pair) => pair.filter((each) => each !== ""));
  const numbers = { rows: (rows ?? []).map(Number), columns: (columns ?? []).map(columnNumber) };
  return {
    sheet: mark < 0 ? "" : (sheetName(text.slice(0, mark)) ?? "").toLowerCase(),
    top: Math.min(...(first.row === "" ? [1] : numbers.rows)),
    bottom: last.row === "" ? Infinity : Math.max(...numbers.rows),
    left: Math.min(...(first.column === "" ? [1] : numbers.columns)),
    right: last.column === "" ? Infinity : Math.max(...numbers.columns),
  };
}

/** Whether the first cell of `selected` lies in `cells`: a formula there would count itself. A reference without a sheet means the selected one. */
export function covers(cells: string, selected: string): boolean {
  const [area, target] = [bounds(cells), bounds(selected)];
  if (!area || !target || (area.sheet !== "" && area.sheet !== target.sheet)) return false;
  return target.top >= area.top && target.top <= area.bottom && target.left >= area.left && target.left <= area.right;
}

/** The sheet of a reference as it stands in a formula; "" where it names none. */
export const sheetOf = (text: string): string => text.slice(0, Math.max(text.lastIndexOf("!"), 0));

/** Where a formula goes that is inserted while `address` is selected. */
export function firstCell(address: string): string {
  const [first = "", last] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const cell = last === undefined ? null : corner(first, 0, first.length);
  return cell ? `${cell.column || "A"}${cell.row || "1"}` : first;
}

/** Whether it is one cell only. */
export const isSingleCell = (text: string): boolean => !text.slice(text.lastIndexOf("!") + 1).includes(":");

const LONGEST_SHEET_NAME = 100; // Google Sheets; Excel stops at 31

/** `B2:B13`, `Deals!B:B`, `'My sheet'!A1` and `My sheet!A1` as they stand in a formula; null for anything else. */
export function reference(text: string): string | null {
  const mark = text.lastIndexOf("!");
  const cells = area(text.slice(mark + 1));
  if (mark < 0 || cells === null) return cells;
  const sheet = sheetName(text.slice(0, mark));
  return sheet === null ? null : `${quotedSheet(sheet)}!${cells}`;
}

/** The name itself, without quotes; null where it can be no name of a sheet. */
function sheetName(text: string): string | null {
  const isQuoted = text.startsWith("'");
  const name = isQuoted && text.length > 2 && text.endsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  if (isQuoted && (name === text || name.replaceAll("'", "''") !== text.slice(1, -1))) return null;
  if (name.trim() === "" || name.length > LONGEST_SHEET_NAME) return null;
  for (const char of name) if (char < " " || (!isQuoted && "'\"!:;,(){}[]=+*/\\&^<>".includes(char))) return null;
  return name;
}

/** 1 is A, 27 is AA. */
export const columnLetters = (column: number): string => (column > 26 ? columnLetters(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));

/** `Deals!B2:D9`, or `Deals!B2` for a single cell; rows and columns count from 1. */
export function areaReference(sheet: string, { row, column, rows = 1, columns = 1 }: { readonly row: number; readonly column: number; readonly rows?: number; readonly columns?: number }): string {
  const first = `${quotedSheet(sheet)}!${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** `Deals!$E:$E`, or `Deals!$E$5:$E$99` where the area is a part of its sheet only: a column as it may be copied anywhere. */
export function columnReference(sheet: string, column: number, rows: { readonly first: number; readonly last: number } | null): string {
  const [letters, end] = [columnLetters(column), (row: number | undefined) => (row === undefined ? "" : `$${row}`)];
  return `${quotedSheet(sheet)}!$${letters}${end(rows?.first)}:$${letters}${end(rows?.last)}`;
}

/** Where `Deals!B2:D9` lies; `cells` is null for a single cell, whole columns and whole rows. null where no sheet is named. */
export function selectedPlace(qualified: string): { readonly sheet: string; readonly cells: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } | null } | null {
  const mark = qualified.lastIndexOf("!");
  const sheet = mark < 0 ? null : sheetName(qualified.slice(0, mark));
  if (sheet === null) return null;
  const text = qualified.slice(mark + 1);
  const colon = text.indexOf(":");
  const [first, last] = colon < 0 ? [null, null] : [corner(text, 0, colon), corner(text, colon + 1, text.length)];
  if (!first || !last || [first, last].some(({ column, row }) => column === "" || row === "")) return { sheet, cells: null };
  const [row, column] = [Number(first.row), columnNumber(first.column)];
  return { sheet, cells: { row, column, rows: Number(last.row) - row + 1, columns: columnNumber(last.column) - column + 1 } };
}

/** Quotes where a formula needs them: beside letters, digits, `_` and `.`, and for names that read as a cell or a number. */
export function quotedSheet(name: string): string {
  let isPlain = name !== "" && !isDigit(name[0]) && name[0] !== "." && area(name) === null && !isRowColumn(name);
  for (const char of name) isPlain &&= /[\p{L}\p{N}_.]/u.test(char);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `R1C1`, `RC`, `C5`: cells in the other way of counting. */
function isRowColumn(name: string): boolean {
  let at = 0;
  for (const letter of ["R", "C"]) {
    if (name[at]?.toUpperCase() !== letter) continue;
    at++;
    while (isDigit(name[at])) at++;
  }
  return at === name.length;
}

/** `tblDeals[Amount]`, `tblDeals[[#All],[Amount]]`: a column of a table. */
export function isTableReference(text: string): boolean {
  const opening = text.indexOf("[");
  if (opening <= 0 || !isName(text.slice(0, opening))) return false;
  let depth = 0;
  for (let i = opening; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i === text.length - 1;
  }
  return false;
}

/** Whether it can be a name that is defined in the workbook. */
export function isName(text: string): boolean {
  if (text === "" || text.length > 255 || isDigit(text[0]) || text[0] === ".") return false;
  for (const char of text) if (!/[\p{L}\p{M}\p{N}_.]/u.test(char)) return false;
  return true;
}
