/** What a goal came to on the last day of its time: what closing its cycle writes for good. */
import type { Final } from "./close";
import { cycleOf, type Goal } from "./cycles";
import { measuresOn } from "./measures";
import type { Plan } from "./plan";

/** On its due date, or the last day of its cycle where it has none: a cycle that is closed early is judged as a whole. */
export function finalOf(plan: Plan, goal: Goal): Final {
  const day = goal.fields.end ?? cycleOf(plan, goal)?.fields.end ?? 0;
  const { actual, expected, gap, progress, pace, forecast, status } = measuresOn(plan, goal, Math.floor(day));
  return { actual: actual.value, expected: expected.value, gap: gap.value, progress: progress.value, pace: pace.value, forecast: forecast.value, status: status ?? "noData" };
}
