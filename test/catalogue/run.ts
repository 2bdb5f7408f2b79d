import { call, type CallResult } from "../../src/catalogue/call";
import { plainCells, type Result } from "../../src/catalogue/grid";
import { findFunction } from "../../src/catalogue/index";
import type { Language } from "../../src/catalogue/words";

/** A function by its name, with cells as a plain host delivers them. */
export function run(name: string, values: readonly unknown[], language: Language = "en"): CallResult {
  const def = findFunction(name);
  if (!def) throw new Error(`no function ${name}`);
  return call(def, values, { language, cells: plainCells });
}

export function valueOf(name: string, ...values: readonly unknown[]): Result {
  const answer = run(name, values);
  if ("failure" in answer) throw new Error(`${answer.failure.code} ${answer.failure.message}`);
  return answer.value;
}

/** `#VALUE! costs, row 2: …` */
export function failureOf(name: string, ...values: readonly unknown[]): string {
  const answer = run(name, values);
  if (!("failure" in answer)) throw new Error(`a value: ${JSON.stringify(answer.value)}`);
  return `${answer.failure.code} ${answer.failure.message}`;
}

/** One column of cells. */
export const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
