/** One suspicion: what it is, how often, what it does to the metrics, and the way to each of its rows. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Finding, Spot } from "../catalogue/findings";
import { plainNumber } from "./format";
import { areaReference } from "./reference";
import { sentence } from "./sentence";
import { visible } from "./spoofing";
import { useCheckWords, useSurroundings } from "./surroundings";
import { WORDS } from "./words";

/** So few rows need not be unfolded. */
const FEW = 3;
const FIRST = 20;
const MORE = 100;

export function FindingView({ finding: { kind, count, spots, names = [] }, sheet }: { readonly finding: Finding; readonly sheet: string }) {
  const { say, language } = useSurroundings();
  const { suspicions, texts } = useCheckWords();
  const [isOpen, setOpen] = useState(false);
  const { title, effect } = suspicions[kind];
  return (
    <li class="finding">
      <h5>{title[language]} <span class="count">{plainNumber(count, language)}</span></h5>
      <p>{effect[language]}</p>
      {names.length > 0 && (
        <ul class="names">
          {names.map(({ name, nearest, count: times }) => <li key={name}><bdi>{nearest === null ? visible(name) : say(texts.probably, visible(name), visible(nearest))}</bdi> <span class="count">{plainNumber(times, language)}</span></li>)}
        </ul>
      )}
      {count <= FEW ? <Spots spots={spots} count={count} sheet={sheet} /> : (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say(WORDS.toRows, plainNumber(count, language))}</summary>
          {isOpen && <Spots spots={spots} count={count} sheet={sheet} />}
        </details>
      )}
    </li>
  );
}

function Spots({ spots, count, sheet }: { readonly spots: readonly Spot[]; readonly count: number; readonly sheet: string }) {
  const { host, say, language } = useSurroundings();
  const { texts } = useCheckWords();
  const [shown, setShown] = useState(FIRST);
  const [last, setLast] = useState<Spot | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed may be gone: the first of the new rows gets the focus.
  useLayoutEffect(() => {
    if (shown > FIRST) list.current?.querySelectorAll("button")[shown === FIRST + MORE ? FIRST : shown - MORE]?.focus();
  }, [shown]);
  const go = (spot: Spot) => {
    setLast(spot);
    setFailure(null);
    host.show(areaReference(sheet, spot)).catch((error: unknown) => setFailure(sentence(error)));
  };
  return (
    <>
      <ul class="spots" ref={list}>
        {spots.slice(0, shown).map((spot, i) => (
          <li key={i}>
            <button type="button" aria-current={spot === last ? "true" : undefined} onClick={() => go(spot)}>
              {say(WORDS.row, spot.row)}{spot.text !== "" && <>{": "}<bdi>{visible(spot.text)}</bdi></>}
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">{failure !== null && <p class="failure">{say(WORDS.notShown, visible(failure))}</p>}</div>
      {shown < spots.length ? <button type="button" class="link" onClick={() => setShown(shown + MORE)}>{say(WORDS.showMore)}</button>
        : spots.length < count && <p class="caption">{say(texts.furtherRows, plainNumber(spots.length, language))}</p>}
    </>
  );
}
