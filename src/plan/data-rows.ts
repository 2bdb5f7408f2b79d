/** The rows of a table of deals that can be counted. What cannot is left out by the rules below, and how many rows that are is told. */
import { wonStage, type Dates, type Funnel } from "../core/columns";
import { NO_DATE, NO_STAGE, UNKNOWN_STAGE } from "../core/quality";

/** A column of names: the same code is the same name, -1 is a blank. */
export type Named = { readonly codes: Int32Array; readonly labels: readonly string[] };

/** Whatever else a table may say of its rows; null for a column that it does not have. */
export type NamedColumns = Readonly<Record<"currencies" | "customers" | "owners" | "reasons" | "sources", Named | null>>;

/** One row per deal, or per sale where `stages` is null. Columns that the table does not have are null. */
export type DealTable = NamedColumns & {
  readonly rows: number;
  /** 1: a blank row or a total, and no deal at all. */
  readonly skip: Uint8Array;
  readonly deals: Int32Array | null;
  readonly stages: { readonly funnel: Funnel; readonly places: Int32Array; /** Of lost deals: where they were lost. */ readonly last: Int32Array | null } | null;
  /** NaN where blank, NO_DATE where there is something else. */
  readonly created: Dates | null;
  readonly closed: Dates | null;
  /** NaN where blank, Infinity where there is something else. */
  readonly amounts: Float64Array | null;
};

/** Why a row is left out; the first that holds. Of deals that are not won only the first three are asked for. */
export const LEFT_OUT = ["repeated", "noStage", "unknownStage", "noDeal", "otherCurrency", "noAmount", "notAnAmount", "noDate", "notADate", "afterToday"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
export type Counts = readonly { readonly reason: LeftOut; readonly count: number }[];

export type Counted = {
  /** Places of the rows that count. */
  readonly rows: Int32Array;
  /** Rows that are deals, counted or not. */
  readonly deals: number;
  readonly leftOut: Counts;
  /** The currency that counts; null where the table names none. */
  readonly currency: string | null;
  /** Its code. */
  readonly main: number | null;
};

/** Why a row cannot be placed; null where it can. */
export const stageFault = (place: number): LeftOut | null => (place === NO_STAGE ? "noStage" : place === UNKNOWN_STAGE ? "unknownStage" : null);
export const dateFault = (date: number, today: number): LeftOut | null => (Number.isNaN(date) ? "noDate" : date === NO_DATE ? "notADate" : date >= today + 1 ? "afterToday" : null);

/** @param today whole day: what closes after it has not happened */
export function countedRows(table: DealTable, today: number): Counted {
  const { skip, stages, currencies } = table;
  const main = currencies && mostFrequent(currencies.codes, skip);
  const won = stages ? wonStage(stages.funnel) : 0;
  const seen = new Set<number>();
  const tally = new Tally();
  const rows: number[] = [];
  let deals = 0;
  const whyNot = (row: number): LeftOut | null => {
    const deal = table.deals?.[row] ?? NO_STAGE;
    if (deal >= 0 && seen.has(deal)) return "repeated";
    seen.add(deal);
    const place = stages ? stages.places[row]! : won;
    if (place !== won) return stageFault(place);
    const currency = currencies?.codes[row] ?? -1;
    if (main !== null && currency >= 0 && currency !== main) return "otherCurrency";
    const amount = table.amounts?.[row];
    if (amount !== undefined && (Number.isNaN(amount) || amount === 0)) return "noAmount";
    if (amount === Infinity) return "notAnAmount";
    const date = table.closed?.[row];
    if (date === undefined) return null;
    return dateFault(date, today);
  };
  for (let row = 0; row < table.rows; row += 1) {
    if (skip[row] === 1) continue;
    deals += 1;
    const reason = whyNot(row);
    if (reason === null) rows.push(row);
    else tally.add(reason);
  }
  return { rows: Int32Array.from(rows), deals, leftOut: tally.list(), currency: main === null ? null : (currencies?.labels[main] ?? null), main };
}

/** Counts by reason, in the order of LEFT_OUT. */
export class Tally {
  private readonly counts = new Map<LeftOut, number>();
  add(reason: LeftOut, count = 1): void {
    if (count > 0) this.counts.set(reason, (this.counts.get(reason) ?? 0) + count);
  }
  list(): Counts {
    return LEFT_OUT.flatMap((reason) => (this.counts.has(reason) ? [{ reason, count: this.counts.get(reason)! }] : []));
  }
}

function mostFrequent(codes: Int32Array, skip: Uint8Array): number | null {
  const counts: number[] = [];
  codes.forEach((code, row) => {
    if (code >= 0 && skip[row] === 0) counts[code] = (counts[code] ?? 0) + 1;
  });
  let best: number | null = null;
  counts.forEach((count, code) => {
    if (best === null || count > counts[best]!) best = code;
  });
  return best;
}
