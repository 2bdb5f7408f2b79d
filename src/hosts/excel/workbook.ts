/** The port of the pane on office.js. */
import { plainCells } from "../../catalogue/grid";
import type { CellFormat, Inserted, PaneHost, Selection } from "../../pane/host";
import type { Place } from "../../catalogue/table-head";
import { today } from "../../pane/here";
import { localChecks } from "../../pane/local-checks";
import { localData } from "../../pane/local-data";
import { localFunctions, type CellSource } from "../../pane/local-functions";
import { HostFailure, hostFailure } from "./failures";
import { chooseLanguage, currentLanguage } from "./language";
import { excelPlan } from "./plan";
import { isOurCall, withNamespace, withoutNamespace } from "./namespace";

/** Above it `Range.values` may be null without an error (Microsoft, "Resource limits for Office Add-ins"). */
const MOST_CELLS = 5_000_000;
/** One answer may have 5 MB in Excel on the web; a cell takes about 20 bytes of it. */
const CELLS_AT_ONCE = 100_000;

export const workbookCells: CellSource = { cells: plainCells, read: (reference) => run((context) => readCells(context, reference)) };

/** To be called after `Office.onReady`. */
export async function excelHost(commands: Pick<PaneHost, "onPhase"> = {}): Promise<PaneHost> {
  const [notation, plan] = await Promise.all([askNotation(), excelPlan()]);
  return {
    get language() {
      return currentLanguage();
    },
    setLanguage: chooseLanguage,
    notation,
    functions: localFunctions(workbookCells),
    checks: localChecks({ ...workbookCells, places: () => run(readPlaces) }),
    data: localData({ ...workbookCells, places: () => run(readPlaces) }),
    show: (reference) => run((context) => show(context, reference)),
    selection: () => run(readSelection),
    onSelection,
    names: () => run(readNames),
    insert,
    plan,
    today,
    ...commands,
  };
}

/** `delayForCellEdit`: while a cell is being edited Excel waits for the end of it instead of failing. */
async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw hostFailure(error, currentLanguage());
  }
}

/** The separators are those of Excel, which follow the region settings of the computer, not the language of Excel. */
async function askNotation(): Promise<PaneHost["notation"]> {
  try {
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.11")) {
      return await Excel.run(async (context) => {
        const format = context.application.cultureInfo.numberFormat;
        format.load("numberDecimalSeparator");
        await context.sync();
        return format.numberDecimalSeparator === "," ? "semicolon" : "comma";
      });
    }
  } catch {
    // Not worth a failure: the notation only decides how a formula is shown.
  }
  return new Intl.NumberFormat(Office.context.contentLanguage).format(1.5).includes(",") ? "semicolon" : "comma";
}

const withoutSheet = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const range = context.workbook.getSelectedRange();
  const first = range.getCell(0, 0);
  range.load("address");
  first.load("formulas, values, valueTypes");
  await context.sync();
  const content: unknown = first.formulas[0]?.[0];
  const formula = typeof content === "string" && content.startsWith("=") ? withoutNamespace(content) : null;
  const value: unknown = first.values[0]?.[0];
  const failed = formula !== null && first.valueTypes[0]?.[0] === "Error" && value !== "#BUSY!" && isOurCall(formula);
  return {
    address: withoutSheet(range.address),
    qualified: range.address,
    formula,
    empty: content === "",
    failure: failed ? String(value) : null,
  };
}

function onSelection(listener: (selection: Selection) => void): () => void {
  let stopped = false;
  const changed = (): void => {
    // The selection may be gone again, or in another workbook, when it is read: then there is nothing to tell.
    run(readSelection).then((selection) => stopped || listener(selection), () => undefined);
  };
  const { document } = Office.context;
  document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, changed);
  return () => {
    stopped = true;
    document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler: changed });
  };
}

/** The address first, then its size, then the cells: a read that is too large may bring nothing, and no error either. */
async function readCells(context: Excel.RequestContext, reference: string): Promise<unknown[][]> {
  const range = await readableOf(context, reference);
  const used = range.getUsedRangeOrNullObject(true);
  range.load("rowIndex, columnIndex");
  used.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  if (used.isNullObject) return [[""]];

  // From the beginning of the reference, so that row numbers in messages stay those of the reference, to the last used cell.
  const rows = used.rowIndex + used.rowCount - range.rowIndex;
  const columns = used.columnIndex + used.columnCount - range.columnIndex;
  if (rows * columns > MOST_CELLS) throw new HostFailure("tooLarge", currentLanguage());

  const cells: unknown[][] = [];
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  for (let row = 0; row < rows; row += rowsAtOnce) {
    const block = range.getCell(row, 0).getResizedRange(Math.min(rowsAtOnce, rows - row) - 1, columns - 1);
    for (const each of await readBlock(context, block)) cells.push(each);
  }
  return cells;
}

async function readBlock(context: Excel.RequestContext, block: Excel.Range): Promise<unknown[][]> {
  block.load("values");
  await context.sync();
  const values = block.values as unknown[][] | null;
  if (values === null) throw new HostFailure("unread", currentLanguage());
  if (!values.some((row) => row.some((cell) => typeof cell === "string" && cell.startsWith("#")))) return values;

  // An error cell and the text "#N/A" are the same value; only the type tells them apart.
  block.load("valueTypes");
  await context.sync();
  return values.map((row, i) => row.map((cell, j) => (block.valueTypes[i]?.[j] === "Error" ? { error: String(cell) } : cell)));
}

/** Besides a part of a table as formulas name it, `tblDeals[#All]`, or the name of one alone. */
async function readableOf(context: Excel.RequestContext, reference: string): Promise<Excel.Range> {
  const { names, tables } = context.workbook;
  const [, table, part] = /^([^[\]]+)\[#(All|Data|Headers)\]$/i.exec(reference) ?? [];
  if (table !== undefined && part !== undefined) {
    const found = tables.getItem(table);
    return /^all$/i.test(part) ? found.getRange() : /^data$/i.test(part) ? found.getDataBodyRange() : found.getHeaderRowRange();
  }
  if (!/^[\p{L}_][\p{L}\p{Nd}_.]{3,}$/u.test(reference)) return rangeOf(context, reference);
  const name = names.getItemOrNullObject(reference).load("name");
  await context.sync();
  return name.isNullObject ? tables.getItem(reference).getDataBodyRange() : rangeOf(context, reference);
}

/** `Deals!B:B`, `'My deals'!B2:B9`, `B2:B9` on the active sheet, `tblDeals[Amount]`, or a name of the workbook. */
function rangeOf(context: Excel.RequestContext, reference: string): Excel.Range {
  const { worksheets, tables, names } = context.workbook;
  const end = reference.lastIndexOf("!");
  if (end >= 0) {
    const written = reference.slice(0, end);
    const sheet = written.startsWith("'") && written.endsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
    return worksheets.getItem(sheet).getRange(reference.slice(end + 1));
  }
  const [, table, column] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(reference) ?? [];
  if (table !== undefined && column !== undefined) return tables.getItem(table).columns.getItem(column).getDataBodyRange();
  if (/^\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$/i.test(reference)) return worksheets.getActiveWorksheet().getRange(reference);
  return names.getItem(reference).getRange();
}

async function readNames(context: Excel.RequestContext): Promise<string[]> {
  const { names } = context.workbook;
  names.load("items/name, items/visible");
  await context.sync();
  return names.items.filter((each) => each.visible).map((each) => each.name);
}

/** The used part of each sheet that is shown. */
async function readPlaces(context: Excel.RequestContext): Promise<Place[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name, items/visibility");
  await context.sync();
  const sheets = worksheets.items.filter(({ visibility }) => visibility === "Visible").map(({ name }) => ({ name, used: worksheets.getItem(name).getUsedRangeOrNullObject(true) }));
  for (const { used } of sheets) used.load("rowIndex, columnIndex, rowCount, columnCount");
  await context.sync();
  return sheets.filter(({ used }) => !used.isNullObject)
    .map(({ name, used }) => ({ sheet: name, row: used.rowIndex + 1, column: used.columnIndex + 1, rows: used.rowCount, columns: used.columnCount }));
}

/** A cell on another sheet can only be selected once that sheet is active. */
async function show(context: Excel.RequestContext, reference: string): Promise<void> {
  const range = rangeOf(context, reference);
  range.worksheet.activate();
  range.select();
  await context.sync();
}

/** So often somebody may begin to type between the look at the cell and the writing. */
const MOST_ENTRIES = 5;

async function insert(formula: string, overwrite: boolean, formats: readonly CellFormat[] = [], at?: string): Promise<Inserted> {
  // The only text that may become a formula is a call of ours.
  if (!isOurCall(formula)) throw new HostFailure("InvalidArgument", currentLanguage());
  for (let entries = 0; ; entries += 1) {
    const { target, ...found } = await run((context) => lookAt(context, at, formats));
    if (found.occupiedBy !== "" && !overwrite) return { done: false, address: found.address, occupiedBy: found.occupiedBy };
    try {
      // Does not wait for the end of an entry, or it would go over it.
      await Excel.run({ delayForCellEdit: false }, async (context) => {
        const cell = rangeOf(context, target);
        cell.formulas = [[withNamespace(formula)]];
        for (const { row, column, rows, format } of found.plain) areaAt(cell.worksheet, found, { row, column, rows }).numberFormat = Array.from({ length: rows }, () => [format]);
        await context.sync();
      });
      return { done: true, address: found.address };
    } catch (error) {
      const failure = hostFailure(error, currentLanguage());
      if (failure.kind !== "InvalidOperationInCellEditMode" || entries === MOST_ENTRIES) throw failure;
    }
  }
}

const [SHEET_ROWS, SHEET_COLUMNS] = [1_048_576, 16_384];

type Target = { readonly target: string; readonly address: string; readonly occupiedBy: string; readonly rowIndex: number; readonly columnIndex: number; readonly plain: readonly CellFormat[] };
type Spot = Pick<Target, "rowIndex" | "columnIndex">;
type Area = Omit<CellFormat, "format">;

const areaAt = (sheet: Excel.Worksheet, { rowIndex, columnIndex }: Spot, { row, column, rows }: Area): Excel.Range => sheet.getRangeByIndexes(rowIndex + row, columnIndex + column, rows, 1);

/** `plain`: formats for cells without one of their own and, beside the formula, blank: what stands there is not of the result. */
async function lookAt(context: Excel.RequestContext, at: string | undefined, formats: readonly CellFormat[]): Promise<Target> {
  const cell = (at === undefined ? context.workbook.getSelectedRange() : rangeOf(context, at)).getCell(0, 0);
  cell.load("address, formulas, text, rowIndex, columnIndex");
  await context.sync();
  const { address, formulas, text, rowIndex, columnIndex } = cell;
  const within = formats.filter(({ row, column, rows }) => rowIndex + row + rows <= SHEET_ROWS && columnIndex + column < SHEET_COLUMNS);
  const areas = within.map((format) => ({ format, range: areaAt(cell.worksheet, { rowIndex, columnIndex }, format).load("formulas, numberFormat") }));
  if (areas.length > 0) await context.sync();
  const plain = areas.filter(({ format, range }) =>
    range.numberFormat.every(([each]) => each === "General") && range.formulas.every(([each], i) => each === "" || format.row + format.column + i === 0)).map(({ format }) => format);
  const content: unknown = formulas[0]?.[0];
  return { target: address, address: withoutSheet(address), occupiedBy: content === "" ? "" : text[0]?.[0] || String(content), rowIndex, columnIndex, plain };
}
