/** People: capacity, how many are needed and when to hire. */
import type { FunctionDef } from "./define";

export const people: readonly FunctionDef[] = [];
