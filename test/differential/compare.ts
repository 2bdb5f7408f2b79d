/** Runs a comparison and tells what differs. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { run } from "../catalogue/run";
import type { Comparison } from "./read-history";

/** Numbers are equal to a billionth of themselves. */
export const TOLERANCE = 1e-9;

export type Outcome = { readonly differences: readonly string[]; readonly largest: number; readonly numbers: number };

export async function compare(db: DuckDBConnection, { ours: [name, ...args], sql, header, absolute = 0 }: Comparison): Promise<Outcome> {
  const wanted = (await db.runAndReadAll(sql)).getRowsJS().map((row) => row.flat().map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
  const answer = run(name, args);
  // What the data cannot answer is a failure of ours; in SQL it is NULL, or no row.
  if ("failure" in answer && answer.failure.code !== "#VALUE!" && wanted.length === 0) return { differences: [], largest: 0, numbers: 0 };
  const value = "failure" in answer ? (answer.failure.code === "#VALUE!" ? answer.failure.message : "") : answer.value;
  const found = Array.isArray(value) ? (value as readonly (readonly unknown[])[]).slice(header ? 1 : 0) : [[value]];
  const differences: string[] = [];
  let [largest, numbers] = [0, 0];
  if (found.length !== wanted.length) differences.push(`${found.length} rows, DuckDB ${wanted.length}`);
  found.forEach((row, r) => {
    const other = wanted[r] ?? [];
    if (row.length !== other.length) differences.push(`row ${r + 1}: ${row.length} cells, DuckDB ${other.length}`);
    row.forEach((cell, c) => {
      const twin = other[c] ?? "";
      if (typeof cell === "number" && typeof twin === "number") {
        const difference = cell === twin ? 0 : Math.abs(cell - twin) / Math.max(Math.abs(cell), Math.abs(twin));
        numbers += 1;
        if (difference > TOLERANCE && Math.abs(cell - twin) <= absolute) return;
        largest = Math.max(largest, difference);
        if (difference <= TOLERANCE) return;
      } else if (cell === twin) return;
      differences.push(`row ${r + 1}, cell ${c + 1}: ${JSON.stringify(cell)}, DuckDB ${JSON.stringify(twin)}`);
    });
  });
  return { differences, largest, numbers };
}
