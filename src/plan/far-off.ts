/** Numbers that are far from all that a goal knows: mostly a slip of the finger, or 0.25 typed where the sign of percents stands already. */
import type { Goal } from "./cycles";

const TIMES_MORE = 10;
/** A level falls slowly; a sum begins with little. */
const TIMES_LESS = 50;

/**
 * @param last the check-in before, as a value to date
 * @returns the number nearest to the entered one among those that the goal knows, where it is far from all of them
 */
export function farFrom({ fields: { type, baseline, target, target_max: upper, accumulate } }: Goal, entered: number, last: number | null): number | null {
  const known = [last, target, upper, baseline].filter((value): value is number => value !== null && value !== 0);
  if (type === "milestone" || entered === 0 || known.length === 0) return null;
  const sizes = known.map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const far = Math.abs(entered) > most * TIMES_MORE ? most : accumulate !== "sum" && Math.abs(entered) * TIMES_LESS < least ? least : null;
  return far === null ? null : known[sizes.indexOf(far)]!;
}
