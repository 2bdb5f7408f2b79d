/** V05: an end before its start, dates outside of their cycle or in the future, cycles of one level that overlap. */
import { cycleOf, type Cycle } from "../cycles";
import { idOf, rowOf } from "../find";
import { endsFirst } from "../goal-rules";
import type { Plan, PlanRow } from "../plan";
import type { TableKey } from "../tables";
import { liveCycles, liveGoals, liveResources, liveTasks } from "./live";
import { both, dateText, headerOf, problemOf, setFields, titleOf, type Check, type Problem, type Repair } from "./problem";

/** A check-in may be this many days outside of its cycle. */
const GRACE = 7;

export const reversed: Check = (plan) => [
  ...liveCycles(plan).flatMap((row) => endFirst(plan, "cycles", row, "start", "end", row.fields.start, row.fields.end)),
  ...liveGoals(plan).flatMap((row) => endFirst(plan, "goals", row, "start", "end", row.fields.start, row.fields.end)),
  ...liveTasks(plan).flatMap((row) => endFirst(plan, "tasks", row, "start", "due", row.fields.start, row.fields.due)),
  ...liveResources(plan).flatMap((row) => endFirst(plan, "resources", row, "start", "end", row.fields.start, row.fields.end)),
  ...plan.rows.team.flatMap((row) => endFirst(plan, "team", row, "start", "end", row.fields.start, row.fields.end)),
];

function endFirst<T extends TableKey>(plan: Plan, table: T, row: PlanRow<T>, from: string, to: string, start: number | null, end: number | null): Problem[] {
  if (start === null || end === null || !endsFirst(start, end)) return [];
  const [first, last] = [headerOf(table, from), headerOf(table, to)];
  return [problemOf(plan, "V05", "error", table, row, both((language) => (language === "en" ? `${last.en} ${dateText(end).en} is before ${first.en} ${dateText(start).en}.` : `${last.ru} ${dateText(end).ru} раньше, чем ${first.ru} ${dateText(start).ru}.`)), {
    field: to, repairs: [setFields({ en: "Exchange the two dates", ru: "Поменять даты местами" }, table, row, { [from]: end, [to]: start })],
  })];
}

export const outside: Check = (plan) => [
  ...liveGoals(plan).flatMap((goal) => (["start", "end"] as const).flatMap((field) => outsideOf(plan, "goals", goal, field, goal.fields[field], cycleOf(plan, goal), true))),
  ...liveTasks(plan).flatMap((task) => outsideOf(plan, "tasks", task, "due", task.fields.due, cycleOf(plan, task), false)),
  ...liveCycles(plan).flatMap((cycle) => (["start", "end"] as const).flatMap((field) => outsideOf(plan, "cycles", cycle, field, cycle.fields[field], rowOf(plan, "cycles", cycle.fields.parent), false))),
];

function outsideOf<T extends TableKey>(plan: Plan, table: T, row: PlanRow<T>, field: string, date: number | null, cycle: Cycle | null, offersCycle: boolean, grace = 0): Problem[] {
  const { start, end } = cycle?.fields ?? {};
  if (date === null || !cycle || cycle.row === row.row || typeof start !== "number" || typeof end !== "number" || end < start || (date >= Math.floor(start) - grace && date < Math.floor(end) + 1 + grace)) return [];
  const header = headerOf(table, field);
  const near = date < start ? start : end;
  const repairs: Repair[] = offersCycle ? [setFields(both((language) => (language === "en" ? `Take the date of the cycle, ${dateText(near).en}` : `Взять дату цикла, ${dateText(near).ru}`)), table, row, { [field]: near })] : [];
  const name = idOf("cycles", cycle);
  return [problemOf(plan, "V05", "warn", table, row, both((language) => (language === "en"
    ? `${header.en} ${dateText(date).en} is outside of cycle ${name} (${dateText(start).en} to ${dateText(end).en}).` : `${header.ru} ${dateText(date).ru} вне цикла ${name} (${dateText(start).ru} – ${dateText(end).ru}).`)), { field, repairs })];
}

export const checkInDates: Check = (plan, { today }) => plan.rows.checkins.flatMap((checkIn): Problem[] => {
  const { date } = checkIn.fields;
  if (date === null) return [];
  if (date >= today + 1) return [future(plan, "checkins", checkIn, "date", date, today)];
  const goal = rowOf(plan, "goals", checkIn.fields.goal);
  return goal ? outsideOf(plan, "checkins", checkIn, "date", date, cycleOf(plan, goal), false, GRACE) : [];
});

export const doneDates: Check = (plan, { today }) =>
  liveTasks(plan).flatMap((task) => (task.fields.done_on !== null && task.fields.done_on >= today + 1 ? [future(plan, "tasks", task, "done_on", task.fields.done_on, today)] : []));

function future<T extends "checkins" | "tasks">(plan: Plan, table: T, row: PlanRow<T>, field: string, date: number, today: number): Problem {
  const header = headerOf(table, field);
  return problemOf(plan, "V05", "error", table, row, both((language) => (language === "en" ? `${header.en} ${dateText(date).en} is in the future.` : `${header.ru} ${dateText(date).ru} ещё не наступила.`)), {
    field, repairs: [setFields(both((language) => `${language === "en" ? "Write today," : "Записать сегодня,"} ${dateText(today)[language]}`), table, row, { [field]: today })],
  });
}

/** Of one level: parts of the same cycle, or all that are part of none. */
export const overlaps: Check = (plan) => {
  const cycles = liveCycles(plan);
  const parentOf = (cycle: Cycle): string | null => rowOf(plan, "cycles", cycle.fields.parent)?.row ?? null;
  return cycles.flatMap((cycle, i) => cycles.slice(0, i).filter((other) => parentOf(other) === parentOf(cycle) && meets(other, cycle)).map((other) => problemOf(plan, "V05", "error", "cycles", cycle, both((language) => {
    const name = titleOf(plan, "cycles", other)[language];
    return language === "en" ? `it overlaps with ${name}. Change the dates, or write what it is part of.` : `пересекается по датам: ${name}. Измените даты или укажите, во что входит цикл.`;
  }), { field: "start" })));
};

const meets = ({ fields: a }: Cycle, { fields: b }: Cycle): boolean => a.start !== null && a.end !== null && b.start !== null && b.end !== null && a.start <= b.end && b.start <= a.end;
