/** The file of keys that Excel reads with the manifest: one for each phase of the plan. Users may change them where Excel lets them. */
import { PHASE_TITLES, PHASES } from "../../pane/plan/screens";
import { ACTIONS } from "./commands";

/** With Shift: without it these are AltGr and a digit, which types € in Great Britain and @ in Spain. */
const KEYS = { windows: "Ctrl+Alt+Shift", mac: "Command+Alt" };

export const excelShortcuts = (): object => ({
  actions: PHASES.map((phase) => ({ id: ACTIONS[phase], type: "ExecuteFunction", name: `${PHASE_TITLES[phase].en} · ${PHASE_TITLES[phase].ru}` })),
  shortcuts: PHASES.map((phase, i) => ({ action: ACTIONS[phase], key: { default: `${KEYS.windows}+${i + 1}`, mac: `${KEYS.mac}+${i + 1}` } })),
});
