/** Long writing in blocks: how far it is, and whether the user has stopped it. */
import { batch, type Command, type Steps } from "./book";
import type { Cancel, Progress } from "./store";

/** Thrown between two blocks when the user has stopped it. */
export class Stopped extends Error {}

export type Pace = {
  /** So many more blocks are to come. */
  readonly expect: (blocks: number) => void;
  /** Before each block. @throws Stopped */
  readonly step: () => void;
};

export function paceOf(progress: Progress, cancel: Cancel): Pace {
  let [done, of] = [0, 0];
  return {
    expect: (blocks) => {
      of += blocks;
    },
    step: () => {
      if (cancel.cancelled) throw new Stopped();
      done += 1;
      progress(done, of);
    },
  };
}

/** One command in a batch, each of 500 cells at most: progress is seen, and the host has time between. Without a pace all in one. */
export function* inBlocks(commands: readonly Command[], pace: Pace | null): Steps<void> {
  if (!pace) return yield* batch(commands);
  pace.expect(commands.length);
  for (const command of commands) {
    pace.step();
    yield* batch([command]);
  }
}
