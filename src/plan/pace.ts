/** Long writing in blocks: how far it is, and whether the user has stopped it. */
import { batch, pause, turn, type Command, type Steps } from "./book";
import type { Cancel, Progress } from "./store";

/** Thrown between two blocks when the user has stopped it. */
export class Stopped extends Error {}

export type Pace = {
  /** So many more blocks are to come. */
  readonly expect: (blocks: number) => void;
  /** Before each block. @throws Stopped */
  readonly step: () => void;
};

/** @param later blocks that are likely to be told of only on the way: counted from the start, or a full bar would begin anew */
export function paceOf(progress: Progress, cancel: Cancel, later = 0): Pace {
  let [done, of, foreseen] = [0, 0, 0];
  return {
    expect: (blocks) => {
      const known = Math.min(blocks, foreseen);
      foreseen -= known;
      if (of === 0) of = foreseen = later;
      of += blocks - known;
    },
    step: () => {
      if (cancel.cancelled) throw new Stopped();
      done += 1;
      progress(done, of);
    },
  };
}

/** Commands in a batch: at most 20,000 cells. */
const AT_ONCE = 40;

/** One command in a batch, each of 500 cells at most: progress is seen, and the host has time between. Without a pace few commands are one batch. */
export function* inBlocks(commands: readonly Command[], pace: Pace | null): Steps<void> {
  if (!pace) {
    for (let i = 0; i < commands.length; i += AT_ONCE) {
      if (commands.length > AT_ONCE) yield* turn("write", i, commands.length);
      yield* batch(commands.slice(i, i + AT_ONCE));
    }
    return;
  }
  pace.expect(commands.length);
  for (const command of commands) {
    pace.step();
    yield* batch([command]);
    yield* pause();
  }
}
