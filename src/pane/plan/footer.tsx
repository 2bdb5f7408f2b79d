/** Below the screens: where the plan is saved, and what can be undone. */
import { useState } from "preact/hooks";
import { TABLES } from "../../plan/tables";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { CheckIcon, UndoIcon, WarningIcon } from "./icons";
import { rowTitle } from "./row-title";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";

const STATES = { saving: PLAN_WORDS.saving, workbook: PLAN_WORDS.inWorkbook, shared: PLAN_WORDS.shared, outbox: PLAN_WORDS.inOutbox };

export function Footer({ planning }: { readonly planning: Planning }) {
  const { say, language, announce } = useSurroundings();
  const { plan } = usePlan();
  const [refusal, setRefusal] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { done, undo, state, reason, shortening } = planning;
  const [last] = done;
  const undoUpTo = (count: number) => {
    const titles = done.slice(0, count).map(({ title }) => visible(title)).join(", ");
    const inTheWay = undo(count);
    setOpen(false);
    const told = inTheWay ? say(PLAN_WORDS.notUndone, visible(rowTitle(plan, inTheWay.table, inTheWay.row) ?? TABLES[inTheWay.table].one[language])) : "";
    setRefusal(told);
    announce(told || say(PLAN_WORDS.undone, titles));
  };
  if (state === null && !last && !shortening) return null;
  return (
    <footer class="plan-foot">
      {refusal !== "" && <p class="failure">{refusal}</p>}
      {last && isOpen && (
        <ol class="recent" aria-label={say(PLAN_WORDS.recent)}>
          {done.map(({ title }, i) => (
            <li key={done.length - i}>
              <bdi>{visible(title)}</bdi>
              <button type="button" class="link" onClick={() => undoUpTo(i + 1)}>{say(PLAN_WORDS.undoTo)}</button>
            </li>
          ))}
        </ol>
      )}
      <div class="foot-line">
        {last && (
          <button type="button" class="undo" onClick={() => undoUpTo(1)}><UndoIcon /><span title={say(PLAN_WORDS.undo, visible(last.title))}><bdi>{say(PLAN_WORDS.undo, visible(last.title))}</bdi></span></button>
        )}
        {done.length > 1 && <button type="button" class="undo-list" aria-expanded={isOpen} aria-label={say(PLAN_WORDS.recent)} title={say(PLAN_WORDS.recent)} onClick={() => setOpen(!isOpen)}>{done.length}</button>}
      </div>
      {state && (
        <p class={`saved ${state}`}>
          {state === "outbox" ? <WarningIcon /> : <CheckIcon />}
          <span>{state === "outbox" && reason ? visible(reason[language]) : say(STATES[state])}</span>
        </p>
      )}
      {shortening && <p class="saved">{say(PLAN_WORDS.shortening, String(shortening.done), String(shortening.of))}</p>}
    </footer>
  );
}
