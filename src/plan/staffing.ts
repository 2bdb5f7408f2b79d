/** People for the target: how many each month needs and has, how many are to be hired, and by which day (guide to the plan, 7.4). */
import { seasonalSplit } from "../core/backward";
import { AFTER_LAST_DATE, firstOfMonth, monthOf } from "../core/calendar";
import { nameKey } from "../core/order";
import { roundUp, sum, TOLERANCE } from "../core/stats";
import { workingDays } from "../core/time-share";
import { staffing } from "./backward-plan";
import { rowsIn, type Cycle, type Resource } from "./cycles";
import { attainmentOf, capacityByMonth, capacityOf, partOf, quotaAMonth, rampShare, targetGoal, type MonthOfTeam, type Person } from "./people";
import type { Plan } from "./plan";
import { isWaiting } from "./resources";
import { monthsBetween } from "./series";
import { workDaysOf } from "./settings";

export type MonthOfPeople = MonthOfTeam & {
  /** People at full speed that the target of this month asks for; null without a target. */
  readonly needed: number | null;
  /** The team of this month, counted in such people: a newcomer who sells half of it is half a person. */
  readonly there: number;
};

/** The team cannot sell what the month asks for. */
export const isShort = ({ target, capacity }: Pick<MonthOfTeam, "target" | "capacity">): boolean => target !== null && capacity < target - TOLERANCE * Math.abs(target);

export type People = {
  readonly months: readonly MonthOfPeople[];
  /** Of the whole cycle. */
  readonly capacity: number;
  readonly target: number;
  /** What a person at full speed sells in a month. */
  readonly perMonth: number;
  /** Whole months after the first, until a newcomer is at full speed. */
  readonly rampMonths: number;
  readonly hireDays: number;
  /** Who must be at full speed, from which day on, and the last day on which the search can begin; null: nobody is missing. */
  readonly missing: { readonly people: number; readonly neededOn: number; readonly hireBy: number | null } | null;
  /** Target less capacity by the quota alone: what is told where ramp and attainment are forgotten. */
  readonly naive: number | null;
  /** A search that begins today: the first working day of the newcomers, and how many of them close the gap; null: no number does in this cycle. */
  readonly now: { readonly start: number; readonly people: number | null };
  /** What one newcomer costs in the cycle, by the resource that is to be hired; null where none says so. */
  readonly price: number | null;
};

/** The people to be hired as a resource: their price, and the days until they are there. */
export const hiringResource = (plan: Plan, cycle: Cycle): Resource | null => rowsIn(plan, "resources", cycle).find((row) => row.fields.kind === "human" && isWaiting(row) && (row.fields.lead_days ?? 0) > 0) ?? null;

/** @returns null where nobody of the team has a quota: then nobody knows what a person sells */
export function peopleOf(plan: Plan, cycle: Cycle, target: number, hireDays: number | null, today: number): People | null {
  const typical = typicalPerson(plan, cycle);
  if (typical === null) return null;
  const { quota, attainment, profile } = typical;
  const perMonth = quota * attainment;
  const months = monthsOf(plan, cycle, target, perMonth);
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last || !(perMonth > 0)) return null;
  const capacity = sum(months.map((month) => month.capacity));
  const days = Math.max(0, hireDays ?? hiringResource(plan, cycle)?.fields.lead_days ?? 0);
  const rampMonths = rampMonthsOf(plan, profile);
  const short = months.find(isShort) ?? first;
  const soldFrom = (start: number, isRamped: boolean): number => soldByNewcomer(plan, months, isRamped ? { ...typical, profile: null } : typical, start);
  const asked = { capacity, target, attainment, rampMonths, hireDays: days };
  // The quota of the months that are left for them: nobody is needed before the first month that is short.
  const ready = staffing({ ...asked, quota: soldFrom(short.from, true) / attainment, ramp: 1, neededOn: short.from });
  const start = Math.min(Math.ceil(today) + roundUp(days), AFTER_LAST_DATE - 1); // no later day can be written
  const soldNow = soldFrom(start, false);
  const soon = staffing({ ...asked, quota: soldNow / attainment, ramp: 1, neededOn: short.from });
  return {
    months, capacity, target, perMonth, rampMonths, hireDays: days,
    missing: ready.people === null || ready.people === 0 ? null : { people: ready.people, neededOn: short.from, hireBy: ready.hireBy },
    naive: staffing({ ...asked, quota: quota * months.length, ramp: 1, neededOn: short.from }).naive,
    now: { start, people: start > last.to || soldNow <= 0 ? null : soon.people },
    price: hiringResource(plan, cycle)?.fields.price ?? null,
  };
}

/** A person such as the team has: quota a month, attainment, and the profile by which a newcomer reaches them. */
export type Typical = { readonly quota: number; readonly attainment: number; readonly profile: string | null };

/** What a newcomer who begins on that day sells in these months, as a member of the team would; without a profile at full speed at once. */
export const soldByNewcomer = (plan: Plan, months: readonly MonthOfTeam[], { quota, attainment, profile }: Typical, start: number): number =>
  sum(months.map(({ from, to }) => capacityOf([partOf(plan, { fields: { person: null, role: null, start, end: null, quota, per: "month", attainment, ramp: profile, time_share: 1 } }, from, to)])));

/** The average quota of those who are at full speed when the cycle begins, of all where nobody is; null without quotas. */
export function typicalPerson(plan: Plan, cycle: Cycle): Typical | null {
  const all = plan.rows.team.filter((person) => (quotaAMonth(person) ?? 0) > 0);
  const began = ({ fields }: Person): number => monthOf(Math.floor(cycle.fields.start ?? 0)) - monthOf(Math.floor(fields.start ?? 1));
  const ramped = all.filter((person) => began(person) >= 0 && rampShare(plan, person.fields.ramp, began(person)) >= 1);
  const people = ramped.length > 0 ? ramped : all;
  if (people.length === 0) return null;
  const average = (of: (person: Person) => number): number => sum(people.map(of)) / people.length;
  return { quota: average((person) => quotaAMonth(person)!), attainment: average((person) => attainmentOf(plan, person)), profile: plan.rows.ramp.find(({ fields }) => fields.profile !== null)?.fields.profile ?? null };
}

/** The month in which the profile reaches the whole quota, less the first one. */
export function rampMonthsOf(plan: Plan, profile: string | null): number {
  const months = plan.rows.ramp.filter(({ fields }) => nameKey(fields.profile ?? "") === nameKey(profile ?? "") && fields.month !== null).map(({ fields }) => fields.month!);
  const full = months.filter((month) => rampShare(plan, profile, month - 1) >= 1);
  return profile === null || months.length === 0 ? 0 : Math.max(0, Math.floor(full.length > 0 ? Math.min(...full) : Math.max(...months)) - 1);
}

/** The target of the department's goal by its months, in proportion where another target is tried; by working days where there is no goal. */
function monthsOf(plan: Plan, cycle: Cycle, target: number, perMonth: number): readonly MonthOfPeople[] {
  const months = capacityByMonth(plan, cycle);
  const planned = months.every((month) => month.target !== null) ? sum(months.map((month) => month.target!)) : 0;
  const goal = targetGoal(plan, cycle);
  const days = months.map(({ from, to }) => workingDays(from, to, workDaysOf(plan)));
  const all = sum(days);
  return months.map((month, i): MonthOfPeople => {
    const own = goal && planned > 0 ? (month.target! * target) / planned : all > 0 ? (target * days[i]!) / all : null;
    return { ...month, target: own, needed: own === null ? null : own / perMonth, there: month.capacity / perMonth };
  });
}

/** People at work from the day on, by their share of time: those who are to do what is left. */
export const peopleAtWork = (plan: Plan, day: number): number =>
  sum(plan.rows.team.filter(({ fields: { start, end } }) => (start ?? -Infinity) <= day && (end ?? Infinity) >= day).map(({ fields }) => fields.time_share ?? 1));

/**
 * Leads by the month in which they must come: the window by its calendar days. Whole leads, one decimal of fewer than ten that are not
 * whole; the largest remainders are rounded up, the earlier of equal ones first, so that the months add up to the leads that are shown.
 */
export function leadsByMonth(leads: number, window: readonly [number, number]): readonly { readonly from: number; readonly leads: number }[] {
  const months = monthsBetween(window[0], window[1]);
  const digits = digitsOfLeads(leads);
  const parts = seasonalSplit(Number(leads.toFixed(digits)), Float64Array.from(months, ({ from, to }) => to - from + 1), digits);
  return months.map(({ from }, i) => ({ from: firstOfMonth(monthOf(from)), leads: parts[i]! }));
}

/** Decimals with which so many leads, or deals, are shown. */
export const digitsOfLeads = (leads: number): number => (leads < 10 && !Number.isInteger(leads) ? 1 : 0);
