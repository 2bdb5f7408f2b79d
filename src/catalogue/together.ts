/** Columns of numbers and dates that are read row by row together: one loop over two columns takes less time than two loops. */
import { dateIn, laterIn, numberIn, otherIn } from "./cell-at";
import { numbersOf } from "./buffers";
import type { Cell } from "./grid";
import { cellOf, type ColumnKind, type Context } from "./read";

type Rows = readonly (readonly unknown[])[];

/** Cells that are read as they are: numbers in [low, end), and, where `blank`, blank cells, which are NaN. */
export type Plain = {
  readonly low: number;
  readonly end: number;
  readonly blank: boolean;
  /** Any other cell, or a plain one; undefined where it is refused. */
  readonly numberOf: (cell: Cell) => number | undefined;
};

const NO_ROWS: Rows = [];
const NO_NUMBERS = new Float64Array();
const ANY: Plain = { low: 0, end: 0, blank: false, numberOf: () => 0 };

/** Which of the columns are read together: at most three that are filled in each row, and one that may be blank; none where it is but one. */
export function joined(kinds: readonly ColumnKind<object>[]): readonly number[] {
  const filled: number[] = [];
  const blank: number[] = [];
  kinds.forEach(({ plain }, c) => {
    if (plain) (plain.blank ? blank : filled).push(c);
  });
  if (filled.length === 0) return [];
  const found = [...filled.slice(0, 3), ...blank.slice(0, 1)];
  return found.length > 1 ? found : [];
}

type Joined = { readonly cells: Rows; readonly plain: Plain };

/** The numbers of each of the columns that `joined` chose, or the first row that one of them refuses. */
export function readTogether(columns: readonly Joined[], from: number, to: number, context: Context): readonly Float64Array[] | number {
  const numbers = columns.map(() => numbersOf(to - from));
  const filled = columns.filter(({ plain }) => !plain.blank);
  const place = (column: Joined | undefined) => ({ cells: column?.cells ?? NO_ROWS, plain: column?.plain ?? ANY, into: column ? numbers[columns.indexOf(column)]! : NO_NUMBERS });
  const [a, b, c, d] = [place(filled[0]), place(filled[1]), place(filled[2]), place(columns.find(({ plain }) => plain.blank))] as const;
  for (let row = from; ; row += 1) {
    row = fill(
      a.cells, b.cells, c.cells, d.cells, from, row, to, a.plain.low, a.plain.end, b.plain.low, b.plain.end, c.plain.low, c.plain.end, d.plain.low, d.plain.end,
      a.into, b.into, c.into, d.into,
    );
    if (row === to) return numbers;
    for (let k = 0; k < columns.length; k += 1) {
      const { cells, plain } = columns[k]!;
      const number = plain.numberOf(cellOf(cells[row]![0], context));
      if (number === undefined) return row;
      numbers[k]![row - from] = number;
    }
  }
}

/** Numbers from `row` on, up to the first row with a cell that is not plain; returns that row. A loop without any object but the rows: see cell-codes.ts. */
function fill(
  a: Rows, b: Rows, c: Rows, d: Rows, from: number, row: number, to: number, lowA: number, endA: number, lowB: number, endB: number, lowC: number, endC: number, lowD: number, endD: number,
  intoA: Float64Array, intoB: Float64Array, intoC: Float64Array, intoD: Float64Array,
): number {
  const [hasB, hasC, hasD] = [b !== NO_ROWS, c !== NO_ROWS, d !== NO_ROWS];
  for (; row < to; row += 1) {
    const x = numberIn(a[row]!);
    if (!(typeof x === "number" && x >= lowA && x < endA)) return row;
    intoA[row - from] = x;
    if (hasB) {
      const y = otherIn(b[row]!);
      if (!(typeof y === "number" && y >= lowB && y < endB)) return row;
      intoB[row - from] = y;
    }
    if (hasC) {
      const z = laterIn(c[row]!);
      if (!(typeof z === "number" && z >= lowC && z < endC)) return row;
      intoC[row - from] = z;
    }
    if (hasD) {
      const end = dateIn(d[row]!);
      if (typeof end === "number" && end >= lowD && end < endD) intoD[row - from] = end;
      else if (end === "" || end === null) intoD[row - from] = NaN;
      else return row;
    }
  }
  return to;
}
