/** What does not belong to one phase. */
import { useRef } from "preact/hooks";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { MenuIcon } from "./icons";
import type { Screen } from "./screens";
import type { Planning } from "./use-planning";
import { BACKWARD_WORDS } from "./backward/words";
import { COPY_WORDS } from "./copy/words";
import { REPORT_SCREEN_WORDS } from "./report/words";
import { TEMPLATE_WORDS } from "./template/words";
import { PLAN_WORDS } from "./words";
import type { Words } from "../../plan/words";

const ITEMS: readonly { readonly words: Words; readonly to: Screen }[] = [
  { words: BACKWARD_WORDS.title, to: { at: "backward" } }, { words: PLAN_WORDS.manageCycles, to: { at: "cycles" } }, { words: PLAN_WORDS.closeCycle, to: { at: "close" } }, { words: REPORT_SCREEN_WORDS.title, to: { at: "report" } },
  { words: TEMPLATE_WORDS.menu, to: { at: "template" } }, { words: COPY_WORDS.title, to: { at: "copy" } },
];

export function Menu({ planning }: { readonly planning: Planning }) {
  const { say } = useSurroundings();
  const { go } = usePlan();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    event.preventDefault();
    close();
    menu.current.querySelector("summary")?.focus();
  };
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) close();
  };
  const pick = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={escape} onFocusOut={leave}>
      <summary aria-label={say(PLAN_WORDS.menu)} title={say(PLAN_WORDS.menu)}><MenuIcon /></summary>
      <div class="menu-items">
        {ITEMS.map(({ words, to }) => <button key={to.at} type="button" onClick={pick(() => go(to))}>{say(words)}</button>)}
        <button type="button" onClick={pick(planning.reload)}>{say(PLAN_WORDS.reload)}</button>
      </div>
    </details>
  );
}
