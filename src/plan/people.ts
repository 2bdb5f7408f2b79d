/** People: what the team can sell month by month, newcomers ramping, against the target; and how much everybody has to do. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { nameKey } from "../core/order";
import { teamCapacity } from "../core/people";
import { sum } from "../core/stats";
import { workingDays, type WorkDays } from "../core/time-share";
import { isLate, isOpenTask } from "./coverage";
import { isCancelledGoal, rowsIn, type Cycle, type Goal, type Task } from "./cycles";
import type { Plan, PlanRow } from "./plan";
import { expectedOn, monthsBetween } from "./series";
import { workDaysOf } from "./settings";

export type Person = PlanRow<"team">;

const MONTHS_PER = { month: 1, quarter: 3, year: 12 } as const;

/** What a person who is up to speed is to sell in a month; null without a quota. A quota is for a month where nothing else is said. */
export const quotaAMonth = ({ fields: { quota, per } }: Pick<Person, "fields">): number | null => (quota === null ? null : quota / MONTHS_PER[per ?? "month"]);

/** Share of the quota in the month counted from the one in which the person began, 0 for that one; the last of the profile from there on, 1 without a profile. */
export function rampShare(plan: Plan, profile: string | null, age: number): number {
  const key = nameKey(profile ?? "");
  if (key === "") return 1;
  const steps = plan.rows.ramp.filter(({ fields }) => nameKey(fields.profile ?? "") === key && fields.month !== null && fields.share !== null).sort((a, b) => a.fields.month! - b.fields.month!);
  const reached = steps.filter(({ fields }) => fields.month! <= age + 1);
  return steps.length === 0 ? 1 : (reached[reached.length - 1]?.fields.share ?? 0);
}

/** What people reach of their quota: their own, otherwise the average of the team's; 1 where nobody's is known. */
export function attainmentOf(plan: Plan, person: Pick<Person, "fields">): number {
  const known = plan.rows.team.flatMap(({ fields }) => (fields.attainment === null ? [] : [fields.attainment]));
  return person.fields.attainment ?? (known.length === 0 ? 1 : sum(known) / known.length);
}

export type MonthOfTeam = {
  readonly from: number;
  readonly to: number;
  /** Of people at full speed, and of those who are not there yet. */
  readonly ramped: number;
  readonly ramping: number;
  readonly capacity: number;
  /** What the department's target expects of this month; null without such a goal. */
  readonly target: number | null;
};

/** Capacity = people × quota × attainment × ramp × share of time; people who come or go within the month by their working days. */
export function capacityByMonth(plan: Plan, cycle: Cycle): readonly MonthOfTeam[] {
  const { start, end } = cycle.fields;
  const goal = targetGoal(plan, cycle);
  return monthsBetween(Math.floor(start ?? NaN), Math.floor(end ?? NaN)).map(({ from, to }) => {
    const parts = plan.rows.team.map((person) => partOf(plan, person, from, to));
    const of = (isRamped: boolean): number => capacityOf(parts.filter((part) => part.ramp >= 1 === isRamped));
    const [ramped, ramping] = [of(true), of(false)];
    const before = goal && (expectedOn(plan, goal, from - 1) ?? 0);
    const after = goal && expectedOn(plan, goal, to);
    return { from, to, ramped, ramping, capacity: ramped + ramping, target: before === null || after === null ? null : after - before };
  });
}

export type Part = { readonly presence: number; readonly quota: number; readonly attainment: number; readonly ramp: number };

/** How much of a person there is in a part of a month. */
export function partOf(plan: Plan, person: Pick<Person, "fields">, from: number, to: number): Part {
  const { start, end, ramp, time_share } = person.fields;
  const workDays = workDaysOf(plan);
  const first = Math.floor(start ?? from);
  return {
    presence: presence(from, to, first, Math.floor(end ?? to), workDays) * (time_share ?? 1), quota: quotaAMonth(person) ?? 0,
    attainment: attainmentOf(plan, person), ramp: rampShare(plan, ramp, monthOf(from) - monthOf(first)),
  };
}

/** Working days of the person in this part of the month, as a share of those of the whole month. */
function presence(from: number, to: number, first: number, last: number, workDays: WorkDays): number {
  const month = monthOf(from);
  const whole = workingDays(firstOfMonth(month), firstOfMonth(month + 1) - 1, workDays);
  return whole === 0 ? 0 : workingDays(Math.max(from, first), Math.min(to, last), workDays) / whole;
}

/** Presence × quota × attainment × ramp, added up. */
export function capacityOf(parts: readonly Part[]): number {
  if (parts.length === 0) return 0;
  const factor = (of: (part: Part) => number) => ({ numbers: Float64Array.from(parts, of), single: false });
  return teamCapacity([factor(({ presence: share }) => share), factor(({ quota }) => quota), factor(({ attainment }) => attainment), factor(({ ramp }) => ramp)]);
}

/** What the team can sell in the cycle; null without people. */
export const capacityIn = (plan: Plan, cycle: Cycle): number | null => (plan.rows.team.length === 0 ? null : sum(capacityByMonth(plan, cycle).map(({ capacity }) => capacity)));

/** The quotas of the people in the cycle, added up without attainment and ramp; null without any. */
export function quotasIn(plan: Plan, cycle: Cycle): number | null {
  const people = plan.rows.team.filter((person) => quotaAMonth(person) !== null);
  if (people.length === 0) return null;
  const months = monthsBetween(Math.floor(cycle.fields.start ?? NaN), Math.floor(cycle.fields.end ?? NaN));
  return sum(people.flatMap((person) => months.map(({ from, to }) => partOf(plan, person, from, to).presence * quotaAMonth(person)!)));
}

/** The department's target in money: an increasing sum, called sales volume before any other. null where there is none. */
export function targetGoal(plan: Plan, cycle: Cycle): Goal | null {
  const sums = rowsIn(plan, "goals", cycle).filter((goal) => !isCancelledGoal(goal) && (goal.fields.type ?? "increase") === "increase" && goal.fields.accumulate === "sum" && goal.fields.unit === "money" && goal.fields.target !== null);
  return sums.find(({ fields }) => fields.group === "sales volume") ?? sums[0] ?? null;
}

export type Load = {
  readonly name: string;
  /** Open tasks that run in each month of the cycle. */
  readonly months: readonly number[];
  readonly open: number;
  readonly late: number;
};

/** Open tasks by person, the most loaded first; tasks without an owner under "". */
export function loadByPerson(plan: Plan, cycle: Cycle, today: number): readonly Load[] {
  const months = monthsBetween(Math.floor(cycle.fields.start ?? NaN), Math.floor(cycle.fields.end ?? NaN));
  const tasks = rowsIn(plan, "tasks", cycle).filter(isOpenTask);
  const runs = ({ fields: { start, due } }: Task, from: number, to: number): boolean => (start ?? -Infinity) <= to && (due ?? Infinity) >= from;
  return namesOf(plan, tasks.map(({ fields }) => fields.owner)).map((name): Load => {
    const own = tasks.filter(({ fields }) => nameKey(fields.owner ?? "") === nameKey(name));
    return { name, months: months.map(({ from, to }) => own.filter((task) => runs(task, from, to)).length), open: own.length, late: own.filter((task) => isLate(task, today)).length };
  }).sort((a, b) => b.open - a.open);
}

/** Everybody of the team and everybody named, each once, as first written; "" where somebody is not named. */
export function namesOf(plan: Plan, named: readonly (string | null)[]): readonly string[] {
  const names = new Map<string, string>();
  for (const name of [...plan.rows.team.map(({ fields }) => fields.person ?? ""), ...named.map((each) => each ?? "")]) {
    const key = nameKey(name);
    if (!names.has(key) && (key !== "" || named.includes(null))) names.set(key, name.trim());
  }
  return [...names.values()];
}
