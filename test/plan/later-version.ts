/** A version of the program to come, for tests: it wants every task to have a priority. */
import type { Version } from "../../src/plan/migrate";
import { SCHEMA } from "../../src/plan/record";

export const LATER: Version = {
  schema: SCHEMA + 1,
  migrations: [{ table: "tasks", change: (fields) => new Map((fields.get("priority") ?? null) === null ? [["priority", "normal"]] : []) }],
};
