/** Cost of a customer and of a deal, what advertising returns, payback, churn of customers and of revenue. */
import { MetricError } from "./error";
import type { PerStage } from "./funnel";
import { ratio, share, TOLERANCE } from "./stats";

/** A sum of money that refunds may have lowered, but not below 0; what is left of cents that cancel out in binary is 0. */
export function moneyTotal(total: number, name: string): number {
  if (total < -TOLERANCE) throw new MetricError("negativeTotal", { argument: name, found: total });
  return total <= TOLERANCE ? 0 : total;
}

/**
 * Money spent to win one new customer.
 *
 * @param costs all acquisition money of a period
 * @param customers new customers of the same period
 * @returns money per customer
 * @throws negativeTotal when refunds exceed the costs; zeroTotal when nobody was won
 */
export function cac(costs: number, customers: number): number {
  return ratio(moneyTotal(costs, "costs"), customers, "zeroTotal", { argument: "customers" });
}

/**
 * Money per new customer, where the customers of a period were won with the money of an earlier one.
 *
 * @param costs money per period; a period of refunds may be negative
 * @param lag whole number of periods between spending and winning
 * @returns per period; null for the first `lag` periods and where nobody was won
 * @throws lagTooLong when no period is left
 */
export function cacLagged(costs: Float64Array, customers: Float64Array, lag: number): PerStage {
  if (lag >= costs.length) throw new MetricError("lagTooLong", { argument: "lag", found: lag, other: costs.length });
  return Array.from(customers, (won, period) => (period < lag ? null : share(costs[period - lag]!, won)));
}

/** All costs per deal that reached a stage; null for a stage that nobody reached. */
export function costPerStage(costs: number, counts: Float64Array): PerStage {
  const spent = moneyTotal(costs, "costs");
  return Array.from(counts, (count) => share(spent, count));
}

/**
 * What marketing returned above its costs, as a share of them. Negative revenue is more refunds than sales.
 *
 * @param margin share of the revenue that is profit; without it the revenue is the profit
 * @throws negativeTotal; zeroTotal without costs
 */
export function romi(costs: number, revenue: number, margin: number | null): number {
  const spent = moneyTotal(costs, "costs");
  return ratio(revenue * (margin ?? 1) - spent, spent, "zeroTotal", { argument: "costs" });
}

/** Revenue per unit of money spent on advertising. @throws negativeTotal; zeroTotal without costs */
export const roas = (costs: number, revenue: number): number => ratio(revenue, moneyTotal(costs, "costs"), "zeroTotal", { argument: "costs" });

/** Share of the revenue that advertising costs. @throws negativeTotal; zeroTotal without revenue */
export function adSpendShare(costs: number, revenue: number): number {
  return ratio(moneyTotal(costs, "costs"), moneyTotal(revenue, "revenue"), "zeroTotal", { argument: "revenue" });
}

/**
 * Months until a customer's profit returns what it cost to win him.
 *
 * @param cost money per new customer, 0 or more
 * @param monthlyIncome money per customer per month
 * @param margin share of the income that is profit; without it the income is the profit
 * @returns months, not rounded
 * @throws neverPaysBack when the profit is zero or less
 */
export function paybackPeriod(cost: number, monthlyIncome: number, margin: number | null): number {
  if (cost === 0) return 0;
  const profit = monthlyIncome * (margin ?? 1);
  if (profit <= 0) throw new MetricError("neverPaysBack", { found: profit });
  return cost / profit;
}

/**
 * Share of the customers that left in a period.
 *
 * @param atStart customers at its start
 * @param lost those of them who left
 * @param atEnd customers at its end; with it the base is the mean of both
 * @throws moreLostThanAtStart; zeroTotal when the base is 0
 */
export function customerChurn(atStart: number, lost: number, atEnd: number | null): number {
  if (lost > atStart + TOLERANCE) throw new MetricError("moreLostThanAtStart", { argument: "lost", found: lost, other: atStart });
  const base = atEnd === null ? atStart : (atStart + atEnd) / 2;
  return ratio(lost, base, "zeroTotal", { argument: "at_start" });
}

/**
 * Share of the revenue at the start of a period that its customers took away: gross, or net with `expansion`, which may make it negative.
 *
 * @param churned revenue of the customers that left
 * @param contraction revenue that the others stopped paying
 * @param expansion revenue that the others pay in addition
 * @throws moreRevenueLost; zeroTotal when there was none at the start
 */
export function revenueChurn(atStart: number, churned: number, contraction: number | null, expansion: number | null): number {
  const gone = churned + (contraction ?? 0);
  if (gone > atStart + TOLERANCE) throw new MetricError("moreRevenueLost", { argument: "churned", found: gone, other: atStart });
  return ratio(gone - (expansion ?? 0), atStart, "zeroTotal", { argument: "at_start" });
}
