/** All functions: searched, or browsed by group; each with its question and an example. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { GROUPS, type FunctionHelp, type Group } from "../catalogue/define";
import { exampleFormula } from "../catalogue/example";
import { exampleResult } from "./example";
import { searchOver } from "./search";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Props = {
  readonly catalogue: readonly FunctionHelp[];
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly group: Group | null;
  readonly setGroup: (group: Group | null) => void;
  readonly open: (def: FunctionHelp) => void;
  /** The function that was shown before, which gets the focus back. */
  readonly left: string | null;
};

export function FunctionList({ catalogue, query, setQuery, group, setGroup, open, left }: Props) {
  const { say, language } = useSurroundings();
  const search = useMemo(() => searchOver(catalogue), [catalogue]);
  const found = useMemo(() => search(query).filter((def) => group === null || def.group === group), [search, query, group]);
  const list = useRef<HTMLUListElement>(null);
  const groups = (Object.keys(GROUPS) as Group[]).filter((each) => catalogue.some((def) => def.group === each));

  useLayoutEffect(() => {
    if (left !== null) list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(left)}"]`)?.focus();
  }, [left]);

  /** Down from the search field and between the functions. */
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(".card") ?? [])];
    const next = cards[cards.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const showAll = () => {
    setQuery("");
    setGroup(null);
  };
  return (
    <div onKeyDown={move}>
      <div class="search">
        <label class="unseen" for="voronka-search">{say(WORDS.search)}</label>
        <input id="voronka-search" type="search" autocomplete="off" spellcheck={false} placeholder={say(WORDS.searchHint)} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      <div class="groups" role="group" aria-label={say(WORDS.groups)}>
        {[null, ...groups].map((each) => (
          <button key={each ?? "all"} type="button" class="chip" aria-pressed={each === group} onClick={() => setGroup(each)}>
            {each === null ? say(WORDS.all) : GROUPS[each][language]}
          </button>
        ))}
      </div>
      <p class="unseen" role="status">{query === "" && group === null ? "" : `${say(WORDS.functions)}: ${found.length}`}</p>
      {found.length === 0 ? (
        <div class="empty">
          <p><strong>{say(WORDS.nothingFound, query.trim())}</strong></p>
          <p>{say(WORDS.nothingFoundHelp)}</p>
          <button type="button" onClick={showAll}>{say(WORDS.clearSearch)}</button>
        </div>
      ) : (
        <ul class="cards" ref={list}>
          {found.map((def) => <Card key={def.id} def={def} open={open} />)}
        </ul>
      )}
    </div>
  );
}

function Card({ def, open }: { readonly def: FunctionHelp; readonly open: (def: FunctionHelp) => void }) {
  const { language, notation } = useSurroundings();
  const [example] = def.examples;
  return (
    <li>
      <button type="button" class="card" data-id={def.id} aria-labelledby={`${def.id}-title ${def.id}-name`} aria-describedby={`${def.id}-summary`} onClick={() => open(def)}>
        <span class="card-title" id={`${def.id}-title`}>{def.title[language]}</span>
        <span class="card-name" id={`${def.id}-name`} translate={false}>{def.name}</span>
        <span class="card-summary" id={`${def.id}-summary`}>{def.summary[language]}</span>
        <span class="card-example" translate={false}>{exampleFormula(def, example, notation)}</span>
        <span class="card-result" translate={false}>→ {exampleResult(def, example, language)}</span>
      </button>
    </li>
  );
}
