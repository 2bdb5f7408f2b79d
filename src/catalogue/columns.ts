/** The kinds of data columns: numbers, dates, names, ids, stages. Each reads a million cells in one plain loop. */
import { AFTER_LAST_DATE, FIRST_DATE, OPEN_FROM } from "../core/calendar";
import type { Codes } from "../core/columns";
import { NO_DATE, UNKNOWN_STAGE } from "../core/quality";
import { TOLERANCE } from "../core/stats";
import { numbersOf } from "./buffers";
import { dateIn, numberIn } from "./cell-at";
import { cellCodes } from "./cell-codes";
import { dateOf, idKey, isBlank, nameKey, trim } from "./cells";
import type { Cell } from "./grid";
import { internIds } from "./intern";
import { cellOf, fault, hasTexts, type ColumnKind, type Context, type Fault } from "./read";
import type { Plain } from "./together";

type Rows = readonly (readonly unknown[])[];
/** `anything`: blanks and whatever is no error cell are read, with a value of their own: DATA_CHECK counts them. */
type Blank = "required" | "allowed" | "anything";

/** What is no error cell. */
const isPlain = (cell: unknown): boolean => typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean";

const isNumber = (cell: unknown): boolean => typeof cell === "number";

/** What a number column takes, beyond being a number. */
export type NumberRule = "any" | "notNegative" | "rate";

/** A rate that a formula computed may be a hair above 1. */
export const MOST_RATE = 1 + TOLERANCE;

export function numberFault(cell: Cell, rule: NumberRule): Fault | null {
  if (typeof cell !== "number" || !Number.isFinite(cell)) return fault("number", cell);
  if (rule !== "any" && cell < 0) return fault(rule === "rate" ? "rate" : "notNegative", cell);
  return rule === "rate" && cell > MOST_RATE ? fault("rate", cell) : null;
}

/** The numbers of a column, or the first row with something else. */
function readNumbers(rows: Rows, from: number, to: number, { low, end, numberOf }: Plain, context: Context): Float64Array | number {
  const numbers = numbersOf(to - from);
  for (let i = from; i < to; i += 1) {
    const raw = numberIn(rows[i]!);
    if (typeof raw === "number" && raw >= low && raw < end) {
      numbers[i - from] = raw;
      continue;
    }
    const number = numberOf(cellOf(raw, context));
    if (number === undefined) return i;
    numbers[i - from] = number;
  }
  return numbers;
}

/** The dates of a column, or the first row with something else. Nearly all cells are serial numbers or blank: those are not even asked whether they are a text. */
function readDates(rows: Rows, from: number, to: number, { low, end, blank, numberOf }: Plain, context: Context): Float64Array | number {
  const dates = numbersOf(to - from);
  for (let i = from; i < to; i += 1) {
    const raw = dateIn(rows[i]!);
    if (typeof raw === "number" && raw >= low && raw < end) {
      dates[i - from] = raw;
      continue;
    }
    if (blank && (raw === "" || raw === null)) {
      dates[i - from] = NaN;
      continue;
    }
    const date = numberOf(cellOf(raw, context));
    if (date === undefined) return i;
    dates[i - from] = date;
  }
  return dates;
}

/** Numbers; a blank is NaN where it is allowed. */
export function numberColumn(rule: NumberRule, blank: Blank): ColumnKind<Float64Array> {
  const low = rule === "any" ? -Number.MAX_VALUE : 0;
  const end = rule === "rate" ? MOST_RATE + Number.EPSILON : Infinity; // the next number above
  const mayBeBlank = blank === "allowed";
  const plain: Plain = {
    low,
    end,
    blank: mayBeBlank,
    numberOf: (cell) => (typeof cell === "number" && cell >= low && cell < end ? cell : mayBeBlank && isBlank(cell) ? NaN : undefined),
  };
  return {
    plain,
    evidence: isNumber,
    zeroIsBlank: false,
    compared: false,
    mayBeBlank,
    read: (rows, from, to, context) => readNumbers(rows, from, to, plain, context),
    check: (cell) => numberFault(cell, rule),
  };
}

/** Dates as serial numbers. `end`: a blank, or a date from 2050 on, means that it is still open, which is NaN. */
export function dateColumn(kind: "date" | "end", blank: Blank = "required"): ColumnKind<Float64Array> {
  const mayBeBlank = kind === "end" || blank !== "required";
  const open = kind === "end" ? OPEN_FROM : Infinity;
  const plain: Plain = {
    low: FIRST_DATE,
    end: Math.min(open, AFTER_LAST_DATE),
    blank: mayBeBlank,
    numberOf(cell) {
      const date = dateOf(cell);
      if (date !== null) return date >= open ? NaN : date;
      if (mayBeBlank && (cell === 0 || isBlank(cell))) return NaN;
      return blank === "anything" && isPlain(cell) ? NO_DATE : undefined;
    },
  };
  return {
    plain,
    evidence: (cell) => (typeof cell === "number" ? cell !== 0 : dateOf(cell) !== null),
    zeroIsBlank: true,
    compared: false,
    mayBeBlank,
    read: (rows, from, to, context) => readDates(rows, from, to, plain, context),
    check(cell) {
      if (cell === 0) return mayBeBlank ? null : fault("filled", null);
      return dateOf(cell) === null ? fault("date", cell) : null;
    },
  };
}

const isLabel = (cell: unknown): cell is string | number => typeof cell === "string" || (typeof cell === "number" && Number.isFinite(cell));

/**
 * Texts as dense codes, the first one met gives the label; an id is shown without its extra white space, whichever row comes first.
 * Each distinct cell is normalised once, so that 17, "17" and " 17 " meet.
 */
function labelCodes(rows: Rows, from: number, to: number, context: Context, keyOf: (label: string | number) => string, blank: Blank, sure: boolean): Codes | number {
  const known = new Map<string, number>();
  const labels: (string | number)[] = [];
  const codes = cellCodes(rows, from, to, context, (cell) => {
    if (isBlank(cell)) return blank === "required" ? undefined : -1;
    if (cell === 0 && blank === "allowed" && hasTexts(rows.slice(from, to))) return -1;
    if (!isLabel(cell) || (cell === 0 && !sure && blank === "required")) return blank === "anything" && isPlain(cell) ? -1 : undefined;
    const key = keyOf(cell);
    const code = known.get(key) ?? labels.push(typeof cell !== "string" ? cell : keyOf === idKey ? key : trim(cell)) - 1;
    known.set(key, code);
    return code;
  });
  return typeof codes === "number" ? codes : { codes, labels };
}

/** Names or ids; `spelling`: names, each way of writing one apart. */
export function labelColumn(kind: "name" | "id" | "spelling", blank: Blank = "required"): ColumnKind<Codes> {
  const mayBeBlank = blank !== "required";
  const keyOf = kind === "id" ? idKey : kind === "name" ? nameKey : (label: string | number) => trim(String(label));
  return {
    evidence: null,
    zeroIsBlank: true,
    compared: false,
    mayBeBlank,
    read: (rows, from, to, context, sure) => (kind === "id" ? internIds(rows, from, to) : null) ?? labelCodes(rows, from, to, context, keyOf, blank, sure),
    check: (cell) => (isLabel(cell) ? null : fault(kind === "id" ? kind : "name", cell)),
  };
}

/** Stages by their place in `order`, then in `lost`. `withLost`: false where only stages of the funnel are allowed. */
export function stageColumn(blank: Blank = "required", withLost = true): ColumnKind<Int32Array> {
  const mayBeBlank = blank !== "required";
  const codeOf = (cell: unknown, { lists }: Context): number | undefined => {
    if (!isLabel(cell)) return undefined;
    const key = nameKey(cell);
    const order = lists.get("order");
    const place = order?.codes.get(key);
    if (place !== undefined || !withLost) return place;
    const lost = lists.get("lost")?.codes.get(key);
    return lost === undefined ? undefined : (order?.labels.length ?? 0) + lost;
  };
  /** A 0 that is no stage: a host may deliver a blank so. */
  const isVoid = (cell: unknown, context: Context): boolean => blank === "allowed" && cell === 0 && codeOf(cell, context) === undefined;
  return {
    evidence: null,
    zeroIsBlank: true,
    compared: true,
    mayBeBlank,
    read: (rows, from, to, context, sure) =>
      cellCodes(rows, from, to, context, (cell) => {
        if (mayBeBlank && (isBlank(cell) || isVoid(cell, context))) return -1;
        if (cell === 0 && !sure && !mayBeBlank) return undefined;
        return codeOf(cell, context) ?? (blank === "anything" && isPlain(cell) ? UNKNOWN_STAGE : undefined);
      }),
    check(cell, context) {
      if (!isLabel(cell)) return fault("name", cell);
      if (isVoid(cell, context) || codeOf(cell, context) !== undefined) return null;
      const lists = withLost ? ["order", "lost"] : ["order"];
      return { problem: "unknownStage", details: { found: cell, list: lists.filter((key) => context.lists.has(key)) } };
    },
  };
}

/** What a column reads, and its cells as they are, by data row. */
export type WithCells<T> = { readonly values: T; readonly cellAt: (index: number) => Cell };

export const withCells = <T extends object>(kind: ColumnKind<T>): ColumnKind<WithCells<T>> => ({
  ...kind,
  plain: undefined,
  read(rows, from, to, context, sure) {
    const values = kind.read(rows, from, to, context, sure);
    return typeof values === "number" ? values : { values, cellAt: (index) => cellOf(rows[from + index]![0], context) };
  },
});
