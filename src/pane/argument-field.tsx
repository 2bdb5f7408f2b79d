/** One argument: typed, taken from the selection, or chosen from its words. */
import { useId, useState } from "preact/hooks";
import type { FunctionHelp } from "../catalogue/define";
import { inNotation } from "../catalogue/notation";
import type { Argument, ArgumentProblem } from "./argument";
import type { Listening } from "./listening";
import { TargetIcon } from "./icons";
import { sentence } from "./sentence";
import { visible } from "./spoofing";
import { useSurroundings, type Surroundings } from "./surroundings";
import { WORDS } from "./words";

export type Field = {
  readonly arg: FunctionHelp["args"][number];
  readonly text: string;
  readonly argument: Argument;
  readonly setText: (text: string) => void;
  /** Whether inserting was tried: only then is a blank field a mistake. */
  readonly tried: boolean;
  readonly listening: Listening;
};

export function ArgumentField({ field }: { readonly field: Field }) {
  const { arg, text } = field;
  const [types, setTypes] = useState(false);
  const isChoice = arg.choices && !types && (text === "" || arg.choices.includes(text));
  return isChoice ? <ChoiceField field={field} choices={arg.choices} other={() => setTypes(true)} /> : <TextField field={field} leave={arg.choices ? () => setTypes(false) : null} />;
}

function Label({ field, id }: { readonly field: Field; readonly id: string }) {
  const { say, language } = useSurroundings();
  return (
    <label for={id} class="label">
      {field.arg.words[language]} <span class="key" translate={false}>{field.arg.key}</span>
      {field.arg.optional && <span class="optional"> · {say(WORDS.optional)}</span>}
    </label>
  );
}

const OTHER = "\u0000other";

function ChoiceField({ field, choices, other }: { readonly field: Field; readonly choices: readonly string[]; readonly other: () => void }) {
  const { say } = useSurroundings();
  const id = useId();
  const { arg, text, setText } = field;
  // The first word is the default: left out, it is not written into the formula.
  const [preset, ...rest] = choices;
  const choose = (value: string) => (value === OTHER ? other() : setText(value));
  return (
    <div class="field" data-field={arg.key}>
      <Label field={field} id={id} />
      <select id={id} data-argument={arg.key} value={text === preset ? "" : text} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{arg.optional ? say(WORDS.byDefault, preset ?? "") : preset}</option>
        {rest.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        <option value={OTHER}>{say(WORDS.other)}</option>
      </select>
    </div>
  );
}

export function TextField({ field, leave }: { readonly field: Field; readonly leave: (() => void) | null }) {
  const surroundings = useSurroundings();
  const { say, host, notation, announce } = surroundings;
  const { arg, text, argument, setText, tried, listening } = field;
  const id = useId();
  const [refused, setRefused] = useState("");
  const isListening = listening.key === arg.key;
  const problem = argument.kind === "problem" ? problemSentence(argument.problem, arg.example, surroundings) : tried && !arg.optional && argument.kind === "blank" ? say(WORDS.isRequired) : "";

  const type = (typed: string) => {
    setRefused("");
    setText(typed);
    if (typed === "") listening.start(arg.key, "", false);
    else listening.stop();
  };
  const take = () => {
    const before = text;
    Promise.resolve(host).then((asked) => asked.selection()).then(
      (selection) => {
        setRefused("");
        setText(selection.qualified);
        announce(`${arg.key}: ${selection.qualified}`);
        listening.start(arg.key, before, true);
      },
      (error: unknown) => setRefused(say(WORDS.notTaken, visible(sentence(error)))),
    );
  };
  const key = (event: KeyboardEvent) => {
    if (!isListening || (event.key !== "Escape" && event.key !== "Enter")) return;
    if (event.key === "Enter" && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (event.key === "Escape" && listening.picked) listening.putBack();
    else listening.stop();
  };
  const message = refused || problem;
  return (
    <div class={isListening ? "field listening" : "field"} data-field={arg.key} onKeyDown={key}>
      <Label field={field} id={id} />
      <div class="field-row">
        <input
          id={id}
          data-argument={arg.key}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={say(WORDS.forExample, arg.options ? arg.example : inNotation(arg.example, notation))}
          value={text}
          aria-invalid={message !== ""}
          aria-describedby={`${id}-hint`}
          onFocus={() => text === "" && !isListening && listening.start(arg.key, "", false)}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="button" class="take" aria-label={say(WORDS.takeFor, arg.key)} title={say(WORDS.take)} onClick={take}><TargetIcon /></button>
      </div>
      <div id={`${id}-hint`} class="hint">
        {message !== "" && <span class="problem">{message}</span>}
        {message === "" && isListening && <span>{say(listening.picked ? WORDS.picked : WORDS.listening)}</span>}
      </div>
      {isListening && listening.picked && listening.before !== "" && (
        <button type="button" class="link" onClick={listening.putBack}>{say(WORDS.putBack, visible(listening.before))}</button>
      )}
      {leave && (
        <button type="button" class="link" onClick={() => { setText(""); leave(); }}>{say(WORDS.fromList)}</button>
      )}
    </div>
  );
}

function problemSentence(problem: ArgumentProblem, example: string, { say, notation }: Surroundings): string {
  switch (problem.kind) {
    case "formula": return say(WORDS.problemFormula, notation.argument);
    case "array": return say(WORDS.problemArray, `{1${notation.row}2${notation.row}3}`);
    case "reference": return say(WORDS.problemReference, example);
    case "longText": return say(WORDS.problemLongText);
    case "localName": return say(WORDS.problemLocalName, visible(problem.name ?? ""));
  }
}
