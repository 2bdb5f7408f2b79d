/** Entry of the sidebar with the plan. */
import { Elsewhere } from "../../pane/elsewhere";
import { keeper, randomLetters, tabKeeper, today } from "../../pane/here";
import { keptDrafts } from "../../pane/plan/kept-drafts";
import { PlanPart } from "../../pane/plan/plan";
import { mountParts } from "../../pane/shell";
import "../../pane/whole-pane.css";
import { around, show } from "./browser";
import { planSidebar, type PlanSurroundings } from "./plan-client";

const here: PlanSurroundings = {
  ...around,
  get run() {
    return around.run;
  },
  keeper: keeper(),
  random: randomLetters,
  now: () => new Date().toISOString(),
  onReturn(listener) {
    addEventListener("focus", listener);
    return () => removeEventListener("focus", listener);
  },
};

show(planSidebar(here), (root, { host, store, data, workbook }) => mountParts(root, host, {
  functions: () => <Elsewhere view="functions" />,
  dataCheck: () => <Elsewhere view="dataCheck" />,
  plan: (isShown) => <PlanPart store={store} data={data} kept={keptDrafts(tabKeeper(), workbook)} now={today} isShown={isShown} />,
}));
