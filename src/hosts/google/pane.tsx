/** Entry of the sidebar with functions and data check: the page is paid for at each opening, so the plan has one of its own. */
import { languageOf } from "../../catalogue/words";
import { overFunctions } from "../../pane/over-functions";
import "../../pane/pane.css";
import { mountParts } from "../../pane/shell";
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
    mountParts(root, host, overFunctions(host));
  },
  (error: unknown) => {
    root.setAttribute("role", "alert");
    root.textContent = error instanceof Error ? error.message : String(error);
  },
);
