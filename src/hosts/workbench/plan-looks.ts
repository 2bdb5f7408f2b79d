/** What a new sheet of the plan offers beside its cells: words to choose from, colours of a status. Put in without a step in the undo of the sheet. */
import type { IRange, ISheetDataValidationRule } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { LOOK_COLOURS, type SheetLayout } from "../../plan/layout";

const ADD_LIST = "data-validation.mutation.addRule";
const ADD_COLOUR = "sheet.mutation.add-conditional-rule";

/** @param rows of the new sheet */
export function addLooks(api: FUniver, unitId: string, subUnitId: string, layout: SheetLayout, rows: number): void {
  const below = (column: number): IRange => ({ startRow: 1, endRow: rows - 1, startColumn: column, endColumn: column });
  const lists = layout.tables.flatMap(({ column, columns }) => columns.flatMap(({ list }, i): ISheetDataValidationRule[] =>
    list === null ? [] : [{
      // Words that are not on the list are read too: the other language, codes. So a mark, and no refusal.
      uid: `voronka-list-${column + i}`, type: "list", formula1: list.join(","), ranges: [below(column + i)], allowBlank: true, showErrorMessage: false, errorStyle: 2, renderMode: 1, showDropDown: true,
    }]));
  if (lists.length > 0) api.syncExecuteCommand(ADD_LIST, { unitId, subUnitId, rule: lists });
  for (const { column, word, look } of layout.colours) {
    const { fill, text } = LOOK_COLOURS[look];
    const rule = {
      cfId: `voronka-${column}-${word}`, ranges: [below(column)], stopIfTrue: false,
      rule: { type: "highlightCell", subType: "text", operator: "equal", value: word, style: { bg: { rgb: fill }, cl: { rgb: text } } },
    } as IConditionFormattingRule;
    api.syncExecuteCommand(ADD_COLOUR, { unitId, subUnitId, rule });
  }
}
