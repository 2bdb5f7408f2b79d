/** The parts of the pane over functions and data: all of it but the plan. */
import { useEffect } from "preact/hooks";
import { useChecking } from "./checking";
import { DataCheck } from "./data-check";
import type { PaneHost } from "./host";
import type { Parts } from "./shell";
import { PaneHostProvider } from "./surroundings";
import { Wizard } from "./wizard";

export const overFunctions = (host: PaneHost): Parts => ({
  functions: () => <PaneHostProvider value={host}><Wizard /></PaneHostProvider>,
  dataCheck: (isShown, opened) => <PaneHostProvider value={host}><Checked host={host} isShown={isShown} opened={opened} /></PaneHostProvider>,
});

function Checked({ host, isShown, opened }: { readonly host: PaneHost; readonly isShown: boolean; readonly opened: number }) {
  const checking = useChecking(host, isShown);
  const { restart } = checking;
  useEffect(() => {
    if (opened > 0) restart();
  }, [opened, restart]);
  return <DataCheck checking={checking} />;
}
