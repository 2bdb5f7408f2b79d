/** Is the plan possible? Four tests that must all be green, and two more views of the same question (guide to the plan, 7.7). */
import { TOLERANCE } from "../core/stats";
import type { BackwardPlan, FunnelStage } from "./backward-plan";

export type CheckId = "capacity" | "budget" | "window" | "conversion" | "quotas" | "coverage";

/** `ok` null: the plan does not say enough. `have` and `need` are in the units of the check: money, days, or a share. */
export type PlanCheck = { readonly id: CheckId; readonly ok: boolean | null; readonly have: number | null; readonly need: number | null; /** The stage whose conversion was never reached. */ readonly stage?: string };

export type Reality = {
  readonly target: number;
  /** Of it what open and new deals must bring: less bookings and repeat business, not below 0. */
  readonly toWin: number;
  readonly plan: BackwardPlan;
  readonly stages: readonly FunnelStage[];
  readonly today: number;
  /** What the team can sell in the period; null where there is no team. */
  readonly capacity: number | null;
  /** Money for leads; null where no budget names it. */
  readonly leadBudget: number | null;
  readonly quotas: number | null;
  /** Amounts of the open pipeline, and the share of deals that are won; null where unknown. */
  readonly pipeline: number | null;
  readonly winRate: number | null;
};

const atLeast = (have: number, need: number): boolean => have >= need - TOLERANCE * Math.max(1, Math.abs(need));
const compared = (id: CheckId, have: number | null, need: number | null): PlanCheck => ({ id, have, need, ok: have === null || need === null ? null : atLeast(have, need) });

/** The four that decide. */
export function realityChecks({ target, plan, stages, today, capacity, leadBudget }: Reality): readonly PlanCheck[] {
  return [
    compared("capacity", capacity, target),
    // Here less is better: what the leads cost must fit into the budget.
    { id: "budget", have: leadBudget, need: plan.budget, ok: leadBudget === null ? null : atLeast(leadBudget, plan.budget) },
    { id: "window", have: plan.window?.[0] ?? null, need: today, ok: plan.window === null ? null : plan.leads === 0 || plan.window[0] >= today },
    conversionCheck(stages),
  ];
}

/** The stage that asks for most above its best; null as a whole where no stage knows its best. */
function conversionCheck(stages: readonly FunnelStage[]): PlanCheck {
  const known = stages.filter(({ conversion, best }) => conversion !== null && best !== null);
  const worst = [...known].sort((a, b) => b.conversion! - b.best! - (a.conversion! - a.best!))[0];
  return worst ? { id: "conversion", have: worst.best, need: worst.conversion, ok: atLeast(worst.best!, worst.conversion!), stage: worst.name } : { id: "conversion", have: null, need: null, ok: null };
}

/** Bottom up: do the quotas add up to the target, and is the pipeline as large as the own win rate asks (not "three times")? */
export function furtherChecks({ target, toWin, quotas, pipeline, winRate }: Reality): readonly PlanCheck[] {
  // All that is to be won, not what is left of it after the open deals: they would count twice.
  const coverage = pipeline !== null && toWin > 0 ? pipeline / toWin : null;
  return [compared("quotas", quotas, target), compared("coverage", coverage, winRate !== null && winRate > 0 ? 1 / winRate : null)];
}
