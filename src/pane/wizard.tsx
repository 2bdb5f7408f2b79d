/** The function wizard: the list, or one function; above both what is to say about the selected cell. */
import { useCallback, useRef, useState } from "preact/hooks";
import type { FunctionHelp, Group } from "../catalogue/define";
import type { TableState } from "./checking";
import { draftFormula, draftOf, inOtherNotation, newDraft, type Draft } from "./draft";
import { FunctionForm } from "./function-form";
import { FunctionList } from "./function-list";
import { SelectedCell } from "./selected-cell";
import { usePaneHost, useSurroundings } from "./surroundings";
import type { Selection } from "./host";

export function Wizard({ checked }: { readonly checked: { readonly tables: readonly TableState[] } }) {
  const { notation, names } = useSurroundings();
  const { list } = usePaneHost().functions;
  const findFunction = useCallback((name: string) => list.find((def) => def.name === name.toUpperCase()), [list]);
  const [query, setQuery] = useState("");
  const [group, setGroup] = useState<Group | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  /** The function to go back to in the list, once the list is shown again. */
  const [left, setLeft] = useState<string | null>(null);
  const drafts = useRef(new Map<string, Draft>()).current;
  const [, redraw] = useState(0);
  const typedIn = useRef(notation);
  if (typedIn.current !== notation) {
    for (const [key, draft] of drafts) drafts.set(key, inOtherNotation(draft, typedIn.current, notation, names));
    typedIn.current = notation;
  }

  const openDraft = (fresh: Draft) => {
    if (!drafts.has(fresh.key)) drafts.set(fresh.key, fresh);
    setOpen(fresh.key);
  };
  const edit = (selection: Selection) => {
    const fresh = draftOf(selection, findFunction, notation, names);
    if (fresh) openDraft(fresh);
  };
  const draft = open === null ? undefined : drafts.get(open);
  const change = (part: Partial<Pick<Draft, "texts" | "edits">>) => {
    if (!draft) return;
    drafts.set(draft.key, { ...draft, ...part });
    redraw((count) => count + 1);
  };
  const back = () => {
    setLeft(draft?.def.id ?? null);
    setOpen(null);
  };
  return (
    <>
      <SelectedCell find={findFunction} edit={edit} shown={draft ? draftFormula(draft, notation, names) : null} />
      {draft ? (
        <FunctionForm key={draft.key} draft={draft} change={change} back={back} checked={checked} />
      ) : (
        <FunctionList
          catalogue={list}
          query={query}
          setQuery={setQuery}
          group={group}
          setGroup={setGroup}
          open={(def: FunctionHelp) => openDraft(newDraft(def))}
          left={left}
        />
      )}
    </>
  );
}
