/** Cost of customers by channel. */
import type { Codes } from "./columns";
import { moneyTotal } from "./economics";
import { MetricError } from "./error";
import { nameRanks } from "./order";
import { addTo, share, sum, sumsAt, TOLERANCE } from "./stats";

/** `cac` is null where nobody was won, a share where its total is 0. */
export type Spending = readonly [costs: number, customers: number, cac: number | null, costShare: number | null, customerShare: number | null];
/** `group` is null for the rows that name none. */
export type Channel = { readonly group: string | number | null; readonly spending: Spending };

/**
 * Money per new customer of each group: the largest costs first, then by name.
 *
 * @param groups -1 for a row that names no group
 * @param costs money per row; refunds may be negative, their total may not
 * @param unassigned `row`: costs without a group are a group of their own; `prorata`: the others bear them in proportion to their costs
 * @throws negativeTotal; noCostsToSpread when there are no others to bear them
 */
export function cacBy(groups: Codes, costs: Float64Array, customers: Float64Array, unassigned: "row" | "prorata"): { readonly channels: readonly Channel[]; readonly total: Spending } {
  const ranks = nameRanks(groups.labels); // a group that is called "(blank)" is that of the rows without one
  const blank = ranks[ranks.length - 1]!;
  const labels = new Array<Channel["group"]>(ranks.length).fill(null);
  groups.labels.forEach((label, code) => (labels[ranks[code]!] = label));
  const sums = new Float64Array(ranks.length * 4);
  addRows(groups.codes, ranks, costs, customers, sums);
  const spent = sumsAt(sums, 0, 4);
  const won = sumsAt(sums, 2, 4);
  const allCosts = moneyTotal(sum(spent), "costs");
  const allCustomers = sum(won);
  if (unassigned === "prorata") spread(spent, blank);
  const spending = (money: number, people: number): Spending => [money, people, share(money, people), share(money, allCosts), share(people, allCustomers)];
  const hasBlank = unassigned === "row" ? ranks.indexOf(blank) < ranks.length - 1 || groups.codes.includes(-1) : won[blank]! > 0;
  const shown = [...new Set(ranks)].filter((place) => place !== blank || hasBlank);
  shown.sort((a, b) => spent[b]! - spent[a]! || a - b);
  return {
    channels: shown.map((place) => ({ group: labels[place] ?? null, spending: spending(spent[place]!, won[place]!) })),
    total: spending(allCosts, allCustomers),
  };
}

/** Costs and customers of each place in one pass over the rows. */
function addRows(codes: Int32Array, ranks: Int32Array, costs: Float64Array, customers: Float64Array, sums: Float64Array): void {
  const blank = ranks[ranks.length - 1]!;
  for (let row = 0; row < codes.length; row += 1) {
    const at = (codes[row]! < 0 ? blank : ranks[codes[row]!]!) * 4;
    addTo(sums, at, costs[row]!);
    addTo(sums, at + 2, customers[row]!);
  }
}

/** The costs without a group are added to the others in proportion. */
function spread(spent: Float64Array, blank: number): void {
  const free = spent[blank]!;
  if (free === 0) return;
  spent[blank] = 0;
  const others = sum(spent);
  if (others <= TOLERANCE) throw new MetricError("noCostsToSpread", { argument: "costs" });
  for (let place = 0; place < spent.length; place += 1) spent[place]! += (free * spent[place]!) / others;
}
