/** The list of ready sheets. A native dialog: it keeps the focus inside, Escape closes it, and the focus goes back where it was. */
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import { READY_SHEETS, type ReadySheet } from "./examples";
import { WORDS } from "./words";

type Props = { readonly language: Language; readonly choose: (chosen: ReadySheet) => void; readonly close: () => void };

export function ExamplesDialog({ language, choose, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="ask examples" aria-labelledby="examples-title" aria-describedby="examples-text" onCancel={(event) => { event.preventDefault(); close(); }}>
      <h2 id="examples-title">{WORDS.examples[language]}</h2>
      <p id="examples-text">{WORDS.examplesText[language]}</p>
      <ul>
        {READY_SHEETS.map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => choose(each)}><strong>{each.words[language]}</strong><span>{each.question[language]}</span></button>
          </li>
        ))}
      </ul>
      <div><button type="button" onClick={close}>{WORDS.cancel[language]}</button></div>
    </dialog>
  );
}
