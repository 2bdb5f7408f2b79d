/** What a new sheet of the plan offers beside its cells: words to choose from, colours of a status. Put in without a step in the undo of the sheet. */
import type { IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { LOOK_COLOURS, type SheetLayout } from "../../plan/layout";
import { listRule, markRule } from "./files/looks";

const ADD_LIST = "data-validation.mutation.addRule";
const ADD_COLOUR = "sheet.mutation.add-conditional-rule";

/** @param rows of the new sheet */
export function addLooks(api: FUniver, unitId: string, subUnitId: string, layout: SheetLayout, rows: number): void {
  const below = (column: number): IRange => ({ startRow: 1, endRow: rows - 1, startColumn: column, endColumn: column });
  // Words that are not on the list are read too: the other language, codes. So a mark, and no refusal.
  const lists = layout.tables.flatMap(({ column, columns }) => columns.flatMap(({ list }, i) => (list === null ? [] : [listRule(`voronka-list-${column + i}`, [below(column + i)], list, false)])));
  if (lists.length > 0) api.syncExecuteCommand(ADD_LIST, { unitId, subUnitId, rule: lists });
  for (const { column, word, look } of layout.colours) {
    const { fill, text } = LOOK_COLOURS[look];
    api.syncExecuteCommand(ADD_COLOUR, { unitId, subUnitId, rule: markRule(`voronka-${column}-${word}`, [below(column)], word, { color: text, fill }) });
  }
}
