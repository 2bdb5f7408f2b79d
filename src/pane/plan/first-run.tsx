/** How a plan begins: a ready-made one out of four numbers, one out of the user's data, or empty sheets. One screen, no carousel. */
import { Fragment, type ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { BackIcon } from "../icons";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import type { DealData } from "../host";
import { MyData } from "./data/from-data";
import { EmptyStart } from "./first-empty";
import { TemplateStart } from "./template/template";
import { FIRST_WORDS } from "./first-words";
import { ReadyMade } from "./first-ready";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";

export type StartProps = { readonly planning: Planning; readonly today: number };
type Way = "ready" | "data" | "template" | "empty";

/** @param data left out where this host cannot read tables */
export function FirstRun({ data, ...props }: StartProps & { readonly data?: DealData }) {
  const { say, language } = useSurroundings();
  const { planning } = props;
  const [way, setWay] = useState<Way | null>(null);
  const left = useRef<Way | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  const wasDrawn = useRef(false);
  const isMaking = planning.progress !== null;
  /** A way that was opened once stays: going back, or stopping the making of the sheets, loses nothing. */
  const opened = useRef(new Set<Way>()).current;
  if (way !== null) opened.add(way);
  useLayoutEffect(() => {
    if (wasDrawn.current && !isMaking) (screen.current?.querySelector<HTMLElement>(way === null ? `[data-way="${left.current ?? ""}"]` : "h2"))?.focus();
    wasDrawn.current = true;
  }, [way, isMaking]);
  const back = () => {
    left.current = way;
    setWay(null);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || way === null) return;
    event.preventDefault();
    back();
  };
  const ways: readonly Way[] = data ? ["ready", "data", "template", "empty"] : ["ready", "template", "empty"];
  const content: Readonly<Record<Way, () => ComponentChildren>> = { ready: () => <ReadyMade {...props} />, data: () => data && <MyData {...props} data={data} />, template: () => <TemplateStart {...props} />, empty: () => <EmptyStart {...props} /> };
  return (
    <>
      {isMaking && <Making planning={planning} />}
      <div class={way === null ? "plan-body first" : "plan-body"} hidden={isMaking} ref={screen} onKeyDown={escape}>
        {way === null ? (
          <>
            <h2 tabIndex={-1}>{say(FIRST_WORDS.title)}</h2>
            <p>{say(FIRST_WORDS.value)}</p>
          </>
        ) : (
          <div class="screen-head has-back">
            <button type="button" class="back" aria-label={say(PLAN_WORDS.back)} title={say(PLAN_WORDS.back)} onClick={back}><BackIcon /></button>
            <h2 tabIndex={-1}>{say(FIRST_WORDS[way])}</h2>
          </div>
        )}
        {planning.error && <p class="failure" role="alert">{say(FIRST_WORDS.notCreated, visible(planning.error.reason[language]))}</p>}
        {way === null && (
          <ul class="ways">
            {ways.map((each) => (
              <li key={each}>
                <button type="button" class={each === "ready" ? "way main" : "way"} data-way={each} onClick={() => setWay(each)}>
                  <strong>{say(FIRST_WORDS[each])}</strong>
                  <span>{say(FIRST_WORDS[`${each}About`])}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {/* With a key: otherwise it is taken for the heading above, which comes and goes, and begins anew. */}
        <Fragment key="opened">{ways.filter((each) => opened.has(each)).map((each) => <div key={each} hidden={each !== way}>{content[each]()}</div>)}</Fragment>
      </div>
    </>
  );
}

function Making({ planning: { progress, cancel } }: { readonly planning: Planning }) {
  const { say } = useSurroundings();
  const [isStopping, setStopping] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { done, of } = progress ?? { done: 0, of: 0 };
  const text = isStopping ? say(FIRST_WORDS.stopping) : of > 0 ? say(FIRST_WORDS.creatingOf, done, of) : say(FIRST_WORDS.creating);
  return (
    <div class="plan-body making">
      <h2 tabIndex={-1} ref={heading}>{say(FIRST_WORDS.creating)}</h2>
      <progress aria-label={say(FIRST_WORDS.creating)} {...(of > 0 ? { value: done, max: of } : {})} />
      <p class="caption" role="status">{text}</p>
      <button type="button" disabled={isStopping} onClick={() => { setStopping(true); cancel(); }}>{say(FIRST_WORDS.stop)}</button>
    </div>
  );
}
