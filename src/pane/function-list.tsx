/** All functions: searched, or browsed by group; each with its question and an example. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { GROUP_QUESTIONS, GROUPS, type FunctionHelp, type Group } from "../catalogue/define";
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
  const matching = useMemo(() => search(query), [search, query]);
  const found = group === null ? matching : matching.filter((def) => def.group === group);
  const list = useRef<HTMLDivElement>(null);
  const groups = (Object.keys(GROUPS) as Group[]).filter((each) => catalogue.some((def) => def.group === each));

  const count = (each: Group | null) => (each === null ? matching : matching.filter((def) => def.group === each)).length;
  useLayoutEffect(() => {
    if (left !== null) list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(left)}"]`)?.focus();
  }, [left]);

  /** Down from the search field and between the functions; to the first and the last of them. */
  const move = (event: KeyboardEvent) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(".card") ?? [])];
    const at = cards.indexOf(event.target as HTMLElement);
    const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, ...(at >= 0 ? { Home: 0, End: cards.length - 1 } : {}) };
    const next = cards[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  /** Enter in the search field opens what was found first. */
  const openFirst = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key !== "Enter" || query.trim() === "" || !first) return;
    event.preventDefault();
    open(first);
  };
  const showAll = () => {
    setQuery("");
    setGroup(null);
  };
  return (
    <div onKeyDown={move}>
      <div class="search">
        <label class="unseen" for="voronka-search">{say(WORDS.search)}</label>
        <input id="voronka-search" type="search" autocomplete="off" spellcheck={false} placeholder={say(WORDS.searchHint)} value={query} onInput={(event) => setQuery(event.currentTarget.value)} onKeyDown={openFirst} />
      </div>
      <div class="groups" role="group" aria-label={say(WORDS.groups)}>
        {[null, ...groups].map((each) => (
          <button key={each ?? "all"} type="button" class="chip" aria-pressed={each === group} onClick={() => setGroup(each)}>
            {each === null ? say(WORDS.all) : GROUPS[each][language]} <span class="count">{count(each)}</span>
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
        <div ref={list}>
          {/* What was searched for stands best first, whatever its group. */}
          {query.trim() !== "" ? <Cards defs={found} open={open} /> : groups.filter((each) => group === null || group === each).map((each) => (
            <section key={each} aria-labelledby={`voronka-group-${each}`}>
              <h2 class="group-title" id={`voronka-group-${each}`}>{GROUPS[each][language]}</h2>
              <p class="group-question">{GROUP_QUESTIONS[each][language]}</p>
              <Cards defs={found.filter((def) => def.group === each)} open={open} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

type Opening = { readonly open: (def: FunctionHelp) => void };

const Cards = ({ defs, open }: Opening & { readonly defs: readonly FunctionHelp[] }) => <ul class="cards">{defs.map((def) => <Card key={def.id} def={def} open={open} />)}</ul>;

function Card({ def, open }: Opening & { readonly def: FunctionHelp }) {
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
