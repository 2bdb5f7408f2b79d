/** A button that opens a screen; when one comes back from it, the focus is here again. */
import type { ComponentChildren } from "preact";
import { usePlan } from "./context";
import type { Screen } from "./screens";

type Props = { readonly to: Screen; readonly class?: string; readonly label?: string | undefined; readonly describedBy?: string; readonly children: ComponentChildren };

export function Opens({ to, class: look, label, describedBy, children }: Props) {
  const { go } = usePlan();
  return <button type="button" class={look} data-opens={JSON.stringify(to)} aria-label={label} title={label} aria-describedby={describedBy} onClick={() => go(to)}>{children}</button>;
}
