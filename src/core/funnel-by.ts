/** The funnel of each group of deals: per source, owner, product. */
import { knownBefore } from "./calendar";
import type { Codes, Dates } from "./columns";
import { dealCount, startOf, type History } from "./history";
import { largestFirst, nameRanks } from "./order";
import { countsByGroup, type ReachOptions } from "./reach";
import { share } from "./stats";

export type GroupOptions = ReachOptions & {
  /** A deal belongs to the group in the row of its start, or in its last row. */
  readonly attribution: "first" | "last";
  /** So many of the largest groups; null for all. */
  readonly top: number | null;
};

export type GroupRow = {
  /** As written in the topmost row that gave a deal its group; null for a blank. */
  readonly name: string | number | null;
  readonly counts: readonly number[];
  /** Last stage / first stage; null where nobody is in the first. */
  readonly conversion: number | null;
};

/**
 * Deals per stage and group, the largest group first, equal ones by name. A group is there when a deal of the funnel belongs to it, also
 * when the options leave nothing of it to count.
 *
 * @param deals, stages, dates the rows that `history` was read from
 * @param groups group of each row as it is written: `labels` may hold one name in several spellings, -1 is a blank
 */
export function funnelBy(history: History, deals: Codes, stages: Int32Array, dates: Dates, groups: Codes, asOf: number | null, options: GroupOptions) {
  const ranks = nameRanks(groups.labels);
  const rankOf = (row: number): number => ranks[groups.codes[row]! < 0 ? groups.labels.length : groups.codes[row]!]!;
  const rows = groupRows(deals, stages, dates, groups.codes, ranks, history.funnel.order.length, asOf, options.attribution);

  const size = ranks.reduce((most, rank) => Math.max(most, rank + 1), 0);
  const byDeal = new Int32Array(deals.labels.length);
  const top = new Int32Array(size).fill(-1); // of each group the topmost row that counts
  for (let deal = 0; deal < dealCount(history); deal += 1) {
    if (startOf(history, deal) < 0) continue;
    const row = rows[deal]!;
    const group = rankOf(row);
    byDeal[deal] = group;
    if (top[group]! < 0 || row < top[group]!) top[group] = row;
  }

  const depth = history.funnel.order.length;
  const counts = countsByGroup(history, options, byDeal, size);
  const countsOf = (list: readonly number[]): number[] =>
    Array.from({ length: depth }, (_, stage) => list.reduce((sum, group) => sum + counts[group * depth + stage]!, 0));
  const told = (list: readonly number[], name: GroupRow["name"]): GroupRow => {
    const found = countsOf(list);
    return { name, counts: found, conversion: share(found[depth - 1]!, found[0]!) };
  };
  const listed = Array.from(top.keys()).filter((group) => top[group]! >= 0);
  const first = Array.from({ length: size }, (_, group) => counts[group * depth]!);
  const { kept, rest } = largestFirst(first, listed, options.top);
  return {
    groups: kept.map((group) => told([group], groups.labels[groups.codes[top[group]!]!] ?? null)),
    other: rest.length > 0 ? told(rest, null) : null,
    total: told(listed, null),
  };
}

/**
 * The row that gives each deal its group, or -1. Rows of a deal that are alike in time and stage: a filled group before a blank one,
 * then by name, then the topmost, so that the order of the rows decides nothing.
 */
function groupRows(
  deals: Codes, stages: Int32Array, dates: Dates, groups: Int32Array, ranks: Int32Array, depth: number, asOf: number | null, attribution: "first" | "last",
): Int32Array {
  const until = knownBefore(asOf);
  const first = attribution === "first";
  const { codes } = deals;
  const held = new Int32Array(deals.labels.length).fill(-1);
  for (let row = 0; row < codes.length; row += 1) {
    const time = dates[row]!;
    const stage = stages[row]!;
    if (time >= until || (first && stage >= depth)) continue;
    const other = held[codes[row]!]!;
    if (other < 0) {
      held[codes[row]!] = row;
      continue;
    }
    const later = time - dates[other]! || stage - stages[other]!;
    const wins = later !== 0 ? later < 0 === first : groups[row]! >= 0 && (groups[other]! < 0 || ranks[groups[row]!]! < ranks[groups[other]!]!);
    if (wins) held[codes[row]!] = row;
  }
  return held;
}
