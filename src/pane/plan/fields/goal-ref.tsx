/** A goal of the chosen cycle, or none. Its label is what is stored: a name may change. */
import { useSurroundings } from "../../surroundings";
import { visible } from "../../spoofing";
import { usePlan } from "../context";
import { goalsOf } from "../in-cycle";
import { rowOf } from "../../../plan/find";
import { FieldShell, type FieldProps } from "./shell";
import { FIELD_WORDS } from "./words";

export function GoalField(props: FieldProps & { /** Not to be chosen: the goal itself. */ readonly except?: string }) {
  const { say } = useSurroundings();
  const { plan, cycle } = usePlan();
  const { form, field, except } = props;
  const text = form.text(field);
  const chosen = text === "" ? null : rowOf(plan, "goals", text);
  const goals = goalsOf(plan, cycle).filter(({ label }) => label !== except);
  return (
    <FieldShell {...props}>
      {(parts) => (
        <select {...parts} value={chosen ? chosen.label : text} onChange={(event) => form.set(field, event.currentTarget.value)}>
          <option value="">{say(FIELD_WORDS.notChosen)}</option>
          {text !== "" && !goals.some(({ row }) => row === chosen?.row) && <option value={chosen ? chosen.label : text}>{chosen ? visible(chosen.fields.name ?? chosen.label) : say(FIELD_WORDS.unknown, visible(text))}</option>}
          {goals.map(({ row, label, fields }) => <option key={row} value={label}>{visible(fields.name ?? label)}</option>)}
        </select>
      )}
    </FieldShell>
  );
}
