/** The task pane, the same in every host: the function wizard, the data check and the plan. */
import type { PaneHost } from "./host";
import { overFunctions } from "./over-functions";
import { PlanPart } from "./plan/plan";
import type { Phase } from "./plan/screens";
import { mountParts } from "./shell";
import { tabId } from "./tabs";

/** Shows the pane inside `root`; see mountParts. The page brings whole-pane.css. */
export function mountPane(root: HTMLElement, host: PaneHost): void {
  const plan = host.plan && host.today ? { store: host.plan, now: () => host.today?.() ?? 0 } : null;
  /** As if its tab had been pressed, too. */
  const onPhase = host.onPhase && ((listener: (phase: Phase) => void) => host.onPhase!((phase) => {
    document.getElementById(tabId("plan"))?.click();
    listener(phase);
  }));
  mountParts(root, host, {
    ...overFunctions(host),
    ...(plan && { plan: (isShown) => <PlanPart store={plan.store} data={host.data} now={plan.now} isShown={isShown} onPhase={onPhase} /> }),
  });
}
