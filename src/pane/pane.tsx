/** The task pane, the same in every host: the function wizard, the data check and the plan. */
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LANGUAGES, type Language } from "../catalogue/words";
import { useChecking } from "./checking";
import { DataCheck } from "./data-check";
import type { PaneHost } from "./host";
import { notationOf, sayIn, SurroundingsProvider, useNames, useSelection, type Surroundings } from "./surroundings";
import { PlanPart } from "./plan/plan";
import { panelId, tabId, Tabs, VIEWS, type View } from "./tabs";
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
  const [view, setView] = useState<View>("functions");
  const checking = useChecking(host, view === "dataCheck");
  const { restart } = checking;
  useEffect(() => host.onOpened?.(() => {
    setView("dataCheck");
    restart();
  }), [host, restart]);
  const plan = host.plan && host.today ? { store: host.plan, today: host.today() } : null;
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
      <Tabs views={plan ? VIEWS : VIEWS.filter((each) => each !== "plan")} view={view} choose={setView} />
      <main class="views">
        {/* All stay: going from one to the other loses nothing. */}
        <div class="body" role="tabpanel" id={panelId("functions")} aria-labelledby={tabId("functions")} hidden={view !== "functions"}><Wizard /></div>
        <div class="body" role="tabpanel" id={panelId("dataCheck")} aria-labelledby={tabId("dataCheck")} hidden={view !== "dataCheck"}><DataCheck checking={checking} /></div>
        {plan && <div class="body of-plan" role="tabpanel" id={panelId("plan")} aria-labelledby={tabId("plan")} hidden={view !== "plan"}><PlanPart store={plan.store} today={plan.today} isShown={view === "plan"} /></div>}
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
