/** Fact against plan, one bar per goal. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { plainNumber } from "../format";
import { say } from "../words";
import { limits, shortfall, standing, upperEnd, type Aim, type Standing } from "./aim";
import { known, scaleOf, type Maybe, type Scale } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type BulletGoal = {
  readonly name: string;
  readonly unit: Unit;
  readonly fact: Maybe;
  readonly target: Maybe;
  /** What is expected by now; the zones and the status are counted from it. Left out: from the target. */
  readonly expected?: Maybe;
  readonly aim: Aim;
  /** The status where it is known better, such as for milestones; null for one that is neither good nor bad yet. */
  readonly standing?: Standing | null;
};

const yardstick = ({ target, expected }: BulletGoal): Maybe => known(expected) ?? known(target);

export function bulletStanding(goal: BulletGoal): Standing | null {
  if (goal.standing !== undefined) return goal.standing;
  const [fact, measure] = [known(goal.fact), yardstick(goal)];
  return fact === null || measure === null ? null : standing(fact, measure, goal.aim);
}

/** The plan as text: one number, or two ends. */
export const targetText = ({ target, unit, aim }: BulletGoal, language: Language): string =>
  aim.better === "within" && target !== null ? say(CHART_WORDS.upTo, language, short(target, unit === "days" || unit === "months" ? "count" : unit, language), short(upperEnd(target, aim), unit, language)) : short(target, unit, language);

export const statusText = (goal: BulletGoal, language: Language): string => {
  const stands = bulletStanding(goal);
  return stands === null ? CHART_WORDS.noData[language] : CHART_WORDS[stands][language];
};

/** One goal as a sentence. */
export const bulletSentence = (goal: BulletGoal, language: Language): string =>
  sentences(say(CHART_WORDS.bullet, language, inText(goal.name), statusText(goal, language), short(goal.fact, goal.unit, language), targetText(goal, language)));

export type Zone = { readonly standing: Standing; readonly from: number; readonly to: number };

/** The scale of one goal, and its three zones along it, from left to right. */
export function bulletZones(goal: BulletGoal): { readonly scale: Scale; readonly zones: readonly Zone[] } {
  const { aim } = goal;
  const measure = yardstick(goal);
  if (measure === null) return { scale: scaleOf([goal.fact]), zones: [] };
  const target = known(goal.target) ?? measure;
  const [green, yellow] = limits(measure, aim);
  const end = aim.better === "within" ? upperEnd(measure, aim) : yellow;
  const span = Math.max(Math.abs(target), Math.abs(end)) * 0.15;
  const scale = tight([goal.fact, target + span, end + span, 0, aim.baseline ?? null]);
  const zone = (stands: Standing, from: number, to: number): Zone => ({ standing: stands, from: scale.at(from), to: scale.at(to) });
  const zones = aim.better === "more" ? [zone("poor", scale.low, yellow), zone("fair", yellow, green), zone("good", green, scale.high)]
    : aim.better === "less" ? [zone("good", scale.low, green), zone("fair", green, yellow), zone("poor", yellow, scale.high)]
    : [zone("poor", scale.low, measure), zone("good", measure, end), zone("poor", end, scale.high)];
  return { scale, zones: zones.filter(({ from, to }) => to > from) };
}

/** Without round ticks a bar uses its whole length. */
function tight(values: readonly Maybe[]): Scale {
  const { ticks, low, high } = scaleOf(values, { steps: 40 });
  return { low, high, ticks, at: (value) => Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100)) };
}

export function bulletsAccount(goals: readonly BulletGoal[], language: Language): Account {
  const judged = goals.flatMap((goal) => (bulletStanding(goal) === null ? [] : [goal]));
  if (judged.length === 0) return nothing(CHART_WORDS.bulletsEmpty, language);
  const count = (value: number): string => plainNumber(value, language);
  const good = judged.filter((goal) => bulletStanding(goal) === "good").length;
  const far = (goal: BulletGoal): number => shortfall(known(goal.fact) ?? 0, yardstick(goal) ?? 0, goal.aim);
  const [worst] = judged.filter((goal) => bulletStanding(goal) !== "good").sort((a, b) => far(b) - far(a));
  return {
    finding: worst ? sentences(say(CHART_WORDS.bulletsSome, language, count(good), count(judged.length)), say(CHART_WORDS.bulletsWorst, language, inText(worst.name)))
      : sentences(say(CHART_WORDS.bulletsAll, language, count(good))),
    standing: !worst ? "good" : judged.some((goal) => bulletStanding(goal) === "poor") ? "poor" : "fair",
    table: {
      head: [CHART_WORDS.goal, CHART_WORDS.actual, CHART_WORDS.plan, CHART_WORDS.status].map((words) => words[language]),
      rows: goals.map((goal) => [clip(goal.name), full(goal.fact, goal.unit, language), goal.aim.better === "within" ? targetText(goal, language) : full(goal.target, goal.unit, language), statusText(goal, language)]),
    },
  };
}
