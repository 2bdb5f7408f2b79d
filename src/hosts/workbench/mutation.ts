/** What the engine of the sheet tells of changes. */
import { CommandType } from "@univerjs/core";

/** A change of the workbook as the engine tells it; of sheets `params.subUnitId` says which. */
export type Mutation = { readonly id: string; readonly type?: CommandType; readonly params?: unknown; readonly options?: Readonly<Record<string, unknown>> | undefined };

/** Changes that are no edits of the user: where he looks, and what a calculation writes. */
const NO_EDIT = /selection|scroll|activ|zoom|highlight|formula-calculation|array-formula|set-worksheet-row-auto-height|register|filter-range|numfmt-local|note-popup/;

export const isEdit = ({ id, type, options }: Mutation): boolean =>
  type === CommandType.MUTATION && id.startsWith("sheet.mutation.") && !NO_EDIT.test(id) && !options?.["onlyLocal"] && !options?.["fromFormula"];

/** Notes on cells: what stands in the cells is as it was. */
export const isOfNotes = ({ id }: Mutation): boolean => /^sheet\.mutation\.(?:update-note|remove-note|toggle-note)/.test(id);

/** What a calculation has given: `params.unitData` by workbook, sheet, row and column. */
export const RESULTS = "formula.mutation.set-formula-calculation-result";
