/** Asks before unsaved changes are lost. A native dialog: it keeps the focus inside, Escape cancels, and the focus goes back where it was. */
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import { say, WORDS } from "./words";

export type Answer = "save" | "discard" | "cancel";

export function Ask({ language, bookName, answer }: { readonly language: Language; readonly bookName: string; readonly answer: (answer: Answer) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const choose = (chosen: Answer) => {
    dialog.current?.close();
    answer(chosen);
  };
  return (
    <dialog ref={dialog} class="ask" aria-labelledby="ask-title" aria-describedby="ask-text" onCancel={(event) => { event.preventDefault(); choose("cancel"); }}>
      <h2 id="ask-title">{WORDS.ask[language]}</h2>
      <p id="ask-text">{say(WORDS.askText, language, bookName)}</p>
      <div>
        <button type="button" class="main" onClick={() => choose("save")}>{WORDS.saveFirst[language]}</button>
        <button type="button" onClick={() => choose("discard")}>{WORDS.discard[language]}</button>
        <button type="button" onClick={() => choose("cancel")}>{WORDS.cancel[language]}</button>
      </div>
    </dialog>
  );
}
