/** Goals as the pictures want them. */
import type { Unit } from "../../catalogue/define";
import type { Goal } from "../../plan/cycles";
import type { Measures } from "../../plan/measures";
import type { BurnUp } from "../../plan/series";
import type { Language } from "../../plan/words";
import type { Aim, Standing } from "../charts/aim";
import type { BulletGoal } from "../charts/bullet";
import type { BurnUp as BurnUpData } from "../charts/burn-up";
import type { GoalUnit } from "./amounts";
import { shortDay } from "./days";
import { lookOf } from "./status";

const UNITS: Readonly<Record<NonNullable<GoalUnit>, Unit>> = { money: "money", pcs: "count", "%": "rate", days: "days", months: "months", points: "count", "yes/no": "count" };
export const chartUnit = (goal: Goal): Unit => UNITS[goal.fields.unit ?? "pcs"];

const STANDINGS: Readonly<Record<ReturnType<typeof lookOf>, Standing | null>> = { good: "good", warning: "fair", bad: "poor", quiet: null };

export function aimOf({ fields: { type, baseline, target_max } }: Goal, green: number, yellow: number): Aim {
  if (type === "keep within") return { better: "within", upper: target_max };
  const better = type === "decrease" || type === "keep ≤" ? "less" : "more";
  return { better, green, yellow, ...((type === "increase" || type === "decrease") && { baseline: baseline ?? 0 }) };
}

export const bulletOf = (goal: Goal, { actual, target, expected, status }: Measures, green: number, yellow: number): BulletGoal => ({
  name: goal.fields.name ?? goal.label, unit: chartUnit(goal), fact: actual.value, target, expected: expected.value, aim: aimOf(goal, green, yellow), standing: STANDINGS[lookOf(status)],
});

/** The fact at the end of each week up to the last one known. */
export function burnUpData({ expected, facts }: BurnUp, language: Language, today: number): BurnUpData {
  const last = facts[facts.length - 1]?.day ?? -Infinity;
  const days = expected.slice(1).map(({ day }) => day);
  const known = (day: number, before: number): number | null => (before >= last ? null : ([...facts].reverse().find((fact) => fact.day <= day)?.value ?? null));
  return {
    periods: days.map((day) => shortDay(day, language, today)),
    expected: expected.slice(1).map(({ value }) => value),
    fact: days.map((day, i) => known(day, expected[i]!.day)),
  };
}
