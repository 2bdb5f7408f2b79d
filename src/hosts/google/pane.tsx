/** Entry of the sidebar. */
import { languageOf } from "../../catalogue/words";
import { mountPane } from "../../pane/pane";
import "../../pane/pane.css";
import { sheetsHost, type ScriptRun } from "./client";

declare const google: { readonly script: { readonly run: ScriptRun } };

const root = document.getElementById("pane");
if (!root) throw new Error("the page has no #pane");

sheetsHost({
  get run() {
    return google.script.run;
  },
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  language: languageOf(navigator.language),
}).then(
  (host) => {
    document.documentElement.lang = host.language;
    root.replaceChildren();
    mountPane(root, host);
  },
  (error: unknown) => {
    root.setAttribute("role", "alert");
    root.textContent = error instanceof Error ? error.message : String(error);
  },
);
