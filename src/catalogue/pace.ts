/** Goals in time: expected to date, pace, forecast, status, score. */
import type { FunctionDef } from "./define";

export const pace: readonly FunctionDef[] = [];
