/** One goal in a few words: where it is, and where it is to be. */
import { limits } from "../../../core/goal-value";
import type { Goal } from "../../../plan/cycles";
import type { Measures } from "../../../plan/measures";
import type { Language } from "../../../plan/words";
import { amount } from "../amounts";
import { shortDay } from "../days";
import type { Surroundings } from "../../surroundings";
import { GOAL_WORDS } from "./words";

type Say = Pick<Surroundings, "say" | "language">;

/** A value of the goal in its unit. */
export const inUnit = (goal: Goal, value: number, language: Language, currency: string | null): string => amount(value, goal.fields.unit, language, currency);

/** What `keep within` allows, as values of the goal. */
export const band = (target: number, upper: number | null, show: (value: number) => string): readonly [low: string, high: string] => {
  const [low, high] = limits({ type: "keep within", target, upper });
  return [show(low), show(high)];
};

/** `8,4 млн из 12 млн`, `42 → 35 дн.`, `2,5 %, не выше 3 %`; without a fact only the target. */
export function goalLine(goal: Goal, { actual, target }: Measures, today: number, currency: string | null, { say, language }: Say): string {
  const show = (value: number) => inUnit(goal, value, language, currency);
  const { type, baseline, target_max: upper, accumulate, end } = goal.fields;
  const fact = actual.value === null ? null : show(actual.value);
  if (type === "milestone") return end === null ? "" : say(GOAL_WORDS.yesBy, shortDay(end, language, today));
  if (target === null) return fact ?? say(GOAL_WORDS.noFact);
  const aim = show(target);
  if (type === "keep ≤" && accumulate === "sum") return fact === null ? say(GOAL_WORDS.atMost, aim) : say(GOAL_WORDS.spentOf, fact, aim);
  const limit = type === "keep ≥" ? say(GOAL_WORDS.atLeast, aim) : type === "keep ≤" ? say(GOAL_WORDS.atMost, aim) : type === "keep within" ? say(GOAL_WORDS.within, ...band(target, upper, show)) : null;
  if (limit !== null) return fact === null ? limit : say(GOAL_WORDS.nowAndLimit, fact, limit);
  if (accumulate === "sum") return fact === null ? aim : say(GOAL_WORDS.ofTarget, fact, aim);
  return say(GOAL_WORDS.goingFromTo, fact ?? (baseline === null ? "?" : show(baseline)), aim);
}
