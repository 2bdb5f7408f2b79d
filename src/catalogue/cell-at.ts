/**
 * A cell of a row, in loops over a million rows. A host hands over each row as an array of its own, some of numbers, some of texts, and
 * V8 rewrites an array of numbers in place where it is read by `row[0]` in a loop that has also met texts: 80 ms for a million rows
 * instead of 6. `at` reads it as it is. Where a host is too old to know it (before 2022), the plain way.
 */
type Row = readonly unknown[];
type WithAt = { readonly at?: (this: Row, index: number) => unknown };

const hasAt = typeof (Array.prototype as unknown as WithAt).at === "function";

/** The cell at `column`, from 0. */
export const cellAt: (row: Row, column: number) => unknown = hasAt ? (row, column) => (row as Row & Required<WithAt>).at(column) : (row, column) => row[column];

// The first cell of a row, written several times on purpose: what V8 learns belongs to the place where a row is read, and where it has seen
// nothing but numbers it asks for nothing else. An object of each number it makes all the same: past the end of a row there would be none.
export const numberIn: (row: Row) => unknown = hasAt ? (row) => (row as Row & Required<WithAt>).at(0) : (row) => row[0];
export const dateIn: (row: Row) => unknown = hasAt ? (row) => (row as Row & Required<WithAt>).at(0) : (row) => row[0];
export const nameIn: (row: Row) => unknown = hasAt ? (row) => (row as Row & Required<WithAt>).at(0) : (row) => row[0];
export const otherIn: (row: Row) => unknown = hasAt ? (row) => (row as Row & Required<WithAt>).at(0) : (row) => row[0];
export const laterIn: (row: Row) => unknown = hasAt ? (row) => (row as Row & Required<WithAt>).at(0) : (row) => row[0];
