/** Entry of the sidebar with the plan. */
import { serialOfDay } from "../../core/calendar";
import { Elsewhere } from "../../pane/elsewhere";
import { PlanPart } from "../../pane/plan/plan";
import { mountParts } from "../../pane/shell";
import "../../pane/whole-pane.css";
import { around, show } from "./browser";
import { planSidebar, type PlanSurroundings } from "./plan-client";
import type { Keeper } from "./plan-outbox";

/** A browser that blocks storage throws when it is asked for it. */
function keeper(): Keeper | null {
  try {
    localStorage.setItem("voronka-test", "");
    localStorage.removeItem("voronka-test");
    return localStorage;
  } catch {
    return null;
  }
}

/** The day it is for the user, whatever the zone of the spreadsheet. */
function today(): number {
  const now = new Date();
  return serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}

const here: PlanSurroundings = {
  ...around,
  get run() {
    return around.run;
  },
  keeper: keeper(),
  random: () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join(""),
  now: () => new Date().toISOString(),
  onReturn(listener) {
    addEventListener("focus", listener);
    return () => removeEventListener("focus", listener);
  },
};

show(planSidebar(here), (root, { host, store }) => mountParts(root, host, {
  functions: () => <Elsewhere view="functions" />,
  dataCheck: () => <Elsewhere view="dataCheck" />,
  plan: (isShown) => <PlanPart store={store} now={today} isShown={isShown} />,
}));
