/** The backward plan of a cycle out of the plan's own rows: the target from its goal, rates from the funnel, people from the team. */
import { collapse, nameKey } from "../core/order";
import { sum } from "../core/stats";
import { maxCac } from "../core/value";
import { backwardPlan, cacOfPlan, lagDaysOf, paybackOfPlan, revenueForProfit, windowOf, type BackwardInputs, type BackwardPlan, type FunnelStage } from "./backward-plan";
import type { Reality } from "./checks";
import { rowsIn, type Cycle, type Resource } from "./cycles";
import { rowOf } from "./find";
import { isMetric, METRICS } from "./metrics";
import { capacityIn, quotasIn, targetGoal } from "./people";
import type { Plan, PlanRow } from "./plan";
import { costPlanOf, totalCost } from "./resources";
import { numberSetting, settingsOf, workDaysOf } from "./settings";
import { hiringResource } from "./staffing";
import { ofScenario, type Scenario } from "./what-if";

/** What a person gives; money, and the share of deals that are won. null: not known. */
export type Given = {
  readonly target: number | null;
  readonly booked: number | null;
  readonly repeat: number | null;
  /** Amount of the open deals. */
  readonly pipeline: number | null;
  readonly winRate: number | null;
  readonly deal: number | null;
  /** The target is this profit, and the revenue follows from it. */
  readonly by: "revenue" | "profit";
  readonly profit: number | null;
  /** Share of the price that is left before the cost of the deal; money that each deal, and the whole period, costs besides. */
  readonly margin: number | null;
  readonly dealCost: number | null;
  readonly fixedCost: number | null;
  /** What a customer brings a month. */
  readonly income: number | null;
  /** Days from opening a vacancy to the first working day. */
  readonly hireDays: number | null;
  /** Share of the calls that lead to a meeting, and the stage that stands for it; null: the backward plan chooses one. */
  readonly callRate: number | null;
  readonly meetingStage: string | null;
};

/** Target and average deal come from the goals for them where no setting says otherwise. */
export function givenOf(plan: Plan, cycle: Cycle): Given {
  const goals = rowsIn(plan, "goals", cycle).filter(({ fields: { unit } }) => unit === "money");
  const dealGoal = goals.find(({ fields: { metric } }) => isDealMetric(metric));
  const profitGoal = goals.find(({ fields: { metric, accumulate } }) => accumulate === "sum" && isMetric(metric, METRICS.profit));
  return {
    target: targetGoal(plan, cycle)?.fields.target ?? null,
    booked: numberSetting(plan, "PLAN_BOOKED"), repeat: numberSetting(plan, "PLAN_REPEAT"), pipeline: numberSetting(plan, "PLAN_PIPELINE"), winRate: numberSetting(plan, "PLAN_WIN_RATE"),
    deal: numberSetting(plan, "PLAN_DEAL") ?? dealGoal?.fields.target ?? null,
    by: nameKey(String(rowOf(plan, "settings", "PLAN_TARGET_BY")?.fields.value ?? "")) === "profit" ? "profit" : "revenue",
    profit: numberSetting(plan, "PLAN_PROFIT") ?? profitGoal?.fields.target ?? null, margin: numberSetting(plan, "PLAN_MARGIN"), dealCost: numberSetting(plan, "PLAN_DEAL_COST"), fixedCost: numberSetting(plan, "PLAN_FIXED_COST"),
    income: numberSetting(plan, "PLAN_INCOME"), hireDays: numberSetting(plan, "PLAN_HIRE_DAYS") ?? hiringResource(plan, cycle)?.fields.lead_days ?? null,
    callRate: numberSetting(plan, "PLAN_CALL_RATE"), meetingStage: collapse(String(rowOf(plan, "settings", "PLAN_MEETING_STAGE")?.fields.value ?? "")) || null,
  };
}

export const isDealMetric = (metric: string | null): boolean => isMetric(metric, METRICS.deal) || DEAL_METRICS.includes(nameKey(metric ?? ""));
const DEAL_METRICS = ["deal size", "average deal size", "средняя сумма сделки"];

/** Of the period; from the profit where that is the target. null: not known, or no deal brings a profit. */
export function revenueOf({ by, target, profit, margin, dealCost, fixedCost, deal }: Given): number | null {
  if (by === "revenue") return target;
  return profit === null || margin === null || deal === null || !(deal > 0) ? null : revenueForProfit(profit, fixedCost ?? 0, deal, margin, dealCost ?? 0);
}

/** In the order of the funnel. */
export const funnelRows = (plan: Plan): readonly PlanRow<"funnel">[] => [...plan.rows.funnel].sort((a, b) => (a.fields.order ?? Infinity) - (b.fields.order ?? Infinity));

/** @param scenario that of the settings where none is named */
export const stagesOf = (plan: Plan, scenario: Scenario = settingsOf(plan).scenario): readonly FunnelStage[] => {
  const rows = funnelRows(plan);
  return rows.map(({ fields }, i): FunnelStage => ({
    name: fields.stage ?? "", conversion: i === rows.length - 1 ? null : ofScenario(fields, scenario), best: fields.conv_best, lagDays: fields.lag_days, cost: fields.cost,
  }));
};

/** null while something is missing without which nothing can be calculated: target, average deal, dates, two stages with rates above 0. */
export function backwardInputs(plan: Plan, cycle: Cycle, given: Given, today: number): BackwardInputs | null {
  const { booked, repeat, pipeline, winRate, deal } = given;
  const target = revenueOf(given);
  const { start, end } = cycle.fields;
  const stages = stagesOf(plan);
  if (target === null || deal === null || !(deal > 0) || start === null || end === null || end < start || !haveRates(stages)) return null;
  return {
    from: Math.floor(start), to: Math.floor(end), target, booked: booked ?? 0, repeat: repeat ?? 0, pipeline: (pipeline ?? 0) * (winRate ?? 0), deal, stages,
    rounding: settingsOf(plan).rounding, by: settingsOf(plan).lagBy, workDays: workDaysOf(plan), today,
  };
}

/** When the leads of a cycle must come, as in its backward plan, and the days from lead to win; null without lags, dates, or such days in the calendar. */
export function leadWindowOf(plan: Plan, { fields: { start, end } }: Cycle): { readonly window: readonly [from: number, to: number]; readonly lagDays: number } | null {
  const lagDays = lagDaysOf(stagesOf(plan));
  if (start === null || end === null || end < start || lagDays === 0) return null;
  const window = windowOf(Math.floor(start), Math.floor(end), lagDays, settingsOf(plan).lagBy, workDaysOf(plan));
  return window && { window, lagDays };
}

const SCENARIOS: readonly Scenario[] = ["low", "base", "high"];

/** The same plan with the rates of each scenario; null where its rates are no rates. */
export const scenariosOf = (plan: Plan, inputs: BackwardInputs): readonly { readonly scenario: Scenario; readonly plan: BackwardPlan | null }[] =>
  SCENARIOS.map((scenario) => {
    const stages = stagesOf(plan, scenario);
    return { scenario, plan: haveRates(stages) ? backwardPlan({ ...inputs, stages }) : null };
  });

const haveRates = (stages: readonly FunnelStage[]): boolean => stages.length >= 2 && stages.slice(0, -1).every(({ conversion }) => conversion !== null && conversion > 0 && conversion <= 1);

export function realityOf(plan: Plan, cycle: Cycle, inputs: BackwardInputs, given: Given): { readonly plan: BackwardPlan; readonly reality: Reality } {
  const worked = backwardPlan(inputs);
  return {
    plan: worked,
    reality: {
      target: inputs.target, toWin: Math.max(0, inputs.target - inputs.booked - inputs.repeat), plan: worked, stages: inputs.stages, today: inputs.today, capacity: capacityIn(plan, cycle), leadBudget: leadBudget(plan, cycle), quotas: quotasIn(plan, cycle),
      pipeline: given.pipeline, winRate: given.winRate,
    },
  };
}

export type Money = {
  /** Cost of a customer: what the stages cost, and all resources of the cycle besides the money for leads; null without deals. */
  readonly cac: number | null;
  /** Months until a customer has paid that back; null where margin or income are not known. */
  readonly payback: number | null;
  /** What a lead may cost at most, if the first deal is to pay for it; null where the margin is not known. */
  readonly leadCeiling: number | null;
};

/** The same rows that the budget goal counts (7.2). */
export function moneyOf(plan: Plan, cycle: Cycle, { deals, budget, stages }: BackwardPlan, { deal, margin, dealCost, income }: Given): Money {
  const others = totalCost(plan, cycle).plan - (leadBudget(plan, cycle) ?? 0);
  const cac = cacOfPlan(budget, others, 0, deals);
  const rates = Float64Array.from(stages.slice(0, -1), ({ conversion }) => conversion ?? 1);
  return {
    cac, payback: cac === null || margin === null || income === null ? null : paybackOfPlan(cac, income, margin),
    leadCeiling: deal === null || margin === null ? null : maxCac(Math.max(0, deal * margin - (dealCost ?? 0)), null, rates),
  };
}

export type Channel = { readonly name: string; readonly leads: number; readonly price: number; readonly cost: number };

/** Where leads are bought: the financial resources for them that say how many and for how much. */
export const channelsOf = (plan: Plan, cycle: Cycle): readonly Channel[] =>
  leadRows(plan, cycle).flatMap(({ fields: { name, qty_plan, price } }) => (qty_plan === null || price === null ? [] : [{ name: name ?? "", leads: qty_plan, price, cost: qty_plan * price }]));

/** By name or unit. What was refused buys none. */
const leadRows = (plan: Plan, cycle: Cycle): readonly Resource[] =>
  rowsIn(plan, "resources", cycle).filter(({ fields: { kind, name, unit, status } }) => kind === "financial" && status !== "refused" && [name, unit].some((text) => LEAD.some((word) => nameKey(text ?? "").includes(word))));

/** What is planned for leads, all channels together; null where no resource is for leads. */
function leadBudget(plan: Plan, cycle: Cycle): number | null {
  const costs = leadRows(plan, cycle).map(costPlanOf).filter((cost): cost is number => cost !== null);
  return costs.length === 0 ? null : sum(costs);
}
const LEAD = ["lead", "лид", "заявк"];
