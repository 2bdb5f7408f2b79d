/** The task pane, the same in every host: the function wizard, the data check and the plan. */
import type { PaneHost } from "./host";
import { overFunctions } from "./over-functions";
import { PlanPart } from "./plan/plan";
import { mountParts } from "./shell";

/** Shows the pane inside `root`; see mountParts. The page brings whole-pane.css. */
export function mountPane(root: HTMLElement, host: PaneHost): void {
  const plan = host.plan && host.today ? { store: host.plan, now: () => host.today?.() ?? 0 } : null;
  mountParts(root, host, {
    ...overFunctions(host),
    ...(plan && { plan: (isShown) => <PlanPart store={plan.store} now={plan.now} isShown={isShown} /> }),
  });
}
