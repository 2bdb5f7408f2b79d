/** Problems in the plan (guide to the plan, section 3): errors first, each as a sentence with a repair where the plan knows one. */
import type { Plan } from "../plan";
import { TABLE_KEYS } from "../tables";
import { checkInDates, doneDates, outside, overlaps, reversed } from "./dates";
import { unseenCheckIns } from "./facts";
import { changedPlan, links, names, owners, stale, weights } from "./goals";
import { budgets, coverage, currencies, leadTimes, orders, quotas } from "./means";
import { months } from "./months";
import type { Asked, Check, Level, Problem } from "./problem";
import { ranges } from "./ranges";
import { duplicates, goalNames, loops, references } from "./references";
import { required } from "./required";
import { textLengths } from "./text-limits";
import { settingValues, typed } from "./typed";
import { percents, ratios, sides } from "./values";

export type { Asked, Level, Problem, ProblemCode, Repair } from "./problem";

const CHECKS: readonly Check[] = [
  required, duplicates, references, loops, goalNames, sides, reversed, outside, checkInDates, doneDates, overlaps, typed, ranges, textLengths, settingValues, percents, owners, links, coverage, names, weights, ratios, unseenCheckIns, stale, orders,
  budgets, quotas, leadTimes, currencies, changedPlan, months,
];

const LEVELS: readonly Level[] = ["error", "warn", "info"];

/** By level, then by table and row as they stand in the book, what concerns no row last. */
export function problemsOf(plan: Plan, asked: Asked): readonly Problem[] {
  const places = new Map(TABLE_KEYS.flatMap((table) => plan.rows[table].map(({ row }, i) => [`${table} ${row}`, i] as const)));
  const keyOf = ({ level, table, row }: Problem): readonly number[] => [LEVELS.indexOf(level), TABLE_KEYS.indexOf(table), row === null ? Infinity : (places.get(`${table} ${row}`) ?? Infinity)];
  const keyed = CHECKS.flatMap((check) => check(plan, asked)).map((problem) => ({ problem, key: keyOf(problem) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ problem }) => problem);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((each, i) => each !== b[i]);
  return differs < 0 ? 0 : a[differs]! < b[differs]! ? -1 : 1;
}

export function countsOf(problems: readonly Problem[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warn: 0, info: 0 };
  for (const { level } of problems) counts[level] += 1;
  return counts;
}
