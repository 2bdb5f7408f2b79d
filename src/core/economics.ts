/** Cost of a customer, its payback, customer churn. */
import { MetricError } from "./error";
import { ratio, TOLERANCE } from "./stats";

/**
 * Money spent to win one new customer.
 *
 * @param costs all acquisition money of a period
 * @param customers new customers of the same period
 * @returns money per customer
 * @throws negativeTotal when refunds exceed the costs; zeroTotal when nobody was won
 */
export function cac(costs: number, customers: number): number {
  if (costs < -TOLERANCE) throw new MetricError("negativeTotal", { argument: "costs", found: costs });
  return ratio(Math.max(0, costs), customers, new MetricError("zeroTotal", { argument: "customers" }));
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
  return ratio(lost, base, new MetricError("zeroTotal", { argument: "at_start" }));
}
