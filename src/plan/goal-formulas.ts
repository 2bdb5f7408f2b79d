/**
 * Formulas over a goal that can stand in any cell of the workbook, and what each gives now. The goal is given as a reference to its cell,
 * so that renaming it breaks nothing; the tables and cells of the plan are given by their names. English notation.
 */
import { isoDay } from "../core/calendar";
import { goalMeasure, planStatus, type GoalMeasure } from "../core/goal-value";
import { planScore } from "../core/pace";
import { STATUS_WORDS } from "./code-words";
import { isCancelledGoal, type Goal } from "./cycles";
import { checkInsOf, countedOn, factOf, toDate } from "./facts";
import { coreGoal, lackingFor, paceByOf, readFor } from "./goal-row";
import { measured, none, reasonOf, type Reason } from "./reasons";
import type { Plan } from "./plan";
import { dayOfPlan, settingsOf } from "./settings";
import type { Language } from "./words";

export const FORMULA_FIELDS = ["actual", "progress", "expected", "gap", "pace", "forecast", "status", "checkIn", "score"] as const;
export type FormulaField = (typeof FORMULA_FIELDS)[number];

export type GoalFormula = {
  readonly field: FormulaField;
  readonly formula: string;
  /** What the cell will show; null: an error, and `reason` says why. */
  readonly value: number | string | null;
  readonly reason: Reason | null;
};

/**
 * @param place of the goal's id, such as `Goals!A5`; null where it is not on its sheet: then its id stands in the formula
 * @param today counts where the settings name no day
 * @param language of the words that a status is told in
 */
export function goalFormulas(plan: Plan, goal: Goal, place: string | null, today: number, language: Language): readonly GoalFormula[] {
  const called = place ?? `"${goal.label}"`;
  const day = dayOfPlan(plan, today);
  // The named cell, where it holds a day: what is typed there later counts.
  const asOf = settingsOf(plan).asOf === null ? `"${isoDay(day)}"` : "PLAN_ASOF";
  const timed = `,${asOf},PLAN_DAYS${paceByOf(goal) === "season" ? ",PLAN_SEASON_INDEX" : ""}`;
  const made = FORMULA_FIELDS.filter((field) => field !== "score" || isScorable(plan)).map((field): GoalFormula => {
    if (field === "checkIn") return { field, formula: `=LATEST_CHECKIN(${called},PLAN_CHECKINS[#All])`, ...checkInNow(plan, goal) };
    if (field === "score") return { field, formula: "=PLAN_SCORE(PLAN_GOAL_PROGRESS,PLAN_GOAL_WEIGHT)", ...scoreNow(plan, day) };
    return { field, formula: `=GOAL_VALUE(${called},PLAN_GOALS[#All],"${field}"${field === "actual" || field === "progress" ? "" : timed})`, ...valueNow(plan, goal, field, day, language) };
  });
  return made;
}

type Now = Pick<GoalFormula, "value" | "reason">;

/** As GOAL_VALUE works: from the row alone, with the thresholds of the function and no matter how early it is. */
function valueNow(plan: Plan, goal: Goal, field: GoalMeasure | "status" | "actual", day: number, language: Language): Now {
  if (field === "status" && isCancelledGoal(goal)) return { value: STATUS_WORDS.cancelled[language], reason: null };
  const rowAlone: Plan = { ...plan, rows: { ...plan.rows, checkins: [], months: [] } };
  const fact = factOf(rowAlone, goal, day);
  if (fact.reason && fact.reason !== "blankActual" && field !== "expected") return { value: null, reason: fact.reason };
  if (field === "actual") return fact;
  const lack = lackingFor(goal, field === "status" ? "pace" : field);
  if (lack) return none(lack);
  const core = coreGoal(rowAlone, goal, fact.value, day);
  if (field !== "status") return measured(() => goalMeasure(field, readFor(core, field)));
  try {
    return { value: STATUS_WORDS[planStatus(core)][language], reason: null };
  } catch (error) {
    return { value: null, reason: reasonOf(error) };
  }
}

function checkInNow(plan: Plan, goal: Goal): Now {
  const value = toDate(countedOn(checkInsOf(plan, goal), Infinity));
  return value === null ? none("blankActual") : { value, reason: null };
}

/** The named columns hold every goal of the file: with several cycles or goals that were taken back their score would be that of nothing. */
const isScorable = (plan: Plan): boolean => plan.rows.cycles.length === 1 && !plan.rows.goals.some(isCancelledGoal);

function scoreNow(plan: Plan, day: number): Now {
  const progress = Float64Array.from(plan.rows.goals, (goal) => {
    const { value } = valueNow(plan, goal, "progress", day, "en");
    return typeof value === "number" ? value : NaN;
  });
  if (progress.every(Number.isNaN)) return none("blankActual");
  const weights = Float64Array.from(plan.rows.goals, ({ fields }) => Math.max(0, fields.weight ?? 1));
  return measured(() => planScore(progress, weights, "yes", "exclude"));
}
