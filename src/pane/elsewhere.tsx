/** Stands for a part of the pane that its host keeps in another panel: only one can be open at a time. */
import { useState } from "preact/hooks";
import type { View } from "./host";
import { sentence } from "./sentence";
import { visible } from "./spoofing";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

const OPEN = { functions: WORDS.openFunctions, dataCheck: WORDS.openDataCheck, plan: WORDS.openPlan };

export function Elsewhere({ view }: { readonly view: View }) {
  const { host, say } = useSurroundings();
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const open = () => {
    setOpening(true);
    setFailure(null);
    // Once it is open this panel is gone.
    host.openPart?.(view).catch((error: unknown) => {
      setFailure(sentence(error));
      setOpening(false);
    });
  };
  return (
    <div class="empty">
      <p>{say(WORDS.elsewhere)}</p>
      <button type="button" class="main" disabled={isOpening} onClick={open}>{say(isOpening ? WORDS.opening : OPEN[view])}</button>
      {failure !== null && <p class="failure" role="alert">{visible(failure)}</p>}
    </div>
  );
}
