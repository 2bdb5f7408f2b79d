/** What the pane is waiting for, where that takes so long that it must be said. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Work } from "../../plan/book";
import type { PlanStore } from "../../plan/store";

export type Waiting = { readonly during: "load" | "save"; /** null where the host cannot tell how far it is. */ readonly work: Work | null };

/** Shorter work is not told: a flash of a message is worse than none. Milliseconds. */
const PATIENCE = 1000;
/** A count that changes more often is read by nobody. Milliseconds. */
const BREATH = 500;

/**
 * @param isFirst nothing else is on the screen yet: what is known is told at once
 * @returns what is to be told, and how to begin and end
 */
export function useWork(store: PlanStore, isFirst: () => boolean): readonly [Waiting | null, begin: (during: Waiting["during"]) => () => void] {
  const [told, tell] = useState<Waiting | null>(null);
  const now = useRef<{ during: Waiting["during"] | null; since: number; told: number }>({ during: null, since: 0, told: -BREATH }).current;
  useEffect(() => store.onWork?.((work) => {
    const moment = performance.now();
    if (now.during === null || moment - now.told < BREATH || !(isFirst() || moment - now.since >= PATIENCE)) return;
    now.told = moment;
    tell({ during: now.during, work });
  }), [store, now, isFirst]);
  const begin = useCallback((during: Waiting["during"]) => {
    Object.assign(now, { during, since: performance.now() });
    const timer = setTimeout(() => tell((before) => before ?? { during, work: null }), PATIENCE);
    return () => {
      clearTimeout(timer);
      now.during = null;
      tell(null);
    };
  }, [now]);
  return [told, begin];
}
