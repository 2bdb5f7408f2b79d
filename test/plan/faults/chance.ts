/** Chance that can be repeated: Mulberry32 by Tommy Ettinger (2017, public domain), 32 bits of state, one seed one story. */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  readonly happens: (probability: number) => boolean;
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, happens: (probability) => next() < probability, pick: (items) => items[below(items.length)]! };
}
