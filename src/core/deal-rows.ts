/** What is suspicious in deal rows, one row per deal; and in which order stages follow one another, where nobody has said so. */
import { wonStage, type Dates, type Funnel } from "./columns";

/** In the order in which they are told. */
export const DEAL_PROBLEMS = ["repeatedDeal", "negativeDuration", "closedWithoutEnd", "openWithEnd", "negativeAmount", "wonWithoutAmount", "lostWithoutAmount", "lostWithoutStage"] as const;
export type DealProblem = (typeof DEAL_PROBLEMS)[number];

/** Columns of deal rows; null where the table has none. */
export type DealColumns = {
  /** Negative where there is no id. */
  readonly deals: Int32Array | null;
  /** Place in the funnel, then in the lost stages; negative where there is none of them. */
  readonly stages: Int32Array | null;
  readonly lastStages: Int32Array | null;
  /** NaN where there is no date. */
  readonly created: Dates | null;
  readonly closed: Dates | null;
  /** 1 where the end is filled with something that is no date: nothing is said about an open or closed deal there. */
  readonly oddEnds: Uint8Array;
  /** NaN where there is no amount. */
  readonly amounts: Float64Array | null;
};

/**
 * The rows with each problem, by their index, ascending; those without any row too.
 *
 * - `repeatedDeal`: the id of a row further up. `negativeDuration`: closed on a day before the one it was created on; where one of both
 *   has no time of day, hours say nothing.
 * - `closedWithoutEnd`, `openWithEnd`: stage and end contradict each other.
 * - `wonWithoutAmount`, `lostWithoutAmount`: blank or 0; the latter only where every lost deal is so and some other is not.
 * - `lostWithoutStage`: nothing tells at which stage the deal was lost.
 */
export function dealProblems({ deals, stages, lastStages, created, closed, oddEnds, amounts }: DealColumns, count: number, funnel: Funnel): readonly { readonly problem: DealProblem; readonly rows: Int32Array }[] {
  const found = DEAL_PROBLEMS.map(() => ({ rows: new Int32Array(count), length: 0 }));
  const note = (problem: DealProblem, row: number): void => {
    const list = found[DEAL_PROBLEMS.indexOf(problem)]!;
    list.rows[list.length] = row;
    list.length += 1;
  };
  const won = wonStage(funnel);
  const seen = new Uint8Array(deals ? count : 0);
  let [lost, paid] = [0, 0];
  for (let row = 0; row < count; row += 1) {
    const deal = deals ? deals[row]! : -1;
    if (deal >= 0) {
      if (seen[deal] === 1) note("repeatedDeal", row);
      seen[deal] = 1;
    }
    if (created && closed && Math.floor(closed[row]!) < Math.floor(created[row]!)) note("negativeDuration", row);
    const amount = amounts ? amounts[row]! : NaN;
    if (amount < 0) note("negativeAmount", row);
    if (amount > 0) paid += 1;
    const stage = stages ? stages[row]! : -1;
    if (stage < 0) continue;
    if (closed && oddEnds[row] === 0) {
      const isOpen = Number.isNaN(closed[row]);
      if (stage >= won && isOpen) note("closedWithoutEnd", row);
      if (stage < won && !isOpen) note("openWithEnd", row);
    }
    if (stage === won && amounts && (Number.isNaN(amount) || amount === 0)) note("wonWithoutAmount", row);
    if (stage > won) {
      lost += 1;
      if (amounts && (Number.isNaN(amount) || amount === 0)) note("lostWithoutAmount", row);
      if (!lastStages || lastStages[row]! < 0) note("lostWithoutStage", row);
    }
  }
  return DEAL_PROBLEMS.map((problem, i) => {
    const { rows, length } = found[i]!;
    return { problem, rows: problem === "lostWithoutAmount" && (length < lost || paid === 0) ? rows.subarray(0, 0) : rows.subarray(0, length) };
  });
}

/** First dates of as many deals as fit into this are enough to see an order. */
const MOST_FIRSTS = 4_000_000;

/**
 * How many deals came to stage a before they came to stage b: `[a * count + b]`. What happened at the same moment says nothing.
 *
 * @param stages codes below `count`; rows with a negative deal or stage, or with a date that is none, are left out
 */
export function stagePrecedence(deals: Int32Array, stages: Int32Array, dates: Dates, dealCount: number, count: number): Int32Array {
  const known = Math.min(dealCount, Math.floor(MOST_FIRSTS / count));
  const first = new Float64Array(known * count).fill(Infinity);
  for (let row = 0; row < deals.length; row += 1) {
    const deal = deals[row]!;
    const stage = stages[row]!;
    if (deal < 0 || deal >= known || stage < 0) continue;
    if (dates[row]! < first[deal * count + stage]!) first[deal * count + stage] = dates[row]!;
  }
  const before = new Int32Array(count * count);
  for (let deal = 0; deal < known; deal += 1) {
    for (let a = 0; a < count; a += 1) {
      const date = first[deal * count + a]!;
      if (date === Infinity) continue;
      for (let b = 0; b < count; b += 1) if (date < first[deal * count + b]! && first[deal * count + b]! < Infinity) before[a * count + b]! += 1;
    }
  }
  return before;
}
