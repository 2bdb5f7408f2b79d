/** A workbook out of the bytes of a file. */
import { readCsv } from "./csv";
import { decode, type Encoding } from "./decode";
import type { OpenedBook } from "./plain-book";
import { recognise } from "./recognise";
import { readXlsx } from "./xlsx-read";

/**
 * @param sheetName for a text file, which has no name of its own for its sheet
 * @throws FileError
 */
export async function openFile(bytes: Uint8Array, sheetName: string, encoding: Encoding, progress: (rows: number) => void): Promise<OpenedBook> {
  return recognise(bytes) === "xlsx" ? readXlsx(bytes) : readCsv(decode(bytes, encoding), sheetName, progress);
}
