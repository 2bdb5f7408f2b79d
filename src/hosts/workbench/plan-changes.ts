/**
 * When the plan is to be read again: a person has changed one of its sheets, or a formula that a person typed into it gives another value.
 * Not when only the grey columns were calculated, which the plan never reads, nor for what the plan has written itself.
 */
import type { SheetContent } from "../../plan/book";
import { findTable } from "../../plan/headers";
import { sheetsOf } from "../../plan/session";
import { TABLES, TABLE_KEYS } from "../../plan/tables";
import { isErrorCell } from "../../catalogue/grid";
import { isEdit, isOfNotes, RESULTS, type Mutation } from "./mutation";
import type { Sheet } from "./sheet";

/** An edit without a formula is followed by no calculation. Milliseconds. */
const PATIENCE = 1500;
/** After a calculation its results are drawn before the page is busy with reading. Milliseconds. */
const DRAWING = 100;
/** Sheets come, go and are renamed. */
const OF_BOOK = /insert-sheet|remove-sheet|worksheet-name/;

type Results = { readonly unitData?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null>> | null>> };
type Place = readonly [sheetId: string, row: number, column: number];

export function planChanges(sheet: Pick<Sheet, "api" | "cell" | "onCalculated" | "isEditing">) {
  const { api } = sheet;
  /** As it was read last: the sheets of the plan, and what they hold. */
  const known = new Map<string, SheetContent>();
  let isWriting = false;

  /** Where the sheet is known by its name; on a sheet that was renamed every formula counts. */
  const greyColumns = (sheetId: string, content: SheetContent): ReadonlySet<number> => {
    const name = api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
    const own = sheetsOf([name], []);
    return new Set(TABLE_KEYS.filter((table) => own.has(table)).flatMap((table) => {
      const place = findTable(table, content);
      return TABLES[table].columns.flatMap(({ field, kind }) => (kind === "calculated" ? place?.columns.get(field) ?? [] : []));
    }));
  };

  /** Calculated cells of the plan's sheets that it reads. */
  const calculatedCells = ({ unitData }: Results): readonly Place[] => {
    const results = unitData?.[api.getActiveWorkbook()?.getId() ?? ""] ?? {};
    return Object.entries(results).flatMap(([sheetId, rows]) => {
      const content = known.get(sheetId);
      if (!content || !rows) return [];
      const grey = greyColumns(sheetId, content);
      return Object.entries(rows).flatMap(([row, cells]) => Object.keys(cells ?? {}).map(Number).filter((column) => !grey.has(column)).map((column): Place => [sheetId, Number(row), column]));
    });
  };

  const isOther = ([sheetId, row, column]: Place): boolean => {
    const [now, before] = [sheet.cell(sheetId, row, column), known.get(sheetId)?.values[row]?.[column] ?? null];
    const plain = (cell: unknown): unknown => (isErrorCell(cell as typeof now) ? (cell as { readonly error: string }).error : cell);
    return plain(now) !== plain(before);
  };

  return {
    read: (sheetId: string, content: SheetContent): void => void known.set(sheetId, content),
    /** Another workbook was opened. */
    forget: (): void => known.clear(),
    writing: (isOn: boolean): void => {
      isWriting = isOn;
    },
    onChange(listener: () => void): () => void {
      let isEdited = false;
      let calculated: Place[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tell = () => {
        // Reading writes what it has found: it would do so between two letters of the next cell.
        if (sheet.isEditing()) return void tellAfter(PATIENCE);
        const isChanged = isEdited || calculated.some(isOther);
        isEdited = false;
        calculated = [];
        if (isChanged) listener();
      };
      const tellAfter = (patience: number) => {
        clearTimeout(timer);
        timer = setTimeout(tell, patience);
      };
      const commands = api.addEvent(api.Event.CommandExecuted, (command: Mutation) => {
        if (command.id === RESULTS) calculated.push(...calculatedCells(command.params as Results));
        else if (!isWriting && isEdit(command) && !isOfNotes(command) && concerns(command)) isEdited = true;
        else return;
        tellAfter(PATIENCE);
      });
      const stop = sheet.onCalculated(() => tellAfter(DRAWING));
      return () => {
        clearTimeout(timer);
        commands.dispose();
        stop();
      };
    },
  };

  /** Of a sheet of the plan, or of the workbook. Before anything was read any sheet may be of the plan. */
  function concerns({ id, params }: Mutation): boolean {
    const { subUnitId } = (params ?? {}) as { readonly subUnitId?: string };
    return subUnitId === undefined || known.size === 0 || known.has(subUnitId) || OF_BOOK.test(id);
  }
}
