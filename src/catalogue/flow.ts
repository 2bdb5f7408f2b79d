/** How deals move: by group, from stage to stage, through a period. */
import type { FunctionDef } from "./define";

export const flow: readonly FunctionDef[] = [];
