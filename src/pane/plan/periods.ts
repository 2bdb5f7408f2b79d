/** Periods to choose from, around a day. */
import { firstOfMonth, monthOf } from "../../core/calendar";

export const PERIODS = ["thisMonth", "nextMonth", "thisQuarter", "nextQuarter", "thisYear", "nextYear"] as const;
export type PeriodName = (typeof PERIODS)[number];

const LENGTHS: Readonly<Record<PeriodName, number>> = { thisMonth: 1, nextMonth: 1, thisQuarter: 3, nextQuarter: 3, thisYear: 12, nextYear: 12 };

/** First and last day. */
export function periodAround(today: number, name: PeriodName): readonly [from: number, to: number] {
  const months = LENGTHS[name];
  const month = monthOf(today);
  const first = month - (month % months) + (name.startsWith("next") ? months : 0);
  return [firstOfMonth(first), firstOfMonth(first + months) - 1];
}

/** As many days of each month must be left of this period for it to be proposed: what begins later has no time left for new leads. */
const ENOUGH = 15;

/** The quarter or year to plan: this one, or the next in its second half. */
export function proposedPeriod(today: number, months: 3 | 12 = 3): PeriodName {
  const [current, next] = months === 3 ? (["thisQuarter", "nextQuarter"] as const) : (["thisYear", "nextYear"] as const);
  return periodAround(today, current)[1] - today >= ENOUGH * months ? current : next;
}
