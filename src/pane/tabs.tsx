/** The parts of the pane, as tabs: arrow keys go from one to the other. */
import { useRef } from "preact/hooks";
import type { View } from "./host";
import { useSurroundings } from "./surroundings";
import { WORDS } from "./words";

const TITLES = { functions: WORDS.functions, dataCheck: WORDS.dataCheck, plan: WORDS.plan };

/** The ids tie a tab to its part of the pane. */
export const tabId = (view: View): string => `voronka-tab-${view}`;
export const panelId = (view: View): string => `voronka-panel-${view}`;

/** @param views those that this host has */
export function Tabs({ views, view, choose }: { readonly views: readonly View[]; readonly view: View; readonly choose: (view: View) => void }) {
  const { say } = useSurroundings();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = views.indexOf(view);
    const places: Readonly<Record<string, number>> = { ArrowRight: (at + 1) % views.length, ArrowLeft: (at + views.length - 1) % views.length, Home: 0, End: views.length - 1 };
    const next = views[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={say(WORDS.views)} ref={list} onKeyDown={move}>
      {views.map((each) => (
        <button key={each} type="button" role="tab" id={tabId(each)} aria-controls={panelId(each)} aria-selected={each === view} tabIndex={each === view ? 0 : -1} onClick={() => choose(each)}>
          {say(TITLES[each])}
        </button>
      ))}
    </div>
  );
}
