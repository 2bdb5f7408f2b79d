/** Inserting: where the formula goes, the question before a cell is replaced, and what came of it. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Draft } from "./draft";
import type { Selection } from "./host";
import { sentence } from "./sentence";
import { covers, firstCell } from "./reference";
import { visible } from "./spoofing";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Props = {
  readonly draft: Draft;
  readonly formula: string;
  /** The references among the arguments. */
  readonly cells: readonly string[];
  readonly format: string | undefined;
  readonly ready: () => boolean;
  readonly isListening: boolean;
  readonly done: () => void;
};

type State =
  | { readonly at: "rest" }
  | { readonly at: "working" }
  /** The user is to select a cell first; `reason` says why. */
  | { readonly at: "placing"; readonly selected: Selection; readonly reason: string }
  | { readonly at: "asking"; readonly selected: Selection; readonly address: string; readonly occupiedBy: string }
  | { readonly at: "done"; readonly message: string }
  | { readonly at: "failed"; readonly message: string };

/** Excel refuses longer formulas. */
const LONGEST_FORMULA = 8192;
/** A long text in the cell is shown as far as needed to recognise it. */
const LONGEST_CONTENT = 60;

export function InsertBar({ draft, formula, cells, format, ready, isListening, done }: Props) {
  const { host, say, selection } = useSurroundings();
  const [state, setState] = useState<State>({ at: "rest" });
  const main = useRef<HTMLButtonElement>(null);
  const careful = useRef<HTMLButtonElement>(null);
  /** The cell whose formula is being changed: replacing it is what was asked for. */
  const isOwn = (selected: Selection) => selected.qualified === draft.edits?.cell && selected.formula === draft.edits.formula;

  /** Only after something was pressed here: the focus is never taken from the sheet. */
  const refocus = useRef(false);
  // Before the page is drawn, so that no key pressed at once goes nowhere.
  useLayoutEffect(() => {
    if (!refocus.current || state.at === "working") return;
    refocus.current = false;
    (state.at === "asking" ? careful : main).current?.focus();
  }, [state]);
  // A changed formula makes the last message old; another selection makes a question about a cell old.
  useEffect(() => setState((now) => (now.at === "done" || now.at === "failed" ? { at: "rest" } : now)), [formula]);
  useEffect(() => setState((now) => ((now.at === "asking" || now.at === "placing") && selection && selection.qualified !== now.selected.qualified ? { at: "rest" } : now)), [selection]);

  const write = async (selected: Selection, overwrite: boolean) => {
    const inserted = await host.insert(formula, overwrite, format);
    if (!inserted.done) return setState({ at: "asking", selected, address: inserted.address, occupiedBy: inserted.occupiedBy });
    setState({ at: "done", message: say(overwrite ? WORDS.replaced : WORDS.inserted, visible(inserted.address)) });
    done();
  };
  const attempt = async (allowed: Selection | null) => {
    if (formula.length > LONGEST_FORMULA) return setState({ at: "failed", message: say(WORDS.problemLongFormula) });
    refocus.current = true;
    setState({ at: "working" });
    try {
      const selected = await host.selection();
      if (cells.some((each) => covers(each, selected.qualified))) return setState({ at: "placing", selected, reason: say(WORDS.targetInside, visible(firstCell(selected.address))) });
      // Consent holds for the cell that was asked about, not for whatever is selected by now.
      const overwrite = isOwn(selected) || allowed?.qualified === selected.qualified;
      await write(selected, overwrite);
    } catch (error) {
      setState({ at: "failed", message: say(WORDS.notInserted, visible(sentence(error))) });
    }
  };
  const place = (selected: Selection) => {
    refocus.current = true;
    setState({ at: "placing", selected, reason: say(WORDS.selectTarget) });
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || state.at !== "asking") return;
    event.preventDefault();
    refocus.current = true;
    setState({ at: "rest" });
  };
  const isOnArguments = selection !== null && cells.some((each) => covers(each, selection.qualified));
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
            <button type="button" ref={careful} onClick={() => place(state.selected)}>{say(WORDS.chooseAnother)}</button>
            <button type="button" class="replace" onClick={() => void attempt(state.selected)}>{say(WORDS.replace)}</button>
          </div>
        </div>
      )}
      <button type="submit" class="main" ref={main} hidden={state.at === "asking"} aria-busy={state.at === "working"} onClick={() => { if (state.at !== "working" && ready()) void attempt(null); }}>
        {selection && isOwn(selection) ? say(WORDS.replaceIn, visible(selection.address)) : target ? say(WORDS.insertInto, target) : say(WORDS.insert)}
      </button>
    </div>
  );
}

const short = (text: string): string => (text.length > LONGEST_CONTENT ? `${text.slice(0, LONGEST_CONTENT)}…` : text);
