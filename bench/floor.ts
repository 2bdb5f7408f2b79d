/** The floor: hand-written passes without any validation, names not normalised. What the machine can do at best. */
import { LOST, STAGES, type Column } from "./data";

const CODE = new Int32Array(65536).fill(-1);
[..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].forEach((c, i) => (CODE[c.charCodeAt(0)] = i));

/** Touching each needed cell once. */
export function touch(...columns: readonly Column[]): number {
  let s = 0;
  for (const column of columns) for (let i = 0; i < column.length; i += 1) {
    const v = column[i]![0];
    s += typeof v === "number" ? v : (v as string).length;
  }
  return s;
}

/** Ids of equal length with a constant prefix, packed into two integers: equality without touching the string. */
export function intern(column: Column): { readonly ids: Int32Array; readonly count: number } {
  const n = column.length;
  const first = column[0]![0] as string;
  const length = first.length;
  let prefix = length;
  for (let i = 1; i < n; i += 1 + ((n / 1000) | 0)) {
    const v = column[i]![0] as string;
    let j = 0;
    while (j < prefix && v.charCodeAt(j) === first.charCodeAt(j)) j += 1;
    prefix = j;
  }
  prefix = Math.max(0, Math.min(prefix, length - 10));
  const middle = Math.max(prefix, length - 5);
  const ids = new Int32Array(n);
  let cap = 4096;
  let mask = cap - 1;
  let count = 0;
  let table = new Int32Array(cap * 4);
  for (let i = 0; i < n; i += 1) {
    const v = column[i]![0] as string;
    let a = 0;
    let b = 0;
    for (let j = prefix; j < middle; j += 1) a = (a << 6) | CODE[v.charCodeAt(j)]!;
    for (let j = middle; j < length; j += 1) b = (b << 6) | CODE[v.charCodeAt(j)]!;
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    h ^= h >>> 15;
    h = Math.imul(h, 0x2c1b3c6d);
    h ^= h >>> 13;
    const wrap = (mask << 2) | 3;
    let p = (h & mask) << 2;
    let x: number;
    for (;;) {
      x = table[p + 2]!;
      if (x === 0 || (table[p + 1] === b && table[p] === a)) break;
      p = (p + 4) & wrap;
    }
    if (x === 0) {
      x = ++count;
      table[p] = a;
      table[p + 1] = b;
      table[p + 2] = x;
      table[p + 3] = h;
      if (count * 2 >= cap) {
        const old = table;
        cap *= 4;
        mask = cap - 1;
        table = new Int32Array(cap * 4);
        const around = (mask << 2) | 3;
        for (let q = 0; q < old.length; q += 4) if (old[q + 2]) {
          let z = (old[q + 3]! & mask) << 2;
          while (table[z + 2]) z = (z + 4) & around;
          table.set(old.subarray(q, q + 4), z);
        }
      }
    }
    ids[i] = x - 1;
  }
  return { ids, count };
}

export const LABELS = new Map([...STAGES, LOST].map((name, i) => [name, i]));

export function codes(stages: Column): Uint8Array {
  const out = new Uint8Array(stages.length);
  for (let i = 0; i < out.length; i += 1) out[i] = LABELS.get(stages[i]![0] as string)!;
  return out;
}

export function numbersOf(column: Column): Float64Array {
  const out = new Float64Array(column.length);
  for (let i = 0; i < out.length; i += 1) out[i] = column[i]![0] as number;
  return out;
}

export type Sorted = { readonly off: Int32Array; readonly times: Float64Array; readonly stages: Uint8Array; readonly count: number };

export function byDeal(deals: Column, stages: Column, dates: Column): Sorted {
  const { ids, count } = intern(deals);
  const stage = codes(stages);
  const time = numbersOf(dates);
  const off = new Int32Array(count + 1);
  for (let i = 0; i < ids.length; i += 1) off[ids[i]! + 1]! += 1;
  for (let d = 0; d < count; d += 1) off[d + 1]! += off[d]!;
  const pos = off.slice(0, count);
  const times = new Float64Array(ids.length);
  const sorted = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const p = pos[ids[i]!]!;
    pos[ids[i]!] = p + 1;
    times[p] = time[i]!;
    sorted[p] = stage[i]!;
  }
  for (let d = 0; d < count; d += 1) {
    for (let i = off[d]! + 1; i < off[d + 1]!; i += 1) {
      const t = times[i]!;
      const s = sorted[i]!;
      let j = i - 1;
      for (; j >= off[d]! && times[j]! > t; j -= 1) {
        times[j + 1] = times[j]!;
        sorted[j + 1] = sorted[j]!;
      }
      times[j + 1] = t;
      sorted[j + 1] = s;
    }
  }
  return { off, times, stages: sorted, count };
}

export function reached(level: Uint8Array): number[] {
  const out = STAGES.map(() => 0);
  for (const l of level) for (let s = 0; s < l; s += 1) out[s]! += 1;
  return out;
}

export function furthest(deals: Column, stages: Column): number[] {
  const { ids, count } = intern(deals);
  const stage = codes(stages);
  const best = new Uint8Array(count);
  for (let i = 0; i < ids.length; i += 1) {
    const s = stage[i]! + 1;
    if (s <= STAGES.length && s > best[ids[i]!]!) best[ids[i]!] = s;
  }
  return reached(best);
}

export function inOrder(deals: Column, stages: Column, dates: Column): number[] {
  const { off, stages: sorted, count } = byDeal(deals, stages, dates);
  const level = new Uint8Array(count);
  for (let d = 0; d < count; d += 1) {
    let l = 0;
    for (let p = off[d]!; p < off[d + 1]!; p += 1) if (sorted[p] === l && l < STAGES.length) l += 1;
    level[d] = l;
  }
  return reached(level);
}

/** Mean and median per stage of single finished stays. */
export function stageTimes(deals: Column, stages: Column, dates: Column): (readonly [number, number])[] {
  const { off, times, stages: sorted, count } = byDeal(deals, stages, dates);
  const days: number[][] = STAGES.map(() => []);
  for (let d = 0; d < count; d += 1) for (let p = off[d]!; p + 1 < off[d + 1]!; p += 1) days[sorted[p]!]?.push(times[p + 1]! - times[p]!);
  return days.slice(0, -1).map((list) => {
    const all = Float64Array.from(list).sort();
    const middle = all.length >> 1;
    return [all.reduce((s, x) => s + x, 0) / all.length, all.length % 2 ? all[middle]! : (all[middle - 1]! + all[middle]!) / 2];
  });
}

/** Mean days from the first stage to the last. */
export function leadToWon(deals: Column, stages: Column, dates: Column): number {
  const { off, times, stages: sorted, count } = byDeal(deals, stages, dates);
  let [sum, n] = [0, 0];
  for (let d = 0; d < count; d += 1) {
    let from = NaN;
    for (let p = off[d]!; p < off[d + 1]!; p += 1) {
      if (sorted[p] === 0 && Number.isNaN(from)) from = times[p]!;
      if (sorted[p] === 5 && !Number.isNaN(from)) { sum += times[p]! - from; n += 1; break; }
    }
  }
  return sum / n;
}

/** Open deals whose current stay is longer than 30 days. */
export function stale(deals: Column, stages: Column, dates: Column): number {
  const { off, times, stages: sorted, count } = byDeal(deals, stages, dates);
  let last = 0;
  for (const t of times) if (t > last) last = t;
  let n = 0;
  for (let d = 0; d < count; d += 1) {
    const p = off[d + 1]! - 1;
    if (sorted[p]! < 5 && last - times[p]! > 30) n += 1;
  }
  return n;
}

export function winRate(stages: Column): number {
  let [won, lost] = [0, 0];
  for (let i = 0; i < stages.length; i += 1) {
    const code = LABELS.get(stages[i]![0] as string);
    if (code === 5) won += 1;
    else if (code === 6) lost += 1;
  }
  return won / (won + lost);
}

export function furthestRows(stages: Column, last: Column): number[] {
  const level = new Uint8Array(stages.length);
  const [now, before] = [codes(stages), codes(last)];
  for (let i = 0; i < level.length; i += 1) level[i] = (now[i] === 6 ? before[i]! : Math.max(now[i]!, before[i]!)) + 1;
  return reached(level);
}

export function cycle(created: Column, closed: Column): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < created.length; i += 1) {
    const start = created[i]![0] as number;
    const end = closed[i]![0];
    if (typeof end === "number") { sum += end - start; n += 1; }
  }
  return sum / n;
}

export function wonAmount(amounts: Column, stages: Column): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < amounts.length; i += 1) if (LABELS.get(stages[i]![0] as string) === 5) { sum += amounts[i]![0] as number; n += 1; }
  return sum / n;
}

export function firstPurchases(customers: Column, dates: Column, amounts: Column): number {
  const { ids, count } = intern(customers);
  const first = new Float64Array(count).fill(Infinity);
  for (let i = 0; i < ids.length; i += 1) {
    const t = dates[i]![0] as number;
    if ((amounts[i]![0] as number) > 0 && t < first[ids[i]!]!) first[ids[i]!] = t;
  }
  let n = 0;
  for (const t of first) if (t < Infinity) n += 1;
  return n;
}

export function ratioOfTotals(a: Column, b: Column): number {
  let [x, y] = [0, 0];
  for (let i = 0; i < a.length; i += 1) x += a[i]![0] as number;
  for (let i = 0; i < b.length; i += 1) y += b[i]![0] as number;
  return x / y;
}
