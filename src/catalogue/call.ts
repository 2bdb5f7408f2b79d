/** Runs a definition on what a host delivers: arguments in, a value or one of the three failures out. */
import { MetricError, PROBLEMS, type Details } from "../core/error";
import { withBuffers } from "./buffers";
import { cellAt } from "./cell-at";
import type { Answer, FunctionDef, RowNumber } from "./define";
import { readFrame, type Frame, type FrameColumn } from "./frame";
import { isErrorCell, type CellReader, type Result, type Table, type Value } from "./grid";
import { wordsOf } from "./problems";
import { cellOf, fail, fault, given, isLeftOut, type Context, type Given, type NameList, type Reader } from "./read";
import type { Language, Words } from "./words";

export type Failure = {
  /** `#VALUE!` bad input, `#N/A` the data cannot answer, `#DIV/0!`; any other code is an error cell that was passed in. */
  readonly code: string;
  readonly message: string;
};
export type CallResult = { readonly value: Result } | { readonly failure: Failure };
/** `language` is read only where words are needed: a host may have to ask a service for it. */
export type CallContext = { readonly language: Language; readonly cells: CellReader };

const CODES = { input: "#VALUE!", answer: "#N/A", division: "#DIV/0!" } as const;

/** The most cells of one argument: what Excel itself can hand over. */
const MOST_CELLS = 5_000_000;

/** Arguments are read in this order. */
const PHASES = ["options", "list", "value", "table"] as const;

/**
 * @param values what the host delivers per argument: one value, rows of values, or null or undefined where it is left out
 */
export const call = (def: FunctionDef, values: readonly unknown[], host: CallContext): CallResult => withBuffers(() => calculated(def, values, host));

function calculated(def: FunctionDef, values: readonly unknown[], host: CallContext): CallResult {
  const lists = new Map<string, NameList | null>();
  const context: Context = { cells: host.cells, lists, clean: new Map() };
  let frame: Frame | null = null;
  try {
    const all = def.args.map((_, i) => given(values[i]));
    checkSizes(def, values, all);
    const read = new Map<string, unknown>();
    for (const phase of PHASES) {
      readPhase(def, all, phase, read, context);
      if (phase !== "list") continue;
      for (const { key, reader } of def.args) if (reader.as === "list") lists.set(key, read.get(key) as NameList | null);
      checkLists(lists);
    }
    def.check?.((key) => read.get(key) ?? null, (key) => !isLeftOut(all[def.args.findIndex((arg) => arg.key === key)] ?? null, context));
    frame = readColumns(def, all, read, context);
    const answer = def.run(...(def.args.map(({ key }) => read.get(key) ?? null) as never[]));
    return { value: finish(def, answer, frame, host) };
  } catch (error) {
    if (!(error instanceof MetricError)) throw error;
    return { failure: firstErrorCell(def, values, host, context.clean) ?? failureOf(error, frame, host) };
  }
}

function checkSizes(def: FunctionDef, values: readonly unknown[], all: readonly Given[]): void {
  if (values.length > def.args.length && values.slice(def.args.length).some((value) => value !== null && value !== undefined)) {
    throw new MetricError("tooMany", { found: values.length, other: def.args.length });
  }
  all.forEach((value, i) => {
    if (value && def.args[i]!.reader.as !== "table" && value.rows.length * (value.rows[0]?.length ?? 0) > MOST_CELLS) {
      throw new MetricError("rangeTooLarge", { argument: def.args[i]!.key, found: value.rows.length * value.rows[0]!.length, other: MOST_CELLS });
    }
  });
}

function readPhase(def: FunctionDef, all: readonly Given[], phase: Reader<unknown>["as"], read: Map<string, unknown>, context: Context): void {
  def.args.forEach(({ key, reader, optional }, i) => {
    if (reader.as !== phase || reader.as === "column" || reader.as === "paired") return;
    if (all[i] === null && !optional && !reader.mayBeBlank) throw new MetricError("missing", { argument: key });
    read.set(key, reader.read(all[i]!, key, context));
  });
}

function checkLists(lists: Context["lists"]): void {
  const order = lists.get("order");
  const lost = lists.get("lost");
  if (!order || !lost) return;
  for (const [key, place] of lost.codes) if (order.codes.has(key)) throw new MetricError("inOrderAndLost", { argument: "lost", row: lost.rows[place], found: lost.labels[place] });
}

/** Reads the columns of the call together, and what is paired with them. */
function readColumns(def: FunctionDef, all: readonly Given[], read: Map<string, unknown>, context: Context): Frame | null {
  const columns: FrameColumn[] = [];
  const paired: { readonly key: string; readonly make: (numbers: Float64Array) => unknown }[] = [];
  const pairs = def.args.flatMap(({ reader }, i) => (reader.as === "paired" ? [isLine(all[i]!)] : []));
  def.args.forEach(({ key, reader, optional }, i) => {
    if (reader.as !== "column" && reader.as !== "paired") return;
    const value = optional && isLeftOut(all[i]!, context) ? null : all[i]!;
    if (reader.as === "column") {
      if (value === null && !optional) throw new MetricError("missing", { argument: key });
      if (value !== null) columns.push({ key, given: value, kind: reader.column });
      return;
    }
    if (value === null && optional) return;
    const together = reader.when === "allColumns" ? pairs.every(Boolean) : isLine(value);
    if (!together) return void read.set(key, reader.alone(value, key, context));
    columns.push({ key, given: value!, kind: reader.column });
    paired.push({ key, make: reader.fromColumn });
  });
  if (columns.length === 0) return null;
  const needsOrder = columns.some(({ kind }) => kind.compared) && !context.lists.get("order");
  if (needsOrder) throw new MetricError("needsArgument", { argument: "order", expected: "stages" });
  const frame = readFrame(columns, context);
  for (const [key, value] of frame.columns) read.set(key, value);
  for (const { key, make } of paired) read.set(key, make(frame.columns.get(key) as Float64Array));
  return frame;
}

/** One column or one row of more than one cell. */
function isLine(value: Given): boolean {
  if (value === null) return false;
  const width = value.rows[0]?.length ?? 0;
  return (value.rows.length > 1 && width === 1) || (value.rows.length === 1 && width > 1);
}

// ---- results ----------------------------------------------------------------------------

function finish(def: FunctionDef, answer: Answer, frame: Frame | null, host: CallContext): Result {
  if (!Array.isArray(answer)) return shown(answer as Value | Words, host, frame);
  const rows = answer as readonly unknown[];
  if (rows.length > 0 && Array.isArray(rows[0])) return tableOf(rows as readonly (readonly Answered[])[], host, frame);
  const values = rows as readonly (number | null)[];
  return def.returns.shape === "aligned" && frame ? aligned(values, frame, host) : values.map((value) => [shown(value, host, frame)]);
}

type Answered = Value | Words | RowNumber | null;

/** A plain loop: a closure made for each call would take the compiled code of the loop with it when it dies. */
function tableOf(rows: readonly (readonly Answered[])[], host: CallContext, frame: Frame | null): Table {
  const table = new Array<Value[]>(rows.length);
  for (let r = 0; r < rows.length; r += 1) {
    const row = rows[r]!;
    const cells = new Array<Value>(row.length);
    for (let c = 0; c < row.length; c += 1) cells[c] = shown(row[c]!, host, frame);
    table[r] = cells;
  }
  return table;
}

const MOST_BLANKS = 10_000;

/** One row per input row, header and blank rows included; a row where a row was given. */
function aligned(values: readonly (number | null)[], frame: Frame, host: CallContext): Table {
  // A table that is not filled in yet gives as many blanks; a whole column of blanks gives one.
  const height = frame.height > 0 ? frame.height : frame.rows <= MOST_BLANKS ? Math.max(1, frame.rows) : 1;
  const out = new Array<Value>(height).fill("");
  values.forEach((value, i) => {
    out[frame.rowOf(i) - 1] = shown(value, host, frame);
  });
  return frame.isRow ? [out] : out.map((value) => [value]);
}

function shown(cell: Answered, host: CallContext, frame: Frame | null): Value {
  if (cell === null) return "";
  if (typeof cell !== "object") return checked(cell);
  return "index" in cell ? frame!.rowOf(cell.index) : cell[host.language];
}

function checked(value: Value): Value {
  if (typeof value !== "number") return value;
  if (!Number.isFinite(value)) throw new MetricError("tooLarge");
  return value + 0; // a 0 below zero, as 0 / -2 gives it, would be shown as "-0"
}

// ---- failures ---------------------------------------------------------------------------

function failureOf(error: MetricError, frame: Frame | null, { language }: CallContext): Failure {
  const { index, ...details } = error.details;
  const located: Details = index === undefined || !frame ? details : { ...details, row: frame.rowOf(index) };
  return { code: isErrorCell(details.found) ? details.found.error : CODES[PROBLEMS[error.problem]], message: wordsOf(error.problem, located, language) };
}

/**
 * An error cell anywhere in the arguments wins over every other failure: left to right, row by row. A table tells by itself of the
 * error cells that it reads; any other reader may refuse one in whatever words.
 */
function firstErrorCell(def: FunctionDef, values: readonly unknown[], host: CallContext, clean: Context["clean"]): Failure | null {
  for (const [i, value] of values.entries()) {
    const kind = def.args[i]?.reader.as;
    if (kind === "table") continue;
    const argument = def.args[i]?.key ?? "";
    const rows = given(value)?.rows ?? [];
    for (let row = nextObject(rows, clean.get(argument) ?? 0); row < rows.length; row = nextObject(rows, row + 1)) {
      for (const [column, raw] of rows[row]!.entries()) {
        const found = cellOf(raw, host);
        if (!isErrorCell(found)) continue;
        const place = { argument, ...(Array.isArray(value) && { row: (rows.length > 1 || kind === "options" ? row : column) + 1 }) };
        return failureOf(fail(fault("value", found), place), null, host);
      }
    }
  }
  return null;
}

/** The next row from `row` on with a value that is no plain one: of a million cells nearly none is. */
function nextObject(rows: readonly (readonly unknown[])[], row: number): number {
  for (; row < rows.length; row += 1) {
    const cells = rows[row]!;
    for (let column = 0; column < cells.length; column += 1) {
      const raw = cellAt(cells, column);
      if (typeof raw === "object" && raw !== null) return row;
    }
  }
  return row;
}
