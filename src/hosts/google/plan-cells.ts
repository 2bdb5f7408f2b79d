/** Cells to be written, or their formats, by address, as the fewest rectangles without a gap: what is left out keeps what it has. */

export type Rectangle<T> = { readonly row: number; readonly column: number; readonly cells: readonly (readonly T[])[] };

export type Cells<T> = readonly (readonly (T | undefined)[])[];

/** Rows and columns count from 0; a cell that is given again takes the place of the first. */
export class CellMap<T> {
  readonly rows = new Map<number, Map<number, T>>();

  add(row: number, column: number, cells: Cells<T>): void {
    cells.forEach((line, r) => line.forEach((cell, c) => {
      if (cell === undefined) return;
      const at = this.rows.get(row + r) ?? new Map<number, T>();
      this.rows.set(row + r, at.set(column + c, cell));
    }));
  }

  /** Runs of a row; those below each other with the same columns are one. */
  rectangles(): readonly Rectangle<T>[] {
    const done: Rectangle<T>[] = [];
    let open: { readonly row: number; readonly column: number; readonly cells: T[][] }[] = [];
    for (const row of [...this.rows.keys()].sort((a, b) => a - b)) {
      const next: typeof open = [];
      for (const run of runsOf(this.rows.get(row)!)) {
        const above = open.find(({ row: first, column, cells }) => first + cells.length === row && column === run.column && cells[0]!.length === run.cells.length);
        if (above) above.cells.push(run.cells);
        next.push(above ?? { row, column: run.column, cells: [run.cells] });
      }
      done.push(...open.filter((each) => !next.includes(each)));
      open = next;
    }
    return [...done, ...open];
  }
}

function runsOf<T>(line: ReadonlyMap<number, T>): readonly { readonly column: number; readonly cells: T[] }[] {
  const runs: { readonly column: number; readonly cells: T[] }[] = [];
  for (const [column, cell] of [...line].sort(([a], [b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.cells.length === column) last.cells.push(cell);
    else runs.push({ column, cells: [cell] });
  }
  return runs;
}
