/** Why deals are lost. */
import type { Codes } from "./columns";
import { MetricError } from "./error";
import { largestFirst, nameRanks } from "./order";
import { share, sum, sumsBy } from "./stats";

export type ReasonRow = {
  /** As first met; null for a blank. */
  readonly reason: string | number | null;
  readonly deals: number;
  readonly dealsShare: number;
  /** Of this reason and those above it. */
  readonly cumulative: number;
  /** Null without amounts. */
  readonly amount: number | null;
  /** Null without amounts, and where they sum to 0. */
  readonly amountShare: number | null;
};

/**
 * Reasons of lost deals, the most frequent first, equal ones by name.
 *
 * @param amounts NaN where blank: allowed only in rows that are not counted
 * @param stages stage of each row, and which of them (by code) are lost; null when every row is a lost deal
 * @param top so many reasons, the others in one row; null for all
 * @throws expected (a blank amount), noLostDeals
 */
export function lostReasons(
  reasons: Codes, amounts: Float64Array | null, stages: { readonly codes: Int32Array; readonly isLost: readonly boolean[] } | null, top: number | null,
): { readonly rows: readonly ReasonRow[]; readonly other: ReasonRow | null } {
  const ranks = nameRanks(reasons.labels);
  const size = ranks.length;
  const labels = new Array<string | number | null>(size).fill(null); // of each rank
  reasons.labels.forEach((label, code) => (labels[ranks[code]!] = label));
  const deals = new Float64Array(size);
  const groups = new Int32Array(reasons.codes.length).fill(-1);
  for (let row = 0; row < groups.length; row += 1) {
    if (stages !== null && !stages.isLost[stages.codes[row]!]) continue;
    if (amounts !== null && Number.isNaN(amounts[row]!)) throw new MetricError("expected", { argument: "amounts", index: row, found: null, expected: "amountOfCounted" });
    const code = reasons.codes[row]!;
    const group = ranks[code < 0 ? size - 1 : code]!;
    groups[row] = group;
    deals[group]! += 1;
  }
  const money = amounts && sumsBy(groups, amounts, size);
  const [allDeals, allMoney] = [sum(deals), money && sum(money)];
  if (allDeals === 0) throw new MetricError("noLostDeals");

  let above = 0;
  const told = (list: readonly number[], reason: ReasonRow["reason"]): ReasonRow => {
    const count = list.reduce((total, group) => total + deals[group]!, 0);
    const amount = money && sum(list.map((group) => money[group]!));
    above += count;
    return { reason, deals: count, dealsShare: count / allDeals, cumulative: above / allDeals, amount, amountShare: amount === null ? null : share(amount, allMoney!) };
  };
  const { kept, rest } = largestFirst(deals, Array.from(deals.keys()).filter((group) => deals[group]! > 0), top);
  const rows = kept.map((group) => told([group], labels[group]!));
  return { rows, other: rest.length > 0 ? told(rest, null) : null };
}
