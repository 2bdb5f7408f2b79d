/** Cohorts and the conversion curve. */
import type { FunctionDef } from "./define";

export const cohort: readonly FunctionDef[] = [];
