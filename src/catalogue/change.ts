/** Why a number changed. */
import type { FunctionDef } from "./define";

export const change: readonly FunctionDef[] = [];
