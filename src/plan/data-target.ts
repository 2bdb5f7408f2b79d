/** A target proposed out of the revenue of months that are over. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { sum } from "../core/stats";
import { neat } from "./neat";
import type { Months, Span } from "./from-data";

/** What is put on top of what was sold before; the pane says so beside the number. */
export const GROWTH = 0.1;

export type Proposal = {
  readonly target: number;
  /** What the span brought, or would have brought in as many months. */
  readonly revenue: number;
  readonly span: Span;
  /** The same months a year before; as many months as the table ends with; or fewer, drawn out to as many. */
  readonly how: "yearBefore" | "lastMonths" | "pace";
};

/** @returns null where the table has no whole month with revenue */
export function proposedTarget({ first, revenue, whole: [begin, end] }: Months, from: number, to: number): Proposal | null {
  const count = monthOf(to) - monthOf(from) + 1;
  const days = firstOfMonth(monthOf(to) + 1) - firstOfMonth(monthOf(from));
  const [yearBefore, latest] = [monthOf(from) - 12 - first, Math.max(begin, end - count)];
  const isYearBefore = yearBefore >= begin && yearBefore + count <= end;
  const [start, stop] = isYearBefore ? [yearBefore, yearBefore + count] : [latest, end];
  if (stop <= start) return null;
  const brought = (sum(revenue.slice(start, stop)) * count * (to - from + 1)) / (stop - start) / days;
  if (!(brought > 0)) return null;
  return {
    target: neat(brought * (1 + GROWTH)), revenue: brought,
    span: { from: firstOfMonth(first + start), to: firstOfMonth(first + stop) - 1 },
    how: isYearBefore ? "yearBefore" : stop - start === count ? "lastMonths" : "pace",
  };
}
