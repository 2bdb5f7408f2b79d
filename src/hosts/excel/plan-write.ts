/** Commands of the store into Excel, one sheet after the other, so that a refusal can name its sheet. */
import { BookFailure, type Command } from "../../plan/book";
import { lettersOf, MOST_CELLS } from "../../plan/project";
import { bookFailure, codeOf } from "./plan-failures";
import type { Known } from "./plan-known";
import { patiently } from "./plan-run";
import { addSheet, brokenNames, calculateOnce, takenNames } from "./plan-sheet";
import { deleteRow, growTables, tablesOn, type Block } from "./plan-tables";
import { excelCell } from "./plan-text";

type SetCells = Extract<Command, { kind: "set" }>;

/** What is known of the sheets of a batch before it begins. */
type Desk = {
  /** Rows in use of sheets that are added to. */
  readonly used: Map<string, number>;
  /** Names of the tables on each sheet. */
  readonly tables: Map<string, readonly string[]>;
  /** Names of the workbook that a new sheet may want for itself. */
  readonly names: readonly string[];
  /** Of all sheets, in small letters. */
  readonly sheets: Set<string>;
  readonly isOneUndo: boolean;
  readonly known: Known;
};

/**
 * A failure in the middle leaves what came before it.
 *
 * @param isOneUndo whether it becomes one step of Excel's undo, and may only do what can be undone
 * @param known what was read, and is not written over where it has changed
 */
export async function writeBatch(context: Excel.RequestContext, commands: readonly Command[], isOneUndo: boolean, known: Known): Promise<void> {
  const asks = () => look(context, commands, known);
  const desk = { ...(await (commands.some(known.isOver) ? asks() : patiently(asks))), isOneUndo, known };
  for (let i = 0; i < commands.length; ) {
    const portion = portionAt(commands, i);
    const [command] = portion as [Command];
    if (command.kind === "set" || command.kind === "append") {
      // The first one was looked at together with all that is asked before.
      if (i > 0 && portion.some(known.isOver)) {
        const check = known.ask(context, portion);
        await named(command.sheet, null, () => context.sync());
        check();
      }
      const blocks = portion.flatMap((each) => (each.kind === "set" ? each : each.kind === "append" ? appended(each, desk) : []));
      const write = () => named(command.sheet, blocks.length === 1 ? blockOf(blocks[0]!) : null, () => setCells(context, command.sheet, blocks, desk));
      // Over what people see only right after the look at it; what is added to the journal can be written twice.
      await (portion.some(known.isOver) ? write() : patiently(write));
    } else await act(context, command, desk);
    known.wrote(portion);
    i += portion.length;
  }
}

/** What goes into one exchange. Of plan data not more cells do: larger ones meet merge refusals while others edit. */
function portionAt(commands: readonly Command[], from: number): readonly Command[] {
  let [to, cells] = [from, 0];
  for (let next = commands[to]; (next?.kind === "set" || next?.kind === "append") && next.sheet === commands[from]!.sheet; next = commands[to += 1]) {
    cells += sizeOf(next.cells);
    if (to > from && cells > MOST_CELLS) break;
  }
  return commands.slice(from, Math.max(to, from + 1));
}

async function act(context: Excel.RequestContext, command: Exclude<Command, { kind: "set" | "append" }>, desk: Desk): Promise<void> {
  const { sheet } = command;
  switch (command.kind) {
    case "deleteRow":
      return named(sheet, { row: command.row, column: command.column, rows: 1, columns: command.columns }, () => deleteRow(context, command, desk.tables.get(sheet) ?? [], desk.known));
    case "addSheet":
      if (desk.sheets.has(sheet.toLowerCase())) throw new BookFailure("other", sheet, null, "a sheet of this name is there already");
      desk.sheets.add(sheet.toLowerCase());
      desk.used.set(sheet, 0);
      desk.tables.set(sheet, command.layout?.tables.map(({ name }) => name) ?? []);
      return named(null, null, () => addSheet(context, sheet, command.hidden, command.layout, desk.names));
    case "removeSheet":
      return named(sheet, null, () => removeSheet(context, sheet, desk));
  }
}

async function named(sheet: string | null, block: Block | null, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // To be tried again without merging, by whoever asked for it.
    if (codeOf(error) === "UndoNotSupported") throw error;
    throw bookFailure(error, sheet, block && addressOf(block));
  }
}

/** Refuses before anything is written where a sheet is missing or protected, or is not any more what was read of it. */
async function look(context: Excel.RequestContext, commands: readonly Command[], known: Known): Promise<Omit<Desk, "isOneUndo" | "known">> {
  const { workbook } = context;
  const { worksheets, names, protection } = workbook;
  const made = new Set(commands.filter(({ kind }) => kind === "addSheet").map(({ sheet }) => sheet));
  const changes = commands.some(({ kind }) => kind === "addSheet" || kind === "removeSheet");
  const written = [...new Set(commands.filter(({ kind }) => kind !== "addSheet" && kind !== "removeSheet").map(({ sheet }) => sheet))].filter((sheet) => !made.has(sheet));
  const found = written.map((name) => {
    const sheet = worksheets.getItem(name);
    sheet.protection.load("protected");
    sheet.tables.load("items/name");
    const used = commands.some(({ kind, sheet: of }) => kind === "append" && of === name) ? sheet.getUsedRangeOrNullObject(true) : null;
    used?.load("rowIndex, rowCount");
    return { name, sheet, used };
  });
  const check = known.ask(context, portionAt(commands, 0));
  if (changes) {
    worksheets.load("items/name");
    names.load("items/name");
    protection.load("protected");
  }
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) === "UndoNotSupported") throw error;
    throw codeOf(error) === "ItemNotFound" ? new BookFailure("missingSheet", await firstMissing(context, written)) : bookFailure(error, written.length === 1 ? written[0] : null);
  }
  if (changes && protection.protected) throw new BookFailure("protected");
  const closed = found.find(({ sheet }) => sheet.protection.protected);
  if (closed) throw new BookFailure("protected", closed.name);
  check();
  return {
    used: new Map(found.map(({ name, used }) => [name, !used || used.isNullObject ? 0 : used.rowIndex + used.rowCount])),
    tables: new Map(found.map(({ name, sheet }) => [name, sheet.tables.items.map((table) => table.name)])),
    names: changes ? takenNames(names) : [],
    sheets: new Set(changes ? worksheets.items.map(({ name }) => name.toLowerCase()) : []),
  };
}

async function firstMissing(context: Excel.RequestContext, wanted: readonly string[]): Promise<string | null> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return wanted.find((name) => !worksheets.items.some((sheet) => sheet.name === name)) ?? null;
}

const sizeOf = (cells: readonly (readonly unknown[])[]): number => cells.reduce((sum, row) => sum + row.length, 0);
const blockOf = ({ row, column, cells }: SetCells): Block => ({ row, column, rows: cells.length, columns: cells.reduce((most, { length }) => Math.max(most, length), 1) });
const addressOf = ({ row, column, rows, columns }: Block): string => {
  const [first, last] = [`${lettersOf(column)}${row + 1}`, `${lettersOf(column + columns - 1)}${row + rows}`];
  return first === last ? first : `${first}:${last}`;
};

function appended({ sheet, cells }: Extract<Command, { kind: "append" }>, { used }: Desk): SetCells {
  const row = used.get(sheet) ?? 0;
  used.set(sheet, row + cells.length);
  return { kind: "set", sheet, row, column: 0, cells };
}

async function setCells(context: Excel.RequestContext, name: string, commands: readonly SetCells[], desk: Desk): Promise<void> {
  if (!desk.isOneUndo) calculateOnce(context);
  const sheet = context.workbook.worksheets.getItem(name);
  for (const { row, column, cells, formats = [] } of commands) {
    const rangeOf = <T>(area: Area<T>) => sheet.getRangeByIndexes(row + area.row, column + area.column, area.cells.length, area.cells[0]!.length);
    for (const area of areasOf(cells)) rangeOf(area).formulas = area.cells.map((line) => line.map((cell) => excelCell(cell, name)));
    // After the values: a row below a table takes over the formats of the one above it.
    for (const area of areasOf(formats)) rangeOf(area).numberFormat = area.cells;
  }
  const tables = tablesOn(context, desk.tables.get(name) ?? []);
  await context.sync();
  await growTables(context, sheet, tables, commands.map(blockOf));
}

type Area<T> = { readonly row: number; readonly column: number; readonly cells: T[][] };

/** The cells that are written or formatted, in rectangles: what lies between them, such as a formula of the user's, is not touched at all. */
function areasOf<T>(cells: readonly (readonly (T | undefined)[])[]): readonly Area<T>[] {
  const areas: Area<T>[] = [];
  let above: Area<T>[] = [];
  cells.forEach((line, row) => {
    const here: Area<T>[] = [];
    for (let column = 0; column < line.length; ) {
      const from = column;
      const run: T[] = [];
      for (let cell = line[column]; column < line.length && cell !== undefined; cell = line[column += 1]) run.push(cell);
      if (run.length === 0) {
        column += 1;
        continue;
      }
      const same = above.find((area) => area.column === from && area.cells[0]!.length === run.length);
      if (same) same.cells.push(run);
      const area = same ?? { row, column: from, cells: [run] };
      if (!same) areas.push(area);
      here.push(area);
    }
    above = here;
  });
  return areas;
}

async function removeSheet(context: Excel.RequestContext, name: string, { sheets }: Desk): Promise<void> {
  if (!sheets.delete(name.toLowerCase())) return;
  const sheet = context.workbook.worksheets.getItem(name);
  // A very hidden sheet cannot be deleted.
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.delete();
  const { names } = context.workbook;
  names.load("items/name, items/value");
  await context.sync();
  const broken = brokenNames(names);
  // By name: by their places they would be others as soon as one has gone.
  for (const each of broken) names.getItem(each).delete();
  if (broken.length > 0) await context.sync();
}
