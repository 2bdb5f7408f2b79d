/** What the selected cell needs: the sentence why our function failed there, and the way into the wizard. */
import { useEffect, useState } from "preact/hooks";
import type { FunctionHelp } from "../catalogue/define";
import { argumentsIn, ourCall } from "./draft";
import type { Selection } from "./host";
import { calculate } from "./live";
import { sheetOf } from "./reference";
import { visible } from "./spoofing";
import { usePaneHost, useSurroundings, type Surroundings } from "./surroundings";
import { WORDS } from "./words";

type Find = (name: string) => FunctionHelp | undefined;

type Props = {
  readonly find: Find;
  readonly edit: (selection: Selection) => void;
  /** The formula that the wizard shows already; there is no need to offer it. */
  readonly shown: string | null;
};

export function SelectedCell({ find, edit, shown }: Props) {
  const surroundings = useSurroundings();
  const { selection, say } = surroundings;
  const failure = useFailure(selection, find, surroundings);
  const ours = selection ? ourCall(selection.formula, find) : null;
  const canEdit = selection && ours && selection.formula !== shown;
  const cell = selection ? <bdi>{visible(selection.address)}</bdi> : null;
  return (
    <div class="selected" role="status">
      {failure !== null && (
        <p class="selected-failure">
          <strong>{around(say(WORDS.cellFailed, MARK), cell)}</strong> <bdi>{visible(failure)}</bdi>
        </p>
      )}
      {canEdit && (
        <p class="selected-edit">
          {failure === null && <span>{around(say(WORDS.cellHolds, MARK, ours.def.name), cell)}</span>}
          <button type="button" class="link" onClick={() => edit(selection)}>{say(WORDS.editInWizard)}</button>
        </p>
      )}
    </div>
  );
}

/** Stands in a sentence for what is put in as an element of its own, because its text comes out of the workbook. */
const MARK = "\u0001";

function around(sentence: string, element: preact.ComponentChild): preact.ComponentChild {
  const [before, after] = sentence.split(MARK);
  return <>{before}{element}{after}</>;
}

/** The sentence of the failure. Hosts that know only its code leave the sentence to a calculation of our own. */
function useFailure(selection: Selection | null, find: Find, { language, names }: Surroundings): string | null {
  const host = usePaneHost();
  const [found, setFound] = useState<{ readonly of: Selection; readonly sentence: string } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ours = selection?.failure != null ? ourCall(selection.formula, find) : null;
    if (!selection || !ours) return;
    const args = argumentsIn(ours.def, ours.args, names);
    void calculate(ours.def, args, sheetOf(selection.qualified), host, language).then((live) => {
      if (isCurrent && live.state === "failure") setFound({ of: selection, sentence: live.failure.message });
    });
    return () => {
      isCurrent = false;
    };
  }, [selection, find, host, language, names]);
  if (selection?.failure == null) return null;
  return found?.of === selection ? found.sentence : selection.failure;
}
