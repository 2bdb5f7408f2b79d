/**
 * Shares of leads that become deals so many periods later, counted from a table of deals. The share of an age k is that of the leads, of
 * the last twelve months of them that are old enough, which were won in the k-th period after their own: a cohort whose k-th period is
 * not over cannot answer, neither with the wins it has nor as a lead without one.
 *
 * @see guide to the plan, 7.3; D. Kellogg, The inverted funnel, part III, kellblog.com 2020/01/26
 */
import { sum } from "../core/stats";
import type { CohortLength } from "./cohorts";
import type { MonthCohorts } from "./data-cohorts";

export type CountedAge = {
  /** null: no leads are old enough. */
  readonly rate: { readonly won: number; readonly leads: number } | null;
  /** Leads of the period that is so old; null where it is not over, or not all of it is in the table. */
  readonly leads: number | null;
};

/**
 * @param now number of the period of age 0, as periodOfDate counts
 * @param ages how many
 */
export function countedCohorts({ first, whole, until, leads, wins }: MonthCohorts, length: CohortLength, now: number, ages: number): readonly CountedAge[] {
  const months = length === "month" ? 1 : 3;
  const over = Math.floor(until / months); // the first period that is not
  const monthsOf = (period: number): readonly number[] => Array.from({ length: months }, (_, i) => period * months + i - first);
  const leadsOf = (period: number): number => sum(monthsOf(period).map((month) => leads[month] ?? 0));
  const wonOf = (period: number, age: number): number => sum(monthsOf(period).flatMap((month) => (wins[month] ?? []).filter((_, later) => Math.floor((first + month + later) / months) - period === age)));
  return Array.from({ length: ages }, (_, age) => {
    const cohorts = Array.from({ length: 12 / months }, (_each, i) => over - 1 - age - i);
    const behind = sum(cohorts.map(leadsOf));
    const period = now - age;
    return {
      rate: behind === 0 ? null : { won: sum(cohorts.map((cohort) => wonOf(cohort, age))), leads: behind },
      leads: age > 0 && period < over && period * months >= whole ? leadsOf(period) : null,
    };
  });
}
