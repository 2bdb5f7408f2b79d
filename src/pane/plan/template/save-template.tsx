/** The plan as a text that can be copied or saved: no program has to be asked for it. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Cycle } from "../../../plan/cycles";
import { templateOf } from "../../../plan/template";
import { readTemplate, templateText } from "../../../plan/template-text";
import { copy as copyOut } from "../../clipboard";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { cycleName } from "../in-cycle";
import { TEMPLATE_WORDS } from "./words";

export function SaveTemplate({ cycle }: { readonly cycle: Cycle }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const [names, setNames] = useState(true);
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const hasDates = cycle.fields.start !== null && cycle.fields.end !== null && cycle.fields.end >= cycle.fields.start;
  const text = useMemo(() => (hasDates ? templateText(templateOf(plan, cycle, names)) : ""), [plan, cycle, names, hasDates]);
  // What could not be read again would be no template.
  const problem = useMemo(() => {
    const again = hasDates ? readTemplate(text) : null;
    return !hasDates ? TEMPLATE_WORDS.noDates : again && "problem" in again ? again.problem : null;
  }, [text, hasDates]);
  const copy = async () => {
    area.current?.focus();
    area.current?.select();
    setSaid((await copyOut({ text })) ? "copied" : "notCopied");
  };
  return (
    <section aria-label={say(TEMPLATE_WORDS.save)}>
      <h3>{say(TEMPLATE_WORDS.save)}</h3>
      <p>{say(TEMPLATE_WORDS.about, visible(cycleName(cycle)))}</p>
      {problem ? <p class="warning">{say(problem)}</p> : (
        <>
          <label class="tick"><input type="checkbox" checked={names} onChange={() => setNames(!names)} /> {say(TEMPLATE_WORDS.names)}</label>
          <textarea class="template-text" readOnly rows={4} ref={area} aria-label={say(TEMPLATE_WORDS.text)} value={text} />
          <p class="buttons spaced">
            <button type="button" onClick={() => void copy()}>{say(TEMPLATE_WORDS.copy)}</button>
            <button type="button" onClick={() => download(text, `${fileName(cycle.fields.cycle_id)}.json`)}>{say(TEMPLATE_WORDS.file)}</button>
          </p>
          <p class="caption" role="status">{say(TEMPLATE_WORDS[said ?? "keepIt"])}</p>
        </>
      )}
    </section>
  );
}

function download(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Letters, digits and dashes: what every disk takes. */
const fileName = (key: string | null): string => `voronka-${[...(key ?? "")].filter((char) => char === "-" || (char >= "0" && char <= "9") || char.toLowerCase() !== char.toUpperCase()).join("").slice(0, 40) || "plan"}`;
