/** What opens the pane at a phase of the plan from outside of it: the menu of the ribbon, and keys of its own. */
import type { PaneHost } from "../../pane/host";
import { PHASES, type Phase } from "../../pane/plan/screens";

/** As manifest.xml and the file of keys name them. */
export const ACTIONS: Readonly<Record<Phase, string>> = { plan: "VoronkaPlan", organize: "VoronkaOrganize", lead: "VoronkaLead", control: "VoronkaControl" };

/** Those of the ribbon bring one, and wait for its end; a key brings none. */
type Pressed = Partial<Pick<Office.AddinCommands.Event, "completed">> | null | undefined;

/**
 * To be called before Excel may press anything. The page may have been loaded for that very button: what was asked for is kept until
 * somebody listens.
 */
export function listenToCommands(): Pick<PaneHost, "onPhase"> {
  let waiting: Phase | null = null;
  let tell: ((phase: Phase) => void) | null = null;
  for (const phase of PHASES) Office.actions.associate(ACTIONS[phase], async (pressed: Pressed) => {
    if (tell) tell(phase);
    else waiting = phase;
    try {
      await Office.addin.showAsTaskpane();
    } finally {
      pressed?.completed?.();
    }
  });
  return {
    onPhase(listener) {
      tell = listener;
      if (waiting !== null) listener(waiting);
      waiting = null;
      return () => {
        if (tell === listener) tell = null;
      };
    },
  };
}
