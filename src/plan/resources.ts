/** Resources: what they cost by plan and by fact, and by when they must be ordered. Money in the currency of the cycle. */
import { sum } from "../core/stats";
import { KINDS } from "./codes";
import type { Kind } from "./coverage";
import { rowsIn, type Cycle, type Goal, type Resource } from "./cycles";
import { isMetric, METRICS } from "./metrics";
import type { Plan } from "./plan";

/** Quantity × price, as the sheet's own column; null where one of them is missing. */
export const costPlanOf = ({ fields: { qty_plan, price } }: Resource): number | null => (qty_plan === null || price === null ? null : qty_plan * price);

/** As typed, otherwise quantity × price; null where nobody knows yet. */
export const costFactOf = ({ fields: { cost_fact, qty_fact, price } }: Resource): number | null => cost_fact ?? (qty_fact === null || price === null ? null : qty_fact * price);

/** The last day on which it can be ordered and still be ready; null where it has no start. A part of a day is a day. */
export const orderBy = ({ fields: { start, lead_days } }: Resource): number | null => (start === null ? null : Math.floor(start) - Math.ceil(Math.max(0, lead_days ?? 0)));

const WAITING: readonly (Resource["fields"]["status"])[] = [null, "needed", "requested", "approved"];

/** Somebody has to see to it still. */
export const isWaiting = ({ fields: { status } }: Resource): boolean => WAITING.includes(status);

export type KindCost = {
  readonly kind: Kind;
  readonly resources: readonly Resource[];
  readonly plan: number;
  readonly fact: number;
  /** Rows whose fact is not known: the sum of the facts is without them. */
  readonly unknown: number;
};

const counts = ({ fields: { status } }: Resource): boolean => status !== "refused";
const total = (resources: readonly Resource[], cost: (resource: Resource) => number | null): number => sum(resources.map((resource) => cost(resource) ?? 0));

/** By kind in the order of the list, kinds without a row too; what was refused costs nothing. */
export function costsByKind(plan: Plan, cycle: Cycle): readonly KindCost[] {
  const all = rowsIn(plan, "resources", cycle);
  return KINDS.map(({ code }) => {
    const resources = all.filter(({ fields }) => fields.kind === code);
    const counted = resources.filter(counts);
    return { kind: code, resources, plan: total(counted, costPlanOf), fact: total(counted, costFactOf), unknown: counted.filter((resource) => costFactOf(resource) === null).length };
  });
}

export type Costs = { readonly plan: number; readonly fact: number; readonly unknown: number };

export function totalCost(plan: Plan, cycle: Cycle): Costs {
  const counted = rowsIn(plan, "resources", cycle).filter(counts);
  return { plan: total(counted, costPlanOf), fact: total(counted, costFactOf), unknown: counted.filter((resource) => costFactOf(resource) === null).length };
}

/** Resources that somebody must see to, the one to be ordered first at the top; `late`: days since its last day, 0 or below while there is time. */
export const toOrder = (plan: Plan, cycle: Cycle, today: number): readonly { readonly resource: Resource; readonly orderBy: number; readonly late: number }[] =>
  rowsIn(plan, "resources", cycle).filter(isWaiting).flatMap((resource) => {
    const last = orderBy(resource);
    return last === null ? [] : [{ resource, orderBy: last, late: today - last }];
  }).sort((a, b) => a.orderBy - b.orderBy);

/** The spending limit of the cycle: a sum of money to keep below, called a budget before any other. null where there is none. */
export function budgetGoal(plan: Plan, cycle: Cycle): Goal | null {
  const limits = rowsIn(plan, "goals", cycle).filter(({ fields: { type, accumulate, unit, target, closed_as } }) => type === "keep ≤" && accumulate === "sum" && (unit === "money" || unit === null) && target !== null && closed_as !== "cancelled");
  return limits.find(({ fields: { metric } }) => isMetric(metric, METRICS.budget)) ?? limits[0] ?? null;
}
