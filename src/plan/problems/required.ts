/** V01: what must be filled and is not. */
import { cycleOf, isOpenCycle, type Task } from "../cycles";
import { idOf } from "../find";
import type { Plan, PlanRow } from "../plan";
import type { Column } from "../schema";
import { TABLES, TABLE_KEYS, type TableKey } from "../tables";
import { liveRows } from "./live";
import { both, dateText, headerOf, problemOf, setFields, type Check, type Problem, type Repair } from "./problem";

/** Fields whose absence is told in another way: an owner by V08. */
const ELSEWHERE = new Set(["goals owner"]);

/** What a field says where nothing else is known. */
const USUAL: Readonly<Record<string, string>> = {
  "tasks status": "not started", "resources status": "needed", "actions status": "open", "cycles status": "active", "cycles phase": "plan", "cycles cadence": "week", "cycles pace_by": "working", "calendar kind": "holiday",
};

export const required: Check = (plan, { today }) => TABLE_KEYS.flatMap((table) => liveRows(plan, table).flatMap((row) =>
  (TABLES[table].columns as readonly Column[]).flatMap((column): Problem[] => {
    if (!isAsked(table, row, column) || isFilled(row, column.field)) return [];
    const header = headerOf(table, column.field);
    return [problemOf(plan, "V01", "error", table, row, both((language) => (language === "en" ? `${header.en} is empty. Fill it in.` : `не заполнено ${header.ru}. Заполните это поле.`)), { field: column.field, repairs: repairs(plan, table, row, column, today) })];
  })));

const isFilled = (row: PlanRow, field: string): boolean => (row.fields as Readonly<Record<string, unknown>>)[field] !== null || row.formulas[field] !== undefined || row.odd[field] !== undefined;

function isAsked(table: TableKey, row: PlanRow, { field, required: isRequired }: Column): boolean {
  const { type, status, repeat, goal } = row.fields as Readonly<Record<string, unknown>>;
  switch (`${table} ${field}`) {
    case "goals target": return type !== "milestone";
    case "goals baseline": return type === "decrease";
    case "goals start": case "goals end": return true;
    case "tasks blocked_by": return status === "blocked";
    case "tasks done_on": return status === "done";
    case "tasks due": return repeat === null || repeat === "none";
    case "actions stage": return goal === null;
    default: return isRequired === true && !ELSEWHERE.has(`${table} ${field}`);
  }
}

function repairs(plan: Plan, table: TableKey, row: PlanRow, { field, codes }: Column, today: number): Repair[] {
  const usual = USUAL[`${table} ${field}`];
  if (usual !== undefined) {
    const words = codes!.find(({ code }) => code === usual)!.words;
    return [setFields({ en: `Write “${words.en}”`, ru: `Записать «${words.ru}»` }, table, row, { [field]: usual })];
  }
  if (field === "cycle") {
    const [only, other] = plan.rows.cycles.filter(isOpenCycle);
    return only && !other ? [setFields({ en: `Write ${idOf("cycles", only)}`, ru: `Записать ${idOf("cycles", only)}` }, table, row, { cycle: idOf("cycles", only) })] : [];
  }
  if (field === "done_on") {
    const due = (row as unknown as Task).fields.due;
    const date = due === null ? today : Math.min(today, Math.floor(due));
    return [setFields(both((language) => `${language === "en" ? "Write" : "Записать"} ${dateText(date)[language]}`), table, row, { done_on: date })];
  }
  if (table === "goals" && (field === "start" || field === "end")) {
    const date = cycleOf(plan, row as unknown as { fields: { cycle: string | null } })?.fields[field] ?? null;
    return date === null ? [] : [setFields(both((language) => (language === "en" ? `Take the date of the cycle, ${dateText(date).en}` : `Взять дату цикла, ${dateText(date).ru}`)), table, row, { [field]: date })];
  }
  return [];
}
