/** What would change the plan most, and what must be true for it to hold: closed formulas, no search (guide to the plan, 7.6). */
import { backwardPlan, type BackwardInputs } from "./backward-plan";

/** The average deal, the target, or the conversion of a stage by its place. */
export type Lever = { readonly kind: "deal" } | { readonly kind: "target" } | { readonly kind: "conversion"; readonly stage: number };
export type Change = { readonly by: "share"; readonly of: number } | { readonly by: "points"; readonly of: number };

/** Leads that are needed when one lever is worse and when it is better; null where the lever cannot go there. */
export type Effect = { readonly lever: Lever; readonly name: string | null; readonly base: number; readonly worse: number | null; readonly better: number | null };

const LEAST = 1e-6;

/** @returns null where the change would leave what is possible: a conversion above 1 or not above 0 */
export function changed(inputs: BackwardInputs, lever: Lever, { by, of }: Change): BackwardInputs | null {
  const moved = (value: number): number => (by === "share" ? value * (1 + of) : value + of);
  if (lever.kind !== "conversion") {
    const next = moved(lever.kind === "deal" ? inputs.deal : inputs.target);
    if (next < LEAST || by === "points") return null; // money has no points
    return lever.kind === "deal" ? { ...inputs, deal: next } : { ...inputs, target: next };
  }
  const conversion = inputs.stages[lever.stage]?.conversion;
  if (conversion === null || conversion === undefined) return null;
  const next = moved(conversion);
  if (next < LEAST || next > 1 + 1e-9) return null;
  return { ...inputs, stages: inputs.stages.map((stage, i) => (i === lever.stage ? { ...stage, conversion: Math.min(1, next) } : stage)) };
}

export const leversOf = ({ stages }: BackwardInputs): readonly Lever[] => [{ kind: "deal" }, { kind: "target" }, ...stages.slice(0, -1).map((_, stage): Lever => ({ kind: "conversion", stage }))];

/**
 * Each lever alone, a step down and a step up, the largest effect first. In shares every lever of a funnel that multiplies saves the
 * same; points tell them apart, and the smallest rate wins.
 */
export function sensitivity(inputs: BackwardInputs, step: Change): readonly Effect[] {
  const exact = { ...inputs, rounding: "none" } as const; // rounding would hide small effects
  const leads = (changedInputs: BackwardInputs | null): number | null => changedInputs && backwardPlan(changedInputs).leads;
  const base = backwardPlan(exact).leads;
  const effects = leversOf(inputs).map((lever): Effect => {
    const [down, up] = [-step.of, step.of].map((of) => leads(changed(exact, lever, { ...step, of })));
    // A higher target needs more leads: there up is worse.
    const [worse, better] = lever.kind === "target" ? [up!, down!] : [down!, up!];
    return { lever, name: lever.kind === "conversion" ? inputs.stages[lever.stage]!.name : null, base, worse, better };
  });
  const reach = ({ worse, better }: Effect): number => Math.max(Math.abs((worse ?? base) - base), Math.abs((better ?? base) - base));
  return effects.filter(({ worse, better }) => worse !== null || better !== null).sort((a, b) => reach(b) - reach(a));
}

/**
 * What a lever must be so that the leads at hand are enough.
 *
 * @param leads that will come
 * @returns null where no value does it: without leads, or a conversion above 1
 */
export function mustBe(inputs: BackwardInputs, lever: Lever, leads: number): number | null {
  const exact = { ...inputs, rounding: "none" } as const;
  const { leads: needed, newRevenue } = backwardPlan(exact);
  if (needed === 0 || newRevenue === 0) return null;
  if (!(leads > 0)) return null;
  const factor = needed / leads; // the lever must give so many times as much
  if (lever.kind === "deal") return inputs.deal * factor;
  if (lever.kind === "target") return inputs.target - newRevenue * (1 - 1 / factor);
  const conversion = inputs.stages[lever.stage]?.conversion;
  if (conversion === null || conversion === undefined) return null;
  const value = conversion * factor;
  return value <= 1 + 1e-9 ? Math.min(1, value) : null;
}

export type Scenario = "low" | "base" | "high";

/** The funnel of a scenario: a rate that a scenario does not name is that of the base. */
export const ofScenario = <S extends { readonly conv: number | null; readonly conv_low: number | null; readonly conv_high: number | null }>(stage: S, scenario: Scenario): number | null =>
  (scenario === "low" ? stage.conv_low : scenario === "high" ? stage.conv_high : null) ?? stage.conv;
