/** What the page remembers between visits: language and theme, in this browser only. */
import { languageOf, type Language } from "../../catalogue/words";

export type Theme = "light" | "dark";
export type Preferences = { readonly language: Language; readonly theme: Theme };

const LANGUAGE = "voronka.language";
const THEME = "voronka.theme";

/** Storage may be switched off in a browser; then nothing is remembered, and nothing breaks. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function readPreferences(): Preferences {
  const language = stored(LANGUAGE);
  const theme = stored(THEME);
  return {
    language: language === "en" || language === "ru" ? language : languageOf(navigator.language),
    theme: theme === "light" || theme === "dark" ? theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  };
}

export function keepPreferences({ language, theme }: Preferences): void {
  try {
    localStorage.setItem(LANGUAGE, language);
    localStorage.setItem(THEME, theme);
  } catch {
    // As above: a closed storage is no reason to stop.
  }
}
