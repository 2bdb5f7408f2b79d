/** The task pane, the same in every host: today the function wizard. */
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LANGUAGES, type Language } from "../catalogue/words";
import type { PaneHost } from "./host";
import { notationOf, sayIn, SurroundingsProvider, useNames, useSelection, type Surroundings } from "./surroundings";
import { WORDS } from "./words";
import { Wizard } from "./wizard";

/**
 * Shows the pane inside `root`. The page brings pane.css; `data-theme="light"` or `"dark"` on `root` overrides the theme of the system.
 * Called again for the same root it keeps everything typed, and takes over the language if that of the host has changed.
 */
export function mountPane(root: HTMLElement, host: PaneHost): void {
  root.classList.add("voronka-pane");
  render(<Pane root={root} host={host} />, root);
}

function Pane({ root, host }: { readonly root: HTMLElement; readonly host: PaneHost }) {
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
  const choose = (chosen: Language) => {
    host.setLanguage?.(chosen);
    setLanguage(chosen);
    refresh(); // the host tells failures in its own language
  };
  return (
    <SurroundingsProvider value={surroundings}>
      {/* Further parts of the pane, such as goals, get their tabs in this header. */}
      <header class="top">
        <h1 class="top-title">{surroundings.say(WORDS.functions)}</h1>
        <LanguageSwitch language={language} choose={choose} label={surroundings.say(WORDS.language)} />
      </header>
      <Wizard />
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
