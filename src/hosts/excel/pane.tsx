/** Entry of taskpane.js: the pane inside Excel. The page comes with two texts of its own (page.html): waiting, and Office missing. */
import { mountPane } from "../../pane/pane";
import "../../pane/whole-pane.css";
import { listenToCommands } from "./commands";
import { followTheme } from "./theme";
import { excelHost } from "./workbook";

/** Office answers within a second or two; after this it will not. The page's own style waits as long for office.js itself. */
const PATIENCE_MS = 8000;

const page = document.documentElement;
/** What the page shows: `waiting` (as served), `missing`, `elsewhere` or `ready`. */
const show = (state: "missing" | "elsewhere" | "ready"): void => {
  page.dataset["state"] = state;
};

async function start(): Promise<void> {
  if (typeof Office === "undefined") return show("missing");
  const late = setTimeout(() => show("missing"), PATIENCE_MS);
  const { host } = await Office.onReady();
  clearTimeout(late);
  if (host !== Office.HostType.Excel) return show("elsewhere");
  const pane = await excelHost(listenToCommands());
  const root = document.getElementById("pane");
  if (!root) throw new Error("the page has no #pane");
  page.lang = pane.language;
  followTheme(root);
  show("ready");
  mountPane(root, pane);
}

start().catch((error: unknown) => {
  console.error(error);
  show("missing");
});
