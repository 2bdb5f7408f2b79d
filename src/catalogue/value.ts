/** Value of leads, pipeline and customers, month by month and over a life. */
import type { FunctionDef } from "./define";

export const value: readonly FunctionDef[] = [];
