/** Excel's own tables under what the store writes: they grow with it, and rows are taken out of them. */
import type { Command } from "../../plan/book";
import type { Known } from "./plan-known";

export type Block = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
export type FoundTable = { readonly table: string; readonly range: Excel.Range };

/** Where these tables lie after what is asked before it; to be read after the next exchange. */
export const tablesOn = (context: Excel.RequestContext, names: readonly string[]): readonly FoundTable[] =>
  names.map((table) => ({ table, range: context.workbook.tables.getItemOrNullObject(table).getRange().load("rowIndex, columnIndex, rowCount, columnCount") }));

/** A table may have been renamed since its name was read. */
const isThere = ({ range }: FoundTable): boolean => !range.isNullObject;

/**
 * Rows are written below a table and then belong to it: `table.rows.add` meets merge refusals while others edit. Excel may have taken
 * them into the table by itself, or not: that is a setting of the user's.
 */
export async function growTables(context: Excel.RequestContext, sheet: Excel.Worksheet, tables: readonly FoundTable[], written: readonly Block[]): Promise<void> {
  let isLarger = false;
  for (const { table, range } of tables.filter(isThere)) {
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
    const grown = grownTo({ row, column, rows, columns }, written);
    if ((grown.rows === rows && grown.columns === columns) || !Office.context.requirements.isSetSupported("ExcelApi", "1.13")) continue;
    isLarger = true;
    context.workbook.tables.getItem(table).resize(sheet.getRangeByIndexes(row, column, grown.rows, grown.columns));
  }
  if (isLarger) await context.sync();
}

/** A table with what was written below it, and with columns whose headers were written right of it. */
function grownTo(table: Block, written: readonly Block[]): Block {
  let { rows, columns } = table;
  for (const each of written) {
    if (each.row <= table.row && each.row + each.rows > table.row && each.column === table.column + columns) columns += each.columns;
    const isBeside = each.column + each.columns <= table.column || each.column >= table.column + columns;
    if (!isBeside && each.row >= table.row) rows = Math.max(rows, each.row + each.rows - table.row);
  }
  return { ...table, rows, columns };
}

/** A row of a table is taken out of the table, whole; what lies beside the table, cell by cell. */
export async function deleteRow(context: Excel.RequestContext, command: Extract<Command, { kind: "deleteRow" }>, names: readonly string[], known: Known): Promise<void> {
  const { sheet: name, row, column, columns } = command;
  const sheet = context.workbook.worksheets.getItem(name);
  const tables = tablesOn(context, names);
  const check = known.ask(context, [command]);
  await context.sync();
  check();
  let from = column;
  const to = column + columns;
  const beside: [number, number][] = [];
  for (const { table, range } of tables.filter(isThere).sort((a, b) => a.range.columnIndex - b.range.columnIndex)) {
    const [first, end] = [range.columnIndex, range.columnIndex + range.columnCount];
    if (row <= range.rowIndex || row >= range.rowIndex + range.rowCount || first >= to || end <= from) continue;
    if (first > from) beside.push([from, first]);
    from = Math.max(from, end);
    // The last row of a table cannot go: it becomes blank.
    if (range.rowCount === 2) sheet.getRangeByIndexes(row, first, 1, end - first).clear(Excel.ClearApplyTo.contents);
    else context.workbook.tables.getItem(table).rows.getItemAt(row - range.rowIndex - 1).delete();
  }
  if (from < to) beside.push([from, to]);
  for (const [first, end] of beside) sheet.getRangeByIndexes(row, first, 1, end - first).delete(Excel.DeleteShiftDirection.up);
  await context.sync();
}
