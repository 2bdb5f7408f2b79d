/** Cost: with a lag, per stage, per channel, and what advertising returns. */
import type { FunctionDef } from "./define";

export const cost: readonly FunctionDef[] = [];
