/**
 * From the revenue that was planned by now to the fact, by cause: revenue is volume × conversion × deal size (guide to the plan, 8.7).
 * The split is that of CHANGE_DRIVERS, so that pane and sheet agree.
 */
import { changeDrivers } from "../core/change";
import { sum } from "../core/stats";
import { isDealMetric } from "./backward-of-plan";
import { isCancelledGoal, rowsIn, type Cycle, type Goal } from "./cycles";
import { baselineOf, isWay, targetOf } from "./goal-row";
import { measuresOf } from "./measures";
import { isMetric, METRICS, type MetricKey } from "./metrics";
import { targetGoal } from "./people";
import type { Plan } from "./plan";
import { none, type Measured, type Reason } from "./reasons";

export type FactorKey = "revenue" | "leads" | "conversion" | "deal";

/** `volume`: leads. `deals`: their number, where it is not known what leads and conversion did. `other`: what the product does not explain. */
export type CauseKey = "volume" | "deals" | "conversion" | "deal" | "other";
export type Cause = {
  readonly key: CauseKey;
  /** By now, in the unit of the cause. */
  readonly plan: number;
  readonly fact: number;
  /** Money. */
  readonly effect: number;
};

/** Why a number is not known. `noGoal`: no goal measures it; `zero`: it is 0 or less in plan or fact, and nothing can be divided by it. */
export type Missing = { readonly factor: FactorKey; readonly goal: Goal | null; readonly reason: Reason | "noGoal" | "zero" };

export type PlanToFact = {
  /** The goal for revenue; null where there is none. */
  readonly goal: Goal | null;
  /** Revenue planned by now, and its fact; null where one of them is not known. */
  readonly revenue: Pair | null;
  /** Their effects add up to the gap; none where it cannot be split. */
  readonly causes: readonly Cause[];
  /** What was not known; with causes, those that could not be told apart for it. */
  readonly missing: readonly Missing[];
  /** Counted from revenue and the others, because no goal says it. */
  readonly counted: "volume" | "conversion" | null;
};
type Pair = readonly [plan: number, fact: number];
type Found = { readonly pair: Pair; readonly missing: null } | { readonly pair: null; readonly missing: Missing };

export function planToFact(plan: Plan, cycle: Cycle, today: number): PlanToFact {
  const goals = rowsIn(plan, "goals", cycle).filter((goal) => !isCancelledGoal(goal));
  const pairOf = (factor: FactorKey, ...candidates: readonly Goal[]): Found => firstKnown(plan, factor, candidates, today);
  const goal = revenueGoal(plan, cycle);
  const revenue = pairOf("revenue", ...(goal ? [goal] : []));
  const known: PlanToFact = { goal, revenue: revenue.pair, causes: [], missing: [], counted: null };
  if (!revenue.pair) return { ...known, missing: [revenue.missing] };
  const by = (...metrics: readonly MetricKey[]): readonly Goal[] => metrics.flatMap((metric) => goals.filter(({ fields }) => isMetric(fields.metric, METRICS[metric])));
  const won = pairOf("leads", ...by("won")).pair;
  const deal = pairOf("deal", ...goals.filter(({ fields }) => fields.unit === "money" && isDealMetric(fields.metric)));
  const size = above0(deal.pair) ? deal.pair : quotient(revenue.pair, won);
  if (!size) return { ...known, missing: [deal.missing ?? zero("deal", goals.find(({ fields }) => isDealMetric(fields.metric)) ?? null)] };
  const conversion = pairOf("conversion", ...by("conversion", "winRate"));
  const leads = pairOf("leads", ...by("leads")).pair;
  const deals = quotient(revenue.pair, size);
  if (!deals) return { ...known, missing: [{ factor: "revenue", goal, reason: "tooLarge" }] };
  const rate = above0(conversion.pair) ? conversion.pair : null;
  const split = (keys: readonly CauseKey[], ...factors: readonly (Pair | null)[]): PlanToFact => {
    const causes = factors.every((factor) => factor !== null) ? causesOf(revenue.pair!, keys, factors as readonly Pair[]) : null;
    return causes ? { ...known, causes } : { ...known, missing: [{ factor: "revenue", goal, reason: "tooLarge" }] };
  };
  const three = ["volume", "conversion", "deal"] as const;
  if (rate && leads) return split(three, leads, rate, size);
  if (rate) return { ...split(three, quotient(deals, rate), rate, size), counted: "volume" };
  if (above0(leads)) return { ...split(three, leads, quotient(deals, leads), size), counted: "conversion" };
  const two = split(["deals", "deal"], deals, size);
  return { ...two, missing: [...two.missing, conversion.missing ?? zero("conversion", by("conversion", "winRate")[0] ?? null)] };
}

/** The department's target, unless it is something else in money: profit is no product of deals. */
function revenueGoal(plan: Plan, cycle: Cycle): Goal | null {
  const goal = targetGoal(plan, cycle);
  return goal && [METRICS.profit, METRICS.repeat, METRICS.budget].some((metric) => isMetric(goal.fields.metric, metric)) ? null : goal;
}

const zero = (factor: FactorKey, goal: Goal | null): Missing => ({ factor, goal, reason: "zero" });
const above0 = (pair: Pair | null): pair is Pair => pair !== null && pair[0] > 0 && pair[1] > 0;

/** null where one is not known, divides by 0, or is too large. */
function quotient(a: Pair, b: Pair | null): Pair | null {
  if (!above0(b)) return null;
  const [planned, fact] = [a[0] / b[0], a[1] / b[1]];
  return Number.isFinite(planned) && Number.isFinite(fact) ? [planned, fact] : null;
}

/** Of the first goal whose plan and fact are known; otherwise what the first one lacks. */
function firstKnown(plan: Plan, factor: FactorKey, candidates: readonly Goal[], today: number): Found {
  let missing: Missing | null = null;
  for (const goal of candidates) {
    const { expected, actual } = measuresOf(plan, goal, today);
    const planned = factor === "revenue" || factor === "leads" ? expected : plannedRatio(goal, expected);
    if (planned.value !== null && actual.value !== null && (factor !== "revenue" || planned.value > 0)) return { pair: [planned.value, actual.value], missing: null };
    missing ??= { factor, goal, reason: actual.reason ?? planned.reason ?? "nothingExpected" };
  }
  return { pair: null, missing: missing ?? { factor, goal: null, reason: "noGoal" } };
}

/** As the list of goals compares it. But no average deal grows from 0: a way without a baseline is planned at its target. */
function plannedRatio(goal: Goal, expected: Measured): Measured {
  if (isWay(goal) && baselineOf(goal) !== 0) return expected;
  const target = targetOf(goal);
  return target === null ? none("noTarget") : { value: target, reason: null };
}

/** null where a number is too large. */
function causesOf(revenue: Pair, keys: readonly CauseKey[], factors: readonly Pair[]): readonly Cause[] | null {
  const [before, after] = [Float64Array.from(factors, ([planned]) => planned), Float64Array.from(factors, ([, fact]) => fact)];
  const rows = changeDrivers(before, after, "shapley");
  const causes = keys.map((key, i): Cause => ({ key, plan: rows[i]![0], fact: rows[i]![1], effect: rows[i]![2] }));
  const [planned, fact] = rows[keys.length]!;
  const [gap, explained] = [revenue[1] - revenue[0], sum(causes.map(({ effect }) => effect))];
  const rest = gap - explained;
  if (![planned, fact, gap, explained, rest].every(Number.isFinite)) return null;
  // Where a factor is counted from the revenue, only rounding is left.
  if (Math.abs(rest) > ROUNDING * sum([...causes.map(({ effect }) => Math.abs(effect)), Math.abs(revenue[0]), Math.abs(revenue[1])])) {
    return [...causes, { key: "other", plan: revenue[0] - planned, fact: revenue[1] - fact, effect: rest }];
  }
  const most = causes.reduce((largest, each) => (Math.abs(each.effect) > Math.abs(largest.effect) ? each : largest));
  return causes.map((each) => (each === most ? { ...each, effect: each.effect + rest } : each));
}

const ROUNDING = 1e-9;

/** Between which levels each cause lies; the last one ends at the fact. */
export function levelsOf<Cause extends { readonly effect: number }>(plan: number, fact: number, causes: readonly Cause[]): readonly (Cause & { readonly from: number; readonly to: number })[] {
  let level = plan;
  return causes.map((cause, i) => {
    const from = level;
    level = i === causes.length - 1 ? fact : level + cause.effect;
    return { ...cause, from, to: level };
  });
}
