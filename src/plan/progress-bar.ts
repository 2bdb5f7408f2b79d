/** A progress bar of signs: every program shows it in a cell, and it can be copied as text. */

const LENGTH = 10;
const [DONE, DUE, OPEN] = ["█", "▒", "░"];

/**
 * @param progress share of the way; below 0 and above 1 the bar is empty or full
 * @param due share that is expected by now; null where nothing is
 * @returns what is done, what should be and is not, and what is left; "" where no progress is known
 */
export function progressBar(progress: number | null, due: number | null): string {
  if (progress === null) return "";
  const length = (share: number): number => Math.min(LENGTH, Math.max(0, Math.round(share * LENGTH) || 0));
  const done = length(progress);
  const missing = Math.max(0, length(due ?? 0) - done);
  return DONE!.repeat(done) + DUE!.repeat(missing) + OPEN!.repeat(LENGTH - done - missing);
}
