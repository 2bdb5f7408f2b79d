/** How a plan begins: a ready-made one out of four numbers, one out of the user's data, or empty sheets. One screen, no carousel. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { BackIcon } from "../icons";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import type { DealData } from "../host";
import { MyData } from "./data/from-data";
import { EmptyStart } from "./first-empty";
import { FIRST_WORDS } from "./first-words";
import { ReadyMade } from "./first-ready";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";

export type StartProps = { readonly planning: Planning; readonly today: number };
type Way = "ready" | "data" | "empty";

/** @param data left out where this host cannot read tables */
export function FirstRun({ data, ...props }: StartProps & { readonly data?: DealData }) {
  const { say, language } = useSurroundings();
  const [way, setWay] = useState<Way | null>(null);
  const left = useRef<Way | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  const wasDrawn = useRef(false);
  useLayoutEffect(() => {
    if (wasDrawn.current) (screen.current?.querySelector<HTMLElement>(way === null ? `[data-way="${left.current ?? ""}"]` : "h2"))?.focus();
    wasDrawn.current = true;
  }, [way]);
  const { planning } = props;
  if (planning.progress) return <Making planning={planning} />;
  const back = () => {
    left.current = way;
    setWay(null);
  };
  const failure = planning.error && <p class="failure" role="alert">{say(FIRST_WORDS.notCreated, visible(planning.error.reason[language]))}</p>;
  if (way !== null) {
    return (
      <div class="plan-body" ref={screen} onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); back(); } }}>
        <div class="screen-head has-back">
          <button type="button" class="back" aria-label={say(PLAN_WORDS.back)} title={say(PLAN_WORDS.back)} onClick={back}><BackIcon /></button>
          <h2 tabIndex={-1}>{say(FIRST_WORDS[way])}</h2>
        </div>
        {failure}
        {way === "ready" && <ReadyMade {...props} />}
        {way === "data" && data && <MyData {...props} data={data} />}
        {way === "empty" && <EmptyStart {...props} />}
      </div>
    );
  }
  return (
    <div class="plan-body first" ref={screen}>
      <h2 tabIndex={-1}>{say(FIRST_WORDS.title)}</h2>
      <p>{say(FIRST_WORDS.value)}</p>
      {failure}
      <ul class="ways">
        {([...(data ? ["ready", "data"] as const : ["ready"] as const), "empty"] as const).map((each) => (
          <li key={each}>
            <button type="button" class={each === "ready" ? "way main" : "way"} data-way={each} onClick={() => setWay(each)}>
              <strong>{say(FIRST_WORDS[each])}</strong>
              <span>{say(FIRST_WORDS[`${each}About`])}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
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
