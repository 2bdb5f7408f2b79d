/** The problems of the plan: with the plan itself where it is small, so that nothing moves on the screen later; else a moment after it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Plan } from "../../plan/plan";
import { problemsOf, type Problem } from "../../plan/problems";

/** In a larger plan they take longer than a key press may wait. */
const ROWS_AT_ONCE = 1000;
/** Milliseconds. */
const PAUSE = 150;
const NONE: readonly Problem[] = [];

/** Of a large plan, those of an earlier moment stay until the new ones are known. */
export function useProblems(plan: Plan | null, today: number): readonly Problem[] {
  const isSmall = plan !== null && Object.values(plan.rows).reduce((sum, rows) => sum + rows.length, 0) <= ROWS_AT_ONCE;
  const atOnce = useMemo(() => (isSmall ? problemsOf(plan, { today }) : null), [isSmall, plan, today]);
  const [later, setLater] = useState(NONE);
  useEffect(() => {
    if (!plan || isSmall) return setLater(NONE);
    const timer = setTimeout(() => setLater(problemsOf(plan, { today })), PAUSE);
    return () => clearTimeout(timer);
  }, [isSmall, plan, today]);
  return atOnce ?? later;
}
