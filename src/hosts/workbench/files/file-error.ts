/** Why a file was not opened. */

/** Excel's own limits for a sheet, and what a browser tab can hold. */
export const LIMITS = { rows: 1_048_576, columns: 16_384, cells: 5_000_000, bytes: 200_000_000, unpacked: 600_000_000 } as const;

/** Why a file was not opened. Nothing has changed then. The list is closed; the sentences are in words.ts. */
export type FileProblem =
  | { readonly code: "empty" | "noRows" | "notASpreadsheet" | "encrypted" | "oldXls" | "damaged" | "zipBomb" | "unreadable" | "noSheets" }
  | { readonly code: "sheetName"; readonly name: string }
  | { readonly code: "wrongKind"; readonly kind: WrongKind }
  | { readonly code: "notUtf8"; readonly row: number }
  | { readonly code: "openQuote"; readonly row: number }
  | { readonly code: "longRow"; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly code: "tooManyRows" | "tooManyColumns" | "tooManyCells" | "tooLarge"; readonly limit: number; readonly sheet?: string };
export type WrongKind = "picture" | "pdf" | "word" | "powerpoint" | "openDocument" | "zip" | "binaryWorkbook" | "webPage" | "archive";

export class FileError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
    this.name = "FileError";
  }
}
