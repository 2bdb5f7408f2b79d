/** One of a few words, all in sight: radio buttons that look like chips. Arrow keys choose, as the browser does it. */
import { useId } from "preact/hooks";

type Props<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly value: V | "";
  readonly choices: readonly { readonly value: V; readonly text: string }[];
  readonly choose: (value: V) => void;
  readonly problem?: string | undefined;
};

export function Chips<V extends string>({ name, label, value, choices, choose, problem }: Props<V>) {
  const id = useId();
  return (
    <fieldset class="field chips" data-field={name}>
      <legend class="label">{label}</legend>
      <div class="chip-row">
        {choices.map((each) => (
          <label key={each.value} class="chip-choice">
            <input type="radio" name={id} value={each.value} checked={each.value === value} onChange={() => choose(each.value)} />
            <span>{each.text}</span>
          </label>
        ))}
      </div>
      {problem && <div class="hint"><span class="problem">{problem}</span></div>}
    </fieldset>
  );
}
