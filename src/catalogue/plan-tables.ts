/** Values read from the tables of the plan. */
import type { FunctionDef } from "./define";

export const planTables: readonly FunctionDef[] = [];
