/**
 * Columns of a workbook in which dates and amounts are stored as text, as reports are often saved. Formulas refuse them, and correcting them
 * by hand is nothing for thousands of rows; but a workbook is somebody's own, so they are only changed when that is asked for.
 */
import { headerRow } from "../../../catalogue/table-roles";
import { columnName } from "../address";
import { columnKind, eitherKind, type ColumnKind, type DateOrder } from "./column-kind";
import type { PlainBook, PlainStyle, Scalar } from "./plain-book";

export type Order = Exclude<DateOrder, "dotted">;
type Found = { readonly sheet: number; readonly column: number; readonly first: number; readonly kind: ColumnKind };
/** Dates in an order that nobody can tell: their kind is known when it has been chosen. */
type Either = Omit<Found, "kind"> & { readonly kindIn: (order: Order) => ColumnKind };

export type TextColumns = {
  /** What they are is clear. Such as `Deals: D, F`. */
  readonly places: readonly string[];
  /** Dates in which day and month may be either, and one of them. */
  readonly either: { readonly places: readonly string[]; readonly example: string } | null;
  /** Those that are clear; with an order, the others too. */
  readonly convert: (order: Order | null) => PlainBook;
};

/** @returns null where there are none */
export function textColumns(book: PlainBook): TextColumns | null {
  const clear = columnsOf(book, (count, fieldAt) => columnKind(".", count, fieldAt)).map(({ kind, ...column }): Found => ({ ...column, kind }));
  const either = columnsOf(book, eitherKind).map(({ kind, ...column }): Either => ({ ...column, kindIn: kind }));
  const [one] = either;
  if (clear.length === 0 && !one) return null;
  return {
    places: placesOf(book, clear),
    either: one ? { places: placesOf(book, either), example: exampleOf(book, one) } : null,
    convert: (order) => converted(book, order === null ? clear : [...clear, ...either.map(({ kindIn, ...column }) => ({ ...column, kind: kindIn(order) }))]),
  };
}

const exampleOf = (book: PlainBook, { sheet, column, first }: Either): string =>
  book.sheets[sheet]!.rows.slice(first).map((row) => textOf(row[column])).find((text) => /\d/.test(text))?.trim() ?? "";

function placesOf(book: PlainBook, found: readonly Omit<Found, "kind">[]): readonly string[] {
  const sheets = [...new Set(found.map(({ sheet }) => sheet))];
  return sheets.map((i) => `${book.sheets[i]!.name}: ${found.filter(({ sheet }) => sheet === i).map(({ column }) => columnName(column)).join(", ")}`);
}

const DEFAULT_WIDTH = 88;
const textOf = (cell: Scalar | undefined): string => (typeof cell === "string" ? cell : "");

type ByText<T> = (count: number, fieldAt: (index: number) => string) => T | null;

function columnsOf<T>({ sheets }: PlainBook, kindOf: ByText<T>): readonly (Omit<Found, "kind"> & { readonly kind: T })[] {
  return sheets.flatMap(({ rows, formulas, hidden }, sheet) => {
    const first = hidden ? 0 : headerRow(rows) + 1; // hidden sheets are those of programs
    const width = first === 0 ? 0 : (rows[first - 1]?.length ?? 0);
    const calculated = new Set(formulas.map(({ column }) => column));
    return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
      // What a formula gives as text is nothing that could be typed over.
      if (calculated.has(column)) return [];
      const kind = kindOf(rows.length - first, (index) => textOf(rows[first + index]?.[column]));
      return kind ? [{ sheet, column, first, kind }] : [];
    });
  });
}

function converted(book: PlainBook, found: readonly Found[]): PlainBook {
  const styles: PlainStyle[] = [...book.styles];
  const known = new Map<string, number>();
  const styled = (style: number, pattern: string): number => {
    const key = `${style} ${pattern}`;
    const at = known.get(key) ?? styles.push({ ...styles[style], pattern }) - 1;
    known.set(key, at);
    return at;
  };
  const sheets = book.sheets.map((sheet, i) => {
    const own = found.filter((each) => each.sheet === i);
    if (own.length === 0) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    const columns = [...sheet.styles];
    const widths = [...sheet.widths];
    for (const { column, first, kind } of own) {
      const numbers = new Uint16Array(rows.length);
      numbers.set(columns[column] ?? []);
      // A text ran over into the next cell; a date that does not fit is not seen.
      widths[column] = Math.max(widths[column] ?? DEFAULT_WIDTH, ...rows.slice(first, first + 100).map((row) => textOf(row[column]).length * 8 + 16));
      for (let row = first; row < rows.length; row += 1) {
        const typed = kind.read(textOf(rows[row]![column]));
        if (!typed) continue;
        rows[row]![column] = typed.value;
        if (typed.pattern !== "") numbers[row] = styled(numbers[row]!, typed.pattern);
      }
      columns[column] = numbers;
    }
    return { ...sheet, rows, styles: columns, widths };
  });
  return { ...book, sheets, styles };
}
