/**
 * What was read of the sheets. Between a reading and the writing that follows from it people type, sort and delete: rows that are not
 * any more what was read are not written over, whoever asked for it looks at them anew.
 */
import { BookFailure, CHANGED, type Command, type SheetContent } from "../../plan/book";
import { isHidden } from "../../plan/lanes";
import { withoutNamespace } from "./namespace";

export type Overwriting = Extract<Command, { kind: "set" | "deleteRow" }>;
/** Asked for with the next exchange. @throws BookFailure where the rows are not what was read */
export type Check = () => void;

export type Known = {
  readonly remember: (sheet: string, content: SheetContent | null) => void;
  /** Whether the command goes over cells that people see and that were read. */
  readonly isOver: (command: Command) => boolean;
  readonly ask: (context: Excel.RequestContext, commands: readonly Command[]) => Check;
  /** These rows are the add-in's own now, until they are read again. */
  readonly wrote: (commands: readonly Command[]) => void;
};

type Sheet = { readonly content: SheetContent; /** Rows written since. */ readonly own: Set<number> };

export function knownSheets(): Known {
  const sheets = new Map<string, Sheet>();
  const isOver = (command: Command): command is Overwriting => (command.kind === "set" || command.kind === "deleteRow") && sheets.has(command.sheet);
  return {
    isOver,
    remember(sheet, content) {
      // Those of the journal nobody sees.
      if (isHidden(sheet)) return;
      if (content) sheets.set(sheet, { content, own: new Set() });
      else sheets.delete(sheet);
    },
    ask(context, commands) {
      const asked = commands.filter(isOver).flatMap((command) => {
        const { own, content } = sheets.get(command.sheet)!;
        const area = areaOf(command);
        const headers = headersOf(content);
        // Columns may have been put in or taken out: a row that is yet blank does not tell.
        return [...(headers !== null && headers < area.row ? [{ ...area, row: headers, rows: 1 }] : []), area].flatMap(({ row, column, rows, columns }) => {
          if (columns === 0 || Array.from({ length: rows }, (_, i) => row + i).every((at) => own.has(at))) return [];
          return { sheet: command.sheet, row, column, own, content, range: context.workbook.worksheets.getItem(command.sheet).getRangeByIndexes(row, column, rows, columns).load("values, formulas") };
        });
      });
      return () => {
        for (const { sheet, row, column, own, content, range } of asked) {
          const then = cellsOf(content);
          // Cells that are not handed over are no reason to refuse: reading them back will tell.
          const now = range.values as unknown[][] | null;
          const isSame = (at: number, line: readonly unknown[]): boolean => line.every((value, c) => contentOf(value, range.formulas[at - row]?.[c]) === then(at, column + c));
          if (now?.some((line, r) => !own.has(row + r) && !isSame(row + r, line))) throw new BookFailure("editing", sheet, null, CHANGED);
        }
      };
    },
    wrote(commands) {
      for (const command of commands.filter(isOver)) {
        const { row, rows } = areaOf(command);
        for (let at = row; at < row + rows; at += 1) sheets.get(command.sheet)!.own.add(at);
      }
    },
  };
}

function areaOf(command: Overwriting): { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number } {
  const { row, column } = command;
  if (command.kind === "deleteRow") return { row, column, rows: 1, columns: command.columns };
  const lines = [...command.cells, ...(command.formats ?? [])];
  return { row, column, rows: command.cells.length, columns: lines.reduce((most, { length }) => Math.max(most, length), 0) };
}

/** The first row with two texts: titles may stand above. */
function headersOf({ values }: SheetContent): number | null {
  const row = values.findIndex((line) => line.filter((cell) => typeof cell === "string").length > 1);
  return row < 0 ? null : row;
}

/** The formula, as what it gives changes by itself; an error by its text. */
const contentOf = (value: unknown, formula: unknown): unknown => (typeof formula === "string" && formula.startsWith("=") && formula !== value ? withoutNamespace(formula) : value === "" ? null : value);

function cellsOf({ values, formulas }: SheetContent): (row: number, column: number) => unknown {
  const byPlace = new Map(formulas.map(({ row, column, formula }) => [`${row},${column}`, formula]));
  return (row, column) => {
    const value = values[row]?.[column] ?? null;
    return byPlace.get(`${row},${column}`) ?? (typeof value === "object" && value !== null ? value.error : value);
  };
}
