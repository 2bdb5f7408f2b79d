/** Leads of a table of deals by the month in which they were created, and how many of them were won so many months later. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { wonStage } from "../core/columns";
import { dateFault, stageFault, type DealTable, type LeftOut } from "./data-rows";

/** Of a column; `row`: the first of them, counted from 0; in a history nobody knows it. */
export type NotCounted = { readonly role: "deal" | "stage" | "created" | "closed"; readonly reason: LeftOut | "closedFirst"; readonly row: number; count: number };

/** Can be written as JSON. Months are counted as monthOf does. */
export type MonthCohorts = {
  readonly first: number;
  /** The first month whose leads are all there, and the first one that is not over: the table ends in it, or it is that of today. */
  readonly whole: number;
  readonly until: number;
  /** The first and last day that the table knows of. */
  readonly span: { readonly from: number; readonly to: number };
  /** From `first` to before `until`: leads, and how many of them were won by the months that this took. */
  readonly leads: readonly number[];
  readonly wins: readonly (readonly number[])[];
  readonly leftOut: readonly NotCounted[];
};

/** A year of cohorts for the oldest age that is asked for, and the months of a period that is not over. */
const MOST_MONTHS = 36;
/** A month is whole where the table begins or ends at most so many days from its edge. */
const EDGE = 5;

/**
 * Every deal is a lead, whatever became of it and whatever it is worth. Left out is what cannot be placed: no known stage, no day of
 * creation, or a win without a day or on a day before that.
 *
 * @param today whole day: what is after it has not happened
 * @returns null where the table has no stages, no such columns, or no such lead
 */
export function monthCohorts({ rows, skip, deals, stages, created, closed }: DealTable, today: number): MonthCohorts | null {
  if (!stages || !created || !closed) return null;
  const won = wonStage(stages.funnel);
  const seen = new Set<number>();
  const found = new Map<string, NotCounted>();
  const whyNot = (row: number): readonly [NotCounted["role"], NotCounted["reason"] | null] => {
    const [deal, place] = [deals?.[row] ?? -1, stages.places[row]!];
    if (deal >= 0 && seen.has(deal)) return ["deal", "repeated"];
    seen.add(deal);
    const unplaced = stageFault(place);
    if (unplaced) return ["stage", unplaced];
    const begun = dateFault(created[row]!, today);
    if (begun || place !== won) return ["created", begun];
    return ["closed", dateFault(closed[row]!, today) ?? (Math.floor(closed[row]!) < Math.floor(created[row]!) ? "closedFirst" : null)];
  };
  const kept: number[] = [];
  let [from, to] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row += 1) {
    if (skip[row] === 1) continue;
    const [role, reason] = whyNot(row);
    if (reason !== null) {
      const key = role + reason;
      const known = found.get(key) ?? { role, reason, row, count: 0 };
      found.set(key, known);
      known.count += 1;
      continue;
    }
    kept.push(row);
    const end = stages.places[row]! >= won && closed[row]! < today + 1 ? closed[row]! : created[row]!; // of an open deal it is a hope
    from = Math.min(from, created[row]!);
    to = Math.max(to, created[row]!, end);
  }
  if (kept.length === 0) return null;
  const begin = monthOf(from);
  const until = Math.min(monthOf(today), monthOf(to + EDGE + 1));
  const first = Math.max(begin, until - MOST_MONTHS);
  const count = Math.max(0, until - first);
  const leads = new Array<number>(count).fill(0);
  const wins = leads.map((_, i) => new Array<number>(count - i).fill(0));
  for (const row of kept) {
    const [month, end] = [monthOf(created[row]!) - first, monthOf(closed[row]!) - first];
    if (!(month >= 0 && month < count)) continue;
    leads[month]! += 1;
    if (stages.places[row] === won && end < count) wins[month]![end - month]! += 1;
  }
  return { first, whole: Math.max(first, from - firstOfMonth(begin) <= EDGE ? begin : begin + 1), until, span: { from: Math.floor(from), to: Math.floor(to) }, leads, wins, leftOut: [...found.values()] };
}
