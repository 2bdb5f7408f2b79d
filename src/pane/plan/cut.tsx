/** Long lists are cut: hundreds of cards would make the pane slow. */
import { useState } from "preact/hooks";
import { useSurroundings } from "../surroundings";
import { PLAN_WORDS } from "./words";

const AT_ONCE = 40;

export function useCut<T>(rows: readonly T[], atOnce = AT_ONCE): { readonly shown: readonly T[]; readonly rest: number; readonly more: () => void } {
  const [count, setCount] = useState(atOnce);
  return { shown: rows.slice(0, count), rest: Math.max(0, rows.length - count), more: () => setCount(count + atOnce) };
}

export function More({ rest, more }: { readonly rest: number; readonly more: () => void }) {
  const { say } = useSurroundings();
  return rest > 0 ? <button type="button" class="link" onClick={more}>{say(PLAN_WORDS.more, rest)}</button> : null;
}
