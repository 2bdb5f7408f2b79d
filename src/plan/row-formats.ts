/**
 * Which cells get their number format with a writing: those of a row that is new on its sheet, and those whose format is another one now
 * because the unit or the size of the goal has changed. All others keep what a person has chosen. Rows about a goal follow its unit only: for
 * its size they need not be read.
 */
import type { Names } from "./codec";
import { fieldsAt, type Journal, type RowState } from "./fold";
import { formatsOf, isInUnitOfGoal, NO_FORMATS, type Fields, type RowFormats } from "./number-formats";
import type { RowId } from "./plan";
import type { Examined } from "./reconcile";
import { isOf, type SheetRow } from "./view";

/** @param row where the row of the plan stands; null where it is new on the sheet */
export type FormatsDue = (state: RowState, row: SheetRow | null) => RowFormats;

/** @param found tables as they stand now, before the writing */
export function formatsDue(found: readonly Examined[], journal: Journal, names: Names): FormatsDue {
  const turned = turnedGoals(found, journal);
  const goalOf = (fields: Fields): RowId | undefined => {
    const goal = fields.get("goal");
    return typeof goal === "object" && goal !== null && "row" in goal ? goal.row : typeof goal === "string" ? names.rowOf("goals", goal) : undefined;
  };
  const inPlan = ({ table }: RowState, fields: Fields, before: boolean): RowFormats => {
    const id = isInUnitOfGoal(table) ? goalOf(fields) : undefined;
    return formatsOf(table, fields, id === undefined ? null : ((before && turned.get(id)) || journal.rows.get(id)?.fields) ?? null);
  };
  return (state, row) => {
    const { fields } = state;
    if (row?.rev?.row !== state.row) return inPlan(state, fields, false);
    // Of many rows nearly all are as they were.
    if (isOf(row, state.row, state.vector) && (turned.size === 0 || !isInUnitOfGoal(state.table) || !turned.has(goalOf(fields) ?? ""))) return NO_FORMATS;
    const [then, now] = [inPlan(state, fieldsAt(state, row.rev.vector), true), inPlan(state, fields, false)];
    return new Map([...now].filter(([field, format]) => then.get(field) !== format));
  };
}

/** Goals whose unit is not yet known on the sheet, with their fields as they were written there. */
function turnedGoals(found: readonly Examined[], { rows }: Journal): ReadonlyMap<RowId, Fields> {
  const goals = found.find(({ view }) => view.table === "goals");
  return new Map([...(goals?.places ?? [])].flatMap(([id, row]) => {
    const state = rows.get(id);
    if (!state || row.rev?.row !== id || isOf(row, id, state.vector)) return [];
    const then = fieldsAt(state, row.rev.vector);
    return then.get("unit") === state.fields.get("unit") ? [] : [[id, then] as const];
  }));
}
