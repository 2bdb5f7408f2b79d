/** The twelve months of the sample, counted from its deals; only the money spent and the plan are made up. */
import { closedAt, createdAt, isWon, MONTHS, monthStart, reachedAt, type Deal } from "./deals";
import { random } from "./random";

export type Month = {
  readonly start: number;
  readonly marketing: number;
  readonly sales: number;
  readonly leads: number;
  readonly qualified: number;
  readonly actions: number;
  readonly customers: number;
  readonly plan: number;
  readonly revenue: number;
  readonly churned: number;
};

const QUALIFIED = 1;
const MEETING = 2;

export function sampleMonths(deals: readonly Deal[]): readonly Month[] {
  const chance = random(12);
  const firstWins = firstWinOfEachCustomer(deals);
  let customersSoFar = 220;
  return Array.from({ length: MONTHS }, (_, index) => {
    const start = monthStart(index);
    const isIn = (at: number | null): boolean => at !== null && at >= start && at < monthStart(index + 1);
    const count = (at: (deal: Deal) => number | null) => deals.filter((deal) => isIn(at(deal))).length;
    const leads = count(createdAt);
    const customers = firstWins.filter(isIn).length;
    const churned = Math.round(customersSoFar * (0.018 + chance.next() * 0.014));
    customersSoFar += customers - churned;
    return {
      start,
      marketing: roundTo(100, leads * (1_150 + chance.next() * 300)),
      sales: roundTo(500, 205_000 + index * 2_500 + chance.next() * 12_000),
      leads,
      qualified: count((deal) => reachedAt(deal, QUALIFIED)),
      actions: count((deal) => reachedAt(deal, MEETING)),
      customers,
      plan: 1_500_000 + index * 50_000,
      revenue: deals.filter((deal) => isWon(deal) && isIn(closedAt(deal))).reduce((sum, { amount }) => sum + amount, 0),
      churned,
    };
  });
}

const roundTo = (step: number, value: number): number => Math.round(value / step) * step;

function firstWinOfEachCustomer(deals: readonly Deal[]): readonly number[] {
  const first = new Map<number, number>();
  for (const deal of deals.filter(isWon)) {
    const at = closedAt(deal) ?? Number.POSITIVE_INFINITY;
    first.set(deal.customer, Math.min(at, first.get(deal.customer) ?? at));
  }
  return [...first.values()];
}
