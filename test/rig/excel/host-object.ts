/** What all objects of the fake Excel have in common, and addresses of cells. */

export class HostError extends Error {
  constructor(readonly code: string, message: string = code) {
    super(message);
  }
}
export const notImplemented = (what: string): HostError => new HostError("NotImplemented", `FakeExcel: ${what}`);

// ---- addresses ----------------------------------------------------------------------------

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const columnIndex = (letters: string): number => [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
export const columnLetters = (index: number): string => (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

export type Block = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A1, A1:B2, A:B, 1:2 */
export function block(address: string): Block {
  const [, fromColumn = "", fromRow = "", toColumn, toRow] = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(address) ?? [];
  const isSingle = toColumn === undefined;
  if (address === "" || (fromColumn === "" && fromRow === "") || (isSingle && (fromColumn === "" || fromRow === ""))) {
    throw new HostError("InvalidArgument", "The address is missing or has a wrong format.");
  }
  const row = fromRow === "" ? 0 : Number(fromRow) - 1;
  const column = fromColumn === "" ? 0 : columnIndex(fromColumn);
  const lastRow = isSingle ? row : toRow ? Number(toRow) - 1 : LAST_ROW;
  const lastColumn = isSingle ? column : toColumn ? columnIndex(toColumn) : LAST_COLUMN;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function addressOf({ row, column, rows, columns }: Block): string {
  const [first, last] = [columnLetters(column), columnLetters(column + columns - 1)];
  if (rows === LAST_ROW + 1) return `${first}:${last}`;
  if (columns === LAST_COLUMN + 1) return `${row + 1}:${row + rows}`;
  return rows === 1 && columns === 1 ? `${first}${row + 1}` : `${first}${row + 1}:${last}${row + rows}`;
}

export const sheetPrefix = (name: string): string => (/^[\p{L}_][\p{L}\d_]*$/u.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`);

/** Members in PascalCase are what a batch may touch. */
export class HostObject {
  readonly items?: readonly HostObject[];
}

/** Whether two blocks have a cell in common. */
export const meet = (a: Block, b: Block): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
