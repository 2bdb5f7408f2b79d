/** A stage history, one row per entry of a deal into a stage, read for the plan: its funnel with times, and its deals as deal rows. */
import { wonStage, type Dates, type Funnel } from "../core/columns";
import { dealCount, readHistory, startOf, type History } from "../core/history";
import { NO_STAGE } from "../core/quality";
import { funnelCounts } from "../core/reach";
import { sum } from "../core/stats";
import { staysByStage } from "../core/stays";
import { extent } from "../core/period";
import type { Span } from "./from-data";
import { dateFault, stageFault, Tally, type Counts, type DealTable, type Named, type NamedColumns } from "./data-rows";

/** Rows of a history; the columns as in DealTable, `dates` is the day of entry. */
export type HistoryTable = NamedColumns & {
  readonly rows: number;
  readonly skip: Uint8Array;
  readonly deals: Named;
  readonly funnel: Funnel;
  readonly places: Int32Array;
  readonly dates: Dates;
  readonly amounts: Float64Array | null;
};

/** One stage of the user's own funnel. */
export type OwnStage = {
  readonly name: string;
  /** Decided deals that came so far. */
  readonly reached: number;
  /** Share of them that reached the next stage; null for won. */
  readonly conversion: number | null;
  /** Days in the stage, over all won deals; null where nobody knows. */
  readonly lagDays: number | null;
  /** When these deals were decided; null where not each of them has its day. */
  readonly span: Span | null;
};

/** The rows that can be placed: with deal, stage and a date that is not after today. */
export function readableRows(table: HistoryTable, today: number): { readonly rows: Int32Array; readonly leftOut: Counts; readonly entries: number } {
  const tally = new Tally();
  const rows: number[] = [];
  let entries = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (table.skip[row] === 1) continue;
    entries += 1;
    const [place, date] = [table.places[row]!, table.dates[row]!];
    const reason = table.deals.codes[row]! < 0 ? "noDeal" : (stageFault(place) ?? dateFault(date, today));
    if (reason === null) rows.push(row);
    else tally.add(reason);
  }
  return { rows: Int32Array.from(rows), leftOut: tally.list(), entries };
}

const all = { from: null, to: null };

/** Of decided deals, so that those still on their way do not look lost. Times are of won deals: added up they are the way from the first stage to the win. null without any. */
export function funnelOfHistory(table: HistoryTable, rows: Int32Array, asOf: number): readonly OwnStage[] | null {
  const whole = historyOf(table, rows, asOf);
  const won = wonStage(table.funnel);
  const stateOf = (deal: number): number => (startOf(whole, deal) < 0 ? -1 : whole.stages[whole.ends[deal]! - 1]!);
  const states = Int32Array.from({ length: dealCount(whole) }, (_, deal) => stateOf(deal));
  const of = (isAsked: (state: number) => boolean): History => historyOf(table, rows.filter((row) => isAsked(states[table.deals.codes[row]!]!)), asOf);
  const counts = funnelCounts(of((state) => state >= won), { reach: "furthest", count: "reached", basis: "cohort", period: all, window: null });
  const wins = counts[won]!;
  const stays = staysByStage(of((state) => state === won), { visits: "total", basis: "cohort", period: all });
  const decided = Float64Array.from([...states].flatMap((state, deal) => (state >= won ? [whole.times[whole.ends[deal]! - 1]!] : [])));
  return ownStages(table.funnel, counts, stays.map(({ finished }) => (wins > 0 ? sum(finished) / wins : null)), spanOf(decided));
}

const historyOf = ({ deals, places, dates, funnel }: HistoryTable, rows: Int32Array, asOf: number): History =>
  readHistory({ codes: rows.map((row) => deals.codes[row]!), labels: deals.labels }, rows.map((row) => places[row]!), Float64Array.from(rows, (row) => dates[row]!), funnel, asOf);

/** From the first to the last; null where one of them is no date. */
export function spanOf(dates: Float64Array): Span | null {
  const [from, to] = extent(dates);
  return dates.length > 0 && dates.every(Number.isFinite) ? { from: Math.floor(from), to: Math.floor(to) } : null;
}

/** Stages that nobody left are no steps; null where fewer than two are left, or nobody won. */
export function ownStages({ order }: Funnel, counts: readonly number[], lags: readonly (number | null)[], span: Span | null): readonly OwnStage[] | null {
  const won = order.length - 1;
  if (won < 1 || counts[0] === 0 || counts[won] === 0) return null;
  return order.map((name, i) => ({ name: String(name), reached: counts[i]!, conversion: i === won ? null : counts[i + 1]! / counts[i]!, lagDays: i === won ? null : (lags[i] ?? null), span }));
}

/** Each deal as one row: its first and its last entry, and what its last row says of it. */
export function dealsOfHistory(table: HistoryTable, rows: Int32Array, asOf: number): DealTable {
  const { starts, ends, times, stages } = historyOf(table, rows, asOf);
  const count = table.deals.labels.length;
  const lastRow = new Int32Array(count).fill(-1);
  for (const row of rows) {
    const deal = table.deals.codes[row]!;
    if (lastRow[deal]! < 0 || table.dates[row]! >= table.dates[lastRow[deal]!]!) lastRow[deal] = row;
  }
  const won = wonStage(table.funnel);
  const hasEntry = (deal: number): boolean => ends[deal]! > starts[deal]!;
  const placeOf = (deal: number): number => (hasEntry(deal) ? stages[ends[deal]! - 1]! : NO_STAGE);
  const before = (deal: number): number => {
    for (let i = ends[deal]! - 2; i >= starts[deal]!; i -= 1) if (stages[i]! <= won) return stages[i]!;
    return NO_STAGE;
  };
  const deals = Array.from({ length: count }, (_, deal) => deal);
  const named = (column: Named | null): Named | null => column && { codes: lastRow.map((row) => (row < 0 ? -1 : column.codes[row]!)), labels: column.labels };
  return {
    rows: count,
    skip: Uint8Array.from(deals, (deal) => (hasEntry(deal) ? 0 : 1)),
    deals: null,
    stages: { funnel: table.funnel, places: Int32Array.from(deals, placeOf), last: Int32Array.from(deals, before) },
    created: Float64Array.from(deals, (deal) => (hasEntry(deal) ? times[starts[deal]!]! : NaN)),
    closed: Float64Array.from(deals, (deal) => (placeOf(deal) >= won ? times[ends[deal]! - 1]! : NaN)),
    amounts: table.amounts && Float64Array.from(lastRow, (row) => (row < 0 ? NaN : table.amounts![row]!)),
    currencies: named(table.currencies), customers: named(table.customers), owners: named(table.owners), reasons: named(table.reasons), sources: named(table.sources),
  };
}
