/** How long a piece of work takes, to compare with another in the same run: the best of three, the machine may be busy with something else. */
export function bestOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.max(1, Math.min(...times)); // below a millisecond it is the clock that is measured
}

/** Ten times as much takes no more than forty times as long: proportion, not the square. */
export const MOST_FOR_TENFOLD = 40;

const TRIES = 20;

/** Whether the large work, ten times the small one, is done in proportion in one of twenty tries: a busy machine makes a try slower, never faster, and the square misses them all. */
export const isInProportion = (small: () => unknown, large: () => unknown): boolean =>
  Array.from({ length: TRIES }).some(() => bestOf(large) < MOST_FOR_TENFOLD * bestOf(small));
