/** The kinds of arguments: how each is shown, and how it is read. */
import type { Codes, Dates } from "../core/columns";
import { MetricError } from "../core/error";
import { sum, TOLERANCE, type Statistic } from "../core/stats";
import { numbersOf } from "./buffers";
import { cellAt } from "./cell-at";
import { dateOf, isBlank, isNumeral, nameKey, trim } from "./cells";
import { dateColumn, labelColumn, MOST_RATE, numberColumn, numberFault, stageColumn, type NumberRule } from "./columns";
import type { Arg } from "./define";
import { isErrorCell, type Cell } from "./grid";
import { DEFAULT_LEVEL, LEVEL } from "./options";
import { cellOf, fail, fault, hasTexts, isAllBlank, isLeftOut, isSeveral, singleCell, sizeOf, type ColumnKind, type Context, type Given, type NameList } from "./read";
import type { Words } from "./words";

type Shown = Pick<Arg<unknown>, "key" | "shape" | "words" | "example"> & Partial<Pick<Arg<unknown>, "choices">>;

/** A single cell; a blank one is `blank`, or a failure where the argument is required. */
function scalar<T>(shown: Shown, read: (cell: Exclude<Cell, null | { error: string }>, key: string) => T): Arg<T> {
  return {
    ...shown,
    optional: false,
    reader: {
      as: "value",
      read(value, key, context) {
        const cell = singleCell(value, key, context);
        if (isErrorCell(cell)) throw fail(fault("value", cell), { argument: key });
        if (cell === null || isBlank(cell)) throw new MetricError("missing", { argument: key });
        return read(cell, key);
      },
    },
  };
}

/** Lets an argument be left out, or be a blank cell: null then. */
export function optional<T>(arg: Arg<T>): Arg<T | null> {
  const { reader } = arg;
  if (reader.as !== "value" && reader.as !== "list") return { ...arg, optional: true } as Arg<T | null>;
  return {
    ...arg,
    optional: true,
    reader: {
      ...reader,
      read: (value, key, context) => {
        const leftOut = reader.as === "list" ? isAllBlank(value, context) : isLeftOut(value, context);
        return leftOut ? null : reader.read(value, key, context);
      },
    },
  };
}


/** Required, but a blank cell is null: there is no value yet. */
export function orBlank<T>(arg: Arg<T>): Arg<T | null> {
  const { reader } = optional(arg);
  if (reader.as !== "value") throw new Error(`${arg.key}: only a scalar can be blank`);
  return { ...arg, reader: { ...reader, mayBeBlank: true } };
}

/** An optional argument with a value of its own when it is left out. */
export function withDefault<T>(arg: Arg<T>, value: T): Arg<T> {
  const { reader } = optional(arg);
  if (reader.as !== "value") throw new Error(`${arg.key}: only a scalar has a default`);
  return { ...arg, optional: true, reader: { as: "value", read: (cell, key, context) => reader.read(cell, key, context) ?? value } };
}

const numberOf = (cell: Cell, key: string, expected = "number"): number => {
  if (typeof cell !== "number" || !Number.isFinite(cell)) throw fail(fault(expected, cell), { argument: key });
  return cell;
};

export const number = (key: string, words: Words, example = "B2"): Arg<number> => scalar({ key, words, example, shape: "scalar" }, (cell) => numberOf(cell, key));

export const notNegative = (key: string, words: Words, example = "B2"): Arg<number> =>
  scalar({ key, words, example, shape: "scalar" }, (cell) => {
    const found = numberOf(cell, key);
    if (found < 0) throw fail(fault("notNegative", cell), { argument: key });
    return found;
  });

/** A name or an id, in one cell. */
export const name = (key: string, words: Words, example: string): Arg<string | number> =>
  scalar({ key, words, example, shape: "scalar" }, (cell) => {
    if (typeof cell === "boolean") throw fail(fault("id", cell), { argument: key });
    return cell;
  });

/** A share from 0 to 1. */
export const rate = (key: string, words: Words, example = "0.25"): Arg<number> =>
  scalar({ key, words, example, shape: "scalar" }, (cell) => {
    const found = numberOf(cell, key, "rate");
    if (found < 0 || found > MOST_RATE) throw fail(fault("rate", cell), { argument: key });
    return found;
  });

/** A whole number in [least, most]; one that a formula computed may be a hair beside it. */
export const wholeNumber = (key: string, words: Words, example: string, least: number, most = Infinity): Arg<number> =>
  scalar({ key, words, example, shape: "scalar" }, (cell) => {
    const found = Math.round(numberOf(cell, key));
    if (Math.abs(found - Number(cell)) > TOLERANCE) throw fail(fault("wholeNumber", cell), { argument: key });
    if (found < 0 && least === 0) throw fail(fault("notNegative", cell), { argument: key });
    if (found < least || found > most) throw new MetricError("outOfLimits", { argument: key, found, expected: String(least), other: most });
    return found;
  });

/** A share of income that is profit; it may be negative, but not above 1. */
export const margin = (words: Words): Arg<number> =>
  scalar({ key: "margin", words, example: "0.4", shape: "scalar" }, (cell, key) => {
    const found = numberOf(cell, key);
    if (found > MOST_RATE) throw fail(fault("rateAtMostOne", cell), { argument: key });
    return found;
  });

export const level: Arg<number> = withDefault(
  scalar({ key: "level", words: LEVEL.level.words, example: "0.95", shape: "scalar" }, (cell, key) => {
    const found = numberOf(cell, key, "level");
    if (found <= 0 || found >= 1) throw fail(fault("level", cell), { argument: key });
    return found;
  }),
  DEFAULT_LEVEL,
);

export const date = (key: string, words: Words, example = "2026-02-01"): Arg<number> =>
  scalar({ key, words, example, shape: "scalar" }, (cell) => {
    const found = dateOf(cell);
    if (found === null) throw fail(fault("date", cell), { argument: key });
    return found;
  });

/** One of a few words, the first is the default. */
export const choice = <const C extends readonly [string, ...string[]]>(key: string, choices: C, words: Words): Arg<C[number]> =>
  withDefault(
    scalar({ key, words, example: choices[0], shape: "scalar", choices }, (cell) => {
      const word = typeof cell === "string" ? nameKey(cell) : cell;
      const found = choices.find((each) => each === word);
      if (found === undefined) throw new MetricError("badOption", { argument: key, found: cell, list: choices });
      return found as C[number];
    }),
    choices[0],
  );

const PLAIN_STATISTICS = ["mean", "median", "min", "max", "sum", "count"] as const;

/** `p80`, `p12.5`: the share, or null where it is no percentile. */
export function percentileShare(word: string): number | null {
  if (word === "median") return 0.5;
  if (word.length > 20 || !/^p\d+(?:[.,]\d+)?$/.test(word)) return null;
  const percent = Number(word.slice(1).replace(",", "."));
  return percent <= 100 ? percent / 100 : null;
}

function statisticOf(cell: Cell, key: string): Statistic {
  const word = typeof cell === "string" ? nameKey(cell) : "";
  const share = percentileShare(word);
  if (share !== null) return { name: "percentile", share };
  const plain = PLAIN_STATISTICS.find((each) => each === word);
  if (plain === undefined || plain === "median") throw new MetricError("badOption", { argument: key, found: cell, list: [...PLAIN_STATISTICS, "p0 … p100"] });
  return { name: plain };
}

export const statistic = (words: Words): Arg<Statistic> =>
  withDefault(
    scalar({ key: "statistic", words, example: "median", shape: "scalar", choices: [...PLAIN_STATISTICS, "p80", "p90"] }, (cell, key) => statisticOf(cell, key)),
    { name: "mean" },
  );

/** Days, or a percentile of the stays in the stage. */
export const staleLimit = (words: Words): Arg<{ readonly days: number } | { readonly share: number }> =>
  withDefault<{ readonly days: number } | { readonly share: number }>(
    scalar({ key: "limit", words, example: "p80", shape: "scalar" }, (cell, key) => {
      if (typeof cell === "number" && cell >= 0 && Number.isFinite(cell)) return { days: cell };
      const share = typeof cell === "string" ? percentileShare(nameKey(cell)) : null;
      if (share === null) throw fail(fault("staleLimit", cell), { argument: key });
      return { share };
    }),
    { share: 0.8 },
  );

/** The place of a stage in `order`; with `lost`, behind them in `lost`. */
export const stage = (key: string, words: Words, among: "order" | "orderAndLost", example = '"Won"'): Arg<number> => {
  const arg = scalar({ key, words, example, shape: "scalar" }, (cell) => cell);
  const { reader } = arg;
  if (reader.as !== "value") throw new Error("a stage is a single cell");
  return {
    ...arg,
    reader: {
      as: "value",
      read(value, at, context) {
        const cell = reader.read(value, at, context);
        if (typeof cell === "boolean") throw fail(fault("name", cell), { argument: at });
        const order = context.lists.get("order");
        const place = order?.codes.get(nameKey(cell));
        if (place !== undefined) return place;
        const lost = among === "orderAndLost" ? context.lists.get("lost")?.codes.get(nameKey(cell)) : undefined;
        if (lost === undefined) throw new MetricError("notInOrder", { argument: at, found: cell, list: among === "order" ? ["order"] : ["order", "lost"] });
        return (order?.labels.length ?? 0) + lost;
      },
    },
  };
};

/** Stage names in funnel order (two at least), or the stages that mean the deal left. */
export function nameList(key: "order" | "lost" | "stages", words: Words, example: string): Arg<NameList> {
  return {
    key, words, example, shape: "range", optional: false,
    reader: {
      as: "list",
      read(value, at, context) {
        const labels: (string | number)[] = [];
        const codes = new Map<string, number>();
        const places: number[] = [];
        const rows = value?.rows ?? [];
        if (value && rows.length > 1 && (rows[0]?.length ?? 0) > 1) throw new MetricError("expected", { argument: at, expected: "oneColumn", found: sizeOf(value) });
        const isName = (cell: Cell): boolean => cell !== 0 && !isBlank(cell);
        const cells = rows.flatMap((row) => row.map((raw) => cellOf(raw, context)));
        // Among texts a 0 is a blank that the host delivers so, unless numbers are names there and more names come after it.
        const hasNumbers = cells.some((cell) => typeof cell === "number" && isName(cell));
        const from = hasTexts(rows) ? (hasNumbers ? cells.map(isName).lastIndexOf(true) : 0) : cells.length;
        cells.forEach((cell, place) => {
          const where = { argument: at, row: place + 1 };
          if (isBlank(cell) || (cell === 0 && place >= from)) return;
          if (typeof cell !== "string" && typeof cell !== "number") throw fail(fault("name", cell), where);
          if (codes.has(nameKey(cell))) throw new MetricError("duplicate", { ...where, found: cell });
          codes.set(nameKey(cell), labels.length);
          places.push(where.row);
          labels.push(typeof cell === "string" ? trim(cell) : cell);
        });
        const least = key === "lost" ? 1 : 2;
        if (labels.length === 0) throw new MetricError("missing", { argument: at });
        if (labels.length < least) throw new MetricError("tooFewNames", { argument: at, found: labels.length });
        return { labels, codes, rows: places };
      },
    },
  };
}

export const column = <T>(key: string, words: Words, example: string, kind: ColumnKind<NonNullable<T>>): Arg<T> => ({
  key, words, example, shape: "range", optional: false, reader: { as: "column", column: kind } as Arg<T>["reader"],
});

export const numbers = (key: string, words: Words, example: string, rule: NumberRule, blank: "required" | "allowed" = "required"): Arg<Float64Array> =>
  column<Float64Array>(key, words, example, numberColumn(rule, blank));
export const counts = (words: Words): Arg<Float64Array> => numbers("counts", words, "B2:B7", "notNegative");
/** One number per period in time order; a blank is a period without a value, NaN. */
export const periodValues = (key: string, words: Words, example: string): Arg<Float64Array> =>
  column<Float64Array>(key, words, example, { ...numberColumn("any", "allowed"), keepsBlankRows: true });
export const dates = (key: string, words: Words, example: string): Arg<Dates> => column<Dates>(key, words, example, dateColumn("date"));
export const endDates = (key: string, words: Words, example: string): Arg<Dates> => column<Dates>(key, words, example, dateColumn("end"));
export const ids = (key: string, words: Words, example: string): Arg<Codes> => column<Codes>(key, words, example, labelColumn("id"));
export const names = (key: string, words: Words, example: string, blank: "required" | "allowed" = "required"): Arg<Codes> =>
  column<Codes>(key, words, example, labelColumn("name", blank));
/** Names that may be blank, where it matters how a certain row writes them: one name in two spellings is two labels. */
export const spellings = (key: string, words: Words, example: string): Arg<Codes> => column<Codes>(key, words, example, labelColumn("spelling", "allowed"));
export const stages = (words: Words, example: string): Arg<Int32Array> => column<Int32Array>("stages", words, example, stageColumn());
export const lastStages = (words: Words, example: string): Arg<Int32Array> => column<Int32Array>("last_stages", words, example, stageColumn("allowed", false));

/**
 * A number, or a range of any shape whose numbers are summed. Blanks do not count; a text may stand at the top of each column.
 *
 * @param refunds whether single cells may be negative
 */
export function total(key: string, words: Words, example: string, refunds: "allowed" | "none"): Arg<number> {
  const least = refunds === "allowed" ? -Number.MAX_VALUE : 0;
  return {
    key, words, example, shape: "range", optional: false,
    reader: {
      as: "value",
      read(value, at, context) {
        if (value === null) throw new MetricError("missing", { argument: at });
        return totalOf(numbersIn(value.rows, value, at, least, context), at);
      },
    },
  };
}

/** All numbers of a range, in one plain loop that looks at no object but the rows (docs/decisions.md, hidden classes). */
function numbersIn(rows: NonNullable<Given>["rows"], value: NonNullable<Given>, key: string, least: number, context: Context): Float64Array {
  let found = numbersOf(rows.length * (rows[0]?.length ?? 0));
  let count = 0;
  for (let r = 0; r < rows.length; r += 1) {
    const row = rows[r]!;
    const width = row.length;
    if (count + width > found.length) found = widened(found, count + width * (rows.length - r)); // rows of different width
    for (let c = 0; c < width; c += 1) {
      const raw = cellAt(row, c);
      if (typeof raw === "number" && raw >= least && raw <= Number.MAX_VALUE) found[count++] = raw;
      else if (raw !== "" && raw !== null) {
        context.clean.set(key, r);
        const number = numberInTotal(cellOf(raw, context), rows.length > 1 ? r : c, value, key, least);
        if (number !== null) found[count++] = number;
      }
    }
  }
  context.clean.set(key, rows.length);
  return found.subarray(0, count);
}

function widened(numbers: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(size);
  wider.set(numbers);
  return wider;
}

/** A cell of a total that is no plain number: null for a blank or a header. `row`: the place in a single row, which is read as a column. */
function numberInTotal(cell: Cell, row: number, value: NonNullable<Given>, key: string, least: number): number | null {
  if (isBlank(cell)) return null;
  const where = { argument: key, ...(value.isRange ? { row: row + 1 } : {}) };
  if (typeof cell === "number" && Number.isFinite(cell)) {
    if (cell < least) throw fail(fault("notNegative", cell), where);
    return cell;
  }
  const isHeader = typeof cell === "string" && row === 0 && isSeveral(value) && !isNumeral(cell);
  if (!isHeader) throw fail(fault("number", cell), where);
  return null;
}

function totalOf(numbers: ArrayLike<number>, key: string): number {
  if (numbers.length === 0) throw new MetricError("expected", { argument: key, found: null, expected: "someNumber" });
  return sum(numbers);
}

/** A total that, where all such arguments of the call are columns, is read row by row with them: a row missing in one is noticed. */
export const pairedTotal = (key: string, words: Words, example: string): Arg<number> => {
  const arg = total(key, words, example, "none");
  if (arg.reader.as !== "value") throw new Error("a total is one value");
  return { ...arg, reader: { as: "paired", when: "allColumns", column: numberColumn("notNegative", "required"), fromColumn: (found) => totalOf(found, key), alone: arg.reader.read } };
};

/** A number, or a column of numbers that is paired with the others of the call; NaN is a blank. */
export type Measure = { readonly key: string; readonly numbers: Float64Array; readonly single: boolean; readonly blank: "required" | "allowed" };

/** @param inColumn whether a cell of a column may be blank: where `required`, reading notices, and not the rule */
export const measure = (key: string, words: Words, example: string, blank: "required" | "allowed", rule: NumberRule = "any", inColumn: "required" | "allowed" = "allowed"): Arg<Measure> => ({
  key, words, example, shape: "range", optional: false,
  reader: {
    as: "paired",
    when: "anyColumn",
    column: numberColumn(rule, inColumn),
    fromColumn: (found) => ({ key, numbers: found, single: false, blank }),
    alone(value, at, context) {
      const cell = singleCell(value, at, context);
      if (isErrorCell(cell)) throw fail(fault("value", cell), { argument: at });
      if (isBlank(cell) && blank === "required") throw new MetricError("missing", { argument: at });
      const wrong = isBlank(cell) ? null : numberFault(cell, rule);
      if (wrong) throw fail(wrong, { argument: at });
      return { key, numbers: Float64Array.of(isBlank(cell) ? NaN : Number(cell)), single: true, blank };
    },
  },
});

/**
 * Runs `rule` on numbers, or on each row where any of them is a column. In a row a failure of the data is "no value": only there,
 * a single question gets its failure. The first measure decides: where it is blank there is no value.
 */
export function eachRow(measures: readonly [Measure, ...Measure[]], rule: (values: readonly (number | null)[]) => number): number | readonly (number | null)[] {
  const valueAt = ({ numbers, single }: Measure, row: number): number | null => {
    const value = numbers[single ? 0 : row]!;
    return Number.isNaN(value) ? null : value;
  };
  const column = measures.find(({ single }) => !single);
  if (!column) return rule(measures.map((each) => valueAt(each, 0)));
  const [leading, ...others] = measures;
  if (leading.single && valueAt(leading, 0) === null) throw new MetricError("blankActual", { argument: leading.key });
  return Array.from(column.numbers, (_, row) => {
    if (valueAt(leading, row) === null) return null;
    const missing = others.find((each) => each.blank === "required" && valueAt(each, row) === null);
    if (missing) throw new MetricError("expected", { argument: missing.key, index: row, found: null, expected: "filled" });
    try {
      return rule(measures.map((each) => valueAt(each, row)));
    } catch (error) {
      if (error instanceof MetricError) return null;
      throw error;
    }
  });
}
