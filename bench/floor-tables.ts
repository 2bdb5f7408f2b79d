/** The floor of the functions that give tables: the same hand-written passes, without validation. */
import { REASONS, SOURCES, STAGES, type Column } from "./data";
import { byDeal, codes, intern, LABELS, numbersOf } from "./floor";

const WON = 5;
const LOST = 6;
const DEPTH = STAGES.length;

const lookup = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));
const SOURCE = lookup(SOURCES);
const REASON = lookup(REASONS);

/** Month of each day of the sample, so that a date costs one look. */
const FIRST_DAY = 45000;
const MONTH = Int32Array.from({ length: 2000 }, (_, i) => {
  const date = new Date((FIRST_DAY + i - 25569) * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
});
const BASE = MONTH[0]!;
const monthOf = (serial: number): number => MONTH[(serial | 0) - FIRST_DAY]! - BASE;
const MONTHS = MONTH[1999]! - BASE + 1;

/** Moves from stage to stage; the diagonal stays empty. */
export function transitions(deals: Column, stages: Column, dates: Column): Int32Array {
  const { off, stages: sorted, count } = byDeal(deals, stages, dates);
  const moves = new Int32Array(49);
  for (let d = 0; d < count; d += 1) for (let p = off[d]!; p + 1 < off[d + 1]!; p += 1) if (sorted[p] !== sorted[p + 1]) moves[sorted[p]! * 7 + sorted[p + 1]!]! += 1;
  return moves;
}

/** Deals by source of their first row, and how far they came. */
export function funnelBy(deals: Column, stages: Column, dates: Column, groups: Column): number[][] {
  const { ids, count } = intern(deals);
  const stage = codes(stages);
  const time = numbersOf(dates);
  const first = new Float64Array(count).fill(Infinity);
  const best = new Uint8Array(count);
  const source = new Uint8Array(count);
  for (let i = 0; i < ids.length; i += 1) {
    const d = ids[i]!;
    const s = stage[i]!;
    if (s < DEPTH && s + 1 > best[d]!) best[d] = s + 1;
    if (s < DEPTH && time[i]! < first[d]!) {
      first[d] = time[i]!;
      source[d] = SOURCE.get(groups[i]![0] as string)!;
    }
  }
  const out = SOURCES.map(() => STAGES.map(() => 0));
  for (let d = 0; d < count; d += 1) for (let s = 0; s < best[d]!; s += 1) out[source[d]!]![s]! += 1;
  return out;
}

/** Entries and exits of each stage within a period. */
export function flow(deals: Column, stages: Column, dates: Column, from: number, to: number): Int32Array {
  const { off, times, stages: sorted, count } = byDeal(deals, stages, dates);
  const out = new Int32Array(7 * 5);
  for (let d = 0; d < count; d += 1) {
    for (let p = off[d]!; p < off[d + 1]!; p += 1) {
      const s = sorted[p]! * 5;
      const t = times[p]!;
      const end = p + 1 < off[d + 1]! ? times[p + 1]! : Infinity;
      if (t < from && end >= from) out[s]! += 1;
      else if (t >= from && t < to) out[s + 1]! += 1;
      if (end >= from && end < to) out[s + (sorted[p + 1]! === LOST ? 4 : sorted[p + 1]! > sorted[p]! ? 2 : 3)]! += 1;
    }
  }
  return out;
}

export function lostReasons(reasons: Column, stages: Column): number[] {
  const out = REASONS.map(() => 0);
  for (let i = 0; i < reasons.length; i += 1) if (LABELS.get(stages[i]![0] as string) === LOST) out[REASON.get(reasons[i]![0] as string)!]! += 1;
  return out;
}

export function sumsBySource(groups: Column, a: Column, b: Column): Float64Array {
  const out = new Float64Array(SOURCES.length * 2);
  for (let i = 0; i < groups.length; i += 1) {
    const g = SOURCE.get(groups[i]![0] as string)! * 2;
    out[g]! += a[i]![0] as number;
    out[g + 1]! += b[i]![0] as number;
  }
  return out;
}

export function weighted(amounts: Column, probabilities: Column): number {
  let s = 0;
  for (let i = 0; i < amounts.length; i += 1) s += (amounts[i]![0] as number) * (probabilities[i]![0] as number);
  return s;
}

/** Deals per month of creation, and won by age in months. */
export function cohorts(created: Column, won: Column): Int32Array {
  const out = new Int32Array(MONTHS * MONTHS);
  for (let i = 0; i < created.length; i += 1) {
    const start = monthOf(created[i]![0] as number);
    out[start * MONTHS + MONTHS - 1]! += 1;
    const end = won[i]![0];
    if (typeof end === "number") out[start * MONTHS + monthOf(end) - start]! += 1;
  }
  return out;
}

/** Customers active by month since their first. */
export function retention(customers: Column, dates: Column): Int32Array {
  const { ids, count } = intern(customers);
  const months = new Uint8Array(ids.length);
  const first = new Uint8Array(count).fill(255);
  for (let i = 0; i < ids.length; i += 1) {
    const m = monthOf(dates[i]![0] as number);
    months[i] = m;
    if (m < first[ids[i]!]!) first[ids[i]!] = m;
  }
  const seen = new Uint8Array(count * MONTHS);
  const out = new Int32Array(MONTHS * MONTHS);
  for (let i = 0; i < ids.length; i += 1) {
    const at = ids[i]! * MONTHS + months[i]!;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    out[first[ids[i]!]! * MONTHS + months[i]! - first[ids[i]!]!]! += 1;
  }
  return out;
}

/** Aalen–Johansen: the chance to be won and lost by each time, with its variance left out. */
export function curve(created: Column, closed: Column, stages: Column): readonly [number, number] {
  const stage = codes(stages);
  const n = stage.length;
  const start = numbersOf(created);
  let latest = 0;
  for (let i = 0; i < n; i += 1) {
    const end = closed[i]![0];
    if (start[i]! > latest) latest = start[i]!;
    if (typeof end === "number" && end > latest) latest = end;
  }
  const lists = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const sizes = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const end = closed[i]![0];
    const kind = stage[i]! < WON ? 0 : stage[i] === WON ? 1 : 2;
    lists[kind][sizes[kind]!] = (kind === 0 ? latest : (end as number)) - start[i]!;
    sizes[kind]! += 1;
  }
  const [open, won, lost] = lists.map((list, kind) => list.subarray(0, sizes[kind]).sort()) as [Float64Array, Float64Array, Float64Array];
  let [s, pWon, pLost, atRisk] = [1, 0, 0, n];
  let [i, j, k] = [0, 0, 0];
  while (i < won.length || j < lost.length) {
    const t = Math.min(won[i] ?? Infinity, lost[j] ?? Infinity);
    while (k < open.length && open[k]! < t) { k += 1; atRisk -= 1; }
    let [d1, d2] = [0, 0];
    while (i < won.length && won[i] === t) { i += 1; d1 += 1; }
    while (j < lost.length && lost[j] === t) { j += 1; d2 += 1; }
    pWon += (s * d1) / atRisk;
    pLost += (s * d2) / atRisk;
    s *= 1 - (d1 + d2) / atRisk;
    atRisk -= d1 + d2;
  }
  return [pWon, pLost];
}

/** Amount, weighted amount and variance per month. */
export function pipeline(amounts: Column, probabilities: Column, dates: Column): Float64Array {
  const out = new Float64Array(MONTHS * 4);
  for (let i = 0; i < amounts.length; i += 1) {
    const a = amounts[i]![0] as number;
    const p = probabilities[i]![0] as number;
    const at = monthOf(dates[i]![0] as number) * 4;
    out[at]! += 1;
    out[at + 1]! += a;
    out[at + 2]! += a * p;
    out[at + 3]! += a * a * p * (1 - p);
  }
  return out;
}

/** Skips, moves back and repeats in each deal. */
export function faults(deals: Column, stages: Column, dates: Column): Int32Array {
  const { off, times, stages: sorted, count } = byDeal(deals, stages, dates);
  const out = new Int32Array(4);
  for (let d = 0; d < count; d += 1) {
    let best = -1;
    for (let p = off[d]!; p < off[d + 1]!; p += 1) {
      const s = sorted[p]!;
      if (p > off[d]! && times[p] === times[p - 1]) out[0]! += 1;
      if (s < DEPTH) {
        if (s > best + 1) out[1]! += 1;
        if (p > off[d]! && s < sorted[p - 1]!) out[2]! += 1;
        if (s > best) best = s;
      } else if (best < 0) out[3]! += 1;
    }
  }
  return out;
}
