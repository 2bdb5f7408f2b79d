/** What is wrong with the data. */
import type { FunctionDef } from "./define";

export const quality: readonly FunctionDef[] = [];
