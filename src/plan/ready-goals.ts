/** The eleven goals of the ready-made plan, by the example or by what the user's table says. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { roundUp } from "../core/stats";
import { paybackOfPlan, type BackwardPlan } from "./backward-plan";
import { METRICS, type MetricKey } from "./metrics";
import { neat } from "./neat";
import type { Patch } from "./operation";
import { isWinRateOnly } from "./own-data";
import type { ReadyInputs, ReadySummary } from "./ready-plan";
import { GOAL_NAMES, READY_WORDS, SALARIES, type GoalName } from "./ready-texts";
import { variantOf } from "./ready-variants";
import type { Words } from "./words";

export type Say = (words: Words, value?: string) => string;

/** Months of the period that the prices of running costs are for. */
const PRICED = 3;
export const monthsIn = (from: number, to: number): number => Math.max(1, monthOf(to) - monthOf(from) + 1);

/** A price of the texts, in proportion to the average deal, and to the months where it is paid in each of them. */
export function price(example: number, { deal, from, to, variant }: ReadyInputs, isRunning = false): number {
  const { deal: usual, prices } = variantOf(variant);
  return neat(((example * prices * deal) / usual) * (isRunning ? monthsIn(from, to) / PRICED : 1));
}

/** The label of a goal of this plan: labels are given in the order of the rows. */
export const goalRef = (inputs: ReadyInputs, name: GoalName, say: Say): string => `G-${String(Object.keys(GOAL_NAMES).indexOf(name) + 1).padStart(3, "0")} ${say(nameOf(inputs, name))}`;

/** Where the table tells the share won and no stages, the goal is called so. */
const nameOf = ({ own, variant }: ReadyInputs, name: GoalName): Words => (name === "conversion" && own && isWinRateOnly(own) ? READY_WORDS.winRate : (variantOf(variant).goals[name]?.words ?? GOAL_NAMES[name]));

/** Where a number comes from: the user's table, or the example. */
export const noteFor = ({ own }: ReadyInputs, isOwn: boolean): readonly [Words, string] => (own && isOwn ? [READY_WORDS.ownNumber, own.sheet] : [READY_WORDS.example, ""]);

export function goalRows(inputs: ReadyInputs, summary: ReadySummary, cost: number, cycle: string, say: Say): Patch[] {
  const { from, to, target, own } = inputs;
  const { plan, leadBudget, managers, newcomers } = summary;
  // Those that come out of open deals are new customers too.
  const deals = roundUp((target * (1 - inputs.repeat)) / inputs.deal);
  const variant = variantOf(inputs.variant);
  const salaries = managers * price(SALARIES.manager, inputs, true) + newcomers * price(SALARIES.newcomer, inputs, true);
  const cac = deals > 0 ? neat((leadBudget + salaries) / deals) : 0;
  // The budget has a little room above what the resources come to.
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, cost))) - 1);
  const budget = roundUp(cost / step) * step;
  const isShare = own !== undefined && isWinRateOnly(own);
  /** In a plan out of the user's table every number that is not from there is marked as an example. */
  const goal = (name: GoalName, fields: Patch, isOwn = false, weight = 1): Patch => ({
    cycle, name: say(nameOf(inputs, name)), start: from, end: to, path: "linear", pace_by: "working", owner: say(READY_WORDS.head), weight, ...fields,
    ...(own?.live[name] !== undefined && { actual: { formula: own.live[name] } }), ...(own && { note: say(...noteFor(inputs, isOwn)) }),
  });
  /** What stands in the place of a goal where this kind of sales has another metric. */
  const others: Readonly<Partial<Record<MetricKey, () => Patch>>> = {
    repeat: () => ({ group: "retention", type: "increase", baseline: 0, target: target * inputs.repeat }),
    payback: () => {
      const months = paybackOfPlan(cac, monthlyIncome(inputs), variant.margin ?? 1) ?? 0;
      return { group: "new customers", type: "decrease", baseline: neat((months * 7) / 6), target: neat(months) };
    },
  };
  const measured = (name: GoalName, usual: Patch): Patch => {
    const metric = variant.goals[name]?.metric;
    const fields = metric && others[metric]?.();
    return fields ? { metric: say(METRICS[metric].words), unit: METRICS[metric].unit, accumulate: METRICS[metric].accumulate, ...fields } : usual;
  };
  return [
    goal("volume", { group: "sales volume", metric: say(METRICS.revenue.words), type: "increase", unit: "money", baseline: 0, target, accumulate: "sum" }, true, 3),
    goal("customers", { group: "new customers", metric: say(METRICS.customers.words), type: "increase", unit: "pcs", baseline: 0, target: deals, accumulate: "sum" }, true, 2),
    goal("conversion", { group: "sales volume", metric: say((isShare ? METRICS.winRate : METRICS.conversion).words), unit: "%", ...conversionOf(inputs, plan), accumulate: "ratio of sums" }, own !== undefined && (own.funnel !== null || isShare), 2),
    goal("deal", { group: "sales volume", metric: say(METRICS.deal.words), unit: "money", ...dealOf(inputs), accumulate: "ratio of sums" }, own !== undefined && own.averageDeal !== null),
    goal("cac", { group: "new customers", metric: say(METRICS.cac.words), type: "decrease", unit: "money", baseline: neat((cac * 7) / 6), target: cac, accumulate: "ratio of sums" }),
    goal("cycle", measured("cycle", { group: "sales volume", metric: say(METRICS.cycle.words), unit: "days", ...cycleOf(inputs, plan.lagDays), accumulate: "average" }), own !== undefined && own.cycleDays !== null),
    goal("churn", { group: "retention", metric: say(METRICS.churn.words), type: "keep ≤", unit: "%", target: variant.churn, accumulate: "last value" }),
    goal("share", measured("share", { group: "market share", metric: say(METRICS.share.words), type: "increase", unit: "%", baseline: 0.08, target: 0.09, accumulate: "last value" })),
    goal("nps", { group: "retention", metric: say(METRICS.nps.words), type: "keep ≥", unit: "points", target: 50, accumulate: "last value" }),
    goal("budget", { group: "other", metric: say(METRICS.budget.words), type: "keep ≤", unit: "money", target: budget, accumulate: "sum" }),
    goal("crm", { group: "other", type: "milestone", unit: "yes/no", target: 1, accumulate: "last value", end: Math.min(to, firstOfMonth(monthOf(from) + 1) - 1), path: "at the end" }),
  ];
}

/** A deal that is paid month by month is that of a year. */
export const monthlyIncome = ({ deal }: ReadyInputs): number => deal / 12;

/** Ambition of a plan out of the user's table: a tenth better than so far. */
const BETTER = 0.1;

/** The example's rate is what the plan counts on, a point above what was; the user's own rate is what was, and what the plan counts on. */
function conversionOf({ own }: ReadyInputs, plan: BackwardPlan): Patch {
  const rate = plan.stages.reduce((product, { conversion }) => product * (conversion ?? 1), 1);
  const target = neat(Math.min(rate * (1 + BETTER), (1 + rate) / 2));
  if (!own || (own.funnel === null && own.winRate === null)) return { type: "increase", baseline: neat(rate - 0.01), target: neat(rate) };
  return target > neat(rate) ? { type: "increase", baseline: neat(rate), target } : { type: "keep ≥", target: neat(rate) };
}

/** A half percent more is what rounding makes of the same. */
const MORE = 1.005;

function dealOf({ own, deal }: ReadyInputs): Patch {
  const before = own?.averageDeal ?? (deal * 14) / 15;
  return deal > before * MORE ? { type: "increase", baseline: neat(before), target: deal } : { type: "keep ≥", target: deal };
}

function cycleOf({ own }: ReadyInputs, lag: number): Patch {
  if (!own || own.cycleDays === null) return { type: "decrease", baseline: Math.round(lag * 1.2), target: lag };
  const before = Math.round(own.cycleDays);
  const target = Math.round(own.cycleDays * (1 - BETTER));
  return target > 0 && target < before ? { type: "decrease", baseline: before, target } : { type: "keep ≤", target: Math.max(1, before) };
}
