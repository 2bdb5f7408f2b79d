/** Entry of the sidebar with functions and data check: the page is paid for at each opening, so the plan has one of its own. */
import { Elsewhere } from "../../pane/elsewhere";
import { overFunctions } from "../../pane/over-functions";
import "../../pane/pane.css";
import { mountParts } from "../../pane/shell";
import { around, show } from "./browser";
import { sheetsHost } from "./client";

/** The menu opens the functions; the plan's sidebar may have been asked for the data check. */
const isCheck = (): boolean => document.querySelector('meta[name="view"][content="dataCheck"]') !== null;

show(
  sheetsHost(around).then((host) => ({ host: isCheck() ? { ...host, view: "dataCheck" as const } : host })),
  (root, { host }) => mountParts(root, host, { ...overFunctions(host), plan: () => <Elsewhere view="plan" /> }),
);
