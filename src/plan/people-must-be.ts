/**
 * What must be true of the team for the plan to hold: how many people more must be there from a day on, so that it can sell the target
 * less repeat business (guide to the plan, 7.4 and 7.6). A closed formula: what is missing ÷ what one newcomer sells from that day on.
 */
import { hireBy } from "../core/backward";
import { firstOfMonth, monthOf } from "../core/calendar";
import { requiredReps } from "../core/people";
import { TOLERANCE } from "../core/stats";
import { dayOrNull } from "./backward-plan";
import type { Cycle } from "./cycles";
import { rampShare } from "./people";
import type { Plan } from "./plan";
import { isShort, peopleOf, soldByNewcomer, typicalPerson, type People, type Typical } from "./staffing";

/** Money of the cycle: what the team must sell, and what it can with the people and the hires that the plan has. */
type Sums = { readonly need: number; readonly capacity: number };

export type Newcomers = {
  readonly start: number;
  /** Whole people; null where one of them sells nothing before the cycle ends. */
  readonly people: number | null;
  /** What one of them sells in the cycle. */
  readonly each: number;
  /** First day at full speed; null where it is the first of all, or never comes. */
  readonly fullFrom: number | null;
};

export type PeopleMustBe =
  /** No answer, and what is missing for one: a target above 0, a quota, an attainment above 0. */
  | { readonly kind: "missing"; readonly what: "target" | "quota" | "attainment" }
  /** Repeat business brings the target. */
  | { readonly kind: "covered" }
  | ({ readonly kind: "enough" } & Sums)
  | ({ readonly kind: "hire"; readonly searchBy: number; readonly rampMonths: number; readonly hireDays: number } & Newcomers & Sums)
  /** The search should have begun before today; null: before the calendar. What is left is a search that begins today. */
  | ({ readonly kind: "late"; readonly searchBy: number | null; readonly rampMonths: number; readonly hireDays: number; readonly now: Newcomers } & Sums);

/**
 * @param cycle with a start and an end
 * @param start first day of the newcomers; null: early enough to be at full speed in the first month in which the team is short
 */
export function peopleMustBe(plan: Plan, cycle: Cycle, { target, repeat }: { readonly target: number; readonly repeat: number }, hireDays: number | null, today: number, start: number | null): PeopleMustBe {
  const need = target - repeat;
  if (!(target > 0)) return { kind: "missing", what: "target" };
  if (!(need > TOLERANCE * target)) return { kind: "covered" };
  const typical = typicalPerson(plan, cycle);
  if (typical === null) return { kind: "missing", what: "quota" };
  const people = peopleOf(plan, cycle, need, hireDays, today);
  if (people === null) return { kind: "missing", what: "attainment" };
  const { capacity, months, rampMonths } = people;
  if (!isShort({ target: need, capacity })) return { kind: "enough", need, capacity };
  const neededOn = (months.find(isShort) ?? months[0]!).from;
  const day = start ?? dayOrNull(() => hireBy(neededOn, rampMonths, 0));
  const searchBy = day === null ? null : dayOrNull(() => hireBy(day, 0, people.hireDays));
  const rest = { need, capacity, rampMonths, hireDays: people.hireDays };
  if (day === null || searchBy === null || searchBy < today) return { kind: "late", searchBy, now: newcomersFrom(plan, people, typical, need, people.now.start), ...rest };
  return { kind: "hire", searchBy, ...newcomersFrom(plan, people, typical, need, day), ...rest };
}

function newcomersFrom(plan: Plan, { months, capacity, rampMonths }: People, typical: Typical, need: number, start: number): Newcomers {
  const each = soldByNewcomer(plan, months, typical, start);
  const people = each > 0 ? requiredReps(need, each, 1, 1, capacity) : null;
  const month = monthOf(start) + rampMonths;
  const isFull = rampMonths > 0 && rampShare(plan, typical.profile, rampMonths) >= 1;
  return { start, people: people !== null && Number.isFinite(people) ? people : null, each, fullFrom: isFull ? firstOfMonth(month) : null };
}
