/** The problems of the plan, looked for a moment after it has changed: in a large plan that takes longer than a key press may wait. */
import { useEffect, useState } from "preact/hooks";
import type { Plan } from "../../plan/plan";
import { problemsOf, type Problem } from "../../plan/problems";

/** Milliseconds. */
const PAUSE = 150;
const NONE: readonly Problem[] = [];

/** Those of an earlier moment stay until the new ones are known. */
export function useProblems(plan: Plan | null, today: number): readonly Problem[] {
  const [problems, setProblems] = useState(NONE);
  useEffect(() => {
    if (!plan) return setProblems(NONE);
    const timer = setTimeout(() => setProblems(problemsOf(plan, { today })), PAUSE);
    return () => clearTimeout(timer);
  }, [plan, today]);
  return problems;
}
