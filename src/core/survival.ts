/** Times of which some are not finished yet: the Kaplan–Meier estimate. */
import { TOLERANCE } from "./stats";

/** Lengths in days; `open` ones are still running and are known only to be at least that long. */
export type Durations = { readonly finished: Float64Array; readonly open: Float64Array };

export type Curve = {
  /** Times with at least one end, ascending, and the share still running right after each. */
  readonly times: readonly number[];
  readonly surviving: readonly number[];
  /** The longest length, finished or not. */
  readonly longest: number;
};

/**
 * The share of stays that last longer than t. At equal times the finished ones come first: an open stay is still at risk at its own length.
 *
 * @see E. L. Kaplan, P. Meier, JASA 53 (1958)
 */
export function kaplanMeier({ finished, open }: Durations): Curve {
  const ends = finished.slice().sort();
  const running = open.slice().sort();
  const times: number[] = [];
  const surviving: number[] = [];
  let share = 1;
  let gone = 0; // open stays shorter than the current time
  for (let i = 0; i < ends.length; ) {
    const time = ends[i]!;
    const first = i;
    // Lengths are differences of dates: equal ones may differ in their last bits.
    while (i < ends.length && ends[i]! - time <= TOLERANCE) i += 1;
    while (gone < running.length && running[gone]! < time - TOLERANCE) gone += 1;
    const atRisk = ends.length - first + (running.length - gone);
    share *= 1 - (i - first) / atRisk;
    times.push(time);
    surviving.push(share);
  }
  return { times, surviving, longest: Math.max(ends[ends.length - 1] ?? 0, running[running.length - 1] ?? 0) };
}

/** The first time by which `share` of the stays have ended; null if the curve never falls that far. */
export function curvePercentile({ times, surviving }: Curve, share: number): number | null {
  const at = surviving.findIndex((s) => s <= 1 - share + TOLERANCE);
  return at < 0 ? null : times[at]!;
}

/** The area under the curve up to the longest length: the mean stay as far as it was observed. */
export function curveMean({ times, surviving, longest }: Curve): number {
  let area = 0;
  let since = 0;
  let share = 1;
  times.forEach((time, i) => {
    area += share * (time - since);
    since = time;
    share = surviving[i]!;
  });
  return area + share * (longest - since);
}
