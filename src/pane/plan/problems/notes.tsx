/** The problems as notes on the cells of the sheets: written only when asked for, and taken back by another press. */
import { useState } from "preact/hooks";
import { notesOf, type CellNote, type NotesWritten } from "../../../plan/notes";
import { sentence } from "../../sentence";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { PROBLEM_WORDS } from "./words";

export function Notes() {
  const { say, language } = useSurroundings();
  const { plan, problems, writeNotes, isReadOnly } = usePlan();
  const [told, setTold] = useState<NotesWritten | { readonly state: "writing" } | null>(null);
  const isBusy = told?.state === "writing";
  const write = (notes: readonly CellNote[]) => {
    if (isBusy || !writeNotes) return;
    setTold({ state: "writing" });
    writeNotes(notes).catch((error: unknown): NotesWritten => ({ state: "refused", reason: { en: sentence(error), ru: sentence(error) } })).then(setTold, () => undefined);
  };
  if (!writeNotes) return <p class="caption">{say(PROBLEM_WORDS.noNotes)}</p>;
  return isReadOnly ? null : (
    <section aria-label={say(PROBLEM_WORDS.notes)}>
      <h3>{say(PROBLEM_WORDS.notes)}</h3>
      <p class="caption">{say(PROBLEM_WORDS.notesAbout)}</p>
      <p class="buttons spaced">
        <button type="button" aria-disabled={isBusy} onClick={() => write(notesOf(problems, plan.language))}>{say(PROBLEM_WORDS.write)}</button>
        <button type="button" aria-disabled={isBusy} onClick={() => write([])}>{say(PROBLEM_WORDS.remove)}</button>
      </p>
      <div role="status">
        {told?.state === "writing" && <p>{say(PROBLEM_WORDS.writing)}</p>}
        {told?.state === "written" && (
          <>
            <p>{say(PROBLEM_WORDS.written, told.written, told.removed)}</p>
            {told.left > 0 && <p>{say(PROBLEM_WORDS.left, told.left)}</p>}
            {told.lost > 0 && <p>{say(PROBLEM_WORDS.lost, told.lost)}</p>}
          </>
        )}
      </div>
      {told?.state === "refused" && <p class="failure" role="alert">{visible(told.reason[language])}</p>}
    </section>
  );
}
