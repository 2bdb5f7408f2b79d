/** What stands around the parts of the pane in every panel: product, language, tabs, and the voice for those who do not see it. */
import { render, type ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LANGUAGES, type Language } from "../catalogue/words";
import { VIEWS, type SheetHost, type View } from "./host";
import { notationOf, sayIn, SurroundingsProvider, useNames, useSelection, type Surroundings } from "./surroundings";
import { panelId, tabId, Tabs } from "./tabs";
import { WORDS } from "./words";

/** @param opened how often the user has opened other data */
export type Part = (isShown: boolean, opened: number) => ComponentChildren;
/** The parts that this panel has, each drawn from the beginning: going from one to the other loses nothing. */
export type Parts = { readonly [V in View]?: Part };

/**
 * Shows the parts inside `root`. The page brings the styles; `data-theme="light"` or `"dark"` on `root` overrides the theme of the system.
 * Called again for the same root it keeps everything typed, and takes over the language if that of the host has changed.
 */
export function mountParts(root: HTMLElement, host: SheetHost, parts: Parts): void {
  root.classList.add("voronka-pane");
  render(<Shell root={root} host={host} parts={parts} />, root);
}

function Shell({ root, host, parts }: { readonly root: HTMLElement; readonly host: SheetHost; readonly parts: Parts }) {
  const [language, setLanguage] = useState<Language>(host.language);
  const told = useRef(host.language);
  if (told.current !== host.language) {
    told.current = host.language;
    setLanguage(host.language);
  }
  const { selection, refresh } = useSelection(host);
  const names = useNames(host);
  const [announcement, setAnnouncement] = useState("");
  const announce = useCallback((sentence: string) => setAnnouncement(sentence), []);
  useEffect(() => {
    root.lang = language;
  }, [root, language]);
  const surroundings: Surroundings = useMemo(
    () => ({ host, language, notation: notationOf(host), names, selection, refresh, announce, say: sayIn(language) }),
    [host, language, names, selection, refresh, announce],
  );
  const views = VIEWS.filter((each) => parts[each]);
  const [view, setView] = useState<View>(host.view ?? "functions");
  const [opened, setOpened] = useState(0);
  useEffect(() => host.onOpened?.(() => {
    setView("dataCheck");
    setOpened((count) => count + 1);
  }), [host]);
  const choose = (chosen: Language) => {
    host.setLanguage?.(chosen);
    setLanguage(chosen);
    refresh(); // the host tells failures in its own language
  };
  return (
    <SurroundingsProvider value={surroundings}>
      <header class="top">
        <h1 class="top-title">{surroundings.say(WORDS.product)}</h1>
        <LanguageSwitch language={language} choose={choose} label={surroundings.say(WORDS.language)} />
      </header>
      <Tabs views={views} view={view} choose={setView} />
      <main class="views">
        {views.map((each) => (
          <div key={each} class={`body of-${each}`} role="tabpanel" id={panelId(each)} aria-labelledby={tabId(each)} hidden={view !== each}>{parts[each]?.(view === each, opened)}</div>
        ))}
      </main>
      <p class="unseen" role="status">{announcement}</p>
    </SurroundingsProvider>
  );
}

const LANGUAGE_NAMES: Readonly<Record<Language, { readonly short: string; readonly full: string }>> = {
  en: { short: "EN", full: "English" },
  ru: { short: "RU", full: "Русский" },
};

function LanguageSwitch({ language, choose, label }: { readonly language: Language; readonly choose: (language: Language) => void; readonly label: string }) {
  return (
    <div class="languages" role="group" aria-label={label}>
      {[...LANGUAGES].reverse().map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} title={LANGUAGE_NAMES[each].full} onClick={() => choose(each)}>
          {LANGUAGE_NAMES[each].short}
        </button>
      ))}
    </div>
  );
}
