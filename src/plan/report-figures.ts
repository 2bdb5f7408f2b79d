/** The numbers behind the charts of a report. */
import { backwardPlan } from "./backward-plan";
import { backwardInputs, givenOf } from "./backward-of-plan";
import { causeFigures, type CauseFigures } from "./cause-texts";
import type { Cycle } from "./cycles";
import { monthAndYear } from "./days";
import { deviationsOf, type Deviation } from "./deviations";
import { nameOf } from "./find";
import { isWay } from "./goal-row";
import { measuresOf } from "./measures";
import type { Plan } from "./plan";
import { capacityByMonth, targetGoal } from "./people";
import { planFactByMonth } from "./series";
import type { Language } from "./words";

export type ReportFigures = {
  /** Of the department's target, in money; nothing without one. */
  readonly months: readonly { readonly name: string; readonly plan: number | null; readonly fact: number | null; readonly planToDate: number | null; readonly factToDate: number | null }[];
  /** The department's fact and what is expected of it by now. */
  readonly toDate: { readonly fact: number | null; readonly expected: number | null };
  /** Share of what was expected; less than 0 is worse than plan, whichever way the goal goes. The worst first. */
  readonly deviations: readonly { readonly name: string; readonly share: number | null }[];
  /** From the revenue that was planned by now to the fact. */
  readonly causes: CauseFigures;
  /** What the target needs at each stage. */
  readonly stages: readonly { readonly name: string; readonly count: number; readonly conversion: number | null }[];
  readonly capacity: readonly { readonly name: string; readonly ramped: number; readonly ramping: number; readonly target: number | null }[];
};

export function figuresOf(plan: Plan, cycle: Cycle, today: number, language: Language): ReportFigures {
  const goal = targetGoal(plan, cycle);
  const measures = goal && measuresOf(plan, goal, today);
  const inputs = backwardInputs(plan, cycle, givenOf(plan, cycle), today);
  return {
    months: goal ? planFactByMonth(plan, goal, today).map(({ from, plan: planned, fact, planToDate, factToDate }) => ({ name: monthAndYear(from, language), plan: planned, fact, planToDate, factToDate })) : [],
    toDate: { fact: measures?.actual.value ?? null, expected: measures?.expected.value ?? null },
    deviations: deviationsOf(plan, cycle, today).map((each) => ({ name: nameOf("goals", each.goal) || each.goal.label, share: shareOf(each) })),
    causes: causeFigures(plan, cycle, today, language),
    stages: inputs ? backwardPlan(inputs).stages.map(({ name, required, conversion }) => ({ name, count: required, conversion })) : [],
    capacity: plan.rows.team.length === 0 ? [] : capacityByMonth(plan, cycle).map(({ from, ramped, ramping, target }) => ({ name: monthAndYear(from, language), ramped, ramping, target })),
  };
}

/** What is ahead counts too: of a way by its pace, of what is kept by its distance from the limit. */
function shareOf({ goal, measures: { pace, gap }, shortfall }: Deviation): number | null {
  if (shortfall === null) return null;
  if (shortfall > 0) return -shortfall;
  const ahead = isWay(goal) ? (pace.value ?? 1) - 1 : (gap.value ?? 0) / (Math.abs(goal.fields.target ?? 0) || 1);
  return Math.max(0, ahead);
}
