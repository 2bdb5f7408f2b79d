/** Which way is better, and how a value stands against what is expected (plan.md section 4). */
import type { Maybe } from "./scale";

/** How a value stands: on plan, needs attention, behind. */
export type Standing = "good" | "fair" | "poor";

export type Aim = {
  /** `within`: between the target and `upper`. */
  readonly better: "more" | "less" | "within";
  /** Where the goal starts from; its way is counted from there. Left out: from 0, or for `less` as a limit. */
  readonly baseline?: Maybe;
  /** The upper end of `within`; left out: 5 % above the target. */
  readonly upper?: Maybe;
  /** From which share of the expected way on a goal is on plan (0.95), and needs attention (0.8). */
  readonly green?: number;
  readonly yellow?: number;
};
export const MORE: Aim = { better: "more" };

export const upperEnd = (target: number, { upper }: Aim): number => upper ?? target + Math.abs(target) * 0.05;

/** The worst value that is on plan, and the worst that needs attention. For `within` both are the target. */
export function limits(expected: number, { better, baseline, green = 0.95, yellow = 0.8 }: Aim): readonly [green: number, yellow: number] {
  if (better === "within") return [expected, expected];
  const isWay = typeof baseline === "number" && (better === "more" ? baseline < expected : baseline > expected);
  const limit = (share: number): number =>
    isWay ? baseline + share * (expected - baseline)
      : better === "more" ? expected - (1 - share) * Math.abs(expected) : expected + (1 / share - 1) * Math.abs(expected);
  return [limit(green), limit(yellow)];
}

/** Quotients of round numbers land just below a threshold. */
const near = (value: number): number => Math.abs(value) * 1e-9;

export function standing(value: number, expected: number, aim: Aim): Standing {
  if (aim.better === "within") return value >= expected - near(expected) && value <= upperEnd(expected, aim) * (1 + 1e-9) ? "good" : "poor";
  const [good, fair] = limits(expected, aim);
  const reaches = (limit: number): boolean => (aim.better === "more" ? value >= limit - near(limit) : value <= limit + near(limit));
  return reaches(good) ? "good" : reaches(fair) ? "fair" : "poor";
}

/** How far a value is on the wrong side of what is expected, as a share of it; 0 and less where it is not. */
export function shortfall(value: number, expected: number, aim: Aim): number {
  const wrong = aim.better === "more" ? expected - value : aim.better === "less" ? value - expected : Math.max(expected - value, value - upperEnd(expected, aim));
  return wrong === 0 ? 0 : wrong / Math.abs(expected || 1);
}
