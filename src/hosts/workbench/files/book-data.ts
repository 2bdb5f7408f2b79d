/** A plain workbook ↔ the data of the sheet. Data are handed over with the workbook: setting them cell by cell takes ten times as long. */
import { BooleanNumber, CellValueType, HorizontalAlign, WrapStrategy, type ICellData, type IObjectArrayPrimitiveType, type IStyleData, type IWorkbookData, type IWorksheetData, type Nullable } from "@univerjs/core";
import { looksLikeFormula } from "../../../catalogue/gate";
import { noteSize, NOTES, type OwnNote } from "../note-data";
import { looksData, looksOfData } from "./looks";
import type { PlainBook, PlainFormula, PlainNote, PlainSheet, PlainStyle, SavedBook, Scalar, LeftBehind } from "./plain-book";

/** After this long the page gets a turn. */
const SLICE = 12;
/** Rows and columns to write in beyond the data. */
const SPARE = { rows: 200, columns: 12, atLeast: { rows: 200, columns: 26 } } as const;

let count = 0;
/** Workbooks that follow each other must not share an id. */
export const nextBookId = (): string => `book${(count += 1)}`;

export async function bookData(book: PlainBook, name: string): Promise<IWorkbookData> {
  const turns = takeTurns();
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const [i, sheet] of book.sheets.entries()) sheets[`sheet${i + 1}`] = await sheetData(sheet, `sheet${i + 1}`, turns);
  return {
    id: nextBookId(),
    name,
    appVersion: "0.25.1",
    locale: undefined as never, // the page has one, and the workbook follows it
    sheetOrder: Object.keys(sheets),
    styles: Object.fromEntries(book.styles.map((style, i) => [`s${i}`, styleData(style)])),
    sheets,
    resources: [definedNames(book.names), notesData(book.sheets), ...looksData(book.sheets.map(({ lists, marks }, i) => ({ ...(lists && { lists }), ...(marks && { marks }), id: `sheet${i + 1}`, rows: sheets[`sheet${i + 1}`]!.rowCount! })))!],
  };
}

function takeTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((go) => setTimeout(go));
    since = performance.now();
  };
}

async function sheetData(sheet: PlainSheet, id: string, turns: () => Promise<void>): Promise<Partial<IWorksheetData>> {
  const cellData: IObjectArrayPrimitiveType<IObjectArrayPrimitiveType<ICellData>> = {};
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const [r, row] of sheet.rows.entries()) {
    const cells: IObjectArrayPrimitiveType<ICellData> = {};
    for (let c = 0; c < row.length; c += 1) {
      const style = sheet.styles[c]?.[r] ?? 0;
      const cell = cellOf(row[c] ?? null, style);
      if (cell) cells[c] = cell;
    }
    cellData[r] = cells;
    if (r % 500 === 0) await turns();
  }
  // A note may stand beyond the cells.
  const last = (of: "row" | "column"): number => (sheet.notes ?? []).reduce((most, note) => Math.max(most, note[of] + 1), 0);
  const masters = new Set(sheet.formulas.filter(({ formula, shared }) => formula !== null && shared !== undefined).map(({ shared }) => shared));
  for (const formula of sheet.formulas) {
    const cells = (cellData[formula.row] ??= {});
    const data = formulaCell(formula, masters);
    if (data) cells[formula.column] = { ...styleOnly(cells[formula.column]), ...data };
  }
  return {
    id,
    name: sheet.name,
    rowCount: Math.max(sheet.rows.length + SPARE.rows, SPARE.atLeast.rows, last("row")),
    columnCount: Math.max(width + SPARE.columns, SPARE.atLeast.columns, last("column")),
    cellData,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: sheet.merges.map((merge) => ({ ...merge })),
    columnData: Object.fromEntries(sheet.widths.flatMap((w, c) => (w === undefined ? [] : [[c, { w }]]))),
    rowData: Object.fromEntries((sheet.heights ?? []).flatMap((h, r) => (h === undefined ? [] : [[r, { h, ia: BooleanNumber.FALSE }]]))),
    freeze: { xSplit: sheet.frozen.columns, ySplit: sheet.frozen.rows, startRow: sheet.frozen.rows || -1, startColumn: sheet.frozen.columns || -1 },
  };
}

/** A text that looks like a formula, a number or a date is marked as a text, so that typing Enter in its cell leaves it one. */
function cellOf(value: Scalar, style: number): ICellData | null {
  const s = style > 0 ? { s: `s${style}` } : {};
  if (value === null) return style > 0 ? s : null;
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER, ...s };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN, ...s };
  const isDelicate = looksLikeFormula(value) || (value.trim() !== "" && Number.isFinite(Number(value)));
  return { v: value, t: isDelicate ? CellValueType.FORCE_STRING : CellValueType.STRING, ...s };
}

function formulaCell({ formula, shared }: PlainFormula, masters: ReadonlySet<number | undefined>): ICellData | null {
  if (formula === null) return masters.has(shared) ? { si: `f${shared}` } : null;
  return shared === undefined ? { f: formula } : { f: formula, si: `f${shared}` };
}

const styleOnly = (cell: ICellData | undefined): ICellData => (cell?.s === undefined ? {} : { s: cell.s });

function styleData({ pattern, size, bold, italic, color, fill, align, wrap }: PlainStyle): IStyleData {
  return {
    ...(pattern ? { n: { pattern } } : {}),
    ...(size ? { fs: size } : {}),
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(align ? { ht: { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT }[align] } : {}),
    ...(wrap ? { tb: WrapStrategy.WRAP } : {}),
  };
}

const NAMES = "SHEET_DEFINED_NAME_PLUGIN";

function definedNames(names: PlainBook["names"]) {
  const entries = names.map(({ name, refersTo }, i) => [`n${i}`, { id: `n${i}`, name, formulaOrRefString: refersTo, localSheetId: "AllDefaultWorkbook" }]);
  return { name: NAMES, data: JSON.stringify(Object.fromEntries(entries)) };
}

/** The sheets are numbered as in `bookData`. */
function notesData(sheets: readonly PlainSheet[]) {
  const bySheet: Record<string, Record<number, Record<number, OwnNote>>> = {};
  sheets.forEach(({ notes = [] }, i) => notes.forEach(({ row, column, text, author }, n) => {
    ((bySheet[`sheet${i + 1}`] ??= {})[row] ??= {})[column] = { id: `f${n}`, row, col: column, note: text, ...noteSize(text), ...(author !== undefined && { author }) };
  }));
  return { name: NOTES, data: JSON.stringify(bySheet) };
}

// ---- the way back -----------------------------------------------------------------------

export type SpillReader = {
  /** The value of a cell that a formula elsewhere fills; null where there is none. */
  readonly valueAt: (sheetId: string, row: number, column: number) => Scalar;
  readonly spills: (sheetId: string) => readonly { readonly startRow: number; readonly startColumn: number; readonly endRow: number; readonly endColumn: number }[];
  readonly formulaAt: (sheetId: string, row: number, column: number) => string;
};

/** The workbook as it stands in the sheet, for a file. */
export function plainBook(data: IWorkbookData, reader: SpillReader): SavedBook {
  const styles: PlainStyle[] = [{}];
  const numbers = new Map<string, number>();
  const styleNumber = (style: ICellData["s"]): number => {
    const resolved = typeof style === "string" ? data.styles[style] : style;
    if (!resolved) return 0;
    const plain = plainStyle(resolved);
    const key = JSON.stringify(plain);
    if (key === "{}") return 0;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, styles.length);
    return styles.push(plain) - 1;
  };
  const [notesIn, looksIn] = [notesOf(data), looksOfData(data)];
  const left = new Set<LeftBehind>();
  const sheets = data.sheetOrder.map((id) => {
    const notes = notesIn(id);
    const { lists, marks, left: more } = looksIn(id);
    more.forEach((what) => left.add(what));
    return { ...plainSheet(id, data.sheets[id] ?? {}, reader, styleNumber), ...(notes.length > 0 && { notes }), ...(lists.length > 0 && { lists }), ...(marks.length > 0 && { marks }) };
  });
  return { sheets, styles, names: namesOf(data), left: [...left] };
}

function plainSheet(id: string, sheet: Partial<IWorksheetData>, reader: SpillReader, styleNumber: (style: ICellData["s"]) => number): PlainSheet {
  const rows: Scalar[][] = [];
  const styles: (Uint16Array | null)[] = [];
  const formulas: PlainFormula[] = [];
  const put = (row: number, column: number, value: Scalar) => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  };
  const spills = reader.spills(id);
  const height = Math.max(0, ...Object.keys(sheet.cellData ?? {}).map(Number).slice(-1), ...spills.map(({ endRow }) => endRow)) + 1;
  for (const [r, row] of Object.entries(sheet.cellData ?? {})) {
    for (const [c, cell] of Object.entries(row as Record<string, ICellData | null>)) {
      if (!cell) continue;
      const [at, column] = [Number(r), Number(c)];
      const style = styleNumber(cell.s);
      if (style > 0) {
        while (styles.length <= column) styles.push(null);
        const of = (styles[column] ??= new Uint16Array(height));
        if (at < of.length) of[at] = style;
      }
      if (cell.v !== undefined && cell.v !== null) put(at, column, cell.t === CellValueType.BOOLEAN ? Boolean(Number(cell.v)) : cell.v);
      const rich = cell.p?.body?.dataStream;
      if (rich && cell.v == null) put(at, column, rich.replace(/\r?\n?$/, ""));
      if (cell.f || cell.si) formulas.push({ row: at, column, formula: reader.formulaAt(id, at, column) });
    }
  }
  const withSpills = formulas.map((formula) => {
    const spill = spills.find(({ startRow, startColumn }) => startRow === formula.row && startColumn === formula.column);
    if (!spill) return formula;
    for (let r = spill.startRow; r <= spill.endRow; r += 1) for (let c = spill.startColumn; c <= spill.endColumn; c += 1) put(r, c, reader.valueAt(id, r, c));
    return { ...formula, spill };
  });
  const columns = sheet.columnData ?? {};
  const widest = Math.max(-1, ...Object.keys(columns).map(Number));
  // Only heights that were set: the others follow what is in the row.
  const heights: (number | undefined)[] = [];
  for (const [row, data] of Object.entries(sheet.rowData ?? {})) if (data?.ia === BooleanNumber.FALSE) heights[Number(row)] = data.h;
  return {
    name: sheet.name ?? id,
    rows,
    styles,
    formulas: withSpills,
    widths: Array.from({ length: widest + 1 }, (_, c) => columns[c]?.w),
    ...(heights.length > 0 ? { heights: Array.from(heights) } : {}),
    merges: (sheet.mergeData ?? []).map(({ startRow, startColumn, endRow, endColumn }) => ({ startRow, startColumn, endRow, endColumn })),
    frozen: { rows: Math.max(0, sheet.freeze?.ySplit ?? 0), columns: Math.max(0, sheet.freeze?.xSplit ?? 0) },
    hidden: sheet.hidden === BooleanNumber.TRUE,
  };
}

function plainStyle(style: IStyleData): PlainStyle {
  const align = style.ht === HorizontalAlign.LEFT ? "left" : style.ht === HorizontalAlign.CENTER ? "center" : style.ht === HorizontalAlign.RIGHT ? "right" : undefined;
  const color = hex(style.cl?.rgb);
  const fill = hex(style.bg?.rgb);
  return {
    ...(style.n?.pattern && style.n.pattern !== "General" ? { pattern: style.n.pattern } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(color ? { color } : {}),
    ...(fill ? { fill } : {}),
    ...(align ? { align } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
  };
}

function hex(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase();
  const parts = /^rgba?\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : undefined;
}

function namesOf(data: IWorkbookData): PlainBook["names"] {
  const text = data.resources?.find(({ name }) => name === NAMES)?.data;
  if (!text) return [];
  const entries = Object.values(JSON.parse(text) as Record<string, { name?: string; formulaOrRefString?: string }>);
  return entries.flatMap(({ name, formulaOrRefString }) => (name && formulaOrRefString ? [{ name, refersTo: formulaOrRefString.replace(/^=/, "") }] : []));
}

function notesOf(data: IWorkbookData): (sheetId: string) => readonly PlainNote[] {
  const text = data.resources?.find(({ name }) => name === NOTES)?.data;
  const bySheet = text ? (JSON.parse(text) as Record<string, Record<string, Record<string, OwnNote>>>) : {};
  return (sheetId) => Object.values(bySheet[sheetId] ?? {}).flatMap((cells) => Object.values(cells).map(({ row, col, note, author }): PlainNote => ({ row, column: col, text: note, ...(author !== undefined && { author }) })));
}
