/** The backward plan of a cycle out of the plan's own rows: the target from its goal, rates from the funnel, people from the team. */
import { nameKey } from "../core/order";
import { sum } from "../core/stats";
import { backwardPlan, type BackwardInputs, type BackwardPlan, type FunnelStage } from "./backward-plan";
import type { Reality } from "./checks";
import { rowsIn, type Cycle } from "./cycles";
import { capacityIn, quotasIn, targetGoal } from "./people";
import type { Plan } from "./plan";
import { costPlanOf } from "./resources";
import { numberSetting, settingsOf, workDaysOf } from "./settings";
import { ofScenario } from "./what-if";

/** What a person gives; money, and the share of deals that are won. null: not known. */
export type Given = {
  readonly target: number | null;
  readonly booked: number | null;
  readonly repeat: number | null;
  /** Amount of the open deals. */
  readonly pipeline: number | null;
  readonly winRate: number | null;
  readonly deal: number | null;
};

/** Target and average deal come from the goals for them where no setting says otherwise. */
export function givenOf(plan: Plan, cycle: Cycle): Given {
  const dealGoal = rowsIn(plan, "goals", cycle).find(({ fields: { metric, unit } }) => unit === "money" && DEAL_METRICS.includes(nameKey(metric ?? "")));
  return {
    target: targetGoal(plan, cycle)?.fields.target ?? null,
    booked: numberSetting(plan, "PLAN_BOOKED"), repeat: numberSetting(plan, "PLAN_REPEAT"), pipeline: numberSetting(plan, "PLAN_PIPELINE"), winRate: numberSetting(plan, "PLAN_WIN_RATE"),
    deal: numberSetting(plan, "PLAN_DEAL") ?? dealGoal?.fields.target ?? null,
  };
}

const DEAL_METRICS = ["deal size", "average deal", "average deal size", "средний чек", "средняя сумма сделки"];

export const stagesOf = (plan: Plan): readonly FunnelStage[] => {
  const { scenario } = settingsOf(plan);
  const rows = [...plan.rows.funnel].sort((a, b) => (a.fields.order ?? Infinity) - (b.fields.order ?? Infinity));
  return rows.map(({ fields }, i): FunnelStage => ({
    name: fields.stage ?? "", conversion: i === rows.length - 1 ? null : ofScenario(fields, scenario), best: fields.conv_best, lagDays: fields.lag_days, cost: fields.cost,
  }));
};

/** Lags are calendar days, as LEADS_WINDOW takes them. null while something is missing without which nothing can be calculated: target, average deal, dates, two stages with rates above 0. */
export function backwardInputs(plan: Plan, cycle: Cycle, { target, booked, repeat, pipeline, winRate, deal }: Given, today: number): BackwardInputs | null {
  const { start, end } = cycle.fields;
  const stages = stagesOf(plan);
  const hasRates = stages.length >= 2 && stages.slice(0, -1).every(({ conversion }) => conversion !== null && conversion > 0 && conversion <= 1);
  if (target === null || deal === null || !(deal > 0) || start === null || end === null || end < start || !hasRates) return null;
  return {
    from: Math.floor(start), to: Math.floor(end), target, booked: booked ?? 0, repeat: repeat ?? 0, pipeline: (pipeline ?? 0) * (winRate ?? 0), deal, stages,
    rounding: settingsOf(plan).rounding, by: "calendar", workDays: workDaysOf(plan), today,
  };
}

export function realityOf(plan: Plan, cycle: Cycle, inputs: BackwardInputs, given: Given): { readonly plan: BackwardPlan; readonly reality: Reality } {
  const worked = backwardPlan(inputs);
  return {
    plan: worked,
    reality: {
      target: inputs.target, plan: worked, stages: inputs.stages, today: inputs.today, capacity: capacityIn(plan, cycle), leadBudget: leadBudget(plan, cycle), quotas: quotasIn(plan, cycle),
      pipeline: given.pipeline, winRate: given.winRate,
    },
  };
}

/** What the financial resources plan for leads, by their name or unit; null where none of them is for leads. */
function leadBudget(plan: Plan, cycle: Cycle): number | null {
  const rows = rowsIn(plan, "resources", cycle).filter(({ fields: { kind, name, unit } }) => kind === "financial" && [name, unit].some((text) => LEAD.some((word) => nameKey(text ?? "").includes(word))));
  const costs = rows.map(costPlanOf).filter((cost): cost is number => cost !== null);
  return costs.length === 0 ? null : sum(costs);
}
const LEAD = ["lead", "лид", "заявк"];
