/** The language of Voronka in Excel: the user's choice in the pane, else the display language of Excel. */
import { LANGUAGES, languageOf, type Language } from "../../catalogue/words";

const KEY = "voronka.language";
/** Excel on the web gives each site that embeds it a storage of its own; the key keeps them apart where the browser does not. */
const key = (): string => `${(globalThis.Office as typeof Office | undefined)?.context?.partitionKey ?? ""}${KEY}`;

/** Asked on every call: functions start before Office has told its language, and the choice may change while they run. */
export function currentLanguage(): Language {
  return chosenLanguage() ?? languageOf((globalThis.Office as typeof Office | undefined)?.context?.displayLanguage ?? globalThis.navigator?.language);
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(key(), language);
  } catch {
    // Storage may be closed to a framed page; the choice then lasts as long as the pane.
  }
}

function chosenLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(key());
    return LANGUAGES.find((language) => language === stored) ?? null;
  } catch {
    return null;
  }
}
