/** Text with separators to a sheet. */
import Papa from "papaparse";
import { columnName } from "../address";
import { FileError, LIMITS } from "./file-error";
import type { OpenedBook, PlainStyle, Notice, Scalar } from "./plain-book";
import { columnKind } from "./column-kind";
import { typed, type Decimal } from "./typed";

type Progress = (rows: number) => void;

/** @throws FileError where the text is no table; the sentence then names the row */
export function readCsv(text: string, sheetName: string, progress: Progress): OpenedBook {
  const { body, delimiter } = delimiterOf(text);
  const fields = parse(body, delimiter, progress);
  while (fields.length > 0 && isBlankRow(fields.at(-1)!)) fields.pop();
  if (fields.length === 0) throw new FileError({ code: "noRows" });
  const header = headerAt(fields);
  const width = Math.max(fields[header]!.length, 1);
  const notices: Notice[] = [...checkWidths(fields, header, width), ...lookAlikes(fields[header]!)];
  if (width > LIMITS.columns) throw new FileError({ code: "tooManyColumns", limit: LIMITS.columns });
  if (fields.length * width > LIMITS.cells) throw new FileError({ code: "tooManyCells", limit: LIMITS.cells });
  const { rows, styles, patterns, orders } = typedRows(fields, header, width, delimiter === ";" ? "," : ".");
  const widths = Array.from({ length: width }, (_, column) => columnWidth(fields, header, column));
  const sheet = { name: sheetName, rows, styles, formulas: [], widths, merges: [], frozen: { rows: header + 1, columns: 0 }, hidden: false };
  return { sheets: [sheet], styles: patterns.map((pattern): PlainStyle => (pattern === "" ? {} : { pattern })), names: [], notices: [...notices, ...orders] };
}

/**
 * The row of the headers: below the titles that reports begin with, rows with one field at most. What comes next is a header only where it
 * consists of words and most rows below it have several fields, too; otherwise the first row of the file is taken for it.
 */
function headerAt(fields: readonly (readonly string[])[]): number {
  const isTableRow = (row: readonly string[]) => row.filter((field) => field.trim() !== "").length > 1;
  const at = fields.slice(0, MOST_TITLES + 1).findIndex(isTableRow);
  if (at <= 0 || !fields[at]!.every((field) => field.trim() === "" || /\p{L}/u.test(field))) return 0;
  const table = fields.slice(at).filter((row) => !isBlankRow(row));
  return isTable(table.length, table.filter(isTableRow).length) ? at : 0;
}
const MOST_TITLES = 20;

/** In a list of names some have a comma; in a table below titles nearly all rows have several fields, and it has a row below its headers. */
const isTable = (rows: number, alike: number): boolean => rows > 1 && alike >= rows * 0.75;

const isBlankRow = (row: readonly string[]) => row.every((field) => field.trim() === "");

// ---- the separator ----------------------------------------------------------------------

const DELIMITERS = [";", "\t", ","] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The separator that most of the first lines have equally often, outside of quotes. `sep=;` in the first line, as Excel writes it, decides. */
export function delimiterOf(text: string): { readonly body: string; readonly delimiter: Delimiter } {
  const stated = /^sep=([;,\t])\r?\n/i.exec(text);
  if (stated) return { body: text.slice(stated[0].length), delimiter: stated[1] as Delimiter };
  const lines = firstLines(text, 40);
  const score = (delimiter: Delimiter) => {
    const counts = new Map<number, number>();
    const table = lines.slice(lines.findIndex((line) => line.has(delimiter)));
    for (const line of lines) {
      const count = line.get(delimiter) ?? 0;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    // Titles above the headers have none, so the headers themselves need not be the first line.
    return Math.max(0, ...[...counts].map(([count, times]) => (table.length < lines.length && !isTable(table.length, times) ? 0 : times / lines.length + count / 100_000)));
  };
  const [best] = [...DELIMITERS].sort((a, b) => score(b) - score(a));
  return { body: text, delimiter: best && score(best) > 0 ? best : "," };
}

function firstLines(text: string, most: number): ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let isQuoted = false;
  let isBlank = true;
  for (let i = 0; i < text.length && i < 200_000 && lines.length < most; i += 1) {
    const char = text[i]!;
    if (char === '"') isQuoted = !isQuoted;
    if (char === "\n" && !isQuoted) {
      if (!isBlank) lines.push(line);
      line = new Map();
      isBlank = true;
    } else if (char !== "\r") isBlank = false;
    if (!isQuoted) line.set(char, (line.get(char) ?? 0) + 1);
  }
  if (lines.length < most && !isBlank) lines.push(line);
  return lines;
}

// ---- fields -----------------------------------------------------------------------------

function parse(text: string, delimiter: string, progress: Progress): string[][] {
  const rows: string[][] = [];
  let problem: FileError | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, errors }, parser) {
      rows.push(data);
      if (errors.some(({ code }) => code === "MissingQuotes")) problem = new FileError({ code: "openQuote", row: rows.length });
      else if (rows.length > LIMITS.rows && !isBlankRow(data)) problem = new FileError({ code: "tooManyRows", limit: LIMITS.rows });
      if (problem) parser.abort();
      if (rows.length % 10_000 === 0) progress(rows.length);
    },
  });
  if (problem) throw problem as FileError;
  return rows;
}

/** Short rows are filled up with blanks, titles above the header without a word; a row with more fields than the header would lose something, so it is a problem. */
function checkWidths(fields: string[][], header: number, width: number): Notice[] {
  let short = 0;
  let firstShort = 0;
  fields.forEach((row, i) => {
    if (row.length > width) {
      if (!isBlankRow(row.slice(width))) throw new FileError({ code: "longRow", row: i + 1, found: row.length, expected: width });
      row.length = width;
    }
    if (i > header && row.length < width && !isBlankRow(row)) {
      if (short === 0) firstShort = i + 1;
      short += 1;
    }
  });
  return short > 0 ? [{ kind: "shortRows", count: short, row: firstShort }] : [];
}

/** Headers that a reader cannot tell apart: the same but for letter case, width or invisible characters. */
export function lookAlikes(headers: readonly string[]): Notice[] {
  const seen = new Map<string, number>();
  for (const [column, header] of headers.entries()) {
    const key = header.normalize("NFKC").replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, "").trim().toLowerCase();
    const before = seen.get(key);
    if (key !== "" && before !== undefined) return [{ kind: "lookAlike", first: columnName(before), second: columnName(column), header: header.trim() }];
    seen.set(key, column);
  }
  return [];
}

// ---- types ------------------------------------------------------------------------------

function typedRows(fields: readonly (readonly string[])[], header: number, width: number, decimal: Decimal) {
  const patterns = [""];
  const styles = new Array<Uint16Array | null>(width).fill(null);
  const rows = fields.map(() => new Array<Scalar>(width).fill(null));
  const ordered = { dayFirst: new Array<string>(), monthFirst: new Array<string>() };
  const styleOf = (pattern: string) => {
    const at = patterns.indexOf(pattern);
    return at >= 0 ? at : patterns.push(pattern) - 1;
  };
  const first = header + 1;
  for (let column = 0; column < width; column += 1) {
    const kind = columnKind(decimal, fields.length - first, (index) => fields[first + index]![column] ?? "");
    if (kind?.order === "dayFirst" || kind?.order === "monthFirst") ordered[kind.order].push(columnName(column));
    for (let row = 0; row < fields.length; row += 1) {
      const field = fields[row]![column] ?? "";
      const { value, pattern } = (row >= first ? kind?.read(field) : null) ?? typed(field, decimal);
      rows[row]![column] = value;
      if (pattern !== "") (styles[column] ??= new Uint16Array(fields.length))[row] = styleOf(pattern);
    }
  }
  const orders = (["dayFirst", "monthFirst"] as const).flatMap((order): Notice[] => (ordered[order].length === 0 ? [] : [{ kind: "dateOrder", columns: ordered[order], order }]));
  return { rows, styles, patterns, orders };
}

function columnWidth(fields: readonly (readonly string[])[], header: number, column: number): number {
  const wide = fields.slice(header, header + 100).reduce((most, row) => Math.max(most, roomOf(row[column] ?? "")), 0);
  return Math.min(280, Math.max(72, wide + 16));
}

/** In pixels, roughly: a capital letter is wider than the others. */
const roomOf = (text: string): number => text.length * 8 + (text.match(/\p{Lu}/gu)?.length ?? 0) * 2;
