/** The pane in a page of its own, beside a workbook in memory. */
import { mountPane } from "../../src/pane/pane";
import "../../src/pane/whole-pane.css";
import { MemoryHost, type Settings } from "./memory-host";

declare global {
  interface Window {
    host: MemoryHost;
    start(settings: Settings, theme?: "light" | "dark"): void;
  }
}

window.start = (settings, theme) => {
  const root = document.querySelector<HTMLElement>("#pane");
  if (!root) throw new Error("the page has no #pane");
  if (theme) root.dataset["theme"] = theme;
  window.host = new MemoryHost(settings);
  mountPane(root, window.host);
};
