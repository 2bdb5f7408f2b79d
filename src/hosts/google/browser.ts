/** What both sidebars take from the page they stand in. */
import { languageOf } from "../../catalogue/words";
import type { ScriptRun, Surroundings } from "./client";

declare const google: { readonly script: { readonly run: ScriptRun } };

export const around: Surroundings = {
  get run() {
    return google.script.run;
  },
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  language: languageOf(navigator.language),
};

/** Shows what `opening` gives, or why there is nothing. */
export function show<T extends { readonly host: { readonly language: string } }>(opening: Promise<T>, mount: (root: HTMLElement, opened: T) => void): void {
  const root = document.getElementById("pane");
  if (!root) throw new Error("the page has no #pane");
  opening.then(
    (opened) => {
      document.documentElement.lang = opened.host.language;
      root.replaceChildren();
      mount(root, opened);
    },
    (error: unknown) => {
      root.setAttribute("role", "alert");
      root.textContent = error instanceof Error ? error.message : String(error);
    },
  );
}
