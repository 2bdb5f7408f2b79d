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

/**
 * The last fact counts until the day of the plan, on which the status is judged, and what is expected is told for that very day: otherwise
 * picture and figures would say two things.
 */
export function burnUpData(data: BurnUp, { day: now, expected: due }: Measures, language: Language, today: number): BurnUpData {
  const last = data.facts[data.facts.length - 1];
  const day = Math.min(now, data.expected[data.expected.length - 1]?.day ?? now);
  const facts = last && last.day < day ? [...data.facts, { day, value: last.value }] : data.facts;
  const expected = due.value === null || day !== now ? data.expected : [...data.expected.filter((point) => point.day !== day), { day, value: due.value }].sort((a, b) => a.day - b.day);
  return burnUpByDay({ ...data, facts, expected }, (each) => shortDay(each, language, today));
}
