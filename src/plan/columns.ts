/** Columns that were deleted and are put back. */
import type { Command } from "./book";
import { cellOf } from "./codec";
import { columnOf } from "./plan";
import { MOST_CELLS } from "./project";
import type { Asked } from "./questions";
import type { FormatsDue } from "./row-formats";
import type { Session } from "./session";
import { TABLES } from "./tables";
import type { TableView } from "./view";

/** The columns of the add-in, where somebody has deleted them. */
export function machineHeaders({ place, table, sheet }: TableView): readonly Command[] {
  const [rev, sum] = TABLES[table].machine;
  const gone = [...(place.rev < 0 ? [rev] : []), ...(place.sum < 0 ? [sum] : [])];
  return gone.length === 0 ? [] : [{ kind: "set", sheet, row: place.header, column: place.free, cells: [gone] }];
}

/** The values first and the header last: a column without a header is nothing, one without values would be one that was cleared. */
export function columnCommands(restores: Asked["restores"], session: Session, due: FormatsDue): readonly Command[] {
  const examined = restores && session.examined.get(restores.table);
  if (!restores || !examined) return [];
  const { view, places } = examined;
  const column = columnOf(restores.table, restores.field)!;
  const at = view.place.free;
  const commands: Command[] = [];
  const rows = [...places].sort(([, a], [, b]) => a.at - b.at);
  for (let i = 0; i < rows.length; i += MOST_CELLS) {
    for (const [id, row] of rows.slice(i, i + MOST_CELLS)) {
      const state = session.journal.rows.get(id);
      const format = state && due(state, null).get(column.field);
      commands.push({ kind: "set", sheet: view.sheet, row: row.at, column: at, cells: [[column.kind === "id" ? session.names.labelOf(id) ?? null : cellOf(column, state?.fields.get(column.field), row.at, session.names)]], ...(format !== undefined && { formats: [[format]] }) });
    }
  }
  return [...commands, { kind: "set", sheet: view.sheet, row: view.place.header, column: at, cells: [[column.header[session.language]]] }];
}
