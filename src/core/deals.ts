/** Deal rows and purchases: win rate, deal size, new customers. */
import { boundsOf, hasPeriod, type Period } from "./calendar";
import { wonStage, type Codes, type Dates, type Funnel } from "./columns";
import { MetricError } from "./error";
import { addTo, describe, ratio, sum, sumsAt, sumsBy, TOLERANCE, type Statistic } from "./stats";

/**
 * Won among decided deals, by number or weighted by money.
 *
 * @param amounts money per row, NaN where blank: allowed only in rows that are not counted
 * @param dates end of each deal, NaN where open: such rows drop out when there is a period
 * @param basis `closed`: of won and lost; `all`: of all rows
 * @throws needsArgument, expected (a blank amount), lostAmountsZero, noDecidedDeals
 */
export function winRate(stages: Int32Array, funnel: Funnel, amounts: Float64Array | null, dates: Dates | null, basis: "closed" | "all", period: Period): number {
  if (hasPeriod(period) && !dates) throw new MetricError("needsArgument", { argument: "dates", expected: "from, to" });
  const won = wonStage(funnel);
  const ends = hasPeriod(period) ? dates : null;
  const { from, to } = boundsOf(period);
  const counted = new Int32Array(3); // open, won, lost
  const totals = countStates(stages, won, amounts, ends, from, to, basis === "closed", counted);
  const [rest, wins, losses] = [totals[0]!, totals[1]!, totals[2]!];
  if (amounts && counted[2]! > 0 && losses === 0) throw new MetricError("lostAmountsZero", { argument: "amounts", found: counted[2] });
  return ratio(wins, wins + losses + rest, "noDecidedDeals");
}

/** Adds each row that counts to its state; returns what the states sum to, in money if there are amounts. A plain loop: see frame.ts. */
function countStates(stages: Int32Array, won: number, amounts: Float64Array | null, ends: Dates | null, from: number, to: number, onlyClosed: boolean, counted: Int32Array): ArrayLike<number> {
  const money = new Float64Array(6);
  for (let row = 0; row < stages.length; row += 1) {
    if (ends !== null && !(ends[row]! >= from && ends[row]! < to)) continue;
    const state = stages[row]! < won ? 0 : stages[row] === won ? 1 : 2;
    if (state === 0 && onlyClosed) continue;
    counted[state]! += 1;
    if (amounts === null) continue;
    if (Number.isNaN(amounts[row]!)) throw new MetricError("expected", { argument: "amounts", index: row, found: null, expected: "amountOfCounted" });
    addTo(money, state * 2, amounts[row]!);
  }
  return amounts ? sumsAt(money, 0, 2) : counted;
}

/**
 * Average won deal, or another statistic of won deals. Negative amounts are refunds: they lower the mean and the sum, but are no deals.
 *
 * @param amounts NaN where blank, which a won row may not be
 * @param stages null when every row is a won deal
 * @param zero whether a won deal of 0 is a deal
 * @throws expected (a blank amount), noWonDealsToDivide (mean), noWonDeals
 */
export function dealSize(amounts: Float64Array, stages: Int32Array | null, funnel: Funnel | null, statistic: Statistic, zero: "keep" | "skip"): number {
  const counted = new Float64Array(amounts.length); // deals from the front, refunds from the back
  let [deals, refunds] = [0, 0];
  const won = funnel ? wonStage(funnel) : -1;
  for (let row = 0; row < amounts.length; row += 1) {
    if (stages && stages[row] !== won) continue;
    const amount = amounts[row]!;
    if (Number.isNaN(amount)) throw new MetricError("expected", { argument: "amounts", index: row, found: null, expected: "amountOfWon" });
    if (amount < 0) counted[counted.length - ++refunds] = amount;
    else if (amount > 0 || zero === "keep") counted[deals++] = amount;
  }
  const sizes = counted.subarray(0, deals);
  if (deals === 0) {
    if (statistic.name === "count") return 0;
    throw new MetricError(statistic.name === "mean" ? "noWonDealsToDivide" : "noWonDeals");
  }
  if (statistic.name === "sum" || statistic.name === "mean") {
    const total = sum(Float64Array.of(sum(sizes), sum(counted.subarray(counted.length - refunds))));
    return statistic.name === "sum" ? total : total / deals;
  }
  return describe(sizes, statistic) ?? 0;
}

/**
 * Customers whose first purchase falls in the period.
 *
 * @param amounts money per purchase; without it every row is a purchase. With it the first purchase is the earliest row above 0, and a
 * customer whose rows in the period add up to nothing (a full refund) is not counted
 */
export function newCustomers(customers: Codes, dates: Dates, amounts: Float64Array | null, period: Period): number {
  const first = new Float64Array(customers.labels.length).fill(Infinity);
  const { codes } = customers;
  for (let row = 0; row < codes.length; row += 1) {
    const customer = codes[row]!;
    if ((amounts === null || amounts[row]! > 0) && dates[row]! < first[customer]!) first[customer] = dates[row]!;
  }
  const paid = amounts ? paidWithin(customers, dates, amounts, period) : null;
  const { from, to } = boundsOf(period);
  let count = 0;
  for (let customer = 0; customer < first.length; customer += 1) {
    const date = first[customer]!;
    if (date < Infinity && date >= from && date < to && (paid === null || paid[customer]! > TOLERANCE)) count += 1;
  }
  return count;
}

/** Money of each customer in the period, summed without drift: 0.1 + 0.2 − 0.3 is nothing left. */
function paidWithin({ codes, labels }: Codes, dates: Dates, amounts: Float64Array, period: Period): Float64Array {
  const { from, to } = boundsOf(period);
  const within = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row += 1) if (dates[row]! >= from && dates[row]! < to) within[row] = codes[row]!;
  return sumsBy(within, amounts, labels.length);
}
