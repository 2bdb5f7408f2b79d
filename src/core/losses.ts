/** Why deals are lost. */
import type { Codes } from "./columns";
import { MetricError } from "./error";
import { largestFirst, nameRanks } from "./order";
import { share, sum, sumsBy } from "./stats";

/**
 * The reason as first met, null for a blank; its deals and their share, that of this reason and those above it; its money (null without
 * amounts) and the share of that (null also where the amounts sum to 0).
 */
export type ReasonRow = readonly [reason: string | number | null, deals: number, dealsShare: number, cumulative: number, amount: number | null, amountShare: number | null];

/** Stage of each row, and 1 for each stage (by code) that is lost. */
export type LossStages = { readonly codes: Int32Array; readonly isLost: Uint8Array };

/**
 * Reasons of lost deals, the most frequent first, equal ones by name.
 *
 * @param amounts NaN where blank: allowed only in rows that are not counted
 * @param stages null when every row is a lost deal
 * @param top so many reasons, the others in one row; null for all
 * @throws expected (a blank amount), noLostDeals
 */
export function lostReasons(
  reasons: Codes, amounts: Float64Array | null, stages: LossStages | null, top: number | null,
): { readonly rows: readonly ReasonRow[]; readonly other: ReasonRow | null } {
  const ranks = nameRanks(reasons.labels);
  const size = ranks.length;
  const labels = new Array<string | number | null>(size).fill(null); // of each rank
  reasons.labels.forEach((label, code) => (labels[ranks[code]!] = label));
  // The rows that count are written one after the other. Lost or not is hard to foresee, so no branch hangs on it: each row is written,
  // and the next one over it if it does not count.
  const groups = new Int32Array(reasons.codes.length);
  const known = amounts && new Float64Array(groups.length);
  let count = 0;
  for (let row = 0; row < groups.length; row += 1) {
    const code = reasons.codes[row]!;
    groups[count] = ranks[code < 0 ? size - 1 : code]!;
    if (known !== null) known[count] = amounts![row]!;
    count += stages === null ? 1 : stages.isLost[stages.codes[row]!]!;
  }
  if (count === 0) throw new MetricError("noLostDeals");
  const deals = new Float64Array(size);
  for (let i = 0; i < count; i += 1) {
    deals[groups[i]!]! += 1;
    if (known !== null && Number.isNaN(known[i]!)) throw blankAmount(amounts!, stages);
  }
  const money = known && sumsBy(groups.subarray(0, count), known, size);
  const allMoney = money && sum(money);

  let above = 0;
  const told = (list: readonly number[], reason: ReasonRow[0]): ReasonRow => {
    const found = list.reduce((total, group) => total + deals[group]!, 0);
    const amount = money && sum(list.map((group) => money[group]!));
    above += found;
    return [reason, found, found / count, above / count, amount, amount === null ? null : share(amount, allMoney!)];
  };
  const { kept, rest } = largestFirst(deals, Array.from(deals.keys()).filter((group) => deals[group]! > 0), top);
  const rows = kept.map((group) => told([group], labels[group]!));
  return { rows, other: rest.length > 0 ? told(rest, null) : null };
}

function blankAmount(amounts: Float64Array, stages: LossStages | null): MetricError {
  const index = amounts.findIndex((amount, row) => Number.isNaN(amount) && (stages === null || stages.isLost[stages.codes[row]!] === 1));
  return new MetricError("expected", { argument: "amounts", index, found: null, expected: "amountOfCounted" });
}
