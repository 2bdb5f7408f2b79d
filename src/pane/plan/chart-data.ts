/** Goals as the pictures want them. */
import type { Unit } from "../../catalogue/define";
import type { Goal } from "../../plan/cycles";
import type { Measures } from "../../plan/measures";
import type { BurnUp } from "../../plan/series";
import type { Language } from "../../plan/words";
import type { Aim, Standing } from "../charts/aim";
import type { BulletGoal } from "../charts/bullet";
import { burnUpByDay, type BurnUp as BurnUpData } from "../charts/burn-up";
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

export const burnUpData = (data: BurnUp, language: Language, today: number): BurnUpData => burnUpByDay(data, (day) => shortDay(day, language, today));
