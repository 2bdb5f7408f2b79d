/** The one vocabulary of cells. A date is a serial number of the 1900 system, a blank cell is null (or ""). */
export type ErrorCell = { readonly error: string };
export type Cell = number | string | boolean | null | ErrorCell;
export type Grid = readonly (readonly Cell[])[];

/** What a function gives back: one value, or a rectangular table. "No value" in a table is "". */
export type Value = number | string;
export type Table = readonly (readonly Value[])[];
export type Result = Value | Table;

export const isErrorCell = (cell: unknown): cell is ErrorCell =>
  typeof cell === "object" && cell !== null && "error" in cell && typeof cell.error === "string";

/**
 * What a host tells about its cells. Ranges are handed over as the host delivers them, without a copy: rows of values.
 * Numbers, texts, booleans, null and undefined are understood as they are; every other value goes through `readObject`.
 */
export type CellReader = { readonly readObject: (value: object) => Cell };

/** For hosts that deliver plain cells. */
export const plainCells: CellReader = {
  readObject: (value) => (isErrorCell(value) ? value : { error: "#VALUE!" }),
};
