/** A word of a list. */
import { columnOf } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { visible } from "../../spoofing";
import { FieldShell, type FieldProps } from "./shell";
import { FIELD_WORDS } from "./words";

export function ChoiceField(props: FieldProps) {
  const { say, language } = useSurroundings();
  const { form, field } = props;
  const codes = columnOf(form.table, field)?.codes ?? [];
  const text = form.text(field);
  return (
    <FieldShell {...props}>
      {(parts) => (
        <select {...parts} value={text} onChange={(event) => form.set(field, event.currentTarget.value)}>
          {(text === "" || !form.isRequired(field)) && <option value="">{say(FIELD_WORDS.notChosen)}</option>}
          {text !== "" && !codes.some(({ code }) => code === text) && <option value={text}>{visible(text)}</option>}
          {codes.map(({ code, words }) => <option key={code} value={code}>{words[language]}</option>)}
        </select>
      )}
    </FieldShell>
  );
}
