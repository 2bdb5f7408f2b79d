/**
 * F6 goes round the parts of the page: bar, sheet, pane; with Shift the other way. The sheet takes Tab for itself, as every spreadsheet
 * does, so that without this key nobody gets out of it without a mouse. Excel has the same key for it.
 */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from "@univerjs/core";
import { useEffect } from "preact/hooks";

const [BAR, SHEET, PANE] = [0, 1, 2];
/** What may have the focus at first. The sheet hears keys through an editor that stands somewhere in the page. */
const FIRST = [".bar button", `[id="__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}"]`, "#side [role=tab][aria-selected=true]"] as const;

const partOf = (element: Element | null): number => (element?.closest(".bar") ? BAR! : element?.closest("#side") ? PANE! : SHEET!);
const isShown = (element: Element | null | undefined): element is HTMLElement => element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0;

export function usePartsKey(): void {
  useEffect(() => {
    /** Where one was in each part. */
    const left = new Map<number, Element>();
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      const { activeElement } = document;
      const now = partOf(activeElement);
      if (activeElement && activeElement !== document.body) left.set(now, activeElement);
      const steps = event.shiftKey ? [2, 1] : [1, 2];
      const targets = steps.map((step) => (now + step) % FIRST.length).flatMap((at) => [left.get(at), document.querySelector(FIRST[at]!)]);
      targets.find(isShown)?.focus();
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, []);
}
