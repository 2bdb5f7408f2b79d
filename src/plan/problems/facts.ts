/**
 * V21: check-ins that the goal's own row does not know of. The pane counts them where Actual is blank, but a formula sees the row alone:
 * GOAL_VALUE and the grey columns tell of no fact, of an older one, or of a part of them.
 */
import { nameKey } from "../../core/order";
import { amount } from "../amounts";
import { checkInFormula, readsCheckIns } from "../check-in-formula";
import { cycleOf, type CheckIn, type Goal } from "../cycles";
import { checkInsOf, countedOn, toDate } from "../facts";
import { labelAndName } from "../find";
import { labelOf } from "../label";
import type { Operation } from "../operation";
import type { Plan } from "../plan";
import { dayOfPlan } from "../settings";
import { liveGoals } from "./live";
import { both, dateText, problemOf, type Check, type Problem, type Repair } from "./problem";

export const unseenCheckIns: Check = (plan, { today }) => liveGoals(plan).flatMap((goal): Problem[] => {
  const checkIns = checkInsOf(plan, goal);
  const { formulas, odd, fields: { actual, as_of } } = goal;
  const formula = formulas["actual"];
  if (checkIns.length === 0) return [];
  if (formula !== undefined) return goal.label !== "" && readsCheckIns(formula) && nameKey(formula).includes(`"${nameKey(goal.label)}"`) ? byNameOnly(plan, goal, checkIns) : [];
  if (odd["actual"] !== undefined) return []; // V06 tells of it
  const counted = countedOn(checkIns, dayOfPlan(plan, today));
  if (counted.length === 0) return [];
  const last = Math.floor(counted[0]!.fields.date!);
  const found = { field: "actual", repairs: linking(goal, checkIns) };
  const [date, value] = [dateText(last), both((language) => amount(toDate(counted)!, goal.fields.unit, language, cycleOf(plan, goal)?.fields.currency ?? null))];
  if (actual === null) {
    return [problemOf(plan, "V21", "warn", "goals", goal, {
      en: `“Actual” is blank. The pane counts ${value.en} of ${date.en} from the check-ins, but formulas over the plan and the grey columns show no data. Let “Actual” follow the check-ins.`,
      ru: `«Факт» пуст. Панель берёт ${value.ru} на ${date.ru} из замеров, а формулы по плану и серые столбцы показывают «нет данных». Свяжите «Факт» с замерами.`,
    }, found)];
  }
  if (as_of === null || last < as_of + 1) return [];
  return [problemOf(plan, "V21", "warn", "goals", goal, {
    en: `the check-in of ${date.en} does not count: “Actual” was typed for ${dateText(as_of).en}. Let it follow the check-ins, or write the new fact there.`,
    ru: `замер на ${date.ru} не учтён: «Факт» введён на ${dateText(as_of).ru}. Свяжите «Факт» с замерами или запишите новый.`,
  }, found)];
});

/** LATEST_CHECKIN asked for an id finds it alone or in a label, and no bare name. */
const isByName = (goal: Goal, { fields }: CheckIn): boolean => {
  const [key, id] = [nameKey(fields.goal ?? ""), nameKey(goal.label)];
  return key !== id && labelOf(key)?.id !== id;
};

const withIds = (goal: Goal, checkIns: readonly CheckIn[]): readonly Operation[] =>
  checkIns.filter((each) => isByName(goal, each)).map(({ row }) => ({ kind: "update", table: "checkins", row, fields: { goal: labelAndName("goals", goal) } }));

/** Without an id, which a row gets when the plan is read next, no formula can name the goal. */
const linking = (goal: Goal, checkIns: readonly CheckIn[]): readonly Repair[] => (goal.label === "" ? [] : [{
  words: { en: "Let “Actual” follow the check-ins", ru: "Связать «Факт» с замерами" },
  operations: [{ kind: "update", table: "goals", row: goal.row, fields: { actual: { formula: checkInFormula(goal.label) }, as_of: null } }, ...withIds(goal, checkIns)],
}]);

function byNameOnly(plan: Plan, goal: Goal, checkIns: readonly CheckIn[]): Problem[] {
  const operations = withIds(goal, checkIns);
  return operations.length === 0 ? [] : [problemOf(plan, "V21", "warn", "goals", goal, {
    en: `check-ins that name it without its id do not count in “Actual”: ${operations.length}. Write the id ${goal.label} there.`,
    ru: `замеры, где она названа без ID, не попадают в «Факт»: ${operations.length}. Запишите там ID ${goal.label}.`,
  }, { field: "actual", repairs: [{ words: { en: `Write ${goal.label} there`, ru: `Записать там ${goal.label}` }, operations }] })];
}
