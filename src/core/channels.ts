/** Cost of customers by channel. */
import type { Codes } from "./columns";
import { moneyTotal } from "./economics";
import { MetricError } from "./error";
import { nameRanks } from "./order";
import { share, sum, sumsBy, TOLERANCE } from "./stats";

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
  const places = groups.codes.slice();
  for (let row = 0; row < places.length; row += 1) places[row] = places[row]! < 0 ? blank : ranks[places[row]!]!;
  const spent = sumsBy(places, costs, ranks.length);
  const won = sumsBy(places, customers, ranks.length);
  const allCosts = moneyTotal(sum(spent), "costs");
  const allCustomers = sum(won);
  if (unassigned === "prorata") spread(spent, blank);
  const spending = (money: number, people: number): Spending => [money, people, share(money, people), share(money, allCosts), share(people, allCustomers)];
  const shown = [...new Set(ranks)].filter((place) => place !== blank || (unassigned === "row" ? places.includes(blank) : won[blank]! > 0));
  shown.sort((a, b) => spent[b]! - spent[a]! || a - b);
  return {
    channels: shown.map((place) => ({ group: labels[place] ?? null, spending: spending(spent[place]!, won[place]!) })),
    total: spending(allCosts, allCustomers),
  };
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
