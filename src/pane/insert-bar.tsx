/** Inserting: where the formula goes, the question before a cell is replaced, and what came of it. */
import type { Inserting, Insertion } from "./insertion";
import { covers, firstCell } from "./reference";
import { visible } from "./spoofing";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Props = {
  readonly inserting: Inserting;
  /** The formula of the form. */
  readonly what: Insertion;
  readonly ready: () => boolean;
  readonly isListening: boolean;
};

/** A long text in the cell is shown as far as needed to recognise it. */
const LONGEST_CONTENT = 60;

export function InsertBar({ inserting, what, ready, isListening }: Props) {
  const { host, say, selection } = useSurroundings();
  const { state } = inserting;
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || state.at !== "asking") return;
    event.preventDefault();
    inserting.leave();
  };
  const isOnArguments = selection !== null && what.cells.some((each) => covers(each, selection.qualified));
  const target = selection && host.onSelection && !isListening && !isOnArguments ? visible(firstCell(selection.address)) : null;
  return (
    <div class="insert" onKeyDown={escape}>
      <div role="status">
        {state.at === "done" && <p class="done">{state.message}</p>}
        {state.at === "placing" && <p class="placing">{state.reason}</p>}
      </div>
      <div role="alert">{state.at === "failed" && <p class="failure">{state.message}</p>}</div>
      {state.at === "asking" && (
        <div class="question" role="alertdialog" aria-labelledby="voronka-question">
          <p id="voronka-question">{say(WORDS.occupied, visible(state.address), visible(short(state.occupiedBy)))}</p>
          <div class="buttons">
            <button type="button" ref={inserting.careful} onClick={inserting.chooseAnother}>{say(WORDS.chooseAnother)}</button>
            <button type="button" class="replace" onClick={inserting.replace}>{say(WORDS.replace)}</button>
          </div>
        </div>
      )}
      <button type="submit" class="main" ref={what.button} hidden={state.at === "asking"} aria-busy={state.at === "working"} onClick={() => { if (state.at !== "working" && ready()) inserting.insert(what); }}>
        {selection && what.isOwn(selection) ? say(WORDS.replaceIn, visible(selection.address)) : target ? say(WORDS.insertInto, target) : say(WORDS.insert)}
      </button>
    </div>
  );
}

const short = (text: string): string => (text.length > LONGEST_CONTENT ? `${text.slice(0, LONGEST_CONTENT)}…` : text);
