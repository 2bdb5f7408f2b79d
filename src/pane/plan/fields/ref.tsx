/** A goal or a task of the chosen cycle, or none. Its label is what is stored: a name may change. */
import { isOpenTask } from "../../../plan/coverage";
import { nameOf, rowOf } from "../../../plan/find";
import type { PlanRow } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { visible } from "../../spoofing";
import { usePlan } from "../context";
import { goalsOf, shownRows } from "../in-cycle";
import { FieldShell, type FieldProps } from "./shell";
import { FIELD_WORDS } from "./words";

export function GoalField({ except, ...props }: FieldProps & { /** Not to be chosen: the goal itself. */ readonly except?: string }) {
  const { plan, cycle } = usePlan();
  return <RefField {...props} table="goals" rows={goalsOf(plan, cycle).filter(({ label }) => label !== except)} />;
}

/** Tasks that are still to be done. */
export function TaskField(props: FieldProps) {
  const { plan, cycle } = usePlan();
  return <RefField {...props} table="tasks" rows={shownRows(plan, "tasks", cycle).filter(isOpenTask)} />;
}

function RefField<T extends "goals" | "tasks">({ table, rows, ...props }: FieldProps & { readonly table: T; readonly rows: readonly PlanRow<T>[] }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const { form, field } = props;
  const text = form.text(field);
  const chosen = text === "" ? null : rowOf(plan, table, text);
  const nameIn = (row: PlanRow<T>): string => visible(nameOf(table, row) || row.label);
  return (
    <FieldShell {...props}>
      {(parts) => (
        <select {...parts} value={chosen ? chosen.label : text} onChange={(event) => form.set(field, event.currentTarget.value)}>
          <option value="">{say(FIELD_WORDS.notChosen)}</option>
          {text !== "" && !rows.some(({ row }) => row === chosen?.row) && <option value={chosen ? chosen.label : text}>{chosen ? nameIn(chosen) : say(FIELD_WORDS.unknown, visible(text))}</option>}
          {rows.map((row) => <option key={row.row} value={row.label}>{nameIn(row)}</option>)}
        </select>
      )}
    </FieldShell>
  );
}
