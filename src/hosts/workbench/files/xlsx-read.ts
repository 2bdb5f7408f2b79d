/** An .xlsx workbook to sheets. What cannot be taken over is named, never dropped silently. */
import type { Cell as XlsxCell, CellStyle, Sheet as XlsxSheet, TableDefinition, Workbook } from "hucre/xlsx";
import { readXlsx as read } from "hucre/xlsx";
import { cellName, parseRange, type Range } from "../address";
import { formulaFromFile, refersElsewhere, type FileTable } from "./file-formula";
import { FileError, LIMITS } from "./file-error";
import { looksOfFile } from "./looks";
import type { Area, OpenedBook, PlainFormula, PlainNote, PlainSheet, PlainStyle, LeftBehind, Notice, Scalar } from "./plain-book";
import { lookAlikes } from "./csv";

/** @throws FileError */
export async function readXlsx(bytes: Uint8Array): Promise<OpenedBook> {
  let book: Workbook;
  try {
    book = await read(bytes, { readStyles: true });
  } catch (error) {
    throw new FileError(problemOf(error));
  }
  const visible = book.sheets;
  if (visible.length === 0) throw new FileError({ code: "noSheets" });
  if (visible.every((sheet) => sheet.rows.length === 0)) throw new FileError({ code: "noRows" });
  checkSize(visible);
  const styles = styleTable();
  const tables = visible.flatMap((sheet) => (sheet.tables ?? []).flatMap((table) => fileTable(sheet.name, table)));
  let valuesOnly = 0;
  const sheets = visible.map((sheet) => {
    const result = plainSheet(sheet, styles, tables);
    valuesOnly += result.valuesOnly;
    return result.sheet;
  });
  const notices: Notice[] = visible.length === 1 ? lookAlikes((visible[0]!.rows[0] ?? []).map((cell) => (typeof cell === "string" ? cell : ""))) : [];
  const left = leftBehind(book, bytes);
  if (left.length > 0) notices.push({ kind: "left", what: left });
  if (valuesOnly > 0) notices.push({ kind: "valuesOnly", count: valuesOnly });
  return { sheets, styles: styles.list, names: definedNames(book), notices };
}

function problemOf(error: unknown) {
  const name = error instanceof Error ? error.name : "";
  if (name === "EncryptedFileError") return { code: "encrypted" } as const;
  if (error instanceof RangeError) return { code: "tooManyCells", limit: LIMITS.cells } as const;
  return { code: "damaged" } as const;
}

function checkSize(sheets: readonly XlsxSheet[]): void {
  let cells = 0;
  for (const { name, rows } of sheets) {
    if (rows.length > LIMITS.rows) throw new FileError({ code: "tooManyRows", limit: LIMITS.rows, sheet: name });
    for (const row of rows) {
      if (row.length > LIMITS.columns) throw new FileError({ code: "tooManyColumns", limit: LIMITS.columns, sheet: name });
      cells += row.length;
    }
  }
  if (cells > LIMITS.cells) throw new FileError({ code: "tooManyCells", limit: LIMITS.cells });
}

// ---- one sheet --------------------------------------------------------------------------

function plainSheet(sheet: XlsxSheet, styles: StyleTable, tables: readonly FileTable[]): { readonly sheet: PlainSheet; readonly valuesOnly: number } {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = sheet.rows.map((row) => row.map(scalar));
  const numbers = new Array<Uint16Array | null>(width).fill(null);
  const formulas: PlainFormula[] = [];
  const broken = new Set<number>(); // shared formulas whose first one could not be taken over
  const notes: PlainNote[] = [];
  const { lists, marks } = looksOfFile(sheet);
  const threads = new Set((sheet.threadedComments ?? []).map(({ ref }) => ref));
  let valuesOnly = 0;
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    // A thread stands in the file as a note too, for programs that know none.
    if (cell.comment && !threads.has(cellName(row, column)) && row < LIMITS.rows && column < LIMITS.columns) notes.push({ row, column, ...noteOf(cell.comment) });
    const style = styles.numberOf(cell.style);
    if (style > 0 && column < width) (numbers[column] ??= new Uint16Array(rows.length))[row] = style;
    if (cell.formula === undefined) continue;
    const taken = takeFormula(cell, tables, broken, sheet.name, row);
    if (taken === null) valuesOnly += 1;
    else {
      formulas.push({ row, column, ...taken });
      clearSpill(rows, cell, row, column);
    }
  }
  return {
    valuesOnly,
    sheet: {
      name: sheet.name, rows, styles: numbers, formulas,
      widths: (sheet.columns ?? []).map((column) => (column.width === undefined ? undefined : Math.round(column.width * 7 + 5))),
      ...heightsOf(sheet),
      merges: (sheet.merges ?? []).map((merge): Area => ({ startRow: merge.startRow, startColumn: merge.startCol, endRow: merge.endRow, endColumn: merge.endCol })),
      ...(notes.length > 0 ? { notes } : {}),
      ...(lists.length > 0 ? { lists } : {}),
      ...(marks.length > 0 ? { marks } : {}),
      frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
      hidden: sheet.hidden === true || sheet.veryHidden === true,
    },
  };
}

const noteOf = ({ text, author }: NonNullable<XlsxCell["comment"]>): Pick<PlainNote, "text" | "author"> => ({ text: text.replace(/\r\n?/g, "\n"), ...(author ? { author } : {}) });

/** In pixels, as points in a file are 0.75 of them. */
function heightsOf({ rowDefs }: XlsxSheet): Pick<PlainSheet, "heights"> {
  const heights: (number | undefined)[] = [];
  for (const [row, { height }] of rowDefs ?? []) {
    if (height === undefined || row >= LIMITS.rows) continue;
    while (heights.length < row) heights.push(undefined);
    heights[row] = Math.round(height / 0.75);
  }
  return heights.length > 0 ? { heights } : {};
}

function takeFormula(cell: XlsxCell, tables: readonly FileTable[], broken: Set<number>, sheet: string, row: number): Pick<PlainFormula, "formula" | "shared"> | null {
  const shared = cell.formulaType === "shared" ? cell.formulaSharedIndex : undefined;
  if (cell.formula === "") return shared === undefined || broken.has(shared) ? null : { formula: null, shared };
  const formula = formulaFromFile(cell.formula ?? "", { tables, sheet, row });
  if (formula === null || refersElsewhere(formula)) {
    if (shared !== undefined) broken.add(shared);
    return null;
  }
  return shared === undefined ? { formula: `=${formula}` } : { formula: `=${formula}`, shared };
}

/** The stored values of a spill would stand in the way of the new one. */
function clearSpill(rows: Scalar[][], cell: XlsxCell, row: number, column: number): void {
  const area = cell.formulaType === "array" && cell.formulaRef ? parseRange(cell.formulaRef) : null;
  if (!area) return;
  for (let r = area.top ?? row; r <= (area.bottom ?? row); r += 1) {
    for (let c = area.left ?? column; c <= (area.right ?? column); c += 1) {
      const cells = rows[r];
      if (cells && c < cells.length && (r !== row || c !== column)) cells[c] = null;
    }
  }
}

function scalar(value: XlsxCell["value"]): Scalar {
  if (!(value instanceof Date)) return value;
  return Math.round((value.getTime() / 86_400_000 + 25_569) * 86_400_000) / 86_400_000;
}

// ---- styles -----------------------------------------------------------------------------

type StyleTable = { readonly list: PlainStyle[]; readonly numberOf: (style: CellStyle | undefined) => number };

function styleTable(): StyleTable {
  const list: PlainStyle[] = [{}];
  const numbers = new Map<string, number>();
  return {
    list,
    numberOf(style) {
      if (!style) return 0;
      const taken = plainStyle(style);
      const key = JSON.stringify(taken);
      if (key === "{}") return 0;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (list.length > 65_000) return 0; // beyond what a file of Excel itself can have
      numbers.set(key, list.length);
      return list.push(taken) - 1;
    },
  };
}

function plainStyle({ numFmt, font, fill, alignment }: CellStyle): PlainStyle {
  const pattern = numFmt && numFmt !== "General" ? numFmt : undefined;
  const color = rgb(font?.color?.rgb);
  const background = fill?.type === "pattern" && fill.pattern === "solid" ? rgb(fill.fgColor?.rgb) : undefined;
  const horizontal = alignment?.horizontal;
  return {
    ...(pattern ? { pattern } : {}),
    ...(font?.size && font.size !== 11 ? { size: font.size } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(color && color !== "#000000" ? { color } : {}),
    ...(background && background !== "#ffffff" ? { fill: background } : {}),
    ...(horizontal === "left" || horizontal === "center" || horizontal === "right" ? { align: horizontal } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
  };
}

const rgb = (text: string | undefined): string | undefined => (text && /^[0-9a-f]{6,8}$/i.test(text) ? `#${text.slice(-6).toLowerCase()}` : undefined);

// ---- the workbook -----------------------------------------------------------------------

function fileTable(sheet: string, table: TableDefinition): FileTable[] {
  const range: Range | null = table.range ? parseRange(table.range) : null;
  if (!range || range.top === null || range.left === null || range.bottom === null) return [];
  const total = table.showTotalRow === true ? 1 : 0;
  return [{ name: table.name, sheet, columns: table.columns.map(({ name }) => name), firstColumn: range.left, firstRow: range.top + 1, lastRow: range.bottom - total }];
}

function definedNames(book: Workbook) {
  return (book.namedRanges ?? [])
    .filter(({ name, range, scope }) => scope === undefined && !name.startsWith("_xlnm.") && !range.includes("#REF!") && !refersElsewhere(range))
    .map(({ name, range }) => ({ name, refersTo: range }));
}

function leftBehind(book: Workbook, bytes: Uint8Array): LeftBehind[] {
  const any = (has: (sheet: XlsxSheet) => unknown) => book.sheets.some((sheet) => Boolean(has(sheet)));
  const found: [LeftBehind, boolean][] = [
    ["charts", any((sheet) => sheet.charts?.length)],
    ["pictures", any((sheet) => sheet.images?.length)],
    ["pivots", any((sheet) => sheet.pivotTables?.length)],
    ["conditions", any((sheet) => looksOfFile(sheet).left.includes("conditions"))],
    ["validations", any((sheet) => looksOfFile(sheet).left.includes("validations"))],
    ["comments", any((sheet) => sheet.threadedComments?.length)],
    ["sparklines", any((sheet) => sheet.sparklines?.length)],
    ["shapes", any((sheet) => sheet.textBoxes?.length || sheet.slicers?.length || sheet.timelines?.length)],
    ["protection", any((sheet) => sheet.protection)],
    ["macros", holdsMacros(bytes)],
  ];
  return found.filter(([, is]) => is).map(([what]) => what);
}

/** Names of parts stand in a zip file as plain text. */
function holdsMacros(bytes: Uint8Array): boolean {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - 100_000)));
  return tail.includes("vbaProject.bin");
}
