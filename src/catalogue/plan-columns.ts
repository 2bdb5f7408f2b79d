/**
 * A table of the plan with its header row: columns are found by their headers, words in cells are understood in both languages, and
 * only the cells that are asked for are read (functions.md 11.1). What is wrong is noted while reading goes on, so that an error cell
 * wins over every other fault, and the upper and the left one over the others.
 */
import { MetricError, type Details, type Problem } from "../core/error";
import { dateOf, isBlank, nameKey, trim } from "./cells";
import type { Arg } from "./define";
import { isErrorCell, type Cell } from "./grid";
import { cellOf, type Context, type Given } from "./read";
import { codeOfWord, entriesOf, type CodeIn } from "../plan/code-words";
import type { Words } from "./words";

/** Headers of a column: main ones, then synonyms; `main|main;synonym|synonym`. */
export type Headers<C extends string> = Readonly<Record<C, string>>;

const codesOf = (words: string): readonly string[] => entriesOf(words).map(([code]) => code!);

/** Headers are compared without white space, case, ё and е, and the kind of dash. */
const headerKey = (text: string): string => nameKey(text).replace(/ /g, "").replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-");

/** `column`: the column must be there; `filled`: the cell too; otherwise both may be missing. */
type Need = "optional" | "column" | "filled";
type Filled = number | string | boolean;

/** A table that is read cell by cell. Row 0 is the header row, row -1 is no row: then only the columns are looked at. */
export type PlanTable<C extends string> = {
  readonly key: string;
  readonly height: number;
  /** Throws what is wrong with the cells read so far. */
  readonly settle: () => void;
  /** At least one of these columns must be there; `noHeader` where row 1 is no header row without them. */
  readonly needOneOf: (names: readonly C[], problem?: "noHeader" | "missingColumn") => void;
  /** Where a cell stands, for messages. */
  readonly place: (row: number, name: C) => Details;
  /** null where the cell is blank or an error. */
  readonly cell: (row: number, name: C, need?: Need) => Filled | null;
  /** A name or an id as it is compared; "" where there is none. */
  readonly name: (row: number, name: C) => string;
  readonly text: (row: number, name: C, need?: Need) => string | null;
  readonly number: (row: number, name: C, need?: Need, expected?: string) => number | null;
  readonly date: (row: number, name: C, need?: Need) => number | null;
  readonly word: <const S extends string>(row: number, name: C, words: S, need?: Need) => CodeIn<S> | null;
  /** Whether a cell says one of these words; nothing is wrong with any other, nor with an error. */
  readonly says: (row: number, name: C, words: string) => boolean;
};

function openTable<C extends string>({ rows }: NonNullable<Given>, key: string, context: Context, columns: Headers<C>): PlanTable<C> {
  const raw = (row: number, column: number): Cell => cellOf(rows[row]![column], context);
  const headers = (rows[0] ?? []).map((_, c) => raw(0, c)).map((cell) => (typeof cell === "string" ? headerKey(cell) : ""));
  const places = new Map<C, number>();
  const header = (column: number): string => trim(raw(0, column) as string);
  const mainHeaders = (name: C): readonly string[] => columns[name].split(";")[0]!.split("|");

  let worst: { readonly order: readonly number[]; readonly error: MetricError } | null = null;
  const settle = (): void => {
    if (worst) throw worst.error;
  };
  /** `rank` 0 for an error cell, 1 for any other fault. */
  const note = (rank: number, row: number, column: number, problem: Problem, details: Details): null => {
    const order = [rank, row, column];
    const differs = order.findIndex((each, i) => each !== worst?.order[i]);
    if (!worst || (differs >= 0 && order[differs]! < worst.order[differs]!)) worst = { order, error: new MetricError(problem, details) };
    return null;
  };
  const noteHeader = (column: number, problem: Problem, details: Details): null => note(1, 0, column, problem, { argument: key, row: 1, ...details });

  const find = (name: C): number => {
    for (const group of columns[name].split(";")) {
      const keys = group.split("|").map(headerKey);
      const [first, second] = [...headers.keys()].filter((c) => keys.includes(headers[c]!));
      if (second !== undefined) noteHeader(second, "twoColumns", { expected: mainHeaders(name)[0]!, cells: [first!, second].map((c) => ({ found: header(c) })) });
      if (first !== undefined) return first;
    }
    return -1;
  };
  /** The place of a column, or -1. */
  const columnOf = (name: C): number => {
    let at = places.get(name);
    if (at === undefined) places.set(name, (at = find(name)));
    return at;
  };
  const needOneOf: PlanTable<C>["needOneOf"] = (names, problem = "missingColumn") => {
    if (names.every((name) => columnOf(name) < 0)) noteHeader(problem === "noHeader" ? -1 : Infinity, problem, { list: names.flatMap(mainHeaders) });
  };
  const place = (row: number, name: C): Details => ({ argument: key, row: row + 1, ...(columnOf(name) < 0 ? {} : { column: header(columnOf(name)) }) });
  const refuse = (row: number, name: C, expected: string, found: unknown): null =>
    note(isErrorCell(found) ? 0 : 1, row, columnOf(name), "expected", { ...place(row, name), expected, found });

  /** With `zeroIsBlank` where 0 has no meaning: hosts may deliver a blank cell so. */
  const read = (row: number, name: C, need: Need, zeroIsBlank: boolean): Filled | null => {
    const column = columnOf(name);
    if (column < 0 && need !== "optional") needOneOf([name]);
    if (column < 0 || row < 0) return null;
    const cell = raw(row, column);
    if (isErrorCell(cell)) return refuse(row, name, "value", cell);
    if (cell !== null && !isBlank(cell) && !(zeroIsBlank && cell === 0)) return cell;
    return need === "filled" ? refuse(row, name, "cellFilled", null) : null;
  };
  const cell: PlanTable<C>["cell"] = (row, name, need = "optional") => read(row, name, need, false);

  return {
    key, height: rows.length, settle, needOneOf, place, cell,
    name(row, name) {
      const column = columnOf(name);
      const plain = rows[row]![column];
      if (plain === "" || plain === null || plain === undefined) return ""; // a whole column has a million of them
      const found = read(row, name, "optional", true);
      return typeof found === "string" || typeof found === "number" ? nameKey(found) : "";
    },
    text(row, name, need = "optional") {
      const found = read(row, name, need, true);
      return typeof found === "boolean" ? refuse(row, name, "name", found) : found === null ? null : trim(String(found));
    },
    number(row, name, need = "optional", expected = "number") {
      const found = cell(row, name, need);
      return found === null || (typeof found === "number" && Number.isFinite(found)) ? found : refuse(row, name, expected, found);
    },
    date(row, name, need = "optional") {
      const found = read(row, name, need, true);
      return found === null ? null : dateOf(found) ?? refuse(row, name, "date", found);
    },
    word(row, name, words, need = "optional") {
      const found = read(row, name, need, true);
      return found === null ? null : codeOfWord(words, found) ?? note(1, row, columnOf(name), "badOption", { ...place(row, name), found, list: codesOf(words) });
    },
    says: (row, name, words) => columnOf(name) >= 0 && row >= 0 && codeOfWord(words, raw(row, columnOf(name))) !== undefined,
  };
}

export const planTable = <C extends string>(key: string, words: Words, example: string, columns: Headers<C>): Arg<PlanTable<C>> => ({
  key, words, example, shape: "range", optional: false,
  reader: { as: "table", read: (value, at, context) => openTable(value!, at, context, columns) },
});
