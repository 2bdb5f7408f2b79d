/** Plan, fact and forecast by period, and their sums. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { say } from "../words";
import { MORE, standing, type Aim } from "./aim";
import { known, total, type Maybe } from "./scale";
import { clip, full, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type PlanFact = {
  readonly periods: readonly string[];
  readonly plan: readonly Maybe[];
  /** null for periods to come. */
  readonly fact: readonly Maybe[];
  /** Of whole periods: also of one that has begun. */
  readonly forecast?: readonly Maybe[];
  /** What is done and what is expected by now, where it is known better: a period that goes on is not due as a whole. */
  readonly toDate?: { readonly fact: Maybe; readonly expected: Maybe };
};

/** Sums: to date over periods with a fact, and over all periods with forecasts where there are any. */
export function planFactTotals({ periods, plan, fact, forecast = [], toDate }: PlanFact): { readonly done: Maybe; readonly due: Maybe; readonly plan: Maybe; readonly outlook: Maybe } {
  const isDone = periods.map((_, i) => known(fact[i]) !== null);
  return {
    done: known(toDate?.fact) ?? total(periods.map((_, i) => fact[i])),
    due: known(toDate?.expected) ?? total(periods.map((_, i) => (isDone[i] ? plan[i] : null))),
    plan: total(periods.map((_, i) => plan[i])),
    outlook: total(forecast) === null ? null : total(periods.map((_, i) => known(forecast[i]) ?? fact[i])),
  };
}

export function planFactAccount(data: PlanFact, unit: Unit, language: Language, aim: Aim = MORE): Account {
  const { done, due, plan, outlook } = planFactTotals(data);
  if (done === null && plan === null && outlook === null) return nothing(CHART_WORDS.planFactEmpty, language);
  const text = (value: Maybe): string => short(value, unit, language);
  const head = done === null ? say(CHART_WORDS.planFactNoFact, language, text(plan))
    : due === null || due <= 0 ? say(CHART_WORDS.planFactNoPlan, language, text(done))
    : say(CHART_WORDS.planFactDone, language, short(done / due, "rate", language), text(done), text(due));
  const { periods, fact, forecast } = data;
  const hasForecast = outlook !== null;
  return {
    finding: sentences(head, hasForecast && plan !== null && say(CHART_WORDS.planFactForecast, language, text(outlook), text(plan))),
    standing: done === null || due === null || due <= 0 ? null : standing(done, due, aim),
    table: {
      head: [CHART_WORDS.period, CHART_WORDS.plan, CHART_WORDS.actual, ...(hasForecast ? [CHART_WORDS.forecast] : [])].map((words) => words[language]),
      rows: periods.map((name, i) => [clip(name), ...[data.plan[i], fact[i], ...(hasForecast ? [forecast?.[i]] : [])].map((value) => full(value, unit, language))]),
    },
  };
}
