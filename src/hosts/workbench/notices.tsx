/** What the page has to say about a file, under the bar: where the user is looking. */
import type { Language } from "../../catalogue/words";
import { say, WORDS } from "./words";

export type Message = {
  readonly text: string;
  /** `bad`: the file was not opened; `note`: it was, but. */
  readonly kind: "bad" | "note";
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
};
export type Busy = { readonly file: string; readonly rows: number; readonly isCalculating: boolean; readonly stop: (() => void) | null };

export function Notices({ language, message, busy, close }: { readonly language: Language; readonly message: Message | null; readonly busy: Busy | null; readonly close: () => void }) {
  return (
    <>
      {/* Always there, so that screen readers notice what appears in it. */}
      <div role="alert">
        {message && (
          <div class={`notice ${message.kind}`}>
            <p><bdi>{message.text}</bdi></p>
            {message.actions?.map(({ label, run }) => <button key={label} type="button" onClick={run}>{label}</button>)}
            <button type="button" class="close" aria-label={WORDS.close[language]} onClick={close}>×</button>
          </div>
        )}
      </div>
      <div role="status">
        {busy && (
          <div class="notice busy">
            <p>{busyText(busy, language)}</p>
            <progress aria-label={busyText(busy, language)} />
            {busy.stop && <button type="button" onClick={busy.stop}>{WORDS.stop[language]}</button>}
          </div>
        )}
      </div>
    </>
  );
}

function busyText({ file, rows, isCalculating }: Busy, language: Language): string {
  if (isCalculating) return WORDS.calculating[language];
  return rows > 0 ? say(WORDS.readingRows, language, file, rows) : say(WORDS.reading, language, file);
}
