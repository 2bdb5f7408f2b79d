/** V06: a name or an action too long to be read in a list, or too short to say anything. It counts all the same, so it is a warning. */
import { lengthProblem, limitedFields } from "../text-limits";
import { TABLE_KEYS } from "../tables";
import { liveRows } from "./live";
import { both, headerOf, problemOf, type Check, type Problem } from "./problem";

export const textLengths: Check = (plan) => TABLE_KEYS.flatMap((table) => limitedFields(table).flatMap((field) => liveRows(plan, table).flatMap((row): Problem[] => {
  const text = (row.fields as Readonly<Record<string, unknown>>)[field];
  const wrong = typeof text === "string" ? lengthProblem(table, field, text) : null;
  if (wrong === null) return [];
  return [problemOf(plan, "V06", "warn", table, row, both((language) => `${headerOf(table, field)[language]} – ${wrong[language].charAt(0).toLowerCase()}${wrong[language].slice(1)}`), { field })];
})));
