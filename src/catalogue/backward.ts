/** The plan backwards: deals, funnel, lead window, split by season. */
import type { FunctionDef } from "./define";

export const backward: readonly FunctionDef[] = [];
