/** V04: numbers of a goal that contradict each other. V07: 25 where 25 % is meant. V13: ratios that are added up or averaged. */
import { hundredth } from "../typed-number";
import { nameKey } from "../../core/order";
import { targetOf } from "../goal-row";
import { isUpperBelow, wrongSide, wrongZones } from "../goal-rules";
import { rowOf } from "../find";
import type { Goal } from "../cycles";
import { metricOf } from "../metrics";
import type { Plan, PlanRow } from "../plan";
import type { Column } from "../schema";
import { TABLES, TABLE_KEYS, type TableKey } from "../tables";
import { liveGoals, liveRows } from "./live";
import { both, headerOf, numberText, percentText, problemOf, setFields, type Check, type Problem } from "./problem";

export const sides: Check = (plan) => liveGoals(plan).flatMap((goal) => [...sideProblem(plan, goal), ...limitProblem(plan, goal), ...zoneProblems(plan, goal)]);

function sideProblem(plan: Plan, goal: Goal): Problem[] {
  const { type, baseline, target } = goal.fields;
  const side = wrongSide(goal.fields);
  if (side === null || target === null || goal.odd["type"] !== undefined || goal.odd["baseline"] !== undefined) return [];
  const [a, b] = [numberText(baseline ?? 0), numberText(target)];
  if (side === "equal") {
    return [problemOf(plan, "V04", "error", "goals", goal, { en: `baseline and target are both ${b.en}. Choose a Keep type, or change one of the numbers.`, ru: `база равна плану (${b.ru}). Выберите тип «Не ниже», «Не выше» или «В пределах» либо измените одно из чисел.` }, {
      field: "baseline", repairs: (["keep ≥", "keep ≤"] as const).map((code) => setFields(TYPE_WORDS[code], "goals", goal, { type: code, baseline: null })),
    })];
  }
  const other = type === "increase" ? "decrease" : "increase";
  return [problemOf(plan, "V04", "error", "goals", goal, {
    en: `the type is ${type === "increase" ? "Increase" : "Decrease"}, but the target ${b.en} is ${side} the baseline ${a.en}.`,
    ru: `тип «${type === "increase" ? "Увеличить" : "Снизить"}», но план ${b.ru} ${side === "above" ? "выше" : "ниже"} базы ${a.ru}.`,
  }, { field: "target", repairs: [setFields(TYPE_WORDS[other], "goals", goal, { type: other })] })];
}

const TYPE_WORDS = {
  "increase": { en: "Make it “Increase”", ru: "Выбрать тип «Увеличить»" }, "decrease": { en: "Make it “Decrease”", ru: "Выбрать тип «Снизить»" },
  "keep ≥": { en: "Make it “Keep at least”", ru: "Выбрать тип «Не ниже»" }, "keep ≤": { en: "Make it “Keep at most”", ru: "Выбрать тип «Не выше»" },
} as const;

function limitProblem(plan: Plan, goal: Goal): Problem[] {
  const { target, target_max } = goal.fields;
  if (!isUpperBelow(goal.fields) || target === null || target_max === null) return [];
  return [problemOf(plan, "V04", "error", "goals", goal, {
    en: `the upper limit ${numberText(target_max).en} is below the target ${numberText(target).en}.`, ru: `верхняя граница ${numberText(target_max).ru} ниже плана ${numberText(target).ru}.`,
  }, { field: "target_max", repairs: [setFields({ en: "Exchange the two numbers", ru: "Поменять числа местами" }, "goals", goal, { target: target_max, target_max: target })] })];
}

/** Minimum, target and stretch follow each other in the direction of the goal. */
function zoneProblems(plan: Plan, goal: Goal): Problem[] {
  const target = targetOf(goal);
  if (target === null) return [];
  return wrongZones({ ...goal.fields, target }).map((field) => problemOf(plan, "V04", "error", "goals", goal, both((language) => {
    const [header, number] = [headerOf("goals", field)[language], numberText(goal.fields[field]!)[language]];
    return language === "en" ? `${header} ${number} does not stand on its side of the target ${numberText(target).en}: minimum, target and stretch follow each other in the direction of the goal.` : `${header} ${number} стоит не по ту сторону от плана ${numberText(target).ru}: минимум, план и амбиция идут друг за другом в сторону цели.`;
  }), { field }));
}

/** Shares that cannot be above 1; people may well reach 300 % of a plan. */
const MOST: Readonly<Record<string, number>> = { attainment: 5 };
const OF_GOAL = ["baseline", "target", "target_max", "commit", "stretch", "actual"] as const;

export const percents: Check = (plan) => [
  ...liveGoals(plan).filter(({ fields: { unit } }) => unit === "%").flatMap((goal): Problem[] => {
    const wrong = OF_GOAL.filter((field) => Math.abs(goal.fields[field] ?? 0) > 1);
    const typed = wrong.filter((field) => goal.formulas[field] === undefined);
    const [first] = wrong;
    return first === undefined ? [] : [percentProblem(plan, "goals", goal, first, goal.fields[first]!, Object.fromEntries(typed.map((field) => [field, hundredth(goal.fields[field]!)])))];
  }),
  ...plan.rows.checkins.flatMap((checkIn): Problem[] => {
    const { value } = checkIn.fields;
    return value !== null && Math.abs(value) > 1 && rowOf(plan, "goals", checkIn.fields.goal)?.fields.unit === "%" ? [percentProblem(plan, "checkins", checkIn, "value", value, { value: hundredth(value) })] : [];
  }),
  ...TABLE_KEYS.flatMap((table) => (TABLES[table].columns as readonly Column[]).filter(({ kind }) => kind === "share").flatMap(({ field }) => liveRows(plan, table).flatMap((row): Problem[] => {
    const value = (row.fields as unknown as Readonly<Record<string, number | null>>)[field] ?? null;
    return value !== null && value > (MOST[field] ?? 1) ? [percentProblem(plan, table, row, field, value, row.formulas[field] === undefined ? { [field]: hundredth(value) } : {})] : [];
  }))),
];

function percentProblem<T extends TableKey>(plan: Plan, table: T, row: PlanRow<T>, field: string, value: number, fixed: Readonly<Record<string, number>>): Problem {
  const header = headerOf(table, field);
  const numbers = Object.values(fixed);
  return problemOf(plan, "V07", "warn", table, row, both((language) => (language === "en"
    ? `${header.en} is ${percentText(value).en}. Was ${percentText(value / 100).en} meant?` : `${header.ru} – ${percentText(value).ru}. Имелось в виду ${percentText(value / 100).ru}?`)), {
    field, repairs: numbers.length === 0 ? [] : [setFields(both((language) => `${language === "en" ? "Read as" : "Прочитать как"} ${numbers.map((number) => percentText(number)[language]).join(", ")}`), table, row, fixed)],
  });
}

/** Measures that are one total divided by another, by the names people give them. */
const RATIOS = ["conversion", "конверсия", "cac", "cpl", "deal size", "average deal", "средний чек", "churn", "отток", "retention", "удержание", "market share", "доля рынка", "margin", "маржа", "маржинальность", "win rate"];

export const ratios: Check = (plan) => liveGoals(plan).flatMap((goal): Problem[] => {
  const { unit, metric, accumulate } = goal.fields;
  if ((accumulate !== "sum" && accumulate !== "average") || (unit !== "%" && !RATIOS.includes(nameKey(metric ?? "")) && metricOf(metric ?? "")?.accumulate !== "ratio of sums")) return [];
  const word = accumulate === "sum" ? { en: "sum", ru: "сумма" } : { en: "average", ru: "среднее" };
  return [problemOf(plan, "V13", "warn", "goals", goal, {
    en: `a ratio is marked “${word.en}”. Ratios do not add up and have no average; of any span they are total by total.`, ru: `для отношения указано «${word.ru}». Отношения не складывают и не усредняют: за любой срок берут итог к итогу.`,
  }, { field: "accumulate", repairs: [setFields({ en: "Make it “Ratio”", ru: "Выбрать «Отношение»" }, "goals", goal, { accumulate: "ratio of sums" })] })];
});
