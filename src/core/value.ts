/** What leads, open deals and customers are worth. */
import { MetricError } from "./error";
import { ratio, sum, sumOfProducts, TOLERANCE } from "./stats";

/** Won money per lead. @throws zeroTotal without leads */
export const valuePerLead = (amounts: number, leads: number): number => ratio(amounts, leads, "zeroTotal", { argument: "leads" });

/** Money of open deals, each weighed with its chance to be won. */
export const weightedPipeline = (amounts: Float64Array, probabilities: Float64Array): number => sumOfProducts(amounts, probabilities);

/**
 * How many times the open deals cover what is missing to the target.
 *
 * @param closed what is sold already
 * @param winRate share of the open money that will be won; without it all of it counts
 * @throws targetReached when nothing is missing
 */
export function pipelineCoverage(amounts: number, target: number, closed: number | null, winRate: number | null): number {
  const missing = target - (closed ?? 0);
  if (missing <= TOLERANCE) throw new MetricError("targetReached", { argument: "target", found: target, other: closed ?? 0 });
  return (amounts * (winRate ?? 1)) / missing;
}

/** Profit of the month, of all months so far, and that less the cost. */
export type PaybackMonth = readonly [month: number, profit: number, cumulative: number, balance: number];

/**
 * How a customer's profit returns what it cost to win him, month by month. The first month is paid by all; profit comes at the end of a month.
 *
 * @param cost money per new customer
 * @param margin share of the income that is profit; without it the income is the profit
 * @param churn share of the customers that leaves each month
 * @param discount rate per month at which later money is worth less
 */
export function paybackCurve(cost: number, monthlyIncome: number, margin: number | null, churn: number | null, discount: number | null, months: number): readonly PaybackMonth[] {
  const income = monthlyIncome * (margin ?? 1);
  const profits = Float64Array.from({ length: months }, (_, before) => (income * (1 - (churn ?? 0)) ** before) / (1 + (discount ?? 0)) ** (before + 1));
  // Each sum anew: what a running total rounds away would put the month of payback one later (ten times 0.1 for a cost of 1).
  return Array.from(profits, (profit, before) => {
    const cumulative = sum(profits.subarray(0, before + 1));
    return [before + 1, profit, cumulative, cumulative - cost];
  });
}

/**
 * Profit that a customer brings, over the whole life or over its first months: what `paybackCurve` adds up to.
 * The share that is still to come after H months, ((1 − churn)/(1 + discount))^H, is taken by logarithms: near 1 the power loses its digits.
 *
 * @param months null for the whole life
 * @throws endlessLife when nobody ever leaves, nothing is discounted and no months are given
 */
export function ltv(monthlyIncome: number, margin: number, churn: number, discount: number | null, months: number | null): number {
  const profit = monthlyIncome * margin;
  const fading = churn + (discount ?? 0);
  if (months === null) return ratio(profit, fading, "endlessLife", { argument: "churn" });
  if (fading === 0 || months === 0) return profit * months;
  const lostPerMonth = Math.min(1, fading / (1 + (discount ?? 0))); // a churn of 1 may come out a hair above
  return (profit / fading) * -Math.expm1(months * Math.log1p(-lostPerMonth));
}

/** Value of a customer per money spent to win him. @throws zeroTotal when he cost nothing */
export const ltvPerCac = (value: number, cost: number): number => ratio(value, cost, "zeroTotal", { argument: "cac" });

/**
 * The most that a customer may cost, or a lead.
 *
 * @param share of the value that may be spent; without it all of it
 * @param conversions from the lead to the win, for the price of a lead
 */
export const maxCac = (value: number, share: number | null, conversions: Float64Array | null): number =>
  (conversions ?? new Float64Array()).reduce((price, rate) => price * rate, value * (share ?? 1));
