/** A workbook to the bytes of an .xlsx file. */
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import { writeXlsx as write } from "hucre/xlsx";
import { isErrorText } from "../errors";
import { cellName } from "../address";
import { FileError } from "./file-error";
import { formulaForFile, givesArrays } from "./file-formula";
import { looksForFile } from "./looks";
import type { PlainBook, PlainSheet, PlainStyle } from "./plain-book";

/**
 * A text is written as a text whatever it begins with; only what is a formula in the sheet is one in the file.
 *
 * @param modified what the file says about itself; the present moment where it is left out
 */
export async function writeXlsx(book: PlainBook, modified?: Date): Promise<Uint8Array> {
  const refused = book.sheets.find(({ name }) => !isSheetName(name));
  if (refused) throw new FileError({ code: "sheetName", name: refused.name });
  const styles = book.styles.map(cellStyle);
  return write({
    sheets: book.sheets.map((sheet) => writeSheet(sheet, styles)),
    ...(modified ? { properties: { modified } } : {}),
    namedRanges: book.names.map(({ name, refersTo }) => ({ name, range: refersTo })),
  });
}

/** What Excel allows; "History" it keeps for itself. */
const isSheetName = (name: string): boolean => /^[^[\]:*?/\\]{1,31}$/.test(name) && !/^'|'$/.test(name) && name.toLowerCase() !== "history";

/** Of a pixel: heights are in points in a file. */
const POINTS = 0.75;

function writeSheet(sheet: PlainSheet, styles: readonly CellStyle[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.styles.forEach((numbers, column) =>
    numbers?.forEach((number, row) => {
      if (number > 0) cells.set(`${row},${column}`, { style: styles[number] ?? {} });
    }),
  );
  for (const { row, column, formula, spill } of sheet.formulas) {
    if (formula === null) continue;
    const result = sheet.rows[row]?.[column] ?? null;
    const key = `${row},${column}`;
    cells.set(key, {
      ...cells.get(key),
      formula: formulaForFile(formula),
      // An error would be written as a text; without a stored result Excel calculates the cell when the file is opened.
      ...(result !== null && !(typeof result === "string" && isErrorText(result)) ? { formulaResult: result } : {}),
      ...(spill || givesArrays(formula) ? { formulaType: "array" as const, formulaDynamic: true, formulaRef: spill ? `${cellName(spill.startRow, spill.startColumn)}:${cellName(spill.endRow, spill.endColumn)}` : cellName(row, column) } : {}),
    });
  }
  for (const { row, column, text, author } of sheet.notes ?? []) {
    const key = `${row},${column}`;
    cells.set(key, { ...cells.get(key), comment: { text, ...(author !== undefined && { author }) } });
  }
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => [...row]),
    cells,
    columns: sheet.widths.map((width) => (width === undefined ? {} : { width: Math.max(1, (width - 5) / 7) })),
    ...(sheet.heights ? { rowDefs: new Map(sheet.heights.flatMap((height, row) => (height === undefined ? [] : [[row, { height: height * POINTS }] as const]))) } : {}),
    ...looksForFile(sheet),
    merges: sheet.merges.map(({ startRow, startColumn, endRow, endColumn }) => ({ startRow, startCol: startColumn, endRow, endCol: endColumn })),
    ...(sheet.frozen.rows > 0 || sheet.frozen.columns > 0 ? { freezePane: sheet.frozen } : {}),
    ...(sheet.hidden ? { hidden: true } : {}),
  };
}

function cellStyle({ pattern, size, bold, italic, color, fill, align, wrap }: PlainStyle): CellStyle {
  return {
    ...(pattern ? { numFmt: pattern } : {}),
    ...(size || bold || italic || color ? { font: { ...(size ? { size } : {}), ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(color ? { color: { rgb: color.slice(1).toUpperCase() } } : {}) } } : {}),
    ...(fill ? { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill.slice(1).toUpperCase() } } } : {}),
    ...(align || wrap ? { alignment: { ...(align ? { horizontal: align } : {}), ...(wrap ? { wrapText: true } : {}) } } : {}),
  };
}
