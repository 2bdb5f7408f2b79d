/** The plan as a value, from the state of the journal and what formulas give on the sheets. */
import { isFormula, understand } from "./change";
import { typedOf, type Names } from "./codec";
import { inOrder, type Journal, type RowState } from "./fold";
import { labelsOf } from "./labels";
import type { Plan, PlanRow, RowId, Value } from "./plan";
import type { Examined } from "./reconcile";
import type { Column } from "./schema";
import { TABLES, TABLE_KEYS, type TableKey } from "./tables";

/** Where rows stand, by table; tables that were not read are left out. */
export type Places = ReadonlyMap<TableKey, Pick<Examined, "view" | "places">>;

/** Rows without references and formulas depend on nothing else: made once. */
const MADE = new WeakMap<ReadonlyMap<string, unknown>, PlanRow>();

export function planOf(journal: Journal, names: Names, places: Places): Plan {
  const labels = labelsOf(journal);
  const rows = Object.fromEntries(TABLE_KEYS.map((table) => {
    const found = places.get(table);
    const at = (state: RowState): number => found?.places.get(state.row)?.at ?? Infinity;
    const states = [...journal.tables.get(table)!].filter(({ alive }) => alive);
    states.sort((a, b) => (at(a) === at(b) ? inOrder(a.records[0]!, b.records[0]!) : at(a) - at(b)));
    return [table, states.map((state) => rowOf(table, state, labels.get(state.row) ?? "", names, found))];
  }));
  return { language: names.language, rows: rows as unknown as Plan["rows"] };
}

function rowOf(table: TableKey, state: RowState, label: string, names: Names, found: Pick<Examined, "view" | "places"> | undefined): PlanRow {
  const made = MADE.get(state.fields);
  if (made?.label === label) return made;
  const fields: Record<string, Value> = {};
  const formulas: Record<string, string> = {};
  const odd: Record<string, PlanRow["odd"][string]> = {};
  const frozen: Record<string, Value> = {};
  const at = found?.places.get(state.row as RowId)?.at ?? null;
  let alone = true;
  for (const column of TABLES[table].columns as readonly Column[]) {
    const { field, kind } = column;
    const stored = state.fields.get(field);
    const typed = typedOf(stored, names, at);
    if (kind === "id") continue;
    if (kind === "calculated") {
      if (typed !== null && !isFormula(typed)) frozen[field] = typed;
      continue;
    }
    if (typeof stored === "object" && stored !== null && !("date" in stored)) alone = false;
    let value: Value | { readonly error: string } = isFormula(typed) ? null : typed;
    if (isFormula(typed)) {
      formulas[field] = typed.formula;
      const c = found?.view.place.columns.get(field);
      if (at !== null && c !== undefined) value = found!.view.value(at, c);
    }
    const understood = typeof value === "object" && value !== null ? undefined : understand(column, value);
    fields[field] = understood === undefined ? null : understood;
    if (understood === undefined) odd[field] = value;
  }
  const row = { row: state.row, label, fields, formulas, odd, frozen } as unknown as PlanRow;
  if (alone) MADE.set(state.fields, row);
  return row;
}
