/** Forecasts: by run rate, season, trend and pipeline. */
import type { FunctionDef } from "./define";

export const forecast: readonly FunctionDef[] = [];
