/** Goals: progress, deviation from the plan, and leads needed for a target. */
import { MetricError } from "./error";
import { roundUp } from "./stats";

/**
 * How far a goal has come from where it began; the same formula for goals that go down.
 *
 * @param actual null when not known yet
 * @param mode `raw` may lie outside 0..1, `capped` may not
 * @throws blankActual; targetIsBaseline for a level to keep, which has no progress
 */
export function goalProgress(actual: number | null, target: number, baseline: number | null, mode: "raw" | "capped"): number {
  if (actual === null) throw new MetricError("blankActual", { argument: "actual" });
  const from = baseline ?? 0;
  if (target === from) throw new MetricError("targetIsBaseline", { argument: "baseline", found: from });
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

/**
 * Leads needed for a target, worked backwards through the conversions.
 *
 * @param target money, or deals with a deal size of 1
 * @param conversions rates from the first step to the win
 * @param booked what is already there, in the units of the target
 * @param rounding `up` once at the end, `each` at every stage from the bottom, `none`
 * @throws zeroDealSize, zeroConversion (its number)
 */
export function requiredLeads(target: number, dealSize: number, conversions: Float64Array, booked: number | null, rounding: "up" | "each" | "none"): number {
  if (dealSize === 0) throw new MetricError("zeroDealSize", { argument: "deal_size" });
  const zero = conversions.indexOf(0);
  if (zero >= 0) throw new MetricError("zeroConversion", { argument: "conversions", found: zero + 1 });
  const deals = Math.max(0, (target - (booked ?? 0)) / dealSize);
  if (rounding === "each") return conversions.reduceRight((needed, rate) => roundUp(needed / rate), roundUp(deals));
  const leads = deals / conversions.reduce((product, rate) => product * rate, 1);
  return rounding === "up" ? roundUp(leads) : leads;
}
