/** How sure a conversion is: its interval, and whether two of them differ. */
import type { FunctionDef } from "./define";

export const significance: readonly FunctionDef[] = [];
