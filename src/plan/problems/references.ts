/** V02: ids that stand twice, and references that mean nothing, or several rows, or lead in a circle. V03: goals of one name in one cycle. */
import { nameKey } from "../../core/order";
import { cycleOf, type Goal } from "../cycles";
import { idOf, labelAndName, nearestName, rowOf, rowsOf } from "../find";
import { memo } from "../memo";
import type { Plan, PlanRow } from "../plan";
import type { Column } from "../schema";
import { TABLES, TABLE_KEYS, type TableKey } from "../tables";
import { liveCycles, liveGoals, liveRows } from "./live";
import { both, headerOf, problemOf, quoted, setFields, titleOf, type Check, type Problem } from "./problem";

export const duplicates: Check = (plan) => TABLE_KEYS.flatMap((table): Problem[] => {
  const first = new Map<string, PlanRow>();
  return (plan.rows[table] as readonly PlanRow[]).flatMap((row): Problem[] => {
    const key = nameKey(idOf(table, row));
    const before = first.get(key);
    if (key === "" || !before) {
      first.set(key, row);
      return [];
    }
    const header = headerOf(table, TABLES[table].key ?? TABLES[table].columns[0].field);
    return [problemOf(plan, "V02", "error", table, row, both((language) => (language === "en" ? `${header.en} stands twice in the table. Change one of the two.` : `${header.ru} встречается в таблице дважды. Измените одно из двух.`)), { field: TABLES[table].key })];
  });
});

export const references: Check = (plan) => TABLE_KEYS.flatMap((table) => {
  const columns = (TABLES[table].columns as readonly Column[]).filter(({ kind }) => kind === "ref");
  return columns.length === 0 ? [] : liveRows(plan, table).flatMap((row) => columns.flatMap(({ field, to }) => referenceProblem(plan, table, row, field, to as TableKey)));
});

function referenceProblem(plan: Plan, table: TableKey, row: PlanRow, field: string, to: TableKey): Problem[] {
  const ref = (row.fields as Readonly<Record<string, unknown>>)[field];
  if (typeof ref !== "string") return [];
  const found = rowsOf(plan, to, ref);
  if (found.length === 1) return [];
  const [header, text, one] = [headerOf(table, field), quoted(ref), TABLES[to].one];
  if (found.length > 1) {
    const ids = found.map((each) => idOf(to, each)).join(", ");
    return [problemOf(plan, "V02", "error", table, row, both((language) => (language === "en" ? `${header.en} ${text.en} may mean several rows: ${ids}. Write the id.` : `${header.ru} ${text.ru} может значить несколько строк: ${ids}. Напишите ID.`)), {
      field, repairs: found.slice(0, 4).map((each) => setFields(both((language) => `${language === "en" ? "Write" : "Записать"} ${labelAndName(to, each)}`), table, row, { [field]: labelAndName(to, each) })),
    })];
  }
  const near = nearestName(plan, to, ref);
  return [problemOf(plan, "V02", "error", table, row, both((language) => {
    if (language === "en") return `${header.en}: there is no ${one.en.toLowerCase()} ${text.en}.${near === null ? "" : ` Nearest: ${quoted(near).en}.`}`;
    return `${header.ru}: ${text.ru} в таблице «${TABLES[to].sheet.ru}» нет.${near === null ? "" : ` Похожее: ${quoted(near).ru}.`}`;
  }), { field, repairs: near === null ? [] : [setFields(both((language) => `${language === "en" ? "Write" : "Записать"} ${near}`), table, row, { [field]: near })] })];
}

/** A cycle within itself, a goal that supports itself, over any number of steps. */
export const loops: Check = (plan) => [
  ...liveCycles(plan).filter((cycle) => isLoop(plan, "cycles", cycle, (each) => (each as typeof cycle).fields.parent)).map((cycle) => problemOf(plan, "V02", "error", "cycles", cycle, {
    en: "it is part of itself through “Part of”. Clear the cell of one of these cycles.", ru: "через «Входит в» цикл входит сам в себя. Очистите эту ячейку у одного из циклов.",
  }, { field: "parent" })),
  ...liveGoals(plan).filter((goal) => isLoop(plan, "goals", goal, (each) => (each as typeof goal).fields.parent_goal)).map((goal) => problemOf(plan, "V02", "error", "goals", goal, {
    en: "it supports itself through “Supports”. Clear the cell of one of these goals.", ru: "через «Поддерживает цель» цель поддерживает саму себя. Очистите эту ячейку у одной из целей.",
  }, { field: "parent_goal" })),
];

function isLoop(plan: Plan, table: "cycles" | "goals", row: PlanRow<"cycles"> | PlanRow<"goals">, refOf: (row: unknown) => string | null): boolean {
  const seen = new Set<string>();
  for (let next = rowOf(plan, table, refOf(row)); next && !seen.has(next.row); next = rowOf(plan, table, refOf(next))) {
    if (next.row === row.row) return true;
    seen.add(next.row);
  }
  return false;
}

const nameInCycle = (plan: Plan, goal: Goal): string | null => {
  const [cycle, key] = [cycleOf(plan, goal), nameKey(goal.fields.name ?? "")];
  return cycle && key !== "" ? `${cycle.row} ${key}` : null;
};

/** The first goal of each name in each cycle: looked up once, because a plan may hold hundreds. */
const firstOfName = memo((plan: Plan): ReadonlyMap<string, Goal> => {
  const found = new Map<string, Goal>();
  for (const goal of plan.rows.goals) {
    const name = nameInCycle(plan, goal);
    if (name !== null && !found.has(name)) found.set(name, goal);
  }
  return found;
});

export const goalNames: Check = (plan) => liveGoals(plan).flatMap((goal): Problem[] => {
  const name = nameInCycle(plan, goal);
  const first = name === null ? undefined : firstOfName(plan).get(name);
  if (!first || first.row === goal.row) return [];
  return [problemOf(plan, "V03", "error", "goals", goal, both((language) => (language === "en" ? `${titleOf(plan, "goals", first).en} of this cycle has the same name; formulas by name cannot tell them apart. Rename one of them.` : `в этом цикле так же называется ${first.label}; формулы по названию их не различат. Переименуйте одну из целей.`)), { field: "name" })];
});
