/** Chance with a seed: the same sequence on every computer (mulberry32). */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  readonly isTrue: (probability: number) => boolean;
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** The index of a weight, as often as the weight says. */
  readonly weighted: (weights: readonly number[]) => number;
  /** Around 0, mostly between -2 and 2. */
  readonly bell: () => number;
};

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    isTrue: (probability) => next() < probability,
    pick: (list) => list[whole(list.length)] ?? list[0],
    weighted(weights) {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (rest -= weight) < 0);
      return found < 0 ? weights.length - 1 : found;
    },
    bell: () => next() + next() + next() + next() + next() + next() - 3,
  };
}
