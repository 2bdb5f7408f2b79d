/** The parts of the pane over functions and data: all of it but the plan. */
import { useEffect } from "preact/hooks";
import { useChecking, type TableState } from "./checking";
import { DataCheck } from "./data-check";
import type { PaneHost } from "./host";
import type { Parts } from "./shell";
import { PaneHostProvider } from "./surroundings";
import { Wizard } from "./wizard";

export const overFunctions = (host: PaneHost): Parts => {
  /** What the check knows by now, for the wizard. */
  const checked: { tables: readonly TableState[] } = { tables: [] };
  return {
    functions: () => <PaneHostProvider value={host}><Wizard checked={checked} /></PaneHostProvider>,
    dataCheck: (isShown, opened) => <PaneHostProvider value={host}><Checked host={host} isShown={isShown} opened={opened} checked={checked} /></PaneHostProvider>,
  };
};

function Checked({ host, isShown, opened, checked }: { readonly host: PaneHost; readonly isShown: boolean; readonly opened: number; readonly checked: { tables: readonly TableState[] } }) {
  const checking = useChecking(host, isShown);
  checked.tables = checking.tables ?? [];
  const { restart } = checking;
  useEffect(() => {
    if (opened > 0) restart();
  }, [opened, restart]);
  return <DataCheck checking={checking} />;
}
