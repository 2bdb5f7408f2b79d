/** V22: targets by month that do not add up to the target of their goal: perhaps it was changed since, or its dates were. */
import { cycleOf } from "../cycles";
import { amount } from "../amounts";
import { inShares, isPattern, monthTargets, offBy, setMonths, wayByMonth } from "../monthly";
import { liveGoals } from "./live";
import { both, problemOf, type Check, type Problem } from "./problem";

const FIT = { en: "Fit the months, in their proportion", ru: "Подогнать месяцы, сохранив пропорции" };

export const months: Check = (plan) => (plan.rows.months.length === 0 ? [] : liveGoals(plan).flatMap((goal): Problem[] => {
  const way = wayByMonth(goal);
  const targets = way === null ? [] : monthTargets(plan, goal);
  const off = way === null ? 0 : offBy(targets, way);
  if (way === null || off === 0 || targets.every((target) => target === null)) return [];
  const [added, wanted] = [way + off, way].map((value) => both((language) => amount(value, goal.fields.unit, language, cycleOf(plan, goal)?.fields.currency ?? null)));
  const parts = inShares(goal, targets);
  return [problemOf(plan, "V22", "warn", "goals", goal, {
    en: `its targets by month add up to ${added!.en}, and ${wanted!.en} is to be reached.`, ru: `планы по месяцам дают в сумме ${added!.ru}, а надо ${wanted!.ru}.`,
  }, { field: "target", repairs: isPattern(parts) ? [{ words: FIT, operations: setMonths(plan, goal, parts, () => "") }] : [] })];
}));
