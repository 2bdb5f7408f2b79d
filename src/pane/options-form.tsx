/** The `options` argument as a small form; as text where it is a reference, an expression, or simply preferred. */
import { useId, useState } from "preact/hooks";
import type { OptionSpec, OptionSpecs } from "../catalogue/define";
import { TextField, type Field } from "./argument-field";
import { optionNumber, optionsText, parseOptions, type OptionValues } from "./options";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

export function OptionsForm({ specs, field }: { readonly specs: OptionSpecs; readonly field: Field }) {
  const { say } = useSurroundings();
  const [asText, setAsText] = useState(false);
  // Only at first: it must not close while its last setting is being cleared.
  const [isOpen] = useState(field.text !== "");
  const values = parseOptions(field.text, specs);
  const isForm = values !== null && !asText;
  return (
    <details class="options" open={isOpen}>
      <summary>{say(WORDS.options)} <span class="optional">· {say(WORDS.optional)}</span></summary>
      {isForm ? <OptionFields specs={specs} values={values} change={(next) => field.setText(optionsText(next, specs))} /> : <TextField field={field} leave={null} />}
      {values === null ? (
        <p class="hint">{say(WORDS.optionsNotAForm)}</p>
      ) : (
        <button type="button" class="link" onClick={() => setAsText(!asText)}>{say(asText ? WORDS.optionsAsForm : WORDS.optionsAsText)}</button>
      )}
    </details>
  );
}

function OptionFields({ specs, values, change }: { readonly specs: OptionSpecs; readonly values: OptionValues; readonly change: (values: OptionValues) => void }) {
  return (
    <>
      {Object.entries(specs).map(([key, spec]) => (
        <OptionField key={key} name={key} spec={spec} value={values.get(key) ?? ""} change={(value) => change(new Map(values).set(key, value))} />
      ))}
    </>
  );
}

type OptionProps = { readonly name: string; readonly spec: OptionSpec; readonly value: string; readonly change: (value: string) => void };

function OptionField({ name, spec, value, change }: OptionProps) {
  const { language } = useSurroundings();
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="label">{spec.words[language]} <span class="key" translate={false}>{name}</span></label>
      <OptionInput id={id} name={name} spec={spec} value={value} change={change} />
    </div>
  );
}

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

function OptionInput({ id, name, spec, value, change }: OptionProps & { readonly id: string }) {
  const { say, notation } = useSurroundings();
  const [typed, setTyped] = useState<string | null>(null);
  if (spec.kind === "choice") {
    const [preset, ...rest] = spec.choices;
    return (
      <select id={id} data-option={name} value={value === preset && !spec.noDefault ? "" : value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{spec.noDefault ? say(WORDS.notSet) : say(WORDS.byDefault, preset ?? "")}</option>
        {(spec.noDefault ? spec.choices : rest).map((choice) => <option key={choice} value={choice}>{choice}</option>)}
      </select>
    );
  }
  if (spec.kind === "date" && (value === "" || ISO_DATE.test(value))) {
    return <input id={id} data-option={name} type="date" value={value} onChange={(event) => change(event.currentTarget.value)} />;
  }
  return (
    <input
      id={id}
      data-option={name}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      value={typed ?? value.replace(".", notation.decimal)}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        change(optionNumber(event.currentTarget.value, notation));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
