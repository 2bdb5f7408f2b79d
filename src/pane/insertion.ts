/** Putting a formula into the selected cell: what is asked before a cell is replaced, and what came of it. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CellFormat, Selection } from "./host";
import { covers, firstCell } from "./reference";
import { sentence } from "./sentence";
import { visible } from "./spoofing";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Button = RefObject<HTMLButtonElement | null>;

/** A formula to be inserted. */
export type Insertion = {
  readonly formula: string;
  /** The references in it. */
  readonly cells: readonly string[];
  readonly formats: readonly CellFormat[];
  /** Whether that cell holds the formula which is being changed: replacing it is what was asked for. */
  readonly isOwn: (selected: Selection) => boolean;
  /** What the user is told when he wants another cell. */
  readonly select: string;
  /** Gets the focus back. */
  readonly button: Button;
  readonly done: () => void;
};

export type InsertionState =
  | { readonly at: "rest" }
  | { readonly at: "working" }
  /** The user is to select a cell first; `reason` says why. */
  | { readonly at: "placing"; readonly selected: Selection; readonly reason: string }
  | { readonly at: "asking"; readonly what: Insertion; readonly selected: Selection; readonly address: string; readonly occupiedBy: string }
  | { readonly at: "done"; readonly message: string }
  | { readonly at: "failed"; readonly message: string };

export type Inserting = {
  readonly state: InsertionState;
  /** The answer to a question that replaces nothing: it gets the focus when one is asked. */
  readonly careful: Button;
  insert(what: Insertion): void;
  /** Answers to a question. */
  replace(): void;
  chooseAnother(): void;
  leave(): void;
};

/** Excel refuses longer formulas. */
const LONGEST_FORMULA = 8192;

/** @param formula what the form shows: once it changes, the last message is old */
export function useInserting(formula: string): Inserting {
  const { host, say, selection } = useSurroundings();
  const [state, setState] = useState<InsertionState>({ at: "rest" });
  const careful = useRef<HTMLButtonElement>(null);
  /** Only after something was pressed here: the focus is never taken from the sheet. */
  const refocus = useRef<Button | null>(null);
  // Before the page is drawn, so that no key pressed at once goes nowhere.
  useLayoutEffect(() => {
    if (!refocus.current || state.at === "working") return;
    const button = refocus.current;
    refocus.current = null;
    // The question stands where it is always seen: the form need not move for it.
    if (state.at === "asking") careful.current?.focus({ preventScroll: true });
    else button.current?.focus();
  }, [state]);
  useEffect(() => setState((now) => (now.at === "done" || now.at === "failed" ? { at: "rest" } : now)), [formula]);
  // Another selection makes a question about a cell old.
  useEffect(() => setState((now) => ((now.at === "asking" || now.at === "placing") && selection && selection.qualified !== now.selected.qualified ? { at: "rest" } : now)), [selection]);

  const write = async (what: Insertion, selected: Selection, overwrite: boolean) => {
    const inserted = await host.insert(what.formula, overwrite, what.formats, selected.qualified);
    if (!inserted.done) return setState({ at: "asking", what, selected, address: inserted.address, occupiedBy: inserted.occupiedBy });
    setState({ at: "done", message: say(overwrite ? WORDS.replaced : WORDS.inserted, visible(inserted.address)) });
    what.done();
  };
  const attempt = async (what: Insertion, allowed: Selection | null) => {
    if (what.formula.length > LONGEST_FORMULA) return setState({ at: "failed", message: say(WORDS.problemLongFormula) });
    refocus.current = what.button;
    setState({ at: "working" });
    try {
      const selected = await host.selection();
      if (what.cells.some((each) => covers(each, selected.qualified))) return setState({ at: "placing", selected, reason: say(WORDS.targetInside, visible(firstCell(selected.address))) });
      // Consent holds for the cell that was asked about, not for whatever is selected by now.
      await write(what, selected, what.isOwn(selected) || allowed?.qualified === selected.qualified);
    } catch (error) {
      setState({ at: "failed", message: say(WORDS.notInserted, visible(sentence(error))) });
    }
  };
  /** From a question to another state, with the focus where it came from. */
  const answer = (next: (what: Insertion, selected: Selection) => InsertionState) => {
    if (state.at !== "asking") return;
    refocus.current = state.what.button;
    setState(next(state.what, state.selected));
  };
  return {
    state,
    careful,
    insert: (what) => { if (state.at !== "working") void attempt(what, null); },
    replace: () => { if (state.at === "asking") void attempt(state.what, state.selected); },
    chooseAnother: () => answer((what, selected) => ({ at: "placing", selected, reason: what.select })),
    leave: () => answer(() => ({ at: "rest" })),
  };
}
