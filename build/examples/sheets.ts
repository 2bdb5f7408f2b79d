/** Sheets of an example: data with a header row, and a review of headings, figures and tables that are formulas over the data. */
import type { Language, Words } from "../../src/catalogue/words";
import { cellName, columnName, sheetPrefix } from "../../src/hosts/workbench/address";
import type { PlainBook, PlainFormula, PlainSheet, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { STYLE, STYLES, type StyleName } from "../../src/hosts/workbench/sample/styles";

// ---- data -------------------------------------------------------------------------------

export type Column = { readonly key: string; readonly words: Words; readonly style?: StyleName; readonly width?: number };

export type Data = {
  readonly sheet: PlainSheet;
  /** A whole column, as people refer to data that grow: `Deals!E:E`. */
  readonly all: (key: string) => string;
  /** All its rows: `Stages!A2:A7`. */
  readonly range: (key: string) => string;
  /** Down to its last filled cell: `Stages!B2` of a list that is shorter than the others. */
  readonly list: (key: string) => string;
};

/** Columns may differ in length: `Stages` has six stages and one lost stage. */
export function dataSheet(language: Language, words: Words, columns: readonly Column[], rows: readonly (readonly Scalar[])[]): Data {
  const all: readonly (readonly Scalar[])[] = [columns.map((column) => column.words[language]), ...rows];
  const prefix = sheetPrefix(words[language]);
  const at = (key: string): number => {
    const index = columns.findIndex((column) => column.key === key);
    if (index < 0) throw new Error(`${words.en} has no column ${key}`);
    return index;
  };
  const between = (key: string, height: number): string => {
    const [first, last] = [cellName(1, at(key)), cellName(height, at(key))];
    return `${prefix}${first === last ? first : `${first}:${last}`}`;
  };
  return {
    sheet: {
      name: words[language],
      rows: all,
      styles: columns.map(({ style }) => Uint16Array.from(all, (_, row) => (row > 0 ? STYLE[style ?? "none"] : STYLE[style === undefined ? "header" : "headerRight"]))),
      formulas: [],
      widths: columns.map(({ width }) => width ?? 110),
      merges: [], frozen: { rows: 1, columns: 0 }, hidden: false,
    },
    all: (key) => `${prefix}${columnName(at(key))}:${columnName(at(key))}`,
    range: (key) => between(key, rows.length),
    list: (key) => between(key, rows.reduce((last, row, i) => (row[at(key)] === null ? last : i + 1), 0)),
  };
}

// ---- the review -------------------------------------------------------------------------

/** What stands in a cell: a value, a text in both languages, or a formula, which begins with `=`. */
export type Content = Scalar | Words;

/** A table written by hand: rows of cells below headings. */
export type Grid = {
  readonly headers: readonly Words[];
  readonly styles: readonly StyleName[];
  /** `row` is the number of the row in the sheet, for formulas such as `=C12/B12`; null leaves a cell to a spill. */
  readonly rows: readonly ((row: number) => readonly Content[])[];
  readonly rowStyles?: RowStyles;
};

/** Rows that look otherwise, by their number below or, in a spill, with the header row. */
type RowStyles = Readonly<Record<number, readonly StyleName[]>>;

export type Review = {
  section(title: Words, ...notes: readonly Words[]): void;
  /** A line of figures: its name, the number, what it says. Returns the address of the number. */
  figure(name: Words, content: number | string, style: StyleName, note: Words): string;
  /** A formula that spills into `height` × `styles.length` cells, its header row included. Returns its first row below the header. */
  spill(formula: string, height: number, styles: readonly StyleName[], rowStyles?: RowStyles): number;
  /** Returns the number of its first row below the headings. */
  grid(grid: Grid): number;
  /** The row that comes next, for references to what follows. */
  next(): number;
  sheet(): PlainSheet;
};

/** The header stands as its column does. */
const headerOf = (style: StyleName | undefined): StyleName => (style === "none" || style === "monthLeft" || style === "number" ? "header" : "headerRight");
const isWords = (content: Content): content is Words => typeof content === "object" && content !== null;

export function review(language: Language, name: Words, title: Words, note: Words, widths: readonly number[]): Review {
  const rows: Scalar[][] = [];
  const styles = new Map<string, number>();
  const formulas: PlainFormula[] = [];
  let next = 0;
  const put = (row: number, column: number, content: Content, style: StyleName): void => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push(null);
    const value = isWords(content) ? content[language] : content;
    if (typeof value === "string" && value.startsWith("=")) formulas.push({ row, column, formula: value });
    else cells[column] = value;
    styles.set(`${column},${row}`, STYLE[style]);
  };
  const header = (headers: readonly Words[], cellStyles: readonly StyleName[]): void => {
    headers.forEach((words, column) => put(next, column, words, headerOf(cellStyles[column])));
    next += 1;
  };
  put(0, 0, title, "title");
  put(1, 0, note, "note");
  next = 3;
  return {
    section(words, ...notes) {
      if (rows[next - 1]?.some((cell) => cell !== null) || formulas.some(({ row }) => row === next - 1)) next += 1;
      put(next, 0, words, "section");
      notes.forEach((each, i) => put(next + 1 + i, 0, each, "note"));
      next += 1 + notes.length;
    },
    figure(words, content, style, said) {
      put(next, 0, words, "none");
      put(next, 1, content, style);
      put(next, 2, { en: `\u2002${said.en}`, ru: `\u2002${said.ru}` }, "note"); // an en space: the number on its left ends at the border
      next += 1;
      return cellName(next - 1, 1);
    },
    spill(formula, height, cellStyles, rowStyles = {}) {
      for (let r = 0; r < height; r += 1) {
        cellStyles.forEach((style, column) => {
          const own = r === 0 ? headerOf(style) : (rowStyles[r]?.[column] ?? style);
          put(next + r, column, r === 0 && column === 0 ? formula : null, own);
        });
      }
      next += height + 1;
      return next - height + 1;
    },
    grid({ headers, styles: cellStyles, rows: lines, rowStyles = {} }) {
      header(headers, cellStyles);
      const first = next + 1;
      for (const [i, line] of lines.entries()) {
        line(next + 1).forEach((content, column) => put(next, column, content, rowStyles[i]?.[column] ?? cellStyles[column] ?? "none"));
        next += 1;
      }
      next += 1;
      return first;
    },
    next: () => next + 1,
    sheet() {
      const width = Math.max(...rows.map((row) => row.length));
      const columns = Array.from({ length: width }, () => new Uint16Array(rows.length));
      for (const [key, style] of styles) {
        const [column, row] = key.split(",").map(Number) as [number, number];
        columns[column]![row] = style;
      }
      return { name: name[language], rows, styles: columns, formulas, heights: [34], widths: [...widths], merges: [], frozen: { rows: 0, columns: 0 }, hidden: false };
    },
  };
}

/** How the result of CONVERSION_TEST looks: rates and limits, z, p, the name of the test. */
export const TEST_LOOK: readonly [number, readonly StyleName[], RowStyles] = [9, ["none", "percent"], { 6: ["none", "decimal2"], 7: ["none", "probability"], 8: ["none", "right"] }];

export const book = (...sheets: readonly PlainSheet[]): PlainBook => ({ sheets, styles: STYLES, names: [] });
