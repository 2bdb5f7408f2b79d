/** A check-in that nobody owes yet: entered because something happened. */
import { checkInsOf, countedOn, factOf, toDate } from "../../../plan/facts";
import type { Goal } from "../../../plan/cycles";
import type { Plan } from "../../../plan/plan";
import type { Owed } from "../../../plan/queue";

export function owedAnyway(plan: Plan, goal: Goal, today: number): Owed {
  const counted = countedOn(checkInsOf(plan, goal), today);
  const fact = factOf(plan, goal, today);
  const addsUp = goal.fields.accumulate === "sum";
  return {
    goal, dueOn: today, late: 0, prefill: fact.value, source: fact.source,
    last: counted[0] ? { day: Math.floor(counted[0].fields.date!), value: toDate(counted)! } : null,
    meaning: addsUp ? (counted[0]?.fields.meaning ?? "total to date") : "total to date", mayBePeriod: addsUp,
  };
}
