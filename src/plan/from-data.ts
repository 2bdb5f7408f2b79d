/** What a table of deals says of the department: the numbers that the ready-made plan needs, each with what it was counted from. */
import { firstOfMonth, monthOf } from "../core/calendar";
import { wonStage } from "../core/columns";
import { dealLengths } from "../core/deal-lengths";
import { dealSize, winRate } from "../core/deals";
import { funnelReached } from "../core/reach";
import { seasonalIndex } from "../core/season";
import { sortedPercentile, sum, sumsBy } from "../core/stats";
import { monthCohorts, type MonthCohorts } from "./data-cohorts";
import { ownStages, spanOf, type OwnStage } from "./data-history";
import { countedRows, type Counts, type DealTable, type Named } from "./data-rows";

/** First and last day of a span, whole days. */
export type Span = { readonly from: number; readonly to: number };
export type Owner = {
  readonly name: string;
  readonly revenue: number;
  readonly deals: number;
  /** First day with a deal of theirs; null where no date is known. */
  readonly since: number | null;
};
export type Months = {
  /** Months counted as monthOf does. */
  readonly first: number;
  readonly revenue: readonly number[];
  /** How many of them, from `whole[0]` to before `whole[1]`, the table covers from beginning to end. */
  readonly whole: readonly [number, number];
};

/** Everything can be written as JSON. null: the table cannot answer. */
export type DataFigures = {
  readonly deals: number;
  readonly leftOut: Counts;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly currency: string | null;
  /** The span that averages are of: the twelve months to the last deal. */
  readonly basis: Span | null;
  readonly averageDeal: number | null;
  /** Won deals that the averages are of. */
  readonly averaged: number;
  /** Share of the money that customers brought who had bought before; `unnamed` deals without a customer are not in it. */
  readonly repeat: { readonly share: number; readonly customers: number; readonly unnamed: number } | null;
  readonly winRate: { readonly share: number; readonly won: number; readonly decided: number; /** When; null where the deals of the whole table count. */ readonly span: Span | null } | null;
  /** Days from created to won; `odd`: closed before they were created, or without a date of creation. */
  readonly cycle: { readonly days: number; /** Half of the deals took no longer. */ readonly median: number; readonly deals: number; readonly odd: number } | null;
  /** Open deals with an amount: what they come to, and what of it the shares from their stages to the win make likely; null where nobody knows these shares. */
  readonly pipeline: { readonly deals: number; readonly amount: number; readonly expected: number } | null;
  readonly funnel: readonly OwnStage[] | null;
  readonly months: Months | null;
  readonly cohorts: MonthCohorts | null;
  /** Twelve indexes, January first; needs 24 whole months. */
  readonly season: readonly number[] | null;
  /** Those with a deal in the last half year of the table, the largest first; `former`: the others. */
  readonly owners: readonly Owner[];
  readonly former: number;
  /** The most frequent, of lost deals and of won ones. */
  readonly reasons: Frequent;
  readonly sources: Frequent;
};
export type Frequent = readonly { readonly name: string; readonly count: number }[];

const MOST_MONTHS = 60;
const MOST_OWNERS = 40;
const MOST_NAMED = 3;
const HALF_A_YEAR = 183;
/** A month is whole where the first or last deal is at most so far from its edge. */
const EDGE = 5;

type Rows = { readonly table: DealTable; readonly won: Int32Array; readonly lost: Int32Array; readonly open: Int32Array };

/** @param today whole day */
export function figuresOf(table: DealTable, today: number): DataFigures {
  const counted = countedRows(table, today);
  const wonPlace = table.stages ? wonStage(table.stages.funnel) : 0;
  const place = (row: number): number => table.stages?.places[row] ?? wonPlace;
  const rows: Rows = { table, won: counted.rows.filter((row) => place(row) === wonPlace), lost: counted.rows.filter((row) => place(row) > wonPlace), open: counted.rows.filter((row) => place(row) < wonPlace) };
  const dates = [...counted.rows].flatMap((row) => [table.created?.[row] ?? NaN, table.closed?.[row] ?? NaN]).filter((date) => date < today + 1);
  const last = dates.length === 0 ? null : Math.floor(dates.reduce((most, date) => Math.max(most, date), -Infinity));
  const basis = last === null || !table.closed ? null : { from: firstOfMonth(monthOf(last) - 11), to: last };
  const recent = basis && table.closed ? rows.won.filter((row) => isWithin(table.closed![row]!, basis)) : rows.won;
  const months = monthsOf(rows, last);
  const [rate, funnel] = [winRateOf(rows, basis), funnelOf(rows)];
  return {
    deals: counted.deals, leftOut: counted.leftOut, won: rows.won.length, lost: rows.lost.length, open: rows.open.length, currency: counted.currency, basis,
    averageDeal: table.amounts && soft(() => dealSize(picked(table.amounts!, recent), null, null, { name: "mean" }, "skip")),
    averaged: recent.length,
    repeat: repeatOf(rows, recent),
    winRate: rate,
    cycle: cycleOf(table, recent),
    pipeline: pipelineOf(rows, funnel, rate?.share ?? null, counted.main),
    funnel,
    months,
    cohorts: monthCohorts(table, today),
    season: months && seasonOf(months),
    ...ownersOf(rows, recent, counted.rows, last),
    reasons: table.reasons ? top(table.reasons, rows.lost) : [],
    sources: table.sources ? top(table.sources, rows.won) : [],
  };
}

const isWithin = (date: number, { from, to }: Span): boolean => date >= from && date < to + 1;
const picked = (column: Float64Array, rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);

/** What cannot be calculated is not known. */
function soft(work: () => number): number | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** A customer's deals after the day of the first one; who bought before the table begins looks new. */
function repeatOf({ table: { customers, amounts, closed }, won }: Rows, recent: Int32Array): DataFigures["repeat"] {
  if (!customers || !amounts || !closed) return null;
  const first = new Map<number, number>();
  for (const row of won) if (amounts[row]! > 0) first.set(customers.codes[row]!, Math.min(first.get(customers.codes[row]!) ?? Infinity, Math.floor(closed[row]!)));
  const known = recent.filter((row) => customers.codes[row]! >= 0);
  const again = known.filter((row) => closed[row]! >= (first.get(customers.codes[row]!) ?? Infinity) + 1);
  const [total, repeated] = [sum(picked(amounts, known)), sum(picked(amounts, again))];
  if (!(total > 0) || repeated < 0) return null;
  return { share: Math.min(1, repeated / total), customers: new Set(known.map((row) => customers.codes[row]!)).size, unnamed: recent.length - known.length };
}

/** In the span of the averages where every decided deal has its date, of the whole table otherwise. A table without lost deals does not tell. */
function winRateOf({ table, won, lost }: Rows, basis: Span | null): DataFigures["winRate"] {
  if (!table.stages || lost.length === 0) return null;
  const decided = Int32Array.from([...won, ...lost]);
  const dates = table.closed && picked(table.closed, decided);
  const isDated = basis !== null && dates !== null && dates.every(Number.isFinite);
  const places = decided.map((row) => table.stages!.places[row]!);
  const share = soft(() => winRate(places, table.stages!.funnel, null, isDated ? dates : null, "closed", isDated ? { from: basis.from, to: basis.to + 1 } : { from: null, to: null }));
  if (share === null) return null;
  const within = isDated ? decided.filter((_, i) => isWithin(dates[i]!, basis)).length : decided.length;
  return { share, won: Math.round(share * within), decided: within, span: isDated ? basis : null };
}

function cycleOf({ created, closed }: DealTable, recent: Int32Array): DataFigures["cycle"] {
  if (!created || !closed) return null;
  const [from, to] = [picked(created, recent), picked(closed, recent)];
  const days = dealLengths(from, to, null, null, null, { negative: "skip", basis: "period", period: { from: null, to: null } }).ended("closed");
  return days.length === 0 ? null : { days: sum(days) / days.length, median: sortedPercentile(days.slice().sort(), 0.5)!, deals: days.length, odd: recent.length - days.length };
}

/** By the shares between stages from where each deal is; where they are not known, by the share won. A stage that is no step has the share of the next one that is. */
function pipelineOf({ table: { stages, amounts, currencies }, open }: Rows, funnel: readonly OwnStage[] | null, winRate: number | null, currency: number | null): DataFigures["pipeline"] {
  if (!stages || !amounts || (funnel === null && winRate === null)) return null;
  const toWin = funnel?.map((_, i) => funnel.slice(i).reduce((share, { conversion }) => share * (conversion ?? 1), 1));
  const names = stages.funnel.order.map(String);
  const shareFrom = (place: number): number => {
    if (!funnel || !toWin) return winRate!;
    for (let i = place; i < names.length; i += 1) {
      const at = funnel.findIndex(({ name }) => name === names[i]);
      if (at >= 0) return toWin[at]!;
    }
    return 0;
  };
  const priced = open.filter((row) => amounts[row]! > 0 && Number.isFinite(amounts[row]!) && (currency === null || currencies!.codes[row]! < 0 || currencies!.codes[row] === currency));
  if (priced.length === 0) return null;
  return { deals: priced.length, amount: sum(picked(amounts, priced)), expected: sum(Float64Array.from(priced, (row) => amounts[row]! * shareFrom(stages.places[row]!))) };
}

/** Of decided deals that say how far they came. Where more than half of the lost ones do not, only the share won is known. */
function funnelOf({ table: { stages, closed }, won, lost }: Rows): readonly OwnStage[] | null {
  if (!stages?.last || stages.funnel.order.length < 3) return null;
  const { funnel, places, last } = stages;
  const told = lost.filter((row) => last[row]! >= 0 && last[row]! < funnel.order.length);
  if (told.length < lost.length / 2 || told.length === 0) return null;
  const rows = Int32Array.from([...won, ...told]);
  return ownStages(funnel, funnelReached(rows.map((row) => places[row]!), funnel, rows.map((row) => last[row]!), null, "reached", { from: null, to: null }), [], closed && spanOf(picked(closed, rows)));
}

function monthsOf({ table: { amounts, closed }, won }: Rows, last: number | null): Months | null {
  if (!amounts || !closed || last === null || won.length === 0) return null;
  const dates = picked(closed, won);
  const earliest = dates.reduce((least, date) => Math.min(least, date), Infinity);
  const first = Math.max(monthOf(earliest), monthOf(last) - MOST_MONTHS + 1);
  const count = monthOf(last) - first + 1;
  const sums = sumsBy(Int32Array.from(dates, (date) => Math.max(-1, monthOf(date) - first)), picked(amounts, won), count);
  const from = earliest - firstOfMonth(first) <= EDGE ? 0 : 1;
  const to = firstOfMonth(first + count) - 1 - last <= EDGE ? count : count - 1;
  return { first, revenue: [...sums], whole: [Math.min(from, to), to] };
}

function seasonOf({ first, revenue, whole: [from, to] }: Months): readonly number[] | null {
  if (to - from < 24) return null;
  try {
    const indexes = seasonalIndex(Float64Array.from(revenue.slice(from, to), (value) => Math.max(0, value)), 12);
    // The first value is that of the month `first + from`; January is to be the first.
    const january = Array.from({ length: 12 }, (_, month) => indexes[(((month - first - from) % 12) + 12) % 12]!);
    return january.every((index) => index > 0) ? january.map((index) => Number(index.toPrecision(3))) : null;
  } catch {
    return null;
  }
}

function ownersOf({ table: { owners, amounts, created, closed } }: Rows, recent: Int32Array, counted: Int32Array, last: number | null): Pick<DataFigures, "owners" | "former"> {
  if (!owners) return { owners: [], former: 0 };
  const known = new Map<number, { since: number; until: number; revenue: number[] }>();
  const of = (row: number) => {
    const code = owners.codes[row]!;
    let one = known.get(code);
    if (!one) known.set(code, (one = { since: Infinity, until: -Infinity, revenue: [] }));
    return one;
  };
  for (const row of counted) {
    if (owners.codes[row]! < 0) continue;
    const one = of(row);
    for (const date of [created?.[row] ?? NaN, closed?.[row] ?? NaN]) {
      if (!Number.isFinite(date) || (last !== null && date >= last + 1)) continue;
      one.since = Math.min(one.since, Math.floor(date));
      one.until = Math.max(one.until, date);
    }
  }
  for (const row of recent) if (owners.codes[row]! >= 0) of(row).revenue.push(amounts?.[row] ?? 0);
  const isActive = ({ until }: { readonly until: number }): boolean => last === null || until === -Infinity || until > last - HALF_A_YEAR;
  const active = [...known].filter(([, one]) => isActive(one))
    .map(([code, one]): Owner => ({ name: owners.labels[code]!, revenue: sum(one.revenue), deals: one.revenue.length, since: Number.isFinite(one.since) ? one.since : null }))
    .sort((a, b) => b.revenue - a.revenue || b.deals - a.deals);
  return { owners: active.slice(0, MOST_OWNERS), former: known.size - Math.min(MOST_OWNERS, active.length) };
}

function top({ codes, labels }: Named, rows: Int32Array): Frequent {
  const counts = new Map<number, number>();
  for (const row of rows) if (codes[row]! >= 0) counts.set(codes[row]!, (counts.get(codes[row]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED).map(([code, count]) => ({ name: labels[code]!, count }));
}
