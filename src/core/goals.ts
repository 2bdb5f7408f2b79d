/** Goals: progress and deviation from the plan. */
import { MetricError } from "./error";

/**
 * How far a goal has come from where it began; the same formula for goals that go down.
 *
 * @param actual null when not known yet
 * @param mode `raw` may lie outside 0..1, `capped` may not
 * @throws targetIsBaseline for a level to keep, which has no progress; blankActual
 */
export function goalProgress(actual: number | null, target: number, baseline: number | null, mode: "raw" | "capped"): number {
  const from = baseline ?? 0;
  if (target === from) throw new MetricError("targetIsBaseline", { argument: "baseline", found: from });
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  const progress = (actual - from) / (target - from);
  return mode === "capped" ? Math.min(1, Math.max(0, progress)) : progress;
}

/**
 * Deviation from the plan; plus is always better.
 *
 * @param direction `up` more is better, `down` less is better
 * @param mode `value` in the units of the plan, `share` as a share of it
 * @throws blankActual; zeroPlan for a share of a plan of 0
 */
export function planGap(actual: number | null, plan: number, direction: "up" | "down", mode: "value" | "share"): number {
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  const gap = direction === "up" ? actual - plan : plan - actual;
  if (mode === "value") return gap;
  if (plan === 0) throw new MetricError("zeroPlan", { argument: "plan" });
  return gap / Math.abs(plan);
}
