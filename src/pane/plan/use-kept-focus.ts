/** What was pressed may be gone after it: a task that is done leaves its list, a problem that is repaired too. The focus stays near. */
import { useLayoutEffect, useRef } from "preact/hooks";

type Before = { readonly element: HTMLElement; readonly around: readonly Element[] };

/** @returns to be called whenever something gets the focus */
export function useKeptFocus(): (event: FocusEvent) => void {
  const before = useRef<Before | null>(null);
  useLayoutEffect(() => {
    const { current } = before;
    if (!current || current.element.isConnected || document.activeElement !== document.body) return;
    const { element, around } = current;
    before.current = null;
    const alike = element.className === "" ? "button" : `${element.localName}.${CSS.escape(element.classList[0]!)}`;
    const near = around.filter((each) => each.isConnected).map((each) => each.querySelector<HTMLElement>(`${alike}, button`)).find((each) => each !== null);
    (near ?? document.querySelector<HTMLElement>(".plan-body:not([hidden]) h2"))?.focus();
  });
  return ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const own = target.closest("li");
    const all = own?.parentElement ? [...own.parentElement.children] : [];
    const at = own ? all.indexOf(own) : -1;
    before.current = { element: target, around: [...all.slice(at + 1), ...all.slice(0, Math.max(0, at)).reverse()] };
  };
}
